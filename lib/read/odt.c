/* SPDX-License-Identifier: MIT */

/* OpenDocument text, as a package or as one flat file: styles with the
 * headers and footers in them, then the text, then the properties.
 *
 * Whether there is a password is asked first: what stands in the parts is
 * then noise. */

#include "read/odt_inside.h"

#ifdef READ_OFFICE
#include "read/office.h"
#include "read/zip.h"

#include <string.h>

/* ---- A flat file ---- */

struct flat {
    const char *at;
    size_t left;
};

static samsyn_status
pull_flat(void *user, char *into, size_t room, size_t *got)
{
    struct flat *flat = user;

    *got = flat->left < room ? flat->left : room;
    memcpy(into, flat->at, *got);
    flat->at += *got;
    flat->left -= *got;
    return SAMSYN_OK;
}

static samsyn_status
read_flat(struct odt *odt)
{
    struct flat flat = { odt->reading->bytes, odt->reading->length };

    if (odt->reading->length > ZIP_MOST_PART)
        return reading_refuse(odt->reading, "document-zip-large", "64",
                              SAMSYN_E_LIMIT);
    return odt_walk(odt, 'c', (struct source){ pull_flat, &flat });
}

/* ---- A package ---- */

static samsyn_status
read_part(struct odt *odt, struct package *package, char part, struct str name)
{
    struct source source;
    samsyn_status status;

    if (!package_has(package, name))
        return SAMSYN_OK;
    status = package_part(package, name, &source);
    return status == SAMSYN_OK ? odt_walk(odt, part, source) : status;
}

static samsyn_status
read_parts(struct odt *odt, struct package *package)
{
    samsyn_status status =
        read_part(odt, package, 'i', STR("META-INF/manifest.xml"));

    if (status == SAMSYN_OK && odt->encrypted)
        return reading_refuse(odt->reading, "document-encrypted", NULL,
                              SAMSYN_E_ENCRYPTED);
    if (status == SAMSYN_OK && !package_has(package, STR("content.xml")))
        return reading_refuse(odt->reading, "document-no-text-part", NULL,
                              SAMSYN_E_NOT_TEXT);
    if (status == SAMSYN_OK)
        status = read_part(odt, package, 's', STR("styles.xml"));
    if (status == SAMSYN_OK)
        status = read_part(odt, package, 'c', STR("content.xml"));
    if (status == SAMSYN_OK)
        status = read_part(odt, package, 'm', STR("meta.xml"));
    return status;
}

static samsyn_status
read_package(struct odt *odt)
{
    struct package *package = NULL;
    samsyn_status status = package_open(&package, odt->reading);

    if (status == SAMSYN_OK)
        status = read_parts(odt, package);
    package_close(package);
    return status;
}

/* ---- The file ---- */

static samsyn_status
tell(struct odt *odt)
{
    samsyn_status status = flow_end(&odt->flow);

    if (status == SAMSYN_OK)
        status =
            property_title(odt->reading, odt->title.ptr ? odt->title : STR(""));
    if (status == SAMSYN_OK)
        status = property_date(odt->reading, odt->date.ptr   ? odt->date
                                             : odt->made.ptr ? odt->made
                                                             : STR(""));
    if (status == SAMSYN_OK)
        status = note_changes(odt->reading, odt->tracked);
    if (status == SAMSYN_OK && odt->styles.loops)
        status = reading_note(odt->reading, "document-style-loop", NULL);
    return status;
}

static void
init(struct odt *odt, const struct reading *reading)
{
    const samsyn_allocator *mem = reading->mem;

    odt->reading = reading;
    odt->accept = reading->options->tracked == SAMSYN_TRACKED_ACCEPT;
    odt_styles_init(&odt->styles, reading);
    arena_init(&odt->arena, mem);
    flow_init(&odt->flow, reading);
    strip_init(&odt->main, reading);
    strip_init(&odt->boxes, reading);
    strip_init(&odt->notes, reading);
    strip_init(&odt->deleted, reading);
    vec_init(&odt->note_list, mem, sizeof(struct odt_note));
    vec_init(&odt->around, mem, sizeof(struct odt_context));
    vec_init(&odt->spans, mem, sizeof(struct odt_span));
    vec_init(&odt->levels, mem, sizeof(struct odt_level));
    vec_init(&odt->tables, mem, sizeof(struct odt_table));
    vec_init(&odt->downs, mem, sizeof(struct odt_down));
    vec_init(&odt->changes, mem, sizeof(struct odt_change));
    lookup_init(&odt->by_id, mem);
    buf_init(&odt->property, mem, BUF_ANY);
}

static void
done(struct odt *odt)
{
    odt_styles_done(&odt->styles);
    arena_done(&odt->arena);
    flow_done(&odt->flow);
    strip_done(&odt->main);
    strip_done(&odt->boxes);
    strip_done(&odt->notes);
    strip_done(&odt->deleted);
    vec_done(&odt->note_list);
    vec_done(&odt->around);
    vec_done(&odt->spans);
    vec_done(&odt->levels);
    vec_done(&odt->tables);
    vec_done(&odt->downs);
    vec_done(&odt->changes);
    lookup_done(&odt->by_id);
    buf_done(&odt->property);
}

samsyn_status
odt_read(const struct reading *reading)
{
    struct odt *odt = mem_alloc(reading->mem, sizeof *odt);
    samsyn_status status;

    if (!odt)
        return SAMSYN_E_NOMEM;
    init(odt, reading);
    if (reading->length > 2 && memcmp(reading->bytes, "PK", 2) == 0)
        status = read_package(odt);
    else
        status = read_flat(odt);
    if (status == SAMSYN_OK)
        status = tell(odt);
    done(odt);
    mem_free(reading->mem, odt);
    return status;
}

#endif
