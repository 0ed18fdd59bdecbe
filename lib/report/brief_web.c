/* SPDX-License-Identifier: MIT */
/* The one page for those who sign, as HTML: the looks of the whole report, so
 * small that it prints on one side. */

#include "report/brief.h"
#include "report/report.h"
#include "report/web.h"
#include "report/words.h"

/* The face's own. */
struct sheet {
    struct web web;
    bool inside; /* a section is open */
};

static struct web *
web_of(const struct brief *brief)
{
    return &((struct sheet *)brief->user)->web;
}

static void
close_section(struct brief *brief)
{
    struct sheet *sheet = brief->user;

    if (sheet->inside)
        web_raw(&sheet->web, "</section>\n");
    sheet->inside = false;
}

static void
section(struct brief *brief, enum message title)
{
    struct sheet *sheet = brief->user;

    close_section(brief);
    web_raw(&sheet->web, "<section>\n");
    web_element(&sheet->web, "h2", "", title, NULL, NULL);
    sheet->inside = true;
}

static void
paragraph(struct brief *brief)
{
    web_raw(web_of(brief), "<p>");
    web_line(web_of(brief));
    web_raw(web_of(brief), "</p>\n");
}

static void
open_list(struct brief *brief)
{
    web_raw(web_of(brief), "<ul>\n");
}

static void
close_list(struct brief *brief)
{
    web_raw(web_of(brief), "</ul>\n");
}

static void
open_entry(struct brief *brief, int verdict)
{
    web_raw(web_of(brief), "<li>");
    if (verdict)
        web_sign(web_of(brief), verdict);
}

static void
line(struct brief *brief, bool quoted)
{
    web_raw(web_of(brief), "<span");
    if (quoted)
        web_lang(web_of(brief));
    web_raw(web_of(brief), ">");
    web_line(web_of(brief));
    web_raw(web_of(brief), "</span>");
}

static void
under(struct brief *brief, bool quoted)
{
    struct web *web = web_of(brief);

    web_raw(web, "<p class=\"place\"");
    if (quoted)
        web_lang(web);
    web_raw(web, ">");
    web_line(web);
    web_raw(web, "</p>");
}

static void
close_entry(struct brief *brief)
{
    web_raw(web_of(brief), "</li>\n");
}

static const struct brief_face face = { section,     paragraph, open_list,
                                        open_entry,  line,      under,
                                        close_entry, close_list };

static void
put_header(struct web *web)
{
    const samsyn_assessment *assessment = web->page.assessment;
    const char *kind = samsyn_assessment_text(
        assessment, SAMSYN_ASSESSMENT_DOCUMENT_KIND_TITLE);

    web_raw(web, "<header><div class=\"frame\">\n");
    web_element(web, "p", "over sans", MSG_BRIEF_OVER, NULL, NULL);
    web_raw(web, "<h1>");
    web_text(web, words_file_name(assessment));
    web_raw(web, "</h1>\n");
    if (*kind)
        web_element(web, "p", "kind", MSG_REPORT_KIND, kind, NULL);
    web_raw(web, "</div></header>\n");
}

void
report_brief_html(struct buf *out, const samsyn_assessment *assessment)
{
    struct sheet sheet = { .inside = false };
    struct web *web = &sheet.web;
    struct brief brief = { &web->page, &face, &sheet };

    web_init(web, out, assessment);
    web_open_page(web, MSG_BRIEF_TITLE, "brief");
    put_header(web);
    web_raw(web, "<main id=\"main\" class=\"frame\" tabindex=\"-1\">\n");
    brief_write(&brief);
    close_section(&brief);
    web_raw(web, "</main>\n</body>\n</html>\n");
    web_done(web);
}
