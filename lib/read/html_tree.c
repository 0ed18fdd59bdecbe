/* SPDX-License-Identifier: MIT */

/* The tree of a page, while it is read.
 *
 * What is not seen on the page leaves its element here and none of its text.
 * What is hidden until a button is pressed is seen: buttons name by id what
 * they open, mostly before it comes, so that what is hidden is decided about
 * at the end only.  Depth, elements and bytes are counted; past a limit
 * nothing is added any more and `fault` says which it was. */

#include "read/html_tree.h"

#include "base/ascii.h"
#include "base/day.h"
#include "base/number.h"
#include "read/lookup.h"

#include <stdlib.h>

#define DEEPEST 500
#define MOST_NODES 400000
#define MOST_TEXT ((size_t)64 << 20)
#define LONGEST_TITLE 1000
#define DATE_LENGTH 10

bool
html_tree_init(struct html_tree *tree, const samsyn_allocator *mem)
{
    *tree = (struct html_tree){ .unseen = HTML_NO_NODE };
    vec_init(&tree->nodes, mem, sizeof(struct html_node));
    vec_init(&tree->controls, mem, sizeof(uint32_t));
    buf_init(&tree->text, mem, MOST_TEXT);
    buf_init(&tree->title, mem, LONGEST_TITLE);
    buf_init(&tree->date, mem, DATE_LENGTH);

    struct html_node *root = vec_push(&tree->nodes);
    if (root)
        root->parent = HTML_NO_NODE;
    return root != NULL;
}

void
html_tree_done(struct html_tree *tree)
{
    vec_done(&tree->nodes);
    vec_done(&tree->controls);
    buf_done(&tree->text);
    buf_done(&tree->title);
    buf_done(&tree->date);
}

/* ---- What attributes say ---- */

/* Never 0 for a text. */
static uint32_t
key_of(struct str text)
{
    return text.len ? lookup_hash(LOOKUP_SEED, text) | 1 : 0;
}

/* A number from 1 to @p most; 1 where it is none. */
static unsigned
small_number(struct str text, unsigned most)
{
    int64_t number;

    if (!number_int(str_trim(text), &number) || number < 1)
        return 1;
    return number < (int64_t)most ? (unsigned)number : most;
}

/* The style has the property with this value: "display" "none".  White space
 * is left out, as "display : none" is the same. */
static bool
has_style(struct str style, struct str wanted)
{
    size_t found = 0;

    for (size_t i = 0; i < style.len && found < wanted.len; i++) {
        char c = style.ptr[i];

        if (c == ' ' || c == '\t' || c == '\n')
            continue;
        c = ascii_lower(c);
        if (c == wanted.ptr[found])
            found++;
        else
            found = c == wanted.ptr[0];
    }
    return found == wanted.len;
}

static bool
is_hidden(const struct html_attributes *attributes)
{
    return attributes->hidden ||
           has_style(attributes->style, STR("display:none")) ||
           has_style(attributes->style, STR("visibility:hidden"));
}

/* What the role makes of the element. */
static void
apply_role(struct html_node *node, const struct html_attributes *attributes)
{
    static const struct made {
        enum html_role role;
        enum html_tag tag;
    } made[] = {
        { HTML_ROLE_MAIN, HTML_MAIN },
        { HTML_ROLE_HEADING, HTML_HEADING },
        { HTML_ROLE_ITEM, HTML_ITEM },
        { HTML_ROLE_LIST, HTML_LIST },
    };

    node->role = (uint8_t)html_role(attributes->role);
    for (size_t i = 0; i < ARRAY_LEN(made); i++) {
        if (node->role != made[i].role)
            continue;
        node->tag = (uint8_t)made[i].tag;
        node->block = true;
    }
    if (node->role == HTML_ROLE_UNSEEN)
        node->unseen = true;
    if (node->tag != HTML_HEADING)
        node->level = 0;
    else if (attributes->level.len)
        node->level = (uint8_t)small_number(attributes->level, 9);
    else if (!node->level)
        node->level = 2; /* what a role without a level is */
}

