/* SPDX-License-Identifier: MIT */

/* Reads YAML as people write it, at a tenth of what libyaml takes: maps and
 * lists by indentation and in brackets, texts plain, quoted and in blocks.
 *
 * It decides nothing that is not plain.  At a tab, an anchor, a tag, an
 * escape out of the common ones, a line that is indented oddly, at whatever
 * is wrong or might be: it gives up, and libyaml reads the file.  So it must
 * never take a file that libyaml refuses, nor see another tree or another
 * place in it; giving up is always right.
 *
 * Texts that stand by indentation are read line by line, with the open maps
 * and lists on a stack; what stands in brackets is read by recursion, no
 * deeper than the builder lets a tree be. */

#include "base/yaml_quick.h"

/* To what stands on the next line that holds anything; false at the end. */
static bool
next_line(struct quick *q)
{
    for (;;) {
        q->line = q->at;
        quick_skip_blanks(q);
        if (q->at >= q->text.len)
            return false;
        if (quick_byte(q, q->at) != '\n' && !quick_is_comment(q))
            return true;
        quick_skip_line(q);
    }
}

/* ---- In brackets ---- */

/* To the next thing in brackets, over lines and comments. */
static void
skip_flow(struct quick *q)
{
    for (;;) {
        quick_skip_blanks(q);
        if (quick_byte(q, q->at) != '\n' && !quick_is_comment(q))
            return;
        quick_skip_line(q);
    }
}

static bool
read_flow_key(struct quick *q)
{
    struct quick_piece key;

    if (!quick_read(q, true, &key) || !quick_is_key(q, &key) ||
        !quick_put(q, &key))
        return false;
    q->at++;
    skip_flow(q);
    return true;
}

static bool
read_flow(struct quick *q);

static bool
read_flow_value(struct quick *q)
{
    struct quick_piece piece;

    if (quick_opens(quick_byte(q, q->at)))
        return read_flow(q);
    return quick_read(q, true, &piece) &&
           quick_read_further(q, &piece, true, 0) && quick_put(q, &piece);
}

/* One value after the other, up to the bracket that closes. */
static bool
read_flow_values(struct quick *q, bool list, char close)
{
    skip_flow(q);
    if (quick_byte(q, q->at) == close)
        return true;
    for (;;) {
        if ((!list && !read_flow_key(q)) || !read_flow_value(q))
            return false;
        skip_flow(q);
        if (quick_byte(q, q->at) == close)
            return true;
        if (quick_byte(q, q->at++) != ',')
            return false;
        skip_flow(q);
    }
}

static bool
read_flow(struct quick *q)
{
    bool list = quick_byte(q, q->at) == '[';

    if (!yaml_build_open(q->builder, list ? YAML_LIST : YAML_MAP, q->at, true))
        return false;
    q->at++;
    if (!read_flow_values(q, list, list ? ']' : '}'))
        return false;
    q->at++;
    return yaml_build_close(q->builder, q->at);
}

/* ---- By indentation ---- */

static struct quick_level *
innermost(struct quick *q)
{
    return &q->levels[q->depth - 1];
}

static bool
open_level(struct quick *q, size_t at, size_t indent, bool list)
{
    if (!yaml_build_open(q->builder, list ? YAML_LIST : YAML_MAP, at, false))
        return false;
    q->levels[q->depth++] = (struct quick_level){ indent, list };
    return true;
}

static bool
close_level(struct quick *q)
{
    q->depth--;
    return yaml_build_close(q->builder, 0);
}

/* Nothing stands where a value might. */
static bool
put_nothing(struct quick *q)
{
    struct quick_piece piece = { q->nothing, q->nothing, str_make("", 0),
                                 YAML_STYLE_PLAIN };
    bool waiting = q->waiting;

    q->waiting = false;
    return !waiting || quick_put(q, &piece);
}

/* Behind a key's colon or a dash: whether the line ends here, so that the
 * value, if there is one, comes below. */
