#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A document says the same as Markdown and as text from a PDF of it.

Each Markdown document of the tree is laid out as tests/laws/twin.py does it,
and both are asked for every criterion of its checklist.  Of all verdicts at
least LEAST in a thousand must be equal; the others are listed.

    twins.py [--list] [--keep FOLDER] [NAME ...]

--list   prints the share of each document
--keep   leaves the twins in a folder, to look at
NAME     only documents whose names begin so
"""

import argparse
import sys
import tempfile
from pathlib import Path

sys.path[:0] = ["tests/laws"]
import batch  # noqa: E402
import twin  # noqa: E402

LEAST = 965


def verdicts(element):
    return {one["code"]: one["suggestion"] or one["verdict"]
            for one in element["criteria"]}


def pairs(names):
    for path, checklist in [*batch.samples(), *batch.labelled()]:
        if path.suffix == ".md" and (
                not names or path.name.startswith(tuple(names))):
            yield path, checklist


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--keep", type=Path)
    parser.add_argument("names", nargs="*")
    args = parser.parse_args()
    equal = count = 0
    with tempfile.TemporaryDirectory() as name:
        folder = args.keep or Path(name)
        folder.mkdir(exist_ok=True)
        both = list(pairs(args.names))
        made = {}
        for path, _ in both:
            made[path] = folder / f"{path.stem}.txt"
            made[path].write_text(twin.twin(batch.text_of(path)),
                                  encoding="utf-8")
        before = batch.scored(both)
        after = batch.scored((made[p], checklist) for p, checklist in both)
        for path, _ in both:
            first, second = verdicts(before[path]), verdicts(
                after[made[path]])
            other = [f"{code} {first[code]} -> {second[code]}"
                     for code in first if first[code] != second[code]]
            count += len(first)
            equal += len(first) - len(other)
            if other:
                print(f"{path}: {', '.join(other)}")
            elif args.list:
                print(f"{path}: all {len(first)}")
    share = 1000 * equal // max(1, count)
    print(f"{equal} of {count} verdicts are equal, "
          f"{share // 10}.{share % 10} per cent")
    failed = int(share < LEAST)
    print(f"{len(both) - failed} passed, {failed} failed")
    return failed


if __name__ == "__main__":
    sys.exit(main())
