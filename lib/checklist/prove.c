/* SPDX-License-Identifier: MIT */

/* Proofs over rule trees.
 *
 * A find with a wider view holds wherever one with a narrower view does; from
 * that `all`, `any` and `none` follow by their meaning.  A window holds only
 * with a find in the unit itself, so of windows little is claimed: two that
 * are written alike, and what a lone find inside one says outside.
 *
 * Recursion is bounded by the depth that the YAML reader allows, the work by
 * the steps. */

#include "checklist/prove.h"

#include "checklist/cover.h"

enum {
    STEPS_MOST = 2000000, /* a checklist; then nothing more is proved */
    KINDS_ALL = PLACE_HEADING | PLACE_PARAGRAPH | PLACE_ITEM | PLACE_CELL
};

const struct view view_outermost = { .accept = ACCEPT_DEFAULT,
                                     .section = -1,
                                     .kinds = KINDS_ALL };

/* ---- Views ---- */

struct view
view_inside(const struct view *outer, const struct rule *rule)
{
    static const unsigned kinds[] = {
        [WINDOW_ITEM] = PLACE_ITEM, [WINDOW_ROW] = PLACE_CELL
    };
    struct view inner = *outer;

    inner.accept = (outer->accept | rule->accept) & ~rule->refuse;
    if (rule->scope.places)
        inner.places = rule->scope.places;
    if (rule->scope.section >= 0)
        inner.section = rule->scope.section;
    if (rule->scope.column > 0)
        inner.column = rule->scope.column;
    if (rule->scope.part != PARTS_ASSESSED)
        inner.part = rule->scope.part;
    if (rule->window == WINDOW_INHERIT)
        return inner;
    inner.window = rule->window;
    if (rule->window < ARRAY_LEN(kinds) && kinds[rule->window])
        inner.kinds &= kinds[rule->window];
    return inner;
}

bool
view_is_idle(const struct view *outer, const struct rule *rule)
{
    if (rule->window == WINDOW_PARAGRAPH)
        return outer->window == WINDOW_SENTENCE;
    return rule->window == WINDOW_SECTION && outer->window != WINDOW_INHERIT &&
           outer->window < WINDOW_SECTION;
}

/* A block of any kind can be part of a signature or a title. */
bool
view_has_place(const struct view *view, unsigned kinds)
{
    return view->places == 0 || (view->places & (kinds | ~(unsigned)KINDS_ALL));
}

/* Whether a hit that counts in the narrow view counts in the wide one.
 * Without places named, headings do not count; a title can be one. */
static bool
is_wider(const struct view *wide, const struct view *narrow)
{
    if ((wide->accept & narrow->accept) != narrow->accept ||
        (wide->part != PARTS_ALL && wide->part != narrow->part) ||
        (wide->section >= 0 && wide->section != narrow->section) ||
        (wide->column > 0 && wide->column != narrow->column))
        return false;
    if (wide->places == 0)
        return !(narrow->places & (PLACE_HEADING | PLACE_TITLE));
    return narrow->places && (narrow->places & ~wide->places) == 0;
}

static bool
is_same_view(const struct view *a, const struct view *b)
{
    return is_wider(a, b) && is_wider(b, a) && a->places == b->places;
}

bool
proving_goes_on(struct proving *proving)
{
    return ++proving->steps <= STEPS_MOST;
}

/* ---- Concepts ---- */

static bool
has_term(struct proving *proving, uint32_t concept, const struct term *term)
{
    const struct tokens *tokens = &proving->checklist->tokens;
    const struct token_concept *entry = &tokens->concepts[concept];

    for (uint32_t i = 0; i < entry->term_count && proving_goes_on(proving);
         i++) {
        uint32_t index = tokens->concept_terms[entry->first_term + i];

        if (term_covers(tokens->terms[index].term, term))
            return true;
    }
    return false;
}

static bool
has_terms(struct proving *proving, uint32_t part, uint32_t whole)
{
    const struct tokens *tokens = &proving->checklist->tokens;
    const struct token_concept *entry = &tokens->concepts[part];

    for (uint32_t i = 0; i < entry->term_count; i++) {
        uint32_t index = tokens->concept_terms[entry->first_term + i];

        if (!has_term(proving, whole, tokens->terms[index].term))
            return false;
    }
    return true;
}

uint64_t
concept_entities(const struct samsyn_checklist *checklist, uint32_t concept)
{
    const struct tokens *tokens = &checklist->tokens;
    uint64_t entities = 0;

    for (size_t i = 0; i < checklist->language->entities.count; i++) {
        for (uint32_t k = tokens->entity_first[i];
             k < tokens->entity_first[i + 1]; k++) {
            if (tokens->entity_feeds[k] == concept)
                entities |= (uint64_t)1 << i;
        }
    }
    return entities;
}

bool
prove_part(struct proving *proving, uint32_t part, uint32_t whole)
{
    uint64_t entities;

    if (part == whole)
        return true;
    entities = concept_entities(proving->checklist, part);
    if (entities & ~concept_entities(proving->checklist, whole))
        return false;
    return has_terms(proving, part, whole);
}

