/* SPDX-License-Identifier: MIT */

/* Distinct words: a hash table with open addressing.
 *
 * A document may be written so that its words collide, which would make a
 * table with a known hash function quadratic.  So the function is SipHash-1-3
 * with a key that is taken from the document's own digest: words cannot be
 * chosen for a key that changes with every word chosen, and the same document
 * still gives the same table. */

#include "document/forms.h"

#include <string.h>

#define FIRST_SLOTS 1024

void
forms_init(struct form_table *table, const samsyn_allocator *mem,
           const char *digest)
{
    static const char digits[] = "0123456789abcdef";

    *table = (struct form_table){ .mem = *mem };
    vec_init(&table->forms, mem, sizeof(struct str));
    for (size_t i = 0; i < 32 && digest[i]; i++) {
        const char *digit = strchr(digits, digest[i]);
        uint64_t value = digit ? (uint64_t)(digit - digits) : 0;

        table->key[i / 16] = table->key[i / 16] << 4 | value;
    }
}

void
forms_done(struct form_table *table)
{
    mem_free(&table->mem, table->slots);
    vec_done(&table->forms);
    table->slots = NULL;
    table->size = 0;
}

/* ---- SipHash-1-3 ---- */

static uint64_t
rotate(uint64_t x, unsigned bits)
{
    return x << bits | x >> (64 - bits);
}

static inline void
sip_round(uint64_t v[4])
{
    v[0] += v[1];
    v[2] += v[3];
    v[1] = rotate(v[1], 13) ^ v[0];
    v[3] = rotate(v[3], 16) ^ v[2];
    v[0] = rotate(v[0], 32);
    v[2] += v[1];
    v[0] += v[3];
    v[1] = rotate(v[1], 17) ^ v[2];
    v[3] = rotate(v[3], 21) ^ v[0];
    v[2] = rotate(v[2], 32);
}

static inline bool
is_little(void)
{
    const uint16_t one = 1;
    unsigned char first;

    memcpy(&first, &one, 1);
    return first == 1;
}

/* The first @p count of eight bytes that can be read; their order is of no
 * consequence. */
static inline uint64_t
load(const char *bytes, size_t count)
{
    unsigned spare = (unsigned)(8 * (8 - count));
    uint64_t value;

    memcpy(&value, bytes, sizeof value);
    if (!count)
        return 0;
    return is_little() ? value << spare : value >> spare;
}

static bool
is_same(struct str a, struct str b)
{
    size_t at = 0;

    if (a.len != b.len)
        return false;
    for (; a.len - at >= 8; at += 8) {
        if (load(a.ptr + at, 8) != load(b.ptr + at, 8))
            return false;
    }
    return load(a.ptr + at, a.len - at) == load(b.ptr + at, a.len - at);
}

static uint32_t
hash_of(const uint64_t key[2], struct str word)
{
    uint64_t v[4] = { key[0] ^ 0x736f6d6570736575, key[1] ^ 0x646f72616e646f6d,
                      key[0] ^ 0x6c7967656e657261,
                      key[1] ^ 0x7465646279746573 };
    size_t left = word.len;
    bool more;

    do {
        size_t count = left < 8 ? left : 8;
        uint64_t block = load(word.ptr + (word.len - left), count);

        more = count == 8;
        left -= count;
        if (!more)
            block |= (uint64_t)word.len << 56;
        v[3] ^= block;
        sip_round(v);
        v[0] ^= block;
    } while (more);
    v[2] ^= 0xFF;
    for (size_t i = 0; i < 3; i++)
        sip_round(v);
    uint64_t hash = v[0] ^ v[1] ^ v[2] ^ v[3];
    return (uint32_t)(hash ^ hash >> 32);
}

/* ---- The table ---- */

static void
place_slot(struct form_slot *slots, size_t size, struct form_slot slot)
{
    size_t at = slot.hash & (size - 1);

    while (slots[at].form)
        at = (at + 1) & (size - 1);
    slots[at] = slot;
}

static bool
grow(struct form_table *table)
{
    size_t size = FIRST_SLOTS, bytes;

    if (table->size && !mem_mul(table->size, 2, &size))
        return false;
    if (!mem_mul(size, sizeof *table->slots, &bytes))
        return false;
    struct form_slot *slots = mem_alloc(&table->mem, bytes);
    if (!slots)
        return false;
    for (size_t i = 0; i < table->size; i++) {
        if (table->slots[i].form)
            place_slot(slots, size, table->slots[i]);
    }
    mem_free(&table->mem, table->slots);
    table->slots = slots;
    table->size = size;
    return true;
}

static uint32_t
add_form(struct form_table *table, struct str word, uint32_t hash)
{
    struct str *form = vec_push(&table->forms);

    if (!form)
        return UINT32_MAX;
    *form = word;
    uint32_t count = (uint32_t)table->forms.len;
    place_slot(table->slots, table->size, (struct form_slot){ count, hash });
    return count - 1;
}

uint32_t
forms_index(struct form_table *table, struct str word)
{
    if (table->forms.len >= table->size / 2 && !grow(table))
        return UINT32_MAX;

    uint32_t hash = hash_of(table->key, word);
    const struct str *forms = table->forms.data;
    for (size_t at = hash & (table->size - 1); table->slots[at].form;
         at = (at + 1) & (table->size - 1)) {
        struct form_slot slot = table->slots[at];

        if (slot.hash == hash && is_same(forms[slot.form - 1], word))
            return slot.form - 1;
    }
    return add_form(table, word, hash);
}
