/* SPDX-License-Identifier: MIT */
/* Reading one file of any format, again and again. */

#include "bench.h"

#include <stdio.h>
#include <stdlib.h>

#include "samsyn_read.h"

/* What a check ends with that cannot be done here. */
#define SKIPPED 77

static void
read_file(struct work *work)
{
    samsyn_document_free(work->document);
    work->document = NULL;
    must(!samsyn_read_document(&work->document, work->text.bytes,
                               work->text.length, "bench",
                               samsyn_checklist_language(work->checklist),
                               work->config, NULL, NULL),
         "reading the file");
}

int
run_read(struct work *work, const char *path, int rounds)
{
    samsyn_read_format format;
    double seconds;

    must(whole_read(&work->text, path), path);
    format = samsyn_read_format_of(work->text.bytes, work->text.length);
    if (!samsyn_read_can(format))
        return SKIPPED;
    seconds = best_time(read_file, work, rounds);
    printf("seconds %.6f\n", seconds);
    return EXIT_SUCCESS;
}
