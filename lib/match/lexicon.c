/* SPDX-License-Identifier: MIT */

/* Looks the distinct words of a document up, and notes for each which classes
 * it is of and which templates of entities can begin with it.  Few sets of
 * those occur, so they are kept once and words refer to them. */

#include "match/lexicon.h"

#include "base/arena.h"
#include "base/bits.h"
#include "match/word_refs.h"

#include <stdlib.h>
#include <string.h>

enum {
    STOP_EVERY = 4096,
    ROWS_COMPARED = 256
};

/* ---- Bits ---- */

static void
set_bit(uint64_t *bits, size_t index)
{
    bits[index / 64] |= (uint64_t)1 << index % 64;
}

static bool
has_bit(const uint64_t *bits, size_t index)
{
    return bits[index / 64] >> index % 64 & 1;
}

static void
join_bits(uint64_t *bits, const uint64_t *more, size_t words)
{
    for (size_t i = 0; i < words; i++)
        bits[i] |= more[i];
}

/* ---- Which templates and entities can begin with a class ---- */

/* What can begin with one class. */
struct beginning {
    uint64_t entities;   /* bits */
    uint64_t *templates; /* bits, numbered through all entities */
};

/* The classes that a template can begin with: that of its first element, or
 * those of the entity that stands there, and the next one's too where it is
 * optional.  @p known has the classes of each entity so far. */
static void
first_classes(const struct template *template, const uint64_t *known,
              size_t words, uint64_t *classes)
{
    for (size_t i = 0; i < template->count; i++) {
        const struct element *element = &template->elements[i];

        if (element->kind == ELEMENT_CLASS)
            set_bit(classes, element->index);
        if (element->kind == ELEMENT_ENTITY)
            join_bits(classes, known + element->index * words, words);
        if (!element->optional)
            return;
    }
}

/* Notes for each of the classes that it begins template @p number of an
 * entity. */
static void
note_beginning(struct beginning *beginnings, const uint64_t *classes,
               size_t words, size_t entity, size_t number)
{
    for (size_t i = 0; i < words; i++) {
        for (uint64_t bits = classes[i]; bits; bits &= bits - 1) {
            size_t class = 64 * i + bits_lowest(bits);

            beginnings[class].entities |= (uint64_t)1 << entity;
            set_bit(beginnings[class].templates, number);
        }
    }
}

/* A later entity may begin with an earlier one, so one walk in order does.
 * @p known is room for the classes of each entity, @p classes for one more
 * row; both are zero. */
static void
note_beginnings(const struct entity_set *set, struct beginning *beginnings,
                size_t words, uint64_t *known, uint64_t *classes)
{
    size_t number = 0;

    for (size_t i = 0; i < set->count; i++) {
        const struct entity *entity = &set->entities[i];

        for (size_t k = 0; k < entity->count; k++, number++) {
            memset(classes, 0, words * sizeof *classes);
            first_classes(&entity->templates[k], known, words, classes);
            note_beginning(beginnings, classes, words, i, number);
            join_bits(known + i * words, classes, words);
        }
    }
}

/* ---- The rows of bits ---- */

static size_t
row_words(const struct lexicon *lexicon)
{
    return 2 * lexicon->class_words + lexicon->form_words;
}

static const uint64_t *
row_at(const struct lexicon *lexicon, size_t row)
{
    const uint64_t *rows = lexicon->rows.data;

    return rows + row * row_words(lexicon);
}

/* The number of a row that is the same as @p wanted, made where there is none
 * among the first ones: few sets of classes occur, however many words. */
static bool
share_row(struct lexicon *lexicon, const uint64_t *wanted, uint32_t *row)
{
    size_t words = row_words(lexicon), count = lexicon->rows.len / words;

    for (size_t i = 0; i < count && i < ROWS_COMPARED; i++) {
        if (memcmp(row_at(lexicon, i), wanted, words * sizeof *wanted) == 0) {
            *row = (uint32_t)i;
            return true;
        }
    }
    for (size_t i = 0; i < words; i++) {
        uint64_t *slot = vec_push(&lexicon->rows);

        if (!slot)
            return false;
        *slot = wanted[i];
    }
    *row = (uint32_t)count;
    return true;
}

