/* SPDX-License-Identifier: MIT */

/* Builds the token table.  The same word stands in many terms, so its uses are
 * gathered first; then its stems are entered, once, and refer to the word.
 * Which term feeds which concept is gathered as pairs and sorted into rows by
 * counting.
 *
 * Invariant: rows are in the order in which checklist and pack list things, so
 * the table, and all that comes of it, is the same for the same files. */

#include "checklist/tokens.h"

#include <string.h>

enum {
    FORMS_MOST = 2000000,
    FEEDS_MOST = 1000000,
    REACHED_MOST = 1000000 /* entries that entries lead to, all in all */
};

/* That concept `to` is fed by term or entity `from`. */
struct feed {
    uint32_t from;
    uint32_t to;
};

struct builder {
    struct tokens *out;
    struct arena *arena;
    struct concepts *concepts;
    bool full;          /* a limit was reached */
    struct vec excepts; /* of uint32_t: by term of the first concepts */
    uint32_t *own;      /* by concept: index of its first own term */
    struct vec terms;   /* of struct feed */
    struct vec things;  /* of struct feed: entities */
    struct vec reached; /* of uint32_t */
    size_t steps;       /* of those, all in all */
    uint32_t *numbers;  /* by id of a word: its number + 1 */
    struct vec words;   /* of const struct term_word *, by number */
    struct vec uses;    /* of struct use, in the order of the terms */
    size_t forms;       /* of all uses */
    size_t stems;       /* of all words */
};

/* That word `number` stands in a term, or for a class. */
struct use {
    uint32_t number;
    struct token_ref ref;
};

/* ---- Words and their uses ---- */

/* The number of a word, the same for the same one. */
static bool
number_of(struct builder *builder, const struct term_word *word, uint32_t *out)
{
    uint32_t *known = word->id > 0 ? &builder->numbers[word->id] : NULL;
    const struct term_word **slot;

    if (!known || *known == 0) {
        slot = vec_push(&builder->words);
        if (!slot)
            return false;
        *slot = word;
        builder->stems += word->stem_count;
        if (known)
            *known = (uint32_t)builder->words.len;
    }
    *out = known ? *known - 1 : (uint32_t)builder->words.len - 1;
    return true;
}

static bool
use_word(struct builder *builder, const struct term_word *word,
         struct token_ref ref)
{
    struct use *use;
    uint32_t number;

    builder->forms += word->count;
    builder->full = builder->full || builder->forms > FORMS_MOST;
    if (builder->full || !number_of(builder, word, &number))
        return false;
    use = vec_push(&builder->uses);
    if (use)
        *use = (struct use){ number, ref };
    return use != NULL;
}

static uint8_t
parts_of(enum term_kind kind)
{
    static const uint8_t parts[] = { [TERM_WORD] = PART_WHOLE,
                                     [TERM_HEAD] = PART_WHOLE | PART_END,
                                     [TERM_MODIFIER] = PART_START,
                                     [TERM_PHRASE] = PART_WHOLE,
                                     [TERM_PATTERN] = 0 };

    return parts[kind];
}

static bool
use_term(struct builder *builder, size_t index)
{
    const struct term *term = builder->out->terms[index].term;
    struct token_ref ref = { .role = TOKEN_WORD,
                             .parts = parts_of(term->kind),
                             .index = (uint32_t)index };

    if (term->kind == TERM_PHRASE && term->word_count > 1)
        ref.role = TOKEN_PHRASE;
    for (size_t i = 0; i < term->word_count; i++) {
        ref.place = (uint16_t)i;
        if (!use_word(builder, &term->words[i], ref))
            return false;
    }
    return true;
}

/* Only single words can stand at one place of a template. */
static bool
use_class_terms(struct builder *builder, const struct term_list *terms,
                struct token_ref ref)
{
    for (size_t i = 0; i < terms->count; i++) {
        const struct term *term = &terms->terms[i];

        ref.parts = parts_of(term->kind);
        if (term->word_count == 1 && !use_word(builder, &term->words[0], ref))
            return false;
    }
    return true;
}

