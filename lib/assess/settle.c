/* SPDX-License-Identifier: MIT */

/* Takes a verdict of the rules to the verdict that rules and taught evidence
 * come to together.  What a limit left open, what stands in another document
 * and what does not apply stays as it is; of what only a person can say the
 * suggestion is settled.
 *
 * Invariant: a verdict above the rules' rests on a passage that is shown with
 * the words that weighed most; one below says so in the account. */

#include "assess/settle.h"

#include "assess/account.h"
#include "assess/balance.h"
#include "base/message.h"
#include "base/number.h"

enum {
    WORDS_SHOWN = 4
};

/* What settling one criterion works on. */
struct settling {
    struct arena *arena;
    struct search *search;
    const struct taught *taught;
    size_t index; /* of the criterion in the model */
    struct samsyn_criterion *out;
};

/* ---- The account ---- */

/* "ord", "ord" and "ord": those that weighed most in a passage. */
static void
list_words(const struct settling *s, const struct passage *passage,
           size_t class, struct buf *out)
{
    const struct samsyn_document *document = s->search->document;
    struct weighed_word words[WORDS_SHOWN];
    size_t count =
        weigher_reasons(&s->taught->weigher, passage->words.first,
                        passage->words.end, class, words, WORDS_SHOWN);

    for (size_t i = 0; i < count; i++) {
        const struct word *word = &document->words[words[i].word];

        if (i > 0)
            buf_text(out, ", ");
        buf_add(out, document->text.ptr + word->start, word->length);
    }
}

static bool
add_evidence(struct settling *s, samsyn_evidence_kind kind,
             const struct samsyn_evidence *evidence)
{
    struct evidence_list *list = &s->out->evidence[kind];
    struct samsyn_evidence *items =
        arena_array(s->arena, list->count + 1, sizeof *items);

    if (!items)
        return false;
    for (size_t i = 0; i < list->count; i++)
        items[i] = list->items[i];
    items[list->count] = *evidence;
    list->items = items;
    list->count++;
    return true;
}

/* The evidence that already stands for a place, or NULL. */
static struct samsyn_evidence *
counted_at(const struct settling *s, const struct samsyn_evidence *evidence)
{
    struct evidence_list *list = &s->out->evidence[SAMSYN_EVIDENCE_COUNTED];

    for (size_t i = 0; i < list->count; i++) {
        if (list->items[i].text_start <= evidence->text_start &&
            list->items[i].text_end >= evidence->text_end)
            return &list->items[i];
    }
    return NULL;
}

/* What the rules found there too is shown once, as what it was taught. */
static bool
add_taught(struct settling *s, const struct samsyn_evidence *evidence)
{
    struct samsyn_evidence *counted = counted_at(s, evidence);

    if (!counted)
        return add_evidence(s, SAMSYN_EVIDENCE_COUNTED, evidence);
    counted->rule = evidence->rule;
    counted->note = evidence->note;
    return true;
}

static size_t
class_for(const struct settling *s, samsyn_verdict verdict)
{
    return MODEL_LEVELS * s->index + (verdict == SAMSYN_VERDICT_MET ? 1 : 0);
}

static const struct taught_best *
best_for(const struct settling *s, samsyn_verdict verdict)
{
    return &s->taught->best[class_for(s, verdict)];
}

/* The best passage for the level that was reached. */
static bool
show_passage(struct settling *s, samsyn_verdict verdict)
{
    size_t class = class_for(s, verdict);
    const struct taught_best *best = best_for(s, verdict);
    struct samsyn_evidence evidence = { 0 };
    struct extent extent;
    struct buf note, words;
    struct str arg;
    bool good;

    extent = (struct extent){ .main = best->passages[0].passage.words };
    buf_init(&note, &s->search->config->mem, BUF_ANY);
    buf_init(&words, &s->search->config->mem, BUF_ANY);
    list_words(s, &best->passages[0].passage, class, &words);
    arg = buf_view(&words);
    message_format(&note, MSG_ASSESS_TAUGHT, s->search->config->lang, &arg, 1);
    good = !buf_failed(&words) && !buf_failed(&note) &&
           account_extent(s->arena, s->search, &evidence, &extent,
                          buf_view(&note));
    evidence.rule = STR("taught");
    buf_done(&words);
    buf_done(&note);
    return good && add_taught(s, &evidence);
}

/* What the rules found and nothing of it counts. */
static bool
refuse_counted(struct settling *s)
{
    struct evidence_list *counted = &s->out->evidence[SAMSYN_EVIDENCE_COUNTED];

    for (size_t i = 0; i < counted->count; i++) {
        struct samsyn_evidence evidence = counted->items[i];

        evidence.reason = STR("other");
        if (!add_evidence(s, SAMSYN_EVIDENCE_REFUSED, &evidence))
            return false;
    }
    counted->count = 0;
    return true;
}

