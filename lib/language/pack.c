/* SPDX-License-Identifier: MIT */

/* Reads a language pack.  The YAML tree lives in an arena of its own and ends
 * with the call; the pack copies what it keeps.
 *
 * Sections depend on one another (terms need the endings, entities need the
 * classes), and a file may hold them in any order.  So the keys are checked
 * first, by the tables, and the sections are read afterwards in their order. */

#include "language/language.h"

#include "base/number.h"
#include "base/sha256.h"
#include "base/vec.h"
#include "base/yaml_tree.h"
#include "language/fold.h"

#include <string.h>

/* A section that is read later, in the order of its needs. */
static bool
later(struct shape_reader *reader, void *target, const struct yaml_node *value)
{
    (void)reader;
    (void)target;
    (void)value;
    return true;
}

static bool
copy_text(struct shape_reader *reader, struct str *out,
          const struct yaml_node *value)
{
    *out = arena_str(reader->arena, value->text);
    return out->ptr != NULL;
}

static bool
copy_langs(struct shape_reader *reader, struct str out[2],
           const struct yaml_node *value)
{
    return copy_text(reader, &out[0], yaml_get(value, "sv")) &&
           copy_text(reader, &out[1], yaml_get(value, "en"));
}

static int64_t
number_of(const struct yaml_node *value)
{
    int64_t number = 0;

    return number_int(value->text, &number) ? number : 0;
}

static bool
is_true(const struct yaml_node *value)
{
    return str_equal(value->text, STR("true"));
}

/* A reader of one field of a structure. */
#define FIELD(name, type, field, take)                                         \
    static bool name(struct shape_reader *reader, void *target,                \
                     const struct yaml_node *value)                            \
    {                                                                          \
        return take(reader, &((struct type *)target)->field, value);           \
    }

#define PLAIN(name, type, field, expression)                                   \
    static bool name(struct shape_reader *reader, void *target,                \
                     const struct yaml_node *value)                            \
    {                                                                          \
        (void)reader;                                                          \
        ((struct type *)target)->field = expression;                           \
        return true;                                                           \
    }

static bool
take_terms(struct shape_reader *reader, struct term_list *out,
           const struct yaml_node *value)
{
    return term_list_read(reader, reader->user, out, value);
}

static bool
take_folded(struct shape_reader *reader, struct str *out,
            const struct yaml_node *value)
{
    *out = fold_copy(reader->arena, value->text);
    return out->ptr != NULL;
}

/* ---- Endings ---- */

static bool
take_endings(struct shape_reader *reader, struct ending_group *group,
             const struct yaml_node *value)
{
    bool list = value->kind == YAML_LIST;
    size_t count = list ? value->count : 1;

    group->add = arena_array(reader->arena, count, sizeof *group->add);
    if (!group->add)
        return false;
    group->count = count;
    for (size_t i = 0; i < count; i++) {
        if (!take_folded(reader, &group->add[i],
                         list ? value->items[i] : value))
            return false;
    }
    return true;
}

FIELD(group_strip, ending_group, strip, take_folded)

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

static const struct shape group_shape = { "endings",
                                          group_keys,
                                          ARRAY_LEN(group_keys),
                                          SHAPE_AS_LIST,
                                          "ett sätt att böja ord",
                                          "one way to inflect words" };

static bool
read_groups(struct shape_reader *reader, struct endings *class,
            const struct yaml_node *node)
{
    bool list = node->kind == YAML_LIST;
    size_t count = list ? node->count : 1;

    class->groups = arena_array(reader->arena, count, sizeof *class->groups);
    if (!class->groups)
        return false;
    class->count = count;
    for (size_t i = 0; i < count; i++) {
        if (!shape_read(reader, &group_shape, &class->groups[i],
                        list ? node->items[i] : node))
            return false;
    }
    return true;
}

static bool
read_endings(struct shape_reader *reader, struct samsyn_language *language,
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

/* ---- Polarity and headings ---- */

FIELD(polarity_terms, polarity_rule, terms, take_terms)
PLAIN(polarity_before, polarity_rule, before, (size_t)number_of(value))
PLAIN(polarity_after, polarity_rule, after, (size_t)number_of(value))

static const struct shape_key polarity_keys[] = {
    { "terms", SHAPE_LIST, true, polarity_terms, &term_shape, NULL,
      "orden som tar bort tilltron", "the words that take credit away", NULL },
    { "before", SHAPE_INT, false, polarity_before, NULL, NULL,
      "hur många ord framför träffen de får stå",
      "how many words before a hit they may stand", "before: 5" },
    { "after", SHAPE_INT, false, polarity_after, NULL, NULL,
      "hur många ord efter träffen de får stå",
      "how many words after a hit they may stand", "after: 4" },
};

static const struct shape polarity_shape = {
    "polarity",
    polarity_keys,
    ARRAY_LEN(polarity_keys),
    0,
    "ord som tar bort tilltron från en träff i samma sats",
    "words that take credit from a hit in the same clause"
};

#define POLARITY(index)                                                        \
    static bool polarity_##index(struct shape_reader *reader, void *target,    \
                                 const struct yaml_node *value)                \
    {                                                                          \
        struct polarity_rule *rules = target;                                  \
        return shape_read(reader, &polarity_shape, &rules[index], value);      \
    }

