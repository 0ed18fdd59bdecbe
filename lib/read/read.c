/* SPDX-License-Identifier: MIT */

/* From a file to a document: what it is, whether that can be read here, and
 * the reader that opens its blocks.  A format is a row of `readers`: to add
 * one is to add a row and a file. */

#include "read/reader.h"

#include "base/buf.h"
#include "base/str.h"

/* A format and its reader, or what to say of it instead.  Readers that were
 * left out of the build have none. */
struct reader {
    samsyn_status (*read)(const struct reading *reading);
    int (*can)(void); /* NULL: always */
    const char *name;
    const char *answer; /* the code that is said where it cannot be read */
    samsyn_status status;
};

#ifdef READ_OFFICE
#define OFFICE(function) (function)
#else
#define OFFICE(function) NULL
#endif
#ifdef READ_HTML
#define HTML(function) (function)
#else
#define HTML(function) NULL
#endif
#ifdef READ_PDF
#define PDF(function) (function)
#else
#define PDF(function) NULL
#endif

#define ABSENT "document-reader-absent", SAMSYN_E_NO_READER

static const struct reader readers[] = {
    [SAMSYN_READ_DOCX] = { OFFICE(docx_read), NULL, "docx", ABSENT },
    [SAMSYN_READ_ODT] = { OFFICE(odt_read), NULL, "odt", ABSENT },
    [SAMSYN_READ_PDF] = { PDF(pdf_read), PDF(pdf_can), "pdf",
                          "document-pdf-absent", SAMSYN_E_NO_READER },
    [SAMSYN_READ_HTML] = { HTML(html_read), NULL, "html", ABSENT },
    [SAMSYN_READ_DOC] = { NULL, NULL, "doc", "document-word-97",
                          SAMSYN_E_NO_READER },
    [SAMSYN_READ_ENCRYPTED] = { NULL, NULL, "encrypted", "document-encrypted",
                                SAMSYN_E_ENCRYPTED },
    [SAMSYN_READ_RTF] = { NULL, NULL, "rtf", "document-rtf",
                          SAMSYN_E_NO_READER },
    [SAMSYN_READ_SHEET] = { NULL, NULL, "spreadsheet", "document-sheet",
                            SAMSYN_E_NO_READER },
    [SAMSYN_READ_SLIDES] = { NULL, NULL, "presentation", "document-slides",
                             SAMSYN_E_NO_READER },
    [SAMSYN_READ_IMAGE] = { NULL, NULL, "image", "document-image",
                            SAMSYN_E_NO_READER },
    [SAMSYN_READ_WEB_ARCHIVE] = { NULL, NULL, "mhtml", "document-web-archive",
                                  SAMSYN_E_NO_READER },
    [SAMSYN_READ_ARCHIVE] = { NULL, NULL, "zip", "document-archive",
                              SAMSYN_E_NO_READER },
};

static const struct samsyn_read_options defaults = {
    { mem_default_resize, mem_default_release, NULL },
    SAMSYN_TRACKED_ACCEPT,
    SAMSYN_LANG_SV
};

/* ---- Options ---- */

samsyn_status
samsyn_read_options_new(samsyn_read_options **out,
                        const samsyn_allocator *allocator)
{
    const samsyn_allocator *mem = allocator ? allocator : &defaults.mem;
    struct samsyn_read_options *options;

    if (!out)
        return SAMSYN_E_ARGUMENT;
    options = mem_alloc(mem, sizeof *options);
    if (!options)
        return SAMSYN_E_NOMEM;
    *options = defaults;
    options->mem = *mem;
    *out = options;
    return SAMSYN_OK;
}

void
samsyn_read_options_free(samsyn_read_options *options)
{
    if (!options)
        return;
    samsyn_allocator mem = options->mem;
    mem_free(&mem, options);
}

samsyn_status
samsyn_read_options_set_tracked(samsyn_read_options *options,
                                samsyn_tracked tracked)
{
    if (!options || ((int)tracked != SAMSYN_TRACKED_ACCEPT &&
                     (int)tracked != SAMSYN_TRACKED_REJECT))
        return SAMSYN_E_ARGUMENT;
    options->tracked = tracked;
    return SAMSYN_OK;
}

samsyn_status
samsyn_read_options_set_lang(samsyn_read_options *options, samsyn_lang lang)
{
    if (!options || (lang != SAMSYN_LANG_SV && lang != SAMSYN_LANG_EN))
        return SAMSYN_E_ARGUMENT;
    options->lang = lang;
    return SAMSYN_OK;
}

/* ---- Formats ---- */

/* NULL for text and for what is no format. */
static const struct reader *
reader_of(samsyn_read_format format)
{
    size_t index = (size_t)format;

    return index < ARRAY_LEN(readers) && readers[index].name ? &readers[index]
                                                             : NULL;
}

static int
can_read(const struct reader *reader)
{
    return reader->read && (!reader->can || reader->can());
}

const char *
samsyn_read_format_name(samsyn_read_format format)
{
    const struct reader *reader = reader_of(format);

    if (reader)
        return reader->name;
    return format == SAMSYN_READ_TEXT ? "text" : "";
}

