/* SPDX-License-Identifier: MIT */
#ifndef PEN_H
#define PEN_H

/* Writes a simple page, as Markdown or as one HTML file without scripts or
 * anything from elsewhere, to standard output. */

#include "args.h"

struct pen {
    /* The page's beginning, with its title as the first heading, and end. */
    void (*begin)(const char *title, samsyn_lang lang);
    void (*end)(void);
    void (*heading)(int level, const char *text); /* 2 to 4 */
    void (*paragraph)(const char *text);
    /* A remark for who writes, which is no part of the text. */
    void (*remark)(const char *text);
    /* What is to be ticked; and what is to be filled in. */
    void (*tick)(const char *const *choices, size_t count);
    void (*blank)(const char *label);
};

/* FORMAT_HTML, or Markdown for any other. */
const struct pen *
pen_of(enum format format);

#endif
