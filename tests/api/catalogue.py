#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The catalogues of sentences, and their way to translators and back.

What is written out and taken in again changes nothing; a text that is changed
on the way stands in the .def file as a compiler reads it, and every other as
before; and a file that would break a sentence is refused as a whole.
"""

import importlib.util
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path[:0] = ["tests/support"]
from tally import named, tally  # noqa: E402

spec = importlib.util.spec_from_file_location("catalogue",
                                              "lib/base/catalogue.py")
catalogue = importlib.util.module_from_spec(spec)
spec.loader.exec_module(catalogue)

# What is wrong with a file, and what is said of it.
REFUSED = [
    ("a lost mark", lambda t: t.replace(
        'msgstr "Måsten: %1 av %2 h', 'msgstr "Måsten: %1 av 2 h'), "marks"),
    ("half a choice", lambda t: t.replace(
        '%(ställe|ställen)', '%(ställe'), "choice"),
    ("a lost blank", lambda t: re.sub(r'msgstr " \(%1, %2\)"',
                                      'msgstr "(%1, %2)"', t), "blanks"),
    ("no text", lambda t: t.replace('msgstr "Gäller inte"', 'msgstr ""'),
     "no text"),
    ("a sentence that is not there", lambda t: t.replace(
        "MESSAGE REPORT_MUSTS\"", "MESSAGE REPORT_MUSTARD\""), "no such"),
    ("another original", lambda t: t.replace('msgid "Musts: %1 of',
                                             'msgid "Must: %1 of'), "anew"),
    ("a control character", lambda t: t.replace(
        'msgstr "Gäller inte"', 'msgstr "Gäller\x1b inte"'), "control"),
    ("an escape", lambda t: t.replace('msgstr "Gäller inte"',
                                      'msgstr "Gäller\\x41 inte"'), "escape"),
    ("a doubtful entry", lambda t: t.replace(
        'msgctxt "MESSAGE REPORT_MUSTS"',
        '#, fuzzy\nmsgctxt "MESSAGE REPORT_MUSTS"'), "fuzzy"),
    ("no .po file", lambda t: t + "\nhej\n", "hej"),
    ("another language", lambda t: t.replace("Language: sv", "Language: fi"),
     "no language"),
]


def copy(folder):
    for name in catalogue.FILES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(name, folder / name)
    return catalogue.load(folder)


def spoken(folder):
    return dict(catalogue.sentences(catalogue.load(folder)))


def same_rows(folder):
    before = copy(folder)
    for lang in catalogue.LANGS:
        count = catalogue.read(folder, catalogue.write(folder, lang))
        after = catalogue.load(folder)
        yield f"nothing changes, {lang}", [] if after == before and not count \
            else [f"{count} taken in"]


def compiled(folder):
    """Every sentence as a compiler reads it, in the order of the files."""
    program = ["#include <stdio.h>\nint main(void) {"]
    for name, (macro, _) in catalogue.FILES.items():
        rest = "code, severity, sv, en, h_sv, h_en" if macro == "DIAG" \
            else "sv, en"
        said = "sv, en, h_sv, h_en" if macro == "DIAG" else "sv, en"
        for one in said.split(", "):
            program.append(
                f"#define {macro}(name, {rest}) "
                f"fwrite({one}, 1, sizeof {one}, stdout);\n"
                f'#include "{folder / name}"\n#undef {macro}')
    program.append("return 0; }")
    (folder / "said.c").write_text("\n".join(program), encoding="utf-8")
    subprocess.run(["cc", "-w", "-o", folder / "said", folder / "said.c"],
                   check=True)
    out = subprocess.run([folder / "said"], capture_output=True, check=True)
    return out.stdout.decode().split("\0")[:-1]


def by_file(folder):
    """The same by this reader."""
    texts = catalogue.load(folder)
    for name, (macro, parts) in catalogue.FILES.items():
        found = [arguments for _, _, arguments in
                 catalogue.rows(texts[name], macro)]
        for places in parts.values():
            for place in places:
                yield from (catalogue.plain(row[place]) for row in found)


def changed_rows(folder):
    copy(folder)
    before = spoken(folder)
    new = {}
    for number, (context, (sv, en)) in enumerate(before.items()):
        if number % 97 == 5 and sv:
            lead, tail = catalogue.around(sv)
            new[context] = lead + "Nytt \"" + sv.strip() + "\" \\ och " \
                + "ännu mer " * 12 + "slut." + tail
    text = catalogue.write(folder, "sv")
    for context, sv in new.items():
        old = f"msgid {catalogue.quoted(before[context][1])}\nmsgstr " \
            f"{catalogue.quoted(before[context][0])}\n"
        at = text.index(f"msgctxt {catalogue.quoted(context)}\n")
        place = text.index(old, at) + old.index("\nmsgstr ") + 1
        end = text.index("\n\n", place) if "\n\n" in text[place:] else len(text)
        # As editors write long ones: an empty line and then its parts.
        parts = "\n".join(catalogue.pieces(sv, 60))
        text = text[:place] + f'msgstr ""\n{parts}' + text[end:]
    count = catalogue.read(folder, text)
    after = spoken(folder)
    faults = [] if count == len(new) > 5 else [f"{count} of {len(new)}"]
    faults += [c for c in before if after[c] != (
        new.get(c, before[c][0]), before[c][1])]
    yield "what is changed is taken in, and nothing else", faults
    yield "as a compiler reads it", [] \
        if compiled(folder) == list(by_file(folder)) else ["another text"]
    long = [line for name in catalogue.FILES
            for line in (folder / name).read_text().splitlines()
            if "ännu mer" in line and len(line) > catalogue.WIDTH]
    yield "no line is too long", long


def refused_rows(folder):
    before = copy(folder)
    text = catalogue.write(folder, "sv")
    for name, spoil, said in REFUSED:
        spoilt = spoil(text)
        faults = [] if spoilt != text else ["nothing was spoilt"]
        # One that is good is not taken in either.
        spoilt = spoilt.replace('msgstr "Omgång"', 'msgstr "Runda"')
        try:
            catalogue.read(folder, spoilt)
            faults.append("taken in")
        except catalogue.Wrong as wrong:
            if said not in str(wrong):
                faults.append(f"said: {wrong}")
        if catalogue.load(folder) != before:
            faults.append("files were changed")
        yield f"refused: {name}", faults


def mark_rows(_):
    """Both languages say something, of the same things."""
    for context, (sv, en) in catalogue.sentences(catalogue.load(Path("."))):
        marks = [set(catalogue.MARK.findall(text)) for text in (sv, en)]
        blanks = [catalogue.around(text) for text in (sv, en)]
        faults = []
        if bool(sv) != bool(en):
            faults.append("one language says nothing")
        if marks[0] != marks[1]:
            faults.append(f"marks {marks}")
        if blanks[0] != blanks[1]:
            faults.append(f"blanks {blanks}")
        if faults:
            yield context, faults
    yield "marks", []


def msgfmt_rows(folder):
    if not shutil.which("msgfmt"):
        return
    for lang in catalogue.LANGS:
        path = folder / f"{lang}.po"
        path.write_text(catalogue.write(Path("."), lang), encoding="utf-8")
        done = subprocess.run(["msgfmt", "--check", "-o", folder / "out", path],
                              capture_output=True, text=True, check=False)
        yield f"msgfmt, {lang}", [] if done.returncode == 0 else [done.stderr]


def main():
    faults = []
    with tempfile.TemporaryDirectory() as name:
        for rows in (same_rows, changed_rows, refused_rows, mark_rows,
                     msgfmt_rows):
            faults += named(rows(Path(name)))
    return tally(faults)


if __name__ == "__main__":
    sys.exit(main())
