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
#include "base/sha256.h"
#include "checklist/criterion.h"
#include "checklist/extend.h"
#include "checklist/file_shape.h"
#include "checklist/shared.h"
#include "language/spellings.h"

#include <string.h>

/* What the reading of one checklist works on. */
struct loading {
    struct samsyn_checklist *checklist;
    const struct samsyn_config *config;
    struct shape_reader reader;
    struct rule_context context;
    struct criterion_context criteria;
    struct concepts concepts;
    struct spellings spellings;
    struct extension extension;
    const struct yaml_node *root; /* of the file, or of what it became */
    struct arena trees;
};

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
    struct samsyn_checklist *checklist = loading->checklist;
    struct str file = arena_str(&checklist->arena, name->text);
    struct diag_source source = { file.ptr, buf_view(bytes), NULL };
    samsyn_status status = SAMSYN_E_NOMEM;

    if (file.ptr)
        status = language_read(&checklist->own_language, &source,
                               &loading->spellings, loading->config,
                               loading->reader.diags);
    checklist->language = checklist->own_language;
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

/* ---- What it was taught ---- */

/* A model that is not there is no fault: the rules stand alone, and every
 * assessment says so. */
static samsyn_status
load_model(struct loading *loading)
{
    const struct yaml_node *name = section(loading, "model", YAML_TEXT);
    struct samsyn_checklist *checklist = loading->checklist;
    struct buf bytes;
    samsyn_status status;

    if (!name)
        return SAMSYN_OK;
    checklist->model_name = arena_str(&checklist->arena, name->text);
    if (!checklist->model_name.ptr)
        return SAMSYN_E_NOMEM;
    checklist->model_start = name->start;
    checklist->model_end = name->end;
    buf_init(&bytes, &loading->config->mem, BUF_ANY);
    status = resolve_bytes(&bytes, SAMSYN_RESOURCE_MODEL, name->text,
                           loading->config);
    if (status == SAMSYN_OK)
        status = model_read(&checklist->model, &bytes, loading->config,
                            loading->reader.diags, checklist->model_name.ptr);
    else if (status == SAMSYN_E_UNRESOLVED)
        status = SAMSYN_OK;
    buf_done(&bytes);
    return status;
}

/* Of the checklist's own file and of its model's, together: nothing is asked
 * of them before. */
static void
take_digests(struct samsyn_checklist *checklist)
{
    struct str text = checklist->files[0].text;

    if (checklist->model)
        sha256_both(text, checklist->digest, buf_view(&checklist->model->bytes),
                    checklist->model_digest);
    else
        sha256_text(text.ptr, text.len, checklist->digest);
}

