/* SPDX-License-Identifier: MIT */

/* Headings in plain text.  A line is taken for one where it is numbered like
 * one, written in capital letters, or short without an end of a sentence, and
 * where what follows is text that does not go on from it.
 *
 * Levels: the title, which is the first before any running text, is 1;
 * capital letters and "4" give 2, "4.1" gives 3, and so does a heading without
 * anything of that. */

#include "document/text_heading.h"

#include "base/utf8.h"

#include <string.h>

#define TITLE_LINES 3
#define CAPS_LINES 4
#define PLAIN_LEVEL 3
#define LONGEST_LINE 80 /* columns of a numbered heading */

struct place {
    const struct text_lines *lines;
    size_t index;
    const struct text_before *before;
};

static const struct text_line *
line_at(const struct place *place, size_t index)
{
    return &place->lines->lines[index];
}

/* The next line that is no furniture; count where there is none. */
static size_t
after(const struct place *place, size_t index)
{
    do {
        index++;
    } while (index < place->lines->count &&
             (line_at(place, index)->flags & LINE_FURNITURE));
    return index;
}

/* Line @p next stands apart from the one before it. */
static bool
is_parted(const struct place *place, size_t next)
{
    const struct text_line *line = line_at(place, next);

    return line->parted || (line->flags & LINE_PAGE) ||
           (line[-1].flags & LINE_FURNITURE);
}

/* Line @p next is text that could stand under a heading. */
static bool
is_followed(const struct place *place, size_t next)
{
    struct str line;

    if (next >= place->lines->count)
        return false;
    line = text_line_str(place->lines, next);
    return !guess_is_lower(line) || guess_label(line).kind != LABEL_NONE;
}

/* The writer ended the line.  What follows must look like running text, a
 * list or a table. */
static bool
is_broken_off(const struct place *place, size_t index, size_t next)
{
    struct str below = text_line_str(place->lines, next);
    size_t width = place->lines->width;

    if (line_at(place, next)->flags & (LINE_GAP | LINE_LEADER))
        return true;
    if (!text_is_broken_off(place->lines, index, next))
        return false;
    return guess_label(below).kind != LABEL_NONE ||
           text_visible(below) * 10 > width * 6 || guess_is_ended(below);
}

/* ---- Numbered headings ---- */

/* The next line goes on the list that this line is in. */
static bool
is_listed(const struct place *place, const struct label *label, size_t next)
{
    struct label below;

    if (place->before->number && label->number == place->before->number + 1)
        return true;
    if (next >= place->lines->count)
        return false;
    below = guess_label(text_line_str(place->lines, next));
    return below.kind == label->kind && below.depth == label->depth &&
           below.number == label->number + 1;
}

/* The next line is indented to where the text after the label begins. */
static bool
hangs(const struct place *place, const struct label *label, size_t next)
{
    return line_at(place, next)->indent + 1u >=
               line_at(place, place->index)->indent + label->text &&
           !is_parted(place, next);
}

static int
level_of(const struct label *label)
{
    return label->kind == LABEL_SECTION ? 2 : (int)label->depth + 1;
}

static struct text_heading
numbered_heading(const struct place *place, const struct label *label)
{
    struct text_heading none = { 0, 0 };
    struct str line = text_line_str(place->lines, place->index);
    struct str rest = str_make(line.ptr + label->text, line.len - label->text);
    size_t next = after(place, place->index);

    if (label->kind < LABEL_NUMBER || label->kind == LABEL_LETTER ||
        text_visible(line) > LONGEST_LINE || !guess_traits(rest).capital)
        return none;
    if (label->kind == LABEL_NUMBER && line.ptr[label->text - 1] != ' ')
        return none;
    char last = rest.ptr[rest.len - 1];
    if ((guess_is_ended(rest) && last != '?' && last != '!') || last == ',')
        return none;
    if (!is_followed(place, next) || hangs(place, label, next))
        return none;
    if (label->depth < 2 && label->kind != LABEL_SECTION &&
        is_listed(place, label, next))
        return none;
    if (!is_parted(place, next) && !is_broken_off(place, place->index, next))
        return none;
    return (struct text_heading){ 1, level_of(label) };
}

/* ---- Headings without a number ---- */

