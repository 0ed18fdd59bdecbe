/* SPDX-License-Identifier: MIT */
#ifndef TESTS_TAUGHT_H
#define TESTS_TAUGHT_H

/* Words and models for tests of lib/learn, without a language pack. */

#include "document/document.h"
#include "learn/book.h"

/* A document of words and nothing else.  Ends with taught_text_end(). */
struct taught_text {
    struct samsyn_document document;
    struct word *words;
    struct str *forms;
};

/* Words are parted by blanks; one that ends in a full stop ends a sentence. */
void
taught_text(struct taught_text *out, const char *text);
/* @p count words, each a form of its own, that read x0, x1, ... */
void
taught_many(struct taught_text *out, size_t count);
void
taught_text_end(struct taught_text *text);

/* A trained draft of two criteria, "alfa" and "beta", from some passages. */
struct taught_draft {
    struct book book;
    struct linear classes[4];
    struct str criteria[2];
    int32_t values[3];
    struct model_section sections[2];
    struct model_draft draft;
};

/* Fails where memory does; taught_end() in either case. */
samsyn_status
taught_train(struct taught_draft *out, const samsyn_allocator *mem);
void
taught_end(struct taught_draft *taught);

/* The file of that draft, and the model of the file. */
void
taught_file(struct buf *out);
struct model *
taught_model(void);

/* Reads bytes that stand in a block of just their size, so that a tool sees a
 * read past them. */
samsyn_status
taught_read(struct model **out, struct str bytes, const samsyn_allocator *mem,
            struct samsyn_diagnostics *diags);

#endif
