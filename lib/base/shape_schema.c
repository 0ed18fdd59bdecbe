/* SPDX-License-Identifier: MIT */

/* A JSON Schema, draft-07, from the tables that the loader reads by.
 *
 * Editors know draft-07.  Every shape is a definition, written once, in the
 * order in which it is first reached from the root; a key's type is a piece
 * of schema.  Where YAML 1.2 sees a number or a truth value in a text
 * (version: 0.1), the loader sees the text: the schema allows both, and also
 * the number that stands in quotes (gap: "2").  Help is
 * in one language, since editors show one. */

#include "base/shape.h"

#include <stdint.h>

#include "base/vec.h"

#define TEXT "\"type\": [\"string\", \"number\", \"boolean\"]"
#define SOME_TEXT TEXT ", \"pattern\": \"\\\\S\""
#define TEXTS                                                                  \
    "\"anyOf\": [{" TEXT "}, {\"type\": \"array\", \"items\": {" TEXT "}}]"
#define SOME_TEXTS                                                             \
    "\"anyOf\": [{" SOME_TEXT "}, {\"type\": \"array\", \"minItems\": 1, "     \
    "\"items\": {" TEXT "}}]"
#define ONE "-one" /* what a list of a shape holds */
/* Letters up to Latin Extended-B: \p{L} is not known to every reader. */
#define ID_PATTERN                                                             \
    "\"^[A-Za-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u024F]"                 \
    "[A-Za-z0-9\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u024F-]*$\""

struct writer {
    struct buf *out;
    samsyn_lang lang;
    struct vec shapes; /* const struct shape *: reached so far */
};

/* A JSON string. */
static void
write_string(struct buf *out, const char *text)
{
    static const char digits[] = "0123456789abcdef";

    buf_char(out, '"');
    for (; *text; text++) {
        unsigned char c = (unsigned char)*text;

        if (c == '"' || c == '\\') {
            buf_char(out, '\\');
            buf_char(out, *text);
        } else if (c < 0x20) {
            buf_text(out, "\\u00");
            buf_char(out, digits[c >> 4]);
            buf_char(out, digits[c & 15]);
        } else {
            buf_char(out, *text);
        }
    }
    buf_char(out, '"');
}

static void
write_line(struct buf *out, size_t depth)
{
    buf_char(out, '\n');
    while (depth--)
        buf_text(out, "  ");
}

/* Remember a shape that is to be defined. */
static void
reach(struct writer *writer, const struct shape *shape)
{
    for (size_t i = 0; i < writer->shapes.len; i++) {
        if (*(const struct shape **)vec_at(&writer->shapes, i) == shape)
            return;
    }
    const struct shape **slot = vec_push(&writer->shapes);
    if (slot)
        *slot = shape;
    else
        writer->out->failed = true;
}

static void
write_reference(struct writer *writer, const struct shape *shape)
{
    reach(writer, shape);
    buf_text(writer->out, "{\"$ref\": \"#/definitions/");
    buf_text(writer->out, shape->name);
    buf_text(writer->out, "\"}");
}

static void
write_enum(struct writer *writer, const struct shape_key *key)
{
    buf_text(writer->out, "\"enum\": [");
    for (size_t i = 0; key->choices[i]; i++) {
        if (i)
            buf_text(writer->out, ", ");
        write_string(writer->out, key->choices[i]);
    }
    buf_char(writer->out, ']');
}

static void
write_text(struct writer *writer, const struct shape_key *key)
{
    buf_text(writer->out, key->required ? SOME_TEXT : TEXT);
}

static void
write_id(struct writer *writer, const struct shape_key *key)
{
    (void)key;
    buf_text(writer->out,
             "\"type\": [\"string\", \"boolean\"], \"pattern\": " ID_PATTERN);
}

static void
write_int(struct writer *writer, const struct shape_key *key)
{
    (void)key;
    buf_text(writer->out,
             "\"type\": [\"integer\", \"string\"], \"minimum\": 0, "
             "\"pattern\": \"^[0-9]+$\"");
}

static void
write_decimal(struct writer *writer, const struct shape_key *key)
{
    (void)key;
    buf_text(writer->out, "\"type\": [\"number\", \"string\"], "
                          "\"pattern\": \"^-?[0-9]+([.][0-9]{1,3})?$\"");
}

/* A schema knows no calendar: it leaves 30 February to the loader. */
static void
write_date(struct writer *writer, const struct shape_key *key)
{
    (void)key;
    buf_text(writer->out,
             "\"type\": \"string\", \"pattern\": \"^[0-9]{4}-(0[1-9]|1[0-2])-"
             "(0[1-9]|[12][0-9]|3[01])$\"");
}

