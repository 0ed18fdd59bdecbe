/* SPDX-License-Identifier: MIT */

/* Looks the distinct words of a document up in the token table.
 *
 * The cost of a word is bounded by the longest form of the table, not by its
 * own length: only ends and beginnings that could be a form are hashed, so a
 * hostile "word" of a megabyte costs no more than its bytes. */

#include "match/lexicon.h"

#include "base/number.h"

#include <string.h>

enum {
    COMPOUND_REST = 3,
    STOP_EVERY = 4096
};

/* What the lookup of one form works on. */
struct lookup {
    struct lexicon *lexicon;
    const struct samsyn_language *language;
    struct str form;
};

static bool
is_start_of_letter(char byte)
{
    return ((unsigned char)byte & 0xc0) != 0x80;
}

static bool
keep_refs(struct lookup *lookup, const struct token_entry *entry, unsigned part)
{
    const struct tokens *tokens = lookup->lexicon->tokens;

    for (uint32_t i = 0; entry && i < entry->count; i++) {
        const struct token_ref *ref = &tokens->refs[entry->first + i];
        struct token_ref *slot;

        if (!(ref->parts & part))
            continue;
        slot = vec_push(&lookup->lexicon->refs);
        if (!slot)
            return false;
        *slot = *ref;
    }
    return true;
}

/* The whole word and every end of it, in one pass from its last letter. */
static bool
look_from_end(struct lookup *lookup)
{
    const struct tokens *tokens = lookup->lexicon->tokens;
    struct str form = lookup->form;
    uint32_t hash = tokens_hash(str_make("", 0));
    size_t letters_before = 0;

    for (size_t i = 0; i < form.len; i++)
        letters_before += is_start_of_letter(form.ptr[i]);
    for (size_t at = form.len; at-- > 0;) {
        struct str end = str_make(form.ptr + at, form.len - at);

        if (end.len > tokens->longest)
            return true;
        hash = tokens_hash_front(hash, form.ptr[at]);
        if (!is_start_of_letter(form.ptr[at]))
            continue;
        letters_before--;
        if (at == 0)
            return keep_refs(lookup, tokens_find_hashed(tokens, end, hash),
                             PART_WHOLE);
        if (letters_before >= COMPOUND_REST &&
            !keep_refs(lookup, tokens_find_hashed(tokens, end, hash), PART_END))
            return false;
    }
    return true;
}

static bool
look_from_start(struct lookup *lookup)
{
    const struct tokens *tokens = lookup->lexicon->tokens;
    struct str form = lookup->form;
    size_t most = form.len < tokens->longest ? form.len : tokens->longest;

    for (size_t end = 2; end <= most && end + COMPOUND_REST <= form.len;
         end++) {
        struct str start = str_make(form.ptr, end);

        if (is_start_of_letter(form.ptr[end]) &&
            !keep_refs(lookup, tokens_find(tokens, start), PART_START))
            return false;
    }
    return true;
}

static bool
is_number(struct str form)
{
    for (size_t i = 0; i < form.len; i++) {
        if (form.ptr[i] < '0' || form.ptr[i] > '9')
            return false;
    }
    return form.len > 0 && form.len < 16;
}

static bool
number_fits(const struct word_class *class, size_t digits, int64_t value)
{
    return class->numbers && value >= class->from && value <= class->to &&
           (class->digits == 0 || class->digits == digits);
}

static bool
look_as_number(struct lookup *lookup)
{
    const struct entity_set *set = &lookup->language->entities;
    int64_t value;

    if (!is_number(lookup->form) || !number_int(lookup->form, &value))
        return true;
    for (size_t i = 0; i < set->class_count; i++) {
        struct token_ref *slot;

        if (!number_fits(&set->classes[i], lookup->form.len, value))
            continue;
        slot = vec_push(&lookup->lexicon->refs);
        if (!slot)
            return false;
        *slot = (struct token_ref){ .role = TOKEN_CLASS,
                                    .parts = PART_WHOLE,
                                    .index = (uint32_t)i };
    }
    return true;
}

/* ---- Which entities can begin with a class ---- */

/* The entities that may begin with a template's elements: those of its first
 * element, and of the next ones while they are optional. */
