/* SPDX-License-Identifier: MIT */
#ifndef CHECKLIST_EXAMPLE_H
#define CHECKLIST_EXAMPLE_H

/* The examples of a criterion.  What is read into is an array of OUTCOMES
 * struct example_list. */

#include "base/shape.h"

extern const struct shape examples_shape;

#endif
