/* SPDX-License-Identifier: MIT */
/* The steps that are measured, each by itself, with memory that is counted.
 * Limits are out of the way: what is measured is the work, not where it is
 * cut off. */

#include "bench.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define ANY_SIZE ((uint64_t)1 << 30)
#define LONG_YAML ((uint64_t)1 << 28)

/* ---- Memory that is counted ---- */

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
    account->bytes += new_size;
    account->allocations++;
    if (account->out > account->largest)
        account->largest = account->out;
    return header + 1;
}

/* ---- The work ---- */

void
must(bool done, const char *what)
{
    if (done)
        return;
    fprintf(stderr, "bench: %s failed\n", what);
    exit(EXIT_FAILURE);
}

samsyn_config *
work_config(struct account *account)
{
    const samsyn_allocator mem = { counted_resize, counted_release, account };
    samsyn_config *config = NULL;

    must(!samsyn_config_new(&config, &mem), "configuration");
    must(!samsyn_config_set_directory(config, "checklists", 10), "directory");
    must(
        !samsyn_config_set_limit(config, SAMSYN_LIMIT_STEPS, UINT64_MAX / 2) &&
            !samsyn_config_set_limit(config, SAMSYN_LIMIT_INPUT, ANY_SIZE) &&
            !samsyn_config_set_limit(config, SAMSYN_LIMIT_CHECKLIST, LONG_YAML),
        "limit");
    /* As the command, where no account is asked for. */
    must(!samsyn_config_set_account(config, 0), "account");
    return config;
}

samsyn_checklist *
work_checklist(const samsyn_config *config, const char *path)
{
    struct text yaml = { 0 };
    samsyn_checklist *checklist = NULL;

    must(whole_read(&yaml, path), path);
    must(!samsyn_checklist_load(&checklist, yaml.bytes, yaml.length, path,
                                config, NULL),
         path);
    free(yaml.bytes);
    return checklist;
}

void
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

void
do_match(struct work *work)
{
    matches_free(work->matches);
    work->matches = NULL;
    must(!match_document(&work->matches, &work->checklist->tokens,
                         work->checklist->language, work->document,
                         work->config),
         "match");
}

void
do_assess(struct work *work)
{
    samsyn_assessment_free(work->result);
    work->result = NULL;
    must(!samsyn_assess(&work->result, work->checklist, work->document,
                        work->config, NULL),
         "assess");
}

void
do_report(struct work *work)
{
    work->json.length = 0;
    must(
        !samsyn_report_write(work->result, "json", 4, whole_write, &work->json),
        "report");
}

struct model *
swap_model(struct work *work, struct model *model)
{
    struct model *before = work->checklist->model;

    work->checklist->model = model;
    return before;
}

void
work_end(struct work *work)
{
    samsyn_assessment_free(work->result);
    matches_free(work->matches);
    samsyn_document_free(work->document);
    samsyn_checklist_free(work->checklist);
    samsyn_config_free(work->config);
    free(work->text.bytes);
    free(work->json.bytes);
}

/* ---- Time ---- */

double
now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

double
best_time(void (*step)(struct work *work), struct work *work, int rounds)
{
    double least = 0;

    for (int i = 0; i < rounds; i++) {
        double start = now();

        step(work);
        start = now() - start;
        if (i == 0 || start < least)
            least = start;
    }
    return least;
}
