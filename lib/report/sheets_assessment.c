/* SPDX-License-Identifier: MIT */
/* One assessment as a table, a row for each criterion.
 *
 * The columns are rows of a table here.  A spreadsheet gets their titles and
 * words in the assessment's language; a program gets names that stay, those
 * of JSON where JSON has the same.  Points are exact and add up to the score:
 * what a criterion says of single promises or measures is counted in its own
 * row, so that no row counts twice. */

#include "report/report.h"

#include <string.h>

#include "report/sheets.h"
#include "report/words.h"

/* Which of the counts of items and areas. */
enum share {
    SHARE_OF,
    SHARE_MET,
    SHARE_PARTLY,
    SHARE_OPEN
};

/* A table that is being filled. */
struct filling {
    struct samsyn_sheets sheets;
    struct sheet *sheet;
    struct page page; /* where words are put together */
    bool words;       /* else the names that programs know */
};

/* Puts a cell of a criterion's row; @p which is the column's own. */
typedef void (*put_fn)(struct filling *filling,
                       const samsyn_criterion *criterion, int which);

static void
put_text(struct filling *filling, const char *text)
{
    cells_text(&filling->sheets, filling->sheet, text ? text : "");
}

/* What was put together on the page's line. */
static void
put_line(struct filling *filling)
{
    struct buf *line = &filling->page.line;

    if (buf_failed(line))
        filling->sheets.failed = true;
    else
        put_text(filling, buf_view(line).ptr);
    buf_clear(line);
}

/* ---- Which criterion, of which checklist ---- */

static void
put_of_assessment(struct filling *filling, const samsyn_criterion *criterion,
                  int which)
{
    (void)criterion;
    put_text(filling, samsyn_assessment_text(filling->page.assessment,
                                             (samsyn_assessment_text_id)which));
}

static void
put_of_criterion(struct filling *filling, const samsyn_criterion *criterion,
                 int which)
{
    put_text(filling,
             samsyn_criterion_text(criterion, (samsyn_criterion_text_id)which));
}

static void
put_weight(struct filling *filling, const samsyn_criterion *criterion,
           int which)
{
    (void)which;
    const char *weight =
        samsyn_criterion_text(criterion, SAMSYN_CRITERION_WEIGHT);

    put_text(filling, filling->words ? words_weight(weight, filling->page.lang)
                                     : weight);
}

static void
put_area(struct filling *filling, const samsyn_criterion *criterion, int which)
{
    (void)which;
    const samsyn_assessment *assessment = filling->page.assessment;
    const char *area = samsyn_criterion_text(criterion, SAMSYN_CRITERION_AREA);
    const char *shown = area;
    const char *id;

    for (size_t i = 0;
         filling->words && (id = samsyn_assessment_area_id(assessment, i));
         i++) {
        if (strcmp(id, area) == 0)
            shown = samsyn_assessment_area_title(assessment, i);
    }
    put_text(filling, shown);
}

/* ---- What was decided ---- */

static void
put_verdict(struct filling *filling, const samsyn_criterion *criterion,
            int which)
{
    (void)which;
    samsyn_verdict verdict = samsyn_criterion_verdict(criterion);

    cells_cell(&filling->sheets, filling->sheet, SAMSYN_CELL_VERDICT,
               words_found((int)verdict, filling->page.lang), (int64_t)verdict);
}

static void
put_verdict_name(struct filling *filling, const samsyn_criterion *criterion,
                 int which)
{
    (void)which;
    put_text(filling, samsyn_verdict_name(samsyn_criterion_verdict(criterion)));
}

static void
put_reason(struct filling *filling, const samsyn_criterion *criterion,
           int which)
{
    (void)which;
    const char *reason =
        samsyn_criterion_text(criterion, SAMSYN_CRITERION_REASON);

    put_text(filling,
             filling->words ? words_open(reason, filling->page.lang) : reason);
}

