/* SPDX-License-Identifier: MIT */

/* Builds the token table in two walks over all forms: the first counts what
 * each form refers to, the second fills it in.  Which term feeds which concept
 * is gathered as pairs and sorted into rows by counting.
 *
 * Invariant: rows are in the order in which checklist and pack list things, so
 * the table, and all that comes of it, is the same for the same files. */

#include "checklist/tokens.h"

#include <string.h>

enum {
    FORMS_MOST = 2000000,
    FEEDS_MOST = 1000000,
    REACHED_MOST = 1000000, /* entries that entries lead to, all in all */
    PROBES_MOST = 1000      /* steps to a free place for a form */
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
    size_t forms;
};

typedef bool (*visit_fn)(struct builder *builder, struct str form,
                         struct token_ref ref);

uint32_t
tokens_hash_front(uint32_t hash, char byte)
{
    hash = (hash ^ (unsigned char)byte) * 0x01000193u;
    return hash ^ (hash >> 15);
}

uint32_t
tokens_hash(struct str form)
{
    uint32_t hash = 0x811c9dc5u;

    for (size_t i = form.len; i-- > 0;)
        hash = tokens_hash_front(hash, form.ptr[i]);
    return hash;
}

static struct token_entry *
slot_of(const struct tokens *tokens, struct str form, uint32_t hash)
{
    size_t mask = tokens->capacity - 1;
    size_t at = hash & mask;

    while (tokens->entries[at].form.ptr &&
           (tokens->entries[at].hash != hash ||
            !str_equal(tokens->entries[at].form, form)))
        at = (at + 1) & mask;
    return &tokens->entries[at];
}

const struct token_entry *
tokens_find_hashed(const struct tokens *tokens, struct str form, uint32_t hash)
{
    const struct token_entry *slot = slot_of(tokens, form, hash);

    return slot->form.ptr ? slot : NULL;
}

const struct token_entry *
tokens_find(const struct tokens *tokens, struct str form)
{
    return tokens_find_hashed(tokens, form, tokens_hash(form));
}

/* ---- Walking over all forms ---- */

static bool
walk_word(struct builder *builder, const struct term_word *word,
          struct token_ref ref, visit_fn visit)
{
    for (size_t i = 0; i < word->count; i++) {
        if (!visit(builder, word->forms[i], ref))
            return false;
    }
    return true;
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
walk_term(struct builder *builder, size_t index, visit_fn visit)
{
    const struct term *term = builder->out->terms[index].term;
    struct token_ref ref = { .role = TOKEN_WORD,
                             .parts = parts_of(term->kind),
                             .index = (uint32_t)index };

    if (term->kind == TERM_PHRASE && term->word_count > 1)
        ref.role = TOKEN_PHRASE;
    for (size_t i = 0; i < term->word_count; i++) {
        ref.place = (uint16_t)i;
        if (!walk_word(builder, &term->words[i], ref, visit))
            return false;
    }
    return true;
}

/* Only single words can stand at one place of a template. */
static bool
walk_class_terms(struct builder *builder, const struct term_list *terms,
                 struct token_ref ref, visit_fn visit)
{
    for (size_t i = 0; i < terms->count; i++) {
        const struct term *term = &terms->terms[i];

        ref.parts = parts_of(term->kind);
        if (term->word_count == 1 &&
            !walk_word(builder, &term->words[0], ref, visit))
            return false;
    }
    return true;
}

static bool
walk_classes(struct builder *builder, visit_fn visit)
{
    const struct entity_set *set = &builder->concepts->language->entities;

    for (size_t i = 0; i < set->class_count; i++) {
        struct token_ref class = { .role = TOKEN_CLASS, .index = (uint32_t)i };
        struct token_ref except = { .role = TOKEN_EXCEPT,
                                    .index = (uint32_t)i };

        if (!walk_class_terms(builder, &set->classes[i].terms, class, visit) ||
            !walk_class_terms(builder, &set->classes[i].except, except, visit))
            return false;
    }
    return true;
}

static bool
walk_forms(struct builder *builder, visit_fn visit)
{
    for (size_t i = 0; i < builder->out->term_count; i++) {
        if (!walk_term(builder, i, visit))
            return false;
    }
    return walk_classes(builder, visit);
}

static bool
count_form(struct builder *builder, struct str form, struct token_ref ref)
{
    (void)ref;
    if (form.len > builder->out->longest)
        builder->out->longest = form.len;
    return ++builder->forms <= FORMS_MOST;
}

static bool
enter_form(struct builder *builder, struct str form, struct token_ref ref)
{
    uint32_t hash = tokens_hash(form);
    struct token_entry *slot = slot_of(builder->out, form, hash);

    (void)ref;
    /* Words can be made that all hash to one place. */
    if ((((size_t)(slot - builder->out->entries) - hash) &
         (builder->out->capacity - 1)) > PROBES_MOST)
        return false;
    slot->form = form;
    slot->hash = hash;
    slot->count++;
    return true;
}

static bool
fill_form(struct builder *builder, struct str form, struct token_ref ref)
{
    struct tokens *tokens = builder->out;
    struct token_entry *slot = slot_of(tokens, form, tokens_hash(form));

    tokens->refs[slot->first + slot->count++] = ref;
    return true;
}

/* Gives every entry its row in refs, and empties the rows for filling. */
static void
place_rows(struct tokens *tokens)
{
    uint32_t at = 0;

    for (size_t i = 0; i < tokens->capacity; i++) {
        tokens->entries[i].first = at;
        at += tokens->entries[i].count;
        tokens->entries[i].count = 0;
    }
    tokens->ref_count = at;
}

static samsyn_status
build_table(struct builder *builder)
{
    struct tokens *tokens = builder->out;

    tokens->longest = 0;
    if (!walk_forms(builder, count_form))
        return SAMSYN_E_LIMIT;
    tokens->capacity = 16;
    while (tokens->capacity < 2 * builder->forms)
        tokens->capacity *= 2;
    tokens->entries =
        arena_array(builder->arena, tokens->capacity, sizeof *tokens->entries);
    tokens->refs =
        arena_array(builder->arena, builder->forms, sizeof *tokens->refs);
    if (!tokens->entries || !tokens->refs)
        return SAMSYN_E_NOMEM;
    if (!walk_forms(builder, enter_form))
        return SAMSYN_E_LIMIT;
    place_rows(tokens);
    (void)walk_forms(builder, fill_form);
    return SAMSYN_OK;
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
tokens_build(struct tokens *out, struct arena *arena, struct concepts *concepts)
{
    struct builder builder = { .out = out,
                               .arena = arena,
                               .concepts = concepts };
    samsyn_status status;

    vec_init(&builder.excepts, &arena->mem, sizeof(uint32_t));
    vec_init(&builder.terms, &arena->mem, sizeof(struct feed));
    vec_init(&builder.things, &arena->mem, sizeof(struct feed));
    vec_init(&builder.reached, &arena->mem, sizeof(uint32_t));
    status = build_concepts(&builder);
    if (status == SAMSYN_OK)
        status = build_table(&builder);
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
}
