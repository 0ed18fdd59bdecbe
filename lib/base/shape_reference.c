/* SPDX-License-Identifier: MIT */

/* The reference of a language, in Markdown, from the tables that the loader
 * reads by: a section for every shape, a row for every key.  What is said
 * here cannot differ from what is read. */

#include "base/shape.h"

#include "base/message.h"
#include "base/vec.h"

struct writer {
    struct buf *out;
    samsyn_lang lang;
    struct vec shapes; /* of const struct shape *: reached so far */
};

static const enum message type_words[] = {
    [SHAPE_TEXT] = MSG_REFERENCE_TEXT,
    [SHAPE_ID] = MSG_REFERENCE_ID,
    [SHAPE_INT] = MSG_REFERENCE_INT,
    [SHAPE_DECIMAL] = MSG_REFERENCE_DECIMAL,
    [SHAPE_BOOL] = MSG_REFERENCE_BOOL,
    [SHAPE_DATE] = MSG_REFERENCE_DATE,
    [SHAPE_CHOICE] = MSG_REFERENCE_CHOICE,
    [SHAPE_TEXTS] = MSG_REFERENCE_TEXTS,
    [SHAPE_CHOICES] = MSG_REFERENCE_CHOICES,
    [SHAPE_LANGS] = MSG_REFERENCE_LANGS,
    [SHAPE_MAP] = MSG_REFERENCE_MAP,
    [SHAPE_LIST] = MSG_REFERENCE_LIST,
    [SHAPE_NAMED] = MSG_REFERENCE_NAMED,
    [SHAPE_NAMED_TEXTS] = MSG_REFERENCE_NAMED_TEXTS,
};

static void
put(struct writer *writer, enum message id)
{
    buf_text(writer->out, message_text(id, writer->lang));
}

static const char *
in_lang(const struct writer *writer, const char *sv, const char *en)
{
    return writer->lang == SAMSYN_LANG_EN ? en : sv;
}

static void
reach(struct writer *writer, const struct shape *shape)
{
    const struct shape **slot;

    for (size_t i = 0; i < writer->shapes.len; i++) {
        if (*(const struct shape **)vec_at(&writer->shapes, i) == shape)
            return;
    }
    slot = vec_push(&writer->shapes);
    if (slot)
        *slot = shape;
    else
        writer->out->failed = true;
}

static void
put_choices(struct writer *writer, const struct shape_key *key)
{
    for (size_t i = 0; key->choices && key->choices[i]; i++) {
        buf_text(writer->out, i > 0 ? ", `" : ": `");
        buf_text(writer->out, key->choices[i]);
        buf_char(writer->out, '`');
    }
}

static void
put_type(struct writer *writer, const struct shape_key *key)
{
    put(writer, type_words[key->type]);
    put_choices(writer, key);
    if (!key->shape)
        return;
    reach(writer, key->shape);
    buf_text(writer->out, " [");
    buf_text(writer->out, key->shape->name);
    buf_text(writer->out, "](#");
    buf_text(writer->out, key->shape->name);
    buf_char(writer->out, ')');
}

/* A bar would end the cell. */
static void
put_code(struct writer *writer, const char *text)
{
    buf_char(writer->out, '`');
    for (; *text; text++) {
        if (*text == '|')
            buf_char(writer->out, '\\');
        buf_char(writer->out, *text);
    }
    buf_char(writer->out, '`');
}

static void
put_key(struct writer *writer, const struct shape_key *key, bool required)
{
    buf_text(writer->out, "| ");
    put_code(writer, key->name);
    buf_text(writer->out, " | ");
    if (required)
        put(writer, MSG_REFERENCE_REQUIRED);
    buf_text(writer->out, " | ");
    put_type(writer, key);
    buf_text(writer->out, " | ");
    buf_text(writer->out, in_lang(writer, key->sv, key->en));
    buf_text(writer->out, " | ");
    if (key->example)
        put_code(writer, key->example);
    buf_text(writer->out, " |\n");
}

static void
put_forms(struct writer *writer, const struct shape *shape)
{
    if (shape->forms & SHAPE_AS_TEXT)
        put(writer, MSG_REFERENCE_AS_TEXT);
    if (shape->forms & SHAPE_AS_LIST)
        put(writer, MSG_REFERENCE_AS_LIST);
    if (shape->forms & (SHAPE_AS_TEXT | SHAPE_AS_LIST))
        buf_text(writer->out, "\n\n");
}

static void
put_shape(struct writer *writer, const struct shape *shape)
{
    buf_text(writer->out, "\n## ");
    buf_text(writer->out, shape->name);
    buf_text(writer->out, "\n\n");
    buf_text(writer->out, in_lang(writer, shape->sv, shape->en));
    buf_text(writer->out, ".\n\n");
    put_forms(writer, shape);
    put(writer, MSG_REFERENCE_HEAD);
    buf_text(writer->out, "\n|---|---|---|---|---|\n");
    for (size_t i = 0; i < shape->count; i++)
        put_key(writer, &shape->keys[i],
                shape->keys[i].required &&
                    !(shape->forms & SHAPE_ALL_OPTIONAL));
}

/* Sections are written while others are reached: breadth first. */
void
shape_reference(struct buf *out, const struct shape_file *file,
                samsyn_lang lang)
{
    struct writer writer = { .out = out, .lang = lang };

    vec_init(&writer.shapes, &out->mem, sizeof(const struct shape *));
    reach(&writer, file->shape);
    if (file->mark)
        reach(&writer, file->marked);
    buf_text(out, "# ");
    put(&writer, MSG_REFERENCE_TITLE);
    buf_text(out, file->shape->name);
    buf_text(out, "\n\n");
    put(&writer, MSG_REFERENCE_NOTE);
    buf_char(out, '\n');
    for (size_t i = 0; i < writer.shapes.len; i++)
        put_shape(&writer, *(const struct shape **)vec_at(&writer.shapes, i));
    vec_done(&writer.shapes);
}
