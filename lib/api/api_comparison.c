/* SPDX-License-Identifier: MIT */
/* Comparisons: records put side by side, those of one checklist in one matrix.
 *
 * Rows are only put together where they were judged by the same checklist to
 * the last byte: a share over two versions would be of no question in
 * particular. */

#include "api/comparison.h"

#include "api/api.h"

samsyn_status
samsyn_comparison_new(samsyn_comparison **out, const samsyn_config *config)
{
    const struct samsyn_config *settings = config_of(config);
    struct samsyn_comparison *comparison;

    if (!out)
        return SAMSYN_E_ARGUMENT;
    comparison = mem_alloc(&settings->mem, sizeof *comparison);
    if (!comparison)
        return SAMSYN_E_NOMEM;
    arena_init(&comparison->arena, &settings->mem);
    comparison->lang = settings->lang;
    vec_init(&comparison->matrices, &settings->mem,
             sizeof(struct samsyn_matrix *));
    vec_init(&comparison->failures, &settings->mem,
             sizeof(struct comparison_failure));
    *out = comparison;
    return SAMSYN_OK;
}

static void
matrix_free(struct samsyn_matrix *matrix, const samsyn_allocator *mem)
{
    for (size_t i = 0; i < matrix->rows.len; i++) {
        const struct matrix_row *row = vec_at(&matrix->rows, i);

        samsyn_record_free(row->record);
    }
    vec_done(&matrix->rows);
    mem_free(mem, matrix);
}

void
samsyn_comparison_free(samsyn_comparison *comparison)
{
    samsyn_allocator mem;

    if (!comparison)
        return;
    mem = comparison->arena.mem;
    for (size_t i = 0; i < comparison->matrices.len; i++) {
        struct samsyn_matrix **matrix = vec_at(&comparison->matrices, i);

        matrix_free(*matrix, &mem);
    }
    vec_done(&comparison->matrices);
    vec_done(&comparison->failures);
    arena_done(&comparison->arena);
    mem_free(&mem, comparison);
}

/* ---- Adding ---- */

static bool
same_criteria(const struct samsyn_record *a, const struct samsyn_record *b)
{
    if (a->criteria.len != b->criteria.len)
        return false;
    for (size_t i = 0; i < a->criteria.len; i++) {
        if (!str_equal(record_criterion_at(a, i)->texts[SAMSYN_CRITERION_ID],
                       record_criterion_at(b, i)->texts[SAMSYN_CRITERION_ID]))
            return false;
    }
    return true;
}

static bool
is_twin(const struct matrix_row *row, const struct samsyn_record *record,
        samsyn_round round)
{
    return row->round == round &&
           record->texts[SAMSYN_RECORD_DOCUMENT_DIGEST].len > 0 &&
           record_texts_equal(row->record, record,
                              SAMSYN_RECORD_DOCUMENT_DIGEST,
                              SAMSYN_RECORD_ANNEXES) &&
           record_same_checklist(row->record, record);
}

/* Whether the same is counted already; one document is one, by whatever name
 * and from whatever file it comes. */
static bool
has_twin(const struct samsyn_comparison *comparison,
         const struct samsyn_record *record, samsyn_round round)
{
    for (size_t i = 0; i < comparison->matrices.len; i++) {
        const samsyn_matrix *matrix =
            samsyn_comparison_matrix_at(comparison, i);

        for (size_t k = 0; k < matrix->rows.len; k++) {
            if (is_twin(matrix_row_at(matrix, k), record, round))
                return true;
        }
    }
    return false;
}

/* The matrix that a record belongs to; a new one where there is none yet, NULL
 * without memory. */
static struct samsyn_matrix *
matrix_for(struct samsyn_comparison *comparison,
           const struct samsyn_record *record)
{
    struct samsyn_matrix **slot, *made;

    for (size_t i = 0; i < comparison->matrices.len; i++) {
        struct samsyn_matrix **matrix = vec_at(&comparison->matrices, i);
        const struct matrix_row *row = matrix_row_at(*matrix, 0);

        if (row && record_same_checklist(row->record, record) &&
            same_criteria(row->record, record))
            return *matrix;
    }
    made = mem_alloc(&comparison->arena.mem, sizeof *made);
    slot = made ? vec_push(&comparison->matrices) : NULL;
    if (!slot) {
        mem_free(&comparison->arena.mem, made);
        return NULL;
    }
    made->comparison = comparison;
    vec_init(&made->rows, &comparison->arena.mem, sizeof(struct matrix_row));
    *slot = made;
    return made;
}

