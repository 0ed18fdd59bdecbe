/* SPDX-License-Identifier: MIT */
/* Writing HTML.
 *
 * There are two ways onto the page: web_raw() for markup that stands in this
 * library, and the others, which escape.  So nothing that a document or a
 * checklist holds can become markup, whatever a writer of reports forgets. */

#include "report/web.h"

#include <string.h>

#include "base/utf8.h"
#include "report/web_style.h"
#include "report/words.h"

#define REPLACEMENT 0xFFFD

void
web_init(struct web *html, struct buf *out, const samsyn_assessment *assessment)
{
    page_init(&html->page, out, assessment);
    html->linked = samsyn_assessment_block_count(assessment) > 0;
}

void
web_init_in(struct web *html, struct buf *out, samsyn_lang lang)
{
    page_init_in(&html->page, out, lang);
    html->linked = false;
}

void
web_done(struct web *html)
{
    page_done(&html->page);
}

void
web_raw(struct web *html, const char *markup)
{
    buf_text(html->page.out, markup);
}

/* ---- Escaping ---- */

/* What stands for a character that is markup, or a blank of another kind; NULL
 * for others. */
static const char *
entity(char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    case '\t':
    case '\r':
        return " ";
    default:
        return NULL;
    }
}

void
web_bytes(struct web *html, const char *text, size_t length)
{
    struct buf *out = html->page.out;
    size_t size, done = 0;

    for (size_t i = 0; i < length; i += size) {
        uint32_t code = utf8_decode(text + i, length - i, &size);
        const char *instead = entity(text[i]);

        if (!instead && (code == '\n' || !page_refuses(code)))
            continue;
        buf_add(out, text + done, i - done);
        if (instead)
            buf_text(out, instead);
        else
            buf_code(out, REPLACEMENT);
        done = i + size;
    }
    buf_add(out, text + done, length - done);
}

void
web_text(struct web *html, const char *text)
{
    web_bytes(html, text, strlen(text));
}

void
web_number(struct web *html, int64_t number)
{
    buf_int(html->page.out, number);
}

void
web_line(struct web *html)
{
    struct str line = buf_view(&html->page.line);

    if (buf_failed(&html->page.line))
        html->page.out->failed = true;
    else
        web_bytes(html, line.ptr, line.len);
    buf_clear(&html->page.line);
}

void
web_say(struct web *html, enum message id, const char *first,
        const char *second)
{
    page_add(&html->page, id, first, second);
    web_line(html);
}

void
web_element(struct web *html, const char *tag, const char *class,
            enum message id, const char *first, const char *second)
{
    web_raw(html, "<");
    web_raw(html, tag);
    if (*class) {
        web_raw(html, " class=\"");
        web_raw(html, class);
        web_raw(html, "\"");
    }
    web_raw(html, ">");
    web_say(html, id, first, second);
    web_raw(html, "</");
    web_raw(html, tag);
    web_raw(html, ">\n");
}

static const char *
own_lang(const struct web *html)
{
    return html->page.lang == SAMSYN_LANG_EN ? "en" : "sv";
}

void
web_lang_of(struct web *html, const char *id)
{
    if (!*id || strcmp(id, own_lang(html)) == 0)
        return;
    web_raw(html, " lang=\"");
    web_text(html, id);
    web_raw(html, "\"");
}

void
web_lang(struct web *html)
{
    web_lang_of(html, samsyn_assessment_text(html->page.assessment,
                                             SAMSYN_ASSESSMENT_LANGUAGE_ID));
}

/* ---- A page ---- */

void
web_open_named(struct web *html, const char *class, const char *rules)
{
    web_raw(html, "<!DOCTYPE html>\n<html lang=\"");
    web_raw(html, own_lang(html));
    web_raw(html, "\">\n<head>\n<meta charset=\"utf-8\">\n"
                  "<meta http-equiv=\"Content-Security-Policy\" "
                  "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
                  "<meta name=\"viewport\" content=\"width=device-width, "
                  "initial-scale=1\">\n"
                  "<meta name=\"color-scheme\" content=\"light dark\">\n"
                  "<meta name=\"referrer\" content=\"no-referrer\">\n"
                  "<meta name=\"robots\" content=\"noindex\">\n<title>");
    web_line(html);
    web_raw(html, "</title>\n<style>\n");
    web_style(html->page.out);
    web_raw(html, rules);
    web_raw(html, "</style>\n</head>\n<body class=\"");
    web_raw(html, class);
    web_raw(html, "\">\n<a class=\"skip\" href=\"#main\">");
    web_say(html, MSG_HTML_SKIP, NULL, NULL);
    web_raw(html, "</a>\n");
    web_signs(html->page.out);
}

