/* SPDX-License-Identifier: MIT */

/* Questions to a document: which sentence and block a word is in, where in
 * the file a stretch of text stands, and what stands there.
 *
 * A quote is always made from the file's bytes, decoded and normalised again,
 * never from the text that was searched: so it is what the reader of the file
 * will find there. */

#include "document/document.h"

#include "document/decode.h"
#include "document/normalise.h"
#include "document/place.h"

enum {
    WORDS_A_MARK = 16
};

bool
document_index(struct samsyn_document *document)
{
    size_t count = document->word_count / WORDS_A_MARK + 1;
    uint32_t sentence = 0;
    uint32_t *marks =
        arena_array(&document->arena, count, sizeof *document->sentence_marks);

    if (!marks)
        return false;
    for (size_t i = 0; i < count; i++) {
        while (sentence + 1 < document->sentence_count &&
               document->sentences[sentence + 1].word_first <= i * WORDS_A_MARK)
            sentence++;
        marks[i] = sentence;
    }
    document->sentence_marks = marks;
    return true;
}

/* Asked for every hit that is judged. */
uint32_t
document_sentence_of(const struct samsyn_document *document, uint32_t word)
{
    uint32_t sentence = document->sentence_marks[word / WORDS_A_MARK];

    while (sentence + 1 < document->sentence_count &&
           document->sentences[sentence + 1].word_first <= word)
        sentence++;
    return sentence;
}

uint32_t
document_block_of(const struct samsyn_document *document, uint32_t word)
{
    return document->sentences[document_sentence_of(document, word)].block;
}

size_t
document_member_of(const struct samsyn_document *document, uint32_t at)
{
    size_t index = document->member_count;

    while (index > 1 && document->members[index - 1].start > at)
        index--;
    return index > 0 ? index - 1 : 0;
}

uint32_t
document_main_blocks(const struct samsyn_document *document)
{
    return document->member_count > 0 ? document->members[0].block_end
                                      : (uint32_t)document->block_count;
}

uint32_t
document_main_words(const struct samsyn_document *document)
{
    return document->member_count > 0 ? document->members[0].word_end
                                      : (uint32_t)document->word_count;
}

/* The file that a stretch of a set's text stands in, where in that file's
 * text.  A stretch lies in one file. */
static const struct samsyn_document *
file_of(const struct samsyn_document *document, uint32_t *start, uint32_t *end)
{
    const struct set_member *member;

    if (document->member_count == 0)
        return document;
    member = &document->members[document_member_of(document, *start)];
    *start -= member->start;
    *end -= *end < member->start ? *end : member->start;
    return member->document;
}

/* The last run that begins at or before @p at. */
static size_t
run_of(const struct samsyn_document *document, uint32_t at)
{
    size_t low = 0, high = document->run_count;

    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;

        if (document->runs[middle].start <= at)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* The source of what run @p index and [start, end) have in common. */
static struct run
clip(const struct samsyn_document *document, size_t index, uint32_t start,
     uint32_t end)
{
    struct run run = document->runs[index];
    size_t stop = index + 1 < document->run_count
                      ? document->runs[index + 1].start
                      : document->text.len;

    if (run.linear && end < stop)
        run.source_end -= stop - end;
    if (run.linear && start > run.start)
        run.source_start += start - run.start;
    return run;
}

samsyn_span
document_span(const struct samsyn_document *document, uint32_t start,
              uint32_t end)
{
    size_t from = SAMSYN_NONE, to = 0;

    document = file_of(document, &start, &end);
    if (!document->run_count)
        return place_span(document, SAMSYN_NONE, SAMSYN_NONE);
    size_t first = run_of(document, start), i = first;
    do {
        struct run run = clip(document, i, start, end < start ? start : end);

        i++;
        /* What joins blocks and lines has no place of its own. */
        if (run.source_start == run.source_end && end > start)
            continue;
        if (run.source_start < from)
            from = run.source_start;
        if (run.source_end > to)
            to = run.source_end;
    } while (i < document->run_count && document->runs[i].start < end);
    if (from == SAMSYN_NONE)
        from = to = document->runs[first].source_start;
    return place_span(document, from, to);
}

struct document_point
document_end(const struct samsyn_document *document, uint32_t start,
             samsyn_span span)
{
    uint32_t end = start;

    if (span.line == 0)
        return (struct document_point){ 0, 0 };
    return place_end(file_of(document, &start, &end), span);
}

static bool
tell_nobody(void *user, size_t length, bool linear, size_t start, size_t end)
{
    (void)user, (void)length, (void)linear, (void)start, (void)end;
    return true;
}

static bool
normalise_into(struct buf *out, const struct samsyn_document *document,
               struct str text)
{
    struct normaliser *normaliser = normaliser_new(
        &document->arena.mem, &document->suspended, out, tell_nobody, NULL);

    if (!normaliser)
        return false;
    bool fine = normaliser_add(normaliser, text, SAMSYN_NONE, SAMSYN_NONE) &&
                normaliser_end(normaliser);
    normaliser_free(normaliser);
    return fine;
}

void
document_quote(struct buf *out, const struct samsyn_document *document,
               uint32_t start, uint32_t end)
{
    document = file_of(document, &start, &end);

    samsyn_span span = document_span(document, start, end);

    if (span.start == SAMSYN_NONE) {
        buf_add(out, document->text.ptr + start, end - start);
        return;
    }

    struct str cut =
        str_make(document->source.ptr + span.start, span.end - span.start);
    struct buf decoded;
    buf_init(&decoded, &document->arena.mem, SIZE_MAX / 2);
    if (document->encoding != ENCODING_UTF8) {
        (void)decode_append(&decoded, document->encoding, cut);
        cut = buf_view(&decoded);
    }
    if (buf_failed(&decoded) || !normalise_into(out, document, cut))
        out->failed = true;
    buf_done(&decoded);
}

struct str
document_property(const struct samsyn_document *document,
                  samsyn_property property)
{
    if (property < 1 || property > SAMSYN_PROPERTY_DATE)
        return STR("");
    return document->properties[property - 1];
}

void
document_free(struct samsyn_document *document)
{
    if (!document)
        return;

    struct arena arena = document->arena;
    samsyn_allocator mem = arena.mem;
    mem_free(&mem, document->text_block);
    mem_free(&mem, document->words);
    arena_done(&arena);
    mem_free(&mem, document);
}
