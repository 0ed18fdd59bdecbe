#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The labelled documents end as they should.

documents.py: every document of every labelled folder is judged by the
checklist of its kind, ends well, and its JSON obeys the schema and the laws
of places and points; where there is no such checklist yet it ends in "no
checklist fits" and the message says what it seems to be.  The JSON is kept in
$BUILD/corpus, for another validator.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, "tests/support")
import json_schema  # noqa: E402
import oracle  # noqa: E402
from measuring import folders  # noqa: E402

BUILD = Path(os.environ.get("BUILD", "build"))
SCHEMA = Path("checklists/schema/assessment.schema.json")
# The checklist that a document must get, by the letter of its kind.
CHOSEN = {"a": "overenskommelse", "b": "medborgarlofte", "c": "atgardsplan",
          "r": "regional-samverkan"}
CHOSEN = {letter: name for letter, name in CHOSEN.items()
          if Path(f"checklists/{name}.yaml").exists()}
# What a document of another kind must be said to be, by its letter.
SEEMS = {"c": "plan", "r": "regional"}
NO_FIT = 5


def score(path):
    return subprocess.run(
        [BUILD / "samsyn", "score", "--format", "json", "--date",
         "2026-11-22", str(path)], capture_output=True, timeout=120,
        check=False, env=dict(os.environ, SAMSYN_DATA="checklists"))


def fitting_faults(path, schema, stays):
    done = score(path)
    if done.returncode:
        return [f"status {done.returncode}: {done.stderr.decode()}"]
    (BUILD / "corpus" / f"{path.name}.json").write_bytes(done.stdout)
    elements = json.loads(done.stdout)
    chosen = elements[0]["checklist"]["id"]
    if chosen != CHOSEN[path.name[2]]:
        return [f"is judged by {chosen}"]
    return (json_schema.validate(schema, elements)
            + list(oracle.faults(elements[0], path.read_bytes(), stays)))


def other_faults(path):
    done = score(path)
    error = done.stderr.decode().lower()
    faults = []
    if done.returncode != NO_FIT:
        faults.append(f"status {done.returncode}, not {NO_FIT}: {error}")
    elif SEEMS[path.name[2]] not in error:
        faults.append(f"is not said to seem a {SEEMS[path.name[2]]}: {error}")
    return faults


def main():
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    stays = oracle.suspended()
    (BUILD / "corpus").mkdir(parents=True, exist_ok=True)
    passed = failed = 0
    for path in (p for folder in folders()
                 for p in sorted((folder / "docs").iterdir())):
        if path.name[2] in CHOSEN:
            faults = fitting_faults(path, schema, stays)
        else:
            faults = other_faults(path)
        passed += not faults
        failed += bool(faults)
        if faults:
            print(f"{path.name}:", *faults[:5], sep="\n  ")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
