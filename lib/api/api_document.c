/* SPDX-License-Identifier: MIT */
/* Documents: read, or built block by block. */

#include "api/api.h"
#include "base/utf8.h"
#include "document/builder.h"
#include "document/read.h"

#define BLOCK_FLAGS                                                            \
    (SAMSYN_BLOCK_GUESSED | SAMSYN_BLOCK_FURNITURE | SAMSYN_BLOCK_CONTENTS |   \
     SAMSYN_BLOCK_QUOTED)

static const char *
name_or_default(const char *name)
{
    return name ? name : "document";
}

samsyn_status
samsyn_document_read(samsyn_document **out, const char *bytes, size_t length,
                     const char *name, samsyn_format format,
                     const samsyn_language *language,
                     const samsyn_config *config,
                     samsyn_diagnostics **diagnostics)
{
    struct api_call call;
    samsyn_status status;

    if (!api_begin(&call, config, diagnostics))
        return SAMSYN_E_NOMEM;
    if (!out || !api_text_given(bytes, length) || !language ||
        (int)format < SAMSYN_FORMAT_AUTO ||
        (int)format > SAMSYN_FORMAT_MARKDOWN)
        return api_end(&call, SAMSYN_E_ARGUMENT);
    status = document_read(out, str_make(bytes ? bytes : "", length),
                           name_or_default(name), format, language, call.config,
                           call.diags);
    return api_end(&call, status);
}

void
samsyn_document_free(samsyn_document *document)
{
    document_free(document);
}

const char *
samsyn_document_text(const samsyn_document *document, size_t *length)
{
    if (length)
        *length = document ? document->text.len : 0;
    return document ? api_text(document->text) : "";
}

const char *
samsyn_document_property(const samsyn_document *document,
                         samsyn_property property)
{
    return document ? api_text(document_property(document, property)) : "";
}

samsyn_status
samsyn_builder_new(samsyn_builder **out, const char *name, const char *source,
                   size_t length, const samsyn_language *language,
                   const samsyn_config *config)
{
    enum encoding encoding = source ? ENCODING_UTF8 : ENCODING_NONE;
    struct str bytes = str_make(source ? source : "", length);

    if (!out || !api_text_given(source, length) || !language)
        return SAMSYN_E_ARGUMENT;
    if (utf8_valid(bytes.ptr, length) != length)
        return SAMSYN_E_NOT_TEXT;
    return builder_new(out, name_or_default(name), bytes, encoding, "built",
                       language, config_of(config));
}

void
samsyn_builder_free(samsyn_builder *builder)
{
    builder_free(builder);
}

samsyn_status
samsyn_builder_open(samsyn_builder *builder, samsyn_block block, int level,
                    unsigned flags, const char *place)
{
    struct str where = str_of(place);

    if (!builder || (flags & ~BLOCK_FLAGS) != 0)
        return SAMSYN_E_ARGUMENT;
    if (utf8_valid(where.ptr, where.len) != where.len)
        return SAMSYN_E_ARGUMENT;
    return builder_open(builder, block, level, flags, where);
}

samsyn_status
samsyn_builder_text(samsyn_builder *builder, const char *text, size_t length,
                    size_t start, size_t end)
{
    if (!builder || !api_text_given(text, length))
        return SAMSYN_E_ARGUMENT;
    if (utf8_valid(text, length) != length)
        return SAMSYN_E_NOT_TEXT;
    return builder_text(builder, str_make(text ? text : "", length), start,
                        end);
}

samsyn_status
samsyn_builder_set(samsyn_builder *builder, samsyn_property property,
                   const char *text, size_t length)
{
    if (!builder || !api_text_given(text, length))
        return SAMSYN_E_ARGUMENT;
    if (utf8_valid(text, length) != length)
        return SAMSYN_E_NOT_TEXT;
    return builder_set(builder, property, str_make(text ? text : "", length));
}

samsyn_status
samsyn_builder_file(samsyn_builder *builder, const char *bytes, size_t length)
{
    if (!builder || !api_text_given(bytes, length))
        return SAMSYN_E_ARGUMENT;
    return builder_file(builder, str_make(bytes ? bytes : "", length));
}

samsyn_status
samsyn_builder_say(samsyn_builder *builder, const char *code,
                   const char *argument)
{
    enum diag_code found;

    if (!builder || !diag_code_find(&found, str_of(code)))
        return SAMSYN_E_ARGUMENT;
    return builder_say(builder, found, str_of(argument));
}

void
samsyn_builder_diagnostics(samsyn_builder *builder,
                           samsyn_diagnostics **diagnostics)
{
    if (diagnostics)
        *diagnostics = NULL;
    if (builder)
        builder_hand_over(builder, diagnostics);
}

samsyn_status
samsyn_builder_close(samsyn_builder *builder)
{
    return builder ? builder_close(builder) : SAMSYN_E_ARGUMENT;
}

samsyn_status
samsyn_builder_finish(samsyn_document **out, samsyn_builder *builder)
{
    if (!out || !builder)
        return SAMSYN_E_ARGUMENT;
    return builder_finish(out, builder);
}
