#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What the house style forbids and a search can find.

lint.py ROOT: prints file:line and the reason, fails where there is any.
"""

import re
import subprocess
import sys
from pathlib import Path

CALL = r"\b({})\s*\("
IN_LIBRARY = [
    (CALL.format("strcpy|strcat|sprintf|strtok|sscanf|atoi|atol|atof|strtod|"
                 "strtol|gets"), "cannot be bounded, or reads the locale"),
    (CALL.format("setlocale|tolower|toupper|localeconv|is(alnum|alpha|blank|"
                 "cntrl|digit|graph|lower|print|punct|space|upper|xdigit)"),
     "depends on the locale"),
    (CALL.format("printf|fprintf|puts|putchar|perror|abort|exit|atexit|raise"),
     "is not for a library to do"),
    (CALL.format("time|clock|gettimeofday|rand|srand|random|getenv|system"),
     "would make results differ between runs"),
    (r"\berrno\b", "failures come as a status"),
    (r"\balloca\b", "sizes are bounded on the heap"),
    (r"^\s*static\s+(?!const\b|inline\b)[a-z_ ]+\s\*?\w+(\[\w*\])?\s*(=|;)",
     "no state between calls"),
]
# All but the files that train, which say how theirs is the same everywhere.
EXACT = [(r"\b(float|double)\b", "arithmetic is exact")]
TRAINS = re.compile(r"lib/(?:learn|assess)/train\w*\.[ch]$")
IN_C = [
    (r"//", "comments are /* */"),
    (r"\b(TODO|FIXME|XXX|HACK)\b", "unfinished"),
    (r"\t", "indent with blanks"),
]
IN_TEXT = [
    (r"[ \t\r]+$", "white space at the end of the line"),
]
LINES = {".c": 600, ".h": 600}
PUBLIC = "include/samsyn.h"  # one header, in the order of use, may be longer
SPDX = "SPDX-License-Identifier: "
SPDX_SUFFIXES = {".c", ".h", ".mk", ".sh", ".py", ".awk", ".def", ".map"}

TOKENS = re.compile(r'/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'',
                    re.S)


def bare(text):
    """C without comments and texts, line for line."""
    return TOKENS.sub(lambda m: "\n" * m.group().count("\n") or " ", text)


def tracked(root):
    """Files of the tree: known to git, or new and not ignored."""
    try:
        listed = subprocess.run(
            ["git", "-C", root, "ls-files", "-zco", "--exclude-standard"],
            capture_output=True, text=True, check=False)
    except FileNotFoundError:
        listed = None
    if listed and listed.returncode == 0:
        names = [n for n in listed.stdout.split("\0") if n]
        return sorted(p for p in (root / n for n in names) if p.is_file())
    skip = {"build", ".git"}
    return sorted(p for p in root.rglob("*") if p.is_file()
                  and p.relative_to(root).parts[0] not in skip)


def rules_for(name):
    rules = []
    if name.endswith((".c", ".h", ".def")):
        rules += IN_C
    if name.startswith("lib/") and name.endswith((".c", ".h")):
        rules += IN_LIBRARY
        if not TRAINS.match(name):
            rules += EXACT
    return rules


def faults_in(name, text):
    suffix = Path(name).suffix
    if suffix in SPDX_SUFFIXES and SPDX not in "".join(text.splitlines()[:2]):
        yield 1, "no licence line"
    lines = text.count("\n")
    if lines > LINES.get(suffix, lines) and name != PUBLIC:
        yield lines, f"{lines} lines: more than one thing lives here"
    code = bare(text) if suffix in LINES else text
    if name.startswith(("tests/", "checklists/", "examples/agreements/")) \
            and suffix not in LINES:
        return
    rules = [(rule, code) for rule in rules_for(name)]
    rules += [(rule, text) for rule in IN_TEXT]
    for (pattern, why), subject in rules:
        for found in re.finditer(pattern, subject, re.M):
            word = found.group().strip() or "blank"
            yield subject.count("\n", 0, found.start()) + 1, f"{word}: {why}"


# Catalogues: the file, a row of it, the name that the code has for a row.
CATALOGUES = [
    ("lib/base/messages.def", r"^MESSAGE\((\w+)", "MSG_", "lib"),
    ("examples/samsyn/texts.def", r"^TEXT\((\w+)", "TEXT_", "examples/samsyn"),
]


def unsaid(root):
    """Rows of a catalogue that nothing says."""
    for name, row, prefix, folder in CATALOGUES:
        path = root / name
        if not path.is_file():
            continue
        said = {word for pattern in ("*.c", "*.h")
                for file in (root / folder).rglob(pattern)
                for word in re.findall(rf"\b{prefix}\w+",
                                       file.read_text("utf-8"))}
        text = path.read_text("utf-8")
        for found in re.finditer(row, text, re.M):
            if prefix + found[1] not in said:
                yield name, text.count("\n", 0, found.start()) + 1, found[1]


def main():
    root = Path(sys.argv[1])
    count = 0
    for name, line, row in unsaid(root):
        print(f"{name}:{line}: {row}: nothing says it")
        count += 1
    for path in tracked(root):
        name = path.relative_to(root).as_posix()
        try:
            text = path.read_bytes().decode("utf-8")
        except UnicodeDecodeError:
            continue  # test documents in other encodings
        for line, why in faults_in(name, text):
            print(f"{name}:{line}: {why}")
            count += 1
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
