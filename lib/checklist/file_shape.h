/* SPDX-License-Identifier: MIT */
#ifndef CHECKLIST_FILE_SHAPE_H
#define CHECKLIST_FILE_SHAPE_H

/* Shapes of a checklist's file that more than one module knows. */

#include "base/shape.h"

/* The keys of a checklist that extends another one. */
extern const struct shape tailoring_shape;

/* Sections of both kinds of file. */
extern const struct shape recognise_shape;
extern const struct shape weights_shape;

#endif
