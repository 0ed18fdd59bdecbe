/* SPDX-License-Identifier: MIT */

/* The kinds of document that a pack knows, and the signals of each. */

#include "language/pack.h"

#include "base/number.h"

static int64_t
points_of(const struct yaml_node *value)
{
    int64_t points = 0;

    return number_thousandths(value->text, &points) ? points : 0;
}

FIELD(signal_words, kind_signal, terms, pack_terms)
FIELD_PLAIN(signal_title, kind_signal, title, field_true(value))
FIELD_PLAIN(signal_points, kind_signal, points, points_of(value))

static const struct shape_key signal_keys[] = {
    { "words", SHAPE_LIST, true, signal_words, &term_shape, NULL,
      "ord som kännetecknar slaget", "words that mark the kind",
      "words: [{head: plan}]" },
    { "title", SHAPE_BOOL, false, signal_title, NULL, NULL, "bara i titeln",
      "in the title only", "title: true" },
    { "points", SHAPE_DECIMAL, true, signal_points, NULL, NULL,
      "vad signalen är värd", "what the signal is worth", "points: 2" },
};

static const struct shape signal_shape = {
    "signal",
    signal_keys,
    ARRAY_LEN(signal_keys),
    0,
    "något som talar för ett slag av dokument",
    "something that speaks for a kind of document"
};

static bool
kind_id(struct shape_reader *reader, void *target,
        const struct yaml_node *value)
{
    return field_text(reader, &((struct document_kind *)target)->id, value);
}

static bool
kind_title(struct shape_reader *reader, void *target,
           const struct yaml_node *value)
{
    return field_langs(reader, ((struct document_kind *)target)->title, value);
}

static bool
kind_signals(struct shape_reader *reader, void *target,
             const struct yaml_node *value)
{
    struct document_kind *kind = target;

    kind->signals =
        arena_array(reader->arena, value->count, sizeof *kind->signals);
    if (!kind->signals)
        return false;
    kind->signal_count = value->count;
    for (size_t i = 0; i < value->count; i++) {
        if (!shape_read(reader, &signal_shape, &kind->signals[i],
                        value->items[i]))
            return false;
    }
    return true;
}

static bool
kind_held(struct shape_reader *reader, void *target,
          const struct yaml_node *value)
{
    struct document_kind *kind = target;
    size_t count = field_count(value);

    kind->held = arena_array(reader->arena, count, sizeof *kind->held);
    if (!kind->held)
        return false;
    kind->held_count = count;
    for (size_t i = 0; i < count; i++) {
        if (!field_text(reader, &kind->held[i], field_item(value, i)))
            return false;
    }
    return true;
}

FIELD_PLAIN(kind_editions, document_kind, editions, field_true(value))
FIELD(kind_accounts, document_kind, accounts, pack_terms)
FIELD(kind_names, document_kind, names, pack_terms)

static const struct shape_key kind_keys[] = {
    { "id", SHAPE_ID, true, kind_id, NULL, NULL, "slagets namn",
      "the kind's name", "id: medborgarlofte" },
    { "title", SHAPE_LANGS, true, kind_title, NULL, NULL,
      "vad det kallas: ett medborgarlöfte", "what it is called: a promise",
      "title: {sv: ett medborgarlöfte, en: a citizen promise}" },
    { "names", SHAPE_LIST, false, kind_names, &term_shape, NULL,
      "vad ett sådant dokument kallas i löpande text och i rubriker",
      "what such a document is called in running text and in headings",
      "names: [{head: medborgarlöfte (ett)}]" },
    { "editions", SHAPE_BOOL, false, kind_editions, NULL, NULL,
      "flera årgångar kan stå i samma fil; en rubrik med namnet och ett årtal "
      "börjar en",
      "several years' may stand in one file; a heading with the name and a "
      "year begins one",
      "editions: true" },
    { "accounts", SHAPE_LIST, false, kind_accounts, &term_shape, NULL,
      "rubriker över vad som blev av ett tidigare sådant, med dess årtal",
      "headings over what came of an earlier such one, with its year",
      "accounts: [{phrase: \"så (=) gick (=) det (=)\"}]" },
    { "holds", SHAPE_TEXTS, false, kind_held, NULL, NULL,
      "slag av dokument som kan vara en del av ett sådant",
      "kinds of document that may be a part of such a one",
      "holds: [atgardsplan]" },
    { "signals", SHAPE_LIST, true, kind_signals, &signal_shape, NULL,
      "vad som talar för slaget", "what speaks for the kind",
      "signals: [{words: [{head: löfte (ett)}], title: true, points: 4}]" },
};

const struct shape pack_kind_shape = { "kind",
                                       kind_keys,
                                       ARRAY_LEN(kind_keys),
                                       0,
                                       "ett slag av dokument",
                                       "a kind of document" };

/* A kind is known by its id: a second one of the same id is a slip. */
static bool
check_id(struct shape_reader *reader, const struct samsyn_language *language,
         size_t index, const struct yaml_node *node)
{
    const struct yaml_node *id =
        node->kind == YAML_MAP ? yaml_get(node, "id") : NULL;
    struct str name = language->kinds[index].id;

    for (size_t i = 0; id && name.len > 0 && i < index; i++) {
        if (str_equal(language->kinds[i].id, name))
            return shape_fault(reader, DIAG_LANGUAGE_TWICE, id->start, id->end,
                               &name, 1, str_make("", 0));
    }
    return true;
}

static bool
knows_kind(const struct samsyn_language *language, struct str id)
{
    for (size_t i = 0; i < language->kind_count; i++) {
        if (str_equal(language->kinds[i].id, id))
            return true;
    }
    return false;
}

/* A kind may hold one that comes after it, so all must have been read. */
static bool
check_held(struct shape_reader *reader, const struct samsyn_language *language,
           const struct yaml_node *node)
{
    const struct yaml_node *held =
        node->kind == YAML_MAP ? yaml_get(node, "holds") : NULL;

    for (size_t i = 0; held && held->kind != YAML_MAP && i < field_count(held);
         i++) {
        const struct yaml_node *item = field_item(held, i);

        if (!knows_kind(language, item->text) &&
            !shape_fault(reader, DIAG_CHECKLIST_KIND, item->start, item->end,
                         &item->text, 1, str_make("", 0)))
            return false;
    }
    return true;
}

bool
pack_read_kinds(struct shape_reader *reader, struct samsyn_language *language,
                const struct yaml_node *node)
{
    language->kinds =
        arena_array(reader->arena, node->count, sizeof *language->kinds);
    if (!language->kinds)
        return false;
    language->kind_count = node->count;
    for (size_t i = 0; i < node->count; i++) {
        if (!shape_read(reader, &pack_kind_shape, &language->kinds[i],
                        node->items[i]) ||
            !check_id(reader, language, i, node->items[i]))
            return false;
    }
    for (size_t i = 0; i < node->count; i++) {
        if (!check_held(reader, language, node->items[i]))
            return false;
    }
    return true;
}

bool
language_has_kind(const struct samsyn_language *language, struct str id)
{
    for (size_t i = 0; i < language->kind_count; i++) {
        if (str_equal(language->kinds[i].id, id))
            return true;
    }
    return false;
}
