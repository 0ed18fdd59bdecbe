/* SPDX-License-Identifier: MIT */
#ifndef BASE_MESSAGE_H
#define BASE_MESSAGE_H

/* Every sentence that the library says to a person, in Swedish and English.
 * The sentences stand in messages.def: a row is MESSAGE(NAME, sv, en).
 * %1 to %9 in a sentence are replaced by arguments.  Of %(one|many) the first
 * word stands behind an argument that is 1, the second behind any other. */

#include "base/buf.h"
#include "base/str.h"

enum message {
#define MESSAGE(name, sv, en) MSG_##name,
#include "base/messages.def"
#undef MESSAGE
    MSG_COUNT
};

/* The sentence with its marks, never NULL. */
const char *
message_text(enum message id, samsyn_lang lang);

/* The sentence with its marks replaced; one without argument stays. */
void
message_format(struct buf *out, enum message id, samsyn_lang lang,
               const struct str *args, size_t count);

/* The same for a sentence that is no catalogue row. */
void
message_fill(struct buf *out, const char *text, const struct str *args,
             size_t count);

#endif
