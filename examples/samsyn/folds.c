/* SPDX-License-Identifier: MIT */
/* Deals documents out to folds: in the order of the bytes of their names,
 * over all folders, the first to fold 1, the next to fold 2, and after the
 * last fold from 1 again.  So each fold gets about as many of every kind
 * where names begin with the kind, and the same documents always give the
 * same folds. */

#include "folds.h"

#include <stdlib.h>
#include <string.h>

/* Adds the names of a folder; they are then the list's. */
static bool
add_folder(struct names *all, const char *folder)
{
    struct names names;
    char **grown = NULL;
    bool whole = names_read(&names, folder, NULL);

    if (whole && names.count > 0) {
        grown = realloc(all->names, (all->count + names.count) * sizeof *grown);
        whole = grown != NULL;
    }
    if (grown) {
        all->names = grown;
        memcpy(grown + all->count, names.names, names.count * sizeof *grown);
        all->count += names.count;
        names.count = 0;
    }
    names_done(&names);
    return whole;
}

/* A name that stands twice: labels could not tell the two apart. */
static const char *
name_twice(const struct names *names)
{
    for (size_t i = 1; i < names->count; i++) {
        if (strcmp(names->names[i - 1], names->names[i]) == 0)
            return names->names[i];
    }
    return NULL;
}

static void
deal_out(const struct names *names, int folds)
{
    printf("file\tfold\n");
    for (size_t i = 0; i < names->count; i++)
        printf("%s\t%zu\n", names->names[i], i % (size_t)folds + 1);
}

enum code
folds_show(const struct tool *tool)
{
    const struct args *args = &tool->args;
    struct names all = { NULL, 0 };
    enum code code = CODE_DONE;
    const char *twice;

    for (size_t i = 0; code == CODE_DONE && i < args->count; i++) {
        if (!add_folder(&all, args->operands[i])) {
            complain(args->operands[i], TEXT_FOLDER_FAILED, args->lang, NULL,
                     NULL);
            code = CODE_DOCUMENT;
        }
    }
    names_sort(&all);
    twice = name_twice(&all);
    if (code == CODE_DONE && twice) {
        complain(twice, TEXT_FOLDS_TWICE, args->lang, NULL, NULL);
        code = CODE_DOCUMENT;
    }
    if (code == CODE_DONE)
        deal_out(&all, args->folds);
    names_done(&all);
    return code;
}
