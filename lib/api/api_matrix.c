/* SPDX-License-Identifier: MIT */
/* Asking a matrix: who is in it, what a criterion got, where support is
 * needed, who can be learnt from, what changed since the round before.
 *
 * Shares are exact fractions and are compared as such; they are rounded only
 * where they are handed out. */

#include "api/api.h"
#include "api/comparison.h"

const struct matrix_row *
matrix_row_at(const struct samsyn_matrix *matrix, size_t index)
{
    if (!matrix || index >= matrix->rows.len)
        return NULL;
    return vec_at(&matrix->rows, index);
}

/* ---- Rows ---- */

size_t
samsyn_matrix_count(const samsyn_matrix *matrix)
{
    return matrix ? matrix->rows.len : 0;
}

const samsyn_record *
samsyn_matrix_record(const samsyn_matrix *matrix, size_t index)
{
    const struct matrix_row *row = matrix_row_at(matrix, index);

    return row ? row->record : NULL;
}

const char *
samsyn_matrix_name(const samsyn_matrix *matrix, size_t index)
{
    const struct matrix_row *row = matrix_row_at(matrix, index);

    return row ? row->name.ptr : NULL;
}

const char *
samsyn_matrix_group(const samsyn_matrix *matrix, size_t index)
{
    const struct matrix_row *row = matrix_row_at(matrix, index);

    return row ? row->group.ptr : NULL;
}

int
samsyn_matrix_round(const samsyn_matrix *matrix, size_t index)
{
    const struct matrix_row *row = matrix_row_at(matrix, index);

    return row ? (int)row->round : 0;
}

/* Whether no earlier row is of the same group. */
static bool
is_first_of_group(const struct samsyn_matrix *matrix, size_t index)
{
    struct str group = matrix_row_at(matrix, index)->group;

    for (size_t i = 0; i < index; i++) {
        if (str_equal(matrix_row_at(matrix, i)->group, group))
            return false;
    }
    return true;
}

const char *
samsyn_matrix_group_at(const samsyn_matrix *matrix, size_t index)
{
    for (size_t i = 0; i < samsyn_matrix_count(matrix); i++) {
        const struct matrix_row *row = matrix_row_at(matrix, i);

        if (row->group.len > 0 && is_first_of_group(matrix, i) && index-- == 0)
            return row->group.ptr;
    }
    return NULL;
}

/* The row of a name and round; SAMSYN_NONE where there is not just one. */
static size_t
only_row(const struct samsyn_matrix *matrix, struct str name,
         samsyn_round round)
{
    size_t found = SAMSYN_NONE;

    for (size_t i = 0; i < matrix->rows.len; i++) {
        const struct matrix_row *row = matrix_row_at(matrix, i);

        if (row->round != round || !str_equal(row->name, name))
            continue;
        if (found != SAMSYN_NONE)
            return SAMSYN_NONE;
        found = i;
    }
    return found;
}

size_t
samsyn_matrix_partner(const samsyn_matrix *matrix, size_t index)
{
    const struct matrix_row *row = matrix_row_at(matrix, index);
    samsyn_round other;

    if (!row || only_row(matrix, row->name, row->round) == SAMSYN_NONE)
        return SAMSYN_NONE;
    other =
        row->round == SAMSYN_ROUND_NOW ? SAMSYN_ROUND_BEFORE : SAMSYN_ROUND_NOW;
    return only_row(matrix, row->name, other);
}

/* Whether a row of another matrix is the same checklist's, in another version,
 * of the same name and of the other round. */
static bool
parts(const struct matrix_row *row, const struct matrix_row *other)
{
    return row->round != other->round && str_equal(row->name, other->name) &&
           str_equal(row->record->texts[SAMSYN_RECORD_CHECKLIST_ID],
                     other->record->texts[SAMSYN_RECORD_CHECKLIST_ID]);
}

static bool
are_parted(const struct samsyn_matrix *matrix,
           const struct samsyn_matrix *other)
{
    for (size_t i = 0; i < matrix->rows.len; i++) {
        for (size_t j = 0; j < other->rows.len; j++) {
            if (parts(matrix_row_at(matrix, i), matrix_row_at(other, j)))
                return true;
        }
    }
    return false;
}