static struct text_heading
caps_heading(const struct place *place)
{
    /* On a title page all of them are the title. */
    struct text_heading heading = { 0, place->before->body ? 2 : 1 };
    size_t next = place->index;

    while (heading.lines < CAPS_LINES && next < place->lines->count &&
           (!heading.lines || !is_parted(place, next)) &&
           guess_is_caps(text_line_str(place->lines, next))) {
        heading.lines++;
        next = after(place, next);
    }
    if (!is_followed(place, next))
        heading.lines = 0;
    return heading;
}

/* A line that may be one of a title page's title. */
static bool
may_be_title(const struct place *place, size_t index)
{
    struct str line = text_line_str(place->lines, index);

    struct traits traits = guess_traits(line);

    return text_visible(line) <= LONGEST_LINE && !guess_is_ended(line) &&
           !traits.date && !traits.sentence &&
           !(line_at(place, index)->flags & (LINE_GAP | LINE_RULE)) &&
           guess_label(line).kind == LABEL_NONE;
}

/* Line @p next is an item, and its writer ended the line above it. */
static bool
begins_list(const struct place *place, size_t next)
{
    return guess_label(text_line_str(place->lines, next)).kind != LABEL_NONE &&
           text_is_broken_off(place->lines, next - 1, next);
}

/* Up to three short lines before any running text; a line with a date is none
 * of them. */
static struct text_heading
title_lines(const struct place *place)
{
    struct text_heading heading = { 0, PLAIN_LEVEL };
    size_t next = place->index, count = 0;

    if (place->before->body ||
        !guess_is_title(text_line_str(place->lines, next)))
        return heading;
    while (next < place->lines->count && count < TITLE_LINES &&
           (!count || !is_parted(place, next)) && may_be_title(place, next)) {
        count++;
        next = after(place, next);
    }
    if (count && next < place->lines->count &&
        ((is_parted(place, next) && is_followed(place, next)) ||
         begins_list(place, next) ||
         guess_traits(text_line_str(place->lines, next)).date))
        heading.lines = count;
    return heading;
}

/* After a lead-in stand short lines that are no headings: the first of them,
 * and each that has another below it. */
static bool
is_led_in(const struct place *place, size_t next)
{
    struct str below = text_line_str(place->lines, next);

    return place->before->lead_in &&
           (!place->before->led || guess_is_title(below));
}

/* "Kim Alvner, chef för polisområdet": two or three words with capital
 * letters, a comma, and small letters, behind the text. */
static bool
is_signatory(const struct place *place)
{
    struct str line = text_line_str(place->lines, place->index);
    const char *comma = memchr(line.ptr, ',', line.len);
    size_t words = 0, end = comma ? (size_t)(comma - line.ptr) : 0;

    if (!comma || !place->before->body || line.len < end + 3)
        return false;
    for (size_t i = 0; i < end; i++) {
        if (i && line.ptr[i - 1] != ' ')
            continue;
        words++;
        if (guess_is_lower(str_make(line.ptr + i, end - i)))
            return false;
    }
    return (words == 2 || words == 3) &&
           guess_is_lower(str_make(line.ptr + end + 2, line.len - end - 2));
}

static struct text_heading
plain_heading(const struct place *place)
{
    struct text_heading heading = { 0, PLAIN_LEVEL };
    size_t next = after(place, place->index);

    if ((line_at(place, place->index)->flags & LINE_GAP) ||
        !guess_is_title(text_line_str(place->lines, place->index)) ||
        !is_followed(place, next))
        return heading;
    if (is_led_in(place, next) || is_signatory(place))
        return heading;
    if (is_parted(place, next) || is_broken_off(place, place->index, next))
        heading.lines = 1;
    return heading;
}

struct text_heading
text_heading_at(const struct text_lines *lines, size_t index,
                const struct text_before *before)
{
    struct place place = { lines, index, before };
    struct label label = guess_label(text_line_str(lines, index));
    struct text_heading heading;

    if (label.kind != LABEL_NONE)
        heading = numbered_heading(&place, &label);
    else
        heading = caps_heading(&place);
    if (!heading.lines && label.kind == LABEL_NONE)
        heading = title_lines(&place);
    if (!heading.lines && label.kind == LABEL_NONE)
        heading = plain_heading(&place);
    if (heading.lines && label.kind == LABEL_NONE && !before->heading &&
        !before->body)
        heading.level = 1;
    return heading;
}