static void
put_suggestion(struct filling *filling, const samsyn_criterion *criterion,
               int which)
{
    (void)which;
    samsyn_verdict verdict =
        (samsyn_verdict)samsyn_criterion_suggestion(criterion);

    if (verdict && filling->words)
        put_text(filling, words_found((int)verdict, filling->page.lang));
    else
        put_text(filling, samsyn_verdict_name(verdict));
}

static void
put_certainty(struct filling *filling, const samsyn_criterion *criterion,
              int which)
{
    (void)which;
    samsyn_certainty certainty =
        (samsyn_certainty)samsyn_criterion_certainty(criterion);

    put_text(filling, filling->words
                          ? words_certainty(certainty, filling->page.lang)
                          : samsyn_certainty_name(certainty));
}

static void
put_points(struct filling *filling, const samsyn_criterion *criterion,
           int possible)
{
    samsyn_points points = samsyn_criterion_points(criterion);

    cells_points(&filling->sheets, filling->sheet,
                 possible ? points.possible : points.earned);
}

/* ---- What it was asked of one by one ---- */

static void
put_asked_of(struct filling *filling, const samsyn_criterion *criterion,
             int which)
{
    (void)which;
    const char *of = samsyn_criterion_asked_of(criterion, NULL);

    put_text(filling,
             filling->words ? words_asked_of(of, 0, filling->page.lang) : of);
}

/* Empty where it was asked of the document. */
static void
put_share(struct filling *filling, const samsyn_criterion *criterion, int which)
{
    samsyn_shares shares;
    bool any = *samsyn_criterion_asked_of(criterion, &shares) != '\0';
    const int64_t counts[] = { [SHARE_OF] = shares.of,
                               [SHARE_MET] = shares.met,
                               [SHARE_PARTLY] = shares.partly,
                               [SHARE_OPEN] = shares.open };

    if (any)
        cells_number(&filling->sheets, filling->sheet, counts[which]);
    else
        put_text(filling, "");
}

static bool
is_wanting(int verdict)
{
    return verdict == SAMSYN_VERDICT_PARTLY ||
           verdict == SAMSYN_VERDICT_NOT_MET;
}

/* "2, 5": the numbers of the promises, measures or goals that lack
 * something.  Focus areas have no verdicts of their own to list. */
static void
put_wanting(struct filling *filling, const samsyn_criterion *criterion,
            int which)
{
    (void)which;
    const samsyn_assessment *assessment = filling->page.assessment;
    const samsyn_item *item;
    char number[WORDS_NUMBER];
    bool first = true;

    for (size_t i = 0; (item = samsyn_assessment_item_at(assessment, i)); i++) {
        if (!is_wanting(samsyn_item_verdict(item, criterion)))
            continue;
        page_text(&filling->page, first ? "" : ", ");
        page_text(&filling->page,
                  words_number(number, (int64_t)samsyn_item_number(item)));
        first = false;
    }
    put_line(filling);
}

/* ---- Where ---- */

static void
put_quote(struct filling *filling, const samsyn_criterion *criterion, int kind)
{
    const samsyn_evidence *evidence =
        samsyn_criterion_evidence_at(criterion, (samsyn_evidence_kind)kind, 0);

    cells_cell(&filling->sheets, filling->sheet, SAMSYN_CELL_QUOTE,
               samsyn_evidence_text(evidence), 0);
}

static void
put_place(struct filling *filling, const samsyn_criterion *criterion, int kind)
{
    const samsyn_evidence *evidence =
        samsyn_criterion_evidence_at(criterion, (samsyn_evidence_kind)kind, 0);

    if (evidence && words_line(&filling->page, evidence))
        words_around(&filling->page, evidence, WORDS_BRIEF);
    put_line(filling);
}

/* ---- What to do ---- */

static void
put_missing(struct filling *filling, const samsyn_criterion *criterion,
            int which)
{
    (void)which;
    put_text(filling, samsyn_evidence_note(samsyn_criterion_evidence_at(
                          criterion, SAMSYN_EVIDENCE_NEAREST, 0)));
}

