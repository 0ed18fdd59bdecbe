/* SPDX-License-Identifier: MIT */

/* A zip file: a header and the bytes of each part, then the directory. */

#include "tests/support/packed.h"

static void
put(struct buf *out, uint32_t number, size_t bytes)
{
    for (size_t i = 0; i < bytes; i++)
        buf_char(out, (char)(number >> (8 * i)));
}

static uint32_t
crc_of(struct str bytes)
{
    uint32_t crc = 0xFFFFFFFF;

    for (size_t i = 0; i < bytes.len; i++) {
        crc ^= (unsigned char)bytes.ptr[i];
        for (int bit = 0; bit < 8; bit++)
            crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320 : 0);
    }
    return ~crc;
}

/* What the header of a part and its entry in the directory have in common. */
static void
put_common(struct buf *out, const struct packed_part *part, uint32_t crc)
{
    struct str name = str_of(part->name);
    uint32_t size = (uint32_t)part->bytes.len;

    put(out, 20, 2); /* version */
    put(out, 0, 2);  /* flags */
    put(out, 0, 2);  /* stored */
    put(out, 0, 2);  /* time */
    put(out, 0x21, 2);
    put(out, crc, 4);
    put(out, size, 4);
    put(out, part->claimed ? part->claimed : size, 4);
    put(out, (uint32_t)name.len, 2);
    put(out, 0, 2); /* extra */
}

static void
put_entry(struct buf *out, const struct packed_part *part, uint32_t crc,
          uint32_t at)
{
    put(out, 0x02014b50, 4);
    put(out, 20, 2);
    put_common(out, part, crc);
    put(out, 0, 2); /* comment */
    put(out, 0, 4); /* disk and attributes */
    put(out, 0, 4);
    put(out, at, 4);
    buf_text(out, part->name);
}

static void
put_end(struct buf *out, size_t count, size_t size, size_t at)
{
    put(out, 0x06054b50, 4);
    put(out, 0, 4);
    put(out, (uint32_t)count, 2);
    put(out, (uint32_t)count, 2);
    put(out, (uint32_t)size, 4);
    put(out, (uint32_t)at, 4);
    put(out, 0, 2);
}

void
packed_zip(struct buf *out, const struct packed_part *parts, size_t count)
{
    struct buf directory;
    size_t from = out->len;

    buf_init(&directory, &mem_default, BUF_ANY);
    for (size_t i = 0; i < count; i++) {
        uint32_t crc = crc_of(parts[i].bytes);

        put_entry(&directory, &parts[i], crc, (uint32_t)(out->len - from));
        put(out, 0x04034b50, 4);
        put_common(out, &parts[i], crc);
        buf_text(out, parts[i].name);
        buf_str(out, parts[i].bytes);
    }
    size_t at = out->len - from;
    buf_str(out, buf_view(&directory));
    put_end(out, count, directory.len, at);
    buf_done(&directory);
}
