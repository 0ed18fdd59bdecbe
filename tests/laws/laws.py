#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Laws that hold for every document, tried on all that the tree has.

A document is written in other ways that mean the same (decomposed letters,
other line ends, soft hyphens, another encoding), or the checklist's criteria
stand in another order: verdicts, points and quotes must not change.  The
contributions of the criteria must add up to the score.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

sys.path.insert(0, "tests/support")
import oracle  # noqa: E402

BUILD = Path(os.environ.get("BUILD", "build"))
CHECKLIST = Path("checklists/overenskommelse.yaml")
WORD = re.compile(r"[a-zåäöé]{7,}", re.I)


def decomposed(text):
    return unicodedata.normalize("NFD", text).encode()


def composed(text):
    return unicodedata.normalize("NFC", text).encode()


def soft_hyphens(text):
    """One in each long word of running text; links and code stay whole."""
    return WORD.sub(lambda m: f"{m.group()[:4]}\u00ad{m.group()[4:]}",
                    text).encode()


def ligatures(text):
    return text.replace("ffi", "\ufb03").replace("fi", "\ufb01").encode()


WAYS = {
    "composed": composed,
    "decomposed": decomposed,
    "CRLF": lambda text: text.replace("\n", "\r\n").encode(),
    "soft hyphens": soft_hyphens,
    "ligatures": ligatures,
    "byte order mark": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "no line end at the end": lambda text: text.rstrip("\n").encode(),
    "UTF-16": lambda text: text.encode("utf-16"),
}


def score(path, checklist=CHECKLIST):
    """The bytes that the command writes for a file."""
    done = subprocess.run(
        [BUILD / "samsyn", "score", "--format", "json", "--date",
         "2026-11-22", "--checklist", str(checklist), str(path)],
        capture_output=True, timeout=120, check=False,
        env=dict(os.environ, SAMSYN_DATA="checklists"))
    if done.returncode:
        raise RuntimeError(f"{path}: {done.stderr.decode()}")
    return done.stdout


def story(out):
    """What may not change: verdicts, points and quotes, by criterion."""
    element = json.loads(out)[0]
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


def inputs():
    found = sorted(Path("examples/agreements").glob("*.md"))
    found += sorted(Path("examples/agreements").glob("*.txt"))
    found += sorted(Path("examples/promises").glob("*.md"))
    return found + sorted(p for p in Path("tests/cases").glob("*/input.*"))


def faults_of(path, folder, turned, stays):
    data = path.read_bytes()
    try:
        text = data.decode("utf-8").removeprefix("\ufeff")
        text = text.replace("\r\n", "\n")
    except UnicodeDecodeError:
        text = None
    first = score(path)
    yield "twice", None if score(path) == first else "the bytes differ"
    before = story(first)
    yield "order of criteria", difference(before, story(score(path, turned)))
    laws = list(oracle.faults(json.loads(first)[0], data, stays))
    yield "points and places", "; ".join(laws) or None
    for name, way in WAYS.items():
        if text is None:
            continue
        other = folder / f"other{path.suffix}"
        other.write_bytes(way(text))
        out = score(other)
        yield name, difference(before, story(out))
        laws = list(oracle.faults(json.loads(out)[0], other.read_bytes(),
                                  stays))
        yield f"places, {name}", "; ".join(laws) or None


def main():
    passed = failed = 0
    stays = oracle.suspended()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        turned = folder / CHECKLIST.name
        turned.write_text(reordered(CHECKLIST.read_text(encoding="utf-8")),
                          encoding="utf-8")
        for path in inputs():
            for law, fault in faults_of(path, folder, turned, stays):
                passed += not fault
                failed += bool(fault)
                if fault:
                    print(f"{path}, {law}: {fault}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
