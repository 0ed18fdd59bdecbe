# SPDX-License-Identifier: MIT
"""What the measures of this folder share: labelled folders, assessing their
documents, and `samsyn agreement`, which reckons every kappa.

A labelled folder holds labels.tsv and docs/, and may hold items.tsv.  A
document is called by its folder and its name, so that folders do not clash.
"""

import csv
import json
import os
import random
import subprocess
import sys
from pathlib import Path

BUILD = Path(os.environ.get("BUILD", "build"))
WORK = BUILD / "validity"
HERE = Path("tests/validity")
PASSAGES = Path("checklists/passages")
DATA = Path("checklists")
DATE = "2026-11-22"  # of every assessment here
AT_ONCE = 40         # files in one call
FOLDS = 6
RESAMPLES = 1000
SEED = 20261122


def folders():
    return [path.parent for path in sorted(HERE.glob("*/labels.tsv"))]


def rows_of(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t",
                                   quoting=csv.QUOTE_NONE))


def is_hard(path):
    """The corpus's documents called d-* were made to be hard; all others are
    ordinary."""
    return path.parent.parent.name == "corpus" and path.name.startswith("d-")


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


def read_folds(text):
    rows = [line.split("\t") for line in text.splitlines()[1:]]
    return {name: int(fold) for name, fold in rows}


def folds():
    """{name of a document: its fold}, as the command deals them out."""
    done = samsyn(["agreement", "--folds", FOLDS,
                   *(folder / "docs" for folder in folders())])
    if done.returncode:
        sys.exit(done.stderr.decode())
    return read_folds(done.stdout.decode())


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


def fold_data(models, fold):
    """The data directory of a fold: that of the tree, with the models of
    MODELS/fold-N in place of its own.  A whole data directory there is taken
    as it is."""
    given = models / f"fold-{fold}"
    if not given.is_dir():
        sys.exit(f"{given} is not there")
    if any(given.glob("*.yaml")):
        return given
    return data_of(f"fold-{fold}", [*DATA.iterdir(), *given.iterdir()])


def rules_data():
    """The data directory of the tree without its models."""
    return data_of("rules", (path for path in DATA.iterdir()
                             if path.suffix != ".model"))


def score_all(models=None, data=DATA):
    """Every labelled document assessed: {path: element}.  With models, each
    with the models of its fold as MODELS/folds.tsv has it, which have not
    seen it; a document that is in no fold was seen by none of them."""
    paths = [path for folder in folders()
             for path in sorted((folder / "docs").iterdir())]
    if not models:
        return score(paths, data=data)
    fold_of = read_folds((models / "folds.tsv").read_text(encoding="utf-8"))
    elements = {}
    for fold in range(1, FOLDS + 1):
        elements |= score([p for p in paths
                           if fold_of.get(p.name, 1) == fold],
                          data=fold_data(models, fold))
    return {path: elements[path] for path in paths}


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
        draw = random.Random(SEED)
        found = sorted(
            f1_of(map(sum, zip(*draw.choices(self.documents,
                                             k=len(self.documents)))))
            for _ in range(RESAMPLES))
        return found[RESAMPLES * 25 // 1000], found[RESAMPLES * 974 // 1000]


def f1_of(sums):
    there, found, both = sums
    return 2 * both / max(1, there + found)
