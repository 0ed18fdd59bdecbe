/* SPDX-License-Identifier: MIT */

/* DOCX: finds the parts of the package by its relations, and reads them in
 * the order in which the document needs them: styles, lists, notes, headers,
 * the text, footers, properties.
 *
 * Comments, macros and settings are never opened. */

#include "base/number.h"
#include "read/docx_inside.h"

#ifdef READ_OFFICE
#include "read/marks.h"
#include "read/office.h"
#include "read/zip.h"

#include <string.h>

#define MOST_PARTS 64 /* of one kind that are read */
#define LONGEST_PATH 256

/* What a package is made of, by the ends of the types of relations. */
enum relation {
    REL_TEXT,
    REL_PROPERTIES,
    REL_STYLES,
    REL_LISTS,
    REL_FOOTNOTES,
    REL_ENDNOTES,
    REL_HEADER,
    REL_FOOTER,
    REL_COMMENTS, /* never read; a copy with remarks adds to them */
    REL_COUNT
};

static const char *const types[REL_COUNT] = {
    [REL_TEXT] = "/officeDocument", [REL_PROPERTIES] = "/core-properties",
    [REL_STYLES] = "/styles",       [REL_LISTS] = "/numbering",
    [REL_FOOTNOTES] = "/footnotes", [REL_ENDNOTES] = "/endnotes",
    [REL_HEADER] = "/header",       [REL_FOOTER] = "/footer",
    [REL_COMMENTS] = "/comments",
};

/* Where the parts are that no relation names. */
static const char *const places[REL_COUNT] = {
    [REL_TEXT] = "word/document.xml",
    [REL_PROPERTIES] = "docProps/core.xml",
};

struct target {
    enum relation relation;
    struct str path;
};

struct office {
    struct docx docx;
    struct package *package;
    struct vec targets; /* struct target */
    struct str folder;  /* of the part whose relations are read */
    struct buf property;
    struct str title, date, made;
};

/* ---- Paths ---- */

/* Take "../" and "./" out of a path, in place. */
static size_t
tidy_path(char *path, size_t length)
{
    size_t to = 0, from = 0;

    while (from < length) {
        size_t end = from;

        while (end < length && path[end] != '/')
            end++;
        struct str step = str_make(path + from, end - from);
        if (str_equal(step, STR(".."))) {
            to -= to > 0;
            while (to && path[to - 1] != '/')
                to--;
        } else if (step.len && !str_equal(step, STR("."))) {
            memmove(path + to, path + from, step.len);
            to += step.len;
            if (end < length)
                path[to++] = '/';
        }
        from = end + 1;
    }
    return to;
}

/* A target from the folder of the part that names it; ptr NULL without
 * memory, empty where it is too long. */
static struct str
path_of(struct office *office, struct str target)
{
    char path[LONGEST_PATH];
    size_t length = 0;

    if (!target.len || target.len + office->folder.len + 1 > sizeof path)
        return STR("");
    if (target.ptr[0] != '/' && office->folder.len) {
        memcpy(path, office->folder.ptr, office->folder.len);
        length = office->folder.len;
        path[length++] = '/';
    }
    memcpy(path + length, target.ptr, target.len);
    length = tidy_path(path, length + target.len);
    return arena_str(&office->docx.arena, str_make(path, length));
}

/* ---- Relations ---- */

static samsyn_status
start_relation(void *user, struct xml_element *element)
{
    struct office *office = user;
    struct str type, mode = xml_attribute(element, W_RELMODE);
    struct target *target;

    if (element->word != W_RELATIONSHIP ||
        (mode.ptr && str_equal(mode, STR("External"))))
        return SAMSYN_OK;
    type = xml_attribute(element, W_RELTYPE);
    for (size_t i = 0; type.ptr && i < REL_COUNT; i++) {
        if (!str_ends(type, str_of(types[i])))
            continue;
        target = vec_push(&office->targets);
        if (!target)
            return SAMSYN_E_NOMEM;
        target->relation = (enum relation)i;
        target->path = path_of(office, xml_attribute(element, W_RELTARGET));
        return target->path.ptr ? SAMSYN_OK : SAMSYN_E_NOMEM;
    }
    return SAMSYN_OK;
}

/* The relations of the part folder/name, where there are any. */
static samsyn_status
read_relations(struct office *office, struct str folder, struct str name)
{
    struct xml_handler handler = { .start = start_relation, .user = office };
    struct source source;
    struct buf path;
    samsyn_status status = SAMSYN_OK;

    office->folder = folder;
    buf_init(&path, office->docx.reading->mem, BUF_ANY);
    buf_str(&path, folder);
    buf_text(&path, folder.len ? "/_rels/" : "_rels/");
    buf_str(&path, name);
    buf_text(&path, ".rels");
    if (buf_failed(&path))
        status = SAMSYN_E_NOMEM;
    else if (package_has(office->package, buf_view(&path)))
        status = package_part(office->package, buf_view(&path), &source);
    else
        goto done;
    if (status == SAMSYN_OK)
        status = xml_read(office->docx.reading, source, &docx_names, &handler,
                          &office->docx.elements);
done:
    buf_done(&path);
    return status;
}

