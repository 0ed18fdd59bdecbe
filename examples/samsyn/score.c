/* SPDX-License-Identifier: MIT */
/* Assesses one document and writes the result.
 *
 * Each leaves either a whole result on standard output or a message on
 * standard error; as JSON, also an element that says what went wrong.  What
 * stands between results is written together with the next, so that a failure
 * leaves nothing half-written. */

#include "score.h"
#include "annex.h"
#include "answers.h"
#include "log.h"
#include "meant.h"
#include "remarks.h"

#include <stdlib.h>
#include <string.h>

static const char rule[] =
    "\n======================================================================="
    "=\n\n";

/* Receives any result that is written as it is. */
static int
write_plain(void *user, const char *bytes, size_t length)
{
    struct scoring *scoring = user;

    scoring_part(scoring);
    return file_write(stdout, bytes, length);
}

/* Receives a JSON element, which becomes one line: what is blank outside of
 * texts is left out. */
static int
write_line(void *user, const char *bytes, size_t length)
{
    struct scoring *scoring = user;
    bool text = false;

    fputc('{', stdout);
    if (scoring->head)
        fputs(scoring->head, stdout);
    for (size_t i = 1; i < length; i++) {
        char c = bytes[i];

        if (!text && (c == ' ' || c == '\n'))
            continue;
        if (text && c == '\\')
            fputc(bytes[i++], stdout); /* what it escapes is no end */
        else if (c == '"')
            text = !text;
        fputc(bytes[i], stdout);
    }
    return fputc('\n', stdout) == EOF;
}

/* Receives a text report. */
static int
write_text(void *user, const char *bytes, size_t length)
{
    struct scoring *scoring = user;

    scoring_part(scoring);
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
    const char *given = scoring->tool->args.explain;
    size_t count = samsyn_assessment_criterion_count(assessment);
    struct meant meant;

    complain(NULL, TEXT_NO_CRITERION, lang, checklist, given);
    meant_init(&meant, given, strlen(given));
    for (size_t i = 0; i < count; i++) {
        const samsyn_criterion *criterion =
            samsyn_assessment_criterion_at(assessment, i);

        const char *id = samsyn_criterion_text(criterion, SAMSYN_CRITERION_ID);

        fprintf(stderr, "  %s (%s)\n", id,
                samsyn_criterion_text(criterion, SAMSYN_CRITERION_CODE));
        meant_try(&meant, id, strlen(id));
    }
    meant_ask(&meant, lang);
    fault->code = CODE_USAGE;
    fault->status = SAMSYN_E_ARGUMENT;
    return false;
}

/* The renderings, how they are put out, and what stands before, between and
 * after them. */
static const struct rendering {
    const char *name;
    samsyn_write_fn write;
    enum format format;
    bool alone;       /* there can be only one */
    const char *head; /* the end of what it begins with that is for all */
    const char *before, *between, *after;
} renderings[] = {
    { "text", write_text, FORMAT_TEXT, 0, NULL, "", rule, "" },
    { "json-element", write_plain, FORMAT_JSON, 0, NULL, "[\n", ",\n",
      "\n]\n" },
    { "json-element", write_line, FORMAT_NDJSON, 0, NULL, "", "", "" },
    { "html", write_plain, FORMAT_HTML, true, NULL, "", "", "" },
    { "brief", write_text, FORMAT_BRIEF, 0, NULL, "", rule, "" },
    { "brief-html", write_plain, FORMAT_BRIEF_HTML, true, NULL, "", "", "" },
    { "todo", write_plain, FORMAT_TODO, 0, NULL, "", "\n---\n\n", "" },
    { "csv", write_plain, FORMAT_CSV, 0, "\n", "", "", "" },
    { "csv-plain", write_plain, FORMAT_CSV_PLAIN, 0, "\n", "", "", "" },
    { "sarif", write_plain, FORMAT_SARIF, 0, NULL, LOG_BEFORE, ",", LOG_AFTER },
    { "docx", write_plain, FORMAT_DOCX, true, NULL, "", "", "" },
    { "answers", write_plain, FORMAT_ANSWERS, 0, "\ndocuments:\n", "", "\n",
      "" },
};

