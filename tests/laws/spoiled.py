#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""No document that is none scores: tests/laws/spoil.py makes them.

Every bundled checklist is asked of each, as if somebody had chosen it by hand.
None may come above BOUND per cent, and the report must say
why: what was looked at and refused, with reasons, or a notice.

    spoiled.py [--list] [--keep FOLDER]

--list   prints every score
--keep   leaves the documents in a folder, to look at
"""

import argparse
import sys
import tempfile
from pathlib import Path

sys.path[:0] = ["tests/laws"]
import batch  # noqa: E402
import spoil  # noqa: E402

BOUND = 20


def texts(folder):
    """{name: text} of all of them; a folder for what comes between."""
    made = {}
    for path, _ in batch.samples():
        good = batch.text_of(path)
        if path.suffix == ".md":
            for name, maker in spoil.OF_DOCUMENTS.items():
                made[f"{name}, {path.stem}"] = maker(good)
    for checklist in sorted(Path("checklists").glob("*.yaml")):
        for name, text in spoil.of_checklist(checklist).items():
            made[f"{name}, {checklist.stem}"] = text
    for checklist in batch.checklists():
        for name, text in spoil.heavy(checklist, folder).items():
            made[f"{name}, {checklist.stem}"] = text
    for name, text in spoil.guidance().items():
        made[f"guidance, {name}"] = text
    return made


def says_why(element):
    """Something was refused with a reason, or a notice speaks of it."""
    return bool(element["notices"]) or any(
        one["reason"] for criterion in element["criteria"]
        for one in criterion["refused"])


def faults(element):
    percent = element["score"]["percent"]
    if percent is None or percent > BOUND:
        yield f"scores {percent} %"
    elif not says_why(element):
        yield f"scores {percent} %, and the report does not say why"


def fault_in_sources(folder):
    """What people say is a source and no rumour: a plan that tells who says
    what keeps most of what it has."""
    good = Path("examples/plans/sjovalla.md")
    sourced = folder / "sourced.md"
    sourced.write_text(spoil.sourced(good.read_text("utf-8")), "utf-8")
    earned = [element["score"]["earned"] for element in
              batch.run(Path("checklists/atgardsplan.yaml"), [good, sourced])]
    if 4 * earned[1] < 3 * earned[0]:
        return f"told by its sources a plan has {earned[1]} of {earned[0]}"
    return None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--keep", type=Path)
    args = parser.parse_args()
    passed = failed = 0
    with tempfile.TemporaryDirectory() as name:
        folder = args.keep or Path(name)
        folder.mkdir(exist_ok=True)
        paths = {}
        for title, text in texts(folder).items():
            paths[title] = folder / f"{title.replace(', ', '-')}.md"
            paths[title].write_text(text, encoding="utf-8")
        for checklist in sorted(Path("checklists").glob("*.yaml")):
            elements = batch.run(checklist, paths.values())
            for title, element in zip(paths, elements, strict=True):
                found = "; ".join(faults(element))
                passed += not found
                failed += bool(found)
                if args.list:
                    print(f"{element['score']['percent']:3}  "
                          f"{checklist.stem:22} {title}")
                if found:
                    print(f"{title}, by {checklist.stem}: {found}")
        fault = fault_in_sources(folder)
        passed += not fault
        failed += bool(fault)
        if fault:
            print(fault)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
