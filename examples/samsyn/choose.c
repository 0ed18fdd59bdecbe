/* SPDX-License-Identifier: MIT */
/* Choosing a checklist.
 *
 * A document is read with a language pack, and only checklists of the same
 * language are asked whether they are for it.  So where the shelf holds
 * several languages, they are tried in turn until one fits. */

#include "choose.h"

#include <stdlib.h>
#include <string.h>

static bool
shelf_add(struct shelf *shelf, samsyn_checklist *checklist)
{
    samsyn_checklist **items =
        realloc(shelf->items, (shelf->count + 1) * sizeof *items);

    if (!items) {
        samsyn_checklist_free(checklist);
        return false;
    }
    shelf->items = items;
    items[shelf->count++] = checklist;
    return true;
}

static bool
shelf_take(struct shelf *shelf, const struct tool *tool, const char *given,
           struct fault *fault)
{
    samsyn_checklist *checklist;

    if (!checklist_load(&checklist, tool, given, fault))
        return false;
    return shelf_add(shelf, checklist) ||
           fault_say(fault, tool, NULL, CODE_INTERNAL, SAMSYN_E_NOMEM,
                     TEXT_NO_MEMORY, NULL);
}

bool
shelf_fill(struct shelf *shelf, const struct tool *tool, struct fault *fault)
{
    struct names names;
    bool whole;

    *shelf = (struct shelf){ .given = tool->args.checklist != NULL };
    if (shelf->given)
        return shelf_take(shelf, tool, tool->args.checklist, fault);
    whole = names_read(&names, tool->data, ".yaml") ||
            fault_say(fault, tool, NULL, CODE_CHECKLIST, SAMSYN_E_UNRESOLVED,
                      TEXT_DATA_FAILED, tool->data);
    if (whole && names.count == 0)
        whole = fault_say(fault, tool, NULL, CODE_CHECKLIST,
                          SAMSYN_E_UNRESOLVED, TEXT_DATA_EMPTY, tool->data);
    for (size_t i = 0; whole && i < names.count; i++)
        whole = shelf_take(shelf, tool, names.names[i], fault);
    names_done(&names);
    return whole;
}

void
shelf_done(struct shelf *shelf)
{
    for (size_t i = 0; i < shelf->count; i++)
        samsyn_checklist_free(shelf->items[i]);
    free(shelf->items);
}

static const char *
language_id(const samsyn_checklist *checklist)
{
    return samsyn_language_id(samsyn_checklist_language(checklist));
}

/* Whether an earlier checklist of the shelf has the language of this one. */
static bool
language_tried(const struct shelf *shelf, size_t index)
{
    for (size_t i = 0; i < index; i++) {
        if (strcmp(language_id(shelf->items[i]),
                   language_id(shelf->items[index])) == 0)
            return true;
    }
    return false;
}

bool
document_open(samsyn_document **out, const struct tool *tool,
              const samsyn_checklist *checklist, const char *name,
              const struct file *file, struct fault *fault)
{
    samsyn_diagnostics *list;
    samsyn_status status;

    status = samsyn_document_read(
        out, file->bytes, file->length, name, SAMSYN_FORMAT_AUTO,
        samsyn_checklist_language(checklist), tool->config, &list);
    if (status == SAMSYN_OK)
        show_diagnostics(tool, list);
    else
        (void)fault_diagnostics(fault, tool, name, CODE_DOCUMENT, status, list);
    samsyn_diagnostics_free(list);
    return status == SAMSYN_OK;
}

/* Ask the checklists of one language; the chosen one is set where one
 * fits. */
static bool
ask(struct choice *choice, const struct tool *tool, const struct shelf *shelf,
    const char *language, const char *name, struct fault *fault)
{
    const samsyn_checklist **group = calloc(shelf->count, sizeof *group);
    samsyn_status status = SAMSYN_E_NOMEM;
    size_t count = 0;
    size_t index;

    for (size_t i = 0; group && i < shelf->count; i++) {
        if (strcmp(language_id(shelf->items[i]), language) == 0)
            group[count++] = shelf->items[i];
    }
    if (group)
        status = samsyn_recognise(&choice->why, group, count, choice->document,
                                  tool->config);
    index = samsyn_recognition_index(choice->why);
    if (status == SAMSYN_OK && index < count)
        choice->checklist = group[index];
    free(group);
    return status == SAMSYN_OK ||
           fault_diagnostics(fault, tool, name, CODE_DOCUMENT, status, NULL);
}

static bool
none_fits(struct fault *fault, const struct tool *tool, const char *name,
          const samsyn_recognition *why)
{
    const char *kind = samsyn_recognition_kind(why);

    return fault_say(fault, tool, name, CODE_NO_FIT, SAMSYN_E_NO_FIT,
                     *kind ? TEXT_NO_FIT : TEXT_NO_FIT_UNKNOWN, kind);
}

/* The checklist is given, but the document may seem to be something else. */
static void
warn_of_kind(const struct choice *choice, const struct tool *tool,
             const char *name)
{
    const char *kind = samsyn_recognition_kind(choice->why);

    if (samsyn_recognition_index(choice->why) == SAMSYN_NONE && *kind)
        complain(name, TEXT_OTHER_KIND, tool->args.lang, kind,
                 samsyn_checklist_id(choice->checklist));
}

static bool
use_given(struct choice *choice, const struct tool *tool,
          const struct shelf *shelf, const char *name, const struct file *file,
          struct fault *fault)
{
    const samsyn_checklist *given = shelf->items[0];

    if (!document_open(&choice->document, tool, given, name, file, fault) ||
        !ask(choice, tool, shelf, language_id(given), name, fault))
        return false;
    choice->checklist = given;
    warn_of_kind(choice, tool, name);
    return true;
}

bool
choose(struct choice *choice, const struct tool *tool,
       const struct shelf *shelf, const char *name, const struct file *file,
       struct fault *fault)
{
    *choice = (struct choice){ NULL, NULL, NULL };
    if (shelf->given)
        return use_given(choice, tool, shelf, name, file, fault);
    for (size_t i = 0; i < shelf->count; i++) {
        if (language_tried(shelf, i))
            continue;
        choice_done(choice);
        if (!document_open(&choice->document, tool, shelf->items[i], name, file,
                           fault) ||
            !ask(choice, tool, shelf, language_id(shelf->items[i]), name,
                 fault))
            return false;
        if (choice->checklist)
            return true;
    }
    return none_fits(fault, tool, name, choice->why);
}

void
choice_done(struct choice *choice)
{
    samsyn_recognition_free(choice->why);
    samsyn_document_free(choice->document);
    *choice = (struct choice){ NULL, NULL, NULL };
}
