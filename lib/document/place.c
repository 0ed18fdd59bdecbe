/* SPDX-License-Identifier: MIT */

/* Lines, columns and bytes of the file.
 *
 * Lines are found once; marks, one for every MARK_STEP bytes, are set where
 * counting from the beginning of a line could be long, or where the file is
 * not UTF-8 and its bytes must be counted against those of the text.  So a
 * place is found in time that does not grow with the file. */

#include "document/place.h"

#include "base/utf8.h"
#include "base/vec.h"
#include "document/decode.h"

#include <string.h>

#define MARK_STEP 16384

/* Where counting starts: after a byte order mark. */
static struct source_mark
first_mark(const struct samsyn_document *document)
{
    struct source_mark mark = { 0, 0, 0 };

    if (document->encoding >= ENCODING_UTF16LE)
        mark.byte = 2;
    else if (document->encoding == ENCODING_UTF8 &&
             str_starts(document->source, STR("\xEF\xBB\xBF")))
        mark.byte = mark.decoded = 3;
    return mark;
}

/* Go on from @p mark to the byte @p until, or to where @p decoded is reached,
 * whichever comes first. */
static void
advance(const struct samsyn_document *document, struct source_mark *mark,
        size_t until, size_t decoded)
{
    struct str source = document->source;
    char bytes[4];
    size_t size;

    if (document->encoding == ENCODING_UTF8) {
        if (until > decoded)
            until = decoded;
        if (until > mark->byte) {
            mark->code +=
                utf8_count(source.ptr + mark->byte, until - mark->byte);
            mark->byte = mark->decoded = until;
        }
        return;
    }
    while (mark->byte < until && mark->decoded < decoded) {
        uint32_t code =
            decode_code(document->encoding, source, mark->byte, &size);

        mark->decoded += code == UTF8_BAD ? 0 : utf8_encode(code, bytes);
        mark->byte += size;
        mark->code++;
    }
}

static const size_t *
push_line(struct vec *lines, size_t start)
{
    size_t *line = vec_push(lines);

    if (line)
        *line = start;
    return line;
}

/* The next @p byte at or after @p at; the end where there is none.  *next is
 * where it was found last, so that no byte is looked at twice. */
static size_t
find_byte(struct str source, char byte, size_t at, size_t *next)
{
    const char *found;

    if (*next >= at && *next != SAMSYN_NONE)
        return *next;
    found = memchr(source.ptr + at, byte, source.len - at);
    *next = found ? (size_t)(found - source.ptr) : source.len;
    return *next;
}

/* Lines of an encoding in which a line end is one byte.  *longest receives
 * the bytes of the longest. */
static bool
find_lines(struct vec *lines, struct str source, size_t at, size_t *longest)
{
    size_t feed = SAMSYN_NONE, carriage = SAMSYN_NONE;

    while (at < source.len) {
        size_t end = find_byte(source, '\n', at, &feed);
        size_t lone = find_byte(source, '\r', at, &carriage);

        if (lone + 1 < end)
            end = lone; /* no LF follows */
        if (end - at > *longest)
            *longest = end - at;
        if (end >= source.len)
            return true;
        at = end + 1;
        if (!push_line(lines, at))
            return false;
    }
    return true;
}

static bool
find_wide_lines(struct vec *lines, const struct samsyn_document *document,
                size_t at)
{
    struct str source = document->source;
    size_t size, after;

    for (; at < source.len; at += size) {
        uint32_t code = decode_code(document->encoding, source, at, &size);
        bool ends = code == '\n';

        if (code == '\r')
            ends = at + size >= source.len ||
                   decode_code(document->encoding, source, at + size, &after) !=
                       '\n';
        if (ends && !push_line(lines, at + size))
            return false;
    }
    return true;
}

