/* SPDX-License-Identifier: MIT */
/* The vocabulary as separate patterns, each run over the whole text: what one
 * would write without a token table.  Every choice favours them: one pattern
 * for all terms of an entry, JIT, no captures, and no check of valid UTF-8. */

#include "bench.h"
#include "language/form.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

struct pattern_set {
    pcre2_code **codes;
    size_t count;
    pcre2_match_data *match;
};

static void
put(struct text *out, const char *bytes)
{
    int stopped = whole_write(out, bytes, strlen(bytes));

    assert(!stopped);
    (void)stopped;
}

static void
put_literal(struct text *out, struct str text)
{
    put(out, "\\Q");
    whole_write(out, text.ptr, text.len);
    put(out, "\\E");
}

static void
put_forms(struct text *out, const struct term_word *word)
{
    char room[FORM_MOST];

    put(out, "(?:");
    for (size_t i = 0; i < word->count; i++) {
        if (i)
            put(out, "|");
        put_literal(out, form_text(word_form(word, i), room));
    }
    put(out, ")");
}

static void
put_term(struct text *out, const struct term *term)
{
    char gap[40];

    if (term->kind == TERM_PATTERN) {
        put(out, "(?:");
        whole_write(out, term->pattern.ptr, term->pattern.len);
        put(out, ")");
        return;
    }
    if (term->kind != TERM_HEAD)
        put(out, "(?<!\\w)");
    snprintf(gap, sizeof gap, "\\W+(?:\\w+\\W+){0,%zu}", term->gap);
    for (size_t i = 0; i < term->word_count; i++) {
        if (i)
            put(out, term->gap ? gap : "\\W+");
        put_forms(out, &term->words[i]);
    }
    if (term->kind != TERM_MODIFIER)
        put(out, "(?!\\w)");
}

/* The terms of a concept from @p first up to @p end. */
static pcre2_code *
compile(const struct tokens *tokens, uint32_t first, uint32_t end, int *fault)
{
    struct text text = { 0 };
    PCRE2_SIZE offset = 0;
    pcre2_code *code;

    for (uint32_t i = first; i < end; i++) {
        if (i > first)
            put(&text, "|");
        put_term(&text, tokens->terms[tokens->concept_terms[i]].term);
    }
    code = pcre2_compile((PCRE2_SPTR)text.bytes, text.length,
                         PCRE2_UTF | PCRE2_UCP | PCRE2_CASELESS, fault, &offset,
                         NULL);
    free(text.bytes);
    if (code && pcre2_jit_compile(code, PCRE2_JIT_COMPLETE)) {
        pcre2_code_free(code);
        return NULL;
    }
    return code;
}

/* One pattern for a concept, or one for each half of its terms where that is
 * larger than a pattern may be. */
static bool
add_concept(struct pattern_set *set, const struct tokens *tokens,
            uint32_t first, uint32_t end)
{
    uint32_t middle = first + (end - first) / 2;
    int fault = 0;

    if (first == end)
        return true;
    set->codes[set->count] = compile(tokens, first, end, &fault);
    if (set->codes[set->count]) {
        set->count++;
        return true;
    }
    return fault == PCRE2_ERROR_PATTERN_TOO_LARGE && end - first > 1 &&
           add_concept(set, tokens, first, middle) &&
           add_concept(set, tokens, middle, end);
}

struct pattern_set *
pattern_set_new(const struct samsyn_checklist *checklist)
{
    const struct tokens *tokens = &checklist->tokens;
    struct pattern_set *set = calloc(1, sizeof *set);
    size_t most = tokens->concept_count;

    assert(set);
    for (size_t i = 0; i < tokens->concept_count; i++)
        most += tokens->concepts[i].term_count;
    set->codes = calloc(most, sizeof(pcre2_code *));
    set->match = pcre2_match_data_create(1, NULL);
    assert(set->codes && set->match);
    for (size_t i = 0; i < tokens->concept_count; i++) {
        const struct token_concept *concept = &tokens->concepts[i];

        if (!add_concept(set, tokens, concept->first_term,
                         concept->first_term + concept->term_count)) {
            pattern_set_free(set);
            return NULL;
        }
    }
    return set;
}

void
pattern_set_free(struct pattern_set *set)
{
    if (!set)
        return;
    for (size_t i = 0; i < set->count; i++)
        pcre2_code_free(set->codes[i]);
    pcre2_match_data_free(set->match);
    free(set->codes);
    free(set);
}

size_t
pattern_set_count(const struct pattern_set *set)
{
    return set->count;
}

static uint64_t
search(const pcre2_code *code, pcre2_match_data *match, const char *text,
       size_t length)
{
    uint64_t found = 0;
    size_t at = 0;

    while (at <= length && pcre2_match(code, (PCRE2_SPTR)text, length, at,
                                       PCRE2_NO_UTF_CHECK, match, NULL) >= 0) {
        PCRE2_SIZE end = pcre2_get_ovector_pointer(match)[1];

        at = end > at ? end : at + 1;
        found++;
    }
    return found;
}

uint64_t
pattern_set_search(const struct pattern_set *set, const char *text,
                   size_t length)
{
    uint64_t found = 0;

    for (size_t i = 0; i < set->count; i++)
        found += search(set->codes[i], set->match, text, length);
    return found;
}
