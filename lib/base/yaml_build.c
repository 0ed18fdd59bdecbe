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

static bool
is_key_place(struct yaml_builder *builder)
{
    const struct yaml_frame *frame = innermost(builder);

    return frame && frame->node->kind == YAML_MAP && !frame->keyed;
}

/* Room for a node: that of a key is in its frame. */
static struct yaml_node *
room_for(struct yaml_builder *builder, enum yaml_kind kind)
{
    struct yaml_node *node;

    if (kind != YAML_TEXT || !is_key_place(builder))
        return arena_alloc(builder->arena, sizeof *node);
    node = &innermost(builder)->key;
    *node = (struct yaml_node){ .kind = kind };
    return node;
}

struct yaml_node *
yaml_build_node(struct yaml_builder *builder, enum yaml_kind kind, size_t start,
                size_t end)
{
    struct yaml_node *node;

    if (++builder->nodes > YAML_MOST_NODES) {
        say_limit(builder, DIAG_YAML_NODES, start, YAML_MOST_NODES);
        return NULL;
    }
    node = room_for(builder, kind);
    if (!node) {
        yaml_build_stop(builder, SAMSYN_E_NOMEM);
        return NULL;
    }
    node->kind = kind;
    node->start = start;
    node->end = end;
    return node;
}

static bool
push_child(struct yaml_builder *builder, const struct yaml_node *key,
           struct yaml_node *value)
{
    struct yaml_pair *pair = vec_push(&builder->pending);

    if (!pair)
        return yaml_build_stop(builder, SAMSYN_E_NOMEM);
    if (key) {
        /* A refused key is known by its empty text. */
        pair->key = key->kind == YAML_TEXT ? key->text : str_of("");
        pair->start = key->start;
        pair->end = key->end;
    }
    pair->value = value;
    return true;
}

/* A list or map as a key is refused, but has its place in the frame too. */
static bool
keep_key(struct yaml_builder *builder, struct yaml_frame *frame,
         const struct yaml_node *key)
{
    if (key != &frame->key)
        frame->key = *key;
    frame->keyed = true;
    return yaml_build_go_on(builder, yaml_check_key(&builder->report, key));
}

bool
yaml_build_deliver(struct yaml_builder *builder, struct yaml_node *node)
{
    struct yaml_frame *frame = innermost(builder);

    if (!frame) {
        builder->root = node;
        return true;
    }
    if (frame->node->kind == YAML_LIST)
        return push_child(builder, NULL, node);
    if (!frame->keyed)
        return keep_key(builder, frame, node);
    frame->keyed = false;
    return push_child(builder, &frame->key, node);
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

/* The text of a key, one copy for many of them. */
static struct str
key_text(struct yaml_builder *builder, struct str text)
{
    size_t first = text.len > 0 ? (unsigned char)text.ptr[0] : 0;
    struct str *kept = &builder->keys[(7 * text.len + first) % YAML_KEYS_KEPT];

    if (!kept->ptr || !str_equal(*kept, text))
        *kept = arena_str(builder->arena, text);
    return *kept;
}

bool
yaml_build_text(struct yaml_builder *builder, struct yaml_node *node,
                struct str text, enum yaml_style style)
{
    bool key = is_key_place(builder);

    node->quoted = style != YAML_STYLE_PLAIN;
    if (!node->quoted && !key && means_nothing(text))
        text = str_make("", 0);
    node->text =
        key ? key_text(builder, text) : arena_str(builder->arena, text);
    return yaml_build_go_on(builder, node->text.ptr != NULL);
}

/* A plain key has a check of its own, and a block text is what it is. */
bool
yaml_build_scalar(struct yaml_builder *builder, struct yaml_node *node,
                  enum yaml_style style)
{
    bool escapes = style == YAML_STYLE_DOUBLE;

    if ((escapes || (style == YAML_STYLE_PLAIN && !is_key_place(builder))) &&
        !yaml_build_go_on(builder,
                          yaml_check_text(&builder->report, node, escapes)))
        return false;
    return yaml_build_deliver(builder, node);
}

bool
yaml_build_open(struct yaml_builder *builder, struct yaml_node *node, bool flow)
{
    struct yaml_frame *frame;

    if (builder->depth == YAML_MOST_DEPTH)
        return say_limit(builder, DIAG_YAML_DEPTH, node->start,
                         YAML_MOST_DEPTH);
    frame = &builder->stack[builder->depth++];
    frame->node = node;
    frame->keyed = false;
    frame->flow = flow;
    frame->first = builder->pending.len;
    return true;
}

/* The children of a finished node go from `pending` into the arena. */
static bool
keep_children(struct yaml_builder *builder, struct yaml_frame *frame)
{
    struct yaml_node *node = frame->node;
    struct yaml_pair *pairs = builder->pending.data;
    size_t count = builder->pending.len - frame->first;

    node->count = count;
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

    node->end = end;
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
    return yaml_build_deliver(builder, node);
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
