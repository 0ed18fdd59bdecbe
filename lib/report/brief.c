/* SPDX-License-Identifier: MIT */
/* The one page for those who sign.
 *
 * It answers what they ask five minutes before: are the musts there, what is
 * not, who is responsible and what does it take, which promises and measures
 * cannot be followed up, what must we decide ourselves.  A page is all there
 * is, so each list shows a few and says how many more there are; what is shown
 * on responsibility and resources is what the checklist marks for signers. */

#include "report/brief.h"

#include "report/person.h"
#include "report/tell.h"

#include <string.h>

enum {
    MUSTS_SHOWN = 6,
    QUOTES_SHOWN = 2,
    ITEMS_SHOWN = 4,
    LACKS_SHOWN = 3,
    QUESTIONS_SHOWN = 4,
    CHECKS_SHOWN = 3,
    NOTICES_SHOWN = 4,
    LACKS_MOST = 32
};

typedef bool (*choose_fn)(const samsyn_criterion *criterion);

static const samsyn_criterion *
criterion_at(const struct brief *brief, size_t index)
{
    return samsyn_assessment_criterion_at(brief->page->assessment, index);
}

static const char *
title_of(const samsyn_criterion *criterion)
{
    return samsyn_criterion_text(criterion, SAMSYN_CRITERION_TITLE);
}

static size_t
count_of(const struct brief *brief, choose_fn chosen)
{
    size_t count = 0;

    for (size_t i = 0; criterion_at(brief, i); i++)
        count += chosen(criterion_at(brief, i));
    return count;
}

/* "och 3 till", where not all were shown. */
static void
put_more(struct brief *brief, size_t count, size_t shown)
{
    char number[WORDS_NUMBER];

    if (count <= shown)
        return;
    page_add(brief->page, MSG_REPORT_REFUSED_MORE,
             words_number(number, (int64_t)(count - shown)), NULL);
    page_text(brief->page, ".");
    brief->face->paragraph(brief);
}

/* ---- The musts ---- */

static bool
is_wanting_must(const samsyn_criterion *criterion)
{
    samsyn_verdict verdict = samsyn_criterion_verdict(criterion);

    return words_is_must(criterion) && (verdict == SAMSYN_VERDICT_NOT_MET ||
                                        verdict == SAMSYN_VERDICT_PARTLY ||
                                        verdict == SAMSYN_VERDICT_REFERRED);
}

/* What a person said of it, where somebody did. */
static void
put_said(struct brief *brief, const samsyn_criterion *criterion)
{
    if (person_add(brief->page, criterion))
        brief->face->under(brief, false);
}

static void
put_criterion(struct brief *brief, const samsyn_criterion *criterion)
{
    const char *code = samsyn_criterion_text(criterion, SAMSYN_CRITERION_CODE);
    int verdict = (int)samsyn_criterion_verdict(criterion);

    brief->face->open_entry(brief, verdict);
    page_add(brief->page, MSG_REPORT_CRITERION,
             words_found(verdict, brief->page->lang), title_of(criterion));
    if (*code)
        page_add(brief->page, MSG_REPORT_FOUND_AS, code, NULL);
    brief->face->line(brief, false);
    put_said(brief, criterion);
}

/* The first few of those chosen. */
static void
put_criteria(struct brief *brief, choose_fn chosen, size_t most)
{
    size_t shown = 0;

    brief->face->open_list(brief);
    for (size_t i = 0; criterion_at(brief, i) && shown < most; i++) {
        if (!chosen(criterion_at(brief, i)))
            continue;
        put_criterion(brief, criterion_at(brief, i));
        brief->face->close_entry(brief);
        shown++;
    }
    brief->face->close_list(brief);
}

