/* SPDX-License-Identifier: MIT */
/* samsyn score: assesses documents, one or very many.
 *
 * A single file is assessed here.  Anything more is a batch, which is done by
 * processes of their own, however many: so the output is the same for any
 * number of them, and a document that breaks one stops no other. */

#include "answers.h"
#include "out.h"
#include "pool.h"
#include "progress.h"
#include "request.h"
#include "score.h"

#include <string.h>

struct batch {
    struct scoring *scoring;
    struct progress progress;
    size_t done; /* documents */
    enum code code;
};

/* One code for several documents: the same where all ended alike. */
static enum code
join_codes(enum code so_far, enum code next, bool first)
{
    if (first || so_far == next)
        return next;
    if (so_far == CODE_INTERNAL || next == CODE_INTERNAL)
        return CODE_INTERNAL;
    if (so_far <= CODE_BELOW && next <= CODE_BELOW)
        return CODE_BELOW;
    return CODE_SOME;
}

/* In a worker, whose result is a part of the whole. */
static struct outcome
perform(void *user, const struct task *task)
{
    struct batch *batch = user;

    batch->scoring->bare = true;
    return scoring_do(batch->scoring, task);
}

static void
write_result(struct batch *batch, const struct result *result)
{
    fwrite(result->errs.data, 1, result->errs.length, stderr);
    if (result->lost) {
        scoring_lost(batch->scoring, result->lost);
    } else if (result->outs.length > 0) {
        scoring_pass(batch->scoring, result->outs.data, result->outs.length);
    }
}

/* Who reads may wait for each result, so it is not kept. */
static bool
take(void *user, const struct result *result)
{
    struct batch *batch = user;
    bool counts = result->lost || result->outcome.counts;
    enum code code = result->lost ? CODE_INTERNAL : result->outcome.code;

    progress_clear(&batch->progress);
    write_result(batch, result);
    if (fflush(stdout) != 0)
        return false;
    if (counts)
        batch->code = join_codes(batch->code, code, batch->done++ == 0);
    progress_show(&batch->progress, batch->done);
    return true;
}

static enum code
score_batch(struct scoring *scoring, struct source *source)
{
    const struct args *args = &scoring->tool->args;
    struct batch batch = { .scoring = scoring, .code = CODE_DONE };
    const struct pool_work work = { source, perform, take, &batch };
    bool good;

    progress_init(&batch.progress, args->lang);
    good = pool_run(&work, args->jobs > 0 ? (size_t)args->jobs : 1);
    progress_clear(&batch.progress);
    scoring_close(scoring);
    if (!good) {
        complain(NULL, TEXT_POOL_FAILED, args->lang, NULL, NULL);
        return CODE_INTERNAL;
    }
    if (batch.done == 0 && args->count > 0) {
        complain(NULL, TEXT_BATCH_NOTHING, args->lang, NULL, NULL);
        return CODE_DOCUMENT;
    }
    return batch.code;
}

static enum code
score_one(struct scoring *scoring, const char *name)
{
    const struct task task = { .kind = TASK_FILE, .name = name };
    struct outcome outcome = scoring_do(scoring, &task);

    if (scoring->written > 0)
        scoring_close(scoring);
    return outcome.code;
}

static bool
is_batch(const struct args *args)
{
    return args->count != 1 || args->files_from || args->ndjson ||
           args->jobs > 0 || is_folder(args->operands[0]);
}

/* How many documents want to read standard input. */
static size_t
count_inputs(const struct args *args)
{
    size_t count =
        args->ndjson || (args->files_from && !strcmp(args->files_from, "-"));

    for (size_t i = 0; i < args->count; i++)
        count += strcmp(args->operands[i], "-") == 0;
    for (size_t i = 0; i < args->annex_count; i++)
        count += strcmp(args->annexes[i], "-") == 0;
    for (size_t i = 0; i < args->answer_count; i++)
        count += strcmp(args->answers[i], "-") == 0;
    return count;
}

/* What is wrong with how documents are named; TEXT_COUNT where nothing is. */
static enum text
fault_of_input(const struct args *args)
{
    bool one = args->count == 1 && !args->files_from && !args->ndjson &&
               !is_folder(args->operands[0]);

    if (args->count == 0 && !args->files_from && !args->ndjson)
        return TEXT_NO_FILES;
    if (args->ndjson && (args->count > 0 || args->files_from))
        return TEXT_NDJSON_ALONE;
    if (args->ndjson && !request_is_known())
        return TEXT_NDJSON_JANSSON;
    if (args->nul && !args->files_from)
        return TEXT_NUL_LIST;
    if (args->annex_count > 0 && !one)
        return TEXT_ANNEX_MAIN;
    if (count_inputs(args) > 1)
        return TEXT_STDIN_TWICE;
    if (args->ndjson)
        return args->format == FORMAT_NDJSON ? TEXT_COUNT : TEXT_NDJSON_FORMAT;
    return format_alone(args->format) && !one ? TEXT_ONE_PAGE : TEXT_COUNT;
}

/* What is wrong with where a copy is to be written. */
static enum text
fault_of_copy(const struct args *args)
{
    if (args->format != FORMAT_DOCX)
        return args->out ? TEXT_OUT_DOCX : TEXT_COUNT;
    if (!args->out)
        return TEXT_DOCX_OUT;
    return out_is_read(args) ? TEXT_OUT_ITSELF : TEXT_COUNT;
}

static bool
usage_is_right(struct args *args)
{
    enum text fault;

    format_by_out(args);
    if (args->ndjson && !args->format_given && !args->explain)
        args->format = FORMAT_NDJSON;
    fault = fault_of_input(args);
    if (fault == TEXT_COUNT && args->sarif_kinds &&
        args->format != FORMAT_SARIF)
        fault = TEXT_SARIF_KINDS_SARIF;
    if (fault == TEXT_COUNT && args->explain && args->format != FORMAT_TEXT)
        fault = TEXT_EXPLAIN_TEXT;
    if (fault == TEXT_COUNT)
        fault = fault_of_copy(args);
    if (fault != TEXT_COUNT)
        complain(NULL, fault, args->lang, format_alone(args->format), NULL);
    return fault == TEXT_COUNT;
}

enum code
command_score(struct tool *tool)
{
    struct fault fault = { CODE_DONE, SAMSYN_OK, NULL };
    struct scoring scoring;
    struct source source;
    enum code code;

    if (!usage_is_right(&tool->args))
        return CODE_USAGE;
    code = answers_open(tool);
    if (code != CODE_DONE)
        return code;
    if (source_init(&source, tool, &fault)) {
        scoring_init(&scoring, tool);
        code = is_batch(&tool->args)
                   ? score_batch(&scoring, &source)
                   : score_one(&scoring, tool->args.operands[0]);
        scoring_done(&scoring);
    } else {
        code = fault.code;
    }
    source_done(&source);
    fault_done(&fault);
    return code;
}
