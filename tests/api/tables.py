#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Assessments as CSV.

Both profiles are read by tests/support/strict_csv.py and say the same as JSON
says: the verdicts, the points and their sum, the first quote.  A document, its
name and a checklist that are made to break out of a cell do not.
"""

import json
import sys
import tempfile
from pathlib import Path

sys.path[:0] = ["tests/support", "tests/api"]
import strict_csv  # noqa: E402
from commands import OK, SOME, USAGE, command, fault_in  # noqa: E402
from report import EXAMPLES, HOSTILE  # noqa: E402
from tally import tally  # noqa: E402

FORMS = {"csv": True, "csv-plain": False}
EKVALLA = "examples/agreements/ekvalla.md"
HAGSUND = "examples/agreements/hagsund.md"

# See commands.py.
ROWS = [
    ("a table", ["score", EKVALLA, "--format", "csv"], "", OK,
     '\\A\ufeff"Dokument";', None),
    ("a table in English", ["score", EKVALLA, "--format", "csv", "--lang",
                            "en"], "", OK, '\\A\ufeff"Document";', None),
    ("names for programs stay", ["score", EKVALLA, "--format", "csv-plain"],
     "", OK, '\\A"document","checklist","version"', None),
    ("one table of two", ["score", EKVALLA, HAGSUND, "--format", "csv"], "",
     OK, '"Dokument"(?!(.|\n)*"Dokument")', None),
    ("the first of two fails", ["score", "@/none.md", EKVALLA, "--format",
                                "csv"], "", SOME, '\\A\ufeff"Dokument"',
     "none.md"),
    ("an account is no table", ["score", EKVALLA, "--format", "csv",
                                "--explain", "a03"], "", USAGE, "",
     "--explain"),
]

EVIL = """# =cmd|'/C calc'!A0

+46;"Överenskommelse" mellan Ekvalla kommun och Polismyndigheten\tgäller från\
 och med den 1 mars 2026 till och med den 28 februari 2030.

-2+3 "";\uffff\u202e Polisen lovar, att patrullera "i Ekvalla"; tre kvällar i\
 veckan under 2026.\uff1dHYPERLINK("http://example.org")

@SUM(1+1)*cmd|' /C calc'!A0 är ett mål: cykelstölderna ska minska från 140 till\
 100 under 2027,"

| =1+1 | "Ansvarig";"x" |
|---|---|
| =2+5 | -1 |
"""

CHECKLIST = """checklist: elak
extends: overenskommelse
version: "1-2"
title: {sv: "=1+1", en: "=1+1"}
keep: [a01, a02, a03, a09]
change:
  a01:
    title: {sv: "-1;\\"x\\"", en: "+1"}
    advice: {sv: "=2+2;\\",\\"", en: "=2+2"}
  a03: {title: {sv: "@SUM(1)", en: "@SUM(1)"}}
  a09: {title: {sv: "＋2", en: "2"}, advice: {sv: " =3", en: "＝3"}}
"""


def out_of(args, folder):
    return command(["score", *args], "", folder).stdout


def rows_of(args, form, folder):
    """Rows by the names that programs know; the profile of Excel has the
    same columns."""
    names, *rows = strict_csv.read(
        out_of([*args, "--format", "csv-plain"], folder), False)
    if FORMS[form]:
        rows = strict_csv.read(out_of([*args, "--format", form], folder),
                               True)[1:]
    return [dict(zip(names, row)) for row in rows]


def points(text):
    whole, _, part = text.replace(",", ".").partition(".")
    return int(whole) * 1000 + int(f"{part:0<3}")


def row_faults(row, criterion, form):
    for key in ("code", "id", "title", "verdict"):
        if row[key].lstrip("'") != (criterion[key] or "").lstrip("'"):
            yield f"{key}: {row[key]!r}, not {criterion[key]!r}"
    for key in ("earned", "possible"):
        if points(row[key]) != criterion[key]:
            yield f"{key}: {row[key]}, not {criterion[key]} thousandths"
    if bool(row["quote"]) != bool(criterion["evidence"]):
        yield f"quote: {row['quote']!r}"
    if row["advice"] and criterion["earned"] == criterion["possible"]:
        yield "advice where nothing can be gained"
    shares = criterion["shares"]
    if bool(shares) != bool(row["of"]) or \
            shares and [int(row[k]) for k in shares] != list(shares.values()):
        yield f"shares: {row['of']}, {row['met']}"
    if form == "csv-plain" and row["asked_of"] != (criterion["asked_of"] or ""):
        yield f"asked of: {row['asked_of']}"


def wanting_faults(row, element):
    numbers = [str(item["n"]) for item in element["items"]
               if item["criteria"].get(row["id"]) in ("partly", "not_met")]
    if row["wanting"].lstrip("'") != ", ".join(numbers):
        yield f"{row['id']}: lacking in {row['wanting']}, not {numbers}"


def same_faults(args, folder):
    """The rows say what JSON says."""
    elements = json.loads(out_of([*args, "--format", "json"], folder))
    told = [(e, c) for e in elements if "error" not in e for c in e["criteria"]]
    for form in FORMS:
        rows = rows_of(args, form, folder)
        if len(rows) != len(told):
            yield f"{form}: {len(rows)} rows, not {len(told)}"
        for row, (element, criterion) in zip(rows, told):
            where = f"{row['document']}, {row['code']}, {form}: "
            for fault in [*row_faults(row, criterion, form),
                          *wanting_faults(row, element)]:
                yield where + fault
        for element in elements:
            name = element["documents"][0]["name"]
            earned = sum(points(row["earned"]) for row in rows
                         if row["document"].removeprefix("'") == name)
            if earned != element["score"]["earned"]:
                yield f"{name}, {form}: {earned} points in all"


def quote_faults(folder):
    """What a program reads is what was written, but for what no table
    takes."""
    args = ["@/=evil;\".md", "--checklist"]
    row = rows_of([*args, "medborgarlofte"], "csv-plain", folder)[0]
    if '-2+3 "";\ufffd\ufffd Polisen lovar, att' not in row["quote"]:
        yield f"a quote: {row['quote']!r}"
    row = rows_of([*args, "@/elak.yaml"], "csv-plain", folder)[0]
    if row["title"] != '-1;"x"' or not row["document"].endswith('/=evil;".md'):
        yield f"a name or title: {row['document']!r}, {row['title']!r}"


def secret_faults(path, folder):
    """Words of any kind are looked for by report.py."""
    rows = rows_of([str(path), "--no-quotes"], "csv-plain", folder)
    if any(row["quote"] or row["nearest"] for row in rows):
        yield f"{path}: a quote without quotes"


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / '=evil;".md').write_text(EVIL, encoding="utf-8")
        (folder / "elak.yaml").write_text(CHECKLIST, encoding="utf-8")
        faults = [fault_in(row, folder) for row in ROWS]
        sets = [[str(path)] for path in EXAMPLES] + [
            [str(path) for path in EXAMPLES],
            [str(HOSTILE), "--checklist", "overenskommelse"],
            ['@/=evil;".md', "--checklist", "overenskommelse"],
            ['@/=evil;".md', "--checklist", "medborgarlofte"],
            ['@/=evil;".md', "--checklist", "@/elak.yaml"],
            [EKVALLA, "--date", "2026-11-22", "--annex", HAGSUND]]
        for args in sets:
            faults += list(same_faults(args, folder)) or [None]
        faults += list(quote_faults(folder)) or [None]
        for path in EXAMPLES:
            faults += list(secret_faults(path, folder)) or [None]
    return tally(faults)


if __name__ == "__main__":
    sys.exit(main())
