#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""How well promises and measures are found.

items.py [--only odd|even] [--misses] [PART...]

PART is any of documents, restated, promises and measures; all where none is
named.  The first is of the labelled folders, the second of corpus/restated,
the others of checklists/passages.

documents: the promises of items.tsv; restated: those of labels.jsonl, in
texts told again from real pages.  A promise counts as found where an item
holds its words, each item for one promise.  Printed are precision, recall and
F1, and for the promises found how far the verdicts of b01 to b05 agree, or
the flags of restated.

promises, measures: single items of the passages, each made a small document
of its own with what it stands under.

What is found and said of items is by rules; no model takes part in it.

--only: documents of odd or even numbers (restated and passages: of odd or
even places in their order).  --misses: show what was missed and what was
found in error.
"""

import argparse
import collections
import json
import re
import sys
import tempfile
import unicodedata
from pathlib import Path

from measuring import (HERE, PASSAGES, Counts, agreement, folders, is_hard,
                       kinds, measure_of, rows_of, score, score_all)

PROMISES = "medborgarlofte"
MEASURES = "overenskommelse"
CODES = ("b01", "b02", "b03", "b04", "b05")
FEWEST = 0.75    # of a promise's words that an item must hold
SHORT = 36       # letters of a promise that tell which it is


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


# ---- Items ----

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


# ---- What is found ----

class Found:
    """What was found of what is labelled, and what is said of it."""

    def __init__(self, name):
        self.name = name
        self.total = Counts()
        self.groups = collections.defaultdict(Counts)
        self.labels, self.machine = [], []
        self.misses = []
        self.actors = collections.Counter()

    def add(self, group, there, found, both):
        self.total.add(there, found, both)
        self.groups[group].add(there, found, both)

    def say(self, document, item, criterion, label, verdict):
        """A label and a verdict for the same thing."""
        row = {"file": document, "item": item, "criterion": criterion}
        self.labels.append(row | {"status": label})
        self.machine.append(row | {"status": verdict})

    def agreement(self):
        return agreement(self.name, self.labels, self.machine)


def compare(found, documents, elements, judge):
    """documents: [(path, promises, group)]; judge(place, promise, item,
    element) is told of every pair."""
    for path, promises, group in documents:
        element = elements[path]
        if "error" in element:
            sys.exit(f"{element['name']}: {element['error']}")
        items = items_of(element, "promise")
        pairs = pair(promises, items, path)
        found.add(group, len(promises), len(items), len(pairs))
        for p, i in pairs.items():
            judge(f"{path.parent.parent.name}/{path.name}", p + 1,
                  promises[p], items[i], element)
        found.misses += [f"{path.name} missed: {q['quote'][:90]}"
                         for p, q in enumerate(promises) if p not in pairs]
        found.misses += [f"{path.name} wrong: {q['quote'][:90]}"
                         for i, q in enumerate(items)
                         if i not in pairs.values()]
    return found


def verdict_judge(found):
    def judge(document, number, promise, item, element):
        ids = slugs(element)
        for code in CODES:
            verdict = item["criteria"].get(ids.get(code))
            if promise.get(code) and verdict:
                found.say(document, number, code, promise[code], verdict)
    return judge


# ---- The parts ----

def is_wanted(number, only):
    return not only or number is None or (number % 2 == 1) == (only == "odd")


def last_digit(name):
    """As --only of the command has it: none is both odd and even."""
    digits = re.findall(r"\d", name)
    return int(digits[-1]) if digits else None


def documents(only=None, elements=None):
    """Promise documents, against items.tsv."""
    chosen = []
    for folder in folders():
        if not (folder / "items.tsv").exists():
            continue
        promises = collections.defaultdict(list)
        for row in rows_of(folder / "items.tsv"):
            promises[folder / "docs" / row["file"]].append(row)
        chosen += [(path, rows, "hard" if is_hard(path) else "ordinary")
                   for path, rows in sorted(promises.items())
                   if is_wanted(last_digit(path.name), only)]
    if elements is None:
        elements = score_all(kinds())
    found = Found(f"items-{only}" if only else "items")
    return compare(found, chosen, elements, verdict_judge(found))


# The flags of restated, and what an item is said to hold by itself.
FLAGS = {"number": "quantity", "time": "time", "place": "place"}
WHO = {"polis": {"police"}, "kommun": {"municipality"},
       "gemensam": {"police", "municipality"}}


def yes(holds):
    return "met" if holds else "not_met"


def flag_judge(found):
    """The flags as criteria that are met or not; an actor is two flags."""
    def judge(document, number, promise, item, element):
        for flag, name in FLAGS.items():
            found.say(document, number, flag, yes(promise[flag]),
                      yes(item["holds"][name]))
        for who in ("police", "municipality"):
            found.say(document, number, who,
                      yes(who in WHO.get(promise["actor"], ())),
                      yes(who in WHO.get(item["actor"], ())))
        found.actors[promise["actor"], item["actor"]] += 1
    return judge


def restated(only=None, others=False):
    """Real pages told again, against labels.jsonl: the citizen promises, or
    the pages of other kinds as if they were."""
    folder = HERE / "corpus" / "restated"
    labels = [json.loads(line) for line in (folder / "labels.jsonl").read_text(
        encoding="utf-8").splitlines()]
    chosen = [(folder / label["file"],
               [dict(p, quote=p["text"]) for p in label["promises"]],
               label["kind"])
              for place, label in enumerate(labels, 1)
              if is_wanted(place, only)
              and (label["kind"] == PROMISES) != others]
    elements = score([path for path, _, _ in chosen], PROMISES)
    name = "restated-others" if others else "restated"
    found = Found(f"{name}-{only}" if only else name)
    return compare(found, chosen, elements, flag_judge(found))


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


def recognise(name, field, kind, checklist, only):
    rows = [row for place, row in enumerate(rows_of(PASSAGES / name), 1)
            if is_wanted(place, only)]
    found = Found(f"single-{kind}s")
    judge = verdict_judge(found)
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{n:04}.md" for n in range(len(rows))]
        for path, row in zip(paths, rows):
            path.write_text(markdown(row["lead"], row["text"]),
                            encoding="utf-8")
        elements = score(paths, checklist)
    for path, row in zip(paths, rows):
        items = items_of(elements[path], kind)
        there = row[field] == "1"
        found.add("all", there, bool(items), there and bool(items))
        if there != bool(items):
            found.misses.append(("wrong: " if items else "missed: ")
                                + f"{row['lead']} > {row['text'][:90]}")
        elif items and kind == "promise":
            judge(path.name, 1, row, items[0], elements[path])
            found.actors[row["actor"], items[0]["actor"]] += 1
    return found


def promises(only=None):
    return recognise("promises.tsv", "is_promise", "promise", PROMISES, only)


def measures(only=None):
    return recognise("measures.tsv", "is_measure", "measure", MEASURES, only)


# ---- Showing ----

def show_counts(name, counts):
    there, found, both = counts.sums()
    print(f"{name:<26} {there:>6} {found:>6} {both:>6} "
          f"{both / max(1, found):>9.3f} {both / max(1, there):>7.3f} "
          f"{counts.f1():>6.3f}")


def show(found, misses):
    print(f"\n{found.name}\n{'':<26} {'there':>6} {'found':>6} {'both':>6} "
          f"{'precision':>9} {'recall':>7} {'F1':>6}")
    for group in sorted(found.groups):
        show_counts("  " + group, found.groups[group])
    show_counts("all", found.total)
    if found.labels:
        comparison = found.agreement()
        print(f"  {'':<14} {'kappa':>6} {'pairs':>6} {'same':>6} "
              f"{'over':>6} {'under':>6}")
        for criterion in [None, *CODES, *FLAGS, "police", "municipality"]:
            m = measure_of(comparison, "criterion" if criterion else "all",
                           criterion=criterion)
            if m and m["kappa"] is not None:
                print(f"  {criterion or 'all':<14} {m['kappa'] / 1000:>6.3f} "
                      f"{m['pairs']:>6} {m['exact']:>6} {m['over']:>6} "
                      f"{m['under']:>6}")
    if found.actors:
        print("  actor as labelled, as found:")
        for (label, said), count in sorted(found.actors.items(), key=str):
            print(f"    {label:<12} {str(said)[:40]:<40} {count:>4}")
    if misses:
        print(*found.misses, sep="\n")


PARTS = {"documents": documents, "restated": restated,
         "promises": promises, "measures": measures}


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("parts", nargs="*", metavar="PART")
    parser.add_argument("--only", choices=("odd", "even"))
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_intermixed_args()
    if unknown := set(options.parts) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    for part in options.parts or PARTS:
        show(PARTS[part](options.only), options.misses)
        if part == "restated":
            show(restated(options.only, others=True), options.misses)
    return 0


if __name__ == "__main__":
    sys.exit(main())
