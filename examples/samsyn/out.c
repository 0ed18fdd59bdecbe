/* SPDX-License-Identifier: MIT */
/* Files that a command makes.
 *
 * What is at the place of one stays until the new one is whole beside it, and
 * then gives way at once.  Nothing is written to a device or a directory, nor
 * to where another run is writing. */

#include "out.h"

#include <errno.h>
#include <stdlib.h>

static bool
say_failed(const struct out *out, const char *path, enum text text,
           struct fault *fault)
{
    return fault_say(fault, out->tool, path, CODE_INTERNAL, SAMSYN_E_STOPPED,
                     text, NULL);
}

bool
out_open(struct out *out, const struct tool *tool, const char *path,
         struct fault *fault)
{
    *out = (struct out){ .tool = tool, .path = path };
    if (!can_replace(path))
        return say_failed(out, path, TEXT_NO_WRITE, fault);
    out->part = join(path, ".part", "");
    if (!out->part)
        return say_failed(out, path, TEXT_NO_MEMORY, fault);
    errno = 0;
    out->stream = fopen(out->part, "wbx");
    if (out->stream)
        return true;
    if (errno == EEXIST)
        (void)say_failed(out, out->part, TEXT_PART_THERE, fault);
    else
        (void)say_failed(out, path, TEXT_NO_WRITE, fault);
    free(out->part);
    return false;
}

bool
out_close(struct out *out, bool whole, struct fault *fault)
{
    bool written = !ferror(out->stream);
    bool good;

    written = fclose(out->stream) == 0 && written;
    good = whole && written && rename(out->part, out->path) == 0;
    if (!good) {
        (void)remove(out->part);
        if (fault->code == CODE_DONE)
            (void)say_failed(
                out, out->path,
                whole && written ? TEXT_NO_WRITE : TEXT_WRITE_FAILED, fault);
    }
    free(out->part);
    return good;
}

static bool
is_among(const char *path, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (is_same_file(path, names[i]) && !is_folder(path))
            return true;
    }
    return false;
}

bool
out_is_read(const struct args *args)
{
    return args->out &&
           (is_among(args->out, (const char *const *)args->operands,
                     args->count) ||
            is_among(args->out, args->annexes, args->annex_count) ||
            is_among(args->out, args->answers, args->answer_count) ||
            is_among(args->out, args->before, args->before_count) ||
            (args->names && is_among(args->out, &args->names, 1)));
}