POLARITY(POLARITY_NEGATED)
POLARITY(POLARITY_HEDGED)
POLARITY(POLARITY_ANNOUNCED)

static const struct shape_key polarities_keys[] = {
    { "negated", SHAPE_MAP, true, polarity_POLARITY_NEGATED, &polarity_shape,
      NULL, "nekande ord: inte, saknas", "negations: not, missing", NULL },
    { "hedged", SHAPE_MAP, true, polarity_POLARITY_HEDGED, &polarity_shape,
      NULL, "förbehåll: vid behov, om möjligt",
      "reservations: if needed, if possible", NULL },
    { "announced", SHAPE_MAP, true, polarity_POLARITY_ANNOUNCED,
      &polarity_shape, NULL, "sådant som ännu ska göras: ska tas fram",
      "what is still to be made: will be drawn up", NULL },
};

static const struct shape polarities_shape = {
    "polarities",
    polarities_keys,
    ARRAY_LEN(polarities_keys),
    0,
    "nekanden, förbehåll och utfästelser om att något ska tas fram",
    "negations, reservations and announcements"
};

#define HEADING(index)                                                         \
    static bool heading_##index(struct shape_reader *reader, void *target,     \
                                const struct yaml_node *value)                 \
    {                                                                          \
        struct term_list *lists = target;                                      \
        return take_terms(reader, &lists[index], value);                       \
    }

HEADING(HEADING_SIGNATURE)
HEADING(HEADING_CONTENTS)
HEADING(HEADING_ANNEX)

static const struct shape_key headings_keys[] = {
    { "signature", SHAPE_LIST, true, heading_HEADING_SIGNATURE, &term_shape,
      NULL, "rubriker över underskrifter", "headings over signatures", NULL },
    { "contents", SHAPE_LIST, true, heading_HEADING_CONTENTS, &term_shape, NULL,
      "rubriker över innehållsförteckningar",
      "headings over tables of contents", NULL },
    { "annex", SHAPE_LIST, true, heading_HEADING_ANNEX, &term_shape, NULL,
      "rubriker över bilagor", "headings over annexes", NULL },
};

static const struct shape headings_shape = {
    "headings",
    headings_keys,
    ARRAY_LEN(headings_keys),
    0,
    "rubriker med särskild betydelse",
    "headings with a meaning of their own"
};

/* ---- Word classes and entities ---- */

PLAIN(class_from, word_class, from, number_of(value))
PLAIN(class_to, word_class, to, number_of(value))
PLAIN(class_digits, word_class, digits, (size_t)number_of(value))
PLAIN(class_capital, word_class, capital, is_true(value))
FIELD(class_words, word_class, terms, take_terms)
FIELD(class_except, word_class, except, take_terms)

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
      "men inte dessa ord", "but not these words", NULL },
};

static const struct shape class_shape = {
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
    if (pair->value->kind != YAML_MAP)
        return true; /* the tables have said so */
    class->name = arena_str(reader->arena, pair->key);
    if (!class->name.ptr ||
        !shape_read(reader, &class_shape, class, pair->value))
        return false;
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
    return copy_langs(reader, ((struct entity *)target)->title, value);
}

static const struct shape_key entity_keys[] = {
    { "title", SHAPE_LANGS, true, entity_title, NULL, NULL,
      "vad den kallas i en redogörelse: ett datum",
      "what an account calls it: a date", NULL },
    { "forms", SHAPE_TEXTS, true, later, NULL, NULL,
      "hur den skrivs: {klass}, <entitet>, ord och skiljetecken",
      "how it is written: {class}, <entity>, words and marks",
      "forms: [\"{day} {month} {year}\"]" },
};

