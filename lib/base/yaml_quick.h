/* SPDX-License-Identifier: MIT */
#ifndef BASE_YAML_QUICK_H
#define BASE_YAML_QUICK_H

/* The texts of plainly written YAML, for the quick reader: what false means
 * is that libyaml has to be asked, or that the builder has stopped.  Only for
 * yaml_quick*.c. */

#include "base/yaml_build.h"

/* A map or list by indentation. */
struct quick_level {
    size_t indent;
    bool list;
};

struct quick {
    struct yaml_builder *builder;
    struct str text;
    size_t at;
    size_t line; /* where the line begins that is read */
    struct quick_level levels[YAML_MOST_DEPTH];
    size_t depth;
    bool waiting;   /* the last key or dash has no value yet ... */
    size_t nothing; /* ... which would stand here */
};

/* A text as it was written. */
struct quick_piece {
    size_t start, end;
    struct str text;
    enum yaml_style style;
};

/* The byte at @p at; NUL behind the end, and no text holds one. */
static inline char
quick_byte(const struct quick *q, size_t at)
{
    return at < q->text.len ? q->text.ptr[at] : '\0';
}

static inline bool
quick_is_end(char c)
{
    return c == ' ' || c == '\n' || c == '\0';
}

/* What means something of its own in brackets. */
static inline bool
quick_is_flow(char c)
{
    return c == ',' || c == '[' || c == ']' || c == '{' || c == '}';
}

static inline bool
quick_opens(char c)
{
    return c == '[' || c == '{';
}

/* Whether the source, from @p at on, holds nothing that ends a line or means
 * something but for itself to libyaml only. */
bool
quick_is_plain(struct str text, size_t at);

static inline void
quick_skip_blanks(struct quick *q)
{
    size_t at = q->at;

    while (quick_byte(q, at) == ' ')
        at++;
    q->at = at;
}

void
quick_skip_line(struct quick *q);

/* A comment here, behind a blank or at the start of a line. */
static inline bool
quick_is_comment(const struct quick *q)
{
    return quick_byte(q, q->at) == '#' &&
           (q->at == 0 || quick_is_end(q->text.ptr[q->at - 1]));
}

/* Nothing else may stand on the line. */
bool
quick_end_line(struct quick *q);

/* Gives a text to the builder. */
bool
quick_put(struct quick *q, const struct quick_piece *piece);

/* The plain or quoted text on this line; @p flow: in brackets. */
bool
quick_read(struct quick *q, bool flow, struct quick_piece *out);

/* That the piece just read is a key. */
bool
quick_is_key(const struct quick *q, const struct quick_piece *piece);

/* The further lines of a plain text that was just read, deeper than
 * @p indent or in brackets. */
bool
quick_read_further(struct quick *q, struct quick_piece *piece, bool flow,
                   size_t indent);

/* A text behind "|" or ">", indented by @p least at least; given to the
 * builder. */
bool
quick_read_block(struct quick *q, size_t least);

#endif
