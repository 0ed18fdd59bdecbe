/* SPDX-License-Identifier: MIT */

/* SHA-256 by the instructions that x86 processors have had for it since 2013
 * (Intel SHA Extensions), five times as fast as plain C: a digest is made of
 * every file that is loaded, and a model may have two megabytes.
 *
 * Which processor it is is asked each time; where it has none of them, or is
 * another kind, sha256.c does the work.  Two words of the schedule and two
 * rounds are done at once, as Intel's paper describes it (Gulley et al., 2013,
 * Intel SHA Extensions). */

#include "base/sha256_inner.h"

#if defined(__x86_64__) && defined(__GNUC__)

#include <cpuid.h>
#include <immintrin.h>

#define BLOCK 64

/* Bits of the answers to cpuid. */
#define SSSE3 (1u << 9)   /* leaf 1, ecx */
#define SSE41 (1u << 19)  /* leaf 1, ecx */
#define SHA_NI (1u << 29) /* leaf 7, ebx */

static bool
has_instructions(void)
{
    unsigned a, b, c, d;

    if (!__get_cpuid(1, &a, &b, &c, &d) || !(c & SSSE3) || !(c & SSE41))
        return false;
    return __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b & SHA_NI);
}

/* The state in the order that the instructions take it: a b e f and c d g
 * h, from the highest word on. */
struct state {
    __m128i abef, cdgh;
};

#define TARGET __attribute__((target("sha,sse4.1,ssse3")))

TARGET static struct state
take_state(const uint32_t hash[8])
{
    const __m128i *in = (const __m128i *)(const void *)hash;
    __m128i badc = _mm_shuffle_epi32(_mm_loadu_si128(in), 0xB1);
    __m128i hgfe = _mm_shuffle_epi32(_mm_loadu_si128(in + 1), 0x1B);
    struct state state = { _mm_alignr_epi8(badc, hgfe, 8),
                           _mm_blend_epi16(hgfe, badc, 0xF0) };

    return state;
}

TARGET static void
give_state(struct state state, uint32_t hash[8])
{
    __m128i *out = (__m128i *)(void *)hash;
    __m128i feba = _mm_shuffle_epi32(state.abef, 0x1B);
    __m128i dchg = _mm_shuffle_epi32(state.cdgh, 0xB1);

    _mm_storeu_si128(out, _mm_blend_epi16(feba, dchg, 0xF0));
    _mm_storeu_si128(out + 1, _mm_alignr_epi8(dchg, feba, 8));
}

/* Four rounds with words of the schedule, to which their constants are
 * added. */
TARGET static inline void
four_rounds(struct state *state, __m128i words, const uint32_t *constants)
{
    const __m128i *k = (const __m128i *)(const void *)constants;
    __m128i sum = _mm_add_epi32(words, _mm_loadu_si128(k));

    state->cdgh = _mm_sha256rnds2_epu32(state->cdgh, state->abef, sum);
    state->abef = _mm_sha256rnds2_epu32(state->abef, state->cdgh,
                                        _mm_shuffle_epi32(sum, 0x0E));
}

/* The same, and then in their place the words sixteen further on, of which
 * these and the three fours after them are made. */
TARGET static inline void
four_rounds_on(struct state *state, __m128i *words, __m128i second,
               __m128i third, __m128i fourth, const uint32_t *constants)
{
    __m128i sum = _mm_add_epi32(_mm_sha256msg1_epu32(*words, second),
                                _mm_alignr_epi8(fourth, third, 4));

    four_rounds(state, *words, constants);
    *words = _mm_sha256msg2_epu32(sum, fourth);
}

/* A block on its way into a state.  The words are four variables and no array,
 * and the rounds are written out, so that nothing of it is in memory: it takes
 * a third less time. */
struct turn {
    struct state now;
    __m128i a, b, c, d;
};

TARGET static inline struct turn
begin(struct state state, const unsigned char block[BLOCK])
{
    const __m128i *in = (const __m128i *)(const void *)block;
    const __m128i swap = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
    struct turn turn = {
        state,
        _mm_shuffle_epi8(_mm_loadu_si128(in), swap),
        _mm_shuffle_epi8(_mm_loadu_si128(in + 1), swap),
        _mm_shuffle_epi8(_mm_loadu_si128(in + 2), swap),
        _mm_shuffle_epi8(_mm_loadu_si128(in + 3), swap),
    };

    return turn;
}

TARGET static inline void
go_on(struct turn *turn, const uint32_t *k)
{
    four_rounds_on(&turn->now, &turn->a, turn->b, turn->c, turn->d, k);
    four_rounds_on(&turn->now, &turn->b, turn->c, turn->d, turn->a, k + 4);
    four_rounds_on(&turn->now, &turn->c, turn->d, turn->a, turn->b, k + 8);
    four_rounds_on(&turn->now, &turn->d, turn->a, turn->b, turn->c, k + 12);
}

TARGET static inline void
end(struct turn *turn, struct state *state)
{
    const uint32_t *k = sha256_constants + 48;

    four_rounds(&turn->now, turn->a, k);
    four_rounds(&turn->now, turn->b, k + 4);
    four_rounds(&turn->now, turn->c, k + 8);
    four_rounds(&turn->now, turn->d, k + 12);
    state->abef = _mm_add_epi32(state->abef, turn->now.abef);
    state->cdgh = _mm_add_epi32(state->cdgh, turn->now.cdgh);
}

TARGET static void
compress_all(uint32_t hash[8], const unsigned char *blocks, size_t count)
{
    struct state state = take_state(hash);

    for (; count > 0; count--, blocks += BLOCK) {
        struct turn turn = begin(state, blocks);

        for (size_t t = 0; t < 48; t += 16)
            go_on(&turn, sha256_constants + t);
        end(&turn, &state);
    }
    give_state(state, hash);
}

/* A round waits for the one before it; while it does, the processor has time
 * for one of another text. */
TARGET static void
compress_both(uint32_t hash[8], const unsigned char *blocks, uint32_t other[8],
              const unsigned char *others, size_t count)
{
    struct state state = take_state(hash), second = take_state(other);

    for (; count > 0; count--, blocks += BLOCK, others += BLOCK) {
        struct turn one = begin(state, blocks), two = begin(second, others);

        for (size_t t = 0; t < 48; t += 16) {
            go_on(&one, sha256_constants + t);
            go_on(&two, sha256_constants + t);
        }
        end(&one, &state);
        end(&two, &second);
    }
    give_state(state, hash);
    give_state(second, other);
}

bool
sha256_x86(uint32_t hash[8], const unsigned char *blocks, size_t count)
{
    if (!has_instructions())
        return false;
    compress_all(hash, blocks, count);
    return true;
}

bool
sha256_x86_both(uint32_t hash[8], const unsigned char *blocks,
                uint32_t other[8], const unsigned char *others, size_t count)
{
    if (!has_instructions())
        return false;
    compress_both(hash, blocks, other, others, count);
    return true;
}

#else

bool
sha256_x86(uint32_t hash[8], const unsigned char *blocks, size_t count)
{
    (void)hash;
    (void)blocks;
    (void)count;
    return false;
}

bool
sha256_x86_both(uint32_t hash[8], const unsigned char *blocks,
                uint32_t other[8], const unsigned char *others, size_t count)
{
    (void)hash;
    (void)blocks;
    (void)other;
    (void)others;
    (void)count;
    return false;
}

#endif
