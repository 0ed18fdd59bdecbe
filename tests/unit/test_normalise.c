/* SPDX-License-Identifier: MIT */

/* The normaliser: what comes out, that it does not depend on where the input
 * is cut, that nothing changes when it is done again, and that the stretches
 * it tells of lead back to the input. */

#include "document/normalise.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/utf8.h"
#include "support/document_dump.h"
#include "support/ledger.h"

#define MOST_STRETCHES 512
#define INPUT_PLACE 1000 /* where the input begins in an imagined file */

static struct sample {
    const char *name, *input, *output;
} samples[] = {
    { "nothing", "", "" },
    { "plain", "Hela texten, orörd.", "Hela texten, orörd." },
    { "white space", " a\t b \n\n c\r\nd ", "a b c d" },
    { "no-break and thin space",
      "25\xC2\xA0"
      "000\xE2\x80\x89kr",
      "25 000 kr" },
    { "decomposed", "A\xCC\x8Atga\xCC\x88rd o\xCC\x88ver", "Åtgärd över" },
    { "two marks", "o\xCC\x88\xCC\x81 u\xCC\x81x", "ö\xCC\x81 úx" },
    { "mark first", "\xCC\x88 a", "\xCC\x88 a" },
    { "mark after space", "a \xCC\x88", "a \xCC\x88" },
    { "mark after hyphen", "a-\xCC\x88x", "a-\xCC\x88x" },
    { "singletons", "\xE2\x84\xAB\xE2\x84\xAA\xE2\x84\xA6\xCD\xBE", "ÅKΩ;" },
    { "soft hyphen", "upp\xC2\xADsägning", "uppsägning" },
    { "soft hyphen at line end", "upp\xC2\xAD\nsägning", "uppsägning" },
    { "soft hyphen after a mark", "slut.\xC2\xAD\nNästa", "slut. Nästa" },
    { "soft hyphen and blank", "upp\xC2\xAD sägning", "upp sägning" },
    { "soft hyphen inside a letter", "a\xC2\xAD\xCC\x88", "ä" },
    { "zero width", "sam\xE2\x80\x8Bver\xE2\x81\xA0kan\xEF\xBB\xBF",
      "samverkan" },
    { "hyphens", "icke\xE2\x80\x91vålds\xE2\x80\x90metod", "icke-vålds-metod" },
    { "ligatures",
      "e\xEF\xAC\x80"
      "ekt \xEF\xAC\x81nns \xEF\xAC\x83x o\xEF\xAC\x86",
      "effekt finns ffix ost" },
    { "divided word", "brotts-\nförebyggande", "brottsförebyggande" },
    { "divided, indented", "brotts-  \n   förebyggande", "brottsförebyggande" },
    { "divided, CRLF", "brotts-\r\nförebyggande", "brottsförebyggande" },
    { "divided, U+2010", "brotts\xE2\x80\x90\nförebyggande",
      "brottsförebyggande" },
    { "divided, decomposed", "ga\xCC\x88-\na\xCC\x88r", "gäär" },
    { "not divided", "polis- och", "polis- och" },
    { "suspended", "polis-\noch kommun", "polis- och kommun" },
    { "suspended at the end", "polis-\nSAMT", "polis-SAMT" },
    { "suspended before a mark", "polis-\noch/eller", "polis- och/eller" },
    { "like a suspended word", "polis-\nochra", "polisochra" },
    { "ends in a hyphen", "barn-\nungdoms- och", "barn- ungdoms- och" },
    { "ends in a hyphen at a line end", "brotts-\nförebyg-\ngande",
      "brottsförebyggande" },
    { "hyphen at both ends", "a-\nb-", "a- b-" },
    { "capital after", "Norra-\nSödra", "Norra-Södra" },
    { "capital before", "SSPF-\narbetet", "SSPF-arbetet" },
    { "capital before a suspended word", "PRO-\noch SPF-\nmöten",
      "PRO- och SPF-möten" },
    { "digit before a suspended word", "2025-\noch 2026-\n",
      "2025- och 2026-" },
    { "digit before", "2017-\nårs", "2017-års" },
    { "digit after", "åk 7-\n9", "åk 7-9" },
    { "hyphen that is a dash", "polis -\noch", "polis - och" },
    { "en dash", "2019\xE2\x80\x93\n2022", "2019\xE2\x80\x93 2022" },
    { "hyphen at the end", "polis-\n", "polis-" },
    { "hyphen before a mark", "polis-\n(och)", "polis- (och)" },
    { "word too long to hold",
      "a-\nbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb-"
      " "
      "c",
      "abbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb- "
      "c" },
    { "mojibake stays", "f\xC3\x83\xC2\xB6rs\xC3\x83\xC2\xB6k",
      "f\xC3\x83\xC2\xB6rs\xC3\x83\xC2\xB6k" },
    { "form feed", "åter-\n\fkommer", "återkommer" },
    { "symbols", "½ m² 10 % §\xE2\x80\xA6", "½ m² 10 % §\xE2\x80\xA6" },
};

/* What a normaliser told of. */
struct told {
    struct stretch {
        size_t length, start, end;
        bool linear;
    } stretches[MOST_STRETCHES];
    size_t count, length;
};

static bool
note(void *user, size_t length, bool linear, size_t start, size_t end)
{
    struct told *told = user;

    assert_in_range(told->count, 0, MOST_STRETCHES - 1);
    told->stretches[told->count++] =
        (struct stretch){ length, start, end, linear };
    told->length += length;
    return true;
}

