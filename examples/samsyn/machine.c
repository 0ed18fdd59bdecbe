/* SPDX-License-Identifier: MIT */
/* Asks the machine: assesses every document that the labels name and adds its
 * verdicts as labels of a source of their own.
 *
 * A reader may name criteria by id or by code; both become the code, so that
 * readers who do it differently still stand side by side.  Labels of single
 * items have no verdict of the machine beside them here, since a label names
 * its item by a number of the reader's own. */

#include "choose.h"
#include "panel.h"

#include <stdlib.h>
#include <string.h>

struct asking {
    struct panel *panel;
    struct shelf shelf;
    size_t machine; /* the source */
    size_t absent;  /* documents that are in no folder */
};

/* ---- Finding a document ---- */

/* The first folder that has it, the first folder where none has; ended with
 * free(). */
static char *
read_document(const struct asking *asking, const char *name, struct file *file,
              enum file_result *result)
{
    const struct args *args = &asking->panel->tool->args;

    for (size_t i = 0; i < args->count; i++) {
        char *path = join(args->operands[i], "/", name);

        *result = path ? file_read(file, path, DOCUMENT_MAX) : FILE_NO_MEMORY;
        if (!path || *result != FILE_ABSENT || i + 1 == args->count)
            return path;
        file_done(file);
        free(path);
    }
    return NULL;
}

static bool
assess_file(samsyn_assessment **out, struct asking *asking, const char *path,
            const struct file *file, struct fault *fault)
{
    const struct tool *tool = asking->panel->tool;
    struct choice choice;
    samsyn_diagnostics *list = NULL;
    samsyn_status status;
    bool good = choose(&choice, tool, &asking->shelf, path, file, fault);

    if (good) {
        status = samsyn_assess(out, choice.checklist, choice.document,
                               tool->config, &list);
        if (status == SAMSYN_OK)
            choice_doubt(tool, &asking->shelf, *out, path);
        else
            good = fault_diagnostics(fault, tool, path, CODE_DOCUMENT, status,
                                     list);
    }
    samsyn_diagnostics_free(list);
    choice_done(&choice);
    return good;
}

/* ---- What it says ---- */

static const char *
evidence_of(const samsyn_criterion *criterion)
{
    const samsyn_evidence *evidence =
        samsyn_criterion_evidence_at(criterion, SAMSYN_EVIDENCE_COUNTED, 0);
    const char *quote = evidence ? samsyn_evidence_quote(evidence) : NULL;

    return quote ? quote : "";
}

/* The library has no value for what is not said. */
static enum certainty
certainty_of(const samsyn_criterion *criterion)
{
    static const enum certainty of[] = {
        [SAMSYN_CERTAIN] = CERTAINTY_CERTAIN,
        [SAMSYN_LIKELY] = CERTAINTY_LIKELY,
        [SAMSYN_DOUBTFUL] = CERTAINTY_DOUBTFUL,
    };
    int said = samsyn_criterion_certainty(criterion);

    return said > 0 && said < (int)(sizeof of / sizeof of[0])
               ? of[said]
               : CERTAINTY_UNSAID;
}

/* The rules' own verdict takes the place of the one that taught evidence had a
 * part in; where no rule was asked there is only that one. */
static void
go_by_rules(struct label *label, const samsyn_criterion *criterion)
{
    samsyn_verdict rules = (samsyn_verdict)samsyn_criterion_rules(criterion);

    label->certainty = CERTAINTY_UNSAID;
    if (rules && label->suggestion)
        label->suggestion = rules;
    else if (rules)
        label->status = rules;
}

static bool
add_criterion(struct asking *asking, const char *document,
              const char *checklist, const samsyn_criterion *criterion)
{
    struct panel *panel = asking->panel;
    struct label label = {
        .status = samsyn_criterion_verdict(criterion),
        .suggestion = (samsyn_verdict)samsyn_criterion_suggestion(criterion),
        .certainty = certainty_of(criterion),
        .source = asking->machine
    };

    if (panel->tool->args.rules)
        go_by_rules(&label, criterion);
    for (int i = 0; i < FIELDS; i++)
        label.fields[i] = "";
    label.fields[FIELD_FILE] = document;
    label.fields[FIELD_CHECKLIST] = checklist;
    label.fields[FIELD_CRITERION] = panel_keep(
        panel, samsyn_criterion_text(criterion, SAMSYN_CRITERION_CODE));
    label.fields[FIELD_EVIDENCE] = panel_keep(panel, evidence_of(criterion));
    return label.fields[FIELD_CRITERION] && label.fields[FIELD_EVIDENCE] &&
           labels_add(&panel->labels, &label);
}

