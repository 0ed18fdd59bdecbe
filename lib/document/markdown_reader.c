/* SPDX-License-Identifier: MIT */

/* Markdown to blocks, by md4c's callbacks; the only file that includes its
 * header.
 *
 * A paragraph outside of lists and tables is gathered first: where all of it
 * is bold and short, it is a heading that its writer did not mark as one.
 * Raw HTML and pictures are left out.  What stands between two lines of ---
 * at the top of the file, its metadata, is set aside.
 *
 * md4c fills up short rows of a table, so that a small file can make very
 * many cells: the callbacks are counted. */

#include "document/markdown_reader.h"

#include "base/utf8.h"
#include "base/vec.h"
#include "document/entity.h"
#include "document/text_guess.h"
#include "document/text_lines.h"

#include <md4c.h>
#include <string.h>

#define EVENTS_A_BYTE 4
#define EVENTS_SPARE 100000
#define BOLD_LEVEL 6
#define LONGEST_BOLD 100 /* columns of a bold heading */
#define LEAST_DASHES 3   /* that md4c wants for each column */
#define DEEPEST 255      /* levels of items that a block can have */

/* Text of a paragraph that is being gathered. */
struct piece {
    struct str text; /* in the file, or a constant */
    size_t start, end;
    char code[4]; /* where text is empty: a character written as an entity */
    uint8_t code_size;
    bool bold;
    bool breaks; /* a line end */
};

struct markdown {
    const struct reading *reading;
    struct samsyn_builder *builder;
    samsyn_status status;
    uint64_t events, most;
    size_t base; /* of the text md4c was given, in the file's text */
    struct str text;
    size_t last; /* where the last piece of text ended */
    size_t lists, items, quotes;
    bool hidden;     /* raw HTML */
    size_t pictures; /* in each other */
    size_t bold;
    bool gathering;
    struct vec pieces;
};

/* ---- Text ---- */

static bool
write_piece(struct markdown *markdown, const struct piece *piece)
{
    struct str text = piece->code_size ? str_make(piece->code, piece->code_size)
                                       : piece->text;

    markdown->status =
        builder_text(markdown->builder, text, piece->start, piece->end);
    return markdown->status == SAMSYN_OK;
}

static bool
add_piece(struct markdown *markdown, struct piece piece)
{
    struct piece *slot;

    piece.bold = markdown->bold > 0;
    if (!markdown->gathering)
        return write_piece(markdown, &piece);
    slot = vec_push(&markdown->pieces);
    if (slot)
        *slot = piece;
    else
        markdown->status = SAMSYN_E_NOMEM;
    return slot != NULL;
}

/* A piece with its place, where md4c points into the file. */
static struct piece
piece_of(struct markdown *markdown, struct str text)
{
    uintptr_t from = (uintptr_t)markdown->text.ptr, at = (uintptr_t)text.ptr;
    struct piece piece = { .text = text,
                           .start = SAMSYN_NONE,
                           .end = SAMSYN_NONE };

    if (at < from || at - from > markdown->text.len)
        return piece;
    markdown->last = (size_t)(at - from) + text.len;
    piece.start = markdown->base + (size_t)(at - from);
    piece.end = piece.start + text.len;
    return piece;
}

/* White space that md4c tells of: it stands where the last text ended. */
static bool
add_blank(struct markdown *markdown, struct str text)
{
    struct piece piece = {
        .text = text, .start = SAMSYN_NONE, .end = SAMSYN_NONE, .breaks = true
    };
    size_t at = markdown->last;

    if (at < markdown->text.len && markdown->text.ptr[at] <= ' ' &&
        (unsigned char)markdown->text.ptr[at] < 0x80) {
        piece.start = markdown->base + at;
        piece.end = piece.start + 1;
    }
    return add_piece(markdown, piece);
}

static bool
add_entity(struct markdown *markdown, struct str text)
{
    struct piece piece = piece_of(markdown, text);
    uint32_t code = entity_code(text);

    if (code)
        piece.code_size = (uint8_t)utf8_encode(code, piece.code);
    return add_piece(markdown, piece);
}

/* The only tag that leaves something in the text. */
static bool
is_line_break(struct str tag)
{
    return str_starts(tag, STR("<br")) || str_starts(tag, STR("<BR"));
}

