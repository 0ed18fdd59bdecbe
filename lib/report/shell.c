/* SPDX-License-Identifier: MIT */
/* Words of a command.
 *
 * A plain name stands as it is, others in single quotes, which nothing acts in
 * but their own kind.  A page shows no control characters, nor what turns the
 * direction of writing, nor bytes that are no text: a word with any of these
 * is what printf gives of their numbers.  (Ends of lines at its very end are
 * lost then, as a shell has no other way that all shells know.) */

#include "report/shell.h"

#include <string.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "report/page.h"

static bool
is_plain(const char *text)
{
    for (; *text; text++) {
        if (!strchr("._-/", *text) && !ascii_is_letter(*text) &&
            !ascii_is_digit(*text) && (unsigned char)*text < 0x80)
            return false;
    }
    return true;
}

static bool
is_shown(struct str text)
{
    size_t size;

    for (size_t i = 0; i < text.len; i += size) {
        if (page_refuses(utf8_decode(text.ptr + i, text.len - i, &size)))
            return false;
    }
    return true;
}

static void
put_quoted(struct buf *out, struct str text)
{
    buf_char(out, '\'');
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == '\'')
            buf_text(out, "'\\''");
        else
            buf_char(out, text.ptr[i]);
    }
    buf_char(out, '\'');
}

static void
put_octal(struct buf *out, char c)
{
    unsigned char byte = (unsigned char)c;

    buf_char(out, '\\');
    buf_char(out, (char)('0' + byte / 64));
    buf_char(out, (char)('0' + byte / 8 % 8));
    buf_char(out, (char)('0' + byte % 8));
}

/* All bytes of what is refused, and what printf or the quotes would act on. */
static void
put_printed(struct buf *out, struct str text)
{
    size_t size;

    buf_text(out, "\"$(printf '");
    for (size_t i = 0; i < text.len; i += size) {
        uint32_t code = utf8_decode(text.ptr + i, text.len - i, &size);
        bool number = page_refuses(code) || strchr("\\%'", text.ptr[i]);

        for (size_t k = i; k < i + size; k++) {
            if (number)
                put_octal(out, text.ptr[k]);
            else
                buf_char(out, text.ptr[k]);
        }
    }
    buf_text(out, "')\"");
}

void
shell_word(struct buf *out, const char *text)
{
    struct str word = str_of(text);

    if (!is_shown(word))
        put_printed(out, word);
    else if (word.len > 0 && is_plain(text))
        buf_text(out, text);
    else
        put_quoted(out, word);
}
