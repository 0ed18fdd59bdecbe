/* SPDX-License-Identifier: MIT */

/* The classes of endings of a pack: each a list of groups, each group what is
 * taken off a word's end and what is put on instead. */

#include "language/pack.h"

#include "language/fold.h"
#include "language/form_hash.h"

bool
pack_terms(struct shape_reader *reader, struct term_list *out,
           const struct yaml_node *value)
{
    return term_list_read(reader, reader->user, out, value);
}

bool
pack_folded(struct shape_reader *reader, struct str *out,
            const struct yaml_node *value)
{
    *out = fold_copy(reader->arena, value->text);
    return out->ptr != NULL;
}

static bool
take_endings(struct shape_reader *reader, struct ending_group *group,
             const struct yaml_node *value)
{
    size_t count = field_count(value);

    group->add = arena_array(reader->arena, count, sizeof *group->add);
    group->hashes = arena_array(reader->arena, count, sizeof *group->hashes);
    if (!group->add || !group->hashes)
        return false;
    group->count = count;
    for (size_t i = 0; i < count; i++) {
        if (!pack_folded(reader, &group->add[i], field_item(value, i)))
            return false;
        group->hashes[i] = form_hash(group->add[i]);
    }
    return true;
}

FIELD(group_strip, ending_group, strip, pack_folded)

static bool
group_add(struct shape_reader *reader, void *target,
          const struct yaml_node *value)
{
    return take_endings(reader, target, value);
}

static const struct shape_key group_keys[] = {
    { "strip", SHAPE_TEXT, false, group_strip, NULL, NULL,
      "vad som tas bort i ordets slut först; utan: inget",
      "what is first taken off the word's end; without: nothing", "strip: a" },
    { "add", SHAPE_TEXTS, true, group_add, NULL, NULL,
      "ändelser som sätts till", "endings that are put on",
      "add: [en, er, erna]" },
};

const struct shape pack_endings_shape = { "endings",
                                          group_keys,
                                          ARRAY_LEN(group_keys),
                                          SHAPE_AS_LIST,
                                          "ett sätt att böja ord",
                                          "one way to inflect words" };

static bool
read_groups(struct shape_reader *reader, struct endings *class,
            const struct yaml_node *node)
{
    size_t count = field_count(node);

    class->groups = arena_array(reader->arena, count, sizeof *class->groups);
    if (!class->groups)
        return false;
    class->count = count;
    for (size_t i = 0; i < count; i++) {
        if (!shape_read(reader, &pack_endings_shape, &class->groups[i],
                        field_item(node, i)))
            return false;
    }
    return true;
}

bool
pack_read_endings(struct shape_reader *reader, struct samsyn_language *language,
                  const struct yaml_node *node)
{
    if (node->count == 0)
        return shape_fault(reader, DIAG_LANGUAGE_ENDINGS, node->start,
                           node->end, NULL, 0, str_make("", 0));
    language->endings =
        arena_array(reader->arena, node->count, sizeof *language->endings);
    if (!language->endings)
        return false;
    language->endings_count = node->count;
    for (size_t i = 0; i < node->count; i++) {
        language->endings[i].id = fold_copy(reader->arena, node->pairs[i].key);
        if (!language->endings[i].id.ptr ||
            !read_groups(reader, &language->endings[i], node->pairs[i].value))
            return false;
    }
    return true;
}
