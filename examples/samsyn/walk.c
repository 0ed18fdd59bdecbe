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

/* Why a name alone is reason to leave something out; TEXT_COUNT: it is not. */
static enum text
reason_of_name(const char *name)
{
    if (name[0] == '.')
        return TEXT_SKIP_HIDDEN;
    return strncmp(name, "~$", 2) == 0 ? TEXT_SKIP_LOCK : TEXT_COUNT;
}

/* What a path leads to.  A folder is entered. */
static void
look(struct walk *walk, struct task *task, const char *path)
{
    struct stat own, end;

    if (lstat(path, &own) != 0 || stat(path, &end) != 0) {
        task->kind = TASK_FOUND; /* reading it says what is wrong */
    } else if (S_ISREG(end.st_mode)) {
        task->kind = TASK_FOUND;
    } else if (!S_ISDIR(end.st_mode)) {
        task->why = TEXT_SKIP_SPECIAL;
    } else if (S_ISLNK(own.st_mode)) {
        task->why = TEXT_SKIP_LINK;
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
    if (!path)
        return;
    *task = (struct task){ .kind = TASK_ASIDE,
                           .why = reason_of_name(name),
                           .name = path };
    if (task->why == TEXT_COUNT)
        look(walk, task, path);
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