int
samsyn_read_can(samsyn_read_format format)
{
    const struct reader *reader = reader_of(format);

    return reader ? can_read(reader) : format == SAMSYN_READ_TEXT;
}

/* ---- For the readers ---- */

samsyn_status
reading_note(const struct reading *reading, const char *code,
             const char *argument)
{
    return samsyn_builder_say(reading->builder, code, argument);
}

samsyn_status
reading_refuse(const struct reading *reading, const char *code,
               const char *argument, samsyn_status status)
{
    samsyn_status said = samsyn_builder_say(reading->builder, code, argument);

    return said == SAMSYN_OK ? status : said;
}

/* ---- The document ---- */

static samsyn_status
read_blocks(const struct reading *reading, const struct reader *reader)
{
    samsyn_builder *builder = reading->builder;
    samsyn_status status;

    if (reading->length > READ_MOST_BYTES)
        return reading_refuse(reading, "document-too-large", "134217728",
                              SAMSYN_E_LIMIT);
    if (!can_read(reader))
        return reading_refuse(reading, reader->answer, reader->name,
                              reader->status);
    status = samsyn_builder_set(builder, SAMSYN_PROPERTY_FORMAT, reader->name,
                                str_of(reader->name).len);
    if (status == SAMSYN_OK)
        status = samsyn_builder_file(builder, reading->bytes, reading->length);
    return status == SAMSYN_OK ? reader->read(reading) : status;
}

static samsyn_status
finish(samsyn_document **out, const struct reading *reading)
{
    samsyn_status status = samsyn_builder_finish(out, reading->builder);

    if (status == SAMSYN_E_EMPTY)
        return reading_refuse(reading, "document-empty", NULL, status);
    return status;
}

static samsyn_status
read_with(samsyn_document **out, struct reading *reading,
          const struct reader *reader, const char *name,
          const samsyn_language *language, const samsyn_config *config,
          samsyn_diagnostics **diagnostics)
{
    samsyn_status status =
        samsyn_builder_new(&reading->builder, name, NULL, 0, language, config);

    if (status != SAMSYN_OK)
        return status;
    status = read_blocks(reading, reader);
    if (status == SAMSYN_OK)
        status = finish(out, reading);
    samsyn_builder_diagnostics(reading->builder, diagnostics);
    samsyn_builder_free(reading->builder);
    return status;
}

samsyn_status
samsyn_read_document(samsyn_document **out, const char *bytes, size_t length,
                     const char *name, const samsyn_language *language,
                     const samsyn_config *config,
                     const samsyn_read_options *options,
                     samsyn_diagnostics **diagnostics)
{
    const struct samsyn_read_options *chosen = options ? options : &defaults;
    struct reading reading = {
        NULL, bytes, length, &chosen->mem, chosen, NULL
    };
    const struct reader *reader =
        bytes ? reader_of(samsyn_read_format_of(bytes, length)) : NULL;

    if (diagnostics)
        *diagnostics = NULL;
    if (!reader)
        return samsyn_document_read(out, bytes, length, name,
                                    SAMSYN_FORMAT_AUTO, language, config,
                                    diagnostics);
    if (!out || !language)
        return SAMSYN_E_ARGUMENT;
    return read_with(out, &reading, reader, name, language, config,
                     diagnostics);
}

/* ---- A copy with remarks ---- */

static samsyn_status (*const remark)(struct buf *out, struct reading *reading,
                                     const samsyn_assessment *assessment) =
    OFFICE(docx_remark);

static samsyn_status
copy_with(struct buf *out, struct reading *reading,
          const samsyn_assessment *assessment, const samsyn_language *language,
          samsyn_diagnostics **diagnostics)
{
    const char *name =
        samsyn_assessment_text(assessment, SAMSYN_ASSESSMENT_DOCUMENT_NAME);
    samsyn_status status =
        samsyn_builder_new(&reading->builder, name, NULL, 0, language, NULL);

    if (status != SAMSYN_OK)
        return status;
    status = remark(out, reading, assessment);
    samsyn_builder_diagnostics(reading->builder, diagnostics);
    samsyn_builder_free(reading->builder);
    return status;
}

samsyn_status
samsyn_read_remarked(const char *bytes, size_t length,
                     const samsyn_assessment *assessment,
                     const samsyn_language *language,
                     const samsyn_read_options *options, samsyn_write_fn write,
                     void *user, samsyn_diagnostics **diagnostics)
{
    const struct samsyn_read_options *chosen = options ? options : &defaults;
    struct reading reading = {
        NULL, bytes, length, &chosen->mem, chosen, NULL
    };
    samsyn_status status;
    struct buf out;

    if (diagnostics)
        *diagnostics = NULL;
    if (!bytes || !assessment || !language || !write)
        return SAMSYN_E_ARGUMENT;
    if (!remark || samsyn_read_format_of(bytes, length) != SAMSYN_READ_DOCX)
        return SAMSYN_E_NO_READER;
    buf_init(&out, &chosen->mem, BUF_ANY);
    status = copy_with(&out, &reading, assessment, language, diagnostics);
    if (status == SAMSYN_OK && write(user, out.data, out.len) != 0)
        status = SAMSYN_E_STOPPED;
    buf_done(&out);
    return status;
}
