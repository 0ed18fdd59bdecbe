/* SPDX-License-Identifier: MIT */

/* Whether a value has its key's type: a function for each, in a table.
 *
 * Every value is text until a key's type says otherwise, so a place called
 * "no" stays what it is.  A check says what is wrong itself, at the value or,
 * in a list or map, at the very item; it never reads the shape of what is
 * inside. */

#include "base/shape_inner.h"

#include "base/day.h"
#include "base/number.h"
#include "base/utf8.h"

static enum shape_check
wrong(bool said)
{
    return said ? SHAPE_WRONG : SHAPE_NOMEM;
}

static enum shape_check
check_text(struct shape_reader *reader, const struct shape_key *key,
           const struct yaml_node *value)
{
    if (value->kind != YAML_TEXT)
        return wrong(shape_say_kind(reader, key, value, MSG_YAML_A_TEXT));
    if (key->required && !str_trim(value->text).len)
        return wrong(shape_say_empty(reader, key, value));
    if (!value->text.len && !value->quoted)
        return wrong(shape_say_kind(reader, key, value, MSG_YAML_A_TEXT));
    return SHAPE_RIGHT;
}

static bool
is_id(struct str text)
{
    size_t size;

    for (size_t at = 0; at < text.len; at += size) {
        uint32_t code = utf8_decode(text.ptr + at, text.len - at, &size);

        if (!utf8_is_letter(code) &&
            (!at || (!utf8_is_digit(code) && code != '-')))
            return false;
    }
    return text.len > 0;
}

static enum shape_check
check_id(struct shape_reader *reader, const struct shape_key *key,
         const struct yaml_node *value)
{
    if (value->kind != YAML_TEXT || (!value->text.len && !value->quoted))
        return wrong(shape_say_kind(reader, key, value, MSG_SHAPE_ID));
    if (is_id(value->text))
        return SHAPE_RIGHT;
    return wrong(shape_fault(reader, DIAG_SHAPE_ID, value->start, value->end,
                             &value->text, 1, SHAPE_NO_HINT));
}

static enum shape_check
check_int(struct shape_reader *reader, const struct shape_key *key,
          const struct yaml_node *value)
{
    int64_t number;

    if (value->kind != YAML_TEXT)
        return wrong(shape_say_kind(reader, key, value, MSG_SHAPE_INT));
    if (number_int(value->text, &number) && number >= 0)
        return SHAPE_RIGHT;
    return wrong(
        shape_say_word(reader, key, value, MSG_SHAPE_INT, SHAPE_NO_HINT));
}

#define LONGEST_DECIMAL 32

/* The text with a point for its comma, in @p out, where that makes it a
 * number. */
static struct str
with_point(struct str text, char out[LONGEST_DECIMAL])
{
    struct str point = str_make(out, text.len);
    int64_t number;

    if (text.len > LONGEST_DECIMAL)
        return SHAPE_NO_HINT;
    for (size_t i = 0; i < text.len; i++)
        out[i] = text.ptr[i] == ',' ? '.' : text.ptr[i];
    return number_thousandths(point, &number) ? point : SHAPE_NO_HINT;
}

static enum shape_check
check_decimal(struct shape_reader *reader, const struct shape_key *key,
              const struct yaml_node *value)
{
    char point[LONGEST_DECIMAL];
    int64_t number;

    if (value->kind != YAML_TEXT)
        return wrong(shape_say_kind(reader, key, value, MSG_SHAPE_DECIMAL));
    if (number_thousandths(value->text, &number))
        return SHAPE_RIGHT;
    return wrong(shape_say_word(reader, key, value, MSG_SHAPE_DECIMAL,
                                with_point(value->text, point)));
}

static enum shape_check
check_date(struct shape_reader *reader, const struct shape_key *key,
           const struct yaml_node *value)
{
    struct day day;

    if (value->kind != YAML_TEXT)
        return wrong(shape_say_kind(reader, key, value, MSG_SHAPE_DATE));
    if (day_read(value->text, &day))
        return SHAPE_RIGHT;
    return wrong(
        shape_say_word(reader, key, value, MSG_SHAPE_DATE, SHAPE_NO_HINT));
}