static bool
add_text(struct markdown *markdown, MD_TEXTTYPE type, struct str text)
{
    switch (type) {
    case MD_TEXT_BR:
        return add_blank(markdown, STR(" "));
    case MD_TEXT_SOFTBR:
        return add_blank(markdown, STR("\n"));
    case MD_TEXT_ENTITY:
        return add_entity(markdown, text);
    case MD_TEXT_HTML:
        return !is_line_break(text) || add_blank(markdown, STR(" "));
    case MD_TEXT_NORMAL:
    case MD_TEXT_CODE:
    case MD_TEXT_LATEXMATH:
    case MD_TEXT_NULLCHAR:
        break;
    }
    return add_piece(markdown, piece_of(markdown, text));
}

/* ---- Blocks ---- */

static bool
open_block(struct markdown *markdown, samsyn_block kind, int level,
           unsigned flags)
{
    if (markdown->quotes > 0)
        flags |= SAMSYN_BLOCK_QUOTED;
    markdown->status =
        builder_open(markdown->builder, kind, level, flags, STR(""));
    return markdown->status == SAMSYN_OK;
}

static bool
close_block(struct markdown *markdown)
{
    markdown->status = builder_close(markdown->builder);
    return markdown->status == SAMSYN_OK;
}

/* The end of the paragraph's first line. */
static size_t
first_line(const struct markdown *markdown)
{
    const struct piece *pieces = markdown->pieces.data;
    size_t i = 0;

    while (i < markdown->pieces.len && !pieces[i].breaks)
        i++;
    return i;
}

/* The first pieces are bold, but for what stands in brackets at their end,
 * and read as a heading. */
static bool
is_bold_heading(const struct markdown *markdown, size_t end)
{
    const struct piece *pieces = markdown->pieces.data;
    size_t length = 0;
    char last = '.';

    for (size_t i = 0; i < end; i++) {
        struct str text = str_trim(pieces[i].text);

        if (!text.len && !pieces[i].breaks)
            continue; /* blanks between two bold stretches */
        if (pieces[i].breaks ||
            (!pieces[i].bold && !(length && text.len && text.ptr[0] == '(' &&
                                  text.ptr[text.len - 1] == ')')))
            return false;
        length += text_visible(pieces[i].text);
        if (text.len)
            last = pieces[i].text.ptr[pieces[i].text.len - 1];
    }
    return length <= LONGEST_BOLD && !memchr(".:,;", last, 4);
}

/* A label that Markdown does not know, at the start of a line of text. */
static struct label
label_at(const struct markdown *markdown, size_t index)
{
    const struct piece *pieces = markdown->pieces.data;
    struct label none = { .kind = LABEL_NONE };

    if (pieces[index].breaks || (index && !pieces[index - 1].breaks))
        return none;
    struct label label = guess_label(pieces[index].text);
    char mark = label.kind == LABEL_LETTER ? pieces[index].text.ptr[1] : ' ';
    return label.kind == LABEL_BULLET || mark == ')' ? label : none;
}

/* The paragraph as it stands, but with items where its lines have labels. */
static bool
write_paragraph(struct markdown *markdown, size_t first)
{
    struct piece *pieces = markdown->pieces.data;
    bool open = false;

    for (size_t i = first; i < markdown->pieces.len; i++) {
        struct label label = label_at(markdown, i);

        if (label.kind != LABEL_NONE && open && !close_block(markdown))
            return false;
        if (label.kind != LABEL_NONE &&
            !open_block(markdown, SAMSYN_BLOCK_ITEM, 1, SAMSYN_BLOCK_GUESSED))
            return false;
        if (label.kind == LABEL_NONE && !open &&
            !open_block(markdown, SAMSYN_BLOCK_PARAGRAPH, 0, 0))
            return false;
        open = true;
        pieces[i].text.ptr += label.text;
        pieces[i].text.len -= label.text;
        if (pieces[i].start != SAMSYN_NONE)
            pieces[i].start += label.text;
        if (!write_piece(markdown, &pieces[i]))
            return false;
    }
    return !open || close_block(markdown);
}

static bool
write_heading(struct markdown *markdown, size_t end)
{
    const struct piece *pieces = markdown->pieces.data;

    if (!open_block(markdown, SAMSYN_BLOCK_HEADING, BOLD_LEVEL,
                    SAMSYN_BLOCK_GUESSED))
        return false;
    for (size_t i = 0; i < end; i++) {
        if (!write_piece(markdown, &pieces[i]))
            return false;
    }
    return close_block(markdown);
}

/* A paragraph whose first line is a heading, and the others not bold, is that
 * and the rest. */