/* The labels of the document get the codes of the criteria. */
static bool
name_by_code(struct panel *panel, size_t first, size_t end,
             const samsyn_assessment *assessment)
{
    for (size_t i = first; i < end; i++) {
        struct label *label = &panel->labels.items[i];
        const char *given = label->fields[FIELD_CRITERION];
        const samsyn_criterion *found =
            samsyn_assessment_criterion_find(assessment, given, strlen(given));

        if (!found) {
            panel->unasked++;
            continue;
        }
        label->fields[FIELD_CRITERION] = panel_keep(
            panel, samsyn_criterion_text(found, SAMSYN_CRITERION_CODE));
        if (!label->fields[FIELD_CRITERION])
            return false;
    }
    return true;
}

static bool
add_verdicts(struct asking *asking, size_t first, size_t end,
             const samsyn_assessment *assessment)
{
    struct panel *panel = asking->panel;
    const char *document = panel->labels.items[first].fields[FIELD_FILE];
    const char *checklist = panel_keep(
        panel,
        samsyn_assessment_text(assessment, SAMSYN_ASSESSMENT_CHECKLIST_ID));
    size_t count = samsyn_assessment_criterion_count(assessment);

    if (!checklist || !name_by_code(panel, first, end, assessment))
        return false;
    for (size_t i = 0; i < count; i++) {
        if (!add_criterion(asking, document, checklist,
                           samsyn_assessment_criterion_at(assessment, i)))
            return false;
    }
    return true;
}

/* Whether what taught evidence says of a document was learned from it. */
static bool
was_taught(const samsyn_assessment *assessment)
{
    size_t count = samsyn_assessment_notice_count(assessment);

    for (size_t i = 0; i < count; i++) {
        const char *code;

        if (samsyn_assessment_notice_at(assessment, i, &code, NULL) &&
            strcmp(code, "taught-from") == 0)
            return true;
    }
    return false;
}

/* Labels from @p first to before @p end are of one document. */
static enum code
ask_document(struct asking *asking, size_t first, size_t end)
{
    struct panel *panel = asking->panel;
    const char *name = panel->labels.items[first].fields[FIELD_FILE];
    struct fault fault = { CODE_DONE, SAMSYN_OK, NULL };
    struct file file = { NULL, 0, 0 };
    samsyn_assessment *assessment = NULL;
    enum file_result result = FILE_FAILED;
    char *path = read_document(asking, name, &file, &result);
    enum code code;

    if (result != FILE_READ)
        (void)fault_file(&fault, panel->tool, path ? path : name, CODE_DOCUMENT,
                         result, DOCUMENT_MAX);
    else if (assess_file(&assessment, asking, path, &file, &fault) &&
             !add_verdicts(asking, first, end, assessment))
        fault.code = CODE_INTERNAL;
    asking->absent += result != FILE_READ;
    panel->assessed += assessment != NULL;
    panel->unread += assessment == NULL;
    panel->taught +=
        assessment && !panel->tool->args.rules && was_taught(assessment);
    code = fault.code == CODE_INTERNAL ? CODE_INTERNAL : CODE_DONE;
    samsyn_assessment_free(assessment);
    file_done(&file);
    fault_done(&fault);
    free(path);
    return code;
}

/* That no checklist fits a document is a result; that it is not there is
 * none. */
static enum code
code_of(const struct asking *asking)
{
    if (asking->absent == 0)
        return CODE_DONE;
    return asking->panel->assessed > 0 ? CODE_SOME : CODE_DOCUMENT;
}

enum code
machine_ask(struct panel *panel, size_t machine)
{
    struct asking asking = { .panel = panel, .machine = machine };
    struct fault fault = { CODE_DONE, SAMSYN_OK, NULL };
    bool filled = shelf_fill(&asking.shelf, panel->tool, &fault);
    enum code code = fault.code;
    size_t count, end;

    panel_sort(panel);
    count = panel->labels.count; /* the machine's come after */
    for (size_t i = 0; filled && code == CODE_DONE && i < count; i = end) {
        const char *name = panel->labels.items[i].fields[FIELD_FILE];

        for (end = i + 1; end < count; end++) {
            if (strcmp(panel->labels.items[end].fields[FIELD_FILE], name) != 0)
                break;
        }
        code = ask_document(&asking, i, end);
    }
    shelf_done(&asking.shelf);
    fault_done(&fault);
    return code == CODE_DONE ? code_of(&asking) : code;
}
