/* SPDX-License-Identifier: MIT */

/* Terms in a heading, one word after the other: headings are short, so no
 * table is needed.  A heading of more than MOST_WORDS words is looked at only
 * so far. */

#include "document/term_find.h"

#include "language/fold.h"
#include "language/form.h"

#define MOST_WORDS 24

/* All words of the term stand from @p at on, in order. */
static bool
term_fits(const struct term *term, const struct str *words, size_t count,
          size_t at)
{
    for (size_t i = 0; i < term->word_count; i++) {
        size_t most = i ? term->gap : 0, skipped = 0;

        while (at < count && skipped < most &&
               !word_finds(&term->words[i], term->kind, words[at]))
            at++, skipped++;
        if (at >= count || !word_finds(&term->words[i], term->kind, words[at]))
            return false;
        at++;
    }
    return term->word_count > 0;
}

static bool
any_fits(const struct term_list *list, const struct str *words, size_t count,
         size_t at)
{
    for (size_t i = 0; i < list->count; i++) {
        if (list->terms[i].kind != TERM_PATTERN &&
            term_fits(&list->terms[i], words, count, at))
            return true;
    }
    return false;
}

int
term_find(const struct term_list *list, struct str folded)
{
    struct str words[MOST_WORDS];
    size_t count = 0, at = 0;

    while (count < MOST_WORDS && fold_next_word(folded, &at, &words[count]))
        count++;
    for (size_t i = 0; i < count; i++) {
        if (any_fits(list, words, count, i))
            return (int)i;
    }
    return -1;
}
