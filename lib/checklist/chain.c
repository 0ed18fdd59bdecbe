/* SPDX-License-Identifier: MIT */

/* Reads a checklist's file and, as long as a file says `extends`, the file of
 * that name, from the resolver.
 *
 * The places of all files are made one space (see struct diag_source): every
 * node of a parent's tree is moved by what stands before it.  So whatever is
 * said later of any node names the right file and line, and nothing else has
 * to know that there are several files. */

#include "checklist/chain.h"

#include "base/resolve.h"
#include "base/sha256.h"
#include "checklist/extend.h"

struct chaining {
    struct chain *chain;
    struct samsyn_checklist *checklist;
    struct shape_reader *reader;
    struct arena *scratch;
    const struct samsyn_config *config;
    size_t base; /* where the places of the next file begin */
};

/* As deep as the reader of trees lets a file be. */
static void
move_places(struct yaml_node *node, uint32_t by)
{
    node->start += by;
    node->end += by;
    for (size_t i = 0; node->kind == YAML_LIST && i < node->count; i++)
        move_places(node->items[i], by);
    for (size_t i = 0; node->kind == YAML_MAP && i < node->count; i++) {
        node->pairs[i].start += by;
        node->pairs[i].end += by;
        move_places(node->pairs[i].value, by);
    }
}

static const struct shape *
shape_of(const struct yaml_node *root)
{
    bool marked = root->kind == YAML_MAP && yaml_get(root, checklist_file.mark);

    return marked ? checklist_file.marked : checklist_file.shape;
}

/* What the file says of itself.  The first one's digest is the loader's. */
static bool
read_about(struct chaining *c, struct chain_link *link,
           const struct yaml_node *root)
{
    const struct diag_source *file = &c->checklist->files[c->chain->count];
    struct samsyn_checklist *about = c->checklist;

    if (c->chain->count > 0)
        about = arena_alloc(c->scratch, sizeof *about);
    if (!about || !shape_read(c->reader, shape_of(root), about, root))
        return false;
    link->root = root;
    link->about.id = about->id;
    link->about.version = about->version;
    link->basis = about->basis;
    if (c->chain->count > 0)
        sha256_text(file->text.ptr, file->text.len, about->digest);
    link->about.digest = str_of(about->digest);
    return true;
}

/* The text and the name as the checklist keeps them. */
static bool
keep_file(struct chaining *c, struct str text, struct str name)
{
    struct diag_source *file = &c->checklist->files[c->chain->count];
    struct str kept = arena_str(&c->checklist->arena, name);

    file->name = kept.ptr;
    file->text = arena_str(&c->checklist->arena, text);
    return file->name && file->text.ptr;
}

static samsyn_status
read_file(struct chaining *c, struct str text, struct str name)
{
    struct diag_source *file = &c->checklist->files[c->chain->count];
    struct yaml_node *root;
    samsyn_status status;

    if (!keep_file(c, text, name))
        return SAMSYN_E_NOMEM;
    status = yaml_tree_read(&root, file, c->scratch, c->reader->diags);
    if (status)
        return status;
    if (c->base > 0)
        move_places(root, (uint32_t)c->base);
    c->base += text.len + 1;
    if (c->chain->count > 0)
        file[-1].next = file;
    if (!read_about(c, &c->chain->links[c->chain->count], root))
        return SAMSYN_E_NOMEM;
    c->chain->count++;
    return SAMSYN_OK;
}

/* ---- What is extended ---- */

static samsyn_status
refuse(struct chaining *c, enum diag_code code, const struct yaml_node *name,
       struct str more, samsyn_status status)
{
    struct str args[2] = { name->text, more };

    return shape_fault(c->reader, code, name->start, name->end, args, 2,
                       str_make("", 0))
               ? status
               : SAMSYN_E_NOMEM;
}

