/* SPDX-License-Identifier: MIT */
#ifndef TESTS_FUZZ_H
#define TESTS_FUZZ_H

/* The fuzz targets: each takes any bytes and must end, without a fault and
 * within the stated limits.  What must hold of every input beside that is
 * checked with fuzz_require().
 *
 * Built with FUZZ_ENGINE each file is a program of its own with libFuzzer's
 * entry; without, all of them are linked into the program of replay.c, which
 * replays files and needs no engine. */

#include <stddef.h>
#include <stdint.h>

int
fuzz_checklist(const uint8_t *bytes, size_t length);
int
fuzz_language(const uint8_t *bytes, size_t length);
int
fuzz_answers(const uint8_t *bytes, size_t length);
int
fuzz_document(const uint8_t *bytes, size_t length);
int
fuzz_levels(const uint8_t *bytes, size_t length);
int
fuzz_rule(const uint8_t *bytes, size_t length);
int
fuzz_model(const uint8_t *bytes, size_t length);
int
fuzz_html(const uint8_t *bytes, size_t length);
int
fuzz_docx(const uint8_t *bytes, size_t length);
int
fuzz_odt(const uint8_t *bytes, size_t length);
int
fuzz_zip(const uint8_t *bytes, size_t length);
int
fuzz_pdf(const uint8_t *bytes, size_t length);

/* Ends the program, and says why, where something does not hold. */
#define fuzz_require(holds)                                                    \
    do {                                                                       \
        if (!(holds)) {                                                        \
            fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #holds);        \
            abort();                                                           \
        }                                                                      \
    } while (0)

#ifdef FUZZ_ENGINE
#define FUZZ_ENTRY(target)                                                     \
    int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);           \
    int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)            \
    {                                                                          \
        return target(bytes, length);                                          \
    }
#else
#define FUZZ_ENTRY(target)                                                     \
    extern int target##_is_here; /* no empty declaration */
#endif

#endif
