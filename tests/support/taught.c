/* SPDX-License-Identifier: MIT */

/* The passages speak of a dog and of a boat, in words that share letters. */

#include "support/taught.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Ends the program, since no test can go on. */
static void
must(bool done)
{
    if (!done) {
        fputs("taught: out of memory\n", stderr);
        abort();
    }
}

static void
begin_text(struct taught_text *out, size_t most)
{
    memset(out, 0, sizeof *out);
    out->words = calloc(most + 1, sizeof *out->words);
    out->forms = calloc(most + 1, sizeof *out->forms);
    must(out->words && out->forms);
    out->document.words = out->words;
    out->document.forms = out->forms;
}

static char *
copy_of(const char *bytes, size_t length)
{
    char *copy = calloc(length + 1, 1);

    must(copy != NULL);
    memcpy(copy, bytes, length);
    return copy;
}

static uint32_t
form_of(struct taught_text *out, struct str word)
{
    size_t *count = &out->document.form_count;

    for (size_t i = 0; i < *count; i++) {
        if (str_equal(out->forms[i], word))
            return (uint32_t)i;
    }
    out->forms[*count] = str_make(copy_of(word.ptr, word.len), word.len);
    return (uint32_t)(*count)++;
}

void
taught_text(struct taught_text *out, const char *text)
{
    bool starts = true;

    begin_text(out, strlen(text));
    while (*(text += strspn(text, " "))) {
        size_t length = strcspn(text, " ");
        bool ends = text[length - 1] == '.';
        struct word *word = &out->words[out->document.word_count++];

        word->form = form_of(out, str_make(text, length - ends));
        word->glue = starts ? GLUE_START : GLUE_SPACE;
        starts = ends;
        text += length;
    }
}

void
taught_many(struct taught_text *out, size_t count)
{
    char name[24];

    begin_text(out, count);
    for (size_t i = 0; i < count; i++) {
        int length = snprintf(name, sizeof name, "x%zu", i);

        out->forms[i] = str_make(copy_of(name, (size_t)length), (size_t)length);
        out->words[i].form = (uint32_t)i;
    }
    out->document.word_count = count;
    out->document.form_count = count;
}

void
taught_text_end(struct taught_text *text)
{
    for (size_t i = 0; i < text->document.form_count; i++)
        free((char *)(uintptr_t)text->forms[i].ptr);
    free(text->forms);
    free(text->words);
}

/* ---- Models ---- */

/* By criterion: 2 met, 1 partly, 0 neither. */
static const struct {
    const char *text;
    int alfa, beta;
} passages[] = {
    { "hunden skäller på gården. den vaktar huset", 2, 0 },
    { "en hund vaktar gården varje natt", 2, 0 },
    { "hundarna skäller när någon kommer", 2, 0 },
    { "det finns kanske en hund på gården", 1, 0 },
    { "någon hund syns sällan", 1, 0 },
    { "båten ligger vid bryggan. den är röd", 0, 2 },
    { "en båt seglar ut varje morgon", 0, 2 },
    { "båtarna seglar när vinden kommer", 0, 2 },
    { "det finns kanske en båt vid bryggan", 0, 1 },
    { "någon båt syns sällan", 0, 1 },
    { "huset är rött och har två dörrar", 0, 0 },
    { "varje morgon kommer en tidning", 0, 0 },
    { "vinden är stilla i natt", 0, 0 },
};

static bool
write_book(struct book *book)
{
    bool done = true;

    for (size_t i = 0; done && i < ARRAY_LEN(passages); i++) {
        struct taught_text text;

        taught_text(&text, passages[i].text);
        done = book_add(book, &text.document, 0,
                        (uint32_t)text.document.word_count) &&
               book_turn(book);
        taught_text_end(&text);
    }
    return done;
}

static samsyn_status
train_classes(struct taught_draft *out, const samsyn_allocator *mem)
{
    int8_t labels[ARRAY_LEN(passages)];
    struct problem problem = { labels, NULL, 3, true };
    samsyn_status status = SAMSYN_OK;

    for (size_t k = 0; status == SAMSYN_OK && k < 4; k++) {
        for (size_t i = 0; i < ARRAY_LEN(passages); i++) {
            int degree = k < 2 ? passages[i].alfa : passages[i].beta;

            labels[i] = degree > (int)(k % 2) ? 1 : -1;
        }
        status = train_linear(&out->classes[k], out->book.lessons,
                              out->book.lesson_count, out->book.hash_count,
                              &problem, mem);
    }
    return status;
}

static void
fill_draft(struct taught_draft *out)
{
    static const int32_t values[] = { 0, INT32_MIN, INT32_MAX };

    memcpy(out->values, values, sizeof values);
    out->criteria[0] = STR("alfa");
    out->criteria[1] = STR("beta");
    out->sections[0] = (struct model_section){ STR("tal"), out->values, 3 };
    out->sections[1] = (struct model_section){ STR("inga"), NULL, 0 };
    out->draft = (struct model_draft){
        .checklist = STR("prov"),
        .digest = STR("sha256:0"),
        .criteria = out->criteria,
        .criterion_count = 2,
        .classes = out->classes,
        .hashes = out->book.hashes,
        .feature_count = out->book.hash_count,
        .sections = out->sections,
        .section_count = 2,
    };
}

samsyn_status
taught_train(struct taught_draft *out, const samsyn_allocator *mem)
{
    samsyn_status status = SAMSYN_E_NOMEM;

    memset(out, 0, sizeof *out);
    book_init(&out->book, mem);
    if (write_book(&out->book))
        status = book_close(&out->book, 2);
    if (status == SAMSYN_OK)
        status = train_classes(out, mem);
    if (status == SAMSYN_OK)
        fill_draft(out);
    return status;
}

void
taught_end(struct taught_draft *taught)
{
    for (size_t i = 0; i < ARRAY_LEN(taught->classes); i++)
        linear_done(&taught->classes[i], &taught->book.mem);
    book_done(&taught->book);
}

void
taught_file(struct buf *out)
{
    struct taught_draft taught;

    must(taught_train(&taught, &mem_default) == SAMSYN_OK);
    buf_init(out, &mem_default, BUF_ANY);
    must(model_write(out, &taught.draft) == SAMSYN_OK);
    taught_end(&taught);
}

struct model *
taught_model(void)
{
    struct model *model = NULL;
    struct buf file;

    taught_file(&file);
    must(model_read(&model, &file, NULL, NULL, NULL) == SAMSYN_OK);
    buf_done(&file);
    return model;
}

samsyn_status
taught_read(struct model **out, struct str bytes, const samsyn_allocator *mem,
            struct samsyn_diagnostics *diags)
{
    struct samsyn_config config = config_default;
    struct buf tight;
    samsyn_status status;

    config.mem = *mem;
    buf_init(&tight, mem, BUF_ANY);
    tight.data = mem_resize(mem, NULL, 0, bytes.len + !bytes.len);
    if (!tight.data)
        return SAMSYN_E_NOMEM;
    if (bytes.len)
        memcpy(tight.data, bytes.ptr, bytes.len);
    tight.len = tight.cap = bytes.len;
    status = model_read(out, &tight, &config, diags, "m.model");
    buf_done(&tight);
    return status;
}
