/* SPDX-License-Identifier: MIT */
/* The text of the documents with the evidence marked in it.
 *
 * Blocks come in reading order, and so do the marks, so both are walked once.
 * Within a block the text is cut wherever a stretch begins or ends; a piece in
 * a stretch that counted is marked, and behind the end of a stretch stand the
 * codes of the criteria that it counted for, each a link back.  A stretch may
 * reach over several blocks, as that of a row over its cells. */

#include "report/web_marks.h"
#include "report/web_parts.h"
#include "report/words.h"

enum {
    HEADING_FIRST = 4, /* the page's own headings end at h3 */
    HEADING_LAST = 6,
    INDENT_MOST = 3
};

/* Where in the text the page is. */
struct reading {
    struct web *html;
    struct web_marks marks;
    size_t index;     /* of the block */
    size_t low;       /* no mark before it reaches into this block */
    int heading;      /* level of the heading shown last, 0: none */
    const char *list; /* the list that is open, or NULL */
};

static bool
same_stretch(const struct web_mark *a, const struct web_mark *b)
{
    return a->stretch.start == b->stretch.start &&
           a->stretch.end == b->stretch.end;
}

/* Marks from low on that begin before @p end. */
static size_t
reach(const struct reading *reading, size_t end)
{
    size_t i = reading->low;

    while (i < reading->marks.count &&
           reading->marks.list[i].stretch.start < end)
        i++;
    return i;
}

/* ---- The pieces of a block ---- */

/* A piece of text, cut so that every stretch covers all or none of it. */
struct piece {
    size_t start, end;
    size_t first, last; /* marks to look among */
};

/* The next border after @p at. */
static size_t
next_border(const struct reading *reading, const struct piece *piece, size_t at,
            size_t end)
{
    for (size_t i = piece->first; i < piece->last; i++) {
        samsyn_stretch stretch = reading->marks.list[i].stretch;

        if (stretch.start > at && stretch.start < end)
            end = stretch.start;
        if (stretch.end > at && stretch.end < end)
            end = stretch.end;
    }
    return end;
}

static bool
covers(const struct web_mark *mark, const struct piece *piece)
{
    return mark->stretch.start <= piece->start &&
           mark->stretch.end >= piece->end;
}

static bool
is_counted(const struct reading *reading, const struct piece *piece)
{
    for (size_t i = piece->first; i < piece->last; i++) {
        const struct web_mark *mark = &reading->marks.list[i];

        if (mark->counted && covers(mark, piece))
            return true;
    }
    return false;
}

/* Every stretch that begins here gives the page one name to go to. */
static bool
is_first_here(const struct reading *reading, const struct piece *piece,
              size_t index)
{
    const struct web_mark *mark = &reading->marks.list[index];

    return mark->stretch.start == piece->start &&
           (index == 0 || !same_stretch(mark, mark - 1));
}

static void
put_id(struct web *html, samsyn_stretch stretch)
{
    web_raw(html, " id=\"");
    web_anchor(html, stretch);
    web_raw(html, "\"");
}

/* Opens the piece, with the name of the first stretch that begins here. */
static void
open_piece(const struct reading *reading, const struct piece *piece,
           const char *tag)
{
    struct web *html = reading->html;
    bool named = false;

    for (size_t i = piece->first; i < piece->last; i++) {
        if (!is_first_here(reading, piece, i))
            continue;
        if (named) {
            web_raw(html, "<span");
            put_id(html, reading->marks.list[i].stretch);
            web_raw(html, "></span>");
            continue;
        }
        web_raw(html, tag);
        put_id(html, reading->marks.list[i].stretch);
        web_raw(html, ">");
        named = true;
    }
    if (!named) {
        web_raw(html, tag);
        web_raw(html, ">");
    }
}

