/* SPDX-License-Identifier: MIT */

/* The account of what was looked for: a line for each part of a criterion's
 * rules, with how many places were seen and how many of them count. */

#include "assess/account.h"
#include "assess/describe.h"
#include "base/message.h"
#include "base/number.h"

enum {
    COUNTED_MOST = 1000,
    DEPTH_MOST = 24,
    UNIT_WORDS = 12, /* shown of an area or item */
    UNITS_MOST = 100
};

struct tracer {
    struct arena *arena;
    struct search *search;
    bool one_by_one;  /* whether a rule holds is not the document's */
    struct vec lines; /* of struct trace_line */
};

static bool
add_line(struct tracer *tracer, struct str text, size_t depth, int held)
{
    struct trace_line *line = vec_push(&tracer->lines);

    if (!line)
        return false;
    line->text = arena_str(tracer->arena, text);
    line->depth = depth;
    line->held = held;
    return line->text.ptr != NULL;
}

static size_t
count_accepted(struct search *search, const struct rule *rule,
               const struct setting *setting, size_t *places)
{
    const struct hit_list *list = &search->matches->concepts[rule->concept];
    size_t counted = 0, seen = 0;

    for (size_t i = 0; i < list->count && i < COUNTED_MOST; i++) {
        enum refusal refusal = judge_hit(search, setting, &list->hits[i]);

        seen += refusal != REFUSAL_ELSEWHERE;
        counted += refusal == REFUSAL_NONE;
    }
    *places = seen;
    return counted;
}

static int
rule_held(struct search *search, const struct rule *rule,
          const struct setting *setting)
{
    struct extent whole = { .main = {
                                0, (uint32_t)search->document->word_count } };
    size_t mark = search->finds.len;
    bool held = evaluate(search, rule, &whole, setting, 1);

    search->finds.len = mark;
    return held;
}

static bool
trace_rule(struct tracer *tracer, const struct rule *rule,
           const struct setting *outer, size_t depth);

static bool
trace_children(struct tracer *tracer, const struct rule *rule,
               const struct setting *setting, size_t depth)
{
    for (size_t i = 0; i < rule->count; i++) {
        if (!trace_rule(tracer, &rule->children[i], setting, depth))
            return false;
    }
    return true;
}

static bool
trace_rule(struct tracer *tracer, const struct rule *rule,
           const struct setting *outer, size_t depth)
{
    struct search *search = tracer->search;
    struct setting setting = setting_inside(outer, rule);
    size_t places = 0, counted = 0;
    struct buf text;
    bool good;
    int held;

    if (depth > DEPTH_MOST)
        return true;
    if (rule->kind == RULE_FIND)
        counted = count_accepted(search, rule, &setting, &places);
    held = tracer->one_by_one ? -1 : rule_held(search, rule, outer);
    buf_init(&text, &search->config->mem, BUF_ANY);
    describe_rule(&text, search->checklist, rule, search->config->lang, places,
                  counted);
    good = !buf_failed(&text) && add_line(tracer, buf_view(&text), depth, held);
    buf_done(&text);
    return good && trace_children(tracer, rule, &setting, depth + 1);
}

static bool
trace_head(struct tracer *tracer, enum message head)
{
    return add_line(tracer,
                    str_of(message_text(head, tracer->search->config->lang)), 0,
                    -1);
}

/* ---- One by one ---- */

static bool
trace_text(struct tracer *tracer, enum message id, const struct str *args,
           size_t count, size_t depth, int held)
{
    struct buf text;
    bool good;

    buf_init(&text, &tracer->search->config->mem, BUF_ANY);
    message_format(&text, id, tracer->search->config->lang, args, count);
    good = !buf_failed(&text) && add_line(tracer, buf_view(&text), depth, held);
    buf_done(&text);
    return good;
}

/* The first words of an area or item. */
static struct str
unit_text(const struct search *search, const struct extent *extent)
{
    const struct samsyn_document *document = search->document;
    uint32_t first = extent->main.first, last = extent->main.end;

    if (last - first > UNIT_WORDS)
        last = first + UNIT_WORDS;
    return str_make(document->text.ptr + document->words[first].start,
                    document->words[last - 1].start +
                        document->words[last - 1].length -
                        document->words[first].start);
}

