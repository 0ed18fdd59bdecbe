/* SPDX-License-Identifier: MIT */

/* A word is cut wherever what stands behind is an ending; what stands before,
 * and every end of it, may be a stem.  The cost of a word is bounded by the
 * longest stem and ending, not by its own length: a hostile "word" of a
 * megabyte costs no more than its bytes. */

#include "match/word_refs.h"

#include "base/number.h"
#include "base/utf8.h"
#include "language/form.h"
#include "language/form_hash.h"

#include <stdlib.h>
#include <string.h>

/* What the lookup of one form works on. */
struct lookup {
    struct vec *refs;
    const struct tokens *tokens;
    const struct samsyn_language *language;
    struct str form;
};

static bool
keep_refs(struct lookup *lookup, const struct token_word *word, unsigned part)
{
    const struct token_ref *refs = lookup->tokens->refs + word->first;

    for (uint32_t i = 0; i < word->count; i++) {
        struct token_ref *slot;

        if (!(refs[i].parts & part))
            continue;
        slot = vec_push(lookup->refs);
        if (!slot)
            return false;
        *slot = refs[i];
    }
    return true;
}

static const struct token_entry *
find_stem(const struct lookup *lookup, size_t start, size_t end, uint32_t hash)
{
    return token_table_find(&lookup->tokens->table,
                            str_make(lookup->form.ptr + start, end - start),
                            hash);
}

/* What a stem refers to, as this part of a word, behind which one of the
 * endings of @p groups stands. */
static bool
keep_stem(struct lookup *lookup, const struct token_entry *entry,
          const uint64_t *groups, unsigned part)
{
    const struct tokens *tokens = lookup->tokens;

    for (; entry; entry = token_table_next(&tokens->table, entry)) {
        if (ending_is_of(groups, entry->ends) &&
            !keep_refs(lookup, &tokens->words[entry->word], part))
            return false;
    }
    return true;
}

/* All that stands before an ending at @p cut, and every end of it that may be
 * the last part of a compound.  @p letters: how many there are before it. */
static bool
look_before(struct lookup *lookup, size_t cut, size_t letters,
            const uint64_t *groups)
{
    struct str form = lookup->form;
    size_t longest = lookup->tokens->longest;
    size_t last = cut > longest ? cut - longest : 0;
    uint32_t hash = 0;

    for (size_t at = cut; at-- > last;) {
        hash = form_hash_front(hash, form.ptr[at]);
        if (!utf8_is_start(form.ptr[at]))
            continue;
        letters--;
        if (at > 0 && letters < COMPOUND_REST)
            continue;
        if (!keep_stem(lookup, find_stem(lookup, at, cut, hash), groups,
                       at > 0 ? PART_END : PART_WHOLE))
            return false;
    }
    return true;
}

/* The whole word and every end of it. */
static bool
look_from_end(struct lookup *lookup)
{
    const struct ending_index *endings = &lookup->language->ending_index;
    struct str form = lookup->form;
    size_t letters = 0;
    uint32_t hash = 0;

    for (size_t i = 0; i < form.len; i++)
        letters += utf8_is_start(form.ptr[i]);
    for (size_t cut = form.len; cut > 0; cut--) {
        struct str ending = str_make(form.ptr + cut, form.len - cut);
        const uint64_t *groups = ending_index_find(endings, ending, hash);

        if (groups && !look_before(lookup, cut, letters, groups))
            return false;
        if (ending.len == endings->longest)
            break;
        hash = form_hash_front(hash, form.ptr[cut - 1]);
        letters -= utf8_is_start(form.ptr[cut - 1]);
    }
    return true;
}

/* Whether a compound goes on where its first part ends. */
static bool
goes_on(struct str form, size_t end)
{
    return end >= COMPOUND_FIRST &&
           form_is_rest(str_make(form.ptr + end, form.len - end));
}

/* A stem of the first part of a compound, with any of its endings behind. */
static bool
keep_first_part(struct lookup *lookup, const struct token_entry *entry,
                size_t cut, const struct ending_group *group)
{
    const struct tokens *tokens = lookup->tokens;
    struct str form = lookup->form;

    if (entry->ends != group->number)
        return true;
    for (size_t i = 0; i < group->count; i++) {
        struct str rest = str_make(form.ptr + cut, form.len - cut);

        if (str_starts(rest, group->add[i]) &&
            goes_on(form, cut + group->add[i].len) &&
            !keep_refs(lookup, &tokens->words[entry->word], PART_START))
            return false;
    }
    return true;
}

/* First parts of compounds are inflected in no other way than by what links
 * the parts. */
static bool
look_from_start(struct lookup *lookup)
{
    const struct tokens *tokens = lookup->tokens;
    struct str form = lookup->form;
    struct form_start start = { 0, 1 };

    for (size_t cut = 1;
         cut <= tokens->longest && cut + COMPOUND_REST <= form.len; cut++) {
        const struct token_entry *entry;

        form_start_add(&start, form.ptr[cut - 1]);
        entry = find_stem(lookup, 0, cut, start.hash);
        for (; entry; entry = token_table_next(&tokens->table, entry)) {
            if (!keep_first_part(lookup, entry, cut, &ending_none) ||
                !keep_first_part(lookup, entry, cut,
                                 &lookup->language->linking))
                return false;
        }
    }
    return true;
}

static bool
is_number(struct str form)
{
    for (size_t i = 0; i < form.len; i++) {
        if (form.ptr[i] < '0' || form.ptr[i] > '9')
            return false;
    }
    return form.len > 0 && form.len < 16;
}

static bool
number_fits(const struct word_class *class, size_t digits, int64_t value)
{
    return class->numbers && value >= class->from && value <= class->to &&
           (class->digits == 0 || class->digits == digits);
}

static bool
look_as_number(struct lookup *lookup)
{
    const struct entity_set *set = &lookup->language->entities;
    int64_t value;

    if (!is_number(lookup->form) || !number_int(lookup->form, &value))
        return true;
    for (size_t i = 0; i < set->class_count; i++) {
        struct token_ref *slot;

        if (!number_fits(&set->classes[i], lookup->form.len, value))
            continue;
        slot = vec_push(lookup->refs);
        if (!slot)
            return false;
        *slot = (struct token_ref){ .role = TOKEN_CLASS,
                                    .parts = PART_WHOLE,
                                    .index = (uint32_t)i };
    }
    return true;
}

/* A form may come of several stems and endings of one word. */
static void
sort_refs(struct vec *refs, size_t first)
{
    struct token_ref *ref = vec_at(refs, first);
    size_t count = refs->len - first, kept = 1;

    if (count < 2)
        return;
    qsort(ref, count, sizeof *ref, token_ref_compare);
    for (size_t i = 1; i < count; i++) {
        if (token_ref_compare(&ref[i], &ref[kept - 1]) != 0)
            ref[kept++] = ref[i];
    }
    refs->len = first + kept;
}

bool
word_refs_find(struct vec *refs, const struct tokens *tokens,
               const struct samsyn_language *language, struct str form)
{
    struct lookup lookup = { refs, tokens, language, form };
    size_t first = refs->len;

    if (!look_from_end(&lookup) || !look_from_start(&lookup) ||
        !look_as_number(&lookup))
        return false;
    sort_refs(refs, first);
    return true;
}
