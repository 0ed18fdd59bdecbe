/* SPDX-License-Identifier: MIT */

/* Reads rules.  A mapping becomes one node: each of find, all, any, none and
 * at_least that it holds is a child, and the node asks for all of them; where
 * there is only one, the node is that child itself with the mapping's window
 * and scope.
 *
 * Recursion is bounded by the depth that the YAML reader allows. */

#include "checklist/rule.h"

#include "base/fields.h"
#include "base/number.h"
#include "checklist/label.h"
#include "checklist/rule_inner.h"

#include <string.h>

/* The parts of a mapping on their way to a rule. */
struct draft {
    const struct yaml_node *find, *times, *all, *any, *none, *at_least;
    const struct yaml_node *each, *share, *number;
    const struct yaml_node *order, *near, *within, *in, *accept, *refuse;
};

#define KEEP(name)                                                             \
    static bool keep_##name(struct shape_reader *reader, void *target,         \
                            const struct yaml_node *value)                     \
    {                                                                          \
        (void)reader;                                                          \
        ((struct draft *)target)->name = value;                                \
        return true;                                                           \
    }

KEEP(find)
KEEP(times)
KEEP(all)
KEEP(any)
KEEP(none)
KEEP(at_least)
KEEP(order)
KEEP(near)
KEEP(each)
KEEP(share)
KEEP(number)
KEEP(within)
KEEP(in)
KEEP(accept)
KEEP(refuse)

/* In the order of enum window. */
static const char *const window_words[] = { "sentence", "paragraph", "item",
                                            "row",      "section",   "focus",
                                            "document", NULL };
/* What `at_least:` holds. */
struct choice_draft {
    const struct yaml_node *count, *of;
};

static bool
keep_count(struct shape_reader *reader, void *target,
           const struct yaml_node *value)
{
    (void)reader;
    ((struct choice_draft *)target)->count = value;
    return true;
}

static bool
keep_of(struct shape_reader *reader, void *target,
        const struct yaml_node *value)
{
    (void)reader;
    ((struct choice_draft *)target)->of = value;
    return true;
}

static const struct shape_key choice_keys[] = {
    { "count", SHAPE_INT, true, keep_count, NULL, NULL,
      "hur många av dem som ska gälla", "how many of them must hold",
      "count: 2" },
    { "of", SHAPE_LIST, true, keep_of, &rule_shape, NULL, "reglerna",
      "the rules", "of: [vem, när, hur]" },
};

static const struct shape choice_shape = { "choice",
                                           choice_keys,
                                           ARRAY_LEN(choice_keys),
                                           0,
                                           "några av flera regler",
                                           "some of several rules" };