/* Takes away a matrix that was made for a row which did not come. */
static void
drop_empty(struct samsyn_comparison *comparison)
{
    struct samsyn_matrix **last = vec_last(&comparison->matrices);

    if (last && (*last)->rows.len == 0) {
        matrix_free(*last, &comparison->arena.mem);
        comparison->matrices.len--;
    }
}

/* Texts are made valid by a record, for which there is no other need. */
static bool
keep_text(struct samsyn_comparison *comparison, struct samsyn_record *scratch,
          const char *text, struct str *out)
{
    if (samsyn_record_set(scratch, SAMSYN_RECORD_DOCUMENT_NAME, text) !=
        SAMSYN_OK)
        return false;
    *out = arena_str(&comparison->arena,
                     scratch->texts[SAMSYN_RECORD_DOCUMENT_NAME]);
    return out->ptr != NULL;
}

/* Two texts, made valid. */
static bool
keep_texts(struct samsyn_comparison *comparison, const char *first,
           const char *second, struct str out[2])
{
    struct samsyn_config config = config_default;
    struct samsyn_record *scratch;
    bool good;

    config.mem = comparison->arena.mem;
    if (samsyn_record_new(&scratch, &config) != SAMSYN_OK)
        return false;
    good = keep_text(comparison, scratch, first, &out[0]) &&
           keep_text(comparison, scratch, second, &out[1]);
    samsyn_record_free(scratch);
    return good;
}

/* Where a row of a name comes: after the last of that name, else last. */
static size_t
place_for(const struct samsyn_matrix *matrix, struct str name)
{
    for (size_t i = matrix->rows.len; i-- > 0;) {
        if (str_equal(matrix_row_at(matrix, i)->name, name))
            return i + 1;
    }
    return matrix->rows.len;
}

static bool
add_row(struct samsyn_comparison *comparison, const struct matrix_row *row)
{
    struct samsyn_matrix *matrix = matrix_for(comparison, row->record);
    size_t place = matrix ? place_for(matrix, row->name) : 0;
    struct matrix_row *slot = matrix ? vec_push(&matrix->rows) : NULL;

    if (!slot)
        return false;
    for (size_t i = matrix->rows.len - 1; i > place; i--, slot--)
        *slot = slot[-1];
    *slot = *row;
    return true;
}

samsyn_status
samsyn_comparison_add(samsyn_comparison *comparison,
                      const samsyn_record *record, const char *name,
                      const char *group, samsyn_round round)
{
    struct matrix_row row = { .round = round };
    struct str texts[2];
    samsyn_status status;

    if (!comparison || !record || !name || !group ||
        (round != SAMSYN_ROUND_NOW && round != SAMSYN_ROUND_BEFORE))
        return SAMSYN_E_ARGUMENT;
    if (has_twin(comparison, record, round))
        return SAMSYN_E_TWICE;
    if (!keep_texts(comparison, name, group, texts))
        return SAMSYN_E_NOMEM;
    row.name = texts[0];
    row.group = texts[1];
    status = record_copy(&row.record, record, &comparison->arena.mem);
    if (status != SAMSYN_OK)
        return status;
    if (add_row(comparison, &row))
        return SAMSYN_OK;
    samsyn_record_free(row.record);
    drop_empty(comparison);
    return SAMSYN_E_NOMEM;
}

samsyn_status
samsyn_comparison_add_failure(samsyn_comparison *comparison, const char *name,
                              const char *why)
{
    struct comparison_failure *slot;
    struct str texts[2];

    if (!comparison || !name || !why)
        return SAMSYN_E_ARGUMENT;
    if (!keep_texts(comparison, name, why, texts))
        return SAMSYN_E_NOMEM;
    slot = vec_push(&comparison->failures);
    if (!slot)
        return SAMSYN_E_NOMEM;
    slot->name = texts[0];
    slot->why = texts[1];
    return SAMSYN_OK;
}

/* ---- What is in it ---- */

size_t
samsyn_comparison_failure_count(const samsyn_comparison *comparison)
{
    return comparison ? comparison->failures.len : 0;
}

const char *
samsyn_comparison_failure_at(const samsyn_comparison *comparison, size_t index,
                             const char **why)
{
    const struct comparison_failure *failure;

    if (!comparison || index >= comparison->failures.len)
        return NULL;
    failure = vec_at(&comparison->failures, index);
    if (why)
        *why = failure->why.ptr;
    return failure->name.ptr;
}

size_t
samsyn_comparison_matrix_count(const samsyn_comparison *comparison)
{
    return comparison ? comparison->matrices.len : 0;
}

const samsyn_matrix *
samsyn_comparison_matrix_at(const samsyn_comparison *comparison, size_t index)
{
    if (!comparison || index >= comparison->matrices.len)
        return NULL;
    return *(struct samsyn_matrix **)vec_at(&comparison->matrices, index);
}
