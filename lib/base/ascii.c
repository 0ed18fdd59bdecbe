/* SPDX-License-Identifier: MIT */

/* Beginnings and ends of bytes that may be ASCII, whatever else they are. */

#include "base/ascii.h"

bool
ascii_begins(struct str bytes, struct str wanted)
{
    if (bytes.len < wanted.len)
        return false;
    for (size_t i = 0; i < wanted.len; i++) {
        if (ascii_lower(bytes.ptr[i]) != wanted.ptr[i])
            return false;
    }
    return true;
}

bool
ascii_ends(struct str bytes, struct str wanted)
{
    if (bytes.len < wanted.len)
        return false;
    return ascii_begins(
        str_make(bytes.ptr + (bytes.len - wanted.len), wanted.len), wanted);
}

struct str
ascii_of_utf16(char *out, size_t most, struct str bytes)
{
    bool low_first = str_starts(bytes, STR("\xFF\xFE"));
    size_t count = 0;

    if (!low_first && !str_starts(bytes, STR("\xFE\xFF")))
        return bytes;
    for (size_t at = 2; at + 1 < bytes.len && count < most; at += 2)
        out[count++] = bytes.ptr[low_first ? at : at + 1];
    return str_make(out, count);
}
