/* SPDX-License-Identifier: MIT */

/* Draws without a clock or a library's generator, whose numbers differ. */

#include "tests/support/drawn.h"

enum {
    SENTENCES_MOST = 3
};

size_t
drawn(uint64_t *state, size_t below)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return (size_t)(*state >> 33) % below;
}

void
drawn_words(struct buf *out, const struct drawn_words *words)
{
    size_t count = 1 + drawn(words->state, words->most);

    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            buf_char(out, ' ');
        buf_text(out, words->pieces[drawn(words->state, words->count)]);
    }
}

void
drawn_paragraph(struct buf *out, const struct drawn_words *words)
{
    size_t count = 1 + drawn(words->state, SENTENCES_MOST);

    for (size_t i = 0; i < count; i++) {
        buf_text(out, i > 0 ? " Det är " : "Här är ");
        drawn_words(out, words);
        buf_char(out, '.');
    }
    buf_text(out, "\n\n");
}
