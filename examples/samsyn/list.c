/* SPDX-License-Identifier: MIT */
/* samsyn list: the checklists of the data directory, a line each. */

#include "common.h"
#include "utf8.h"

#include <string.h>

static size_t
widest(const struct names *names)
{
    size_t most = 0;

    for (size_t i = 0; i < names->count; i++) {
        size_t width = utf8_width(names->names[i]);

        most = width > most ? width : most;
    }
    return most;
}

static void
show(const char *name, size_t width, const samsyn_checklist *checklist,
     samsyn_lang lang)
{
    size_t criteria = samsyn_checklist_criterion_count(checklist);
    char count[32];

    fputs(name, stdout);
    for (size_t i = utf8_width(name); i < width; i++)
        fputc(' ', stdout);
    printf("  %s  ", samsyn_checklist_version(checklist));
    snprintf(count, sizeof count, "%zu", criteria);
    say(stdout, criteria == 1 ? TEXT_CRITERION : TEXT_CRITERIA, lang, count,
        NULL);
    printf("  %s", samsyn_checklist_title(checklist, lang));
    if (samsyn_checklist_parent_count(checklist) > 0)
        say(stdout, TEXT_EXTENDS, lang,
            samsyn_checklist_parent_text(checklist, 0, SAMSYN_PARENT_ID), NULL);
    fputc('\n', stdout);
}

static enum code
show_all(const struct tool *tool, const struct names *names)
{
    enum code code = CODE_DONE;
    size_t width = widest(names);

    for (size_t i = 0; i < names->count; i++) {
        struct fault fault = { CODE_DONE, SAMSYN_OK, NULL };
        samsyn_checklist *checklist;

        if (checklist_load(&checklist, tool, names->names[i], &fault)) {
            show(names->names[i], width, checklist, tool->args.lang);
            samsyn_checklist_free(checklist);
        }
        if (fault.code > code)
            code = fault.code;
        fault_done(&fault);
    }
    return code;
}

enum code
command_list(struct tool *tool)
{
    enum code code = CODE_CHECKLIST;
    struct names names;

    if (tool->args.count > 0) {
        complain(NULL, TEXT_TOO_MANY, tool->args.lang, tool->args.operands[0],
                 NULL);
        return CODE_USAGE;
    }
    if (!names_read(&names, tool->data, ".yaml"))
        complain(NULL, TEXT_DATA_FAILED, tool->args.lang, tool->data, NULL);
    else if (names.count == 0)
        complain(NULL, TEXT_DATA_EMPTY, tool->args.lang, tool->data, NULL);
    else
        code = show_all(tool, &names);
    names_done(&names);
    return code;
}
