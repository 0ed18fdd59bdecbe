/* SPDX-License-Identifier: MIT */

/* What libyaml says of a file, for the building of a tree.
 *
 * libyaml's own loader is quadratic in anchors, has no limit of depth and
 * accepts keys twice; so its events are read here, one at a time, and reading
 * stops at the builder's limits before libyaml can become slow.  Its marks
 * count code points, ours bytes: a cursor moves along the text with the
 * events, so that the conversion is linear in all.
 *
 * What libyaml allocates it takes from malloc. */

#include <string.h>

#include <yaml.h>

#include "base/yaml_build.h"

struct reading {
    struct yaml_builder *builder;
    struct str text;    /* after the byte order mark */
    size_t base;        /* bytes of the byte order mark */
    size_t index, byte; /* the cursor: a code point and its byte in text */
    size_t documents;
    size_t quote_start; /* the last text, where it was in quotes, or NONE */
    size_t quote_end;
};

static bool
is_inside(const struct reading *reading, size_t at)
{
    return ((unsigned char)reading->text.ptr[at] & 0xC0) == 0x80;
}

/* The byte in the source of a mark's code point.  Marks hardly ever go back,
 * and then never far: the cursor walks both ways. */
static size_t
place_of(struct reading *r, const yaml_mark_t *mark)
{
    for (; r->index < mark->index && r->byte < r->text.len; r->index++) {
        do {
            r->byte++;
        } while (r->byte < r->text.len && is_inside(r, r->byte));
    }
    for (; r->index > mark->index && r->byte; r->index--) {
        do {
            r->byte--;
        } while (r->byte && is_inside(r, r->byte));
    }
    return r->base + r->byte;
}

/* The tag as it was written, at or after @p at. */
static bool
say_tag(struct reading *reading, size_t at)
{
    struct str text = reading->builder->source.text;
    size_t end;

    while (at < text.len && text.ptr[at] != '!')
        at++;
    end = at;
    while (end < text.len && !strchr(" \t\r\n,", text.ptr[end]))
        end++;
    return yaml_build_say(reading->builder, DIAG_YAML_TAG, at, end,
                          str_make(text.ptr + at, end - at));
}

/* Anchors and tags, which any node may have. */
static bool
check_marks(struct reading *reading, const yaml_event_t *event,
            const yaml_char_t *anchor, const yaml_char_t *tag)
{
    size_t start = place_of(reading, &event->start_mark);

    if (anchor && !yaml_build_say(reading->builder, DIAG_YAML_ANCHOR, start,
                                  start + 1 + strlen((const char *)anchor),
                                  str_of((const char *)anchor)))
        return false;
    return !tag || say_tag(reading, start);
}

static enum yaml_style
style_of(yaml_scalar_style_t style)
{
    if (style == YAML_PLAIN_SCALAR_STYLE)
        return YAML_STYLE_PLAIN;
    return style == YAML_DOUBLE_QUOTED_SCALAR_STYLE ? YAML_STYLE_DOUBLE
                                                    : YAML_STYLE_EXACT;
}

/* What libyaml gives does not last. */
static bool
put_text(struct reading *reading, const yaml_event_t *event, struct str text,
         enum yaml_style style)
{
    struct yaml_builder *builder = reading->builder;
    struct str kept = arena_str(builder->arena, text);
    size_t start = place_of(reading, &event->start_mark);

    return yaml_build_go_on(builder, kept.ptr != NULL) &&
           yaml_build_text(builder, start, place_of(reading, &event->end_mark),
                           kept, style);
}

static bool
on_scalar(struct reading *reading, const yaml_event_t *event)
{
    enum yaml_style style = style_of(event->data.scalar.style);
    struct str text = str_make((const char *)event->data.scalar.value,
                               event->data.scalar.length);
    bool quoted = style != YAML_STYLE_PLAIN;

    reading->quote_start =
        quoted ? place_of(reading, &event->start_mark) : SAMSYN_NONE;
    reading->quote_end =
        quoted ? place_of(reading, &event->end_mark) : SAMSYN_NONE;
    return check_marks(reading, event, event->data.scalar.anchor,
                       event->data.scalar.tag) &&
           put_text(reading, event, text, style);
}

/* In an alias' place stands its name, so that reading goes on. */
static bool
on_alias(struct reading *reading, const yaml_event_t *event)
{
    struct str name = str_of((const char *)event->data.alias.anchor);
    size_t start = place_of(reading, &event->start_mark);

    return yaml_build_say(reading->builder, DIAG_YAML_ALIAS, start,
                          place_of(reading, &event->end_mark), name) &&
           put_text(reading, event, name, YAML_STYLE_PLAIN);
}

static bool
open_node(struct reading *reading, const yaml_event_t *event,
          enum yaml_kind kind, bool flow)
{
    return yaml_build_open(reading->builder, kind,
                           place_of(reading, &event->start_mark), flow);
}

