/* SPDX-License-Identifier: MIT */
#ifndef TESTS_FUZZ_OFFICE_H
#define TESTS_FUZZ_OFFICE_H

/* What must hold of every office file: a failure says why, and the same file
 * read again is the same document; without its tracked changes it is read to
 * its end, too. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "fuzz.h"
#include "samsyn_read.h"
#include "support/document_dump.h"

static inline samsyn_document *
fuzz_read(const struct buf *file, samsyn_tracked tracked)
{
    samsyn_read_options *options = NULL;
    samsyn_document *document = NULL;
    samsyn_diagnostics *list = NULL;
    samsyn_status status;

    fuzz_require(!samsyn_read_options_new(&options, NULL));
    fuzz_require(!samsyn_read_options_set_tracked(options, tracked));
    status = samsyn_read_document(&document, file->data, file->len, "fuzz",
                                  dump_language(), NULL, options, &list);
    fuzz_require((status == SAMSYN_OK) == (document != NULL));
    fuzz_require(status == SAMSYN_OK || samsyn_diagnostics_count(list) > 0);
    samsyn_diagnostics_free(list);
    samsyn_read_options_free(options);
    return document;
}

static inline void
fuzz_twice(const struct buf *file, samsyn_tracked tracked)
{
    samsyn_document *first = fuzz_read(file, tracked);
    samsyn_document *second = fuzz_read(file, tracked);
    size_t lengths[2] = { 0, 0 };

    fuzz_require((first == NULL) == (second == NULL));
    if (first) {
        const char *a = samsyn_document_text(first, &lengths[0]);
        const char *b = samsyn_document_text(second, &lengths[1]);

        fuzz_require(lengths[0] == lengths[1]);
        fuzz_require(memcmp(a, b, lengths[0]) == 0);
    }
    samsyn_document_free(first);
    samsyn_document_free(second);
}

static inline void
fuzz_office(const struct buf *file)
{
    if (!samsyn_read_can(SAMSYN_READ_DOCX))
        return;
    fuzz_twice(file, SAMSYN_TRACKED_ACCEPT);
    samsyn_document_free(fuzz_read(file, SAMSYN_TRACKED_REJECT));
}

#endif
