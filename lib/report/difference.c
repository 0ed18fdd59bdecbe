/* SPDX-License-Identifier: MIT */
/* What differences say, whatever they are written as. */

#include "report/difference.h"

#include "report/words.h"

const struct difference_group difference_groups[] = {
    { SAMSYN_TURN_WORSE, false, true, "worse", MSG_DIFFER_WORSE },
    { SAMSYN_TURN_LOST, false, true, "lost", MSG_DIFFER_LOST },
    { SAMSYN_TURN_BETTER, false, true, "better", MSG_DIFFER_BETTER },
    { SAMSYN_TURN_OTHER, false, true, "other", MSG_DIFFER_OTHER },
    { SAMSYN_TURN_MOVED, false, true, "moved", MSG_DIFFER_MOVED },
    { SAMSYN_TURN_ADDED, false, true, "added", MSG_DIFFER_ADDED },
    { SAMSYN_TURN_DROPPED, false, true, "dropped", MSG_DIFFER_DROPPED },
    { SAMSYN_TURN_SAME, true, false, "same", MSG_DIFFER_REWRITTEN },
    { SAMSYN_TURN_SAME, false, false, "same", MSG_DIFFER_SAME },
};
const size_t difference_group_count = ARRAY_LEN(difference_groups);

bool
difference_in_group(const samsyn_difference *difference, size_t index,
                    const struct difference_group *group)
{
    bool rewritten = samsyn_difference_changed(difference, index) != 0;

    return samsyn_difference_turn(difference, index) == (int)group->turn &&
           (group->turn != SAMSYN_TURN_SAME || rewritten == group->rewritten);
}

bool
difference_has_group(const samsyn_difference *difference,
                     const struct difference_group *group)
{
    for (size_t i = 0; i < samsyn_difference_count(difference); i++) {
        if (difference_in_group(difference, i, group))
            return true;
    }
    return false;
}

const samsyn_record *
difference_about(const samsyn_difference *difference, size_t index,
                 size_t *criterion)
{
    samsyn_side side = SAMSYN_SIDE_NEW;

    *criterion = samsyn_difference_index(difference, index, side);
    if (*criterion == SAMSYN_NONE) {
        side = SAMSYN_SIDE_OLD;
        *criterion = samsyn_difference_index(difference, index, side);
    }
    return samsyn_difference_record(difference, side);
}

enum message
difference_cause(const samsyn_difference *difference)
{
    switch (samsyn_difference_differs(difference)) {
    case SAMSYN_DIFFERS_DOCUMENT:
        return MSG_DIFFER_BY_TEXT;
    case SAMSYN_DIFFERS_CHECKLIST:
        return MSG_DIFFER_BY_RULES;
    case 0:
        return MSG_DIFFER_BY_NONE;
    default:
        return MSG_DIFFER_BY_BOTH;
    }
}

void
difference_add_title(struct page *page, const samsyn_difference *difference)
{
    const samsyn_record *old =
        samsyn_difference_record(difference, SAMSYN_SIDE_OLD);
    const samsyn_record *new =
        samsyn_difference_record(difference, SAMSYN_SIDE_NEW);
    const char *name = samsyn_record_text(new, SAMSYN_RECORD_DOCUMENT_NAME);

    if (samsyn_difference_differs(difference) == SAMSYN_DIFFERS_CHECKLIST)
        page_add(page, MSG_DIFFER_CHECKLISTS, name, NULL);
    else
        page_add(page, MSG_DIFFER_TITLE,
                 samsyn_record_text(old, SAMSYN_RECORD_DOCUMENT_NAME), name);
}

static int64_t
turned(const samsyn_difference *difference, samsyn_turn turn)
{
    return (int64_t)samsyn_difference_turned(difference, turn);
}

void
difference_add_counts(struct page *page, const samsyn_difference *difference)
{
    int64_t all = (int64_t)samsyn_difference_count(difference);
    int64_t better = turned(difference, SAMSYN_TURN_BETTER);
    int64_t worse = turned(difference, SAMSYN_TURN_WORSE);
    int64_t lost = turned(difference, SAMSYN_TURN_LOST);
    int64_t same = turned(difference, SAMSYN_TURN_SAME);

    compare_add_numbers(page, MSG_DIFFER_COUNTS,
                        (const int64_t[]){ better, worse, lost,
                                           all - better - worse - lost - same,
                                           same });
}