static bool
on_list(struct reading *reading, const yaml_event_t *event)
{
    return check_marks(reading, event, event->data.sequence_start.anchor,
                       event->data.sequence_start.tag) &&
           open_node(reading, event, YAML_LIST,
                     event->data.sequence_start.style ==
                         YAML_FLOW_SEQUENCE_STYLE);
}

static bool
on_map(struct reading *reading, const yaml_event_t *event)
{
    return check_marks(reading, event, event->data.mapping_start.anchor,
                       event->data.mapping_start.tag) &&
           open_node(reading, event, YAML_MAP,
                     event->data.mapping_start.style ==
                         YAML_FLOW_MAPPING_STYLE);
}

/* A node without brackets ends where its last child does, not where libyaml
 * noticed: that is the next node's start. */
static bool
on_end(struct reading *reading, const yaml_event_t *event)
{
    const struct yaml_builder *builder = reading->builder;
    size_t first = builder->stack[builder->depth - 1].first;
    size_t start = place_of(reading, &event->start_mark);
    size_t end = place_of(reading, &event->end_mark);

    if (start == end && builder->pending.len > first)
        end = 0;
    return yaml_build_close(reading->builder, end);
}

static bool
on_document(struct reading *reading, const yaml_event_t *event)
{
    struct str none = { NULL, 0 };
    size_t start = place_of(reading, &event->start_mark);

    if (++reading->documents == 1)
        return true;
    return yaml_build_say(reading->builder, DIAG_YAML_DOCUMENTS, start,
                          start + 3, none) &&
           yaml_build_stop(reading->builder, SAMSYN_E_SYNTAX);
}

typedef bool (*event_fn)(struct reading *reading, const yaml_event_t *event);

/* What is not here needs nothing done. */
static const event_fn handlers[] = {
    [YAML_DOCUMENT_START_EVENT] = on_document,
    [YAML_ALIAS_EVENT] = on_alias,
    [YAML_SCALAR_EVENT] = on_scalar,
    [YAML_SEQUENCE_START_EVENT] = on_list,
    [YAML_SEQUENCE_END_EVENT] = on_end,
    [YAML_MAPPING_START_EVENT] = on_map,
    [YAML_MAPPING_END_EVENT] = on_end,
};

static bool
handle(struct reading *reading, const yaml_event_t *event)
{
    size_t type = (size_t)event->type;

    if (type >= ARRAY_LEN(handlers) || !handlers[type])
        return true;
    return handlers[type](reading, event);
}

static size_t
open_bracket(const struct yaml_builder *builder)
{
    for (size_t i = builder->depth; i; i--) {
        if (builder->stack[i - 1].flow)
            return builder->stack[i - 1].node->start;
    }
    return SAMSYN_NONE;
}

/* The parser has given up. */
static bool
on_error(struct reading *reading, const yaml_parser_t *parser)
{
    struct yaml_builder *builder = reading->builder;
    struct yaml_trouble trouble = {
        .problem = parser->problem ? parser->problem : "",
        .context = parser->context ? parser->context : "",
        .decoding = parser->error == YAML_READER_ERROR,
        .bracket = open_bracket(builder),
        .quote_start = reading->quote_start,
        .quote_end = reading->quote_end,
    };

    if (parser->error == YAML_MEMORY_ERROR)
        return yaml_build_stop(builder, SAMSYN_E_NOMEM);
    if (trouble.decoding) {
        trouble.problem_at = reading->base + parser->problem_offset;
    } else {
        trouble.context_at = place_of(reading, &parser->context_mark);
        trouble.problem_at = place_of(reading, &parser->problem_mark);
    }
    if (!yaml_build_go_on(builder, yaml_explain(&builder->report, &trouble)))
        return false;
    return yaml_build_stop(builder, SAMSYN_E_SYNTAX);
}

static void
read_events(struct reading *reading, yaml_parser_t *parser)
{
    yaml_event_type_t type = YAML_NO_EVENT;
    yaml_event_t event;

    while (type != YAML_STREAM_END_EVENT) {
        if (!yaml_parser_parse(parser, &event)) {
            on_error(reading, parser);
            return;
        }
        type = event.type;
        bool ok = handle(reading, &event);
        yaml_event_delete(&event);
        if (!ok)
            return;
    }
}

void
yaml_events_read(struct yaml_builder *builder, size_t base)
{
    struct str text = builder->source.text;
    struct reading reading = { .builder = builder,
                               .base = base,
                               .quote_start = SAMSYN_NONE,
                               .quote_end = SAMSYN_NONE };
    yaml_parser_t parser;

    reading.text = str_make(text.ptr + base, text.len - base);
    if (!yaml_parser_initialize(&parser)) {
        yaml_build_stop(builder, SAMSYN_E_NOMEM);
        return;
    }
    /* Named, so that libyaml guesses none and its marks begin after ours. */
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(
        &parser, (const unsigned char *)reading.text.ptr, reading.text.len);
    read_events(&reading, &parser);
    yaml_parser_delete(&parser);
}
