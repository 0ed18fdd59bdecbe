/* SPDX-License-Identifier: MIT */

/* Plain text to blocks, line by line: page furniture and tables of contents
 * are set aside, tables and headings guessed, items known by their labels,
 * and what is left is joined to paragraphs.
 *
 * At most one block of running text is open.  It goes on over a page limit
 * where the sentence does; the page's furniture then comes after it.  Text is
 * given to the builder as stretches of the file, line ends included, so that
 * words divided there are joined. */

#include "document/text_reader.h"

#include "base/utf8.h"
#include "document/term_find.h"
#include "document/text_breaks.h"
#include "document/text_drawn.h"
#include "document/text_guess.h"
#include "document/text_heading.h"
#include "document/text_lines.h"
#include "document/text_put.h"
#include "document/text_table.h"
#include "language/fold.h"

#define LEVELS 64        /* of lists in lists */
#define MOST_ENTRIES 200 /* lines of a table of contents */
#define BODY_BLOCK 200   /* columns: longer is no line of a title page */

/* A list that may go on: how far its labels and texts are indented. */
struct list_level {
    size_t label, text;
};

struct text_reader {
    const struct reading *reading;
    struct samsyn_builder *builder;
    struct text_lines lines;
    struct arena scratch;
    size_t at; /* the line to be read */

    struct text_open open;
    size_t from, to;  /* its text that the builder has not got */
    size_t after;     /* past the line end after that */
    size_t opened;    /* its first byte */
    size_t furniture; /* furniture before this line waits ... */
    bool waiting;     /* ... to be put out */
    bool contents;    /* a table of contents goes on */
    size_t listed;    /* lines before this one are its entries */
    size_t no_table;  /* no table begins before this line */
    struct text_before before;
    struct list_level levels[LEVELS];
    size_t depth; /* of lists */
};

static const struct text_line *
line_at(const struct text_reader *reader, size_t index)
{
    return &reader->lines.lines[index];
}

static struct str
line_str(const struct text_reader *reader, size_t index)
{
    return text_line_str(&reader->lines, index);
}

/* ---- Text and blocks ---- */

static samsyn_status
open_block(struct text_reader *reader, samsyn_block kind, int level,
           unsigned flags)
{
    return builder_open(reader->builder, kind, level, flags, STR(""));
}

/* A block of whole lines, first to last. */
static samsyn_status
put_lines(struct text_reader *reader, samsyn_block kind, int level,
          unsigned flags, size_t first, size_t last)
{
    samsyn_status status = open_block(reader, kind, level, flags);

    if (status == SAMSYN_OK)
        status = reading_text(reader->reading, line_at(reader, first)->start,
                              line_at(reader, last)->end);
    if (status == SAMSYN_OK)
        status = builder_close(reader->builder);
    return status;
}

/* Put out the furniture that waited for the end of a block. */
static samsyn_status
put_furniture(struct text_reader *reader, size_t end)
{
    samsyn_status status = SAMSYN_OK;

    if (!reader->waiting)
        return SAMSYN_OK;
    reader->waiting = false;
    for (size_t i = reader->furniture; i < end && status == SAMSYN_OK; i++) {
        if (line_at(reader, i)->flags & LINE_FURNITURE)
            status = put_lines(reader, SAMSYN_BLOCK_PARAGRAPH, 0,
                               SAMSYN_BLOCK_FURNITURE, i, i);
    }
    return status;
}

/* The open block is running text, and no line of a title page. */
static bool
is_body(const struct text_reader *reader)
{
    struct str text = str_make(reader->lines.text.ptr + reader->opened,
                               reader->to - reader->opened);

    return reader->open.kind &&
           (guess_is_longer(text, BODY_BLOCK) ||
            guess_is_ended(line_str(reader, reader->open.last)));
}

static bool
is_lead_in(const struct text_reader *reader)
{
    return text_is_lead_in(line_str(reader, reader->open.last));
}

