/* SPDX-License-Identifier: MIT */
/* What reading, matching and assessing cost.
 *
 *   bench             times on 10 MB of text, beside separate patterns
 *   bench count KIB   the same work once, untimed: for tools that count
 *                     instructions; prints bytes and allocations
 *
 * Times differ between machines and say nothing by themselves; the ratio to
 * the patterns, measured in the same run, and what is counted, do. */

#include "bench.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "match/match.h"

#define TEXT_SIZE ((size_t)10 << 20)
/* Patterns are slow: a tenth of the text will do. */
#define PATTERN_SIZE ((size_t)1 << 20)
#define ROUNDS 3
#define LEAST_RATIO 10.0

/* ---- Memory that is counted ---- */

struct account {
    size_t allocations;
    size_t largest; /* bytes out at once; blocks carry their size in front */
    size_t out;
};

union header {
    size_t size;
    max_align_t align;
};

static void
counted_release(void *user, void *block)
{
    struct account *account = user;
    union header *header = (union header *)block - 1;

    account->out -= header->size;
    free(header);
}

static void *
counted_resize(void *user, void *block, size_t old_size, size_t new_size)
{
    struct account *account = user;
    union header *header = block ? (union header *)block - 1 : NULL;

    (void)old_size;
    if (header)
        account->out -= header->size;
    header = realloc(header, sizeof *header + new_size);
    if (!header)
        exit(EXIT_FAILURE);
    header->size = new_size;
    account->out += new_size;
    account->allocations++;
    if (account->out > account->largest)
        account->largest = account->out;
    return header + 1;
}

/* ---- The work ---- */

struct work {
    samsyn_config *config;
    samsyn_checklist *checklist;
    samsyn_document *document;
    struct matches *matches;
    samsyn_assessment *result;
    struct text text;
    struct text json;
};

static void
must(bool done, const char *what)
{
    if (done)
        return;
    fprintf(stderr, "bench: %s failed\n", what);
    exit(EXIT_FAILURE);
}

static void
set_up(struct work *work, struct account *account, size_t size)
{
    const samsyn_allocator mem = { counted_resize, counted_release, account };

    must(!samsyn_config_new(&work->config, &mem), "configuration");
    must(!samsyn_config_set_directory(work->config, "checklists", 10),
         "directory");
    must(!samsyn_config_set_limit(work->config, SAMSYN_LIMIT_STEPS,
                                  UINT64_MAX / 2),
         "limit");
    work->checklist = whole_checklist(work->config, "overenskommelse");
    must(work->checklist != NULL, "checklist");
    bench_text(&work->text, size, work->checklist);
}

static void
do_read(struct work *work)
{
    samsyn_document_free(work->document);
    work->document = NULL;
    must(!samsyn_document_read(
             &work->document, work->text.bytes, work->text.length, "bench.txt",
             SAMSYN_FORMAT_TEXT, samsyn_checklist_language(work->checklist),
             work->config, NULL),
         "read");
}

static void
do_match(struct work *work)
{
    matches_free(work->matches);
    work->matches = NULL;
    must(!match_document(&work->matches, &work->checklist->tokens,
                         work->checklist->language, work->document,
                         work->config),
         "match");
}

static void
do_assess(struct work *work)
{
    samsyn_assessment_free(work->result);
    work->result = NULL;
    must(!samsyn_assess(&work->result, work->checklist, work->document,
                        work->config, NULL),
         "assess");
}

static void
do_report(struct work *work)
{
    work->json.length = 0;
    must(
        !samsyn_report_write(work->result, "json", 4, whole_write, &work->json),
        "report");
}

static void
tear_down(struct work *work)
{
    samsyn_assessment_free(work->result);
    matches_free(work->matches);
    samsyn_document_free(work->document);
    samsyn_checklist_free(work->checklist);
    samsyn_config_free(work->config);
    free(work->text.bytes);
    free(work->json.bytes);
}

/* ---- Times ---- */

static double
now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* The best of a few rounds: what the machine can do undisturbed. */
static double
best(void (*step)(struct work *work), struct work *work)
{
    double least = 0;

    for (int i = 0; i < ROUNDS; i++) {
        double start = now();

        step(work);
        start = now() - start;
        if (i == 0 || start < least)
            least = start;
    }
    return least;
}

static double
report(const char *what, const struct work *work, double seconds)
{
    printf("%-10s %8.1f MB/s  %6.3f s\n", what,
           (double)work->text.length / 1e6 / seconds, seconds);
    return seconds;
}

/* The greatest length up to @p most that cuts no character. */
static size_t
whole_characters(const char *text, size_t most)
{
    while (((unsigned char)text[most] & 0xc0u) == 0x80u)
        most--;
    return most;
}

static bool
compare_with_patterns(const struct work *work, double seconds)
{
    struct pattern_set *set = pattern_set_new(work->checklist);
    size_t length = 0;
    const char *text = samsyn_document_text(work->document, &length);
    double start, patterns;
    uint64_t found;

    must(set != NULL, "patterns");
    if (length > PATTERN_SIZE)
        length = whole_characters(text, PATTERN_SIZE);
    start = now();
    found = pattern_set_search(set, text, length);
    patterns = now() - start;
    printf("%-10s %8.1f MB/s  %6.3f s  (%zu patterns, %llu matches)\n",
           "patterns", (double)length / 1e6 / patterns, patterns,
           pattern_set_count(set), (unsigned long long)found);
    patterns = patterns / (double)length * (double)work->text.length;
    printf("matching is %.1f times as fast (mark: %.0f)\n", patterns / seconds,
           LEAST_RATIO);
    pattern_set_free(set);
    return patterns / seconds >= LEAST_RATIO;
}

static int
run_timed(struct work *work, const struct account *account)
{
    struct rusage usage;
    double matching;
    bool fast;

    printf("%.1f MB of text, best of %d rounds\n",
           (double)work->text.length / 1e6, ROUNDS);
    report("read", work, best(do_read, work));
    matching = report("match", work, best(do_match, work));
    report("assess", work, best(do_assess, work));
    report("report", work, best(do_report, work));
    getrusage(RUSAGE_SELF, &usage);
    printf("memory     %8.1f MB at most, %.1f bytes a byte of text; "
           "process %.1f MB\n",
           (double)account->largest / 1e6,
           (double)account->largest / (double)work->text.length,
           (double)usage.ru_maxrss / 1e3);
    fast = compare_with_patterns(work, matching);
    return fast ? EXIT_SUCCESS : EXIT_FAILURE;
}

static int
run_counted(struct work *work, const struct account *account)
{
    size_t before = account->allocations;

    do_read(work);
    do_assess(work); /* which matches */
    do_report(work);
    printf("bytes %zu\nallocations %zu\nlargest %zu\n", work->text.length,
           account->allocations - before, account->largest);
    return EXIT_SUCCESS;
}

int
main(int argc, char **argv)
{
    struct account account = { 0 };
    struct work work = { 0 };
    bool counted = argc == 3 && strcmp(argv[1], "count") == 0;
    size_t size =
        counted ? (size_t)strtoul(argv[2], NULL, 10) << 10 : TEXT_SIZE;
    int status;

    if (argc != 1 && !counted) {
        fprintf(stderr, "usage: bench [count KIB]\n");
        return EXIT_FAILURE;
    }
    set_up(&work, &account, size);
    status =
        counted ? run_counted(&work, &account) : run_timed(&work, &account);
    tear_down(&work);
    must(account.out == 0, "giving all memory back");
    return status;
}