/* "a > b > a": from the file of that name to the last one, and back. */
static samsyn_status
refuse_circle(struct chaining *c, size_t from, const struct yaml_node *name)
{
    samsyn_status status = SAMSYN_E_NOMEM;
    struct buf way;

    buf_init(&way, &c->config->mem, BUF_ANY);
    for (size_t i = from; i < c->chain->count; i++) {
        buf_str(&way, c->chain->links[i].about.id);
        buf_text(&way, " > ");
    }
    buf_str(&way, name->text);
    if (!buf_failed(&way))
        status = refuse(c, DIAG_CHECKLIST_EXTENDS_CIRCLE, name, buf_view(&way),
                        SAMSYN_E_SCHEMA);
    buf_done(&way);
    return status;
}

/* The number of the file that is called so or calls itself so; that of none
 * where there is no such file. */
static size_t
find_file(const struct chaining *c, struct str name)
{
    size_t i = 0;

    while (i < c->chain->count &&
           !str_equal(c->chain->links[i].about.id, name) &&
           !str_equal(str_of(c->checklist->files[i].name), name))
        i++;
    return i;
}

static samsyn_status
read_parent(struct chaining *c, const struct yaml_node *name)
{
    size_t found = find_file(c, name->text);
    struct buf bytes;
    samsyn_status status;

    if (found < c->chain->count)
        return refuse_circle(c, found, name);
    if (c->chain->count > CHAIN_MOST)
        return refuse(c, DIAG_CHECKLIST_EXTENDS_DEEP, name, str_make("", 0),
                      SAMSYN_E_LIMIT);
    buf_init(&bytes, &c->config->mem, BUF_ANY);
    status =
        resolve_bytes(&bytes, SAMSYN_RESOURCE_CHECKLIST, name->text, c->config);
    if (status == SAMSYN_E_UNRESOLVED)
        status = refuse(c, DIAG_CHECKLIST_PARENT, name, str_make("", 0),
                        SAMSYN_E_UNRESOLVED);
    else if (status == SAMSYN_OK)
        status = read_file(c, buf_view(&bytes), name->text);
    if (status == SAMSYN_E_SYNTAX || status == SAMSYN_E_LIMIT)
        status =
            refuse(c, DIAG_CHECKLIST_PARENT_BAD, name, str_make("", 0), status);
    buf_done(&bytes);
    return status;
}

/* What the last file extends; NULL where nothing, or no name is given. */
static const struct yaml_node *
parent_name(const struct chain *chain)
{
    const struct yaml_node *root = chain->links[chain->count - 1].root;
    const struct yaml_node *name =
        root->kind == YAML_MAP ? yaml_get(root, "extends") : NULL;

    return name && name->kind == YAML_TEXT && name->text.len > 0 ? name : NULL;
}

/* A checklist that says nothing of what it rests on rests on its parent's. */
static bool
keep_parents(struct chaining *c)
{
    struct samsyn_checklist *checklist = c->checklist;
    struct parent parents[CHAIN_MOST + 1];

    for (size_t i = 1; i < c->chain->count; i++) {
        const struct chain_link *link = &c->chain->links[i];

        parents[i - 1] = link->about;
        if (!checklist->basis.text[0].ptr)
            checklist->basis = link->basis;
    }
    return parents_copy(&checklist->parents, &checklist->arena, parents,
                        c->chain->count - 1);
}

samsyn_status
chain_read(struct chain *chain, struct samsyn_checklist *checklist,
           struct shape_reader *reader, struct arena *scratch, struct str text,
           const char *name, const struct samsyn_config *config)
{
    struct chaining c = { chain, checklist, reader, scratch, config, 0 };
    const struct yaml_node *parent;
    samsyn_status status;

    chain->count = 0;
    checklist->files =
        arena_array(&checklist->arena, CHAIN_MOST + 1, sizeof(*reader->source));
    if (!checklist->files)
        return SAMSYN_E_NOMEM;
    reader->source = checklist->files;
    status = read_file(&c, text, str_of(name));
    while (status == SAMSYN_OK && (parent = parent_name(chain)) != NULL)
        status = read_parent(&c, parent);
    if (status == SAMSYN_OK && !keep_parents(&c))
        status = SAMSYN_E_NOMEM;
    return status;
}
