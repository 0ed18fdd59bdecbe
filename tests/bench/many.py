#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""many.py COUNT CHECKLIST: the checklist with COUNT times its criteria.

Each copy has ids, codes and vocabulary of its own, and other words: two
letters in front of each, so that nothing the first looks for is found by
another.  What comes from the language pack (dates, roles, negation) is asked
for by all of them, as it is by the criteria of a real checklist."""

import re
import sys

KEY = re.compile(r"^[\w-]+:")
SECTION = re.compile(r"^([\w-]+):")
ENTRY = re.compile(r"^  ([\w-]+):")
# What is no word of a term: keys with their colon, gaps, classes, quotes.
KEPT = re.compile(r"(gap: *\d+|[\w-]+:(?: |$)|\([^)]*\)|#.*)")
WORD = re.compile(r"(?<![\w.-])\w[\w.-]*")


def sections(lines):
    """Names of the top level and their lines, in order."""
    found = []
    for line in lines:
        top = SECTION.match(line)
        if top or not found:
            found.append((top.group(1) if top else "", []))
        found[-1][1].append(line)
    return found


def prefix(copy):
    return "q" + chr(ord("a") + copy)


def other_words(line, copy):
    parts = KEPT.split(line)
    parts[::2] = [WORD.sub(lambda m: prefix(copy) + m.group(), part)
                  for part in parts[::2]]
    return "".join(parts)


def own_name(names, copy):
    return lambda m: f"{m.group()}-{copy}" if m.group() in names else m.group()


def copy_entry_line(line, names, copy):
    renamed = re.sub(r"[\w-]+", own_name(names, copy), line)
    if ENTRY.match(line):
        head, _, rest = line.partition(":")
        return f"{head}-{copy}:" + other_words(rest, copy)
    if "vocabulary:" in line:
        return renamed
    if "entity:" in line or "pattern:" in line:
        return line
    return other_words(line, copy)


def copy_area_line(line, names, copy):
    named = re.match(r"^(\s*(?:- )?(?:id|code): )([\w-]+)(.*)$", line)
    if named:
        return f"{named.group(1)}{named.group(2)}-{copy}{named.group(3)}"
    return re.sub(r"[\w-]+", own_name(names, copy), line)


def copied(name, lines, names, copy):
    if name == "vocabulary":
        return [copy_entry_line(line, names, copy) for line in lines[1:]]
    if name == "areas":
        return [copy_area_line(line, names, copy) for line in lines[1:]]
    return []


def main():
    count, path = int(sys.argv[1]), sys.argv[2]
    with open(path, encoding="utf-8") as file:
        parts = sections(file.read().splitlines())
    names = {m.group(1) for name, lines in parts if name == "vocabulary"
             for m in map(ENTRY.match, lines) if m}
    for name, lines in parts:
        print("\n".join(lines))
        for copy in range(1, count):
            for line in copied(name, lines, names, copy):
                print(line)


if __name__ == "__main__":
    main()
