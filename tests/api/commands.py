#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The command at its edges: exit codes, bad input, and where words go.

Each row is tried as a user would type it.  Results go to stdout, what is
wrong to stderr, and no failure leaves half a result behind.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path[:0] = ["tests/support"]
from tally import tally  # noqa: E402

BUILD = Path(os.environ.get("BUILD", "build"))
EKVALLA = "examples/agreements/ekvalla.md"
CHECKLIST = "checklists/overenskommelse.yaml"

OK, BELOW, USAGE, BAD_LIST, UNREADABLE, NO_FIT, SOME = 0, 1, 2, 3, 4, 5, 6
LETTER = "Hej! Vi ses på torsdag klockan tre. Ta med fika.\n"


def make_inputs(folder):
    """Files that are wrong in one way each; names as in the rows."""
    agreement = Path(EKVALLA).read_text(encoding="utf-8")
    files = {
        "empty.md": b"",
        "blank.txt": b" \n\t\n",
        "binary.md": bytes(range(256)) * 8,
        "zip.docx": b"PK\x03\x04" + bytes(200),
        "old.doc": bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600),
        "paper.pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n",
        "letter.txt": LETTER.encode(),
        "latin.txt": agreement.encode("cp1252", "replace"),
        "utf16.txt": agreement.encode("utf-16"),
        "bom.md": b"\xef\xbb\xbf" + agreement.encode(),
        "document.yaml": agreement.encode(),
        "nul.txt": b"avtal\0avtal\n",
        "local.yaml": b'checklist: lokal\nextends: overenskommelse\n'
                      b'version: "1"\ntitle: {sv: Lokal, en: Local}\n'
                      b'keep: [a01, a03]\nchange: {a03: {weight: nice}}\n',
        "nearer.yaml": b'checklist: nearer\nextends: local\n'
                       b'version: "1"\ntitle: {sv: N, en: N}\n'
                       b'drop: a01\n',
        "outside.yaml": b'checklist: ute\nextends: ../overenskommelse\n'
                        b'version: "1"\ntitle: {sv: N, en: N}\n',
        "orphan.yaml": b'checklist: lokal\nextends: finns-inte\n'
                       b'version: "1"\ntitle: {sv: Lokal, en: Local}\n',
    }
    for name, data in files.items():
        (folder / name).write_bytes(data)
    (folder / "folder.md").mkdir()
    with open(folder / "huge.txt", "wb") as huge:
        huge.truncate((128 << 20) + 1)


