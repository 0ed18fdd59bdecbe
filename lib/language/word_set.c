/* SPDX-License-Identifier: MIT */

/* Sorted sets of folded words, searched by halving. */

#include "language/word_set.h"

#include "base/fields.h"
#include "base/shape.h"
#include "language/fold.h"

#include <stdlib.h>

static int
compare_words(const void *a, const void *b)
{
    return str_compare(*(const struct str *)a, *(const struct str *)b);
}

bool
word_set_has(const struct word_set *set, struct str folded)
{
    return set->count > 0 && bsearch(&folded, set->words, set->count,
                                     sizeof *set->words, compare_words);
}

bool
word_set_read(struct shape_reader *reader, struct word_set *out,
              const struct yaml_node *node)
{
    size_t count = field_count(node);
    struct str *words = arena_array(reader->arena, count, sizeof *words);

    if (!words)
        return false;
    for (size_t i = 0; i < count; i++) {
        const struct yaml_node *item = field_item(node, i);

        words[i] = fold_copy(reader->arena, item->text);
        if (!words[i].ptr)
            return false;
    }
    qsort(words, count, sizeof *words, compare_words);
    *out = (struct word_set){ words, count };
    return true;
}
