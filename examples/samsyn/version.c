/* SPDX-License-Identifier: MIT */
/* samsyn --version: the version, and with --verbose what can be read here and
 * how safely.  What shuts in the programs that read a PDF is tried when it is
 * asked for, since a kernel or a container may lack it and say nothing. */

#include "reader.h"

#include <stdlib.h>
#include <string.h>

static const enum text guards[READER_GUARDS] = {
    [SAMSYN_READ_GUARD_LIMITS] = TEXT_GUARD_LIMITS,
    [SAMSYN_READ_GUARD_CALLS] = TEXT_GUARD_CALLS,
    [SAMSYN_READ_GUARD_FOLDERS] = TEXT_GUARD_FOLDERS,
};

static void
show_guard(size_t guard, int held, samsyn_lang lang)
{
    char version[16];

    (void)snprintf(version, sizeof version, "%d", held);
    fputs("  ", stdout);
    say(stdout, guards[guard], lang, NULL, NULL);
    fputs(": ", stdout);
    if (held > 0 && guard == SAMSYN_READ_GUARD_FOLDERS)
        say(stdout, TEXT_GUARD_VERSION, lang, version, NULL);
    else
        say(stdout,
            held > 0    ? TEXT_GUARD_HOLDS
            : held == 0 ? TEXT_GUARD_ABSENT
                        : TEXT_GUARD_UNTRIED,
            lang, NULL, NULL);
    putchar('\n');
}

static void
show_reading(samsyn_lang lang)
{
    struct reader_state state;
    bool installed = reader_look(&state);

    say(stdout, TEXT_VERSION_READS, lang, NULL, NULL);
    for (size_t i = 0; i < state.count; i++)
        printf(", %s", state.formats[i]);
    putchar('\n');
    if (!installed) {
        say(stdout, TEXT_VERSION_ALONE, lang, NULL, NULL);
        putchar('\n');
        return;
    }
    say(stdout, TEXT_VERSION_GUARDS, lang, NULL, NULL);
    putchar('\n');
    for (size_t i = 0; i < READER_GUARDS; i++)
        show_guard(i, state.guarded[i], lang);
}

/* Where default values come from. */
static void
show_settings(samsyn_lang lang)
{
    bool needed;
    char *path = settings_path(NULL, &needed);
    struct file file;

    if (path)
        say(stdout,
            file_read(&file, path, MIB) == FILE_READ ? TEXT_SETTINGS_WHERE
                                                     : TEXT_SETTINGS_NOWHERE,
            lang, path, NULL);
    else
        say(stdout, TEXT_SETTINGS_OFF, lang, NULL, NULL);
    if (path)
        file_done(&file);
    putchar('\n');
    free(path);
}

enum code
show_version(int argc, char **argv, samsyn_lang lang)
{
    bool verbose = argc > 0 && strcmp(argv[0], "--verbose") == 0;

    if (argc > verbose) {
        complain(NULL, TEXT_BAD_VERSION, lang, argv[verbose], NULL);
        return CODE_USAGE;
    }
    printf("samsyn %s\n", samsyn_version());
    if (verbose) {
        show_reading(lang);
        show_settings(lang);
    }
    return CODE_DONE;
}