static void
write_bool(struct writer *writer, const struct shape_key *key)
{
    (void)key;
    buf_text(writer->out, "\"enum\": [true, false, \"true\", \"false\"]");
}

static void
write_texts(struct writer *writer, const struct shape_key *key)
{
    buf_text(writer->out, key->required ? SOME_TEXTS : TEXTS);
}

static void
write_choices(struct writer *writer, const struct shape_key *key)
{
    buf_text(writer->out, "\"anyOf\": [{");
    write_enum(writer, key);
    buf_text(writer->out, "}, {\"type\": \"array\", ");
    if (key->required)
        buf_text(writer->out, "\"minItems\": 1, ");
    buf_text(writer->out, "\"items\": {");
    write_enum(writer, key);
    buf_text(writer->out, "}}]");
}

static void
write_langs(struct writer *writer, const struct shape_key *key)
{
    (void)key;
    buf_text(writer->out,
             "\"type\": \"object\", \"required\": [\"sv\", \"en\"], "
             "\"additionalProperties\": false, \"properties\": "
             "{\"sv\": {" SOME_TEXT "}, \"en\": {" SOME_TEXT "}}");
}

static void
write_map(struct writer *writer, const struct shape_key *key)
{
    buf_text(writer->out, "\"allOf\": [");
    write_reference(writer, key->shape);
    buf_char(writer->out, ']');
}

static void
write_list(struct writer *writer, const struct shape_key *key)
{
    /* A shape that may be a list says itself what else it may be. */
    if (key->shape->forms & SHAPE_AS_LIST) {
        write_map(writer, key);
        return;
    }
    buf_text(writer->out, "\"type\": \"array\", ");
    if (key->required)
        buf_text(writer->out, "\"minItems\": 1, ");
    buf_text(writer->out, "\"items\": ");
    write_reference(writer, key->shape);
}

static void
write_named(struct writer *writer, const struct shape_key *key)
{
    buf_text(
        writer->out,
        "\"type\": \"object\", \"propertyNames\": {\"pattern\": " ID_PATTERN
        "}, \"additionalProperties\": ");
    write_reference(writer, key->shape);
}

static void
write_named_texts(struct writer *writer, const struct shape_key *key)
{
    (void)key;
    buf_text(writer->out, "\"type\": \"object\", \"additionalProperties\": "
                          "{" TEXTS "}");
}

typedef void (*write_fn)(struct writer *writer, const struct shape_key *key);

static const write_fn writers[] = {
    [SHAPE_TEXT] = write_text,       [SHAPE_ID] = write_id,
    [SHAPE_INT] = write_int,         [SHAPE_DECIMAL] = write_decimal,
    [SHAPE_CHOICE] = write_enum,     [SHAPE_TEXTS] = write_texts,
    [SHAPE_CHOICES] = write_choices, [SHAPE_LANGS] = write_langs,
    [SHAPE_MAP] = write_map,         [SHAPE_LIST] = write_list,
    [SHAPE_NAMED] = write_named,     [SHAPE_NAMED_TEXTS] = write_named_texts,
    [SHAPE_BOOL] = write_bool,       [SHAPE_DATE] = write_date,
};

static void
write_description(struct writer *writer, const char *sv, const char *en)
{
    buf_text(writer->out, "\"description\": ");
    write_string(writer->out, writer->lang == SAMSYN_LANG_EN ? en : sv);
}

static void
write_property(struct writer *writer, const struct shape_key *key, size_t depth)
{
    write_line(writer->out, depth);
    write_string(writer->out, key->name);
    buf_text(writer->out, ": {");
    write_line(writer->out, depth + 1);
    write_description(writer, key->sv, key->en);
    if (key->example) {
        buf_char(writer->out, ',');
        write_line(writer->out, depth + 1);
        buf_text(writer->out, "\"examples\": [");
        write_string(writer->out, key->example);
        buf_char(writer->out, ']');
    }
    buf_char(writer->out, ',');
    write_line(writer->out, depth + 1);
    writers[key->type](writer, key);
    write_line(writer->out, depth);
    buf_char(writer->out, '}');
}

static void
write_required(struct writer *writer, const struct shape *shape, size_t depth)
{
    const char *before = "\"required\": [";

    if (shape->forms & SHAPE_ALL_OPTIONAL)
        return;
    for (size_t i = 0; i < shape->count; i++) {
        if (!shape->keys[i].required)
            continue;
        if (*before == '"')
            write_line(writer->out, depth);
        buf_text(writer->out, before);
        write_string(writer->out, shape->keys[i].name);
        before = ", ";
    }
    if (*before == ',')
        buf_text(writer->out, "],");
}