static void
put_back(struct web *html, const struct web_mark *mark)
{
    const char *code = web_criterion_code(mark->criterion);

    if (!*code)
        code = samsyn_criterion_text(mark->criterion, SAMSYN_CRITERION_ID);
    web_raw(html, " <a class=\"back\"");
    web_criterion_href(html, mark->criterion);
    web_raw(html, ">");
    web_text(html, code);
    web_raw(html, "<span class=\"unseen\">: ");
    web_text(html,
             samsyn_criterion_text(mark->criterion, SAMSYN_CRITERION_TITLE));
    web_raw(html, "</span></a>");
}

/* The criteria of the stretches that end with this piece. */
static void
put_backs(const struct reading *reading, const struct piece *piece)
{
    for (size_t i = piece->first; i < piece->last; i++) {
        const struct web_mark *mark = &reading->marks.list[i];

        if (mark->counted && mark->criterion &&
            mark->stretch.end == piece->end &&
            mark->stretch.start <= piece->start)
            put_back(reading->html, mark);
    }
}

static bool
is_named(const struct reading *reading, const struct piece *piece)
{
    for (size_t i = piece->first; i < piece->last; i++) {
        if (is_first_here(reading, piece, i))
            return true;
    }
    return false;
}

static void
put_piece(const struct reading *reading, const struct piece *piece,
          const char *text)
{
    struct web *html = reading->html;
    bool counted = is_counted(reading, piece);
    bool framed = counted || is_named(reading, piece);

    if (framed)
        open_piece(reading, piece, counted ? "<mark" : "<span class=\"seen\"");
    web_bytes(html, text, piece->end - piece->start);
    if (framed)
        web_raw(html, counted ? "</mark>" : "</span>");
    put_backs(reading, piece);
}

/* The text of a block, cut into pieces. */
static void
put_pieces(struct reading *reading, const samsyn_text_block *block)
{
    samsyn_stretch whole = samsyn_text_block_stretch(block);
    const char *text = samsyn_text_block_text(block, NULL);
    struct piece piece;

    while (reading->low < reading->marks.count &&
           reading->marks.list[reading->low].stretch.end <= whole.start)
        reading->low++;
    piece.first = reading->low;
    piece.last = reach(reading, whole.end);
    for (size_t at = whole.start; at < whole.end; at = piece.end) {
        piece.start = at;
        piece.end = next_border(reading, &piece, at, whole.end);
        put_piece(reading, &piece, text + (at - whole.start));
    }
}

/* ---- Blocks ---- */

static const samsyn_text_block *
block_at(const struct reading *reading, size_t index)
{
    return samsyn_assessment_block_at(reading->html->page.assessment, index);
}

static void
close_list(struct reading *reading)
{
    if (reading->list)
        web_raw(reading->html, reading->list);
    reading->list = NULL;
}

static void
put_attributes(struct web *html, const samsyn_text_block *block)
{
    int level = samsyn_text_block_level(block);

    if (samsyn_text_block_flags(block) &
        (SAMSYN_BLOCK_FURNITURE | SAMSYN_BLOCK_CONTENTS)) {
        web_raw(html, " class=\"furniture\"");
    } else if (samsyn_text_block_kind(block) == SAMSYN_BLOCK_ITEM &&
               level > 1) {
        web_raw(html, " class=\"l");
        web_number(html, level < INDENT_MOST ? level : INDENT_MOST);
        web_raw(html, "\"");
    }
}

static void
put_as(struct reading *reading, const samsyn_text_block *block, const char *tag)
{
    struct web *html = reading->html;

    web_raw(html, "<");
    web_raw(html, tag);
    put_attributes(html, block);
    web_raw(html, ">");
    put_pieces(reading, block);
    web_raw(html, "</");
    web_raw(html, tag);
    web_raw(html, ">\n");
}

/* No level is passed over on the way down, whatever the document does. */
static void
put_heading(struct reading *reading, const samsyn_text_block *block)
{
    static const char *const tags[] = { "h4", "h5", "h6" };
    int level = samsyn_text_block_level(block);

    close_list(reading);
    if (level > reading->heading + 1)
        level = reading->heading + 1;
    if (level > HEADING_LAST - HEADING_FIRST + 1)
        level = HEADING_LAST - HEADING_FIRST + 1;
    reading->heading = level > 0 ? level : 1;
    put_as(reading, block, tags[reading->heading - 1]);
}

