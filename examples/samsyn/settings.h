/* SPDX-License-Identifier: MIT */
#ifndef SETTINGS_H
#define SETTINGS_H

/* What a user wants by default, from a file. */

#include "say.h"

#include <stdbool.h>
#include <stddef.h>

struct setting {
    char *section; /* a command; "" for all that take the key */
    char *key;     /* an option without its dashes */
    char *value;
    size_t line, column; /* of the key */
};

struct settings {
    char *path; /* NULL: there is none to read */
    struct setting *items;
    size_t count;
    char *taken; /* what was applied, as options; NULL for nothing */
};

/* A key that can stand in the file. */
struct settings_key {
    const char *name;
    bool apart;            /* only in a command's section */
    bool judges;           /* results differ by it, and do not say so */
    const char *unless[2]; /* options that it does not go with */
};

/* NULL for what is no key. */
const struct settings_key *
settings_key_find(const char *name);

/* Find the file and read it: @p given, else the variable SAMSYN_CONFIG, else
 * the user's, which need not be there.  False, and said, where it is wrong.
 * End it with settings_done(), on failure too. */
bool
settings_read(struct settings *settings, const char *given, samsyn_lang lang);
void
settings_done(struct settings *settings);

/* Where the file is looked for; NULL for nowhere, or without memory.  Ended
 * with free(). */
char *
settings_path(const char *given, bool *needed);

/* Say what is wrong with one; false. */
bool
settings_wrong(const struct settings *settings, const struct setting *setting,
               samsyn_lang lang, enum text why, const char *first,
               const char *second);

#endif
