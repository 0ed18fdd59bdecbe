/* SPDX-License-Identifier: MIT */

/* Styles of an OpenDocument file: common ones in styles.xml, automatic ones,
 * which hold what a person has set by hand, in both parts. */

#include "read/odt_styles.h"

#ifdef READ_OFFICE
#include <string.h>

#define LONGEST_KEY 256

void
odt_styles_init(struct odt_styles *styles, const struct reading *reading)
{
    *styles = (struct odt_styles){ .reading = reading };
    arena_init(&styles->arena, reading->mem);
    vec_init(&styles->styles, reading->mem, sizeof(struct style));
    vec_init(&styles->lists, reading->mem, sizeof(struct odt_list));
    lookup_init(&styles->by_name, reading->mem);
    styles->plain.base = styles->title.base = LOOKUP_NONE;
    styles->title.heading = 1;
}

void
odt_styles_done(struct odt_styles *styles)
{
    arena_done(&styles->arena);
    vec_done(&styles->styles);
    vec_done(&styles->lists);
    lookup_done(&styles->by_name);
}

/* ---- Keys ---- */

/* A name in its family and its part; 'n' for what is common. */
static struct str
key_of(char part, char family, struct str name, char out[LONGEST_KEY])
{
    if (name.len > LONGEST_KEY - 2)
        name.len = LONGEST_KEY - 2;
    out[0] = part;
    out[1] = family;
    if (name.len)
        memcpy(out + 2, name.ptr, name.len);
    return str_make(out, name.len + 2);
}

static uint32_t
find(const struct odt_styles *styles, char family, struct str name)
{
    char key[LONGEST_KEY];
    uint32_t index;

    if (!name.ptr)
        return LOOKUP_NONE;
    index =
        lookup_find(&styles->by_name, key_of(styles->part, family, name, key));
    if (index != LOOKUP_NONE)
        return index;
    return lookup_find(&styles->by_name, key_of('n', family, name, key));
}

static samsyn_status
add(struct odt_styles *styles, char family, struct str name, size_t index)
{
    char key[LONGEST_KEY];
    uint32_t value = (uint32_t)index;
    struct str kept = arena_str(&styles->arena,
                                key_of(styles->automatic ? styles->part : 'n',
                                       family, name.ptr ? name : STR(""), key));

    return kept.ptr && lookup_add(&styles->by_name, kept, &value)
               ? SAMSYN_OK
               : SAMSYN_E_NOMEM;
}

const struct style *
odt_style(const struct odt_styles *styles, char family, struct str name)
{
    uint32_t index = find(styles, family, name);

    if (index != LOOKUP_NONE)
        return vec_at(&styles->styles, index);
    return family == 'p' && str_equal(name, STR("Title")) ? &styles->title
                                                          : &styles->plain;
}

uint32_t
odt_list_style(const struct odt_styles *styles, struct str name)
{
    return find(styles, 'l', name);
}

bool
odt_is_labelled(const struct odt_styles *styles, uint32_t list, size_t level)
{
    const struct odt_list *found;

    if (list == LOOKUP_NONE || !level || level > ODT_LEVELS)
        return true;
    found = vec_at(&styles->lists, list);
    return !found->bare[level - 1];
}

/* ---- Reading them ---- */

static samsyn_status
refuse_many(const struct odt_styles *styles)
{
    return reading_refuse(styles->reading, "document-styles", "50000",
                          SAMSYN_E_LIMIT);
}

/* "Heading_20_1" is "Heading 1", where no other name is told. */
static void
judge_name(struct style *style, struct str name)
{
    char plain[64];
    size_t length = 0;

    for (size_t i = 0; i < name.len && length < sizeof plain; i++) {
        if (str_starts(str_make(name.ptr + i, name.len - i), STR("_20_"))) {
            plain[length++] = ' ';
            i += 3;
        } else {
            plain[length++] = name.ptr[i];
        }
    }
    style_judge_name(style, str_make(plain, length));
}

/* The base may come later in the file. */
static samsyn_status
note_base(struct odt_styles *styles, char family, struct str parent)
{
    char key[LONGEST_KEY];

    if (!parent.ptr)
        return SAMSYN_OK;
    styles->style->based_on =
        arena_str(&styles->arena, key_of('n', family, parent, key));
    return styles->style->based_on.ptr ? SAMSYN_OK : SAMSYN_E_NOMEM;
}

