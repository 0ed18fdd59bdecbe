/* SPDX-License-Identifier: MIT */

/* Which of a document's dates is its own.
 *
 * Every date is weighed by the words around it, which the pack lists: what
 * makes a date one of validity or of signing, and what documents are called.
 * "Överenskommelsen gäller 2024-2027" is surer than "gäller 2024-2027", that
 * is surer than a period in the title, and a sentence about another kind of
 * document ("handlingsplanen gäller 2025") says nothing of this one.  Of
 * equally sure ones the first counts; of the days of signing the latest. */

#include "assess/date.h"

#include "assess/search.h"

/* How sure it is that a date begins the validity. */
enum {
    SURE_NOT,
    SURE_TITLE_YEAR, /* a year beside the document's name in the title */
    SURE_WORDS,      /* a word of validity beside it */
    SURE_TITLE,      /* a period in the title */
    SURE_PERIOD,     /* a word of validity, and both ends */
    SURE_NAMED,      /* said of the document by its name */
    SURE_WHOLE       /* that, and both ends */
};

enum {
    PLACE_WORDS = 3 /* before the day, where a document is signed */
};

/* What finding a date works on. */
struct dating {
    const struct search *search;
    uint32_t first, end; /* blocks */
    uint32_t title_end;
    struct document_date best;
    int sure;
};

/* ---- The words around a date ---- */

static bool
holds(const struct search *search, uint32_t concept, struct range range)
{
    const struct hit_list *list = &search->matches->concepts[concept];
    size_t at = hits_from(list, range.first);

    return at < list->count && list->hits[at].end <= range.end;
}

static struct range
sentence_range(const struct search *search, uint32_t word)
{
    const struct samsyn_document *document = search->document;
    const struct sentence *sentence =
        &document->sentences[document_sentence_of(document, word)];

    return (struct range){ sentence->word_first, sentence->word_end };
}

/* In the sentence, under the nearest heading, beside it in a table row or
 * over it as a column's title or a lead-in.  What stands over a signature is
 * no such heading: "Giltighet och underskrift". */
static bool
stands_by(const struct search *search, uint32_t concept, uint32_t word)
{
    const struct samsyn_document *document = search->document;
    uint32_t index = document_block_of(document, word);
    const struct block *block = &document->blocks[index];
    const uint32_t others[] = { block->heading, block->header, block->lead_in };

    if (holds(search, concept, sentence_range(search, word)))
        return true;
    if (block->zone == ZONE_SIGNATURE)
        return false;
    for (size_t i = 0; i < ARRAY_LEN(others); i++) {
        if (others[i] != NO_INDEX &&
            holds(search, concept, range_of_block(document, others[i])))
            return true;
    }
    if (block->row == NO_INDEX)
        return false;
    index = document->rows[block->row].block_first;
    return holds(search, concept, range_of_block(document, index));
}

static bool
is_own_kind(const struct search *search, size_t kind)
{
    const struct samsyn_checklist *checklist = search->checklist;

    return str_among(checklist->language->kinds[kind].id, checklist->kinds,
                     checklist->kind_count);
}

/* Whether the sentence of a word names a document of the checklist's kinds,
 * or of another. */
static bool
is_named(const struct search *search, uint32_t word, bool own)
{
    const struct samsyn_checklist *checklist = search->checklist;

    for (size_t i = 0; i < checklist->language->kind_count; i++) {
        if (is_own_kind(search, i) == own &&
            holds(search, checklist->tokens.names[i],
                  sentence_range(search, word)))
            return true;
    }
    return false;
}

/* ---- Validity ---- */

/* What makes a date of the title one of validity. */
static int
sure_by_title(const struct dating *dating, const struct dated *date)
{
    if (date->to.year > 0)
        return SURE_TITLE;
    return is_named(dating->search, date->first, true) && date->from.day == 0
               ? SURE_TITLE_YEAR
               : SURE_NOT;
}

/* "Gäller inte från och med ..." */
static bool
is_negated(const struct search *search, const struct dated *date)
{
    struct setting setting = setting_default;
    const struct hit hit = { date->first, date->end, NO_CONCEPT };

    setting.accept = ~(1u << POLARITY_NEGATED);
    setting.places = ~0u;
    return judge_hit(search, &setting, &hit) == REFUSAL_NEGATED;
}

static int
sure_by_words(const struct dating *dating, const struct dated *date, bool whole)
{
    const struct search *search = dating->search;
    uint32_t concept = search->checklist->tokens.date_uses[DATE_VALIDITY];

    if (!stands_by(search, concept, date->first))
        return SURE_NOT;
    if (is_named(search, date->first, false) || is_negated(search, date))
        return SURE_NOT;
    if (is_named(search, date->first, true))
        return whole ? SURE_WHOLE : SURE_NAMED;
    return whole ? SURE_PERIOD : SURE_WORDS;
}