/* A class says what an element is for where the element itself does not: of
 * a row, "header" says something else. */
static bool
is_named_for_use(const struct html_node *node)
{
    static const enum html_tag plain[] = {
        HTML_OTHER, HTML_ARTICLE, HTML_ASIDE,    HTML_BODY,   HTML_BUTTON,
        HTML_DIV,   HTML_FOOTER,  HTML_FORM,     HTML_HEADER, HTML_LINK,
        HTML_LIST,  HTML_NAV,     HTML_PARAGRAPH
    };

    for (size_t i = 0; i < ARRAY_LEN(plain); i++) {
        if (node->tag == plain[i])
            return true;
    }
    return false;
}

static void
apply_use(struct html_node *node, const struct html_attributes *attributes)
{
    node->use = (uint8_t)html_use(attributes->id);
    if (node->use == HTML_USE_NONE)
        node->use = (uint8_t)html_use(attributes->words);
    if (node->use == HTML_USE_UNSEEN)
        node->unseen = true;
    else if (!is_named_for_use(node))
        node->use = HTML_USE_NONE;
}

static void
fill(struct html_node *node, struct str name,
     const struct html_attributes *attributes)
{
    struct html_trait trait = html_element(name);

    node->tag = (uint8_t)trait.tag;
    node->level = trait.level;
    node->block = (trait.flags & HTML_IS_BLOCK) != 0;
    node->unseen = (trait.flags & HTML_IS_UNSEEN) != 0;
    apply_role(node, attributes);
    apply_use(node, attributes);
    node->hidden = is_hidden(attributes);
    node->id = key_of(attributes->id);
    node->columns = (uint16_t)small_number(attributes->columns, HTML_MOST_SPAN);
    node->rows = (uint16_t)small_number(attributes->rows, HTML_MOST_SPAN);
}

/* ---- What the page says of itself ---- */

/* Names of <meta> that tell when the page was changed, or else made; what
 * stands further down says it better. */
static const char *const dates[] = {
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.issued",
    "article:published_time",
    "last-modified",
    "dc.date.modified",
    "dcterms.modified",
    "article:modified_time",
};

/* 0 for any other name. */
static size_t
date_rank(struct str name)
{
    char room[32];

    if (name.len > sizeof room)
        return 0;
    for (size_t i = 0; i < name.len; i++) {
        char c = name.ptr[i];

        room[i] = ascii_lower(c);
    }
    for (size_t i = 0; i < ARRAY_LEN(dates); i++) {
        if (str_equal(str_make(room, name.len), str_of(dates[i])))
            return i + 1;
    }
    return 0;
}

static void
take_date(struct html_tree *tree, const struct html_attributes *attributes)
{
    struct str date = day_begin(str_trim(attributes->content));
    size_t rank = date_rank(attributes->name);

    if (rank <= tree->date_rank || !date.len)
        return;
    tree->date_rank = rank;
    buf_clear(&tree->date);
    buf_str(&tree->date, date);
}

/* ---- Building ---- */

static void
fail(struct html_tree *tree, enum html_fault fault)
{
    if (tree->fault == HTML_FINE)
        tree->fault = fault;
}

static struct html_node *
add_node(struct html_tree *tree)
{
    struct html_node *node;

    if (tree->nodes.len >= MOST_NODES) {
        fail(tree, HTML_TOO_MANY);
        return NULL;
    }
    node = vec_push(&tree->nodes);
    if (node)
        node->parent = tree->open;
    else
        fail(tree, HTML_NO_MEMORY);
    return node;
}

static void
add_controls(struct html_tree *tree, struct str id)
{
    uint32_t *slot = vec_push(&tree->controls);

    if (slot)
        *slot = key_of(id);
    else
        fail(tree, HTML_NO_MEMORY);
}

