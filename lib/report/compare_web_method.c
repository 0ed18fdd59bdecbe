/* SPDX-License-Identifier: MIT */
/* The end of a comparison's page: how to read it and how to make it again. */

#include "report/compare_web.h"

static void
open_part(struct web *html, const char *name, enum message title)
{
    web_raw(html, "<section class=\"part\" id=\"");
    web_raw(html, name);
    web_raw(html, "\" aria-labelledby=\"h-");
    web_raw(html, name);
    web_raw(html, "\">\n<h2 id=\"h-");
    web_raw(html, name);
    web_raw(html, "\">");
    web_say(html, title, NULL, NULL);
    web_raw(html, "</h2>\n");
}

static void
put_failures(struct web *html, const samsyn_comparison *comparison)
{
    size_t count = samsyn_comparison_failure_count(comparison);

    if (count == 0)
        return;
    open_part(html, "failed", MSG_COMPARE_FAILED);
    web_raw(html, "<ul>\n");
    for (size_t i = 0; i < count; i++) {
        const char *why;
        const char *name = samsyn_comparison_failure_at(comparison, i, &why);

        web_raw(html, "<li>");
        web_text(html, name);
        web_raw(html, ": ");
        web_text(html, why);
        web_raw(html, "</li>\n");
    }
    web_raw(html, "</ul>\n</section>\n");
}

static void
put_text(struct web *html, enum message what, const samsyn_record *record,
         samsyn_record_text_id name, samsyn_record_text_id digest)
{
    page_text(&html->page, samsyn_record_text(record, name));
    if (name == SAMSYN_RECORD_CHECKLIST_ID) {
        page_text(&html->page, " ");
        page_text(&html->page,
                  samsyn_record_text(record, SAMSYN_RECORD_CHECKLIST_VERSION));
    }
    if (name == SAMSYN_RECORD_DOCUMENT_NAME)
        compare_made(&html->page, record);
    web_digest_row(html, what, samsyn_record_text(record, digest));
}

static void
put_matrix(struct web *html, const samsyn_matrix *matrix)
{
    const samsyn_record *record = samsyn_matrix_record(matrix, 0);

    put_text(html, MSG_COMPARE_COL_CHECKLIST, record,
             SAMSYN_RECORD_CHECKLIST_ID, SAMSYN_RECORD_CHECKLIST_DIGEST);
    put_text(html, MSG_COMPARE_LANGUAGE, record, SAMSYN_RECORD_LANGUAGE_ID,
             SAMSYN_RECORD_LANGUAGE_DIGEST);
    if (*samsyn_record_text(record, SAMSYN_RECORD_MODEL_DIGEST))
        put_text(html, MSG_COMPARE_MODEL, record, SAMSYN_RECORD_CHECKLIST_ID,
                 SAMSYN_RECORD_MODEL_DIGEST);
    for (size_t i = 0; i < samsyn_matrix_count(matrix); i++)
        put_text(html, MSG_COMPARE_COL_DOCUMENT,
                 samsyn_matrix_record(matrix, i), SAMSYN_RECORD_DOCUMENT_NAME,
                 SAMSYN_RECORD_DOCUMENT_DIGEST);
}

void
compare_web_method(struct web *html, const samsyn_comparison *comparison)
{
    put_failures(html, comparison);
    open_part(html, "method", MSG_COMPARE_METHOD);
    web_element(html, "p", "", MSG_COMPARE_QUALITY, NULL, NULL);
    web_open_table(html, "method", false);
    web_say(html, MSG_HTML_AGAIN_CAPTION, NULL, NULL);
    web_raw(html, "</caption>\n<thead><tr>");
    web_column(html, MSG_COMPARE_COL_WHAT);
    web_column(html, MSG_COMPARE_COL_WHICH);
    web_column(html, MSG_COMPARE_COL_DIGEST);
    web_raw(html, "</tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < samsyn_comparison_matrix_count(comparison); i++)
        put_matrix(html, samsyn_comparison_matrix_at(comparison, i));
    web_close_table(html);
    web_raw(html, "</section>\n");
}
