/* SPDX-License-Identifier: MIT */

/* Text to sentences, words and distinct forms, in one walk over each block.
 *
 * A word is letters, marks and digits; a mark of punctuation between two
 * letters belongs to it ("t.ex", "LPO-chef"), one beside a digit does not
 * ("2023-01-01").  Some symbols ("%") are words by themselves.  The same rule
 * stands in language/fold.c: what is one word there must be one word here.
 *
 * Invariant: every word is in one sentence, every sentence in one block, no
 * sentence longer than MOST_SENTENCE bytes. */

#include "document/split.h"

#include "base/utf8.h"
#include "document/forms.h"
#include "document/marks.h"

#include <string.h>

#define MOST_SENTENCE 8192
#define MOST_WORD 4096
#define ASK_EVERY 65536

/* ---- Kinds of characters ---- */

enum unit {
    UNIT_OTHER,
    UNIT_SPACE,
    UNIT_LOWER, /* letters without upper case and marks as well */
    UNIT_UPPER,
    UNIT_DIGIT,
    UNIT_INNER,  /* may stand inside a word */
    UNIT_SYMBOL, /* a word by itself: per cent, section, currencies */
    UNIT_HIGH    /* not ASCII: must be decoded */
};

#define LO4 UNIT_LOWER, UNIT_LOWER, UNIT_LOWER, UNIT_LOWER
#define UP4 UNIT_UPPER, UNIT_UPPER, UNIT_UPPER, UNIT_UPPER
#define DI5 UNIT_DIGIT, UNIT_DIGIT, UNIT_DIGIT, UNIT_DIGIT, UNIT_DIGIT
#define HI8                                                                    \
    UNIT_HIGH, UNIT_HIGH, UNIT_HIGH, UNIT_HIGH, UNIT_HIGH, UNIT_HIGH,          \
        UNIT_HIGH, UNIT_HIGH
#define HI32 HI8, HI8, HI8, HI8

static const unsigned char kinds[256] = {
    ['\n'] = UNIT_SPACE,
    [' '] = UNIT_SPACE,
    ['$'] = UNIT_SYMBOL,
    ['%'] = UNIT_SYMBOL,
    ['\''] = UNIT_INNER,
    ['-'] = UNIT_INNER,
    ['.'] = UNIT_INNER,
    ['0'] = DI5,
    DI5,
    [':'] = UNIT_INNER,
    ['@'] = UNIT_INNER,
    ['A'] = UP4,
    UP4,
    UP4,
    UP4,
    UP4,
    UP4,
    UNIT_UPPER,
    UNIT_UPPER,
    ['a'] = LO4,
    LO4,
    LO4,
    LO4,
    LO4,
    LO4,
    UNIT_LOWER,
    UNIT_LOWER,
    [0x80] = HI32,
    HI32,
    HI32,
    HI32,
};

/* Section, pound, per mille, euro. */
static bool
is_symbol(uint32_t code)
{
    return code == 0xA7 || code == 0xA3 || code == 0x2030 || code == 0x20AC;
}

static enum unit
high_unit(struct str text, size_t at, size_t *size, uint32_t *code)
{
    *code = utf8_decode(text.ptr + at, text.len - at, size);
    if (utf8_is_letter(*code))
        return utf8_is_upper(*code) ? UNIT_UPPER : UNIT_LOWER;
    if (utf8_is_mark(*code))
        return UNIT_LOWER;
    if (is_symbol(*code))
        return UNIT_SYMBOL;
    return *code == 0x2019 ? UNIT_INNER : UNIT_OTHER;
}

/* U+00C0 to U+00FF, by the second byte. */
static enum unit
latin_unit(unsigned char second)
{
    if (second == 0x97 || second == 0xB7)
        return UNIT_OTHER;
    return second < 0x9F ? UNIT_UPPER : UNIT_LOWER;
}

static inline enum unit
unit_at(struct str text, size_t at, size_t *size)
{
    unsigned char byte = (unsigned char)text.ptr[at];
    uint32_t code;

    *size = 1;
    if (byte < 0x80)
        return (enum unit)kinds[byte];
    if (byte != 0xC3)
        return high_unit(text, at, size, &code);
    *size = 2;
    return latin_unit((unsigned char)text.ptr[at + 1]);
}

static bool
is_letter(enum unit unit)
{
    return unit == UNIT_LOWER || unit == UNIT_UPPER;
}

/* ---- Folding ---- */

static size_t
fold_high(char *out, struct str text, size_t at)
{
    size_t size;
    uint32_t code = utf8_decode(text.ptr + at, text.len - at, &size);

    memcpy(out + at, text.ptr + at, size);
    (void)utf8_encode(utf8_fold(code), out + at);
    return size;
}

