/* SPDX-License-Identifier: MIT */

/* numbering.xml: which lists there are, and which of their levels begin with
 * a label.  A level without one goes on with the item before it; so pandoc
 * writes the second paragraph of an item.  A list whose levels are told
 * elsewhere has labels.  What the labels are is not asked: nothing is ever
 * found by them. */

#include "read/docx_styles.h"

#ifdef READ_OFFICE

#include <string.h>

struct list_reader {
    struct docx_styles *styles;
    struct docx_list *list;
    struct docx_abstract *abstract;
    int level; /* being read, -1: none */
    bool format, picture, text;
};

static bool
is_blank(struct str text)
{
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];

        /* Also the bytes of a no-break space. */
        if (c != ' ' && c != 0xC2 && c != 0xA0)
            return false;
    }
    return true;
}

/* The key of a list or an abstract one: its kind and its number. */
struct key {
    char bytes[1 + sizeof(int)];
};

static struct str
key_of(struct key *key, char kind, int number)
{
    key->bytes[0] = kind;
    memcpy(key->bytes + 1, &number, sizeof number);
    return str_make(key->bytes, sizeof key->bytes);
}

static samsyn_status
add_key(struct docx_styles *styles, char kind, int number, size_t index)
{
    struct key key;
    uint32_t value = (uint32_t)index;
    struct str kept = arena_str(&styles->arena, key_of(&key, kind, number));

    return kept.ptr && lookup_add(&styles->by_number, kept, &value)
               ? SAMSYN_OK
               : SAMSYN_E_NOMEM;
}

static samsyn_status
begin_list(struct list_reader *reader, const struct xml_element *element)
{
    struct docx_styles *styles = reader->styles;
    bool is_list = element->word == W_NUM;
    struct vec *all = is_list ? &styles->lists : &styles->abstracts;
    int number = xml_number(element, is_list ? W_NUMID : W_ABSTRACTNUMID, 0,
                            INT32_MAX, -1);

    if (all->len >= DOCX_MOST_LISTS)
        return reading_refuse(styles->reading, "document-styles", "20000",
                              SAMSYN_E_LIMIT);
    if (!vec_push(all))
        return SAMSYN_E_NOMEM;
    reader->list = is_list ? vec_last(all) : NULL;
    reader->abstract = is_list ? NULL : vec_last(all);
    reader->level = -1;
    return add_key(styles, is_list ? 'l' : 'a', number, all->len - 1);
}

static void
begin_level(struct list_reader *reader, const struct xml_element *element)
{
    reader->level = reader->abstract
                        ? xml_number(element, W_ILVL, 0, DOCX_LEVELS - 1, -1)
                        : -1;
    reader->format = true;
    reader->text = reader->picture = false;
}

static samsyn_status
note_level(struct list_reader *reader, const struct xml_element *element)
{
    struct str value = docx_val(element);

    switch (element->word) {
    case W_NUMFMT:
        reader->format = !str_equal(value, STR("none"));
        break;
    case W_LVLTEXT:
        reader->text = !is_blank(value);
        break;
    case W_LVLPICBULLETID:
        reader->picture = true;
        break;
    case W_PSTYLE:
        value = arena_str(&reader->styles->arena, value);
        reader->abstract->styles[reader->level] = value;
        return value.ptr ? SAMSYN_OK : SAMSYN_E_NOMEM;
    default:
        break;
    }
    return SAMSYN_OK;
}

static samsyn_status
start(void *user, struct xml_element *element)
{
    struct list_reader *reader = user;

    if (element->word == W_NUM || element->word == W_ABSTRACTNUM)
        return begin_list(reader, element);
    if (element->word == W_ABSTRACTNUMID && reader->list)
        reader->list->abstract = xml_number(element, W_VAL, 0, INT32_MAX, -1);
    if (element->word == W_LVL)
        begin_level(reader, element);
    else if (reader->level >= 0)
        return note_level(reader, element);
    return SAMSYN_OK;
}

static samsyn_status
end(void *user, int word)
{
    struct list_reader *reader = user;

    if (word == W_LVL && reader->level >= 0) {
        reader->abstract->bare[reader->level] =
            !reader->picture && !(reader->format && reader->text);
        reader->level = -1;
    }
    return SAMSYN_OK;
}

samsyn_status
docx_lists_read(struct docx_styles *styles, struct source source,
                size_t *elements)
{
    struct list_reader reader = { .styles = styles, .level = -1 };
    struct xml_handler handler = { .start = start,
                                   .end = end,
                                   .user = &reader };

    return xml_read(styles->reading, source, &docx_names, &handler, elements);
}

/* ---- Lists of paragraphs ---- */

static uint32_t
find(const struct docx_styles *styles, char kind, int number)
{
    struct key key;

    return lookup_find(&styles->by_number, key_of(&key, kind, number));
}

static const struct docx_abstract *
find_abstract(const struct docx_styles *styles, int list)
{
    uint32_t index = find(styles, 'l', list);

    if (index == LOOKUP_NONE)
        return NULL;
    const struct docx_list *found = vec_at(&styles->lists, index);
    index = find(styles, 'a', found->abstract);
    return index == LOOKUP_NONE ? NULL : vec_at(&styles->abstracts, index);
}

uint8_t
docx_list_level(const struct docx_styles *styles, int list, int level,
                const struct style *style, bool *labelled)
{
    const struct docx_abstract *abstract =
        list ? find_abstract(styles, list) : NULL;

    *labelled = false;
    if (!abstract)
        return style->continues ? style->list_depth : 0;
    for (int i = 0; i < DOCX_LEVELS && level < 0; i++) {
        if (abstract->styles[i].ptr && style->id.ptr &&
            str_equal(abstract->styles[i], style->id))
            level = i;
    }
    if (level < 0)
        level = style->list_level;
    *labelled = !abstract->bare[level];
    level++;
    return level > style->list_depth ? (uint8_t)level : style->list_depth;
}

#endif