void
html_tree_open(struct html_tree *tree, struct str name,
               const struct html_attributes *attributes)
{
    if (tree->fault != HTML_FINE)
        return;
    if (++tree->depth > DEEPEST) {
        fail(tree, HTML_TOO_DEEP);
        return;
    }
    struct html_node *node = add_node(tree);
    if (!node)
        return;
    tree->open = (uint32_t)(tree->nodes.len - 1);
    fill(node, name, attributes);
    if (node->unseen && tree->unseen == HTML_NO_NODE)
        tree->unseen = tree->open;
    tree->in_title = node->tag == HTML_TITLE && !tree->title.len &&
                     tree->unseen == tree->open;
    if (node->tag == HTML_META)
        take_date(tree, attributes);
    if (attributes->controls.len)
        add_controls(tree, attributes->controls);
}

void
html_tree_close(struct html_tree *tree)
{
    if (tree->fault != HTML_FINE || !tree->open)
        return;
    struct html_node *node = html_at(tree, tree->open);
    node->end = (uint32_t)tree->nodes.len;
    if (tree->unseen == tree->open)
        tree->unseen = HTML_NO_NODE;
    tree->open = node->parent;
    tree->in_title = false;
    tree->depth--;
}

/* Line ends in a page are white space, and no hyphen before one divides a
 * word. */
static void
add_blanked(struct buf *out, struct str text)
{
    size_t at = out->len;

    buf_str(out, text);
    for (size_t i = at; i < out->len; i++) {
        if (out->data[i] == '\n' || out->data[i] == '\r')
            out->data[i] = ' ';
    }
}

/* As much of it as fits. */
static void
add_title(struct html_tree *tree, struct str text)
{
    size_t room = LONGEST_TITLE - tree->title.len;

    if (text.len > room) {
        while (room && ((unsigned char)text.ptr[room] & 0xc0u) == 0x80u)
            room--;
        text.len = room;
        tree->in_title = false;
    }
    add_blanked(&tree->title, text);
    if (buf_failed(&tree->title))
        fail(tree, HTML_NO_MEMORY);
}

/* The text is beside the last one, and so a part of it. */
static bool
goes_on(const struct html_tree *tree)
{
    const struct html_node *last = vec_last(&tree->nodes);

    return last->tag == HTML_TEXT && last->parent == tree->open;
}

void
html_tree_text(struct html_tree *tree, struct str text)
{
    if (tree->fault != HTML_FINE)
        return;
    if (tree->in_title)
        add_title(tree, text);
    if (tree->unseen != HTML_NO_NODE)
        return;
    if (!goes_on(tree)) {
        struct html_node *node = add_node(tree);

        if (!node)
            return;
        node->tag = HTML_TEXT;
        node->start = (uint32_t)tree->text.len;
        node->end = (uint32_t)tree->nodes.len;
    }
    add_blanked(&tree->text, text);
    struct html_node *last = vec_last(&tree->nodes);
    last->length = (uint32_t)tree->text.len - last->start;
    if (buf_failed(&tree->text))
        fail(tree, tree->text.len + text.len > MOST_TEXT ? HTML_TOO_MANY
                                                         : HTML_NO_MEMORY);
}

static int
compare_keys(const void *a, const void *b)
{
    uint32_t first = *(const uint32_t *)a, second = *(const uint32_t *)b;

    return (first > second) - (first < second);
}

/* What a button opens is no longer hidden, all else that is hidden unseen. */
static void
settle_hidden(struct html_tree *tree)
{
    if (tree->controls.len)
        qsort(tree->controls.data, tree->controls.len, sizeof(uint32_t),
              compare_keys);
    for (uint32_t i = 0; i < tree->nodes.len; i++) {
        struct html_node *node = html_at(tree, i);

        if (node->hidden &&
            !(node->id && tree->controls.len &&
              bsearch(&node->id, tree->controls.data, tree->controls.len,
                      sizeof(uint32_t), compare_keys)))
            node->unseen = true;
    }
}

void
html_tree_end(struct html_tree *tree)
{
    while (tree->fault == HTML_FINE && tree->open)
        html_tree_close(tree);
    if (buf_failed(&tree->date))
        fail(tree, HTML_NO_MEMORY);
    if (tree->fault != HTML_FINE)
        return;
    html_at(tree, 0)->end = (uint32_t)tree->nodes.len;
    settle_hidden(tree);
}
