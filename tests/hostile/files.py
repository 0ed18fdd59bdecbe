# SPDX-License-Identifier: MIT
"""Files that are made to do harm, and what becomes of each.

A row of FILES: its name, whose first word is its format, what makes its bytes,
the code that it is refused with, or None where it is read.  Those of SLOW are
large, or take long to be made.  What once crashed a reader is a row of CRASHES
and a seed of tests/fuzz, too."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "formats"))
from package import (cell, docx, docx_parts, fodt, lying,  # noqa: E402
                     odt, packed, paragraph, pdf, row, run, stream)

TEXT = "word/document.xml"
ENTITIES = "<!DOCTYPE x [" + '<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {b} "{f"&{a};" * 10}">'
    for a, b in zip("abcdefghi", "bcdefghij")) + "]>"
OUTSIDE = '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/hostname">]>'


def stored(body):
    """Not deflated, as what would else be refused for growing too much."""
    return packed(docx_parts(body), stored=(TEXT,))


def words(text):
    """A paragraph as short as it can be."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


# ---- What the package does ----

def parts_with(name, text=""):
    return packed({**docx_parts(words("x")), name: text})


def many_entries():
    """The last ones tell what the file is."""
    return packed({**{f"x{i}": "" for i in range(10_000)},
                   **docx_parts(words("x"))})


def cut_off():
    whole = docx(words("Vi lovar.") * 1000)
    return whole[:len(whole) // 2]


def all_parts():
    """Each part is small enough, all of them are not; it is packed, but not
    so well that it would be refused for that."""
    big = "".join(f'<w:p w:a="{i * 2654435761 % 2 ** 32:0600}"/>'
                  for i in range(75_000))
    return packed(docx_parts(words("x"), footnotes=big, header=big,
                             styles=big), level=1)


PACKAGES = [
    ("docx a bomb",
     lambda: packed(docx_parts(f'<w:p w:a="{" " * 990}"/>' * 50_000), level=9),
     "document-zip-bomb"),
    ("docx a size that is a lie",
     lambda: lying(docx(" " * 30_000_000), TEXT, 1000),
     "document-zip-damaged"),
    ("docx more than 64 MB",
     lambda: stored(f'<w:p w:a="{"x" * 100}" w:b="{"y" * 900}"/>' * 70_000),
     "document-zip-large"),
    ("docx many entries", many_entries, "document-zip-entries"),
    ("docx a name that climbs", lambda: parts_with("../evil"),
     "document-zip-path"),
    ("docx a name twice", lambda: parts_with("Word/Document.xml", "<x/>"),
     "document-zip-twice"),
    ("docx cut off", cut_off, "document-zip-damaged"),
    ("docx noise",
     lambda: packed({**docx_parts(""), TEXT: b"\x93\x11" * 500}),
     "document-xml-damaged"),
]


# ---- What the XML does ----

def nested(count):
    return "<w:tbl><w:tr><w:tc>" * count + words("x") + \
        "</w:tc></w:tr></w:tbl>" * count


def styles(count, last):
    """Styles that are based on each other, one after the other."""
    made = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{i}"><w:basedOn '
        f'w:val="s{i + 1 if i + 1 < count else last}"/></w:style>'
        for i in range(count))
    return lambda: packed(
        docx_parts(paragraph("Vi ska mäta.", "s0") * 1000, styles=made),
        stored=("word/styles.xml",))


def odt_table(inside):
    return f"<table:table>{inside}</table:table>"


ODT_CELL = "<table:table-cell {}><text:p>Vi lovar.</text:p></table:table-cell>"
MANY = 'table:number-{}-repeated="1000000"'

