/* SPDX-License-Identifier: MIT */

/* What people said, beside what the machine said.
 *
 * The machine's verdicts stay as they are.  An answer is put beside one where
 * the question is open: left to a person, referred to what is not there, or
 * doubtful; or where it says that it goes before this very verdict.  A waiver
 * is put beside what is not met, until its last day.  What is not used is
 * said, at its place in the file of answers.
 *
 * Of two answers to one question the first counts, in the order of the files.
 * Where there are answers to this very document, those to an earlier version
 * are not used at all. */

#include "assess/answers.h"
#include "base/day.h"
#include "base/number.h"

/* ---- Whose answers ---- */

static bool
same_annexes(const struct answered *entry,
             const struct samsyn_assessment *assessment)
{
    if (entry->annex_count + 1 != assessment->document_count)
        return false;
    for (size_t i = 0; i < entry->annex_count; i++) {
        if (!str_equal(
                entry->annexes[i],
                assessment->documents[i + 1].texts[SAMSYN_DOCUMENT_DIGEST]))
            return false;
    }
    return true;
}

static bool
names_part(const struct answered *entry, size_t number)
{
    int64_t named;

    for (size_t i = 0; i < entry->part_count; i++) {
        if (number_int(entry->parts[i], &named) && named == (int64_t)number)
            return true;
    }
    return false;
}

/* Another year's promises in the same file are another matter. */
static bool
same_parts(const struct answered *entry,
           const struct samsyn_assessment *assessment)
{
    const struct assessed_document *main = &assessment->documents[0];

    for (size_t i = 0; entry->part_count > 0 && i < main->part_count; i++) {
        if (main->parts[i].assessed != names_part(entry, i + 1))
            return false;
    }
    return true;
}

enum concern
answers_concern(const struct answered *entry,
                const struct samsyn_assessment *assessment)
{
    const struct str *texts = assessment->texts;

    if (!str_equal(entry->checklist, texts[SAMSYN_ASSESSMENT_CHECKLIST_ID]) ||
        !same_parts(entry, assessment))
        return CONCERNS_OTHER;
    if (str_equal(entry->digest, texts[SAMSYN_ASSESSMENT_DOCUMENT_DIGEST]))
        return same_annexes(entry, assessment) ? CONCERNS_THIS
                                               : CONCERNS_EARLIER;
    return str_equal(entry->name, texts[SAMSYN_ASSESSMENT_DOCUMENT_NAME])
               ? CONCERNS_EARLIER
               : CONCERNS_OTHER;
}

/* ---- One statement ---- */

/* What the statements of an entry are put to. */
struct applying {
    struct samsyn_assessment *assessment;
    const struct samsyn_config *config;
    struct samsyn_diagnostics *diags;
    const struct diag_source *source;
    bool older; /* the document has changed since */
};

static bool
say(const struct applying *a, enum diag_code code,
    const struct statement *statement, struct str second)
{
    struct str args[2] = { statement->criterion, second };

    return diag_add(a->diags, code, a->source, statement->start, statement->end,
                    args, 2, STR(""));
}

static struct samsyn_criterion *
find_criterion(const struct samsyn_assessment *assessment, struct str name)
{
    for (size_t i = 0; i < assessment->criterion_count; i++) {
        const struct str *texts = assessment->criteria[i].texts;

        if (str_equal(texts[SAMSYN_CRITERION_ID], name) ||
            str_equal(texts[SAMSYN_CRITERION_CODE], name))
            return &assessment->criteria[i];
    }
    return NULL;
}

bool
answers_is_open(const struct samsyn_criterion *criterion)
{
    return criterion->verdict == SAMSYN_VERDICT_NEEDS_REVIEW ||
           criterion->verdict == SAMSYN_VERDICT_REFERRED ||
           criterion->certainty == SAMSYN_DOUBTFUL;
}

