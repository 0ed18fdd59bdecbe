/* SPDX-License-Identifier: MIT */

/* Reads a checklist: checks the keys by the tables, resolves what it extends
 * and the language pack, reads vocabulary, areas and rules, and builds the
 * token table.  All mistakes are gathered; only then is the checklist given or
 * refused.
 *
 * The YAML trees live in an arena of their own and end with the call. */

#include "checklist/checklist.h"

#include "base/fields.h"
#include "base/number.h"
#include "base/resolve.h"
#include "checklist/criterion.h"
#include "checklist/extend.h"
#include "checklist/shared.h"

#include <string.h>

/* What the reading of one checklist works on. */
struct loading {
    struct samsyn_checklist *checklist;
    const struct samsyn_config *config;
    struct shape_reader reader;
    struct rule_context context;
    struct criterion_context criteria;
    struct concepts concepts;
    struct extension extension;
    const struct yaml_node *root; /* of the file, or of what it became */
};

/* ---- Simple keys ---- */

FIELD(checklist_id, samsyn_checklist, id, field_text)
FIELD(checklist_version, samsyn_checklist, version, field_text)
FIELD_LANGS(checklist_title, samsyn_checklist, title.text)
FIELD_LANGS(checklist_basis, samsyn_checklist, basis.text)

static const struct shape_key recognise_keys[] = {
    { "kinds", SHAPE_TEXTS, true, field_later, NULL, NULL,
      "de slag av dokument som checklistan är till för",
      "the kinds of document that the checklist is for",
      "kinds: [overenskommelse]" },
};

static const struct shape recognise_shape = { "recognise",
                                              recognise_keys,
                                              ARRAY_LEN(recognise_keys),
                                              0,
                                              "hur dokument känns igen",
                                              "how documents are recognised" };

static const struct shape_key weights_keys[] = {
    { "must", SHAPE_DECIMAL, false, field_later, NULL, NULL,
      "vikten för ska-kriterier; 3 om inget anges",
      "the weight of must criteria; 3 unless given", "must: 3" },
    { "should", SHAPE_DECIMAL, false, field_later, NULL, NULL,
      "vikten för bör-kriterier; 2 om inget anges",
      "the weight of should criteria; 2 unless given", "should: 2" },
    { "nice", SHAPE_DECIMAL, false, field_later, NULL, NULL,
      "vikten för övriga; 1 om inget anges",
      "the weight of the others; 1 unless given", "nice: 1" },
};

static const struct shape weights_shape = {
    "weights", weights_keys,  ARRAY_LEN(weights_keys),
    0,         "egna vikter", "weights of its own"
};

/* Rows that both kinds of file have. */
#define ABOUT_ROWS                                                             \
    { "checklist",                                                             \
      SHAPE_ID,                                                                \
      true,                                                                    \
      checklist_id,                                                            \
      NULL,                                                                    \
      NULL,                                                                    \
      "checklistans namn",                                                     \
      "the checklist's name",                                                  \
      "checklist: overenskommelse" },                                          \
        { "version",                                                           \
          SHAPE_TEXT,                                                          \
          true,                                                                \
          checklist_version,                                                   \
          NULL,                                                                \
          NULL,                                                                \
          "checklistans version",                                              \
          "the checklist's version",                                           \
          "version: \"0.1\"" },                                                \
    {                                                                          \
        "title", SHAPE_LANGS, true, checklist_title, NULL, NULL,               \
            "checklistans titel", "the checklist's title", NULL                \
    }
#define SECTION_ROWS                                                           \
    { "sources",                                                               \
      SHAPE_NAMED_TEXTS,                                                       \
      false,                                                                   \
      field_later,                                                             \
      NULL,                                                                    \
      NULL,                                                                    \
      "källor: kod och beskrivning",                                           \
      "sources: code and description",                                         \
      NULL },                                                                  \
        { "weights",                                                           \
          SHAPE_MAP,                                                           \
          false,                                                               \
          field_later,                                                         \
          &weights_shape,                                                      \
          NULL,                                                                \
          "egna vikter i stället för 3, 2 och 1",                              \
          "weights of its own instead of 3, 2 and 1",                          \
          NULL },                                                              \
    {                                                                          \
        "vocabulary", SHAPE_NAMED, false, field_later, &entry_shape, NULL,     \
            "ordlista: namn på det som reglerna letar efter",                  \
            "vocabulary: names for what rules look for", NULL                  \
    }