# name, arguments, standard input, exit status, stdout, stderr (expressions;
# "" means that nothing may be written there, None that it does not matter)
ROWS = [
    ("help", ["--help"], "", OK, "samsyn score", ""),
    ("version", ["--version"], "", OK, r"samsyn \d+\.\d+\.\d+", ""),
    ("version and no more", ["--version", EKVALLA], "", USAGE, "", "md"),
    ("version, and what after", ["--version", "--verbose", "-x"], "", USAGE,
     "", "-x"),
    ("how safely", ["--version", "--verbose"], "", OK,
     r"(?s)^samsyn \d.*\nLäser: text, Markdown(, (docx|odt|pdf|html))*\n"
     r"(Program .*\n  gränser .*: (ja|nej|kunde .*)\n  seccomp .*: (ja|nej|"
     r"kunde .*)\n  Landlock .*: (ja, version \d+|nej|kunde .*)|libsamsyn-.*)"
     r"\nFörvalda värden: .*\n$", ""),
    ("help of a subcommand", ["score", "--help"], "", OK, "--explain", ""),
    ("nothing", [], "", USAGE, "", "."),
    ("unknown subcommand", ["skore", EKVALLA], "", USAGE, "", "skore"),
    ("unknown option", ["score", "--colour", EKVALLA], "", USAGE, "",
     "--colour"),
    ("option without value", ["score", EKVALLA, "--format"], "", USAGE, "",
     "--format"),
    ("unknown format", ["score", "--format", "pdf", EKVALLA], "", USAGE, "",
     "pdf"),
    ("unknown language", ["score", "--lang", "fi", EKVALLA], "", USAGE, "",
     "fi"),
    ("a format that is misspelt", ["score", "--format", "htm", EKVALLA], "",
     USAGE, "", r"(?s)”htm”.*--format FORMAT\n.*brief-html.*menade du ”html”"),
    ("a format without a value", ["score", "--format"], "", USAGE, "",
     r"(?s)--format FORMAT\n +text .*brief-html[^?]*$"),
    ("a choice that is misspelt", ["score", "--tracked", "acept", EKVALLA],
     "", USAGE, "", "menade du ”accept”"),
    ("a table that is misspelt", ["compare", "--sheet", "matris", EKVALLA], "",
     USAGE, "", "menade du ”matrix”"),
    ("a format in capitals", ["score", "--format", "HTML", EKVALLA], "", USAGE,
     "", "menade du ”html”"),
    ("nothing like it", ["score", "--format", "pdf", EKVALLA], "", USAGE, "",
     r"(?s)^(?!.*menade du)"),
    ("an option that is misspelt, in the language that comes after",
     ["score", "--fromat=html", EKVALLA, "--lang", "en"], "", USAGE, "",
     'did you mean "--format"'),
    ("a language behind --help", ["--help", "--lang", "en"], "", OK, "Usage",
     ""),
    ("a command that is misspelt", ["scroe", EKVALLA], "", USAGE, "",
     "menade du ”score”"),
    ("a document instead of a command", [EKVALLA], "", USAGE, "",
     f"samsyn score {EKVALLA}"),
    ("an option before the command", ["--lang", "en", "score", EKVALLA], "",
     USAGE, "", "samsyn score --lang"),
    ("a checklist that is misspelt",
     ["score", "--checklist", "overenskomelse", EKVALLA], "", BAD_LIST, "",
     "menade du ”overenskommelse”"),
    ("a checklist's name with the ending of its file",
     ["lint", "overenskommelse.yaml"], "", BAD_LIST, "",
     "menade du ”overenskommelse”"),
    ("a criterion that is misspelt",
     ["score", "--explain", "giltighetsitd", EKVALLA], "", USAGE, "",
     "menade du ”giltighetstid”"),
    ("a word too long to be meant", ["score", "--format", "h" * 5000, EKVALLA],
     "", USAGE, "", r"(?s)^(?!.*menade du)"),
    ("no such day", ["score", "--date", "2026-02-30", EKVALLA], "", USAGE, "",
     "2026-02-30"),
    ("percent above 100", ["score", "--fail-under", "101", EKVALLA], "",
     USAGE, "", "101"),
    ("no file", ["score"], "", USAGE, "", "."),
    ("list", ["list"], "", OK, "overenskommelse", ""),
    ("a profile in the list", ["list"], "", OK,
     r"overenskommelse-karna +\S+ +14 kriterier .*"
     r"\(utgår från overenskommelse\)\n", ""),
    ("score", ["score", EKVALLA], "", OK, "overenskommelse", None),
    ("score in English", ["score", "--lang", "en", EKVALLA], "", OK, "of",
     None),
    ("a checklist for another kind", ["score", "--checklist", "medborgarlofte",
                                      EKVALLA], "", OK, "medborgarlofte",
     f"^samsyn: {EKVALLA}: dokumentet verkar vara en samverkansöverenskommelse,"
     " inte det .*”medborgarlofte”"),
    ("the same in a comparison", ["compare", "--checklist", "medborgarlofte",
                                  "--lang", "en", EKVALLA], "", OK, ".",
     "seems to be a cooperation agreement, not .*\"medborgarlofte\""),
    ("a checklist of the kind", ["score", "--checklist", "overenskommelse",
                                 EKVALLA], "", OK, ".", ""),
    ("a checklist for no kind that the text shows",
     ["score", "--checklist", "overenskommelse", "@/letter.txt"], "", OK, ".",
     ""),
    ("above the bar", ["score", "--fail-under", "1", EKVALLA], "", OK, ".",
     None),
    ("below the bar", ["score", "--fail-under", "100", "@/short.md"], "",
     BELOW, ".", None),
    ("standard input", ["score", "-"], "@" + EKVALLA, OK, ".", None),
    ("a name that begins with a dash", ["score", "--", "-x.md"], "",
     UNREADABLE, "", "-x.md"),
    ("explain", ["score", "--explain", "giltighetstid", EKVALLA], "", OK,
     "giltig", None),
    ("explain as a page", ["score", "--format", "html", "--explain", "a03",
                           EKVALLA], "", USAGE, "", "--explain"),
    ("a page of two", ["score", "--format", "html", EKVALLA, EKVALLA], "",
     USAGE, "", "html"),
    ("one page of two", ["score", "--format", "brief-html", EKVALLA, EKVALLA],
     "", USAGE, "", "brief-html"),
    ("a list of two", ["score", "--format", "todo", EKVALLA, EKVALLA], "", OK,
     r"(?s)^# .*\n---\n\n# ", None),
    ("no such format", ["score", "--format", "pdf", EKVALLA], "", USAGE, "",
     "pdf"),
    ("without quotes", ["score", "--no-quotes", EKVALLA], "", OK,
     "^Vald checklista: overenskommelse\n\n", ""),
    ("no value", ["score", "--no-quotes=1", EKVALLA], "", USAGE, "",
     "--no-quotes"),
    ("explain by code", ["score", "--explain", "a03", EKVALLA], "", OK,
     "giltig", None),
    ("explain what is not there", ["score", "--explain", "gilltighetstid",
                                   EKVALLA], "", USAGE, "", "gilltighetstid"),
    ("checklist by path", ["score", "--checklist", CHECKLIST, EKVALLA], "",
     OK, ".", None),
    ("checklist by name", ["score", "--checklist", "overenskommelse",
                           EKVALLA], "", OK, ".", None),
    ("unknown checklist", ["score", "--checklist", "overenskommelser",
                           EKVALLA], "", BAD_LIST, "", "overenskommelser"),
    ("what extends another is not chosen", ["score", EKVALLA], "", OK,
     r"\A(?!(.|\n)*Utgår från)", None),
    ("a checklist that extends another",
     ["score", "--checklist", "@/local.yaml", EKVALLA], "", OK,
     r"Utgår från: overenskommelse \S+\. Borttaget: a02, (.|\n)*"
     r"Ändrat:\s+a03\.(.|\n)*\nChecklista overenskommelse: sha256:", ""),
    ("a checklist that extends one beside it",
     ["score", "--checklist", "@/nearer.yaml", EKVALLA], "", OK,
     r"Utgår från: lokal 1, overenskommelse \S+\.", ""),
    ("a checklist that extends what is no name", ["lint", "@/outside.yaml"],
     "", BAD_LIST, "2 fel", r"bad-id.*(.|\n)*unknown-parent"),
    ("what an extended checklist lacks", ["lint", "@/orphan.yaml"], "",
     BAD_LIST, "1 fel", r"unknown-parent.*\n.*orphan.yaml:2:10"),
    ("a document given as checklist",
     ["score", "--checklist", "@/document.yaml", EKVALLA], "", BAD_LIST, "",
     r"document\.yaml:\d+:\d+"),
    ("a checklist given as document", ["score", CHECKLIST], "", None, "",
     "."),
    ("no such file", ["score", "@/none.md"], "", UNREADABLE, "", r"none\.md"),
    ("empty file", ["score", "@/empty.md"], "", UNREADABLE, "", "empty"),
    ("only blanks", ["score", "@/blank.txt"], "", UNREADABLE, "", "blank"),
    ("binary", ["score", "@/binary.md"], "", UNREADABLE, "", "binary"),
    ("a NUL in the text", ["score", "@/nul.txt"], "", UNREADABLE, "", "nul"),
    ("a zip", ["score", "@/zip.docx"], "", UNREADABLE, "", "zip"),
    ("an old Word file", ["score", "@/old.doc"], "", UNREADABLE, "", "old"),
    ("a PDF", ["score", "@/paper.pdf"], "", UNREADABLE, "", "paper"),
    ("a folder", ["score", "@/folder.md"], "", UNREADABLE, "", "folder"),
    ("over the limit", ["score", "@/huge.txt"], "", UNREADABLE, "", "huge"),
    ("Windows-1252", ["score", "--checklist", "overenskommelse",
                      "@/latin.txt"], "", OK, "1252", None),
    ("UTF-16", ["score", "--checklist", "overenskommelse", "@/utf16.txt"], "",
     OK, "UTF-16", None),
    ("a byte order mark", ["score", "@/bom.md"], "", OK, ".", None),
    ("no checklist fits", ["score", "@/letter.txt"], "", NO_FIT, "", "."),
    ("one of two fails", ["score", EKVALLA, "@/empty.md"], "", SOME, ".",
     "empty"),
    ("both fail", ["score", "@/empty.md", "@/binary.md"], "", UNREADABLE, "",
     "binary"),
    ("an annex", ["score", "@/short.md", "--annex", "@/annex.md"], "", OK,
     r"Rad 1 i .*/annex\.md", None),
    ("two annexes", ["score", "--annex", "@/annex.md", "@/short.md",
                     "--annex=@/bom.md"], "", OK, r"Bilaga: .*bom\.md", None),
    ("an annex of two documents", ["score", "--annex", "@/annex.md",
                                   EKVALLA, "@/short.md"], "", USAGE, "",
     "--annex"),
    ("an annex without a document", ["score", "--annex", "@/annex.md"], "",
     USAGE, "", "."),
    ("an annex that is not there", ["score", EKVALLA, "--annex",
                                    "@/none.md"], "", UNREADABLE, "",
     r"none\.md"),
    ("an empty annex", ["score", EKVALLA, "--annex", "@/empty.md"], "",
     UNREADABLE, "", r"empty\.md"),
    ("standard input as both", ["score", "-", "--annex", "-"], "", USAGE, "",
     "-"),
    ("a part", ["score", "--part", "2", "--checklist", "medborgarlofte",
                "@/years.md"], "", OK, "del 1, huvudtexten", None),
    ("the newest part", ["score", "--checklist", "medborgarlofte",
                         "@/years.md"], "", OK, "del 2, ”Löften 2024”", None),
    ("a part that is not there", ["score", "--part", "3", "--checklist",
                                  "medborgarlofte", "@/years.md"], "", USAGE,
     "", "del 3"),
    ("no number of a part", ["score", "--part", "0", EKVALLA], "", USAGE, "",
     "--part"),
    ("lint", ["lint", CHECKLIST], "", OK, None, ""),
    ("lint of a document", ["lint", "@/document.yaml"], "", BAD_LIST, None,
     r"document\.yaml:\d+:\d+"),
    ("test", ["test", CHECKLIST], "", OK, r"\d+", ""),
    ("test of nothing", ["test"], "", USAGE, "", "."),
    ("schema", ["schema", "checklist"], "", OK, r"draft-07", ""),
    ("schema of nothing", ["schema", "document"], "", USAGE, "", "document"),
]