/* A reason may quote the document, so it is no more kept than its words. */
static bool
keep_texts(const struct applying *a, struct said *said, int first,
           const struct statement *statement)
{
    struct arena *arena = &a->assessment->arena;
    struct str reason =
        a->config->no_quotes ? STR("") : str_trim(statement->reason);

    said->older = said->older || a->older;
    said->texts[first] = arena_str(arena, str_trim(statement->by));
    said->texts[first + 1] = arena_str(arena, statement->date);
    said->texts[first + 2] = arena_str(arena, reason);
    return said->texts[first].ptr && said->texts[first + 1].ptr &&
           said->texts[first + 2].ptr;
}

static bool
put_answer(const struct applying *a, const struct statement *statement,
           struct samsyn_criterion *criterion)
{
    struct str verdict = str_of(samsyn_verdict_name(criterion->verdict));

    if (statement->says == 0)
        return true;
    if (criterion->said.verdict)
        return say(a, DIAG_ANSWER_TWICE, statement, STR(""));
    if (statement->overrules && statement->overrules != (int)criterion->verdict)
        return say(a, DIAG_ANSWER_OVERRULES, statement, verdict);
    if (!statement->overrules && !answers_is_open(criterion))
        return say(a, DIAG_ANSWER_NOT_OPEN, statement, verdict);
    criterion->said.verdict = (samsyn_verdict)statement->says;
    a->assessment->answer_count++;
    return keep_texts(a, &criterion->said, SAMSYN_ANSWER_BY, statement);
}

/* A waiver that ends cannot be used where nobody says what day it is. */
static bool
is_past(const struct applying *a, const struct statement *statement)
{
    const struct day today = { a->config->year, a->config->month,
                               a->config->day };
    struct day until;

    return !day_read(statement->date, &until) || day_compare(until, today) < 0;
}

static bool
put_waiver(const struct applying *a, const struct statement *statement,
           struct samsyn_criterion *criterion)
{
    samsyn_verdict verdict =
        criterion->said.verdict ? criterion->said.verdict : criterion->verdict;

    if (criterion->said.effect)
        return say(a, DIAG_ANSWER_TWICE, statement, STR(""));
    if (a->config->year == 0)
        return say(a, DIAG_WAIVER_DATE, statement, statement->date);
    if (is_past(a, statement))
        return say(a, DIAG_WAIVER_EXPIRED, statement, statement->date);
    if (verdict == SAMSYN_VERDICT_MET ||
        verdict == SAMSYN_VERDICT_NOT_APPLICABLE)
        return say(a, DIAG_WAIVER_NEEDLESS, statement,
                   str_of(samsyn_verdict_name(verdict)));
    criterion->said.effect = (samsyn_effect)statement->says;
    a->assessment->waiver_count++;
    return keep_texts(a, &criterion->said, SAMSYN_WAIVER_BY, statement);
}

typedef bool (*put_fn)(const struct applying *a,
                       const struct statement *statement,
                       struct samsyn_criterion *criterion);

static bool
put_all(const struct applying *a, const struct statements *list, put_fn put)
{
    struct str checklist = a->assessment->texts[SAMSYN_ASSESSMENT_CHECKLIST_ID];

    for (size_t i = 0; i < list->count; i++) {
        const struct statement *statement = &list->items[i];
        struct samsyn_criterion *criterion =
            find_criterion(a->assessment, statement->criterion);

        if (criterion ? !put(a, statement, criterion)
                      : !say(a, DIAG_ANSWER_CRITERION, statement, checklist))
            return false;
    }
    return true;
}

/* ---- An entry ---- */

static bool
say_entry(const struct applying *a, enum diag_code code,
          const struct answered *entry, struct str first, struct str second)
{
    struct str args[2] = { first, second };

    return diag_add(a->diags, code, a->source, entry->start, entry->end, args,
                    2, STR(""));
}

