/* SPDX-License-Identifier: MIT */

/* Any bytes as the XML in a DOCX file: the text, and behind bytes 0x1E its
 * styles, lists, footnotes and a header.  Read twice it is the same, and both
 * ways of taking tracked changes end. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"
#include "fuzz/office.h"
#include "support/opened.h"

#define PARTING "\x1E"

/* The text up to the next parting, ended with NUL; *rest is what follows. */
static const char *
next_part(char **rest)
{
    char *part = *rest, *end;

    if (!part)
        return NULL;
    end = strpbrk(part, PARTING);
    *rest = end ? end + 1 : NULL;
    if (end)
        *end = '\0';
    return part;
}

int
fuzz_docx(const uint8_t *bytes, size_t length)
{
    char *text = malloc(length + 1), *rest = text;
    struct opened_docx file = { 0 };
    struct buf packed;

    fuzz_require(text);
    memcpy(text, bytes, length);
    text[length] = '\0';
    file.body = next_part(&rest);
    file.styles = next_part(&rest);
    file.lists = next_part(&rest);
    file.footnotes = next_part(&rest);
    file.header = next_part(&rest);
    buf_init(&packed, &mem_default, BUF_ANY);
    opened_docx(&packed, &file);
    fuzz_require(!buf_failed(&packed));
    fuzz_office(&packed);
    buf_done(&packed);
    free(text);
    return 0;
}

FUZZ_ENTRY(fuzz_docx)
