/* SPDX-License-Identifier: MIT */

/* The catalogue of sentences, Swedish and English side by side.
 *
 * The rows stand in messages.def, which message.h reads as an enum and this
 * file as texts, so a sentence cannot lack a translation.  Machine output
 * (codes, keys) never passes here.  Arguments are put in as they are: who
 * shows them to a person cleans them. */

#include "base/message.h"

#include "base/mem.h"

#include <string.h>

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

/* Puts one of "%(one|many)" and goes behind it; NULL where there is none. */
static const char *
put_choice(struct buf *out, const char *text, bool one)
{
    const char *bar = strchr(text, '|');
    const char *end = strchr(text, ')');
    const char *word = text + 2;

    if (text[1] != '(' || !bar || !end || end < bar)
        return NULL;
    if (one)
        buf_add(out, word, (size_t)(bar - word));
    else
        buf_add(out, bar + 1, (size_t)(end - bar - 1));
    return end + 1;
}

void
message_fill(struct buf *out, const char *text, const struct str *args,
             size_t count)
{
    bool one = false; /* of what the last argument counts */

    while (*text) {
        size_t index = argument_at(text, count);
        const char *behind =
            *text == '%' && index == count ? put_choice(out, text, one) : NULL;

        if (index < count) {
            buf_str(out, args[index]);
            one = str_equal(args[index], STR("1"));
            text += 2;
        } else if (behind) {
            text = behind;
        } else {
            size_t plain = 1 + strcspn(text + 1, "%");

            buf_add(out, text, plain);
            text += plain;
        }
    }
}
