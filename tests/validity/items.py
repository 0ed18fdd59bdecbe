#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""How well promises and measures are found.

items.py [--only odd|even] [--least F1] [--misses] [PART...]

PART is any of documents, restated, promises and measures; all where none is
named.  The first two are in corpus/, the others in checklists/passages.

documents: the promises of items.tsv; restated: those of labels.jsonl, in
texts told again from real pages.  A promise counts as found where an item
holds its words, each item for one promise.  Printed are precision, recall and
F1, and for the promises found how far the verdicts of b01 to b05 agree
(kappa with linear weights), or the flags of restated.

promises, measures: single items of the passages, each made a small document
of its own with what it stands under; printed is how many are recognised rightly.

--only: documents of odd or even numbers (restated and passages: of odd or
even places in their order).  --least: fail where F1 of the promises is lower, on
documents or on restated.  --misses: show what was missed and what was found
in error.
"""

import argparse
import collections
import csv
import json
import os
import re
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

BUILD = Path(os.environ.get("BUILD", "build"))
DATE = "2026-11-22"
PROMISES = "medborgarlofte"
MEASURES = "overenskommelse"
CORPUS = Path("tests/validity/corpus")
PASSAGES = Path("checklists/passages")
CODES = ("b01", "b02", "b03", "b04", "b05")
SCALE = {"not_met": 0, "partly": 1, "met": 2}
FEWEST = 0.75    # of a promise's words that an item must hold
SHORT = 36       # letters of a promise that tell which it is
AT_ONCE = 40     # files in one call


# ---- Words ----

def words(text):
    text = unicodedata.normalize("NFC", text).replace("\u00ad", "").casefold()
    return re.findall(r"\w+", text)


def key(text):
    return "".join(words(text))


def likeness(promise, item):
    """How much of the promise the item holds; 0 where too little."""
    if key(promise)[:SHORT] in key(item):
        return 1.0
    wanted, there = words(promise), collections.Counter(words(item))
    if not wanted or not there:
        return 0.0
    # Labels are cut off, often in the middle of a word.
    held = sum(min(n, there[w])
               for w, n in collections.Counter(wanted[:-1] or wanted).items())
    share = held / max(1, len(wanted) - 1)
    return share if share >= FEWEST and len(wanted) > 3 else 0.0


# ---- Scoring ----

def score(paths, checklist):
    """The elements of the JSON, in the order of the files."""
    elements = []
    for at in range(0, len(paths), AT_ONCE):
        done = subprocess.run(
            [BUILD / "samsyn", "score", "--format", "json", "--date", DATE,
             "--checklist", checklist, *map(str, paths[at:at + AT_ONCE])],
            capture_output=True, timeout=600, check=False,
            env={"SAMSYN_DATA": "checklists", **os.environ})
        if not done.stdout:
            sys.exit(f"{done.returncode}: {done.stderr.decode()}")
        elements += json.loads(done.stdout)
    if len(elements) != len(paths):
        sys.exit(f"{len(paths)} files, {len(elements)} results")
    for element in elements:
        if "error" in element:
            sys.exit(f"{element['name']}: {element['error']}")
    return elements


def items_of(element, kind):
    return [i for i in element["items"] if i["kind"] == kind]


def slugs(element):
    return {c["code"]: c["id"] for c in element["criteria"]}


def line_of(path, item):
    if item["start"] is None:
        return 0
    return path.read_bytes()[:item["start"]].count(b"\n") + 1


# ---- Pairing promises and items ----

def pair(promises, items, path):
    """{place of a promise: place of its item}: the likest first, then those
    on the same line, then in order."""
    found = []
    for p, promise in enumerate(promises):
        for i, item in enumerate(items):
            like = likeness(promise["quote"], item["quote"])
            if like:
                far = (abs(promise["line"] - line_of(path, item))
                       if promise.get("line") else abs(p - i))
                found.append((-like, far, len(item["quote"]), p, i))
    pairs, taken = {}, set()
    for _, _, _, p, i in sorted(found):
        if p not in pairs and i not in taken:
            pairs[p] = i
            taken.add(i)
    return pairs


class Counts:
    """Promises that are there, items that were found, and both."""

    def __init__(self):
        self.there = self.found = self.both = 0

    def add(self, there, found, both):
        self.there += there
        self.found += found
        self.both += both

    def f1(self):
        return 2 * self.both / max(1, self.there + self.found)

    def row(self, name):
        return (f"{name:<26} {self.there:>6} {self.found:>6} {self.both:>6} "
                f"{self.both / max(1, self.found):>9.3f} "
                f"{self.both / max(1, self.there):>7.3f} {self.f1():>6.3f}")


HEAD = (f"{'':<26} {'there':>6} {'found':>6} {'both':>6} {'precision':>9} "
        f"{'recall':>7} {'F1':>6}")


def compare(name, documents, options, judge):
    """Counts over [(path, promises)]; judge(element, promise, item) is told
    of every pair."""
    total, groups = Counts(), collections.defaultdict(Counts)
    elements = score([path for path, _, _ in documents], PROMISES)
    print(f"\n{name}\n{HEAD}")
    misses = []
    for (path, promises, group), element in zip(documents, elements):
        items = items_of(element, "promise")
        pairs = pair(promises, items, path)
        for counts in (total, groups[group]):
            counts.add(len(promises), len(items), len(pairs))
        for p, i in pairs.items():
            judge(element, promises[p], items[i])
        misses += [f"{path.name} missed: {q['quote'][:90]}"
                   for p, q in enumerate(promises) if p not in pairs]
        misses += [f"{path.name} wrong: {q['quote'][:90]}"
                   for i, q in enumerate(items) if i not in pairs.values()]
    for group in sorted(groups):
        print(groups[group].row("  " + group))
    print(total.row("all"))
    if options.misses:
        print(*misses, sep="\n")
    return total.f1()


# ---- Agreement ----

class Table:
    """Pairs of marks from 0 to 2."""

    def __init__(self):
        self.pairs = []
        self.other = 0

    def add(self, label, verdict):
        if label in SCALE and verdict in SCALE:
            self.pairs.append((SCALE[label], SCALE[verdict]))
        else:
            self.other += 1

    def kappa(self):
        n = len(self.pairs)
        if not n:
            return None
        rows = collections.Counter(a for a, _ in self.pairs)
        columns = collections.Counter(b for _, b in self.pairs)
        seen = sum(abs(a - b) for a, b in self.pairs) / n
        chance = sum(rows[a] * columns[b] * abs(a - b)
                     for a in rows for b in columns) / n / n
        return 1 - seen / chance if chance else 1.0

    def row(self, name):
        kappa = self.kappa()
        same = sum(a == b for a, b in self.pairs)
        over = sum(b > a for a, b in self.pairs)
        return (f"  {name:<8} "
                f"{'-' if kappa is None else format(kappa, '.3f'):>7} "
                f"{len(self.pairs):>6} {same:>6} {over:>6} "
                f"{len(self.pairs) - same - over:>6} {self.other:>6}")


TABLE_HEAD = (f"  {'':<8} {'kappa':>7} {'pairs':>6} {'same':>6} {'over':>6} "
              f"{'under':>6} {'other':>6}")


def print_tables(tables):
    print(TABLE_HEAD)
    for name, table in tables.items():
        print(table.row(name))


def verdict_judge(tables):
    def judge(element, promise, item):
        ids = slugs(element)
        for code in CODES:
            tables[code].add(promise.get(code),
                             item["criteria"].get(ids.get(code)))
    return judge


# ---- The parts ----

def rows_of(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t",
                                   quoting=csv.QUOTE_NONE))


def is_wanted(number, options):
    return not options.only or (number % 2 == 1) == (options.only == "odd")


def documents(options):
    """Promise documents, against items.tsv."""
    promises = collections.defaultdict(list)
    for row in rows_of(CORPUS / "items.tsv"):
        promises[row["file"]].append(row)
    chosen = [(CORPUS / "docs" / file, rows,
               "hard" if file.startswith("d") else "ordinary")
              for file, rows in sorted(promises.items())
              if is_wanted(int(re.search(r"\d+", file)[0]), options)]
    tables = {code: Table() for code in CODES}
    f1 = compare("promises, documents", chosen, options,
                 verdict_judge(tables))
    print_tables(tables)
    return f1


FLAGS = {"number": ("b02", ("met",)), "time": ("b04", ("met",)),
         "place": ("b05", ("met", "partly"))}


def restated(options):
    """Real pages told again, against labels.jsonl: F1 over the citizen
    promises; pages of other kinds are shown beside them."""
    folder = CORPUS / "restated"
    labels = [json.loads(line) for line in (folder / "labels.jsonl").read_text(
        encoding="utf-8").splitlines()]
    tables = {flag: Table() for flag in FLAGS}
    actors = collections.Counter()

    def judge(element, promise, item):
        ids = slugs(element)
        for flag, (code, yes) in FLAGS.items():
            verdict = item["criteria"].get(ids.get(code))
            tables[flag].add(
                "met" if promise[flag] else "not_met",
                verdict and ("met" if verdict in yes else "not_met"))
        actors[promise["actor"], item["actor"]] += 1

    chosen = {True: [], False: []}
    for place, label in enumerate(labels, 1):
        if is_wanted(place, options):
            ours = label["kind"] == "medborgarlofte"
            chosen[ours].append((
                folder / label["file"],
                [dict(p, quote=p["text"]) for p in label["promises"]],
                label["kind"]))
    f1 = compare("promises, restated", chosen[True], options, judge)
    print_tables(tables)
    print_actors(actors)
    compare("promises, restated, as if pages of other kinds were promises",
            chosen[False], options, lambda *_: None)
    return f1


def print_actors(actors):
    print("  actor as labelled, as found:")
    for (label, found), count in sorted(actors.items(), key=str):
        print(f"    {label:<12} {str(found)[:40]:<40} {count:>4}")


def cells(text):
    """A row of a table as it is told in the passages: (titles, cells)."""
    parts = [part.partition(": ") for part in text.split(" | ")]
    if len(parts) < 2 or not all(mark for _, mark, _ in parts):
        return None
    return [t for t, _, _ in parts], [c for _, _, c in parts]


def markdown(lead, text):
    """A small document with the text under its lead."""
    row = cells(text)
    head = "" if lead == "-" else f"## {lead}\n\n"
    if row:
        lines = ["| " + " | ".join(line) + " |"
                 for line in (row[0], ["---"] * len(row[0]), row[1])]
        return head + "\n".join(lines) + "\n"
    if lead == "-":
        return text + "\n"
    if lead.endswith(":") or text[0].islower():
        head = lead + "\n\n"
    return f"{head}- {text}\n"


def recognise(options, file, field, kind, checklist):
    rows = [row for place, row in enumerate(rows_of(PASSAGES / file), 1)
            if is_wanted(place, options)]
    tables = {code: Table() for code in CODES}
    right, actors, misses = collections.Counter(), collections.Counter(), []
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for n, row in enumerate(rows):
            paths.append(Path(folder) / f"{n:03}.md")
            paths[-1].write_text(markdown(row["lead"], row["text"]),
                                 encoding="utf-8")
        for row, element in zip(rows, score(paths, checklist)):
            items = items_of(element, kind)
            right[row[field] == "1", bool(items)] += 1
            if (row[field] == "1") != bool(items):
                misses.append(("wrong: " if items else "missed: ")
                              + f"{row['lead']} > {row['text'][:90]}")
            elif items:
                actors[row.get("actor", "-"), items[0]["actor"]] += 1
                verdict_judge(tables)(element, row, items[0])
    same = right[True, True] + right[False, False]
    counts = Counts()
    counts.add(right[True, True] + right[True, False],
               right[True, True] + right[False, True], right[True, True])
    print(f"\n{kind}s, single\n{HEAD}\n{counts.row('all')}\n"
          f"  right {same} of {len(rows)}: {same / len(rows):.3f}")
    if kind == "promise":
        print_tables(tables)
        print_actors(actors)
    if options.misses:
        print(*misses, sep="\n")


def promises_part(options):
    recognise(options, "promises.tsv", "is_promise", "promise",
              PROMISES)


def measures_part(options):
    recognise(options, "measures.tsv", "is_measure", "measure",
              MEASURES)


PARTS = {"documents": documents, "restated": restated,
         "promises": promises_part, "measures": measures_part}


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("parts", nargs="*", metavar="PART")
    parser.add_argument("--only", choices=("odd", "even"))
    parser.add_argument("--least", type=float)
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_intermixed_args()
    if unknown := set(options.parts) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    low = []
    for part in options.parts or PARTS:
        f1 = PARTS[part](options)
        if None not in (f1, options.least) and f1 < options.least:
            low.append(f"{part}: F1 {f1:.3f} is below {options.least}")
    print(*low, sep="\n")
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
