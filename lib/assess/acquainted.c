/* SPDX-License-Identifier: MIT */

/* A model's acquaintance: digests of the documents that it was taught from,
 * cut to 64 bits, which is enough to tell some hundreds apart by chance and
 * not meant to resist who wants to be taken for one of them. */

#include "assess/acquainted.h"

#include <string.h>

#define DIGITS 8 /* of a digest, in a number */

static uint32_t
number_of(const char *digits)
{
    static const char hex[] = "0123456789abcdef";
    uint32_t number = 0;

    for (size_t i = 0; i < DIGITS; i++) {
        const char *digit = digits[i] ? strchr(hex, digits[i]) : NULL;

        number = number << 4 | (digit ? (uint32_t)(digit - hex) : 0);
    }
    return number;
}

void
acquainted_numbers(int32_t out[ACQUAINTED_NUMBERS],
                   const struct samsyn_document *document)
{
    const char *digits = document->digest + sizeof "sha256:" - 1;

    for (size_t i = 0; i < ACQUAINTED_NUMBERS; i++) {
        uint32_t number = number_of(digits + DIGITS * i);

        memcpy(&out[i], &number, sizeof number);
    }
}

bool
acquainted(const struct model *model, const struct samsyn_document *document)
{
    const struct model_section *section =
        model_section(model, STR(ACQUAINTED_SECTION));
    int32_t wanted[ACQUAINTED_NUMBERS];

    if (!section)
        return false;
    acquainted_numbers(wanted, document);
    for (size_t i = 0; i + ACQUAINTED_NUMBERS <= section->count;
         i += ACQUAINTED_NUMBERS) {
        if (memcmp(section->values + i, wanted, sizeof wanted) == 0)
            return true;
    }
    return false;
}
