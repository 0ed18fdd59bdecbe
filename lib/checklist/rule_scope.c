/* SPDX-License-Identifier: MIT */

/* Reads where a rule looks, `in:` with the section, the column and the kinds of
 * block that it names; and what counts for it, `accept:` and `refuse:`. */

#include "checklist/rule_inner.h"

/* In the order of the PLACE_ bits. */
static const char *const place_words[] = { "heading", "paragraph", "item",
                                           "cell",    "signature", "title",
                                           NULL };
/* In the order of enum part_scope. */
static const char *const part_words[] = { "assessed", "earlier", "all", NULL };

/* What `in:` holds. */
struct scope_draft {
    const struct yaml_node *section, *column, *block, *part;
};

static bool
keep_section(struct shape_reader *reader, void *target,
             const struct yaml_node *value)
{
    (void)reader;
    ((struct scope_draft *)target)->section = value;
    return true;
}

static bool
keep_column(struct shape_reader *reader, void *target,
            const struct yaml_node *value)
{
    (void)reader;
    ((struct scope_draft *)target)->column = value;
    return true;
}

static bool
keep_block(struct shape_reader *reader, void *target,
           const struct yaml_node *value)
{
    (void)reader;
    ((struct scope_draft *)target)->block = value;
    return true;
}

static bool
keep_part(struct shape_reader *reader, void *target,
          const struct yaml_node *value)
{
    (void)reader;
    ((struct scope_draft *)target)->part = value;
    return true;
}

static const struct shape_key scope_keys[] = {
    { "section", SHAPE_MAP, false, keep_section, &entry_shape, NULL,
      "bara under en rubrik med detta", "only under a heading that holds this",
      "section: uppföljning" },
    { "column", SHAPE_MAP, false, keep_column, &entry_shape, NULL,
      "bara i en tabellkolumn vars rubrik innehåller detta",
      "only in a column of a table whose title holds this", "column: ansvar" },
    { "block", SHAPE_CHOICES, false, keep_block, NULL, place_words,
      "bara i sådana stycken", "only in such blocks", "block: [item, cell]" },
    { "part", SHAPE_CHOICE, false, keep_part, NULL, part_words,
      "var i en fil med flera handlingar: i den som bedöms (om inget anges), i "
      "tidigare årgångar eller överallt",
      "where in a file of several documents: in the one that is assessed "
      "(unless given), in those of earlier years, or everywhere",
      "part: earlier" },
};

const struct shape scope_shape = { "scope",
                                   scope_keys,
                                   ARRAY_LEN(scope_keys),
                                   0,
                                   "var i dokumentet det letas",
                                   "where in the document is looked" };

/* The place of a word in its list, as a bit. */
static unsigned
bit_of(const char *const *words, const struct yaml_node *node)
{
    int index = shape_choice(words, node->text);

    return index < 0 ? 0 : 1u << index;
}

unsigned
rule_bits(const char *const *words, const struct yaml_node *node)
{
    unsigned bits = 0;

    if (!node)
        return 0;
    if (node->kind == YAML_TEXT)
        return bit_of(words, node);
    for (size_t i = 0; i < node->count; i++)
        bits |= bit_of(words, node->items[i]);
    return bits;
}

bool
scope_read(struct shape_reader *reader, struct scope *out,
           const struct yaml_node *node)
{
    struct scope_draft draft = { NULL, NULL, NULL, NULL };
    uint32_t concept;

    out->section = -1;
    if (!node)
        return true;
    if (!shape_read(reader, &scope_shape, &draft, node))
        return false;
    out->places = rule_bits(place_words, draft.block);
    if (draft.part) {
        int part = shape_choice(part_words, draft.part->text);

        out->part = part < 0 ? PARTS_ASSESSED : (enum part_scope)part;
    }
    if (draft.section) {
        if (!rule_read_concept(reader, draft.section, &concept))
            return false;
        out->section = concept;
    }
    if (draft.column) {
        if (!rule_read_concept(reader, draft.column, &concept))
            return false;
        out->column = concept + 1;
    }
    return true;
}

/* ---- What counts ---- */

/* In the order of enum polarity, then ACCEPT_PLACEHOLDER and ACCEPT_QUOTED. */
const char *const rule_accept_words[] = { "negated", "hedged", "announced",
                                          "planned", "past",   "placeholder",
                                          "quoted",  NULL };

/* What a pack has no words for can be refused nowhere: the author must know.
 */
static bool
check_words(struct shape_reader *reader, unsigned refused,
            const struct yaml_node *node)
{
    const struct samsyn_language *language =
        ((const struct rule_context *)reader->user)->concepts->language;

    for (size_t i = 0; i < POLARITY_COUNT; i++) {
        struct str word = str_of(rule_accept_words[i]);

        if ((refused >> i & 1) && language->polarity[i].terms.count == 0 &&
            !shape_fault(reader, DIAG_CHECKLIST_NO_WORDS, node->start,
                         node->end, &word, 1, str_make("", 0)))
            return false;
    }
    return true;
}

bool
accept_read(struct shape_reader *reader, struct rule *out,
            const struct yaml_node *accept, const struct yaml_node *refuse)
{
    out->accept = rule_bits(rule_accept_words, accept);
    out->refuse = rule_bits(rule_accept_words, refuse);
    return !refuse || check_words(reader, out->refuse, refuse);
}
