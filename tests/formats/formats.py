#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The same document in another format has the same verdicts.

formats.py [--all] [--only FORMAT ...] [--keep FOLDER]

Every labelled document that is Markdown is made into each format and assessed;
the verdicts of all criteria are compared with those of the Markdown, and each
quote of the evidence is looked for in the Markdown.  Ten documents are taken,
all with --all.  Differences are listed with the reason where one is known
(EXPLAINED); a format with fewer equal verdicts than LEAST fails, and of the
ten one with a difference that is not explained.

A format whose programs are missing is skipped: the end is 77 then."""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

import made

ROOT = Path(__file__).resolve().parents[2]
COMMAND = ROOT / os.environ.get("BUILD", "build") / "samsyn"
TEN = 10

# Equal verdicts in percent that each format must have.  Of the ten documents
# each difference must be explained, too.
LEAST = 98
# Quotes that are found in the Markdown, in percent.  In a PDF a word or a date
# may be broken where its cell ends, without a hyphen.
LEAST_QUOTES = {"pdf-chromium": 97}
USUAL_QUOTES = 99

SKIPPED = 77
# The reason of what stands around the document and is shown as refused.
FURNITURE = "furniture"


# ---- Documents ----

def documents(everything):
    found = sorted((ROOT / "tests/validity").glob("*/docs/*.md"))
    if everything:
        return found
    return found[::max(1, len(found) // TEN)][:TEN]


def assess(paths):
    """The assessment of each file, in order."""
    done = subprocess.run([str(COMMAND), "score", "--format", "json",
                           *map(str, paths)], capture_output=True, check=False)
    if not done.stdout:
        raise RuntimeError(done.stderr.decode(errors="replace"))
    results = json.loads(done.stdout)
    if len(results) != len(paths):
        raise RuntimeError(f"{len(paths)} files gave {len(results)} results")
    return results


def verdicts(result):
    """{criterion: verdict}, with the checklist as one of them."""
    if result.get("error"):
        return {"error": result["error"]["code"]}
    found = {one["id"]: one["verdict"] for one in result["criteria"]}
    return {"checklist": result["checklist"]["id"], **found}


# ---- Quotes ----

def letters(text):
    """Letters and digits only: what every format has alike."""
    text = unicodedata.normalize("NFKC", text).casefold()
    return "".join(c for c in text if c.isalnum())


def source_letters(path):
    text = path.read_text(encoding="utf-8")
    text = re.sub(r"!\[[^\]]*\]\([^)]*\)", "", text)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"<[^<>\n]+>", "", text)
    return letters(text)


def quotes(result):
    for one in result.get("criteria", []):
        for evidence in one["evidence"] + one["refused"]:
            if evidence.get("quote") and evidence.get("reason") != FURNITURE:
                yield one["id"], evidence["quote"]


def is_found(quote, source):
    """Each stretch of the quote, which is cut in the middle where it is
    long, stands in the source."""
    return all(letters(part) in source for part in re.split("…|\\.\\.\\.",
                                                            quote))


# ---- Comparison ----

# What a difference comes from, by format, document and criterion, "*" for any.
TYPED_NUMBERS = ("numbers typed before the lines, escaped in Markdown: where "
                 "there are no other items they make the lines a list")
CUT_TABLE = ("a table wider than the page, whose last columns Chromium cuts "
             "off, as pandoc's style lets tables scroll")
EXPLAINED = {
    ("pdf-chromium", "o-c125", "*"): CUT_TABLE,
    ("pdf-chromium", "o-r87", "*"): CUT_TABLE,
    ("*", "o-b31", "lofte-konkret"): TYPED_NUMBERS,
    ("*", "o-b31", "lofte-plats-eller-malgrupp"): TYPED_NUMBERS,
}


def reason(name, stem, criterion):
    for key in ((name, stem, criterion), ("*", stem, criterion),
                (name, stem, "*")):
        if key in EXPLAINED:
            return EXPLAINED[key]
    return ""


class Account:
    """What is counted for one format."""

    def __init__(self, name):
        self.name = name
        self.same = self.of = self.found = self.quotes = 0
        self.unexplained = 0
        self.lines = []

    def compare(self, path, source, result):
        before, after = verdicts(source), verdicts(result)
        text = source_letters(path)

        if "error" not in after and before["checklist"] != after["checklist"]:
            after = {"checklist": after["checklist"]}
        for key in before:
            equal = before[key] == after.get(key)
            self.of += 1
            self.same += equal
            if not equal:
                self.unexplained += not reason(self.name, path.stem, key)
                self.lines.append((path.stem, key, before[key],
                                   after.get(key, after.get("error", "-"))))
        for key, quote in quotes(result):
            self.quotes += 1
            found = is_found(quote, text)
            self.found += found
            if not found:
                self.lines.append((path.stem, key, "quote", quote[:90]))

    def show(self, everything):
        share = 100 * self.same / self.of
        kept = 100 * self.found / self.quotes if self.quotes else 100
        fine = share >= LEAST and kept >= LEAST_QUOTES.get(self.name,
                                                           USUAL_QUOTES)
        if not everything and self.unexplained:
            fine = False
        print(f"{'passed' if fine else 'FAILED'} {self.name}: {self.same} of "
              f"{self.of} equal, {share:.1f} percent (at least {LEAST}), "
              f"{self.unexplained} differences unexplained; "
              f"{self.found} of {self.quotes} quotes found")
        for stem, key, before, after in self.lines:
            why = reason(self.name, stem, key)
            print(f"    {stem} {key}: {before} -> {after}"
                  f"{'  (' + why + ')' if why else ''}")
        return fine


def check(folder, paths, wanted, everything):
    files = made.make(paths, folder, wanted)
    sources = assess(paths)
    kept = [(path, source) for path, source in zip(paths, sources)
            if not source.get("error")]
    failed = []
    for name in wanted:
        account = Account(name)
        results = assess([files[name][path.stem] for path, _ in kept])
        for (path, source), result in zip(kept, results):
            account.compare(path, source, result)
        if not account.show(everything):
            failed.append(name)
    print(f"{len(kept)} documents in {len(wanted)} formats, "
          f"{len(failed)} of them with too many differences")
    return failed


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--only", nargs="+", default=list(made.PROGRAMS),
                        choices=list(made.PROGRAMS))
    parser.add_argument("--keep", type=Path)
    return parser.parse_args()


def main():
    given = arguments()
    absent = {name: made.missing(name) for name in given.only}
    wanted = [name for name in given.only if not absent[name]]
    paths = documents(given.all)
    with tempfile.TemporaryDirectory() as scratch:
        folder = given.keep.resolve() if given.keep else Path(scratch)
        if wanted and check(folder, paths, wanted, given.all):
            return 1
    skipped = [name for name in given.only if absent[name]]
    for name in skipped:
        print(f"skipped {name}: {', '.join(absent[name])} not installed")
    return SKIPPED if skipped else 0


if __name__ == "__main__":
    sys.exit(main())