static bool
use_classes(struct builder *builder)
{
    const struct entity_set *set = &builder->concepts->language->entities;

    for (size_t i = 0; i < set->class_count; i++) {
        struct token_ref class = { .role = TOKEN_CLASS, .index = (uint32_t)i };
        struct token_ref except = { .role = TOKEN_EXCEPT,
                                    .index = (uint32_t)i };

        if (!use_class_terms(builder, &set->classes[i].terms, class) ||
            !use_class_terms(builder, &set->classes[i].except, except))
            return false;
    }
    return true;
}

static bool
use_all(struct builder *builder)
{
    for (size_t i = 0; i < builder->out->term_count; i++) {
        if (!use_term(builder, i))
            return false;
    }
    return use_classes(builder);
}

/* ---- The table ---- */

/* Rows in the order of the words, each in the order of its uses. */
static bool
place_refs(struct builder *builder)
{
    struct tokens *tokens = builder->out;
    const struct use *uses = builder->uses.data;
    size_t count = builder->uses.len, words = builder->words.len;

    tokens->words = arena_array(builder->arena, words, sizeof *tokens->words);
    tokens->refs = arena_array(builder->arena, count, sizeof *tokens->refs);
    if (!tokens->words || !tokens->refs)
        return false;
    for (size_t i = 0; i < count; i++)
        tokens->words[uses[i].number].count++;
    for (size_t i = 0, at = 0; i < words; i++) {
        tokens->words[i].first = (uint32_t)at;
        at += tokens->words[i].count;
        tokens->words[i].count = 0;
    }
    for (size_t i = 0; i < count; i++) {
        struct token_word *word = &tokens->words[uses[i].number];

        tokens->refs[word->first + word->count++] = uses[i].ref;
    }
    return true;
}

static bool
enter_word(struct tokens *tokens, const struct term_word *word, uint32_t number)
{
    for (size_t i = 0; i < word->stem_count; i++) {
        const struct word_stem *stem = &word->stems[i];

        if (!token_table_enter(&tokens->table, stem, number))
            return false;
        if (stem->text.len > tokens->longest)
            tokens->longest = stem->text.len;
    }
    return true;
}

static samsyn_status
fill_table(struct builder *builder)
{
    const struct term_word *const *words = builder->words.data;

    for (size_t i = 0; i < builder->words.len; i++) {
        if (!enter_word(builder->out, words[i], (uint32_t)i))
            return SAMSYN_E_LIMIT;
    }
    return SAMSYN_OK;
}

static samsyn_status
build_table(struct builder *builder)
{
    struct tokens *tokens = builder->out;

    if (!use_all(builder))
        return builder->full ? SAMSYN_E_LIMIT : SAMSYN_E_NOMEM;
    if (!token_table_init(&tokens->table, &builder->arena->mem,
                          builder->stems) ||
        !place_refs(builder))
        return SAMSYN_E_NOMEM;
    return fill_table(builder);
}

/* ---- Terms, concepts, and which feeds which ---- */

static const struct concept *
concept_at(const struct builder *builder, size_t index)
{
    return *(const struct concept **)vec_at(&builder->concepts->list, index);
}

/* What a term must not be part of is found as a concept of its own, behind
 * those that rules know. */
static bool
add_except(struct builder *builder, const struct term *term)
{
    uint32_t *slot = vec_push(&builder->excepts);

    if (!slot)
        return false;
    *slot = NO_CONCEPT;
    if (term->except.count == 0)
        return true;
    builder->out->except_count++;
    return concepts_add_terms(builder->concepts, &term->except, slot);
}

static bool
add_excepts(struct builder *builder)
{
    size_t count = builder->concepts->list.len;

    for (size_t i = 0; i < count; i++) {
        const struct concept *concept = concept_at(builder, i);

        for (size_t k = 0; k < concept->count; k++) {
            if (concept->members[k].kind == MEMBER_TERM &&
                !add_except(builder, &concept->members[k].term))
                return false;
        }
    }
    return true;
}

