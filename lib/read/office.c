/* SPDX-License-Identifier: MIT */

/* Properties and notices of office files. */

#include "read/office.h"

#include "base/ascii.h"
#include "base/buf.h"
#include "base/number.h"

#define LONGEST_TITLE 500

samsyn_status
property_title(const struct reading *reading, struct str title)
{
    title = str_trim(title);
    if (!title.len || title.len > LONGEST_TITLE)
        return SAMSYN_OK;
    return samsyn_builder_set(reading->builder, SAMSYN_PROPERTY_TITLE,
                              title.ptr, title.len);
}

static bool
is_date(struct str text)
{
    static const char shape[] = "0000-00-00";

    if (text.len < sizeof shape - 1)
        return false;
    for (size_t i = 0; i < sizeof shape - 1; i++) {
        if (shape[i] == '0' ? !ascii_is_digit(text.ptr[i])
                            : text.ptr[i] != shape[i])
            return false;
    }
    return true;
}

samsyn_status
property_date(const struct reading *reading, struct str time)
{
    if (!is_date(time))
        return SAMSYN_OK;
    return samsyn_builder_set(reading->builder, SAMSYN_PROPERTY_DATE, time.ptr,
                              sizeof "0000-00-00" - 1);
}

samsyn_status
note_changes(const struct reading *reading, size_t changes)
{
    bool accept = reading->options->tracked == SAMSYN_TRACKED_ACCEPT;
    struct buf digits;
    samsyn_status status = SAMSYN_E_NOMEM;

    if (!changes)
        return SAMSYN_OK;
    buf_init(&digits, reading->mem, BUF_ANY);
    buf_int(&digits, (int64_t)changes);
    if (!buf_failed(&digits))
        status = reading_note(reading,
                              accept ? "document-tracked-accepted"
                                     : "document-tracked-rejected",
                              digits.data);
    buf_done(&digits);
    return status;
}
