/* SPDX-License-Identifier: MIT */
#ifndef CHECKLIST_LABEL_H
#define CHECKLIST_LABEL_H

/* What a concept is called where a person reads it. */

#include "checklist/concepts.h"

/* The names in Swedish and English; false only without memory. */
bool
label_concept(struct arena *arena, const struct concepts *concepts,
              uint32_t index, struct str label[2]);

#endif