static struct str
bool_hint(struct str text)
{
    static const char *const yes[] = { "ja",   "yes",  "on",   "sann",
                                       "sant", "True", "TRUE", "Ja",
                                       "Yes",  "1",    NULL };
    static const char *const no[] = { "nej",    "no",    "off",   "falsk",
                                      "falskt", "False", "FALSE", "Nej",
                                      "No",     "0",     NULL };
    static const char *const both[] = { "true", "false", NULL };

    if (shape_choice(yes, text) >= 0)
        return str_of(both[0]);
    if (shape_choice(no, text) >= 0)
        return str_of(both[1]);
    return shape_nearest(both, text);
}

static enum shape_check
check_bool(struct shape_reader *reader, const struct shape_key *key,
           const struct yaml_node *value)
{
    if (value->kind != YAML_TEXT)
        return wrong(shape_say_kind(reader, key, value, MSG_SHAPE_BOOL));
    if (str_equal(value->text, STR("true")) ||
        str_equal(value->text, STR("false")))
        return SHAPE_RIGHT;
    return wrong(shape_say_word(reader, key, value, MSG_SHAPE_BOOL,
                                bool_hint(value->text)));
}

static enum shape_check
check_choice(struct shape_reader *reader, const struct shape_key *key,
             const struct yaml_node *value)
{
    if (value->kind != YAML_TEXT || (!value->text.len && !value->quoted))
        return wrong(shape_say_kind(reader, key, value, MSG_YAML_A_TEXT));
    if (shape_choice(key->choices, value->text) >= 0)
        return SHAPE_RIGHT;
    return wrong(shape_say_choice(reader, key, value));
}

/* A text in a list.  An empty one in quotes is meant; "- " alone is not. */
static enum shape_check
check_item(struct shape_reader *reader, const struct shape_key *key,
           const struct yaml_node *item)
{
    if (item->kind != YAML_TEXT)
        return wrong(shape_say_kind(reader, key, item, MSG_YAML_A_TEXT));
    if (!item->text.len && !item->quoted)
        return wrong(shape_say_empty(reader, key, item));
    return SHAPE_RIGHT;
}

typedef enum shape_check (*check_fn)(struct shape_reader *reader,
                                     const struct shape_key *key,
                                     const struct yaml_node *value);

/* A list in which each item passes @p check_one. */
static enum shape_check
check_each(struct shape_reader *reader, const struct shape_key *key,
           const struct yaml_node *list, check_fn check_one)
{
    enum shape_check all = SHAPE_RIGHT;

    if (key->required && !list->count)
        return wrong(shape_say_empty(reader, key, list));
    for (size_t i = 0; i < list->count; i++) {
        enum shape_check one = check_one(reader, key, list->items[i]);

        if (one == SHAPE_NOMEM)
            return one;
        if (one == SHAPE_WRONG)
            all = one;
    }
    return all;
}

static enum shape_check
check_texts(struct shape_reader *reader, const struct shape_key *key,
            const struct yaml_node *value)
{
    if (value->kind == YAML_LIST)
        return check_each(reader, key, value, check_item);
    if (value->kind == YAML_TEXT)
        return check_text(reader, key, value);
    return wrong(shape_say_kind(reader, key, value, MSG_SHAPE_TEXTS));
}

static enum shape_check
check_choices(struct shape_reader *reader, const struct shape_key *key,
              const struct yaml_node *value)
{
    if (value->kind == YAML_LIST)
        return check_each(reader, key, value, check_choice);
    if (value->kind == YAML_TEXT)
        return check_choice(reader, key, value);
    return wrong(shape_say_kind(reader, key, value, MSG_SHAPE_TEXTS));
}

static bool
count_text(struct shape_reader *reader, void *target,
           const struct yaml_node *value)
{
    (void)reader;
    (void)value;
    ++*(size_t *)target;
    return true;
}

static const struct shape_key langs_keys[] = {
    { "sv", SHAPE_TEXT, true, count_text, NULL, NULL, "texten på svenska",
      "the text in Swedish", NULL },
    { "en", SHAPE_TEXT, true, count_text, NULL, NULL, "texten på engelska",
      "the text in English", NULL },
};

