/* SPDX-License-Identifier: MIT */

/* What a file is, by its first bytes.  Formats that are known but not read
 * here are told by name, so that a person learns what to do instead. */

#include "document/sniff.h"

#include "base/ascii.h"
#include "base/mem.h"

#include <string.h>

#define WIDE_BEGINNING 64 /* letters of UTF-16 that are looked at */
#define FIRST_LINES 40    /* of a checklist: its keys stand there */

struct magic {
    const char *bytes;
    size_t length;
    bool markup; /* white space may stand before it; capitals do not matter */
    const char *format;
};

#define MAGIC(text) (text), sizeof(text) - 1

static const struct magic magics[] = {
    { MAGIC("PK\x03\x04"), false, "DOCX, ODT (zip)" },
    { MAGIC("PK\x05\x06"), false, "DOCX, ODT (zip)" },
    { MAGIC("%PDF"), false, "PDF" },
    { MAGIC("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), false, "DOC (Word 97-2003)" },
    { MAGIC("{\\rtf"), false, "RTF" },
    { MAGIC("<!doctype html"), true, "HTML" },
    { MAGIC("<html"), true, "HTML" },
    { MAGIC("<head"), true, "HTML" },
    { MAGIC("<body"), true, "HTML" },
    { MAGIC("<!--"), true, "HTML" },
    { MAGIC("mime-version:"), true, "MHTML" },
    { MAGIC("<?xml"), true, "XML" },
};

static bool
begins_as(struct str bytes, const struct magic *magic)
{
    if (bytes.len < magic->length)
        return false;
    for (size_t i = 0; i < magic->length; i++) {
        char c = magic->markup ? ascii_lower(bytes.ptr[i]) : bytes.ptr[i];

        if (c != magic->bytes[i])
            return false;
    }
    return true;
}

const char *
sniff_format(struct str bytes)
{
    char wide[WIDE_BEGINNING];
    struct str bare = ascii_of_utf16(wide, sizeof wide, bytes);

    if (str_starts(bare, STR("\xEF\xBB\xBF")))
        bare = str_make(bare.ptr + 3, bare.len - 3);
    bare = str_trim(bare);
    for (size_t i = 0; i < ARRAY_LEN(magics); i++) {
        if (begins_as(magics[i].markup ? bare : bytes, &magics[i]))
            return magics[i].format;
    }
    return NULL;
}

/* The next line from *at on, which moves past it; false at the end. */
static bool
next_line(struct str text, size_t *at, struct str *line)
{
    if (*at >= text.len)
        return false;
    const char *end = memchr(text.ptr + *at, '\n', text.len - *at);
    size_t length = end ? (size_t)(end - text.ptr) - *at : text.len - *at;

    *line = str_make(text.ptr + *at, length);
    *at += length + 1;
    return true;
}

bool
sniff_is_checklist(struct str text)
{
    bool checklist = false, recognise = false;
    struct str line;
    size_t at = 0;

    for (size_t i = 0; i < FIRST_LINES && next_line(text, &at, &line); i++) {
        checklist = checklist || str_starts(line, STR("checklist:"));
        recognise = recognise || str_starts(line, STR("recognise:"));
    }
    return checklist && recognise;
}

/* |---|:--:| */
static bool
is_delimiter(struct str line)
{
    size_t bars = 0, dashes = 0;

    line = str_trim(line);
    for (size_t i = 0; i < line.len; i++) {
        if (line.ptr[i] == '|')
            bars++;
        else if (line.ptr[i] == '-')
            dashes++;
        else if (line.ptr[i] != ':' && line.ptr[i] != ' ')
            return false;
    }
    return bars && dashes;
}

bool
sniff_is_markdown(struct str text)
{
    struct str line;
    size_t at = 0;

    while (next_line(text, &at, &line)) {
        if (str_starts(line, STR("# ")) || str_starts(line, STR("## ")) ||
            is_delimiter(line))
            return true;
    }
    return false;
}