/* That the document, or what is asked, is another by now. */
static bool
say_changed(const struct applying *a, const struct answered *entry)
{
    struct str version =
        a->assessment->texts[SAMSYN_ASSESSMENT_CHECKLIST_VERSION];

    if (a->older)
        return say_entry(
            a, entry->use_changed ? DIAG_ANSWERS_OLDER : DIAG_ANSWERS_CHANGED,
            entry, entry->name, STR(""));
    if (entry->version.len > 0 && !str_equal(entry->version, version))
        return say_entry(a, DIAG_ANSWERS_VERSION, entry, entry->version,
                         version);
    return true;
}

static bool
put_entry(const struct applying *a, const struct answered *entry, bool waivers)
{
    if (a->older && !entry->use_changed)
        return true;
    return waivers ? put_all(a, &entry->waivers, put_waiver)
                   : put_all(a, &entry->answers, put_answer);
}

/* ---- All entries of all files ---- */

typedef bool (*entry_fn)(const struct applying *a,
                         const struct answered *entry);

static bool
entry_answers(const struct applying *a, const struct answered *entry)
{
    return say_changed(a, entry) && put_entry(a, entry, false);
}

static bool
entry_waivers(const struct applying *a, const struct answered *entry)
{
    return put_entry(a, entry, true);
}

/* Those that ask to be used although the document has changed. */
static bool
entry_past(const struct applying *a, const struct answered *entry)
{
    return !entry->use_changed ||
           say_entry(a, DIAG_ANSWERS_PAST, entry, entry->name, STR(""));
}

static bool
each_entry(struct applying *a, enum concern concern, entry_fn take)
{
    for (size_t i = 0; i < a->config->answer_count; i++) {
        const struct samsyn_answers *file = a->config->answers[i];

        a->source = &file->source;
        for (size_t k = 0; k < file->count; k++) {
            const struct answered *entry = &file->documents[k];

            if (answers_concern(entry, a->assessment) == concern &&
                !take(a, entry))
                return false;
        }
    }
    return true;
}

static bool
has_entry(const struct samsyn_answers *file,
          const struct samsyn_assessment *assessment, enum concern concern)
{
    for (size_t i = 0; i < file->count; i++) {
        if (answers_concern(&file->documents[i], assessment) == concern)
            return true;
    }
    return false;
}

static bool
concerns_this(const struct samsyn_assessment *assessment,
              const struct samsyn_config *config)
{
    for (size_t i = 0; i < config->answer_count; i++) {
        if (has_entry(config->answers[i], assessment, CONCERNS_THIS))
            return true;
    }
    return false;
}

/* Which files it takes to get the same again. */
static bool
note_files(struct samsyn_assessment *assessment,
           const struct samsyn_config *config, enum concern concern)
{
    struct arena *arena = &assessment->arena;

    assessment->answers =
        arena_array(arena, config->answer_count, sizeof *assessment->answers);
    if (!assessment->answers)
        return false;
    for (size_t i = 0; i < config->answer_count; i++) {
        const struct samsyn_answers *file = config->answers[i];
        struct answers_used *slot =
            &assessment->answers[assessment->answers_used];

        if (!has_entry(file, assessment, concern))
            continue;
        slot->name = arena_str(arena, str_of(file->source.name));
        slot->digest = arena_str(arena, str_of(file->digest));
        if (!slot->name.ptr || !slot->digest.ptr)
            return false;
        assessment->answers_used++;
    }
    return true;
}

/* Where answers to this very document are there, those to earlier ones are
 * history.  Waivers come last: they are about what is still not met. */
bool
answers_apply(struct samsyn_assessment *assessment,
              const struct samsyn_config *config,
              struct samsyn_diagnostics *diags)
{
    struct applying a = { assessment, config, diags, NULL, false };
    enum concern concern = CONCERNS_THIS;

    if (config->answer_count == 0)
        return true;
    if (!concerns_this(assessment, config)) {
        concern = CONCERNS_EARLIER;
        a.older = true;
    }
    return note_files(assessment, config, concern) &&
           each_entry(&a, concern, entry_answers) &&
           each_entry(&a, concern, entry_waivers) &&
           (a.older || each_entry(&a, CONCERNS_EARLIER, entry_past));
}
