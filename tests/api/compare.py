#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""samsyn compare and samsyn diff, as a county would use them.

A folder of documents, two rounds, groups and a table of names, and stored
assessments, which must give the same.  Every format is read by somebody else:
CSV by Python's csv, a workbook by its own XML, JSON by its schema, the page by
the reader of tests/api/report.py; names and quotes are made to break them.
"""

import csv
import json
import os
import re
import shutil
import sys
import tempfile
import zipfile
from pathlib import Path
from xml.etree import ElementTree

sys.path[:0] = ["tests/support", "tests/api"]
import json_schema  # noqa: E402
import strict_csv  # noqa: E402
from commands import (BAD_LIST, BELOW, NO_FIT, OK, SOME,  # noqa: E402
                      UNREADABLE, USAGE, command, fault_in)
from report import page_faults  # noqa: E402
from tally import tally  # noqa: E402

SCHEMAS = Path("checklists/schema")
AGREEMENTS = Path("examples/agreements")
PROMISE = sorted(Path("examples/promises").glob("*.md"))[0]
EVIL = '=cmd|<img src=x onerror=alert(1)>"; \'@\ufffe'
SHOWN = EVIL.replace("\ufffe", "\ufffd")  # no workbook takes the other
STORED = "@/stored.json"
SHEETS = ["matrix", "criteria", "trend", "quotes", "method"]

# name, arguments, standard input, exit status, stdout, stderr: see commands.py
ROWS = [
    ("compare a folder", ["compare", "@/now"], "", OK,
     "Här behövs stöd mest(.|\n)*Goda exempel(.|\n)*1 ekvalla", ""),
    ("compare, help", ["compare", "--help"], "", OK, "--before", ""),
    ("compare in English", ["compare", "--lang", "en", "@/now"], "", OK,
     "Where support is needed most", ""),
    ("two rounds", ["compare", "@/now", "--before", "@/old"], "", OK,
     r"Sedan förra omgången\n.*a26.*1 bättre och 0 sämre av 2", ""),
    ("groups", ["compare", "@/now", "--group", "stor=ekv*", "--group",
                "liten=*"], "", OK, "Här behövs stöd mest: liten", ""),
    ("a group without documents of this round",
     ["compare", "@/now/ekvalla.md", "--before", "@/old", "--group",
      "borta=tall*"], "", OK, "stöd mest: borta\n  Inget har kunnat avgöras", ""),
    ("a group without documents of this round, as a page",
     ["compare", "@/now/ekvalla.md", "--before", "@/old", "--group",
      "borta=tall*", "--format", "html"], "", OK, "Inget har kunnat avgöras",
     ""),
    ("names of a table", ["compare", "@/now", "--names", "@/names.tsv"], "",
     OK, r"1 Ekvalla kommun \(nord\)(.|\n)*2 hagsund:", ""),
    ("stored assessments", ["compare", STORED], "", OK, "1 ekvalla:", ""),
    ("two versions of a checklist are not joined",
     ["compare", "@/now/ekvalla.md", "--before", "@/later.json"], "", OK,
     "annan version av checklistan", ""),
    ("no quotes", ["compare", "@/now", "--no-quotes"], "", OK,
     r"\A(?!(.|\n)*(ställ med ramlåsning|rad \d))", ""),
    ("stored with quotes, compared without", ["compare", STORED,
                                              "--no-quotes"], "", OK,
     r"\A(?!(.|\n)*(ställ med ramlåsning|rad \d))", ""),
    ("stored with quotes, a table without",
     ["compare", STORED, "--no-quotes", "--format", "csv", "--sheet",
      "quotes"], "", OK, r"\A.*\r\n\Z", ""),
    ("one of several is unreadable", ["compare", "@/now", "@/none.md"], "",
     SOME, r"Kunde inte bedömas\n +\S*none\.md: ", "none.md"),
    ("a letter fits no checklist", ["compare", "@/letter.txt"], "", NO_FIT,
     "", "letter"),
    ("a stored failure is told", ["compare", "@/failed.json", "@/now"], "",
     SOME, "Kunde inte bedömas\n +trasig.pdf: kan inte läsas",
     "trasig.pdf: kunde inte bedömas: kan inte läsas"),
    ("nothing but a stored failure", ["compare", "@/failed.json"], "",
     UNREADABLE, "", "trasig.pdf: kunde inte bedömas: kan inte läsas"),
    ("documents and their stored assessments",
     ["compare", "@/now", STORED], "", OK,
     "Jämförelse av 4 dokument",
     r"ekvalla.*räknas en gång(.|\n)*talldalen.*räknas en gång"),
    ("nothing", ["compare"], "", USAGE, "", "fil eller mapp"),
    ("a folder with more than documents", ["compare", "@/mixed"], "", SOME,
     r"Jämförelse av 1 dokument\n(.|\n)*Kunde inte bedömas\n +\S*old\.doc: ",
     r"\.hidden\.md: hoppas över(.|\n)*notes\.tmp: hoppas över(.|\n)*old\.doc"
     r"(.|\n)*picture\.png: hoppas över(.|\n)*pipe: hoppas över(.|\n)*sub: "
     "hoppas över: en mapp"),
    ("nothing to support, so no examples",
     ["compare", "@/now/ekvalla.md"], "", OK, r"\A(?!(.|\n)*Goda exempel)", ""),
    ("an empty folder", ["compare", "@/empty"], "", UNREADABLE, "",
     "inget att jämföra"),
    ("a checklist that is not there",
     ["compare", "--checklist", "finns-inte", "@/now"], "", BAD_LIST, "",
     "finns-inte"),
    ("an unknown format", ["compare", "--format", "sarif", "@/now"], "",
     USAGE, "", "sarif"),
    ("a table for what is no CSV", ["compare", "--sheet", "quotes", "@/now"],
     "", USAGE, "", "csv"),
    ("an unknown table", ["compare", "--format", "csv", "--sheet", "x",
                          "@/now"], "", USAGE, "", "quotes"),
    ("no trend to show", ["compare", "--format", "csv", "--sheet", "trend",
                          "@/now"], "", USAGE, "", "--before"),
    ("a workbook needs a file", ["compare", "--format", "xlsx", "@/now"], "",
     USAGE, "", "--out"),
    ("a workbook to a device, which stays one",
     ["compare", "--format", "xlsx", "--out", "/dev/full", "@/now"], "", 70,
     "", r"\Asamsyn: /dev/full: kan inte skrivas[^\n]*\n\Z"),
    ("a workbook to a folder", ["compare", "--format", "xlsx", "--out",
                                "@/now", "@/now"], "", 70, "",
     r"\Asamsyn: \S*now: kan inte skrivas[^\n]*\n\Z"),
    ("a workbook to where another is being written",
     ["compare", "--format", "xlsx", "--out", "@/half.xlsx", "@/now"], "", 70,
     "", r"half\.xlsx\.part: kan inte skrivas[^\n]*\n\Z"),
    ("a folder that is not there",
     ["compare", "--out", "@/none/x.html", "--format", "html", "@/now"], "",
     70, "", "x.html"),
    ("JSON that is none", ["compare", "@/broken.json"], "", UNREADABLE, "",
     "broken.json"),
    ("JSON of something else", ["compare", "@/other.json"], "", UNREADABLE,
     "", "other.json"),
    ("JSON of a later format", ["compare", "@/format2.json"], "", UNREADABLE,
     "", "format2.json"),
    ("JSON with a key twice", ["compare", "@/twice.json"], "", UNREADABLE, "",
     "twice.json"),
    ("JSON with a criterion twice", ["compare", "@/same.json"], "",
     UNREADABLE, "", "same.json"),
    ("JSON that is deep", ["compare", "@/deep.json"], "", UNREADABLE, "",
     "deep.json"),
    ("two of one name", ["compare", "@/now", "@/old/ekvalla.md"], "", OK,
     r"\n  5 \S*old/ekvalla\.md: ", "ekvalla"),
    ("a table of names without names",
     ["compare", "@/now", "--names", "@/bad-names.tsv"], "", UNREADABLE, "",
     "name"),
    ("a table of names with a file twice",
     ["compare", "@/now", "--names", "@/twice-names.tsv"], "", UNREADABLE, "",
     "ekvalla"),
    ("a table of names that is not there",
     ["compare", "@/now", "--names", "@/none.tsv"], "", UNREADABLE, "",
     "none.tsv"),
    ("better", ["diff", "@/old/ekvalla.md", "@/now/ekvalla.md"], "", OK,
     "1 bättre, 0 sämre(.|\n)*beror på texten(.|\n)*från delvis till uppfyllt"
     "(.|\n)*Nytt: ”Åtgärderna stäms av varje tertial", ""),
    ("worse", ["diff", "@/now/ekvalla.md", "@/old/ekvalla.md"], "", BELOW,
     "0 bättre, 1 sämre, 2 har förlorat(.|\n)*Borta: ”Åtgärderna stäms", ""),
    ("the same", ["diff", "@/now/ekvalla.md", "@/now/ekvalla.md"], "", OK,
     "0 bättre, 0 sämre(.|\n)*desamma", ""),
    ("moved lines change nothing",
     ["diff", "@/now/ekvalla.md", "@/moved.md"], "", OK,
     "0 bättre, 0 sämre, 0 har förlorat underlag, 0 ändrade", ""),
    ("better, without quotes",
     ["diff", "--no-quotes", "@/one.json", "@/old/ekvalla.md"], "", BELOW,
     r"\A(?!(.|\n)*”)(.|\n)*1 sämre, \d har förlorat", ""),
    ("lost, without quotes", ["diff", "--no-quotes", "@/now/ekvalla.md",
                              "@/short.md"], "", BELOW,
     r"\A(?!(.|\n)*”)(.|\n)*0 sämre, [1-9] har förlorat", ""),
    ("the same, one stored with quotes and one without",
     ["diff", "--no-quotes", "@/one.json", "@/now/ekvalla.md"], "", OK,
     "0 sämre, 0 har förlorat underlag, 0 ändrade", ""),
    ("stored without quotes", ["diff", "@/bare.json", "@/short.md"], "", OK,
     "0 sämre, 0 har förlorat(.|\n)*går det inte att säga om", ""),
    ("stored without quotes, as a page",
     ["diff", "@/bare.json", "@/short.md", "--format", "html"], "", OK,
     "går det inte att säga om", ""),
    ("stored without quotes, as JSON",
     ["diff", "@/bare.json", "@/short.md", "--format", "json"], "", OK,
     r'"unknown": ?\[\s*"evidence"', ""),
    ("more than were stored is not new",
     ["diff", "@/one.json", "@/now/ekvalla.md"], "", OK,
     "0 har förlorat underlag, 0 ändrade(.|\n)*går det inte att säga om", ""),
    ("fewer were stored, so none is lost",
     ["diff", "@/now/ekvalla.md", "@/one.json"], "", OK,
     "0 har förlorat underlag, 0 ändrade(.|\n)*går det inte att säga om", ""),
    ("stored and new", ["diff", "@/one.json", "@/old/ekvalla.md"], "", BELOW,
     "1 sämre", ""),
    ("one document by two checklists",
     ["diff", "--checklist", "overenskommelse", "--checklist",
      "overenskommelse-karna", "@/now/ekvalla.md"], "", OK,
     "beror på checklistan(.|\n)*inte längre ställer", ""),
    ("a rule that changed",
     ["diff", "--checklist", "overenskommelse", "--checklist", "@/rule.yaml",
      "@/now/ekvalla.md"], "", OK,
     r"Samma bedömning, men(.|\n)*\(a03, måste\): uppfyllt\n +Regeln söker på "
     "ett annat sätt", ""),
    ("words that changed",
     ["diff", "--checklist", "overenskommelse", "--checklist",
      "@/wording.yaml", "@/now/ekvalla.md"], "", OK,
     "0 bättre, 0 sämre(.|\n)*ord är ändrade", ""),
    ("points that changed",
     ["diff", "--checklist", "overenskommelse", "--checklist",
      "@/points.yaml", "@/now/ekvalla.md"], "", OK,
     r"\(a03, måste\): uppfyllt\n +Vikten, poängen eller nivån är ändrad", ""),
    ("points that changed, stored",
     ["diff", "@/one.json", "@/points.json"], "", OK,
     r"\(a03, måste\): uppfyllt\n +Vikten, poängen eller nivån är ändrad", ""),
    ("a stored one by a checklist that is a path",
     ["diff", "@/path.json", "@/now/ekvalla.md"], "", BAD_LIST, "",
     r"\A(samsyn: [^\n]*--checklist[^\n]*\n){1}\Z"),
    ("a stored one by a checklist that is not here",
     ["diff", "@/elsewhere.json", "@/now/ekvalla.md"], "", BAD_LIST, "",
     r"nagon-annans[^\n]*\n[^\n]*ange den med --checklist"),
    ("a stored one by a checklist that is not here, and named",
     ["diff", "--checklist", "overenskommelse", "@/elsewhere.json",
      "@/now/ekvalla.md"], "", OK, "Både dokumentet och checklistan|beror på",
     ""),
    ("another of many annexes", ["diff", "@/annexes.json", "@/annex31.json"],
     "", OK, "beror på texten", ""),
    ("the same many annexes", ["diff", "@/annexes.json", "@/annexes.json"],
     "", OK, "Dokumentet och checklistan är desamma", ""),
    ("all that a stored one has room for is not gone",
     ["diff", "@/one.json", "@/shuffled.json"], "", OK,
     "0 sämre, 0 har förlorat underlag, 0 ändrade(.|\n)*går det inte att säga "
     "om", ""),
    ("by another version", ["compare", "@/other-version.json"], "", OK,
     r"Lärda exempel: sha256:(.|\n)*ekvalla\.md:\s+sha256:\w+,\s+med\s+samsyn"
     r"\s+0\.0\.9\n", ""),
    ("by this version", ["compare", STORED], "", OK,
     r"\A(?!(.|\n)*, med\s+samsyn)", ""),
    ("by another version, as a page",
     ["compare", "@/other-version.json", "--format", "html"], "", OK,
     "ekvalla.md, med samsyn 0.0.9</td>", ""),
    ("by another version, as a table",
     ["compare", "@/other-version.json", "--format", "csv-plain", "--sheet",
      "method"], "", OK, "med samsyn 0.0.9", ""),
    ("diff of one", ["diff", "@/now/ekvalla.md"], "", USAGE, "", "två filer"),
    ("diff of three", ["diff", "a", "b", "c"], "", USAGE, "", "två filer"),
    ("diff of what is not there", ["diff", "@/none.md", "@/now/ekvalla.md"],
     "", UNREADABLE, "", "none.md"),
    ("diff of many stored", ["diff", STORED, STORED], "", UNREADABLE, "",
     "precis en"),
    ("a stored one by two checklists",
     ["diff", "--checklist", "a", "--checklist", "b", "@/one.json"], "",
     USAGE, "", "två"),
]


def tailored(change):
    return ('checklist: lokal\nextends: overenskommelse\nversion: "2"\n'
            "title: {sv: Lokal, en: Local}\nchange:\n  a03:\n"
            f"    {change}\n").encode()


def write_json(path, value):
    path.write_text(json.dumps(value), encoding="utf-8")


def altered(one, change):
    copy = json.loads(json.dumps(one))
    change(copy)
    return [copy]


def make_altered(folder, one):
    """A stored assessment with one thing changed in each."""
    annexes = [dict(one["documents"][0], n=i + 2, digest=f"sha256:{i:064x}")
               for i in range(31)]
    rows = {
        "path": lambda a: a["checklist"].update(id="../../etc/passwd"),
        "elsewhere": lambda a: a["checklist"].update(id="nagon-annans"),
        "other-version": lambda a: a.update(samsyn="0.0.9"),
        "annexes": lambda a: a["documents"].extend(annexes),
        "annex31": lambda a: a["documents"].extend(
            [*annexes[:-1], dict(annexes[-1], digest="sha256:" + "f" * 64)]),
    }
    for name, change in rows.items():
        write_json(folder / f"{name}.json", altered(one, change))

    def points(a):
        a["checklist"]["digest"] = "sha256:" + "1" * 64
        for criterion in a["criteria"]:
            if criterion["code"] == "a03":
                criterion["possible"] *= 2
    write_json(folder / "points.json", altered(one, points))

    # With as many quotes as are stored, others may have been left out.
    def shuffled(a):
        full = [c for c in a["criteria"] if len(c["evidence"]) == 5]
        assert full
        for criterion in full:
            criterion["evidence"][4]["quote"] += " Och något mer."
    write_json(folder / "shuffled.json", altered(one, shuffled))


def make_stored(folder):
    now = [str(folder / "now" / p.name) for p in sorted(AGREEMENTS.iterdir())]
    stored = json.loads(command(["score", "--format", "json", *now], "",
                                folder).stdout)
    one = stored[0]
    write_json(folder / "stored.json", stored)
    write_json(folder / "one.json", [one])
    (folder / "bare.json").write_bytes(out_of(
        ["score", "--no-quotes", "--format", "json", now[0]], folder))
    later = json.loads(json.dumps(one))
    later["checklist"]["version"] = "9"
    later["checklist"]["new-key"] = {"of": ["a", "later", 1.5, "version"]}
    write_json(folder / "later.json", [later])
    make_altered(folder, one)
    write_json(folder / "failed.json", [
        {"name": "trasig.pdf",
         "error": {"code": "not-text", "message": "kan inte läsas"}}])
    write_json(folder / "format2.json", [dict(one, format=2)])
    write_json(folder / "same.json",
               [dict(one, criteria=one["criteria"][:1] * 2)])
    write_json(folder / "other.json", {"a": 1})
    (folder / "broken.json").write_text('[{"format": 1,')
    (folder / "twice.json").write_text('[{"format": 1, "format": 1}]')
    (folder / "deep.json").write_text("[" * 100000)
    answered = json.loads(json.dumps(one))
    for criterion in answered["criteria"]:
        if criterion["code"] == "a21":
            criterion["answer"] = {"verdict": "met"}
    write_json(folder / "answered.json", [answered])
    evil = json.loads(json.dumps(one).replace("Ekvalla", "EVIL"))
    evil["documents"][0]["name"] = EVIL + ".md"
    for criterion in evil["criteria"]:
        criterion["title"] = EVIL
        for stretch in criterion["evidence"]:
            stretch["quote"] = EVIL
            stretch["path"] = [EVIL]
            stretch["place"] = EVIL
    evil["checklist"]["digest"] = "sha256:" + "0" * 64
    evil["checklist"]["id"] = EVIL
    write_json(folder / "evil.json", [evil])


def make_files(folder):
    for name in ("now", "old", "empty", "mixed", "mixed/sub"):
        (folder / name).mkdir()
    for name, start in (("picture.png", b"\x89PNG\r\n\x1a\n"),
                        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
                        ("ekvalla.md", (AGREEMENTS / "ekvalla.md").read_bytes())):
        (folder / "mixed" / name).write_bytes(start)
    os.mkfifo(folder / "mixed" / "pipe")
    for path in AGREEMENTS.iterdir():
        shutil.copy(path, folder / "now")
    ekvalla = (folder / "now/ekvalla.md").read_text(encoding="utf-8")
    (folder / "old/ekvalla.md").write_text(
        ekvalla.replace("varje tertial", "vid behov")
        .replace("i januari varje år", "vid behov"), encoding="utf-8")
    shutil.copy(AGREEMENTS / "talldalen.txt", folder / "old")
    lines = ekvalla.splitlines(keepends=True)
    (folder / "short.md").write_text("".join(lines[:69] + lines[70:]),
                                     encoding="utf-8")
    (folder / "moved.md").write_text("\n\n\n" + ekvalla, encoding="utf-8")
    (folder / "letter.txt").write_text("Hej! Vi ses. Ta med fika.\n")
    (folder / "mixed/.hidden.md").write_text("dold")
    (folder / "mixed/notes.tmp").write_text("inte ett dokument")
    (folder / "names.tsv").write_text(
        "file\tname\tgroup\nekvalla.md\tEkvalla kommun\tnord\n",
        encoding="utf-8")
    (folder / "bad-names.tsv").write_text("file\tgroup\nekvalla.md\tx\n")
    (folder / "twice-names.tsv").write_text(
        "file\tname\nekvalla.md\ta\nekvalla.md\tb\n")
    (folder / "rule.yaml").write_bytes(
        tailored("met: {find: {word: gäller}}"))
    (folder / "wording.yaml").write_bytes(
        tailored("question: {sv: Hur länge gäller den?, en: How long?}"))
    (folder / "points.yaml").write_bytes(
        tailored("weight: must").replace(
            b"change:", b"weights: {must: 7, should: 2, nice: 1}\nchange:"))
    (folder / "half.xlsx.part").write_bytes(b"")
    make_stored(folder)


def out_of(args, folder):
    return command(args, "", folder).stdout


# ---- JSON ----

def json_faults(folder):
    rows = [
        ("comparison", ["compare", "@/now", "--before", "@/old", "--group",
                        "stor=ekv*"]),
        ("comparison", ["compare", STORED, "@/failed.json"]),
        ("comparison", ["compare", "@/evil.json"]),
        ("difference", ["diff", "@/now/ekvalla.md", "@/old/ekvalla.md"]),
        ("difference", ["diff", "@/one.json", "@/evil.json"]),
        ("difference", ["diff", "--checklist", "overenskommelse",
                        "--checklist", "@/rule.yaml", "@/now/ekvalla.md"]),
    ]
    kept = Path(os.environ.get("BUILD", "build")) / "compare"
    kept.mkdir(parents=True, exist_ok=True)
    for number, (name, args) in enumerate(rows):
        schema = json.loads(
            (SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))
        text = out_of([*args, "--format", "json"], folder)
        (kept / f"{name}-{number}.json").write_bytes(text)
        yield from (f"{' '.join(args)}: {f}"
                    for f in json_schema.validate(schema, json.loads(text)))


def compared(folder, *args):
    return json.loads(out_of(["compare", "--format", "json", *args], folder))


def verdicts(comparison):
    return {row["name"]: row["verdicts"]
            for row in comparison["matrices"][0]["rows"]}


def meaning_faults(folder):
    """Documents and their stored assessments say the same, which is what each
    assessment says; a person's answer counts, and is counted."""
    now = compared(folder, "@/now")
    if verdicts(now) != verdicts(compared(folder, STORED)):
        yield "stored: other verdicts than of the documents"
    (folder / "lines.ndjson").write_bytes(
        out_of(["score", "--format", "ndjson", "@/now", "--jobs", "2"], folder))
    if verdicts(now) != verdicts(compared(folder, "@/lines.ndjson")):
        yield "stored as lines: other verdicts than of the documents"
    (folder / "cut.ndjson").write_bytes(
        (folder / "lines.ndjson").read_bytes()[:-20])
    if command(["compare", "@/cut.ndjson"], "", folder).returncode != SOME:
        yield "stored as lines: one that is cut off is not told"
    for element in json.loads((folder / "stored.json").read_text()):
        name = Path(element["documents"][0]["name"]).stem
        told = {c["id"]: c["verdict"] for c in element["criteria"]}
        if {k: v["verdict"] for k, v in verdicts(now)[name].items()} != told:
            yield f"{name}: other verdicts than its assessment"
    for criterion in now["matrices"][0]["criteria"]:
        tally = criterion["tallies"][0]
        said = [v[criterion["id"]]["verdict"] for v in verdicts(now).values()]
        for word in ("met", "partly", "not_met", "needs_review"):
            if tally[word] != said.count(word):
                yield f"{criterion['code']}: {tally[word]} {word}"
    answered = compared(folder, "@/answered.json")["matrices"][0]
    a21 = next(c for c in answered["criteria"] if c["code"] == "a21")
    tally = a21["tallies"][0]
    if (tally["met"], tally["of"], tally["answered"]) != (1, 1, 1):
        yield f"an answer: {tally}"


