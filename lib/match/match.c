/* SPDX-License-Identifier: MIT */

/* The one pass over the words.  A word without references, as most are, costs
 * one look; phrases and entities are tried only where they can begin; patterns
 * are the exception and run on the text, a segment at a time.
 *
 * Invariant: the hits of a concept rise by their first word, and no hit stands
 * twice. */

#include "match/match.h"

#include "base/pattern.h"
#include "match/dates.h"
#include "match/entities.h"
#include "match/lexicon.h"
#include "match/moot.h"
#include "match/placeholder.h"

#include <stdlib.h>
#include <string.h>

enum {
    STOP_EVERY = 16384,  /* words between two looks at the stop callback */
    SEGMENT_MOST = 8192, /* bytes that a pattern sees at a time */
    STEP_BYTES = 16,     /* bytes of a pattern's text that count as a step */
    EXCEPT_BEFORE = 16,  /* words before a hit at which one may begin */
    WORK_A_WORD = 64,    /* steps that any document has for each word */
    WORK_A_LOOK = 4,     /* steps that a word tried for a phrase costs */
    WORK_A_HIT = 8       /* steps that a hit costs, for its memory */
};

struct matcher {
    struct matches *out;
    struct vec *lists; /* by concept, of struct hit */
    const struct tokens *tokens;
    const struct samsyn_language *language;
    const struct samsyn_document *document;
    const struct samsyn_config *config;
    struct lexicon lexicon;
    struct entity_search search;
    uint32_t *entity_free; /* by entity: first word behind its last hit */
    uint64_t steps;
    uint64_t work; /* steps that are left for words, phrases and hits */
};

