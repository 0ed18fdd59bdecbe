#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Office files that are made to hurt are refused, each with its own code,
within 2 seconds and 256 MB.

hostile.py: writes each file to $BUILD/hostile, gives it to the command and
looks at its status, its diagnostic, its time and its memory.  What is whole
and only large is read.  Under the sanitizers time and memory are not looked
at.
"""

import os
import struct
import subprocess
import sys
import zipfile
from pathlib import Path

BUILD = Path(os.environ.get("BUILD", "build"))
FILES = BUILD / "hostile"
SANITIZED = "asan" in str(BUILD) or "valgrind" in str(BUILD)
SECONDS = 2
BUSY = 2  # how much longer the processor may take where others use it, too
MEGABYTES = 256

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
ODF = "urn:oasis:names:tc:opendocument:xmlns:"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
TEXT = "word/document.xml"


class Many:
    """A text so many times between two others, never in memory as a whole."""

    def __init__(self, text, count):
        self.before, self.text, self.count, self.after = "", text, count, ""

    def between(self, before, after):
        self.before, self.after = before + self.before, self.after + after
        return self

    def pieces(self):
        at_once = max(1, 65536 // len(self.text))
        yield self.before
        for _ in range(self.count // at_once):
            yield self.text * at_once
        yield self.text * (self.count % at_once) + self.after


def between(before, text, after):
    if isinstance(text, Many):
        return text.between(before, after)
    return before + text + after


def document(body, before=""):
    return between(f'{HEAD}{before}<w:document xmlns:w="{W}"><w:body>', body,
                   "</w:body></w:document>")


def paragraph(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def pack(name, parts, method=zipfile.ZIP_DEFLATED, level=1):
    with zipfile.ZipFile(FILES / name, "w", method,
                         compresslevel=level) as out:
        for path, text in parts:
            if not isinstance(text, Many):
                out.writestr(path, text)
                continue
            with out.open(path, "w") as part:
                for piece in text.pieces():
                    part.write(piece.encode())


def lie(name, size):
    """Let both headers of the text claim another size."""
    data = bytearray((FILES / name).read_bytes())
    for mark, field, length in ((b"PK\3\4", 22, 30), (b"PK\1\2", 24, 46)):
        at = data.find(mark)
        while at >= 0:
            if data[at + length:at + length + len(TEXT)] == TEXT.encode():
                struct.pack_into("<I", data, at + field, size)
            at = data.find(mark, at + 4)
    (FILES / name).write_bytes(data)


def docx(name, body, **options):
    pack(name, [(TEXT, document(body, **options))])


def stored(name, body):
    """Not deflated, as what would else be refused for growing too much."""
    pack(name, [(TEXT, document(body))], zipfile.ZIP_STORED)


def nested(count):
    cell = "<w:tbl><w:tr><w:tc>"
    return cell * count + paragraph("x") + "</w:tc></w:tr></w:tbl>" * count


def odt(name, text, styles=""):
    spaces = "".join(f' xmlns:{short}="{ODF}{short}:1.0"'
                     for short in ("office", "style", "text", "table"))
    pack(name, [
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", f"{HEAD}<office:document-content{spaces}>{styles}"
         f"<office:body><office:text>{text}</office:text></office:body>"
         "</office:document-content>")])


def flat(name, text, before=""):
    (FILES / name).write_text(
        f'{HEAD}{before}<office:document xmlns:office="{ODF}office:1.0" '
        f'xmlns:text="{ODF}text:1.0" xmlns:table="{ODF}table:1.0">'
        f"<office:body><office:text>{text}</office:text></office:body>"
        "</office:document>")


ENTITIES = "<!DOCTYPE x [" + '<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {b} "{f"&{a};" * 10}">'
    for a, b in zip("abcdefghi", "bcdefghij")) + "]>"
MANY = 'table:number-columns-repeated="1000000"'
STYLE = '<w:style w:type="paragraph" w:styleId="s{}"><w:basedOn ' \
    'w:val="s{}"/></w:style>'


def make_zips():
    """Of what the zip file itself does."""
    pack("bomb.docx", [(TEXT, document(Many(f'<w:p w:a="{" " * 990}"/>',
                                            50_000)))], level=9)
    docx("lie.docx", Many(" ", 30_000_000))
    lie("lie.docx", 1000)
    stored("large.docx",
           Many(f'<w:p w:a="{"x" * 100}" w:b="{"y" * 900}"/>', 70_000))
    pack("entries.docx", [(f"x{i}", "") for i in range(10_000)]
         + [(TEXT, document(paragraph("x")))], zipfile.ZIP_STORED)
    pack("outside.docx", [("../evil", ""), (TEXT, document(paragraph("x")))])
    with zipfile.ZipFile(FILES / "twice.docx", "w") as out:
        out.writestr(TEXT, document(paragraph("a")))
        out.writestr("Word/Document.xml", document(paragraph("b")))
    whole = (FILES / "twice.docx").read_bytes()
    (FILES / "cut.docx").write_bytes(whole[:len(whole) // 2] + TEXT.encode())
    pack("noise.docx", [(TEXT, b"\x93\x11" * 500)])


def make_xml():
    """Of what the XML does."""
    docx("dtd.docx", paragraph("&j;"), before=ENTITIES)
    docx("outer.docx", paragraph("&x;"), before='<!DOCTYPE x [<!ENTITY x '
         'SYSTEM "file:///etc/hostname">]>')
    docx("deep.docx", nested(5000))
    docx("deepest.docx", Many("<w:a>", 1_000_000))
    docx("attributes.docx", "<w:p " + " ".join(
        f'a{i}="x"' for i in range(60_000)) + "/>")
    docx("text.docx", Many("lång text ", 1_100_000).between(
        "<w:p><w:r><w:t>", "</w:t></w:r></w:p>"))
    stored("texts.docx", Many(paragraph("x " * 300), 60_000))
    docx("tag.docx", Many("x", 11_000_000).between('<w:p w:a="', '"/>'))
    docx("comment.docx", Many("x", 11_000_000).between("<!--", "-->"))
    stored("elements.docx", Many("<w:p/>", 5_000_000))
    pack("styles.docx", [
        (TEXT, document(paragraph("x"))),
        ("word/_rels/document.xml.rels", '<Relationships xmlns="http://schemas'
         '.openxmlformats.org/package/2006/relationships"><Relationship '
         'Type="/styles" Target="styles.xml"/></Relationships>'),
        ("word/styles.xml", f'<w:styles xmlns:w="{W}">' + "".join(
            STYLE.format(i, i + 1) for i in range(20_000)) + "</w:styles>")],
         zipfile.ZIP_STORED)
    odt("repeats.odt", f"<table:table><table:table-row><table:table-cell {MANY}"
        "><text:p>x</text:p></table:table-cell></table:table-row>"
        "</table:table>")
    flat("deep.fodt", "<table:table><table:table-row><table:table-cell>" * 5000)
    flat("dtd.fodt", "<text:p>&j;</text:p>", ENTITIES)


def make_whole():
    """Of what is large and whole, or odd and harmless."""
    docx("paragraphs.docx", "".join(
        paragraph(f"Vi ska mäta {i} gånger om året.") for i in range(200_000)))
    stored("long.docx", Many(paragraph("x " * 300), 26_000))
    stored("marks.docx", Many(paragraph("a,.!" * 150), 26_000))
    docx("tiny.docx", Many(paragraph("x"), 990_000))
    cell = f"<w:tc>{paragraph('x')}</w:tc>"
    docx("rows.docx", Many(f"<w:tr>{cell * 2}</w:tr>", 330_000).between(
        "<w:tbl>", "</w:tbl>"))
    docx("cells.docx", Many("<w:tc><w:p/></w:tc>", 100_000).between(
        f"<w:tbl><w:tr>{cell}", "</w:tr></w:tbl>"))
    pack("circle.docx", [
        (TEXT, document('<w:p><w:pPr><w:pStyle w:val="s0"/></w:pPr><w:r><w:t>'
                        "Vi ska mäta.</w:t></w:r></w:p>")),
        ("word/_rels/document.xml.rels", '<Relationships xmlns="http://schemas'
         '.openxmlformats.org/package/2006/relationships"><Relationship '
         'Type="/styles" Target="styles.xml"/></Relationships>'),
        ("word/styles.xml", f'<w:styles xmlns:w="{W}">' + "".join(
            STYLE.format(i, (i + 1) % 9000) for i in range(9000))
         + "</w:styles>")], zipfile.ZIP_STORED)
    odt("lists.odt", "<text:list><text:list-item>" * 100 + "<text:p>x</text:p>"
        + "</text:list-item></text:list>" * 100)


# The code that each is refused with; None where it is read.
EXPECTED = {
    "bomb.docx": "document-zip-bomb",
    "lie.docx": "document-zip-damaged",
    "large.docx": "document-zip-large",
    "entries.docx": "document-zip-entries",
    "outside.docx": "document-zip-path",
    "twice.docx": "document-zip-twice",
    "cut.docx": "document-zip-damaged",
    "noise.docx": "document-xml-damaged",
    "dtd.docx": "document-xml-doctype",
    "outer.docx": "document-xml-doctype",
    "deep.docx": "document-xml-deep",
    "deepest.docx": "document-xml-deep",
    "attributes.docx": "document-xml-attributes",
    "text.docx": "document-xml-text",
    "texts.docx": "document-text-large",
    "tag.docx": "document-xml-tag",
    "comment.docx": "document-xml-tag",
    "elements.docx": "document-xml-elements",
    "styles.docx": "document-styles",
    "repeats.odt": "document-repeats",
    "deep.fodt": "document-xml-deep",
    "dtd.fodt": "document-xml-doctype",
    "paragraphs.docx": None,
    "long.docx": None,
    "marks.docx": None,
    "tiny.docx": None,
    "rows.docx": None,
    "cells.docx": None,
    "circle.docx": None,
    "lists.odt": None,
}


def run(path):
    """Status, what was said, seconds and megabytes.  The text is given as a
    program would, without the time of a checklist: to no criterion."""
    child = subprocess.Popen(
        [BUILD / "tests" / "reads", path], stdout=subprocess.PIPE, text=True)
    said = child.stdout.read()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    return (child.returncode, said, usage.ru_utime + usage.ru_stime,
            usage.ru_maxrss / 1024)


def faults_of(name, code):
    status, said, seconds, megabytes = run(FILES / name)
    if os.environ.get("VERBOSE"):
        print(f"{name}: {said.strip()} {seconds:.2f} s {megabytes:.0f} MB")
    if code is None and status != 0:
        yield f"is not read: {status} {said}"
    if code and (status != 1 or code not in said.split()):
        yield f"is not refused with {code}: {status} {said}"
    if not SANITIZED and seconds > SECONDS * BUSY:
        yield f"takes {seconds:.2f} seconds"
    if not SANITIZED and megabytes > MEGABYTES:
        yield f"takes {megabytes:.0f} megabytes"


def make():
    FILES.mkdir(parents=True, exist_ok=True)
    make_zips()
    make_xml()
    make_whole()


def main():
    if sys.argv[1:] == ["make"]:
        return make()
    # By another process: what a child takes at most is at least what the one
    # that began it had.
    subprocess.run([sys.executable, __file__, "make"], check=True)
    faults = [f"{name} {fault}" for name, code in EXPECTED.items()
              for fault in faults_of(name, code)]
    for name in EXPECTED:
        (FILES / name).unlink()
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