static void
put_advice(struct filling *filling, const samsyn_criterion *criterion,
           int which)
{
    (void)which;
    bool gains = samsyn_criterion_gain(criterion) > 0;

    put_text(filling,
             gains ? samsyn_criterion_text(criterion, SAMSYN_CRITERION_ADVICE)
                   : "");
}

/* ---- What people said ---- */

static void
put_answer(struct filling *filling, const samsyn_criterion *criterion,
           int which)
{
    (void)which;
    int verdict = samsyn_criterion_answer(criterion);

    if (verdict && filling->words)
        put_text(filling, words_said(verdict, filling->page.lang));
    else
        put_text(filling, samsyn_verdict_name((samsyn_verdict)verdict));
}

static void
put_waiver(struct filling *filling, const samsyn_criterion *criterion,
           int which)
{
    (void)which;
    int effect = samsyn_criterion_waiver(criterion);

    put_text(filling, filling->words
                          ? words_effect(effect, filling->page.lang)
                          : samsyn_effect_name((samsyn_effect)effect));
}

static void
put_said(struct filling *filling, const samsyn_criterion *criterion, int which)
{
    put_text(filling, samsyn_criterion_answer_text(
                          criterion, (samsyn_answer_text_id)which));
}

static void
put_answer_points(struct filling *filling, const samsyn_criterion *criterion,
                  int possible)
{
    samsyn_points points = samsyn_criterion_answer_points(criterion);

    cells_points(&filling->sheets, filling->sheet,
                 possible ? points.possible : points.earned);
}

/* ---- The table ---- */

static const struct column {
    const char *name;
    put_fn put;
    enum message title;
    int which;
} columns[] = {
    { "document", put_of_assessment, MSG_COMPARE_COL_DOCUMENT,
      SAMSYN_ASSESSMENT_DOCUMENT_NAME },
    { "checklist", put_of_assessment, MSG_COMPARE_COL_CHECKLIST,
      SAMSYN_ASSESSMENT_CHECKLIST_ID },
    { "version", put_of_assessment, MSG_SHEET_COL_VERSION,
      SAMSYN_ASSESSMENT_CHECKLIST_VERSION },
    { "area", put_area, MSG_SHEET_COL_AREA, 0 },
    { "code", put_of_criterion, MSG_COMPARE_COL_CODE, SAMSYN_CRITERION_CODE },
    { "id", put_of_criterion, MSG_SHEET_COL_ID, SAMSYN_CRITERION_ID },
    { "title", put_of_criterion, MSG_COMPARE_COL_CRITERION,
      SAMSYN_CRITERION_TITLE },
    { "weight", put_weight, MSG_COMPARE_COL_WEIGHT, 0 },
    { "verdict_text", put_verdict, MSG_SHEET_COL_VERDICT, 0 },
    { "verdict", put_verdict_name, MSG_SHEET_COL_VERDICT_NAME, 0 },
    { "reason", put_reason, MSG_SHEET_COL_REASON, 0 },
    { "suggestion", put_suggestion, MSG_SHEET_COL_SUGGESTION, 0 },
    { "certainty", put_certainty, MSG_HTML_CERTAINTY, 0 },
    { "earned", put_points, MSG_REPORT_POINTS_TITLE, false },
    { "possible", put_points, MSG_SHEET_COL_POSSIBLE, true },
    { "asked_of", put_asked_of, MSG_SHEET_COL_ASKED_OF, 0 },
    { "of", put_share, MSG_SHEET_COL_OF, SHARE_OF },
    { "met", put_share, MSG_SHEET_COL_MET, SHARE_MET },
    { "partly", put_share, MSG_SHEET_COL_PARTLY, SHARE_PARTLY },
    { "open", put_share, MSG_SHEET_COL_OPEN, SHARE_OPEN },
    { "wanting", put_wanting, MSG_SHEET_COL_WANTING, 0 },
    { "quote", put_quote, MSG_COMPARE_COL_QUOTE, SAMSYN_EVIDENCE_COUNTED },
    { "place", put_place, MSG_COMPARE_COL_PLACE, SAMSYN_EVIDENCE_COUNTED },
    { "nearest", put_quote, MSG_SHEET_COL_NEAREST, SAMSYN_EVIDENCE_NEAREST },
    { "nearest_place", put_place, MSG_SHEET_COL_NEAREST_PLACE,
      SAMSYN_EVIDENCE_NEAREST },
    { "missing", put_missing, MSG_SHEET_COL_MISSING, 0 },
    { "advice", put_advice, MSG_SHEET_COL_ADVICE, 0 },
    { "answer", put_answer, MSG_SHEET_COL_ANSWER, 0 },
    { "answer_by", put_said, MSG_SHEET_COL_ANSWER_BY, SAMSYN_ANSWER_BY },
    { "answer_date", put_said, MSG_SHEET_COL_ANSWER_DATE, SAMSYN_ANSWER_DATE },
    { "answer_reason", put_said, MSG_SHEET_COL_ANSWER_REASON,
      SAMSYN_ANSWER_REASON },
    { "waiver", put_waiver, MSG_SHEET_COL_WAIVER, 0 },
    { "waiver_by", put_said, MSG_SHEET_COL_WAIVER_BY, SAMSYN_WAIVER_BY },
    { "waiver_until", put_said, MSG_SHEET_COL_WAIVER_UNTIL,
      SAMSYN_WAIVER_UNTIL },
    { "waiver_reason", put_said, MSG_SHEET_COL_WAIVER_REASON,
      SAMSYN_WAIVER_REASON },
    { "earned_with_answers", put_answer_points, MSG_SHEET_COL_ANSWER_EARNED,
      false },
    { "possible_with_answers", put_answer_points, MSG_SHEET_COL_ANSWER_POSSIBLE,
      true },
};

