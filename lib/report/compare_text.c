/* SPDX-License-Identifier: MIT */
/* A comparison as text, for people: for each checklist where support is
 * needed most, every criterion with its shares, the matrix of marks, examples
 * worth following, and what changed since the round before. */

#include "report/compare.h"

#include "report/words.h"

enum {
    ACROSS = 24 /* documents beside each other in the matrix of marks */
};

static void
put_say(struct page *page, enum message id, size_t indent)
{
    page_add(page, id, NULL, NULL);
    page_put(page, indent, indent);
}

static void
put_title(struct page *page, enum message id, const char *first)
{
    page_blank(page);
    page_add(page, id, first, NULL);
    page_put(page, 0, 0);
}

static const samsyn_record *
first_record(const samsyn_matrix *matrix)
{
    return samsyn_matrix_record(matrix, 0);
}

/* ---- Criteria ---- */

static void
put_criterion(struct page *page, const samsyn_matrix *matrix, size_t criterion,
              const char *group)
{
    const samsyn_record *record = first_record(matrix);
    samsyn_tally tally =
        samsyn_matrix_tally(matrix, criterion, group, SAMSYN_ROUND_NOW);

    page_text(page, samsyn_record_criterion(record, criterion,
                                            SAMSYN_CRITERION_TITLE));
    compare_code(page, record, criterion);
    page_text(page, ": ");
    compare_tally(page, &tally);
    page_put(page, 2, 4);
}

static void
put_needs(struct page *page, const samsyn_matrix *matrix, const char *group)
{
    size_t criterion;

    put_title(page, group ? MSG_COMPARE_NEED_GROUP : MSG_COMPARE_NEED, group);
    for (size_t i = 0; i < COMPARE_NEEDS; i++) {
        criterion = samsyn_matrix_need_at(matrix, group, i);
        if (criterion == SAMSYN_NONE) {
            if (i == 0)
                put_say(page, compare_no_need(matrix, group), 2);
            return;
        }
        put_criterion(page, matrix, criterion, group);
    }
}

static void
put_groups(struct page *page, const samsyn_matrix *matrix)
{
    const char *group;

    for (size_t i = 0; (group = samsyn_matrix_group_at(matrix, i)); i++)
        put_needs(page, matrix, group);
}

static void
put_criteria(struct page *page, const samsyn_matrix *matrix)
{
    put_title(page, MSG_COMPARE_CRITERIA, NULL);
    put_say(page, MSG_COMPARE_CRITERIA_WHY, 2);
    for (size_t i = 0; i < samsyn_record_count(first_record(matrix)); i++)
        put_criterion(page, matrix, i, NULL);
}

/* ---- The matrix of marks ---- */

/* A number in three columns. */
static void
add_narrow(struct page *page, size_t number)
{
    char text[WORDS_NUMBER];

    words_number(text, (int64_t)number);
    buf_text(page->out, number < 10 ? "  " : number < 100 ? " " : "");
    buf_text(page->out, text);
}

/* A line of it is no sentence, so it goes past the setting of lines; a code is
 * as long as the checklist has it. */
static void
put_marks(struct page *page, const samsyn_matrix *matrix, size_t criterion,
          size_t from, size_t end)
{
    const samsyn_record *record = first_record(matrix);
    const char *code =
        samsyn_record_criterion(record, criterion, SAMSYN_CRITERION_CODE);

    for (size_t i = from; i < end; i++) {
        const samsyn_record *one = samsyn_matrix_record(matrix, i);

        buf_text(page->out, samsyn_record_answer(one, criterion) ? " *" : "  ");
        buf_char(page->out,
                 compare_mark(samsyn_record_counted(one, criterion)));
    }
    page_text(page, code);
    page_text(page, *code ? " " : "");
    page_text(page, samsyn_record_criterion(record, criterion,
                                            SAMSYN_CRITERION_TITLE));
    page_put(page, 3, 3 * (end - from) + 3);
}

static void
put_block(struct page *page, const samsyn_matrix *matrix, size_t from,
          size_t end)
{
    page_blank(page);
    for (size_t i = from; i < end; i++)
        add_narrow(page, i + 1);
    page_blank(page);
    for (size_t i = 0; i < samsyn_record_count(first_record(matrix)); i++)
        put_marks(page, matrix, i, from, end);
}

static bool
has_answers(const samsyn_matrix *matrix)
{
    static const samsyn_round rounds[] = { SAMSYN_ROUND_NOW,
                                           SAMSYN_ROUND_BEFORE };

    for (size_t i = 0; i < samsyn_record_count(first_record(matrix)); i++) {
        for (size_t k = 0; k < ARRAY_LEN(rounds); k++) {
            if (samsyn_matrix_tally(matrix, i, NULL, rounds[k]).answered > 0)
                return true;
        }
    }
    return false;
}