/* The end that follows a start in its sentence, NULL where none does. */
static const struct dated *
end_after(const struct search *search, size_t index)
{
    const struct dated *dates = search->matches->dates;
    struct range range = sentence_range(search, dates[index].first);

    for (size_t i = index + 1;
         i < search->matches->date_count && dates[i].first < range.end; i++) {
        if (dates[i].from.year == 0 && dates[i].from.month == 0)
            return dates[i].to.year > 0 ? &dates[i] : NULL;
    }
    return NULL;
}

/* A start without a year has that of its end. */
static struct document_date
as_validity(const struct dated *date, const struct dated *end)
{
    struct document_date out = { .basis = BASIS_VALIDITY,
                                 .value = date->from,
                                 .until = date->to,
                                 .first = date->first,
                                 .end = date->end };

    if (out.until.year == 0 && end) {
        out.until = end->to;
        out.end = end->end;
    }
    if (out.value.year == 0)
        out.value.year = out.until.year;
    return out;
}

static void
weigh_validity(struct dating *dating, size_t index, uint32_t block)
{
    const struct dated *date = &dating->search->matches->dates[index];
    struct document_date found =
        as_validity(date, end_after(dating->search, index));
    int sure, title = SURE_NOT;

    if (found.value.year == 0 ||
        (date->from.year == 0 && date->from.month == 0))
        return;
    sure = sure_by_words(dating, date, found.until.year > 0);
    if (block < dating->title_end)
        title = sure_by_title(dating, date);
    sure = sure > title ? sure : title;
    if (sure > dating->sure) {
        dating->sure = sure;
        dating->best = found;
    }
}

/* ---- Signing, and the newest ---- */

static bool
is_full(const struct dated *date)
{
    return date->from.year > 0 && date->from.day > 0 && date->to.year == 0;
}

/* "Ekvalla den 3 mars 2026", and nothing else, behind the title. */
static bool
is_place_and_day(const struct dating *dating, const struct dated *date,
                 uint32_t index)
{
    const struct samsyn_document *document = dating->search->document;
    const struct block *block = &document->blocks[index];
    uint32_t words = date->first - block->word_first;

    for (uint32_t i = 0; i < words && i < PLACE_WORDS; i++) {
        if (!(document->words[block->word_first + i].flags & WORD_CAPITAL))
            return false;
    }
    return index >= dating->title_end && block->row == NO_INDEX &&
           block->kind != SAMSYN_BLOCK_ITEM && date->end == block->word_end &&
           words > 0 && words <= PLACE_WORDS;
}

static bool
is_signing(const struct dating *dating, const struct dated *date,
           uint32_t block)
{
    const struct search *search = dating->search;
    uint32_t concept = search->checklist->tokens.date_uses[DATE_SIGNING];

    return search->document->blocks[block].zone == ZONE_SIGNATURE ||
           is_place_and_day(dating, date, block) ||
           stands_by(search, concept, date->first);
}

static void
weigh_day(struct dating *dating, size_t index, uint32_t block)
{
    const struct dated *date = &dating->search->matches->dates[index];
    struct document_date found = { .value = date->from,
                                   .first = date->first,
                                   .end = date->end };
    enum date_basis so_far = dating->best.basis;

    if (!is_full(date) || so_far == BASIS_VALIDITY)
        return;
    found.basis =
        is_signing(dating, date, block) ? BASIS_SIGNING : BASIS_NEWEST;
    if (so_far == BASIS_NONE || found.basis < so_far ||
        (found.basis == so_far &&
         day_compare(found.value, dating->best.value) >= 0))
        dating->best = found;
}

/* ---- All of them ---- */

static bool
counts(const struct search *search, const struct dated *date, uint32_t block)
{
    uint8_t zone = search->document->blocks[block].zone;
    uint32_t sentence = document_sentence_of(search->document, date->first);

    return zone != ZONE_CONTENTS && zone != ZONE_FURNITURE &&
           parts_is_assessed(search, block) &&
           !search->matches->placeholder[sentence];
}

static void
weigh_all(struct dating *dating,
          void (*weigh)(struct dating *dating, size_t index, uint32_t block))
{
    const struct matches *matches = dating->search->matches;

    for (size_t i = 0; i < matches->date_count; i++) {
        uint32_t block = document_block_of(dating->search->document,
                                           matches->dates[i].first);

        if (block >= dating->first && block < dating->end &&
            counts(dating->search, &matches->dates[i], block))
            weigh(dating, i, block);
    }
}

struct document_date
date_find(const struct search *search, uint32_t first, uint32_t end)
{
    struct dating dating = { .search = search,
                             .first = first,
                             .end = end,
                             .title_end =
                                 title_end(search->document, first, end) };

    weigh_all(&dating, weigh_validity);
    if (dating.best.basis == BASIS_NONE)
        weigh_all(&dating, weigh_day);
    return dating.best;
}
