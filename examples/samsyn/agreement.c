/* SPDX-License-Identifier: MIT */
/* samsyn agreement: how far readers agree with each other and with samsyn.
 *
 * Every pair of readers is compared, and every reader with the machine, whose
 * verdicts come from assessing the documents or from a file.  What is
 * measured and how is the library's; labels.c reads the files, panel.c puts
 * them side by side, agreement_pairs.c makes the pairs.  With --folds no
 * labels are read: the documents are dealt out, for those who train on some
 * and measure on others. */

#include "agreement_pairs.h"
#include "folds.h"

static enum code
show(const struct panel *panel)
{
    bool json = panel->tool->args.format == FORMAT_JSON;

    if (json ? show_as_json(panel) : show_as_text(panel))
        return CODE_DONE;
    complain(NULL, TEXT_NO_MEMORY, panel->tool->args.lang, NULL, NULL);
    return CODE_INTERNAL;
}

static bool
usage_is_right(const struct args *args)
{
    bool beside = args->count > 0 || args->machine || args->label_count > 1;

    if (args->folds > 0 && (args->label_count > 0 || args->machine))
        complain(NULL, TEXT_FOLDS_ALONE, args->lang, NULL, NULL);
    else if (args->folds > 0 && args->count == 0)
        complain(NULL, TEXT_FOLDS_USAGE, args->lang, NULL, NULL);
    else if (args->folds == 0 && (args->label_count == 0 || !beside))
        complain(NULL, TEXT_AGREEMENT_USAGE, args->lang, NULL, NULL);
    else if (args->machine && args->count > 0)
        complain(NULL, TEXT_MACHINE_TWICE, args->lang, NULL, NULL);
    else
        return true;
    return false;
}

enum code
command_agreement(struct tool *tool)
{
    struct panel panel;
    enum code code, shown;

    if (!usage_is_right(&tool->args))
        return CODE_USAGE;
    if (tool->args.folds > 0)
        return folds_show(tool);
    code = panel_fill(&panel, tool);
    if (code == CODE_DONE || code == CODE_SOME) {
        shown = show(&panel);
        code = shown == CODE_DONE ? code : shown;
    } else if (code == CODE_INTERNAL) {
        complain(NULL, TEXT_NO_MEMORY, tool->args.lang, NULL, NULL);
    }
    panel_done(&panel);
    return code;
}