static void
fold_text(char *out, struct str text)
{
    for (size_t at = 0; at < text.len;) {
        unsigned char byte = (unsigned char)text.ptr[at];

        if (byte < 0x80) {
            bool capital = byte >= 'A' && byte <= 'Z';
            out[at++] = (char)(capital ? byte + ('a' - 'A') : byte);
        } else if (byte == 0xC3) {
            unsigned char second = (unsigned char)text.ptr[at + 1];
            bool capital = latin_unit(second) == UNIT_UPPER;
            out[at++] = (char)byte;
            out[at++] = (char)(capital ? second + 0x20 : second);
        } else {
            at += fold_high(out, text, at);
        }
    }
}

/* ---- Words ---- */

struct splitter {
    struct samsyn_document *document;
    const struct samsyn_language *language;
    const struct samsyn_config *config;
    struct str text; /* up to the end of the block */
    size_t from;     /* where the sentence begins */
    uint32_t first;  /* its first word */
    bool letters;    /* it has a word that is no number */
    bool divides;    /* the block may have more than one sentence */
    uint32_t block;
    struct form_table forms;
    struct vec words, sentences;
    size_t asked;
};

/* What a word is made of. */
struct make {
    size_t letters, uppers, digits;
    bool capital;
};

/* The mark at @p at, after a letter, belongs to the word. */
static bool
is_inner(struct str text, size_t at, size_t size, enum unit before)
{
    size_t next_size;

    if (at + size >= text.len)
        return false;
    enum unit next = unit_at(text, at + size, &next_size);
    /* "slut.Nästa" has lost its space. */
    if (text.ptr[at] == '.' && before == UNIT_LOWER && next == UNIT_UPPER)
        return false;
    return is_letter(next);
}

/* Small ASCII letters, most of any word. */
static size_t
lower_run(struct str text, size_t at)
{
    size_t from = at;

    while (at < text.len && kinds[(unsigned char)text.ptr[at]] == UNIT_LOWER)
        at++;
    return at - from;
}

static size_t
word_end(struct str text, size_t at, struct make *out)
{
    struct make make = { 0, 0, 0, false };
    size_t most = text.len - at > MOST_WORD ? at + MOST_WORD : text.len, size;
    enum unit before = UNIT_OTHER;

    *out = make;
    if (unit_at(text, at, &size) == UNIT_SYMBOL)
        return at + size; /* a word by itself */
    make.capital = unit_at(text, at, &size) == UNIT_UPPER;
    while (at < most) {
        enum unit unit = unit_at(text, at, &size);

        if (is_letter(unit)) {
            make.letters++;
            make.uppers += unit == UNIT_UPPER;
        } else if (unit == UNIT_DIGIT) {
            make.digits++;
        } else if (unit != UNIT_INNER || !is_letter(before) ||
                   !is_inner(text, at, size, before)) {
            break;
        }
        before = unit;
        at += size;
        if (unit != UNIT_LOWER)
            continue;
        size = lower_run(str_make(text.ptr, most), at);
        make.letters += size;
        at += size;
    }
    *out = make;
    return at;
}

/* Room for a word; NULL without memory. */
static struct word *
next_word(struct vec *words)
{
    if (words->len == words->cap)
        return vec_push(words);
    return (struct word *)words->data + words->len++;
}

static bool
add_word(struct splitter *splitter, size_t start, size_t end, uint8_t glue,
         const struct make *make)
{
    const char *folded = splitter->document->folded;
    uint32_t form =
        forms_index(&splitter->forms, str_make(folded + start, end - start));
    struct word *word = next_word(&splitter->words);
    unsigned flags = make->capital ? WORD_CAPITAL : 0;

    if (!word || form == UINT32_MAX)
        return false;
    if (make->letters >= 2 && make->uppers == make->letters)
        flags |= WORD_UPPER;
    if (!make->letters && make->digits)
        flags |= WORD_DIGITS;
    else
        splitter->letters = true;
    *word = (struct word){ .start = (uint32_t)start,
                           .length = (uint32_t)(end - start),
                           .form = form,
                           .flags = (uint8_t)flags,
                           .glue = glue };
    return true;
}

/* ---- What stands between two words ---- */

struct gap {
    size_t start, end;
    size_t space;  /* the first white space; end where there is none */
    size_t marks;  /* how many that are no white space */
    uint32_t mark; /* the last of them */
    bool ends;     /* a mark that ends a sentence, white space after it */
    bool opens;    /* after that, a mark that begins one */
    size_t cut;    /* where the sentence ends then */
    bool dot;      /* it is the one full stop, right after the word */
};

