/* SPDX-License-Identifier: MIT */
/* A writer of JSON (RFC 8259), indented by two.
 *
 * The caller opens and closes containers in pairs and puts a key before each
 * value of an object; that is not checked here.  What is guaranteed for any
 * text, also a file's name, is that the output is valid UTF-8 and that every
 * control character is escaped. */

#include "report/json_writer.h"

#include <string.h>

#include "base/utf8.h"

#define REPLACEMENT 0xFFFD

void
json_init(struct json *json, struct buf *out)
{
    *json = (struct json){ .out = out, .first = true };
}

static void
new_line(struct json *json)
{
    buf_char(json->out, '\n');
    for (size_t i = 0; i < json->depth; i++)
        buf_text(json->out, "  ");
}

/* What stands before a value or a key: nothing, or a comma and a line. */
static void
begin(struct json *json)
{
    if (json->keyed) {
        json->keyed = false;
        return;
    }
    if (!json->first)
        buf_char(json->out, ',');
    if (json->depth > 0)
        new_line(json);
    json->first = false;
}

void
json_open(struct json *json, char mark)
{
    begin(json);
    buf_char(json->out, mark);
    json->depth++;
    json->first = true;
}

void
json_close(struct json *json, char mark)
{
    json->depth--;
    if (!json->first)
        new_line(json);
    buf_char(json->out, mark);
    json->first = false;
}

/* The short escape of a character, 0 where it has none. */
static char
short_escape(uint32_t code)
{
    static const char from[] = "\"\\\b\f\n\r\t";
    static const char to[] = "\"\\bfnrt";
    const char *at = code < 128 ? memchr(from, (int)code, 7) : NULL;

    return at ? to[at - from] : '\0';
}

static void
add_escape(struct buf *out, uint32_t code)
{
    static const char hex[] = "0123456789abcdef";

    buf_text(out, "\\u00");
    buf_char(out, hex[code >> 4]);
    buf_char(out, hex[code & 15]);
}

static void
add_code(struct buf *out, uint32_t code)
{
    char mark = short_escape(code);

    if (mark) {
        buf_char(out, '\\');
        buf_char(out, mark);
    } else if (code < 0x20 || (code >= 0x7F && code < 0xA0)) {
        add_escape(out, code);
    } else {
        buf_code(out, code == UTF8_BAD ? REPLACEMENT : code);
    }
}

static void
add_quoted(struct buf *out, const char *text)
{
    size_t length = strlen(text);
    size_t size;

    buf_char(out, '"');
    for (size_t i = 0; i < length; i += size)
        add_code(out, utf8_decode(text + i, length - i, &size));
    buf_char(out, '"');
}

void
json_key(struct json *json, const char *key)
{
    begin(json);
    add_quoted(json->out, key);
    buf_text(json->out, ": ");
    json->keyed = true;
}

void
json_text(struct json *json, const char *text)
{
    begin(json);
    add_quoted(json->out, text);
}

void
json_text_or_null(struct json *json, const char *text)
{
    if (text && *text)
        json_text(json, text);
    else
        json_null(json);
}

void
json_int(struct json *json, int64_t number)
{
    begin(json);
    buf_int(json->out, number);
}

void
json_null(struct json *json)
{
    begin(json);
    buf_text(json->out, "null");
}

void
json_pair(struct json *json, const char *key, const char *text)
{
    json_key(json, key);
    json_text(json, text);
}

void
json_pair_or_null(struct json *json, const char *key, const char *text)
{
    json_key(json, key);
    json_text_or_null(json, text);
}

void
json_pair_int(struct json *json, const char *key, int64_t number)
{
    json_key(json, key);
    json_int(json, number);
}

void
json_pair_null(struct json *json, const char *key)
{
    json_key(json, key);
    json_null(json);
}

void
json_pair_bool(struct json *json, const char *key, bool value)
{
    json_key(json, key);
    begin(json);
    buf_text(json->out, value ? "true" : "false");
}

void
json_pair_empty(struct json *json, const char *key)
{
    json_key(json, key);
    json_open(json, '[');
    json_close(json, ']');
}
