/* SPDX-License-Identifier: MIT */

/* From a checklist and a document to an assessment: matches once, finds the
 * focus areas and items, asks each criterion, and copies what came out. */

#include "assess/acquainted.h"
#include "assess/balance.h"
#include "assess/exempt.h"
#include "assess/inventory.h"
#include "assess/judge.h"
#include "assess/keep.h"
#include "assess/set.h"
#include "assess/settle.h"
#include "base/message.h"
#include "base/number.h"

#include <string.h>

enum {
    ADVICE_KINDS = 12,
    NOTICES_OWN = ADVICE_KINDS + 1 + PARTS_MOST, /* that it has expired, and
                                                  * what was set aside */
    FEWEST_ADVICE = 4,   /* sentences; fewer are worth no notice */
    FEWEST_HEADINGS = 4, /* of a document without text */
    FEWEST_WORDS = 12,   /* under a heading, on an average */
    STRANGE_WORDS = 50,  /* fewer say nothing about their language */
    STRANGE_SHARE = 50   /* of so many words at least one should be known */
};

/* What assessing works on. */
struct assessing {
    struct samsyn_assessment *out;
    const struct samsyn_checklist *checklist;
    const struct samsyn_document *document;
    const struct samsyn_config *config;
    struct matches *matches;
    struct search search;
    struct taught taught;
};

/* ---- The criteria ---- */

static bool
copy_text(struct arena *arena, struct str *slot, struct str text)
{
    *slot = arena_str(arena, text);
    return slot->ptr != NULL;
}

static bool
copy_texts(struct assessing *a, const struct criterion *criterion,
           struct samsyn_criterion *out)
{
    samsyn_lang lang = a->config->lang;
    const struct {
        int slot;
        struct str text;
    } rows[] = {
        { SAMSYN_CRITERION_ID, criterion->id },
        { SAMSYN_CRITERION_CODE, criterion->code },
        { SAMSYN_CRITERION_TITLE, bilingual_text(&criterion->title, lang) },
        { SAMSYN_CRITERION_QUESTION,
          bilingual_text(&criterion->question, lang) },
        { SAMSYN_CRITERION_WHY, bilingual_text(&criterion->why, lang) },
        { SAMSYN_CRITERION_ADVICE, bilingual_text(&criterion->advice, lang) },
        { SAMSYN_CRITERION_MODEL, criterion->model },
        { SAMSYN_CRITERION_SOURCE, criterion->source },
        { SAMSYN_CRITERION_AREA, a->checklist->areas[criterion->area].id },
        { SAMSYN_CRITERION_WEIGHT, criterion->weight },
        { SAMSYN_CRITERION_LEVEL, criterion->level },
    };

    out->texts[SAMSYN_CRITERION_REASON] = STR("");
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        if (!copy_text(&a->out->arena, &out->texts[rows[i].slot], rows[i].text))
            return false;
    }
    return true;
}

static bool
copy_changes(struct assessing *a, const struct change_list *changes,
             struct change_list *out)
{
    return changes_copy(out, &a->out->arena, changes->items, changes->count);
}

/* By the kind and date of the document, then by the rules. */
static bool
judge(struct assessing *a, const struct criterion *criterion,
      struct samsyn_criterion *out)
{
    if (exempt_holds(a->out, criterion))
        return exempt_account(a->out, out, criterion);
    if (!judge_criterion(&a->out->arena, &a->search, criterion, out))
        return false;
    if (!settle(&a->out->arena, &a->search,
                a->checklist->model ? &a->taught : NULL, criterion, out))
        return false;
    exempt_lapse(a->out, a->config, criterion, out);
    return true;
}