# ---- CSV ----

def csv_faults(folder):
    args = ["compare", "@/now", "@/evil.json", "--before", "@/old"]
    for sheet in SHEETS:
        for form in ("csv", "csv-plain"):
            text = out_of([*args, "--format", form, "--sheet", sheet], folder)
            try:
                rows = strict_csv.read(text, form == "csv")
            except (ValueError, csv.Error) as error:
                yield f"{sheet}, {form}: {error}"
                continue
            if len(rows) < 2:
                yield f"{sheet}, {form}: no rows"
            cells = [cell for row in rows for cell in row]
            if sheet == "quotes" and form == "csv-plain" and SHOWN not in cells:
                yield "quotes: what a program reads is not as it is written"
    shares = [row[10] for row in strict_csv.read(
        out_of(["compare", "@/now/ekvalla.md", "@/now/hagsund.md",
                "@/now/norrsund.md", "--format", "csv", "--sheet",
                "criteria"], folder), True)[1:]]
    if "33,3" not in shares or any("." in share for share in shares):
        yield f"decimals: {sorted(set(shares))}"


def column_faults(folder):
    """Two checklists ask different things by one id: a column holds the
    verdicts of one code, and nothing for those who are not asked it."""
    args = ["compare", "@/now/ekvalla.md", str(PROMISE)]
    rows = strict_csv.read(
        out_of([*args, "--format", "csv-plain"], folder), False)
    told = json.loads(out_of([*args, "--format", "json"], folder))
    codes = [title.split(" ")[0] for title in rows[0]]
    ids = [{c["id"] for c in m["criteria"]} for m in told["matrices"]]
    if not ids[0] & ids[1]:
        yield "columns: no id of both checklists, so nothing is tried"
    for row, matrix in zip(rows[1:], told["matrices"]):
        own = {c["code"] for c in matrix["criteria"]}
        for code, cell in zip(codes[4:], row[4:]):
            if (code in own) != (cell != ""):
                yield f"columns: {row[0]}, {code}: {cell!r}"


