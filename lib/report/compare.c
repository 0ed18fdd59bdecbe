/* SPDX-License-Identifier: MIT */
/* The formats of comparisons and differences, and the sentences that several
 * of them say. */

#include "report/compare.h"

#include "report/words.h"

#include <string.h>

static const struct comparison_format formats[] = {
    { "text", comparison_text, difference_text },
    { "json", comparison_json, difference_json },
    { "html", comparison_web, difference_web },
};

const struct comparison_format *
comparison_format_find(struct str name)
{
    for (size_t i = 0; i < ARRAY_LEN(formats); i++) {
        if (str_equal(str_of(formats[i].name), name))
            return &formats[i];
    }
    return NULL;
}

void
compare_add(struct page *page, enum message id,
            const char *const args[COMPARE_ARGS])
{
    struct str texts[COMPARE_ARGS];

    for (size_t i = 0; i < COMPARE_ARGS; i++)
        texts[i] = str_of(args[i]);
    message_format(&page->line, id, page->lang, texts, COMPARE_ARGS);
}

void
compare_add_numbers(struct page *page, enum message id,
                    const int64_t numbers[COMPARE_ARGS])
{
    char texts[COMPARE_ARGS][WORDS_NUMBER];
    const char *args[COMPARE_ARGS];

    for (size_t i = 0; i < COMPARE_ARGS; i++)
        args[i] = numbers[i] < 0 ? NULL : words_number(texts[i], numbers[i]);
    compare_add(page, id, args);
}

/* ---- Verdicts ---- */

static const struct shown {
    int verdict;
    enum message word;
    char mark;
} shown[] = {
    { SAMSYN_VERDICT_MET, MSG_COMPARE_MET, 'x' },
    { SAMSYN_VERDICT_PARTLY, MSG_COMPARE_PARTLY, '~' },
    { SAMSYN_VERDICT_NOT_MET, MSG_COMPARE_NOT_MET, '.' },
    { SAMSYN_VERDICT_REFERRED, MSG_COMPARE_REFERRED, '>' },
    { SAMSYN_VERDICT_NOT_APPLICABLE, MSG_COMPARE_NOT_APPLICABLE, '-' },
    { SAMSYN_VERDICT_NEEDS_REVIEW, MSG_COMPARE_REVIEW, '?' },
};

static const struct shown *
shown_of(int verdict)
{
    const struct shown *row = shown;

    while (row != &shown[ARRAY_LEN(shown) - 1] && row->verdict != verdict)
        row++;
    return row;
}

enum message
compare_word(int verdict)
{
    return shown_of(verdict)->word;
}

char
compare_mark(int verdict)
{
    return shown_of(verdict)->mark;
}

void
compare_say(struct buf *out, const samsyn_record *record, size_t criterion,
            samsyn_lang lang)
{
    int counted = samsyn_record_counted(record, criterion);
    int machine = samsyn_record_verdict(record, criterion);
    struct str words[2] = {
        str_of(message_text(compare_word(counted), lang)),
        str_of(message_text(compare_word(machine), lang)),
    };

    if (samsyn_record_answer(record, criterion))
        message_format(out, MSG_COMPARE_BY_PERSON, lang, words, 2);
    else
        buf_str(out, words[0]);
}

/* ---- Matrices ---- */

int64_t
compare_rows(const samsyn_matrix *matrix, samsyn_round round)
{
    int64_t count = 0;

    for (size_t i = 0; i < samsyn_matrix_count(matrix); i++)
        count += samsyn_matrix_round(matrix, i) == (int)round;
    return count;
}

bool
compare_has_trend(const samsyn_matrix *matrix)
{
    for (size_t i = 0; i < samsyn_matrix_count(matrix); i++) {
        if (samsyn_matrix_partner(matrix, i) != SAMSYN_NONE)
            return true;
    }
    return false;
}

enum message
compare_no_need(const samsyn_matrix *matrix, const char *group)
{
    size_t count = samsyn_record_count(samsyn_matrix_record(matrix, 0));

    for (size_t i = 0; i < count; i++) {
        if (samsyn_matrix_tally(matrix, i, group, SAMSYN_ROUND_NOW).of > 0)
            return MSG_COMPARE_NEED_NONE;
    }
    return MSG_COMPARE_NEED_UNDECIDED;
}

