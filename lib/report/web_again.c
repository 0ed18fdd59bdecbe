/* SPDX-License-Identifier: MIT */
/* How the result is to be read, and how to get it again: digests, versions
 * and the command, put together from what the assessment knows so that it gives
 * the same page when it is pasted in a shell. */

#include "report/shell.h"
#include "report/web_parts.h"
#include "report/words.h"

#include <string.h>

/* ---- How to read it ---- */

void
web_reading(struct web *html)
{
    static const enum message sentences[] = { MSG_HTML_READ_QUALITY,
                                              MSG_HTML_READ_TEXT,
                                              MSG_HTML_READ_LAW,
                                              MSG_HTML_READ_MACHINE };
    const char *basis = samsyn_assessment_text(
        html->page.assessment, SAMSYN_ASSESSMENT_CHECKLIST_BASIS);

    web_raw(html, "<section class=\"part\" id=\"reading\" "
                  "aria-labelledby=\"h-reading\">\n<h2 id=\"h-reading\">");
    web_say(html, MSG_HTML_READING, NULL, NULL);
    web_raw(html, "</h2>\n<ul>\n");
    for (size_t i = 0; i < ARRAY_LEN(sentences); i++)
        web_element(html, "li", "", sentences[i], NULL, NULL);
    if (!samsyn_assessment_has_quotes(html->page.assessment))
        web_element(html, "li", "", MSG_REPORT_NO_QUOTES, NULL, NULL);
    if (*basis)
        web_element(html, "li", "", MSG_REPORT_BASIS, basis, NULL);
    web_raw(html, "</ul>\n");
    web_raw(html, "</section>\n");
}

/* ---- How to get it again ---- */

static void
put_row(struct web *html, enum message what, const char *name,
        const char *version, const char *digest)
{
    page_text(&html->page, name);
    page_text(&html->page, *version ? " " : "");
    page_text(&html->page, version);
    web_digest_row(html, what, digest);
}

static void
put_digests(struct web *html)
{
    const samsyn_assessment *a = html->page.assessment;
    const char *name, *digest;

    put_row(html, MSG_HTML_PROGRAM, "samsyn", samsyn_version(), "");
    put_row(html, MSG_HTML_CHECKLIST,
            samsyn_assessment_text(a, SAMSYN_ASSESSMENT_CHECKLIST_ID),
            samsyn_assessment_text(a, SAMSYN_ASSESSMENT_CHECKLIST_VERSION),
            samsyn_assessment_text(a, SAMSYN_ASSESSMENT_CHECKLIST_DIGEST));
    for (size_t i = 0; i < samsyn_assessment_parent_count(a); i++)
        put_row(html, MSG_HTML_CHECKLIST,
                samsyn_assessment_parent_text(a, i, SAMSYN_PARENT_ID),
                samsyn_assessment_parent_text(a, i, SAMSYN_PARENT_VERSION),
                samsyn_assessment_parent_text(a, i, SAMSYN_PARENT_DIGEST));
    put_row(html, MSG_HTML_LANGUAGE,
            samsyn_assessment_text(a, SAMSYN_ASSESSMENT_LANGUAGE_ID), "",
            samsyn_assessment_text(a, SAMSYN_ASSESSMENT_LANGUAGE_DIGEST));
    if (*samsyn_assessment_text(a, SAMSYN_ASSESSMENT_MODEL_DIGEST))
        put_row(html, MSG_HTML_TAUGHT, "", "",
                samsyn_assessment_text(a, SAMSYN_ASSESSMENT_MODEL_DIGEST));
    for (size_t i = 0; i < samsyn_assessment_document_count(a); i++)
        put_row(html, i > 0 ? MSG_HTML_ANNEX : MSG_HTML_THE_DOCUMENT,
                samsyn_assessment_document_text(a, i, SAMSYN_DOCUMENT_NAME), "",
                samsyn_assessment_document_text(a, i, SAMSYN_DOCUMENT_DIGEST));
    for (size_t i = 0; (name = samsyn_assessment_answers_at(a, i, &digest));
         i++)
        put_row(html, MSG_PERSON_FILES, name, "", digest);
}