static void
put_musts(struct brief *brief)
{
    samsyn_score score = samsyn_assessment_score(brief->page->assessment);
    size_t wanting = count_of(brief, is_wanting_must);
    char first[WORDS_NUMBER], second[WORDS_NUMBER];

    if (score.musts_of == 0)
        return;
    brief->face->section(brief, MSG_BRIEF_MUSTS);
    page_add(brief->page, MSG_BRIEF_MUSTS_FOUND,
             words_number(first, score.musts_met),
             words_number(second, score.musts_of));
    if (score.musts_open > 0) {
        page_text(brief->page, " ");
        page_add(brief->page, MSG_REPORT_MUSTS_OPEN,
                 words_number(first, score.musts_open), NULL);
    }
    brief->face->paragraph(brief);
    if (person_spoke_at_all(brief->page->assessment)) {
        person_add_sum(brief->page);
        page_text(brief->page, " ");
        person_add_counts(brief->page);
        brief->face->paragraph(brief);
    }
    if (wanting == 0)
        return;
    put_criteria(brief, is_wanting_must, MUSTS_SHOWN);
    put_more(brief, wanting, MUSTS_SHOWN);
}

/* ---- What is promised, by whom and with what ---- */

static bool
is_for_signers(const samsyn_criterion *criterion)
{
    return samsyn_criterion_is_for_signers(criterion) != 0;
}

static void
put_quotes(struct brief *brief, const samsyn_criterion *criterion)
{
    const samsyn_evidence_kind kind = SAMSYN_EVIDENCE_COUNTED;
    size_t count = samsyn_criterion_evidence_count(criterion, kind);

    for (size_t i = 0; i < count && i < QUOTES_SHOWN; i++) {
        words_stretch(brief->page,
                      samsyn_criterion_evidence_at(criterion, kind, i),
                      WORDS_SHORT);
        brief->face->under(brief, true);
    }
}

static void
put_duties(struct brief *brief)
{
    if (count_of(brief, is_for_signers) == 0)
        return;
    brief->face->section(brief, MSG_BRIEF_DUTIES);
    brief->face->open_list(brief);
    for (size_t i = 0; criterion_at(brief, i); i++) {
        if (!is_for_signers(criterion_at(brief, i)))
            continue;
        put_criterion(brief, criterion_at(brief, i));
        put_quotes(brief, criterion_at(brief, i));
        brief->face->close_entry(brief);
    }
    brief->face->close_list(brief);
}

/* ---- Items that lack something ---- */

/* How an item stands. */
struct standing {
    size_t lacks; /* criteria, wholly or partly; LACKS_MOST at most */
    bool asked;   /* the checklist asks something of it */
    bool open;    /* something is referred, or for a person to decide */
};

static bool
is_lack(int verdict)
{
    return verdict == SAMSYN_VERDICT_NOT_MET ||
           verdict == SAMSYN_VERDICT_PARTLY;
}

static struct standing
standing_of(const struct brief *brief, const samsyn_item *item)
{
    struct standing standing = { 0, false, false };

    for (size_t i = 0; criterion_at(brief, i); i++) {
        int verdict = samsyn_item_verdict(item, criterion_at(brief, i));

        standing.asked |= verdict != 0;
        standing.open |= verdict == SAMSYN_VERDICT_NEEDS_REVIEW ||
                         verdict == SAMSYN_VERDICT_REFERRED;
        standing.lacks += is_lack(verdict);
    }
    if (standing.lacks > LACKS_MOST)
        standing.lacks = LACKS_MOST;
    return standing;
}

/* "Saknas: Löftet är mätbart; Löftet har en tid; och 2 till" */
static void
put_lacks(struct brief *brief, const samsyn_item *item)
{
    size_t lacks = standing_of(brief, item).lacks, shown = 0;
    char number[WORDS_NUMBER];

    page_add(brief->page, MSG_BRIEF_LACKS, NULL, NULL);
    for (size_t i = 0; criterion_at(brief, i) && shown < LACKS_SHOWN; i++) {
        int verdict = samsyn_item_verdict(item, criterion_at(brief, i));

        if (!is_lack(verdict))
            continue;
        page_text(brief->page, shown++ > 0 ? "; " : " ");
        page_text(brief->page, title_of(criterion_at(brief, i)));
        if (verdict == SAMSYN_VERDICT_PARTLY)
            page_add(brief->page, MSG_REPORT_FOUND_AS,
                     message_text(MSG_HTML_PARTLY_WORD, brief->page->lang),
                     NULL);
    }
    if (lacks > shown) {
        page_text(brief->page, "; ");
        page_add(brief->page, MSG_REPORT_REFUSED_MORE,
                 words_number(number, (int64_t)(lacks - shown)), NULL);
    }
    brief->face->under(brief, false);
}