/* ---- Kinds, weights, sources ---- */

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
            (!language_has_kind(checklist->language, item->text) &&
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

    loading->context.inflection = (struct inflection){
        checklist->language->endings, checklist->language->endings_count,
        &checklist->language->linking, &loading->spellings
    };
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

/* What makes something an item is asked before there are any. */
static bool
check_items(struct loading *loading)
{
    for (size_t i = 0; i < ITEM_KINDS; i++) {
        size_t end = loading->context.over[i].end;

        if (end > 0 &&
            !shape_fault(&loading->reader, DIAG_CHECKLIST_ITEMS_IN_ITEMS,
                         loading->context.over[i].start, end, NULL, 0,
                         str_make("", 0)))
            return false;
    }
    return true;
}

static bool
read_items(struct loading *loading)
{
    return items_read(&loading->reader, &loading->checklist->items,
                      section(loading, "items", YAML_MAP),
                      section(loading, "focus", YAML_MAP)) &&
           check_items(loading);
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
    loading->criteria.taught = checklist->model_name.len > 0;
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
    tokens->accounts = arena_array(&checklist->arena, language->kind_count,
                                   sizeof *tokens->accounts);
    if (!tokens->signals || !tokens->names || !tokens->accounts)
        return false;
    for (size_t i = 0; i < language->kind_count; i++) {
        const struct document_kind *kind = &language->kinds[i];

        if (!concepts_add_terms(concepts, &kind->names, &tokens->names[i]) ||
            !concepts_add_terms(concepts, &kind->accounts,
                                &tokens->accounts[i]))
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
        const struct polarity_rule *rule = &language->polarity[i];

        if (!concepts_add_terms(concepts, &rule->terms, &tokens->polarity[i]) ||
            !concepts_add_terms(concepts, &rule->sentence,
                                &tokens->polarity_sentence[i]) ||
            !concepts_add_terms(concepts, &rule->opening,
                                &tokens->polarity_opening[i]))
            return false;
    }
    for (size_t i = 0; i < MOOT_MARKS; i++) {
        if (!concepts_add_terms(concepts, &language->moot.marks[i],
                                &tokens->moot[i]))
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

/* All has been read, so what the trees and the spellings took is room for the
 * tokens; where those are too many is remembered. */
static samsyn_status
build_tokens(struct loading *loading)
{
    const struct yaml_node *node = section(loading, "vocabulary", YAML_MAP);
    size_t start = node ? node->start : loading->root->start;
    size_t end = node ? node->end : loading->root->end;
    size_t spelt = loading->spellings.kept.len;
    struct str none = STR("");
    samsyn_status status;

    loading->root = NULL;
    arena_done(&loading->trees);
    spellings_done(&loading->spellings);
    status =
        tokens_build(&loading->checklist->tokens, &loading->checklist->arena,
                     &loading->concepts, spelt);
    if (status == SAMSYN_E_LIMIT &&
        !shape_fault(&loading->reader, DIAG_CHECKLIST_LARGE, start, end, &none,
                     1, none))
        return SAMSYN_E_NOMEM;
    return status;
}

static samsyn_status
read_content(struct loading *loading)
{
    if (!read_recognise(loading) || !read_weights(loading) ||
        !read_vocabulary(loading) || !read_items(loading) ||
        !read_areas(loading) || !check_over(loading) ||
        diag_failed(loading->reader.diags))
        return SAMSYN_E_NOMEM;
    if (diag_errors(loading->reader.diags) > 0)
        return SAMSYN_E_SCHEMA;
    if (!add_pack_concepts(loading) ||
        !changes_settle(loading->checklist, &loading->concepts,
                        &loading->extension.changes))
        return SAMSYN_E_NOMEM;
    return build_tokens(loading);
}

static samsyn_status
load(struct loading *loading, struct str text, const char *name)
{
    struct arena *trees = &loading->trees;
    struct chain chain = { .count = 0 };
    samsyn_status status =
        chain_read(&chain, loading->checklist, &loading->reader, trees, text,
                   name, loading->config);

    if (status == SAMSYN_OK && !extend(&loading->root, &loading->extension,
                                       &chain, &loading->reader, trees))
        status = SAMSYN_E_NOMEM;
    if (status == SAMSYN_OK)
        status = load_language(loading);
    if (status == SAMSYN_OK)
        status = load_model(loading);
    if (status != SAMSYN_OK)
        return status;
    take_digests(loading->checklist);
    return read_content(loading);
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
    samsyn_status status;

    loading.context.concepts = &loading.concepts;
    loading.reader.user = &loading.context;
    arena_init(&loading.trees, &config->mem);
    spellings_init(&loading.spellings, &config->mem);
    extension_init(&loading.extension, &config->mem);
    status = load(&loading, text, name);
    concepts_done(&loading.concepts);
    spellings_done(&loading.spellings);
    extension_done(&loading.extension);
    arena_done(&loading.trees);
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

static samsyn_status
read_words(struct samsyn_checklist *checklist,
           const struct samsyn_config *config)
{
    struct loading loading = { .checklist = checklist, .config = config };
    samsyn_status status = SAMSYN_E_NOMEM;

    if (concepts_init(&loading.concepts, &checklist->arena, checklist->language,
                      &checklist->vocabulary) &&
        add_pack_concepts(&loading))
        status = tokens_build(&checklist->tokens, &checklist->arena,
                              &loading.concepts, checklist->language->spelt);
    concepts_done(&loading.concepts);
    return status;
}

samsyn_status
checklist_of_language(struct samsyn_checklist **out,
                      const struct samsyn_language *language,
                      const struct samsyn_config *config)
{
    struct samsyn_checklist *checklist =
        mem_alloc(&config->mem, sizeof *checklist);
    samsyn_status status;

    if (!checklist)
        return SAMSYN_E_NOMEM;
    arena_init(&checklist->arena, &config->mem);
    checklist->language = language;
    status = read_words(checklist, config);
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
    language_free(checklist->own_language);
    model_free(checklist->model);
    arena_done(&checklist->arena);
    mem_free(&mem, checklist);
}

bool
checklist_has_taught(const struct samsyn_checklist *checklist,
                     const struct criterion *criterion)
{
    return checklist->model &&
           model_criterion(checklist->model, criterion->id) != SAMSYN_NONE;
}

struct str
bilingual_text(const struct bilingual *texts, samsyn_lang lang)
{
    return texts->text[lang == SAMSYN_LANG_EN ? 1 : 0];
}
