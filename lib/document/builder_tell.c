/* SPDX-License-Identifier: MIT */

/* What a builder is told of the file beside its text: what it is called, of
 * which bytes it was made, and what a reader has to say of it.  What is said
 * goes to whoever asks for diagnostics; a notice also stays with the document,
 * and so reaches every report. */

#include "base/sha256.h"
#include "document/builder_inside.h"
#include "document/place.h"

/* ---- Notices ---- */

/* The sentence of a code about the document, in the arena. */
static bool
word_notice(struct samsyn_builder *builder, struct notice *notice,
            enum diag_code code, const struct str *args)
{
    struct diag_source source = { "", STR(""), NULL };
    struct arena *arena = &builder->document->arena;
    struct samsyn_diagnostics *list =
        diag_new(&builder->config.mem, builder->config.lang);
    bool fine = list && diag_add(list, code, &source, SAMSYN_NONE, SAMSYN_NONE,
                                 args, 2, STR(""));

    if (fine) {
        notice->code = arena_str(arena, str_of(diag_code_name(code)));
        notice->text =
            arena_str(arena, str_of(samsyn_diagnostics_message(list, 0)));
    }
    samsyn_diagnostics_free(list);
    return fine && notice->code.ptr && notice->text.ptr;
}

static samsyn_status
keep_notice(struct samsyn_builder *builder, enum diag_code code,
            struct str argument, samsyn_span span)
{
    struct str args[] = { builder->document->name, argument };
    struct notice notice = { .span = span };
    struct notice *slot = NULL;

    if (word_notice(builder, &notice, code, args))
        slot = vec_push(&builder->notices);
    if (!slot)
        return builder_fail(builder, SAMSYN_E_NOMEM);
    *slot = notice;
    return SAMSYN_OK;
}

samsyn_status
builder_notice(struct samsyn_builder *builder, enum diag_code code,
               size_t start, size_t end)
{
    if (builder->status != SAMSYN_OK)
        return builder->status;
    if (!builder->document || !builder_has_range(builder, start, end))
        return SAMSYN_E_ARGUMENT;
    return keep_notice(builder, code, STR(""),
                       place_span(builder->document, start, end));
}

/* ---- What a reader says ---- */

static bool
list_said(struct samsyn_builder *builder, enum diag_code code,
          struct str argument)
{
    struct str name = builder->document->name;
    struct diag_source source = { name.ptr, STR(""), NULL };
    struct str args[] = { name, argument };

    if (!builder->said)
        builder->said = diag_new(&builder->config.mem, builder->config.lang);
    return builder->said && diag_add(builder->said, code, &source, SAMSYN_NONE,
                                     SAMSYN_NONE, args, 2, STR(""));
}

samsyn_status
builder_say(struct samsyn_builder *builder, enum diag_code code,
            struct str argument)
{
    if (builder->status == SAMSYN_E_NOMEM || !builder->document)
        return builder->document ? builder->status : SAMSYN_E_ARGUMENT;
    if (!list_said(builder, code, argument))
        return builder_fail(builder, SAMSYN_E_NOMEM);
    if (diag_code_severity(code) == SAMSYN_SEVERITY_ERROR)
        return SAMSYN_OK;
    return keep_notice(builder, code, argument,
                       place_span(builder->document, SAMSYN_NONE, SAMSYN_NONE));
}

void
builder_hand_over(struct samsyn_builder *builder, samsyn_diagnostics **out)
{
    diag_hand_over(builder->said, out);
    builder->said = NULL;
}

/* ---- Properties ---- */

samsyn_status
builder_set(struct samsyn_builder *builder, samsyn_property property,
            struct str text)
{
    struct samsyn_document *document = builder->document;
    struct str kept;

    if (!document || property < 1 || property > SAMSYN_PROPERTY_DATE)
        return SAMSYN_E_ARGUMENT;
    kept = arena_str(&document->arena, text);
    if (!kept.ptr)
        return builder_fail(builder, SAMSYN_E_NOMEM);
    document->properties[property - 1] = kept;
    return SAMSYN_OK;
}

samsyn_status
builder_file(struct samsyn_builder *builder, struct str bytes)
{
    if (!builder->document)
        return SAMSYN_E_ARGUMENT;
    sha256_text(bytes.ptr, bytes.len, builder->document->digest);
    return SAMSYN_OK;
}
