/* SPDX-License-Identifier: MIT */
#ifndef API_COMPARISON_H
#define API_COMPARISON_H

/* The inside of comparisons. */

#include "api/record.h"

struct matrix_row {
    struct samsyn_record *record; /* owned */
    struct str name, group;
    samsyn_round round;
};

struct samsyn_matrix {
    const struct samsyn_comparison *comparison;
    struct vec rows; /* of struct matrix_row */
};

struct comparison_failure {
    struct str name, why;
};

struct samsyn_comparison {
    struct arena arena; /* names, groups, reasons */
    samsyn_lang lang;
    struct vec matrices; /* of struct samsyn_matrix * */
    struct vec failures; /* of struct comparison_failure */
};

const struct matrix_row *
matrix_row_at(const struct samsyn_matrix *matrix, size_t index);

#endif
