/* SPDX-License-Identifier: MIT */

/* A copy of a DOCX file in which remarks stand as comments.
 *
 * The file is read as always, and where its paragraphs stand is kept; a
 * remark is put in at the paragraph that its evidence names, else at the first
 * one.  What is put in is whole elements with names of their own (each says
 * its namespace), so that it fits whatever the file calls things.  Parts that
 * need no change are copied as they are packed. */

#include "read/reader.h"

#ifdef READ_OFFICE
#include "base/utf8.h"
#include "read/docx_words.h"
#include "read/marks.h"
#include "read/remark_part.h"

#include <stdlib.h>

#define AUTHOR "samsyn"
#define LONGEST_REMARK ((size_t)1 << 20)

/* The parts that are changed. */
enum {
    PART_TEXT,
    PART_COMMENTS,
    PART_RELATIONS,
    PART_TYPES,
    PART_COUNT
};

/* What is put into the text: where a remark begins or ends. */
struct insert {
    size_t at;
    int64_t id;
    bool end;
};

struct remarking {
    const struct reading *reading;
    const samsyn_assessment *assessment;
    struct package *package;
    struct marks marks;
    struct remark_part parts[PART_COUNT];
    struct vec inserts; /* struct insert */
    struct buf text;    /* of a remark */
    int64_t next;       /* id */
    bool strict;        /* the file has the namespaces of strict OOXML */
    bool fresh;         /* it had no comments */
};

/* ---- Names ---- */

#define TRANSITIONAL "http://schemas.openxmlformats.org/"
#define STRICT "http://purl.oclc.org/ooxml/"
#define TYPES_SPACE TRANSITIONAL "package/2006/content-types"
#define RELATIONS_SPACE TRANSITIONAL "package/2006/relationships"
#define COMMENTS_TYPE                                                          \
    "application/vnd.openxmlformats-officedocument.wordprocessingml."          \
    "comments+xml"
#define XML_HEAD                                                               \
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

/* " xmlns:w=..." */
static void
put_space(const struct remarking *remarking, struct buf *out)
{
    buf_text(out, " xmlns:w=\"");
    buf_text(out, remarking->strict ? STRICT "wordprocessingml/main"
                                    : TRANSITIONAL
                      "wordprocessingml/2006/main");
    buf_char(out, '"');
}

/* In ASCII, which every part that is added to can hold, whatever its encoding:
 * other letters by their numbers. */