def command(args, stdin, folder):
    args = [a.replace("@/", f"{folder}/") for a in args]
    data = Path(stdin[1:]).read_bytes() if stdin.startswith("@") \
        else stdin.encode()
    env = dict(os.environ, SAMSYN_DATA="checklists", NO_COLOR="1")
    return subprocess.run([BUILD / "samsyn", *args], input=data, env=env,
                          capture_output=True, timeout=120, check=False)


def says(text, pattern):
    if pattern is None:
        return True
    return text == "" if pattern == "" else bool(re.search(pattern, text))


def fault_in(row, folder):
    name, args, stdin, code, out, err = row
    done = command(args, stdin, folder)
    stdout, stderr = done.stdout.decode(), done.stderr.decode()
    wrong = []
    if code is None:
        if done.returncode in (OK, 70) or done.returncode < 0:
            wrong.append(f"status {done.returncode}")
    elif done.returncode != code:
        wrong.append(f"status {done.returncode}, not {code}")
    if not says(stdout, out):
        wrong.append(f"stdout should be like {out!r}: {stdout[:300]!r}")
    if not says(stderr, err):
        wrong.append(f"stderr should be like {err!r}: {stderr[:300]!r}")
    return f"{name}: " + "; ".join(wrong) if wrong else None


def fault_in_json(folder):
    """A failed document leaves whole JSON, with its error in its place."""
    done = command(["score", "--format", "json", EKVALLA, "@/empty.md"], "",
                   folder)
    elements = json.loads(done.stdout)
    if [("error" in e) for e in elements] != [False, True]:
        return "json of two: the second should hold the error"
    if not elements[1]["error"]["code"] or not elements[1]["error"]["message"]:
        return "json of two: the error says nothing"
    return None