static void
put_titles(struct filling *filling)
{
    for (size_t i = 0; i < ARRAY_LEN(columns); i++) {
        if (filling->words)
            cells_say(&filling->sheets, filling->sheet, columns[i].title, NULL);
        else
            put_text(filling, columns[i].name);
    }
}

static void
put_row(struct filling *filling, const samsyn_criterion *criterion)
{
    for (size_t i = 0; i < ARRAY_LEN(columns); i++)
        columns[i].put(filling, criterion, columns[i].which);
}

static void
fill(struct filling *filling)
{
    const samsyn_assessment *assessment = filling->page.assessment;
    size_t count = samsyn_assessment_criterion_count(assessment);

    filling->sheet = cells_open(&filling->sheets, "assessment",
                                MSG_SHEET_ASSESSMENT, 1, ARRAY_LEN(columns));
    if (!filling->sheet)
        return;
    put_titles(filling);
    for (size_t i = 0; i < count && !filling->sheets.failed; i++)
        put_row(filling, samsyn_assessment_criterion_at(assessment, i));
}

static void
write_table(struct buf *out, const samsyn_assessment *assessment,
            samsyn_csv csv, size_t first)
{
    struct filling filling = { .words = csv == SAMSYN_CSV_EXCEL };

    page_init(&filling.page, out, assessment);
    sheets_init(&filling.sheets, &out->mem, filling.page.lang);
    fill(&filling);
    if (filling.sheets.failed)
        out->failed = true;
    else
        cells_csv(out, filling.sheet, csv, first);
    sheets_done(&filling.sheets);
    page_done(&filling.page);
}

void
report_csv(struct buf *out, const samsyn_assessment *assessment)
{
    write_table(out, assessment, SAMSYN_CSV_EXCEL, 0);
}

void
report_csv_rows(struct buf *out, const samsyn_assessment *assessment)
{
    write_table(out, assessment, SAMSYN_CSV_EXCEL, 1);
}

void
report_csv_plain(struct buf *out, const samsyn_assessment *assessment)
{
    write_table(out, assessment, SAMSYN_CSV_PLAIN, 0);
}

void
report_csv_plain_rows(struct buf *out, const samsyn_assessment *assessment)
{
    write_table(out, assessment, SAMSYN_CSV_PLAIN, 1);
}
