/* SPDX-License-Identifier: MIT */
#ifndef READ_REMARK_PART_H
#define READ_REMARK_PART_H

/* A part of a package that something is added to: its bytes stay as they are
 * but for what is put in between tags. */

#include "base/buf.h"
#include "read/xml.h"
#include "read/zip.h"

#include <stdint.h>

/* Ids of relations that are made here begin so. */
#define REMARK_RELATION "samsyn"

struct remark_part {
    const struct reading *reading;
    struct buf name;      /* its path */
    struct buf bytes;     /* as it was; empty where it is not there yet */
    struct buf now;       /* as it becomes */
    size_t done;          /* of the bytes, that stand in `now` */
    int root;             /* the word of the root element */
    struct xml_spot spot; /* in the end, of the tag that ends the root */
    int64_t id;           /* the largest of a comment; -1: none */
    int64_t relation;     /* the largest number of a relation made here */
    struct source source;
};

void
remark_part_init(struct remark_part *part, const struct reading *reading);
void
remark_part_done(struct remark_part *part);

/* Read the part that has the name, and what of it may not be said twice.
 * Refused: one with two bytes a letter, since what is added has one. */
samsyn_status
remark_part_read(struct remark_part *part, struct package *package);

/* Go on to a place between tags; what is written to `now` then stands there.
 * Places come in order. */
void
remark_part_to(struct remark_part *part, size_t place);

/* Go on to where the root element ends; false where it is one empty tag. */
bool
remark_part_to_end(struct remark_part *part);

/* What is left of it. */
void
remark_part_rest(struct remark_part *part);

#endif