/* The path of part @p n of a kind; empty where there is none. */
static struct str
find_part(const struct office *office, enum relation relation, size_t n)
{
    for (size_t i = 0; i < office->targets.len; i++) {
        const struct target *target = vec_at(&office->targets, i);

        if (target->relation == relation &&
            package_has(office->package, target->path) && n-- == 0)
            return target->path;
    }
    if ((size_t)relation >= REL_COUNT)
        return STR("");

    struct str place = str_of(places[relation]);
    return n == 0 && place.len && package_has(office->package, place) ? place
                                                                      : STR("");
}

/* ---- Properties ---- */

static samsyn_status
start_property(void *user, struct xml_element *element)
{
    struct office *office = user;

    (void)element;
    buf_clear(&office->property);
    return SAMSYN_OK;
}

static samsyn_status
end_property(void *user, int word)
{
    struct office *office = user;
    struct str *slot = word == W_CORETITLE      ? &office->title
                       : word == W_COREMODIFIED ? &office->date
                       : word == W_CORECREATED  ? &office->made
                                                : NULL;

    if (!slot)
        return SAMSYN_OK;
    *slot =
        arena_str(&office->docx.arena, str_trim(buf_view(&office->property)));
    return slot->ptr ? SAMSYN_OK : SAMSYN_E_NOMEM;
}

static samsyn_status
property_text(void *user, struct str text)
{
    struct office *office = user;

    buf_str(&office->property, text);
    return buf_failed(&office->property) ? SAMSYN_E_NOMEM : SAMSYN_OK;
}

static samsyn_status
read_properties(struct office *office, struct source source)
{
    struct xml_handler handler = { .start = start_property,
                                   .end = end_property,
                                   .text = property_text,
                                   .user = office };
    const struct reading *reading = office->docx.reading;
    samsyn_status status = xml_read(reading, source, &docx_names, &handler,
                                    &office->docx.elements);

    if (status == SAMSYN_OK)
        status = property_title(reading, office->title);
    if (status == SAMSYN_OK)
        status = property_date(reading,
                               office->date.len ? office->date : office->made);
    return status;
}

/* ---- Parts ---- */

static samsyn_status
read_part(struct office *office, enum relation relation, struct source source)
{
    struct docx *docx = &office->docx;

    switch (relation) {
    case REL_STYLES:
        return docx_styles_read(&docx->styles, source, &docx->elements);
    case REL_LISTS:
        return docx_lists_read(&docx->styles, source, &docx->elements);
    case REL_PROPERTIES:
        return read_properties(office, source);
    case REL_FOOTNOTES:
    case REL_ENDNOTES:
        docx->notes =
            relation == REL_FOOTNOTES ? &docx->footnotes : &docx->endnotes;
        return docx_walk(docx, DOCX_NOTES, source);
    case REL_HEADER:
    case REL_FOOTER:
        flow_part(&docx->flow,
                  relation == REL_HEADER ? SPOT_HEADER : SPOT_FOOTER, 0);
        return docx_walk(docx, DOCX_MARGIN, source);
    case REL_TEXT:
    case REL_COMMENTS:
    case REL_COUNT:
        break;
    }
    flow_part(&docx->flow, SPOT_PARAGRAPH, 0);
    return docx_walk(docx, DOCX_BODY, source);
}

/* In which order, and how many of a kind. */
static const struct {
    enum relation relation;
    size_t most;
} order[] = {
    { REL_STYLES, 1 },          { REL_LISTS, 1 },
    { REL_FOOTNOTES, 1 },       { REL_ENDNOTES, 1 },
    { REL_HEADER, MOST_PARTS }, { REL_TEXT, 1 },
    { REL_FOOTER, MOST_PARTS }, { REL_PROPERTIES, 1 },
};

static samsyn_status
read_kind(struct office *office, enum relation relation, size_t most)
{
    samsyn_status status = SAMSYN_OK;

    for (size_t n = 0; n < most && status == SAMSYN_OK; n++) {
        struct str path = find_part(office, relation, n);
        struct source source;

        if (!path.len)
            break;
        status = package_part(office->package, path, &source);
        if (status == SAMSYN_OK)
            status = read_part(office, relation, source);
    }
    return status;
}

