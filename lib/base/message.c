/* SPDX-License-Identifier: MIT */

/* The catalogue of sentences, Swedish and English side by side.
 *
 * The rows stand in messages.def, which message.h reads as an enum and this
 * file as texts, so a sentence cannot lack a translation.  Machine output
 * (codes, keys) never passes here.  Arguments are put in as they are: who
 * shows them to a person cleans them. */

#include "base/message.h"

#include "base/mem.h"

struct sentence {
    const char *sv, *en;
};

static const struct sentence sentences[] = {
#define MESSAGE(name, sv, en) { sv, en },
#include "base/messages.def"
#undef MESSAGE
};

const char *
message_text(enum message id, samsyn_lang lang)
{
    size_t index = (size_t)id;

    if (index >= ARRAY_LEN(sentences))
        return "";
    return lang == SAMSYN_LANG_EN ? sentences[index].en : sentences[index].sv;
}

void
message_format(struct buf *out, enum message id, samsyn_lang lang,
               const struct str *args, size_t count)
{
    message_fill(out, message_text(id, lang), args, count);
}

/* The argument that a mark at @p text names, from 0; count where none. */
static size_t
argument_at(const char *text, size_t count)
{
    if (text[0] != '%' || text[1] < '1' || text[1] > '9')
        return count;
    size_t index = (size_t)(text[1] - '1');
    return index < count ? index : count;
}

void
message_fill(struct buf *out, const char *text, const struct str *args,
             size_t count)
{
    const char *from = text;

    while (*text) {
        size_t index = argument_at(text, count);

        if (index == count) {
            text++;
            continue;
        }
        buf_add(out, from, (size_t)(text - from));
        buf_str(out, args[index]);
        text += 2;
        from = text;
    }
    buf_add(out, from, (size_t)(text - from));
}