void
web_open_page(struct web *html, enum message title, const char *class)
{
    page_add(&html->page, title, words_file_name(html->page.assessment), NULL);
    web_open_named(html, class, "");
}

void
web_close_page(struct web *html)
{
    web_raw(html, "</main>\n<footer><div class=\"frame\">\n");
    web_element(html, "p", "", MSG_HTML_FOOTER, samsyn_version(), NULL);
    web_raw(html, "</div></footer>\n</body>\n</html>\n");
}

/* ---- Tables ---- */

void
web_open_table(struct web *html, const char *name, bool grid)
{
    web_raw(html, "<div class=\"wide\" role=\"group\" tabindex=\"0\" "
                  "aria-labelledby=\"c-");
    web_text(html, name);
    web_raw(html, grid ? "\"><table class=\"grid\">\n" : "\"><table>\n");
    web_raw(html, "<caption id=\"c-");
    web_text(html, name);
    web_raw(html, "\">");
}

void
web_close_table(struct web *html)
{
    web_raw(html, "</tbody></table></div>\n");
}

void
web_column(struct web *html, enum message title)
{
    web_raw(html, "<th scope=\"col\">");
    web_say(html, title, NULL, NULL);
    web_raw(html, "</th>");
}

void
web_digest_row(struct web *html, enum message what, const char *digest)
{
    web_raw(html, "<tr><th scope=\"row\">");
    web_text(html, message_text(what, html->page.lang));
    web_raw(html, "</th><td>");
    web_line(html);
    web_raw(html, "</td><td><code>");
    web_text(html, digest);
    web_raw(html, "</code></td></tr>\n");
}

/* ---- Verdicts ---- */

const char *
web_verdict_class(int verdict)
{
    static const struct {
        int verdict;
        const char *class;
    } rows[] = {
        { SAMSYN_VERDICT_MET, "met" },
        { SAMSYN_VERDICT_PARTLY, "partly" },
        { SAMSYN_VERDICT_NOT_MET, "missing" },
        { SAMSYN_VERDICT_REFERRED, "referred" },
        { SAMSYN_VERDICT_NOT_APPLICABLE, "none" },
    };

    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        if (rows[i].verdict == verdict)
            return rows[i].class;
    }
    return "review";
}

void
web_sign(struct web *html, int verdict)
{
    const char *class = web_verdict_class(verdict);

    web_raw(html, "<svg class=\"sign is-");
    web_raw(html, class);
    web_raw(html, "\" aria-hidden=\"true\"><use href=\"#sign-");
    web_raw(html, class);
    web_raw(html, "\"></use></svg>");
}

static void
put_verdict(struct web *html, int verdict, enum message words)
{
    web_raw(html, "<span class=\"verdict is-");
    web_raw(html, web_verdict_class(verdict));
    web_raw(html, "\">");
    web_sign(html, verdict);
    web_say(html, words, NULL, NULL);
    web_raw(html, "</span>");
}

void
web_verdict(struct web *html, int verdict)
{
    put_verdict(html, verdict, words_verdict((samsyn_verdict)verdict)->found);
}

void
web_verdict_brief(struct web *html, int verdict)
{
    put_verdict(html, verdict, words_verdict((samsyn_verdict)verdict)->brief);
}

/* ---- Criteria ---- */

const char *
web_criterion_code(const samsyn_criterion *criterion)
{
    return samsyn_criterion_text(criterion, SAMSYN_CRITERION_CODE);
}

void
web_criterion_id(struct web *html, const samsyn_criterion *criterion)
{
    web_raw(html, "k-");
    web_text(html, samsyn_criterion_text(criterion, SAMSYN_CRITERION_ID));
}

void
web_criterion_href(struct web *html, const samsyn_criterion *criterion)
{
    web_raw(html, " href=\"#");
    web_criterion_id(html, criterion);
    web_raw(html, "\"");
}

void
web_criterion_link(struct web *html, const samsyn_criterion *criterion)
{
    web_raw(html, "<a");
    web_criterion_href(html, criterion);
    web_raw(html, ">");
    web_text(html, samsyn_criterion_text(criterion, SAMSYN_CRITERION_TITLE));
    web_raw(html, "</a>");
}
