/* SPDX-License-Identifier: MIT */

/* Marks of punctuation: a table.  Every dash counts as '-', every double
 * quotation mark as '"', so that what is written in a template is found
 * however it is typed. */

#include "document/marks.h"

#include "base/mem.h"
#include "document/document.h"

static const struct mark ascii_marks[0x80] = {
    ['!'] = { '!', GLUE_OTHER, true, false, false },
    ['"'] = { '"', '"', false, true, true },
    ['\''] = { '\'', GLUE_OTHER, false, true, true },
    ['('] = { '(', '(', false, false, true },
    [')'] = { ')', ')', false, true, false },
    ['*'] = { '*', GLUE_OTHER, false, false, true },
    [','] = { ',', ',', false, false, false },
    ['-'] = { '-', '-', false, false, true },
    ['.'] = { '.', '.', true, false, false },
    ['/'] = { '/', '/', false, false, false },
    [':'] = { ':', ':', false, false, false },
    [';'] = { ';', ';', false, false, false },
    ['?'] = { '?', GLUE_OTHER, true, false, false },
    ['['] = { '[', GLUE_OTHER, false, false, true },
    [']'] = { ']', GLUE_OTHER, false, true, false },
};

static const struct mark other_marks[] = {
    { 0xA7, GLUE_OTHER, false, false, true }, /* section sign */
    { 0xAB, '"', false, true, true },         /* guillemets */
    { 0xBB, '"', false, true, true },
    { 0x2012, '-', false, false, true }, /* dashes */
    { 0x2013, '-', false, false, true },
    { 0x2014, '-', false, false, true },
    { 0x2015, '-', false, false, true },
    { 0x2018, GLUE_OTHER, false, true, true }, /* quotation marks */
    { 0x2019, GLUE_OTHER, false, true, true },
    { 0x201C, '"', false, true, true },
    { 0x201D, '"', false, true, true },
    { 0x201E, '"', false, true, true },
    { 0x2022, GLUE_OTHER, false, false, true }, /* bullet */
    { 0x2026, GLUE_OTHER, true, false, false }, /* ellipsis */
    { 0x2212, '-', false, false, true },        /* minus */
};

const struct mark *
mark_of(uint32_t code)
{
    static const struct mark other = { 0, GLUE_OTHER, false, false, false };

    if (code < ARRAY_LEN(ascii_marks))
        return ascii_marks[code].code ? &ascii_marks[code] : &other;
    for (size_t i = 0; i < ARRAY_LEN(other_marks); i++) {
        if (other_marks[i].code == code)
            return &other_marks[i];
    }
    return &other;
}
