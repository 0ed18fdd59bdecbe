/* SPDX-License-Identifier: MIT */
/* A comparison as one HTML page, for people: it loads nothing and runs
 * nothing.  Where support is needed comes first, each criterion with examples
 * to learn from; then every criterion, and last who has what. */

#include "report/compare_web.h"

#include "report/words.h"

void
compare_web_verdict(struct web *html, const samsyn_record *record,
                    size_t criterion)
{
    int verdict = samsyn_record_counted(record, criterion);

    web_raw(html, "<span class=\"verdict is-");
    web_raw(html, web_verdict_class(verdict));
    web_raw(html, "\">");
    web_sign(html, verdict);
    compare_say(&html->page.line, record, criterion, html->page.lang);
    web_line(html);
    web_raw(html, "</span>");
}

void
compare_web_quote(struct web *html, const samsyn_record *record,
                  const samsyn_quote *quote)
{
    web_raw(html, "<blockquote");
    web_lang_of(html, samsyn_record_text(record, SAMSYN_RECORD_LANGUAGE_ID));
    web_raw(html, "><p>");
    web_say(html, MSG_REPORT_QUOTE, quote->text, NULL);
    web_raw(html, "</p></blockquote>");
}

static void
put_number_cell(struct web *html, int64_t number)
{
    web_raw(html, "<td class=\"number\">");
    web_number(html, number);
    web_raw(html, "</td>");
}

static void
put_share_cell(struct web *html, int64_t share)
{
    char number[WORDS_NUMBER];

    web_raw(html, "<td class=\"number\">");
    web_text(html, share < 0
                       ? "–"
                       : words_points(number, share * 100, html->page.lang));
    web_raw(html, "</td>");
}

/* ---- Names on the page ---- */

/* A board is a matrix with its number on the page. */
struct board {
    struct web *html;
    const samsyn_matrix *matrix;
    const samsyn_record *record; /* its first */
    size_t number;
    bool several; /* boards on the page */
};

static void
put_id(const struct board *board, const char *what)
{
    web_raw(board->html, what);
    web_number(board->html, (int64_t)board->number);
}

static void
put_criterion_id(const struct board *board, size_t criterion)
{
    put_id(board, "m");
    web_raw(board->html, "-c");
    web_number(board->html, (int64_t)criterion + 1);
}

static const char *
title_of(const struct board *board, size_t criterion)
{
    return samsyn_record_criterion(board->record, criterion,
                                   SAMSYN_CRITERION_TITLE);
}

static void
put_link(const struct board *board, size_t criterion, const char *text)
{
    web_raw(board->html, "<a href=\"#");
    put_criterion_id(board, criterion);
    web_raw(board->html, "\">");
    web_text(board->html, text);
    web_raw(board->html, "</a>");
}

/* The caption of a table; of several boards each has a name of its own. */
static void
add_caption(const struct board *board, enum message caption)
{
    struct page *page = &board->html->page;
    char number[WORDS_NUMBER];

    page_add(page, caption, NULL, NULL);
    if (board->several)
        page_add(page, MSG_COMPARE_CAPTION_OF,
                 words_number(number, (int64_t)board->number),
                 samsyn_record_text(board->record, SAMSYN_RECORD_CHECKLIST_ID));
}

enum {
    TABLE_NAME = 16 /* bytes of the name of a kind of table, at most */
};

/* A table of the board; its caption is in the page's line. */
static void
open_table(const struct board *board, const char *kind, bool grid)
{
    char name[TABLE_NAME + WORDS_NUMBER];
    size_t length = strlen(kind);

    memcpy(name, kind, length);
    (void)words_number(name + length, (int64_t)board->number);
    web_open_table(board->html, name, grid);
    web_line(board->html);
    web_raw(board->html, "</caption>\n<thead><tr>");
}

/* ---- Where support is needed ---- */

