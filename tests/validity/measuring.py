# SPDX-License-Identifier: MIT
"""What the measures of this folder share: labelled folders, assessing their
documents, and `samsyn agreement`, which reckons every kappa.

A labelled folder holds labels.tsv and docs/, and may hold items.tsv.  A
document is called by its folder and its name, so that folders do not clash.
"""

import csv
import functools
import json
import math
import os
import random
import re
import subprocess
import sys
from pathlib import Path

BUILD = Path(os.environ.get("BUILD", "build"))
WORK = BUILD / "validity"
HERE = Path("tests/validity")
VERDICTS = HERE / "verdicts"
PASSAGES = Path("checklists/passages")
DATA = Path("checklists")
DATE = "2026-11-22"  # of every assessment here
AT_ONCE = 40         # files in one call
RESAMPLES = 1000
SEED = 20261122
LATE = 131           # of `further`: from here on most rules were there


def folders():
    return [path.parent for path in sorted(HERE.glob("*/labels.tsv"))]


def rows_of(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t",
                                   quoting=csv.QUOTE_NONE))


def is_hard(path):
    """Documents called d-* were made to be hard; all others are ordinary."""
    return path.name.startswith("d-")


def samsyn(arguments, data=DATA):
    return subprocess.run(
        [BUILD / "samsyn", *map(str, arguments)], capture_output=True,
        timeout=600, check=False,
        env=dict(os.environ, SAMSYN_DATA=str(data)))


# ---- Assessing ----

def score(paths, checklist=None, data=DATA):
    """{path: its element of the JSON}, in the order of the paths."""
    paths, elements = list(paths), []
    chosen = ["--checklist", checklist] if checklist else []
    for at in range(0, len(paths), AT_ONCE):
        done = samsyn(["score", "--format", "json", "--date", DATE, *chosen,
                       *paths[at:at + AT_ONCE]], data)
        if not done.stdout:
            sys.exit(f"{done.returncode}: {done.stderr.decode()}")
        elements += json.loads(done.stdout)
    if len(elements) != len(paths):
        sys.exit(f"{len(paths)} files, {len(elements)} results")
    return dict(zip(paths, elements))


def data_of(name, paths):
    """A data directory made of these files and folders."""
    data = WORK / name
    data.mkdir(parents=True, exist_ok=True)
    for old in data.iterdir():
        old.unlink()
    for path in paths:
        (data / path.name).unlink(missing_ok=True)
        (data / path.name).symlink_to(path.resolve())
    return data


def rules_data():
    """The data directory of the tree without its models."""
    return data_of("rules", (path for path in DATA.iterdir()
                             if path.suffix != ".model"))


def every_document():
    return [path for folder in folders()
            for path in sorted((folder / "docs").iterdir())]


def score_all(checklists):
    """Every labelled document assessed by the rules alone, with the checklist
    that checklists has for its name: {path: element}.  The models that are
    stored have seen these documents."""
    data, elements = rules_data(), {}
    for checklist in sorted(set(checklists.values())):
        elements |= score((p for p in every_document()
                           if checklists.get(p.name) == checklist),
                          checklist, data)
    return {path: elements[path] for path in every_document()}


def chosen_all():
    """The checklist that is chosen for each labelled document, None where
    none is: {path: id}."""
    return {path: None if "error" in element else element["checklist"]["id"]
            for path, element in score(every_document(),
                                       data=rules_data()).items()}


# The checklist of a document, by the first letter of the criteria that it is
# labelled for.
KINDS = {"a": "overenskommelse", "b": "medborgarlofte", "c": "atgardsplan",
         "r": "regional-samverkan"}


def kinds():
    """{name of a document: the checklist that it is labelled for}"""
    return {row["file"]: KINDS[row["criterion"][0]]
            for folder in folders() for row in rows_of(folder / "labels.tsv")}


# ---- Held-out verdicts ----

def part_of(folder, name):
    """The documents that rules were written with in view, the others of the
    corpus, those that came when most rules were written, and the others of
    each folder."""
    if name in known():
        return "known" if folder.name == "corpus" else "studied"
    if folder.name == "further" and number(name) >= LATE:
        return "late"
    return "even" if folder.name == "corpus" else folder.name


def number(name):
    """Of a document: 7 for d-a07.txt."""
    return int(re.match(r"[do]-[abcr](\d+)", name)[1])


