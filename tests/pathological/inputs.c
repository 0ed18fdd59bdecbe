/* SPDX-License-Identifier: MIT */
/* How the inputs are made: small programs for large files, so that no large
 * file stands in the tree.  Each is right but for the one thing that its
 * name says. */

#include "inputs.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define MIB ((size_t)1 << 20)

static void
put(struct text *out, const char *piece)
{
    assert_int_equal(whole_write(out, piece, strlen(piece)), 0);
}

/* In blocks, so that making the input is not what takes the time. */
static void
repeat(struct text *out, const char *piece, size_t times)
{
    size_t length = strlen(piece);
    char *block = malloc(length * times + 1);

    assert_non_null(block);
    for (size_t i = 0; i < times; i++)
        memcpy(block + i * length, piece, length);
    assert_int_equal(whole_write(out, block, length * times), 0);
    free(block);
}

void
yaml_brackets(struct text *out)
{
    put(out, "checklist: ");
    repeat(out, "[", 40000);
}

void
yaml_braces(struct text *out)
{
    put(out, "checklist: ");
    repeat(out, "{a: ", 80000);
}

void
yaml_deep_blocks(struct text *out)
{
    for (size_t depth = 0; depth < 1000; depth++) {
        repeat(out, " ", depth);
        put(out, "a:\n");
    }
}

void
yaml_alias_bomb(struct text *out)
{
    char line[100];

    put(out, "a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 30; i++) {
        snprintf(line, sizeof line,
                 "a%d: &a%d [*a%d, *a%d, *a%d, *a%d, *a%d, *a%d]\n", i, i,
                 i - 1, i - 1, i - 1, i - 1, i - 1, i - 1);
        put(out, line);
    }
}

void
yaml_anchors(struct text *out)
{
    char line[40];

    for (int i = 0; i < 60000; i++) {
        snprintf(line, sizeof line, "- &a%d x\n", i);
        put(out, line);
    }
}

void
yaml_many_keys(struct text *out)
{
    char line[40];

    for (int i = 0; i < 110000; i++) {
        snprintf(line, sizeof line, "k%x: x\n", i);
        put(out, line);
    }
}

void
yaml_one_long_scalar(struct text *out)
{
    put(out, "checklist: \"");
    repeat(out, "\\u00e5", 100000);
    put(out, "\"\n");
}

/* A checklist that is right but for its size: as much vocabulary as fits. */
#define LANGS "{sv: x, en: x}\n"
static const char list_head[] =
    "recognise:\n  kinds: [overenskommelse]\n"
    "checklist: prov\nversion: \"1\"\nlanguage: sv\n"
    "title: " LANGS "basis: " LANGS "sources:\n  S: \"x\"\n"
    "vocabulary:\n";
#define LIST_TAIL(met)                                                         \
    "areas:\n  - id: a\n    title: " LANGS "    criteria:\n"                   \
    "      - id: c\n        code: a01\n"                                       \
    "        title: " LANGS "        question: " LANGS "        why: " LANGS   \
    "        advice: " LANGS                                                   \
    "        model: x\n        source: [S]\n        weight: must\n"            \
    "        level: document\n"                                                \
    "        met: " met "\n"                                                   \
    "        examples:\n          met: [\"x\", \"x\", \"x\"]\n"                \
    "          not_met: [\"y\", \"y\", \"y\"]\n"

static const char list_tail[] = LIST_TAIL("sökt");

void
list_many_terms(struct text *out)
{
    char term[20];

    put(out, list_head);
    put(out, "  sökt: [avtal");
    for (int i = 0; out->length < MIB - 4096; i++) {
        snprintf(term, sizeof term, ", w%x", i);
        put(out, term);
    }
    put(out, "]\n");
    put(out, list_tail);
}

void
list_many_entries(struct text *out)
{
    char line[40];

    put(out, list_head);
    put(out, "  sökt: [avtal]\n");
    for (int i = 0; out->length < MIB - 4096; i++) {
        snprintf(line, sizeof line, "  v%x: [w%x]\n", i, i);
        put(out, line);
    }
    put(out, list_tail);
}

/* Entries that name each other in a ring have no end. */
void
list_ring(struct text *out)
{
    char line[60];

    put(out, list_head);
    put(out, "  sökt: [{vocabulary: v0}]\n");
    for (int i = 0; i < 2000; i++) {
        snprintf(line, sizeof line, "  v%d: [{vocabulary: v%d}]\n", i,
                 (i + 1) % 2000);
        put(out, line);
    }
    put(out, list_tail);
}

