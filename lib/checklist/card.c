/* SPDX-License-Identifier: MIT */

/* Reads the beginning of a checklist's file, and of those that it extends.
 *
 * Bundled files say at their beginning what they are for, so reading ends
 * before the vocabulary; a file in another order is read as a whole.  What is
 * wrong with a file is not said here: whoever wants to know loads it. */

#include "checklist/card.h"

#include <string.h>

#include "base/fields.h"
#include "base/resolve.h"
#include "base/yaml_tree.h"
#include "checklist/chain.h"

/* Up to the first line that begins one of the long sections. */
static struct str
head_of(struct str text)
{
    static const struct str sections[] = { { "vocabulary:", 11 },
                                           { "areas:", 6 } };

    for (size_t at = 0; at < text.len;) {
        struct str rest = str_make(text.ptr + at, text.len - at);
        const char *end = memchr(rest.ptr, '\n', rest.len);

        for (size_t i = 0; i < ARRAY_LEN(sections); i++) {
            if (str_starts(rest, sections[i]))
                return str_make(text.ptr, at);
        }
        at = end ? (size_t)(end - text.ptr) + 1 : text.len;
    }
    return text;
}

static samsyn_status
read_tree(struct yaml_node **root, struct str text, struct arena *scratch)
{
    struct diag_source source = { "", text, NULL };

    return yaml_tree_read(root, &source, scratch, NULL);
}

/* The file's tree, or that of its beginning where this says all. */
static samsyn_status
read_head(struct yaml_node **root, struct str text, struct arena *scratch)
{
    struct str head = head_of(text);
    samsyn_status status = read_tree(root, head, scratch);

    if (status == SAMSYN_E_NOMEM || head.len == text.len ||
        (status == SAMSYN_OK && yaml_get(*root, "recognise") &&
         (yaml_get(*root, "language") || yaml_get(*root, "extends"))))
        return status;
    return read_tree(root, text, scratch);
}

static bool
take_kinds(struct samsyn_card *card, const struct yaml_node *recognise)
{
    const struct yaml_node *kinds =
        recognise ? yaml_get(recognise, "kinds") : NULL;
    size_t count = kinds && kinds->kind != YAML_MAP ? field_count(kinds) : 0;

    if (card->kind_count > 0 || count == 0)
        return true;
    card->kinds = arena_array(&card->arena, count, sizeof *card->kinds);
    if (!card->kinds)
        return false;
    for (size_t i = 0; i < count; i++) {
        card->kinds[i] = arena_str(&card->arena, field_item(kinds, i)->text);
        if (!card->kinds[i].ptr)
            return false;
    }
    card->kind_count = count;
    return true;
}

/* What the file says counts before what those say that it extends. */
static bool
take(struct samsyn_card *card, const struct yaml_node *root)
{
    const struct yaml_node *language = yaml_get(root, "language");

    if (!take_kinds(card, yaml_get(root, "recognise")))
        return false;
    if (!language || language->kind != YAML_TEXT || card->language.len > 0)
        return true;
    card->language = arena_str(&card->arena, language->text);
    return card->language.ptr != NULL;
}

/* A file, and in *parent the name of what it extends, or nothing. */
static samsyn_status
read_file(struct samsyn_card *card, struct str text, struct arena *scratch,
          struct str *parent)
{
    const struct yaml_node *name;
    struct yaml_node *root;
    samsyn_status status = read_head(&root, text, scratch);

    *parent = str_make("", 0);
    if (status)
        return status;
    if (!take(card, root))
        return SAMSYN_E_NOMEM;
    name = yaml_get(root, "extends");
    if (!name || name->kind != YAML_TEXT)
        return SAMSYN_OK;
    *parent = arena_str(scratch, name->text); /* the file does not live on */
    return parent->ptr ? SAMSYN_OK : SAMSYN_E_NOMEM;
}

static samsyn_status
read_parent(struct samsyn_card *card, struct arena *scratch, struct str *name,
            const struct samsyn_config *config)
{
    struct buf bytes;
    samsyn_status status;

    if (card->parents == CHAIN_MOST)
        return SAMSYN_E_LIMIT;
    card->parents++;
    buf_init(&bytes, &config->mem, BUF_ANY);
    status = resolve_bytes(&bytes, SAMSYN_RESOURCE_CHECKLIST, *name, config);
    if (status == SAMSYN_OK)
        status = read_file(card, buf_view(&bytes), scratch, name);
    buf_done(&bytes);
    return status;
}

static samsyn_status
read_all(struct samsyn_card *card, struct str text, struct arena *scratch,
         const struct samsyn_config *config)
{
    struct str parent;
    samsyn_status status = read_file(card, text, scratch, &parent);

    while (status == SAMSYN_OK && parent.len > 0)
        status = read_parent(card, scratch, &parent, config);
    if (status == SAMSYN_OK && (!card->kind_count || !card->language.len))
        status = SAMSYN_E_SCHEMA;
    return status;
}

samsyn_status
card_read(struct samsyn_card **out, struct str text,
          const struct samsyn_config *config)
{
    struct samsyn_card *card = mem_alloc(&config->mem, sizeof *card);
    struct arena scratch;
    samsyn_status status;

    if (!card)
        return SAMSYN_E_NOMEM;
    arena_init(&card->arena, &config->mem);
    arena_init(&scratch, &config->mem);
    status = read_all(card, text, &scratch, config);
    arena_done(&scratch);
    if (status == SAMSYN_OK)
        *out = card;
    else
        card_free(card);
    return status;
}

void
card_free(struct samsyn_card *card)
{
    samsyn_allocator mem;

    if (!card)
        return;
    mem = card->arena.mem;
    arena_done(&card->arena);
    mem_free(&mem, card);
}
