/* SPDX-License-Identifier: MIT */

/* SHA-256 as FIPS 180-4 describes it; the names of functions and variables
 * are those of the standard.
 *
 * Not for secrets: it tells files apart and finds changes.  Works on whole
 * blocks of 64 bytes; the last one or two, with the padding, are built in a
 * buffer, so that the input is never copied as a whole.  Processors that have
 * instructions for it do the same in sha256_x86.c. */

#include "base/sha256.h"

#include <string.h>

#include "base/sha256_inner.h"

#define BLOCK 64
#define MANY 64 /* blocks; for fewer it takes longer to ask the processor */

const uint32_t sha256_constants[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1,
    0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3,
    0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
    0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147,
    0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
    0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b,
    0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
    0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208,
    0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2
};

static uint32_t
rotr(uint32_t x, unsigned n)
{
    return (x >> n) | (x << (32 - n));
}

/* The message schedule W of a block (6.2.2, step 1). */
static void
schedule(uint32_t w[64], const unsigned char block[BLOCK])
{
    for (size_t t = 0; t < 16; t++, block += 4) {
        w[t] = (uint32_t)block[0] << 24 | (uint32_t)block[1] << 16 |
               (uint32_t)block[2] << 8 | (uint32_t)block[3];
    }
    for (size_t t = 16; t < 64; t++) {
        uint32_t x = w[t - 15], y = w[t - 2];

        w[t] = (rotr(y, 17) ^ rotr(y, 19) ^ (y >> 10)) + w[t - 7] +
               (rotr(x, 7) ^ rotr(x, 18) ^ (x >> 3)) + w[t - 16];
    }
}

/* One round of step 3 of 6.2.2.  Instead of moving a to h along, the rounds
 * go round the array: what is a in this round is v[-t mod 8]. */
static inline void
mix(uint32_t v[8], size_t t, uint32_t wk)
{
    uint32_t a = v[(0 - t) & 7], b = v[(1 - t) & 7], c = v[(2 - t) & 7];
    uint32_t e = v[(4 - t) & 7], f = v[(5 - t) & 7], g = v[(6 - t) & 7];
    uint32_t s1 = rotr(e, 6) ^ rotr(e, 11) ^ rotr(e, 25);
    uint32_t s0 = rotr(a, 2) ^ rotr(a, 13) ^ rotr(a, 22);
    uint32_t t1 = v[(7 - t) & 7] + s1 + ((e & f) ^ (~e & g)) + wk;

    v[(3 - t) & 7] += t1;
    v[(7 - t) & 7] = t1 + s0 + ((a & b) ^ (a & c) ^ (b & c));
}

/* Steps 2 to 4 of 6.2.2; eight rounds bring every letter home. */
static void
compress(uint32_t hash[8], const unsigned char block[BLOCK])
{
    const uint32_t *k = sha256_constants;
    uint32_t w[64], v[8];

    schedule(w, block);
    memcpy(v, hash, sizeof v);
    for (size_t t = 0; t < 64; t += 8) {
        mix(v, 0, k[t] + w[t]);
        mix(v, 1, k[t + 1] + w[t + 1]);
        mix(v, 2, k[t + 2] + w[t + 2]);
        mix(v, 3, k[t + 3] + w[t + 3]);
        mix(v, 4, k[t + 4] + w[t + 4]);
        mix(v, 5, k[t + 5] + w[t + 5]);
        mix(v, 6, k[t + 6] + w[t + 6]);
        mix(v, 7, k[t + 7] + w[t + 7]);
    }
    for (size_t i = 0; i < 8; i++)
        hash[i] += v[i];
}

void
sha256_plain(uint32_t hash[8], const unsigned char *blocks, size_t count)
{
    for (size_t i = 0; i < count; i++)
        compress(hash, blocks + i * BLOCK);
}

/* A text on its way to a digest. */
struct stream {
    uint32_t hash[8];
    const unsigned char *rest;
    size_t len; /* of the rest */
    uint64_t total;
};

static struct stream
start(const void *bytes, size_t len)
{
    return (struct stream){ { 0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                              0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19 },
                            bytes,
                            len,
                            len };
}

static void
skip(struct stream *stream, size_t blocks)
{
    if (blocks > 0)
        stream->rest += blocks * BLOCK;
    stream->len -= blocks * BLOCK;
}

/* All whole blocks. */
static void
take_blocks(struct stream *stream)
{
    size_t count = stream->len / BLOCK;

    if (count < MANY || !sha256_x86(stream->hash, stream->rest, count))
        sha256_plain(stream->hash, stream->rest, count);
    skip(stream, count);
}

/* What is left of the text with a 1 bit, zeros and its length in bits. */
static void
take_end(struct stream *stream)
{
    unsigned char tail[2 * BLOCK] = { 0 };
    size_t size = stream->len < BLOCK - 8 ? BLOCK : 2 * BLOCK;
    uint64_t bits = stream->total * 8;

    if (stream->len)
        memcpy(tail, stream->rest, stream->len);
    tail[stream->len] = 0x80;
    for (size_t i = 0; i < 8; i++)
        tail[size - 1 - i] = (unsigned char)(bits >> (8 * i));
    sha256_plain(stream->hash, tail, size / BLOCK);
}

static void
print(const uint32_t hash[8], char out[SHA256_TEXT])
{
    static const char digits[] = "0123456789abcdef";

    memcpy(out, "sha256:", 7);
    for (size_t i = 0; i < 64; i++)
        out[7 + i] = digits[hash[i / 8] >> (28 - 4 * (i % 8)) & 15];
    out[SHA256_TEXT - 1] = '\0';
}

static void
finish(struct stream *stream, char out[SHA256_TEXT])
{
    take_blocks(stream);
    take_end(stream);
    print(stream->hash, out);
}

void
sha256_text(const void *bytes, size_t len, char out[SHA256_TEXT])
{
    struct stream stream = start(bytes, len);

    finish(&stream, out);
}

void
sha256_both(struct str text, char out[SHA256_TEXT], struct str other,
            char other_out[SHA256_TEXT])
{
    struct stream one = start(text.ptr, text.len);
    struct stream two = start(other.ptr, other.len);
    size_t count = (one.len < two.len ? one.len : two.len) / BLOCK;

    if (count >= MANY &&
        sha256_x86_both(one.hash, one.rest, two.hash, two.rest, count)) {
        skip(&one, count);
        skip(&two, count);
    }
    finish(&one, out);
    finish(&two, other_out);
}
