/* SPDX-License-Identifier: MIT */
/* samsyn diff: two versions of a document by one checklist, or one document by
 * two versions of a checklist.
 *
 * Each side is a record; the library says what is between them.  The account
 * of the search is kept, by which a rule that looks in another way is known,
 * and so is every quote of a document, so that none seems lost for want of
 * room; what was stored has a few, and may have had more. */

#include "answers.h"
#include "records.h"

#include <string.h>

enum {
    QUOTES_KEPT = 1000, /* a criterion */
    QUOTES_STORED = 5   /* as samsyn score writes them, at most */
};

struct side {
    samsyn_record *record;
    size_t records; /* how many the file had */
};

struct differing {
    struct tool *tool;
    struct side sides[2];
};

static bool
take_record(void *user, samsyn_record *record, const char *document,
            const char *path)
{
    struct side *side = user;

    (void)document;
    (void)path;
    if (side->records++ == 0)
        side->record = record;
    else
        samsyn_record_free(record);
    return true;
}

static bool
take_failure(void *user, const char *document, const char *why)
{
    (void)user;
    (void)document;
    (void)why;
    return true;
}

/* A stored file may hold assessments of many documents, or of none. */
static bool
take_bytes(const struct tool *tool, struct shelf *shelf, struct side *side,
           const char *path, const struct file *file, struct fault *fault)
{
    struct record_taker taker = { take_record, take_failure, side };

    if (!records_of(tool, shelf, path, file, &taker, fault))
        return false;
    return side->records == 1 ||
           fault_say(fault, tool, path, CODE_DOCUMENT, SAMSYN_E_SCHEMA,
                     TEXT_DIFF_ONE_STORED, NULL);
}

static bool
take_file(const struct tool *tool, struct shelf *shelf, struct side *side,
          const char *path, struct fault *fault)
{
    struct file file;
    enum file_result result = file_read(&file, path, DOCUMENT_MAX);
    bool good;

    /* greater than 0, which is all that is asked of it */
    (void)samsyn_config_set_limit(tool->config, SAMSYN_LIMIT_EVIDENCE,
                                  is_stored(path) ? QUOTES_STORED
                                                  : QUOTES_KEPT);
    good = result == FILE_READ
               ? take_bytes(tool, shelf, side, path, &file, fault)
               : fault_file(fault, tool, path, CODE_DOCUMENT, result,
                            DOCUMENT_MAX);
    file_done(&file);
    return good;
}

/* The checklist that was chosen for the first document.  What a stored file
 * says of it is a name to look for among ours, and never a path. */
static bool
choose_again(struct differing *differing, struct shelf *shelf,
             struct fault *fault)
{
    struct tool *tool = differing->tool;
    const char *chosen = samsyn_record_text(differing->sides[0].record,
                                            SAMSYN_RECORD_CHECKLIST_ID);

    shelf_done(shelf);
    tool->args.checklist = chosen;
    if (!is_path(chosen) && shelf_fill(shelf, tool, fault))
        return true;
    return fault_say(fault, tool, NULL, CODE_CHECKLIST, SAMSYN_E_UNRESOLVED,
                     TEXT_DIFF_CHECKLIST, chosen);
}

/* Two documents; the second by the checklist that was chosen for the first
 * where none was named, since two checklists would answer another question. */
static bool
take_documents(struct differing *differing, struct fault *fault)
{
    struct tool *tool = differing->tool;
    struct shelf shelf = { NULL, 0, false };
    bool good = shelf_fill(&shelf, tool, fault) &&
                take_file(tool, &shelf, &differing->sides[0],
                          tool->args.operands[0], fault);

    if (good && !tool->args.checklist && !is_stored(tool->args.operands[1]))
        good = choose_again(differing, &shelf, fault);
    good = good && take_file(tool, &shelf, &differing->sides[1],
                             tool->args.operands[1], fault);
    shelf_done(&shelf);
    return good;
}

/* One document by one of two checklists. */
static bool
take_by(struct differing *differing, size_t side, const char *checklist,
        struct fault *fault)
{
    struct tool *tool = differing->tool;
    struct shelf shelf = { NULL, 0, false };
    bool good;

    tool->args.checklist = checklist;
    good = shelf_fill(&shelf, tool, fault) &&
           take_file(tool, &shelf, &differing->sides[side],
                     tool->args.operands[0], fault);
    shelf_done(&shelf);
    return good;
}

static bool
take_sides(struct differing *differing, struct fault *fault)
{
    const struct args *args = &differing->tool->args;
    const char *const checklists[] = { args->first_checklist, args->checklist };

    if (!args->first_checklist)
        return take_documents(differing, fault);
    return take_by(differing, 0, checklists[0], fault) &&
           take_by(differing, 1, checklists[1], fault);
}

/* ---- Showing ---- */

static enum code
show(const struct tool *tool, const samsyn_difference *difference)
{
    const char *format = tool->args.format == FORMAT_JSON   ? "json"
                         : tool->args.format == FORMAT_HTML ? "html"
                                                            : "text";

    if (samsyn_difference_write(difference, format, strlen(format), file_write,
                                stdout) == SAMSYN_E_NOMEM) {
        complain(NULL, TEXT_NO_MEMORY, tool->args.lang, NULL, NULL);
        return CODE_INTERNAL;
    }
    return samsyn_difference_turned(difference, SAMSYN_TURN_WORSE) +
                       samsyn_difference_turned(difference, SAMSYN_TURN_LOST) >
                   0
               ? CODE_BELOW
               : CODE_DONE;
}

static enum code
differ(struct differing *differing)
{
    const struct tool *tool = differing->tool;
    samsyn_difference *difference = NULL;
    enum code code;

    if (samsyn_difference_new(&difference, differing->sides[0].record,
                              differing->sides[1].record,
                              tool->config) != SAMSYN_OK) {
        complain(NULL, TEXT_NO_MEMORY, tool->args.lang, NULL, NULL);
        return CODE_INTERNAL;
    }
    code = show(tool, difference);
    samsyn_difference_free(difference);
    return code;
}

/* ---- The command ---- */

static bool
usage_is_right(const struct args *args)
{
    size_t wanted = args->first_checklist ? 1 : 2;

    if (args->count == wanted && !(wanted == 1 && is_stored(args->operands[0])))
        return true;
    complain(NULL, TEXT_DIFF_USAGE, args->lang, NULL, NULL);
    return false;
}

enum code
command_diff(struct tool *tool)
{
    struct differing differing = { .tool = tool };
    struct fault fault = { CODE_DONE, SAMSYN_OK, NULL };
    enum code code;

    if (!usage_is_right(&tool->args))
        return CODE_USAGE;
    code = answers_open(tool);
    if (code != CODE_DONE)
        return code;
    if (samsyn_config_set_account(tool->config, 1) != SAMSYN_OK)
        return CODE_INTERNAL;
    code = take_sides(&differing, &fault) ? differ(&differing) : fault.code;
    fault_done(&fault);
    samsyn_record_free(differing.sides[0].record);
    samsyn_record_free(differing.sides[1].record);
    return code;
}
