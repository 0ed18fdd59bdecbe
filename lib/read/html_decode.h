/* SPDX-License-Identifier: MIT */
#ifndef READ_HTML_DECODE_H
#define READ_HTML_DECODE_H

/* The bytes of a web page to UTF-8. */

#include "base/buf.h"

enum html_encoding {
    HTML_UTF8,
    HTML_REPLACED, /* UTF-8, but for some bytes */
    HTML_WINDOWS,  /* as the page says, or what it says is nearly the same */
    HTML_GUESSED,  /* Windows-1252, of which the page says nothing true */
    HTML_UTF16,
    HTML_BINARY /* no text */
};

/* Appends the page to @p out, which may fail, and tells what it was. */
enum html_encoding
html_decode(struct buf *out, struct str bytes);

#endif
