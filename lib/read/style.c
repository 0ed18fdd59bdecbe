/* SPDX-License-Identifier: MIT */

/* What styles say, and what they inherit.
 *
 * A style says what it is itself, or is what its base is; a chain that comes
 * back to itself ends where it does.  Ids are in the language of who wrote
 * the file, and never looked at. */

#include "read/style.h"

#include "base/ascii.h"

#define MOST_BASES 64 /* that a style inherits from, one after the other */

/* Begins with that, in small or capital letters; *rest is what follows. */
static bool
begins(struct str name, const char *with, struct str *rest)
{
    struct str wanted = str_of(with);

    if (!ascii_begins(name, wanted))
        return false;
    *rest = str_trim(str_make(name.ptr + wanted.len, name.len - wanted.len));
    return true;
}

/* A digit from 1 to 9 and nothing else; @p none where there is nothing. */
static uint8_t
digit(struct str rest, uint8_t none)
{
    if (!rest.len)
        return none;
    if (rest.len != 1 || rest.ptr[0] < '1' || rest.ptr[0] > '9')
        return 0;
    return (uint8_t)(rest.ptr[0] - '0');
}

static const char *const list_names[] = { "list bullet", "list number",
                                          "list continue", "list paragraph",
                                          "list" };
static const char *const quote_names[] = { "quote", "intense quote",
                                           "block text", "quotations" };

void
style_judge_name(struct style *style, struct str name)
{
    struct str rest;

    if (begins(name, "heading", &rest))
        style->heading = digit(rest, 0);
    else if (begins(name, "title", &rest) && !rest.len)
        style->heading = 1;
    if ((begins(name, "toc", &rest) || begins(name, "contents", &rest)) &&
        (digit(rest, 0) || begins(rest, "heading", &rest)))
        style->contents = TRI_YES;
    for (size_t i = 0; i < ARRAY_LEN(quote_names); i++) {
        if (begins(name, quote_names[i], &rest) && !rest.len)
            style->quoted = TRI_YES;
    }
    for (size_t i = 0; i < ARRAY_LEN(list_names) && !style->list_depth; i++) {
        if (begins(name, list_names[i], &rest))
            style->list_depth = digit(rest, 1);
    }
    style->continues = begins(name, "list continue", &rest);
}

/* ---- Inheritance ---- */

/* What a style does not say is as its base has it. */
static void
inherit(struct style *style, const struct style *base)
{
    if (!style->says_outline && !style->heading) {
        style->says_outline = base->says_outline;
        style->outline = base->outline;
        style->heading = base->heading;
    }
    if (!style->bold)
        style->bold = base->bold;
    if (!style->hidden)
        style->hidden = base->hidden;
    if (!style->contents)
        style->contents = base->contents;
    if (!style->quoted)
        style->quoted = base->quoted;
    if (!style->says_list) {
        style->says_list = base->says_list;
        style->list = base->list;
        style->list_level = base->list_level;
    }
    if (!style->list_depth) {
        style->list_depth = base->list_depth;
        style->continues = base->continues;
    }
    style->first_row |= base->first_row;
}

static bool
is_among(struct style *const *chain, size_t count, const struct style *style)
{
    for (size_t i = 0; i < count; i++) {
        if (chain[i] == style)
            return true;
    }
    return false;
}

/* From the style up its chain, at most so far; what was found is settled from
 * the top down, so that each style is settled once. */
static bool
resolve(struct vec *styles, uint32_t index)
{
    struct style *chain[MOST_BASES];
    size_t count = 0;
    bool loops = false;

    while (index != LOOKUP_NONE && count < MOST_BASES) {
        struct style *style = vec_at(styles, index);

        if (style->resolved)
            break;
        if (is_among(chain, count, style)) {
            loops = true;
            break;
        }
        chain[count++] = style;
        index = style->base;
    }
    for (size_t i = count; i-- > 0;) {
        if (chain[i]->base != LOOKUP_NONE)
            inherit(chain[i], vec_at(styles, chain[i]->base));
        chain[i]->resolved = true;
    }
    return loops;
}

bool
style_resolve(struct vec *styles, size_t first)
{
    bool loops = false;

    for (size_t i = first; i < styles->len; i++)
        loops |= resolve(styles, (uint32_t)i);
    return loops;
}

uint8_t
style_heading(const struct style *style)
{
    if (style->heading)
        return style->heading;
    return style->says_outline ? style->outline : 0;
}