/* Normalise in pieces of @p step code points, each of its own place. */
static bool
run(struct buf *out, struct told *told, const char *input, size_t step,
    const samsyn_allocator *mem)
{
    size_t length = strlen(input), at = 0, size;
    struct normaliser *normaliser =
        normaliser_new(mem, &dump_language()->suspended, out, note, told);
    bool fine = normaliser != NULL;

    while (fine && at < length) {
        size_t from = at;

        for (size_t i = 0; i < step && at < length; i++) {
            (void)utf8_decode(input + at, length - at, &size);
            at += size;
        }
        fine = normaliser_add(normaliser, str_make(input + from, at - from),
                              INPUT_PLACE + from, INPUT_PLACE + at);
    }
    fine = fine && normaliser_end(normaliser);
    normaliser_free(normaliser);
    return fine;
}

/* Each stretch told of came from where it says. */
static void
check_told(const struct told *told, struct str output, const char *input)
{
    size_t at = 0, last = INPUT_PLACE, length = strlen(input);

    assert_int_equal(told->length, output.len);
    for (size_t i = 0; i < told->count; i++) {
        const struct stretch *stretch = &told->stretches[i];

        assert_true(stretch->start >= last && stretch->start < stretch->end);
        assert_true(stretch->end <= INPUT_PLACE + length);
        last = stretch->linear ? stretch->end : stretch->start;
        for (size_t k = 0; stretch->linear && k < stretch->length; k++) {
            char from = input[stretch->start - INPUT_PLACE + k];
            char to = output.ptr[at + k];

            assert_true(from == to || (to == ' ' && strchr("\t\n\r\f", from)));
        }
        if (stretch->linear)
            assert_int_equal(stretch->end - stretch->start, stretch->length);
        at += stretch->length;
    }
}

static void
check_once(const struct sample *sample, const char *input, size_t step)
{
    struct told told = { .count = 0 };
    struct buf out;

    buf_init(&out, &mem_default, SIZE_MAX);
    assert_true(run(&out, &told, input, step, &mem_default));
    struct str output = buf_view(&out);
    assert_string_equal(output.ptr, sample->output);
    check_told(&told, output, input);
    buf_done(&out);
}

static void
test_row(void **state)
{
    const struct sample *sample = *state;
    size_t count = utf8_count(sample->input, strlen(sample->input));

    for (size_t step = 1; step <= count + 1; step++)
        check_once(sample, sample->input, step);
    /* Done again, nothing changes. */
    check_once(sample, sample->output, SIZE_MAX);
    check_once(sample, sample->output, 1);
}

static void
test_memory(void **state)
{
    const struct sample *sample = *state;
    bool fine = false;

    for (size_t n = 0; !fine; n++) {
        struct ledger ledger = { .budget = n };
        samsyn_allocator mem = ledger_allocator(&ledger);
        struct told told = { .count = 0 };
        struct buf out;

        assert_in_range(n, 0, 10);
        buf_init(&out, &mem, SIZE_MAX);
        fine = run(&out, &told, sample->input, 3, &mem);
        buf_done(&out);
        assert_int_equal(ledger.live, 0);
    }
}

/* Several blocks, one after the other, through the same normaliser. */
static void
test_blocks(void **state)
{
    struct told told = { .count = 0 };
    struct buf out;
    struct normaliser *normaliser;

    (void)state;
    buf_init(&out, &mem_default, SIZE_MAX);
    normaliser = normaliser_new(&mem_default, &dump_language()->suspended, &out,
                                note, &told);
    assert_non_null(normaliser);
    assert_true(normaliser_add(normaliser, STR("polis-\n"), 0, 7));
    assert_true(normaliser_end(normaliser));
    assert_true(normaliser_add(normaliser, STR("  arbete"), 7, 15));
    assert_true(normaliser_end(normaliser));
    assert_string_equal(out.data, "polis-arbete");
    normaliser_free(normaliser);
    buf_done(&out);
}

/* An entity: all that comes from it stands for the whole of it. */
static void
test_whole(void **state)
{
    struct told told = { .count = 0 };
    struct buf out;
    struct normaliser *normaliser;

    (void)state;
    buf_init(&out, &mem_default, SIZE_MAX);
    normaliser = normaliser_new(&mem_default, &dump_language()->suspended, &out,
                                note, &told);
    assert_non_null(normaliser);
    assert_true(normaliser_add(normaliser, STR("g"), 0, 1));
    assert_true(normaliser_add(normaliser, STR("ä"), 1, 7));
    assert_true(normaliser_add(normaliser, STR("ller"), 7, 11));
    assert_true(
        normaliser_add(normaliser, STR(" x"), SAMSYN_NONE, SAMSYN_NONE));
    assert_true(normaliser_end(normaliser));
    assert_string_equal(out.data, "gäller x");
    assert_int_equal(told.count, 4);
    assert_false(told.stretches[1].linear);
    assert_int_equal(told.stretches[1].start, 1);
    assert_int_equal(told.stretches[1].end, 7);
    assert_true(told.stretches[3].start == SAMSYN_NONE);
    normaliser_free(normaliser);
    buf_done(&out);
}

int
main(void)
{
    struct CMUnitTest tests[2 * ARRAY_LEN(samples) + 2];
    size_t count = 0;

    for (size_t i = 0; i < ARRAY_LEN(samples); i++) {
        tests[count++] = (struct CMUnitTest){ .name = samples[i].name,
                                              .test_func = test_row,
                                              .initial_state = &samples[i] };
        tests[count++] = (struct CMUnitTest){ .name = "memory",
                                              .test_func = test_memory,
                                              .initial_state = &samples[i] };
    }
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(test_blocks);
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(test_whole);
    return cmocka_run_group_tests_name("normalise", tests, NULL, NULL);
}