static const struct rendering *
rendering_of(enum format format)
{
    const struct rendering *row = renderings;

    while (row->format != format)
        row++;
    return row;
}

const char *
format_alone(enum format format)
{
    const struct rendering *row = rendering_of(format);

    return row->alone ? row->name : NULL;
}

void
scoring_part(struct scoring *scoring)
{
    const struct rendering *row = rendering_of(scoring->tool->args.format);

    if (!scoring->bare)
        fputs(scoring->written++ == 0 ? row->before : row->between, stdout);
}

/* How long what is for all is; 0 where there is no such thing. */
static size_t
head_length(const struct rendering *row, const char *bytes, size_t length)
{
    size_t size = row->head ? strlen(row->head) : 0;

    for (size_t i = 0; size > 0 && i + size <= length; i++) {
        if (memcmp(bytes + i, row->head, size) == 0)
            return i + size;
    }
    return 0;
}

void
scoring_pass(struct scoring *scoring, const char *bytes, size_t length)
{
    const struct rendering *row = rendering_of(scoring->tool->args.format);
    size_t head = scoring->written > 0 ? head_length(row, bytes, length) : 0;

    scoring_part(scoring);
    fwrite(bytes + head, 1, length - head, stdout);
}

void
scoring_close(struct scoring *scoring)
{
    const struct rendering *row = rendering_of(scoring->tool->args.format);

    if (scoring->written == 0)
        fputs(row->before, stdout);
    fputs(row->after, stdout);
}

static samsyn_status
write_result(struct scoring *scoring, const samsyn_assessment *assessment)
{
    const struct args *args = &scoring->tool->args;
    const struct rendering *rendering = rendering_of(args->format);

    if (args->format == FORMAT_SARIF)
        return log_assessment(scoring->tool, assessment, write_plain, scoring);
    if (args->explain)
        return samsyn_report_explain(assessment, args->explain,
                                     strlen(args->explain), write_text,
                                     scoring);
    return samsyn_report_write(assessment, rendering->name,
                               strlen(rendering->name), rendering->write,
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
    if (scoring->tool->args.format == FORMAT_DOCX)
        return remarks_write(scoring->tool, assessment, scoring->language, name,
                             scoring->file, fault);
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
        choice_doubt(tool, &scoring->shelf, assessment, name);
        show_diagnostics(tool, list);
        answers_note(tool, assessment);
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
 * beside it; but not for each of very many, where it would bury what is wrong
 * with one of them, and every result names its checklist.  The reason quotes
 * the document. */
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
    if (!scoring->bare)
        complain(name, scoring->because ? TEXT_CHOSEN : TEXT_CHOSEN_ONLY,
                 args->lang, scoring->chosen, scoring->because);
    scoring->chosen = NULL;
}

bool
scoring_document(struct scoring *scoring, const char *name,
                 const struct file *file, struct fault *fault)
{
    struct choice choice;
    bool done;

    done = choose(&choice, scoring->tool, &scoring->shelf, name, file, fault);
    if (done) {
        scoring->file = file;
        scoring->language = samsyn_checklist_language(choice.checklist);
        tell_choice(scoring, &choice, name);
        done = assess(scoring, &choice, name, fault);
    }
    choice_done(&choice);
    return done;
}

void
scoring_failure(struct scoring *scoring, const char *name,
                const struct fault *fault)
{
    const struct args *args = &scoring->tool->args;
    samsyn_status status = SAMSYN_OK;

    if (args->format == FORMAT_SARIF)
        status = log_failure(scoring->tool, name, fault, write_plain, scoring);
    else if (args->format == FORMAT_JSON || args->format == FORMAT_NDJSON)
        status =
            samsyn_report_failure(name, fault->status, fault->text,
                                  rendering_of(args->format)->write, scoring);
    if (status == SAMSYN_E_NOMEM)
        complain(name, TEXT_NO_MEMORY, args->lang, NULL, NULL);
}

void
scoring_init(struct scoring *scoring, struct tool *tool)
{
    *scoring = (struct scoring){ .tool = tool };
    scoring->filled = shelf_fill(&scoring->shelf, tool, &scoring->fault);
}

void
scoring_done(struct scoring *scoring)
{
    shelf_done(&scoring->shelf);
    fault_done(&scoring->fault);
}