/* Each entry holds the one before it twice: 2^200 if written out. */
void
list_doubling(struct text *out)
{
    char line[80];

    put(out, list_head);
    put(out, "  v0: [avtal]\n");
    for (int i = 1; i < 200; i++) {
        snprintf(line, sizeof line,
                 "  v%d: [{vocabulary: v%d}, {vocabulary: v%d}]\n", i, i - 1,
                 i - 1);
        put(out, line);
    }
    put(out, "  sökt: [{vocabulary: v199}]\n");
    put(out, list_tail);
}

/* Entries that each hold the next: every one reaches all behind it. */
void
list_chain(struct text *out)
{
    char line[60];

    put(out, list_head);
    put(out, "  v0: [avtal]\n");
    for (int i = 1; i < 20000; i++) {
        snprintf(line, sizeof line, "  v%d: [{vocabulary: v%d}]\n", i, i - 1);
        put(out, line);
    }
    put(out, "  sökt: [{vocabulary: v19999}]\n");
    put(out, list_tail);
}

/* For each unknown name the nearest of as many names could be meant. */
void
list_unknown(struct text *out)
{
    char line[60];

    put(out, list_head);
    put(out, "  sökt: [avtal]\n");
    for (int i = 0; i < 20000; i++) {
        snprintf(line, sizeof line, "  v%d: [{vocabulary: u%d}]\n", i, i);
        put(out, line);
    }
    put(out, list_tail);
}

static const char tailored_head[] = "checklist: prov\n"
                                    "extends: overenskommelse\n"
                                    "version: '1'\n"
                                    "title: {sv: Prov, en: Trial}\n";

/* For each name of a criterion that is not there one could be meant. */
void
list_drops(struct text *out)
{
    char line[60];

    put(out, tailored_head);
    put(out, "drop:\n");
    for (int i = 0; i < 30000; i++) {
        snprintf(line, sizeof line, "- giltighetstid-%d\n", i);
        put(out, line);
    }
}

/* More terms for entries that a parent has not, and for one that it has. */
void
list_more_terms(struct text *out)
{
    char line[60];

    put(out, tailored_head);
    put(out, "add_terms:\n");
    for (int i = 0; i < 20000; i++) {
        snprintf(line, sizeof line, "  v%d: [w%d]\n", i, i);
        put(out, line);
    }
    put(out, "  historik: [w0");
    for (int i = 1; i < 40000; i++) {
        snprintf(line, sizeof line, ", w%d", i);
        put(out, line);
    }
    put(out, "]\n");
}

void
list_many_forms(struct text *out)
{
    char form[20];

    put(out, list_head);
    put(out, "  sökt: [{word: avtal, forms: [avtalen");
    for (int i = 0; i < 90000; i++) {
        snprintf(form, sizeof form, ", w%x", i);
        put(out, form);
    }
    put(out, "]}]\n");
    put(out, list_tail);
}

/* Every word of a text could begin every one of them. */
void
list_phrases(struct text *out)
{
    char line[80];

    put(out, list_head);
    put(out, "  sökt:\n");
    for (int i = 0; i < 10000; i++) {
        snprintf(line, sizeof line,
                 "    - {phrase: \"vi (=) w%d (=)\", gap: 3}\n", i);
        put(out, line);
    }
    put(out, list_tail);
}

/* Every word of a text is found for every one of them. */
void
list_same_word(struct text *out)
{
    char line[40];

    put(out, list_head);
    put(out, "  sökt: [\"finns inte\"]\n");
    for (int i = 0; i < 10000; i++) {
        snprintf(line, sizeof line, "  v%d: [vi (=)]\n", i);
        put(out, line);
    }
    put(out, list_tail);
}

void
list_slow_pattern(struct text *out)
{
    put(out, list_head);
    put(out, "  sökt:\n    - {pattern: '(a+)+$'}\n");
    put(out, list_tail);
}

void
list_plain(struct text *out)
{
    put(out, list_head);
    put(out, "  sökt: [avtal]\n");
    put(out, list_tail);
}

/* Five of six parts stand everywhere, and the sixth nowhere. */
#define SIX                                                                    \
    "[{find: {word: avtal}}, {find: {word: gäller (=)}}, "                    \
    "{find: {word: inte (=)}}, {find: {word: vid (=)}}, "                      \
    "{find: {word: behov (=)}}, sökt], accept: [negated, hedged]"

void
list_near(struct text *out)
{
    put(out, list_head);
    put(out, "  sökt: [zeta]\n");
    put(out, LIST_TAIL("{near: 40, all: " SIX "}"));
}

