/* SPDX-License-Identifier: MIT */
#ifndef DOCUMENT_DOCUMENT_H
#define DOCUMENT_DOCUMENT_H

/* The immutable document.  Flat arrays in reading order: blocks hold
 * sentences hold words; offsets go into one normalised text, and a map leads
 * from there to the bytes of the file.  Nothing here knows a rule.
 *
 * Invariants: ranges are half-open; blocks, sentences and words each cover
 * rising, disjoint ranges; `folded` has the length of `text`, and byte i of
 * the one belongs to the same letter as byte i of the other; every word is in
 * one sentence, every sentence in one block. */

#include "base/arena.h"
#include "base/config.h"
#include "base/diag.h"
#include "base/str.h"
#include "language/language.h"

#define NO_INDEX UINT32_MAX

enum {
    WORD_CAPITAL = 1,
    WORD_UPPER = 2,
    WORD_DIGITS = 4
};

/* What stands between a word and the one before it. */
enum {
    GLUE_SPACE = 0,   /* white space only */
    GLUE_START = 1,   /* first of its sentence */
    GLUE_OTHER = 2,   /* anything else */
    GLUE_TIGHT = 0x80 /* added: no white space at all */
    /* otherwise the one punctuation mark in between, as ASCII: - . , / : ;
     * ( ) " ; every dash counts as '-' */
};

struct word {
    uint32_t start;  /* in text */
    uint32_t length; /* bytes */
    uint32_t form;   /* index of its distinct folded form */
    uint8_t flags;
    uint8_t glue;
};

struct sentence {
    uint32_t word_first, word_end;
    uint32_t start, end; /* in text */
    uint32_t block;
};

enum zone {
    ZONE_BODY,
    ZONE_HEADING,
    ZONE_CONTENTS,
    ZONE_FURNITURE,
    ZONE_SIGNATURE /* counts as body, and can be asked for */
};

struct block {
    uint8_t kind; /* enum samsyn_block, never TABLE or ROW */
    uint8_t level;
    uint8_t zone;
    bool guessed;
    bool quoted;         /* marked as a quotation, as a whole */
    uint16_t span;       /* cells: columns that it stands in */
    uint32_t start, end; /* in text */
    uint32_t sentence_first, sentence_end;
    uint32_t word_first, word_end;
    uint32_t heading; /* the block of the nearest heading above */
    uint32_t lead_in; /* items, and paragraphs that stand like such: the
                         block that introduces the list */
    uint32_t row;     /* cells: index of their row */
    uint32_t column;  /* cells: from 0 */
    uint32_t header;  /* cells: the block of the column's title */
    struct str place; /* containers */
};

struct row {
    uint32_t block_first, block_end; /* its cells */
    uint32_t table;                  /* from 0, rising */
    bool header;                     /* holds column titles only */
};

/* A stretch of text and where it came from: bytes of the source as UTF-8,
 * which for a file in UTF-8 are the file's. */
struct run {
    uint32_t start; /* in text; the run ends where the next begins */
    bool linear;    /* byte for byte; else the whole stands for the whole */
    size_t source_start, source_end;
};

/* The same place counted in three ways, so that one is found from another
 * without reading the file from its beginning. */
struct source_mark {
    size_t byte;    /* in source */
    size_t decoded; /* in source as UTF-8 */
    size_t code;    /* code points */
};

enum encoding {
    ENCODING_NONE, /* a container: no source bytes */
    ENCODING_UTF8,
    ENCODING_CP1252,
    ENCODING_UTF16LE,
    ENCODING_UTF16BE
};

struct notice {
    struct str code;
    struct str text; /* in the configured language */
    samsyn_span span;
    size_t document; /* of the set, from 1; 0 where it is about all of it */
};

/* A document of a set, and where it stands in the joined one. */
struct set_member {
    const struct samsyn_document *document; /* borrowed */
    uint32_t start;                         /* in the joined text */
    uint32_t block_first, block_end;
    uint32_t word_first, word_end;
    uint32_t first_heading; /* block; block_end where there is none */
};

/* Everything is in the arena, but text and words, the largest parts, which
 * are blocks of memory of their own. */
struct samsyn_document {
    struct arena arena;
    struct str name;
    /* By samsyn_property, from 1; of the format "text", "markdown", "built"
     * or what a reader set. */
    struct str properties[SAMSYN_PROPERTY_DATE];
    char digest[72];
    enum encoding encoding;
    struct str source; /* the file's bytes; empty for a container */
    struct str text;
    char *text_block; /* the memory of text */
    char *folded;     /* text.len bytes, simple case folding */
    struct run *runs;
    size_t run_count;
    size_t *lines; /* offsets in source at which lines begin */
    size_t line_count;
    struct source_mark *marks; /* none where counting is cheap without */
    size_t mark_count;
    struct block *blocks;
    size_t block_count;
    struct sentence *sentences;
    size_t sentence_count;
    uint32_t *sentence_marks; /* by every 16th word: its sentence */
    struct word *words;
    size_t word_count;
    struct str *forms; /* distinct folded words */
    size_t form_count;
    struct row *rows;
    size_t row_count;
    struct word_set suspended; /* copied from the pack, for quotes */
    struct notice *notices;
    size_t notice_count;
    struct set_member *members; /* a set's; none where it is one file */
    size_t member_count;
};

/* "" where it has none. */
struct str
document_property(const struct samsyn_document *document,
                  samsyn_property property);

/* Notes which sentences words are in, once both are there.  False without
 * memory. */
bool
document_index(struct samsyn_document *document);

/* The sentence that holds a word. */
uint32_t
document_sentence_of(const struct samsyn_document *document, uint32_t word);

/* The block that holds a word. */
uint32_t
document_block_of(const struct samsyn_document *document, uint32_t word);

/* Which document of a set holds a place of the text, from 0. */
size_t
document_member_of(const struct samsyn_document *document, uint32_t at);

/* One past the blocks and the words of the main document: of all, where it is
 * one file. */
uint32_t
document_main_blocks(const struct samsyn_document *document);
uint32_t
document_main_words(const struct samsyn_document *document);

/* The place in the file of a stretch of text; all NONE for a container. */
samsyn_span
document_span(const struct samsyn_document *document, uint32_t start,
              uint32_t end);

/* A line and a column, both from 1; 0 where there is none. */
struct document_point {
    size_t line, column;
};

/* Where a stretch of text from @p start on ends in its file: what
 * document_span() gave for it. */
struct document_point
document_end(const struct samsyn_document *document, uint32_t start,
             samsyn_span span);

/* The quote of a span: its bytes decoded and normalised.  For a container the
 * stretch of text itself. */
void
document_quote(struct buf *out, const struct samsyn_document *document,
               uint32_t start, uint32_t end);

void
document_free(struct samsyn_document *document);

#endif
