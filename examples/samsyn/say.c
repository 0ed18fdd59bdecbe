/* SPDX-License-Identifier: MIT */
/* Messages of the command.
 *
 * The rows stand in texts.def, both languages side by side, so a text cannot
 * lack a translation.  Errors go to standard error with the command's name in
 * front, as is the custom. */

#include "say.h"

#include <stdlib.h>
#include <string.h>

static const struct {
    const char *sv, *en;
} texts[] = {
#define TEXT(name, sv, en) { sv, en },
#include "texts.def"
#undef TEXT
};

const char *
text_of(enum text id, samsyn_lang lang)
{
    return lang == SAMSYN_LANG_EN ? texts[id].en : texts[id].sv;
}

/* The argument that a mark names, NULL where @p text is no such mark. */
static const char *
argument_at(const char *text, const char *first, const char *second)
{
    if (text[0] != '%')
        return NULL;
    if (text[1] == '1')
        return first;
    return text[1] == '2' ? second : NULL;
}

/* Fills @p out, where it is not NULL; gives the length. */
static size_t
fill(char *out, const char *text, const char *first, const char *second)
{
    size_t length = 0;

    while (*text) {
        const char *piece = argument_at(text, first, second);
        size_t size = piece ? strlen(piece) : 1;

        if (out)
            memcpy(out + length, piece ? piece : text, size);
        length += size;
        text += piece ? 2 : 1;
    }
    return length;
}

char *
text_fill(enum text id, samsyn_lang lang, const char *first, const char *second)
{
    const char *text = text_of(id, lang);
    size_t length = fill(NULL, text, first, second);
    char *out = malloc(length + 1);

    if (!out)
        return NULL;
    fill(out, text, first, second);
    out[length] = '\0';
    return out;
}

static void
put_clean(FILE *stream, const char *text)
{
    for (; *text; text++) {
        unsigned char c = (unsigned char)*text;

        fputc(c < 0x20 || c == 0x7F ? '?' : c, stream);
    }
}

void
say(FILE *stream, enum text id, samsyn_lang lang, const char *first,
    const char *second)
{
    const char *text = text_of(id, lang);

    while (*text) {
        const char *piece = argument_at(text, first, second);

        if (piece)
            put_clean(stream, piece);
        else
            fputc(*text, stream);
        text += piece ? 2 : 1;
    }
}

static void
begin_complaint(const char *about)
{
    fputs("samsyn: ", stderr);
    if (about) {
        put_clean(stderr, about);
        fputs(": ", stderr);
    }
}

void
complain(const char *about, enum text id, samsyn_lang lang, const char *first,
         const char *second)
{
    begin_complaint(about);
    say(stderr, id, lang, first, second);
    fputc('\n', stderr);
}