static const struct shape_key checklist_keys[] = {
    { "recognise", SHAPE_MAP, true, field_later, &recognise_shape, NULL,
      "vilka dokument checklistan är till för",
      "which documents the checklist is for", NULL },
    ABOUT_ROWS,
    { "language", SHAPE_ID, true, field_later, NULL, NULL,
      "dokumentens språk: namnet på ett språkpaket",
      "the documents' language: the name of a language pack", "language: sv" },
    { "basis", SHAPE_LANGS, true, checklist_basis, NULL, NULL,
      "vad checklistan bygger på och vem som står för den",
      "what the checklist rests on and who answers for it", NULL },
    SECTION_ROWS,
    { "items", SHAPE_MAP, false, field_later, &items_shape, NULL,
      "det i dokumentet som prövas vart för sig: löften, åtgärder, mål",
      "what of the document is asked one by one: promises, measures, goals",
      NULL },
    { "focus", SHAPE_MAP, false, field_later, &focus_shape, NULL,
      "var dokumentet nämner sina fokusområden",
      "where the document names its focus areas", NULL },
    { "areas", SHAPE_LIST, true, field_later, &area_shape, NULL,
      "områden med kriterier", "areas with criteria", NULL },
};

const struct shape checklist_shape = {
    "checklist",
    checklist_keys,
    ARRAY_LEN(checklist_keys),
    0,
    "en checklista: frågor till ett slag av dokument",
    "a checklist: questions to one kind of document"
};

static const struct shape_key tailoring_keys[] = {
    { "extends", SHAPE_ID, true, field_later, NULL, NULL,
      "namnet på den checklista som den här utgår från",
      "the name of the checklist that this one starts from",
      "extends: overenskommelse" },
    ABOUT_ROWS,
    { "basis", SHAPE_LANGS, false, checklist_basis, NULL, NULL,
      "vad ändringarna bygger på och vem som står för dem; annars gäller den "
      "andra checklistans text",
      "what the changes rest on and who answers for them; else the other "
      "checklist's text holds",
      NULL },
    { "recognise", SHAPE_MAP, false, field_later, &recognise_shape, NULL,
      "andra dokument än dem som den andra checklistan är till för",
      "other documents than those that the other checklist is for", NULL },
    { "keep", SHAPE_TEXTS, false, field_later, NULL, NULL,
      "de enda kriterier som ska vara kvar, med id eller kod",
      "the only criteria to keep, by id or code", "keep: [a01, a03]" },
    { "drop", SHAPE_TEXTS, false, field_later, NULL, NULL,
      "kriterier som ska bort, med id eller kod",
      "criteria to drop, by id or code", "drop: [begrepp-definierade]" },
    { "change", SHAPE_NAMED, false, field_later, &change_shape, NULL,
      "kriterier som ska ändras, med id eller kod",
      "criteria to change, by id or code", NULL },
    { "add_terms", SHAPE_NAMED, false, field_later, &entry_shape, NULL,
      "fler termer för poster i den andra checklistans eller språkpaketets "
      "ordlista",
      "more terms for entries of the other checklist's vocabulary or the "
      "language pack's",
      NULL },
    SECTION_ROWS,
    { "areas", SHAPE_LIST, false, field_later, &addition_shape, NULL,
      "nya kriterier, i områden som finns eller i nya",
      "new criteria, in areas that are there or in new ones", NULL },
};

const struct shape tailoring_shape = {
    "tailoring",
    tailoring_keys,
    ARRAY_LEN(tailoring_keys),
    0,
    "en checklista som utgår från en annan och säger vad som är annorlunda",
    "a checklist that starts from another one and says what is different"
};

const struct shape_file checklist_file = { &checklist_shape, "extends",
                                           &tailoring_shape };

/* A section of the right kind, NULL where it is missing or mistyped (which
 * the tables have said). */
static const struct yaml_node *
section(const struct loading *loading, const char *name, enum yaml_kind kind)
{
    const struct yaml_node *node = yaml_get(loading->root, name);

    return node && node->kind == kind ? node : NULL;
}