# ---- Files that are made ----

def ending_faults(folder):
    """Without --format the ending of --out says it; any other means text."""
    for ending, form in (("html", "html"), ("json", "json"), ("csv", "csv"),
                         ("rapport", "text"), ("html", "csv-plain")):
        out = folder / f"out.{ending}"
        args = ["compare", "@/now", "--out", str(out)]
        args += ["--format", form] if form == "csv-plain" else []
        said = out_of(args, folder)
        told = out_of(["compare", "@/now", "--format", form], folder)
        if said or not told or out.read_bytes() != told:
            yield f"--out {out.name}: not as --format {form}"


MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def workbook_faults(folder):
    out = folder / "out.xlsx"
    args = ["compare", "@/now", "@/evil.json", "--before", "@/old",
            "--format", "xlsx", "--out", str(out)]
    done = command(args, "", folder)
    if "byggt utan libxlsxwriter" in done.stderr.decode():
        print("xlsx: built without libxlsxwriter, so not tried")
        return
    first = out.read_bytes()
    command(args, "", folder)
    if out.read_bytes() != first:
        yield "xlsx: other bytes the second time"
    command([a for a in args if a not in ("--format", "xlsx")], "", folder)
    if out.read_bytes() != first:
        yield "xlsx: by its ending it has other bytes"
    left = sorted(p.name for p in folder.glob("*.part"))
    if left != ["half.xlsx.part"] or (folder / "half.xlsx").exists():
        yield f"xlsx: left behind: {left}"
    with zipfile.ZipFile(out) as book:
        names = [s.get("name") for s in ElementTree.fromstring(
            book.read("xl/workbook.xml")).iter(f"{MAIN}sheet")]
        sheets = [ElementTree.fromstring(
            book.read(f"xl/worksheets/sheet{i + 1}.xml"))
            for i in range(len(names))]
        texts = ["".join(t.text or "" for t in s.iter(f"{MAIN}t"))
                 for s in ElementTree.fromstring(
                     book.read("xl/sharedStrings.xml")).iter(f"{MAIN}si")]
    if names != ["Matris", "Kriterier", "Utveckling", "Citat", "Metod"]:
        yield f"xlsx: sheets {names}"
    for name, sheet in zip(names, sheets):
        if sheet.find(f".//{MAIN}pane[@state='frozen']") is None:
            yield f"xlsx, {name}: nothing stays"
        if sheet.find(f"{MAIN}autoFilter") is None:
            yield f"xlsx, {name}: no filters"
        if sheet.find(f".//{MAIN}f") is not None:
            yield f"xlsx, {name}: a formula"
    if not {"uppfyllt", "delvis", "saknas", SHOWN} <= set(texts):
        yield "xlsx: words that are not there"


