/* SPDX-License-Identifier: MIT */

/* styles.xml: what the styles of a DOCX file say. */

#include "read/docx_styles.h"

#ifdef READ_OFFICE

#include <string.h>

#define LONGEST_KEY 256

void
docx_styles_init(struct docx_styles *styles, const struct reading *reading)
{
    *styles = (struct docx_styles){ .reading = reading };
    arena_init(&styles->arena, reading->mem);
    vec_init(&styles->styles, reading->mem, sizeof(struct style));
    vec_init(&styles->lists, reading->mem, sizeof(struct docx_list));
    vec_init(&styles->abstracts, reading->mem, sizeof(struct docx_abstract));
    lookup_init(&styles->by_id, reading->mem);
    lookup_init(&styles->by_number, reading->mem);
    styles->plain.base = LOOKUP_NONE;
}

void
docx_styles_done(struct docx_styles *styles)
{
    arena_done(&styles->arena);
    vec_done(&styles->styles);
    vec_done(&styles->lists);
    vec_done(&styles->abstracts);
    lookup_done(&styles->by_id);
    lookup_done(&styles->by_number);
}

/* ---- Keys ---- */

/* Styles of different types may share an id. */
static struct str
key_of(char type, struct str id, char out[LONGEST_KEY])
{
    if (id.len >= LONGEST_KEY)
        id.len = LONGEST_KEY - 1;
    out[0] = type;
    if (id.len)
        memcpy(out + 1, id.ptr, id.len);
    return str_make(out, id.len + 1);
}

static uint32_t
find_style(const struct docx_styles *styles, char type, struct str id)
{
    char key[LONGEST_KEY];

    return lookup_find(&styles->by_id, key_of(type, id, key));
}

const struct style *
docx_style(const struct docx_styles *styles, char type, struct str id)
{
    uint32_t index = id.ptr ? find_style(styles, type, id) : LOOKUP_NONE;

    return index == LOOKUP_NONE ? &styles->plain
                                : vec_at(&styles->styles, index);
}

/* ---- The part ---- */

struct style_reader {
    struct docx_styles *styles;
    struct style *style; /* being read; NULL outside */
    char type;
    bool is_default;
    bool plain_known;
    struct str plain_id;
};

/* 'p', 'c', 't' or 'n'. */
static char
type_of(const struct xml_element *element)
{
    struct str type = xml_attribute(element, W_TYPE);

    return type.len ? type.ptr[0] : 'p';
}

static samsyn_status
begin_style(struct style_reader *reader, const struct xml_element *element)
{
    struct docx_styles *styles = reader->styles;
    struct str id = xml_attribute(element, W_STYLEID);
    struct str fallback = xml_attribute(element, W_DEFAULT);
    char key[LONGEST_KEY];
    uint32_t index = (uint32_t)styles->styles.len;

    if (index >= DOCX_MOST_STYLES)
        return reading_refuse(styles->reading, "document-styles", "10000",
                              SAMSYN_E_LIMIT);
    reader->type = type_of(element);
    reader->style = vec_push(&styles->styles);
    struct str kept = arena_str(&styles->arena, key_of(reader->type, id, key));
    if (!reader->style || !kept.ptr ||
        !lookup_add(&styles->by_id, kept, &index))
        return SAMSYN_E_NOMEM;
    reader->style->id = str_make(kept.ptr + 1, kept.len - 1);
    reader->style->base = LOOKUP_NONE;
    if (reader->type == 'p' && !reader->plain_known && fallback.len &&
        (fallback.ptr[0] == '1' || fallback.ptr[0] == 't' ||
         fallback.ptr[0] == 'o')) {
        reader->plain_known = true;
        reader->plain_id = reader->style->id;
    }
    return SAMSYN_OK;
}

static samsyn_status
note_base(struct style_reader *reader, const struct xml_element *element)
{
    char key[LONGEST_KEY];
    struct str id = docx_val(element);

    reader->style->based_on =
        arena_str(&reader->styles->arena, key_of(reader->type, id, key));
    return reader->style->based_on.ptr ? SAMSYN_OK : SAMSYN_E_NOMEM;
}

static void
note_list(struct style *style, const struct xml_element *element)
{
    if (element->word == W_NUMID) {
        style->says_list = true;
        style->list = xml_number(element, W_VAL, 0, INT32_MAX, 0);
    } else {
        style->list_level = xml_number(element, W_VAL, 0, DOCX_LEVELS - 1, 0);
    }
}

static enum tri
tri_of(const struct xml_element *element)
{
    return docx_is_on(element) ? TRI_YES : TRI_NO;
}

static samsyn_status
start(void *user, struct xml_element *element)
{
    struct style_reader *reader = user;
    struct style *style = reader->style;
    int level;

    if (element->word == W_STYLE)
        return begin_style(reader, element);
    if (!style) {
        element->skip =
            element->word == W_DOCDEFAULTS || element->word == W_LATENTSTYLES;
        return SAMSYN_OK;
    }
    switch (element->word) {
    case W_NAME:
        style_judge_name(style, docx_val(element));
        break;
    case W_BASEDON:
        return note_base(reader, element);
    case W_OUTLINELVL:
        level = xml_number(element, W_VAL, 0, 9, 9);
        style->says_outline = true;
        style->outline = (uint8_t)(level < 9 ? level + 1 : 0);
        break;
    case W_NUMID:
    case W_ILVL:
        note_list(style, element);
        break;
    case W_B:
        style->bold = tri_of(element);
        break;
    case W_VANISH:
        style->hidden = tri_of(element);
        break;
    case W_TBLSTYLEPR:
        style->first_row |=
            str_equal(xml_attribute(element, W_TYPE), STR("firstRow"));
        element->skip = true;
        break;
    case W_PPRCHANGE:
    case W_RPRCHANGE:
        element->skip = true;
        break;
    default:
        break;
    }
    return SAMSYN_OK;
}

static samsyn_status
end(void *user, int word)
{
    struct style_reader *reader = user;

    if (word == W_STYLE)
        reader->style = NULL;
    return SAMSYN_OK;
}

static void
resolve_all(struct docx_styles *styles)
{
    for (uint32_t i = 0; i < styles->styles.len; i++) {
        struct style *style = vec_at(&styles->styles, i);

        if (style->based_on.ptr)
            style->base = lookup_find(&styles->by_id, style->based_on);
    }
    styles->loops = style_resolve(&styles->styles, 0);
}

samsyn_status
docx_styles_read(struct docx_styles *styles, struct source source,
                 size_t *elements)
{
    struct style_reader reader = { .styles = styles };
    struct xml_handler handler = { .start = start,
                                   .end = end,
                                   .user = &reader };
    samsyn_status status =
        xml_read(styles->reading, source, &docx_names, &handler, elements);

    if (status != SAMSYN_OK)
        return status;
    resolve_all(styles);
    if (reader.plain_known)
        styles->plain = *docx_style(styles, 'p', reader.plain_id);
    return SAMSYN_OK;
}

#endif
