/* SPDX-License-Identifier: MIT */

/* Templates against words.  Elements are taken greedily from left to right;
 * an optional one that does not fit is passed over.  An entity inside a
 * template is always an earlier one, so the depth is bounded by their number;
 * the templates tried in a document are counted, and there is a limit. */

#include "match/entities.h"

#include "base/bits.h"

/* A dot after an abbreviation belongs to it: "t.o.m. 31 maj". */
static bool
after_abbreviation(const struct entity_search *search, uint32_t word)
{
    const struct samsyn_document *document = search->document;

    return word_set_has(&search->language->abbreviations,
                        document->forms[document->words[word - 1].form]);
}

static bool
glue_fits(const struct entity_search *search, uint32_t word, char glue)
{
    unsigned found = search->document->words[word].glue & 0x7fu;

    if (glue != ' ')
        return found == (unsigned char)glue;
    return found == GLUE_SPACE ||
           (found == '.' && after_abbreviation(search, word));
}

static bool
class_fits(const struct entity_search *search, uint32_t class, uint32_t word)
{
    const struct word *found = &search->document->words[word];
    const struct word_class *wanted =
        &search->language->entities.classes[class];

    if (lexicon_has_except(search->lexicon, found->form, class))
        return false;
    return lexicon_has_class(search->lexicon, found->form, class) ||
           (wanted->capital && (found->flags & WORD_CAPITAL));
}

/* One past the element's last word, 0 where it does not fit. */
static uint32_t
element_match(struct entity_search *search, const struct element *element,
              uint32_t word, bool first)
{
    if (word >= search->document->word_count)
        return 0;
    if (!first && !glue_fits(search, word, element->glue))
        return 0;
    if (element->kind == ELEMENT_ENTITY)
        return entity_match(search, element->index, word);
    return class_fits(search, element->index, word) ? word + 1 : 0;
}

static uint32_t
template_match(struct entity_search *search, const struct template *template,
               uint32_t word)
{
    uint32_t at = word;

    for (size_t i = 0; i < template->count; i++) {
        const struct element *element = &template->elements[i];
        uint32_t end = element_match(search, element, at, at == word);

        if (end > 0)
            at = end;
        else if (!element->optional)
            return 0;
    }
    return at > word ? at : 0;
}

/* The templates numbered 64 * @p part on that are the entity's and can begin
 * with the word, as bits. */
static uint64_t
candidates(const struct entity_search *search, size_t entity, uint32_t word,
           size_t part)
{
    const uint32_t *first = &search->lexicon->first_template[entity];
    const struct word *begins = &search->document->words[word];
    uint64_t can = lexicon_templates(search->lexicon, begins->form,
                                     begins->flags & WORD_CAPITAL, part);

    if (first[0] / 64 == part)
        can &= ~(uint64_t)0 << first[0] % 64;
    if (first[1] / 64 == part)
        can &= ((uint64_t)1 << first[1] % 64) - 1;
    return can;
}

static bool
spend(struct entity_search *search)
{
    if (search->steps == 0)
        search->limited = true;
    else
        search->steps--;
    return !search->limited;
}

/* The longest of the entity's templates that can begin with the word. */
static uint32_t
longest_match(struct entity_search *search, size_t entity, uint32_t word)
{
    const struct entity *wanted = &search->language->entities.entities[entity];
    const uint32_t *first = &search->lexicon->first_template[entity];
    uint32_t longest = 0;

    for (size_t part = first[0] / 64; part * 64 < first[1]; part++) {
        uint64_t can = candidates(search, entity, word, part);

        for (; can; can &= can - 1) {
            size_t number = part * 64 + bits_lowest(can) - first[0];
            uint32_t end;

            if (!spend(search))
                return 0;
            end = template_match(search, &wanted->templates[number], word);
            longest = end > longest ? end : longest;
        }
    }
    return longest;
}

/* Several templates may ask for the same entity at the same word, and at some
 * words behind it: the last answers are kept, else the work would multiply
 * with every entity that holds another. */
uint32_t
entity_match(struct entity_search *search, size_t entity, uint32_t word)
{
    struct entity_memo *memo = &search->memos[entity][word % MEMO_WORDS];

    if (!memo->asked || memo->word != word)
        *memo = (struct entity_memo){ true, word,
                                      longest_match(search, entity, word) };
    return memo->end;
}

/* ---- The words of one that was found ---- */

static bool
put_part(struct vec *out, uint32_t class, uint32_t word)
{
    struct entity_part *slot = vec_push(out);

    if (slot)
        *slot = (struct entity_part){ class, word };
    return slot != NULL;
}

static bool
template_parts(struct entity_search *search, const struct template *template,
               uint32_t word, struct vec *out)
{
    uint32_t at = word;

    for (size_t i = 0; i < template->count; i++) {
        const struct element *element = &template->elements[i];
        uint32_t end = element_match(search, element, at, at == word);

        if (end == 0)
            continue;
        if (element->kind == ELEMENT_ENTITY
                ? !put_part(out, NO_CLASS, at) ||
                      !entity_parts(search, element->index, at, out) ||
                      !put_part(out, NO_CLASS, end)
                : !put_part(out, element->index, at))
            return false;
        at = end;
    }
    return true;
}

/* An entity holds only earlier ones, so this ends as matching does. */
bool
entity_parts(struct entity_search *search, size_t entity, uint32_t word,
             struct vec *out)
{
    const struct entity *wanted = &search->language->entities.entities[entity];
    uint32_t end = entity_match(search, entity, word);

    for (size_t i = 0; end > 0 && i < wanted->count; i++) {
        if (template_match(search, &wanted->templates[i], word) == end)
            return template_parts(search, &wanted->templates[i], word, out);
    }
    return true;
}
