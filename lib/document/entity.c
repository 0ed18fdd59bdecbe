/* SPDX-License-Identifier: MIT */

/* Characters written as names or numbers.  The names are those that editors
 * and web pages put into Swedish text; others are left as they stand. */

#include "document/entity.h"

#include "base/mem.h"

#define LAST_CODE 0x10FFFF
#define REPLACEMENT 0xFFFD

static const struct {
    const char *name;
    uint32_t code;
} names[] = {
    { "amp", '&' },      { "lt", '<' },       { "gt", '>' },
    { "quot", '"' },     { "apos", '\'' },    { "nbsp", 0xA0 },
    { "sect", 0xA7 },    { "laquo", 0xAB },   { "shy", 0xAD },
    { "middot", 0xB7 },  { "raquo", 0xBB },   { "frac12", 0xBD },
    { "Auml", 0xC4 },    { "Aring", 0xC5 },   { "Eacute", 0xC9 },
    { "Ouml", 0xD6 },    { "Uuml", 0xDC },    { "agrave", 0xE0 },
    { "auml", 0xE4 },    { "aring", 0xE5 },   { "egrave", 0xE8 },
    { "eacute", 0xE9 },  { "ouml", 0xF6 },    { "uuml", 0xFC },
    { "ensp", 0x2002 },  { "emsp", 0x2003 },  { "thinsp", 0x2009 },
    { "ndash", 0x2013 }, { "mdash", 0x2014 }, { "lsquo", 0x2018 },
    { "rsquo", 0x2019 }, { "ldquo", 0x201C }, { "rdquo", 0x201D },
    { "bdquo", 0x201E }, { "bull", 0x2022 },  { "hellip", 0x2026 },
    { "euro", 0x20AC },  { "minus", 0x2212 },
};

static uint32_t
digit_of(char c, uint32_t base)
{
    uint32_t digit = base;

    if (c >= '0' && c <= '9')
        digit = (uint32_t)(c - '0');
    else if (c >= 'a' && c <= 'f')
        digit = (uint32_t)(c - 'a') + 10;
    else if (c >= 'A' && c <= 'F')
        digit = (uint32_t)(c - 'A') + 10;
    return digit;
}

static uint32_t
numbered(struct str digits, uint32_t base)
{
    uint32_t code = 0;

    for (size_t i = 0; i < digits.len; i++) {
        uint32_t digit = digit_of(digits.ptr[i], base);

        if (digit >= base)
            return 0;
        code = code * base + digit;
        if (code > LAST_CODE)
            return REPLACEMENT;
    }
    return code < ' ' || (code >= 0xD800 && code <= 0xDFFF) ? REPLACEMENT
                                                            : code;
}

uint32_t
entity_code(struct str entity)
{
    struct str name;

    if (entity.len < 3 || entity.ptr[0] != '&' ||
        entity.ptr[entity.len - 1] != ';')
        return 0;
    name = str_make(entity.ptr + 1, entity.len - 2);
    if (name.ptr[0] == '#') {
        bool hex = name.len > 1 && (name.ptr[1] == 'x' || name.ptr[1] == 'X');
        size_t skip = hex ? 2 : 1;

        return name.len == skip
                   ? 0
                   : numbered(str_make(name.ptr + skip, name.len - skip),
                              hex ? 16 : 10);
    }
    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        if (str_equal(name, str_of(names[i].name)))
            return names[i].code;
    }
    return 0;
}
