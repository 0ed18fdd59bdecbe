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
put_row(struct web *html, enum message what, const char *name,
        const char *detail, const char *digest)
{
    web_raw(html, "<tr><th scope=\"row\">");
    web_say(html, what, NULL, NULL);
    web_raw(html, "</th><td>");
    web_text(html, name);
    if (*detail) {
        web_raw(html, "<br>");
        web_text(html, detail);
    }
    web_raw(html, "</td><td><code>");
    web_text(html, digest);
    web_raw(html, "</code></td></tr>\n");
}

static void
put_matrix(struct web *html, const samsyn_matrix *matrix)
{
    const samsyn_record *record = samsyn_matrix_record(matrix, 0);

    put_row(html, MSG_COMPARE_COL_CHECKLIST,
            samsyn_record_text(record, SAMSYN_RECORD_CHECKLIST_ID),
            samsyn_record_text(record, SAMSYN_RECORD_CHECKLIST_VERSION),
            samsyn_record_text(record, SAMSYN_RECORD_CHECKLIST_DIGEST));
    put_row(html, MSG_COMPARE_LANGUAGE,
            samsyn_record_text(record, SAMSYN_RECORD_LANGUAGE_ID), "",
            samsyn_record_text(record, SAMSYN_RECORD_LANGUAGE_DIGEST));
    if (*samsyn_record_text(record, SAMSYN_RECORD_MODEL_DIGEST))
        put_row(html, MSG_COMPARE_MODEL,
                samsyn_record_text(record, SAMSYN_RECORD_CHECKLIST_ID), "",
                samsyn_record_text(record, SAMSYN_RECORD_MODEL_DIGEST));
    for (size_t i = 0; i < samsyn_matrix_count(matrix); i++) {
        record = samsyn_matrix_record(matrix, i);
        put_row(html, MSG_COMPARE_COL_DOCUMENT,
                samsyn_record_text(record, SAMSYN_RECORD_DOCUMENT_NAME),
                samsyn_record_text(record, SAMSYN_RECORD_DATE),
                samsyn_record_text(record, SAMSYN_RECORD_DOCUMENT_DIGEST));
    }
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
