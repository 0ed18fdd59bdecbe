/* SPDX-License-Identifier: MIT */

/* Word classes and entities of a pack.  They grow while templates are read,
 * because the words that a template writes out become classes too. */

#include "language/pack.h"

#include "base/vec.h"

FIELD_PLAIN(class_from, word_class, from, field_int(value))
FIELD_PLAIN(class_to, word_class, to, field_int(value))
FIELD_PLAIN(class_digits, word_class, digits, (size_t)field_int(value))
FIELD_PLAIN(class_capital, word_class, capital, field_true(value))
FIELD(class_words, word_class, terms, pack_terms)
FIELD(class_except, word_class, except, pack_terms)

static const char *const gives_words[] = {
    [GIVES_NOTHING] = "nothing",       [GIVES_DAY] = "day",
    [GIVES_MONTH] = "month",           [GIVES_YEAR] = "year",
    [GIVES_SHORT_YEAR] = "short-year", [GIVES_SHORT_DATE] = "short-date",
    [GIVES_SHORT_DATE + 1] = NULL
};

static const char *const time_words[] = {
    [TIME_NONE] = "none",   [TIME_POINT] = "point", [TIME_PERIOD] = "period",
    [TIME_START] = "start", [TIME_END] = "end",     [TIME_END + 1] = NULL
};

/* The place of a value that the tables have checked. */
static int
choice_of(const char *const *words, const struct yaml_node *value)
{
    int choice = shape_choice(words, value->text);

    return choice < 0 ? 0 : choice;
}

FIELD_PLAIN(class_gives, word_class, gives,
            (enum gives)choice_of(gives_words, value))

static const struct shape_key class_keys[] = {
    { "from", SHAPE_INT, false, class_from, NULL, NULL, "minsta talet",
      "the smallest number", "from: 1" },
    { "to", SHAPE_INT, false, class_to, NULL, NULL, "största talet",
      "the largest number", "to: 31" },
    { "digits", SHAPE_INT, false, class_digits, NULL, NULL,
      "talet har precis så många siffror",
      "the number has exactly so many digits", "digits: 4" },
    { "words", SHAPE_LIST, false, class_words, &term_shape, NULL, "ord",
      "words", "words: [januari, februari]" },
    { "capital", SHAPE_BOOL, false, class_capital, NULL, NULL,
      "varje ord med stor begynnelsebokstav",
      "any word with a capital first letter", "capital: true" },
    { "except", SHAPE_LIST, false, class_except, &term_shape, NULL,
      "men inte dessa ord", "but not these words", "except: [polisen (=)]" },
    { "gives", SHAPE_CHOICE, false, class_gives, NULL, gives_words,
      "vad ordet eller talet säger om en dag; ord ger sitt nummer i listan, "
      "så månaderna står i ordning",
      "what the word or number says of a day; a word gives its number in the "
      "list, so the months stand in their order",
      "gives: month" },
};

const struct shape pack_class_shape = {
    "class",
    class_keys,
    ARRAY_LEN(class_keys),
    0,
    "ord och tal som kan stå på en plats i en form",
    "words and numbers that can stand at a place of a form"
};

static bool
read_class(struct shape_reader *reader, struct word_class *class,
           const struct yaml_pair *pair)
{
    class->name = arena_str(reader->arena, pair->key);
    if (!class->name.ptr ||
        !shape_read(reader, &pack_class_shape, class, pair->value))
        return false;
    if (pair->value->kind != YAML_MAP)
        return true; /* said already */
    class->numbers = yaml_get(pair->value, "to") != NULL;
    if (class->numbers || class->capital || class->terms.count > 0)
        return true;
    return shape_fault(reader, DIAG_LANGUAGE_RANGE, pair->start, pair->end,
                       &pair->key, 1, str_make("", 0));
}

static bool
read_classes(struct shape_reader *reader, struct vec *classes,
             const struct yaml_node *node)
{
    for (size_t i = 0; i < node->count; i++) {
        struct word_class *class = vec_push(classes);

        if (!class || !read_class(reader, class, &node->pairs[i]))
            return false;
    }
    return true;
}

static bool
entity_title(struct shape_reader *reader, void *target,
             const struct yaml_node *value)
{
    return field_langs(reader, ((struct entity *)target)->title, value);
}

FIELD_PLAIN(entity_time, entity, time,
            (enum time_role)choice_of(time_words, value))

static const struct shape_key entity_keys[] = {
    { "title", SHAPE_LANGS, true, entity_title, NULL, NULL,
      "vad den kallas i en redogörelse: ett datum",
      "what an account calls it: a date",
      "title: {sv: ett datum, en: a date}" },
    { "forms", SHAPE_TEXTS, true, field_later, NULL, NULL,
      "hur den skrivs: {klass}, <entitet>, ord och skiljetecken",
      "how it is written: {class}, <entity>, words and marks",
      "forms: [\"{day} {month} {year}\"]" },
    { "time", SHAPE_CHOICE, false, entity_time, NULL, time_words,
      "vad den säger om tid: en tidpunkt, en period eller en av dess gränser",
      "what it says of time: a point, a period or one of its ends",
      "time: point" },
};

const struct shape pack_entity_shape = {
    "entity",
    entity_keys,
    ARRAY_LEN(entity_keys),
    0,
    "något som känns igen på hur det skrivs, som ett datum",
    "something known by how it is written, such as a date"
};

static bool
read_entity(struct shape_reader *reader, struct entity *entity,
            struct vec *classes, struct vec *before,
            const struct yaml_pair *pair)
{
    const struct yaml_node *forms;

    entity->name = arena_str(reader->arena, pair->key);
    if (!entity->name.ptr)
        return false;
    if (!shape_read(reader, &pack_entity_shape, entity, pair->value))
        return false;
    if (pair->value->kind != YAML_MAP)
        return true; /* said already */
    forms = yaml_get(pair->value, "forms");
    if (!forms || forms->kind == YAML_MAP)
        return true;
    return entity_templates_read(reader, entity, classes, before, forms);
}

static bool
read_entities(struct shape_reader *reader, struct vec *classes,
              struct vec *entities, const struct yaml_node *node)
{
    if (node->count > ENTITIES_MOST &&
        !shape_fault(reader, DIAG_LANGUAGE_MANY, node->start, node->end, NULL,
                     0, str_make("", 0)))
        return false;
    for (size_t i = 0; i < node->count; i++) {
        struct entity entity = { 0 };
        struct entity *slot;

        if (!read_entity(reader, &entity, classes, entities, &node->pairs[i]))
            return false;
        slot = vec_push(entities);
        if (!slot)
            return false;
        *slot = entity;
    }
    return true;
}

bool
pack_read_entities(struct shape_reader *reader,
                   struct samsyn_language *language,
                   const struct yaml_node *classes_node,
                   const struct yaml_node *entities_node)
{
    struct entity_set *set = &language->entities;
    struct vec classes, entities;
    bool good = true;

    vec_init(&classes, &reader->arena->mem, sizeof(struct word_class));
    vec_init(&entities, &reader->arena->mem, sizeof(struct entity));
    if (classes_node)
        good = read_classes(reader, &classes, classes_node);
    if (good && entities_node)
        good = read_entities(reader, &classes, &entities, entities_node);
    if (good) {
        set->classes = arena_copy(reader->arena, classes.data, classes.len,
                                  sizeof *set->classes);
        set->entities = arena_copy(reader->arena, entities.data, entities.len,
                                   sizeof *set->entities);
        set->class_count = classes.len;
        set->count = entities.len;
        good = set->classes && set->entities;
    }
    vec_done(&classes);
    vec_done(&entities);
    return good;
}