static const struct shape_key rule_keys[] = {
    { "find", SHAPE_MAP, false, keep_find, &entry_shape, NULL,
      "det ska finnas: en post i ordlistan, en entitet eller en term",
      "this must occur: an entry of the vocabulary, an entity or a term",
      "find: uppföljning" },
    { "times", SHAPE_INT, false, keep_times, NULL, NULL,
      "minst så många gånger (med find)", "at least so often (with find)",
      "times: 2" },
    { "all", SHAPE_LIST, false, keep_all, &rule_shape, NULL,
      "alla dessa ska gälla", "all of these must hold",
      "all: [gäller, {find: {entity: date}}]" },
    { "any", SHAPE_LIST, false, keep_any, &rule_shape, NULL,
      "minst en av dessa ska gälla", "at least one of these must hold",
      "any: [när, hur-ofta]" },
    { "none", SHAPE_LIST, false, keep_none, &rule_shape, NULL,
      "ingen av dessa får gälla", "none of these may hold",
      "none: [historik]" },
    { "at_least", SHAPE_MAP, false, keep_at_least, &choice_shape, NULL,
      "minst så många av dessa ska gälla",
      "at least so many of these must hold",
      "at_least: {count: 2, of: [vem, när, hur]}" },
    { "order", SHAPE_LIST, false, keep_order, &rule_shape, NULL,
      "dessa ska hittas i den här ordningen",
      "these must be found in this order", "order: [polis, lova, tid]" },
    { "near", SHAPE_INT, false, keep_near, NULL, NULL,
      "högst så många ord får stå mellan det ena som hittas och nästa",
      "at most so many words may stand between one find and the next",
      "near: 5" },
    { "each", SHAPE_MAP, false, keep_each, &rule_each_shape, NULL,
      "regeln ska gälla för vart och ett av löftena, åtgärderna, målen eller "
      "fokusområdena, och det ska finnas minst ett",
      "the rule must hold for each of the promises, measures, goals or focus "
      "areas, and there must be one at least",
      "each: {of: measure, is: ansvarig}" },
    { "share", SHAPE_MAP, false, keep_share, &rule_share_shape, NULL,
      "regeln ska gälla för minst så många procent av dem",
      "the rule must hold for at least so many per cent of them",
      "share: {of: promise, percent: 50, is: plats}" },
    { "number", SHAPE_MAP, false, keep_number, &rule_number_shape, NULL,
      "så många ska de vara", "so many of them there must be",
      "number: {of: promise, least: 3, most: 10}" },
    { "within", SHAPE_CHOICE, false, keep_within, NULL, window_words,
      "allt ska stå i en och samma mening, punkt, rad ...",
      "all of it must stand in one and the same sentence, item, row ...",
      "within: sentence" },
    { "in", SHAPE_MAP, false, keep_in, &scope_shape, NULL,
      "var i dokumentet det letas", "where in the document is looked",
      "in: {block: [signature]}" },
    { "accept", SHAPE_CHOICES, false, keep_accept, NULL, rule_accept_words,
      "godta även nekat, med förbehåll, bara utlovat, inte ifyllt eller citat",
      "let negated, hedged, merely announced, unfilled or quoted text count "
      "too",
      "accept: [hedged]" },
    { "refuse", SHAPE_CHOICES, false, keep_refuse, NULL, rule_accept_words,
      "räkna inte det som ligger i framtiden (planned) eller i det förflutna "
      "(past), eller det som en yttre regel godtar",
      "do not count what lies in the future (planned) or in the past (past), "
      "or what a rule around this one accepts",
      "refuse: [planned]" },
};

const struct shape rule_shape = {
    "rule",
    rule_keys,
    ARRAY_LEN(rule_keys),
    SHAPE_AS_TEXT,
    "ett villkor: namnet på en post, eller flera villkor tillsammans",
    "a condition: the name of an entry, or several conditions together"
};

static struct rule_context *
context_of(struct shape_reader *reader)
{
    return reader->user;
}

bool
rule_fault(struct shape_reader *reader, enum diag_code code,
           const struct yaml_node *node)
{
    return shape_fault(reader, code, node->start, node->end, NULL, 0,
                       str_make("", 0));
}

/* ---- What is looked for ---- */

static bool
named_concept(struct shape_reader *reader, const struct yaml_node *node,
              uint32_t *out)
{
    struct concepts *concepts = context_of(reader)->concepts;
    int index = concepts_find(concepts, node->text);

    *out = 0;
    if (index < 0)
        return shape_fault(reader, DIAG_CHECKLIST_NAME, node->start, node->end,
                           &node->text, 1,
                           concepts_nearest(concepts, reader, node->text));
    *out = (uint32_t)index;
    return true;
}

/* In a rule a plain text is a name, never a word. */
static bool
read_member(struct shape_reader *reader, struct member *out,
            const struct yaml_node *node)
{
    uint32_t index;

    if (node->kind != YAML_TEXT)
        return member_read(reader, &context_of(reader)->inflection, out, node);
    out->kind = MEMBER_VOCABULARY;
    out->start = node->start;
    out->end = node->end;
    out->name = arena_str(reader->arena, node->text);
    return out->name.ptr && named_concept(reader, node, &index);
}

static bool
check_reference(struct shape_reader *reader, const struct member *member,
                const struct yaml_node *node)
{
    const struct concepts *concepts = context_of(reader)->concepts;
    bool entity = member->kind == MEMBER_ENTITY;

    if (member->kind == MEMBER_TERM || node->kind == YAML_TEXT)
        return true;
    if (entity ? entity_find(&concepts->language->entities, member->name) >= 0
               : concepts_find(concepts, member->name) >= 0)
        return true;
    return shape_fault(
        reader, entity ? DIAG_CHECKLIST_ENTITY : DIAG_CHECKLIST_NAME,
        member->start, member->end, &member->name, 1, str_make("", 0));
}