static bool
end_gathering(struct markdown *markdown)
{
    const struct piece *pieces = markdown->pieces.data;
    size_t line = first_line(markdown), rest = 0;
    bool more = line + 1 < markdown->pieces.len;
    bool fine = true;

    markdown->gathering = false;
    if (!(more && pieces[line + 1].bold) && is_bold_heading(markdown, line)) {
        fine = write_heading(markdown, line);
        rest = line < markdown->pieces.len ? line + 1 : line;
    }
    fine = fine && write_paragraph(markdown, rest);
    vec_clear(&markdown->pieces);
    return fine;
}

static bool
open_item(struct markdown *markdown)
{
    size_t level = markdown->lists < DEEPEST ? markdown->lists : DEEPEST;

    markdown->items++;
    return open_block(markdown, SAMSYN_BLOCK_ITEM, (int)level, 0);
}

static bool
open_heading(struct markdown *markdown, const MD_BLOCK_H_DETAIL *detail)
{
    /* A heading in a list does not divide the document. */
    if (markdown->items)
        return open_block(markdown, SAMSYN_BLOCK_PARAGRAPH, 0, 0);
    return open_block(markdown, SAMSYN_BLOCK_HEADING, (int)detail->level, 0);
}

static bool
open_paragraph(struct markdown *markdown)
{
    if (markdown->items)
        return open_block(markdown, SAMSYN_BLOCK_PARAGRAPH, 0, 0);
    markdown->gathering = true;
    return true;
}

static bool
enter(struct markdown *markdown, MD_BLOCKTYPE type, const void *detail)
{
    switch (type) {
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
        markdown->lists++;
        return true;
    case MD_BLOCK_LI:
        return open_item(markdown);
    case MD_BLOCK_H:
        return open_heading(markdown, detail);
    case MD_BLOCK_CODE:
        return open_block(markdown, SAMSYN_BLOCK_PARAGRAPH, 0, 0);
    case MD_BLOCK_HTML:
        markdown->hidden = true;
        return true;
    case MD_BLOCK_P:
        return open_paragraph(markdown);
    case MD_BLOCK_TABLE:
        return open_block(markdown, SAMSYN_BLOCK_TABLE, 0, 0);
    case MD_BLOCK_TR:
        return open_block(markdown, SAMSYN_BLOCK_ROW, 0, 0);
    case MD_BLOCK_TH:
        return open_block(markdown, SAMSYN_BLOCK_HEADER_CELL, 0, 0);
    case MD_BLOCK_TD:
        return open_block(markdown, SAMSYN_BLOCK_CELL, 0, 0);
    case MD_BLOCK_QUOTE:
        markdown->quotes++;
        return true;
    case MD_BLOCK_DOC:
    case MD_BLOCK_HR:
    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY:
        return true;
    }
    return true;
}

static bool
leave(struct markdown *markdown, MD_BLOCKTYPE type)
{
    switch (type) {
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
        markdown->lists--;
        return true;
    case MD_BLOCK_LI:
        markdown->items--;
        return close_block(markdown);
    case MD_BLOCK_P:
        return markdown->gathering ? end_gathering(markdown)
                                   : close_block(markdown);
    case MD_BLOCK_HTML:
        markdown->hidden = false;
        return true;
    case MD_BLOCK_H:
    case MD_BLOCK_CODE:
    case MD_BLOCK_TABLE:
    case MD_BLOCK_TR:
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
        return close_block(markdown);
    case MD_BLOCK_QUOTE:
        markdown->quotes--;
        return true;
    case MD_BLOCK_DOC:
    case MD_BLOCK_HR:
    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY:
        return true;
    }
    return true;
}

/* ---- md4c ---- */

static bool
count_event(struct markdown *markdown)
{
    if (markdown->events++ < markdown->most)
        return true;
    markdown->status = SAMSYN_E_LIMIT;
    return false;
}

static int
on_enter_block(MD_BLOCKTYPE type, void *detail, void *user)
{
    struct markdown *markdown = user;

    return !(count_event(markdown) && enter(markdown, type, detail));
}

static int
on_leave_block(MD_BLOCKTYPE type, void *detail, void *user)
{
    struct markdown *markdown = user;

    (void)detail;
    return !(count_event(markdown) && leave(markdown, type));
}

static int
on_enter_span(MD_SPANTYPE type, void *detail, void *user)
{
    struct markdown *markdown = user;

    (void)detail;
    markdown->bold += type == MD_SPAN_STRONG;
    markdown->pictures += type == MD_SPAN_IMG;
    return !count_event(markdown);
}

