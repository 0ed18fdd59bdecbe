/* SPDX-License-Identifier: MIT */

/* Paragraphs by their places.
 *
 * A mark is numbered where its paragraph begins, and is whole where that ends;
 * places are told after that, since a paragraph is played at its end.  All
 * offsets are those of tags, so that what is put in there stands between
 * elements. */

#include "read/marks.h"

void
marks_init(struct marks *marks, const samsyn_allocator *mem)
{
    *marks = (struct marks){ .part = STR(""), .comments = STR("") };
    arena_init(&marks->arena, mem);
    lookup_init(&marks->by_place, mem);
    vec_init(&marks->all, mem, sizeof(struct mark));
}

void
marks_done(struct marks *marks)
{
    arena_done(&marks->arena);
    lookup_done(&marks->by_place);
    vec_done(&marks->all);
}

samsyn_status
marks_begin(struct marks *marks, struct xml_spot tag, uint32_t *mark)
{
    struct mark *one = vec_push(&marks->all);

    if (!one)
        return SAMSYN_E_NOMEM;
    one->start = tag.to;
    *mark = (uint32_t)marks->all.len;
    return SAMSYN_OK;
}

/* NULL where there is none, or it has ended. */
static struct mark *
open_mark(struct marks *marks, uint32_t mark)
{
    struct mark *one = marks && mark ? vec_at(&marks->all, mark - 1) : NULL;

    return one && !one->end ? one : NULL;
}

void
marks_after(struct marks *marks, uint32_t mark, struct xml_spot tag)
{
    struct mark *one = open_mark(marks, mark);

    if (one)
        one->start = tag.to;
}

void
marks_end(struct marks *marks, uint32_t mark, struct xml_spot tag)
{
    struct mark *one = open_mark(marks, mark);

    if (one && tag.to > tag.from)
        one->end = tag.from;
}

samsyn_status
marks_place(struct marks *marks, struct str place, uint32_t mark)
{
    const struct mark *one = vec_at(&marks->all, mark - 1);
    struct str key;

    if (!one->end || lookup_find(&marks->by_place, place) != LOOKUP_NONE)
        return SAMSYN_OK;
    if (!marks->first)
        marks->first = mark;
    key = arena_str(&marks->arena, place);
    return key.ptr && lookup_add(&marks->by_place, key, &mark) ? SAMSYN_OK
                                                               : SAMSYN_E_NOMEM;
}

static const struct mark *
first_whole(const struct marks *marks)
{
    for (size_t i = 0; i < marks->all.len; i++) {
        const struct mark *one = vec_at(&marks->all, i);

        if (one->end)
            return one;
    }
    return NULL;
}

const struct mark *
marks_find(const struct marks *marks, struct str place)
{
    uint32_t mark = lookup_find(&marks->by_place, place);

    if (mark == LOOKUP_NONE)
        mark = marks->first;
    return mark ? vec_at(&marks->all, mark - 1) : first_whole(marks);
}
