/* SPDX-License-Identifier: MIT */

/* YAML as a tree of nodes with places, from libyaml's events.
 *
 * libyaml's own loader is quadratic in anchors, has no limit of depth and
 * accepts keys twice; so its events are read here, one at a time, on a stack
 * of our own, and reading stops at the limits below before libyaml can become
 * slow.  Its marks count code points, ours bytes: a cursor moves along the
 * text with the events, so that the conversion is linear in all.
 *
 * Nodes live in the caller's arena; what was made before a failure stays there
 * unused.  What libyaml allocates it takes from malloc. */

#include "base/yaml_tree.h"

#include <string.h>

#include <yaml.h>

#include "base/number.h"
#include "base/vec.h"
#include "base/yaml_inner.h"

#define MOST_DEPTH 32
#define MOST_NODES 200000

/* A list or map that is being read; its children so far stand in the
 * builder's `pending` from `first` on. */
struct frame {
    struct yaml_node *node;
    struct yaml_node *key; /* in a map: read, and waiting for its value */
    size_t first;
    bool flow; /* written with brackets */
};

struct builder {
    struct diag_source source; /* its text is never NULL */
    struct yaml_report report;
    struct arena *arena;
    struct str text;    /* after the byte order mark */
    size_t base;        /* bytes of the byte order mark */
    size_t index, byte; /* the cursor: a code point and its byte in text */
    struct vec pending; /* struct yaml_pair */
    struct vec scratch;
    struct frame stack[MOST_DEPTH];
    size_t depth;
    size_t nodes, documents;
    struct yaml_node *root;
    const struct yaml_node *last; /* the text read last */
    samsyn_status status;
};

/* Ends reading. */
static bool
stop(struct builder *builder, samsyn_status status)
{
    builder->status = status;
    return false;
}

/* Goes on where @p ok, else ends for lack of memory. */
static bool
go_on(struct builder *builder, bool ok)
{
    return ok || stop(builder, SAMSYN_E_NOMEM);
}

static bool
is_inside(const struct builder *builder, size_t at)
{
    return ((unsigned char)builder->text.ptr[at] & 0xC0) == 0x80;
}

/* The byte in the source of a mark's code point.  Marks hardly ever go back,
 * and then never far: the cursor walks both ways. */
static size_t
place_of(struct builder *b, const yaml_mark_t *mark)
{
    for (; b->index < mark->index && b->byte < b->text.len; b->index++) {
        do {
            b->byte++;
        } while (b->byte < b->text.len && is_inside(b, b->byte));
    }
    for (; b->index > mark->index && b->byte; b->index--) {
        do {
            b->byte--;
        } while (b->byte && is_inside(b, b->byte));
    }
    return b->base + b->byte;
}

static bool
say(struct builder *builder, enum diag_code code, size_t start, size_t end,
    struct str arg)
{
    builder->report.refused = true;
    return go_on(builder, yaml_say(&builder->report, code, start, end, arg));
}

static bool
say_limit(struct builder *builder, enum diag_code code, size_t at,
          int64_t limit)
{
    char digits[NUMBER_TEXT];

    return say(builder, code, at, at + 1, number_text(limit, digits)) &&
           stop(builder, SAMSYN_E_LIMIT);
}

/* A node of the arena; NULL where reading ends. */
static struct yaml_node *
make_node(struct builder *builder, enum yaml_kind kind,
          const yaml_event_t *event)
{
    size_t start = place_of(builder, &event->start_mark);

    if (++builder->nodes > MOST_NODES) {
        say_limit(builder, DIAG_YAML_NODES, start, MOST_NODES);
        return NULL;
    }
    struct yaml_node *node = arena_alloc(builder->arena, sizeof *node);
    if (!node) {
        stop(builder, SAMSYN_E_NOMEM);
        return NULL;
    }
    node->kind = kind;
    node->start = start;
    node->end = place_of(builder, &event->end_mark);
    return node;
}

static bool
push_child(struct builder *builder, const struct yaml_node *key,
           struct yaml_node *value)
{
    struct yaml_pair *pair = vec_push(&builder->pending);

    if (!pair)
        return stop(builder, SAMSYN_E_NOMEM);
    if (key) {
        /* A refused key is known by its empty text. */
        pair->key = key->kind == YAML_TEXT ? key->text : str_of("");
        pair->start = key->start;
        pair->end = key->end;
    }
    pair->value = value;
    return true;
}