/* The classes of a form, from its references, and what can begin with it.
 * @p row is room for one row. */
static bool
keep_classes(struct lexicon *lexicon, size_t form,
             const struct beginning *beginnings, uint64_t *row)
{
    uint64_t *templates = row + 2 * lexicon->class_words;

    memset(row, 0, row_words(lexicon) * sizeof *row);
    for (size_t i = lexicon->first[form]; i < lexicon->refs.len; i++) {
        const struct token_ref *ref = vec_at(&lexicon->refs, i);

        if (ref->role == TOKEN_EXCEPT)
            set_bit(row + lexicon->class_words, ref->index);
        if (ref->role != TOKEN_CLASS)
            continue;
        set_bit(row, ref->index);
        join_bits(templates, beginnings[ref->index].templates,
                  lexicon->form_words);
        lexicon->starts[form] |= beginnings[ref->index].entities;
    }
    return share_row(lexicon, row, &lexicon->class_row[form]);
}

/* What a lexicon is made with, and only while it is made. */
struct making {
    struct lexicon *lexicon;
    const struct samsyn_language *language;
    const struct samsyn_document *document;
    const struct samsyn_config *config;
    struct beginning *beginnings; /* by class */
    uint64_t *row;
    struct arena scratch;
};

static samsyn_status
look_all(struct making *making)
{
    struct lexicon *lexicon = making->lexicon;
    const struct samsyn_document *document = making->document;

    for (size_t i = 0; i < document->form_count; i++) {
        if (i % STOP_EVERY == 0 && config_stops(making->config))
            return SAMSYN_E_STOPPED;
        if (!word_refs_find(&lexicon->refs, lexicon->tokens, making->language,
                            document->forms[i]) ||
            lexicon->refs.len > UINT32_MAX)
            return SAMSYN_E_NOMEM;
        lexicon->first[i + 1] = (uint32_t)lexicon->refs.len;
        if (!keep_classes(lexicon, i, making->beginnings, making->row))
            return SAMSYN_E_NOMEM;
        lexicon->holder[i] =
            word_set_has(&making->language->placeholders, document->forms[i]);
        lexicon->common[i] =
            word_set_has(&making->language->moot.common, document->forms[i]);
    }
    return SAMSYN_OK;
}

static bool
acquire(struct lexicon *lexicon, const struct samsyn_document *document,
        const struct entity_set *set, const samsyn_allocator *mem)
{
    size_t templates = 0;

    lexicon->first_template = mem_array(mem, set->count, sizeof(uint32_t));
    if (!lexicon->first_template)
        return false;
    for (size_t i = 0; i < set->count; i++) {
        lexicon->first_template[i] = (uint32_t)templates;
        templates += set->entities[i].count;
    }
    lexicon->first_template[set->count] = (uint32_t)templates;
    lexicon->class_words = set->class_count / 64 + 1;
    lexicon->form_words = templates / 64 + 1;
    lexicon->capital_templates =
        mem_array(mem, lexicon->form_words, sizeof(uint64_t));
    lexicon->first = mem_array(mem, document->form_count, sizeof(uint32_t));
    lexicon->class_row = mem_array(mem, document->form_count, sizeof(uint32_t));
    lexicon->starts = mem_array(mem, document->form_count, sizeof(uint64_t));
    lexicon->holder = mem_array(mem, document->form_count, sizeof(uint8_t));
    lexicon->common = mem_array(mem, document->form_count, sizeof(uint8_t));
    return lexicon->capital_templates && lexicon->first && lexicon->class_row &&
           lexicon->starts && lexicon->holder && lexicon->common;
}

