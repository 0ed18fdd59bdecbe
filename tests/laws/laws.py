#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Laws that hold for every document, tried on all that the tree has.

A document is written in other ways that mean the same (decomposed letters,
other line ends, soft hyphens, more blank lines, another encoding), or the
checklist's criteria stand in another order: verdicts, points and quotes must
not change.  The contributions of the criteria must add up to the score.
"""

import re
import sys
import tempfile
import unicodedata
from pathlib import Path

sys.path[:0] = ["tests/support", "tests/laws"]
import batch  # noqa: E402
import oracle  # noqa: E402

# Addresses of pages and mail stay whole: nobody divides them.
WORD = re.compile(r"\S*(?:://|@|\w\.\w)\S*|[a-zåäöé]{5,}", re.I)


def decomposed(text):
    return unicodedata.normalize("NFD", text).encode()


def composed(text):
    return unicodedata.normalize("NFC", text).encode()


def soft_hyphens(text):
    """Wherever a word of running text can be divided, and elsewhere."""
    def divided(match):
        word = match.group()
        return "\u00ad".join(re.findall("..?.?", word)
                             if word.isalpha() else [word])
    return WORD.sub(divided, text).encode()


def ligatures(text):
    return text.replace("ffi", "\ufb03").replace("fi", "\ufb01").encode()


def blank_lines(text):
    """Three where one was; inside a code block they are text."""
    parts = re.split(r"(^```.*?^```)", text, flags=re.M | re.S)
    parts[::2] = [re.sub(r"\n[ \t]*\n", "\n\n\n\n", part)
                  for part in parts[::2]]
    return "".join(parts).encode()


WAYS = {
    "composed": composed,
    "decomposed": decomposed,
    "CRLF": lambda text: text.replace("\n", "\r\n").encode(),
    "soft hyphens": soft_hyphens,
    "ligatures": ligatures,
    "blank lines": blank_lines,
    "byte order mark": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "no line end at the end": lambda text: text.rstrip("\n").encode(),
    "UTF-16": lambda text: text.encode("utf-16"),
}


def story(element):
    """What may not change: verdicts, points and quotes, by criterion."""
    return {
        "score": element["score"],
        "criteria": {
            one["id"]: (one["verdict"], one["earned"], one["possible"],
                        [e["quote"] for e in one["evidence"]],
                        [(e["quote"], e["reason"]) for e in one["refused"]])
            for one in element["criteria"]},
    }


def difference(before, after):
    if before["score"] != after["score"]:
        return f"score {before['score']} became {after['score']}"
    for key, value in before["criteria"].items():
        if after["criteria"].get(key) != value:
            return f"{key}: {value} became {after['criteria'].get(key)}"
    return None


def blocks(lines, opening):
    """Lines before the first opening line, and the block each one opens."""
    starts = [i for i, line in enumerate(lines) if re.match(opening, line)]
    if not starts:
        return lines, []
    ends = starts[1:] + [len(lines)]
    return lines[:starts[0]], [lines[a:b] for a, b in zip(starts, ends)]


def reordered(text):
    """The checklist with its areas, and the criteria in them, backwards."""
    head, rest = text.split("\nareas:\n", 1)
    before, areas = blocks(rest.splitlines(), r"  - id:")
    turned = []
    for area in reversed(areas):
        first, criteria = blocks(area, r"      - id:")
        turned += first + [line for one in reversed(criteria) for line in one]
    return "\n".join([head, "areas:", *before, *turned]) + "\n"


def documents():
    """(path, checklist): samples, golden cases, labelled documents."""
    cases = sorted(Path("tests/cases").glob("*/input.*"))
    return [*batch.samples(), *((path, batch.AGREEMENT) for path in cases),
            *batch.labelled()]


def broken(element, data, stays):
    return "; ".join(oracle.faults(element, data, stays)) or None


def turned(pairs, folder):
    """The same documents against the checklists with turned criteria."""
    made = {}
    for checklist in {checklist for _, checklist in pairs}:
        made[checklist] = folder / checklist.name
        made[checklist].write_text(
            reordered(checklist.read_text(encoding="utf-8")),
            encoding="utf-8")
    return batch.scored((path, made[checklist]) for path, checklist in pairs)


def rewritten(pairs, way, folder):
    """{document: the file that says it another way}."""
    made = {}
    for n, (path, _) in enumerate(pairs):
        text = batch.text_of(path)
        if text is not None:
            made[path] = folder / f"{n}{path.suffix}"
            made[path].write_bytes(way(text))
    return made


def laws(pairs, folder):
    """(document, law, fault or None) for every law and document."""
    stays = oracle.suspended()
    first = batch.scored(pairs)
    before = {path: story(element) for path, element in first.items()}
    for law, other in (("twice", batch.scored(pairs)),
                       ("order of criteria", turned(pairs, folder))):
        for path, element in other.items():
            yield path, law, difference(before[path], story(element))
    for path, element in first.items():
        yield (path, "points and places",
               broken(element, path.read_bytes(), stays))
    for law, way in WAYS.items():
        made = rewritten(pairs, way, folder)
        after = batch.scored((made[path], checklist)
                             for path, checklist in pairs if path in made)
        for path, other in made.items():
            yield path, law, difference(before[path], story(after[other]))
            yield (path, f"places, {law}",
                   broken(after[other], other.read_bytes(), stays))


def main():
    passed = failed = 0
    with tempfile.TemporaryDirectory() as name:
        for path, law, fault in laws(documents(), Path(name)):
            passed += not fault
            failed += bool(fault)
            if fault:
                print(f"{path}, {law}: {fault}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
