/* SPDX-License-Identifier: MIT */
#ifndef TESTS_OPENED_CHECK_H
#define TESTS_OPENED_CHECK_H

/* Reads office files that tests have written, and looks at what came of them.
 * Only tests of the readers are linked with what this calls. */

#include "base/config.h"
#include "support/document_dump.h"
#include "support/ledger.h"
#include "support/opened.h"

/* Read a file with an allocator, and free its bytes. */
static inline samsyn_status
opened_read(samsyn_document **out, samsyn_diagnostics **list, struct buf *bytes,
            const samsyn_allocator *mem, samsyn_tracked tracked)
{
    struct samsyn_config config = config_default;
    samsyn_read_options *options = NULL;
    samsyn_status status = samsyn_read_options_new(&options, mem);

    config.mem = *mem;
    if (status == SAMSYN_OK)
        status = samsyn_read_options_set_tracked(options, tracked);
    if (status == SAMSYN_OK)
        status = samsyn_read_document(out, bytes->data, bytes->len, "fil",
                                      dump_language(), &config, options, list);
    samsyn_read_options_free(options);
    buf_done(bytes);
    return status;
}

static inline struct buf
opened_bytes(void)
{
    struct buf bytes;

    buf_init(&bytes, &mem_default, BUF_ANY);
    return bytes;
}

/* What is in a document, as dump_blocks() has it. */
static inline void
check_blocks(const samsyn_document *document, const char *expected)
{
    struct buf blocks = opened_bytes();

    dump_blocks(&blocks, document);
    assert_string_equal(blocks.data, expected);
    buf_done(&blocks);
}

/* What was said: one code, or nothing where it is NULL. */
static inline void
check_said(const samsyn_diagnostics *list, const char *code)
{
    assert_int_equal(samsyn_diagnostics_count(list), code != NULL);
    if (code)
        assert_string_equal(samsyn_diagnostics_code(list, 0), code);
}

static inline struct CMUnitTest
test_of(const char *name, CMUnitTestFunction function, const void *row)
{
    return (struct CMUnitTest){ .name = name,
                                .test_func = function,
                                .initial_state = (void *)(uintptr_t)row };
}

#endif