static samsyn_status
judge_all(struct assessing *a)
{
    const struct samsyn_checklist *checklist = a->checklist;

    a->out->criteria = arena_array(&a->out->arena, checklist->criterion_count,
                                   sizeof *a->out->criteria);
    if (!a->out->criteria)
        return SAMSYN_E_NOMEM;
    a->out->criterion_count = checklist->criterion_count;
    for (size_t i = 0; i < checklist->criterion_count; i++) {
        struct samsyn_criterion *out = &a->out->criteria[i];

        out->weight = checklist->criteria[i].points;
        out->asked = checklist->criteria[i].asked;
        out->of = checklist->criteria[i].of;
        out->link = checklist->criteria[i].link;
        out->signers = checklist->criteria[i].signers;
        if (!copy_texts(a, &checklist->criteria[i], out) ||
            !copy_changes(a, &checklist->criteria[i].changes, &out->changes) ||
            !judge(a, &checklist->criteria[i], out))
            return SAMSYN_E_NOMEM;
        if (a->search.stopped || config_stops(a->config))
            return SAMSYN_E_STOPPED;
    }
    return SAMSYN_OK;
}

/* ---- What stands around the criteria ---- */

static bool
copy_about(struct assessing *a)
{
    const struct samsyn_checklist *checklist = a->checklist;
    samsyn_lang lang = a->config->lang;
    const struct day today = { a->config->year, a->config->month,
                               a->config->day };
    char date[11];
    const struct {
        int slot;
        struct str text;
    } rows[] = {
        { SAMSYN_ASSESSMENT_CHECKLIST_ID, checklist->id },
        { SAMSYN_ASSESSMENT_CHECKLIST_VERSION, checklist->version },
        { SAMSYN_ASSESSMENT_CHECKLIST_TITLE,
          bilingual_text(&checklist->title, lang) },
        { SAMSYN_ASSESSMENT_CHECKLIST_BASIS,
          bilingual_text(&checklist->basis, lang) },
        { SAMSYN_ASSESSMENT_CHECKLIST_DIGEST, str_of(checklist->digest) },
        { SAMSYN_ASSESSMENT_CHECKLIST_GIVEN, str_of(a->config->given) },
        { SAMSYN_ASSESSMENT_LANGUAGE_ID, checklist->language->id },
        { SAMSYN_ASSESSMENT_LANGUAGE_DIGEST,
          str_of(checklist->language->digest) },
        { SAMSYN_ASSESSMENT_MODEL_DIGEST, str_of(checklist->model_digest) },
        { SAMSYN_ASSESSMENT_DOCUMENT_NAME, a->document->name },
        { SAMSYN_ASSESSMENT_DOCUMENT_DIGEST, str_of(a->document->digest) },
        { SAMSYN_ASSESSMENT_DOCUMENT_FORMAT,
          document_property(a->document, SAMSYN_PROPERTY_FORMAT) },
        { SAMSYN_ASSESSMENT_DOCUMENT_KIND,
          a->out->documents[0].texts[SAMSYN_DOCUMENT_KIND] },
        { SAMSYN_ASSESSMENT_DOCUMENT_KIND_TITLE,
          a->out->documents[0].texts[SAMSYN_DOCUMENT_KIND_TITLE] },
        { SAMSYN_ASSESSMENT_DATE, day_text(today, date) },
        { SAMSYN_ASSESSMENT_LANG,
          lang == SAMSYN_LANG_EN ? STR("en") : STR("sv") },
    };

    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        if (!copy_text(&a->out->arena, &a->out->texts[rows[i].slot],
                       rows[i].text))
            return false;
    }
    return true;
}

/* What the checklist extends, and what it changed of that. */
static bool
copy_origin(struct assessing *a)
{
    const struct parent_list *parents = &a->checklist->parents;

    return parents_copy(&a->out->parents, &a->out->arena, parents->items,
                        parents->count) &&
           copy_changes(a, &a->checklist->changes, &a->out->changes);
}

