/* SPDX-License-Identifier: MIT */

/* Finds what is quoted: whole sentences between quotation marks, block
 * quotations of what was said, and what a news text gives after a dash.  A
 * quoted word or a name between marks is no quotation.
 *
 * Swedish writes the same mark before and behind, so a mark is taken by what
 * stands beside it: behind a blank and before a letter it opens.  What is not
 * closed in its block is no quotation, but where the next block goes on with
 * an opening mark of its own.  One pass over the text. */

#include "assess/search.h"

#include <string.h>

enum {
    WORDS_LEAST = 4, /* of a sentence; less is a name */
    SPEECH_REACH = 6 /* words between "said" and the mark */
};

enum mark_class {
    MARK_NONE,
    MARK_DOUBLE,
    MARK_SINGLE,
    MARK_CLASSES
};

static const struct {
    const char *bytes;
    enum mark_class class;
} marks[] = {
    { "\"", MARK_DOUBLE },           { "\xc2\xab", MARK_DOUBLE },
    { "\xc2\xbb", MARK_DOUBLE },     { "\xe2\x80\x9c", MARK_DOUBLE },
    { "\xe2\x80\x9d", MARK_DOUBLE }, { "\xe2\x80\x9e", MARK_DOUBLE },
    { "\xe2\x80\x9f", MARK_DOUBLE }, { "'", MARK_SINGLE },
    { "\xe2\x80\x98", MARK_SINGLE }, { "\xe2\x80\x99", MARK_SINGLE },
    { "\xe2\x80\x9a", MARK_SINGLE }, { "\xe2\x80\xb9", MARK_SINGLE },
    { "\xe2\x80\xba", MARK_SINGLE },
};

/* A quotation mark that opened, and what is behind it. */
struct opening {
    uint32_t start, text;
    bool known;
};

/* A block being looked through. */
struct quoting {
    struct search *search;
    const struct block *block;
    struct str text; /* of the document */
    struct opening open[MARK_CLASSES];
};

/* ---- Marks ---- */

static enum mark_class
mark_at(struct str text, uint32_t at, uint32_t *length)
{
    unsigned char first = (unsigned char)text.ptr[at];

    if (first != '"' && first != '\'' && first != 0xc2 && first != 0xe2)
        return MARK_NONE;
    for (size_t i = 0; i < ARRAY_LEN(marks); i++) {
        size_t size = strlen(marks[i].bytes);

        if (size <= text.len - at &&
            memcmp(text.ptr + at, marks[i].bytes, size) == 0) {
            *length = (uint32_t)size;
            return marks[i].class;
        }
    }
    return MARK_NONE;
}

static bool
is_dash(const char *text)
{
    return memcmp(text, "\xe2\x80\x93", 3) == 0 ||
           memcmp(text, "\xe2\x80\x94", 3) == 0;
}

/* Whether a mark at @p at can open: a blank or a bracket, a dash or another
 * mark stands before it, and something tight behind. */
static bool
can_open(const struct quoting *q, uint32_t at, uint32_t behind)
{
    const char *text = q->text.ptr;
    uint32_t length;

    if (behind >= q->block->end || strchr(" \n\t", text[behind]))
        return false;
    if (at == q->block->start || strchr(" \n\t([-/\"'", text[at - 1]))
        return true;
    return at >= q->block->start + 3 &&
           (is_dash(text + at - 3) ||
            mark_at(q->text, at - 3, &length) != MARK_NONE);
}

/* ---- What is a whole sentence ---- */

