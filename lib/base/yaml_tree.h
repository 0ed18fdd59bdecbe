/* SPDX-License-Identifier: MIT */
#ifndef BASE_YAML_TREE_H
#define BASE_YAML_TREE_H

/* YAML as a tree of nodes with places.  Refused: anchors and aliases, tags, a
 * second document, duplicate keys, keys that are not plain text, depth beyond
 * 32, more than 200 000 nodes, other encodings than UTF-8.  Every refusal is a
 * diagnostic with its place. */

#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"

enum yaml_kind {
    YAML_TEXT = 1,
    YAML_LIST,
    YAML_MAP
};

/* A checklist has tens of thousands, so they are small. */
struct yaml_node {
    uint8_t kind;
    bool quoted;         /* YAML_TEXT: not written plain */
    uint32_t start, end; /* byte offsets in the source */
    uint32_t count;      /* of pairs or items */
    struct str text;     /* YAML_TEXT: the value; else empty */
    union {
        struct yaml_pair *pairs;  /* YAML_MAP, in the order of the file */
        struct yaml_node **items; /* YAML_LIST */
    };
};

struct yaml_pair {
    struct str key;
    uint32_t start, end; /* of the key */
    struct yaml_node *value;
};

/* Read @p source->text, of at most UINT32_MAX bytes, into nodes of @p arena.
 * Most texts of nodes are parts of the source, which must live as long as they
 * do; none ends in NUL. SAMSYN_OK, SAMSYN_E_SYNTAX, SAMSYN_E_LIMIT or
 * SAMSYN_E_NOMEM; *out only on success.  @p diags as for diag_add().  An empty
 * file is SAMSYN_E_SYNTAX. */
samsyn_status
yaml_tree_read(struct yaml_node **out, const struct diag_source *source,
               struct arena *arena, struct samsyn_diagnostics *diags);

/* The same by the quick reader alone, which says nothing: SAMSYN_E_SYNTAX where
 * the file is not as plain as it needs.  For its test. */
samsyn_status
yaml_tree_read_quick(struct yaml_node **out, const struct diag_source *source,
                     struct arena *arena);

/* The same by libyaml alone. */
samsyn_status
yaml_tree_read_slow(struct yaml_node **out, const struct diag_source *source,
                    struct arena *arena, struct samsyn_diagnostics *diags);

/* The value of a key in a map, NULL where it has none. */
const struct yaml_node *
yaml_get(const struct yaml_node *map, const char *key);

#endif