static bool
copy_areas(struct assessing *a)
{
    const struct samsyn_checklist *checklist = a->checklist;
    struct arena *arena = &a->out->arena;

    a->out->area_count = checklist->area_count;
    a->out->areas =
        arena_array(arena, checklist->area_count, sizeof *a->out->areas);
    if (!a->out->areas)
        return false;
    for (size_t i = 0; i < checklist->area_count; i++) {
        const struct area *area = &checklist->areas[i];

        if (!copy_text(arena, &a->out->areas[i].id, area->id) ||
            !copy_text(arena, &a->out->areas[i].title,
                       bilingual_text(&area->title, a->config->lang)))
            return false;
    }
    return true;
}

/* Words that the checklist knows, whatever for: hits, each counted once. */
static size_t
known_words(const struct assessing *a)
{
    size_t known = 0;

    for (size_t i = 0; i < a->matches->count; i++)
        known += a->matches->concepts[i].count;
    return known;
}

static size_t
other_language(const struct assessing *a)
{
    size_t words = a->document->word_count;

    return words >= STRANGE_WORDS && known_words(a) * STRANGE_SHARE < words;
}

static size_t
guessed_blocks(const struct assessing *a)
{
    size_t guessed = 0;

    for (size_t i = 0; i < a->document->block_count; i++)
        guessed += a->document->blocks[i].guessed;
    return guessed;
}

static size_t
count_zone(const struct assessing *a, enum zone zone)
{
    size_t count = 0;

    for (size_t i = 0; i < a->document->block_count; i++)
        count += a->document->blocks[i].zone == zone;
    return count;
}

static size_t
furniture_blocks(const struct assessing *a)
{
    return count_zone(a, ZONE_FURNITURE);
}

static size_t
contents_blocks(const struct assessing *a)
{
    return count_zone(a, ZONE_CONTENTS);
}

static size_t
placeholder_sentences(const struct assessing *a)
{
    size_t count = 0;

    for (size_t i = 0; i < a->document->sentence_count; i++)
        count += a->matches->placeholder[i] != 0;
    return count;
}

/* Where they are many, or all: a question here and there says nothing. */
static size_t
advice_sentences(const struct assessing *a)
{
    size_t advice = 0, questions = 0;

    for (size_t i = 0; i < a->document->sentence_count; i++) {
        advice += a->matches->moot[i] == MOOT_ADVICE;
        questions += a->matches->moot[i] == MOOT_QUESTION;
    }
    return advice >= FEWEST_ADVICE ? advice + questions : 0;
}

static size_t
distant_sentences(const struct assessing *a)
{
    size_t count = 0;

    for (size_t i = 0; i < a->document->sentence_count; i++)
        count += a->matches->moot[i] == MOOT_APART;
    return count;
}

static size_t
heap_sentences(const struct assessing *a)
{
    size_t count = 0;

    for (size_t i = 0; i < a->document->sentence_count; i++)
        count += a->matches->moot[i] == MOOT_HEAP;
    return count;
}

static size_t
headings_alone(const struct assessing *a)
{
    size_t headings = 0, words = 0;

    for (size_t i = 0; i < a->document->block_count; i++) {
        const struct block *block = &a->document->blocks[i];

        if (block->zone == ZONE_HEADING)
            headings++;
        else if (block->zone == ZONE_BODY)
            words += block->word_end - block->word_first;
    }
    return headings >= FEWEST_HEADINGS && words < headings * FEWEST_WORDS
               ? headings
               : 0;
}

static size_t
areas_passed_over(const struct assessing *a)
{
    return a->search.outline.areas_passed_over;
}

/* Its checklist was taught, and what it learned is not at hand. */
static size_t
model_missing(const struct assessing *a)
{
    return a->checklist->model_name.len > 0 && !a->checklist->model;
}

/* The model learned from this very document. */
static size_t
model_acquainted(const struct assessing *a)
{
    const struct samsyn_document *document = a->document;

    if (!a->checklist->model)
        return 0;
    if (!document->member_count)
        return acquainted(a->checklist->model, document);
    for (size_t i = 0; i < document->member_count; i++) {
        if (acquainted(a->checklist->model, document->members[i].document))
            return 1;
    }
    return 0;
}

