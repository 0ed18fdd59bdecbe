/* SPDX-License-Identifier: MIT */

/* Sentences from which nothing follows about the document at hand, whatever
 * words they hold: questions, advice on what such a text should contain, and
 * words without a text around them.
 *
 * Where many sentences are such, the document is a guide, a questionnaire or a
 * template, and none of it counts.  Where half of them say what held before,
 * what somebody wishes or what hangs on something, it is the history of such a
 * document or a letter of wishes; and where they tell what others say, in what
 * calls itself news or minutes, it is that.  In any other document somebody
 * who says something is a source.
 *
 * A text is told from a heap of words by the share of the commonest words:
 * "och", "att", "i".  That needs a stretch of some length, so blocks are taken
 * together until there are enough words; what is left at the end goes with the
 * stretch before it.  Nor is it a text where one of those words alone joins
 * all others ("a and b and c and d"), where every other word is one, where
 * no two stand in a row, or where sentences end in one: hardly any ends in
 * "and" or "to".  Headings, table cells, signatures and
 * the page's own lines are not running text and neither judged nor counted. */

#include "match/moot.h"

#include <string.h>

enum {
    STRETCH_LEAST = 120,  /* words of a stretch that is judged ... */
    DOCUMENT_LEAST = 40,  /* ... unless the document has no more */
    QUESTION_LEAST = 5,   /* words */
    GUIDE_LEAST = 4,      /* sentences that ask or advise ... */
    GUIDE_PERCENT = 15,   /* ... of all; in agreements and plans at most 4 */
    DISTANT_PERCENT = 50, /* keep their distance; in labelled ones under 20 */
    SAME_PERCENT = 40,    /* of common words: the one before again; in labelled
                           * documents at most 36 */
    JOINED_PERCENT = 3,   /* of them, right behind another; at least 4 there */
    JOINED_LEAST = 60,    /* common words for that */
    CLAIM_LEAST = 4,      /* words of a sentence that has an end ... */
    CUT_LEAST = 5,        /* ... which is a common word in so many ... */
    CUT_PERCENT = 40,     /* ... of all; in labelled documents at most 17 */
    PERCENT = 100
};

static bool
is_running(const struct block *block)
{
    return block->zone == ZONE_BODY && block->row == NO_INDEX &&
           block->kind != SAMSYN_BLOCK_HEADING;
}

/* ---- Questions and advice ---- */

/* A question mark ends it, but for quotation marks, brackets and emphasis.
 * What goes on a lead-in ("Did you know that ... 37 % are afraid?") claims
 * something, and so few words as "Any questions?" hold no claim. */
static bool
is_question(const struct samsyn_document *document,
            const struct sentence *sentence)
{
    const struct word *first = &document->words[sentence->word_first];
    const char *text = document->text.ptr;
    uint32_t end = sentence->end;

    if (sentence->word_end - sentence->word_first < QUESTION_LEAST ||
        !(first->flags & WORD_CAPITAL))
        return false;

    while (end > sentence->start && (strchr(" )*\"'", text[end - 1]) ||
                                     (unsigned char)text[end - 1] > 127))
        end--;
    return end > sentence->start && text[end - 1] == '?';
}

/* A mark stands in the sentence, or begins it. */
static bool
has_mark(const struct hit_list *marks, const struct sentence *sentence,
         bool opening)
{
    size_t i = hits_from(marks, sentence->word_first);

    return i < marks->count && marks->hits[i].first < sentence->word_end &&
           (!opening || marks->hits[i].first == sentence->word_first);
}

static enum moot
moot_of(const struct matches *matches, const struct tokens *tokens,
        const struct samsyn_document *document, const struct sentence *sentence)
{
    if (is_question(document, sentence))
        return MOOT_QUESTION;
    for (size_t i = 0; i < MOOT_DISTANT; i++) {
        if (has_mark(&matches->concepts[tokens->moot[i]], sentence,
                     i == MOOT_OPENING))
            return MOOT_ADVICE;
    }
    return MOOT_NOT;
}

/* ---- Documents of questions and advice ---- */