static void
put_item(struct brief *brief, const samsyn_item *item)
{
    brief->face->open_entry(brief, 0);
    words_stretch(brief->page, samsyn_item_place(item), WORDS_SHORT);
    brief->face->line(brief, true);
    put_lacks(brief, item);
    brief->face->close_entry(brief);
}

/* Those that lack most first, then as they are read. */
static void
put_worst(struct brief *brief)
{
    const samsyn_assessment *assessment = brief->page->assessment;
    size_t count = samsyn_assessment_item_count(assessment), shown = 0;

    for (size_t lacks = LACKS_MOST; lacks > 0; lacks--) {
        for (size_t i = 0; i < count && shown < ITEMS_SHOWN; i++) {
            const samsyn_item *item = samsyn_assessment_item_at(assessment, i);

            if (standing_of(brief, item).lacks != lacks)
                continue;
            put_item(brief, item);
            shown++;
        }
    }
}

/* Items by how they stand; each that is asked anything is in one. */
struct standings {
    size_t whole, wanting, open;
};

static struct standings
count_items(const struct brief *brief)
{
    const samsyn_assessment *assessment = brief->page->assessment;
    struct standings counts = { 0, 0, 0 };

    for (size_t i = 0; i < samsyn_assessment_item_count(assessment); i++) {
        struct standing standing =
            standing_of(brief, samsyn_assessment_item_at(assessment, i));

        counts.wanting += standing.lacks > 0;
        counts.open += standing.lacks == 0 && standing.open;
        counts.whole += standing.asked && standing.lacks == 0 && !standing.open;
    }
    return counts;
}

static void
put_items(struct brief *brief)
{
    struct standings counts = count_items(brief);
    size_t asked = counts.whole + counts.wanting + counts.open;
    char first[WORDS_NUMBER], second[WORDS_NUMBER];

    if (asked == 0)
        return;
    brief->face->section(brief, MSG_BRIEF_ITEMS);
    page_add(brief->page, MSG_BRIEF_ITEMS_WHOLE,
             words_number(first, (int64_t)counts.whole),
             words_number(second, (int64_t)asked));
    if (counts.open > 0) {
        page_text(brief->page, " ");
        page_add(brief->page, MSG_REPORT_MUSTS_OPEN,
                 words_number(first, (int64_t)counts.open), NULL);
    }
    brief->face->paragraph(brief);
    if (counts.wanting == 0)
        return;
    brief->face->open_list(brief);
    put_worst(brief);
    brief->face->close_list(brief);
    put_more(brief, counts.wanting, ITEMS_SHOWN);
}

/* ---- What is left to decide ---- */

static bool
is_open(const samsyn_criterion *criterion)
{
    return samsyn_criterion_verdict(criterion) == SAMSYN_VERDICT_NEEDS_REVIEW;
}

static void
put_questions(struct brief *brief)
{
    size_t count = count_of(brief, is_open), shown = 0;

    if (count == 0)
        return;
    brief->face->section(brief, MSG_BRIEF_QUESTIONS);
    brief->face->open_list(brief);
    for (size_t i = 0; criterion_at(brief, i) && shown < QUESTIONS_SHOWN; i++) {
        const samsyn_criterion *criterion = criterion_at(brief, i);

        if (!is_open(criterion))
            continue;
        brief->face->open_entry(brief, SAMSYN_VERDICT_NEEDS_REVIEW);
        page_text(brief->page,
                  samsyn_criterion_text(criterion, SAMSYN_CRITERION_QUESTION));
        brief->face->line(brief, false);
        put_said(brief, criterion);
        brief->face->close_entry(brief);
        shown++;
    }
    brief->face->close_list(brief);
    put_more(brief, count, QUESTIONS_SHOWN);
}