static bool
template_starts(const struct template *template, const uint64_t *entity_starts,
                uint32_t class)
{
    for (size_t i = 0; i < template->count; i++) {
        const struct element *element = &template->elements[i];

        if (element->kind == ELEMENT_CLASS && element->index == class)
            return true;
        if (element->kind == ELEMENT_ENTITY &&
            (*entity_starts >> element->index & 1))
            return true;
        if (!element->optional)
            return false;
    }
    return false;
}

/* A later entity may begin with an earlier one, so one walk in order does. */
static uint64_t
class_starts(const struct entity_set *set, uint32_t class)
{
    uint64_t starts = 0;

    for (size_t i = 0; i < set->count; i++) {
        const struct entity *entity = &set->entities[i];

        for (size_t k = 0; k < entity->count; k++) {
            if (template_starts(&entity->templates[k], &starts, class))
                starts |= (uint64_t)1 << i;
        }
    }
    return starts;
}

static uint64_t
starts_of(const struct lexicon *lexicon, const uint64_t *by_class, size_t from)
{
    uint64_t starts = 0;

    for (size_t i = from; i < lexicon->refs.len; i++) {
        const struct token_ref *ref = vec_at(&lexicon->refs, i);

        if (ref->role == TOKEN_CLASS)
            starts |= by_class[ref->index];
    }
    return starts;
}

static bool
look_up(struct lookup *lookup)
{
    return look_from_end(lookup) && look_from_start(lookup) &&
           look_as_number(lookup);
}

static samsyn_status
look_all(struct lexicon *lexicon, const struct samsyn_language *language,
         const struct samsyn_document *document, const uint64_t *by_class,
         const struct samsyn_config *config)
{
    for (size_t i = 0; i < document->form_count; i++) {
        struct lookup lookup = { lexicon, language, document->forms[i] };

        if (i % STOP_EVERY == 0 && config_stops(config))
            return SAMSYN_E_STOPPED;
        if (!look_up(&lookup) || lexicon->refs.len > UINT32_MAX)
            return SAMSYN_E_NOMEM;
        lexicon->first[i + 1] = (uint32_t)lexicon->refs.len;
        lexicon->starts[i] = starts_of(lexicon, by_class, lexicon->first[i]);
        lexicon->holder[i] =
            word_set_has(&language->placeholders, document->forms[i]);
    }
    return SAMSYN_OK;
}

/* Memory for @p count items, one more than asked so that it is never none. */
static void *
items(const samsyn_allocator *mem, size_t count, size_t size)
{
    size_t bytes;

    if (!mem_add(count, 1, &count) || !mem_mul(count, size, &bytes))
        return NULL;
    return mem_alloc(mem, bytes);
}

samsyn_status
lexicon_init(struct lexicon *lexicon, const struct tokens *tokens,
             const struct samsyn_language *language,
             const struct samsyn_document *document,
             const struct samsyn_config *config)
{
    const struct entity_set *set = &language->entities;
    uint64_t *by_class =
        items(&config->mem, set->class_count, sizeof *by_class);
    samsyn_status status = SAMSYN_E_NOMEM;

    *lexicon = (struct lexicon){ .tokens = tokens };
    vec_init(&lexicon->refs, &config->mem, sizeof(struct token_ref));
    lexicon->first =
        items(&config->mem, document->form_count, sizeof *lexicon->first);
    lexicon->starts =
        items(&config->mem, document->form_count, sizeof *lexicon->starts);
    lexicon->holder =
        items(&config->mem, document->form_count, sizeof *lexicon->holder);
    if (by_class && lexicon->first && lexicon->starts && lexicon->holder) {
        for (size_t i = 0; i < set->class_count; i++) {
            by_class[i] = class_starts(set, (uint32_t)i);
            if (set->classes[i].capital)
                lexicon->capital |= by_class[i];
        }
        status = look_all(lexicon, language, document, by_class, config);
    }
    mem_free(&config->mem, by_class);
    return status;
}

void
lexicon_done(struct lexicon *lexicon)
{
    samsyn_allocator mem = lexicon->refs.mem;

    mem_free(&mem, lexicon->first);
    mem_free(&mem, lexicon->starts);
    mem_free(&mem, lexicon->holder);
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
lexicon_has(const struct lexicon *lexicon, uint32_t form, enum token_role role,
            uint32_t index, size_t place)
{
    size_t count;
    const struct token_ref *refs = lexicon_refs(lexicon, form, &count);

    for (size_t i = 0; i < count; i++) {
        if (refs[i].role == role && refs[i].index == index &&
            refs[i].place == place)
            return true;
    }
    return false;
}
