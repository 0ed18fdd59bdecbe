/* SPDX-License-Identifier: MIT */

/* Whether a hit counts: where it stands, what was barred, and what takes
 * credit from it in its own clause.  The order of the questions is the order
 * of the answers a reader would expect: a heading is refused as a heading,
 * whatever else is wrong with it. */

#include "assess/search.h"
#include "language/form.h"

const struct setting setting_default = { .accept = ACCEPT_DEFAULT,
                                         .section = -1 };

/* A rule changes what is accepted and narrows where is looked. */
struct setting
setting_inside(const struct setting *outer, const struct rule *rule)
{
    struct setting inner = *outer;

    inner.accept = (outer->accept | rule->accept) & ~rule->refuse;
    if (rule->scope.places)
        inner.places = rule->scope.places;
    if (rule->scope.section >= 0)
        inner.section = rule->scope.section;
    if (rule->scope.column > 0)
        inner.column = rule->scope.column;
    if (rule->scope.part != PARTS_ASSESSED)
        inner.part = rule->scope.part;
    return inner;
}

struct setting
setting_for(const struct search *search, const struct setting *outer,
            const struct extent *extent)
{
    struct setting inner = *outer;

    inner.heading = 0;
    inner.windowed = false;
    if (extent->titled)
        inner.heading =
            document_block_of(search->document, extent->main.first) + 1;
    return inner;
}

static unsigned
places_of(const struct search *search, uint32_t index)
{
    static const unsigned by_kind[] = {
        [SAMSYN_BLOCK_HEADING] = PLACE_HEADING,
        [SAMSYN_BLOCK_PARAGRAPH] = PLACE_PARAGRAPH,
        [SAMSYN_BLOCK_ITEM] = PLACE_ITEM,
        [SAMSYN_BLOCK_CELL] = PLACE_CELL,
        [SAMSYN_BLOCK_HEADER_CELL] = PLACE_CELL,
    };
    const struct block *block = &search->document->blocks[index];
    unsigned places = by_kind[block->kind];

    if (block->zone == ZONE_SIGNATURE)
        places |= PLACE_SIGNATURE;
    if (index < search->title_end && (block->row == NO_INDEX || block->guessed))
        places |= PLACE_TITLE;
    return places;
}

bool
holds_concept(const struct search *search, uint32_t block, size_t concept)
{
    struct range words = range_of_block(search->document, block);
    const struct hit_list *list = &search->matches->concepts[concept];
    size_t at = hits_from(list, words.first);

    return at < list->count && list->hits[at].end <= words.end;
}

/* The title over a cell's column holds the concept, among other words. */
static bool
in_column(const struct search *search, uint32_t block, size_t concept)
{
    uint32_t header = search->document->blocks[block].header;

    return header != NO_INDEX && holds_concept(search, header, concept);
}

/* A heading above the block holds the concept, or the block's own where
 * headings are asked for or it is the item itself. */
static bool
in_section(const struct search *search, uint32_t block, size_t concept,
           const struct setting *setting)
{
    const struct block *blocks = search->document->blocks;
    bool own =
        blocks[block].kind == SAMSYN_BLOCK_HEADING &&
        (setting->places & PLACE_HEADING || setting->heading == block + 1);
    uint32_t heading = own ? block : blocks[block].heading;

    while (heading != NO_INDEX && heading != search->title_heading) {
        if (holds_concept(search, heading, concept))
            return true;
        heading = search->document->blocks[heading].heading;
    }
    return false;
}

static enum refusal
judge_zone(const struct block *block, unsigned places, unsigned asked)
{
    if (block->zone == ZONE_CONTENTS)
        return REFUSAL_CONTENTS;
    if (block->zone == ZONE_FURNITURE)
        return REFUSAL_FURNITURE;
    if (block->zone == ZONE_HEADING && !(asked & places))
        return REFUSAL_HEADING;
    return REFUSAL_NONE;
}

/* A word that ends a clause, or a mark that does, stands between. */
static bool
clause_ends(const struct search *search, uint32_t from, uint32_t to)
{
    const struct samsyn_document *document = search->document;

    for (uint32_t i = from; i <= to && i < document->word_count; i++) {
        unsigned glue = document->words[i].glue & 0x7fu;

        if (i > from && (glue == ';' || glue == ':'))
            return true;
        if (i < to && word_set_has(&search->checklist->language->clause_breaks,
                                   document->forms[document->words[i].form]))
            return true;
    }
    return false;
}

/* Whether a mark stands in a gap of a phrase, as in "följer inte upp", and is
 * none of the words that the phrase asks for. */
static bool
in_gap(const struct search *search, const struct hit *mark,
       const struct hit *hit)
{
    const struct samsyn_document *document = search->document;
    const struct term *term;
    struct str form;

    if (hit->term == NO_CONCEPT || mark->first <= hit->first ||
        mark->end >= hit->end)
        return false;
    term = search->checklist->tokens.terms[hit->term].term;
    form = document->forms[document->words[mark->first].form];
    if (term->kind != TERM_PHRASE || term->gap == 0)
        return false;
    for (size_t i = 0; i < term->word_count; i++) {
        if (word_has_form(&term->words[i], form))
            return false;
    }
    return true;
}

/* A term for words of any beginning, or any at all, found one of the mark
 * itself, as "ska" is in "ska tas fram".  Words and phrases that somebody
 * listed are meant. */
