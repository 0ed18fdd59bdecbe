/* SPDX-License-Identifier: MIT */
#ifndef LINES_H
#define LINES_H

/* Lines of a stream that may come slowly, and never end. */

#include <stdbool.h>
#include <stddef.h>

struct lines {
    int fd;
    char separator;
    size_t limit; /* bytes of a line */
    char *bytes;  /* what has been read and not taken */
    size_t start, length, size;
    size_t seen;   /* of these no separator is among */
    size_t number; /* of the line taken last, from 1 */
    bool ended, failed;
    bool passing; /* over the rest of a line that was too long */
};

enum lines_state {
    LINES_LINE,
    LINES_WAIT,     /* more has to be read first */
    LINES_TOO_LONG, /* a line that is, which is passed over */
    LINES_FAILED,   /* reading failed, or memory is out; nothing follows */
    LINES_END
};

/* Ended with lines_done(), which does not close @p fd. */
void
lines_init(struct lines *lines, int fd, char separator, size_t limit);
void
lines_done(struct lines *lines);

/* The next line without its separator, which ends in NUL instead; it stands
 * until the next call. */
enum lines_state
lines_take(struct lines *lines, const char **line, size_t *length);

/* Read what is there; waits where nothing is. */
void
lines_read(struct lines *lines);

#endif
