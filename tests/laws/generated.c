/* SPDX-License-Identifier: MIT */

/* Rules are trees in memory, written out in flow style: once as they are and
 * several times rewritten, each as a criterion of one checklist.  Texts are
 * drawn from a few words in blocks of every kind.  The numbers are those of a
 * fixed seed, so a round is the same everywhere. */

#include "generated.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "api/api.h"
#include "document/read.h"
#include "tests/support/drawn.h"
#include "tests/support/fixture.h"

enum {
    ROUNDS = 3000, /* RULE_ROUNDS in the environment asks for more */
    ROUNDS_MOST = 1000000,
    CHILDREN_MOST = 3,
    NODES_MOST = 64
};

size_t
rounds(void)
{
    const char *asked = getenv("RULE_ROUNDS");
    size_t count = asked ? (size_t)strtoul(asked, NULL, 10) : 0;

    return count >= ROUNDS && count <= ROUNDS_MOST ? count : ROUNDS;
}

/* ---- Numbers ---- */

static uint64_t state = 0x2545f4914f6cdd1du;

static size_t
draw(size_t below)
{
    return drawn(&state, below);
}

/* ---- Rules ---- */

enum kind {
    FIND,
    ALL,
    ANY,
    NONE,
    AT_LEAST
};

struct tree {
    enum kind kind;
    const char *name;    /* FIND */
    const char *options; /* with a comma before, or "" */
    size_t times;        /* FIND, AT_LEAST */
    struct tree *children[CHILDREN_MOST];
    size_t count;
};

/* The nodes of one round. */
static struct tree nodes[NODES_MOST];
static size_t node_count;

static const char *const names[] = { "uppföljning", "när",      "polis",
                                     "brott",       "paragraf", "mäta" };

static const char *const find_options[] = { "",
                                            "",
                                            "",
                                            "",
                                            "",
                                            ", accept: [negated]",
                                            ", accept: [hedged]",
                                            ", in: {block: [item, cell]}",
                                            ", in: {section: polis}" };

static const char *const node_options[] = {
    "",
    "",
    ", within: sentence",
    ", within: sentence",
    ", within: paragraph",
    ", within: item",
    ", within: row",
    ", within: section",
    ", within: document",
    ", accept: [negated, hedged]",
};

#define PICK(list) (list)[draw(sizeof(list) / sizeof(list)[0])]

void
begin_trees(void)
{
    node_count = 0;
}

/* A window in which nothing is looked for is refused by the loader. */
static bool
finds_nothing(const struct tree *tree)
{
    if (tree->kind == FIND)
        return false;
    for (size_t i = 0; tree->kind != NONE && i < tree->count; i++) {
        if (!finds_nothing(tree->children[i]))
            return false;
    }
    return true;
}

struct tree *
make_tree(size_t depth, bool none)
{
    struct tree *tree = &nodes[node_count++];

    assert_true(node_count <= NODES_MOST);
    *tree = (struct tree){ .kind = FIND, .options = "" };
    if (depth == DEPTH_MOST || draw(3) == 0) {
        tree->name = PICK(names);
        tree->options = PICK(find_options);
        tree->times = draw(6) == 0 ? 2 : 1;
        return tree;
    }
    tree->kind = (enum kind)(1 + draw(none ? 4 : 3));
    if (!none && tree->kind == NONE)
        tree->kind = AT_LEAST;
    tree->options = PICK(node_options);
    tree->count = 1 + draw(CHILDREN_MOST);
    for (size_t i = 0; i < tree->count; i++)
        tree->children[i] = make_tree(depth + 1, none);
    tree->times = 1 + draw(tree->count);
    if (finds_nothing(tree))
        tree->options = "";
    return tree;
}

/* ---- Written out, as it is or rewritten ---- */

/* A word that stands in many headings and counts nowhere: beside a part it
 * changes nothing but how rare the part seems. */
#define NOWHERE "{find: {word: zeta (=)}, in: {block: [paragraph]}}"

static const char *const wraps[][2] = {
    { "", "" },
    { "", "" },
    { "{all: [", "]}" },
    { "{any: [", "]}" },
    { "{at_least: {count: 1, of: [", "]}}" },
    { "{any: [", ", " NOWHERE "]}" },
    { "{any: [" NOWHERE ", ", "]}" },
};

static void
write_tree(struct buf *out, const struct tree *tree, bool rewrite);

