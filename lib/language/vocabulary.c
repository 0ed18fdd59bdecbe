/* SPDX-License-Identifier: MIT */

/* Reads vocabularies: names for what is looked for.  Names of entities and of
 * other entries are kept as written; whoever builds the token table, and so
 * knows both the pack's and the checklist's names, resolves them. */

#include "language/term.h"

#include "base/fields.h"

static bool
read_members(struct shape_reader *reader, const struct inflection *inflection,
             struct concept *concept, const struct yaml_node *node)
{
    size_t count = field_count(node);

    concept->members =
        arena_array(reader->arena, count, sizeof *concept->members);
    if (!concept->members)
        return false;
    concept->count = count;
    for (size_t i = 0; i < count; i++) {
        if (!member_read(reader, inflection, &concept->members[i],
                         field_item(node, i)))
            return false;
    }
    return true;
}

bool
concept_read(struct shape_reader *reader, const struct inflection *inflection,
             struct concept *out, struct str name, const struct yaml_node *node)
{
    out->name = arena_str(reader->arena, name);
    out->start = node->start;
    out->end = node->end;
    return out->name.ptr && read_members(reader, inflection, out, node);
}

bool
vocabulary_read(struct shape_reader *reader,
                const struct inflection *inflection, struct vocabulary *out,
                const struct yaml_node *node)
{
    struct concept *concepts =
        arena_array(reader->arena, node->count, sizeof *concepts);

    if (!concepts)
        return false;
    for (size_t i = 0; i < node->count; i++) {
        const struct yaml_pair *pair = &node->pairs[i];

        if (!concept_read(reader, inflection, &concepts[i], pair->key,
                          pair->value))
            return false;
        concepts[i].start = pair->start;
        concepts[i].end = pair->end;
    }
    *out = (struct vocabulary){ concepts, node->count };
    return true;
}
