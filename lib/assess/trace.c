/* SPDX-License-Identifier: MIT */

/* The account of what was looked for: a line for each part of a criterion's
 * rules, with how many places were seen and how many of them count. */

#include "assess/account.h"
#include "assess/describe.h"
#include "base/message.h"

enum {
    COUNTED_MOST = 1000,
    DEPTH_MOST = 24
};

struct tracer {
    struct arena *arena;
    struct search *search;
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
    held = rule_held(search, rule, outer);
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

static bool
trace_all(struct tracer *tracer, const struct criterion *criterion)
{
    const struct rule_list *unless = &criterion->unless;

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
    struct tracer tracer = { .arena = arena, .search = search };
    bool good;

    vec_init(&tracer.lines, &search->config->mem, sizeof(struct trace_line));
    search->recording = false;
    good = trace_all(&tracer, criterion) && !search->failed;
    if (good) {
        out->trace_count = tracer.lines.len;
        out->trace = arena_copy(arena, tracer.lines.data, tracer.lines.len,
                                sizeof *out->trace);
        good = out->trace != NULL;
    }
    vec_done(&tracer.lines);
    return good;
}