/* Which parts a copy with remarks changes. */
static samsyn_status
note_parts(const struct office *office, struct str text)
{
    struct marks *marks = office->docx.reading->marks;

    if (!marks)
        return SAMSYN_OK;
    marks->part = arena_str(&marks->arena, text);
    marks->comments =
        arena_str(&marks->arena, find_part(office, REL_COMMENTS, 0));
    return marks->part.ptr && marks->comments.ptr ? SAMSYN_OK : SAMSYN_E_NOMEM;
}

/* Read the relations, first of the package, then of the text. */
static samsyn_status
find_parts(struct office *office)
{
    samsyn_status status = read_relations(office, STR(""), STR(""));
    struct str text, name;
    size_t at;

    if (status != SAMSYN_OK)
        return status;
    text = find_part(office, REL_TEXT, 0);
    if (!text.len)
        return reading_refuse(office->docx.reading, "document-no-text-part",
                              NULL, SAMSYN_E_NOT_TEXT);
    at = text.len;
    while (at && text.ptr[at - 1] != '/')
        at--;
    name = str_make(text.ptr + at, text.len - at);
    status = read_relations(office, str_make(text.ptr, at ? at - 1 : 0), name);
    return status == SAMSYN_OK ? note_parts(office, text) : status;
}

/* ---- The file ---- */

static void
init_notes(struct docx_notes *notes, const struct reading *reading,
           enum spot spot)
{
    const samsyn_allocator *mem = reading->mem;

    strip_init(&notes->strip, reading);
    lookup_init(&notes->by_id, mem);
    vec_init(&notes->all, mem, sizeof(struct docx_note));
    notes->spot = spot;
}

static void
done_notes(struct docx_notes *notes)
{
    strip_done(&notes->strip);
    lookup_done(&notes->by_id);
    vec_done(&notes->all);
}

void
docx_init(struct docx *docx, const struct reading *reading)
{
    const samsyn_allocator *mem = reading->mem;

    docx->reading = reading;
    docx->accept = reading->options->tracked == SAMSYN_TRACKED_ACCEPT;
    docx_styles_init(&docx->styles, reading);
    init_notes(&docx->footnotes, reading, SPOT_FOOTNOTE);
    init_notes(&docx->endnotes, reading, SPOT_ENDNOTE);
    arena_init(&docx->arena, mem);
    flow_init(&docx->flow, reading);
    strip_init(&docx->main, reading);
    strip_init(&docx->later, reading);
    vec_init(&docx->boxes, mem, sizeof(struct docx_context));
    vec_init(&docx->tables, mem, sizeof(struct docx_table));
    vec_init(&docx->fields, mem, sizeof(struct docx_field));
    vec_init(&docx->controls, mem, sizeof(struct docx_control));
    vec_init(&docx->choices, mem, sizeof(bool));
    vec_init(&docx->called, mem, sizeof(struct docx_call));
}

void
docx_done(struct docx *docx)
{
    docx_styles_done(&docx->styles);
    done_notes(&docx->footnotes);
    done_notes(&docx->endnotes);
    arena_done(&docx->arena);
    flow_done(&docx->flow);
    strip_done(&docx->main);
    strip_done(&docx->later);
    vec_done(&docx->boxes);
    vec_done(&docx->tables);
    vec_done(&docx->fields);
    vec_done(&docx->controls);
    vec_done(&docx->choices);
    vec_done(&docx->called);
}

static samsyn_status
read_all(struct office *office)
{
    struct docx *docx = &office->docx;
    samsyn_status status = package_open(&office->package, docx->reading);

    if (status == SAMSYN_OK)
        status = find_parts(office);
    for (size_t i = 0; i < ARRAY_LEN(order) && status == SAMSYN_OK; i++)
        status = read_kind(office, order[i].relation, order[i].most);
    if (status == SAMSYN_OK)
        status = flow_end(&docx->flow);
    if (status == SAMSYN_OK)
        status = note_changes(docx->reading, docx->changes);
    if (status == SAMSYN_OK && docx->styles.loops)
        status = reading_note(docx->reading, "document-style-loop", NULL);
    return status;
}

samsyn_status
docx_read(const struct reading *reading)
{
    struct office *office = mem_alloc(reading->mem, sizeof *office);
    samsyn_status status;

    if (!office)
        return SAMSYN_E_NOMEM;
    docx_init(&office->docx, reading);
    vec_init(&office->targets, reading->mem, sizeof(struct target));
    buf_init(&office->property, reading->mem, BUF_ANY);
    status = read_all(office);
    package_close(office->package);
    vec_done(&office->targets);
    buf_done(&office->property);
    docx_done(&office->docx);
    mem_free(reading->mem, office);
    return status;
}

#endif