static bool
inline_concept(struct shape_reader *reader, const struct yaml_node *node,
               uint32_t *out)
{
    size_t count = field_count(node);
    struct concept *concept = arena_alloc(reader->arena, sizeof *concept);

    if (!concept)
        return false;
    concept->members = arena_array(reader->arena, count, sizeof(struct member));
    if (!concept->members)
        return false;
    concept->count = count;
    concept->name = str_make("", 0);
    concept->start = node->start;
    concept->end = node->end;
    for (size_t i = 0; i < count; i++) {
        const struct yaml_node *item = field_item(node, i);

        if (!read_member(reader, &concept->members[i], item) ||
            !check_reference(reader, &concept->members[i], item))
            return false;
    }
    return concepts_add(context_of(reader)->concepts, concept, out);
}

bool
rule_read_concept(struct shape_reader *reader, const struct yaml_node *node,
                  uint32_t *out)
{
    if (node->kind == YAML_TEXT)
        return named_concept(reader, node, out);
    return inline_concept(reader, node, out);
}

/* ---- Rules ---- */

size_t
rule_number(const struct yaml_node *node, size_t otherwise)
{
    int64_t number;

    if (!node || !number_int(node->text, &number) || number < 0)
        return otherwise;
    return (size_t)number;
}

static bool
read_find(struct shape_reader *reader, struct rule *out,
          const struct draft *draft)
{
    size_t times = rule_number(draft->times, 1);

    out->kind = RULE_FIND;
    out->scope.section = -1;
    out->times = times > 0 ? times : 1;
    out->start = draft->find->start;
    out->end = draft->find->end;
    if (!rule_read_concept(reader, draft->find, &out->concept))
        return false;
    out->written = *(const struct concept **)vec_at(
        &context_of(reader)->concepts->list, out->concept);
    return label_concept(reader->arena, context_of(reader)->concepts,
                         out->concept, out->label);
}

static bool
read_list(struct shape_reader *reader, struct rule *out, enum rule_kind kind,
          const struct yaml_node *node)
{
    out->kind = kind;
    out->scope.section = -1;
    out->start = node->start;
    out->end = node->end;
    out->children =
        arena_array(reader->arena, node->count, sizeof(struct rule));
    if (!out->children)
        return false;
    out->count = node->count;
    if (node->count == 0 &&
        !rule_fault(reader, DIAG_CHECKLIST_RULE_EMPTY, node))
        return false;
    for (size_t i = 0; i < node->count; i++) {
        if (!rule_read(reader, &out->children[i], node->items[i]))
            return false;
    }
    return true;
}

static bool
refuse_count(struct shape_reader *reader, const struct yaml_node *count,
             size_t parts)
{
    struct str args[2] = { count->text };
    struct buf text;
    bool good;

    buf_init(&text, &reader->arena->mem, BUF_ANY);
    buf_int(&text, (int64_t)parts);
    args[1] = buf_view(&text);
    good = !buf_failed(&text) &&
           shape_fault(reader, DIAG_CHECKLIST_COUNT, count->start, count->end,
                       args, 2, str_make("", 0));
    buf_done(&text);
    return good;
}

static bool
read_at_least(struct shape_reader *reader, struct rule *out,
              const struct yaml_node *node)
{
    struct choice_draft draft = { NULL, NULL };

    if (!shape_read(reader, &choice_shape, &draft, node))
        return false;
    if (!draft.of || !draft.count)
        return true; /* said already */
    if (!read_list(reader, out, RULE_AT_LEAST, draft.of))
        return false;
    out->times = rule_number(draft.count, 0);
    if (out->times > 0 && out->times <= out->count)
        return true;
    return refuse_count(reader, draft.count, out->count);
}

/* The parts of a mapping that say what must hold, one rule each. */
static bool
read_parts(struct shape_reader *reader, const struct draft *draft,
           struct rule *parts, size_t *count)
{
    if (draft->find && !read_find(reader, &parts[(*count)++], draft))
        return false;
    if (draft->all &&
        !read_list(reader, &parts[(*count)++], RULE_ALL, draft->all))
        return false;
    if (draft->any &&
        !read_list(reader, &parts[(*count)++], RULE_ANY, draft->any))
        return false;
    if (draft->none &&
        !read_list(reader, &parts[(*count)++], RULE_NONE, draft->none))
        return false;
    if (draft->order &&
        !read_list(reader, &parts[(*count)++], RULE_ORDER, draft->order))
        return false;
    if (draft->at_least &&
        !read_at_least(reader, &parts[(*count)++], draft->at_least))
        return false;
    if (draft->each && !rule_read_each(reader, &parts[(*count)++], draft->each))
        return false;
    if (draft->share &&
        !rule_read_share(reader, &parts[(*count)++], draft->share))
        return false;
    return !draft->number ||
           rule_read_number(reader, &parts[(*count)++], draft->number);
}

