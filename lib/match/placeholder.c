/* SPDX-License-Identifier: MIT */

/* Templates that nobody has filled in: words that stand in for a value, which
 * the pack lists, words in brackets, and "[ ]" to tick.  "[namn]" stands open;
 * "[3]", "[^1]" and "[text](link)" do not. */

#include "match/placeholder.h"

#include <string.h>

enum {
    BRACKETS_MOST = 80 /* bytes between [ and ] */
};

/* The ] that closes a [ before the stretch ends, NULL where none does. */
static const char *
closing_bracket(const char *open, const char *end)
{
    size_t most = (size_t)(end - open);

    return memchr(open, ']', most < BRACKETS_MOST ? most : BRACKETS_MOST);
}

static bool
is_open_bracket(const char *open, const char *close, const char *end)
{
    bool letter = false;

    for (const char *at = open + 1; at < close; at++)
        letter = letter || (unsigned char)*at >= 0x80 ||
                 (*at >= 'A' && *at <= 'Z') || (*at >= 'a' && *at <= 'z');
    return letter && (close + 1 >= end || close[1] != '(');
}

static bool
has_bracket(const char *text, const char *end)
{
    const char *open = text;

    while ((open = memchr(open, '[', (size_t)(end - open)))) {
        if (end - open >= 3 && memcmp(open, "[ ]", 3) == 0)
            return true;
        const char *close = closing_bracket(open, end);

        if (close && is_open_bracket(open, close, end))
            return true;
        open++;
    }
    return false;
}

static bool
is_open(const struct samsyn_document *document, const struct lexicon *lexicon,
        const struct sentence *sentence)
{
    for (uint32_t i = sentence->word_first; i < sentence->word_end; i++) {
        if (lexicon->holder[document->words[i].form])
            return true;
    }
    return has_bracket(document->text.ptr + sentence->start,
                       document->text.ptr + sentence->end);
}

void
placeholder_mark(uint8_t *out, const struct samsyn_document *document,
                 const struct lexicon *lexicon)
{
    for (size_t i = 0; i < document->sentence_count; i++)
        out[i] = is_open(document, lexicon, &document->sentences[i]);
}
