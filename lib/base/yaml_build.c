/* SPDX-License-Identifier: MIT */

/* A tree of nodes with places, on a stack of our own: nothing here recurses,
 * and reading stops at the limits of depth and nodes.
 *
 * Nodes live in the caller's arena; what was made before a failure stays there
 * unused.  Every text is checked as it was written, every map as a whole when
 * it ends. */

#include "base/yaml_build.h"

#include "base/number.h"

bool
yaml_build_stop(struct yaml_builder *builder, samsyn_status status)
{
    builder->status = status;
    return false;
}

bool
yaml_build_go_on(struct yaml_builder *builder, bool ok)
{
    return ok || yaml_build_stop(builder, SAMSYN_E_NOMEM);
}

bool
yaml_build_say(struct yaml_builder *builder, enum diag_code code, size_t start,
               size_t end, struct str arg)
{
    builder->report.refused = true;
    return yaml_build_go_on(builder,
                            yaml_say(&builder->report, code, start, end, arg));
}

static bool
say_limit(struct yaml_builder *builder, enum diag_code code, size_t at,
          int64_t limit)
{
    char digits[NUMBER_TEXT];

    return yaml_build_say(builder, code, at, at + 1,
                          number_text(limit, digits)) &&
           yaml_build_stop(builder, SAMSYN_E_LIMIT);
}

static struct yaml_frame *
innermost(struct yaml_builder *builder)
{
    return builder->depth > 0 ? &builder->stack[builder->depth - 1] : NULL;
}

/* False where reading ends. */
static bool
count_node(struct yaml_builder *builder, size_t start)
{
    return ++builder->nodes <= YAML_MOST_NODES ||
           say_limit(builder, DIAG_YAML_NODES, start, YAML_MOST_NODES);
}

static struct yaml_pair *
push_pair(struct yaml_builder *builder)
{
    struct yaml_pair *pair = vec_push(&builder->pending);

    if (!pair)
        yaml_build_stop(builder, SAMSYN_E_NOMEM);
    return pair;
}

/* The key of a pair whose value comes next.  A list or map as a key is refused,
 * and is known by its empty text. */
static bool
put_key(struct yaml_builder *builder, struct yaml_frame *frame,
        const struct yaml_node *key)
{
    struct yaml_pair *pair = push_pair(builder);

    if (!pair)
        return false;
    pair->key = key->kind == YAML_TEXT ? key->text : str_of("");
    pair->start = key->start;
    pair->end = key->end;
    frame->keyed = true;
    return yaml_build_go_on(builder, yaml_check_key(&builder->report, key));
}

/* Puts a finished node where it belongs. */
static bool
deliver(struct yaml_builder *builder, struct yaml_node *node)
{
    struct yaml_frame *frame = innermost(builder);
    struct yaml_pair *pair;

    if (!frame) {
        builder->root = node;
        return true;
    }
    if (frame->node->kind == YAML_MAP && !frame->keyed)
        return put_key(builder, frame, node);
    pair = frame->keyed ? vec_last(&builder->pending) : push_pair(builder);
    if (!pair)
        return false;
    pair->value = node;
    frame->keyed = false;
    return true;
}

/* The ways to write that nothing is there, beside writing nothing. */
static bool
means_nothing(struct str text)
{
    static const char *const words[] = { "null", "Null", "NULL", "~" };

    if (text.len != 1 && text.len != 4)
        return false;
    for (size_t i = 0; i < ARRAY_LEN(words); i++) {
        if (str_equal(text, str_of(words[i])))
            return true;
    }
    return false;
}

/* A key in quotes and a block text are what they are. */
static bool
check(struct yaml_builder *builder, const struct yaml_node *node,
      enum yaml_style style)
{
    if (style == YAML_STYLE_EXACT)
        return true;
    return yaml_build_go_on(
        builder,
        yaml_check_text(&builder->report, node, style == YAML_STYLE_DOUBLE));
}

static bool
build_key(struct yaml_builder *builder, const struct yaml_node *key,
          enum yaml_style style)
{
    /* One that is plain has a check of its own. */
    return (style == YAML_STYLE_PLAIN || check(builder, key, style)) &&
           put_key(builder, innermost(builder), key);
}