static bool
waits(struct quick *q)
{
    size_t nothing = q->at;

    quick_skip_blanks(q);
    if (q->at < q->text.len && quick_byte(q, q->at) != '\n' &&
        !quick_is_comment(q))
        return false;
    quick_skip_line(q);
    q->waiting = true;
    q->nothing = nothing;
    return true;
}

static bool
is_block(char c)
{
    return c == '|' || c == '>';
}

/* What no key begins with. */
static bool
is_marked(const struct quick *q)
{
    char c = quick_byte(q, q->at);

    return quick_opens(c) || is_block(c);
}

/* Brackets or a block text. */
static bool
read_marked(struct quick *q)
{
    if (q->depth == 0)
        return false;
    if (is_block(quick_byte(q, q->at)))
        return quick_read_block(q, innermost(q)->indent + 1);
    return read_flow(q) && quick_end_line(q);
}

/* A text that is no key, with its further lines. */
static bool
read_rest(struct quick *q, struct quick_piece *piece)
{
    return quick_read_further(q, piece, false, innermost(q)->indent) &&
           quick_put(q, piece) && quick_end_line(q);
}

/* What stands behind a key. */
static bool
read_value(struct quick *q)
{
    struct quick_piece piece;

    if (waits(q))
        return true;
    if (is_marked(q))
        return read_marked(q);
    return quick_read(q, false, &piece) && read_rest(q, &piece);
}

static bool
read_pair(struct quick *q, const struct quick_piece *key)
{
    if (!quick_is_key(q, key) || !quick_put(q, key))
        return false;
    q->at++;
    return read_value(q);
}

static bool
is_dash(const struct quick *q)
{
    return quick_byte(q, q->at) == '-' &&
           quick_is_end(quick_byte(q, q->at + 1));
}

/* Whatever stands here, on a line of its own or behind a dash: a list, a map
 * or a text.  Dashes follow each other in one line as deep as levels go. */
static bool
read_node(struct quick *q)
{
    struct quick_piece piece;

    while (is_dash(q)) {
        if (!open_level(q, q->at, q->at - q->line, true))
            return false;
        q->at++;
        if (waits(q))
            return true;
    }
    if (is_marked(q))
        return read_marked(q);
    if (!quick_read(q, false, &piece))
        return false;
    if (quick_is_key(q, &piece))
        return open_level(q, piece.start, piece.start - q->line, false) &&
               read_pair(q, &piece);
    return q->depth > 0 && read_rest(q, &piece);
}

/* The next entry of the innermost list or map, whose indentation it has. */
static bool
read_entry(struct quick *q)
{
    struct quick_piece key;

    if (!innermost(q)->list)
        return quick_read(q, false, &key) && read_pair(q, &key);
    if (!is_dash(q))
        return false;
    q->at++;
    return waits(q) || read_node(q);
}

static bool
read_line(struct quick *q)
{
    size_t column = q->at - q->line;

    if (q->depth == 0)
        return !q->builder->root && read_node(q);
    if (q->waiting && column > innermost(q)->indent) {
        q->waiting = false;
        return read_node(q);
    }
    if (!put_nothing(q))
        return false;
    while (q->depth > 0 && innermost(q)->indent > column) {
        if (!close_level(q))
            return false;
    }
    return q->depth > 0 && innermost(q)->indent == column && read_entry(q);
}

bool
yaml_quick_read(struct yaml_builder *builder, size_t base)
{
    struct quick q = { .builder = builder,
                       .text = builder->source.text,
                       .at = base };

    if (!quick_is_plain(q.text, base))
        return false;
    while (next_line(&q)) {
        if (!read_line(&q))
            return false;
    }
    if (!put_nothing(&q))
        return false;
    while (q.depth > 0) {
        if (!close_level(&q))
            return false;
    }
    return builder->root && !builder->report.refused && !builder->report.said;
}