/* Nothing in blocks [first, end) says how anything is. */
static void
mark_all(struct matches *out, const struct samsyn_document *document,
         uint32_t first, uint32_t end, enum moot moot)
{
    for (uint32_t i = first; i < end; i++) {
        const struct block *block = &document->blocks[i];

        if (block->zone == ZONE_BODY && block->kind != SAMSYN_BLOCK_HEADING)
            memset(out->moot + block->sentence_first, (int)moot,
                   block->sentence_end - block->sentence_first);
    }
}

/* Sentences of a stretch, and how many of them are what. */
struct manner {
    size_t running, moot, distant, reported;
};

static struct manner
manner_of(const struct matches *out, const struct tokens *tokens,
          const struct samsyn_document *document, uint32_t first, uint32_t end)
{
    const struct hit_list *distant = &out->concepts[tokens->moot[MOOT_DISTANT]];
    const struct hit_list *reported =
        &out->concepts[tokens->moot[MOOT_REPORTED]];
    struct manner manner = { 0 };

    for (uint32_t i = first; i < end; i++) {
        const struct block *block = &document->blocks[i];

        for (uint32_t k = block->sentence_first;
             is_running(block) && k < block->sentence_end; k++) {
            const struct sentence *sentence = &document->sentences[k];
            bool far = has_mark(distant, sentence, false);

            manner.running++;
            manner.moot += out->moot[k] != MOOT_NOT;
            manner.distant += far;
            manner.reported += !far && has_mark(reported, sentence, false);
        }
    }
    return manner;
}

/* Something in blocks [first, end), be it in a heading, shows that they are
 * news or minutes. */
static bool
is_report(const struct matches *out, const struct tokens *tokens,
          const struct samsyn_document *document, uint32_t first, uint32_t end)
{
    const struct hit_list *marks = &out->concepts[tokens->moot[MOOT_REPORT]];

    for (uint32_t i = first; i < end; i++) {
        const struct block *block = &document->blocks[i];
        size_t at = hits_from(marks, block->word_first);

        if (at < marks->count && marks->hits[at].first < block->word_end)
            return true;
    }
    return false;
}

/* Of blocks [first, end): a document that asks and advises is no such document
 * as it speaks of, so its other sentences tell no more. */
static void
mark_guide(struct matches *out, const struct tokens *tokens,
           const struct samsyn_document *document, uint32_t first, uint32_t end)
{
    struct manner manner = manner_of(out, tokens, document, first, end);
    size_t apart = manner.distant;

    if (is_report(out, tokens, document, first, end))
        apart += manner.reported;
    if (manner.moot >= GUIDE_LEAST &&
        manner.moot * PERCENT >= manner.running * GUIDE_PERCENT)
        mark_all(out, document, first, end, MOOT_ADVICE);
    else if (apart >= GUIDE_LEAST &&
             apart * PERCENT >= manner.running * DISTANT_PERCENT)
        mark_all(out, document, first, end, MOOT_APART);
}

static void
mark_guides(struct matches *out, const struct tokens *tokens,
            const struct samsyn_document *document)
{
    uint32_t end = (uint32_t)document->block_count;

    for (size_t i = document->member_count; i-- > 0;) {
        mark_guide(out, tokens, document, document->members[i].block_first,
                   end);
        end = document->members[i].block_first;
    }
    if (document->member_count == 0)
        mark_guide(out, tokens, document, 0, end);
}

/* ---- Heaps of words ---- */

struct stretch {
    uint32_t first, end; /* blocks */
    size_t words, common;
    size_t same;   /* common words that are the one before it again */
    size_t joined; /* common words right behind another */
    size_t claims; /* sentences of some length ... */
    size_t cut;    /* ... that end in a common word */
    uint32_t last; /* the form of the one before, where there is any */
};

static void
add_common(struct stretch *stretch, uint32_t form)
{
    stretch->same += stretch->common > 0 && stretch->last == form;
    stretch->common++;
    stretch->last = form;
}