/* ---- Rules written alike ---- */

static bool
is_same_scope(const struct rule *a, const struct rule *b)
{
    return a->window == b->window && a->accept == b->accept &&
           a->refuse == b->refuse && a->scope.places == b->scope.places &&
           a->scope.section == b->scope.section &&
           a->scope.column == b->scope.column && a->scope.part == b->scope.part;
}

static bool
is_same_rule(struct proving *proving, const struct rule *a,
             const struct rule *b)
{
    if (a == b)
        return true;
    if (!proving_goes_on(proving) || a->kind != b->kind ||
        a->times != b->times || a->most != b->most || a->near != b->near ||
        a->over != b->over || a->count != b->count || !is_same_scope(a, b))
        return false;
    if (a->kind == RULE_FIND && (!prove_part(proving, a->concept, b->concept) ||
                                 !prove_part(proving, b->concept, a->concept)))
        return false;
    for (size_t i = 0; i < a->count; i++) {
        if (!is_same_rule(proving, &a->children[i], &b->children[i]))
            return false;
    }
    return true;
}

/* ---- What follows ---- */

/* Several hits inside a unit may be those of its lead-in, which stands outside
 * of the stretch around; one stands in the unit itself. */
static bool
find_follows(struct proving *proving, const struct rule *a,
             const struct view *view_a, const struct rule *b,
             const struct view *view_b)
{
    if (a->window >= WINDOW_FOCUS || a->times < b->times ||
        (b->times > 1 &&
         (a->window != WINDOW_INHERIT || a->concept != b->concept)))
        return false;
    return is_wider(view_b, view_a) &&
           prove_part(proving, a->concept, b->concept);
}

enum quantity {
    EACH,
    SOME
};

/* Whether each, or some, part of @p b follows from @p a. */
static bool
parts_follow(struct proving *proving, enum quantity quantity,
             const struct rule *a, const struct view *view_a,
             const struct rule *b, const struct view *inner_b)
{
    for (size_t i = 0; i < b->count; i++) {
        bool follows =
            prove_follows(proving, a, view_a, &b->children[i], inner_b);

        if (follows != (quantity == EACH))
            return follows;
    }
    return quantity == EACH && b->count > 0;
}

/* Whether @p b follows from each, or some, part of @p a. */
static bool
follows_parts(struct proving *proving, enum quantity quantity,
              const struct rule *a, const struct view *inner_a,
              const struct rule *b, const struct view *view_b)
{
    for (size_t i = 0; i < a->count; i++) {
        bool follows =
            prove_follows(proving, &a->children[i], inner_a, b, view_b);

        if (follows != (quantity == EACH))
            return follows;
    }
    return quantity == EACH && a->count > 0;
}

bool
prove_follows(struct proving *proving, const struct rule *a,
              const struct view *view_a, const struct rule *b,
              const struct view *view_b)
{
    struct view inner_a = view_inside(view_a, a);
    struct view inner_b = view_inside(view_b, b);

    if (!proving_goes_on(proving))
        return false;
    if (is_same_view(&inner_a, &inner_b) && is_same_rule(proving, a, b))
        return true;
    if (b->window != WINDOW_INHERIT)
        return false;
    if (a->kind == RULE_FIND && b->kind == RULE_FIND)
        return find_follows(proving, a, &inner_a, b, &inner_b);
    if (b->kind == RULE_ALL &&
        parts_follow(proving, EACH, a, view_a, b, &inner_b))
        return true;
    if (b->kind == RULE_ANY &&
        parts_follow(proving, SOME, a, view_a, b, &inner_b))
        return true;
    if (a->window != WINDOW_INHERIT)
        return false;
    if (a->kind == RULE_ALL)
        return follows_parts(proving, SOME, a, &inner_a, b, view_b);
    return a->kind == RULE_ANY &&
           follows_parts(proving, EACH, a, &inner_a, b, view_b);
}

/* ---- What cannot be together ---- */

/* Whether @p b says no wherever @p a holds. */
static bool
denies(struct proving *proving, const struct rule *a, const struct view *view_a,
       const struct rule *b, const struct view *view_b)
{
    struct view inner = view_inside(view_b, b);

    if (b->window != WINDOW_INHERIT || !proving_goes_on(proving))
        return false;
    if (b->kind == RULE_NONE)
        return parts_follow(proving, SOME, a, view_a, b, &inner);
    if (b->kind != RULE_ALL && b->kind != RULE_ANY)
        return false;
    for (size_t i = 0; i < b->count; i++) {
        bool denied = denies(proving, a, view_a, &b->children[i], &inner);

        if (denied == (b->kind == RULE_ALL))
            return denied;
    }
    return b->kind == RULE_ANY && b->count > 0;
}

bool
prove_clash(struct proving *proving, const struct rule *a, const struct rule *b,
            const struct view *view)
{
    return denies(proving, a, view, b, view) ||
           denies(proving, b, view, a, view);
}
