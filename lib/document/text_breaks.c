/* SPDX-License-Identifier: MIT */

/* Where a block of plain text ends and another begins: at a blank line, at a
 * page limit that no sentence goes over, where the text moves sideways, and
 * where a writer ended a line before it was full.  What the lines of the whole
 * text look like (text_lines.c) tells how much that means. */

#include "document/text_breaks.h"

#include "document/text_guess.h"

#define FAR 20      /* columns */
#define WRAPPED 160 /* bytes: where lines are longer, each is a paragraph */

bool
text_is_lead_in(struct str line)
{
    return line.len && line.ptr[line.len - 1] == ':';
}

/* The open block's sentence goes on after the page limit. */
static bool
goes_over_page(struct str last, struct str next)
{
    return guess_is_lower(next) && !guess_is_ended(last) &&
           guess_label(next).kind == LABEL_NONE;
}

/* The line stands far from where the one above it begins: one of them is set
 * to the right, or in the middle. */
static bool
is_far_off(const struct text_line *above, const struct text_line *line)
{
    return line->indent + FAR < above->indent ||
           above->indent + FAR < line->indent;
}

bool
text_begins_anew(const struct text_lines *lines, size_t last, size_t at)
{
    struct str text = text_line_str(lines, at);

    if (!guess_is_ended(text_line_str(lines, last)))
        return false;
    return text_is_lead_in(text) ||
           (at + 1 < lines->count && text_is_broken_off(lines, at, at + 1) &&
            guess_is_title(text));
}

/* Below a line that its writer ended, without a blank line: another paragraph
 * where that line ends as a sentence does, and in a text of such lines in any
 * case. An
 * item goes on until its indentation ends. */
static bool
is_written_apart(const struct text_lines *lines, const struct text_open *open,
                 size_t at)
{
    struct str last = text_line_str(lines, open->last);
    struct str text = text_line_str(lines, at);
    bool ended = guess_is_ended(last);
    bool broken = text_is_broken_off(lines, open->last, at);

    if (open->kind == SAMSYN_BLOCK_ITEM)
        return false;
    if (!guess_is_lower(text))
        return text_is_lead_in(last) ||
               text_begins_anew(lines, open->last, at) ||
               (broken && (lines->loose || ended));
    if (text_is_lead_in(last))
        return broken;
    return (lines->loose || lines->single) && (broken || ended) &&
           open->lower && open->last == open->first;
}

/* The line goes on the sentence of the line above: with a small letter, or
 * with a number where that has not ended. */
static bool
goes_on(struct str last, struct str text)
{
    if (text.ptr[0] >= '0' && text.ptr[0] <= '9')
        return !guess_is_ended(last);
    return guess_is_lower(text);
}

bool
text_breaks_at(const struct text_lines *lines, const struct text_open *open,
               size_t at)
{
    const struct text_line *line = &lines->lines[at];
    struct str text = text_line_str(lines, at);

    if (open->apart || !open->kind)
        return true;
    if (open->page || (line->flags & LINE_PAGE))
        return !goes_over_page(text_line_str(lines, open->last), text);
    if (line->parted || is_far_off(&lines->lines[open->last], line) ||
        is_written_apart(lines, open, at))
        return true;
    return (lines->width > WRAPPED || lines->single) &&
           (guess_label(text).kind != LABEL_NONE ||
            !goes_on(text_line_str(lines, open->last), text));
}