/* What is worth knowing of any document: asked, and said where the answer is
 * not 0. */
static const struct {
    const char *code;
    enum message text;
    size_t (*ask)(const struct assessing *a);
} advice[ADVICE_KINDS] = {
    { "other-language", MSG_ASSESS_OTHER_LANGUAGE, other_language },
    { "structure-guessed", MSG_ASSESS_GUESSED, guessed_blocks },
    { "furniture", MSG_ASSESS_FURNITURE, furniture_blocks },
    { "contents", MSG_ASSESS_CONTENTS, contents_blocks },
    { "placeholders", MSG_ASSESS_PLACEHOLDERS, placeholder_sentences },
    { "advice", MSG_ASSESS_ADVICE, advice_sentences },
    { "distant", MSG_ASSESS_DISTANT, distant_sentences },
    { "word-heap", MSG_ASSESS_HEAP, heap_sentences },
    { "no-text", MSG_ASSESS_NO_TEXT, headings_alone },
    { "areas", MSG_ASSESS_AREAS_PASSED_OVER, areas_passed_over },
    { "no-model", MSG_ASSESS_NO_MODEL, model_missing },
    { "taught-from", MSG_ASSESS_TAUGHT_FROM, model_acquainted },
};

static bool
add_notice(struct assessing *a, const char *code, enum message text,
           size_t number)
{
    struct notice *notice = &a->out->notices[a->out->notice_count++];
    char digits[NUMBER_TEXT];
    struct str arg = number_text((int64_t)number, digits);
    struct buf sentence;

    buf_init(&sentence, &a->config->mem, BUF_ANY);
    message_format(&sentence, text, a->config->lang, &arg, 1);
    notice->document = a->document->member_count > 0 ? 0 : 1;
    notice->span = (samsyn_span){ SAMSYN_NONE, SAMSYN_NONE, 0, 0 };
    notice->code = str_of(code);
    notice->text = buf_failed(&sentence)
                       ? str_make(NULL, 0)
                       : arena_str(&a->out->arena, buf_view(&sentence));
    buf_done(&sentence);
    return notice->text.ptr != NULL;
}

static bool
add_notices(struct assessing *a)
{
    for (size_t i = 0; i < ADVICE_KINDS; i++) {
        size_t number = advice[i].ask(a);

        if (number > 0 &&
            !add_notice(a, advice[i].code, advice[i].text, number))
            return false;
    }
    return true;
}

static bool
copy_notices(struct assessing *a)
{
    const struct samsyn_document *document = a->document;
    struct arena *arena = &a->out->arena;
    size_t count = document->notice_count + NOTICES_OWN;

    a->out->notices = arena_array(arena, count, sizeof *a->out->notices);
    if (!a->out->notices)
        return false;
    a->out->notice_count = document->notice_count;
    for (size_t i = 0; i < document->notice_count; i++) {
        struct notice *notice = &a->out->notices[i];

        notice->document = document->notices[i].document;
        if (document->member_count == 0)
            notice->document = 1;
        notice->span = document->notices[i].span;
        if (!copy_text(arena, &notice->code, document->notices[i].code) ||
            !copy_text(arena, &notice->text, document->notices[i].text))
            return false;
    }
    return add_notices(a);
}