/* End the open block before line `at`. */
static samsyn_status
close_block(struct text_reader *reader)
{
    samsyn_status status = SAMSYN_OK;

    reader->before.body = reader->before.body || is_body(reader);
    if (reader->open.kind) {
        status = reading_text(reader->reading, reader->from, reader->to);
        if (status == SAMSYN_OK)
            status = builder_close(reader->builder);
    }
    reader->open.kind = (samsyn_block)0;
    if (status == SAMSYN_OK)
        status = put_furniture(reader, reader->at);
    return status;
}

/* Begin a block with the rest of line `at`, from @p start on. */
static samsyn_status
begin(struct text_reader *reader, samsyn_block kind, int level, size_t start)
{
    const struct text_line *line = line_at(reader, reader->at);
    samsyn_status status = close_block(reader);

    if (status == SAMSYN_OK)
        status = open_block(reader, kind, level, 0);
    reader->open.kind = kind;
    reader->from = reader->opened = start;
    reader->to = line->end;
    reader->after = line->next;
    reader->open.first = reader->open.last = reader->at;
    reader->open.lower = guess_is_lower(line_str(reader, reader->at));
    return status;
}

/* Go on with line `at` in the open block. */
static samsyn_status
go_on(struct text_reader *reader)
{
    const struct text_line *line = line_at(reader, reader->at);
    samsyn_status status = SAMSYN_OK;

    if (line->start != reader->after) {
        status = reading_text(reader->reading, reader->from, reader->after);
        reader->from = line->start;
    }
    reader->to = line->end;
    reader->after = line->next;
    reader->open.last = reader->at;
    return status;
}

/* ---- Furniture and contents ---- */

/* Line @p index is an entry of a table of contents. */
static bool
is_contents(const struct text_reader *reader, size_t index)
{
    const struct text_line *line = line_at(reader, index);
    struct str text = line_str(reader, index);
    size_t next = index + 1;

    if (line->flags & LINE_LEADER || index < reader->listed)
        return true;
    if (!reader->contents)
        return false;
    char last = text.ptr[text.len - 1];
    if ((line->flags & LINE_GAP) && last >= '0' && last <= '9')
        return true;
    /* An entry of two lines has its number on the second. */
    return next < reader->lines.count && !line_at(reader, next)->parted &&
           (line_at(reader, next)->flags & LINE_LEADER);
}

/* The next line of text at or after @p index; count where there is none. */
static size_t
next_text(const struct text_reader *reader, size_t index)
{
    while (index < reader->lines.count &&
           (line_at(reader, index)->flags & LINE_FURNITURE))
        index++;
    return index;
}

/* A table of contents without page numbers, from line @p first: it ends where
 * its first entry stands again, as a heading, and has no sentences. */
static size_t
find_listed(const struct text_reader *reader, size_t first)
{
    struct str entry;

    first = next_text(reader, first);
    if (first == reader->lines.count)
        return 0;
    entry = line_str(reader, first);
    for (size_t i = first + 1;
         i < reader->lines.count && i - first < MOST_ENTRIES; i++) {
        if (line_at(reader, i)->flags & LINE_FURNITURE)
            continue;
        if (str_equal(line_str(reader, i), entry))
            return i - first > 1 ? i : 0;
        if (guess_is_ended(line_str(reader, i)))
            return 0;
    }
    return 0;
}

static samsyn_status
take_contents(struct text_reader *reader)
{
    samsyn_status status = close_block(reader);

    if (status == SAMSYN_OK)
        status = put_lines(reader, SAMSYN_BLOCK_PARAGRAPH, 0,
                           SAMSYN_BLOCK_CONTENTS, reader->at, reader->at);
    reader->contents = true;
    reader->open.apart = true;
    reader->depth = 0;
    reader->before.number = 0;
    reader->at++;
    return status;
}