static bool
trace_unit(struct tracer *tracer, unsigned over,
           const struct samsyn_criterion *out, size_t index)
{
    samsyn_lang lang = tracer->search->config->lang;
    struct extent extent = extent_at(tracer->search, over, index);
    uint8_t verdict = out->units[index];
    static const enum message words[] = {
        [SAMSYN_VERDICT_MET] = MSG_REPORT_MET,
        [SAMSYN_VERDICT_PARTLY] = MSG_REPORT_PARTLY,
        [SAMSYN_VERDICT_NOT_MET] = MSG_REPORT_NOT_MET,
        [SAMSYN_VERDICT_NEEDS_REVIEW] = MSG_REPORT_NEEDS_REVIEW,
    };
    char digits[NUMBER_TEXT];
    struct str args[4] = { str_of(message_text(
                               describe_over(over, DESCRIBE_ONE), lang)),
                           number_text((int64_t)index + 1, digits),
                           str_of(message_text(words[verdict], lang)),
                           unit_text(tracer->search, &extent) };

    return trace_text(tracer, MSG_ASSESS_UNIT, args, 4, 1,
                      verdict == SAMSYN_VERDICT_MET);
}

static bool
trace_units(struct tracer *tracer, const struct criterion *criterion,
            const struct samsyn_criterion *out)
{
    unsigned over =
        criterion->asked == LEVEL_ITEM ? (unsigned)criterion->of : OVER_FOCUS;
    samsyn_lang lang = tracer->search->config->lang;
    char met[NUMBER_TEXT], of[NUMBER_TEXT], partly[NUMBER_TEXT];
    struct str args[4] = {
        str_of(message_text(describe_over(over, DESCRIBE_ONE), lang)),
        number_text(out->shares.met, met), number_text(out->shares.of, of),
        number_text(out->shares.partly, partly)
    };

    if (!trace_text(tracer, MSG_ASSESS_ASKED_OF_EACH, args, 4, 0, -1))
        return false;
    for (size_t i = 0; i < out->unit_count && i < UNITS_MOST; i++) {
        if (!trace_unit(tracer, over, out, i))
            return false;
    }
    if (out->unit_count <= UNITS_MOST)
        return true;
    args[0] = number_text((int64_t)(out->unit_count - UNITS_MOST), met);
    return trace_text(tracer, MSG_ASSESS_UNITS_MORE, args, 1, 1, -1);
}

static bool
trace_all(struct tracer *tracer, const struct criterion *criterion)
{
    const struct rule_list *unless = &criterion->unless;

    if (criterion->taught)
        return trace_head(tracer, MSG_ASSESS_TAUGHT_ALONE);
    if (!trace_head(tracer, MSG_ASSESS_MET_IF) ||
        !trace_rule(tracer, criterion->met, &setting_default, 1))
        return false;
    if (criterion->referred &&
        (!trace_head(tracer, MSG_ASSESS_REFERRED_IF) ||
         !trace_rule(tracer, criterion->referred, &setting_default, 1)))
        return false;
    if (criterion->partly &&
        (!trace_head(tracer, MSG_ASSESS_PARTLY_IF) ||
         !trace_rule(tracer, criterion->partly, &setting_default, 1)))
        return false;
    if (unless->count > 0 && !trace_head(tracer, MSG_ASSESS_UNLESS))
        return false;
    tracer->search->barred.len = 0; /* else none of them could be seen */
    for (size_t i = 0; i < unless->count; i++) {
        struct setting all = { .accept = ~0u, .section = -1 };

        if (!trace_rule(tracer, &unless->rules[i], &all, 1))
            return false;
    }
    return true;
}

bool
account_trace(struct arena *arena, struct search *search,
              struct samsyn_criterion *out, const struct criterion *criterion)
{
    bool units = criterion->asked != LEVEL_DOCUMENT && out->units;
    struct tracer tracer = { .arena = arena,
                             .search = search,
                             .one_by_one = units };
    bool good;

    vec_init(&tracer.lines, &search->config->mem, sizeof(struct trace_line));
    search->recording = false;
    good = (!units || trace_units(&tracer, criterion, out)) &&
           trace_all(&tracer, criterion) && !search->failed;
    if (good) {
        out->trace_count = tracer.lines.len;
        out->trace = arena_copy(arena, tracer.lines.data, tracer.lines.len,
                                sizeof *out->trace);
        good = out->trace != NULL;
    }
    vec_done(&tracer.lines);
    return good;
}
