#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The labelled documents end as they should.

documents.py: every document of every labelled folder ends well when it is
judged by the checklist of its kind, and its JSON obeys the schema and the laws
of places and points.  Its labels are for the criteria of that checklist, each
criterion once.  How often that checklist is chosen is for measure.py.  The
JSON is kept in $BUILD/corpus, for another validator.
"""

import collections
import json
import sys
from pathlib import Path

sys.path.insert(0, "tests/support")
import json_schema  # noqa: E402
import oracle  # noqa: E402
from measuring import (  # noqa: E402
    BUILD, DATE, KINDS, folders, rows_of, samsyn)

SCHEMA = Path("checklists/schema/assessment.schema.json")
KEPT = BUILD / "corpus"


def label_faults(criteria, element):
    asked = collections.Counter(c["code"] for c in element["criteria"])
    labelled = collections.Counter(criteria)
    for code in sorted(asked.keys() | labelled.keys()):
        if labelled[code] != 1 or not asked[code]:
            yield f"{labelled[code]} labels for {code}"


def faults_of(path, criteria, schema, stays):
    if not criteria:
        return ["has no labels"]
    done = samsyn(["score", "--format", "json", "--date", DATE,
                   "--checklist", KINDS[criteria[0][0]], path])
    if done.returncode:
        return [f"status {done.returncode}: {done.stderr.decode()}"]
    (KEPT / f"{path.parent.parent.name}-{path.name}.json").write_bytes(
        done.stdout)
    elements = json.loads(done.stdout)
    return (list(label_faults(criteria, elements[0]))
            + json_schema.validate(schema, elements)
            + list(oracle.faults(elements[0], path.read_bytes(), stays)))


def labelled():
    """(path, the criteria that it is labelled for) of each document; those
    that are labelled and not there, too."""
    for folder in folders():
        criteria = {path: [] for path in sorted((folder / "docs").iterdir())}
        for row in rows_of(folder / "labels.tsv"):
            criteria.setdefault(folder / "docs" / row["file"], []).append(
                row["criterion"])
        yield from criteria.items()


def main():
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    stays = oracle.suspended()
    KEPT.mkdir(parents=True, exist_ok=True)
    passed = failed = 0
    for path, criteria in labelled():
        faults = faults_of(path, criteria, schema, stays)
        passed += not faults
        failed += bool(faults)
        if faults:
            print(f"{path}:", *faults[:5], sep="\n  ")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
