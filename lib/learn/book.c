/* SPDX-License-Identifier: MIT */

/* Passages to lessons.
 *
 * Each passage becomes its distinct features, sorted, with how often it has
 * each, all of them in two arrays; lessons are stretches of those.  At the
 * close the features of all passages are sorted together, so that how many
 * passages have one is the length of a run. */

#include "learn/book.h"

#include <string.h>

#include "learn/features.h"
#include "learn/hash_index.h"

void
book_init(struct book *book, const samsyn_allocator *mem)
{
    *book = (struct book){ .mem = *mem };
    vec_init(&book->open, mem, sizeof(uint32_t));
    vec_init(&book->features, mem, sizeof(uint32_t));
    vec_init(&book->counts, mem, sizeof(uint16_t));
    vec_init(&book->ends, mem, sizeof(size_t));
}

void
book_done(struct book *book)
{
    vec_done(&book->open);
    vec_done(&book->features);
    vec_done(&book->counts);
    vec_done(&book->ends);
    mem_free(&book->mem, book->hashes);
    mem_free(&book->mem, book->lessons);
    book->hashes = NULL;
    book->lessons = NULL;
}

static bool
push(struct vec *vec, uint32_t feature)
{
    uint32_t *item = vec_push(vec);

    if (item)
        *item = feature;
    return item != NULL;
}

bool
book_add(struct book *book, const struct samsyn_document *document,
         uint32_t first, uint32_t end)
{
    uint32_t features[FEATURES_MOST], before = 0;

    for (uint32_t i = first; i < end; i++) {
        const struct word *word = &document->words[i];
        size_t count = features_of_word(features, document->forms[word->form]);

        for (size_t k = 0; k < count; k++) {
            if (!push(&book->open, features[k]))
                return false;
        }
        if (i > first && (word->glue & ~GLUE_TIGHT) != GLUE_START &&
            !push(&book->open, feature_of_pair(before, features[0])))
            return false;
        before = features[0];
    }
    return true;
}

/* ---- A passage ends ---- */

/* One feature that the passage has @p times. */
static bool
note(struct book *book, uint32_t feature, size_t times)
{
    uint16_t *count = vec_push(&book->counts);

    if (!count || !push(&book->features, feature))
        return false;
    *count = times < UINT16_MAX ? (uint16_t)times : UINT16_MAX;
    return true;
}

static bool
note_all(struct book *book)
{
    const uint32_t *open = book->open.data;

    for (size_t i = 0, next; i < book->open.len; i = next) {
        for (next = i + 1; next < book->open.len && open[next] == open[i];)
            next++;
        if (!note(book, open[i], next - i))
            return false;
    }
    return true;
}

bool
book_turn(struct book *book)
{
    uint32_t *room = mem_array(&book->mem, book->open.len, sizeof *room);
    bool done = false;

    if (room) {
        hash_sort(book->open.data, room, book->open.len);
        size_t *end = note_all(book) ? vec_push(&book->ends) : NULL;
        if (end)
            *end = book->features.len;
        done = end != NULL;
        vec_clear(&book->open);
    }
    mem_free(&book->mem, room);
    return done;
}

/* ---- The book is closed ---- */

/* Leaves in @p sorted, at its beginning, each number that is in it at least so
 * often; gives how many. */
static size_t
keep_frequent(uint32_t *sorted, size_t count, size_t least)
{
    size_t kept = 0;

    for (size_t i = 0, next; i < count; i = next) {
        for (next = i + 1; next < count && sorted[next] == sorted[i];)
            next++;
        if (next - i >= least)
            sorted[kept++] = sorted[i];
    }
    return kept;
}

static bool
find_known(struct book *book, size_t least)
{
    size_t count = book->features.len;
    uint32_t *hashes = mem_array(&book->mem, count, sizeof *hashes);
    uint32_t *room = mem_array(&book->mem, count, sizeof *room);
    bool done = hashes && room;

    book->hashes = hashes;
    if (done) {
        if (count)
            memcpy(hashes, book->features.data, count * sizeof *hashes);
        hash_sort(hashes, room, count);
        book->hash_count = keep_frequent(hashes, count, least);
    }
    mem_free(&book->mem, room);
    return done;
}

/* Features [at, end) of all become those that are known, from *kept on. */
static void
number_features(struct book *book, const struct hash_index *index, size_t at,
                size_t end, size_t *kept)
{
    uint32_t *features = book->features.data;
    uint16_t *counts = book->counts.data;

    for (; at < end; at++) {
        uint32_t found = hash_index_find(index, features[at]);

        if (found == HASH_NONE)
            continue;
        features[*kept] = found;
        counts[*kept] = counts[at];
        ++*kept;
    }
}

static void
make_lessons(struct book *book, const struct hash_index *index)
{
    const size_t *ends = book->ends.data;
    size_t kept = 0;

    for (size_t i = 0; i < book->lesson_count; i++) {
        size_t first = kept;

        number_features(book, index, i ? ends[i - 1] : 0, ends[i], &kept);
        book->lessons[i] = (struct lesson){
            .features = (const uint32_t *)book->features.data + first,
            .counts = (const uint16_t *)book->counts.data + first,
            .count = kept - first,
        };
    }
}

samsyn_status
book_close(struct book *book, size_t least)
{
    struct hash_index index;
    uint32_t *room = NULL;

    book->lesson_count = book->ends.len;
    book->lessons =
        mem_array(&book->mem, book->lesson_count, sizeof *book->lessons);
    if (book->lessons && find_known(book, least)) {
        room = mem_array(&book->mem, hash_index_size(book->hash_count),
                         sizeof *room);
    }
    if (!room)
        return SAMSYN_E_NOMEM;
    hash_index_make(&index, book->hashes, book->hash_count, room);
    if (book->lesson_count)
        make_lessons(book, &index);
    mem_free(&book->mem, room);
    return SAMSYN_OK;
}