static bool
is_of_mark(const struct search *search, const struct hit *mark,
           const struct hit *hit)
{
    if (hit->term == NO_CONCEPT || hit->first < mark->first ||
        hit->end > mark->end)
        return false;
    enum term_kind kind = search->checklist->tokens.terms[hit->term].term->kind;
    return kind != TERM_WORD && kind != TERM_PHRASE;
}

/* Whether a mark of polarity reaches a hit: near enough, in its clause, and
 * not a part of it. */
static bool
reaches(const struct search *search, const struct polarity_rule *rule,
        const struct hit *mark, const struct hit *hit)
{
    if (mark->end <= hit->first)
        return hit->first - mark->end <= rule->before &&
               !clause_ends(search, mark->end, hit->first);
    if (mark->first >= hit->end)
        return mark->first - hit->end <= rule->after &&
               !clause_ends(search, hit->end, mark->first);
    return in_gap(search, mark, hit) || is_of_mark(search, mark, hit);
}

/* A mark reaches all of the sentence that the hit stands in. */
static bool
reaches_sentence(const struct search *search, enum polarity polarity,
                 const struct hit *hit)
{
    const struct samsyn_document *document = search->document;
    const struct sentence *sentence =
        &document->sentences[document_sentence_of(document, hit->first)];
    const struct tokens *tokens = &search->checklist->tokens;
    const struct hit_list *lists = search->matches->concepts;
    const struct hit_list *marks = &lists[tokens->polarity_sentence[polarity]];
    const struct hit_list *opening = &lists[tokens->polarity_opening[polarity]];

    for (size_t i = hits_from(marks, sentence->word_first);
         i < marks->count && marks->hits[i].first < sentence->word_end; i++) {
        if (marks->hits[i].end <= hit->first ||
            marks->hits[i].first >= hit->end)
            return true;
    }
    size_t first = hits_from(opening, sentence->word_first);
    return first < opening->count &&
           opening->hits[first].first == sentence->word_first &&
           opening->hits[first].end <= hit->first;
}

static bool
has_polarity(const struct search *search, enum polarity polarity,
             const struct hit *hit)
{
    uint32_t concept = search->checklist->tokens.polarity[polarity];
    const struct hit_list *marks = &search->matches->concepts[concept];
    const struct sentence *sentence =
        &search->document
             ->sentences[document_sentence_of(search->document, hit->first)];
    const struct polarity_rule *rule =
        &search->checklist->language->polarity[polarity];
    size_t before = rule->before + search->mark_words[polarity];
    uint32_t first = hit->first - sentence->word_first > before
                         ? hit->first - (uint32_t)before
                         : sentence->word_first;

    for (size_t i = hits_from(marks, first);
         i < marks->count && marks->hits[i].first < sentence->word_end &&
         marks->hits[i].first <= hit->end + rule->after;
         i++) {
        if (reaches(search, rule, &marks->hits[i], hit))
            return true;
    }
    return false;
}

static enum refusal
judge_words(const struct search *search, const struct setting *setting,
            const struct hit *hit)
{
    static const enum refusal refusals[] = {
        [POLARITY_NEGATED] = REFUSAL_NEGATED,
        [POLARITY_HEDGED] = REFUSAL_HEDGED,
        [POLARITY_ANNOUNCED] = REFUSAL_TENSE,
        [POLARITY_PLANNED] = REFUSAL_TENSE,
        [POLARITY_PAST] = REFUSAL_TENSE,
    };

    for (unsigned i = 0; i < POLARITY_COUNT; i++) {
        if (!(setting->accept & 1u << i) &&
            (has_polarity(search, (enum polarity)i, hit) ||
             reaches_sentence(search, (enum polarity)i, hit)))
            return refusals[i];
    }
    return REFUSAL_NONE;
}

/* What stands in another part is about something else; to a rule that asks
 * for earlier parts nothing else is a candidate. */
static enum refusal
judge_part(const struct search *search, const struct setting *setting,
           uint32_t block)
{
    if (setting->part == PARTS_ALL)
        return REFUSAL_NONE;
    if (setting->part == PARTS_EARLIER)
        return parts_is_earlier(search, block) ? REFUSAL_NONE
                                               : REFUSAL_ELSEWHERE;
    return parts_is_assessed(search, block) ? REFUSAL_NONE : REFUSAL_OTHER;
}

enum refusal
judge_hit(const struct search *search, const struct setting *setting,
          const struct hit *hit)
{
    uint32_t sentence = document_sentence_of(search->document, hit->first);
    uint32_t index = search->document->sentences[sentence].block;
    const struct block *block = &search->document->blocks[index];
    unsigned places = places_of(search, index);
    enum refusal refusal;

    if (setting->places && !(setting->places & places))
        return REFUSAL_ELSEWHERE;
    if (setting->section >= 0 &&
        !in_section(search, index, (size_t)setting->section, setting))
        return REFUSAL_ELSEWHERE;
    if (setting->column > 0 && !in_column(search, index, setting->column - 1))
        return REFUSAL_ELSEWHERE;
    refusal = judge_zone(block, places, setting->places);
    if (refusal && index + 1 != setting->heading)
        return refusal;
    refusal = judge_part(search, setting, index);
    if (refusal)
        return refusal;
    if (search->matches->placeholder[sentence] &&
        !(setting->accept & ACCEPT_PLACEHOLDER))
        return REFUSAL_PLACEHOLDER;
    if (search->matches->moot[sentence] ||
        ranges_have(&search->barred, hit->first) ||
        (!(setting->accept & ACCEPT_QUOTED) &&
         ranges_have(&search->quoted, hit->first)))
        return REFUSAL_OTHER;
    return judge_words(search, setting, hit);
}