/* The shape as a mapping: what stands between the braces. */
static void
write_object(struct writer *writer, const struct shape *shape, size_t depth)
{
    write_line(writer->out, depth);
    buf_text(writer->out, "\"type\": \"object\",");
    write_line(writer->out, depth);
    buf_text(writer->out, "\"additionalProperties\": false,");
    write_required(writer, shape, depth);
    write_line(writer->out, depth);
    buf_text(writer->out, "\"properties\": {");
    for (size_t i = 0; i < shape->count; i++) {
        if (i)
            buf_char(writer->out, ',');
        write_property(writer, &shape->keys[i], depth + 1);
    }
    write_line(writer->out, depth);
    buf_char(writer->out, '}');
}

/* The shape as a mapping or a text. */
static void
write_text_form(struct writer *writer, const struct shape *shape, size_t depth)
{
    write_line(writer->out, depth);
    buf_text(writer->out, "\"anyOf\": [");
    write_line(writer->out, depth + 1);
    buf_text(writer->out, "{" SOME_TEXT "},");
    write_line(writer->out, depth + 1);
    buf_char(writer->out, '{');
    write_object(writer, shape, depth + 2);
    write_line(writer->out, depth + 1);
    buf_char(writer->out, '}');
    write_line(writer->out, depth);
    buf_char(writer->out, ']');
}

static void
open_definition(struct writer *writer, const struct shape *shape,
                const char *ending)
{
    write_line(writer->out, 2);
    buf_char(writer->out, '"');
    buf_text(writer->out, shape->name);
    buf_text(writer->out, ending);
    buf_text(writer->out, "\": {");
    write_line(writer->out, 3);
    write_description(writer, shape->sv, shape->en);
    buf_char(writer->out, ',');
}

static void
close_definition(struct writer *writer)
{
    write_line(writer->out, 2);
    buf_char(writer->out, '}');
}

/* One of the shape or a list of them, and never a list in a list: so one by
 * itself is a definition of its own. */
static void
write_list_form(struct writer *writer, const struct shape *shape)
{
    buf_text(writer->out, "\n      \"anyOf\": [{\"$ref\": \"#/definitions/");
    buf_text(writer->out, shape->name);
    buf_text(writer->out, ONE "\"}, {\"type\": \"array\", \"items\": "
                              "{\"$ref\": \"#/definitions/");
    buf_text(writer->out, shape->name);
    buf_text(writer->out, ONE "\"}}]");
    close_definition(writer);
    buf_char(writer->out, ',');
}

static void
write_definition(struct writer *writer, const struct shape *shape)
{
    bool many = (shape->forms & SHAPE_AS_LIST) != 0;

    if (many) {
        open_definition(writer, shape, "");
        write_list_form(writer, shape);
    }
    open_definition(writer, shape, many ? ONE : "");
    if (shape->forms & SHAPE_AS_TEXT)
        write_text_form(writer, shape, 3);
    else
        write_object(writer, shape, 3);
    close_definition(writer);
}

/* Definitions are written while others are reached: breadth first. */
static void
write_definitions(struct writer *writer)
{
    for (size_t i = 0; i < writer->shapes.len; i++) {
        if (i)
            buf_char(writer->out, ',');
        write_definition(writer,
                         *(const struct shape **)vec_at(&writer->shapes, i));
    }
}

/* Which of its shapes a file must have. */
static void
write_root(struct writer *writer, const struct shape_file *file)
{
    if (!file->mark) {
        buf_text(writer->out, ",\n  \"allOf\": [");
        write_reference(writer, file->shape);
        buf_char(writer->out, ']');
        return;
    }
    buf_text(writer->out, ",\n  \"if\": {\"required\": [");
    write_string(writer->out, file->mark);
    buf_text(writer->out, "]},\n  \"then\": ");
    write_reference(writer, file->marked);
    buf_text(writer->out, ",\n  \"else\": ");
    write_reference(writer, file->shape);
}

void
shape_schema(struct buf *out, const struct shape_file *file, const char *title,
             samsyn_lang lang)
{
    struct writer writer = { .out = out, .lang = lang };

    vec_init(&writer.shapes, &out->mem, sizeof(const struct shape *));
    buf_text(out, "{\n  \"$schema\": "
                  "\"http://json-schema.org/draft-07/schema#\",\n"
                  "  \"title\": ");
    write_string(out, title);
    write_root(&writer, file);
    buf_text(out, ",\n  \"definitions\": {");
    write_definitions(&writer);
    buf_text(out, "\n  }\n}\n");
    vec_done(&writer.shapes);
}