static bool
fault(struct loading *loading, enum diag_code code,
      const struct yaml_node *node, struct str arg)
{
    return shape_fault(&loading->reader, code, node->start, node->end, &arg, 1,
                       str_make("", 0));
}

/* ---- The language pack ---- */

static samsyn_status
read_language(struct loading *loading, const struct buf *bytes,
              const struct yaml_node *name)
{
    struct diag_source source = { name->text.ptr, buf_view(bytes), NULL };
    samsyn_status status =
        language_read(&loading->checklist->language, &source, loading->config,
                      loading->reader.diags);

    if (status == SAMSYN_OK || status == SAMSYN_E_NOMEM)
        return status;
    if (!fault(loading, DIAG_CHECKLIST_LANGUAGE_BAD, name, name->text))
        return SAMSYN_E_NOMEM;
    return status;
}

static samsyn_status
load_language(struct loading *loading)
{
    const struct yaml_node *name = section(loading, "language", YAML_TEXT);
    struct buf bytes;
    samsyn_status status;

    if (!name)
        return SAMSYN_E_SCHEMA; /* said already */
    buf_init(&bytes, &loading->config->mem, BUF_ANY);
    status = resolve_bytes(&bytes, SAMSYN_RESOURCE_LANGUAGE, name->text,
                           loading->config);
    if (status == SAMSYN_E_UNRESOLVED &&
        !fault(loading, DIAG_CHECKLIST_LANGUAGE, name, name->text))
        status = SAMSYN_E_NOMEM;
    if (status == SAMSYN_E_LIMIT &&
        !fault(loading, DIAG_CHECKLIST_LANGUAGE_BAD, name, name->text))
        status = SAMSYN_E_NOMEM;
    if (status == SAMSYN_OK)
        status = read_language(loading, &bytes, name);
    buf_done(&bytes);
    return status;
}

/* ---- Kinds, weights, sources ---- */

static bool
has_kind(const struct samsyn_language *language, struct str id)
{
    for (size_t i = 0; i < language->kind_count; i++) {
        if (str_equal(language->kinds[i].id, id))
            return true;
    }
    return false;
}

static bool
read_kinds(struct loading *loading, const struct yaml_node *node)
{
    struct samsyn_checklist *checklist = loading->checklist;
    size_t count = field_count(node);

    checklist->kinds =
        arena_array(&checklist->arena, count, sizeof *checklist->kinds);
    if (!checklist->kinds)
        return false;
    checklist->kind_count = count;
    for (size_t i = 0; i < count; i++) {
        const struct yaml_node *item = field_item(node, i);

        checklist->kinds[i] = arena_str(&checklist->arena, item->text);
        if (!checklist->kinds[i].ptr ||
            (!has_kind(checklist->language, item->text) &&
             !fault(loading, DIAG_CHECKLIST_KIND, item, item->text)))
            return false;
    }
    return true;
}

static bool
read_recognise(struct loading *loading)
{
    const struct yaml_node *node = section(loading, "recognise", YAML_MAP);
    const struct yaml_node *kinds;

    if (!node)
        return true;
    if (!shape_read(&loading->reader, &recognise_shape, NULL, node))
        return false;
    kinds = yaml_get(node, "kinds");
    return !kinds || kinds->kind == YAML_MAP || read_kinds(loading, kinds);
}

static bool
read_weight(struct loading *loading, const struct yaml_node *node,
            int64_t *weight)
{
    int64_t value;

    if (!node || !number_thousandths(node->text, &value))
        return true;
    *weight = value;
    if (value < 10 || value > 1000000)
        return fault(loading, DIAG_CHECKLIST_WEIGHT, node, node->text);
    if (value % 2 == 0)
        return true;
    return fault(loading, DIAG_CHECKLIST_HALVES, node, node->text);
}

static bool
read_weights(struct loading *loading)
{
    static const char *const names[] = { "must", "should", "nice" };
    const struct yaml_node *node = section(loading, "weights", YAML_MAP);

    if (!node)
        return true;
    if (!shape_read(&loading->reader, &weights_shape, NULL, node))
        return false;
    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        if (!read_weight(loading, yaml_get(node, names[i]),
                         &loading->criteria.weights[i]))
            return false;
    }
    return true;
}