@functools.cache
def known():
    return frozenset((HERE / "known.txt").read_text(
        encoding="utf-8").split())


def labels():
    """Documents are called by their part and name."""
    return [dict(row, file=f"{part_of(folder, row['file'])}/{row['file']}")
            for folder in folders()
            for row in rows_of(folder / "labels.tsv")]


def held_out():
    """What was said of each document by a model that did not know it."""
    parts = {path.name: part_of(folder, path.name) for folder in folders()
             for path in (folder / "docs").iterdir()}
    return [dict(row, checklist=path.stem,
                 file=f"{parts.get(row['file'], 'gone')}/{row['file']}")
            for path in sorted(VERDICTS.glob("*.tsv"))
            for row in rows_of(path)]


def told_by(rows, column):
    """The rows with what the rules or the model alone said; what is left to
    a person stays so."""
    if column == "both":
        return rows
    return [dict(row, certainty="",
                 **{"suggestion" if row["suggestion"] else "status":
                    row[column]})
            for row in rows]


SCALE = {"not_met": 0, "partly": 1, "met": 2}


def counted(row):
    return row["suggestion"] or row["status"]


def stale(judged, said):
    """How many held-out verdicts are of other labels than those that stand;
    what is off the scale teaches nothing and has no verdict."""
    stand = {(r["file"], r["criterion"]): r["status"] for r in judged
             if r["status"] in SCALE}
    used = {(r["file"], r["criterion"]): r["label"] for r in said}
    return len(set(stand.items()) ^ set(used.items()))


# ---- Agreement ----

FIELDS = ("file", "item", "criterion", "status", "suggestion", "certainty",
          "checklist")


def write_labels(name, rows):
    WORK.mkdir(parents=True, exist_ok=True)
    path = WORK / f"{name}.tsv"
    lines = ["\t".join(str(row.get(field) or "") for field in FIELDS)
             for row in rows]
    path.write_text("\n".join(["\t".join(FIELDS), *lines]) + "\n",
                    encoding="utf-8")
    return path


def agreement(name, labels, machine, options=()):
    """The comparison of two lists of rows.  The JSON is kept in $BUILD, for
    another validator."""
    done = samsyn(["agreement", "--format", "json", *options,
                   "--labels", write_labels(f"{name}-labels", labels),
                   "--machine", write_labels(f"{name}-machine", machine)])
    if done.returncode:
        sys.exit(f"{name}: {done.stderr.decode()}")
    (WORK / f"{name}.json").write_bytes(done.stdout)
    return json.loads(done.stdout)["comparisons"][0]


def measure_of(comparison, of="all", **names):
    """One measure of a comparison, None where it has none."""
    for measure in comparison["measures"]:
        if measure["of"] == of and all(measure[k] == v
                                       for k, v in names.items()):
            return measure
    return None


# ---- Resampling ----

def resampled(documents, figure):
    """The figure of each of many resamples of the documents, in order."""
    draw = random.Random(SEED)
    return sorted(figure(map(sum, zip(*draw.choices(documents,
                                                    k=len(documents)))))
                  for _ in range(RESAMPLES))


def share_of(sums):
    part, whole = sums
    return part / max(1, whole)


def share_error(documents):
    """The standard error of a share in thousandths, over documents of (part,
    whole).  Nothing of many would seem to have none, so it is at least that
    of single labels with one more of each kind."""
    if not documents:
        return 0
    part, whole = map(sum, zip(*documents))
    found = resampled(documents, share_of)
    mean = sum(found) / len(found)
    spread = math.sqrt(sum((f - mean) ** 2 for f in found) / len(found))
    likely = (part + 1) / (whole + 2)
    return 1000 * max(spread, math.sqrt(likely * (1 - likely)
                                        / max(1, whole)))


# ---- Found or not ----

class Counts:
    """What is there, what was found, and both, document by document."""

    def __init__(self):
        self.documents = []

    def add(self, there, found, both):
        self.documents.append((there, found, both))

    def sums(self):
        return tuple(map(sum, zip(*self.documents))) or (0, 0, 0)

    def f1(self):
        return f1_of(self.sums())

    def interval(self):
        """The middle 95 per cent over resampled documents."""
        found = resampled(self.documents, f1_of)
        return found[RESAMPLES * 25 // 1000], found[RESAMPLES * 974 // 1000]


def f1_of(sums):
    there, found, both = sums
    return 2 * both / max(1, there + found)