static bool
number_terms(struct builder *builder)
{
    size_t concepts = builder->concepts->list.len, count = 0;

    builder->own = arena_array(builder->arena, concepts + 1, sizeof(uint32_t));
    if (!builder->own)
        return false;
    for (size_t i = 0; i < concepts; i++) {
        const struct concept *concept = concept_at(builder, i);

        builder->own[i] = (uint32_t)count;
        for (size_t k = 0; k < concept->count; k++)
        count += concept->members[k].kind == MEMBER_TERM;
    }
    builder->out->term_count = count;
    builder->out->terms =
        arena_array(builder->arena, count, sizeof *builder->out->terms);
    return builder->out->terms != NULL;
}

static samsyn_status
compile_term(struct builder *builder, struct token_term *slot,
             const struct term *term)
{
    struct pattern_fault fault;

    slot->term = term;
    if (term->kind != TERM_PATTERN)
        return SAMSYN_OK;
    builder->out->pattern_count++;
    return pattern_compile(&slot->pattern, term->pattern, &builder->arena->mem,
                           &fault);
}

static uint32_t
except_of(const struct builder *builder, size_t term)
{
    if (term >= builder->excepts.len)
        return NO_CONCEPT;
    return *(uint32_t *)vec_at(&builder->excepts, term);
}

static samsyn_status
fill_terms(struct builder *builder)
{
    size_t at = 0;

    for (size_t i = 0; i < builder->concepts->list.len; i++) {
        const struct concept *concept = concept_at(builder, i);

        for (size_t k = 0; k < concept->count; k++) {
            samsyn_status status = SAMSYN_OK;

            if (concept->members[k].kind != MEMBER_TERM)
                continue;
            builder->out->terms[at].except = except_of(builder, at);
            status = compile_term(builder, &builder->out->terms[at++],
                                  &concept->members[k].term);
            if (status)
                return status;
        }
    }
    return SAMSYN_OK;
}

static bool
add_feed(struct builder *builder, struct vec *feeds, size_t from, size_t to)
{
    struct feed *feed = NULL;

    builder->full = builder->full || feeds->len >= FEEDS_MOST;
    if (!builder->full)
        feed = vec_push(feeds);
    if (feed)
        *feed = (struct feed){ (uint32_t)from, (uint32_t)to };
    return feed != NULL;
}

/* What the own members of concept @p from feed: concept @p to. */
static bool
feed_members(struct builder *builder, uint32_t from, size_t to)
{
    const struct concept *concept = concept_at(builder, from);
    size_t term = builder->own[from];

    for (size_t k = 0; k < concept->count; k++) {
        const struct member *member = &concept->members[k];
        int entity;

        if (member->kind == MEMBER_TERM &&
            !add_feed(builder, &builder->terms, term++, to))
            return false;
        if (member->kind != MEMBER_ENTITY)
            continue;
        entity =
            entity_find(&builder->concepts->language->entities, member->name);
        if (entity >= 0 &&
            !add_feed(builder, &builder->things, (size_t)entity, to))
            return false;
    }
    return true;
}

static bool
gather_feeds(struct builder *builder)
{
    struct tokens *tokens = builder->out;

    for (size_t i = 0; i < builder->concepts->list.len; i++) {
        size_t before = builder->terms.len;

        if (!concepts_reach(builder->concepts, (uint32_t)i, &builder->reached))
            return false;
        builder->steps += builder->reached.len;
        builder->full = builder->full || builder->steps > REACHED_MOST;
        if (builder->full)
            return false;
        for (size_t k = 0; k < builder->reached.len; k++) {
            uint32_t from = *(uint32_t *)vec_at(&builder->reached, k);

            if (!feed_members(builder, from, i))
                return false;
        }
        tokens->concepts[i].name = concept_at(builder, i)->name;
        tokens->concepts[i].first_term = (uint32_t)before;
        tokens->concepts[i].term_count =
            (uint32_t)(builder->terms.len - before);
    }
    return true;
}