static void
put_legend(struct page *page, const samsyn_matrix *matrix)
{
    static const int verdicts[] = {
        SAMSYN_VERDICT_MET,          SAMSYN_VERDICT_PARTLY,
        SAMSYN_VERDICT_NOT_MET,      SAMSYN_VERDICT_REFERRED,
        SAMSYN_VERDICT_NEEDS_REVIEW, SAMSYN_VERDICT_NOT_APPLICABLE,
    };

    for (size_t i = 0; i < ARRAY_LEN(verdicts); i++) {
        const char mark[] = { compare_mark(verdicts[i]), ' ', '\0' };

        page_text(page, i > 0 ? ", " : "");
        page_text(page, mark);
        page_add(page, compare_word(verdicts[i]), NULL, NULL);
    }
    if (has_answers(matrix))
        page_add(page, MSG_COMPARE_PERSON_MARK, NULL, NULL);
    page_put(page, 2, 2);
}

static void
put_name(struct page *page, const samsyn_matrix *matrix, size_t index)
{
    const samsyn_record *record = samsyn_matrix_record(matrix, index);
    char number[WORDS_NUMBER];

    page_text(page, words_number(number, (int64_t)index + 1));
    page_text(page, " ");
    page_text(page, samsyn_matrix_name(matrix, index));
    if (*samsyn_matrix_group(matrix, index))
        page_add(page, MSG_REPORT_CRITERION_NO_CODE,
                 samsyn_matrix_group(matrix, index), NULL);
    if (samsyn_matrix_round(matrix, index) == SAMSYN_ROUND_BEFORE)
        page_add(page, MSG_COMPARE_BEFORE_MARK, NULL, NULL);
    page_text(page, ": ");
    page_text(page, samsyn_record_text(record, SAMSYN_RECORD_DOCUMENT_NAME));
    if (*samsyn_record_text(record, SAMSYN_RECORD_DATE))
        page_add(page, MSG_COMPARE_ASSESSED,
                 samsyn_record_text(record, SAMSYN_RECORD_DATE), NULL);
    page_put(page, 2, 4);
}

static void
put_matrix(struct page *page, const samsyn_matrix *matrix)
{
    size_t count = samsyn_matrix_count(matrix);

    put_title(page, MSG_COMPARE_TABLE, NULL);
    put_legend(page, matrix);
    for (size_t from = 0; from < count; from += ACROSS)
        put_block(page, matrix, from,
                  from + ACROSS < count ? from + ACROSS : count);
    page_blank(page);
    for (size_t i = 0; i < count; i++)
        put_name(page, matrix, i);
}

/* ---- Good examples ---- */

static void
put_example(struct page *page, const samsyn_matrix *matrix, size_t criterion,
            size_t index, size_t which)
{
    samsyn_quote quote = samsyn_record_quote(
        samsyn_matrix_record(matrix, index), criterion, which);

    page_text(page, samsyn_matrix_name(matrix, index));
    page_text(page, ", ");
    compare_place(page, &quote);
    page_text(page, ": ");
    page_add(page, MSG_REPORT_QUOTE, quote.text, NULL);
    page_put(page, 4, 6);
}

static size_t
put_examples_of(struct page *page, const samsyn_matrix *matrix,
                size_t criterion)
{
    const samsyn_record *record = first_record(matrix);
    size_t shown = 0;

    for (; shown < COMPARE_EXAMPLES; shown++) {
        size_t quote,
            index = samsyn_matrix_example_at(matrix, criterion, shown, &quote);

        if (index == SAMSYN_NONE)
            break;
        if (shown == 0) {
            page_text(page, samsyn_record_criterion(record, criterion,
                                                    SAMSYN_CRITERION_TITLE));
            compare_code(page, record, criterion);
            page_put(page, 2, 4);
        }
        put_example(page, matrix, criterion, index, quote);
    }
    return shown;
}

/* Of the criteria that need support most and have an example. */
static void
put_examples(struct page *page, const samsyn_matrix *matrix)
{
    size_t shown = 0;

    if (samsyn_matrix_need_at(matrix, NULL, 0) == SAMSYN_NONE)
        return;
    put_title(page, MSG_COMPARE_EXAMPLES, NULL);
    put_say(page, MSG_COMPARE_EXAMPLES_WHY, 2);
    for (size_t i = 0; shown < COMPARE_NEEDS; i++) {
        size_t criterion = samsyn_matrix_need_at(matrix, NULL, i);

        if (criterion == SAMSYN_NONE)
            break;
        shown += put_examples_of(page, matrix, criterion) > 0;
    }
    if (shown == 0)
        put_say(page, MSG_COMPARE_EXAMPLES_NONE, 2);
}

/* ---- Two rounds ---- */

