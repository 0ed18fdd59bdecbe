#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Proves by the #include lines that the rooms stand on each other one way.

layers.py ROOT: prints every line that breaks the table, fails where any does.
"""

import re
import sys
from pathlib import Path

# What a room may include besides itself and samsyn.h.
ROOMS = {
    "base": [],
    "language": ["base"],
    "document": ["base", "language"],
    "checklist": ["base", "language", "learn"],
    "match": ["base", "language", "document", "checklist"],
    "assess": ["base", "language", "document", "checklist", "match", "learn"],
    "learn": ["base", "language", "document"],
    "score": ["base"],
    "report": ["base"],
    "api": None,  # all of them
    "read": ["base"],  # a library of its own
}
C11 = {"assert.h", "float.h", "inttypes.h", "limits.h", "stdarg.h", "stdbool.h",
       "stddef.h", "stdint.h", "stdlib.h", "string.h"}
# Headers that exactly one file of lib/ may include.
ONCE = {"yaml.h": "base", "pcre2.h": "base", "md4c.h": "document",
        "stdio.h": "api", "cpuid.h": "base", "immintrin.h": "base",
        "zip.h": "read", "expat.h": "read",
        "libxml/HTMLparser.h": "read", "libxml/xmlerror.h": "read"}
FILES = "lib/api/directory.c"
# The only files that run programs, and so need more than C11.
SYSTEM = {"lib/read/child.c", "lib/read/child_inside.h",
          "lib/read/child_start.c", "lib/read/guard.c", "lib/read/sandbox.c"}
INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^>"]+)[>"]')


def includes(path):
    """Line number, kind of quotes and name of each included file."""
    text = path.read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        found = INCLUDE.match(line)
        if found:
            yield number, found.group(1), found.group(2)


def fault_in_library(room, quote, name):
    """Why a file of a room may not include this, or None."""
    if name == "samsyn.h" or (room == "read" and name == "samsyn_read.h"):
        return None
    if quote == "<":
        home = ONCE.get(name)
        if home:
            return None if home == room else f"belongs in lib/{home}"
        return None if name in C11 else "is not one of C11's that are used"
    target = name.split("/")[0]
    if "/" not in name or target not in ROOMS:
        return "names no room: write \"room/file.h\""
    allowed = ROOMS[room]
    if allowed is None or target == room or target in allowed:
        return None
    return f"is out of reach of lib/{room}"


def check_library(root, say):
    users = {name: set() for name in ONCE}
    for path in sorted((root / "lib").glob("*/*.[ch]")):
        room = path.parent.name
        if room not in ROOMS:
            say(path, 1, f"lib/{room} is no room of the house")
            continue
        for number, quote, name in includes(path):
            if name in users:
                users[name].add(path.relative_to(root).as_posix())
            fault = fault_in_library(room, quote, name)
            if quote == "<" and path.relative_to(root).as_posix() in SYSTEM:
                fault = None
            if fault:
                say(path, number, f"{name} {fault}")
    for name, paths in users.items():
        if len(paths) != 1:
            say(root / "lib", 0, f"{name} is included by {len(paths)} files "
                f"and not by one: {', '.join(sorted(paths))}")
    if users["stdio.h"] != {FILES}:
        say(root / "lib", 0, f"only {FILES} may include stdio.h")


def check_examples(root, say):
    """Front ends use the public headers and their own."""
    for path in sorted((root / "examples").glob("**/*.[ch]")):
        for number, quote, name in includes(path):
            own = quote == '"' and (path.parent / name).exists()
            if name.startswith("samsyn") and not own:
                continue
            if quote == '"' and not own:
                say(path, number, f"{name} is not public")


def main():
    root = Path(sys.argv[1])
    faults = []

    def say(path, number, text):
        faults.append(f"{path.relative_to(root)}:{number}: {text}")

    check_library(root, say)
    check_examples(root, say)
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