size_t
hits_from(const struct hit_list *list, uint32_t word)
{
    size_t low = 0, high = list->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (list->hits[middle].first < word)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* A checklist in which thousands of terms begin with one word, or thousands of
 * entries hold it, would else multiply with the words of the document. */
static bool
spend(struct matcher *matcher, uint64_t steps)
{
    if (matcher->work < steps) {
        matcher->work = 0;
        return false;
    }
    matcher->work -= steps;
    return true;
}

static bool
add_hit(struct matcher *matcher, uint32_t concept, struct hit hit)
{
    struct vec *list = &matcher->lists[concept];
    const struct hit *last = vec_last(list);
    struct hit *slot;

    if (last && last->first == hit.first && last->end == hit.end &&
        last->term == hit.term)
        return true;
    if (!spend(matcher, WORK_A_HIT)) {
        matcher->out->limited[concept] = 1;
        return true;
    }
    slot = vec_push(list);
    if (slot)
        *slot = hit;
    return slot != NULL;
}

static bool
feed_term(struct matcher *matcher, uint32_t term, uint32_t first, uint32_t end)
{
    const struct token_term *found = &matcher->tokens->terms[term];
    struct hit hit = { first, end, term };

    for (uint32_t i = 0; i < found->count; i++) {
        if (!add_hit(matcher, matcher->tokens->feeds[found->first + i], hit))
            return false;
    }
    return true;
}

/* ---- Phrases ---- */

/* How far a phrase has come from one word of the text: the last word at which
 * each of its own words could stand.  For the gaps only the last one matters,
 * so all ways to read the text are followed at once. */
struct progress {
    uint32_t at[PHRASE_MOST]; /* NO_INDEX: not reached */
    size_t farthest;          /* the farthest of the phrase's words reached */
};

/* Sees one word more of the text; true where it can end the phrase. */
static bool
advance(const struct matcher *matcher, uint32_t term, struct progress *progress,
        uint32_t word)
{
    const struct term *phrase = matcher->tokens->terms[term].term;
    uint32_t form = matcher->document->words[word].form;
    size_t last = phrase->word_count - 1;

    for (size_t place = progress->farthest < last ? progress->farthest + 1
                                                  : last;
         place > 0; place--) {
        uint32_t before = progress->at[place - 1];

        if (before == NO_INDEX || word - before - 1 > phrase->gap ||
            !lexicon_has_phrase(&matcher->lexicon, form, term, place))
            continue;
        progress->at[place] = word;
        if (place > progress->farthest)
            progress->farthest = place;
        if (place == last)
            return true;
    }
    return false;
}

/* Whether the word after this one could still carry the phrase on. */
static bool
goes_on(const struct progress *progress, size_t gap, uint32_t word)
{
    for (size_t i = 0; i <= progress->farthest; i++) {
        if (progress->at[i] != NO_INDEX && word - progress->at[i] <= gap)
            return true;
    }
    return false;
}

/* The shortest stretch from @p word on that the phrase fits. */
static bool
try_phrase(struct matcher *matcher, uint32_t term, uint32_t word)
{
    const struct samsyn_document *document = matcher->document;
    const struct term *phrase = matcher->tokens->terms[term].term;
    struct progress progress = { .farthest = 0 };

    for (size_t i = 1; i < phrase->word_count; i++)
        progress.at[i] = NO_INDEX;
    progress.at[0] = word;
    if (phrase->word_count == 1)
        return feed_term(matcher, term, word, word + 1);
    for (uint32_t at = word + 1; at < document->word_count; at++) {
        if (document->words[at].glue == GLUE_START ||
            !spend(matcher, WORK_A_LOOK * (progress.farthest + 1)))
            return true;
        if (advance(matcher, term, &progress, at))
            return feed_term(matcher, term, word, at + 1);
        if (!goes_on(&progress, phrase->gap, at))
            return true;
    }
    return true;
}

/* ---- Entities ---- */

static bool
feed_entity(struct matcher *matcher, size_t entity, uint32_t first,
            uint32_t end)
{
    const struct tokens *tokens = matcher->tokens;
    struct hit hit = { first, end, NO_CONCEPT };

    for (uint32_t i = tokens->entity_first[entity];
         i < tokens->entity_first[entity + 1]; i++) {
        if (!add_hit(matcher, tokens->entity_feeds[i], hit))
            return false;
    }
    return true;
}

static bool
try_entities(struct matcher *matcher, uint64_t starts, uint32_t word)
{
    for (size_t i = 0; starts; i++, starts >>= 1) {
        uint32_t end;

        if (!(starts & 1) || word < matcher->entity_free[i])
            continue;
        end = entity_match(&matcher->search, i, word);
        if (end == 0)
            continue;
        matcher->entity_free[i] = end;
        if (!feed_entity(matcher, i, word, end))
            return false;
    }
    return true;
}

/* What was not found is unknown where the templates' steps ran out. */
static void
limit_entities(struct matcher *matcher)
{
    const struct tokens *tokens = matcher->tokens;
    size_t entities = matcher->language->entities.count;

    for (uint32_t i = 0;
         matcher->search.limited && i < tokens->entity_first[entities]; i++)
        matcher->out->limited[tokens->entity_feeds[i]] = 1;
}

/* ---- The pass ---- */

static bool
match_word(struct matcher *matcher, uint32_t at)
{
    const struct word *word = &matcher->document->words[at];
    uint64_t starts = matcher->lexicon.starts[word->form];
    size_t count;
    const struct token_ref *refs =
        lexicon_refs(&matcher->lexicon, word->form, &count);

    (void)spend(matcher, count);
    for (size_t i = 0; i < count && matcher->work > 0; i++) {
        if (refs[i].role == TOKEN_WORD &&
            !feed_term(matcher, refs[i].index, at, at + 1))
            return false;
        if (refs[i].role == TOKEN_PHRASE && refs[i].place == 0 &&
            !try_phrase(matcher, refs[i].index, at))
            return false;
    }
    if (word->flags & WORD_CAPITAL)
        starts |= matcher->lexicon.capital;
    return starts == 0 || try_entities(matcher, starts, at);
}

/* Where the steps run out the rest is not looked at, for any concept. */
static samsyn_status
match_words(struct matcher *matcher)
{
    uint32_t count = (uint32_t)matcher->document->word_count, i;

    matcher->work = matcher->config->limits[SAMSYN_LIMIT_STEPS];
    if (matcher->work < UINT64_MAX / 2)
        matcher->work += (uint64_t)WORK_A_WORD * count;
    for (i = 0; i < count && matcher->work > 0; i++) {
        if (i % STOP_EVERY == 0 && config_stops(matcher->config))
            return SAMSYN_E_STOPPED;
        if (!match_word(matcher, i))
            return SAMSYN_E_NOMEM;
    }
    if (matcher->work == 0)
        memset(matcher->out->limited, 1, matcher->out->count);
    return SAMSYN_OK;
}

/* ---- Patterns ---- */

/* The words that a stretch of text touches; the next one where it touches
 * none, as with a lone mark. */
static struct hit
words_of(const struct samsyn_document *document,
         const struct sentence *sentence, size_t start, size_t end,
         uint32_t term)
{
    const struct word *words = document->words;
    struct hit hit = { sentence->word_first, 0, term };
    uint32_t high = sentence->word_end - 1;

    while (hit.first < high) {
        uint32_t middle = hit.first + (high - hit.first) / 2;

        if (words[middle].start + words[middle].length <= start)
            hit.first = middle + 1;
        else
            high = middle;
    }
    hit.end = hit.first + 1;
    while (hit.end < sentence->word_end && words[hit.end].start < end)
        hit.end++;
    return hit;
}

static bool
feed_pattern(struct matcher *matcher, const struct hit *hit)
{
    return feed_term(matcher, hit->term, hit->first, hit->end);
}

static void
limit_term(struct matcher *matcher, uint32_t term)
{
    const struct token_term *found = &matcher->tokens->terms[term];

    for (uint32_t i = 0; i < found->count; i++)
        matcher->out->limited[matcher->tokens->feeds[found->first + i]] = 1;
}

static samsyn_status
scan_sentence(struct matcher *matcher, struct pattern_scan *scan, uint32_t term,
              const struct sentence *sentence)
{
    const struct samsyn_document *document = matcher->document;
    size_t length = sentence->end - sentence->start, at = 0, start, end;
    struct str text = str_make(document->folded + sentence->start,
                               length < SEGMENT_MOST ? length : SEGMENT_MOST);

    if (sentence->word_first == sentence->word_end)
        return SAMSYN_OK;
    while (at <= text.len) {
        struct hit hit;
        enum pattern_result result = pattern_find(
            matcher->tokens->terms[term].pattern, scan, text, at, &start, &end);

        if (result == PATTERN_NOMEM)
            return SAMSYN_E_NOMEM;
        if (result == PATTERN_LIMIT)
            limit_term(matcher, term);
        if (result != PATTERN_FOUND)
            return SAMSYN_OK;
        hit = words_of(document, sentence, sentence->start + start,
                       sentence->start + end, term);
        if (!feed_pattern(matcher, &hit))
            return SAMSYN_E_NOMEM;
        at = end > at ? end : at + 1;
    }
    return SAMSYN_OK;
}

static samsyn_status
scan_term(struct matcher *matcher, struct pattern_scan *scan, uint32_t term)
{
    const struct samsyn_document *document = matcher->document;
    uint64_t most = matcher->config->limits[SAMSYN_LIMIT_STEPS];

    for (size_t i = 0; i < document->sentence_count; i++) {
        const struct sentence *sentence = &document->sentences[i];
        samsyn_status status;

        matcher->steps += 1 + (sentence->end - sentence->start) / STEP_BYTES;
        if (matcher->steps > most) {
            limit_term(matcher, term);
            return SAMSYN_OK;
        }
        if (i % 256 == 0 && config_stops(matcher->config))
            return SAMSYN_E_STOPPED;
        status = scan_sentence(matcher, scan, term, sentence);
        if (status)
            return status;
    }
    return SAMSYN_OK;
}

static samsyn_status
match_patterns(struct matcher *matcher)
{
    struct pattern_scan *scan = NULL;
    samsyn_status status = SAMSYN_OK;

    if (matcher->tokens->pattern_count == 0)
        return SAMSYN_OK;
    status = pattern_scan_new(
        &scan, (uint32_t)matcher->config->limits[SAMSYN_LIMIT_PATTERN],
        &matcher->config->mem);
    for (size_t i = 0; !status && i < matcher->tokens->term_count; i++) {
        if (matcher->tokens->terms[i].pattern)
            status = scan_term(matcher, scan, (uint32_t)i);
    }
    pattern_scan_free(scan);
    return status;
}

/* ---- All of it ---- */

static int
compare_hits(const void *a, const void *b)
{
    const struct hit *left = a, *right = b;

    if (left->first != right->first)
        return left->first < right->first ? -1 : 1;
    if (left->end != right->end)
        return left->end < right->end ? -1 : 1;
    return (left->term > right->term) - (left->term < right->term);
}

/* Patterns are found term by term, so their hits come out of order. */
static void
settle_order(struct vec *list)
{
    const struct hit *hits = list->data;

    for (size_t i = 1; i < list->len; i++) {
        if (compare_hits(&hits[i - 1], &hits[i]) > 0) {
            qsort(list->data, list->len, sizeof *hits, compare_hits);
            return;
        }
    }
}

/* Whether a hit is part of what its term must not be part of. */
static bool
is_excepted(const struct matcher *matcher, const struct hit *hit)
{
    uint32_t except = hit->term == NO_CONCEPT
                          ? NO_CONCEPT
                          : matcher->tokens->terms[hit->term].except;
    const struct hit_list *list;
    uint32_t from;

    if (except == NO_CONCEPT)
        return false;
    list = &matcher->out->concepts[except];
    from = hit->first > EXCEPT_BEFORE ? hit->first - EXCEPT_BEFORE : 0;
    for (size_t i = hits_from(list, from);
         i < list->count && list->hits[i].first <= hit->first; i++) {
        if (list->hits[i].end >= hit->end)
            return true;
    }
    return false;
}

static void
drop_excepted(struct matcher *matcher, struct hit_list *list)
{
    size_t kept = 0;

    for (size_t i = 0; i < list->count; i++) {
        if (!is_excepted(matcher, &list->hits[i]))
            list->hits[kept++] = list->hits[i];
    }
    list->count = kept;
}

/* The same words may be found by several terms: one of those that were not
 * excepted is kept. */
static void
drop_repeated(struct hit_list *list)
{
    struct hit *hits = list->hits;
    size_t kept = 0;

    for (size_t i = 1; i < list->count; i++) {
        if (hits[i].first != hits[kept].first || hits[i].end != hits[kept].end)
            hits[++kept] = hits[i];
    }
    list->count = list->count > 0 ? kept + 1 : 0;
}

/* The lists' memory passes to the result. */
static void
hand_over(struct matcher *matcher)
{
    for (size_t i = 0; i < matcher->tokens->concept_count; i++) {
        struct vec *list = &matcher->lists[i];

        settle_order(list);
        matcher->out->concepts[i].hits = list->data;
        matcher->out->concepts[i].count = list->len;
        list->data = NULL;
    }
    for (size_t i = 0; matcher->tokens->except_count > 0 &&
                       i < matcher->tokens->concept_count;
         i++)
        drop_excepted(matcher, &matcher->out->concepts[i]);
    for (size_t i = 0; i < matcher->tokens->concept_count; i++)
        drop_repeated(&matcher->out->concepts[i]);
}

static samsyn_status
run(struct matcher *matcher)
{
    uint64_t most = matcher->config->limits[SAMSYN_LIMIT_STEPS];
    samsyn_status status =
        lexicon_init(&matcher->lexicon, matcher->tokens, matcher->language,
                     matcher->document, matcher->config);

    matcher->search = (struct entity_search){ .lexicon = &matcher->lexicon,
                                              .language = matcher->language,
                                              .document = matcher->document,
                                              .steps = most };
    if (!status)
        status = match_words(matcher);
    if (!status)
        status = match_patterns(matcher);
    if (!status) {
        limit_entities(matcher);
        placeholder_mark(matcher->out->placeholder, matcher->document,
                         &matcher->lexicon);
        hand_over(matcher);
        moot_mark(matcher->out, matcher->tokens, &matcher->lexicon,
                  matcher->language, matcher->document);
        status =
            dates_find(matcher->out, &matcher->search, matcher->tokens->dates);
    }
    lexicon_done(&matcher->lexicon);
    return status;
}

static bool
acquire(struct matcher *matcher)
{
    const samsyn_allocator *mem = &matcher->config->mem;
    size_t concepts = matcher->tokens->concept_count;
    struct matches *out = matcher->out;

    out->mem = *mem;
    out->count = concepts;
    out->concepts = mem_array(mem, concepts, sizeof *out->concepts);
    out->limited = mem_array(mem, concepts, sizeof *out->limited);
    out->placeholder = mem_array(mem, matcher->document->sentence_count,
                                 sizeof *out->placeholder);
    out->moot =
        mem_array(mem, matcher->document->sentence_count, sizeof *out->moot);
    matcher->lists = mem_array(mem, concepts, sizeof *matcher->lists);
    matcher->entity_free = mem_array(mem, matcher->language->entities.count,
                                     sizeof *matcher->entity_free);
    if (!out->concepts || !out->limited || !out->placeholder || !out->moot ||
        !matcher->lists || !matcher->entity_free)
        return false;
    for (size_t i = 0; i < concepts; i++)
        vec_init(&matcher->lists[i], mem, sizeof(struct hit));
    return true;
}

static void
release(struct matcher *matcher)
{
    const samsyn_allocator *mem = &matcher->config->mem;

    for (size_t i = 0; matcher->lists && i < matcher->tokens->concept_count;
         i++)
        vec_done(&matcher->lists[i]);
    mem_free(mem, matcher->lists);
    mem_free(mem, matcher->entity_free);
}

samsyn_status
match_document(struct matches **out, const struct tokens *tokens,
               const struct samsyn_language *language,
               const struct samsyn_document *document,
               const struct samsyn_config *config)
{
    const struct samsyn_config *settings = config_of(config);
    struct matcher matcher = { .tokens = tokens,
                               .language = language,
                               .document = document,
                               .config = settings };
    samsyn_status status = SAMSYN_E_NOMEM;

    matcher.out = mem_alloc(&settings->mem, sizeof *matcher.out);
    if (!matcher.out)
        return SAMSYN_E_NOMEM;
    if (acquire(&matcher))
        status = run(&matcher);
    release(&matcher);
    if (status == SAMSYN_OK)
        *out = matcher.out;
    else
        matches_free(matcher.out);
    return status;
}

void
matches_free(struct matches *matches)
{
    samsyn_allocator mem;

    if (!matches)
        return;
    mem = matches->mem;
    for (size_t i = 0; matches->concepts && i < matches->count; i++)
        mem_free(&mem, matches->concepts[i].hits);
    mem_free(&mem, matches->concepts);
    mem_free(&mem, matches->limited);
    mem_free(&mem, matches->dates);
    mem_free(&mem, matches->placeholder);
    mem_free(&mem, matches->moot);
    mem_free(&mem, matches);
}
