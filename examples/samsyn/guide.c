/* SPDX-License-Identifier: MIT */
/* samsyn guide: a checklist on paper: as a form, to read a document by hand
 * with, and as an outline with advice, to begin writing from. */

#include "common.h"
#include "pen.h"

#include <stdlib.h>
#include <string.h>

struct guide {
    const struct pen *pen;
    const samsyn_checklist *checklist;
    samsyn_lang lang;
};

static const char *
text_at(const struct guide *guide, size_t index, samsyn_criterion_text_id which)
{
    return samsyn_checklist_criterion_text(guide->checklist, index, which,
                                           guide->lang);
}

static const char *
weight_of(const struct guide *guide, size_t index)
{
    static const struct {
        const char *name;
        enum text text;
    } rows[] = {
        { "must", TEXT_WEIGHT_MUST },
        { "should", TEXT_WEIGHT_SHOULD },
    };
    const char *weight = text_at(guide, index, SAMSYN_CRITERION_WEIGHT);

    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        if (strcmp(weight, rows[i].name) == 0)
            return text_of(rows[i].text, guide->lang);
    }
    return text_of(TEXT_WEIGHT_NICE, guide->lang);
}

/* Gives a filled text to a pen; nothing is written where memory is out. */
static bool
put(void (*write)(const char *text), enum text id, samsyn_lang lang,
    const char *first, const char *second)
{
    char *text = text_fill(id, lang, first, second);

    if (text)
        write(text);
    free(text);
    return text != NULL;
}

/* ---- The form ---- */

static void
form_head(const struct guide *guide)
{
    static const enum text labels[] = { TEXT_GUIDE_DOCUMENT, TEXT_GUIDE_READER,
                                        TEXT_GUIDE_DAY };

    guide->pen->paragraph(text_of(TEXT_GUIDE_FORM, guide->lang));
    for (size_t i = 0; i < sizeof labels / sizeof labels[0]; i++)
        guide->pen->blank(text_of(labels[i], guide->lang));
}

static bool
form_criterion(const struct guide *guide, size_t index)
{
    const enum text answers[] = { TEXT_GUIDE_YES, TEXT_GUIDE_PARTLY,
                                  TEXT_GUIDE_NO, TEXT_GUIDE_ELSEWHERE,
                                  TEXT_GUIDE_ASIDE };
    const char *choices[sizeof answers / sizeof answers[0]];
    size_t count = sizeof answers / sizeof answers[0];

    for (size_t i = 0; i < count; i++)
        choices[i] = text_of(answers[i], guide->lang);
    guide->pen->paragraph(text_at(guide, index, SAMSYN_CRITERION_QUESTION));
    guide->pen->tick(choices, count);
    guide->pen->blank(text_of(TEXT_GUIDE_WHERE, guide->lang));
    guide->pen->blank(text_of(TEXT_GUIDE_MISSING, guide->lang));
    return true;
}

/* ---- The outline ---- */

static void
outline_head(const struct guide *guide)
{
    guide->pen->remark(text_of(TEXT_GUIDE_OUTLINE, guide->lang));
}

static bool
outline_criterion(const struct guide *guide, size_t index)
{
    const char *model = text_at(guide, index, SAMSYN_CRITERION_MODEL);

    guide->pen->remark(text_at(guide, index, SAMSYN_CRITERION_ADVICE));
    return !*model ||
           put(guide->pen->remark, TEXT_GUIDE_MODEL, guide->lang, model, NULL);
}

/* ---- Both ---- */

static const struct way {
    void (*head)(const struct guide *guide);
    bool (*criterion)(const struct guide *guide, size_t index);
} ways[] = {
    [GUIDE_FORM] = { form_head, form_criterion },
    [GUIDE_OUTLINE] = { outline_head, outline_criterion },
};

static bool
write_criterion(const struct guide *guide, const struct way *way, size_t index)
{
    const char *code = text_at(guide, index, SAMSYN_CRITERION_CODE);
    const char *title = text_at(guide, index, SAMSYN_CRITERION_TITLE);
    char *heading = text_fill(*code ? TEXT_GUIDE_CODED : TEXT_GUIDE_UNCODED,
                              guide->lang, weight_of(guide, index), code);
    char *whole = heading ? join(title, " ", heading) : NULL;

    if (whole)
        guide->pen->heading(3, whole);
    free(heading);
    free(whole);
    return whole && way->criterion(guide, index);
}

static bool
write_area(const struct guide *guide, const struct way *way, size_t area)
{
    const char *id = samsyn_checklist_area_id(guide->checklist, area);
    size_t count = samsyn_checklist_criterion_count(guide->checklist);
    bool whole = true;

    guide->pen->heading(
        2, samsyn_checklist_area_title(guide->checklist, area, guide->lang));
    for (size_t i = 0; whole && i < count; i++) {
        if (strcmp(text_at(guide, i, SAMSYN_CRITERION_AREA), id) == 0)
            whole = write_criterion(guide, way, i);
    }
    return whole;
}

static bool
write_guide(const struct guide *guide, const struct way *way)
{
    const samsyn_checklist *checklist = guide->checklist;
    size_t count = samsyn_checklist_area_count(checklist);
    bool whole;

    guide->pen->begin(samsyn_checklist_title(checklist, guide->lang),
                      guide->lang);
    way->head(guide);
    whole = put(guide->pen->remark, TEXT_GUIDE_SOURCE, guide->lang,
                samsyn_checklist_id(checklist),
                samsyn_checklist_version(checklist));
    for (size_t i = 0; whole && i < count; i++)
        whole = write_area(guide, way, i);
    guide->pen->end();
    return whole;
}

enum code
command_guide(struct tool *tool)
{
    const struct args *args = &tool->args;
    struct fault fault = { CODE_DONE, SAMSYN_OK, NULL };
    samsyn_checklist *checklist;
    enum code code;

    if (args->count != 1) {
        complain(NULL, args->count > 1 ? TEXT_TOO_MANY : TEXT_NO_GUIDE,
                 args->lang, args->count > 1 ? args->operands[1] : NULL, NULL);
        return CODE_USAGE;
    }
    if (checklist_load(&checklist, tool, args->operands[0], &fault)) {
        const struct guide guide = { pen_of(args->format), checklist,
                                     args->lang };

        if (!write_guide(&guide, &ways[args->guide])) {
            complain(NULL, TEXT_NO_MEMORY, args->lang, NULL, NULL);
            fault.code = CODE_INTERNAL;
        }
        samsyn_checklist_free(checklist);
    }
    code = fault.code;
    fault_done(&fault);
    return code;
}