static samsyn_status
take_furniture(struct text_reader *reader)
{
    if (!reader->waiting)
        reader->furniture = reader->at;
    reader->waiting = true;
    reader->open.page = true;
    reader->at++;
    return SAMSYN_OK;
}

/* ---- Tables ---- */

typedef bool
table_find(struct text_table *out, const struct text_lines *lines, size_t at,
           const samsyn_allocator *mem, bool *found);

static samsyn_status
take_table(struct text_reader *reader, const struct text_table *table)
{
    samsyn_status status = close_block(reader);

    if (status == SAMSYN_OK)
        status = text_table_put(reader->reading, &reader->lines, table);
    reader->waiting = true;
    reader->furniture = reader->at;
    reader->at = table->next;
    reader->open.apart = true;
    reader->contents = false;
    reader->depth = 0;
    reader->before.number = 0;
    return status == SAMSYN_OK ? put_furniture(reader, reader->at) : status;
}

/* Take the table that @p find finds here; *taken tells. */
static samsyn_status
try_find(struct text_reader *reader, table_find *find, size_t *none,
         bool *taken)
{
    struct text_table table;
    samsyn_status status = SAMSYN_OK;

    if (!find(&table, &reader->lines, reader->at, &reader->scratch.mem, taken))
        status = SAMSYN_E_NOMEM;
    else if (*taken)
        status = take_table(reader, &table);
    else
        *none = table.next;
    text_table_done(&table);
    return status;
}

/* Take a table where one begins here. */
static samsyn_status
try_table(struct text_reader *reader, bool *taken)
{
    bool gap = line_at(reader, reader->at)->flags & LINE_GAP;
    size_t none;
    samsyn_status status = try_find(reader, text_drawn_find, &none, taken);

    if (status == SAMSYN_OK && !*taken && gap && reader->at >= reader->no_table)
        status = try_find(reader, text_table_find, &reader->no_table, taken);
    return status;
}

/* ---- Headings ---- */

/* The heading says that a table of contents, or an annex, follows. */
static samsyn_status
heading_has(struct text_reader *reader, size_t first, enum heading_role role,
            int *word)
{
    const struct term_list *terms = &reader->reading->language->headings[role];
    struct str folded = fold_copy(&reader->scratch, line_str(reader, first));

    if (!folded.ptr)
        return SAMSYN_E_NOMEM;
    *word = term_find(terms, folded);
    arena_done(&reader->scratch);
    return SAMSYN_OK;
}

static samsyn_status
take_heading(struct text_reader *reader, struct text_heading heading)
{
    size_t first = reader->at, last;
    int contents = -1, annex = -1;
    samsyn_status status = close_block(reader);

    if (status == SAMSYN_OK)
        status = heading_has(reader, first, HEADING_CONTENTS, &contents);
    if (status == SAMSYN_OK)
        status = heading_has(reader, first, HEADING_ANNEX, &annex);
    if (status != SAMSYN_OK)
        return status;
    reader->before.heading = true;
    reader->before.number = 0;
    reader->contents = contents >= 0;
    if (reader->contents)
        reader->listed = find_listed(reader, first + heading.lines);
    reader->depth = 0;
    reader->open.apart = true;
    /* Lines of a heading may have furniture between them only if a page
     * begins there, and such lines are not joined. */
    last = first + heading.lines - 1;
    reader->at = last + 1;
    return put_lines(reader, SAMSYN_BLOCK_HEADING,
                     annex == 0 ? 1 : heading.level, SAMSYN_BLOCK_GUESSED,
                     first, last);
}

/* ---- Items and paragraphs ---- */

/* The numbers of this line and the one above or below it follow each other,
 * so that a number alone is a label. */
static bool
is_counted(const struct text_reader *reader, const struct label *label)
{
    size_t next = reader->at + 1;
    struct label below;

    if (reader->before.number && label->number == reader->before.number + 1)
        return true;
    if (next >= reader->lines.count || line_at(reader, next)->parted)
        return false;
    below = guess_label(line_str(reader, next));
    return below.kind == label->kind && below.depth == 1 &&
           below.number == label->number + 1;
}