bool
difference_add_unseen(struct page *page, const samsyn_difference *difference)
{
    size_t unseen = 0;
    char number[WORDS_NUMBER];

    for (size_t i = 0; i < samsyn_difference_count(difference); i++)
        unseen += (samsyn_difference_unknown(difference, i) &
                   SAMSYN_DIFFERS_EVIDENCE) != 0;
    if (unseen > 0)
        page_add(page, MSG_DIFFER_UNSEEN, words_number(number, (int64_t)unseen),
                 NULL);
    return unseen > 0;
}

/* What counts on one side. */
static void
add_word(struct page *page, const samsyn_difference *difference, size_t index,
         samsyn_side side)
{
    compare_say(&page->line, samsyn_difference_record(difference, side),
                samsyn_difference_index(difference, index, side), page->lang);
}

void
difference_add_turn(struct page *page, const samsyn_difference *difference,
                    size_t index)
{
    int turn = samsyn_difference_turn(difference, index);

    if (turn == SAMSYN_TURN_BETTER || turn == SAMSYN_TURN_WORSE ||
        turn == SAMSYN_TURN_OTHER) {
        page_add(page, MSG_DIFFER_FROM, NULL, NULL);
        add_word(page, difference, index, SAMSYN_SIDE_OLD);
        page_add(page, MSG_DIFFER_TO, NULL, NULL);
        add_word(page, difference, index, SAMSYN_SIDE_NEW);
    } else {
        add_word(page, difference, index,
                 turn == SAMSYN_TURN_DROPPED ? SAMSYN_SIDE_OLD
                                             : SAMSYN_SIDE_NEW);
    }
}

static void
add_sentence(struct page *page, enum message id)
{
    page_add(page, id, NULL, NULL);
    page_text(page, " ");
}

/* Whether a criterion turned though its rule did not change: seen only where
 * the checklist alone differs, and what was looked for is known of both. */
static bool
turned_elsewhere(const samsyn_difference *difference, size_t index)
{
    int turn = samsyn_difference_turn(difference, index);
    unsigned changed = samsyn_difference_changed(difference, index);

    return samsyn_difference_differs(difference) == SAMSYN_DIFFERS_CHECKLIST &&
           !(changed & SAMSYN_DIFFERS_RULE) &&
           !(samsyn_difference_unknown(difference, index) &
             SAMSYN_DIFFERS_RULE) &&
           (turn == SAMSYN_TURN_BETTER || turn == SAMSYN_TURN_WORSE ||
            turn == SAMSYN_TURN_OTHER);
}

void
difference_add_changed(struct page *page, const samsyn_difference *difference,
                       size_t index)
{
    unsigned changed = samsyn_difference_changed(difference, index);

    if (changed & SAMSYN_DIFFERS_RULE)
        add_sentence(page, MSG_DIFFER_RULE);
    if (changed & SAMSYN_DIFFERS_WORDING)
        add_sentence(page, MSG_DIFFER_WORDING);
    if (changed & SAMSYN_DIFFERS_WEIGHT)
        add_sentence(page, MSG_DIFFER_WEIGHT);
    if (turned_elsewhere(difference, index))
        add_sentence(page, MSG_DIFFER_ELSEWHERE);
}

/* ---- Quotes and sides ---- */

void
difference_add_more(struct page *page, const samsyn_difference *difference,
                    size_t index, samsyn_side side)
{
    char number[WORDS_NUMBER];
    size_t count = 0;

    while (*samsyn_difference_quote(difference, index, side, count).text)
        count++;
    if (count > DIFFERENCE_QUOTES)
        page_add(page, MSG_REPORT_REFUSED_MORE,
                 words_number(number, (int64_t)(count - DIFFERENCE_QUOTES)),
                 NULL);
}

void
difference_add_side(struct page *page, const samsyn_difference *difference,
                    samsyn_side side)
{
    const samsyn_record *record = samsyn_difference_record(difference, side);
    static const struct {
        samsyn_record_text_id id;
        const char *after;
    } rows[] = {
        { SAMSYN_RECORD_DOCUMENT_NAME, " " },
        { SAMSYN_RECORD_DOCUMENT_DIGEST, ", " },
        { SAMSYN_RECORD_CHECKLIST_ID, " " },
        { SAMSYN_RECORD_CHECKLIST_VERSION, " " },
        { SAMSYN_RECORD_CHECKLIST_DIGEST, "" },
    };

    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        page_text(page, samsyn_record_text(record, rows[i].id));
        page_text(page, rows[i].after);
    }
}