/* Put a finished node where it belongs. */
static bool
deliver(struct builder *builder, struct yaml_node *node)
{
    if (!builder->depth) {
        builder->root = node;
        return true;
    }
    struct frame *frame = &builder->stack[builder->depth - 1];
    if (frame->node->kind == YAML_LIST)
        return push_child(builder, NULL, node);
    if (!frame->key) {
        frame->key = node;
        return go_on(builder, yaml_check_key(&builder->report, node));
    }
    const struct yaml_node *key = frame->key;
    frame->key = NULL;
    return push_child(builder, key, node);
}

/* The tag as it was written, at or after @p at. */
static bool
say_tag(struct builder *builder, size_t at)
{
    struct str text = builder->source.text;
    size_t end;

    while (at < text.len && text.ptr[at] != '!')
        at++;
    end = at;
    while (end < text.len && !strchr(" \t\r\n,", text.ptr[end]))
        end++;
    return say(builder, DIAG_YAML_TAG, at, end,
               str_make(text.ptr + at, end - at));
}

/* Anchors and tags, which any node may have. */
static bool
check_marks(struct builder *builder, const yaml_event_t *event,
            const yaml_char_t *anchor, const yaml_char_t *tag)
{
    size_t start = place_of(builder, &event->start_mark);

    if (anchor && !say(builder, DIAG_YAML_ANCHOR, start,
                       start + 1 + strlen((const char *)anchor),
                       str_of((const char *)anchor)))
        return false;
    return !tag || say_tag(builder, start);
}

static bool
is_key_place(const struct builder *builder)
{
    if (!builder->depth)
        return false;
    const struct frame *frame = &builder->stack[builder->depth - 1];
    return frame->node->kind == YAML_MAP && !frame->key;
}

/* A plain key has a check of its own, and a block text is what it is. */
static bool
check_scalar(struct builder *builder, const struct yaml_node *node,
             yaml_scalar_style_t style)
{
    if (style == YAML_DOUBLE_QUOTED_SCALAR_STYLE)
        return yaml_check_text(&builder->report, node, true);
    if (style != YAML_PLAIN_SCALAR_STYLE || is_key_place(builder))
        return true;
    return yaml_check_text(&builder->report, node, false);
}

/* The ways to write that nothing is there, beside writing nothing. */
static bool
means_nothing(struct str text)
{
    static const char *const words[] = { "null", "Null", "NULL", "~" };

    for (size_t i = 0; i < ARRAY_LEN(words); i++) {
        if (str_equal(text, str_of(words[i])))
            return true;
    }
    return false;
}

static bool
on_scalar(struct builder *builder, const yaml_event_t *event)
{
    yaml_scalar_style_t style = event->data.scalar.style;
    struct yaml_node *node = make_node(builder, YAML_TEXT, event);
    struct str text = str_make((const char *)event->data.scalar.value,
                               event->data.scalar.length);

    if (!node)
        return false;
    if (style == YAML_PLAIN_SCALAR_STYLE && !is_key_place(builder) &&
        means_nothing(text))
        text = str_make("", 0);
    node->text = arena_str(builder->arena, text);
    if (!node->text.ptr)
        return stop(builder, SAMSYN_E_NOMEM);
    node->quoted = style != YAML_PLAIN_SCALAR_STYLE;
    builder->last = node;
    if (!check_marks(builder, event, event->data.scalar.anchor,
                     event->data.scalar.tag))
        return false;
    if (!go_on(builder, check_scalar(builder, node, style)))
        return false;
    return deliver(builder, node);
}

/* In an alias' place stands its name, so that reading goes on. */
static bool
on_alias(struct builder *builder, const yaml_event_t *event)
{
    struct str name = str_of((const char *)event->data.alias.anchor);
    struct yaml_node *node = make_node(builder, YAML_TEXT, event);

    if (!node)
        return false;
    node->text = arena_str(builder->arena, name);
    if (!node->text.ptr)
        return stop(builder, SAMSYN_E_NOMEM);
    return say(builder, DIAG_YAML_ALIAS, node->start, node->end, name) &&
           deliver(builder, node);
}

static bool
open_node(struct builder *builder, const yaml_event_t *event,
          enum yaml_kind kind, bool flow)
{
    struct yaml_node *node = make_node(builder, kind, event);