static enum shape_check
check_langs(struct shape_reader *reader, const struct shape_key *key,
            const struct yaml_node *value)
{
    /* Named after the key, so that its faults are. */
    struct shape langs = { key->name, langs_keys, ARRAY_LEN(langs_keys),
                           0,         key->sv,    key->en };
    size_t read = 0;

    if (value->kind != YAML_MAP)
        return wrong(shape_say_kind(reader, key, value, MSG_SHAPE_LANGS));
    if (!shape_read(reader, &langs, &read, value))
        return SHAPE_NOMEM;
    return read == 2 && value->count == 2 ? SHAPE_RIGHT : SHAPE_WRONG;
}

static bool
may_be(const struct yaml_node *value, unsigned forms)
{
    if (value->kind == YAML_TEXT)
        return (forms & SHAPE_AS_TEXT) != 0 &&
               (value->text.len || value->quoted);
    return value->kind == YAML_MAP || (forms & SHAPE_AS_LIST) != 0;
}

static enum shape_check
check_map(struct shape_reader *reader, const struct shape_key *key,
          const struct yaml_node *value)
{
    unsigned forms = key->shape ? key->shape->forms : 0;

    if (may_be(value, forms))
        return SHAPE_RIGHT;
    return wrong(shape_say_kind(reader, key, value, shape_forms_name(forms)));
}

/* A shape that may itself be written as a list may stand alone too. */
static enum shape_check
check_list(struct shape_reader *reader, const struct shape_key *key,
           const struct yaml_node *value)
{
    unsigned forms = key->shape ? key->shape->forms : 0;

    if (value->kind == YAML_LIST) {
        return key->required && !value->count
                   ? wrong(shape_say_empty(reader, key, value))
                   : SHAPE_RIGHT;
    }
    if (forms & SHAPE_AS_LIST)
        return check_map(reader, key, value);
    return wrong(shape_say_kind(reader, key, value, MSG_YAML_A_LIST));
}

static enum shape_check
check_named(struct shape_reader *reader, const struct shape_key *key,
            const struct yaml_node *value)
{
    enum shape_check all = SHAPE_RIGHT;

    if (value->kind != YAML_MAP)
        return wrong(shape_say_kind(reader, key, value, MSG_SHAPE_NAMED));
    for (size_t i = 0; i < value->count; i++) {
        const struct yaml_pair *pair = &value->pairs[i];

        if (is_id(pair->key))
            continue;
        all = SHAPE_WRONG;
        if (!shape_fault(reader, DIAG_SHAPE_ID, pair->start, pair->end,
                         &pair->key, 1, SHAPE_NO_HINT))
            return SHAPE_NOMEM;
    }
    return all;
}

static enum shape_check
check_named_texts(struct shape_reader *reader, const struct shape_key *key,
                  const struct yaml_node *value)
{
    enum shape_check all = SHAPE_RIGHT;

    if (value->kind != YAML_MAP)
        return wrong(shape_say_kind(reader, key, value, MSG_SHAPE_NAMED));
    for (size_t i = 0; i < value->count; i++) {
        const struct yaml_node *node = value->pairs[i].value;
        enum shape_check one = node->kind == YAML_TEXT
                                   ? check_item(reader, key, node)
                                   : check_texts(reader, key, node);

        if (one == SHAPE_NOMEM)
            return one;
        if (one == SHAPE_WRONG)
            all = one;
    }
    return all;
}

static const check_fn checks[] = {
    [SHAPE_TEXT] = check_text,       [SHAPE_ID] = check_id,
    [SHAPE_INT] = check_int,         [SHAPE_DECIMAL] = check_decimal,
    [SHAPE_CHOICE] = check_choice,   [SHAPE_TEXTS] = check_texts,
    [SHAPE_CHOICES] = check_choices, [SHAPE_LANGS] = check_langs,
    [SHAPE_MAP] = check_map,         [SHAPE_LIST] = check_list,
    [SHAPE_NAMED] = check_named,     [SHAPE_NAMED_TEXTS] = check_named_texts,
    [SHAPE_BOOL] = check_bool,       [SHAPE_DATE] = check_date,
};

enum shape_check
shape_check(struct shape_reader *reader, const struct shape_key *key,
            const struct yaml_node *value)
{
    return checks[key->type](reader, key, value);
}
