/* SPDX-License-Identifier: MIT */
/* A checklist on paper: as a form, to read a document by hand with, and as an
 * outline with advice, to begin writing from; and both as Markdown.
 *
 * What a checklist says is text, never markup.  In Markdown a remark is a
 * comment, so that a draft can be assessed with the remarks still in it. */

#include "report/guide.h"

#include "report/markdown.h"
#include "report/words.h"

#include <string.h>

static const char *
text_at(const struct guide *guide, size_t index, samsyn_criterion_text_id which)
{
    return samsyn_checklist_criterion_text(guide->checklist, index, which,
                                           guide->page->lang);
}

/* ---- The form ---- */

static void
form_head(struct guide *guide)
{
    static const enum message labels[] = { MSG_GUIDE_DOCUMENT, MSG_GUIDE_READER,
                                           MSG_GUIDE_DAY };

    page_add(guide->page, MSG_GUIDE_FORM, NULL, NULL);
    guide->face->paragraph(guide);
    for (size_t i = 0; i < ARRAY_LEN(labels); i++)
        guide->face->blank(guide, labels[i]);
}

static void
form_criterion(struct guide *guide, size_t index)
{
    static const enum message answers[] = { MSG_GUIDE_YES, MSG_GUIDE_PARTLY,
                                            MSG_GUIDE_NO, MSG_GUIDE_ELSEWHERE,
                                            MSG_GUIDE_ASIDE };

    page_text(guide->page, text_at(guide, index, SAMSYN_CRITERION_QUESTION));
    guide->face->paragraph(guide);
    guide->face->tick(guide, answers, ARRAY_LEN(answers));
    guide->face->blank(guide, MSG_GUIDE_WHERE);
    guide->face->blank(guide, MSG_GUIDE_MISSING);
}

/* ---- The outline ---- */

static void
outline_head(struct guide *guide)
{
    page_add(guide->page, MSG_GUIDE_OUTLINE, NULL, NULL);
    if (guide->face->commented) {
        page_text(guide->page, " ");
        page_add(guide->page, MSG_GUIDE_COMMENTED, NULL, NULL);
    }
    guide->face->remark(guide);
}

static void
outline_criterion(struct guide *guide, size_t index)
{
    const char *model = text_at(guide, index, SAMSYN_CRITERION_MODEL);

    page_text(guide->page, text_at(guide, index, SAMSYN_CRITERION_ADVICE));
    guide->face->remark(guide);
    if (*model)
        guide->face->model(guide, model);
}

/* ---- Both ---- */

static const struct way {
    samsyn_guide kind;
    void (*head)(struct guide *guide);
    void (*criterion)(struct guide *guide, size_t index);
} ways[] = {
    { SAMSYN_GUIDE_FORM, form_head, form_criterion },
    { SAMSYN_GUIDE_OUTLINE, outline_head, outline_criterion },
};

static void
put_criterion(struct guide *guide, const struct way *way, size_t index)
{
    page_text(guide->page, text_at(guide, index, SAMSYN_CRITERION_TITLE));
    words_beside(guide->page, text_at(guide, index, SAMSYN_CRITERION_CODE),
                 words_weight(text_at(guide, index, SAMSYN_CRITERION_WEIGHT),
                              guide->page->lang));
    guide->face->open(guide, 3);
    way->criterion(guide, index);
    guide->face->close(guide, 3);
}

static void
put_area(struct guide *guide, const struct way *way, size_t area)
{
    const samsyn_checklist *checklist = guide->checklist;
    const char *id = samsyn_checklist_area_id(checklist, area);

    page_text(guide->page,
              samsyn_checklist_area_title(checklist, area, guide->page->lang));
    guide->face->open(guide, 2);
    for (size_t i = 0; i < samsyn_checklist_criterion_count(checklist); i++) {
        if (strcmp(text_at(guide, i, SAMSYN_CRITERION_AREA), id) == 0)
            put_criterion(guide, way, i);
    }
    guide->face->close(guide, 2);
}

void
guide_write(struct guide *guide)
{
    const samsyn_checklist *checklist = guide->checklist;
    const struct way *way = &ways[guide->kind == SAMSYN_GUIDE_OUTLINE];

    page_text(guide->page,
              samsyn_checklist_title(checklist, guide->page->lang));
    guide->face->begin(guide);
    way->head(guide);
    page_add(guide->page, MSG_GUIDE_SOURCE, samsyn_checklist_id(checklist),
             samsyn_checklist_version(checklist));
    guide->face->remark(guide);
    for (size_t i = 0; i < samsyn_checklist_area_count(checklist); i++)
        put_area(guide, way, i);
    guide->face->end(guide);
}

/* ---- Markdown ---- */

static void
begin(struct guide *guide)
{
    markdown_line(guide->page, "# ", "\n");
}

static void
nothing(struct guide *guide)
{
    (void)guide;
}

static void
open(struct guide *guide, int level)
{
    markdown_line(guide->page, level == 2 ? "\n## " : "\n### ", "\n");
}

static void
close(struct guide *guide, int level)
{
    (void)guide;
    (void)level;
}

static void
paragraph(struct guide *guide)
{
    markdown_line(guide->page, "\n", "\n");
}

static void
remark(struct guide *guide)
{
    buf_char(guide->page->out, '\n');
    markdown_comment(guide->page);
}

static void
model(struct guide *guide, const char *text)
{
    page_add(guide->page, MSG_REPORT_MODEL, text, NULL);
    remark(guide);
}

static void
tick(struct guide *guide, const enum message *choices, size_t count)
{
    buf_char(guide->page->out, '\n');
    for (size_t i = 0; i < count; i++) {
        page_add(guide->page, choices[i], NULL, NULL);
        markdown_line(guide->page, "- [ ] ", "\n");
    }
}

static void
blank(struct guide *guide, enum message label)
{
    page_add(guide->page, label, NULL, NULL);
    markdown_line(guide->page, "\n",
                  ": ______________________________________________\n");
}

static const struct guide_face face = { begin,  nothing, open, close, paragraph,
                                        remark, model,   tick, blank, true };

static void
guide_markdown(struct buf *out, const samsyn_checklist *checklist,
               samsyn_guide kind, samsyn_lang lang)
{
    struct page page;
    struct guide guide = { checklist, kind, &page, &face, NULL };

    page_init_in(&page, out, lang);
    guide_write(&guide);
    page_done(&page);
}

/* ---- The formats ---- */

static const struct guide_format formats[] = {
    { "markdown", guide_markdown },
    { "html", guide_web },
};

const struct guide_format *
guide_format_find(struct str name)
{
    for (size_t i = 0; i < ARRAY_LEN(formats); i++) {
        if (str_equal(str_of(formats[i].name), name))
            return &formats[i];
    }
    return NULL;
}