static void
add_sentences(struct stretch *stretch, const struct lexicon *lexicon,
              const struct samsyn_document *document, const struct block *block)
{
    for (uint32_t i = block->sentence_first; i < block->sentence_end; i++) {
        const struct sentence *sentence = &document->sentences[i];

        if (sentence->word_end - sentence->word_first < CLAIM_LEAST)
            continue;
        stretch->claims++;
        stretch->cut +=
            lexicon->common[document->words[sentence->word_end - 1].form];
    }
}

static void
add_block(struct stretch *stretch, const struct lexicon *lexicon,
          const struct samsyn_document *document, uint32_t index)
{
    const struct block *block = &document->blocks[index];

    stretch->end = index + 1;
    if (!is_running(block))
        return;
    add_sentences(stretch, lexicon, document, block);
    for (uint32_t i = block->word_first; i < block->word_end; i++) {
        const struct word *word = &document->words[i];

        stretch->words += !(word->flags & WORD_DIGITS);
        if (!lexicon->common[word->form])
            continue;
        add_common(stretch, word->form);
        stretch->joined +=
            i > block->word_first && lexicon->common[word[-1].form];
    }
}

/* Sentences that break off where one never ends. */
static bool
is_cut(const struct stretch *stretch)
{
    return stretch->cut >= CUT_LEAST &&
           stretch->cut * PERCENT >= stretch->claims * CUT_PERCENT;
}

/* Too few common words, too many, always the same, never two in a row as in
 * "for the" and "it is in a", or at the end of sentences. */
static bool
is_heap(const struct stretch *stretch, size_t least,
        const struct moot_rule *rule)
{
    size_t common = stretch->common * PERCENT;

    return stretch->words >= least &&
           (common < stretch->words * rule->percent ||
            (rule->most && common > stretch->words * rule->most) ||
            stretch->same * PERCENT >= stretch->common * SAME_PERCENT ||
            is_cut(stretch) ||
            (stretch->common >= JOINED_LEAST &&
             stretch->joined * PERCENT < stretch->common * JOINED_PERCENT));
}

static void
mark_heap(struct matches *out, const struct samsyn_document *document,
          const struct stretch *stretch, size_t least,
          const struct moot_rule *rule)
{
    if (!is_heap(stretch, least, rule))
        return;
    for (uint32_t i = stretch->first; i < stretch->end; i++) {
        const struct block *block = &document->blocks[i];

        if (is_running(block))
            memset(out->moot + block->sentence_first, MOOT_HEAP,
                   block->sentence_end - block->sentence_first);
    }
}

static void
mark_heaps(struct matches *out, const struct lexicon *lexicon,
           const struct samsyn_document *document, const struct moot_rule *rule)
{
    struct stretch whole = { 0 }, before = { 0 }, now = { 0 };

    for (uint32_t i = 0; i < document->block_count; i++) {
        add_block(&whole, lexicon, document, i);
        add_block(&now, lexicon, document, i);
        if (now.words < STRETCH_LEAST)
            continue;
        mark_heap(out, document, &before, STRETCH_LEAST, rule);
        before = now;
        now = (struct stretch){ .first = i + 1, .end = i + 1 };
    }
    before.end = now.end;
    before.words += now.words;
    before.common += now.common;
    before.same += now.same;
    before.joined += now.joined;
    before.claims += now.claims;
    before.cut += now.cut;
    mark_heap(out, document, &before, DOCUMENT_LEAST, rule);
    mark_heap(out, document, &whole, DOCUMENT_LEAST, rule);
}

void
moot_mark(struct matches *out, const struct tokens *tokens,
          const struct lexicon *lexicon, const struct samsyn_language *language,
          const struct samsyn_document *document)
{
    for (size_t i = 0; i < document->sentence_count; i++) {
        const struct sentence *sentence = &document->sentences[i];

        if (is_running(&document->blocks[sentence->block]))
            out->moot[i] = (uint8_t)moot_of(out, tokens, document, sentence);
    }
    mark_guides(out, tokens, document);
    if (language->moot.common.count > 0)
        mark_heaps(out, lexicon, document, &language->moot);
}
