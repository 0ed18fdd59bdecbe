/* SPDX-License-Identifier: MIT */

/* Lines of a web page's furniture, compared word by word: "Skriv ut",
 * "Stäng meny", and several of them on one line.  Most lines are told by their
 * first word to be none, and no more of them is read. */

#include "language/furniture.h"

#include "language/fold.h"

#include <string.h>

#define MOST_WORDS 8 /* of a phrase */

/* Where a phrase would stand that begins with @p words. */
static size_t
place_of(const struct word_set *set, struct str words)
{
    size_t low = 0, high = set->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (str_compare(set->words[middle], words) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* A phrase of the set begins with the words. */
static bool
may_begin(const struct word_set *set, struct str words)
{
    size_t place = place_of(set, words);

    return place < set->count && str_starts(set->words[place], words);
}

/* The words of a folded line, with one blank between two. */
struct phrase {
    char text[FURNITURE_LONGEST + 1];
    size_t starts[FURNITURE_LONGEST], ends[FURNITURE_LONGEST];
    size_t count;
};

static void
find_words(struct phrase *phrase, struct str folded)
{
    size_t at = 0, len = 0;
    struct str word;

    phrase->count = 0;
    while (fold_next_word(folded, &at, &word)) {
        if (len)
            phrase->text[len++] = ' ';
        phrase->starts[phrase->count] = len;
        memcpy(phrase->text + len, word.ptr, word.len);
        len += word.len;
        phrase->ends[phrase->count++] = len;
    }
}

static struct str
words_of(const struct phrase *phrase, size_t first, size_t count)
{
    size_t start = phrase->starts[first];

    return str_make(phrase->text + start,
                    phrase->ends[first + count - 1] - start);
}

/* How many words from @p first on are a phrase of the set, the most. */
static size_t
phrase_length(const struct word_set *set, const struct phrase *phrase,
              size_t first)
{
    size_t most = phrase->count - first;

    if (most > MOST_WORDS)
        most = MOST_WORDS;
    while (most && !word_set_has(set, words_of(phrase, first, most)))
        most--;
    return most;
}

bool
furniture_has(const struct furniture *furniture, struct str line)
{
    char folded[FURNITURE_BYTES];
    struct phrase phrase;
    struct str word, text;
    size_t at = 0, length;

    if (!furniture->lines.count || !line.len || line.len > FURNITURE_BYTES ||
        !fold_next_word(line, &at, &word))
        return false;
    text = fold_to(folded, word);
    if (!may_begin(&furniture->lines, text) &&
        !may_begin(&furniture->starts, text))
        return false;
    text = fold_to(folded, line);
    if (text.len > FURNITURE_LONGEST)
        return false;
    find_words(&phrase, text);
    for (size_t i = 0; i < phrase.count; i += length) {
        if (phrase_length(&furniture->starts, &phrase, i))
            return true;
        length = phrase_length(&furniture->lines, &phrase, i);
        if (!length)
            return false;
    }
    /* "Lyssna." is what somebody says. */
    return line.ptr[line.len - 1] != '.';
}
