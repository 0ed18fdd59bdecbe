/* SPDX-License-Identifier: MIT */

/* The classes of endings of a pack: each a list of groups, each group what is
 * taken off a word's end and what is put on instead. */

#include "language/pack.h"

#include "language/fold.h"

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

bool
pack_take_endings(struct shape_reader *reader, struct ending_group *group,
                  const struct yaml_node *value)
{
    size_t count = field_count(value);

    group->add = arena_array(reader->arena, count, sizeof *group->add);
    if (!group->add)
        return false;
    group->count = count;
    for (size_t i = 0; i < count; i++) {
        if (!pack_folded(reader, &group->add[i], field_item(value, i)))
            return false;
        if (group->add[i].len > group->longest)
            group->longest = group->add[i].len;
    }
    return true;
}

FIELD(group_strip, ending_group, strip, pack_folded)

static bool
group_add(struct shape_reader *reader, void *target,
          const struct yaml_node *value)
{
    return pack_take_endings(reader, target, value);
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

/* ---- The index ---- */

/* So many that a pack has room, and so few that they may all hash to one place
 * of the index. */
enum {
    ENDINGS_MOST = 4096
};

/* How many there are of groups and of endings in them. */
struct extent {
    size_t groups, endings;
};

static void
number_group(struct ending_group *group, struct extent *extent)
{
    group->number = (uint32_t)++extent->groups; /* 0 is that of no ending */
    extent->endings += group->count;
}

static struct extent
number_groups(struct samsyn_language *language)
{
    struct extent extent = { 0, 0 };

    number_group(&language->linking, &extent);
    for (size_t i = 0; i < language->endings_count; i++) {
        struct endings *class = &language->endings[i];

        for (size_t k = 0; k < class->count; k++)
            number_group(&class->groups[k], &extent);
    }
    return extent;
}

bool
pack_index_endings(struct shape_reader *reader,
                   struct samsyn_language *language, size_t start, size_t end)
{
    struct extent extent = number_groups(language);
    struct ending_index *index = &language->ending_index;

    if (extent.groups + extent.endings > ENDINGS_MOST)
        return shape_fault(reader, DIAG_LANGUAGE_ENDINGS_MANY, start, end, NULL,
                           0, str_make("", 0));
    if (!ending_index_init(index, reader->arena, extent.groups + 1,
                           extent.endings + 1) ||
        !ending_index_add(index, reader->arena, &language->linking))
        return false;
    for (size_t i = 0; i < language->endings_count; i++) {
        const struct endings *class = &language->endings[i];

        for (size_t k = 0; k < class->count; k++) {
            if (!ending_index_add(index, reader->arena, &class->groups[k]))
                return false;
        }
    }
    return true;
}