/* A label that could be part of a sentence begins an item only where a block
 * begins, in a list, after a lead-in or further in than the line above. */
static bool
is_item(const struct text_reader *reader, const struct label *label,
        bool begins)
{
    if (label->kind == LABEL_NONE || label->kind == LABEL_SECTION)
        return false;
    if (label->kind == LABEL_OUTLINE)
        return label->depth == 1 && is_counted(reader, label);
    if (label->kind == LABEL_BULLET || begins ||
        reader->open.kind == SAMSYN_BLOCK_ITEM)
        return true;
    if (text_is_broken_off(&reader->lines, reader->open.last, reader->at) &&
        (label->kind == LABEL_DASH ||
         guess_is_ended(line_str(reader, reader->open.last))))
        return true;
    return is_lead_in(reader) ||
           line_at(reader, reader->at)->indent >
               line_at(reader, reader->open.last)->indent + 1;
}

/* The level of an item whose label is indented so far. */
static int
item_level(struct text_reader *reader, size_t indent, size_t text)
{
    while (reader->depth &&
           reader->levels[reader->depth - 1].label > indent + 1)
        reader->depth--;
    if (!reader->depth ||
        (reader->levels[reader->depth - 1].label + 1 < indent &&
         reader->depth < LEVELS))
        reader->depth++;
    reader->levels[reader->depth - 1] = (struct list_level){ indent, text };
    return (int)reader->depth;
}

static samsyn_status
take_item(struct text_reader *reader, const struct label *label)
{
    const struct text_line *line = line_at(reader, reader->at);
    struct str head = str_make(line_str(reader, reader->at).ptr, label->text);
    size_t text = line->indent + utf8_count(head.ptr, head.len);
    int level = item_level(reader, line->indent, text);

    reader->before.number = label->kind >= LABEL_NUMBER ? label->number : 0;
    return begin(reader, SAMSYN_BLOCK_ITEM, level, line->start + label->text);
}

/* After a blank line: a further paragraph of the item above. */
static bool
continues_item(const struct text_reader *reader)
{
    size_t indent = line_at(reader, reader->at)->indent;

    if (reader->open.kind != SAMSYN_BLOCK_ITEM || !reader->depth ||
        reader->open.page || indent == reader->lines.indent)
        return false;
    size_t text = reader->levels[reader->depth - 1].text;
    return indent + 1 >= text && indent <= text + 1;
}

/* A line below an item, without a blank line, that is not part of it: not
 * indented, and the line above was not full, or this one leads in another
 * list. */
static bool
leaves_item(const struct text_reader *reader)
{
    struct str line = line_str(reader, reader->at);

    if (reader->open.kind != SAMSYN_BLOCK_ITEM || !reader->depth ||
        reader->open.page)
        return false;
    return line_at(reader, reader->at)->indent <=
               reader->levels[reader->depth - 1].label &&
           !guess_is_lower(line) &&
           (text_is_lead_in(line) ||
            text_is_broken_off(&reader->lines, reader->open.last, reader->at) ||
            text_begins_anew(&reader->lines, reader->open.last, reader->at));
}

static samsyn_status
take_paragraph(struct text_reader *reader)
{
    reader->depth = 0;
    reader->before.number = 0;
    return begin(reader, SAMSYN_BLOCK_PARAGRAPH, 0,
                 line_at(reader, reader->at)->start);
}

/* A label with its text on the next line. */
static bool
is_lone_label(const struct text_reader *reader)
{
    const struct text_line *next = line_at(reader, reader->at) + 1;

    return guess_is_lone_label(line_str(reader, reader->at)) &&
           reader->at + 1 < reader->lines.count && !next->flags &&
           guess_label(line_str(reader, reader->at + 1)).kind == LABEL_NONE;
}

