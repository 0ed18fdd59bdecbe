/* SPDX-License-Identifier: MIT */
/* What reading, matching and assessing cost.
 *
 *   bench                       times on 10 MB of text, beside two peers
 *   bench sizes                 times from 1 KB to 100 MB
 *   bench count KIB [LIST FROM] the same work once, untimed: for tools that
 *                               count instructions; prints what was allocated.
 *                               The text is drawn from the words of FROM
 *   bench weigh KIB FILE        weighs the beginning of a file once, untimed
 *   bench model KIB FILE        times of a file, repeated to that size, with
 *                               the rules alone and with the model too
 *   bench alone|taught KIB FILE one of the two once, untimed
 *   bench read ROUNDS FILE      the time of reading a file of any format
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
/* Small texts are done so often that the best of them says something. */
#define SMALL_SIZE 1000000
#define MANY_ROUNDS 100
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

/* ---- With the model and without ---- */

/* A file again and again up to a size: the generator makes no sentences. */
static void
repeat_text(struct text *out, const char *path, size_t size)
{
    struct text once = { 0 };

    must(whole_read(&once, path) && once.length > 0, "reading the file");
    while (out->length < size)
        must(!whole_write(out, once.bytes, once.length), "memory");
    free(once.bytes);
}

static int
run_model(struct work *work, const char *path, size_t size)
{
    int rounds = size < SMALL_SIZE ? MANY_ROUNDS : ROUNDS;
    struct model *model;
    double alone, taught, size_mb;

    repeat_text(&work->text, path, size);
    do_read(work);
    model = swap_model(work, NULL);
    must(model != NULL, "finding a model");
    alone = best_time(do_assess, work, rounds);
    swap_model(work, model);
    taught = best_time(do_assess, work, rounds);
    size_mb = (double)work->text.length / 1e6;
    printf("%.3f MB of sentences: rules alone %.1f MB/s, with the model "
           "%.1f MB/s, which is %.2f of that\n",
           size_mb, size_mb / alone, size_mb / taught, alone / taught);
    return EXIT_SUCCESS;
}

static int
run_once(struct work *work, const char *path, size_t size, bool taught,
         struct account *account)
{
    struct model *model = work->checklist->model;
    size_t before;

    must(model != NULL, "finding a model");
    repeat_text(&work->text, path, size);
    do_read(work);
    if (!taught)
        swap_model(work, NULL);
    before = account->out;
    account->largest = before;
    do_assess(work);
    printf("bytes %zu\nlargest %zu\n", work->text.length,
           account->largest - before);
    swap_model(work, model);
    return EXIT_SUCCESS;
}

static int
usage(void)
{
    fprintf(stderr, "usage: bench [sizes | count KIB [LIST FROM] | "
                    "weigh|model|alone|taught KIB FILE | "
                    "read ROUNDS FILE]\n");
    return EXIT_FAILURE;
}

/* What is done with a file. */
static int
run_mode(struct work *work, char **argv, size_t size, struct account *account)
{
    if (strcmp(argv[1], "weigh") == 0)
        return run_file(work, argv[3], size);
    if (strcmp(argv[1], "model") == 0)
        return run_model(work, argv[3], size);
    if (strcmp(argv[1], "taught") == 0)
        return run_once(work, argv[3], size, true, account);
    if (strcmp(argv[1], "read") == 0)
        return run_read(work, argv[3], (int)(size >> 10));
    if (strcmp(argv[1], "alone") == 0)
        return run_once(work, argv[3], size, false, account);
    return usage();
}

int
main(int argc, char **argv)
{
    struct account account = { 0 };
    struct work work = { 0 };
    bool counted = (argc == 3 || argc == 5) && strcmp(argv[1], "count") == 0;
    bool sizes = argc == 2 && strcmp(argv[1], "sizes") == 0;
    bool mode = argc == 4;
    size_t size =
        argc > 2 ? (size_t)strtoul(argv[2], NULL, 10) << 10 : TEXT_SIZE;
    int status;

    if (argc != 1 && !counted && !sizes && !mode)
        return usage();
    if (sizes)
        return run_sizes(&account) ? EXIT_SUCCESS : EXIT_FAILURE;
    work.config = work_config(&account);
    work.checklist =
        work_checklist(work.config, argc == 5 ? argv[3] : CHECKLIST);
    if (!mode)
        draw_text(&work, argc == 5 ? argv[4] : CHECKLIST, size);
    account.largest = account.out;
    if (mode)
        status = run_mode(&work, argv, size, &account);
    else
        status =
            counted ? run_counted(&work, &account) : run_timed(&work, &account);
    work_end(&work);
    must(account.out == 0, "giving all memory back");
    return status;
}
