/* SPDX-License-Identifier: MIT */
#ifndef READER_H
#define READER_H

/* Documents of every format.  DOCX, ODT, PDF and HTML are read where
 * libsamsyn-read is installed: it is looked for when the first document comes
 * that needs it, so that the command runs without it, and starts no slower
 * with it. */

#include "common.h"

#include <samsyn_read.h>

/* As samsyn_read_document(); as samsyn_document_read() where the library is
 * not here. */
samsyn_status
reader_read(samsyn_document **out, const struct tool *tool,
            const samsyn_language *language, const char *name,
            const struct file *file, samsyn_diagnostics **list);

/* As samsyn_read_remarked(), with the options that documents are read with. */
samsyn_status
reader_remark(const struct tool *tool, const struct file *file,
              const samsyn_assessment *assessment,
              const samsyn_language *language, samsyn_write_fn write,
              void *user, samsyn_diagnostics **list);

#define READER_GUARDS (SAMSYN_READ_GUARD_FOLDERS + 1)

/* What the library can do here. */
struct reader_state {
    const char *formats[SAMSYN_READ_HTML]; /* the names of what is read */
    size_t count;
    int guarded[READER_GUARDS]; /* as samsyn_read_guarded() */
};

/* False where the library is not here. */
bool
reader_look(struct reader_state *state);

/* Whether what is in a file is known to be a document, also one that can only
 * be answered with what to do; text looks like anything. */
bool
reader_knows(const struct file *file);

#endif
