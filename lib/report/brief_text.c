/* SPDX-License-Identifier: MIT */
/* The one page for those who sign, as plain text. */

#include "report/brief.h"
#include "report/report.h"
#include "report/words.h"

enum {
    INDENT_UNDER = 4
};

static void
section(struct brief *brief, enum message title)
{
    page_blank(brief->page);
    page_add(brief->page, title, NULL, NULL);
    page_heading(brief->page, '-');
}

static void
paragraph(struct brief *brief)
{
    page_put(brief->page, 0, 0);
}

static void
nothing(struct brief *brief)
{
    (void)brief;
}

static void
open_entry(struct brief *brief, int verdict)
{
    page_text(brief->page,
              verdict ? words_verdict((samsyn_verdict)verdict)->mark : "-");
    page_text(brief->page, " ");
}

static void
line(struct brief *brief, bool quoted)
{
    (void)quoted;
    page_put(brief->page, 0, INDENT_UNDER);
}

static void
under(struct brief *brief, bool quoted)
{
    (void)quoted;
    page_put(brief->page, INDENT_UNDER, INDENT_UNDER);
}

static const struct brief_face face = { section, paragraph, nothing, open_entry,
                                        line,    under,     nothing, nothing };

void
report_brief(struct buf *out, const samsyn_assessment *assessment)
{
    const char *kind = samsyn_assessment_text(
        assessment, SAMSYN_ASSESSMENT_DOCUMENT_KIND_TITLE);
    struct page page;
    struct brief brief = { &page, &face, NULL };

    page_init(&page, out, assessment);
    page_add(&page, MSG_BRIEF_TITLE, words_file_name(assessment), NULL);
    page_heading(&page, '=');
    page_blank(&page);
    if (*kind) {
        page_add(&page, MSG_REPORT_KIND, kind, NULL);
        page_put(&page, 0, 0);
    }
    brief_write(&brief);
    page_done(&page);
}
