/* SPDX-License-Identifier: MIT */
/* Gives the tasks one by one.
 *
 * Neither names nor documents are gathered, so that a list or a stream may be
 * as long as it likes.  What is wrong with one of them is a task, too, so that
 * it is told in its place. */

#define _POSIX_C_SOURCE 200809L

#include "source.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define NAME_LIMIT ((size_t)65536)
#define LINE_LIMIT (32 * MIB)

bool
source_init(struct source *source, const struct tool *tool, struct fault *fault)
{
    const struct args *args = &tool->args;
    int fd = STDIN_FILENO;

    *source = (struct source){ .args = args };
    source->reading = args->ndjson || args->files_from;
    if (args->files_from && strcmp(args->files_from, "-") != 0)
        fd = open(args->files_from, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    lines_init(&source->lines, fd, args->nul ? '\0' : '\n',
               args->ndjson ? LINE_LIMIT : NAME_LIMIT);
    return fd >= 0 ||
           fault_say(fault, tool, args->files_from, CODE_DOCUMENT,
                     SAMSYN_E_UNRESOLVED,
                     errno == ENOENT ? TEXT_FILE_ABSENT : TEXT_FILE_FAILED,
                     NULL);
}

void
source_done(struct source *source)
{
    if (source->lines.fd > STDERR_FILENO)
        close(source->lines.fd);
    lines_done(&source->lines);
    walk_done(&source->walk);
    free(source->name);
}

/* A file or a folder.  False: it is a folder, whose files come now. */
static bool
take_path(struct source *source, struct task *task, const char *path)
{
    *task = (struct task){ .kind = TASK_FILE, .name = path };
    if (strcmp(path, "-") == 0 || !is_folder(path))
        return true;
    task->kind = TASK_BROKEN;
    task->why = TEXT_FOLDER_FAILED;
    if (!walk_enter(&source->walk, path))
        return true;
    task->why = TEXT_FOLDER_EMPTY;
    return source->walk.levels[0].names.count == 0;
}

/* A name of the list.  "-" is a file of that name here.  False: there is no
 * name in the line, or it is a folder's. */
static bool
take_name(struct source *source, struct task *task, const char *line,
          size_t length)
{
    if (length == 0)
        return false;
    if (strlen(line) == length)
        return take_path(source, task, strcmp(line, "-") ? line : "./-");
    *task = (struct task){ .kind = TASK_BROKEN,
                           .why = TEXT_LIST_NUL,
                           .name = line };
    return true;
}

static bool
is_blank(const char *line, size_t length)
{
    return strspn(line, " \t\r") == length;
}

/* "-:7"; "-" without memory. */
static const char *
name_line(struct source *source)
{
    char number[32];

    free(source->name);
    snprintf(number, sizeof number, "%zu", source->lines.number);
    source->name = join(source->args->ndjson ? "-" : source->args->files_from,
                        ":", number);
    return source->name ? source->name : "-";
}

/* A line of NDJSON.  False: it is blank.  Some programs begin a stream with a
 * byte order mark. */
static bool
take_object(struct source *source, struct task *task, const char *line,
            size_t length)
{
    if (source->lines.number == 1 && strncmp(line, "\xEF\xBB\xBF", 3) == 0) {
        line += 3;
        length -= 3;
    }
    *task = (struct task){ .kind = TASK_LINE,
                           .name = name_line(source),
                           .bytes = line,
                           .length = length,
                           .line = source->lines.number };
    return !is_blank(line, length);
}

/* A line that cannot be read, or all that would follow. */
static void
take_fault(struct source *source, struct task *task, enum text why)
{
    if (why == TEXT_FILE_FAILED) {
        source->reading = false;
        source->lines.number++;
    }
    *task = (struct task){ .kind = TASK_BROKEN,
                           .why = why,
                           .name = name_line(source),
                           .line = source->args->ndjson ? source->lines.number
                                                        : 0 };
}

/* One step in the lines; *found says whether there is a task. */
static enum source_state
take_line(struct source *source, struct task *task, bool *found)
{
    const char *line = NULL;
    size_t length = 0;

    *found = true;
    switch (lines_take(&source->lines, &line, &length)) {
    case LINES_LINE:
        *found = source->args->ndjson ? take_object(source, task, line, length)
                                      : take_name(source, task, line, length);
        return SOURCE_TASK;
    case LINES_WAIT:
        return SOURCE_WAIT;
    case LINES_TOO_LONG:
        take_fault(source, task,
                   source->args->ndjson ? TEXT_LINE_TOO_LONG
                                        : TEXT_NAME_TOO_LONG);
        return SOURCE_TASK;
    case LINES_FAILED:
        take_fault(source, task, TEXT_FILE_FAILED);
        return SOURCE_TASK;
    case LINES_END:
        break;
    }
    source->reading = false;
    return SOURCE_END;
}

enum source_state
source_next(struct source *source, struct task *task)
{
    const struct args *args = source->args;

    for (;;) {
        enum source_state state;
        bool found;

        if (walk_next(&source->walk, task))
            return SOURCE_TASK;
        if (source->next < args->count) {
            if (take_path(source, task, args->operands[source->next++]))
                return SOURCE_TASK;
            continue;
        }
        if (!source->reading)
            return SOURCE_END;
        state = take_line(source, task, &found);
        if (state != SOURCE_TASK || found)
            return state;
    }
}

int
source_fd(const struct source *source)
{
    return source->lines.fd;
}

void
source_more(struct source *source)
{
    lines_read(&source->lines);
}
