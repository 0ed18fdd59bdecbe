/* SPDX-License-Identifier: MIT */

/* Several documents as one, so that everything that can be asked of a
 * document can be asked of a set: a rule that needs one thing from the
 * agreement and another from its annex, the measures of an annexed plan as
 * items, an annex by its name.
 *
 * Text, blocks, sentences, words and rows are put one behind the other, with
 * their numbers moved.  What leads back to a file is not: a stretch of the
 * joined text is looked up in the document that it came from.
 *
 * Invariant: nothing reaches over the border of two documents, no sentence,
 * no section, no list, no table. */

#include "document/join.h"

#include "document/builder.h"

#include <string.h>

/* What has been put into the joined document so far. */
struct joining {
    struct samsyn_document *out;
    uint32_t text, block, sentence, word, form, row, table;
    size_t notice;
};

static bool
add_sizes(struct samsyn_document *out, const struct samsyn_document *document)
{
    if (document->text.len >= BUILDER_MOST_TEXT - out->text.len)
        return false;
    out->text.len += document->text.len + 1;
    out->block_count += document->block_count;
    out->sentence_count += document->sentence_count;
    out->word_count += document->word_count;
    out->form_count += document->form_count;
    out->row_count += document->row_count;
    out->notice_count += document->notice_count;
    return true;
}

static bool
acquire(struct samsyn_document *out, size_t count)
{
    struct arena *arena = &out->arena;

    out->text_block = mem_array(&arena->mem, out->text.len, 1);
    out->words = mem_array(&arena->mem, out->word_count, sizeof *out->words);
    out->folded = arena_alloc(arena, out->text.len);
    out->blocks = arena_array(arena, out->block_count, sizeof *out->blocks);
    out->sentences =
        arena_array(arena, out->sentence_count, sizeof *out->sentences);
    out->forms = arena_array(arena, out->form_count, sizeof *out->forms);
    out->rows = arena_array(arena, out->row_count, sizeof *out->rows);
    out->notices = arena_array(arena, out->notice_count, sizeof *out->notices);
    out->members = arena_array(arena, count, sizeof *out->members);
    out->text.ptr = out->text_block;
    return out->text_block && out->words && out->folded && out->blocks &&
           out->sentences && out->forms && out->rows && out->notices &&
           out->members;
}

static uint32_t
moved(uint32_t index, uint32_t by)
{
    return index == NO_INDEX ? NO_INDEX : index + by;
}

static void
put_text(struct joining *joining, const struct samsyn_document *document)
{
    char *text = joining->out->text_block + joining->text;
    char *folded = joining->out->folded + joining->text;
    size_t length = document->text.len;

    memcpy(text, document->text.ptr, length);
    memcpy(folded, document->folded, length);
    text[length] = folded[length] = '\n';
}

static void
put_blocks(struct joining *joining, const struct samsyn_document *document)
{
    for (size_t i = 0; i < document->block_count; i++) {
        struct block *block = &joining->out->blocks[joining->block + i];

        *block = document->blocks[i];
        block->start += joining->text;
        block->end += joining->text;
        block->sentence_first += joining->sentence;
        block->sentence_end += joining->sentence;
        block->word_first += joining->word;
        block->word_end += joining->word;
        block->heading = moved(block->heading, joining->block);
        block->lead_in = moved(block->lead_in, joining->block);
        block->header = moved(block->header, joining->block);
        block->row = moved(block->row, joining->row);
    }
}

static void
put_rows(struct joining *joining, const struct samsyn_document *document)
{
    uint32_t tables = 0;

    for (size_t i = 0; i < document->row_count; i++) {
        struct row *row = &joining->out->rows[joining->row + i];

        *row = document->rows[i];
        row->block_first += joining->block;
        row->block_end += joining->block;
        tables = row->table + 1;
        row->table += joining->table;
    }
    joining->table += tables;
}

static void
put_words(struct joining *joining, const struct samsyn_document *document)
{
    for (size_t i = 0; i < document->sentence_count; i++) {
        struct sentence *sentence =
            &joining->out->sentences[joining->sentence + i];

        *sentence = document->sentences[i];
        sentence->word_first += joining->word;
        sentence->word_end += joining->word;
        sentence->start += joining->text;
        sentence->end += joining->text;
        sentence->block += joining->block;
    }
    for (size_t i = 0; i < document->word_count; i++) {
        struct word *word = &joining->out->words[joining->word + i];

        *word = document->words[i];
        word->start += joining->text;
        word->form += joining->form;
    }
    /* A form that two documents share stands twice: it is looked up twice,
     * and no word asks another for its form's number. */
    memcpy(&joining->out->forms[joining->form], document->forms,
           document->form_count * sizeof *document->forms);
}

static void
put_notices(struct joining *joining, const struct samsyn_document *document,
            size_t number)
{
    for (size_t i = 0; i < document->notice_count; i++) {
        struct notice *notice = &joining->out->notices[joining->notice + i];

        *notice = document->notices[i];
        notice->document = number;
    }
}

static uint32_t
first_heading(const struct samsyn_document *document,
              const struct set_member *member)
{
    uint32_t at = member->block_first;

    while (at < member->block_end &&
           document->blocks[at].kind != SAMSYN_BLOCK_HEADING)
        at++;
    return at;
}

static void
put_document(struct joining *joining, const struct samsyn_document *document,
             size_t index)
{
    struct set_member *member = &joining->out->members[index];

    put_text(joining, document);
    put_blocks(joining, document);
    put_rows(joining, document);
    put_words(joining, document);
    put_notices(joining, document, index + 1);
    *member = (struct set_member){ .document = document,
                                   .start = joining->text,
                                   .block_first = joining->block,
                                   .word_first = joining->word };
    joining->text += (uint32_t)document->text.len + 1;
    joining->block += (uint32_t)document->block_count;
    joining->sentence += (uint32_t)document->sentence_count;
    joining->word += (uint32_t)document->word_count;
    joining->form += (uint32_t)document->form_count;
    joining->row += (uint32_t)document->row_count;
    joining->notice += document->notice_count;
    member->block_end = joining->block;
    member->word_end = joining->word;
    member->first_heading = first_heading(joining->out, member);
}

/* The main document gives the whole its name. */
static samsyn_status
join(struct samsyn_document *out,
     const struct samsyn_document *const *documents, size_t count)
{
    struct joining joining = { .out = out };

    for (size_t i = 0; i < count; i++) {
        if (!add_sizes(out, documents[i]))
            return SAMSYN_E_LIMIT;
    }
    if (!acquire(out, count))
        return SAMSYN_E_NOMEM;
    out->member_count = count;
    out->name = documents[0]->name;
    memcpy(out->properties, documents[0]->properties, sizeof out->properties);
    memcpy(out->digest, documents[0]->digest, sizeof out->digest);
    for (size_t i = 0; i < count; i++)
        put_document(&joining, documents[i], i);
    return document_index(out) ? SAMSYN_OK : SAMSYN_E_NOMEM;
}

samsyn_status
document_join(struct samsyn_document **out,
              const struct samsyn_document *const *documents, size_t count,
              const struct samsyn_config *config)
{
    const struct samsyn_config *settings = config_of(config);
    struct samsyn_document *joined = mem_alloc(&settings->mem, sizeof *joined);
    samsyn_status status;

    if (!joined)
        return SAMSYN_E_NOMEM;
    arena_init(&joined->arena, &settings->mem);
    status = join(joined, documents, count);
    if (status == SAMSYN_OK)
        *out = joined;
    else
        document_free(joined);
    return status;
}