XMLS = [
    ("docx a document type", lambda: docx(words("&j;"), before=ENTITIES),
     "document-xml-doctype"),
    ("docx a text from outside", lambda: docx(words("&x;"), before=OUTSIDE),
     "document-xml-doctype"),
    ("odt a document type",
     lambda: odt("<text:p>&j;</text:p>", before=ENTITIES),
     "document-xml-doctype"),
    ("fodt a document type", lambda: fodt("<text:p>&j;</text:p>", before=ENTITIES),
     "document-xml-doctype"),
    ("docx tables in each other", lambda: docx(nested(5000)),
     "document-xml-deep"),
    ("docx deep", lambda: docx("<w:a>" * 1_000_000), "document-xml-deep"),
    ("fodt tables in each other",
     lambda: fodt("<table:table><table:table-row><table:table-cell>" * 5000),
     "document-xml-deep"),
    ("odt lists in each other",
     lambda: odt("<text:list><text:list-item>" * 100_000 + "<text:p>a</text:p>"
                 + "</text:list-item></text:list>" * 100_000),
     "document-xml-deep"),
    ("odt a hundred lists in each other",
     lambda: odt("<text:list><text:list-item>" * 100 + "<text:p>a</text:p>"
                 + "</text:list-item></text:list>" * 100), None),
    ("docx attributes",
     lambda: docx("<w:p " + " ".join(f'a{i}="x"' for i in range(60_000))
                  + "/>"), "document-xml-attributes"),
    ("docx one long text", lambda: docx(words("lång text " * 1_100_000)),
     "document-xml-text"),
    ("docx much text", lambda: stored(words("x " * 300) * 60_000),
     "document-text-large"),
    ("docx a long tag", lambda: docx(f'<w:p w:a="{"x" * 11_000_000}"/>'),
     "document-xml-tag"),
    ("docx a long comment", lambda: docx(f"<!--{'x' * 11_000_000}-->"),
     "document-xml-tag"),
    ("docx many elements", lambda: stored("<w:p/>" * 5_000_000),
     "document-xml-elements"),
    ("docx cells that are kept",
     lambda: stored(f"<w:tbl><w:tr>{'<w:tc/>' * 2_900_000}</w:tr></w:tbl>"),
     "document-xml-elements"),
    ("docx many styles", styles(20_001, 20_001), "document-styles"),
    ("docx a chain of styles", styles(5_000, 5_000), None),
    ("docx styles in a circle", styles(9_000, 0), None),
    ("odt a million cells",
     lambda: odt(odt_table("<table:table-row>" + ODT_CELL.format(
         MANY.format("columns")) + "</table:table-row>")),
     "document-repeats"),
    ("odt a million rows",
     lambda: odt(odt_table(f'<table:table-row {MANY.format("rows")}>'
                           + ODT_CELL.format("") + "</table:table-row>")),
     "document-repeats"),
    ("fodt covered cells, little by little",
     lambda: fodt(odt_table(
         "<table:table-row>" + "<table:covered-table-cell "
         'table:number-columns-repeated="1000"/>' * 8000
         + "</table:table-row>")), "document-repeats"),
    ("odt two billion blanks",
     lambda: odt('<text:p>a<text:s text:c="2000000000"/>b</text:p>'), None),
]


# ---- What is large and whole, or odd and harmless ----

GRID = "<w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>"
BEGINS = '<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr></w:tc>'
GOES_ON = "<w:tc><w:tcPr><w:vMerge/></w:tcPr></w:tc>"


def word_table(*rows):
    return f"<w:tbl>{GRID}{''.join(rows)}</w:tbl>"


def spans():
    wide = '<w:gridSpan w:val="1000000000"/><w:vMerge w:val="restart"/>'
    return docx(word_table(row([cell("a", wide)] * 3) * 1000))


WHOLE = [
    ("docx paragraphs",
     lambda: docx("".join(words(f"Vi ska mäta {i} gånger om året.")
                          for i in range(200_000))), None),
    ("docx long paragraphs", lambda: stored(words("x " * 300) * 26_000), None),
    ("docx marks", lambda: stored(words("a,.!" * 150) * 26_000), None),
    ("docx short paragraphs", lambda: stored(words("x") * 990_000), None),
    ("docx runs",
     lambda: stored(paragraph(run("Vi ") + run("lovar.")) * 150_000), None),
    ("docx rows", lambda: stored(word_table(
        f"<w:tr>{f'<w:tc>{words(chr(120))}</w:tc>' * 2}</w:tr>" * 330_000)),
     None),
    ("docx cells", lambda: stored(words("x") + word_table(
        f"<w:tr>{'<w:tc><w:p/></w:tc>' * 100_000}</w:tr>")), None),
    ("docx titles without end", lambda: stored(words("x") + word_table(
        "<w:tr><w:trPr><w:tblHeader/></w:trPr>", "<w:tc/>" * 60_000, "</w:tr>",
        "<w:tr><w:tc/></w:tr>" * 60_000)), None),
    ("docx cells that go on", lambda: stored(words("x") + word_table(
        f"<w:tr>{BEGINS}{GOES_ON}</w:tr>" * 60_000)), None),
    ("docx cells that span", spans, None),
]


# ---- What once crashed a reader ----

def in_a_note():
    note = f'<w:footnote w:id="2"><w:tc>{words("b")}</w:tc></w:footnote>'
    return docx(
        '<w:p><w:r><w:t>a</w:t><w:footnoteReference w:id="2"/></w:r></w:p>',
        footnotes=f"<w:tbl><w:tr><w:tc>{words('a')}</w:tc>{note}</w:tr>"
        "</w:tbl>")


BOX = f"<w:txbxContent>{words('b')}</w:txbxContent>"
DELETED = ('<text:changed-region text:id="a"><text:deletion><table:table-row/>'
           "</text:deletion></text:changed-region>")

CRASHES = [
    ("docx a box in a cell",
     lambda: docx(f"<w:tbl><w:tr><w:tc>{BOX}</w:tc></w:tr></w:tbl>"), None),
    ("docx a box in a table",
     lambda: docx(f"{words('a')}<w:tbl><w:txbxContent><w:tr><w:tc>"
                  f"{words('b')}</w:tc></w:tr></w:txbxContent></w:tbl>"),
     None),
    ("docx a note in a row", in_a_note, None),
    ("fodt a deletion in a table",
     lambda: fodt("<text:p>a</text:p>" + odt_table(DELETED)), None),
    ("fodt a text in a text",
     lambda: fodt('<text:p text:style-name="A">a<office:text/>' + "".join(
         f'<style:style style:name="B{i}" style:family="paragraph"/>'
         for i in range(3000)) + "b</text:p>", styles='<style:style '
         'style:name="A" style:family="paragraph"/>'), None),
]


