/* SPDX-License-Identifier: MIT */
#ifndef READ_MARKS_H
#define READ_MARKS_H

/* Where the paragraphs of a file stand in the bytes of its text part, by the
 * places that evidence names, such as "stycke 12".  Kept only where a copy
 * of the file is to be made with remarks. */

#include "base/arena.h"
#include "base/vec.h"
#include "read/lookup.h"
#include "read/xml.h"

/* Between [start, end) stands what is in a paragraph, without its properties;
 * end 0: it is one empty tag, or did not end. */
struct mark {
    size_t start, end;
};

struct marks {
    struct arena arena; /* places */
    struct lookup by_place;
    struct vec all;      /* struct mark */
    uint32_t first;      /* that has a place; 0: none */
    struct str part;     /* the path of the text part */
    struct str comments; /* that of its comments; "" where there are none */
};

void
marks_init(struct marks *marks, const samsyn_allocator *mem);
void
marks_done(struct marks *marks);

/* A paragraph begins with a tag; *mark receives its number, from 1. */
samsyn_status
marks_begin(struct marks *marks, struct xml_spot tag, uint32_t *mark);

/* Its properties end, and it ends, with a tag; nothing for NULL or mark 0, or
 * where it has ended. */
void
marks_after(struct marks *marks, uint32_t mark, struct xml_spot tag);
void
marks_end(struct marks *marks, uint32_t mark, struct xml_spot tag);

/* The paragraph stands at a place; of those at one place the first that can be
 * written to stays. */
samsyn_status
marks_place(struct marks *marks, struct str place, uint32_t mark);

/* The paragraph at a place, else the first that has one, else the first that
 * can be written to; NULL where there is none. */
const struct mark *
marks_find(const struct marks *marks, struct str place);

#endif
