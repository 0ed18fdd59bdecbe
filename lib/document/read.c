/* SPDX-License-Identifier: MIT */

/* A file to a document: what it is, its text, its format, its blocks.  A
 * format is a row of `formats`: to add one is to add a row. */

#include "document/read.h"

#include "base/ascii.h"
#include "base/buf.h"
#include "document/decode.h"
#include "document/markdown_reader.h"
#include "document/sniff.h"
#include "document/text_reader.h"

struct format {
    samsyn_format id;
    const char *name;
    const char *endings[2];         /* of file names */
    bool (*sniff)(struct str text); /* NULL: takes what no other took */
    samsyn_status (*read)(const struct reading *reading);
};

static const struct format formats[] = {
    { SAMSYN_FORMAT_MARKDOWN,
      "markdown",
      { ".md", ".markdown" },
      sniff_is_markdown,
      markdown_read },
    { SAMSYN_FORMAT_TEXT, "text", { ".txt", NULL }, NULL, text_read },
};

/* ---- For the readers ---- */

samsyn_status
reading_text(const struct reading *reading, size_t start, size_t end)
{
    return builder_text(reading->builder,
                        str_make(reading->text.ptr + start, end - start),
                        reading->base + start, reading->base + end);
}

samsyn_status
reading_notice(const struct reading *reading, enum diag_code code, size_t start,
               size_t end)
{
    struct str text = reading->text;
    struct diag_source source = { reading->name, text, NULL };

    /* What stands before the text is a byte order mark, in the same file. */
    source.text = str_make(text.ptr - reading->base, text.len + reading->base);
    if (start != SAMSYN_NONE) {
        start += reading->base;
        end += reading->base;
    }
    if (!diag_add(reading->diags, code, &source, start, end, NULL, 0, STR("")))
        return SAMSYN_E_NOMEM;
    return builder_notice(reading->builder, code, start, end);
}

/* ---- Refusals ---- */

/* A file that is refused as a whole, and why. */
struct refusal {
    const char *name;
    const struct samsyn_config *config;
    struct samsyn_diagnostics *diags;
};

static samsyn_status
refuse(const struct refusal *refusal, enum diag_code code, struct str detail,
       samsyn_status status)
{
    struct diag_source source = { refusal->name, STR(""), NULL };
    struct str args[] = { str_of(refusal->name), detail };

    if (!diag_add(refusal->diags, code, &source, SAMSYN_NONE, SAMSYN_NONE, args,
                  2, STR("")))
        return SAMSYN_E_NOMEM;
    return status;
}

static samsyn_status
refuse_size(const struct refusal *refusal, uint64_t limit)
{
    struct buf digits;
    samsyn_status status = SAMSYN_E_NOMEM;

    buf_init(&digits, &refusal->config->mem, 32);
    buf_int(&digits, limit < INT64_MAX ? (int64_t)limit : INT64_MAX);
    if (!buf_failed(&digits))
        status = refuse(refusal, DIAG_DOCUMENT_LARGE, buf_view(&digits),
                        SAMSYN_E_LIMIT);
    buf_done(&digits);
    return status;
}

static samsyn_status
check_bytes(const struct refusal *refusal, struct str bytes)
{
    uint64_t limit = refusal->config->limits[SAMSYN_LIMIT_INPUT];
    const char *format;

    if (limit > BUILDER_MOST_TEXT)
        limit = BUILDER_MOST_TEXT;
    if (bytes.len > limit)
        return refuse_size(refusal, limit);
    if (!bytes.len)
        return refuse(refusal, DIAG_DOCUMENT_EMPTY, STR(""), SAMSYN_E_EMPTY);
    format = sniff_format(bytes);
    if (format)
        return refuse(refusal, DIAG_DOCUMENT_NO_READER, str_of(format),
                      SAMSYN_E_NO_READER);
    return SAMSYN_OK;
}

/* ---- The format ---- */

static bool
ends_as(struct str name, const char *ending)
{
    return ending && ascii_ends(name, str_of(ending));
}

static const struct format *
format_by_name(struct str name)
{
    for (size_t i = 0; i < ARRAY_LEN(formats); i++) {
        if (ends_as(name, formats[i].endings[0]) ||
            ends_as(name, formats[i].endings[1]))
            return &formats[i];
    }
    return NULL;
}

static const struct format *
find_format(samsyn_format id, const char *name, struct str text)
{
    const struct format *format = NULL;

    for (size_t i = 0; i < ARRAY_LEN(formats); i++) {
        if (formats[i].id == id)
            return &formats[i];
    }
    format = format_by_name(str_of(name));
    for (size_t i = 0; i < ARRAY_LEN(formats) && !format; i++) {
        if (!formats[i].sniff || formats[i].sniff(text))
            format = &formats[i];
    }
    return format;
}

/* ---- The document ---- */

static samsyn_status
note_encoding(const struct reading *reading, enum encoding encoding)
{
    if (encoding == ENCODING_UTF8)
        return SAMSYN_OK;
    return reading_notice(reading,
                          encoding == ENCODING_CP1252 ? DIAG_DOCUMENT_WINDOWS
                                                      : DIAG_DOCUMENT_UTF16,
                          SAMSYN_NONE, SAMSYN_NONE);
}

static samsyn_status
build(struct samsyn_document **out, const struct reading *reading,
      const struct format *format, enum encoding encoding,
      const struct refusal *refusal)
{
    samsyn_status status = note_encoding(reading, encoding);

    if (status == SAMSYN_OK)
        status = format->read(reading);
    if (status == SAMSYN_E_LIMIT)
        return refuse(refusal, DIAG_DOCUMENT_MARKUP, STR(""), status);
    if (status == SAMSYN_OK)
        status = builder_finish(out, reading->builder);
    if (status == SAMSYN_E_EMPTY)
        return refuse(refusal, DIAG_DOCUMENT_EMPTY, STR(""), status);
    return status;
}

static samsyn_status
read_decoded(struct samsyn_document **out, struct str bytes,
             const struct decoded *decoded, samsyn_format id,
             const struct samsyn_language *language,
             const struct refusal *refusal)
{
    const struct format *format = find_format(id, refusal->name, decoded->text);
    struct reading reading = { .text = decoded->text,
                               .base = decoded->base,
                               .language = language,
                               .config = refusal->config,
                               .diags = refusal->diags,
                               .name = refusal->name };
    samsyn_status status;

    if (sniff_is_checklist(decoded->text))
        return refuse(refusal, DIAG_DOCUMENT_CHECKLIST, STR(""),
                      SAMSYN_E_NOT_TEXT);
    status =
        builder_new(&reading.builder, refusal->name, bytes, decoded->encoding,
                    format->name, language, refusal->config);
    if (status != SAMSYN_OK)
        return status;
    status = build(out, &reading, format, decoded->encoding, refusal);
    builder_free(reading.builder);
    return status;
}

samsyn_status
document_read(struct samsyn_document **out, struct str bytes, const char *name,
              samsyn_format format, const struct samsyn_language *language,
              const struct samsyn_config *config,
              struct samsyn_diagnostics *diags)
{
    struct refusal refusal = { name, config_of(config), diags };
    struct decoded decoded;
    samsyn_status status = check_bytes(&refusal, bytes);

    if (status == SAMSYN_OK)
        status =
            decode_file(&decoded, bytes, name, &refusal.config->mem, diags);
    if (status != SAMSYN_OK)
        return status;
    status = read_decoded(out, bytes, &decoded, format, language, &refusal);
    decoded_done(&decoded);
    return status;
}
