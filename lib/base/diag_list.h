/* SPDX-License-Identifier: MIT */
#ifndef BASE_DIAG_LIST_H
#define BASE_DIAG_LIST_H

/* The inside of a list of diagnostics: only for diag.c, which builds it, and
 * diag_view.c, which shows it. */

#include "base/arena.h"
#include "base/diag.h"

struct diag_row {
    const char *name;
    samsyn_severity severity;
    const char *text[2], *help[2]; /* sv, en */
};

/* By enum diag_code. */
extern const struct diag_row diag_rows[DIAG_COUNT];

struct diag_entry {
    enum diag_code code;
    struct str source; /* its name, shared by the entries of a source */
    size_t rank;       /* of the source: by when it first came */
    samsyn_span span;
    size_t end_line, end_column; /* of the span; 0 where it has none */
    struct str message, help;
    struct str excerpt; /* ptr NULL where there is no place */
    size_t from, to;    /* the place in the excerpt */
};

struct samsyn_diagnostics {
    struct arena arena;
    samsyn_lang lang;
    struct diag_entry entries[DIAG_MAX];
    size_t count;
    size_t dropped; /* entries not kept */
    size_t errors;
    size_t ranks; /* given so far */
    int worst;
    bool failed;
};

#endif