/* The first word that begins at or behind a place in the text. */
static uint32_t
word_from(const struct quoting *q, uint32_t place)
{
    const struct word *words = q->search->document->words;
    uint32_t low = q->block->word_first, high = q->block->word_end;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;

        if (words[middle].start < place)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool
ends_sentence(const struct quoting *q, uint32_t start, uint32_t end)
{
    const char *text = q->text.ptr;

    while (end > start && text[end - 1] == ' ')
        end--;
    if (end == start)
        return false;
    if (strchr(".!?", text[end - 1]))
        return true;
    return end - start >= 3 && memcmp(text + end - 3, "\xe2\x80\xa6", 3) == 0;
}

static bool
is_speech(const struct quoting *q, uint32_t word)
{
    const struct samsyn_document *document = q->search->document;

    return word_set_has(&q->search->checklist->language->speech,
                        document->forms[document->words[word].form]);
}

static bool
has_speech(const struct quoting *q, struct range words)
{
    for (uint32_t i = words.first; i < words.end; i++) {
        if (is_speech(q, i))
            return true;
    }
    return false;
}

/* She said: "..."  What is said begins behind @p end in the text of a block,
 * and behind the block's words before @p first. */
static bool
is_announced(const struct quoting *q, const struct block *block, uint32_t end,
             uint32_t first)
{
    struct range words = { block->word_first, first };

    if (first - words.first > SPEECH_REACH)
        words.first = first - SPEECH_REACH;
    while (end > block->start && q->text.ptr[end - 1] == ' ')
        end--;
    return end > block->start && q->text.ptr[end - 1] == ':' &&
           has_speech(q, words);
}

/* "...", says the one who said it. */
static bool
is_attributed(const struct quoting *q, uint32_t behind)
{
    return behind < q->block->word_end && is_speech(q, behind);
}

/* Marks inside of others close first, so what they held is in the new one. */
static void
add_quoted(struct quoting *q, struct range words)
{
    struct vec *list = &q->search->quoted;
    struct range *slot = vec_last(list);

    while (slot && slot->end > words.first) {
        if (slot->first < words.first)
            words.first = slot->first;
        list->len--;
        slot = vec_last(list);
    }
    slot = vec_push(list);
    if (slot)
        *slot = words;
    else
        q->search->failed = true;
}

/* A stretch of text behind a quotation mark: quoted where it is a sentence or
 * more. */
static void
settle(struct quoting *q, uint32_t mark, uint32_t start, uint32_t end)
{
    struct range words = { word_from(q, start), word_from(q, end) };
    const struct word *first = &q->search->document->words[words.first];

    if (words.end < words.first + WORDS_LEAST)
        return;
    if (words.first == q->block->word_first &&
        words.end == q->block->word_end && mark < start) {
        add_quoted(q, words); /* the block is nothing else */
        return;
    }
    if (!(first->flags & (WORD_CAPITAL | WORD_DIGITS)))
        return;
    if (ends_sentence(q, start, end) || is_attributed(q, words.end) ||
        is_announced(q, q->block, mark, words.first))
        add_quoted(q, words);
}

/* ---- Blocks ---- */

static void
see_mark(struct quoting *q, struct opening *open, uint32_t at, uint32_t behind)
{
    if (can_open(q, at, behind)) {
        *open = (struct opening){ at, behind, true };
    } else if (open->known) {
        open->known = false;
        settle(q, open->start, open->text, at);
    }
}

/* Speech over several paragraphs: each begins with a mark, and only the last
 * one ends with one. */
static bool
goes_on(const struct quoting *q, uint32_t next)
{
    const struct samsyn_document *document = q->search->document;
    const struct opening *open = &q->open[MARK_DOUBLE];
    uint32_t length;

    return open->known && open->start == q->block->start &&
           next < document->block_count &&
           mark_at(q->text, document->blocks[next].start, &length) ==
               MARK_DOUBLE;
}

static void
look_through(struct quoting *q, uint32_t next)
{
    uint32_t end = q->block->end;

    for (uint32_t at = q->block->start, length; at < end; at += length) {
        enum mark_class class;

        length = 1;
        class = mark_at(q->text, at, &length);
        if (class != MARK_NONE)
            see_mark(q, &q->open[class], at, at + length);
    }
    if (goes_on(q, next))
        settle(q, q->block->start, q->open[MARK_DOUBLE].text, end);
}

/* A paragraph behind a dash, or an item, for whose bullet the dash may have
 * been taken, with a comma and a word of speech behind what was said. */
static bool
is_news(const struct quoting *q)
{
    const struct block *block = q->block;
    const struct word *words = q->search->document->words;

    if (block->kind != SAMSYN_BLOCK_ITEM &&
        (block->end - block->start < 4 || !is_dash(q->text.ptr + block->start)))
        return false;
    for (uint32_t i = block->word_first + WORDS_LEAST - 1; i < block->word_end;
         i++) {
        if ((words[i].glue & ~(unsigned)GLUE_TIGHT) == ',' && is_speech(q, i))
            return true;
    }
    return false;
}

/* Block quotations set off a text of one's own as well, so there must be a word
 * of speech: in it, in the line before, or before its first paragraph. */
static bool
is_quoted_block(const struct quoting *q, uint32_t index, bool before)
{
    const struct samsyn_document *document = q->search->document;
    const struct block *above = q->block - 1;

    if (!q->block->quoted)
        return false;
    if (has_speech(q, range_of_block(document, index)))
        return true;
    if (index == 0 || above->quoted)
        return before;
    return is_announced(q, above, above->end, above->word_end);
}

bool
quotation_find(struct search *search)
{
    const struct samsyn_document *document = search->document;
    bool said = false;

    for (uint32_t i = 0; i < document->block_count && !search->failed; i++) {
        struct quoting q = { .search = search,
                             .block = &document->blocks[i],
                             .text = document->text };

        said = is_quoted_block(&q, i, said);
        if (q.block->word_first == q.block->word_end)
            continue;
        if (is_news(&q))
            add_quoted(&q, range_of_block(document, i));
        else if (said)
            settle(&q, q.block->start, q.block->start, q.block->end);
        else
            look_through(&q, i + 1);
    }
    return !search->failed;
}