static samsyn_status
work(struct assessing *a)
{
    samsyn_status status =
        match_document(&a->matches, &a->checklist->tokens,
                       a->checklist->language, a->document, a->config);

    if (status)
        return status;
    if (!search_init(&a->search, a->checklist, a->document, a->matches,
                     a->config) ||
        !copy_areas(a) || !copy_notices(a) || !copy_origin(a) ||
        !set_describe(a->out, &a->search) ||
        !set_describe_parts(a->out, &a->search) ||
        !set_note_expired(a->out, a->config) || !copy_about(a))
        status = SAMSYN_E_NOMEM;
    if (!status && a->config->part > a->search.parts.count)
        status = SAMSYN_E_ARGUMENT;
    if (!status && a->checklist->model &&
        !taught_init(&a->taught, &a->search, a->checklist->model))
        status = SAMSYN_E_NOMEM;
    if (!status)
        status = judge_all(a);
    if (!status && !inventory_take(a->out, &a->search))
        status = SAMSYN_E_NOMEM;
    if (!status && !keep_text(a->out, a->document, a->config))
        status = SAMSYN_E_NOMEM;
    taught_done(&a->taught);
    search_done(&a->search);
    return status;
}

samsyn_status
assess(struct samsyn_assessment **out, const struct samsyn_checklist *checklist,
       const struct samsyn_document *document,
       const struct samsyn_config *config)
{
    struct assessing a = { .checklist = checklist,
                           .document = document,
                           .config = config_of(config) };
    samsyn_status status;

    a.out = mem_alloc(&a.config->mem, sizeof *a.out);
    if (!a.out)
        return SAMSYN_E_NOMEM;
    arena_init(&a.out->arena, &a.config->mem);
    a.out->lang = a.config->lang;
    status = work(&a);
    matches_free(a.matches);
    if (status == SAMSYN_OK && a.config->no_quotes && !keep_no_quotes(a.out))
        status = SAMSYN_E_NOMEM;
    if (status == SAMSYN_OK)
        *out = a.out;
    else
        assessment_free(a.out);
    return status;
}

/* What a criterion without rules comes to by its examples. */
static bool
ask_taught(struct search *search, const struct criterion *criterion,
           struct ruling rules, samsyn_verdict *said)
{
    const struct model *model = search->checklist->model;
    size_t index = model ? model_criterion(model, criterion->id) : SAMSYN_NONE;
    struct taught taught = { 0 };
    struct balanced balanced;

    if (rules.verdict == SAMSYN_VERDICT_NEEDS_REVIEW)
        return true;
    *said = SAMSYN_VERDICT_NEEDS_REVIEW;
    if (index == SAMSYN_NONE)
        return true;
    if (!taught_init(&taught, search, model))
        return false;
    if (balance(&balanced, &taught, index, rules))
        *said = balanced.verdict;
    taught_done(&taught);
    return true;
}

static samsyn_status
settle_one(struct search *search, const struct criterion *criterion,
           samsyn_verdict *verdict)
{
    struct ruling rules = judge_rules(search, criterion);
    samsyn_verdict said = rules.verdict;

    if (criterion->taught && !search->stopped && !search->failed &&
        !ask_taught(search, criterion, rules, &said))
        return SAMSYN_E_NOMEM;
    if (search->failed)
        return SAMSYN_E_NOMEM;
    if (search->stopped)
        return SAMSYN_E_STOPPED;
    *verdict = said;
    return SAMSYN_OK;
}

samsyn_status
assess_one(samsyn_verdict *verdict, const struct samsyn_checklist *checklist,
           size_t criterion, const struct samsyn_document *document,
           const struct samsyn_config *config)
{
    const struct samsyn_config *settings = config_of(config);
    struct matches *matches = NULL;
    struct search search;
    samsyn_status status = match_document(
        &matches, &checklist->tokens, checklist->language, document, settings);

    if (status)
        return status;
    if (search_init(&search, checklist, document, matches, settings))
        status = settle_one(&search, &checklist->criteria[criterion], verdict);
    else
        status = SAMSYN_E_NOMEM;
    search_done(&search);
    matches_free(matches);
    return status;
}

void
assessment_free(struct samsyn_assessment *assessment)
{
    samsyn_allocator mem;

    if (!assessment)
        return;
    mem = assessment->arena.mem;
    arena_done(&assessment->arena);
    mem_free(&mem, assessment);
}
