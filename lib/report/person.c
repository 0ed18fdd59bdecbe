/* SPDX-License-Identifier: MIT */
/* What people said, in words.
 *
 * It never takes the place of what the machine said: every sentence here
 * names a person, or says that it is with people's answers, and stands beside
 * the machine's own. */

#include "report/person.h"

#include "report/words.h"

bool
person_spoke(const samsyn_criterion *criterion)
{
    return samsyn_criterion_answer(criterion) != 0 ||
           samsyn_criterion_waiver(criterion) != 0;
}

bool
person_spoke_at_all(const samsyn_assessment *assessment)
{
    return samsyn_assessment_answer_count(assessment) > 0 ||
           samsyn_assessment_waiver_count(assessment) > 0;
}

static struct str
said(const samsyn_criterion *criterion, samsyn_answer_text_id which)
{
    return str_of(samsyn_criterion_answer_text(criterion, which));
}

bool
person_add_answer(struct page *page, const samsyn_criterion *criterion)
{
    int verdict = samsyn_criterion_answer(criterion);
    struct str args[3] = { said(criterion, SAMSYN_ANSWER_BY),
                           said(criterion, SAMSYN_ANSWER_DATE),
                           str_of(words_said(verdict, page->lang)) };

    if (verdict)
        message_format(&page->line, MSG_PERSON_ANSWER, page->lang, args, 3);
    return verdict != 0;
}

bool
person_add_waiver(struct page *page, const samsyn_criterion *criterion)
{
    int effect = samsyn_criterion_waiver(criterion);
    struct str args[3] = { said(criterion, SAMSYN_WAIVER_BY),
                           said(criterion, SAMSYN_WAIVER_UNTIL),
                           str_of(words_effect(effect, page->lang)) };

    if (effect)
        message_format(&page->line, MSG_PERSON_WAIVER, page->lang, args, 3);
    return effect != 0;
}

bool
person_add_reason(struct page *page, const samsyn_criterion *criterion,
                  samsyn_answer_text_id which)
{
    const char *reason = samsyn_criterion_answer_text(criterion, which);

    if (*reason)
        page_add(page, MSG_PERSON_REASON, reason, NULL);
    return *reason != '\0';
}

/* A blank, where something stands before. */
static void
part(struct page *page)
{
    if (page->line.len > 0)
        page_text(page, " ");
}

bool
person_add(struct page *page, const samsyn_criterion *criterion)
{
    static const struct {
        bool (*add)(struct page *page, const samsyn_criterion *criterion);
        samsyn_answer_text_id reason;
    } rows[] = {
        { person_add_answer, SAMSYN_ANSWER_REASON },
        { person_add_waiver, SAMSYN_WAIVER_REASON },
    };

    if (!person_spoke(criterion))
        return false;
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        part(page);
        if (!rows[i].add(page, criterion))
            continue;
        part(page);
        (void)person_add_reason(page, criterion, rows[i].reason);
    }
    if (samsyn_criterion_is_answered_before(criterion)) {
        part(page);
        page_add(page, MSG_PERSON_OLDER, NULL, NULL);
    }
    return true;
}

void
person_add_sum(struct page *page)
{
    samsyn_score score = samsyn_assessment_with_answers(page->assessment);
    char texts[4][WORDS_NUMBER], percent[WORDS_NUMBER];
    struct str args[4] = {
        str_of(words_number(texts[0], score.musts_met)),
        str_of(words_number(texts[1], score.musts_of)),
        str_of(words_points(texts[2], score.earned, page->lang)),
        str_of(words_points(texts[3], score.possible, page->lang)),
    };

    message_format(&page->line, MSG_PERSON_SUM, page->lang, args, 4);
    if (score.percent >= 0)
        page_add(page, MSG_REPORT_PERCENT, words_number(percent, score.percent),
                 NULL);
    page_text(page, ".");
}

void
person_add_counts(struct page *page)
{
    const samsyn_assessment *assessment = page->assessment;
    char answers[WORDS_NUMBER], waivers[WORDS_NUMBER];

    page_add(page, MSG_PERSON_COUNTS,
             words_number(answers,
                          (int64_t)samsyn_assessment_answer_count(assessment)),
             words_number(waivers,
                          (int64_t)samsyn_assessment_waiver_count(assessment)));
    page_text(page, " ");
    page_add(page, MSG_PERSON_APART, NULL, NULL);
}

void
person_put_score(struct page *page, size_t hang)
{
    if (!person_spoke_at_all(page->assessment))
        return;
    person_add_sum(page);
    page_put(page, 0, hang);
    person_add_counts(page);
    page_put(page, 0, hang);
}

void
person_put_files(struct page *page, size_t hang)
{
    const char *name, *digest;

    for (size_t i = 0;
         (name = samsyn_assessment_answers_at(page->assessment, i, &digest));
         i++) {
        page_add(page, MSG_PERSON_FILE, name, digest);
        page_put(page, 0, hang);
    }
}
