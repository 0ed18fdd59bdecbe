/* SPDX-License-Identifier: MIT */
#ifndef CHECKLIST_TAILOR_H
#define CHECKLIST_TAILOR_H

/* The inside of extend(): only for extend.c, which merges sections and
 * vocabularies, and tailor.c, which merges criteria. */

#include "checklist/extend.h"

struct merging {
    struct shape_reader *reader;
    struct arena *scratch;
    struct extension *extension;
    const struct chain_link *link; /* the file whose turn it is */
    struct yaml_node *root;        /* what has become so far */
    struct yaml_node shared_mark;  /* stands for the language pack's entry */
    struct vec slots;              /* of struct slot: criteria, in order */
    struct vec areas;              /* of struct area_slot */
};

void
tailoring_init(struct merging *m);
void
tailoring_done(struct merging *m);

/* The areas of the last parent; then what a file asks of them; then the list
 * that has become.  False or NULL without memory. */
bool
tailor_begin(struct merging *m, const struct yaml_node *root);
bool
tailor(struct merging *m, const struct yaml_node *root);
struct yaml_node *
tailor_end(struct merging *m, const struct yaml_node *root);

/* A new change by the file whose turn it is; NULL without memory. */
struct samsyn_change *
note_change(struct merging *m, enum change_kind kind);

/* An empty map with room for @p most pairs, at the place of @p like. */
struct yaml_node *
merged_map(struct arena *scratch, const struct yaml_node *like, size_t most);

/* A node like @p node, which stays as it is. */
struct yaml_node *
node_copy(struct arena *scratch, const struct yaml_node *node);

#endif
