/* SPDX-License-Identifier: MIT */
#ifndef AGREEMENT_PAIRS_H
#define AGREEMENT_PAIRS_H

/* How two sources of a panel agree. */

#include "panel.h"

/* The ways in which pairs are kept: each measures by one name. */
enum way {
    WAY_GROUP,
    WAY_CHECKLIST,
    WAY_BOTH,      /* checklist and group, with a blank between */
    WAY_DECIDED,   /* without open verdicts */
    WAY_SUGGESTED, /* only the suggestions of open verdicts */
    WAYS
};

enum {
    VERDICTS = SAMSYN_VERDICT_NOT_APPLICABLE + 1
};

/* How often verdicts of a certainty were those of the other source. */
struct trust {
    size_t verdicts, right;
};

struct comparison {
    const struct panel *panel;
    size_t first, second; /* sources; the machine is the second */
    samsyn_agreement *ways[WAYS];
    size_t aside[VERDICTS][VERDICTS];     /* first, second: off the scale */
    size_t only_first, only_second, both; /* rows */
    size_t suggested;
    struct trust trust[CERTAINTIES]; /* of the second */
};

/* A verdict as it counts: an open one with its suggestion, if it has one. */
samsyn_verdict
counted(const struct label *label);

/* Compare two sources; false without memory.  End it with compare_done(), on
 * failure too. */
bool
compare(struct comparison *comparison, const struct panel *panel, size_t first,
        size_t second);
void
compare_done(struct comparison *comparison);

/* What a measure is of; NULL for all. */
struct subject {
    const char *of; /* "all", "decided", "checklist", ... */
    const char *checklist, *group, *criterion;
};

/* Receives each measure in turn; false ends it. */
typedef bool (*measure_fn)(void *user, const struct subject *subject,
                           const samsyn_measure *measure);

/* All measures of a comparison, in the order they are shown; false without
 * memory. */
bool
compare_measures(const struct comparison *comparison, measure_fn take,
                 void *user);

/* Whether a row is one of those on which the two differ. */
bool
compare_differs(const struct comparison *comparison, const struct row *row);

/* How the command shows all comparisons of a panel; false without memory. */
bool
show_as_text(const struct panel *panel);
bool
show_as_json(const struct panel *panel);

#endif