static const struct shape entity_shape = {
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
    if (pair->value->kind != YAML_MAP)
        return true;
    if (!shape_read(reader, &entity_shape, entity, pair->value))
        return false;
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

static bool
gather_entities(struct shape_reader *reader, struct samsyn_language *language,
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

/* ---- Kinds of document ---- */

static int64_t
points_of(const struct yaml_node *value)
{
    int64_t points = 0;

    return number_thousandths(value->text, &points) ? points : 0;
}

FIELD(signal_words, kind_signal, terms, take_terms)
PLAIN(signal_title, kind_signal, title, is_true(value))
PLAIN(signal_points, kind_signal, points, points_of(value))

static const struct shape_key signal_keys[] = {
    { "words", SHAPE_LIST, true, signal_words, &term_shape, NULL,
      "ord som kännetecknar slaget", "words that mark the kind", NULL },
    { "title", SHAPE_BOOL, false, signal_title, NULL, NULL, "bara i titeln",
      "in the title only", "title: true" },
    { "points", SHAPE_DECIMAL, true, signal_points, NULL, NULL,
      "vad signalen är värd", "what the signal is worth", "points: 2" },
};

static const struct shape signal_shape = {
    "signal",
    signal_keys,
    ARRAY_LEN(signal_keys),
    0,
    "något som talar för ett slag av dokument",
    "something that speaks for a kind of document"
};

static bool
kind_id(struct shape_reader *reader, void *target,
        const struct yaml_node *value)
{
    return copy_text(reader, &((struct document_kind *)target)->id, value);
}

static bool
kind_title(struct shape_reader *reader, void *target,
           const struct yaml_node *value)
{
    return copy_langs(reader, ((struct document_kind *)target)->title, value);
}

static bool
kind_signals(struct shape_reader *reader, void *target,
             const struct yaml_node *value)
{
    struct document_kind *kind = target;

    kind->signals =
        arena_array(reader->arena, value->count, sizeof *kind->signals);
    if (!kind->signals)
        return false;
    kind->signal_count = value->count;
    for (size_t i = 0; i < value->count; i++) {
        if (!shape_read(reader, &signal_shape, &kind->signals[i],
                        value->items[i]))
            return false;
    }
    return true;
}

static const struct shape_key kind_keys[] = {
    { "id", SHAPE_ID, true, kind_id, NULL, NULL, "slagets namn",
      "the kind's name", "id: medborgarlofte" },
    { "title", SHAPE_LANGS, true, kind_title, NULL, NULL,
      "vad det kallas: ett medborgarlöfte", "what it is called: a promise",
      NULL },
    { "signals", SHAPE_LIST, true, kind_signals, &signal_shape, NULL,
      "vad som talar för slaget", "what speaks for the kind", NULL },
};

static const struct shape kind_shape = { "kind",
                                         kind_keys,
                                         ARRAY_LEN(kind_keys),
                                         0,
                                         "ett slag av dokument",
                                         "a kind of document" };

static bool
read_kinds(struct shape_reader *reader, struct samsyn_language *language,
           const struct yaml_node *node)
{
    language->kinds =
        arena_array(reader->arena, node->count, sizeof *language->kinds);
    if (!language->kinds)
        return false;
    language->kind_count = node->count;
    for (size_t i = 0; i < node->count; i++) {
        if (!shape_read(reader, &kind_shape, &language->kinds[i],
                        node->items[i]))
            return false;
    }
    return true;
}

/* ---- The pack ---- */

FIELD(pack_id, samsyn_language, id, copy_text)
FIELD(pack_version, samsyn_language, version, copy_text)

#define WORDS(name, field)                                                     \
    static bool name(struct shape_reader *reader, void *target,                \
                     const struct yaml_node *value)                            \
    {                                                                          \
        return word_set_read(                                                  \
            reader, &((struct samsyn_language *)target)->field, value);        \
    }

WORDS(pack_abbreviations, abbreviations)
WORDS(pack_suspended, suspended)
WORDS(pack_clause_breaks, clause_breaks)
WORDS(pack_linking, linking)
WORDS(pack_placeholders, placeholders)

static const struct shape_key pack_keys[] = {
    { "language", SHAPE_ID, true, pack_id, NULL, NULL, "språkets kod",
      "the language's code", "language: sv" },
    { "version", SHAPE_TEXT, true, pack_version, NULL, NULL, "paketets version",
      "the pack's version", "version: \"0.1\"" },
    { "title", SHAPE_LANGS, true, later, NULL, NULL, "språkets namn",
      "the language's name", NULL },
    { "abbreviations", SHAPE_TEXTS, true, pack_abbreviations, NULL, NULL,
      "förkortningar som inte slutar en mening, utan sista punkt",
      "abbreviations that end no sentence, without their last dot",
      "abbreviations: [bl.a, t.ex]" },
    { "suspended", SHAPE_TEXTS, false, pack_suspended, NULL, NULL,
      "ord som visar att ett bindestreck vid radslut ska stå kvar",
      "words that show that a hyphen at a line end stays",
      "suspended: [och, eller]" },
    { "clause_breaks", SHAPE_TEXTS, false, pack_clause_breaks, NULL, NULL,
      "ord som avslutar ett nekandes räckvidd",
      "words that end the reach of a negation", "clause_breaks: [men]" },
    { "linking", SHAPE_TEXTS, false, pack_linking, NULL, NULL,
      "bokstäver mellan leden i en sammansättning",
      "letters between the parts of a compound", "linking: [s]" },
    { "placeholders", SHAPE_TEXTS, false, pack_placeholders, NULL, NULL,
      "ord som står i stället för ett värde", "words that stand in for a value",
      "placeholders: [xx]" },
    { "endings", SHAPE_NAMED, true, later, &group_shape, NULL,
      "böjningsklasser; den första är standard",
      "classes of endings; the first is the default", NULL },
    { "polarity", SHAPE_MAP, true, later, &polarities_shape, NULL,
      "vad som tar bort tilltron från en träff", "what takes credit from a hit",
      NULL },
    { "headings", SHAPE_MAP, true, later, &headings_shape, NULL,
      "rubriker med särskild betydelse", "headings with a meaning of their own",
      NULL },
    { "classes", SHAPE_NAMED, false, later, &class_shape, NULL,
      "ordklasser för entiteternas former",
      "word classes for the forms of entities", NULL },
    { "entities", SHAPE_NAMED, false, later, &entity_shape, NULL,
      "datum, perioder, mängder och annat som har en form",
      "dates, periods, quantities and other things of a form", NULL },
    { "vocabulary", SHAPE_NAMED, false, later, &entry_shape, NULL,
      "ord som alla checklistor kan använda",
      "words that every checklist can use", NULL },
    { "kinds", SHAPE_LIST, false, later, &kind_shape, NULL,
      "slag av dokument, för igenkänning", "kinds of document, for recognition",
      NULL },
};

const struct shape language_shape = {
    "language",
    pack_keys,
    ARRAY_LEN(pack_keys),
    0,
    "ett språkpaket: allt om ett språk som checklistor behöver",
    "a language pack: all that checklists need of a language"
};

/* A section of the right kind, NULL where it is missing or mistyped (which
 * the tables have said). */
static const struct yaml_node *
section(const struct yaml_node *root, const char *name, enum yaml_kind kind)
{
    const struct yaml_node *node = yaml_get(root, name);

    return node && node->kind == kind ? node : NULL;
}

static bool
read_sections(struct shape_reader *reader, struct samsyn_language *language,
              const struct yaml_node *root)
{
    struct inflection inflection = { NULL, 0, &language->linking };
    const struct yaml_node *node;

    reader->user = &inflection;
    node = section(root, "endings", YAML_MAP);
    if (node && !read_endings(reader, language, node))
        return false;
    inflection.classes = language->endings;
    inflection.count = language->endings_count;
    node = section(root, "polarity", YAML_MAP);
    if (node &&
        !shape_read(reader, &polarities_shape, language->polarity, node))
        return false;
    node = section(root, "headings", YAML_MAP);
    if (node && !shape_read(reader, &headings_shape, language->headings, node))
        return false;
    if (!gather_entities(reader, language, section(root, "classes", YAML_MAP),
                         section(root, "entities", YAML_MAP)))
        return false;
    node = section(root, "vocabulary", YAML_MAP);
    if (node &&
        !vocabulary_read(reader, &inflection, &language->vocabulary, node))
        return false;
    node = section(root, "kinds", YAML_LIST);
    return !node || read_kinds(reader, language, node);
}

static samsyn_status
read_pack(struct samsyn_language *language, const struct diag_source *source,
          struct arena *scratch, struct samsyn_diagnostics *diags)
{
    struct shape_reader reader = { source, &language->arena, diags, NULL };
    struct yaml_node *root = NULL;
    samsyn_status status = yaml_tree_read(&root, source, scratch, diags);

    if (status)
        return status;
    if (!shape_read(&reader, &language_shape, language, root) ||
        !read_sections(&reader, language, root) || diag_failed(diags))
        return SAMSYN_E_NOMEM;
    sha256_text(source->text.ptr, source->text.len, language->digest);
    return diag_errors(diags) > 0 ? SAMSYN_E_SCHEMA : SAMSYN_OK;
}

samsyn_status
language_read(struct samsyn_language **out, const struct diag_source *source,
              const struct samsyn_config *config,
              struct samsyn_diagnostics *diags)
{
    const struct samsyn_config *settings = config_of(config);
    struct samsyn_language *language =
        mem_alloc(&settings->mem, sizeof *language);
    struct arena scratch;
    samsyn_status status;

    if (!language)
        return SAMSYN_E_NOMEM;
    arena_init(&language->arena, &settings->mem);
    arena_init(&scratch, &settings->mem);
    status = read_pack(language, source, &scratch, diags);
    arena_done(&scratch);
    if (status == SAMSYN_OK)
        *out = language;
    else
        language_free(language);
    return status;
}

void
language_free(struct samsyn_language *language)
{
    samsyn_allocator mem;

    if (!language)
        return;
    mem = language->arena.mem;
    arena_done(&language->arena);
    mem_free(&mem, language);
}
