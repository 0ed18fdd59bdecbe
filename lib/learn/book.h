/* SPDX-License-Identifier: MIT */
#ifndef LEARN_BOOK_H
#define LEARN_BOOK_H

/* Passages made ready for training.  A passage is put in stretch by stretch
 * of a document's words and ended by book_turn(); once all are in,
 * book_close() drops the features that too few passages have and numbers the
 * rest by their hash. */

#include "base/vec.h"
#include "document/document.h"
#include "learn/train.h"

struct book {
    samsyn_allocator mem;
    struct vec open;     /* uint32_t: features of the open passage */
    struct vec features; /* uint32_t: of all passages, one after the other */
    struct vec counts;   /* uint16_t: beside them */
    struct vec ends;     /* size_t: by passage, in features */
    uint32_t *hashes;    /* once closed: the known features, rising */
    size_t hash_count;
    struct lesson *lessons; /* once closed: by passage, in order */
    size_t lesson_count;
};

void
book_init(struct book *book, const samsyn_allocator *mem);
void
book_done(struct book *book);

/* Adds the words [first, end) to the open passage.  Two words are a pair where
 * they stand in this stretch and in one sentence.  False without memory. */
bool
book_add(struct book *book, const struct samsyn_document *document,
         uint32_t first, uint32_t end);

/* Ends the open passage, which may be empty.  False without memory. */
bool
book_turn(struct book *book);

/* Keeps the features that at least @p least passages have, and fills in
 * hashes and lessons.  Nothing may be added afterwards.
 * SAMSYN_OK or SAMSYN_E_NOMEM. */
samsyn_status
book_close(struct book *book, size_t least);

#endif
