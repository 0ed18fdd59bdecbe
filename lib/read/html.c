/* SPDX-License-Identifier: MIT */

/* A web page into a document: to UTF-8, into a tree, what the page is about,
 * and from there to the builder.  A page that makes its text only when it is
 * shown has none in its file, which is said. */

#include "read/reader.h"

#ifdef READ_HTML

#include "read/html_decode.h"
#include "read/html_write.h"

/* Three bytes of UTF-8 for one of a file, at most, and what a file may have. */
#define MOST_BYTES ((size_t)32 << 20)

static samsyn_status
fault_of(const struct reading *reading, enum html_fault fault)
{
    if (fault == HTML_FINE)
        return SAMSYN_OK;
    if (fault == HTML_NO_MEMORY)
        return SAMSYN_E_NOMEM;
    return reading_refuse(reading, "document-page-limit", NULL, SAMSYN_E_LIMIT);
}

static samsyn_status
set(const struct reading *reading, samsyn_property property,
    const struct buf *text)
{
    struct str value = str_trim(buf_view(text));

    return value.len ? samsyn_builder_set(reading->builder, property, value.ptr,
                                          value.len)
                     : SAMSYN_OK;
}

static samsyn_status
write_tree(const struct reading *reading, struct html_tree *tree)
{
    samsyn_status status = fault_of(reading, tree->fault);

    if (status == SAMSYN_OK)
        status = set(reading, SAMSYN_PROPERTY_TITLE, &tree->title);
    if (status == SAMSYN_OK)
        status = set(reading, SAMSYN_PROPERTY_DATE, &tree->date);
    if (status != SAMSYN_OK)
        return status;
    html_main(tree);
    return html_write(tree, reading);
}

static samsyn_status
read_page(const struct reading *reading, struct str utf8)
{
    struct html_tree tree;
    samsyn_status status = SAMSYN_E_NOMEM;

    if (html_tree_init(&tree, reading->mem)) {
        html_parse(&tree, utf8);
        status = write_tree(reading, &tree);
    }
    html_tree_done(&tree);
    return status;
}

/* What was made of the bytes. */
static samsyn_status
note_encoding(const struct reading *reading, enum html_encoding encoding)
{
    if (encoding == HTML_BINARY)
        return reading_refuse(reading, "document-not-text", NULL,
                              SAMSYN_E_NOT_TEXT);
    if (encoding == HTML_GUESSED)
        return reading_note(reading, "document-windows-1252", NULL);
    if (encoding == HTML_REPLACED)
        return reading_note(reading, "document-replaced", NULL);
    return SAMSYN_OK;
}

samsyn_status
html_read(const struct reading *reading)
{
    struct str bytes = str_make(reading->bytes, reading->length);
    struct buf utf8;
    samsyn_status status;

    if (bytes.len > MOST_BYTES)
        return fault_of(reading, HTML_TOO_MANY);
    buf_init(&utf8, reading->mem, 3 * MOST_BYTES);
    status = note_encoding(reading, html_decode(&utf8, bytes));
    if (status == SAMSYN_OK && buf_failed(&utf8))
        status = SAMSYN_E_NOMEM;
    if (status == SAMSYN_OK)
        status = read_page(reading, buf_view(&utf8));
    buf_done(&utf8);
    return status;
}

#endif