static void
write_children(struct buf *out, const struct tree *tree, bool rewrite)
{
    size_t from = rewrite ? draw(tree->count) : 0;
    size_t step = rewrite && draw(2) ? tree->count - 1 : 1;

    buf_char(out, '[');
    for (size_t i = 0, at = from; i < tree->count; i++) {
        if (i > 0)
            buf_text(out, ", ");
        write_tree(out, tree->children[at % tree->count], rewrite);
        at += step;
    }
    buf_char(out, ']');
}

static void
write_find(struct buf *out, const struct tree *tree)
{
    buf_text(out, "{find: ");
    buf_text(out, tree->name);
    buf_text(out, ", times: ");
    buf_int(out, (int64_t)tree->times);
    buf_text(out, tree->options);
    buf_char(out, '}');
}

static void
write_choice(struct buf *out, const struct tree *tree, size_t count,
             bool rewrite)
{
    buf_text(out, "{at_least: {count: ");
    buf_int(out, (int64_t)count);
    buf_text(out, ", of: ");
    write_children(out, tree, rewrite);
    buf_char(out, '}');
}

static void
write_node(struct buf *out, const struct tree *tree, bool rewrite)
{
    static const char *const words[] = { "", "all", "any", "none" };

    if (tree->kind == AT_LEAST) {
        write_choice(out, tree, tree->times, rewrite);
    } else if (rewrite && tree->kind != NONE && draw(3) == 0) {
        write_choice(out, tree, tree->kind == ALL ? tree->count : 1, rewrite);
    } else {
        buf_char(out, '{');
        buf_text(out, words[tree->kind]);
        buf_text(out, ": ");
        write_children(out, tree, rewrite);
    }
    buf_text(out, tree->options);
    buf_char(out, '}');
}

static void
write_tree(struct buf *out, const struct tree *tree, bool rewrite)
{
    size_t wrap = rewrite ? draw(sizeof wraps / sizeof wraps[0]) : 0;
    /* Neither of none is the same as the thing itself. */
    bool twice = rewrite && tree->kind == NONE && draw(4) == 0;

    buf_text(out, wraps[wrap][0]);
    if (twice)
        buf_text(out, "{none: [{none: [");
    if (tree->kind == FIND)
        write_find(out, tree);
    else
        write_node(out, tree, rewrite);
    if (twice)
        buf_text(out, "]}]}");
    buf_text(out, wraps[wrap][1]);
}

/* ---- Texts ---- */

static const char *const pieces[] = {
    "uppföljning",    "Uppföljningen", "polisen", "polis",        "3 mars 2026",
    "1 april",        "följer",        "upp",     "mäter",        "§ 4",
    "brottsplats",    "inte",          "saknas",  "vid behov",    "men",
    "staden",         "bygger",        "huset",   "ska tas fram", "[namn]",
    "följer allt upp"
};

static const struct drawn_words vocabulary = { &state, pieces,
                                               sizeof pieces / sizeof pieces[0],
                                               5 };

static void
write_words(struct buf *out)
{
    drawn_words(out, &vocabulary);
}

static void
write_paragraph(struct buf *out)
{
    drawn_paragraph(out, &vocabulary);
}

static void
write_list(struct buf *out)
{
    size_t count = 1 + draw(4), level = 0;

    buf_text(out, "Vi lovar ");
    write_words(out);
    buf_text(out, ":\n\n");
    for (size_t i = 0; i < count; i++) {
        level = i > 0 && draw(3) == 0 ? level + 1 : draw(level + 1);
        for (size_t k = 0; k < level; k++)
            buf_text(out, "  ");
        buf_text(out, "- ");
        write_words(out);
        if (draw(4) == 0) {
            buf_text(out, ". Det är ");
            write_words(out);
            buf_char(out, '.');
        }
        buf_char(out, '\n');
    }
    buf_char(out, '\n');
}

static void
write_table(struct buf *out)
{
    size_t rows = 1 + draw(3);

    for (size_t i = 0; i <= rows; i++) {
        for (size_t k = 0; k < 3; k++) {
            buf_text(out, "| ");
            write_words(out);
            if (draw(4) == 0) {
                buf_text(out, ". Det är ");
                write_words(out);
                buf_char(out, '.');
            }
            buf_char(out, ' ');
        }
        buf_text(out, i == 0 ? "|\n|---|---|---|\n" : "|\n");
    }
    buf_char(out, '\n');
}

