/* SPDX-License-Identifier: MIT */
#ifndef ANNEX_H
#define ANNEX_H

/* The document set of a call: its main document and the annexes that were
 * named with --annex. */

#include "common.h"

struct set {
    samsyn_document **documents; /* the main one first, which is borrowed */
    size_t count;
};

/* Read the annexes with the checklist's language.  End it with set_done(), on
 * failure too. */
bool
set_read(struct set *set, const struct tool *tool,
         const samsyn_checklist *checklist, samsyn_document *main,
         struct fault *fault);
void
set_done(struct set *set);

#endif