/* Pairs into rows: first[i] .. first[i + 1] are the goals of i. */
static bool
rows_of(struct arena *arena, const struct vec *feeds, size_t rows,
        uint32_t **first, uint32_t **goals)
{
    uint32_t *at = arena_array(arena, rows + 2, sizeof *at);
    uint32_t *out = arena_array(arena, feeds->len, sizeof *out);
    const struct feed *feed = feeds->data;

    if (!at || !out)
        return false;
    for (size_t i = 0; i < feeds->len; i++)
        at[feed[i].from + 2]++;
    for (size_t i = 1; i <= rows; i++)
        at[i + 1] += at[i];
    for (size_t i = 0; i < feeds->len; i++)
        out[at[feed[i].from + 1]++] = feed[i].to;
    *first = at;
    *goals = out;
    return true;
}

static bool
place_feeds(struct builder *builder)
{
    struct tokens *tokens = builder->out;
    const struct feed *feed = builder->terms.data;
    uint32_t *first;

    if (!rows_of(builder->arena, &builder->terms, tokens->term_count, &first,
                 &tokens->feeds))
        return false;
    for (size_t i = 0; i < tokens->term_count; i++) {
        tokens->terms[i].first = first[i];
        tokens->terms[i].count = first[i + 1] - first[i];
    }
    tokens->concept_terms =
        arena_array(builder->arena, builder->terms.len, sizeof(uint32_t));
    if (!tokens->concept_terms)
        return false;
    for (size_t i = 0; i < builder->terms.len; i++)
        tokens->concept_terms[i] = feed[i].from;
    return rows_of(builder->arena, &builder->things,
                   builder->concepts->language->entities.count,
                   &tokens->entity_first, &tokens->entity_feeds);
}

static samsyn_status
build_concepts(struct builder *builder)
{
    struct tokens *tokens = builder->out;
    samsyn_status status;

    if (!add_excepts(builder))
        return SAMSYN_E_NOMEM;
    tokens->concept_count = builder->concepts->list.len;
    tokens->concepts = arena_array(builder->arena, tokens->concept_count,
                                   sizeof *tokens->concepts);
    if (!tokens->concepts || !number_terms(builder))
        return SAMSYN_E_NOMEM;
    status = fill_terms(builder);
    if (status)
        return status;
    if (!gather_feeds(builder) || !place_feeds(builder))
        return builder->full ? SAMSYN_E_LIMIT : SAMSYN_E_NOMEM;
    return SAMSYN_OK;
}

samsyn_status
tokens_build(struct tokens *out, struct arena *arena, struct concepts *concepts,
             size_t spelt)
{
    struct builder builder = { .out = out,
                               .arena = arena,
                               .concepts = concepts };
    samsyn_status status = SAMSYN_E_NOMEM;

    builder.numbers = mem_array(&arena->mem, spelt + 1, sizeof(uint32_t));
    vec_init(&builder.words, &arena->mem, sizeof(const struct term_word *));
    vec_init(&builder.uses, &arena->mem, sizeof(struct use));
    vec_init(&builder.excepts, &arena->mem, sizeof(uint32_t));
    vec_init(&builder.terms, &arena->mem, sizeof(struct feed));
    vec_init(&builder.things, &arena->mem, sizeof(struct feed));
    vec_init(&builder.reached, &arena->mem, sizeof(uint32_t));
    if (builder.numbers)
        status = build_concepts(&builder);
    if (status == SAMSYN_OK)
        status = build_table(&builder);
    mem_free(&arena->mem, builder.numbers);
    vec_done(&builder.words);
    vec_done(&builder.uses);
    vec_done(&builder.excepts);
    vec_done(&builder.terms);
    vec_done(&builder.things);
    vec_done(&builder.reached);
    return status;
}

void
tokens_done(struct tokens *tokens)
{
    for (size_t i = 0; i < tokens->term_count && tokens->terms; i++)
        pattern_free(tokens->terms[i].pattern);
    token_table_done(&tokens->table);
}
