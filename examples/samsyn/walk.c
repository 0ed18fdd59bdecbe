/* SPDX-License-Identifier: MIT */
/* Goes through a folder in the order of the names' bytes.
 *
 * The folders that are open stand on a stack of our own, with their names:
 * memory does not grow with the number of files in other folders.  What is
 * hidden, a lock that an office program left behind, or no file is left out
 * and told of; so is a link to a folder, which could lead round in a circle. */

#define _POSIX_C_SOURCE 200809L

#include "walk.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static void
leave(struct walk *walk)
{
    struct walk_level *level = &walk->levels[--walk->depth];

    names_done(&level->names);
    free(level->path);
}

bool
walk_enter(struct walk *walk, const char *path)
{
    struct walk_level *level = &walk->levels[walk->depth];

    if (walk->depth == WALK_DEPTH)
        return false;
    *level = (struct walk_level){ .path = join(path, "", "") };
    walk->depth++;
    if (level->path && names_all(&level->names, path))
        return true;
    leave(walk);
    return false;
}

void
walk_done(struct walk *walk)
{
    while (walk->depth > 0)
        leave(walk);
    free(walk->path);
    walk->path = NULL;
}

enum text
walk_reason(const char *name, const char *path, bool *folder)
{
    struct stat own, end;

    *folder = false;
    if (name[0] == '.')
        return TEXT_SKIP_HIDDEN;
    if (strncmp(name, "~$", 2) == 0)
        return TEXT_SKIP_LOCK;
    if (lstat(path, &own) != 0 || stat(path, &end) != 0)
        return TEXT_COUNT; /* reading it says what is wrong */
    if (S_ISDIR(end.st_mode) && S_ISLNK(own.st_mode))
        return TEXT_SKIP_LINK;
    *folder = S_ISDIR(end.st_mode);
    return *folder || S_ISREG(end.st_mode) ? TEXT_COUNT : TEXT_SKIP_SPECIAL;
}

/* What a path leads to.  A folder is entered. */
static void
look(struct walk *walk, struct task *task, const char *name, const char *path)
{
    bool folder;

    *task = (struct task){ .kind = TASK_ASIDE,
                           .why = walk_reason(name, path, &folder),
                           .name = path };
    if (task->why != TEXT_COUNT)
        return;
    if (!folder) {
        task->kind = TASK_FOUND;
    } else if (!walk_enter(walk, path)) {
        task->kind = TASK_BROKEN;
        task->why = TEXT_FOLDER_FAILED;
    } else {
        task->name = NULL;
    }
}

/* The next entry of the innermost folder; without a name where it was a
 * folder, which has been entered. */
static void
take_entry(struct walk *walk, struct task *task)
{
    struct walk_level *level = &walk->levels[walk->depth - 1];
    const char *name = level->names.names[level->next++];
    const char *slash = level->path[strlen(level->path) - 1] == '/' ? "" : "/";
    char *path = join(level->path, slash, name);

    free(walk->path);
    walk->path = path;
    *task =
        (struct task){ .kind = TASK_BROKEN, .why = TEXT_NO_MEMORY, .name = "" };
    if (path)
        look(walk, task, name, path);
}

bool
walk_next(struct walk *walk, struct task *task)
{
    while (walk->depth > 0) {
        const struct walk_level *level = &walk->levels[walk->depth - 1];

        if (level->next == level->names.count) {
            leave(walk);
            continue;
        }
        take_entry(walk, task);
        if (task->name)
            return true;
    }
    return false;
}