/* ---- Vocabulary, areas and the token table ---- */

static bool
read_vocabulary(struct loading *loading)
{
    struct samsyn_checklist *checklist = loading->checklist;
    const struct yaml_node *node = section(loading, "vocabulary", YAML_MAP);

    loading->context.inflection =
        (struct inflection){ checklist->language->endings,
                             checklist->language->endings_count,
                             &checklist->language->linking };
    if (node && !vocabulary_read(&loading->reader, &loading->context.inflection,
                                 &checklist->vocabulary, node))
        return false;
    if (!share_entries(&loading->reader, checklist, &loading->extension.shared))
        return false;
    return concepts_init(&loading->concepts, &checklist->arena,
                         checklist->language, &checklist->vocabulary) &&
           concepts_check(&loading->concepts, &loading->reader,
                          &checklist->vocabulary);
}

static bool
read_items(struct loading *loading)
{
    return items_read(&loading->reader, &loading->checklist->items,
                      section(loading, "items", YAML_MAP),
                      section(loading, "focus", YAML_MAP));
}

static bool
check_kind(struct loading *loading, size_t kind, size_t start, size_t end)
{
    struct str word = str_of(over_words[kind]);

    if (end == 0 || loading->checklist->items.kinds[kind].given)
        return true;
    return shape_fault(&loading->reader, DIAG_CHECKLIST_OVER, start, end, &word,
                       1, str_make("", 0));
}

/* Everything that is gone over must have been defined; focus areas need not,
 * as a document without any is its one area. */
static bool
check_over(struct loading *loading)
{
    const struct samsyn_checklist *checklist = loading->checklist;

    for (size_t i = 0; i < checklist->criterion_count; i++) {
        const struct criterion *criterion = &checklist->criteria[i];

        if (criterion->of >= 0 && !check_kind(loading, (size_t)criterion->of,
                                              criterion->start, criterion->end))
            return false;
    }
    for (size_t i = 0; i < ITEM_KINDS; i++) {
        if (!check_kind(loading, i, loading->context.over[i].start,
                        loading->context.over[i].end))
            return false;
    }
    return true;
}

static bool
read_areas(struct loading *loading)
{
    const struct yaml_node *node = section(loading, "areas", YAML_LIST);
    struct samsyn_checklist *checklist = loading->checklist;

    if (!node)
        return true;
    loading->criteria.sources = section(loading, "sources", YAML_MAP);
    return criteria_read(&loading->reader, checklist, &loading->criteria, node);
}

/* What kinds of documents are called, and their signals. */
static bool
add_kind_concepts(struct loading *loading)
{
    struct samsyn_checklist *checklist = loading->checklist;
    const struct samsyn_language *language = checklist->language;
    struct tokens *tokens = &checklist->tokens;
    struct concepts *concepts = &loading->concepts;
    size_t signals = 0, at = 0;

    for (size_t i = 0; i < language->kind_count; i++)
        signals += language->kinds[i].signal_count;
    tokens->signals =
        arena_array(&checklist->arena, signals, sizeof *tokens->signals);
    tokens->names = arena_array(&checklist->arena, language->kind_count,
                                sizeof *tokens->names);
    if (!tokens->signals || !tokens->names)
        return false;
    for (size_t i = 0; i < language->kind_count; i++) {
        const struct document_kind *kind = &language->kinds[i];

        if (!concepts_add_terms(concepts, &kind->names, &tokens->names[i]))
            return false;
        for (size_t k = 0; k < kind->signal_count; k++) {
            if (!concepts_add_terms(concepts, &kind->signals[k].terms,
                                    &tokens->signals[at++]))
                return false;
        }
    }
    return true;
}

/* Concepts that the pack brings: polarity, headings, dates, kinds. */
static bool
add_pack_concepts(struct loading *loading)
{
    const struct samsyn_language *language = loading->checklist->language;
    struct tokens *tokens = &loading->checklist->tokens;
    struct concepts *concepts = &loading->concepts;

    for (size_t i = 0; i < POLARITY_COUNT; i++) {
        if (!concepts_add_terms(concepts, &language->polarity[i].terms,
                                &tokens->polarity[i]))
            return false;
    }
    for (size_t i = 0; i < HEADING_ROLES; i++) {
        if (!concepts_add_terms(concepts, &language->headings[i],
                                &tokens->headings[i]))
            return false;
    }
    for (size_t i = 0; i < DATE_USES; i++) {
        if (!concepts_add_terms(concepts, &language->dates[i],
                                &tokens->date_uses[i]))
            return false;
    }
    return concepts_add_times(concepts, &tokens->dates) &&
           add_kind_concepts(loading);
}

