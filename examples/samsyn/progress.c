/* SPDX-License-Identifier: MIT */
/* Progress on standard error: one line that is written over.
 *
 * Only where standard error is a terminal and results go elsewhere, and only
 * when it takes more than a second.  No control codes but a return. */

#define _POSIX_C_SOURCE 200809L

#include "progress.h"

#include <time.h>
#include <unistd.h>

static long long
seconds(void)
{
    struct timespec now;

    return clock_gettime(CLOCK_MONOTONIC, &now) == 0 ? (long long)now.tv_sec
                                                     : 0;
}

void
progress_init(struct progress *progress, samsyn_lang lang)
{
    *progress = (struct progress){ .lang = lang, .began = seconds() };
    progress->wanted = isatty(STDERR_FILENO) && !isatty(STDOUT_FILENO);
}

void
progress_show(struct progress *progress, size_t done)
{
    char number[32];

    if (!progress->wanted || seconds() - progress->began < 1)
        return;
    snprintf(number, sizeof number, "%zu", done);
    fputc('\r', stderr);
    say(stderr, TEXT_PROGRESS, progress->lang, number, NULL);
    progress->shown = true;
}

void
progress_clear(struct progress *progress)
{
    if (progress->shown)
        fprintf(stderr, "\r%40s\r", "");
    progress->shown = false;
}
