/* SPDX-License-Identifier: MIT */

/* Words to features.
 *
 * The hash is FNV-1a in 64 bits, begun with the kind of the feature and mixed
 * down to 32 at its end, written out here so that it is the same everywhere:
 * a model file holds nothing of a feature but this number.  Whoever writes a
 * document can make its words collide with a model's features, and gains no
 * more than by writing those words.
 *
 * Letters are code points.  The bounds of a word are two control characters,
 * which no word holds. */

#include "learn/features.h"

#include <string.h>

#include "base/utf8.h"

enum kind {
    KIND_WORD = 1,
    KIND_LETTERS = 2,
    KIND_PAIR = 3
};

enum {
    SHORTEST = 3,
    LONGEST = 5,
    WORD_BEGINS = 0x02,
    WORD_ENDS = 0x03
};

/* A word between its bounds, cut to FEATURES_SYMBOLS. */
struct symbols {
    uint8_t bytes[4 * FEATURES_SYMBOLS];
    uint16_t ends[FEATURES_SYMBOLS]; /* by symbol, in bytes */
    size_t count;
};

static uint64_t
begin(enum kind kind)
{
    return (0xcbf29ce484222325u ^ (uint64_t)kind) * 0x100000001b3u;
}

static uint64_t
add_byte(uint64_t hash, uint8_t byte)
{
    return (hash ^ byte) * 0x100000001b3u;
}

static uint32_t
end(uint64_t hash)
{
    hash ^= hash >> 29;
    hash *= 0x9e3779b97f4a7c15u;
    return (uint32_t)(hash >> 32);
}

uint32_t
feature_of_word(struct str folded)
{
    uint64_t hash = begin(KIND_WORD);

    for (size_t i = 0; i < folded.len; i++)
        hash = add_byte(hash, (uint8_t)folded.ptr[i]);
    return end(hash);
}

uint32_t
feature_of_pair(uint32_t left, uint32_t right)
{
    uint64_t hash = begin(KIND_PAIR);

    hash = (hash ^ left) * 0x9e3779b97f4a7c15u;
    hash ^= hash >> 32;
    hash = (hash ^ right) * 0x9e3779b97f4a7c15u;
    return end(hash);
}

static void
add_symbol(struct symbols *out, const char *bytes, size_t size)
{
    size_t at = out->count ? out->ends[out->count - 1] : 0;

    if (out->count == FEATURES_SYMBOLS)
        return;
    memcpy(out->bytes + at, bytes, size);
    out->ends[out->count++] = (uint16_t)(at + size);
}

static void
take_apart(struct symbols *out, struct str word)
{
    static const char bounds[] = { WORD_BEGINS, WORD_ENDS };

    out->count = 0;
    add_symbol(out, &bounds[0], 1);
    for (size_t at = 0, size; at < word.len && out->count < FEATURES_SYMBOLS;
         at += size) {
        utf8_decode(word.ptr + at, word.len - at, &size);
        add_symbol(out, word.ptr + at, size);
    }
    add_symbol(out, &bounds[1], 1);
}

/* The rows of letters that begin at a symbol. */
static size_t
rows_from(uint32_t *out, const struct symbols *symbols, size_t first)
{
    size_t at = first ? symbols->ends[first - 1] : 0, count = 0;
    uint64_t hash = begin(KIND_LETTERS);

    for (size_t k = 1; k <= LONGEST && first + k <= symbols->count; k++) {
        for (; at < symbols->ends[first + k - 1]; at++)
            hash = add_byte(hash, symbols->bytes[at]);
        if (k >= SHORTEST)
            out[count++] = end(hash);
    }
    return count;
}

size_t
features_of_word(uint32_t out[FEATURES_MOST], struct str folded)
{
    struct symbols symbols;
    size_t count = 0;

    out[count++] = feature_of_word(folded);
    take_apart(&symbols, folded);
    for (size_t i = 0; i + SHORTEST <= symbols.count; i++)
        count += rows_from(out + count, &symbols, i);
    return count;
}

/* Digit by digit, of two bits each. */
uint64_t
features_root(uint32_t count)
{
    uint64_t rest = (uint64_t)count << 32, root = 0;

    for (uint64_t bit = (uint64_t)1 << 62; bit > 0; bit >>= 2) {
        bool fits = rest >= root + bit;

        if (fits)
            rest -= root + bit;
        root = (root >> 1) + (fits ? bit : 0);
    }
    return root;
}
