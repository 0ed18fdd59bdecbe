/* SPDX-License-Identifier: MIT */
/* samsyn test: runs the examples that stand in checklists. */

#include "common.h"

static size_t
count_errors(const samsyn_diagnostics *list)
{
    size_t errors = 0;

    for (size_t i = 0; i < samsyn_diagnostics_count(list); i++)
        errors += samsyn_diagnostics_severity(list, i) == SAMSYN_SEVERITY_ERROR;
    return errors;
}

static void
sum_up(const struct tool *tool, const char *name, size_t examples,
       size_t errors)
{
    enum text id = TEXT_TEST_PASSED;
    char number[32];

    if (errors > 0)
        id = TEXT_TEST_FAILED;
    else if (examples == 0)
        id = TEXT_TEST_NONE;
    snprintf(number, sizeof number, "%zu", errors > 0 ? errors : examples);
    say(stdout, id, tool->args.lang, name, number);
    fputc('\n', stdout);
}

/* A checklist without examples has nothing that could pass. */
static bool
run(const struct tool *tool, const samsyn_checklist *checklist,
    const char *name, struct fault *fault)
{
    size_t examples = 0;
    samsyn_diagnostics *list;
    samsyn_status status =
        samsyn_checklist_test(checklist, &examples, tool->config, &list);
    size_t errors = count_errors(list);

    if (status != SAMSYN_OK)
        (void)fault_diagnostics(fault, tool, name, CODE_CHECKLIST, status,
                                list);
    else if (examples == 0)
        fault->code = CODE_CHECKLIST;
    if (fault->code != CODE_INTERNAL)
        sum_up(tool, name, examples, errors);
    samsyn_diagnostics_free(list);
    return fault->code == CODE_DONE;
}

enum code
command_test(struct tool *tool)
{
    enum code code = CODE_DONE;

    if (tool->args.count == 0) {
        complain(NULL, TEXT_NO_CHECKLISTS, tool->args.lang, NULL, NULL);
        return CODE_USAGE;
    }
    for (size_t i = 0; i < tool->args.count; i++) {
        struct fault fault = { CODE_DONE, SAMSYN_OK, NULL };
        const char *name = tool->args.operands[i];
        samsyn_checklist *checklist;

        if (checklist_load(&checklist, tool, name, &fault)) {
            (void)run(tool, checklist, name, &fault);
            samsyn_checklist_free(checklist);
        }
        code = fault.code > code ? fault.code : code;
        fault_done(&fault);
    }
    return code;
}