static samsyn_status
build_tokens(struct loading *loading)
{
    const struct yaml_node *node = section(loading, "vocabulary", YAML_MAP);
    samsyn_status status =
        tokens_build(&loading->checklist->tokens, &loading->checklist->arena,
                     &loading->concepts);

    if (status == SAMSYN_E_LIMIT &&
        !fault(loading, DIAG_CHECKLIST_LARGE, node ? node : loading->root,
               str_make("", 0)))
        return SAMSYN_E_NOMEM;
    return status;
}

static samsyn_status
read_content(struct loading *loading)
{
    samsyn_status status;

    if (!read_recognise(loading) || !read_weights(loading) ||
        !read_vocabulary(loading) || !read_items(loading) ||
        !read_areas(loading) || !check_over(loading) ||
        diag_failed(loading->reader.diags))
        return SAMSYN_E_NOMEM;
    if (diag_errors(loading->reader.diags) > 0)
        return SAMSYN_E_SCHEMA;
    if (!add_pack_concepts(loading))
        return SAMSYN_E_NOMEM;
    status = build_tokens(loading);
    if (status == SAMSYN_OK &&
        !changes_settle(loading->checklist, &loading->concepts,
                        &loading->extension.changes))
        status = SAMSYN_E_NOMEM;
    return status;
}

static samsyn_status
load(struct loading *loading, struct arena *scratch, struct str text,
     const char *name)
{
    struct chain chain;
    samsyn_status status =
        chain_read(&chain, loading->checklist, &loading->reader, scratch, text,
                   name, loading->config);

    if (status == SAMSYN_OK && !extend(&loading->root, &loading->extension,
                                       &chain, &loading->reader, scratch))
        status = SAMSYN_E_NOMEM;
    if (status == SAMSYN_OK)
        status = load_language(loading);
    if (status == SAMSYN_OK)
        status = read_content(loading);
    return status;
}

static samsyn_status
read_into(struct samsyn_checklist *checklist, struct str text, const char *name,
          const struct samsyn_config *config, struct samsyn_diagnostics *diags)
{
    struct loading loading = {
        .checklist = checklist,
        .config = config,
        .reader = { NULL, &checklist->arena, diags, NULL },
        .criteria = { .weights = { 3000, 2000, 1000 } }
    };
    struct arena scratch;
    samsyn_status status;

    loading.context.concepts = &loading.concepts;
    loading.reader.user = &loading.context;
    arena_init(&scratch, &config->mem);
    extension_init(&loading.extension, &config->mem);
    status = load(&loading, &scratch, text, name);
    concepts_done(&loading.concepts);
    extension_done(&loading.extension);
    arena_done(&scratch);
    return status;
}

samsyn_status
checklist_read(struct samsyn_checklist **out, struct str text, const char *name,
               const struct samsyn_config *config,
               struct samsyn_diagnostics *diags)
{
    const struct samsyn_config *settings = config_of(config);
    struct samsyn_checklist *checklist =
        mem_alloc(&settings->mem, sizeof *checklist);
    samsyn_status status;

    if (!checklist)
        return SAMSYN_E_NOMEM;
    arena_init(&checklist->arena, &settings->mem);
    status =
        read_into(checklist, text, name ? name : "checklist", settings, diags);
    if (status == SAMSYN_OK)
        *out = checklist;
    else
        checklist_free(checklist);
    return status;
}

void
checklist_free(struct samsyn_checklist *checklist)
{
    samsyn_allocator mem;

    if (!checklist)
        return;
    mem = checklist->arena.mem;
    tokens_done(&checklist->tokens);
    language_free(checklist->language);
    arena_done(&checklist->arena);
    mem_free(&mem, checklist);
}

struct str
bilingual_text(const struct bilingual *texts, samsyn_lang lang)
{
    return texts->text[lang == SAMSYN_LANG_EN ? 1 : 0];
}
