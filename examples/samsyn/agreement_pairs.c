/* SPDX-License-Identifier: MIT */
/* Compares two sources of a panel: hands the pairs of verdicts to the library,
 * which measures them, and counts what the measures do not hold.
 *
 * The library measures by one name at a time, so the same pairs are kept in
 * several ways; that is cheap beside assessing a document. */

#include "agreement_pairs.h"

#include <stdlib.h>
#include <string.h>

samsyn_verdict
counted(const struct label *label)
{
    return label->suggestion ? label->suggestion : label->status;
}

static bool
is_open(const struct label *label)
{
    return label->status == SAMSYN_VERDICT_NEEDS_REVIEW;
}

/* "checklist group"; ended with free(). */
static char *
both_of(const struct row *row)
{
    if (!*row->checklist || !*row->group)
        return join("", "", "");
    return join(row->checklist, " ", row->group);
}

/* Whether a way keeps a pair. */
static bool
is_kept(enum way way, const struct label *first, const struct label *second)
{
    if (way == WAY_DECIDED)
        return !is_open(first) && !is_open(second);
    return way != WAY_SUGGESTED || second->suggestion;
}

static bool
add_pair(struct comparison *comparison, const struct row *row)
{
    const struct label *first = row->said[comparison->first];
    const struct label *second = row->said[comparison->second];
    char *both = both_of(row);
    const char *names[WAYS] = { row->group, row->checklist, both, "", "" };
    bool whole = both != NULL;

    for (int i = 0; whole && i < WAYS; i++) {
        if (is_kept((enum way)i, first, second))
            whole =
                samsyn_agreement_add(comparison->ways[i], row->document,
                                     names[i], row->criterion, counted(second),
                                     counted(first)) == SAMSYN_OK;
    }
    free(both);
    return whole;
}

static bool
is_off_scale(samsyn_verdict verdict)
{
    return verdict == SAMSYN_VERDICT_REFERRED ||
           verdict == SAMSYN_VERDICT_NOT_APPLICABLE;
}

static void
count_pair(struct comparison *comparison, const struct label *first,
           const struct label *second)
{
    samsyn_verdict left = counted(first), right = counted(second);
    struct trust *trust = &comparison->trust[second->certainty];

    comparison->both++;
    comparison->suggested += second->suggestion != 0;
    if (is_off_scale(left) || is_off_scale(right))
        comparison->aside[left][right]++;
    trust->verdicts++;
    trust->right += left == right;
}

static bool
add_row(struct comparison *comparison, const struct row *row)
{
    const struct label *first = row->said[comparison->first];
    const struct label *second = row->said[comparison->second];

    comparison->only_first += first && !second;
    comparison->only_second += second && !first;
    if (!first || !second)
        return true;
    count_pair(comparison, first, second);
    return add_pair(comparison, row);
}

bool
compare(struct comparison *comparison, const struct panel *panel, size_t first,
        size_t second)
{
    *comparison =
        (struct comparison){ .panel = panel, .first = first, .second = second };
    for (int i = 0; i < WAYS; i++) {
        if (samsyn_agreement_new(&comparison->ways[i], panel->tool->config) !=
            SAMSYN_OK)
            return false;
    }
    for (size_t i = 0; i < panel->row_count; i++) {
        if (!add_row(comparison, &panel->rows[i]))
            return false;
    }
    return true;
}

void
compare_done(struct comparison *comparison)
{
    for (int i = 0; i < WAYS; i++)
        samsyn_agreement_free(comparison->ways[i]);
}

bool
compare_differs(const struct comparison *comparison, const struct row *row)
{
    const struct label *first = row->said[comparison->first];
    const struct label *second = row->said[comparison->second];

    return first && second && counted(first) != counted(second);
}

/* ---- Measures ---- */

struct walk {
    const struct comparison *comparison;
    measure_fn take;
    void *user;
};

static bool
measure(const struct walk *walk, enum way way, const struct subject *subject,
        const char *group)
{
    samsyn_measure found;

    return samsyn_agreement_measure(&found, walk->comparison->ways[way], group,
                                    subject->criterion) == SAMSYN_OK &&
           walk->take(walk->user, subject, &found);
}

/* The measure of a checklist and a group together; none where it has no
 * pairs. */
static bool
measure_both(const struct walk *walk, const struct subject *subject)
{
    char *name = join(subject->checklist, " ", subject->group);
    const samsyn_agreement *agreement = walk->comparison->ways[WAY_BOTH];
    const char *known;
    bool whole = name != NULL, there = false;

    for (size_t i = 0; whole && !there; i++) {
        known = samsyn_agreement_group_at(agreement, i);
        if (!known)
            break;
        there = strcmp(known, name) == 0;
    }
    if (there)
        whole = measure(walk, WAY_BOTH, subject, name);
    free(name);
    return whole;
}

static bool
measure_checklists(const struct walk *walk)
{
    const samsyn_agreement *agreement = walk->comparison->ways[WAY_CHECKLIST];
    const char *name;

    for (size_t i = 0; (name = samsyn_agreement_group_at(agreement, i)); i++) {
        struct subject subject = { "checklist", name, NULL, NULL };

        if (*name && !measure(walk, WAY_CHECKLIST, &subject, name))
            return false;
    }
    return true;
}

/* Of each group, and of each checklist within it. */
static bool
measure_groups(const struct walk *walk)
{
    const struct comparison *comparison = walk->comparison;
    const samsyn_agreement *lists = comparison->ways[WAY_CHECKLIST];
    const samsyn_agreement *groups = comparison->ways[WAY_GROUP];
    const char *group, *list;

    for (size_t i = 0; (group = samsyn_agreement_group_at(groups, i)); i++) {
        struct subject subject = { "group", NULL, group, NULL };

        if (!*group)
            continue;
        if (!measure(walk, WAY_GROUP, &subject, group))
            return false;
        subject.of = "checklist-group";
        for (size_t j = 0; (list = samsyn_agreement_group_at(lists, j)); j++) {
            subject.checklist = list;
            if (*list && !measure_both(walk, &subject))
                return false;
        }
    }
    return true;
}

static bool
measure_criteria(const struct walk *walk)
{
    const samsyn_agreement *agreement = walk->comparison->ways[WAY_GROUP];
    const char *name;

    for (size_t i = 0; (name = samsyn_agreement_criterion_at(agreement, i));
         i++) {
        struct subject subject = { "criterion", NULL, NULL, name };

        if (!measure(walk, WAY_GROUP, &subject, NULL))
            return false;
    }
    return true;
}

bool
compare_measures(const struct comparison *comparison, measure_fn take,
                 void *user)
{
    static const struct subject all = { "all", NULL, NULL, NULL };
    static const struct subject decided = { "decided", NULL, NULL, NULL };
    static const struct subject suggested = { "suggested", NULL, NULL, NULL };
    const struct walk walk = { comparison, take, user };

    if (!measure(&walk, WAY_GROUP, &all, NULL))
        return false;
    if (comparison->suggested > 0 &&
        (!measure(&walk, WAY_DECIDED, &decided, NULL) ||
         !measure(&walk, WAY_SUGGESTED, &suggested, NULL)))
        return false;
    return measure_checklists(&walk) && measure_groups(&walk) &&
           measure_criteria(&walk);
}