/* One part stands for itself; several are what the rule asks all of. */
static bool
join_parts(struct shape_reader *reader, struct rule *out,
           const struct rule *parts, size_t count)
{
    if (count == 1) {
        *out = parts[0];
        return true;
    }
    out->kind = RULE_ALL;
    out->count = count;
    out->children = arena_copy(reader->arena, parts, count, sizeof *parts);
    return out->children != NULL;
}

/* True where a rule says only what must not be there.  In a window something
 * must be found, so there it could never hold. */
static bool
finds_nothing(const struct rule *rule)
{
    if (rule->kind == RULE_FIND || rule->kind == RULE_NEAR ||
        rule->kind == RULE_ORDER || rule->count == 0)
        return false; /* a list without parts has its own fault */
    for (size_t i = 0; rule->kind != RULE_NONE && i < rule->count; i++) {
        if (!finds_nothing(&rule->children[i]))
            return false;
    }
    return true;
}

static bool
build_rule(struct shape_reader *reader, struct rule *out,
           const struct yaml_node *node, const struct draft *draft)
{
    struct rule parts[PARTS_MOST] = { { 0 } };
    size_t count = 0;

    if (!read_parts(reader, draft, parts, &count) ||
        !arrange_parts(reader, parts, &count, draft->near) ||
        !join_parts(reader, out, parts, count))
        return false;
    out->start = node->start;
    out->end = node->end;
    if (draft->order || draft->near)
        out->window = WINDOW_SENTENCE; /* where nothing else is said */
    if (draft->within)
        out->window =
            (enum window)(shape_choice(window_words, draft->within->text) + 1);
    if (!scope_read(reader, &out->scope, draft->in) ||
        !accept_read(reader, out, draft->accept, draft->refuse))
        return false;
    if (count == 0)
        return rule_fault(reader, DIAG_CHECKLIST_RULE_EMPTY, node);
    if (draft->times && !draft->find)
        return rule_fault(reader, DIAG_CHECKLIST_TIMES, draft->times);
    if (draft->within && finds_nothing(out))
        return rule_fault(reader, DIAG_CHECKLIST_WINDOW_NONE, draft->within);
    return true;
}

bool
rule_read(struct shape_reader *reader, struct rule *out,
          const struct yaml_node *node)
{
    struct draft draft = { 0 };

    if (node->kind == YAML_TEXT) {
        draft.find = node;
        return build_rule(reader, out, node, &draft);
    }
    return shape_read(reader, &rule_shape, &draft, node) &&
           build_rule(reader, out, node, &draft);
}

bool
rule_list_read(struct shape_reader *reader, struct rule_list *out,
               const struct yaml_node *node)
{
    out->rules = arena_array(reader->arena, node->count, sizeof *out->rules);
    if (!out->rules)
        return false;
    out->count = node->count;
    for (size_t i = 0; i < node->count; i++) {
        if (!rule_read(reader, &out->rules[i], node->items[i]))
            return false;
    }
    return true;
}

bool
rule_holds_empty(const struct rule *rule)
{
    size_t empty = 0;

    if (rule->window != WINDOW_INHERIT)
        return false; /* a window holds only with a find in it */
    for (size_t i = 0; i < rule->count; i++)
        empty += rule_holds_empty(&rule->children[i]);
    switch (rule->kind) {
    case RULE_FIND:
    case RULE_NEAR:
    case RULE_ORDER:
        return false;
    case RULE_ALL:
        return empty == rule->count;
    case RULE_ANY:
        return empty > 0;
    case RULE_NONE:
        return empty == 0;
    case RULE_AT_LEAST:
        return empty >= rule->times;
    case RULE_SHARE:
        return false;
    case RULE_NUMBER:
        return rule->times == 0;
    }
    return false;
}