    if (!node)
        return false;
    if (builder->depth == MOST_DEPTH)
        return say_limit(builder, DIAG_YAML_DEPTH, node->start, MOST_DEPTH);
    builder->stack[builder->depth++] =
        (struct frame){ node, NULL, builder->pending.len, flow };
    return true;
}

static bool
on_list(struct builder *builder, const yaml_event_t *event)
{
    return check_marks(builder, event, event->data.sequence_start.anchor,
                       event->data.sequence_start.tag) &&
           open_node(builder, event, YAML_LIST,
                     event->data.sequence_start.style ==
                         YAML_FLOW_SEQUENCE_STYLE);
}

static bool
on_map(struct builder *builder, const yaml_event_t *event)
{
    return check_marks(builder, event, event->data.mapping_start.anchor,
                       event->data.mapping_start.tag) &&
           open_node(builder, event, YAML_MAP,
                     event->data.mapping_start.style ==
                         YAML_FLOW_MAPPING_STYLE);
}

/* The children of a finished node go from `pending` into the arena. */
static bool
keep_children(struct builder *builder, struct frame *frame)
{
    struct yaml_node *node = frame->node;
    struct yaml_pair *pairs = builder->pending.data;
    size_t count = builder->pending.len - frame->first;

    node->count = count;
    if (node->kind == YAML_MAP) {
        node->pairs =
            arena_copy(builder->arena, count > 0 ? pairs + frame->first : NULL,
                       count, sizeof *pairs);
        return go_on(builder, node->pairs != NULL);
    }
    node->items = arena_array(builder->arena, count, sizeof(void *));
    if (!node->items)
        return stop(builder, SAMSYN_E_NOMEM);
    for (size_t i = 0; i < count; i++)
        node->items[i] = pairs[frame->first + i].value;
    return true;
}

/* A node without brackets ends where its last child does, not where libyaml
 * noticed: that is the next node's start. */
static size_t
end_of(struct builder *builder, const struct frame *frame,
       const yaml_event_t *event)
{
    const struct yaml_pair *last = vec_last(&builder->pending);
    size_t start = place_of(builder, &event->start_mark);
    size_t end = place_of(builder, &event->end_mark);

    if (start < end || builder->pending.len == frame->first)
        return end;
    return last->value->end > last->end ? last->value->end : last->end;
}

static bool
on_end(struct builder *builder, const yaml_event_t *event)
{
    struct frame *frame = &builder->stack[builder->depth - 1];
    struct yaml_node *node = frame->node;

    node->end = end_of(builder, frame, event);
    if (!keep_children(builder, frame))
        return false;
    builder->pending.len = frame->first;
    builder->depth--;
    if (node->kind == YAML_MAP &&
        !go_on(builder,
               yaml_check_map(&builder->report, node, &builder->scratch)))
        return false;
    return deliver(builder, node);
}

static bool
on_document(struct builder *builder, const yaml_event_t *event)
{
    struct str none = { NULL, 0 };
    size_t start = place_of(builder, &event->start_mark);

    if (++builder->documents == 1)
        return true;
    return say(builder, DIAG_YAML_DOCUMENTS, start, start + 3, none) &&
           stop(builder, SAMSYN_E_SYNTAX);
}

typedef bool (*event_fn)(struct builder *builder, const yaml_event_t *event);

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
handle(struct builder *builder, const yaml_event_t *event)
{
    size_t type = (size_t)event->type;

    if (type >= ARRAY_LEN(handlers) || !handlers[type])
        return true;
    return handlers[type](builder, event);
}

static size_t
open_bracket(const struct builder *builder)
{
    for (size_t i = builder->depth; i; i--) {
        if (builder->stack[i - 1].flow)
            return builder->stack[i - 1].node->start;
    }
    return SAMSYN_NONE;
}

/* The parser has given up. */
static bool
on_error(struct builder *builder, const yaml_parser_t *parser)
{
    const struct yaml_node *last = builder->last;
    struct yaml_trouble trouble = {
        .problem = parser->problem ? parser->problem : "",
        .context = parser->context ? parser->context : "",
        .decoding = parser->error == YAML_READER_ERROR,
        .bracket = open_bracket(builder),
        .quote_start = last && last->quoted ? last->start : SAMSYN_NONE,
        .quote_end = last && last->quoted ? last->end : SAMSYN_NONE,
    };

    if (parser->error == YAML_MEMORY_ERROR)
        return stop(builder, SAMSYN_E_NOMEM);
    if (trouble.decoding) {
        trouble.problem_at = builder->base + parser->problem_offset;
    } else {
        trouble.context_at = place_of(builder, &parser->context_mark);
        trouble.problem_at = place_of(builder, &parser->problem_mark);
    }
    if (!go_on(builder, yaml_explain(&builder->report, &trouble)))
        return false;
    return stop(builder, SAMSYN_E_SYNTAX);
}

