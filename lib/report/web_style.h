/* SPDX-License-Identifier: MIT */
#ifndef REPORT_WEB_STYLE_H
#define REPORT_WEB_STYLE_H

/* How the page looks: its colours by a table, so that contrast can be
 * computed, and the rules that use them. */

#include "base/buf.h"

struct web_colour {
    const char *name;
    const char *light, *dark; /* "#rrggbb" */
};

/* NULL past the last. */
const struct web_colour *
web_colour_at(size_t index);

/* Which colour is read on which; NULL past the last. */
struct web_pair {
    const char *text, *ground;
};
const struct web_pair *
web_pair_at(size_t index);

/* The style sheet of the report. */
void
web_style(struct buf *out);

/* The symbols that `<use>` refers to. */
void
web_signs(struct buf *out);

#endif