def fault_in_unreadable(folder):
    """A file that may not be read; root may read everything."""
    path = folder / "closed.md"
    path.write_text(LETTER, encoding="utf-8")
    path.chmod(0)
    if os.access(path, os.R_OK):
        return None
    return fault_in(("unreadable", ["score", "@/closed.md"], "", UNREADABLE,
                     "", "closed"), folder)


def fault_in_closed_pipe():
    """Output that cannot be written is a failure, not a success."""
    with open("/dev/full", "wb") as full:
        done = subprocess.run([BUILD / "samsyn", "--help"], stdout=full,
                              stderr=subprocess.PIPE, timeout=60, check=False)
    return None if done.returncode else "a full disk: status 0"


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_inputs(folder)
        (folder / "short.md").write_text(
            "# Samverkansöverenskommelse mellan Ekvalla kommun och "
            "Polismyndigheten\n\nVi samverkar.\n", encoding="utf-8")
        (folder / "years.md").write_text(
            "# Medborgarlöften i Ekvalla\n\n## Löften 2025\n\n"
            "- Polisen lovar tio kontroller på Kvarnvägen.\n\n"
            "## Löften 2024\n\n- Kommunen lovar ny belysning.\n",
            encoding="utf-8")
        (folder / "annex.md").write_text(
            "Överenskommelsen gäller från och med den 1 mars 2026 till och "
            "med den 28 februari 2029.\n", encoding="utf-8")
        faults = [fault_in(row, folder) for row in ROWS]
        faults += [fault_in_json(folder), fault_in_unreadable(folder),
                   fault_in_closed_pipe()]
    return tally(faults)


if __name__ == "__main__":
    sys.exit(main())