static samsyn_status
take_lone_label(struct text_reader *reader)
{
    size_t indent = line_at(reader, reader->at++)->indent;
    const struct text_line *line = line_at(reader, reader->at);
    size_t text = line->indent > indent ? line->indent : indent + 2;
    samsyn_status status = begin(reader, SAMSYN_BLOCK_ITEM,
                                 item_level(reader, indent, text), line->start);

    reader->before.number = 0;
    reader->open.apart = false;
    reader->at++;
    return status;
}

/* What the open block tells of the line that stands apart below it. */
static void
note_before(struct text_reader *reader)
{
    struct text_before *before = &reader->before;
    bool lead_in = reader->open.kind && is_lead_in(reader);

    before->body = before->body || is_body(reader);
    before->led = before->lead_in && !lead_in &&
                  reader->open.kind == SAMSYN_BLOCK_PARAGRAPH &&
                  reader->open.first == reader->open.last &&
                  guess_is_title(line_str(reader, reader->open.last));
    before->lead_in = lead_in || before->led;
}

static samsyn_status
take_text(struct text_reader *reader)
{
    struct label label = guess_label(line_str(reader, reader->at));
    bool begins = text_breaks_at(&reader->lines, &reader->open, reader->at) ||
                  (label.kind == LABEL_NONE && leaves_item(reader));
    samsyn_status status;

    if (begins) {
        note_before(reader);
        struct text_heading heading =
            text_heading_at(&reader->lines, reader->at, &reader->before);
        bool more = label.kind == LABEL_NONE && !reader->open.apart &&
                    continues_item(reader);

        if (heading.lines && !more)
            return take_heading(reader, heading);
        begins = !more;
    }
    if (is_item(reader, &label, begins))
        status = take_item(reader, &label);
    else if (begins)
        status = take_paragraph(reader);
    else
        status = go_on(reader);
    reader->open.apart = false;
    reader->at++;
    return status;
}

/* A line across the page, or one to sign on, ends what is open; the builder
 * sees what it is. */
static samsyn_status
take_rule(struct text_reader *reader)
{
    samsyn_status status = close_block(reader);

    if (status == SAMSYN_OK)
        status = put_lines(reader, SAMSYN_BLOCK_PARAGRAPH, 0, 0, reader->at,
                           reader->at);
    reader->open.apart = true;
    reader->at++;
    return status;
}

static samsyn_status
take_line(struct text_reader *reader)
{
    const struct text_line *line = line_at(reader, reader->at);
    samsyn_status status;
    bool taken;

    if (line->flags & LINE_FURNITURE)
        return take_furniture(reader);
    if (is_contents(reader, reader->at)) {
        status = take_contents(reader);
    } else {
        reader->contents = false;
        status = try_table(reader, &taken);
        if (status == SAMSYN_OK && !taken)
            status = line->flags & LINE_RULE ? take_rule(reader)
                     : is_lone_label(reader) ? take_lone_label(reader)
                                             : take_text(reader);
    }
    reader->open.page = false;
    return status;
}

samsyn_status
text_read(const struct reading *reading)
{
    const samsyn_allocator *mem = &reading->config->mem;
    struct text_reader reader = { .reading = reading,
                                  .builder = reading->builder };
    samsyn_status status = SAMSYN_OK;

    arena_init(&reader.scratch, mem);
    if (!text_lines_find(&reader.lines, reading->text, mem) ||
        !text_furniture_mark(&reader.lines, &reading->language->furniture, mem))
        status = SAMSYN_E_NOMEM;
    while (status == SAMSYN_OK && reader.at < reader.lines.count)
        status = take_line(&reader);
    if (status == SAMSYN_OK)
        status = close_block(&reader);
    text_lines_done(&reader.lines);
    arena_done(&reader.scratch);
    return status;
}
