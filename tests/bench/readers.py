#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The readers of files, beside those that others have written.

readers.py make SENTENCES FOLDER     a DOCX, an ODT, a page and a PDF
readers.py time BENCH FOLDER         how fast each is read, and by its peer
readers.py size FILE                 the bytes of its markup

The files are written by hand, so that they are the same on every machine: a
heading, sentences, a list and a table again and again, in markup as word
processors write it.  Megabytes are those of the XML inside.  What is marked:
DOCX and ODT at 20 MB/s, the PDF at 1.5 times pdftotext's own time.  That takes
two processors that have nothing else to do: pdftotext and pdftohtml run at the
same time, and of what a PDF takes samsyn's own part is a tenth to a fifth."""

import shutil
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from statistics import median
from xml.sax.saxutils import escape

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "formats"))
import package  # noqa: E402  (stands beside the tests of formats)

# What is timed, and what is counted, which takes a hundred times as long.
SIZES = {"long": 3_000_000, "short": 300_000}
PAGES, LINES = 20, 45
ROUNDS = 5
PAIRS = 11
LEAST_SPEED = 20.0   # MB/s
MOST_RATIO = 1.5
PARTS = {"docx": "word/document.xml", "odt": "content.xml"}


# ---- Making ----

RUN = ('<w:r w:rsidRPr="00A77427"><w:rPr><w:rFonts w:ascii="Calibri" '
       'w:hAnsi="Calibri" w:cs="Calibri"/><w:lang w:val="sv-SE"/></w:rPr>'
       '<w:t xml:space="preserve">{}</w:t></w:r>')
STYLES = ('<w:style w:type="paragraph" w:styleId="Rubrik2"><w:name '
          'w:val="heading 2"/></w:style>')


def word(kind, text):
    """A paragraph as Word writes it, or a row of a table."""
    if kind == "row":
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="2400" w:type="dxa"/></w:tcPr>'
            f'<w:p w:rsidR="00B1">{RUN.format(part)}</w:p></w:tc>'
            for part in thirds(text))
        return f'<w:tr w:rsidR="00B1">{cells}</w:tr>'
    style = '<w:pStyle w:val="Rubrik2"/>' if kind == "heading" else ""
    middle = len(text) // 2
    return (f'<w:p w:rsidR="00B1" w:rsidRDefault="00C3"><w:pPr>{style}'
            '<w:spacing w:after="120"/></w:pPr>' + RUN.format(text[:middle])
            + '<w:proofErr w:type="spellEnd"/>' + RUN.format(text[middle:])
            + "</w:p>")


def open_text(kind, text):
    """The same as LibreOffice writes it."""
    if kind == "row":
        cells = "".join(
            '<table:table-cell table:style-name="T1.A1" office:value-type='
            f'"string"><text:p text:style-name="P4">{part}</text:p>'
            "</table:table-cell>" for part in thirds(text))
        return f"<table:table-row>{cells}</table:table-row>"
    if kind == "heading":
        return (f'<text:h text:style-name="P2" text:outline-level="2">{text}'
                "</text:h>")
    middle = len(text) // 2
    return (f'<text:p text:style-name="P3">{text[:middle]}<text:span '
            f'text:style-name="T2">{text[middle:]}</text:span></text:p>')


def page(kind, text):
    if kind == "row":
        return "<tr>" + "".join(f"<td>{part}</td>"
                                for part in thirds(text)) + "</tr>"
    return f"<h2>{text}</h2>" if kind == "heading" else f"<p>{text}</p>\n"


def thirds(text):
    step = len(text) // 3 + 1
    return [text[i:i + step] for i in range(0, len(text), step)]


TABLES = {word: ("<w:tbl>", "</w:tbl>"),
          open_text: ('<table:table table:name="T">', "</table:table>"),
          page: ("<table>", "</table>")}


def body(sentences, write, size):
    """Headings, paragraphs and small tables up to a size."""
    out, length, number = [], 0, 0
    opening, closing = TABLES[write]
    while length < size:
        kind = {0: "heading", 8: "row", 9: "row"}.get(number % 10, "text")
        text = escape(sentences[number % len(sentences)])
        piece = write(kind, text if kind != "heading" else text[:40])
        if number % 10 == 8:
            piece = opening + piece
        if number % 10 == 9:
            piece += closing
        out.append(piece)
        length += len(piece)
        number += 1
    return "".join(out) + (closing if number % 10 == 9 else "")


def pdf(sentences):
    """Pages of lines, two columns wide at no place."""
    lines = iter(text[:80] for text in sentences * 100)
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>",
               b"<< /Type /Pages /Kids [" + b" ".join(
                   b"%d 0 R" % (4 + 2 * i) for i in range(PAGES))
               + b"] /Count %d >>" % PAGES,
               b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica "
               b"/Encoding /WinAnsiEncoding >>"]
    for number in range(PAGES):
        content = b"BT /F1 11 Tf 16 TL 50 800 Td "
        for _ in range(LINES):
            text = next(lines).encode("cp1252", "replace")
            for sign in (b"\\", b"(", b")"):
                text = text.replace(sign, b"\\" + sign)
            content += b"(" + text + b") ' "
        objects += [b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
                    b"/Resources << /Font << /F1 3 0 R >> >> /Contents "
                    b"%d 0 R >>" % (5 + 2 * number),
                    package.stream(content + b"ET")]
    return package.pdf(objects)


