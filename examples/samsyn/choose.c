/* SPDX-License-Identifier: MIT */
/* Choosing a checklist.
 *
 * A document is read with a language pack, and only checklists of the same
 * language are asked whether they are for it, by their cards.  So where the
 * shelf holds several languages, they are tried in turn until one fits; only
 * that checklist is loaded. */

#include "choose.h"

#include "reader.h"

#include <stdlib.h>
#include <string.h>

/* An item without anything yet; NULL without memory. */
static struct shelf_item *
shelf_add(struct shelf *shelf, const char *name)
{
    struct shelf_item *items =
        realloc(shelf->items, (shelf->count + 1) * sizeof *items);
    struct shelf_item *item;

    if (!items)
        return NULL;
    shelf->items = items;
    item = &items[shelf->count];
    *item = (struct shelf_item){ .name = join(name, "", "") };
    if (!item->name)
        return NULL;
    shelf->count++;
    return item;
}

static bool
shelf_take(struct shelf *shelf, const struct tool *tool, const char *name,
           struct fault *fault)
{
    struct shelf_item *item = shelf_add(shelf, name);

    if (!item)
        return fault_say(fault, tool, NULL, CODE_INTERNAL, SAMSYN_E_NOMEM,
                         TEXT_NO_MEMORY, NULL);
    if (shelf->given)
        return checklist_load(&item->checklist, tool, name, fault);
    return card_load(&item->card, tool, name, fault);
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
    for (size_t i = 0; i < shelf->count; i++) {
        samsyn_checklist_free(shelf->items[i].checklist);
        samsyn_language_free(shelf->items[i].language);
        samsyn_card_free(shelf->items[i].card);
        free(shelf->items[i].name);
    }
    free(shelf->items);
    *shelf = (struct shelf){ NULL, 0, false };
}

/* The first item that has the language of this one. */
static size_t
first_alike(const struct shelf *shelf, size_t index)
{
    const char *language = samsyn_card_language(shelf->items[index].card);
    size_t i = 0;

    while (strcmp(samsyn_card_language(shelf->items[i].card), language) != 0)
        i++;
    return i;
}

/* The language of an item's documents, loaded when it is first asked for.
 * Where that fails, the loading of the checklist says why. */
static bool
load_language(struct shelf_item *item, const struct tool *tool,
              struct fault *fault)
{
    const char *name = samsyn_card_language(item->card);
    samsyn_status status = SAMSYN_OK;

    if (!item->language)
        status = samsyn_language_load(&item->language, name, strlen(name),
                                      tool->config, NULL);
    if (status == SAMSYN_OK)
        return true;
    return checklist_load(&item->checklist, tool, item->name, fault) &&
           fault_diagnostics(fault, tool, item->name, CODE_CHECKLIST, status,
                             NULL);
}

bool
document_open(samsyn_document **out, const struct tool *tool,
              const samsyn_language *language, const char *name,
              const struct file *file, struct fault *fault)
{
    samsyn_diagnostics *list;
    samsyn_status status;

    status = reader_read(out, tool, language, name, file, &list);
    if (status == SAMSYN_OK)
        show_diagnostics(tool, list);
    else
        (void)fault_diagnostics(fault, tool, name, CODE_DOCUMENT, status, list);
    samsyn_diagnostics_free(list);
    return status == SAMSYN_OK;
}

/* The items with the language of the one at @p first, and their cards. */
struct group {
    const samsyn_card **cards;
    size_t *items;
    size_t count;
};

static bool
group_init(struct group *group, const struct shelf *shelf, size_t first)
{
    group->cards = calloc(shelf->count, sizeof *group->cards);
    group->items = calloc(shelf->count, sizeof *group->items);
    group->count = 0;
    if (!group->cards || !group->items)
        return false;
    for (size_t i = first; i < shelf->count; i++) {
        if (first_alike(shelf, i) != first)
            continue;
        group->cards[group->count] = shelf->items[i].card;
        group->items[group->count++] = i;
    }
    return true;
}

static void
group_done(struct group *group)
{
    free(group->cards);
    free(group->items);
}

/* Ask the checklists of one language; *item is the one that fits, NULL where
 * none does. */
static bool
ask(struct choice *choice, const struct tool *tool, const struct shelf *shelf,
    size_t first, struct shelf_item **item, const char *name,
    struct fault *fault)
{
    samsyn_status status = SAMSYN_E_NOMEM;
    struct group group;
    size_t index;

    *item = NULL;
    if (group_init(&group, shelf, first))
        status = samsyn_recognise_cards(
            &choice->why, shelf->items[first].language, group.cards,
            group.count, choice->document, tool->config);
    index = samsyn_recognition_index(choice->why);
    if (status == SAMSYN_OK && index < group.count)
        *item = &shelf->items[group.items[index]];
    group_done(&group);
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

/* What the document seems to be is asked of its assessment, which has to look
 * for the same words. */
static bool
use_given(struct choice *choice, const struct tool *tool,
          const samsyn_checklist *given, const char *name,
          const struct file *file, struct fault *fault)
{
    choice->checklist = given;
    return document_open(&choice->document, tool,
                         samsyn_checklist_language(given), name, file, fault);
}

/* The checklist that was chosen is loaded once. */
static bool
use_item(struct choice *choice, const struct tool *tool,
         struct shelf_item *item, struct fault *fault)
{
    if (!item->checklist &&
        !checklist_load(&item->checklist, tool, item->name, fault))
        return false;
    choice->checklist = item->checklist;
    return true;
}

bool
choose(struct choice *choice, const struct tool *tool, struct shelf *shelf,
       const char *name, const struct file *file, struct fault *fault)
{
    *choice = (struct choice){ NULL, NULL, NULL };
    if (shelf->given)
        return use_given(choice, tool, shelf->items[0].checklist, name, file,
                         fault);
    for (size_t i = 0; i < shelf->count; i++) {
        struct shelf_item *item = &shelf->items[i], *found = NULL;

        if (first_alike(shelf, i) < i)
            continue;
        choice_done(choice);
        if (!load_language(item, tool, fault) ||
            !document_open(&choice->document, tool, item->language, name, file,
                           fault) ||
            !ask(choice, tool, shelf, i, &found, name, fault))
            return false;
        if (found)
            return use_item(choice, tool, found, fault);
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

void
choice_doubt(const struct tool *tool, const struct shelf *shelf,
             const samsyn_assessment *assessment, const char *name)
{
    const samsyn_checklist *given = shelf->items[0].checklist;
    const char *kind =
        samsyn_assessment_text(assessment, SAMSYN_ASSESSMENT_DOCUMENT_KIND);

    if (!shelf->given || !*kind || samsyn_checklist_is_for(given, kind))
        return;
    kind = samsyn_assessment_text(assessment,
                                  SAMSYN_ASSESSMENT_DOCUMENT_KIND_TITLE);
    complain(name, TEXT_OTHER_KIND, tool->args.lang, kind,
             samsyn_checklist_id(given));
}
