/* SPDX-License-Identifier: MIT */

/* Office files around a little XML. */

#include "tests/support/opened.h"

#define MOST_PARTS 16
#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
#define OOXML "http://schemas.openxmlformats.org/"
#define TRANSITIONAL                                                           \
    " xmlns:w=\"" OOXML "wordprocessingml/2006/main\""                         \
    " xmlns:m=\"" OOXML "officeDocument/2006/math\""
#define STRICT                                                                 \
    " xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\""            \
    " xmlns:m=\"http://purl.oclc.org/ooxml/officeDocument/math\""
#define OTHERS                                                                 \
    " xmlns:mc=\"" OOXML "markup-compatibility/2006\""                         \
    " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/"              \
    "wordprocessingShape\" xmlns:v=\"urn:schemas-microsoft-com:vml\""
#define RELATION                                                               \
    "http://schemas.openxmlformats.org/officeDocument/2006/"                   \
    "relationships"

/* Parts that are being gathered; their texts are one after the other. */
struct parts {
    struct packed_part parts[MOST_PARTS];
    struct buf texts[MOST_PARTS];
    size_t count;
};

static struct buf *
add_part(struct parts *parts, const char *name)
{
    struct buf *text = &parts->texts[parts->count];

    buf_init(text, &mem_default, BUF_ANY);
    parts->parts[parts->count++].name = name;
    return text;
}

static void
pack(struct buf *out, struct parts *parts)
{
    for (size_t i = 0; i < parts->count; i++)
        parts->parts[i].bytes = buf_view(&parts->texts[i]);
    packed_zip(out, parts->parts, parts->count);
    for (size_t i = 0; i < parts->count; i++)
        buf_done(&parts->texts[i]);
}

/* ---- DOCX ---- */

static void
add_word_part(struct parts *parts, const struct opened_docx *file,
              const char *name, const char *root, const char *inner)
{
    struct buf *text;

    if (!inner)
        return;
    text = add_part(parts, name);
    buf_text(text, DECLARATION "<w:");
    buf_text(text, root);
    buf_text(text, file->strict ? STRICT : TRANSITIONAL);
    buf_text(text, OTHERS ">");
    buf_text(text, inner);
    buf_text(text, "</w:");
    buf_text(text, root);
    buf_text(text, ">");
}

static void
add_relation(struct buf *text, const char *present, const char *type,
             const char *target)
{
    if (!present)
        return;
    buf_text(text, "<Relationship Id=\"x\" Type=\"" RELATION "/");
    buf_text(text, type);
    buf_text(text, "\" Target=\"");
    buf_text(text, target);
    buf_text(text, "\"/>");
}

#define RELATIONS                                                              \
    DECLARATION "<Relationships xmlns=\"" OOXML "package/2006/"                \
                "relationships\">"

static void
add_relations(struct parts *parts, const struct opened_docx *file)
{
    struct buf *text = add_part(parts, "_rels/.rels");

    buf_text(text, RELATIONS);
    add_relation(text, "", "officeDocument", "word/document.xml");
    add_relation(text, file->properties, "metadata/core-properties",
                 "/docProps/core.xml");
    buf_text(text, "</Relationships>");
    text = add_part(parts, "word/_rels/document.xml.rels");
    buf_text(text, RELATIONS);
    add_relation(text, file->styles, "styles", "styles.xml");
    add_relation(text, file->lists, "numbering", "./../word/numbering.xml");
    add_relation(text, file->footnotes, "footnotes", "/word/footnotes.xml");
    add_relation(text, file->endnotes, "endnotes", "endnotes.xml");
    add_relation(text, file->header, "header", "header1.xml");
    add_relation(text, file->footer, "footer", "footer1.xml");
    add_relation(text, "", "hyperlink",
                 "http://example.org/\" TargetMode=\"External");
    buf_text(text, "</Relationships>");
}

