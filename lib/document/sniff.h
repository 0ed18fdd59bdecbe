/* SPDX-License-Identifier: MIT */
#ifndef DOCUMENT_SNIFF_H
#define DOCUMENT_SNIFF_H

/* What a file is, by its first bytes, where it is no document to read. */

#include "base/str.h"

/* The name of a format that needs another reader, NULL for none. */
const char *
sniff_format(struct str bytes);

/* A checklist, given in place of a document. */
bool
sniff_is_checklist(struct str text);

/* A line that only Markdown has: a heading, or the dashes of a table. */
bool
sniff_is_markdown(struct str text);

#endif
