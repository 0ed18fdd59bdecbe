/* SPDX-License-Identifier: MIT */
#ifndef COMMON_H
#define COMMON_H

/* What the commands share: the configuration, faults, loading checklists. */

#include "args.h"
#include "files.h"
#include "say.h"

enum code {
    CODE_DONE = 0,
    CODE_BELOW = 1,
    CODE_USAGE = 2,
    CODE_CHECKLIST = 3,
    CODE_DOCUMENT = 4,
    CODE_NO_FIT = 5,
    CODE_SOME = 6,
    CODE_INTERNAL = 70
};

struct answer_file;

struct tool {
    struct args args;
    struct answer_file *answers; /* as many as were named; NULL for none */
    samsyn_config *config;
    const char *data; /* directory of checklists and language packs */
};

/* Make the configuration that the arguments ask for.  Says what is wrong and
 * gives its code, CODE_DONE where nothing is.  End it with tool_done(), on
 * failure too. */
enum code
tool_init(struct tool *tool);
void
tool_done(struct tool *tool);

/* Why something could not be done.  It has been said on standard error by
 * the time it is here; the text is kept for JSON. */
struct fault {
    enum code code;
    samsyn_status status;
    char *text; /* NULL where memory is out */
};

/* Say a row of the table about @p about and keep it; false, so that a
 * function that fails can return it. */
bool
fault_say(struct fault *fault, const struct tool *tool, const char *about,
          enum code code, samsyn_status status, enum text id,
          const char *first);

/* Say what the library found, or the status where it found nothing to say.
 * @p code is given to mistakes of an input, CODE_INTERNAL to others. */
bool
fault_diagnostics(struct fault *fault, const struct tool *tool,
                  const char *about, enum code code, samsyn_status status,
                  const samsyn_diagnostics *list);

/* Say why a file could not be read. */
bool
fault_file(struct fault *fault, const struct tool *tool, const char *path,
           enum code code, enum file_result result, size_t limit);

void
fault_done(struct fault *fault);

/* Write entries on standard error where one is a warning or worse. */
void
show_diagnostics(const struct tool *tool, const samsyn_diagnostics *list);

/* Whether a checklist is given by its path, not by its name: it holds a '/', or
 * a dot, which no name holds. */
bool
is_path(const char *given);

/* Where a checklist given by name or path is; NULL without memory.  Ended
 * with free(). */
char *
checklist_path(const struct tool *tool, const char *given);

/* Read a checklist's file and load it.  *list receives what the library says
 * about it, unless a fault has said it already; the caller ends it. */
samsyn_status
checklist_open(samsyn_checklist **out, const struct tool *tool,
               const char *given, samsyn_diagnostics **list,
               struct fault *fault);

/* The same, with another name in what is said, and with the file's bytes, which
 * the caller ends. */
samsyn_status
checklist_open_as(samsyn_checklist **out, const struct tool *tool,
                  const char *given, const char *shown, struct file *file,
                  samsyn_diagnostics **list, struct fault *fault);

/* The same, with everything said. */
bool
checklist_load(samsyn_checklist **out, const struct tool *tool,
               const char *given, struct fault *fault);

/* The card of a checklist; where it cannot be read, what loading says. */
bool
card_load(samsyn_card **out, const struct tool *tool, const char *name,
          struct fault *fault);

#define CHECKLIST_MAX (1 * MIB)
#define MODEL_MAX (4 * MIB)
#define DOCUMENT_MAX (128 * MIB)

/* The commands. */
enum code
command_score(struct tool *tool);
enum code
command_answers(struct tool *tool);
enum code
command_list(struct tool *tool);
enum code
command_lint(struct tool *tool);
enum code
command_test(struct tool *tool);
enum code
command_guide(struct tool *tool);
enum code
command_init(struct tool *tool);
enum code
command_schema(struct tool *tool);
enum code
command_agreement(struct tool *tool);
enum code
command_train(struct tool *tool);
enum code
command_compare(struct tool *tool);
enum code
command_diff(struct tool *tool);

/* What --version shows; @p argv is what follows it. */
enum code
show_version(int argc, char **argv, samsyn_lang lang);

#endif