bool
yaml_build_text(struct yaml_builder *builder, size_t start, size_t end,
                struct str text, enum yaml_style style)
{
    const struct yaml_frame *frame = innermost(builder);
    bool is_key = frame && frame->node->kind == YAML_MAP && !frame->keyed;
    struct yaml_node key = { .kind = YAML_TEXT }, *node = &key;

    if (!count_node(builder, start))
        return false;
    if (!is_key)
        node = arena_alloc(builder->arena, sizeof *node);
    if (!node)
        return yaml_build_stop(builder, SAMSYN_E_NOMEM);
    node->kind = YAML_TEXT;
    node->quoted = style != YAML_STYLE_PLAIN;
    node->start = (uint32_t)start;
    node->end = (uint32_t)end;
    node->text = text;
    if (is_key)
        return build_key(builder, node, style);
    if (!node->quoted && means_nothing(text))
        node->text = str_make("", 0);
    return check(builder, node, style) && deliver(builder, node);
}

bool
yaml_build_open(struct yaml_builder *builder, enum yaml_kind kind, size_t start,
                bool flow)
{
    struct yaml_node *node;

    if (!count_node(builder, start))
        return false;
    if (builder->depth == YAML_MOST_DEPTH)
        return say_limit(builder, DIAG_YAML_DEPTH, start, YAML_MOST_DEPTH);
    node = arena_alloc(builder->arena, sizeof *node);
    if (!node)
        return yaml_build_stop(builder, SAMSYN_E_NOMEM);
    node->kind = (uint8_t)kind;
    node->start = (uint32_t)start;
    builder->stack[builder->depth++] = (struct yaml_frame){
        .node = node, .flow = flow, .first = builder->pending.len
    };
    return true;
}

/* The children of a finished node go from `pending` into the arena. */
static bool
keep_children(struct yaml_builder *builder, struct yaml_frame *frame)
{
    struct yaml_node *node = frame->node;
    struct yaml_pair *pairs = builder->pending.data;
    size_t count = builder->pending.len - frame->first;

    node->count = (uint32_t)count;
    if (node->kind == YAML_MAP) {
        node->pairs =
            arena_copy(builder->arena, count > 0 ? pairs + frame->first : NULL,
                       count, sizeof *pairs);
        return yaml_build_go_on(builder, node->pairs != NULL);
    }
    node->items = arena_array(builder->arena, count, sizeof(void *));
    if (!node->items)
        return yaml_build_stop(builder, SAMSYN_E_NOMEM);
    for (size_t i = 0; i < count; i++)
        node->items[i] = pairs[frame->first + i].value;
    return true;
}

bool
yaml_build_close(struct yaml_builder *builder, size_t end)
{
    struct yaml_frame *frame = &builder->stack[builder->depth - 1];
    const struct yaml_pair *last = vec_last(&builder->pending);
    struct yaml_node *node = frame->node;

    node->end = (uint32_t)end;
    if (end == 0 && last)
        node->end = last->value->end > last->end ? last->value->end : last->end;
    if (!keep_children(builder, frame))
        return false;
    builder->pending.len = frame->first;
    builder->depth--;
    if (node->kind == YAML_MAP &&
        !yaml_build_go_on(
            builder, yaml_check_map(&builder->report, node, &builder->scratch)))
        return false;
    return deliver(builder, node);
}

void
yaml_build_init(struct yaml_builder *builder, const struct diag_source *source,
                struct arena *arena, struct samsyn_diagnostics *diags)
{
    *builder = (struct yaml_builder){ .source = *source,
                                      .arena = arena,
                                      .status = SAMSYN_OK };
    if (!source->text.ptr)
        builder->source.text = str_of("");
    builder->report.source = &builder->source;
    builder->report.diags = diags;
    vec_init(&builder->pending, &arena->mem, sizeof(struct yaml_pair));
    vec_init(&builder->scratch, &arena->mem, sizeof(struct yaml_pair *));
}

void
yaml_build_done(struct yaml_builder *builder)
{
    vec_done(&builder->pending);
    vec_done(&builder->scratch);
}