int64_t
compare_documents(const samsyn_comparison *comparison)
{
    int64_t count = 0;

    for (size_t i = 0; i < samsyn_comparison_matrix_count(comparison); i++)
        count += (int64_t)samsyn_matrix_count(
            samsyn_comparison_matrix_at(comparison, i));
    return count;
}

/* ---- Sentences ---- */

void
compare_made(struct page *page, const samsyn_record *record)
{
    const char *date = samsyn_record_text(record, SAMSYN_RECORD_DATE);
    const char *program = samsyn_record_text(record, SAMSYN_RECORD_PROGRAM);

    if (*date)
        page_add(page, MSG_COMPARE_ASSESSED, date, NULL);
    if (*program && strcmp(program, samsyn_version()) != 0)
        page_add(page, MSG_COMPARE_ASSESSED_BY, program, NULL);
}

void
compare_code(struct page *page, const samsyn_record *record, size_t criterion)
{
    words_beside(
        page, samsyn_record_criterion(record, criterion, SAMSYN_CRITERION_CODE),
        words_weight(
            samsyn_record_criterion(record, criterion, SAMSYN_CRITERION_WEIGHT),
            page->lang));
}

void
compare_heading(struct page *page, const samsyn_matrix *matrix)
{
    const samsyn_record *record = samsyn_matrix_record(matrix, 0);
    const char *title =
        samsyn_record_text(record, SAMSYN_RECORD_CHECKLIST_TITLE);
    const char *id = samsyn_record_text(record, SAMSYN_RECORD_CHECKLIST_ID);
    const char *version =
        samsyn_record_text(record, SAMSYN_RECORD_CHECKLIST_VERSION);
    int64_t before = compare_rows(matrix, SAMSYN_ROUND_BEFORE);
    char number[WORDS_NUMBER];

    /* JSON has no title. */
    if (*title)
        compare_add(page, MSG_COMPARE_CHECKLIST,
                    (const char *const[]){ title, id, version, NULL, NULL });
    else
        page_add(page, MSG_COMPARE_CHECKLIST_ID, id, version);
    page_add(page, MSG_COMPARE_DOCUMENTS_NOW,
             words_number(number, compare_rows(matrix, SAMSYN_ROUND_NOW)),
             NULL);
    if (before > 0)
        page_add(page, MSG_COMPARE_BEFORE_TOO, words_number(number, before),
                 NULL);
}

static void
add_aside(struct page *page, const samsyn_tally *tally)
{
    const struct {
        int64_t count;
        enum message words;
    } rows[] = {
        { tally->referred, MSG_COMPARE_ASIDE_REFERRED },
        { tally->open, MSG_COMPARE_ASIDE_OPEN },
        { tally->not_applicable, MSG_COMPARE_ASIDE_NONE },
    };
    char number[WORDS_NUMBER];
    bool begun = false;

    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        if (rows[i].count == 0)
            continue;
        if (begun)
            page_text(page, ", ");
        else
            page_add(page, MSG_COMPARE_ASIDE, "", NULL);
        begun = true;
        page_add(page, rows[i].words, words_number(number, rows[i].count),
                 NULL);
    }
}

void
compare_tally(struct page *page, const samsyn_tally *tally)
{
    char number[WORDS_NUMBER];

    if (tally->of > 0)
        compare_add_numbers(
            page, MSG_COMPARE_SHARE,
            (const int64_t[]){ tally->met, tally->of, -1, -1, -1 });
    else
        page_add(page, MSG_COMPARE_UNDECIDED, NULL, NULL);
    if (tally->share >= 0)
        page_add(page, MSG_COMPARE_SHARE_PERCENT,
                 words_number(number, (tally->share + 5) / 10), NULL);
    if (tally->partly > 0)
        page_add(page, MSG_COMPARE_PARTLY_IN,
                 words_number(number, tally->partly), NULL);
    add_aside(page, tally);
    page_text(page, ".");
    if (tally->answered > 0)
        page_add(page, MSG_COMPARE_ANSWERED,
                 words_number(number, tally->answered), NULL);
}

void
compare_place(struct page *page, const samsyn_quote *quote)
{
    char number[WORDS_NUMBER];
    bool placed = quote->line > 0 || *quote->place;

    if (quote->line > 0)
        page_add(page, MSG_COMPARE_LINE,
                 words_number(number, (int64_t)quote->line), NULL);
    else
        page_text(page, quote->place);
    if (placed && *quote->heading)
        page_text(page, ", ");
    if (*quote->heading)
        page_add(page, MSG_COMPARE_UNDER, quote->heading, NULL);
}