static void
read_events(struct builder *builder, yaml_parser_t *parser)
{
    yaml_event_type_t type = YAML_NO_EVENT;
    yaml_event_t event;

    while (type != YAML_STREAM_END_EVENT) {
        if (!yaml_parser_parse(parser, &event)) {
            on_error(builder, parser);
            return;
        }
        type = event.type;
        bool ok = handle(builder, &event);
        yaml_event_delete(&event);
        if (!ok)
            return;
    }
}

static void
parse(struct builder *builder)
{
    yaml_parser_t parser;

    if (!yaml_parser_initialize(&parser)) {
        stop(builder, SAMSYN_E_NOMEM);
        return;
    }
    /* Named, so that libyaml guesses none and its marks begin after ours. */
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(
        &parser, (const unsigned char *)builder->text.ptr, builder->text.len);
    read_events(builder, &parser);
    yaml_parser_delete(&parser);
}

static bool
is_nothing(const struct yaml_node *root)
{
    return !root ||
           (root->kind == YAML_TEXT && !root->quoted && !root->text.len);
}

struct encoding {
    const char *start;
    size_t len;
    const char *name;
};

/* Byte order marks, and what an ASCII letter looks like without one. */
static const struct encoding encodings[] = {
    { "\xFF\xFE\0\0", 4, "UTF-32" },
    { "\0\0\xFE\xFF", 4, "UTF-32" },
    { "\xFF\xFE", 2, "UTF-16" },
    { "\xFE\xFF", 2, "UTF-16" },
};

static const char *
other_encoding(struct str text)
{
    for (size_t i = 0; i < ARRAY_LEN(encodings); i++) {
        if (str_starts(text, str_make(encodings[i].start, encodings[i].len)))
            return encodings[i].name;
    }
    if (text.len >= 2 && !text.ptr[0] != !text.ptr[1])
        return "UTF-16";
    return NULL;
}

static void
read_source(struct builder *builder)
{
    struct str none = { NULL, 0 };
    const char *encoding = other_encoding(builder->text);

    if (encoding) {
        if (say(builder, DIAG_YAML_ENCODING, 0, 0, str_of(encoding)))
            stop(builder, SAMSYN_E_SYNTAX);
        return;
    }
    if (str_starts(builder->text, STR("\xEF\xBB\xBF"))) {
        builder->base = 3;
        builder->text.ptr += 3;
        builder->text.len -= 3;
    }
    parse(builder);
    if (builder->status != SAMSYN_OK)
        return;
    if (is_nothing(builder->root) &&
        !say(builder, DIAG_YAML_EMPTY, builder->base, builder->base, none))
        return;
    if (builder->report.refused)
        stop(builder, SAMSYN_E_SYNTAX);
}

samsyn_status
yaml_tree_read(struct yaml_node **out, const struct diag_source *source,
               struct arena *arena, struct samsyn_diagnostics *diags)
{
    struct builder builder = { .arena = arena, .status = SAMSYN_OK };

    builder.source = *source;
    if (!source->text.ptr)
        builder.source.text = str_of("");
    builder.report.source = &builder.source;
    builder.report.diags = diags;
    builder.text = builder.source.text;
    vec_init(&builder.pending, &arena->mem, sizeof(struct yaml_pair));
    vec_init(&builder.scratch, &arena->mem, sizeof(struct yaml_pair *));

    read_source(&builder);
    if (builder.status == SAMSYN_OK)
        *out = builder.root;
    vec_done(&builder.pending);
    vec_done(&builder.scratch);
    return builder.status;
}

const struct yaml_node *
yaml_get(const struct yaml_node *map, const char *key)
{
    if (map->kind != YAML_MAP)
        return NULL;
    for (size_t i = 0; i < map->count; i++) {
        if (str_equal(map->pairs[i].key, str_of(key)))
            return map->pairs[i].value;
    }
    return NULL;
}
