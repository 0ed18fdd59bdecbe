/* SPDX-License-Identifier: MIT */

/* YAML as a tree of nodes with places.
 *
 * There are two readers.  Nearly every file is plainly written, and the quick
 * one reads it in a tenth of the time; it gives up at whatever it is not sure
 * of, before anything was said, and then libyaml reads the file from its
 * start.  So what is YAML, and what is wrong with a file, is for libyaml to
 * say; a test holds the trees of both against each other. */

#include "base/yaml_tree.h"

#include "base/yaml_build.h"

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

/* The bytes before the text itself. */
static size_t
mark_size(struct str text)
{
    return str_starts(text, STR("\xEF\xBB\xBF")) ? 3 : 0;
}

static void
read_source(struct yaml_builder *builder)
{
    struct str text = builder->source.text, none = { NULL, 0 };
    const char *encoding = other_encoding(text);
    size_t base = mark_size(text);

    if (encoding) {
        if (yaml_build_say(builder, DIAG_YAML_ENCODING, 0, 0, str_of(encoding)))
            yaml_build_stop(builder, SAMSYN_E_SYNTAX);
        return;
    }
    yaml_events_read(builder, base);
    if (builder->status != SAMSYN_OK)
        return;
    if (is_nothing(builder->root) &&
        !yaml_build_say(builder, DIAG_YAML_EMPTY, base, base, none))
        return;
    if (builder->report.refused)
        yaml_build_stop(builder, SAMSYN_E_SYNTAX);
}

samsyn_status
yaml_tree_read_slow(struct yaml_node **out, const struct diag_source *source,
                    struct arena *arena, struct samsyn_diagnostics *diags)
{
    struct yaml_builder builder;

    yaml_build_init(&builder, source, arena, diags);
    read_source(&builder);
    if (builder.status == SAMSYN_OK)
        *out = builder.root;
    yaml_build_done(&builder);
    return builder.status;
}

samsyn_status
yaml_tree_read_quick(struct yaml_node **out, const struct diag_source *source,
                     struct arena *arena)
{
    struct yaml_builder builder;
    bool whole;

    yaml_build_init(&builder, source, arena, NULL);
    whole = yaml_quick_read(&builder, mark_size(builder.source.text));
    yaml_build_done(&builder);
    if (builder.status == SAMSYN_E_NOMEM)
        return SAMSYN_E_NOMEM;
    if (!whole)
        return SAMSYN_E_SYNTAX;
    *out = builder.root;
    return SAMSYN_OK;
}

samsyn_status
yaml_tree_read(struct yaml_node **out, const struct diag_source *source,
               struct arena *arena, struct samsyn_diagnostics *diags)
{
    samsyn_status status = yaml_tree_read_quick(out, source, arena);

    if (status == SAMSYN_E_SYNTAX)
        status = yaml_tree_read_slow(out, source, arena, diags);
    return status;
}

const struct yaml_node *
yaml_get(const struct yaml_node *map, const char *key)
{
    struct str wanted = str_of(key);

    if (map->kind != YAML_MAP)
        return NULL;
    for (size_t i = 0; i < map->count; i++) {
        if (str_equal(map->pairs[i].key, wanted))
            return map->pairs[i].value;
    }
    return NULL;
}