static bool
put_change(struct page *page, const samsyn_matrix *matrix, size_t criterion)
{
    samsyn_trend trend = samsyn_matrix_trend(matrix, criterion, NULL);
    samsyn_tally now =
        samsyn_matrix_tally(matrix, criterion, NULL, SAMSYN_ROUND_NOW);
    samsyn_tally before =
        samsyn_matrix_tally(matrix, criterion, NULL, SAMSYN_ROUND_BEFORE);
    const samsyn_record *record = first_record(matrix);

    if (trend.better == 0 && trend.worse == 0)
        return false;
    page_text(page, samsyn_record_criterion(record, criterion,
                                            SAMSYN_CRITERION_TITLE));
    compare_code(page, record, criterion);
    page_text(page, ": ");
    compare_add_numbers(
        page, MSG_COMPARE_TREND_LINE,
        (const int64_t[]){ trend.better, trend.worse, trend.both, -1, -1 });
    compare_add_numbers(
        page, MSG_COMPARE_TREND_SHARES,
        (const int64_t[]){ now.met, now.of, before.met, before.of, -1 });
    page_text(page, ".");
    page_put(page, 2, 4);
    return true;
}

static void
put_trend(struct page *page, const samsyn_matrix *matrix)
{
    bool parted = samsyn_matrix_is_parted(matrix);
    bool any = false;

    if (!parted && !compare_has_trend(matrix))
        return;
    put_title(page, MSG_COMPARE_TREND, NULL);
    if (parted)
        put_say(page, MSG_COMPARE_PARTED, 2);
    if (!compare_has_trend(matrix))
        return;
    for (size_t i = 0; i < samsyn_record_count(first_record(matrix)); i++)
        any |= put_change(page, matrix, i);
    if (!any)
        put_say(page, MSG_COMPARE_TREND_NONE, 2);
}

/* ---- All of it ---- */

static void
put_method(struct page *page, const samsyn_matrix *matrix)
{
    const samsyn_record *record = first_record(matrix);
    const char *model = samsyn_record_text(record, SAMSYN_RECORD_MODEL_DIGEST);

    page_add(page, MSG_REPORT_AGAIN_CHECKLIST,
             samsyn_record_text(record, SAMSYN_RECORD_CHECKLIST_ID),
             samsyn_record_text(record, SAMSYN_RECORD_CHECKLIST_DIGEST));
    page_put(page, 2, 4);
    page_add(page, MSG_REPORT_AGAIN_LANGUAGE,
             samsyn_record_text(record, SAMSYN_RECORD_LANGUAGE_ID),
             samsyn_record_text(record, SAMSYN_RECORD_LANGUAGE_DIGEST));
    page_put(page, 2, 4);
    if (*model) {
        page_add(page, MSG_REPORT_AGAIN_MODEL, model, NULL);
        page_put(page, 2, 4);
    }
    for (size_t i = 0; i < samsyn_matrix_count(matrix); i++) {
        record = samsyn_matrix_record(matrix, i);
        page_add(page, MSG_REPORT_AGAIN_DOCUMENT,
                 samsyn_record_text(record, SAMSYN_RECORD_DOCUMENT_NAME),
                 samsyn_record_text(record, SAMSYN_RECORD_DOCUMENT_DIGEST));
        compare_made(page, record);
        page_put(page, 2, 4);
    }
}

static void
put_board(struct page *page, const samsyn_matrix *matrix)
{
    page_blank(page);
    compare_heading(page, matrix);
    page_heading(page, '-');
    put_needs(page, matrix, NULL);
    put_groups(page, matrix);
    put_trend(page, matrix);
    put_examples(page, matrix);
    put_criteria(page, matrix);
    put_matrix(page, matrix);
}

static void
put_failures(struct page *page, const samsyn_comparison *comparison)
{
    size_t count = samsyn_comparison_failure_count(comparison);

    if (count > 0)
        put_title(page, MSG_COMPARE_FAILED, NULL);
    for (size_t i = 0; i < count; i++) {
        const char *why;

        page_text(page, samsyn_comparison_failure_at(comparison, i, &why));
        page_text(page, ": ");
        page_text(page, why);
        page_put(page, 2, 4);
    }
}

void
comparison_text(struct buf *out, const samsyn_comparison *comparison,
                samsyn_lang lang)
{
    size_t count = samsyn_comparison_matrix_count(comparison);
    char number[WORDS_NUMBER];
    struct page page;

    page_init_in(&page, out, lang);
    page_add(&page, MSG_COMPARE_TITLE,
             words_number(number, compare_documents(comparison)), NULL);
    page_heading(&page, '=');
    page_blank(&page);
    put_say(&page, MSG_COMPARE_ABOUT, 0);
    for (size_t i = 0; i < count; i++)
        put_board(&page, samsyn_comparison_matrix_at(comparison, i));
    put_failures(&page, comparison);
    put_title(&page, MSG_COMPARE_METHOD, NULL);
    put_say(&page, MSG_COMPARE_QUALITY, 2);
    page_add(&page, MSG_REPORT_AGAIN_SAMSYN, samsyn_version(), NULL);
    page_put(&page, 2, 4);
    for (size_t i = 0; i < count; i++)
        put_method(&page, samsyn_comparison_matrix_at(comparison, i));
    page_done(&page);
}
