/* SPDX-License-Identifier: MIT */

/* Office files that are cut off or changed somewhere, and memory that ends
 * inside of libzip and expat, which take it from malloc.
 *
 * Nothing may be lost or read past its end, every failure is a status that
 * says why, and what cannot be read gives no document and no copy with
 * remarks. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/docx_xml.h"
#include "tests/support/fixture.h"
#include "tests/support/judged.h"

/* ---- Memory that ends ---- */

/* glibc's own functions, behind the names that this program takes over.
 * Sanitizers take them over themselves. */
#ifdef __has_feature
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define SANITIZED 1
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define SANITIZED 1
#endif
#if defined(__GLIBC__) && !defined(SANITIZED)
#define INTERPOSED 1
#define SEEN __attribute__((visibility("default")))

extern void *
__libc_malloc(size_t size);
extern void *
__libc_calloc(size_t count, size_t size);
extern void *
__libc_realloc(void *block, size_t size);

static volatile size_t
    budget; /* allocations yet to succeed, where they are counted */
static volatile bool counting;

static bool
may_have(void)
{
    if (!counting)
        return true;
    if (!budget)
        return false;
    budget--;
    return true;
}

SEEN void *
malloc(size_t size)
{
    return may_have() ? __libc_malloc(size) : NULL;
}

SEEN void *
calloc(size_t count, size_t size)
{
    return may_have() ? __libc_calloc(count, size) : NULL;
}

SEEN void *
realloc(void *block, size_t size)
{
    return may_have() ? __libc_realloc(block, size) : NULL;
}
#endif

static const struct opened_docx word = {
    .body = "<w:p>" T("Vi ska mäta") "<w:r><w:footnoteReference w:id=\"2\"/>"
                                     "</w:r></w:p><w:tbl>" GRID2
                                     "<w:tr>" TITLES TC("Vad")
                                         TC("Vem") "</w:tr><w:tr>" TC("a")
                                             TC("b") "</w:tr></w:tbl>",
    .footnotes = notes,
    .styles = styles,
    .lists = lists,
};

static const struct opened_odt open_text = {
    .text = "<text:h text:outline-level=\"1\">Mål</text:h><text:p>Vi ska mäta."
            "</text:p>",
    .styles = "<style:style style:name=\"a\" style:family=\"paragraph\"/>",
    .meta = "<dc:title>Avtal</dc:title>",
};

static void
write_word(struct buf *out)
{
    opened_docx(out, &word);
}

static void
write_open(struct buf *out)
{
    opened_odt(out, &open_text);
}

static void
write_flat(struct buf *out)
{
    opened_fodt(out, &open_text);
}

static const struct file {
    const char *name;
    void (*write)(struct buf *out);
} files[] = {
    { "docx", write_word },
    { "odt", write_open },
    { "fodt", write_flat },
};

static samsyn_status
read_bytes(const char *bytes, size_t length, samsyn_diagnostics **list,
           samsyn_document **out)
{
    return samsyn_read_document(out, bytes, length, "fil", dump_language(),
                                NULL, NULL, list);
}

#ifdef INTERPOSED
/* What other libraries allocate is counted, too. */
static void
check_taken_over(void)
{
    char *copy;

    budget = 0;
    counting = true;
    copy = strdup("x");
    counting = false;
    assert_null(copy);
}

static void
test_memory(void **state)
{
    const struct file *file = *state;
    struct buf bytes = opened_bytes();
    samsyn_status status = SAMSYN_E_NOMEM;

    check_taken_over();
    file->write(&bytes);
    for (size_t n = 0; status == SAMSYN_E_NOMEM; n++) {
        samsyn_document *document = NULL;
        samsyn_diagnostics *list = NULL;

        assert_in_range(n, 0, 5000);
        budget = n;
        counting = true;
        status = read_bytes(bytes.data, bytes.len, &list, &document);
        counting = false;
        assert_true((status == SAMSYN_OK) == (document != NULL));
        samsyn_diagnostics_free(list);
        samsyn_document_free(document);
    }
    assert_int_equal(status, SAMSYN_OK);
    buf_done(&bytes);
}
#endif

/* ---- Files that are not whole ---- */

/* A failure says why; what was read is a document. */
static void
check_read(const char *bytes, size_t length)
{
    samsyn_document *document = NULL;
    samsyn_diagnostics *list = NULL;
    samsyn_status status = read_bytes(bytes, length, &list, &document);

    assert_true((status == SAMSYN_OK) == (document != NULL));
    assert_true(status == SAMSYN_OK || samsyn_diagnostics_count(list) > 0);
    samsyn_diagnostics_free(list);
    samsyn_document_free(document);
}

static void
test_cut(void **state)
{
    const struct file *file = *state;
    struct buf bytes = opened_bytes();

    file->write(&bytes);
    for (size_t length = 0; length < bytes.len; length++) {
        /* A block of its own, so that what reads past it is found. */
        char *cut = malloc(length + 1);

        assert_non_null(cut);
        memcpy(cut, bytes.data, length);
        check_read(cut, length);
        free(cut);
    }
    buf_done(&bytes);
}