# ---- Pages ----

HTML = "<!doctype html><html><body>"


def page(first, piece, count, last=""):
    return lambda: (HTML + first + piece * count + last).encode()


def attributes(value, before=HTML):
    return lambda: (before + "<p " + " ".join(
        f"a{i}={value}" for i in range(60_000)) + ">x").encode()


def tags_of_attributes():
    tag = "<p " + " ".join(f"a{i}" for i in range(900)) + ">x"
    return (HTML + tag * 2000).encode()


def binary():
    return HTML.encode() + bytes(i * 7919 % 251 for i in range(300_000)) * 10


LIMIT = "document-page-limit"

PAGES = [
    ("html attributes", attributes("1"), LIMIT),
    ("html attributes with a bracket", attributes("'>'"), LIMIT),
    ("html attributes behind a comment",
     attributes("1", "<html><!-- <a b=' -->" + HTML), LIMIT),
    ("html deep", page("", "<div>", 200_000), LIMIT),
    ("html deep tables", page("", "<table><tr><td>", 5_000), LIMIT),
    ("html line breaks in a cell that reaches down",
     page("<table><tr><td rowspan=1000>" + "<br>" * 190_000, "<tr><td>x",
          1_000, "</table>"), None),
    ("html cells that span",
     page("<table>", "<tr><td rowspan=1000 colspan=1000>Vi lovar.", 5_000,
          "</table>"), None),
    ("html binary", binary, "document-not-text"),
]
SLOW_PAGES = [
    ("html tags of attributes", tags_of_attributes, LIMIT),
    ("html deep lists", page("", "<ul><li>", 100_000), LIMIT),
    ("html text", page("<p>", "ord ", 2_500_000), None),
    ("html too many paragraphs", page("", "<p>x", 2_000_000), LIMIT),
    ("html paragraphs", page("", "<p>Vi lovar.", 190_000), None),
    ("html ends", page("<div>" * 400, "</x>", 2_000_000), LIMIT),
    ("html ampersands", page("", "&", 10_000_000), LIMIT),
    ("html less than", page("", "<", 10_000_000), "document-empty"),
    ("html comments", page("", "<!--", 2_500_000), "document-empty"),
    ("html instructions", page("", "<?", 5_000_000), LIMIT),
    ("html scripts", page("<script>", "</scrip", 1_400_000), LIMIT),
    ("html quotes", page("", '<a href="', 1_000_000), LIMIT),
    ("html a large picture",
     page('<p>Vi lovar.<img src="data:', "A", 9_000_000, '"><p>mer'), None),
    ("html a long line of lists",
     page("", "<ul><li>Vi lovar.</ul>", 90_000), None),
]


# ---- PDF ----

def catalogue(*rest):
    return pdf([b"<< /Type /Catalog /Pages 2 0 R >>", *rest])


def pages_in_a_ring():
    return catalogue(b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 1000000 >>")


def many_pages():
    kids = b" ".join(b"%d 0 R" % (i + 4) for i in range(6000))
    return catalogue(
        b"<< /Type /Pages /Kids [" + kids + b"] /Count 6000 >>",
        stream(b"0 0 m 1 1 l S"),
        *[b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
          b"/Contents 3 0 R /Resources << >> >>"] * 6000)


def forms():
    """Each draws the next ten times, ten deep."""
    page_of = (b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
               b"/Contents 4 0 R /Resources << /XObject << /A 5 0 R >> >> >>")
    made = [b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page_of,
            stream(b"/A Do")]
    for number in range(5, 15):
        inner = (b"<< /XObject << /A %d 0 R >> >>" % (number + 1)
                 if number < 14 else b"<< >>")
        body = b"/A Do " * 10 if number < 14 else b"0 0 m 1 1 l S"
        made.append(b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] "
                    b"/Resources " + inner + b" /Length %d >>\nstream\n"
                    % len(body) + body + b"\nendstream")
    return catalogue(*made)


PDFS = [
    ("pdf pages in a ring", pages_in_a_ring, "document-pdf-damaged"),
    ("pdf nothing but a line", lambda: b"%PDF-1.7\n", "document-pdf-damaged"),
]
SLOW_PDFS = [
    ("pdf many pages", many_pages, "document-pdf-too-large"),
    ("pdf drawn without end", forms, "document-pdf-too-slow"),
]

FILES = PACKAGES + XMLS + WHOLE + CRASHES + PAGES + PDFS
SLOW = [("docx more than 128 MB in all parts", all_parts,
         "document-zip-large")] + SLOW_PAGES + SLOW_PDFS
