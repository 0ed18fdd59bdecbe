/* SPDX-License-Identifier: MIT */
/* Text for the benchmark.  A fixed generator draws common words, compounds
 * made of parts, and now and then a form of the vocabulary; no library's
 * random numbers, so the same bytes come out everywhere. */

#include "bench.h"
#include "language/form.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

static const char *const common[] = {
    "och",      "att",      "det",     "som",     "en",        "på",
    "är",       "av",       "för",     "med",     "till",      "den",
    "har",      "de",       "inte",    "om",      "ett",       "men",
    "var",      "sig",      "så",      "vi",      "från",      "kan",
    "när",      "skulle",   "också",   "efter",   "eller",     "vid",
    "mot",      "under",    "alla",    "andra",   "mycket",    "finns",
    "sedan",    "kommer",   "mellan",  "bara",    "varit",     "mer",
    "år",       "där",      "många",   "utan",    "få",        "stora",
    "samma",    "hela",     "blir",    "genom",   "redan",     "dag",
    "barn",     "skola",    "hus",     "väg",     "tid",       "arbete",
    "gata",     "centrum",  "kväll",   "boende",  "förening",  "verksamhet",
    "område",   "ungdomar", "trygg",   "synlig",  "gemensam",  "lokal",
    "station",  "torg",     "park",    "buss",    "belysning", "granne",
    "berättar", "känner",   "tycker",  "arbetar", "bygger",    "visar",
    "möter",    "öppnar",   "stänger", "frågar",  "svarar",    "hjälper",
};

static const char *const parts[] = {
    "bostads", "skol",  "trafik", "fritids", "social", "natt",
    "sommar",  "kväll", "miljö",  "närings", "ung",    "stads",
};

static const char *const lasts[] = {
    "områden",   "frågor", "arbetet", "insatser", "miljön",   "gruppen",
    "projektet", "linjen", "väktare", "ledaren",  "kontoret", "planering",
};

/* Knuth's MMIX constants; the upper half is what is used. */
static uint32_t
draw(uint64_t *state, size_t below)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)((*state >> 33) % below);
}

static void
put(struct text *out, const char *bytes, size_t length)
{
    memcpy(out->bytes + out->length, bytes, length);
    out->length += length;
}

static void
put_word(struct text *out, const char *word)
{
    put(out, word, strlen(word));
}

/* A term of the vocabulary as it would stand in a text. */
static void
put_term(struct text *out, uint64_t *state, const struct tokens *tokens)
{
    const struct term *term =
        tokens->terms[draw(state, tokens->term_count)].term;

    if (term->kind == TERM_PATTERN)
        put_word(out, "avtal");
    for (size_t i = 0; i < term->word_count; i++) {
        const struct term_word *word = &term->words[i];
        char room[FORM_MOST];
        struct str form =
            form_text(word_form(word, draw(state, word->count)), room);

        if (i)
            put(out, " ", 1);
        put(out, form.ptr, form.len);
    }
}

static void
put_any(struct text *out, uint64_t *state, const struct tokens *tokens)
{
    uint32_t lot = draw(state, 100);

    if (lot < 3) {
        put_term(out, state, tokens);
    } else if (lot < 15) {
        put_word(out, parts[draw(state, ARRAY_LEN(parts))]);
        put_word(out, lasts[draw(state, ARRAY_LEN(lasts))]);
    } else {
        put_word(out, common[draw(state, ARRAY_LEN(common))]);
    }
}

static void
put_sentence(struct text *out, uint64_t *state, const struct tokens *tokens)
{
    uint32_t words = 8 + draw(state, 14);

    put_word(out, draw(state, 2) ? "Kommunen " : "Det ");
    for (uint32_t i = 0; i < words; i++) {
        if (i)
            put_word(out, draw(state, 12) ? " " : ", ");
        put_any(out, state, tokens);
    }
    put_word(out, ". ");
}

static void
put_block(struct text *out, uint64_t *state, const struct tokens *tokens)
{
    uint32_t sentences = 2 + draw(state, 5);
    uint32_t lot = draw(state, 10);

    if (lot == 0)
        put_word(out, "## Mål och insatser\n\n");
    if (lot == 1)
        put_word(out, "- ");
    for (uint32_t i = 0; i < sentences; i++)
        put_sentence(out, state, tokens);
    put_word(out, "\n\n");
}

void
bench_text(struct text *out, size_t size,
           const struct samsyn_checklist *checklist)
{
    uint64_t state = 20261122;

    /* No block is longer than the slack. */
    out->bytes = malloc(size + 65536);
    out->length = 0;
    assert(out->bytes);
    put_word(out, "# Samverkansöverenskommelse\n\n");
    while (out->length < size)
        put_block(out, &state, &checklist->tokens);
}
