/* SPDX-License-Identifier: MIT */

/* Parts that are added to.
 *
 * A part is kept as it is unpacked, while the XML reader goes through it and
 * says where its root ends and which ids are taken.  Nothing is written anew:
 * what was there is copied by its bytes. */

#include "read/remark_part.h"

#ifdef READ_OFFICE
#include "base/number.h"
#include "read/docx_words.h"

#define LARGEST_ID 2000000000

void
remark_part_init(struct remark_part *part, const struct reading *reading)
{
    *part = (struct remark_part){ .reading = reading, .id = -1 };
    buf_init(&part->name, reading->mem, BUF_ANY);
    buf_init(&part->bytes, reading->mem, BUF_ANY);
    buf_init(&part->now, reading->mem, BUF_ANY);
}

void
remark_part_done(struct remark_part *part)
{
    buf_done(&part->name);
    buf_done(&part->bytes);
    buf_done(&part->now);
}

/* ---- Reading ---- */

static samsyn_status
pull_kept(void *user, char *into, size_t room, size_t *got)
{
    struct remark_part *part = user;
    samsyn_status status =
        part->source.pull(part->source.user, into, room, got);

    if (status != SAMSYN_OK)
        return status;
    buf_add(&part->bytes, into, *got);
    return buf_failed(&part->bytes) ? SAMSYN_E_NOMEM : SAMSYN_OK;
}

static void
take_id(struct remark_part *part, const struct xml_element *element)
{
    int64_t id = xml_number(element, W_ID, 0, LARGEST_ID, -1);

    if (id > part->id)
        part->id = id;
}

static void
take_relation(struct remark_part *part, const struct xml_element *element)
{
    struct str id = xml_attribute(element, W_RELID);
    size_t size = sizeof REMARK_RELATION - 1;
    int64_t number;

    if (!id.ptr || !str_starts(id, STR(REMARK_RELATION)) ||
        !number_int(str_make(id.ptr + size, id.len - size), &number))
        return;
    if (number > part->relation && number <= LARGEST_ID)
        part->relation = number;
}

static samsyn_status
on_start(void *user, struct xml_element *element)
{
    struct remark_part *part = user;

    if (part->root < 0)
        part->root = element->word;
    if (element->word == W_RELATIONSHIP)
        take_relation(part, element);
    else if (element->word == W_COMMENT ||
             element->word == W_COMMENTRANGESTART ||
             element->word == W_COMMENTRANGEEND ||
             element->word == W_COMMENTREFERENCE)
        take_id(part, element);
    return SAMSYN_OK;
}

/* XML in two bytes a letter has a zero or a mark of order in the first two. */
static bool
is_wide(struct str bytes)
{
    return bytes.len < 2 || !bytes.ptr[0] || !bytes.ptr[1] ||
           (unsigned char)bytes.ptr[0] >= 0xFE;
}

samsyn_status
remark_part_read(struct remark_part *part, struct package *package)
{
    struct xml_handler handler = { .start = on_start,
                                   .user = part,
                                   .spot = &part->spot };
    struct source kept = { pull_kept, part };
    size_t elements = 0;
    samsyn_status status =
        package_part(package, buf_view(&part->name), &part->source);

    part->root = -1;
    if (status == SAMSYN_OK)
        status =
            xml_read(part->reading, kept, &docx_names, &handler, &elements);
    if (status == SAMSYN_OK && is_wide(buf_view(&part->bytes)))
        return reading_refuse(part->reading, "document-xml-damaged", NULL,
                              SAMSYN_E_NOT_TEXT);
    return status;
}

/* ---- Writing ---- */

void
remark_part_to(struct remark_part *part, size_t place)
{
    buf_add(&part->now, part->bytes.data + part->done, place - part->done);
    part->done = place;
}

bool
remark_part_to_end(struct remark_part *part)
{
    if (part->spot.to <= part->spot.from)
        return false;
    remark_part_to(part, part->spot.from);
    return true;
}

void
remark_part_rest(struct remark_part *part)
{
    if (part->done < part->bytes.len)
        remark_part_to(part, part->bytes.len);
}

#endif