static bool
find_beginnings(struct making *making)
{
    const struct entity_set *set = &making->language->entities;
    size_t words = making->lexicon->class_words;
    struct arena *scratch = &making->scratch;
    uint64_t *known =
        arena_array(scratch, set->count + 1, words * sizeof *known);

    making->beginnings =
        arena_array(scratch, set->class_count, sizeof *making->beginnings);
    if (!known || !making->beginnings)
        return false;
    for (size_t i = 0; i < set->class_count; i++) {
        uint64_t *templates = arena_array(scratch, making->lexicon->form_words,
                                          sizeof *templates);

        making->beginnings[i].templates = templates;
        if (!templates)
            return false;
    }
    note_beginnings(set, making->beginnings, words, known,
                    known + set->count * words);
    return true;
}

static bool
prepare(struct making *making)
{
    struct lexicon *lexicon = making->lexicon;
    const struct entity_set *set = &making->language->entities;
    uint32_t empty;

    making->row =
        arena_array(&making->scratch, row_words(lexicon), sizeof(uint64_t));
    if (!making->row || !share_row(lexicon, making->row, &empty) ||
        !find_beginnings(making))
        return false;
    for (size_t i = 0; i < set->class_count; i++) {
        if (!set->classes[i].capital)
            continue;
        lexicon->capital |= making->beginnings[i].entities;
        join_bits(lexicon->capital_templates, making->beginnings[i].templates,
                  lexicon->form_words);
    }
    return true;
}

samsyn_status
lexicon_init(struct lexicon *lexicon, const struct tokens *tokens,
             const struct samsyn_language *language,
             const struct samsyn_document *document,
             const struct samsyn_config *config)
{
    struct making making = { .lexicon = lexicon,
                             .language = language,
                             .document = document,
                             .config = config };
    samsyn_status status = SAMSYN_E_NOMEM;

    *lexicon = (struct lexicon){ .tokens = tokens };
    vec_init(&lexicon->refs, &config->mem, sizeof(struct token_ref));
    vec_init(&lexicon->rows, &config->mem, sizeof(uint64_t));
    arena_init(&making.scratch, &config->mem);
    if (acquire(lexicon, document, &language->entities, &config->mem) &&
        prepare(&making))
        status = look_all(&making);
    arena_done(&making.scratch);
    return status;
}

void
lexicon_done(struct lexicon *lexicon)
{
    samsyn_allocator mem = lexicon->refs.mem;

    mem_free(&mem, lexicon->first);
    mem_free(&mem, lexicon->starts);
    mem_free(&mem, lexicon->holder);
    mem_free(&mem, lexicon->common);
    mem_free(&mem, lexicon->class_row);
    mem_free(&mem, lexicon->capital_templates);
    mem_free(&mem, lexicon->first_template);
    vec_done(&lexicon->rows);
    vec_done(&lexicon->refs);
}

const struct token_ref *
lexicon_refs(const struct lexicon *lexicon, uint32_t form, size_t *count)
{
    const struct token_ref *refs = lexicon->refs.data;

    *count = lexicon->first[form + 1] - lexicon->first[form];
    return *count > 0 ? refs + lexicon->first[form] : NULL;
}

bool
lexicon_has_phrase(const struct lexicon *lexicon, uint32_t form, uint32_t term,
                   size_t place)
{
    size_t count;
    const struct token_ref *refs = lexicon_refs(lexicon, form, &count);

    const struct token_ref wanted = { .role = TOKEN_PHRASE,
                                      .place = (uint16_t)place,
                                      .index = term };

    return count > 0 &&
           bsearch(&wanted, refs, count, sizeof wanted, token_ref_compare);
}

bool
lexicon_has_class(const struct lexicon *lexicon, uint32_t form, uint32_t class)
{
    return has_bit(row_at(lexicon, lexicon->class_row[form]), class);
}

bool
lexicon_has_except(const struct lexicon *lexicon, uint32_t form, uint32_t class)
{
    const uint64_t *row = row_at(lexicon, lexicon->class_row[form]);

    return has_bit(row + lexicon->class_words, class);
}

uint64_t
lexicon_templates(const struct lexicon *lexicon, uint32_t form, bool capital,
                  size_t word)
{
    const uint64_t *row = row_at(lexicon, lexicon->class_row[form]);
    uint64_t templates = row[2 * lexicon->class_words + word];

    return capital ? templates | lexicon->capital_templates[word] : templates;
}