static void
put_escaped(struct buf *out, struct str text)
{
    static const char *const escapes[] = {
        ['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;", ['"'] = "&quot;"
    };
    size_t size;

    for (size_t i = 0; i < text.len; i += size) {
        uint32_t code = utf8_at(text, i, &size);

        if (code < ARRAY_LEN(escapes) && escapes[code]) {
            buf_text(out, escapes[code]);
        } else if (code < 0x80) {
            buf_char(out, (char)code);
        } else {
            buf_text(out, "&#");
            buf_int(out, (int64_t)code);
            buf_char(out, ';');
        }
    }
}

static bool
contains(struct str text, struct str sought)
{
    for (size_t i = 0; i + sought.len <= text.len; i++) {
        if (text.ptr[i] == sought.ptr[0] &&
            str_equal(str_make(text.ptr + i, sought.len), sought))
            return true;
    }
    return false;
}

/* ---- Comments ---- */

static void
put_id(struct buf *out, int64_t id)
{
    buf_text(out, " w:id=\"");
    buf_int(out, id);
    buf_char(out, '"');
}

static void
put_date(struct buf *out, const samsyn_assessment *assessment)
{
    const char *date =
        samsyn_assessment_text(assessment, SAMSYN_ASSESSMENT_DATE);

    if (!*date)
        return;
    buf_text(out, " w:date=\"");
    put_escaped(out, str_of(date));
    buf_text(out, "T00:00:00Z\"");
}

/* A line as a paragraph. */
static void
put_line(struct buf *out, struct str line, bool bold)
{
    buf_text(out, "<w:p><w:r>");
    buf_text(out, bold ? "<w:rPr><w:b/></w:rPr>" : "");
    buf_text(out, "<w:t xml:space=\"preserve\">");
    put_escaped(out, line);
    buf_text(out, "</w:t></w:r></w:p>");
}

static void
put_comment(struct remarking *remarking, int64_t id)
{
    struct buf *out = &remarking->parts[PART_COMMENTS].now;
    struct str text = buf_view(&remarking->text);

    buf_text(out, "<w:comment");
    put_space(remarking, out);
    put_id(out, id);
    buf_text(out, " w:author=\"" AUTHOR "\" w:initials=\"" AUTHOR "\"");
    put_date(out, remarking->assessment);
    buf_char(out, '>');
    for (size_t from = 0; from < text.len;) {
        size_t to = from;

        while (to < text.len && text.ptr[to] != '\n')
            to++;
        put_line(out, str_make(text.ptr + from, to - from), from == 0);
        from = to + 1;
    }
    buf_text(out, "</w:comment>");
}

/* ---- Where they stand ---- */

/* The place of the first stretch of a kind that stands in the file itself and
 * not in an annex; empty where there is none. */
static struct str
place_in(const samsyn_criterion *criterion, samsyn_evidence_kind kind)
{
    size_t count = samsyn_criterion_evidence_count(criterion, kind);

    for (size_t i = 0; i < count; i++) {
        const samsyn_evidence *evidence =
            samsyn_criterion_evidence_at(criterion, kind, i);
        struct str place = str_of(samsyn_evidence_place(evidence));

        if (place.len && samsyn_evidence_document(evidence) == 1)
            return place;
    }
    return STR("");
}

/* Where it came nearest, else what counts so far, else the beginning. */
static const struct mark *
mark_of(const struct remarking *remarking, const samsyn_criterion *criterion)
{
    struct str place = place_in(criterion, SAMSYN_EVIDENCE_NEAREST);

    if (!place.len)
        place = place_in(criterion, SAMSYN_EVIDENCE_COUNTED);
    return marks_find(&remarking->marks, place);
}

static samsyn_status
add_insert(struct remarking *remarking, size_t at, int64_t id, bool end)
{
    struct insert *insert = vec_push(&remarking->inserts);

    if (!insert)
        return SAMSYN_E_NOMEM;
    *insert = (struct insert){ at, id, end };
    return SAMSYN_OK;
}

static int
take_text(void *user, const char *bytes, size_t length)
{
    buf_add(user, bytes, length);
    return buf_failed(user);
}

static samsyn_status
add_remark(struct remarking *remarking, const samsyn_criterion *criterion)
{
    const char *id = samsyn_criterion_text(criterion, SAMSYN_CRITERION_ID);
    const struct mark *mark = mark_of(remarking, criterion);
    samsyn_status status;

    buf_clear(&remarking->text);
    status = samsyn_report_remark(remarking->assessment, id, strlen(id),
                                  take_text, &remarking->text);
    if (status == SAMSYN_E_STOPPED)
        status = SAMSYN_E_NOMEM; /* for a copy of its text */
    if (status != SAMSYN_OK || !remarking->text.len)
        return status;
    if (!mark)
        return reading_refuse(remarking->reading, "document-no-paragraph", NULL,
                              SAMSYN_E_EMPTY);
    put_comment(remarking, remarking->next);
    status = add_insert(remarking, mark->start, remarking->next, false);
    if (status == SAMSYN_OK)
        status = add_insert(remarking, mark->end, remarking->next, true);
    remarking->next++;
    return status;
}

/* In the order of the file; those at one place begin and end by their ids. */
static int
compare_inserts(const void *left, const void *right)
{
    const struct insert *a = left, *b = right;

    if (a->at != b->at)
        return a->at < b->at ? -1 : 1;
    if (a->end != b->end)
        return a->end ? 1 : -1;
    return (a->id > b->id) - (a->id < b->id);
}

static void
put_insert(struct remarking *remarking, const struct insert *insert)
{
    struct buf *out = &remarking->parts[PART_TEXT].now;

    remark_part_to(&remarking->parts[PART_TEXT], insert->at);
    buf_text(out, insert->end ? "<w:commentRangeEnd" : "<w:commentRangeStart");
    put_space(remarking, out);
    put_id(out, insert->id);
    buf_text(out, "/>");
    if (!insert->end)
        return;
    buf_text(out, "<w:r");
    put_space(remarking, out);
    buf_text(out, "><w:commentReference");
    put_id(out, insert->id);
    buf_text(out, "/></w:r>");
}

/* ---- The parts ---- */

/* Folder/NAME of the text part, with what stands after it. */
static void
name_beside(const struct remarking *remarking, struct buf *out,
            const char *folder, const char *ending)
{
    struct str path = remarking->marks.part;
    size_t at = path.len;

    while (at && path.ptr[at - 1] != '/')
        at--;
    buf_clear(out);
    buf_add(out, path.ptr, at);
    buf_text(out, folder);
    if (*ending)
        buf_add(out, path.ptr + at, path.len - at);
    buf_text(out, ending);
}

/* A name that no part has, for comments; there are fewer parts than tries. */
static void
name_comments(struct remarking *remarking)
{
    struct buf *name = &remarking->parts[PART_COMMENTS].name;

    name_beside(remarking, name, "comments.xml", "");
    for (int i = 1;
         !buf_failed(name) && package_has(remarking->package, buf_view(name)) &&
         i <= ZIP_MOST_ENTRIES + 1;
         i++) {
        name_beside(remarking, name, "comments-" AUTHOR, "");
        buf_int(name, i);
        buf_text(name, ".xml");
    }
}

static samsyn_status
name_parts(struct remarking *remarking)
{
    struct remark_part *parts = remarking->parts;

    remarking->fresh = !remarking->marks.comments.len;
    buf_str(&parts[PART_TEXT].name, remarking->marks.part);
    if (remarking->fresh)
        name_comments(remarking);
    else
        buf_str(&parts[PART_COMMENTS].name, remarking->marks.comments);
    name_beside(remarking, &parts[PART_RELATIONS].name, "_rels/", ".rels");
    buf_text(&parts[PART_TYPES].name, "[Content_Types].xml");
    for (size_t i = 0; i < PART_COUNT; i++) {
        if (buf_failed(&parts[i].name))
            return SAMSYN_E_NOMEM;
    }
    return SAMSYN_OK;
}

static samsyn_status
damaged(const struct remarking *remarking)
{
    return reading_refuse(remarking->reading, "document-xml-damaged", NULL,
                          SAMSYN_E_NOT_TEXT);
}

/* Relations and types need no change where there are comments already. */
static bool
is_changed(const struct remarking *remarking, size_t part)
{
    return part <= PART_COMMENTS || remarking->fresh;
}

/* What is there; of the parts only comments and relations may be missing. */
static samsyn_status
read_parts(struct remarking *remarking)
{
    samsyn_status status = name_parts(remarking);

    for (size_t i = 0; i < PART_COUNT && status == SAMSYN_OK; i++) {
        struct remark_part *part = &remarking->parts[i];

        if (!is_changed(remarking, i))
            continue;
        if (package_has(remarking->package, buf_view(&part->name)))
            status = remark_part_read(part, remarking->package);
        else if (i == PART_TEXT || i == PART_TYPES)
            status = damaged(remarking);
    }
    if (status == SAMSYN_OK && !remarking->fresh &&
        remarking->parts[PART_COMMENTS].root != W_COMMENTS)
        status = damaged(remarking);
    return status;
}

/* Stand before the end of the root; a part that has no inside gets another
 * root, and how that ends is put after what is added. */
static void
open_root(struct remark_part *part, const char *name, const char *space)
{
    if (part->bytes.len && remark_part_to_end(part))
        return;
    part->done = part->bytes.len;
    buf_text(&part->now, XML_HEAD "<");
    buf_text(&part->now, name);
    buf_text(&part->now, space);
    buf_char(&part->now, '>');
}

static void
close_root(struct remark_part *part, const char *name)
{
    if (part->done < part->bytes.len) {
        remark_part_rest(part);
        return;
    }
    buf_text(&part->now, "</");
    buf_text(&part->now, name);
    buf_char(&part->now, '>');
}

/* The text part says where its comments are. */
static void
put_relation(struct remarking *remarking)
{
    struct remark_part *part = &remarking->parts[PART_RELATIONS];
    struct str path = buf_view(&remarking->parts[PART_COMMENTS].name);

    open_root(part, "Relationships", " xmlns=\"" RELATIONS_SPACE "\"");
    buf_text(&part->now, "<Relationship xmlns=\"" RELATIONS_SPACE
                         "\" Id=\"" REMARK_RELATION);
    buf_int(&part->now, part->relation + 1);
    buf_text(&part->now, "\" Type=\"");
    buf_text(&part->now, remarking->strict ? STRICT
                             "officeDocument/relationships/comments"
                                           : TRANSITIONAL
                             "officeDocument/2006/relationships/comments");
    buf_text(&part->now, "\" Target=\"/");
    put_escaped(&part->now, path);
    buf_text(&part->now, "\"/>");
    close_root(part, "Relationships");
}

static void
put_type(struct remarking *remarking)
{
    struct remark_part *part = &remarking->parts[PART_TYPES];

    open_root(part, "Types", " xmlns=\"" TYPES_SPACE "\"");
    buf_text(&part->now, "<Override xmlns=\"" TYPES_SPACE "\" PartName=\"/");
    put_escaped(&part->now, buf_view(&remarking->parts[PART_COMMENTS].name));
    buf_text(&part->now, "\" ContentType=\"" COMMENTS_TYPE "\"/>");
    close_root(part, "Types");
}

static void
put_text(struct remarking *remarking)
{
    struct insert *inserts = remarking->inserts.data;
    size_t count = remarking->inserts.len;

    if (count)
        qsort(inserts, count, sizeof *inserts, compare_inserts);
    for (size_t i = 0; i < count; i++)
        put_insert(remarking, &inserts[i]);
    remark_part_rest(&remarking->parts[PART_TEXT]);
}

/* ---- The copy ---- */

static samsyn_status
put_comments(struct remarking *remarking)
{
    const samsyn_assessment *assessment = remarking->assessment;
    struct remark_part *part = &remarking->parts[PART_COMMENTS];
    size_t count = samsyn_assessment_criterion_count(assessment);
    samsyn_status status = SAMSYN_OK;
    struct buf space;

    buf_init(&space, remarking->reading->mem, BUF_ANY);
    put_space(remarking, &space);
    if (buf_failed(&space))
        status = SAMSYN_E_NOMEM;
    else
        open_root(part, "w:comments", space.data);
    buf_done(&space);
    for (size_t i = 0; i < count && status == SAMSYN_OK; i++)
        status = add_remark(remarking,
                            samsyn_assessment_criterion_at(assessment, i));
    close_root(part, "w:comments");
    return status;
}

/* As the root of the text says, before the first paragraph. */
static bool
is_strict(const struct remarking *remarking)
{
    struct str text = buf_view(&remarking->parts[PART_TEXT].bytes);
    const struct vec *marks = &remarking->marks.all;

    if (marks->len)
        text.len = ((const struct mark *)vec_at(marks, 0))->start;
    return contains(text, STR(STRICT "wordprocessingml/main"));
}

static samsyn_status
put_parts(struct remarking *remarking)
{
    int64_t in_text = remarking->parts[PART_TEXT].id;
    int64_t in_comments = remarking->parts[PART_COMMENTS].id;
    samsyn_status status;

    remarking->strict = is_strict(remarking);
    remarking->next = (in_text > in_comments ? in_text : in_comments) + 1;
    status = put_comments(remarking);
    if (status != SAMSYN_OK)
        return status;
    put_text(remarking);
    if (remarking->fresh) {
        put_relation(remarking);
        put_type(remarking);
    }
    return SAMSYN_OK;
}

/* Nothing is changed where nothing is remarked. */
static samsyn_status
copy_package(struct remarking *remarking, struct buf *out)
{
    struct package_change changes[PART_COUNT];
    size_t count = 0;

    for (size_t i = 0; i < PART_COUNT && remarking->inserts.len; i++) {
        struct remark_part *part = &remarking->parts[i];

        if (!is_changed(remarking, i))
            continue;
        if (buf_failed(&part->now))
            return SAMSYN_E_NOMEM;
        changes[count++] =
            (struct package_change){ part->name.data, buf_view(&part->now) };
    }
    return package_copy(remarking->package, changes, count,
                        remarking->marks.part, out);
}

static samsyn_status
make_copy(struct remarking *remarking, struct reading *reading, struct buf *out)
{
    samsyn_status status;

    if (reading->length > READ_MOST_BYTES)
        return reading_refuse(reading, "document-too-large", "134217728",
                              SAMSYN_E_LIMIT);
    reading->marks = &remarking->marks;
    status = docx_read(reading);
    if (status == SAMSYN_OK)
        status = package_open(&remarking->package, reading);
    if (status == SAMSYN_OK)
        status = read_parts(remarking);
    if (status == SAMSYN_OK)
        status = put_parts(remarking);
    return status == SAMSYN_OK ? copy_package(remarking, out) : status;
}

samsyn_status
docx_remark(struct buf *out, struct reading *reading,
            const samsyn_assessment *assessment)
{
    struct remarking remarking = { .reading = reading,
                                   .assessment = assessment };
    samsyn_status status;

    marks_init(&remarking.marks, reading->mem);
    vec_init(&remarking.inserts, reading->mem, sizeof(struct insert));
    buf_init(&remarking.text, reading->mem, LONGEST_REMARK);
    for (size_t i = 0; i < PART_COUNT; i++)
        remark_part_init(&remarking.parts[i], reading);
    status = make_copy(&remarking, reading, out);
    package_close(remarking.package);
    for (size_t i = 0; i < PART_COUNT; i++)
        remark_part_done(&remarking.parts[i]);
    buf_done(&remarking.text);
    vec_done(&remarking.inserts);
    marks_done(&remarking.marks);
    return status;
}

#endif
