/* SPDX-License-Identifier: MIT */

/* Keeps pairs of verdicts and measures them.  Names are kept once each, in
 * the order they came; a pair holds their numbers. */

#include "api/api.h"
#include "base/arena.h"
#include "base/vec.h"
#include "score/agreement.h"

struct pair {
    uint32_t document, group, criterion;
    samsyn_verdict machine, person;
};

struct samsyn_agreement {
    struct arena arena;
    struct vec documents, groups, criteria; /* of struct str */
    struct vec pairs;                       /* of struct pair */
};

/* The number of a name, a new one where it has none; false without memory.
 * Pairs come document by document, so the last name is asked first. */
static bool
number_name(struct samsyn_agreement *agreement, struct vec *names,
            const char *name, uint32_t *number)
{
    struct str *slot;

    for (size_t i = names->len; i-- > 0;) {
        if (str_equal(*(struct str *)vec_at(names, i), str_of(name))) {
            *number = (uint32_t)i;
            return true;
        }
    }
    *number = (uint32_t)names->len;
    slot = vec_push(names);
    if (!slot)
        return false;
    *slot = arena_str(&agreement->arena, str_of(name));
    if (!slot->ptr)
        names->len--;
    return slot->ptr != NULL;
}

samsyn_status
samsyn_agreement_new(samsyn_agreement **out, const samsyn_config *config)
{
    const samsyn_allocator *mem = &config_of(config)->mem;
    struct samsyn_agreement *agreement;

    if (!out)
        return SAMSYN_E_ARGUMENT;
    agreement = mem_alloc(mem, sizeof *agreement);
    if (!agreement)
        return SAMSYN_E_NOMEM;
    arena_init(&agreement->arena, mem);
    vec_init(&agreement->documents, mem, sizeof(struct str));
    vec_init(&agreement->groups, mem, sizeof(struct str));
    vec_init(&agreement->criteria, mem, sizeof(struct str));
    vec_init(&agreement->pairs, mem, sizeof(struct pair));
    *out = agreement;
    return SAMSYN_OK;
}

void
samsyn_agreement_free(samsyn_agreement *agreement)
{
    samsyn_allocator mem;

    if (!agreement)
        return;
    mem = agreement->arena.mem;
    vec_done(&agreement->documents);
    vec_done(&agreement->groups);
    vec_done(&agreement->criteria);
    vec_done(&agreement->pairs);
    arena_done(&agreement->arena);
    mem_free(&mem, agreement);
}

samsyn_status
samsyn_agreement_add(samsyn_agreement *agreement, const char *document,
                     const char *group, const char *criterion,
                     samsyn_verdict machine, samsyn_verdict person)
{
    struct pair pair = { .machine = machine, .person = person };
    struct pair *slot;

    if (!agreement || !document || !group || !criterion ||
        !samsyn_verdict_name(machine) || !samsyn_verdict_name(person))
        return SAMSYN_E_ARGUMENT;
    if (!number_name(agreement, &agreement->documents, document,
                     &pair.document) ||
        !number_name(agreement, &agreement->groups, group, &pair.group) ||
        !number_name(agreement, &agreement->criteria, criterion,
                     &pair.criterion))
        return SAMSYN_E_NOMEM;
    slot = vec_push(&agreement->pairs);
    if (!slot)
        return SAMSYN_E_NOMEM;
    *slot = pair;
    return SAMSYN_OK;
}

static const char *
name_at(const struct vec *names, size_t index)
{
    return index < names->len ? ((struct str *)vec_at(names, index))->ptr
                              : NULL;
}

const char *
samsyn_agreement_group_at(const samsyn_agreement *agreement, size_t index)
{
    return agreement ? name_at(&agreement->groups, index) : NULL;
}

const char *
samsyn_agreement_criterion_at(const samsyn_agreement *agreement, size_t index)
{
    return agreement ? name_at(&agreement->criteria, index) : NULL;
}

/* ---- Measuring ---- */

