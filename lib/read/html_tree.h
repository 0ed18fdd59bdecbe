/* SPDX-License-Identifier: MIT */
#ifndef READ_HTML_TREE_H
#define READ_HTML_TREE_H

/* The elements and texts of a page, in the order of the page: what is inside
 * of an element stands right behind it, up to its `end`.  So a walk over the
 * page is a walk over an array, however deep the page is. */

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/vec.h"
#include "read/html_tags.h"

#define HTML_NO_NODE UINT32_MAX
#define HTML_MOST_SPAN 1000 /* columns or rows of one cell */

/* Where a part of a page belongs. */
enum html_zone {
    HTML_ZONE_BODY,
    HTML_ZONE_CONTENTS,
    HTML_ZONE_FURNITURE
};

struct html_node {
    uint32_t parent, end;
    uint32_t start, length; /* of a text */
    uint32_t id;            /* a key made of its id; 0 for none */
    uint32_t all;           /* html_main(): bytes of text in it */
    uint32_t weight;        /* html_main(): of them outside of links */
    uint32_t running;       /* html_main(): of them those in long stretches */
    uint16_t columns, rows; /* of a cell, at least 1 */
    uint8_t tag;            /* enum html_tag */
    uint8_t level;          /* of a heading */
    uint8_t role;           /* enum html_role */
    uint8_t use;            /* enum html_use */
    uint8_t zone;           /* html_main(): enum html_zone */
    bool block;
    bool unseen;
    bool hidden; /* so far; what a button opens is shown */
    bool linked; /* html_main(): in a link */
    bool inner;  /* html_main(): in what is marked as the content */
    bool titled; /* html_main(): holds a heading that is no link */
    bool headed; /* html_main(): one of the first level */
    bool main;   /* html_main(): is, or holds, what is marked as main */
};

/* What stopped the reading of a page. */
enum html_fault {
    HTML_FINE,
    HTML_NO_MEMORY,
    HTML_TOO_DEEP,
    HTML_TOO_MANY,      /* elements, or bytes */
    HTML_TOO_ATTRIBUTED /* attributes of an element */
};

struct html_tree {
    struct vec nodes;    /* struct html_node; [0] holds the page */
    struct buf text;     /* of the text nodes */
    struct buf title;    /* <title> */
    struct buf date;     /* "2024-05-31", as the page says of itself */
    size_t date_rank;    /* of the name that it has there; 0 for none */
    struct vec controls; /* uint32_t: ids of what buttons open */
    uint32_t open;       /* innermost open node */
    uint32_t unseen;     /* outermost open one that is not seen, or none */
    uint32_t depth;
    bool in_title;
    enum html_fault fault;
};

/* The attributes that are looked at; empty where they are not there. */
struct html_attributes {
    struct str role, level, words, id, style, controls, columns, rows;
    struct str name, content; /* of <meta> */
    bool hidden;
};

/* False without memory. */
bool
html_tree_init(struct html_tree *tree, const samsyn_allocator *mem);
void
html_tree_done(struct html_tree *tree);

/* An element begins, @p name in lower case. */
void
html_tree_open(struct html_tree *tree, struct str name,
               const struct html_attributes *attributes);
/* The innermost element ends. */
void
html_tree_close(struct html_tree *tree);
void
html_tree_text(struct html_tree *tree, struct str text);
/* The page ends, with everything that is still open. */
void
html_tree_end(struct html_tree *tree);

static inline struct html_node *
html_at(const struct html_tree *tree, uint32_t index)
{
    return vec_at(&tree->nodes, index);
}

static inline struct str
html_text(const struct html_tree *tree, const struct html_node *node)
{
    return str_make(tree->text.data + node->start, node->length);
}

/* UTF-8 into the tree, by libxml2. */
void
html_parse(struct html_tree *tree, struct str utf8);

/* Finds what the page is about: sets the zone of every node. */
void
html_main(struct html_tree *tree);

#endif
