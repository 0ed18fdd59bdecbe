/* SPDX-License-Identifier: MIT */
/* samsyn lint: every mistake of checklists at once.
 *
 * What is wrong goes to standard error, as text with the line and a caret or
 * as lines that editors understand; standard output gets a line for each
 * checklist. */

#include "common.h"

/* How many entries there are of each severity. */
struct tally {
    size_t errors, warnings;
};

static void
count_entries(struct tally *tally, const samsyn_diagnostics *list)
{
    for (size_t i = 0; i < samsyn_diagnostics_count(list); i++) {
        int severity = samsyn_diagnostics_severity(list, i);

        tally->errors += severity == SAMSYN_SEVERITY_ERROR;
        tally->warnings += severity == SAMSYN_SEVERITY_WARNING;
    }
}

/* "file:3:7: error: message [code]" */
static void
show_gcc(const samsyn_diagnostics *list)
{
    static const char *const severities[] = { "note", "note", "warning",
                                              "error" };

    for (size_t i = 0; i < samsyn_diagnostics_count(list); i++) {
        samsyn_span span = samsyn_diagnostics_span(list, i);
        int severity = samsyn_diagnostics_severity(list, i);

        fputs(samsyn_diagnostics_source(list, i), stderr);
        if (span.line > 0)
            fprintf(stderr, ":%zu:%zu", span.line, span.column);
        fprintf(stderr, ": %s: %s [%s]\n", severities[severity & 3],
                samsyn_diagnostics_message(list, i),
                samsyn_diagnostics_code(list, i));
    }
}

static void
show(const struct tool *tool, const samsyn_diagnostics *list,
     struct tally *tally)
{
    count_entries(tally, list);
    if (tool->args.format == FORMAT_GCC)
        show_gcc(list);
    else
        show_diagnostics(tool, list);
}

static void
sum_up(const struct tool *tool, const char *name, const struct tally *tally)
{
    enum text id = TEXT_LINT_CLEAN;
    size_t count = tally->errors ? tally->errors : tally->warnings;
    char number[32];

    if (tally->errors > 0)
        id = TEXT_LINT_FOUND;
    else if (tally->warnings > 0)
        id = TEXT_LINT_WARNINGS;
    snprintf(number, sizeof number, "%zu", count);
    say(stdout, id, tool->args.lang, name, number);
    fputc('\n', stdout);
}

/* What only a loaded checklist can be asked. */
static samsyn_status
look_further(const struct tool *tool, samsyn_checklist *checklist,
             struct tally *tally)
{
    samsyn_diagnostics *list;
    samsyn_status status =
        samsyn_checklist_lint(checklist, tool->config, &list);

    show(tool, list, tally);
    samsyn_diagnostics_free(list);
    samsyn_checklist_free(checklist);
    return status;
}

static enum code
lint(const struct tool *tool, const char *name)
{
    struct fault fault = { CODE_DONE, SAMSYN_OK, NULL };
    struct tally tally = { 0, 0 };
    samsyn_checklist *checklist;
    samsyn_diagnostics *list;
    samsyn_status status;
    enum code code;

    status = checklist_open(&checklist, tool, name, &list, &fault);
    show(tool, list, &tally);
    samsyn_diagnostics_free(list);
    if (status == SAMSYN_OK)
        status = look_further(tool, checklist, &tally);
    if (status != SAMSYN_OK && tally.errors == 0 && fault.code == CODE_DONE)
        (void)fault_diagnostics(&fault, tool, name, CODE_CHECKLIST, status,
                                NULL);
    if (fault.code == CODE_DONE)
        sum_up(tool, name, &tally);
    code = tally.errors > 0 ? CODE_CHECKLIST : fault.code;
    fault_done(&fault);
    return code;
}

enum code
command_lint(struct tool *tool)
{
    enum code code = CODE_DONE;

    if (tool->args.count == 0) {
        complain(NULL, TEXT_NO_CHECKLISTS, tool->args.lang, NULL, NULL);
        return CODE_USAGE;
    }
    for (size_t i = 0; i < tool->args.count; i++) {
        enum code next = lint(tool, tool->args.operands[i]);

        code = next > code ? next : code;
    }
    return code;
}
