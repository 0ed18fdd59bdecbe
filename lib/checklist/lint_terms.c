/* SPDX-License-Identifier: MIT */

/* Terms that do nothing for their entry, one word that stands for two things
 * that a rule wants apart, and patterns that must be tried everywhere. */

#include "checklist/lint.h"

#include "checklist/cover.h"

/* ---- Terms that find nothing new ---- */

/* A member that finds all that member @p index does; of two that find the same
 * the first stays. */
static const struct term *
found_by(struct linting *linting, const struct concept *concept, size_t index)
{
    const struct term *term = &concept->members[index].term;

    for (size_t i = 0; i < concept->count; i++) {
        const struct term *other = &concept->members[i].term;

        if (!proving_goes_on(&linting->proving))
            return NULL;
        if (i == index || concept->members[i].kind != MEMBER_TERM ||
            !term_holds(term, other))
            continue;
        if (i < index || !term_holds(other, term))
            return other;
    }
    return NULL;
}

static bool
say_redundant(struct linting *linting, const struct term *term,
              const struct term *other)
{
    struct str args[2] = { term->text, other->text };

    return lint_say(linting, DIAG_CHECKLIST_REDUNDANT, term->start, term->end,
                    args, 2);
}

/* ---- Patterns ---- */

static bool
is_slow(const struct linting *linting, const struct term *term)
{
    const struct tokens *tokens = &linting->checklist->tokens;

    for (size_t i = 0; i < tokens->term_count; i++) {
        if (tokens->terms[i].term == term)
            return tokens->terms[i].pattern &&
                   !pattern_has_literal(tokens->terms[i].pattern);
    }
    return false;
}

/* ---- The members of an entry ---- */

static bool
lint_member(struct linting *linting, const struct concept *concept,
            size_t index)
{
    const struct member *member = &concept->members[index];
    const struct term *other;

    if (member->kind != MEMBER_TERM)
        return true;
    other = found_by(linting, concept, index);
    if (other && !say_redundant(linting, &member->term, other))
        return false;
    return member->term.kind != TERM_PATTERN ||
           !is_slow(linting, &member->term) ||
           lint_say(linting, DIAG_CHECKLIST_PATTERN_SLOW, member->term.start,
                    member->term.end, &member->term.text, 1);
}

static bool
lint_concept(struct linting *linting, const struct concept *concept)
{
    for (size_t i = 0; i < concept->count; i++) {
        if (!lint_member(linting, concept, i))
            return false;
    }
    return true;
}

/* ---- One word for two things ---- */

/* The terms that feed a concept. */
struct feeders {
    const struct tokens *tokens;
    const uint32_t *terms;
    size_t count;
};

static struct feeders
feeders_of(const struct linting *linting, uint32_t concept)
{
    const struct tokens *tokens = &linting->checklist->tokens;
    const struct token_concept *entry = &tokens->concepts[concept];

    return (struct feeders){ tokens, tokens->concept_terms + entry->first_term,
                             entry->term_count };
}

static const struct term *
feeder_at(const struct feeders *feeders, size_t index)
{
    return feeders->tokens->terms[feeders->terms[index]].term;
}

/* @p room: as of form_text(). */
static struct str
shared_form(struct linting *linting, uint32_t a, uint32_t b, char *room)
{
    struct feeders left = feeders_of(linting, a);
    struct feeders right = feeders_of(linting, b);
    struct form form;

    for (size_t i = 0; i < left.count; i++) {
        for (size_t k = 0; k < right.count; k++) {
            if (!proving_goes_on(&linting->proving))
                return str_make("", 0);
            if (term_shared_form(&form, feeder_at(&left, i),
                                 feeder_at(&right, k)))
                return form_text(form, room);
        }
    }
    return str_make("", 0);
}

/* An entity that feeds both. */
static struct str
shared_entity(const struct linting *linting, uint32_t a, uint32_t b)
{
    const struct entity_set *set = &linting->checklist->language->entities;
    uint64_t both = concept_entities(linting->checklist, a) &
                    concept_entities(linting->checklist, b);

    for (size_t i = 0; i < set->count; i++) {
        if (both >> i & 1)
            return set->entities[i].name;
    }
    return str_make("", 0);
}

static bool
say_shared(struct linting *linting, const struct rule *a, const struct rule *b)
{
    size_t lang = diag_lang(linting->diags) == SAMSYN_LANG_EN;
    struct str args[3] = { shared_entity(linting, a->concept, b->concept),
                           a->label[lang], b->label[lang] };
    char room[FORM_MOST];

    if (args[0].len == 0)
        args[0] = shared_form(linting, a->concept, b->concept, room);
    return args[0].len == 0 ||
           lint_say(linting, DIAG_CHECKLIST_SHARED, b->start, b->end, args, 3);
}

/* Two finds that are asked of the same stretch in the same way.  Where several
 * things are counted each is meant to be a thing of its own; where all are
 * asked for, one word may well say two of them. */
static bool
are_beside(const struct rule *a, const struct rule *b)
{
    return a->kind == RULE_FIND && b->kind == RULE_FIND &&
           a->window == WINDOW_INHERIT && b->window == WINDOW_INHERIT &&
           a->scope.places == b->scope.places &&
           a->scope.section == b->scope.section &&
           a->scope.column == b->scope.column &&
           a->scope.part == b->scope.part && a->concept != b->concept;
}

static bool
lint_rule(struct linting *linting, const struct rule *rule)
{
    bool inline_terms = rule->kind == RULE_FIND && rule->written &&
                        rule->written->name.len == 0;
    bool apart = rule->kind == RULE_AT_LEAST && rule->times > 1;

    if (inline_terms && !lint_concept(linting, rule->written))
        return false;
    for (size_t i = 0; i < rule->count; i++) {
        if (!lint_rule(linting, &rule->children[i]))
            return false;
        for (size_t k = 0; apart && k < i; k++) {
            if (are_beside(&rule->children[k], &rule->children[i]) &&
                !say_shared(linting, &rule->children[k], &rule->children[i]))
                return false;
        }
    }
    return true;
}

static bool
lint_list(struct linting *linting, const struct rule *rules, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (!lint_rule(linting, &rules[i]))
            return false;
    }
    return true;
}

static bool
lint_criterion(struct linting *linting, const struct criterion *criterion)
{
    return lint_list(linting, criterion->met, 1) &&
           lint_list(linting, criterion->partly, criterion->partly ? 1 : 0) &&
           lint_list(linting, criterion->referred,
                     criterion->referred ? 1 : 0) &&
           lint_list(linting, criterion->unless.rules, criterion->unless.count);
}

bool
lint_terms(struct linting *linting)
{
    const struct samsyn_checklist *checklist = linting->checklist;

    for (size_t i = 0; i < checklist->vocabulary.count; i++) {
        if (!lint_concept(linting, &checklist->vocabulary.concepts[i]))
            return false;
    }
    for (size_t i = 0; i < checklist->criterion_count; i++) {
        if (!lint_criterion(linting, &checklist->criteria[i]))
            return false;
    }
    for (size_t i = 0; i < ITEM_KINDS; i++) {
        const struct item_definition *item = &checklist->items.kinds[i];

        if (!lint_list(linting, item->is, item->is ? 1 : 0) ||
            !lint_list(linting, item->unless.rules, item->unless.count))
            return false;
    }
    return true;
}
