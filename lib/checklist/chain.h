/* SPDX-License-Identifier: MIT */
#ifndef CHECKLIST_CHAIN_H
#define CHECKLIST_CHAIN_H

/* The files that a checklist is made of: its own and, where it extends
 * another one, that one's, and so on. */

#include "base/shape.h"
#include "checklist/checklist.h"

enum {
    CHAIN_MOST = 8 /* parents, one behind the other */
};

struct chain_link {
    const struct yaml_node *root; /* its places count from the first file */
    struct parent about;
    struct bilingual basis;
};

struct chain {
    struct chain_link links[CHAIN_MOST + 1]; /* [0] the checklist itself */
    size_t count;
};

/* Read the checklist's own text and what it extends.  Sets the files of
 * @p checklist, its id, version, title and basis, and the reader's source.
 * The trees live in @p scratch.  SAMSYN_OK also where faults of shape were
 * said; else what stopped the reading. */
samsyn_status
chain_read(struct chain *chain, struct samsyn_checklist *checklist,
           struct shape_reader *reader, struct arena *scratch, struct str text,
           const char *name, const struct samsyn_config *config);

#endif