int
samsyn_matrix_is_parted(const samsyn_matrix *matrix)
{
    const struct samsyn_comparison *comparison;

    if (!matrix)
        return 0;
    comparison = matrix->comparison;
    for (size_t i = 0; i < comparison->matrices.len; i++) {
        const struct samsyn_matrix *other =
            samsyn_comparison_matrix_at(comparison, i);

        if (other != matrix && are_parted(matrix, other))
            return 1;
    }
    return 0;
}

/* ---- Counting ---- */

static bool
is_counted(const struct matrix_row *row, const char *group, samsyn_round round)
{
    return row->round == round &&
           (!group || str_equal(row->group, str_of(group)));
}

static void
count_verdict(samsyn_tally *tally, const struct record_criterion *criterion)
{
    samsyn_verdict verdict = record_counted(criterion);
    int64_t *const counts[] = {
        [SAMSYN_VERDICT_MET] = &tally->met,
        [SAMSYN_VERDICT_PARTLY] = &tally->partly,
        [SAMSYN_VERDICT_NOT_MET] = &tally->not_met,
        [SAMSYN_VERDICT_REFERRED] = &tally->referred,
        [SAMSYN_VERDICT_NEEDS_REVIEW] = &tally->open,
        [SAMSYN_VERDICT_NOT_APPLICABLE] = &tally->not_applicable,
    };

    ++*counts[verdict];
    tally->of += record_place(verdict) >= 0;
    tally->answered += criterion->answer != 0;
}

/* Half away from zero; -1 where it is of none. */
static int64_t
thousandths(int64_t part, int64_t whole)
{
    return whole > 0 ? (2000 * part + whole) / (2 * whole) : -1;
}

samsyn_tally
samsyn_matrix_tally(const samsyn_matrix *matrix, size_t criterion,
                    const char *group, samsyn_round round)
{
    samsyn_tally tally = { 0 };

    for (size_t i = 0; i < samsyn_matrix_count(matrix); i++) {
        const struct matrix_row *row = matrix_row_at(matrix, i);
        const struct record_criterion *one =
            record_criterion_at(row->record, criterion);

        if (one && is_counted(row, group, round))
            count_verdict(&tally, one);
    }
    tally.share = thousandths(tally.met, tally.of);
    return tally;
}

/* ---- Where support is needed ---- */

/* Whether a / b is less, the same or more than c / d: <0, 0, >0. */
static int
compare_shares(int64_t a, int64_t b, int64_t c, int64_t d)
{
    int64_t left = a * d, right = c * b;

    return (left > right) - (left < right);
}

/* What is asked of a criterion that may need support. */
struct need {
    samsyn_tally tally;
    bool must;
    size_t criterion;
};

static struct need
need_of(const struct samsyn_matrix *matrix, size_t criterion, const char *group)
{
    const samsyn_record *record = samsyn_matrix_record(matrix, 0);
    const struct record_criterion *one = record_criterion_at(record, criterion);
    struct need need = { .criterion = criterion };

    need.tally =
        samsyn_matrix_tally(matrix, criterion, group, SAMSYN_ROUND_NOW);
    need.must = str_equal(one->texts[SAMSYN_CRITERION_WEIGHT], STR("must"));
    return need;
}

/* Whether a criterion needs support more than another; the order is whole,
 * since indexes differ. */
static bool
needs_more(const struct need *a, const struct need *b)
{
    const samsyn_tally *first = &a->tally, *second = &b->tally;
    int order = compare_shares(first->met, first->of, second->met, second->of);

    if (order == 0)
        order = compare_shares(first->met + first->partly, first->of,
                               second->met + second->partly, second->of);
    if (order != 0)
        return order < 0;
    return a->must != b->must ? a->must : a->criterion < b->criterion;
}

static bool
is_need(const struct need *need)
{
    return need->tally.of > 0 && need->tally.met < need->tally.of;
}

/* How many criteria need support more than one does. */
static size_t
needed_before(const struct samsyn_matrix *matrix, const char *group,
              const struct need *need, size_t count)
{
    size_t before = 0;

    for (size_t i = 0; i < count; i++) {
        struct need other = need_of(matrix, i, group);

        before +=
            i != need->criterion && is_need(&other) && needs_more(&other, need);
    }
    return before;
}

size_t
samsyn_matrix_need_at(const samsyn_matrix *matrix, const char *group,
                      size_t index)
{
    size_t count = samsyn_record_count(samsyn_matrix_record(matrix, 0));

    for (size_t i = 0; i < count; i++) {
        struct need need = need_of(matrix, i, group);

        if (is_need(&need) &&
            needed_before(matrix, group, &need, count) == index)
            return i;
    }
    return SAMSYN_NONE;
}

