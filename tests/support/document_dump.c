/* SPDX-License-Identifier: MIT */

/* Documents as short texts. */

#include "support/document_dump.h"

#include <stddef.h>

#define WORD(text)                                                             \
    {                                                                          \
        (text), sizeof(text) - 1                                               \
    }

static struct str abbreviations[] = { WORD("kl"), WORD("nr"), WORD("t.ex") };
static struct str suspended[] = { WORD("och"), WORD("samt") };
static const struct word_stem signature[] = {
    { WORD("underskrift"), 0, &ending_none },
    { WORD("underskrifter"), 0, &ending_none },
};
static const struct word_stem contents[] = {
    { WORD("innehåll"), 0, &ending_none },
};
static const struct word_stem annex[] = { { WORD("bilaga"), 0, &ending_none } };

static struct str lines[] = { WORD("dela"), WORD("lyssna"),
                              WORD("lyssna på sidan") };
static struct str starts[] = { WORD("senast ändrad") };

static struct term_word signature_word = { signature, 2, 2, 0 };
static struct term_word contents_word = { contents, 1, 1, 0 };
static struct term_word annex_word = { annex, 1, 1, 0 };

static struct term signature_term = { .kind = TERM_HEAD,
                                      .words = &signature_word,
                                      .word_count = 1 };
static struct term contents_term = { .kind = TERM_WORD,
                                     .words = &contents_word,
                                     .word_count = 1 };
static struct term annex_term = { .kind = TERM_WORD,
                                  .words = &annex_word,
                                  .word_count = 1 };

static const struct samsyn_language language = {
    .abbreviations = { abbreviations, ARRAY_LEN(abbreviations) },
    .suspended = { suspended, ARRAY_LEN(suspended) },
    .furniture = { { lines, ARRAY_LEN(lines) }, { starts, ARRAY_LEN(starts) } },
    .headings = { [HEADING_SIGNATURE] = { &signature_term, 1 },
                  [HEADING_CONTENTS] = { &contents_term, 1 },
                  [HEADING_ANNEX] = { &annex_term, 1 } },
};

const struct samsyn_language *
dump_language(void)
{
    return &language;
}

static void
add_text(struct buf *out, const struct samsyn_document *document, size_t start,
         size_t end)
{
    buf_add(out, document->text.ptr + start, end - start);
}

static void
add_kind(struct buf *out, const struct block *block)
{
    static const char kinds[] = "?HPI??CT";
    static const char zones[] = {
        [ZONE_CONTENTS] = 'c', [ZONE_FURNITURE] = 'f', [ZONE_SIGNATURE] = 'S'
    };

    buf_char(out, kinds[block->kind]);
    if (block->row != NO_INDEX) {
        buf_int(out, block->row);
        buf_char(out, '.');
        buf_int(out, block->column);
    } else if (block->level) {
        buf_int(out, block->level);
    }
    if (block->guessed)
        buf_char(out, '?');
    if (block->quoted)
        buf_char(out, '"');
    if (zones[block->zone])
        buf_char(out, zones[block->zone]);
}

void
dump_blocks(struct buf *out, const struct samsyn_document *document)
{
    for (size_t i = 0; i < document->block_count; i++) {
        const struct block *block = &document->blocks[i];

        add_kind(out, block);
        buf_char(out, ' ');
        add_text(out, document, block->start, block->end);
        buf_char(out, '\n');
    }
}

void
dump_sentences(struct buf *out, const struct samsyn_document *document)
{
    for (size_t i = 0; i < document->sentence_count; i++) {
        add_text(out, document, document->sentences[i].start,
                 document->sentences[i].end);
        buf_char(out, '\n');
    }
}

static void
add_glue(struct buf *out, uint8_t glue)
{
    static const char named[] = {
        [GLUE_SPACE] = '_', [GLUE_START] = '|', [GLUE_OTHER] = '#'
    };
    unsigned mark = glue & ~(unsigned)GLUE_TIGHT;

    if (glue & GLUE_TIGHT)
        buf_char(out, '~');
    buf_char(out, mark < sizeof named ? named[mark] : (char)mark);
}

void
dump_words(struct buf *out, const struct samsyn_document *document)
{
    for (size_t i = 0; i < document->word_count; i++) {
        const struct word *word = &document->words[i];

        add_glue(out, word->glue);
        add_text(out, document, word->start, word->start + word->length);
        buf_text(out, word->flags & WORD_UPPER     ? "^^"
                      : word->flags & WORD_CAPITAL ? "^"
                      : word->flags & WORD_DIGITS  ? "'"
                                                   : "");
    }
}

static void
add_link(struct buf *out, const char *name, uint32_t index)
{
    if (index == NO_INDEX)
        return;
    buf_text(out, name);
    buf_int(out, index);
}

void
dump_links(struct buf *out, const struct samsyn_document *document)
{
    for (size_t i = 0; i < document->block_count; i++) {
        const struct block *block = &document->blocks[i];

        buf_int(out, (int64_t)i);
        add_link(out, " under ", block->heading);
        add_link(out, " after ", block->lead_in);
        add_link(out, " of ", block->header);
        buf_char(out, '\n');
    }
}
