/* SPDX-License-Identifier: MIT */
/* Where a tailored checklist comes from.
 *
 * The whole is said in one line, with the codes of the criteria that were
 * added, dropped and changed; a criterion's changes one by one.  Keys are
 * called by what they are to a reader; one that has no word here is shown as
 * it is written, so nothing is hidden. */

#include "report/origin.h"

#include <string.h>

#include "report/words.h"

static const struct {
    const char *key;
    enum message word;
} keys[] = {
    { "title", MSG_REPORT_KEY_TITLE },
    { "question", MSG_REPORT_KEY_QUESTION },
    { "why", MSG_REPORT_KEY_WHY },
    { "advice", MSG_REPORT_KEY_ADVICE },
    { "model", MSG_REPORT_KEY_MODEL },
    { "source", MSG_REPORT_KEY_SOURCE },
    { "weight", MSG_REPORT_KEY_WEIGHT },
    { "level", MSG_REPORT_KEY_LEVEL },
    { "met", MSG_REPORT_KEY_MET },
    { "partly", MSG_REPORT_KEY_PARTLY },
    { "referred", MSG_REPORT_KEY_REFERRED },
    { "judged", MSG_REPORT_KEY_JUDGED },
    { "unless", MSG_REPORT_KEY_UNLESS },
    { "examples", MSG_REPORT_KEY_EXAMPLES },
};

static const char *
word_of(const char *key, samsyn_lang lang)
{
    for (size_t i = 0; i < ARRAY_LEN(keys); i++) {
        if (strcmp(keys[i].key, key) == 0)
            return message_text(keys[i].word, lang);
    }
    return key;
}

static bool
is_kind(const samsyn_change *change, const char *kind)
{
    return strcmp(samsyn_change_text(change, SAMSYN_CHANGE_KIND), kind) == 0;
}

/* ---- The whole ---- */

/* A sentence with a list that was put together; ends the list. */
static void
add_list(struct page *page, enum message sentence, struct buf *list)
{
    if (list->len > 0)
        page_add(page, sentence, buf_view(list).ptr, NULL);
    if (buf_failed(list))
        page->out->failed = true;
    buf_done(list);
}

static void
add_parents(struct page *page)
{
    const samsyn_assessment *assessment = page->assessment;
    size_t count = samsyn_assessment_parent_count(assessment);
    struct buf list;

    buf_init(&list, &page->out->mem, page->out->max);
    for (size_t i = 0; i < count; i++) {
        buf_text(&list, i > 0 ? ", " : "");
        buf_text(&list, samsyn_assessment_parent_text(assessment, i,
                                                      SAMSYN_PARENT_ID));
        buf_char(&list, ' ');
        buf_text(&list, samsyn_assessment_parent_text(assessment, i,
                                                      SAMSYN_PARENT_VERSION));
    }
    add_list(page, MSG_REPORT_EXTENDS, &list);
}

static void
add_code(struct buf *list, const char *code, const char *id)
{
    buf_text(list, list->len > 0 ? ", " : "");
    buf_text(list, *code ? code : id);
}

static void
add_dropped(struct page *page)
{
    const samsyn_assessment *assessment = page->assessment;
    struct buf list;

    buf_init(&list, &page->out->mem, page->out->max);
    for (size_t i = 0; i < samsyn_assessment_change_count(assessment); i++) {
        const samsyn_change *change =
            samsyn_assessment_change_at(assessment, i);

        if (is_kind(change, "dropped"))
            add_code(&list, samsyn_change_text(change, SAMSYN_CHANGE_CODE),
                     samsyn_change_text(change, SAMSYN_CHANGE_CRITERION));
    }
    add_list(page, MSG_REPORT_EXTENDS_DROPPED, &list);
}

static bool
was(const samsyn_criterion *criterion, const char *kind)
{
    for (size_t i = 0; i < samsyn_criterion_change_count(criterion); i++) {
        if (is_kind(samsyn_criterion_change_at(criterion, i), kind))
            return true;
    }
    return false;
}