static void
put_examples(const struct board *board, size_t criterion)
{
    struct web *html = board->html;
    size_t which, index;

    for (size_t i = 0; i < COMPARE_EXAMPLES; i++) {
        index = samsyn_matrix_example_at(board->matrix, criterion, i, &which);
        if (index == SAMSYN_NONE)
            break;
        samsyn_quote quote = samsyn_record_quote(
            samsyn_matrix_record(board->matrix, index), criterion, which);

        web_raw(html, i == 0 ? "<ul class=\"quotes\">\n<li>" : "<li>");
        compare_web_quote(html, board->record, &quote);
        web_raw(html, "<p class=\"place\">");
        page_text(&html->page, samsyn_matrix_name(board->matrix, index));
        page_text(&html->page, ", ");
        compare_place(&html->page, &quote);
        web_line(html);
        web_raw(html, "</p></li>\n");
        if (i + 1 == COMPARE_EXAMPLES ||
            samsyn_matrix_example_at(board->matrix, criterion, i + 1, NULL) ==
                SAMSYN_NONE)
            web_raw(html, "</ul>\n");
    }
}

static void
put_need(const struct board *board, size_t criterion, const char *group)
{
    struct web *html = board->html;
    samsyn_tally tally =
        samsyn_matrix_tally(board->matrix, criterion, group, SAMSYN_ROUND_NOW);

    web_raw(html, "<li>");
    put_link(board, criterion, title_of(board, criterion));
    compare_code(&html->page, board->record, criterion);
    web_line(html);
    web_raw(html, "<p>");
    compare_tally(&html->page, &tally);
    web_line(html);
    web_raw(html, "</p>\n");
    if (!group)
        put_examples(board, criterion);
    web_raw(html, "</li>\n");
}

static void
put_needs(const struct board *board, const char *group)
{
    struct web *html = board->html;
    size_t criterion = samsyn_matrix_need_at(board->matrix, group, 0);

    web_element(html, "h3", "",
                group ? MSG_COMPARE_NEED_GROUP : MSG_COMPARE_NEED, group, NULL);
    if (criterion == SAMSYN_NONE) {
        web_element(html, "p", "", compare_no_need(board->matrix, group), NULL,
                    NULL);
        return;
    }
    if (!group)
        web_element(html, "p", "", MSG_COMPARE_EXAMPLES_WHY, NULL, NULL);
    web_raw(html, "<ol class=\"help\">\n");
    for (size_t i = 0; i < COMPARE_NEEDS && criterion != SAMSYN_NONE; i++) {
        put_need(board, criterion, group);
        criterion = samsyn_matrix_need_at(board->matrix, group, i + 1);
    }
    web_raw(html, "</ol>\n");
}

/* ---- Every criterion ---- */

static void
put_counts(const struct board *board, size_t criterion, const char *group)
{
    samsyn_tally tally =
        samsyn_matrix_tally(board->matrix, criterion, group, SAMSYN_ROUND_NOW);

    put_number_cell(board->html, tally.met);
    put_number_cell(board->html, tally.partly);
    put_number_cell(board->html, tally.not_met);
    put_number_cell(board->html, tally.of);
    put_share_cell(board->html, tally.share);
    put_number_cell(board->html, tally.referred);
    put_number_cell(board->html, tally.open);
    put_number_cell(board->html, tally.not_applicable);
    put_number_cell(board->html, tally.answered);
}

static void
put_criterion(const struct board *board, size_t criterion)
{
    struct web *html = board->html;
    const char *group;

    web_raw(html, "<tr id=\"");
    put_criterion_id(board, criterion);
    web_raw(html, "\"><th scope=\"row\" class=\"words\">");
    web_text(html, title_of(board, criterion));
    compare_code(&html->page, board->record, criterion);
    web_line(html);
    web_raw(html, "</th>");
    put_counts(board, criterion, NULL);
    for (size_t i = 0; (group = samsyn_matrix_group_at(board->matrix, i)); i++)
        put_share_cell(html, samsyn_matrix_tally(board->matrix, criterion,
                                                 group, SAMSYN_ROUND_NOW)
                                 .share);
    web_raw(html, "</tr>\n");
}

