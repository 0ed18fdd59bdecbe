#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Files that are made to do harm: each is read and assessed, or refused with
a code, within SECONDS of the processor and MEGABYTES, children counted.

hostile.py [PART OF A NAME ...]

The files are written when they are needed, and as large as it takes."""

import os
import sys
import tempfile
import time
from pathlib import Path

import traps
from package import cell, docx, docx_parts, odt, packed, paragraph, pdf, row, \
    run, stream

ROOT = Path(__file__).resolve().parents[2]
COMMAND = ROOT / os.environ.get("BUILD", "build") / "samsyn"
SECONDS = 2.0
MEGABYTES = 256
# Codes of the command: read; a document that cannot be read; no checklist.
TAKEN, REFUSED = 0, 4

HTML = "<!doctype html><html><body>"


# ---- Pages ----

def repeated(first, piece, count, last=""):
    return lambda: (HTML + first + piece * count + last).encode()


def attributes(value):
    return lambda: (HTML + "<p " + " ".join(
        f"a{i}={value}" for i in range(60000)) + ">x").encode()


def tags_of_attributes():
    tag = "<p " + " ".join(f"a{i}" for i in range(900)) + ">x"
    return (HTML + tag * 2000).encode()


PAGES = [
    ("html attributes", attributes("1"), REFUSED),
    ("html attributes with a bracket", attributes("'>'"), REFUSED),
    ("html attributes behind a comment",
     lambda: b"<html><!-- <a b=' -->" + attributes("1")(), REFUSED),
    ("html tags of attributes", tags_of_attributes, REFUSED),
    ("html deep", repeated("", "<div>", 200_000), REFUSED),
    ("html deep lists", repeated("", "<ul><li>", 100_000), REFUSED),
    ("html deep tables", repeated("", "<table><tr><td>", 5_000), REFUSED),
    ("html text", repeated("<p>", "ord ", 2_500_000), TAKEN),
    ("html paragraphs", repeated("", "<p>x", 2_000_000), REFUSED),
    ("html paragraphs, some", repeated("", "<p>Vi lovar.", 190_000), TAKEN),
    ("html ends", repeated("<div>" * 400, "</x>", 2_000_000), REFUSED),
    ("html ampersands", repeated("", "&", 10_000_000), REFUSED),
    ("html less than", repeated("", "<", 10_000_000), REFUSED),
    ("html comments", repeated("", "<!--", 2_500_000), REFUSED),
    ("html instructions", repeated("", "<?", 5_000_000), REFUSED),
    ("html scripts", repeated("<script>", "</scrip", 1_400_000), REFUSED),
    ("html quotes", repeated("", '<a href="', 1_000_000), REFUSED),
    ("html a large picture",
     repeated('<p>Vi lovar.<img src="data:', "A", 9_000_000, '"><p>mer'),
     TAKEN),
    ("html cells that span",
     repeated("<table>", "<tr><td rowspan=1000 colspan=1000>Vi lovar.", 5_000,
              "</table>"), TAKEN),
    ("html a long line of lists",
     repeated("", "<ul><li>Vi lovar.</ul>", 90_000), TAKEN),
    ("html binary",
     lambda: HTML.encode() + bytes(i * 7919 % 251 for i in range(3_000_000)),
     REFUSED),
]


# ---- Packages ----

def chain(count):
    """Styles that are based on each other, one after the other."""
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{i}"><w:basedOn '
        f'w:val="s{i + 1}"/></w:style>' for i in range(count))
    return lambda: docx(paragraph("Vi lovar.", "s0") * 1000, styles=styles)


def xml_attributes():
    many = " ".join(f'w:a{i}="1"' for i in range(60_000))
    return docx(f"<w:p {many}><w:r><w:t>Vi lovar.</w:t></w:r></w:p>")


def one_text():
    return docx(paragraph("ord " * 4_000_000))


def many_runs():
    return docx("".join(paragraph(run("Vi ") + run("lovar."))
                        for _ in range(150_000)))


def wide_table():
    return docx("<w:tbl>" + row([cell("a")] * 60_000) + "</w:tbl>")


def spans():
    return docx("<w:tbl>" + row([
        cell("a", '<w:gridSpan w:val="1000000000"/>'
                  '<w:vMerge w:val="restart"/>')] * 3) * 1000 + "</w:tbl>")


def odt_nested():
    return odt("<text:list><text:list-item>" * 100_000
               + "<text:p>a</text:p>"
               + "</text:list-item></text:list>" * 100_000)


def odt_spaces():
    return odt('<text:p>a<text:s text:c="2000000000"/>b</text:p>')


def odt_rows():
    return odt('<table:table><table:table-row table:number-rows-repeated='
               '"2000000000"><table:table-cell><text:p>Vi lovar.</text:p>'
               "</table:table-cell></table:table-row></table:table>")


def cut_off():
    whole = docx(paragraph("Vi lovar.") * 1000)
    return whole[:len(whole) // 2]


def deep_xml():
    return docx("<w:sdt>" * 200_000 + "</w:sdt>" * 200_000)


def odt_huge():
    return odt("<text:p>x" + " " * 300_000_000 + "</text:p>")


def climbing():
    """A name that leads out of where a careless reader would unpack it."""
    return packed({**docx_parts(paragraph("Vi lovar.")),
                   "../../../../tmp/evil": "x"})


PACKAGES = [
    ("docx a size that is a lie", traps.lying, REFUSED),
    ("docx 300 MB in one part", traps.huge, REFUSED),
    ("docx a name twice", traps.doubled, REFUSED),
    ("docx 100 000 entries", traps.crowded, REFUSED),
    ("docx a name that climbs", climbing, None),
    ("docx tables in each other", lambda: docx(traps.NESTED), REFUSED),
    ("docx deep", deep_xml, REFUSED),
    ("docx attributes", xml_attributes, None),
    ("docx a chain of styles", chain(5_000), None),
    ("docx one long text", one_text, None),
    ("docx many runs", many_runs, None),
    ("docx a wide table", wide_table, None),
    ("docx cells that span", spans, None),
    ("docx cut off", cut_off, REFUSED),
    ("odt 300 MB in one part", odt_huge, REFUSED),
    ("odt lists in each other", odt_nested, REFUSED),
    ("odt two billion blanks", odt_spaces, None),
    ("odt two billion rows", odt_rows, None),
]


# ---- PDF ----

def catalogue(*rest):
    return pdf([b"<< /Type /Catalog /Pages 2 0 R >>", *rest])


def pages_in_a_ring():
    return catalogue(b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 1000000 >>")


def many_pages():
    kids = b" ".join(b"3 0 R" for _ in range(20_000))
    return catalogue(
        b"<< /Type /Pages /Kids [" + kids + b"] /Count 20000 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
        b"/Contents 4 0 R /Resources << >> >>",
        stream(b"0 0 m 1 1 l S"))


def forms():
    """Each draws the next ten times, ten deep."""
    page = (b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents "
            b"4 0 R /Resources << /XObject << /A 5 0 R >> >> >>")
    made = [b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page,
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
    ("pdf pages in a ring", pages_in_a_ring, REFUSED),
    ("pdf many pages", many_pages, REFUSED),
    ("pdf drawn without end", forms, REFUSED),
    ("pdf nothing but a line", lambda: b"%PDF-1.7\n", REFUSED),
]
# A PDF of a thousand pages takes its time, too, so that the child of the PDF
# reader is let more: a file that draws without end takes all of it.
CHILD_SECONDS = 32
CHILD_MEGABYTES = 512


# ---- Running ----

def measure(path):
    """The exit code, seconds of the processor and megabytes."""
    null = os.open(os.devnull, os.O_WRONLY)
    begun = time.monotonic()
    child = os.posix_spawn(
        str(COMMAND), [str(COMMAND), "score", "--checklist", "overenskommelse",
                       "--format", "json", str(path)],
        {**os.environ, "SAMSYN_DATA": str(ROOT / "checklists")},
        file_actions=[(os.POSIX_SPAWN_DUP2, null, 1),
                      (os.POSIX_SPAWN_DUP2, null, 2)])
    _, status, used = os.wait4(child, 0)
    os.close(null)
    return (os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime,
            used.ru_maxrss / 1024, time.monotonic() - begun)


def write(path, make):
    """By a process of its own: what this one has had in its memory, a child
    would be measured with."""
    writer = os.fork()
    if writer == 0:
        try:
            path.write_bytes(make())
        except BaseException as error:
            print(error)
            os._exit(1)
        os._exit(0)
    if os.waitstatus_to_exitcode(os.waitpid(writer, 0)[1]) != 0:
        raise RuntimeError("the file was not written")


def try_file(folder, name, make, wanted):
    path = Path(folder) / "hostile"
    write(path, make)
    code, seconds, size, wall = measure(path)
    is_pdf = name.startswith("pdf")
    most = (CHILD_SECONDS if is_pdf else SECONDS,
            CHILD_MEGABYTES if is_pdf else MEGABYTES)
    fine = (code == wanted or (wanted is None and code in (TAKEN, REFUSED))) \
        and seconds <= most[0] and size <= most[1]
    print(f"{'passed' if fine else 'FAILED'} {name:36} {code:3} "
          f"{seconds:5.2f} s ({wall:.1f}) {size:5.0f} MB, "
          f"file of {path.stat().st_size / 1e6:.1f} MB")
    return fine


def main():
    wanted = sys.argv[1:] or [""]
    failed = count = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, make, code in PAGES + PACKAGES + PDFS:
            if any(part in name for part in wanted):
                count += 1
                failed += not try_file(folder, name, make, code)
    print(f"{count} hostile files, {failed} failed")
    return failed > 0 or count == 0


if __name__ == "__main__":
    sys.exit(main())