void
list_order(struct text *out)
{
    put(out, list_head);
    put(out, "  sökt: [zeta]\n");
    put(out, LIST_TAIL("{order: " SIX "}"));
}

/* Words with gaps that are filled again and again before the last is missing.
 */
void
list_gaps(struct text *out)
{
    put(out, list_head);
    put(out, "  sökt: [{phrase: '");
    repeat(out, "avtal (=) gäller (=) inte (=) ", 10);
    put(out, "zeta (=)', gap: 50}]\n");
    put(out, list_tail);
}

void
text_one_line(struct text *out)
{
    repeat(out, "abcdefgh", MIB / 8);
}

void
text_a_and_b(struct text *out)
{
    repeat(out, "a", 7000);
    put(out, "b\n");
    repeat(out, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab. ", 200);
}

void
text_one_word(struct text *out)
{
    repeat(out, "vi ", 50000);
}

void
text_one_sentence(struct text *out)
{
    repeat(out, "avtal gäller inte vid behov ", 40000);
}

/* Another sixth part at the end, which every rule is asked for. */
void
text_last_word(struct text *out)
{
    repeat(out, "avtal gäller inte vid behov ", 40000);
    put(out, "zeta.\n");
}

void
text_said(struct text *out)
{
    repeat(out, "”Detta avtal gäller nu. ’Ja, det gör det nu.’ ", 15000);
    repeat(out, "Avtal finns.” säger polisen. ", 15000);
}

void
text_hits(struct text *out)
{
    repeat(out,
           "Detta avtal gäller till och med den 31 december 2027. "
           "Kommunen och polisen följer upp avtalet varje år.\n\n",
           8000);
}

void
text_dates(struct text *out)
{
    repeat(out, "den 1 - 2 - 3 januari 2024 - ", 30000);
}

void
text_marks(struct text *out)
{
    put(out, "avtal a");
    repeat(out, "\xcc\x96\xcc\x81", 200000); /* below, above, below, ... */
}

void
text_soft_hyphens(struct text *out)
{
    put(out, "avtal");
    repeat(out, "\xc2\xad", 500000);
    put(out, "et gäller");
}

void
text_line_hyphens(struct text *out)
{
    repeat(out, "avtal-\n", 150000);
}

void
text_blank(struct text *out)
{
    put(out, "avtal");
    repeat(out, "\n \t\n", MIB);
    put(out, "gäller");
}

void
text_dots(struct text *out)
{
    put(out, "Avtal ");
    repeat(out, ". ", MIB / 2);
}

void
text_columns(struct text *out)
{
    repeat(out, "avtal     gäller     polisen     kommunen\n", 20000);
}

void
md_wide_table(struct text *out)
{
    repeat(out, "|a", 2000);
    put(out, "|\n");
    repeat(out, "|---", 2000);
    put(out, "|\n");
    repeat(out, "|\n", 10000);
}

void
md_full_table(struct text *out)
{
    repeat(out, "|avtal", 200);
    put(out, "|\n");
    repeat(out, "|---", 200);
    put(out, "|\n");
    for (int i = 0; i < 300; i++) {
        repeat(out, "|gäller", 200);
        put(out, "|\n");
    }
}

void
md_quotes(struct text *out)
{
    repeat(out, "> ", 20000);
    put(out, "avtal\n");
}

void
md_deep_list(struct text *out)
{
    for (size_t depth = 0; depth < 1000; depth++) {
        repeat(out, "  ", depth);
        put(out, "- avtal\n");
    }
}

void
md_long_list(struct text *out)
{
    put(out, "# Avtal\n\nPolisen lovar att:\n\n");
    repeat(out, "- följa upp avtalet\n", 40000);
}

void
md_headings(struct text *out)
{
    repeat(out, "# Avtal\n## Mål\n### Avtal\n", 20000);
    put(out, "Avtal gäller.\n");
}

void
md_brackets(struct text *out)
{
    put(out, "avtal ");
    repeat(out, "[", 50000);
}

void
md_links(struct text *out)
{
    put(out, "avtal ");
    repeat(out, "[a](", 50000);
}

void
md_stars(struct text *out)
{
    put(out, "avtal ");
    repeat(out, "*a **b ", 30000);
}

void
md_ticks(struct text *out)
{
    put(out, "avtal ");
    for (size_t i = 1; i < 800; i++) {
        repeat(out, "`", i);
        put(out, " ");
    }
}

void
md_references(struct text *out)
{
    put(out, "avtal\n\n");
    repeat(out, "[a]: b\n", 50000);
    repeat(out, "[a] ", 50000);
}
