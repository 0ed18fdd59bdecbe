/* SPDX-License-Identifier: MIT */

/* Properties and notices of office files. */

#include "read/office.h"

#include "base/buf.h"
#include "base/day.h"
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

samsyn_status
property_date(const struct reading *reading, struct str time)
{
    struct str date = day_begin(time);

    if (!date.len)
        return SAMSYN_OK;
    return samsyn_builder_set(reading->builder, SAMSYN_PROPERTY_DATE, date.ptr,
                              date.len);
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