/* The number of the part that was assessed, where it is one of several; 0
 * where it is not. */
static size_t
assessed_part(const samsyn_assessment *assessment)
{
    size_t count = samsyn_assessment_part_count(assessment, 0);
    size_t assessed = 0, found = 0;

    for (size_t i = 0; i < count; i++) {
        if (!samsyn_assessment_part_is_assessed(assessment, 0, i))
            continue;
        assessed++;
        found = i + 1;
    }
    return count > 1 && assessed == 1 ? found : 0;
}

/* Whether any of the documents was read as if its tracked changes had not been
 * made, of which there is a notice. */
static bool
changes_rejected(const samsyn_assessment *assessment)
{
    const char *code;

    for (size_t i = 0; samsyn_assessment_notice_at(assessment, i, &code, NULL);
         i++) {
        if (strcmp(code, "document-tracked-rejected") == 0)
            return true;
    }
    return false;
}

static void
add_option(struct web *html, const char *option, const char *value)
{
    if (!*value)
        return;
    page_text(&html->page, option);
    shell_word(&html->page.line, value);
}

static void
add_options(struct web *html, const samsyn_assessment *assessment)
{
    const char *given =
        samsyn_assessment_text(assessment, SAMSYN_ASSESSMENT_CHECKLIST_GIVEN);
    size_t part = assessed_part(assessment);
    char number[WORDS_NUMBER];
    const char *answers;

    add_option(html, " --checklist ",
               *given ? given
                      : samsyn_assessment_text(assessment,
                                               SAMSYN_ASSESSMENT_CHECKLIST_ID));
    add_option(html, " --date ",
               samsyn_assessment_text(assessment, SAMSYN_ASSESSMENT_DATE));
    add_option(html, " --lang ",
               samsyn_assessment_text(assessment, SAMSYN_ASSESSMENT_LANG));
    if (part > 0)
        add_option(html, " --part ", words_number(number, (int64_t)part));
    if (changes_rejected(assessment))
        page_text(&html->page, " --tracked reject");
    page_text(&html->page, " --format html");
    if (!samsyn_assessment_has_quotes(assessment))
        page_text(&html->page, " --no-quotes");
    for (size_t i = 0;
         (answers = samsyn_assessment_answers_at(assessment, i, NULL)); i++)
        add_option(html, " --answers ", answers);
    for (size_t i = 1; i < samsyn_assessment_document_count(assessment); i++)
        add_option(html, " --annex ",
                   samsyn_assessment_document_text(assessment, i,
                                                   SAMSYN_DOCUMENT_NAME));
}

/* A name that begins as an option does is none behind "--". */
static void
put_command(struct web *html)
{
    const samsyn_assessment *assessment = html->page.assessment;
    const char *name =
        samsyn_assessment_text(assessment, SAMSYN_ASSESSMENT_DOCUMENT_NAME);

    web_raw(html, "<pre><code>");
    page_text(&html->page, "samsyn score --no-config");
    add_options(html, assessment);
    add_option(html, name[0] == '-' && name[1] ? " -- " : " ", name);
    web_line(html);
    web_raw(html, "</code></pre>\n");
}

void
web_again(struct web *html)
{
    web_raw(html, "<section class=\"part\" id=\"again\" "
                  "aria-labelledby=\"h-again\">\n<h2 id=\"h-again\">");
    web_say(html, MSG_REPORT_AGAIN, NULL, NULL);
    web_raw(html, "</h2>\n");
    web_element(html, "p", "", MSG_HTML_AGAIN_WHY, NULL, NULL);
    put_command(html);
    web_open_table(html, "again", false);
    web_say(html, MSG_HTML_AGAIN_CAPTION, NULL, NULL);
    web_raw(html, "</caption>\n<thead><tr>");
    web_column(html, MSG_HTML_WHAT);
    web_column(html, MSG_HTML_NAME);
    web_column(html, MSG_HTML_DIGEST);
    web_raw(html, "</tr></thead>\n<tbody>\n");
    put_digests(html);
    web_close_table(html);
    web_raw(html, "</section>\n");
}