/* Which way it went, and how far the rules had come. */
static bool
say_joined(struct settling *s, enum message message, struct str *out)
{
    const struct samsyn_config *config = s->search->config;
    char digits[NUMBER_TEXT];
    struct str percent =
        number_text(s->out->closeness / (CLOSENESS_WHOLE / 100), digits);
    struct buf text;

    buf_init(&text, &config->mem, BUF_ANY);
    message_format(&text, message, config->lang, &percent, 1);
    *out = arena_str(s->arena, buf_view(&text));
    bool good = !buf_failed(&text) && out->ptr;
    buf_done(&text);
    return good;
}

static bool
add_line(struct settling *s, enum message message)
{
    struct samsyn_criterion *out = s->out;
    struct trace_line line = { .held = -1 }, *lines;

    if (s->search->config->no_account)
        return true;
    lines = arena_array(s->arena, out->trace_count + 1, sizeof *lines);
    if (!lines || !say_joined(s, message, &line.text))
        return false;
    for (size_t i = 0; i < out->trace_count; i++)
        lines[i] = out->trace[i];
    lines[out->trace_count++] = line;
    out->trace = lines;
    return true;
}

static bool
account_raised(struct settling *s, samsyn_verdict verdict)
{
    if (verdict == SAMSYN_VERDICT_MET)
        s->out->evidence[SAMSYN_EVIDENCE_NEAREST].count = 0;
    return show_passage(s, verdict) && add_line(s, MSG_ASSESS_TAUGHT_RAISED);
}

static bool
account_lowered(struct settling *s, samsyn_verdict verdict)
{
    if (verdict == SAMSYN_VERDICT_NOT_MET && !refuse_counted(s))
        return false;
    return add_line(s, MSG_ASSESS_TAUGHT_LOWERED);
}

/* ---- The verdict ---- */

/* Met, partly, not met stand in this order. */
static bool
is_more(samsyn_verdict verdict, samsyn_verdict than)
{
    return verdict < than;
}

/* Something that a verdict could be shown by: a start of its own raises no
 * text in which no passage counts. */
static bool
has_passage(const struct settling *s, samsyn_verdict verdict)
{
    return best_for(s, verdict)->count > 0;
}

static struct ruling
ruling_of(const struct settling *s, samsyn_verdict verdict)
{
    return (struct ruling){ verdict, s->out->closeness };
}

/* Neither rules nor examples can say. */
static void
leave_open(struct samsyn_criterion *out)
{
    out->verdict = SAMSYN_VERDICT_NEEDS_REVIEW;
    out->suggestion = 0;
    out->texts[SAMSYN_CRITERION_REASON] = STR("untaught");
}

/* Without rules there is nothing that the examples could correct, and nothing
 * that could bear them out: the verdict is doubtful. */
static bool
settle_taught(struct settling *s, samsyn_verdict *verdict)
{
    struct balanced said;

    s->out->rules = 0;
    if (s->index == SAMSYN_NONE ||
        !balance(&said, s->taught, s->index, ruling_of(s, *verdict))) {
        leave_open(s->out);
        return true;
    }
    s->out->certainty = SAMSYN_DOUBTFUL;
    *verdict = SAMSYN_VERDICT_NOT_MET;
    if (said.verdict == SAMSYN_VERDICT_NOT_MET || !has_passage(s, said.verdict))
        return true;
    *verdict = said.verdict;
    return show_passage(s, said.verdict);
}

static bool
settle_verdict(struct settling *s, samsyn_verdict *verdict)
{
    samsyn_verdict rules = *verdict;
    struct balanced joined;

    if (!balance(&joined, s->taught, s->index, ruling_of(s, rules)))
        return true;
    s->out->certainty = joined.certainty;
    if (is_more(joined.verdict, rules) && !has_passage(s, joined.verdict)) {
        s->out->certainty = SAMSYN_DOUBTFUL;
        return true;
    }
    *verdict = joined.verdict;
    if (joined.verdict == rules)
        return true;
    return is_more(joined.verdict, rules) ? account_raised(s, joined.verdict)
                                          : account_lowered(s, joined.verdict);
}

bool
settle(struct arena *arena, struct search *search, const struct taught *taught,
       const struct criterion *criterion, struct samsyn_criterion *out)
{
    struct settling s = { arena, search, taught, SAMSYN_NONE, out };
    samsyn_verdict *verdict = &out->verdict;

    if (out->suggestion)
        verdict = &out->suggestion;
    out->rules = *verdict;
    if (!balance_is_of_scale(*verdict))
        return true;
    if (taught)
        s.index = model_criterion(taught->model, criterion->id);
    if (criterion->taught)
        return settle_taught(&s, verdict);
    return s.index == SAMSYN_NONE || settle_verdict(&s, verdict);
}
