/* SPDX-License-Identifier: MIT */

/* Reads the rules that go over the items and focus areas of a document: each,
 * share and number.  What they go over must be defined in the checklist; the
 * rule context remembers what was named, and the loader checks it when all
 * rules are read. */

#include "checklist/rule_inner.h"

/* What `each:`, `share:` and `number:` hold. */
struct over_draft {
    const struct yaml_node *of, *percent, *is, *least, *most;
};

#define KEEP_OVER(name)                                                        \
    static bool keep_over_##name(struct shape_reader *reader, void *target,    \
                                 const struct yaml_node *value)                \
    {                                                                          \
        (void)reader;                                                          \
        ((struct over_draft *)target)->name = value;                           \
        return true;                                                           \
    }

KEEP_OVER(of)
KEEP_OVER(percent)
KEEP_OVER(is)
KEEP_OVER(least)
KEEP_OVER(most)

const char *const over_words[] = { "promise", "measure", "goal", "focus",
                                   NULL };

#define OF_KEY                                                                 \
    {                                                                          \
        "of", SHAPE_CHOICE, true, keep_over_of, NULL, over_words,              \
            "vad som räknas: löften, åtgärder, mål eller fokusområden",        \
            "what is counted: promises, measures, goals or focus areas",       \
            "of: measure"                                                      \
    }
#define IS_KEY                                                                 \
    {                                                                          \
        "is", SHAPE_MAP, true, keep_over_is, &rule_shape, NULL,                \
            "regeln som prövas för var och en",                                \
            "the rule that is asked of each", "is: ansvarig"                   \
    }

static const struct shape_key each_keys[] = { OF_KEY, IS_KEY };

const struct shape rule_each_shape = { "each",
                                       each_keys,
                                       ARRAY_LEN(each_keys),
                                       0,
                                       "en regel för var och en",
                                       "a rule for each" };

static const struct shape_key share_keys[] = {
    OF_KEY,
    { "percent", SHAPE_INT, true, keep_over_percent, NULL, NULL,
      "minst så många procent, 1 till 100",
      "at least so many per cent, 1 to "
      "100",
      "percent: 50" },
    IS_KEY,
};

const struct shape rule_share_shape = { "share",
                                        share_keys,
                                        ARRAY_LEN(share_keys),
                                        0,
                                        "en regel för en andel",
                                        "a rule for a share" };

static const struct shape_key number_keys[] = {
    OF_KEY,
    { "least", SHAPE_INT, false, keep_over_least, NULL, NULL,
      "minst så många; 0 om inget anges", "at least so many; 0 unless given",
      "least: 3" },
    { "most", SHAPE_INT, false, keep_over_most, NULL, NULL,
      "högst så många; hur många som helst om inget anges",
      "at most so many; any number unless given", "most: 10" },
};

const struct shape rule_number_shape = {
    "number", number_keys, ARRAY_LEN(number_keys), 0, "ett antal", "a number"
};

static void
note_use(struct rule_context *context, unsigned over,
         const struct yaml_node *node)
{
    if (over >= OVER_KINDS || context->over[over].end > 0)
        return;
    context->over[over].start = node->start;
    context->over[over].end = node->end;
}

static bool
read_over(struct shape_reader *reader, struct rule *out, enum rule_kind kind,
          const struct shape *shape, struct over_draft *draft,
          const struct yaml_node *node)
{
    out->kind = kind;
    out->scope.section = -1;
    out->start = node->start;
    out->end = node->end;
    if (!shape_read(reader, shape, draft, node))
        return false;
    if (draft->of)
        out->over = (unsigned)shape_choice(over_words, draft->of->text);
    note_use(reader->user, out->over, draft->of ? draft->of : node);
    if (!draft->is)
        return true;
    out->children = arena_alloc(reader->arena, sizeof *out->children);
    out->count = 1;
    return out->children && rule_read(reader, out->children, draft->is);
}

bool
rule_read_each(struct shape_reader *reader, struct rule *out,
               const struct yaml_node *node)
{
    struct over_draft draft = { 0 };

    out->times = 100;
    return read_over(reader, out, RULE_SHARE, &rule_each_shape, &draft, node);
}

bool
rule_read_share(struct shape_reader *reader, struct rule *out,
                const struct yaml_node *node)
{
    struct over_draft draft = { 0 };

    if (!read_over(reader, out, RULE_SHARE, &rule_share_shape, &draft, node))
        return false;
    out->times = rule_number(draft.percent, 100);
    if (!draft.percent || (out->times >= 1 && out->times <= 100))
        return true;
    return shape_fault(reader, DIAG_CHECKLIST_PERCENT, draft.percent->start,
                       draft.percent->end, &draft.percent->text, 1,
                       str_make("", 0));
}

bool
rule_read_number(struct shape_reader *reader, struct rule *out,
                 const struct yaml_node *node)
{
    struct over_draft draft = { 0 };

    if (!read_over(reader, out, RULE_NUMBER, &rule_number_shape, &draft, node))
        return false;
    out->times = rule_number(draft.least, 0);
    out->most = rule_number(draft.most, SIZE_MAX);
    if (out->times <= out->most && (out->times > 0 || draft.most))
        return true;
    return shape_fault(reader, DIAG_CHECKLIST_NUMBER, node->start, node->end,
                       NULL, 0, str_make("", 0));
}
