/* SPDX-License-Identifier: MIT */
#ifndef LANGUAGE_LANGUAGE_H
#define LANGUAGE_LANGUAGE_H

/* A language pack in memory: everything that C must not know of a language.
 * Immutable once loaded.  Terms and entities have headers of their own. */

#include "base/arena.h"
#include "base/config.h"
#include "base/diag.h"
#include "base/str.h"
#include "language/entity.h"
#include "language/furniture.h"
#include "language/term.h"
#include "language/word_set.h"

/* What takes credit away from a word: negation, reservation, announcement;
 * and where a rule asks for it, that it lies ahead or is over. */
enum polarity {
    POLARITY_NEGATED,
    POLARITY_HEDGED,
    POLARITY_ANNOUNCED,
    POLARITY_PLANNED,
    POLARITY_PAST,
    POLARITY_COUNT
};

struct polarity_rule {
    struct term_list terms;
    size_t before; /* words between the mark and what stands after it */
    size_t after;  /* words between what stands before it and the mark */
    struct term_list sentence; /* marks that reach all of their sentence */
    struct term_list opening;  /* the same, only where they begin it */
};

/* Sentences that do not say how anything is: advice on what a text should
 * hold, and words without a sentence around them. */
enum moot_mark {
    MOOT_OPENING,  /* begins such a sentence */
    MOOT_HOLDING,  /* stands anywhere in it */
    MOOT_DISTANT,  /* is a wish, a condition, hearsay or of another time */
    MOOT_REPORTED, /* tells what somebody says; the same as that where ... */
    MOOT_REPORT,   /* ... this shows that the document is news or minutes */
    MOOT_MARKS
};

struct moot_rule {
    struct term_list marks[MOOT_MARKS];
    struct word_set common; /* words without which nobody writes */
    size_t percent;         /* of all words they are at least so many ... */
    size_t most;            /* ... and at most so many; 0 for no bound */
};

/* A kind of document and what gives it away. */
struct kind_signal {
    struct term_list terms;
    bool title;     /* only in the title: first heading and first lines */
    int64_t points; /* thousandths; may be negative */
};

struct document_kind {
    struct str id;
    struct str title[2];    /* sv, en */
    struct term_list names; /* what such a document is called in a text */
    struct kind_signal *signals;
    size_t signal_count;
    bool editions;             /* of several years, beside one another */
    struct term_list accounts; /* headings over what came of an earlier one */
    struct str *held; /* ids of kinds that may be a part of its content */
    size_t held_count;
};

/* Headings with a meaning of their own. */
enum heading_role {
    HEADING_SIGNATURE,
    HEADING_CONTENTS,
    HEADING_ANNEX,
    HEADING_ROLES
};

/* What a date beside these words is the date of. */
enum date_use {
    DATE_VALIDITY,
    DATE_SIGNING,
    DATE_USES
};

struct samsyn_language {
    struct arena arena;
    struct str id;
    struct str version;
    char digest[72];
    size_t spelt;                  /* the largest id of a word */
    struct word_set abbreviations; /* without their last dot */
    struct word_set suspended;     /* words before which a hyphen stays */
    struct word_set clause_breaks; /* words that end a negation's reach */
    struct word_set small_words;   /* words that say nothing of a matter */
    struct ending_group linking;   /* between the parts of a compound */
    struct word_set placeholders;  /* words that stand in for a value */
    struct word_set speech;        /* words beside what somebody said */
    struct furniture furniture;    /* lines of web pages */
    struct term_list headings[HEADING_ROLES];
    struct endings *endings; /* [0] is the default class */
    size_t endings_count;
    struct ending_index ending_index; /* of those, and of linking */
    struct polarity_rule polarity[POLARITY_COUNT];
    struct moot_rule moot;
    struct entity_set entities;
    struct term_list dates[DATE_USES];
    struct vocabulary vocabulary; /* words shared by all checklists */
    struct document_kind *kinds;
    size_t kind_count;
};

struct spellings;

/* Read a pack.  As samsyn_language_load(), the bytes at hand.  @p spellings
 * comes to know its words, for whoever reads terms that go with it; may be
 * NULL. */
samsyn_status
language_read(struct samsyn_language **out, const struct diag_source *source,
              struct spellings *spellings, const struct samsyn_config *config,
              struct samsyn_diagnostics *diags);

/* Whether the pack knows a kind of document of that name. */
bool
language_has_kind(const struct samsyn_language *language, struct str id);

void
language_free(struct samsyn_language *language);

/* The shape of a pack, for the schema. */
extern const struct shape language_shape;

#endif
