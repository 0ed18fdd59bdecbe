/* SPDX-License-Identifier: MIT */
/* Takes a stream apart into lines.
 *
 * Reading and taking are two calls, so that a caller can do other things while
 * nothing comes.  No more than a line, up to its limit, is kept; what is
 * longer is passed over to its end without being kept.  The last line needs
 * no separator. */

#define _POSIX_C_SOURCE 200809L

#include "lines.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define CHUNK ((size_t)65536)

void
lines_init(struct lines *lines, int fd, char separator, size_t limit)
{
    *lines = (struct lines){ .fd = fd, .separator = separator, .limit = limit };
}

void
lines_done(struct lines *lines)
{
    free(lines->bytes);
    lines->bytes = NULL;
}

/* Room for a chunk and a NUL after what is kept, which moves to the front. */
static bool
make_room(struct lines *lines)
{
    size_t wanted = lines->length + CHUNK + 1;
    char *bytes;

    if (lines->start > 0 && lines->length > 0)
        memmove(lines->bytes, lines->bytes + lines->start, lines->length);
    lines->start = 0;
    if (lines->size >= wanted)
        return true;
    if (wanted < lines->size * 2)
        wanted = lines->size * 2;
    bytes = realloc(lines->bytes, wanted);
    if (!bytes)
        return false;
    lines->bytes = bytes;
    lines->size = wanted;
    return true;
}

void
lines_read(struct lines *lines)
{
    ssize_t got;

    if (!make_room(lines)) {
        lines->failed = true;
        return;
    }
    do {
        got = read(lines->fd, lines->bytes + lines->length, CHUNK);
    } while (got < 0 && errno == EINTR);
    lines->failed = got < 0;
    lines->ended = got == 0;
    if (got > 0)
        lines->length += (size_t)got;
}

/* Takes so many bytes off the front, and the separator after them. */
static void
step_over(struct lines *lines, size_t length)
{
    size_t step = length < lines->length ? length + 1 : length;

    lines->start += step;
    lines->length -= step;
    lines->seen = 0;
}

/* A line that is too long has begun: what there is of it is not kept. */
static enum lines_state
pass_over(struct lines *lines)
{
    lines->number++;
    lines->passing = true;
    step_over(lines, lines->length);
    return LINES_TOO_LONG;
}

static enum lines_state
take_whole(struct lines *lines, size_t length, const char **line, size_t *size)
{
    bool passed = lines->passing;

    *line = lines->bytes + lines->start;
    *size = length;
    lines->bytes[lines->start + length] = '\0';
    step_over(lines, length);
    lines->passing = false;
    if (passed)
        return LINES_WAIT;
    lines->number++;
    return length > lines->limit ? LINES_TOO_LONG : LINES_LINE;
}

/* One step: LINES_WAIT where a line ended that had been passed over, too. */
static enum lines_state
step(struct lines *lines, const char **line, size_t *length)
{
    const char *from, *end;

    if (lines->length == 0)
        return lines->ended ? LINES_END : LINES_WAIT;
    from = lines->bytes + lines->start;
    end = memchr(from + lines->seen, lines->separator,
                 lines->length - lines->seen);
    if (end)
        return take_whole(lines, (size_t)(end - from), line, length);
    if (lines->ended)
        return take_whole(lines, lines->length, line, length);
    lines->seen = lines->length;
    if (lines->passing)
        step_over(lines, lines->length);
    else if (lines->length > lines->limit)
        return pass_over(lines);
    return LINES_WAIT;
}

enum lines_state
lines_take(struct lines *lines, const char **line, size_t *length)
{
    if (lines->failed)
        return LINES_FAILED;
    for (;;) {
        bool passing = lines->passing;
        enum lines_state state = step(lines, line, length);

        if (state != LINES_WAIT || passing == lines->passing)
            return state;
    }
}