void
opened_docx(struct buf *out, const struct opened_docx *file)
{
    struct parts parts = { .count = 0 };
    struct buf *text;

    text = add_part(&parts, "[Content_Types].xml");
    buf_text(text, DECLARATION "<Types xmlns=\"" OOXML
                               "package/2006/content-types\"><Default "
                               "Extension=\"xml\" ContentType="
                               "\"application/xml\"/></Types>");
    add_relations(&parts, file);
    text = add_part(&parts, "word/document.xml");
    buf_text(text, DECLARATION "<w:document");
    buf_text(text, file->strict ? STRICT : TRANSITIONAL);
    buf_text(text, OTHERS "><w:body>");
    buf_text(text, file->body);
    buf_text(text, "</w:body></w:document>");
    add_word_part(&parts, file, "word/styles.xml", "styles", file->styles);
    add_word_part(&parts, file, "word/numbering.xml", "numbering", file->lists);
    add_word_part(&parts, file, "word/footnotes.xml", "footnotes",
                  file->footnotes);
    add_word_part(&parts, file, "word/endnotes.xml", "endnotes",
                  file->endnotes);
    add_word_part(&parts, file, "word/header1.xml", "hdr", file->header);
    add_word_part(&parts, file, "word/footer1.xml", "ftr", file->footer);
    if (file->properties) {
        text = add_part(&parts, "docProps/core.xml");
        buf_text(text,
                 DECLARATION "<cp:coreProperties xmlns:cp=\"" OOXML
                             "package/2006/metadata/core-properties\""
                             " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                             " xmlns:dcterms=\"http://purl.org/dc/terms/\">");
        buf_text(text, file->properties);
        buf_text(text, "</cp:coreProperties>");
    }
    pack(out, &parts);
}

/* ---- ODT ---- */

#define OASIS "urn:oasis:names:tc:opendocument:xmlns:"
#define SPACES                                                                 \
    " xmlns:office=\"" OASIS "office:1.0\" xmlns:style=\"" OASIS "style:1.0\"" \
    " xmlns:text=\"" OASIS "text:1.0\" xmlns:table=\"" OASIS "table:1.0\""     \
    " xmlns:draw=\"" OASIS "drawing:1.0\" xmlns:fo=\"" OASIS                   \
    "xsl-fo-compatible:1.0\" xmlns:svg=\"" OASIS "svg-compatible:1.0\""        \
    " xmlns:meta=\"" OASIS "meta:1.0\""                                        \
    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""

static void
add_in(struct buf *text, const char *before, const char *inner,
       const char *after)
{
    if (!inner)
        return;
    buf_text(text, before);
    buf_text(text, inner);
    buf_text(text, after);
}

static void
add_meta(struct buf *text, const struct opened_odt *file)
{
    add_in(text, "<office:meta>", file->meta, "</office:meta>");
}

static void
add_styles(struct buf *text, const struct opened_odt *file)
{
    add_in(text, "<office:styles>", file->styles, "</office:styles>");
}

static void
add_margins(struct buf *text, const struct opened_odt *file)
{
    add_in(text, "<office:master-styles><style:master-page>", file->margins,
           "</style:master-page></office:master-styles>");
}

static void
add_text(struct buf *text, const struct opened_odt *file)
{
    add_in(text, "<office:automatic-styles>", file->automatic,
           "</office:automatic-styles>");
}

static void
add_body(struct buf *text, const struct opened_odt *file)
{
    add_in(text, "<office:body><office:text>", file->text,
           "</office:text></office:body>");
}

void
opened_fodt(struct buf *out, const struct opened_odt *file)
{
    buf_text(out, DECLARATION "<office:document" SPACES ">");
    add_meta(out, file);
    add_styles(out, file);
    add_text(out, file);
    add_margins(out, file);
    add_body(out, file);
    buf_text(out, "</office:document>");
}

static void
add_odt_part(struct parts *parts, const char *name, const char *root,
             const struct opened_odt *file,
             void (*first)(struct buf *text, const struct opened_odt *file),
             void (*then)(struct buf *text, const struct opened_odt *file))
{
    struct buf *text = add_part(parts, name);

    buf_text(text, DECLARATION "<office:");
    buf_text(text, root);
    buf_text(text, SPACES ">");
    first(text, file);
    if (then)
        then(text, file);
    buf_text(text, "</office:");
    buf_text(text, root);
    buf_text(text, ">");
}

void
opened_odt(struct buf *out, const struct opened_odt *file)
{
    struct parts parts = { .count = 0 };

    buf_text(add_part(&parts, "mimetype"),
             "application/vnd.oasis.opendocument.text");
    add_odt_part(&parts, "content.xml", "document-content", file, add_text,
                 add_body);
    add_odt_part(&parts, "styles.xml", "document-styles", file, add_styles,
                 add_margins);
    add_odt_part(&parts, "meta.xml", "document-meta", file, add_meta, NULL);
    pack(out, &parts);
}
