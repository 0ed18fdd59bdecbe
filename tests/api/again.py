#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The command that a page shows gives that page.

Each row makes files, asks for a page as a user would, takes the command from
the page as somebody would who marks it, and gives it to a shell in the same
folder, under another locale.  What comes out is the page, to the last byte.
"""

import hashlib
import html
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path[:0] = ["tests/formats"]
from package import docx, paragraph, run  # noqa: E402

BUILD = Path(os.environ.get("BUILD", "build")).resolve()
AGREEMENT = Path("examples/agreements/ekvalla.md").read_bytes()
PROMISE = sorted(Path("examples/promises").glob("*.md"))[0].read_bytes()
YEARS = ("# Medborgarlöften i Ekvalla\n\n## Löften 2025\n\n- Polisen lovar "
         "tio kontroller på Kvarnvägen.\n\n## Löften 2024\n\n- Kommunen lovar "
         "ny belysning.\n").encode()
LOCAL = (b'checklist: lokal\nextends: overenskommelse\nversion: "1"\n'
         b'title: {sv: Lokal, en: Local}\nkeep: [a01, a03, a09]\n')
TRACKED = docx("".join((
    paragraph(run("Överenskommelse mellan kommunen och polisen"), "Rubrik1"),
    paragraph(run("Överenskommelsen gäller ")
              + '<w:ins w:id="1" w:author="A"><w:r><w:t>från den 1 mars 2026 '
              'till den 28 februari 2030.</w:t></w:r></w:ins>'
              + '<w:del w:id="2" w:author="A"><w:r><w:delText>tills vidare.'
              '</w:delText></w:r></w:del>'))))
ANSWERS = b"""by: Kim Alvner
date: 2026-03-01
documents:
  - name: a.md
    checklist: overenskommelse
    version: "0.1"
    digest: "%s"
    answers:
      orsaksanalys: {verdict: not_met, reason: Det saknas.}
""" % f"sha256:{hashlib.sha256(AGREEMENT).hexdigest()}".encode()
SHELLS = [s for s in ("sh", "bash", "dash") if shutil.which(s)]
LIST = ["--checklist", "overenskommelse"]

# name, files, arguments.  Bytes are names that are no text.
ROWS = [
    ("a plain name", {"a.md": AGREEMENT}, ["a.md"]),
    ("in English", {"a.md": AGREEMENT}, ["--lang", "en", "a.md"]),
    ("a date", {"a.md": AGREEMENT}, ["--date", "2031-05-01", "a.md"]),
    ("without quotes", {"a.md": AGREEMENT}, ["--no-quotes", "a.md"]),
    ("blanks and marks", {"å b's \"c\" $(d) `e` \\f ~ #g;h&.md": AGREEMENT},
     ["å b's \"c\" $(d) `e` \\f ~ #g;h&.md"]),
    ("a tilde first", {"~a.md": AGREEMENT}, ["~a.md"]),
    ("a dash first", {"-a.md": AGREEMENT}, ["--", "-a.md"]),
    ("as an option", {"--lang=en": AGREEMENT}, [*LIST, "--", "--lang=en"]),
    ("a tab and an end of a line", {"a\tb\nc%d\\n.md": AGREEMENT},
     ["a\tb\nc%d\\n.md"]),
    ("letters of the other direction", {"a\u202eb'.md": AGREEMENT},
     ["a\u202eb'.md"]),
    ("bytes that are no text", {b"a\xff b.md": AGREEMENT}, [b"a\xff b.md"]),
    ("a checklist's file", {"lokal.yaml": LOCAL, "a.md": AGREEMENT},
     ["--checklist", "./lokal.yaml", "a.md"]),
    ("a checklist's file, with a blank",
     {"min lista/lokal's.yaml": LOCAL, "a.md": AGREEMENT},
     ["--checklist", "min lista/lokal's.yaml", "a.md"]),
    ("a checklist's file with a dash first",
     {"-l.yaml": LOCAL, "a.md": AGREEMENT}, ["--checklist=-l.yaml", "a.md"]),
    ("annexes", {"a.md": AGREEMENT, "b 1.md": PROMISE, "-c.md": PROMISE},
     [*LIST, "--annex", "b 1.md", "--annex=-c.md", "a.md"]),
    ("answers", {"a.md": AGREEMENT, "mina svar.yaml": ANSWERS},
     ["--answers", "mina svar.yaml", "a.md"]),
    ("the other part", {"a.md": YEARS},
     ["--checklist", "medborgarlofte", "--part", "2", "a.md"]),
    ("the newest part", {"a.md": YEARS},
     ["--checklist", "medborgarlofte", "a.md"]),
    ("tracked changes accepted", {"a.docx": TRACKED}, [*LIST, "a.docx"]),
    ("tracked changes rejected", {"a.docx": TRACKED},
     [*LIST, "--tracked", "reject", "a.docx"]),
    ("of an annex", {"a.md": AGREEMENT, "b.docx": TRACKED},
     [*LIST, "--tracked", "reject", "--annex", "b.docx", "a.md"]),
    ("everything", {"min lista.yaml": LOCAL, "- a.docx": TRACKED,
                    "-b.md": YEARS},
     ["--no-quotes", "--tracked=reject", "--lang=en", "--date=2026-01-31",
      "--checklist", "./min lista.yaml", "--annex=-b.md", "--", "- a.docx"]),
]


def environment(locale):
    return {"PATH": f"{BUILD}:{os.environ['PATH']}", "LC_ALL": locale,
            "SAMSYN_DATA": str(Path("checklists").resolve())}


def ask(command, folder, locale):
    done = subprocess.run(command, cwd=folder, env=environment(locale),
                          capture_output=True, check=False, timeout=120,
                          stdin=subprocess.DEVNULL)
    return done.returncode, done.stdout, done.stderr.decode(errors="replace")


def faults_of(files, arguments, folder):
    for name, data in files.items():
        path = Path(folder, os.fsdecode(name))
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    code, page, said = ask(["samsyn", "score", "--format", "html",
                            *arguments], folder, "C")
    if code == 4 and "docx" in said:
        return  # built without the reader
    if code != 0:
        yield f"status {code}: {said}"
        return
    shown = re.findall("<pre><code>(.*?)</code></pre>", page.decode(), re.S)
    if len(shown) != 1:
        yield f"{len(shown)} commands on the page"
        return
    command = html.unescape(shown[0])
    for shell in SHELLS:
        code, again, said = ask([shell, "-c", command], folder, "en_GB.UTF-8")
        if code != 0:
            yield f"{shell}, status {code}: {command}: {said}"
        elif again != page:
            yield f"{shell}, another page: {command}"


def main():
    failed = 0
    for name, files, arguments in ROWS:
        with tempfile.TemporaryDirectory() as folder:
            faults = list(faults_of(files, arguments, folder))
        failed += bool(faults)
        for fault in faults:
            print(f"{name}: {fault}")
    print(f"{len(ROWS) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
