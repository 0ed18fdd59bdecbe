/* SPDX-License-Identifier: MIT */
/* The table that says how a comparison was made: programs, versions, digests,
 * what could not be assessed, and how it is counted. */

#include "report/compare.h"
#include "report/sheets.h"

static void
put_row(struct samsyn_sheets *sheets, struct sheet *sheet, enum message what,
        const char *which, const char *value, const char *digest)
{
    cells_say(sheets, sheet, what, NULL);
    cells_text(sheets, sheet, which);
    cells_text(sheets, sheet, value);
    cells_text(sheets, sheet, digest);
}

static void
put_sentence(struct samsyn_sheets *sheets, struct sheet *sheet,
             enum message what, enum message sentence)
{
    put_row(sheets, sheet, what, "", message_text(sentence, sheets->lang), "");
}

static void
put_version(struct samsyn_sheets *sheets, struct sheet *sheet,
            enum message what, const char *which, const char *version,
            const char *digest)
{
    cells_say(sheets, sheet, what, NULL);
    cells_text(sheets, sheet, which);
    if (*version)
        cells_say(sheets, sheet, MSG_COMPARE_VERSION, version);
    else
        cells_text(sheets, sheet, "");
    cells_text(sheets, sheet, digest);
}

/* Its file, when it was assessed, and by what other program. */
static void
put_document(struct samsyn_sheets *sheets, struct sheet *sheet,
             const samsyn_matrix *matrix, size_t index)
{
    const samsyn_record *record = samsyn_matrix_record(matrix, index);
    struct page page;
    struct buf text;

    buf_init(&text, &sheets->arena.mem, BUF_ANY);
    page_init_in(&page, &text, sheets->lang);
    page_text(&page, samsyn_record_text(record, SAMSYN_RECORD_DOCUMENT_NAME));
    if (samsyn_matrix_round(matrix, index) == SAMSYN_ROUND_BEFORE)
        page_add(&page, MSG_COMPARE_BEFORE_MARK, NULL, NULL);
    compare_made(&page, record);
    if (buf_failed(&page.line))
        sheets->failed = true;
    else
        put_row(sheets, sheet, MSG_COMPARE_COL_DOCUMENT,
                samsyn_matrix_name(matrix, index),
                page.line.data ? page.line.data : "",
                samsyn_record_text(record, SAMSYN_RECORD_DOCUMENT_DIGEST));
    page_done(&page);
    buf_done(&text);
}

static void
put_matrix(struct samsyn_sheets *sheets, struct sheet *sheet,
           const samsyn_matrix *matrix)
{
    const samsyn_record *record = samsyn_matrix_record(matrix, 0);

    put_version(sheets, sheet, MSG_COMPARE_COL_CHECKLIST,
                samsyn_record_text(record, SAMSYN_RECORD_CHECKLIST_ID),
                samsyn_record_text(record, SAMSYN_RECORD_CHECKLIST_VERSION),
                samsyn_record_text(record, SAMSYN_RECORD_CHECKLIST_DIGEST));
    put_version(sheets, sheet, MSG_COMPARE_LANGUAGE,
                samsyn_record_text(record, SAMSYN_RECORD_LANGUAGE_ID), "",
                samsyn_record_text(record, SAMSYN_RECORD_LANGUAGE_DIGEST));
    if (*samsyn_record_text(record, SAMSYN_RECORD_MODEL_DIGEST))
        put_row(sheets, sheet, MSG_COMPARE_MODEL,
                samsyn_record_text(record, SAMSYN_RECORD_CHECKLIST_ID), "",
                samsyn_record_text(record, SAMSYN_RECORD_MODEL_DIGEST));
    if (samsyn_matrix_is_parted(matrix))
        put_sentence(sheets, sheet, MSG_COMPARE_TREND, MSG_COMPARE_PARTED);
    for (size_t i = 0; i < samsyn_matrix_count(matrix); i++)
        put_document(sheets, sheet, matrix, i);
}

void
sheets_method(struct samsyn_sheets *sheets, const samsyn_comparison *comparison)
{
    static const enum message columns[] = {
        MSG_COMPARE_COL_WHAT,
        MSG_COMPARE_COL_WHICH,
        MSG_COMPARE_COL_VALUE,
        MSG_COMPARE_COL_DIGEST,
    };
    struct sheet *sheet =
        cells_begin(sheets, "method", MSG_COMPARE_SHEET_METHOD, 1, columns,
                    ARRAY_LEN(columns));

    if (!sheet)
        return;
    put_sentence(sheets, sheet, MSG_COMPARE_MEANING, MSG_COMPARE_ABOUT);
    put_sentence(sheets, sheet, MSG_COMPARE_MEANING, MSG_COMPARE_QUALITY);
    put_sentence(sheets, sheet, MSG_COMPARE_COUNTING, MSG_COMPARE_CRITERIA_WHY);
    put_version(sheets, sheet, MSG_COMPARE_PROGRAM, "samsyn", samsyn_version(),
                "");
    for (size_t i = 0; i < samsyn_comparison_failure_count(comparison); i++) {
        const char *why;
        const char *name = samsyn_comparison_failure_at(comparison, i, &why);

        put_row(sheets, sheet, MSG_COMPARE_FAILED, name, why, "");
    }
    for (size_t i = 0; i < samsyn_comparison_matrix_count(comparison); i++)
        put_matrix(sheets, sheet, samsyn_comparison_matrix_at(comparison, i));
}
