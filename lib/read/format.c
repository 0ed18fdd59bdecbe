/* SPDX-License-Identifier: MIT */

/* What a file is, by its content.  Names lie; the first bytes of a file and,
 * of a zip file, the names in its directory at the end do not. */

#include "base/ascii.h"
#include "base/str.h"
#include "read/reader.h"

#include <string.h>

#define WIDE 1024           /* letters of UTF-16 that are looked at */
#define HEAD ((size_t)4096) /* bytes in which marks are looked for */
#define MARK(text)                                                             \
    {                                                                          \
        (text), sizeof(text) - 1                                               \
    }
#define TAIL ((size_t)256 * 1024) /* of a zip file: where its directory is */

static struct str
head_of(struct str bytes)
{
    return str_make(bytes.ptr, bytes.len < HEAD ? bytes.len : HEAD);
}

static struct str
tail_of(struct str bytes)
{
    size_t length = bytes.len < TAIL ? bytes.len : TAIL;

    return str_make(bytes.ptr + (bytes.len - length), length);
}

static bool
holds(struct str bytes, struct str text)
{
    const char *end = bytes.ptr + bytes.len;
    const char *at = bytes.ptr;

    while ((size_t)(end - at) >= text.len &&
           (at = memchr(at, text.ptr[0], (size_t)(end - at) - text.len + 1))) {
        if (memcmp(at, text.ptr, text.len) == 0)
            return true;
        at++;
    }
    return false;
}

/* ---- Containers: what they hold tells what they are ---- */

struct content {
    struct str mark;
    samsyn_read_format format;
};

static samsyn_read_format
by_content(struct str bytes, const struct content *rows, size_t count,
           samsyn_read_format otherwise)
{
    for (size_t i = 0; i < count; i++) {
        if (holds(bytes, rows[i].mark))
            return rows[i].format;
    }
    return otherwise;
}

static samsyn_read_format
of_zip(struct str bytes)
{
    static const struct content types[] = {
        { MARK("application/vnd.oasis.opendocument.text"), SAMSYN_READ_ODT },
        { MARK("application/vnd.oasis.opendocument.spreadsheet"),
          SAMSYN_READ_SHEET },
        { MARK("application/vnd.oasis.opendocument.presentation"),
          SAMSYN_READ_SLIDES },
    };
    static const struct content names[] = {
        { MARK("word/document"), SAMSYN_READ_DOCX },
        { MARK("xl/workbook"), SAMSYN_READ_SHEET },
        { MARK("ppt/presentation"), SAMSYN_READ_SLIDES },
        { MARK("content.xml"), SAMSYN_READ_ODT },
    };
    samsyn_read_format found = by_content(
        head_of(bytes), types, ARRAY_LEN(types), SAMSYN_READ_ARCHIVE);

    if (found != SAMSYN_READ_ARCHIVE)
        return found;
    return by_content(tail_of(bytes), names, ARRAY_LEN(names), found);
}

/* The old container of Office: names stand in UTF-16. */
static samsyn_read_format
of_ole(struct str bytes)
{
    static const struct content names[] = {
        { MARK("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e"),
          SAMSYN_READ_ENCRYPTED },
        { MARK("W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t"), SAMSYN_READ_DOC },
        { MARK("W\0o\0r\0k\0b\0o\0o\0k"), SAMSYN_READ_SHEET },
        { MARK("P\0o\0w\0e\0r\0P\0o\0i\0n\0t"), SAMSYN_READ_SLIDES },
    };

    return by_content(bytes, names, ARRAY_LEN(names), SAMSYN_READ_DOC);
}

static samsyn_read_format
of_xml(struct str bytes)
{
    static const struct content marks[] = {
        { MARK("opendocument:xmlns:office"), SAMSYN_READ_ODT },
        { MARK("<html"), SAMSYN_READ_HTML },
        { MARK("<!DOCTYPE html"), SAMSYN_READ_HTML },
    };

    return by_content(head_of(bytes), marks, ARRAY_LEN(marks),
                      SAMSYN_READ_TEXT);
}

/* ---- First bytes ---- */

struct magic {
    struct str bytes;
    samsyn_read_format (*look)(struct str bytes); /* NULL: it is that */
    samsyn_read_format format;
    bool markup; /* white space and a byte order mark may stand before */
};

static const struct magic magics[] = {
    { MARK("pk\x03\x04"), of_zip, SAMSYN_READ_ARCHIVE, false },
    { MARK("pk\x05\x06"), of_zip, SAMSYN_READ_ARCHIVE, false },
    { MARK("%pdf-"), NULL, SAMSYN_READ_PDF, true },
    { MARK("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), of_ole, SAMSYN_READ_DOC,
      false },
    { MARK("{\\rtf"), NULL, SAMSYN_READ_RTF, true },
    { MARK("\x89png\r\n"), NULL, SAMSYN_READ_IMAGE, false },
    { MARK("\xFF\xD8\xFF"), NULL, SAMSYN_READ_IMAGE, false },
    { MARK("gif8"), NULL, SAMSYN_READ_IMAGE, false },
    { MARK("ii*\0"), NULL, SAMSYN_READ_IMAGE, false },
    { MARK("mm\0*"), NULL, SAMSYN_READ_IMAGE, false },
    { MARK("mime-version:"), NULL, SAMSYN_READ_WEB_ARCHIVE, true },
    { MARK("<!doctype html"), NULL, SAMSYN_READ_HTML, true },
    { MARK("<html"), NULL, SAMSYN_READ_HTML, true },
    { MARK("<head"), NULL, SAMSYN_READ_HTML, true },
    { MARK("<body"), NULL, SAMSYN_READ_HTML, true },
    { MARK("<?xml"), of_xml, SAMSYN_READ_TEXT, true },
};

/* Without a byte order mark, white space and comments before the markup. */
static struct str
bare(struct str bytes)
{
    if (str_starts(bytes, STR("\xEF\xBB\xBF")))
        bytes = str_make(bytes.ptr + 3, bytes.len - 3);
    bytes = str_trim(bytes);
    while (str_starts(bytes, STR("<!--"))) {
        size_t at = 4;

        while (
            at < bytes.len && at < HEAD &&
            !str_starts(str_make(bytes.ptr + at, bytes.len - at), STR("-->")))
            at++;
        if (at >= bytes.len || at >= HEAD)
            break;
        bytes = str_trim(str_make(bytes.ptr + at + 3, bytes.len - at - 3));
    }
    return bytes;
}

samsyn_read_format
samsyn_read_format_of(const char *bytes, size_t length)
{
    struct str whole = str_make(bytes ? bytes : "", bytes ? length : 0);
    char wide[WIDE];
    struct str text = ascii_of_utf16(wide, sizeof wide, whole);
    struct str markup = bare(text);

    for (size_t i = 0; i < ARRAY_LEN(magics); i++) {
        if (ascii_begins(magics[i].markup ? markup : whole, magics[i].bytes))
            return magics[i].look ? magics[i].look(text) : magics[i].format;
    }
    return SAMSYN_READ_TEXT;
}