static void
note_mark(struct gap *gap, uint32_t code, size_t at, size_t size)
{
    const struct mark *mark = mark_of(code);

    gap->mark = code;
    gap->marks++;
    if (mark->ends) {
        gap->dot = code == '.' && at == gap->start;
        gap->cut = at + size;
        gap->ends = gap->opens = false;
    } else if (gap->ends) {
        gap->opens = gap->opens || mark->opens;
    } else if (gap->cut && gap->cut == at && mark->closes) {
        gap->cut = at + size;
    }
}

/* A single blank, and then a word. */
static bool
is_blank_gap(struct str text, size_t start)
{
    unsigned char next;

    if (text.len - start < 2 || text.ptr[start] != ' ')
        return false;
    next = kinds[(unsigned char)text.ptr[start + 1]];
    return next == UNIT_LOWER || next == UNIT_UPPER || next == UNIT_DIGIT;
}

/* The gap from @p start to the next word or the end of the block. */
static struct gap
find_gap(struct str text, size_t start)
{
    struct gap gap = { .start = start, .end = start, .space = SIZE_MAX };
    size_t size;

    if (is_blank_gap(text, start)) {
        gap.space = start;
        gap.end = start + 1;
        return gap;
    }

    while (gap.end < text.len) {
        unsigned char byte = (unsigned char)text.ptr[gap.end];
        uint32_t code = byte;
        enum unit unit = (enum unit)kinds[byte];

        size = 1;
        if (unit == UNIT_HIGH)
            unit = high_unit(text, gap.end, &size, &code);
        if (is_letter(unit) || unit == UNIT_DIGIT || unit == UNIT_SYMBOL)
            break;
        if (unit != UNIT_SPACE) {
            note_mark(&gap, code, gap.end, size);
        } else {
            gap.ends = gap.ends || gap.cut;
            if (gap.space == SIZE_MAX)
                gap.space = gap.end;
        }
        gap.end += size;
    }
    if (gap.space == SIZE_MAX)
        gap.space = gap.end;
    return gap;
}

static uint8_t
glue_of(const struct gap *gap)
{
    if (!gap->marks)
        return gap->space < gap->end ? GLUE_SPACE : GLUE_SPACE | GLUE_TIGHT;
    uint8_t glue = gap->marks == 1 ? mark_of(gap->mark)->glue : GLUE_OTHER;
    if (glue == GLUE_OTHER || gap->space < gap->end)
        return glue;
    return (uint8_t)(glue | GLUE_TIGHT);
}

/* ---- Sentences ---- */

/* A full stop after this word ends no sentence: an abbreviation, an initial,
 * or a number that nothing but numbers stand before. */
static bool
is_shortened(const struct splitter *splitter)
{
    const struct word *word = vec_last(&splitter->words);
    const struct str *forms = splitter->forms.forms.data;
    size_t size;

    if (splitter->words.len == splitter->first)
        return false;
    if (!splitter->letters)
        return true;
    bool letter = is_letter(unit_at(splitter->text, word->start, &size));
    return (letter && size == word->length) ||
           word_set_has(&splitter->language->abbreviations, forms[word->form]);
}

/* The sentence ends in this gap. */
static bool
is_end(const struct splitter *splitter, const struct gap *gap)
{
    size_t size;

    if (!splitter->divides || !gap->ends || gap->end >= splitter->text.len)
        return false;
    enum unit next = unit_at(splitter->text, gap->end, &size);
    if (next == UNIT_LOWER && !gap->opens)
        return false;
    return !gap->dot || gap->marks > 1 + (size_t)gap->opens ||
           !is_shortened(splitter);
}

/* Close the sentence at @p end; the next begins at or after @p next. */
static bool
end_sentence(struct splitter *splitter, size_t end, size_t next)
{
    const char *text = splitter->text.ptr;
    size_t from = splitter->from;

    while (end > from && text[end - 1] == ' ')
        end--;
    while (from < end && text[from] == ' ')
        from++;
    splitter->from = next;
    if (from == end)
        return true;
    if (end - from > MOST_SENTENCE) {
        end = from + MOST_SENTENCE;
        while (((unsigned char)text[end] & 0xC0) == 0x80)
            end--;
    }
    struct sentence *sentence = vec_push(&splitter->sentences);
    if (!sentence)
        return false;
    sentence->word_first = splitter->first;
    sentence->word_end = (uint32_t)splitter->words.len;
    sentence->start = (uint32_t)from;
    sentence->end = (uint32_t)end;
    sentence->block = splitter->block;
    splitter->first = sentence->word_end;
    splitter->letters = false;
    return true;
}