static bool
set_marks(struct samsyn_document *document, struct source_mark mark)
{
    size_t count = document->source.len / MARK_STEP + 1;

    document->marks = arena_array(&document->arena, count, sizeof mark);
    if (!document->marks)
        return false;
    for (size_t i = 0; i < count; i++) {
        if (i)
            advance(document, &mark, i * MARK_STEP, SIZE_MAX);
        document->marks[i] = mark;
    }
    document->mark_count = count;
    return true;
}

bool
place_index(struct samsyn_document *document, size_t *decoded)
{
    struct source_mark mark = first_mark(document);
    bool wide = document->encoding >= ENCODING_UTF16LE;
    size_t longest = 0;
    struct vec lines;

    vec_init(&lines, &document->arena.mem, sizeof(size_t));
    bool fine =
        push_line(&lines, mark.byte) &&
        (wide ? find_wide_lines(&lines, document, mark.byte)
              : find_lines(&lines, document->source, mark.byte, &longest));
    if (fine) {
        document->lines =
            arena_copy(&document->arena, lines.data, lines.len, sizeof(size_t));
        document->line_count = lines.len;
    }
    vec_done(&lines);
    if (!fine || !document->lines)
        return false;
    *decoded = document->source.len;
    if (document->encoding == ENCODING_UTF8 && longest <= MARK_STEP)
        return true;
    if (!set_marks(document, mark))
        return false;
    mark = document->marks[document->mark_count - 1];
    advance(document, &mark, document->source.len, SIZE_MAX);
    *decoded = mark.decoded;
    return true;
}

/* The last mark that stands at or before a byte, or before a decoded
 * offset; the other is SIZE_MAX. */
static struct source_mark
mark_before(const struct samsyn_document *document, size_t byte, size_t decoded)
{
    size_t low = 0, high = document->mark_count;

    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        const struct source_mark *mark = &document->marks[middle];

        if (mark->byte <= byte && mark->decoded <= decoded)
            low = middle;
        else
            high = middle;
    }
    return document->marks[low];
}

static size_t
byte_of(const struct samsyn_document *document, size_t decoded)
{
    if (document->encoding == ENCODING_UTF8)
        return decoded;

    struct source_mark mark = mark_before(document, SIZE_MAX, decoded);
    advance(document, &mark, document->source.len, decoded);
    return mark.byte;
}

/* Code points in [start, end), bytes of one line. */
static size_t
count_codes(const struct samsyn_document *document, size_t start, size_t end)
{
    if (!document->mark_count)
        return utf8_count(document->source.ptr + start, end - start);

    struct source_mark from = mark_before(document, start, SIZE_MAX);
    struct source_mark to = mark_before(document, end, SIZE_MAX);
    advance(document, &from, start, SIZE_MAX);
    advance(document, &to, end, SIZE_MAX);
    return to.code - from.code;
}

static size_t
line_of(const struct samsyn_document *document, size_t byte)
{
    size_t low = 0, high = document->line_count;

    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;

        if (document->lines[middle] <= byte)
            low = middle;
        else
            high = middle;
    }
    return low;
}

struct document_point
place_end(const struct samsyn_document *document, samsyn_span span)
{
    size_t line = line_of(document, span.end) + 1;
    size_t from = span.start, column = span.column;

    /* Most end on the line that they begin on. */
    if (line != span.line) {
        from = document->lines[line - 1];
        column = 1;
    }
    return (struct document_point){ line, column + count_codes(document, from,
                                                               span.end) };
}

samsyn_span
place_span(const struct samsyn_document *document, size_t start, size_t end)
{
    samsyn_span span = { SAMSYN_NONE, SAMSYN_NONE, 0, 0 };

    if (start == SAMSYN_NONE || document->encoding == ENCODING_NONE)
        return span;
    span.start = byte_of(document, start);
    span.end = byte_of(document, end);
    span.line = line_of(document, span.start);
    size_t from = document->lines[span.line];
    if (from > span.start)
        from = span.start;
    span.column = count_codes(document, from, span.start) + 1;
    span.line++;
    return span;
}