static bool
is_named(const struct vec *names, uint32_t number, const char *wanted)
{
    return !wanted ||
           str_equal(*(struct str *)vec_at(names, number), str_of(wanted));
}

static bool
is_aside(samsyn_verdict verdict)
{
    return verdict == SAMSYN_VERDICT_REFERRED ||
           verdict == SAMSYN_VERDICT_NOT_APPLICABLE;
}

static void
compare_places(samsyn_measure *measure, int machine, int person)
{
    measure->pairs++;
    measure->exact += machine == person;
    measure->over += machine > person;
    measure->under += machine < person;
    measure->not_met += person == 0;
    measure->false_met += person == 0 && machine == 2;
}

/* Counts one pair, and into its document's table where both are on the
 * scale. */
static void
count_pair(samsyn_measure *measure, struct agreement_counts *documents,
           const struct pair *pair)
{
    int machine = agreement_place(pair->machine);
    int person = agreement_place(pair->person);

    if (is_aside(pair->machine) || is_aside(pair->person)) {
        measure->aside++;
    } else if (machine < 0 || person < 0) {
        measure->open++;
    } else {
        compare_places(measure, machine, person);
        documents[pair->document].pairs[person][machine]++;
    }
}

static int64_t
pairs_in(const struct agreement_counts *counts)
{
    int64_t sum = 0;

    for (int i = 0; i < AGREEMENT_SCALE; i++) {
        for (int j = 0; j < AGREEMENT_SCALE; j++)
            sum += counts->pairs[i][j];
    }
    return sum;
}

/* Drops the documents without pairs, and adds up the others. */
static size_t
gather(struct agreement_counts *documents, size_t count,
       struct agreement_counts *all)
{
    size_t kept = 0;

    for (size_t i = 0; i < count; i++) {
        if (pairs_in(&documents[i]) > 0)
            documents[kept++] = documents[i];
    }
    for (size_t k = 0; k < kept; k++) {
        for (int i = 0; i < AGREEMENT_SCALE; i++) {
            for (int j = 0; j < AGREEMENT_SCALE; j++)
                all->pairs[i][j] += documents[k].pairs[i][j];
        }
    }
    return kept;
}

static samsyn_status
measure_into(samsyn_measure *measure, const samsyn_agreement *agreement,
             struct agreement_counts *documents, const char *group,
             const char *criterion)
{
    struct agreement_counts all = { { { 0 } } };
    size_t kept;
    bool failed;

    for (size_t i = 0; i < agreement->pairs.len; i++) {
        const struct pair *pair = vec_at(&agreement->pairs, i);

        if (is_named(&agreement->groups, pair->group, group) &&
            is_named(&agreement->criteria, pair->criterion, criterion))
            count_pair(measure, documents, pair);
    }
    kept = gather(documents, agreement->documents.len, &all);
    measure->documents = (int64_t)kept;
    measure->kappa = measure->low = measure->high = SAMSYN_NO_KAPPA;
    if (!agreement_kappa(&all, &measure->kappa))
        return SAMSYN_OK;
    (void)agreement_interval(documents, kept, &agreement->arena.mem,
                             &measure->low, &measure->high, &failed);
    return failed ? SAMSYN_E_NOMEM : SAMSYN_OK;
}

samsyn_status
samsyn_agreement_measure(samsyn_measure *out, const samsyn_agreement *agreement,
                         const char *group, const char *criterion)
{
    samsyn_measure measure = { 0 };
    struct agreement_counts *documents;
    samsyn_status status;
    size_t bytes;

    if (!out || !agreement)
        return SAMSYN_E_ARGUMENT;
    if (!mem_mul(agreement->documents.len + 1, sizeof *documents, &bytes))
        return SAMSYN_E_NOMEM;
    documents = mem_alloc(&agreement->arena.mem, bytes);
    if (!documents)
        return SAMSYN_E_NOMEM;
    status = measure_into(&measure, agreement, documents, group, criterion);
    mem_free(&agreement->arena.mem, documents);
    if (status == SAMSYN_OK)
        *out = measure;
    return status;
}
