# SPDX-License-Identifier: MIT
"""Word and OpenDocument files written by hand, part by part: for what no word
processor writes, or each its own way."""

import io
import struct
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"

WORD_SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/'
    'wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
    'wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"')
ODT_SPACES = " ".join(
    f'xmlns:{name}="{OFFICE}{space or name}:1.0"'
    for name, space in (("office", ""), ("text", ""), ("table", ""),
                        ("style", ""), ("draw", "drawing"), ("meta", ""),
                        ("fo", "xsl-fo-compatible"),
                        ("svg", "svg-compatible")))
ODT_SPACES += ' xmlns:dc="http://purl.org/dc/elements/1.1/"'

RELATIONS = {
    "styles": "styles.xml", "footnotes": "footnotes.xml",
    "header": "header1.xml", "numbering": "numbering.xml",
}


def packed(parts, stored=(), level=None):
    """A zip file of named parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED,
                         compresslevel=level) as package:
        for name, text in parts.items():
            kind = zipfile.ZIP_STORED if name in stored else None
            package.writestr(name, text, compress_type=kind)
    return out.getvalue()


def lying(whole, name, size):
    """The same zip file, whose headers claim another size for a part."""
    whole = bytearray(whole)
    for mark, field, length in ((b"PK\3\4", 22, 30), (b"PK\1\2", 24, 46)):
        at = whole.find(mark)
        while at >= 0:
            if whole[at + length:at + length + len(name)] == name.encode():
                struct.pack_into("<I", whole, at + field, size)
            at = whole.find(mark, at + 4)
    return bytes(whole)


def word_relations(parts):
    rows = "".join(
        f'<Relationship Id="r{number}" Type="{R}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(RELATIONS.items())
        if "word/" + target in parts)
    return (f'{XML}<Relationships xmlns="{PACKAGE}relationships">{rows}'
            "</Relationships>")


def word_part(element, inside):
    return f"{XML}<w:{element} {WORD_SPACES}>{inside}</w:{element}>"


def docx_parts(body, styles="", footnotes="", header="", before=""):
    """What stands in a .docx; @before the document's root for a DOCTYPE."""
    document = word_part("document", f"<w:body>{body}</w:body>")
    parts = {
        "[Content_Types].xml":
            f'{XML}<Types xmlns="{PACKAGE}content-types"><Default '
            'Extension="rels" ContentType="application/vnd.openxmlformats-'
            'package.relationships+xml"/><Default Extension="xml" ContentType='
            '"application/xml"/><Override PartName="/word/document.xml" '
            'ContentType="application/vnd.openxmlformats-officedocument.'
            'wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels":
            f'{XML}<Relationships xmlns="{PACKAGE}relationships"><Relationship'
            f' Id="r1" Type="{R}/officeDocument" Target="word/document.xml"/>'
            "</Relationships>",
        "word/document.xml": document.replace(XML, XML + before),
    }
    for name, element, inside in (("styles", "styles", styles),
                                  ("footnotes", "footnotes", footnotes),
                                  ("header1", "hdr", header)):
        if inside:
            parts[f"word/{name}.xml"] = word_part(element, inside)
    parts["word/_rels/document.xml.rels"] = word_relations(parts)
    return parts


def docx(body, **rest):
    return packed(docx_parts(body, **rest))


def paragraph(inside, style=""):
    """A paragraph of runs, or of one where @inside is plain text."""
    if not inside.startswith("<"):
        inside = run(inside)
    chosen = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{chosen}{inside}</w:p>"


def run(text, properties=""):
    wanted = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{wanted}<w:t xml:space="preserve">{text}</w:t></w:r>'


def row(cells, properties=""):
    wanted = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    return f"<w:tr>{wanted}{''.join(cells)}</w:tr>"


def cell(inside, properties=""):
    wanted = f"<w:tcPr>{properties}</w:tcPr>" if properties else ""
    return f"<w:tc>{wanted}{paragraph(inside)}</w:tc>"


def odt_parts(body, before=""):
    content = (
        f"{XML}{before}<office:document-content {ODT_SPACES} "
        f'office:version="1.2"><office:body><office:text>{body}</office:text>'
        "</office:body></office:document-content>")
    return {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "META-INF/manifest.xml":
            f'{XML}<manifest:manifest xmlns:manifest="{OFFICE}manifest:1.0">'
            '<manifest:file-entry manifest:full-path="/" manifest:media-type='
            '"application/vnd.oasis.opendocument.text"/><manifest:file-entry '
            'manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
            "</manifest:manifest>",
        "content.xml": content,
    }


def odt(body, **rest):
    return packed(odt_parts(body, **rest), stored=("mimetype",))


def fodt(body, styles="", margins="", meta="", before=""):
    """OpenDocument in one flat file."""
    return (
        f'{XML}{before}<office:document {ODT_SPACES} office:version="1.2" '
        'office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:meta>{meta}</office:meta><office:styles>{styles}"
        '</office:styles><office:automatic-styles><style:page-layout '
        'style:name="p"><style:page-layout-properties fo:page-width="21cm" '
        'fo:page-height="29cm" fo:margin="2cm"/><style:header-style/>'
        "<style:footer-style/></style:page-layout></office:automatic-styles>"
        '<office:master-styles><style:master-page style:name="Standard" '
        f'style:page-layout-name="p">{margins}</style:master-page>'
        f"</office:master-styles><office:body><office:text>{body}"
        "</office:text></office:body></office:document>").encode()


def pdf(objects):
    """Numbered objects, the first of which is the catalogue."""
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, text in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + text + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    for place in places:
        out += f"{place:010d} 00000 n \n".encode()
    out += (f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\n"
            f"startxref\n{start}\n%%EOF\n").encode()
    return bytes(out)


def stream(content):
    return b"<< /Length %d >>\nstream\n" % len(content) + content + \
        b"\nendstream"


def written(texts):
    """A page with text set at places: (x, y, text), y from the bottom."""
    content = b"BT /F1 11 Tf "
    for x, y, text in texts:
        line = text.encode("cp1252")
        for sign in (b"\\", b"(", b")"):
            line = line.replace(sign, b"\\" + sign)
        content += b"1 0 0 1 %d %d Tm (%b) Tj " % (x, y, line)
    return pdf([b"<< /Type /Catalog /Pages 2 0 R >>",
                b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
                b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica "
                b"/Encoding /WinAnsiEncoding >>",
                b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
                b"/Resources << /Font << /F1 3 0 R >> >> /Contents 5 0 R >>",
                stream(content + b"ET")])