/* ---- What to look at ---- */

static void
put_checks(struct brief *brief)
{
    const samsyn_assessment *assessment = brief->page->assessment;
    size_t count = samsyn_assessment_check_count(assessment);

    if (count == 0)
        return;
    brief->face->section(brief, MSG_HTML_DOUBTS);
    brief->face->open_list(brief);
    for (size_t i = 0; i < count && i < CHECKS_SHOWN; i++) {
        const samsyn_criterion *criterion =
            samsyn_assessment_check_at(assessment, i);

        brief->face->open_entry(brief,
                                (int)samsyn_criterion_verdict(criterion));
        page_text(brief->page, title_of(criterion));
        words_doubt(brief->page, criterion);
        brief->face->line(brief, false);
        brief->face->close_entry(brief);
    }
    brief->face->close_list(brief);
    put_more(brief, count, CHECKS_SHOWN);
}

/* ---- What it rests on ---- */

/* How the layout was read says nothing to those who sign. */
static bool
is_of_layout(const samsyn_assessment *assessment, size_t index)
{
    static const char *const codes[] = { "structure-guessed", "furniture",
                                         "contents" };
    const char *code = "";

    (void)samsyn_assessment_notice_at(assessment, index, &code, NULL);
    for (size_t i = 0; i < ARRAY_LEN(codes); i++) {
        if (strcmp(codes[i], code) == 0)
            return true;
    }
    return false;
}

static void
put_notices(struct brief *brief)
{
    const samsyn_assessment *assessment = brief->page->assessment;
    size_t all = samsyn_assessment_notice_count(assessment), count = 0;

    for (size_t i = 0; i < all; i++) {
        if (is_of_layout(assessment, i))
            continue;
        if (count == 0) {
            brief->face->section(brief, MSG_REPORT_NOTICES);
            brief->face->open_list(brief);
        }
        if (count++ >= NOTICES_SHOWN)
            continue;
        brief->face->open_entry(brief, 0);
        (void)tell_notice(brief->page, i);
        brief->face->line(brief, false);
        brief->face->close_entry(brief);
    }
    if (count == 0)
        return;
    brief->face->close_list(brief);
    put_more(brief, count, NOTICES_SHOWN);
}

/* ---- The end ---- */

static void
put_end(struct brief *brief)
{
    const samsyn_assessment *assessment = brief->page->assessment;
    const char *date =
        samsyn_assessment_text(assessment, SAMSYN_ASSESSMENT_DATE);

    page_add(brief->page, MSG_REPORT_CAVEAT, NULL, NULL);
    if (!samsyn_assessment_has_quotes(assessment)) {
        page_text(brief->page, " ");
        page_add(brief->page, MSG_REPORT_NO_QUOTES, NULL, NULL);
    }
    brief->face->paragraph(brief);
    page_add(
        brief->page, MSG_REPORT_CHECKLIST,
        samsyn_assessment_text(assessment, SAMSYN_ASSESSMENT_CHECKLIST_TITLE),
        samsyn_assessment_text(assessment,
                               SAMSYN_ASSESSMENT_CHECKLIST_VERSION));
    page_text(brief->page, ". ");
    if (*date) {
        page_add(brief->page, MSG_REPORT_DATE, date, NULL);
        page_text(brief->page, ". ");
    }
    page_add(brief->page, MSG_REPORT_AGAIN_SAMSYN, samsyn_version(), NULL);
    page_text(brief->page, ".");
    brief->face->paragraph(brief);
}

void
brief_write(struct brief *brief)
{
    put_musts(brief);
    put_duties(brief);
    put_items(brief);
    put_questions(brief);
    put_checks(brief);
    put_notices(brief);
    brief->face->section(brief, MSG_HTML_READING);
    put_end(brief);
}