static int
on_leave_span(MD_SPANTYPE type, void *detail, void *user)
{
    struct markdown *markdown = user;

    (void)detail;
    markdown->bold -= type == MD_SPAN_STRONG;
    markdown->pictures -= type == MD_SPAN_IMG;
    return !count_event(markdown);
}

static int
on_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *user)
{
    struct markdown *markdown = user;

    if (!count_event(markdown))
        return 1;
    if (markdown->hidden || markdown->pictures)
        return 0;
    return !add_text(markdown, type, str_make(text, size));
}

static samsyn_status
parse(struct markdown *markdown)
{
    MD_PARSER parser = { .flags = MD_FLAG_TABLES,
                         .enter_block = on_enter_block,
                         .leave_block = on_leave_block,
                         .enter_span = on_enter_span,
                         .leave_span = on_leave_span,
                         .text = on_text };
    int result = md_parse(markdown->text.ptr, (MD_SIZE)markdown->text.len,
                          &parser, markdown);

    if (markdown->status != SAMSYN_OK)
        return markdown->status;
    return result ? SAMSYN_E_NOMEM : SAMSYN_OK;
}

/* ---- Around it ---- */

static struct str
line_at(struct str text, size_t at)
{
    const char *end = memchr(text.ptr + at, '\n', text.len - at);
    size_t length = end ? (size_t)(end - text.ptr) - at : text.len - at;

    return str_make(text.ptr + at, length);
}

/* How long the metadata at the top is: from a line of --- to the next. */
static size_t
metadata_length(struct str text)
{
    struct str line = line_at(text, 0);
    size_t at = line.len + 1, keys = 0;

    if (!str_equal(str_trim(line), STR("---")))
        return 0;
    while (at < text.len) {
        line = line_at(text, at);
        at += line.len + 1;
        struct str bare = str_trim(line);
        if (str_equal(bare, STR("---")) || str_equal(bare, STR("...")))
            return keys ? (at < text.len ? at : text.len) : 0;
        if (!bare.len)
            return 0;
        keys += memchr(bare.ptr, ':', bare.len) != NULL;
    }
    return 0;
}

static samsyn_status
put_metadata(const struct reading *reading, size_t length)
{
    samsyn_status status =
        builder_open(reading->builder, SAMSYN_BLOCK_PARAGRAPH, 0,
                     SAMSYN_BLOCK_FURNITURE, STR(""));

    if (status == SAMSYN_OK)
        status = reading_text(reading, 0, length);
    return status == SAMSYN_OK ? builder_close(reading->builder) : status;
}

/* Between the bars of a table stand dashes, too few for md4c in one column. */
static bool
is_short_delimiter(struct str line)
{
    size_t width = 0, bars = 0, dashes = 0;
    bool few = false;

    line = str_trim(line);
    for (size_t i = 0; i <= line.len; i++) {
        char c = i < line.len ? line.ptr[i] : '|';

        if (c == '-' || c == ':') {
            width++;
            dashes += c == '-';
        } else if (c == '|') {
            bars += i < line.len;
            few = few || (width && width < LEAST_DASHES);
            width = 0;
        } else if (c != ' ' && c != '\t') {
            return false;
        }
    }
    return few && bars && dashes;
}

static samsyn_status
note_delimiters(const struct reading *reading)
{
    struct str text = reading->text, above = STR("");
    samsyn_status status = SAMSYN_OK;
    size_t at = 0;

    while (at < text.len && status == SAMSYN_OK) {
        struct str line = line_at(text, at);

        if (memchr(above.ptr, '|', above.len) && is_short_delimiter(line))
            status = reading_notice(reading, DIAG_DOCUMENT_DASHES, at,
                                    at + line.len);
        at += line.len + 1;
        above = line;
    }
    return status;
}

samsyn_status
markdown_read(const struct reading *reading)
{
    size_t skip = metadata_length(reading->text);
    struct markdown markdown = { .reading = reading,
                                 .builder = reading->builder };
    samsyn_status status = note_delimiters(reading);

    if (status == SAMSYN_OK && skip)
        status = put_metadata(reading, skip);
    if (status != SAMSYN_OK)
        return status;
    markdown.base = reading->base + skip;
    markdown.text =
        str_make(reading->text.ptr + skip, reading->text.len - skip);
    markdown.most = (uint64_t)reading->text.len * EVENTS_A_BYTE + EVENTS_SPARE;
    vec_init(&markdown.pieces, &reading->config->mem, sizeof(struct piece));
    status = parse(&markdown);
    vec_done(&markdown.pieces);
    return status;
}
