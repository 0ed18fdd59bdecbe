/* SPDX-License-Identifier: MIT */

/* Any bytes as a zip file, behind the four by which one is known; where they
 * name word/document.xml at their end, they are read as DOCX, else as what
 * they name.  Read twice they are the same. */

#include <stdio.h>
#include <stdlib.h>

#include "fuzz.h"
#include "fuzz/office.h"

int
fuzz_zip(const uint8_t *bytes, size_t length)
{
    struct buf file;

    buf_init(&file, &mem_default, BUF_ANY);
    buf_text(&file, "PK\x03\x04");
    buf_add(&file, (const char *)bytes, length);
    fuzz_require(!buf_failed(&file));
    fuzz_office(&file);
    buf_done(&file);
    return 0;
}

FUZZ_ENTRY(fuzz_zip)
