/* SPDX-License-Identifier: MIT */
/* samsyn score: assesses documents.
 *
 * Documents are taken one by one, and each leaves either a whole result on
 * standard output or a message on standard error.  With JSON the output is
 * one array with an element for every document, also for those that failed.
 * What stands before an element, a bracket or a comma, is written together
 * with it, so that a failure leaves nothing half-written. */

#include "annex.h"
#include "choose.h"

#include <string.h>

struct scoring {
    struct tool *tool;
    struct shelf shelf;
    size_t written;      /* results on standard output so far */
    const char *chosen;  /* the checklist that was found to fit, or NULL */
    const char *because; /* why it was */
};

static const char rule[] =
    "\n======================================================================="
    "=\n\n";

/* Receives a JSON element. */
static int
write_element(void *user, const char *bytes, size_t length)
{
    struct scoring *scoring = user;

    fputs(scoring->written++ == 0 ? "[\n" : ",\n", stdout);
    return file_write(stdout, bytes, length);
}

/* Receives what needs nothing between one and the next: a page, which is the
 * only one, or rows of a table. */
static int
write_plain(void *user, const char *bytes, size_t length)
{
    struct scoring *scoring = user;

    scoring->written++;
    return file_write(stdout, bytes, length);
}

/* Receives Markdown; a line parts one document from the next. */
static int
write_markdown(void *user, const char *bytes, size_t length)
{
    struct scoring *scoring = user;

    if (scoring->written++ > 0)
        fputs("\n---\n\n", stdout);
    return file_write(stdout, bytes, length);
}

/* Receives a text report. */
static int
write_text(void *user, const char *bytes, size_t length)
{
    struct scoring *scoring = user;

    if (scoring->written++ > 0)
        fputs(rule, stdout);
    if (scoring->chosen)
        say(stdout, scoring->because ? TEXT_CHOSEN_LINES : TEXT_CHOSEN_LINE,
            scoring->tool->args.lang, scoring->chosen, scoring->because);
    return file_write(stdout, bytes, length);
}

static bool
no_such_criterion(const struct scoring *scoring,
                  const samsyn_assessment *assessment, struct fault *fault)
{
    samsyn_lang lang = scoring->tool->args.lang;
    const char *checklist =
        samsyn_assessment_text(assessment, SAMSYN_ASSESSMENT_CHECKLIST_ID);
    size_t count = samsyn_assessment_criterion_count(assessment);

    complain(NULL, TEXT_NO_CRITERION, lang, checklist,
             scoring->tool->args.explain);
    for (size_t i = 0; i < count; i++) {
        const samsyn_criterion *criterion =
            samsyn_assessment_criterion_at(assessment, i);

        fprintf(stderr, "  %s (%s)\n",
                samsyn_criterion_text(criterion, SAMSYN_CRITERION_ID),
                samsyn_criterion_text(criterion, SAMSYN_CRITERION_CODE));
    }
    fault->code = CODE_USAGE;
    fault->status = SAMSYN_E_ARGUMENT;
    return false;
}

/* The renderings, that of the first document and of those after it, NULL
 * where there can be only one; and how they are put out. */
static const struct rendering {
    const char *name, *further;
    samsyn_write_fn write;
    enum format format;
} renderings[] = {
    { "text", "text", write_text, FORMAT_TEXT },
    { "json-element", "json-element", write_element, FORMAT_JSON },
    { "html", NULL, write_plain, FORMAT_HTML },
    { "brief", "brief", write_text, FORMAT_BRIEF },
    { "brief-html", NULL, write_plain, FORMAT_BRIEF_HTML },
    { "todo", "todo", write_markdown, FORMAT_TODO },
    { "csv", "csv-rows", write_plain, FORMAT_CSV },
    { "csv-plain", "csv-plain-rows", write_plain, FORMAT_CSV_PLAIN },
};

static const struct rendering *
rendering_of(enum format format)
{
    const struct rendering *row = renderings;

    while (row->format != format)
        row++;
    return row;
}

