/* SPDX-License-Identifier: MIT */
#ifndef DOCUMENT_TEXT_LINES_H
#define DOCUMENT_TEXT_LINES_H

/* The lines of a text file: where they begin and end, how far they are
 * indented, what stands between them, and which are page furniture. */

#include "base/str.h"
#include "base/vec.h"
#include "language/furniture.h"

#include <stdbool.h>
#include <stdint.h>

enum {
    LINE_PAGE = 1,      /* first of a page */
    LINE_GAP = 2,       /* three blanks or more inside */
    LINE_FURNITURE = 4, /* page header or footer */
    LINE_LEADER = 8,    /* dots that lead to a number at its end */
    LINE_RULE = 16      /* nothing but dashes, dots, underscores */
};

/* A line that is not blank.  How many blank ones stand before it is how
 * somebody likes a page to look: one means what three mean. */
struct text_line {
    uint32_t start; /* its first byte that is not blank */
    uint32_t end;   /* past its last such byte */
    uint32_t next;  /* past its line end */
    uint16_t indent;
    uint16_t reach; /* columns up to its end */
    bool parted;    /* blank lines, however many, stand before it on its page */
    uint8_t flags;
};

struct text_lines {
    struct str text;
    struct text_line *lines;
    size_t count;
    size_t width;  /* columns up to which most lines reach */
    size_t indent; /* columns by which most are indented */
    bool loose;    /* lines often end before they are full */
    bool single;   /* hardly any goes on the one above: each is a paragraph */
    struct vec vec;
};

/* False without memory; text_lines_done() is due in either case. */
bool
text_lines_find(struct text_lines *out, struct str text,
                const samsyn_allocator *mem);

void
text_lines_done(struct text_lines *lines);

/* How many columns a text takes as it is seen: marks, soft hyphens and what
 * has no width take none. */
size_t
text_visible(struct str text);

/* Line @p index ends though the first word of line @p next had room in it:
 * its writer ended it. */
bool
text_is_broken_off(const struct text_lines *lines, size_t index, size_t next);

struct str
text_line_str(const struct text_lines *lines, size_t index);

/* Flag the lines that are furniture, of pages or of a web page.  False without
 * memory. */
bool
text_furniture_mark(struct text_lines *lines, const struct furniture *web,
                    const samsyn_allocator *mem);

#endif