size_t
samsyn_matrix_need_of(const samsyn_matrix *matrix, const char *group,
                      size_t criterion)
{
    size_t count = samsyn_record_count(samsyn_matrix_record(matrix, 0));
    struct need need;

    if (criterion >= count)
        return SAMSYN_NONE;
    need = need_of(matrix, criterion, group);
    return is_need(&need) ? needed_before(matrix, group, &need, count)
                          : SAMSYN_NONE;
}

/* ---- Good examples ---- */

enum {
    SURE_LEVELS = 5, /* an answer, three certainties, unsaid */
    QUOTE_FULL = 400 /* bytes of a quote that is still read at a glance */
};

/* Whether there are words to show, which may be left out. */
static bool
has_words(const struct matrix_row *row, const struct record_criterion *one)
{
    for (size_t i = 0; i < one->count; i++) {
        if (record_quote_of(row->record, one, i)->text.len > 0)
            return true;
    }
    return false;
}

/* How sure it is that a row meets a criterion and can be shown: 0 is surest;
 * SURE_LEVELS where it does not or cannot. */
static int
sureness(const struct matrix_row *row, size_t criterion)
{
    const struct record_criterion *one =
        record_criterion_at(row->record, criterion);

    if (!one || row->round != SAMSYN_ROUND_NOW || !has_words(row, one) ||
        record_counted(one) != SAMSYN_VERDICT_MET)
        return SURE_LEVELS;
    if (one->answer)
        return 0;
    switch (one->certainty) {
    case SAMSYN_CERTAIN:
        return 1;
    case SAMSYN_LIKELY:
        return 2;
    case SAMSYN_DOUBTFUL:
        return SURE_LEVELS - 1;
    default:
        return 3;
    }
}

/* The index of the quote that says most of what still is one. */
static size_t
fullest_quote(const struct samsyn_record *record, size_t criterion)
{
    const struct record_criterion *one = record_criterion_at(record, criterion);
    size_t best = 0, length = 0;

    for (size_t i = 0; i < one->count; i++) {
        size_t size = record_quote_of(record, one, i)->text.len;

        if (size <= QUOTE_FULL && size > length) {
            best = i;
            length = size;
        }
    }
    return best;
}

static size_t
find_example(const struct samsyn_matrix *matrix, size_t criterion, size_t index)
{
    for (int sure = 0; sure < SURE_LEVELS; sure++) {
        for (size_t i = 0; i < samsyn_matrix_count(matrix); i++) {
            if (sureness(matrix_row_at(matrix, i), criterion) == sure &&
                index-- == 0)
                return i;
        }
    }
    return SAMSYN_NONE;
}

size_t
samsyn_matrix_example_at(const samsyn_matrix *matrix, size_t criterion,
                         size_t index, size_t *quote)
{
    size_t found = find_example(matrix, criterion, index);

    if (quote && found != SAMSYN_NONE)
        *quote = fullest_quote(matrix_row_at(matrix, found)->record, criterion);
    return found;
}

/* ---- Two rounds ---- */

static void
count_change(samsyn_trend *trend, const struct record_criterion *before,
             const struct record_criterion *now)
{
    int from = record_place(record_counted(before));
    int to = record_place(record_counted(now));

    if (from < 0 || to < 0) {
        trend->open++;
        return;
    }
    trend->both++;
    trend->better += to > from;
    trend->worse += to < from;
}

samsyn_trend
samsyn_matrix_trend(const samsyn_matrix *matrix, size_t criterion,
                    const char *group)
{
    samsyn_trend trend = { 0 };

    for (size_t i = 0; i < samsyn_matrix_count(matrix); i++) {
        const struct matrix_row *row = matrix_row_at(matrix, i);
        size_t partner;

        if (!is_counted(row, group, SAMSYN_ROUND_NOW) ||
            !record_criterion_at(row->record, criterion))
            continue;
        partner = samsyn_matrix_partner(matrix, i);
        if (partner != SAMSYN_NONE)
            count_change(&trend,
                         record_criterion_at(
                             matrix_row_at(matrix, partner)->record, criterion),
                         record_criterion_at(row->record, criterion));
    }
    return trend;
}