/* The criteria of which something itself was added or changed. */
static void
list_criteria(struct page *page, struct buf *list, const char *kind)
{
    const samsyn_assessment *assessment = page->assessment;

    for (size_t i = 0; i < samsyn_assessment_criterion_count(assessment); i++) {
        const samsyn_criterion *criterion =
            samsyn_assessment_criterion_at(assessment, i);

        if (was(criterion, kind))
            add_code(list,
                     samsyn_criterion_text(criterion, SAMSYN_CRITERION_CODE),
                     samsyn_criterion_text(criterion, SAMSYN_CRITERION_ID));
    }
}

static void
add_added(struct page *page)
{
    struct buf list;

    buf_init(&list, &page->out->mem, page->out->max);
    list_criteria(page, &list, "added");
    add_list(page, MSG_REPORT_EXTENDS_ADDED, &list);
}

/* The keys of the changes that are about the whole checklist. */
static void
list_keys(struct page *page, struct buf *list, bool terms)
{
    const samsyn_assessment *assessment = page->assessment;

    for (size_t i = 0; i < samsyn_assessment_change_count(assessment); i++) {
        const samsyn_change *change =
            samsyn_assessment_change_at(assessment, i);

        if (!*samsyn_change_text(change, SAMSYN_CHANGE_CRITERION) &&
            is_kind(change, "changed") != terms)
            add_code(list, "", samsyn_change_text(change, SAMSYN_CHANGE_KEY));
    }
}

static void
add_changes(struct page *page)
{
    struct buf list;

    buf_init(&list, &page->out->mem, page->out->max);
    list_criteria(page, &list, "changed");
    list_keys(page, &list, false);
    add_list(page, MSG_REPORT_EXTENDS_CHANGED, &list);
    buf_init(&list, &page->out->mem, page->out->max);
    list_keys(page, &list, true);
    add_list(page, MSG_REPORT_EXTENDS_TERMS, &list);
}

void
origin_add(struct page *page)
{
    add_parents(page);
    add_added(page);
    add_dropped(page);
    add_changes(page);
}

/* ---- A criterion ---- */

/* A weight by its word; other values as they are written. */
static const char *
value_of(const samsyn_change *change, samsyn_change_text_id which,
         samsyn_lang lang)
{
    const char *value = samsyn_change_text(change, which);
    const char *key = samsyn_change_text(change, SAMSYN_CHANGE_KEY);

    return strcmp(key, "weight") == 0 ? words_weight(value, lang) : value;
}

static void
add_changed(struct page *page, const samsyn_change *change, const char *by)
{
    const char *from = value_of(change, SAMSYN_CHANGE_FROM, page->lang);
    const char *to = value_of(change, SAMSYN_CHANGE_TO, page->lang);

    page_add(
        page, MSG_REPORT_CHANGED, by,
        word_of(samsyn_change_text(change, SAMSYN_CHANGE_KEY), page->lang));
    if (*from && *to)
        page_add(page, MSG_REPORT_FROM_TO, from, to);
    page_text(page, ".");
}

void
origin_add_change(struct page *page, const samsyn_change *change)
{
    const char *by = samsyn_change_text(change, SAMSYN_CHANGE_BY);
    const char *key = samsyn_change_text(change, SAMSYN_CHANGE_KEY);

    if (is_kind(change, "added"))
        page_add(page, MSG_REPORT_ADDED, by, NULL);
    else if (is_kind(change, "terms_added"))
        page_add(page, MSG_REPORT_TERMS_ADDED, by, key);
    else if (is_kind(change, "terms_replaced"))
        page_add(page, MSG_REPORT_TERMS_REPLACED, by, key);
    else
        add_changed(page, change, by);
}

void
origin_put(struct page *page, const samsyn_criterion *criterion, size_t indent,
           size_t hang)
{
    for (size_t i = 0; i < samsyn_criterion_change_count(criterion); i++) {
        origin_add_change(page, samsyn_criterion_change_at(criterion, i));
        page_put(page, indent, hang);
    }
}
