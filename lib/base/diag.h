/* SPDX-License-Identifier: MIT */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

/* What is found wrong in an input: a list of entries with stable codes.
 * The codes, their severities, sentences and help lines stand in
 * diagnostics.def: DIAG(NAME, "code", severity, sv, en, help_sv, help_en).
 * The list keeps at most DIAG_MAX entries and counts the rest, so a hostile
 * file cannot make it large; where it is full, errors drive out notices.
 * Entries are kept source by source, in the order of their place. */

#include "base/buf.h"
#include "base/mem.h"
#include "base/str.h"

#define DIAG_MAX 50

enum diag_code {
#define DIAG(name, code, severity, sv, en, help_sv, help_en) DIAG_##name,
#include "base/diagnostics.def"
#undef DIAG
    DIAG_COUNT
};

/* A text that messages refer to, for line, column and the quoted line.  What
 * is made of several files has one space of places: those of the next file
 * begin after the end of the text, one byte further on. */
struct diag_source {
    const char *name;               /* shown; never NULL */
    struct str text;                /* valid only while entries are added */
    const struct diag_source *next; /* NULL: this is the last */
};

/* The file that a place is in; *place becomes its place there.  SAMSYN_NONE
 * stays and is in the first. */
const struct diag_source *
diag_source_at(const struct diag_source *source, size_t *place);

/* A list; made by diag_new(), ended by samsyn_diagnostics_free(). */
struct samsyn_diagnostics;

/* NULL without memory. */
struct samsyn_diagnostics *
diag_new(const samsyn_allocator *mem, samsyn_lang lang);

/* Add an entry.  @p list may be NULL: nothing is kept, which is how a caller
 * that does not ask for diagnostics gets none.  start == SAMSYN_NONE: no
 * place.  @p hint is a "did you mean" word, empty for none.  Returns false
 * without memory. */
bool
diag_add(struct samsyn_diagnostics *list, enum diag_code code,
         const struct diag_source *source, size_t start, size_t end,
         const struct str *args, size_t count, struct str hint);

/* How many errors (not warnings or notices) were added, also those past
 * DIAG_MAX; 0 for NULL. */
size_t
diag_errors(const struct samsyn_diagnostics *list);

/* True where an entry could not be added for lack of memory. */
bool
diag_failed(const struct samsyn_diagnostics *list);

/* How many entries were not kept; 0 for NULL. */
size_t
diag_dropped(const struct samsyn_diagnostics *list);

/* The line of the source that an entry is about, without what disturbs; unset
 * where it has no place. */
struct str
diag_excerpt(const struct samsyn_diagnostics *list, size_t index);

/* The language of a list's sentences; Swedish for NULL. */
samsyn_lang
diag_lang(const struct samsyn_diagnostics *list);

/* All entries of @p from, after those of @p list from other sources. */
bool
diag_append(struct samsyn_diagnostics *list,
            const struct samsyn_diagnostics *from);

/* Hand the list to a caller: *out receives it where it has entries, NULL
 * where not; frees it where nobody asks (out is NULL). */
void
diag_hand_over(struct samsyn_diagnostics *list, samsyn_diagnostics **out);

const char *
diag_code_name(enum diag_code code);

/* False where no code is called that. */
bool
diag_code_find(enum diag_code *out, struct str name);

samsyn_severity
diag_code_severity(enum diag_code code);

/* The sentence and the help of a code, with its marks. */
const char *
diag_code_text(enum diag_code code, samsyn_lang lang);
const char *
diag_code_help(enum diag_code code, samsyn_lang lang);

#endif
