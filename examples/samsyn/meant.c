/* SPDX-License-Identifier: MIT */
/* Guesses at misspelt words.
 *
 * A slip is a letter too much, too few or another, or two that changed places;
 * a third of a word may be slips.  Words of the command are ASCII, so bytes are
 * letters.  The library guesses so at keys of checklists, for itself: that is
 * no part of what it promises. */

#include "meant.h"

#include "say.h"

#include <string.h>

#define MOST_SLIPS 3

void
meant_init(struct meant *meant, const char *word, size_t length)
{
    size_t most = (length + 1) / 3;

    *meant = (struct meant){
        .word = word,
        .length = length,
        .most = most < MOST_SLIPS ? most : MOST_SLIPS,
    };
    if (length > MEANT_LONGEST)
        meant->most = 0;
}

static size_t
least(size_t a, size_t b)
{
    return a < b ? a : b;
}

static char
small(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* Slips between two words, row by row of the letters of @p a; a capital is
 * none. */
static size_t
count_slips(const char *a, size_t m, const char *b, size_t n)
{
    size_t rows[3][MEANT_LONGEST + 1];

    for (size_t j = 0; j <= n; j++)
        rows[0][j] = j;
    for (size_t i = 1; i <= m; i++) {
        const size_t *before = rows[(i - 1) % 3], *earlier = rows[(i + 1) % 3];
        size_t *now = rows[i % 3];

        now[0] = i;
        for (size_t j = 1; j <= n; j++) {
            now[j] = least(before[j - 1] + (small(a[i - 1]) != small(b[j - 1])),
                           least(before[j], now[j - 1]) + 1);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                now[j] = least(now[j], earlier[j - 2] + 1);
        }
    }
    return rows[m % 3][n];
}

void
meant_try(struct meant *meant, const char *candidate, size_t length)
{
    size_t slips;

    if (meant->most == 0 || length > MEANT_LONGEST)
        return;
    slips = count_slips(meant->word, meant->length, candidate, length);
    if (slips > meant->most)
        return;
    memcpy(meant->nearest, candidate, length);
    meant->nearest[length] = '\0';
    meant->most = slips ? slips - 1 : 0; /* the next must be nearer */
}

void
meant_ask(const struct meant *meant, samsyn_lang lang)
{
    if (*meant->nearest)
        complain(NULL, TEXT_MEANT, lang, meant->nearest, NULL);
}