static samsyn_status
write_result(struct scoring *scoring, const samsyn_assessment *assessment)
{
    const struct args *args = &scoring->tool->args;
    const struct rendering *rendering = rendering_of(args->format);
    const char *name =
        scoring->written > 0 ? rendering->further : rendering->name;

    if (args->explain)
        return samsyn_report_explain(assessment, args->explain,
                                     strlen(args->explain), write_text,
                                     scoring);
    return samsyn_report_write(assessment, name, strlen(name), rendering->write,
                               scoring);
}

static bool
show_result(struct scoring *scoring, const samsyn_assessment *assessment,
            const char *name, struct fault *fault)
{
    const char *explain = scoring->tool->args.explain;
    samsyn_status status;

    if (explain &&
        !samsyn_assessment_criterion_find(assessment, explain, strlen(explain)))
        return no_such_criterion(scoring, assessment, fault);
    status = write_result(scoring, assessment);
    /* That writing failed is found and said once, at the end. */
    if (status != SAMSYN_OK && status != SAMSYN_E_STOPPED)
        return fault_diagnostics(fault, scoring->tool, name, CODE_INTERNAL,
                                 status, NULL);
    return true;
}

/* Exit code 1, and said, where the score is below the threshold. */
static void
check_threshold(const struct scoring *scoring,
                const samsyn_assessment *assessment, const char *name,
                struct fault *fault)
{
    int percent = scoring->tool->args.fail_under;
    char number[16];

    if (percent < 0 || !samsyn_assessment_is_below(assessment, percent))
        return;
    snprintf(number, sizeof number, "%d", percent);
    complain(name, TEXT_BELOW, scoring->tool->args.lang, number, NULL);
    fault->code = CODE_BELOW;
}

/* The only argument of the call that a user can get wrong. */
static bool
no_such_part(const struct scoring *scoring, const char *name,
             struct fault *fault)
{
    char number[16];

    snprintf(number, sizeof number, "%d", scoring->tool->args.chosen_part);
    return fault_say(fault, scoring->tool, name, CODE_USAGE, SAMSYN_E_ARGUMENT,
                     TEXT_NO_PART, number);
}

static bool
assess_set(struct scoring *scoring, const samsyn_checklist *checklist,
           const struct set *set, const char *name, struct fault *fault)
{
    struct tool *tool = scoring->tool;
    samsyn_assessment *assessment;
    samsyn_diagnostics *list;
    samsyn_status status;
    bool shown;

    status = samsyn_assess_set(&assessment, checklist,
                               (const samsyn_document *const *)set->documents,
                               set->count, tool->config, &list);
    if (status == SAMSYN_E_ARGUMENT && tool->args.chosen_part > 0) {
        shown = no_such_part(scoring, name, fault);
    } else if (status != SAMSYN_OK) {
        shown =
            fault_diagnostics(fault, tool, name, CODE_DOCUMENT, status, list);
    } else {
        show_diagnostics(tool, list);
        shown = show_result(scoring, assessment, name, fault);
        if (shown)
            check_threshold(scoring, assessment, name, fault);
        samsyn_assessment_free(assessment);
    }
    samsyn_diagnostics_free(list);
    return shown;
}

static bool
assess(struct scoring *scoring, const struct choice *choice, const char *name,
       struct fault *fault)
{
    struct set set;
    bool done = set_read(&set, scoring->tool, choice->checklist,
                         choice->document, fault);

    if (done)
        done = assess_set(scoring, choice->checklist, &set, name, fault);
    set_done(&set);
    return done;
}

/* In other formats than text the reason has no place in the result, so it goes
 * beside it.  The reason quotes the document. */