static samsyn_status
begin_style(struct odt_styles *styles, const struct xml_element *element)
{
    struct str name = xml_attribute(element, O_NAME);
    struct str shown = xml_attribute(element, O_DISPLAYNAME);
    struct str family = xml_attribute(element, O_FAMILY);
    int outline = xml_number(element, O_DEFAULTOUTLINE, 1, 9, 0);
    char letter = family.len ? family.ptr[0] : 'x';
    samsyn_status status;

    if (!str_equal(family, STR("paragraph")) && !str_equal(family, STR("text")))
        return SAMSYN_OK;
    if (styles->styles.len == ODT_MOST_STYLES)
        return refuse_many(styles);
    styles->style = vec_push(&styles->styles);
    if (!styles->style)
        return SAMSYN_E_NOMEM;
    styles->style->base = LOOKUP_NONE;
    styles->style->says_outline = outline > 0;
    styles->style->outline = (uint8_t)outline;
    if (!styles->automatic)
        judge_name(styles->style, shown.ptr ? shown : name);
    status = add(styles, letter, name, styles->styles.len - 1);
    return status == SAMSYN_OK
               ? note_base(styles, letter, xml_attribute(element, O_PARENT))
               : status;
}

static enum tri
weight_of(struct str weight)
{
    if (!weight.ptr)
        return TRI_UNSAID;
    return str_equal(weight, STR("bold")) ||
                   (weight.len == 3 && weight.ptr[0] >= '6')
               ? TRI_YES
               : TRI_NO;
}

static void
note_text(struct style *style, const struct xml_element *element)
{
    struct str display = xml_attribute(element, O_DISPLAY);

    style->bold = weight_of(xml_attribute(element, O_FONTWEIGHT));
    if (display.ptr)
        style->hidden = str_equal(display, STR("none")) ? TRI_YES : TRI_NO;
}

static samsyn_status
begin_list(struct odt_styles *styles, const struct xml_element *element)
{
    if (styles->lists.len == ODT_MOST_STYLES)
        return refuse_many(styles);
    styles->list = vec_push(&styles->lists);
    if (!styles->list)
        return SAMSYN_E_NOMEM;
    return add(styles, 'l', xml_attribute(element, O_NAME),
               styles->lists.len - 1);
}

static void
note_level(struct odt_list *list, const struct xml_element *element)
{
    int level = xml_number(element, O_LEVEL, 1, ODT_LEVELS, 0);
    bool bullet = element->word == O_LEVELBULLET;
    struct str label =
        xml_attribute(element, bullet ? O_BULLETCHAR : O_NUMFORMAT);

    if (level)
        list->bare[level - 1] = !label.ptr || !str_trim(label).len;
}

samsyn_status
odt_styles_start(struct odt_styles *styles, const struct xml_element *element)
{
    switch (element->word) {
    case O_AUTOSTYLES:
        styles->automatic = true;
        break;
    case O_STYLE:
        return begin_style(styles, element);
    case O_TEXTPROPERTIES:
        if (styles->style)
            note_text(styles->style, element);
        break;
    case O_LISTSTYLE:
        return begin_list(styles, element);
    case O_LEVELBULLET:
    case O_LEVELNUMBER:
        if (styles->list)
            note_level(styles->list, element);
        break;
    default:
        break;
    }
    return SAMSYN_OK;
}

/* All styles that a section of the file can be based on are known. */
static void
settle(struct odt_styles *styles)
{
    for (size_t i = styles->settled; i < styles->styles.len; i++) {
        struct style *style = vec_at(&styles->styles, i);

        if (style->based_on.ptr)
            style->base = lookup_find(&styles->by_name, style->based_on);
    }
    styles->loops |= style_resolve(&styles->styles, styles->settled);
    styles->settled = styles->styles.len;
}

samsyn_status
odt_styles_end(struct odt_styles *styles, int word)
{
    if (word == O_STYLE)
        styles->style = NULL;
    else if (word == O_LISTSTYLE)
        styles->list = NULL;
    else if (word == O_AUTOSTYLES || word == O_STYLES)
        settle(styles);
    if (word == O_AUTOSTYLES)
        styles->automatic = false;
    return SAMSYN_OK;
}

#endif
