/* SPDX-License-Identifier: MIT */
#ifndef CHECKLIST_EXTEND_H
#define CHECKLIST_EXTEND_H

/* One tree out of the trees of a chain, as if it had been written so. */

#include "checklist/chain.h"

struct extension {
    struct vec changes; /* of struct samsyn_change; texts live in the trees */
    struct vec shared;  /* of struct yaml_pair: entries that add terms to one
                           of the language pack */
};

void
extension_init(struct extension *extension, const samsyn_allocator *mem);
void
extension_done(struct extension *extension);

/* *out receives a root with every section of the checklist; that of the only
 * file where nothing is extended.  Faults are said.  False without memory. */
bool
extend(const struct yaml_node **out, struct extension *extension,
       const struct chain *chain, struct shape_reader *reader,
       struct arena *scratch);

#endif