def make_markup(sentences, stem, size):
    stem.with_suffix(".docx").write_bytes(package.docx(
        body(sentences, word, size), styles=STYLES))
    parts = package.odt_parts(body(sentences, open_text, size))
    parts["styles.xml"] = parts["content.xml"].split("<office:document")[0] + (
        f"<office:document-styles {package.ODT_SPACES}><office:styles/>"
        "<office:automatic-styles/><office:master-styles/>"
        "</office:document-styles>")  # pandoc wants them
    stem.with_suffix(".odt").write_bytes(
        package.packed(parts, stored=("mimetype",)))
    stem.with_suffix(".html").write_text(
        "<!doctype html><html><head><meta charset=utf-8></head><body><main>"
        + body(sentences, page, size) + "</main>", encoding="utf-8")


def make(source, folder):
    sentences = [line.strip() for line
                 in source.read_text(encoding="utf-8").splitlines()
                 if len(line.strip()) > 40]
    folder.mkdir(exist_ok=True)
    for name, size in SIZES.items():
        make_markup(sentences, folder / name, size)
    (folder / "pages.pdf").write_bytes(pdf(sentences))


# ---- Timing ----

def fastest(command, rounds):
    """The least seconds of some runs; None where the program is missing."""
    if not shutil.which(command[0]):
        return None
    took = []
    for _ in range(rounds):
        begun = time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
        took.append(time.perf_counter() - begun)
    return min(took)


def reading(bench, path, rounds=ROUNDS):
    """The least seconds of some readings; None where there is no reader."""
    done = subprocess.run([bench, "read", str(rounds), str(path)],
                          capture_output=True, text=True, check=False)
    if done.returncode == 77:
        return None
    if done.returncode != 0:
        raise RuntimeError(done.stderr)
    return float(done.stdout.split()[1])


def size_of(path):
    kind = path.suffix[1:]
    if kind not in PARTS:
        return path.stat().st_size
    with zipfile.ZipFile(path) as archive:
        return archive.getinfo(PARTS[kind]).file_size


def told(reached):
    """A clock tells of the machine as much as of the program, so nothing
    fails by it: what is counted does."""
    return "" if reached else "; NOT REACHED on this run"


def time_markup(bench, path):
    seconds, kind = reading(bench, path), path.suffix[1:]
    if seconds is None:
        print(f"{kind}: skipped, its reader is not built")
        return
    speed = size_of(path) / 1e6 / seconds
    peer = fastest(["pandoc", "-f", kind, "-t", "plain", str(path)], 1)
    least = LEAST_SPEED if kind in PARTS else 0
    print(f"{kind}: {speed:.1f} MB/s of markup"
          f"{f' (mark: {least:.0f})' if least else ''}, {seconds:.3f} s; "
          f"pandoc {f'{peer:.3f} s' if peer else 'is not installed'}"
          f"{told(speed >= least)}")


def pdf_pair(bench, path):
    """Seconds of one reading and of the programs alone, one after the other,
    so that what else the machine does slows all of them."""
    alone = fastest(["pdftotext", "-bbox-layout", str(path), "-"], 1)
    styles = fastest(["pdftohtml", "-xml", "-i", "-q", "-nodrm", "-stdout",
                      str(path), "x"], 1)
    return reading(bench, path, 1), alone, styles


def time_pdf(bench, path):
    pairs = [pdf_pair(bench, path) for _ in range(PAIRS)]
    if None in (pairs[0][0], pairs[0][1]):
        print("pdf: skipped, pdftotext is not installed")
        return
    seconds, alone, styles = (
        median(pair[i] or 0 for pair in pairs) for i in range(3))
    ratio = median(pair[0] / pair[1] for pair in pairs)
    print(f"pdf: {PAGES} pages in {seconds:.3f} s, pdftotext alone "
          f"{alone:.3f} s, pdftohtml alone {styles:.3f} s; {ratio:.2f} times "
          f"pdftotext (mark: {MOST_RATIO}), the middle of {PAIRS} pairs"
          f"{told(ratio <= MOST_RATIO)}")


def main():
    if sys.argv[1] == "make":
        make(Path(sys.argv[2]), Path(sys.argv[3]))
        return 0
    if sys.argv[1] == "size":
        print(size_of(Path(sys.argv[2])))
        return 0
    bench, folder = sys.argv[2], Path(sys.argv[3])
    for kind in ("docx", "odt", "html"):
        time_markup(bench, folder / f"long.{kind}")
    time_pdf(bench, folder / "pages.pdf")
    return 0


if __name__ == "__main__":
    sys.exit(main())
