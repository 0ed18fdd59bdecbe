/* SPDX-License-Identifier: MIT */

/* Replays the seeds of the fuzz targets, so that what was once found stays
 * mended also where no engine is.  `replay TARGET FILE...` replays files
 * of one's own. */

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"
#include "support/whole.h"

static const struct target {
    const char *name;
    int (*run)(const uint8_t *bytes, size_t length);
} targets[] = {
    { "checklist", fuzz_checklist },
    { "language", fuzz_language },
    { "answers", fuzz_answers },
    { "document", fuzz_document },
    { "levels", fuzz_levels },
    { "rule", fuzz_rule },
    { "model", fuzz_model },
    { "html", fuzz_html },
    { "docx", fuzz_docx },
    { "odt", fuzz_odt },
    { "zip", fuzz_zip },
    { "pdf", fuzz_pdf },
};

enum {
    TARGETS = sizeof targets / sizeof targets[0],
    PATH_SIZE = 400
};

/* The bytes stand in a block of just their size, so that a tool sees a read
 * past them. */
static void
replay(const struct target *target, const char *path)
{
    struct text bytes = { 0 };
    uint8_t *tight;

    fuzz_require(whole_read(&bytes, path) || bytes.length == 0);
    tight = malloc(bytes.length + !bytes.length);
    fuzz_require(tight);
    if (bytes.length > 0)
        memcpy(tight, bytes.bytes, bytes.length);
    target->run(tight, bytes.length);
    free(tight);
    free(bytes.bytes);
}

/* Fewer seeds than this, and the folder is not what it should be. */
enum {
    SEEDS_LEAST = 3
};

static void
replay_seeds(const struct target *target)
{
    char folder[PATH_SIZE], path[2 * PATH_SIZE];
    struct dirent *entry;
    size_t count = 0;
    DIR *dir;

    snprintf(folder, sizeof folder, "tests/fuzz/seeds/%s", target->name);
    dir = opendir(folder);
    fuzz_require(dir);
    while ((entry = readdir(dir))) {
        if (entry->d_name[0] == '.')
            continue;
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        replay(target, path);
        count++;
    }
    closedir(dir);
    fuzz_require(count >= SEEDS_LEAST);
}

static int
replay_files(const char *name, char **files, int count)
{
    for (size_t i = 0; i < TARGETS; i++) {
        if (strcmp(targets[i].name, name) != 0)
            continue;
        for (int k = 0; k < count; k++)
            replay(&targets[i], files[k]);
        return 0;
    }
    fprintf(stderr, "no such target: %s\n", name);
    return 1;
}

int
main(int argc, char **argv)
{
    if (argc > 1)
        return replay_files(argv[1], argv + 2, argc - 2);
    for (size_t i = 0; i < TARGETS; i++)
        replay_seeds(&targets[i]);
    return 0;
}