static void
put_item(struct reading *reading, const samsyn_text_block *block)
{
    if (!reading->list)
        web_raw(reading->html, "<ul>\n");
    reading->list = "</ul>\n";
    put_as(reading, block, "li");
}

static void
put_cell(struct reading *reading, const samsyn_text_block *block)
{
    bool header = samsyn_text_block_kind(block) == SAMSYN_BLOCK_HEADER_CELL;

    web_raw(reading->html, header ? "<th scope=\"col\">" : "<td>");
    put_pieces(reading, block);
    web_raw(reading->html, header ? "</th>" : "</td>");
}

static void
open_table(struct web *html, size_t table)
{
    char name[WORDS_NUMBER];

    web_open_table(html, words_number(name, (int64_t)table + 1), false);
    web_raw(html, "<span class=\"unseen\">");
    web_say(html, MSG_HTML_TABLE, name, NULL);
    web_raw(html, "</span></caption>\n<tbody>\n");
}

/* A table: this cell and those that follow it. */
static void
put_table(struct reading *reading)
{
    const samsyn_text_block *block = block_at(reading, reading->index);
    size_t row, before = SAMSYN_NONE;
    size_t table = samsyn_text_block_table(block, NULL);

    close_list(reading);
    open_table(reading->html, table);
    for (; block && samsyn_text_block_table(block, &row) == table;
         block = block_at(reading, ++reading->index)) {
        if (row != before)
            web_raw(reading->html,
                    before == SAMSYN_NONE ? "<tr>" : "</tr>\n<tr>");
        before = row;
        put_cell(reading, block);
    }
    web_raw(reading->html, "</tr>\n");
    web_close_table(reading->html);
}

static void
put_block(struct reading *reading)
{
    const samsyn_text_block *block = block_at(reading, reading->index);

    if (samsyn_text_block_table(block, NULL) != SAMSYN_NONE) {
        put_table(reading);
        return;
    }
    reading->index++;
    if (samsyn_text_block_kind(block) == SAMSYN_BLOCK_HEADING) {
        put_heading(reading, block);
    } else if (samsyn_text_block_kind(block) == SAMSYN_BLOCK_ITEM) {
        put_item(reading, block);
    } else {
        close_list(reading);
        put_as(reading, block, "p");
    }
}

/* ---- Documents ---- */

static void
put_document(struct reading *reading, size_t number)
{
    struct web *html = reading->html;
    const char *name = samsyn_assessment_document_text(
        html->page.assessment, number - 1, SAMSYN_DOCUMENT_NAME);

    web_raw(html, "<h3>");
    web_text(html, words_last_part(name ? name : ""));
    web_raw(html, "</h3>\n<div class=\"document\"");
    web_lang(html);
    web_raw(html, ">\n");
    reading->heading = 0;
    while (samsyn_text_block_document(block_at(reading, reading->index)) ==
           number)
        put_block(reading);
    close_list(reading);
    web_raw(html, "</div>\n");
}

static void
put_documents(struct reading *reading)
{
    size_t count =
        samsyn_assessment_document_count(reading->html->page.assessment);

    for (size_t i = 1; i <= count; i++)
        put_document(reading, i);
}

void
web_document(struct web *html)
{
    const samsyn_assessment *assessment = html->page.assessment;
    struct reading reading = { .html = html };

    web_raw(html, "<section class=\"part new\" id=\"document\" "
                  "aria-labelledby=\"h-document\">\n<h2 id=\"h-document\">");
    web_say(html, MSG_HTML_DOCUMENT, NULL, NULL);
    web_raw(html, "</h2>\n");
    web_element(html, "p", "", MSG_HTML_DOCUMENT_WHY, NULL, NULL);
    if (web_marks_take(&reading.marks, &html->page.out->mem, assessment))
        put_documents(&reading);
    else
        html->page.out->failed = true;
    web_marks_done(&reading.marks);
    web_raw(html, "</section>\n");
}
