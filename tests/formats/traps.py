#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The traps that readers of files fall into (those of the project's notes on
its surroundings that concern files, by their numbers), each a file.

    traps.py [written]

Most are written part by part (package.py), the others made by LibreOffice and
Chromium, without which they are skipped, and left out where only the written
ones are asked for.  The blocks that come of a file are listed by
build/tests/blocks."""

import os
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

import made
from package import (cell, docx, docx_parts, fodt, lying, odt, packed,
                     paragraph, pdf, row, run, stream)

ROOT = Path(__file__).resolve().parents[2]
BLOCKS = ROOT / os.environ.get("BUILD", "build") / "tests/blocks"
SKIPPED = 77
ABSENT = "! document-reader-absent"

HEADINGS = """
<w:style w:type="paragraph" w:styleId="Rubrik1"><w:name w:val="heading 1"/>
</w:style>
<w:style w:type="paragraph" w:styleId="Egen"><w:name w:val="Min rubrik"/>
<w:basedOn w:val="Rubrik1"/></w:style>
<w:style w:type="paragraph" w:styleId="Niva"><w:name w:val="Avsnitt"/>
<w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading3"><w:name w:val="Heading 3"/>
</w:style>
<w:style w:type="paragraph" w:styleId="A"><w:name w:val="a"/>
<w:basedOn w:val="B"/></w:style>
<w:style w:type="paragraph" w:styleId="B"><w:name w:val="b"/>
<w:basedOn w:val="A"/></w:style>
"""

TEXT_BOX = """<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>
<wp:inline><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>
<w:p><w:r><w:t>I rutan</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp>
</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback>
<w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>I rutan</w:t></w:r>
</w:p></w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>
</mc:AlternateContent></w:r>"""

CHANGES = (
    run("Vi ") + '<w:ins w:id="1">' + run("alltid ") + "</w:ins>"
    '<w:del w:id="2"><w:r><w:delText>aldrig </w:delText></w:r></w:del>'
    '<w:moveFrom w:id="3">' + run("flyttat ") + "</w:moveFrom>" + run("ska ")
    + '<w:moveTo w:id="4">' + run("flyttat ") + "</w:moveTo>" + run("sist"))

SIGNS = ("<w:r><w:t>icke</w:t><w:noBreakHyphen/><w:t>vald och trygg</w:t>"
         "<w:softHyphen/><w:t>het</w:t><w:tab/><w:t>efter</w:t><w:br/>"
         "<w:t>rad</w:t></w:r>")

NOTES = ('<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/><w:t> Enligt '
         "fotnoten.</w:t></w:r></w:p></w:footnote>")
NOTED = (paragraph(run("Text") + '<w:r><w:footnoteReference w:id="2"/></w:r>'
                   + run(".")) +
         '<w:sectPr><w:headerReference w:type="default" r:id="r2"/></w:sectPr>')

TABLE = ("<w:tbl>" + row([cell("Vad"), cell("Vem"), cell("Tid")],
                         "<w:tblHeader/>")
         + row([cell("belysning", '<w:vMerge w:val="restart"/>'),
                cell("kommunen och polisen", '<w:gridSpan w:val="2"/>')])
         + row(["<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>",
                cell("polisen"), cell("2026")]) + "</w:tbl>")

NESTED = "<w:tbl><w:tr><w:tc>" * 5000 + "<w:p/>" + \
    "</w:tc></w:tr></w:tbl>" * 5000
DTD = '<!DOCTYPE w:document [<!ENTITY a "aaaaaaaaaa">]>\n'

NFD = unicodedata.normalize("NFD", "Åtgärder för ökad trygghet")


def lied():
    """A part whose size is a lie: it says 1000 bytes."""
    return lying(docx(paragraph("x" + " " * 3_000_000)), "word/document.xml",
                 1000)


def doubled():
    """The same name twice, of which one reader takes the first and another
    the last."""
    whole = packed({**docx_parts(paragraph("ett")),
                    "word/documenu.xml": "<w:document/>"})
    return whole.replace(b"word/documenu.xml", b"word/document.xml")


def crowded():
    parts = docx_parts(paragraph("ett"))
    return packed({**{f"word/x{i}.xml": "" for i in range(100_000)}, **parts})


def huge():
    return docx(f'<w:p w:rsidR="{" " * 980}"/>' * 300_000)


def scanned():
    return pdf([b"<< /Type /Catalog /Pages 2 0 R >>",
                b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
                b"/Contents 4 0 R /Resources << >> >>",
                stream(b"0 0 m 500 700 l S")])


# Number, what it is, ending, file, lines that are there, that are not there,
# and the code that is said where the file is refused.
WRITTEN = [
    (1, "headings by their style, and the style's own", ".docx",
     lambda: docx("".join((paragraph("Ett", "Rubrik1"),
                           paragraph("Eget", "Egen"),
                           paragraph("Nivå", "Niva"),
                           paragraph("Tre", "Heading3"),
                           paragraph("Rund", "A"))), styles=HEADINGS),
     ["H1 Ett", "H1 Eget", "H2 Nivå", "H3 Tre", "P Rund"], [], None),
    (2, "a word in pieces", ".docx",
     lambda: docx(paragraph(run("Upp") + '<w:proofErr w:type="spellStart"/>'
                            + run("följ") + run("ning") + run(" sker"))),
     ["P Uppföljning sker"], [], None),
    (3, "a text box is there once", ".docx",
     lambda: docx(paragraph(run("Före") + TEXT_BOX)),
     ["I rutan"], ["I rutan I rutan"], None),
    (4, "tracked changes are accepted", ".docx",
     lambda: docx(paragraph(CHANGES)),
     ["P Vi alltid ska flyttat sist", "! document-tracked"], ["aldrig"], None),
    (5, "hyphens, tabs and line breaks", ".docx",
     lambda: docx(paragraph(SIGNS)),
     ["vald och trygghet efter rad"], ["ickevald"], None),
    (6, "a footnote is text, a page header is not", ".docx",
     lambda: docx(NOTED, footnotes=NOTES, header=paragraph("Dnr 7")),
     ["Enligt fotnoten.", "f Dnr 7"], ["P Dnr 7"], None),
    (7, "merged cells and a row of titles", ".docx",
     lambda: docx(TABLE),
     ["T0.0 Vad", "T0.2 Tid", "C1.0 belysning", "C1.1 kommunen och polisen",
      "C2.1 polisen", "C2.2 2026", "rad 2, kolumn Vem"], ["C1.2"], None),
    (8, "letters and their marks apart", ".docx",
     lambda: docx(paragraph(NFD)), ["P Åtgärder för ökad trygghet"], [], None),
    (9, "blanks that do not break", ".docx",
     lambda: docx(paragraph("25\u00a0000 kr")), ["P 25 000 kr"], [], None),
    (10, "soft hyphens in a word", ".docx",
     lambda: docx(paragraph("trygg\u00adhet")), ["P trygghet"], [], None),
    (10, "soft hyphens in a word of a page", ".html",
     lambda: b"<html><p>trygg&shy;het", ["P trygghet"], [], None),
    (14, "a scanned page", ".pdf", scanned, [], [], "document-pdf-scanned"),
    (15, "a Word file with a password", ".docx",
     lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512 +
     "EncryptedPackage".encode("utf-16-le"), [], [], "document-encrypted"),
    (16, "a size that is a lie", ".docx", lied, [], [], "document-zip-damaged"),
    (16, "300 MB in one part", ".docx", huge, [], [], "document-zip-large"),
    (16, "a name twice", ".docx", doubled, [], [], "document-zip-twice"),
    (16, "100 000 entries", ".docx", crowded, [], [],
     "document-zip-entries"),
    (17, "a document type", ".docx",
     lambda: docx(paragraph("&a;"), before=DTD), [], [],
     "document-xml-doctype"),
    (17, "a document type", ".odt",
     lambda: odt("<text:p>a</text:p>",
                 before="<!DOCTYPE x [<!ENTITY a 'b'>]>"),
     [], [], "document-xml-doctype"),
    (18, "5 000 tables in each other", ".docx", lambda: docx(NESTED),
     [], [], "document-xml-deep"),
    (19, "a million columns", ".odt",
     lambda: odt('<table:table><table:table-column table:number-columns-'
                 'repeated="1000000"/><table:table-row table:number-rows-'
                 'repeated="1000000"><table:table-cell table:number-columns-'
                 'repeated="1000000" office:value-type="string"><text:p>a'
                 "</text:p></table:table-cell></table:table-row>"
                 "</table:table><text:p>efter</text:p>"),
     [], [], "document-repeats"),
]

LONG = ("Grannsamverkan i samtliga bostadsområden inom tätorten",
        "Områdespolis och trygghetssamordnare", "2025-06-30")
SECOND = ("Belysning av gångvägen mellan skolan och torget",
          "Tekniska kontoret", "2026-03-01")


def plan():
    """A table whose cells take several lines each."""
    titles = row([cell(text) for text in ("Åtgärd", "Ansvarig", "Klart")],
                 "<w:tblHeader/>")
    lines = [row([cell(text, '<w:tcW w:w="3000" w:type="dxa"/>')
                  for text in texts]) for texts in (LONG, SECOND)]
    return docx("<w:tbl><w:tblPr/><w:tblGrid>" + '<w:gridCol w:w="3000"/>' * 3
                + f"</w:tblGrid>{titles}{''.join(lines)}</w:tbl>")


HYPHENS = ('<p style="width: 9em; hyphens: none">Om polis-<br>och '
           "kommunsamverkan samt KS-<br>beslut 2023-<br>2026.</p>")


def page(body):
    return (f'<!doctype html><html lang="sv"><meta charset="utf-8"><body>'
            f"{body}").encode()


def by_chromium(body):
    def convert(folder):
        source = folder / "page.html"
        source.write_bytes(page(body))
        made.chromium(source, folder / "page.pdf")
        return (folder / "page.pdf").read_bytes()
    return convert


def by_soffice(package, options):
    def convert(folder):
        source = folder / "source.docx"
        source.write_bytes(package())
        made.soffice([source], options, folder)
        return (folder / "source.pdf").read_bytes()
    return convert


# What stands in a file beside its text, as LibreOffice writes it.
AROUND_STYLES = (
    '<style:style style:name="Dold" style:family="text"><style:text-properties '
    'text:display="none"/></style:style><style:style style:name="Fet" '
    'style:family="text"><style:text-properties fo:font-weight="bold"/>'
    "</style:style>")
AROUND_MARGINS = (
    "<style:header><text:p>Dnr 7</text:p></style:header><style:footer><text:p>"
    "Sida <text:page-number>1</text:page-number></text:p></style:footer>")
AROUND_META = (
    "<dc:title>Avtal i Ekvalla</dc:title><dc:date>2026-03-01T12:00:00</dc:date>"
)
AROUND = """<text:h text:outline-level="1">Samverkan</text:h>
<text:p>Vi ska mäta<office:annotation><dc:creator>B</dc:creator><dc:date>
2026-01-01T00:00:00</dc:date><text:p>KOMMENTAR</text:p></office:annotation>
varje år.<text:note text:note-class="footnote" text:id="f1"><text:note-citation>
1</text:note-citation><text:note-body><text:p>Enligt beslut.</text:p>
</text:note-body></text:note> Se <text:bookmark-ref text:reference-format="text"
text:ref-name="b">Mål</text:bookmark-ref><text:bookmark text:name="b"/>.</text:p>
<text:p><text:span text:style-name="Fet">Bakgrund och syfte</text:span></text:p>
<text:p>Synligt <text:span text:style-name="Dold">DOLT </text:span>ord.
<text:placeholder text:placeholder-type="text">FYLL I</text:placeholder></text:p>
<table:table><table:table-column table:number-columns-repeated="2"/>
<table:table-header-rows><table:table-row>
<table:table-cell><text:p>Vad</text:p></table:table-cell>
<table:table-cell><text:p>Ansvarig</text:p></table:table-cell></table:table-row>
</table:table-header-rows><table:table-row>
<table:table-cell><text:p>Måla</text:p></table:table-cell>
<table:table-cell><text:p>Kommunen</text:p></table:table-cell>
</table:table-row></table:table>"""
TEXT_OF_AROUND = [
    "= Avtal i Ekvalla", "f Dnr 7 [sidhuvud]", "f Sida 1 [sidfot]",
    "H1 Samverkan [stycke 1]", "P Vi ska mäta varje år. Se ", "[stycke 2]",
    "P Enligt beslut. [fotnot 1]", "H6? Bakgrund och syfte [stycke 3]",
    "P Synligt ord. [stycke 4]", "T0.1 Ansvarig [tabell 1, rad 1, kolumn 2]",
    "C1.1 Kommunen [tabell 1, rad 2, kolumn Ansvarig]"]
NOT_OF_AROUND = ["KOMMENTAR", "DOLT", "FYLL I", "PAGE", "REF "]


def around(kind):
    """LibreOffice writes the file anew, in its own way."""
    def convert(folder):
        source = folder / "around.fodt"
        source.write_bytes(fodt(AROUND, AROUND_STYLES, AROUND_MARGINS,
                                AROUND_META))
        made.soffice([source], kind, folder)
        return (folder / f"around.{kind}").read_bytes()
    return convert


NOTED_TEXT = """---
title: Avtal i Ekvalla
---

