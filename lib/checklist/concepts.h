/* SPDX-License-Identifier: MIT */
#ifndef CHECKLIST_CONCEPTS_H
#define CHECKLIST_CONCEPTS_H

/* The concepts of a checklist while it is loaded: what rules can find, in one
 * numbered list.  Names come from the checklist's vocabulary first, then from
 * the pack's; concepts without a name are written inside a rule, or stand for
 * polarity, headings and the signals of document kinds. */

#include "base/shape.h"
#include "base/vec.h"
#include "language/language.h"

struct concepts {
    struct vec list; /* of const struct concept *; index = its number */
    const struct samsyn_language *language;
    struct arena *arena;
    const char **names; /* of the vocabularies, for "did you mean" */
    uint32_t *sorted;   /* numbers of the named concepts, by name */
    size_t named;       /* how many concepts have names: the first ones */
    struct vec seen;    /* of uint32_t: the round that reached a concept */
    uint32_t round;
};

/* Begin with the names of both vocabularies.  False without memory. */
bool
concepts_init(struct concepts *concepts, struct arena *arena,
              const struct samsyn_language *language,
              const struct vocabulary *vocabulary);

void
concepts_done(struct concepts *concepts);

/* The number of a name, -1 where it has none. */
int
concepts_find(const struct concepts *concepts, struct str name);

/* True where the checklist has an entry of that name and the pack has one too,
 * which is therefore not found. */
bool
concepts_hides(const struct concepts *concepts, struct str name);

/* A further concept; its number in *index.  False without memory. */
bool
concepts_add(struct concepts *concepts, const struct concept *concept,
             uint32_t *index);

/* The same for a list of terms. */
bool
concepts_add_terms(struct concepts *concepts, const struct term_list *terms,
                   uint32_t *index);

/* The same for the entities that say something of time. */
bool
concepts_add_times(struct concepts *concepts, uint32_t *index);

/* The name that was perhaps meant, for a diagnostic; empty where none is near,
 * and where so many faults were found that one more is only counted. */
struct str
concepts_nearest(const struct concepts *concepts,
                 const struct shape_reader *reader, struct str name);

/* Say which members name what does not exist, and which go round in circles.
 * False without memory. */
bool
concepts_check(const struct concepts *concepts, struct shape_reader *reader,
               const struct vocabulary *vocabulary);

/* Every concept whose members count for concept @p index, itself first, each
 * once: numbers appended to @p out (of uint32_t), which is cleared first. */
bool
concepts_reach(struct concepts *concepts, uint32_t index, struct vec *out);

/* The same for several at once. */
bool
concepts_gather(struct concepts *concepts, const uint32_t *from, size_t count,
                struct vec *out);

#endif
