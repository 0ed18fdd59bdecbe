/* SPDX-License-Identifier: MIT */
/* What reading, matching and assessing cost.
 *
 *   bench                       times on 10 MB of text, beside two peers
 *   bench sizes                 times from 1 KB to 100 MB
 *   bench count KIB [LIST FROM] the same work once, untimed: for tools that
 *                               count instructions; prints what was allocated.
 *                               The text is drawn from the words of FROM
 *   bench weigh KIB FILE        weighs the beginning of a file once, untimed
 *
 * Times differ between machines and say nothing by themselves; the ratios to
 * the peers, measured in the same run, and what is counted, do. */

#include "bench.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "learn/model.h"

#define CHECKLIST "checklists/overenskommelse.yaml"
#define TEXT_SIZE ((size_t)10 << 20)
/* Patterns are slow: an eightieth of the text will do. */
#define PATTERN_SIZE ((size_t)1 << 17)
#define ROUNDS 3
#define LEAST_RATIO 10.0

/* Text that is drawn from the words of a checklist, perhaps another one. */
static void
draw_text(struct work *work, const char *from, size_t size)
{
    samsyn_checklist *words = work_checklist(work->config, from);

    bench_text(&work->text, size, words);
    samsyn_checklist_free(words);
}

/* ---- Times ---- */

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

/* YARA finds strings, and no more: not which words they are part of, what may
 * stand between them, nor dates and numbers.  How near it is says what the
 * rest costs. */
static void
compare_with_yara(const struct work *work, double seconds)
{
    struct yara_set *set = yara_set_new(work->checklist);
    size_t length = 0;
    const char *text = samsyn_document_text(work->document, &length);
    double start, yara;
    uint64_t found;

    if (!set) {
        printf("libyara: skipped, it is not installed\n");
        return;
    }
    start = now();
    found = yara_set_search(set, text, length);
    yara = now() - start;
    printf("%-10s %8.1f MB/s  %6.3f s  (%zu strings, of which %llu found)\n",
           "libyara", (double)length / 1e6 / yara, yara, yara_set_count(set),
           (unsigned long long)found);
    printf("matching takes %.2f times the time of libyara\n", seconds / yara);
    yara_set_free(set);
}

static int
run_timed(struct work *work, const struct account *account)
{
    struct rusage usage;
    double matching;
    bool fast;

    printf("%.1f MB of text, best of %d rounds\n",
           (double)work->text.length / 1e6, ROUNDS);
    report("read", work, best_time(do_read, work, ROUNDS));
    matching = report("match", work, best_time(do_match, work, ROUNDS));
    report("assess", work, best_time(do_assess, work, ROUNDS));
    report("report", work, best_time(do_report, work, ROUNDS));
    getrusage(RUSAGE_SELF, &usage);
    printf("memory     %8.1f MB at most, %.1f bytes a byte of text; "
           "process %.1f MB\n",
           (double)account->largest / 1e6,
           (double)account->largest / (double)work->text.length,
           (double)usage.ru_maxrss / 1e3);
    compare_with_yara(work, matching);
    fast = compare_with_patterns(work, matching);
    return fast ? EXIT_SUCCESS : EXIT_FAILURE;
}

static int
run_counted(struct work *work, const struct account *account)
{
    struct account before = *account;

    do_read(work);
    do_assess(work); /* which matches */
    do_report(work);
    printf("bytes %zu\nallocations %zu\nallocated %zu\nlargest %zu\n",
           work->text.length, account->allocations - before.allocations,
           account->bytes - before.bytes, account->largest);
    return EXIT_SUCCESS;
}

/* As much of a file as was asked for. */
static int
run_file(struct work *work, const char *path, size_t size)
{
    struct model *model;

    must(whole_read(&work->text, path), "reading the file");
    if (work->text.length > size)
        work->text.length = whole_characters(work->text.bytes, size);
    do_read(work);
    model = weigh_model(work->document);
    weigh_document(work->document, model);
    model_free(model);
    printf("bytes %zu\n", work->text.length);
    return EXIT_SUCCESS;
}

static int
usage(void)
{
    fprintf(stderr,
            "usage: bench [sizes | count KIB [LIST FROM] | weigh KIB FILE]\n");
    return EXIT_FAILURE;
}

int
main(int argc, char **argv)
{
    struct account account = { 0 };
    struct work work = { 0 };
    bool counted = (argc == 3 || argc == 5) && strcmp(argv[1], "count") == 0;
    bool weigh = argc == 4 && strcmp(argv[1], "weigh") == 0;
    bool sizes = argc == 2 && strcmp(argv[1], "sizes") == 0;
    size_t size =
        argc > 2 ? (size_t)strtoul(argv[2], NULL, 10) << 10 : TEXT_SIZE;
    int status;

    if (argc != 1 && !counted && !sizes && !weigh)
        return usage();
    if (sizes)
        return run_sizes(&account) ? EXIT_SUCCESS : EXIT_FAILURE;
    work.config = work_config(&account);
    work.checklist =
        work_checklist(work.config, argc == 5 ? argv[3] : CHECKLIST);
    if (!weigh)
        draw_text(&work, argc == 5 ? argv[4] : CHECKLIST, size);
    account.largest = account.out;
    if (weigh)
        status = run_file(&work, argv[3], size);
    else
        status =
            counted ? run_counted(&work, &account) : run_timed(&work, &account);
    work_end(&work);
    must(account.out == 0, "giving all memory back");
    return status;
}