/* Cut before a word where the sentence would grow past the limit. */
static bool
cap_sentence(struct splitter *splitter, const struct gap *gap, size_t end)
{
    if (end - splitter->from <= MOST_SENTENCE)
        return true;
    if (splitter->words.len > splitter->first)
        return end_sentence(splitter, gap->space, gap->end);
    splitter->from = gap->end; /* nothing but marks stood before */
    return true;
}

static bool
split_block(struct splitter *splitter, const struct block *block)
{
    size_t at = block->start;

    splitter->from = at;
    splitter->first = (uint32_t)splitter->words.len;
    splitter->letters = false;
    splitter->text.len = block->end;
    for (;;) {
        struct gap gap = find_gap(splitter->text, at);
        struct make make = { 0 };

        if (is_end(splitter, &gap) && !end_sentence(splitter, gap.cut, gap.cut))
            return false;
        if (gap.end >= block->end)
            return end_sentence(splitter, block->end, block->end);
        at = word_end(splitter->text, gap.end, &make);
        if (!cap_sentence(splitter, &gap, at))
            return false;
        bool first = splitter->words.len == splitter->first;
        if (!add_word(splitter, gap.end, at, first ? GLUE_START : glue_of(&gap),
                      &make))
            return false;
    }
}

/* ---- The document ---- */

static bool
keeps_whole(const struct block *block)
{
    return block->kind == SAMSYN_BLOCK_HEADING ||
           block->kind == SAMSYN_BLOCK_CELL ||
           block->kind == SAMSYN_BLOCK_HEADER_CELL;
}

static samsyn_status
split_blocks(struct splitter *splitter)
{
    struct samsyn_document *document = splitter->document;

    for (size_t i = 0; i < document->block_count; i++) {
        struct block *block = &document->blocks[i];

        splitter->block = (uint32_t)i;
        splitter->divides = !keeps_whole(block);
        block->sentence_first = (uint32_t)splitter->sentences.len;
        block->word_first = (uint32_t)splitter->words.len;
        if (!split_block(splitter, block))
            return SAMSYN_E_NOMEM;
        block->sentence_end = (uint32_t)splitter->sentences.len;
        block->word_end = (uint32_t)splitter->words.len;
        if (block->end - splitter->asked < ASK_EVERY)
            continue;
        splitter->asked = block->end;
        if (config_stops(splitter->config))
            return SAMSYN_E_STOPPED;
    }
    return SAMSYN_OK;
}

/* The words, far more than all else, are handed over and not copied. */
static bool
keep_words(struct samsyn_document *document, struct vec *words)
{
    struct word *kept;

    if (!words->len)
        return true;
    kept =
        mem_resize(&words->mem, words->data, words->cap * sizeof(struct word),
                   words->len * sizeof(struct word));
    if (!kept)
        return false;
    document->words = kept;
    document->word_count = words->len;
    words->data = NULL;
    words->len = words->cap = 0;
    return true;
}

static bool
keep_split(struct splitter *splitter)
{
    struct samsyn_document *document = splitter->document;
    struct arena *arena = &document->arena;
    const struct vec *forms = &splitter->forms.forms;

    if (!keep_words(document, &splitter->words))
        return false;
    document->sentences =
        arena_copy(arena, splitter->sentences.data, splitter->sentences.len,
                   sizeof(struct sentence));
    document->sentence_count = splitter->sentences.len;
    document->forms =
        arena_copy(arena, forms->data, forms->len, sizeof(struct str));
    document->form_count = forms->len;
    return document->sentences && document->forms && document_index(document);
}

samsyn_status
split_document(struct samsyn_document *document,
               const struct samsyn_language *language,
               const struct samsyn_config *config)
{
    const samsyn_allocator *mem = &document->arena.mem;
    struct splitter splitter = { .document = document,
                                 .language = language,
                                 .config = config };
    samsyn_status status = SAMSYN_E_NOMEM;

    document->folded =
        arena_alloc(&document->arena, document->text.len + FORMS_SPARE);
    if (!document->folded)
        return SAMSYN_E_NOMEM;
    fold_text(document->folded, document->text);
    splitter.text = document->text;
    vec_init(&splitter.words, mem, sizeof(struct word));
    vec_init(&splitter.sentences, mem, sizeof(struct sentence));
    /* The digits follow "sha256:". */
    forms_init(&splitter.forms, mem, document->digest + 7);
    status = split_blocks(&splitter);
    if (status == SAMSYN_OK && !keep_split(&splitter))
        status = SAMSYN_E_NOMEM;
    forms_done(&splitter.forms);
    vec_done(&splitter.words);
    vec_done(&splitter.sentences);
    return status;
}