# Samverkan

Vi ska mäta varje år.[^1]

**Bakgrund och syfte**

| Vad | Ansvarig |
|---|---|
| Måla | Kommunen |

[^1]: Enligt beslut.
"""


def by_pandoc(kind):
    def convert(folder):
        source, target = folder / "noted.md", folder / f"noted.{kind}"
        source.write_text(NOTED_TEXT, encoding="utf-8")
        made.run(["pandoc", "-o", str(target), str(source)], 60)
        return target.read_bytes()
    return convert


OF_PANDOC = ["= Avtal i Ekvalla", "H1 Avtal i Ekvalla [stycke 1]",
             "H1 Samverkan [stycke 2]", "P Vi ska mäta varje år. [stycke 3]",
             "P Enligt beslut. [fotnot 1]",
             "H6? Bakgrund och syfte [stycke 4]",
             "C1.1 Kommunen [tabell 1, rad 2, kolumn Ansvarig]"]

LOCKED = ('pdf:writer_pdf_Export:{"EncryptFile":{"type":"boolean","value":'
          '"true"},"DocumentOpenPassword":{"type":"string","value":"x"}}')

# As above, made by a program.
MADE = [
    (6, "what stands around the text, by LibreOffice", "soffice",
     around("docx"), TEXT_OF_AROUND, NOT_OF_AROUND, None),
    (6, "what stands around the text, by LibreOffice, ODT", "soffice",
     around("odt"), TEXT_OF_AROUND + ["= 2026-03-01"], NOT_OF_AROUND, None),
    (6, "a title, a note and a table, by pandoc", "pandoc",
     by_pandoc("docx"), OF_PANDOC, [], None),
    (6, "a title, a note and a table, by pandoc, ODT", "pandoc",
     by_pandoc("odt"), OF_PANDOC, [], None),
    (11, "suspended hyphens at a line's end", "chromium",
     by_chromium(HYPHENS), ["polis- och kommunsamverkan", "2023-2026"],
     ["polisoch", "20232026"], None),
    (12, "cells are not mixed", "soffice", by_soffice(plan, made.pdf(False)),
     [text + " [" for text in LONG + SECOND], [], None),
    (12, "cells are not mixed, with tags", "soffice",
     by_soffice(plan, made.pdf(True)),
     [text + " [" for text in LONG + SECOND], [], None),
    (13, "a tagged file whose text is cut in its tree", "soffice",
     by_soffice(lambda: docx(paragraph(f"{NFD} och Åtgärder mot våld.")),
                made.pdf(True)),
     ["Åtgärder för ökad trygghet och Åtgärder mot våld."], [], None),
    (15, "a PDF with a password", "soffice",
     by_soffice(lambda: docx(paragraph("Hemligt")), LOCKED),
     [], ["Hemligt"], "document-encrypted"),
]


# ---- Running ----

def blocks(path):
    """What is said and read, and whether the file was taken."""
    done = subprocess.run([str(BLOCKS), str(path)], capture_output=True,
                          timeout=60, check=False)
    if done.returncode not in (0, 1):
        raise RuntimeError(f"{path}: ended by {done.returncode}")
    return done.stdout.decode(), done.returncode == 0


def faults(text, taken, wanted, unwanted, code):
    """What is wrong with it."""
    if code:
        if taken or f"! {code}" not in text.splitlines():
            yield f"not refused with {code}"
        return
    if not taken:
        yield "refused"
    for line in wanted:
        if line not in text:
            yield f"lacks {line!r}"
    for line in unwanted:
        if line in text:
            yield f"has {line!r}"


def try_file(number, name, path, *wanted):
    """True, False, or None where the reader was left out."""
    text, taken = blocks(path)
    if ABSENT in text:
        print(f"skipped {number} {name}: no reader")
        return None
    found = list(faults(text, taken, *wanted))
    print(f"{'FAILED' if found else 'passed'} {number} {name}"
          f"{': ' + '; '.join(found) if found else ''}")
    if found:
        print("    " + text[:600].replace("\n", "\n    "))
    return not found


def try_written(folder):
    for number, name, suffix, make, *wanted in WRITTEN:
        path = folder / ("trap" + suffix)
        path.write_bytes(make())
        yield try_file(number, name, path, *wanted)


def try_made(folder):
    for number, name, program, make, *wanted in MADE:
        absent = made.absent(program, "pdftotext")
        if absent:
            print(f"skipped {number} {name}: {', '.join(absent)}")
            yield None
            continue
        path = folder / "made.pdf"
        path.write_bytes(make(folder))
        yield try_file(number, name, path, *wanted)


def main():
    with tempfile.TemporaryDirectory() as scratch:
        results = list(try_written(Path(scratch)))
        if "written" not in sys.argv[1:]:
            results += try_made(Path(scratch))
    failed, skipped = results.count(False), results.count(None)
    print(f"{len(results)} traps, {failed} failed, {skipped} skipped")
    if failed:
        return 1
    return SKIPPED if skipped else 0


if __name__ == "__main__":
    sys.exit(main())
