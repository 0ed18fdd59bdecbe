/* SPDX-License-Identifier: MIT */
#ifndef BENCH_H
#define BENCH_H

/* The parts of the benchmark: work with memory that is counted, a text that
 * is the same on every machine, and two ways to search it that one would take
 * without the token table. */

#include <stddef.h>
#include <stdint.h>

#include "checklist/checklist.h"
#include "match/match.h"
#include "support/whole.h"

/* ---- Work ---- */

struct account {
    size_t allocations;
    size_t bytes;   /* asked for, all in all */
    size_t largest; /* out at once; blocks carry their size in front */
    size_t out;
};

struct work {
    samsyn_config *config;
    samsyn_checklist *checklist;
    samsyn_document *document;
    struct matches *matches;
    samsyn_assessment *result;
    struct text text;
    struct text json;
};

/* Ends the program with a word where something was not @p done. */
void
must(bool done, const char *what);

/* A configuration that finds the checklists of this tree and stops at no
 * limit, with memory counted in @p account. */
samsyn_config *
work_config(struct account *account);

/* The checklist in a file. */
samsyn_checklist *
work_checklist(const samsyn_config *config, const char *path);

/* Each does its step anew and ends what it made before. */
void
do_read(struct work *work);
void
do_match(struct work *work);
void
do_assess(struct work *work); /* which matches too */
void
do_report(struct work *work);

/* Gives the checklist another model, or none; hands back the one it had. */
struct model;
struct model *
swap_model(struct work *work, struct model *model);

/* Ends all of it. */
void
work_end(struct work *work);

/* The least time that a step took in some rounds, in seconds: what the
 * machine can do undisturbed. */
double
best_time(void (*step)(struct work *work), struct work *work, int rounds);

/* Seconds from some moment on. */
double
now(void);

/* From 1 KB to 100 MB; false where ten times the text takes far more than ten
 * times the time. */
bool
run_sizes(struct account *account);

/* A model that knows all of a document. */
struct model *
weigh_model(const struct samsyn_document *document);
void
weigh_document(const struct samsyn_document *document,
               const struct model *model);

/* The least time that reading a file of any format takes in some rounds; 77
 * where its reader is not here. */
int
run_read(struct work *work, const char *path, int rounds);

/* ---- Text ---- */

/* At least @p size bytes of running text in which about three words of a
 * hundred come from the checklist's vocabulary. */
void
bench_text(struct text *out, size_t size,
           const struct samsyn_checklist *checklist);

/* ---- Peers ---- */

/* One caseless, JIT-compiled pattern for each vocabulary entry. */
struct pattern_set;

/* NULL where a pattern does not compile. */
struct pattern_set *
pattern_set_new(const struct samsyn_checklist *checklist);

void
pattern_set_free(struct pattern_set *set);

size_t
pattern_set_count(const struct pattern_set *set);

/* How often all of them match. */
uint64_t
pattern_set_search(const struct pattern_set *set, const char *text,
                   size_t length);

/* The forms of all terms as YARA's strings. */
struct yara_set;

/* NULL where libyara is not there. */
struct yara_set *
yara_set_new(const struct samsyn_checklist *checklist);

void
yara_set_free(struct yara_set *set);

size_t
yara_set_count(const struct yara_set *set);

/* How many strings were found. */
uint64_t
yara_set_search(const struct yara_set *set, const char *text, size_t length);

#endif
