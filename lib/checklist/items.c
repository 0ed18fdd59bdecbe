/* SPDX-License-Identifier: MIT */

/* Reads `items:` and `focus:`.  Both only name concepts and hold rules; how a
 * document is gone through with them is the assessment's business.  What a
 * criterion or a rule goes over must be defined here, which the loader checks
 * when it has read both. */

#include "checklist/items.h"

#include "base/fields.h"

#include <string.h>

/* In the order of enum item_source. */
static const char *const source_words[] = { "item", "row", "sentence",
                                            "heading", NULL };

/* ---- items ---- */

static bool
keep_from(struct shape_reader *reader, void *target,
          const struct yaml_node *value)
{
    struct item_definition *definition = target;

    (void)reader;
    definition->from = 0;
    for (size_t i = 0; i < field_count(value); i++) {
        int index = shape_choice(source_words, field_item(value, i)->text);

        if (index >= 0)
            definition->from |= 1u << index;
    }
    return true;
}

static bool
keep_is(struct shape_reader *reader, void *target,
        const struct yaml_node *value)
{
    struct item_definition *definition = target;

    definition->is = arena_alloc(reader->arena, sizeof *definition->is);
    return definition->is && rule_read(reader, definition->is, value);
}

FIELD(keep_unless, item_definition, unless, rule_list_read)

static bool
read_named(struct shape_reader *reader, struct item_rules *out,
           const struct yaml_node *value)
{
    out->rules = arena_array(reader->arena, value->count, sizeof *out->rules);
    if (!out->rules)
        return false;
    out->count = value->count;
    for (size_t i = 0; i < value->count; i++) {
        struct item_rule *named = &out->rules[i];

        named->id = arena_str(reader->arena, value->pairs[i].key);
        if (!named->id.ptr ||
            !rule_read(reader, &named->rule, value->pairs[i].value))
            return false;
    }
    return true;
}

FIELD(keep_actors, item_definition, actors, read_named)
FIELD(keep_holds, item_definition, holds, read_named)

static const struct shape_key item_keys[] = {
    { "from", SHAPE_CHOICES, false, keep_from, NULL, source_words,
      "var de kan stå: punkter, tabellrader, meningar eller rubriker; punkter, "
      "rader och meningar om inget anges",
      "where they can stand: list items, table rows, sentences or headings; "
      "items, rows and sentences unless given",
      "from: [item, row]" },
    { "is", SHAPE_MAP, true, keep_is, &rule_shape, NULL,
      "regeln som punkten, raden eller meningen ska uppfylla; inledningen till "
      "listan, kolumnernas titlar och rubrikerna ovanför hör till",
      "the rule that the item, row or sentence must meet; the list's lead-in, "
      "the columns' titles and the headings above belong to it",
      "is: handling" },
    { "unless", SHAPE_LIST, false, keep_unless, &rule_shape, NULL,
      "det som uppfyller en av dessa är ingen",
      "what meets one of these is none", "unless: [källa]" },
    { "actors", SHAPE_NAMED, false, keep_actors, &rule_shape, NULL,
      "vem den kommer från: den första regeln som gäller ger namnet",
      "whom it is from: the first rule that holds gives the name",
      "actors: {polis: polisen, kommun: kommunen}" },
    { "holds", SHAPE_NAMED, false, keep_holds, &rule_shape, NULL,
      "vad dess egna ord säger, utan inledning, kolumntitlar och rubriker: för "
      "varje namn visar JSON om regeln gäller",
      "what its own words say, without lead-in, column titles and headings: "
      "for each name JSON shows whether the rule holds",
      "holds: {time: {find: {entity: date}}, body: polisen}" },
};

static const struct shape item_shape = {
    "item",
    item_keys,
    ARRAY_LEN(item_keys),
    0,
    "vad som är ett löfte, en åtgärd eller ett mål",
    "what is a promise, a measure or a goal"
};

#define KIND(name, kind)                                                       \
    static bool name(struct shape_reader *reader, void *target,                \
                     const struct yaml_node *value)                            \
    {                                                                          \
        struct item_definition *definition =                                   \
            &((struct item_definitions *)target)->kinds[kind];                 \
        definition->given = true;                                              \
        definition->from =                                                     \
            1u << SOURCE_ITEM | 1u << SOURCE_ROW | 1u << SOURCE_SENTENCE;      \
        return shape_read(reader, &item_shape, definition, value);             \
    }

KIND(keep_promise, ITEM_PROMISE)
KIND(keep_measure, ITEM_MEASURE)
KIND(keep_goal, ITEM_GOAL)

static const struct shape_key items_keys[] = {
    { "promise", SHAPE_MAP, false, keep_promise, &item_shape, NULL,
      "vad som är ett löfte", "what is a promise",
      "promise: {is: polisen-lovar, from: [item, row]}" },
    { "measure", SHAPE_MAP, false, keep_measure, &item_shape, NULL,
      "vad som är en åtgärd", "what is a measure", "measure: {is: handling}" },
    { "goal", SHAPE_MAP, false, keep_goal, &item_shape, NULL,
      "vad som är ett mål", "what is a goal", "goal: {is: ska-uppnås}" },
};

const struct shape items_shape = { "items",
                                   items_keys,
                                   ARRAY_LEN(items_keys),
                                   0,
                                   "det i dokumentet som prövas vart för sig",
                                   "what of the document is asked one by one" };

/* ---- focus ---- */

#define CONCEPT(name, member)                                                  \
    static bool name(struct shape_reader *reader, void *target,                \
                     const struct yaml_node *value)                            \
    {                                                                          \
        uint32_t concept = 0;                                                  \
        bool good = rule_read_concept(reader, value, &concept);                \
        ((struct focus_definition *)target)->member = concept;                 \
        return good;                                                           \
    }

CONCEPT(keep_heading, heading)
CONCEPT(keep_list, list)
CONCEPT(keep_column, column)
CONCEPT(keep_unless_concept, unless)

static const struct shape_key focus_keys[] = {
    { "heading", SHAPE_MAP, false, keep_heading, &entry_shape, NULL,
      "en rubrik med detta är ett fokusområde",
      "a heading with this is a focus area", "heading: fokusområde" },
    { "list", SHAPE_MAP, false, keep_list, &entry_shape, NULL,
      "rubriker, punkter och tabellrader närmast under en rubrik eller "
      "inledning med detta är fokusområden",
      "headings, list items and table rows directly under a heading or lead-in "
      "with this are focus areas",
      "list: prioriterade-områden" },
    { "column", SHAPE_MAP, false, keep_column, &entry_shape, NULL,
      "texterna i en kolumn med denna titel är fokusområden",
      "the texts in a column with this title are focus areas",
      "column: problemområde" },
    { "unless", SHAPE_MAP, false, keep_unless_concept, &entry_shape, NULL,
      "det som innehåller detta är inget fokusområde",
      "what holds this is no focus area", "unless: organisation" },
};

const struct shape focus_shape = { "focus",
                                   focus_keys,
                                   ARRAY_LEN(focus_keys),
                                   0,
                                   "var dokumentet nämner sina fokusområden",
                                   "where the document names its focus areas" };

bool
items_read(struct shape_reader *reader, struct item_definitions *out,
           const struct yaml_node *items, const struct yaml_node *focus)
{
    memset(out, 0, sizeof *out);
    out->focus = (struct focus_definition){ focus != NULL, -1, -1, -1, -1 };
    return (!items || shape_read(reader, &items_shape, out, items)) &&
           (!focus || shape_read(reader, &focus_shape, &out->focus, focus));
}
