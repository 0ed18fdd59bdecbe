/* SPDX-License-Identifier: MIT */

/* Any bytes as a web page.  Reading it twice gives the same document, and
 * nothing of a page is longer than the page with its tables' cells written
 * for every row that they reach. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "api/api.h"
#include "base/buf.h"
#include "fuzz.h"
#include "samsyn_read.h"
#include "support/document_dump.h"

#define MOST_REPEATED ((size_t)3 << 20)

static samsyn_document *
read_page(const struct buf *page)
{
    samsyn_document *document = NULL;
    samsyn_diagnostics *list = NULL;
    samsyn_status status =
        samsyn_read_document(&document, page->data, page->len, "fuzz",
                             dump_language(), NULL, NULL, &list);

    fuzz_require((status == SAMSYN_OK) == (document != NULL));
    fuzz_require(status == SAMSYN_OK || samsyn_diagnostics_count(list) > 0);
    samsyn_diagnostics_free(list);
    return document;
}

static void
check_same(const samsyn_document *a, const samsyn_document *b, size_t length)
{
    size_t lengths[2] = { 0, 0 };
    const char *first = samsyn_document_text(a, &lengths[0]);
    const char *second = samsyn_document_text(b, &lengths[1]);

    fuzz_require(lengths[0] == lengths[1]);
    fuzz_require(memcmp(first, second, lengths[0]) == 0);
    fuzz_require(lengths[0] <= 3 * length + MOST_REPEATED);
}

int
fuzz_html(const uint8_t *bytes, size_t length)
{
    struct buf page;
    samsyn_document *first, *second;

    if (!samsyn_read_can(SAMSYN_READ_HTML))
        return 0;
    buf_init(&page, &mem_default, BUF_ANY);
    buf_text(&page, "<html>"); /* by which it is known */
    buf_add(&page, (const char *)bytes, length);
    fuzz_require(!buf_failed(&page));
    first = read_page(&page);
    second = read_page(&page);
    fuzz_require((first == NULL) == (second == NULL));
    if (first)
        check_same(first, second, page.len);
    samsyn_document_free(first);
    samsyn_document_free(second);
    buf_done(&page);
    return 0;
}

FUZZ_ENTRY(fuzz_html)