static void
write_heading(struct buf *out)
{
    size_t level = 1 + draw(3);

    for (size_t i = 0; i < level; i++)
        buf_char(out, '#');
    buf_char(out, ' ');
    write_words(out);
    buf_text(out, "\n\n");
}

static void
write_text(struct buf *out)
{
    static void (*const writers[])(struct buf *) = {
        write_paragraph, write_paragraph, write_list, write_table, write_heading
    };
    size_t count = 1 + draw(5);

    buf_text(out, "# Ett\n\nAnkare här.\n\n");
    for (size_t i = 0; i < count; i++)
        PICK(writers)(out);
    for (size_t i = 0; i < 25; i++)
        buf_text(out, "## Zeta zeta\n\n");
    buf_text(out, "Slut här.\n");
}

/* ---- A checklist of several ways to write a rule ---- */

static const char head[] =
    "recognise: {kinds: [avtal]}\nchecklist: prov\nversion: '1'\n"
    "language: xx\ntitle: {sv: P, en: T}\nbasis: {sv: P, en: T}\n"
    "sources: {K: k}\nvocabulary:\n  uppföljning: [{head: uppföljning},\n"
    "    {phrase: följa (verb) upp, gap: 2}]\n"
    "  mäta: [mäta (verb), {vocabulary: uppföljning}]\n"
    "  när: [{entity: date}]\n  brott: [{modifier: brott}]\n"
    "  paragraf: [{pattern: '§ \\d+'}]\nareas:\n- id: a\n"
    "  title: {sv: A, en: A}\n  criteria:\n";

/* Each holds a rule that finds something for certain, so that what holds of
 * an empty text is not refused. */
static void
write_criterion(struct buf *out, size_t number, struct str rule)
{
    buf_text(out, "  - id: k");
    buf_int(out, (int64_t)number);
    buf_text(out, "\n    code: c");
    buf_int(out, (int64_t)number);
    buf_text(out, "\n    title: {sv: T, en: T}\n    question: {sv: F, en: Q}\n"
                  "    why: {sv: V, en: W}\n    advice: {sv: R, en: A}\n"
                  "    model: M\n    source: K\n    weight: must\n"
                  "    level: document\n"
                  "    met: {all: [{find: {word: ankare (=)}}, ");
    buf_str(out, rule);
    buf_text(out, "]}\n");
}

/* Each tree as a criterion; where it is the one before it, rewritten. */
void
begin_round_of(struct round *round, struct tree *const trees[VARIANTS])
{
    struct samsyn_config config = fixture_config(&mem_default);
    struct samsyn_diagnostics *diags = diag_new(&mem_default, SAMSYN_LANG_EN);
    struct buf yaml;

    buf_init(&round->text, &mem_default, BUF_ANY);
    write_text(&round->text);
    buf_init(&yaml, &mem_default, BUF_ANY);
    buf_text(&yaml, head);
    for (size_t i = 0; i < VARIANTS; i++) {
        buf_init(&round->rules[i], &mem_default, BUF_ANY);
        write_tree(&round->rules[i], trees[i],
                   i > 0 && trees[i] == trees[i - 1]);
        write_criterion(&yaml, i, buf_view(&round->rules[i]));
    }
    round->checklist = NULL;
    if (checklist_read(&round->checklist, buf_view(&yaml), "prov", &config,
                       diags))
        fail_msg("does not load:\n%s", yaml.data);
    samsyn_diagnostics_free(diags);
    buf_done(&yaml);
}

void
begin_round(struct round *round, struct tree *tree)
{
    struct tree *trees[VARIANTS];

    for (size_t i = 0; i < VARIANTS; i++)
        trees[i] = tree;
    begin_round_of(round, trees);
}

void
end_round(struct round *round)
{
    checklist_free(round->checklist);
    for (size_t i = 0; i < VARIANTS; i++)
        buf_done(&round->rules[i]);
    buf_done(&round->text);
}

struct samsyn_assessment *
assess_text(const struct round *round)
{
    struct samsyn_config config = fixture_config(&mem_default);
    struct samsyn_document *document = NULL;
    struct samsyn_assessment *result = NULL;

    assert_int_equal(document_read(&document, buf_view(&round->text), "a.md",
                                   SAMSYN_FORMAT_MARKDOWN,
                                   round->checklist->language, &config, NULL),
                     SAMSYN_OK);
    assert_int_equal(assess(&result, round->checklist, document, &config),
                     SAMSYN_OK);
    document_free(document);
    return result;
}