# ---- Where it is written ----

def place_faults(folder):
    """What is read is not written over, and what was there stays until
    something whole takes its place."""
    own = folder / "own"
    own.mkdir()
    for name in ["a.md", "b.md"]:
        shutil.copy(folder / "now" / "ekvalla.md", own / name)
    (own / "link.html").symlink_to("a.md")
    shutil.copy(folder / "names.tsv", own / "names.tsv")
    text = (own / "a.md").read_bytes()
    rows = [
        ([own / "a.md"], "a.md", USAGE),
        ([own / "a.md"], "link.html", USAGE),
        ([own / "b.md"], "link.html", OK),  # the link gives way, not the file
        ([own], "a.md", USAGE),
        ([own / "b.md", "--before", own / "a.md"], "a.md", USAGE),
        ([own / "b.md", "--before", own], "a.md", USAGE),
        ([own / "b.md", "--names", own / "names.tsv"], "names.tsv", USAGE),
        ([own / "b.md", "--format", "csv", "--sheet", "trend"], "new", USAGE),
        ([own / "b.md", "--format", "json"], "new", OK),
    ]
    (own / "new").write_text("before")
    for args, out, code in rows:
        before = (own / out).read_bytes()
        done = command(["compare", "--format", "html", *map(str, args),
                        "--out", str(own / out)], "", folder)
        same = (own / out).read_bytes() == before
        if done.returncode != code or same != (code != OK) or done.stdout \
                or (code != OK and done.stderr.count(b"\n") != 1):
            yield f"--out {out} {args}: {done.returncode} {done.stderr}"
    if (own / "a.md").read_bytes() != text or list(own.glob("*.part")):
        yield "--out: written over, or left behind"


# ---- Pages ----

def html_faults(folder):
    rows = [
        ["compare", "@/now", "--before", "@/old", "--group", "stor=ekv*"],
        ["compare", "@/evil.json", "@/failed.json"],
        ["compare", "@/now/ekvalla.md", "--before", "@/later.json", "--lang",
         "en"],
        ["diff", "@/now/ekvalla.md", "@/old/ekvalla.md"],
        ["diff", "@/one.json", "@/evil.json"],
        ["diff", "--checklist", "overenskommelse", "--checklist",
         "@/rule.yaml", "@/now/ekvalla.md"],
    ]
    for args in rows:
        text = out_of([*args, "--format", "html"], folder).decode()
        for fault in page_faults(text):
            yield f"{' '.join(args)}, html: {fault}"


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_files(folder)
        faults = [fault_in(row, folder) for row in ROWS]
        for check in (json_faults, meaning_faults, csv_faults,
                      column_faults, ending_faults, workbook_faults,
                      place_faults, html_faults):
            faults += list(check(folder)) or [None]
    return tally(faults)


if __name__ == "__main__":
    sys.exit(main())