static void
tell_choice(struct scoring *scoring, const struct choice *choice,
            const char *name)
{
    const struct args *args = &scoring->tool->args;

    scoring->chosen = NULL;
    if (scoring->shelf.given)
        return;
    scoring->chosen = samsyn_checklist_id(choice->checklist);
    scoring->because =
        args->no_quotes ? NULL : samsyn_recognition_reason(choice->why);
    if (args->format == FORMAT_TEXT)
        return;
    complain(name, scoring->because ? TEXT_CHOSEN : TEXT_CHOSEN_ONLY,
             args->lang, scoring->chosen, scoring->because);
    scoring->chosen = NULL;
}

static bool
score_bytes(struct scoring *scoring, const char *name, const struct file *file,
            struct fault *fault)
{
    struct choice choice;
    bool done;

    done = choose(&choice, scoring->tool, &scoring->shelf, name, file, fault);
    if (done) {
        tell_choice(scoring, &choice, name);
        done = assess(scoring, &choice, name, fault);
    }
    choice_done(&choice);
    return done;
}

static bool
score_file(struct scoring *scoring, const char *name, struct fault *fault)
{
    struct file file;
    enum file_result result = file_read(&file, name, DOCUMENT_MAX);
    bool done;

    if (result == FILE_READ)
        done = score_bytes(scoring, name, &file, fault);
    else
        done = fault_file(fault, scoring->tool, name, CODE_DOCUMENT, result,
                          DOCUMENT_MAX);
    file_done(&file);
    return done;
}

static void
write_failure(struct scoring *scoring, const char *name,
              const struct fault *fault)
{
    if (scoring->tool->args.format != FORMAT_JSON)
        return;
    if (samsyn_report_failure(name, fault->status, fault->text, write_element,
                              scoring) == SAMSYN_E_NOMEM)
        complain(name, TEXT_NO_MEMORY, scoring->tool->args.lang, NULL, NULL);
}

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

static enum code
score_all(struct scoring *scoring)
{
    const struct args *args = &scoring->tool->args;
    struct fault shelf_fault = { CODE_DONE, SAMSYN_OK, NULL };
    bool filled = shelf_fill(&scoring->shelf, scoring->tool, &shelf_fault);
    enum code code = CODE_DONE;

    for (size_t i = 0; i < args->count; i++) {
        struct fault fault = { CODE_DONE, SAMSYN_OK, NULL };
        const char *name = args->operands[i];

        if (!filled)
            write_failure(scoring, name, &shelf_fault);
        else if (!score_file(scoring, name, &fault))
            write_failure(scoring, name, &fault);
        code = join_codes(code, filled ? fault.code : shelf_fault.code, i == 0);
        fault_done(&fault);
    }
    if (args->format == FORMAT_JSON && scoring->written > 0)
        fputs("\n]\n", stdout);
    shelf_done(&scoring->shelf);
    fault_done(&shelf_fault);
    return code;
}

static bool
usage_is_right(const struct args *args)
{
    size_t standard_input = 0;

    for (size_t i = 0; i < args->count; i++)
        standard_input += strcmp(args->operands[i], "-") == 0;
    for (size_t i = 0; i < args->annex_count; i++)
        standard_input += strcmp(args->annexes[i], "-") == 0;
    if (args->count == 0)
        complain(NULL, TEXT_NO_FILES, args->lang, NULL, NULL);
    else if (args->annex_count > 0 && args->count > 1)
        complain(NULL, TEXT_ANNEX_MAIN, args->lang, NULL, NULL);
    else if (standard_input > 1)
        complain(NULL, TEXT_STDIN_TWICE, args->lang, NULL, NULL);
    else if (!rendering_of(args->format)->further && args->count > 1)
        complain(NULL, TEXT_ONE_PAGE, args->lang,
                 rendering_of(args->format)->name, NULL);
    else if (args->explain && args->format != FORMAT_TEXT)
        complain(NULL, TEXT_EXPLAIN_TEXT, args->lang, NULL, NULL);
    else
        return true;
    return false;
}

enum code
command_score(struct tool *tool)
{
    struct scoring scoring = { .tool = tool };

    if (!usage_is_right(&tool->args))
        return CODE_USAGE;
    return score_all(&scoring);
}