static void
put_criteria(const struct board *board)
{
    static const enum message columns[] = {
        MSG_COMPARE_COL_CRITERION, MSG_COMPARE_COL_MET,  MSG_COMPARE_COL_PARTLY,
        MSG_COMPARE_COL_NOT_MET,   MSG_COMPARE_COL_OF,   MSG_COMPARE_COL_SHARE,
        MSG_COMPARE_COL_REFERRED,  MSG_COMPARE_COL_OPEN, MSG_COMPARE_COL_NONE,
        MSG_COMPARE_COL_ANSWERED,
    };
    struct web *html = board->html;
    const char *group;

    web_element(html, "h3", "", MSG_COMPARE_CRITERIA, NULL, NULL);
    web_element(html, "p", "", MSG_COMPARE_CRITERIA_WHY, NULL, NULL);
    add_caption(board, MSG_COMPARE_CRITERIA_CAPTION);
    open_table(board, "criteria", true);
    for (size_t i = 0; i < ARRAY_LEN(columns); i++)
        web_column(html, columns[i]);
    for (size_t i = 0; (group = samsyn_matrix_group_at(board->matrix, i));
         i++) {
        web_raw(html, "<th scope=\"col\">");
        web_say(html, MSG_COMPARE_COL_SHARE_OF, group, NULL);
        web_raw(html, "</th>");
    }
    web_raw(html, "</tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < samsyn_record_count(board->record); i++)
        put_criterion(board, i);
    web_close_table(html);
}

/* ---- Two rounds ---- */

static void
put_change(const struct board *board, size_t criterion)
{
    struct web *html = board->html;
    samsyn_trend trend = samsyn_matrix_trend(board->matrix, criterion, NULL);
    samsyn_tally before = samsyn_matrix_tally(board->matrix, criterion, NULL,
                                              SAMSYN_ROUND_BEFORE);
    samsyn_tally now =
        samsyn_matrix_tally(board->matrix, criterion, NULL, SAMSYN_ROUND_NOW);

    web_raw(html, "<tr><th scope=\"row\" class=\"words\">");
    put_link(board, criterion, title_of(board, criterion));
    web_raw(html, "</th>");
    put_number_cell(html, before.of);
    put_share_cell(html, before.share);
    put_number_cell(html, now.of);
    put_share_cell(html, now.share);
    put_number_cell(html, trend.both);
    put_number_cell(html, trend.better);
    put_number_cell(html, trend.worse);
    web_raw(html, "</tr>\n");
}

static void
put_changes(const struct board *board)
{
    static const enum message columns[] = {
        MSG_COMPARE_COL_CRITERION,    MSG_COMPARE_COL_OF_BEFORE,
        MSG_COMPARE_COL_SHARE_BEFORE, MSG_COMPARE_COL_OF,
        MSG_COMPARE_COL_SHARE,        MSG_COMPARE_COL_BOTH,
        MSG_COMPARE_COL_BETTER,       MSG_COMPARE_COL_WORSE,
    };

    add_caption(board, MSG_COMPARE_TREND_CAPTION);
    open_table(board, "trend", true);
    for (size_t i = 0; i < ARRAY_LEN(columns); i++)
        web_column(board->html, columns[i]);
    web_raw(board->html, "</tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < samsyn_record_count(board->record); i++)
        put_change(board, i);
    web_close_table(board->html);
}

static void
put_trend(const struct board *board)
{
    bool parted = samsyn_matrix_is_parted(board->matrix);
    bool trend = compare_has_trend(board->matrix);

    if (!parted && !trend)
        return;
    web_element(board->html, "h3", "", MSG_COMPARE_TREND, NULL, NULL);
    if (parted)
        web_element(board->html, "p", "", MSG_COMPARE_PARTED, NULL, NULL);
    if (trend)
        put_changes(board);
}

/* ---- Who has what ---- */

/* A column is titled by the code, which leads to the criterion; its title is
 * there for those who hear the page. */
static void
put_column(const struct board *board, size_t criterion)
{
    struct web *html = board->html;
    const char *code = samsyn_record_criterion(board->record, criterion,
                                               SAMSYN_CRITERION_CODE);

    web_raw(html, "<th scope=\"col\"><a href=\"#");
    put_criterion_id(board, criterion);
    web_raw(html, "\">");
    web_text(html, *code ? code : title_of(board, criterion));
    if (*code) {
        web_raw(html, "<span class=\"unseen\"> ");
        web_text(html, title_of(board, criterion));
        web_raw(html, "</span>");
    }
    web_raw(html, "</a></th>");
}

static void
put_row(const struct board *board, size_t index)
{
    struct web *html = board->html;
    const samsyn_record *record = samsyn_matrix_record(board->matrix, index);

    web_raw(html, "<tr><th scope=\"row\" class=\"held\">");
    web_text(html, samsyn_matrix_name(board->matrix, index));
    if (*samsyn_matrix_group(board->matrix, index))
        web_say(html, MSG_REPORT_CRITERION_NO_CODE,
                samsyn_matrix_group(board->matrix, index), NULL);
    if (samsyn_matrix_round(board->matrix, index) == SAMSYN_ROUND_BEFORE)
        web_say(html, MSG_COMPARE_BEFORE_MARK, NULL, NULL);
    web_raw(html, "</th>");
    for (size_t i = 0; i < samsyn_record_count(record); i++) {
        web_raw(html, "<td>");
        compare_web_verdict(html, record, i);
        web_raw(html, "</td>");
    }
    web_raw(html, "</tr>\n");
}

static void
put_matrix(const struct board *board)
{
    struct web *html = board->html;

    web_element(html, "h3", "", MSG_COMPARE_TABLE, NULL, NULL);
    web_element(html, "p", "", MSG_COMPARE_TABLE_WHY, NULL, NULL);
    add_caption(board, MSG_COMPARE_TABLE_CAPTION);
    open_table(board, "matrix", false);
    web_raw(html, "<th scope=\"col\" class=\"held\">");
    web_say(html, MSG_COMPARE_COL_NAME, NULL, NULL);
    web_raw(html, "</th>");
    for (size_t i = 0; i < samsyn_record_count(board->record); i++)
        put_column(board, i);
    web_raw(html, "</tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < samsyn_matrix_count(board->matrix); i++)
        put_row(board, i);
    web_close_table(html);
}

static void
put_board(const struct board *board)
{
    struct web *html = board->html;
    const char *group;

    web_raw(html, "<section class=\"part\" aria-labelledby=\"");
    put_id(board, "h");
    web_raw(html, "\">\n<h2 id=\"");
    put_id(board, "h");
    web_raw(html, "\">");
    compare_heading(&html->page, board->matrix);
    web_line(html);
    web_raw(html, "</h2>\n");
    put_needs(board, NULL);
    for (size_t i = 0; (group = samsyn_matrix_group_at(board->matrix, i)); i++)
        put_needs(board, group);
    put_trend(board);
    put_criteria(board);
    put_matrix(board);
    web_raw(html, "</section>\n");
}

/* ---- The page ---- */

/* Tables want more room than words do; a name stays while one scrolls. */
static const char rules[] =
    ".frame{max-width:76rem}\n"
    "p,.help{max-width:46rem}\n"
    ".number{text-align:right;font-variant-numeric:tabular-nums}\n"
    ".held{position:sticky;left:0;background:var(--paper)}\n"
    "td .verdict{font-size:.875rem}\n"
    "@media print{.frame,p,.help{max-width:none}.held{position:static}}\n";

void
comparison_web(struct buf *out, const samsyn_comparison *comparison,
               samsyn_lang lang)
{
    char number[WORDS_NUMBER];
    const char *count = words_number(number, compare_documents(comparison));
    struct web html;

    web_init_in(&html, out, lang);
    page_add(&html.page, MSG_COMPARE_TITLE, count, NULL);
    web_open_named(&html, "compare", rules);
    web_raw(&html, "<header><div class=\"frame\">\n");
    web_element(&html, "p", "over sans", MSG_COMPARE_OVER, NULL, NULL);
    web_element(&html, "h1", "", MSG_COMPARE_TITLE, count, NULL);
    web_element(&html, "p", "kind", MSG_COMPARE_ABOUT, NULL, NULL);
    web_raw(&html, "</div></header>\n"
                   "<main id=\"main\" class=\"frame\" tabindex=\"-1\">\n");
    for (size_t i = 0; i < samsyn_comparison_matrix_count(comparison); i++) {
        const samsyn_matrix *matrix =
            samsyn_comparison_matrix_at(comparison, i);
        struct board board = { &html, matrix, samsyn_matrix_record(matrix, 0),
                               i + 1,
                               samsyn_comparison_matrix_count(comparison) > 1 };

        put_board(&board);
    }
    compare_web_method(&html, comparison);
    web_close_page(&html);
    web_done(&html);
}