static void
test_changed(void **state)
{
    static const char changes[] = { '\0', '\xFF', '<', '0' };
    const struct file *file = *state;
    struct buf bytes = opened_bytes();

    file->write(&bytes);
    for (size_t at = 0; at < bytes.len; at++) {
        char was = bytes.data[at];

        bytes.data[at] = changes[at % ARRAY_LEN(changes)];
        check_read(bytes.data, bytes.len);
        bytes.data[at] = was;
    }
    buf_done(&bytes);
}

/* ---- Copies with remarks ---- */

/* Judged as a text, whose evidence has no place in a file. */
static void
judge(struct judged *out)
{
    struct samsyn_config config = fixture_config(&mem_default);
    struct buf yaml = opened_bytes();

    *out = (struct judged){ 0 };
    fixture_yaml(&yaml, "{ find: { word: peng } }", NULL, NULL);
    assert_int_equal(judged_text(out, buf_view(&yaml), "Vi ska mäta.",
                                 SAMSYN_FORMAT_TEXT, &config),
                     SAMSYN_OK);
    buf_done(&yaml);
}

static int
take_bytes(void *user, const char *bytes, size_t length)
{
    buf_add(user, bytes, length);
    return buf_failed(user);
}

static samsyn_status
copy_bytes(struct buf *out, struct str bytes, const struct judged *judged,
           samsyn_diagnostics **list)
{
    return samsyn_read_remarked(bytes.ptr, bytes.len, judged->assessment,
                                dump_language(), NULL, take_bytes, out, list);
}

/* A copy reads as what it is a copy of. */
static void
check_copy(const struct buf *copy)
{
    samsyn_document *document = NULL;
    samsyn_diagnostics *list = NULL;

    assert_int_equal(read_bytes(copy->data, copy->len, &list, &document),
                     SAMSYN_OK);
    samsyn_diagnostics_free(list);
    samsyn_document_free(document);
}

#ifdef INTERPOSED
static bool
holds(const struct buf *bytes, struct str sought)
{
    for (size_t i = 0; i + sought.len <= bytes->len; i++) {
        if (str_equal(str_make(bytes->data + i, sought.len), sought))
            return true;
    }
    return false;
}

/* What receives the copy has memory. */
static int
take_counted(void *user, const char *bytes, size_t length)
{
    int failed;

    counting = false;
    failed = take_bytes(user, bytes, length);
    counting = true;
    return failed;
}

static void
test_copy_memory(void **state)
{
    struct buf bytes = opened_bytes(), copy = opened_bytes();
    samsyn_status status = SAMSYN_E_NOMEM;
    struct judged judged;

    (void)state;
    write_word(&bytes);
    judge(&judged);
    for (size_t n = 0; status == SAMSYN_E_NOMEM; n++) {
        samsyn_diagnostics *list = NULL;

        assert_in_range(n, 0, 5000);
        budget = n;
        counting = true;
        status = samsyn_read_remarked(bytes.data, bytes.len, judged.assessment,
                                      dump_language(), NULL, take_counted,
                                      &copy, &list);
        counting = false;
        assert_true((status == SAMSYN_OK) == (copy.len > 0));
        samsyn_diagnostics_free(list);
    }
    assert_int_equal(status, SAMSYN_OK);
    assert_true(holds(&copy, STR("word/comments.xml")));
    check_copy(&copy);
    judged_end(&judged);
    buf_done(&copy);
    buf_done(&bytes);
}
#endif

/* A failure says why, and writes nothing; what was written is a document. */
static void
check_copied(struct str bytes, const struct judged *judged)
{
    struct buf copy = opened_bytes();
    samsyn_diagnostics *list = NULL;
    samsyn_status status = copy_bytes(&copy, bytes, judged, &list);

    assert_true((status == SAMSYN_OK) == (copy.len > 0));
    assert_true(status == SAMSYN_OK || status == SAMSYN_E_NO_READER ||
                samsyn_diagnostics_count(list) > 0);
    if (status == SAMSYN_OK)
        check_copy(&copy);
    samsyn_diagnostics_free(list);
    buf_done(&copy);
}

static void
test_copy_changed(void **state)
{
    static const char changes[] = { '\0', '\xFF', '<', '0' };
    struct buf bytes = opened_bytes();
    struct judged judged;

    (void)state;
    write_word(&bytes);
    judge(&judged);
    check_copied(buf_view(&bytes), &judged);
    for (size_t at = 0; at < bytes.len; at++) {
        char was = bytes.data[at];

        bytes.data[at] = changes[at % ARRAY_LEN(changes)];
        check_copied(buf_view(&bytes), &judged);
        bytes.data[at] = was;
    }
    judged_end(&judged);
    buf_done(&bytes);
}

int
main(void)
{
    struct CMUnitTest tests[3 * ARRAY_LEN(files) + 2];
    size_t count = 0;

    if (!samsyn_read_can(SAMSYN_READ_DOCX))
        return 0;
    for (size_t i = 0; i < ARRAY_LEN(files); i++) {
#ifdef INTERPOSED
        tests[count++] = test_of("memory", test_memory, &files[i]);
#endif
        tests[count++] = test_of("cut off", test_cut, &files[i]);
        tests[count++] = test_of("changed", test_changed, &files[i]);
    }
#ifdef INTERPOSED
    tests[count++] = test_of("copy: memory", test_copy_memory, NULL);
#endif
    tests[count++] = test_of("copy: changed", test_copy_changed, NULL);
    return _cmocka_run_group_tests("read damaged", tests, count, NULL, NULL);
}
