#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Documents of several formats as one set: an agreement in Word, its plan as
PDF and its list of words in ODT.  What the agreement refers to is found in
them, the report says where, and all verdicts are those of the same set in
Markdown."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/formats"))
import package  # noqa: E402  (stands beside the tests of formats)

COMMAND = ROOT / os.environ.get("BUILD", "build") / "samsyn"
SOURCE = ROOT / "tests/cases/annex-json"
SKIPPED = 77
UNREADABLE = 4

STYLES = ('<w:style w:type="paragraph" w:styleId="Rubrik1"><w:name '
          'w:val="heading 1"/></w:style>')
# Where the columns of the plan's table begin on the page.
COLUMNS = (50, 250, 440)
LINE, ROOM = 13, 8


def agreement():
    text = (SOURCE / "avtal.md").read_text(encoding="utf-8")
    title, *rest = [line for line in text.splitlines() if line]
    return package.docx(
        package.paragraph(title.lstrip("# "), "Rubrik1")
        + "".join(map(package.paragraph, rest)), styles=STYLES)


def words():
    text = (SOURCE / "ordlista.txt").read_text(encoding="utf-8")
    title, *rest = [line for line in text.splitlines() if line]
    return package.odt(
        f'<text:h text:outline-level="1">{title}</text:h>'
        + "".join(f"<text:p>{line}</text:p>" for line in rest))


def broken(text, width=30):
    """In lines, as in a narrow cell."""
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def plan():
    """The table drawn in columns, each cell in lines of its own."""
    text = (SOURCE / "plan.md").read_text(encoding="utf-8")
    out, y = [], 780
    for line in text.splitlines():
        if not line or line.startswith("|---"):
            continue
        cells = [line.lstrip("# ")]
        if line.startswith("|"):
            cells = [part.strip() for part in line.strip("|").split("|")]
        pieces = [broken(part) if len(cells) > 1 else [part]
                  for part in cells]
        for x, lines in zip(COLUMNS, pieces):
            out += [(x, y - LINE * i, part) for i, part in enumerate(lines)]
        y -= LINE * max(map(len, pieces)) + ROOM
    return package.written(out)


def score(*arguments):
    done = subprocess.run([str(COMMAND), "score", "--checklist",
                           "overenskommelse", *map(str, arguments)],
                          capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


def judged(*arguments):
    code, out, said = score("--format", "json", *arguments)
    if code:
        raise RuntimeError(said)
    return json.loads(out)[0]


def verdicts(result):
    return {one["id"]: one["verdict"] for one in result["criteria"]}


def evidence(result, number):
    """What counted of one document of the set."""
    return [(one["id"], span) for one in result["criteria"]
            for span in one["evidence"] if span["document"] == number]


# ---- What must hold ----

def check_referred(files, plain):
    alone, together = judged(files[0]), judged(
        files[0], "--annex", files[1], "--annex", files[2])
    referred = [key for key, verdict in verdicts(alone).items()
                if verdict == "referred"]
    still = [key for key in referred if verdicts(together)[key] == "referred"]
    yield "something is referred to the annexes", len(referred) > 0
    yield f"it is found in them ({', '.join(still)})", not still
    differing = [f"{key}: {verdict} and {verdicts(together)[key]}"
                 for key, verdict in verdicts(plain).items()
                 if verdicts(together)[key] != verdict]
    yield f"as in Markdown ({'; '.join(differing)})", not differing


def check_places(files):
    result = judged(files[0], "--annex", files[1], "--annex", files[2])
    formats = [one["format"] for one in result["documents"]]
    roles = [one["role"] for one in result["documents"]]
    yield f"formats are told: {formats}", formats == ["docx", "odt", "pdf"]
    yield f"roles are told: {roles}", roles == ["main", "annex", "annex"]
    for number, wanted in ((2, "stycke "), (3, "sida 1")):
        found = evidence(result, number)
        yield f"document {number} has evidence", len(found) > 0
        yield (f"with places of its own: {[s['place'] for _, s in found]}",
               all(wanted in (span["place"] or "") for _, span in found))
        yield ("and no bytes of the file",
               all(span["start"] is None for _, span in found))


def check_report(files):
    code, text, _ = score(files[0], "--annex", files[1], "--annex", files[2])
    yield "a report is written", code == 0
    yield "it names the annexes", all(str(path) in text for path in files[1:])
    yield ("and says where in them it stands",
           "Sida 1, tabell 1" in text or "sida 1, tabell 1" in text)


def check_broken(files, folder):
    """An annex that cannot be read is said, and not left out."""
    cut = folder / "avhuggen.docx"
    cut.write_bytes(files[0].read_bytes()[:400])
    code, _, said = score(files[0], "--annex", cut)
    yield "an annex that is cut off is refused", code == UNREADABLE
    yield "and named", str(cut) in said


def check(folder):
    files = [folder / "avtal.docx", folder / "ordlista.odt",
             folder / "handlingsplan.pdf"]
    for path, make in zip(files, (agreement, words, plan)):
        path.write_bytes(make())
    plain = judged(SOURCE / "avtal.md", "--annex", SOURCE / "ordlista.txt",
                   "--annex", SOURCE / "plan.md")
    yield from check_referred(files, plain)
    yield from check_places(files)
    yield from check_report(files)
    yield from check_broken(files, folder)


def main():
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        probe = folder / "prov.docx"
        probe.write_bytes(agreement())
        _, _, said = score(probe)
        if "document-reader-absent" in said or not shutil.which("pdftotext"):
            print("a reader of the three formats is missing")
            return SKIPPED
        failed = count = 0
        for what, holds in check(folder):
            count += 1
            failed += not holds
            print(f"{'passed' if holds else 'FAILED'} {what}")
    print(f"{count} checks, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
