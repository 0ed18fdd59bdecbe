#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""samsyn agreement: readers with each other and with the machine, and what it
says of files of labels that are wrong.

The first readers' verdicts are few enough to be worked out by hand; the JSON
obeys its schema and says the same as the text.
"""

import json
import re
import sys
import tempfile
from pathlib import Path

sys.path[:0] = ["tests/support", "tests/api"]
import json_schema  # noqa: E402
from commands import (BAD_LIST, OK, SOME,  # noqa: E402
                      UNREADABLE, USAGE, command, fault_in)
from tally import tally  # noqa: E402

SCHEMA = Path("checklists/schema/agreement.schema.json")
HEAD = "file\tcriterion\tstatus\n"
ROW = "ekvalla.md\ta03\tmet\n"

# One document a letter.  anna and bo: met/met, partly/not_met, met/partly,
# not_met/not_met, referred/met, needs_review/met; the last two only one has.
ANNA = HEAD + ("k1.md\ta01\tmet\nk1.md\ta02\tpartly\nl2.md\ta01\tmet\n"
               "l2.md\ta02\tnot_met\nl2.md\ta03\treferred\n"
               "l2.md\ta04\tneeds_review\nl2.md\ta05\tmet\n")
BO = ("criterion\tstatus\tfile\tevidence\n"
      "a01\tmet\tk1.md\t-\na02\tnot_met\tk1.md\tinget \"svar\"\n"
      "a01\tpartly\tl2.md\t-\na02\tnot_met\tl2.md\t-\na03\tmet\tl2.md\t-\n"
      "a04\tmet\tl2.md\t-\na06\tmet\tl2.md\t-\n")
# rows 1 1 2, columns 2 1 1: n 4, d 2, e |01| 1+2, |12| 1+2, 2 (1+4): 1 - 8/16
KAPPA = 500

# One that the model was taught, which its figures are not to be of.
CORPUS = Path("tests/validity/corpus")
TAUGHT = CORPUS / "docs" / min(
    line.split("\t")[0]
    for line in (CORPUS / "labels.tsv").read_text("utf-8").splitlines()
    if "\ta03\t" in line)
AGREEMENT = ["--checklist", "overenskommelse"]

FILES = {
    "anna.tsv": ANNA.encode(),
    "bo.tsv": BO.encode(),
    "crlf.tsv": ANNA.replace("\n", "\r\n").encode(),
    "bom.tsv": b"\xef\xbb\xbf" + ANNA.encode(),
    "mac.tsv": ANNA.replace("\n", "\r").encode(),
    "padded.tsv": ANNA.replace("\t", " \t ").encode(),
    "no-end.tsv": ANNA.rstrip("\n").encode(),
    "blank-lines.tsv": ANNA.replace("\n", "\n\n").encode(),
    "one.tsv": (HEAD + ROW).encode(),
    "by-id.tsv": (HEAD + "ekvalla.md\tgiltighetstid\tmet\n").encode(),
    "both-ways.tsv": (HEAD + ROW
                      + "ekvalla.md\tgiltighetstid\tpartly\n").encode(),
    "unasked.tsv": (HEAD + ROW + "ekvalla.md\tz99\tmet\n").encode(),
    "taught.tsv": (HEAD + f"{TAUGHT.name}\ta03\tmet\n").encode(),
    "gone.tsv": (HEAD + "none.md\ta03\tmet\n").encode(),
    "half-gone.tsv": (HEAD + ROW + "none.md\ta03\tmet\n").encode(),
    "empty.tsv": b"",
    "only-bom.tsv": b"\xef\xbb\xbf",
    "only-head.tsv": HEAD.encode(),
    "no-status.tsv": b"file\tcriterion\tverdict\nk1.md\ta01\tmet\n",
    "twice.tsv": b"file\tcriterion\tstatus\tstatus\nk1.md\ta01\tmet\tmet\n",
    "semicolon.tsv": HEAD.replace("\t", ";").encode(),
    "comma.tsv": HEAD.replace("\t", ",").encode(),
    "short.tsv": (HEAD + "k1.md\ta01\n").encode(),
    "long.tsv": (HEAD + "k1.md\ta01\tmet\tand\tmore\n").encode(),
    "status.tsv": (HEAD + "k1.md\ta01\tmet\nk1.md\ta02\tmett\n").encode(),
    "quoted.tsv": (HEAD + 'k1.md\ta01\t"met"\n').encode(),
    "unnamed.tsv": (HEAD + "\ta01\tmet\n").encode(),
    "outside.tsv": (HEAD + "../k1.md\ta01\tmet\n").encode(),
    "absolute.tsv": (HEAD + "/etc/hosts\ta01\tmet\n").encode(),
    "latin.tsv": (HEAD + "åker.md\ta01\tmet\n").encode("cp1252"),
    "utf16.tsv": ANNA.encode("utf-16"),
    "nul.tsv": (HEAD + "k1.md\ta\0\tmet\n").encode(),
    "same.tsv": (HEAD + "k1.md\ta01\tmet\nk2.md\ta01\tmet\n"
                 "k1.md\ta01\tpartly\n").encode(),
    "many-wrong.tsv": (HEAD + "k1.md\ta01\tja\n" * 30).encode(),
    "criteria.tsv": (HEAD + "".join(f"k1.md\tq{n}\tmet\n"
                                    for n in range(600))).encode(),
    "rows.tsv": (HEAD + "k1.md\ta01\tmet\n" * 100001).encode(),
    "escape.tsv": (HEAD + "k1.md\ta\x1b[31m\tmet\n").encode(),
    "suggestion.tsv": b"file\tcriterion\tstatus\tsuggestion\n"
                      b"k1.md\ta01\tneeds_review\tneeds_review\n",
    "certainty.tsv": b"file\tcriterion\tstatus\tcertainty\n"
                     b"k1.md\ta01\tmet\tsure\n",
    # What a machine says: right on two of three that are certain, on the one
    # that is doubtful, and its suggestion is one step off.
    "machine.tsv": b"file\tcriterion\tstatus\tsuggestion\tcertainty\t"
                   b"checklist\n"
                   b"k1.md\ta01\tmet\t\tcertain\tavtal\n"
                   b"k1.md\ta02\tpartly\t\tcertain\tavtal\n"
                   b"l2.md\ta01\tneeds_review\tpartly\tlikely\tavtal\n"
                   b"l2.md\ta02\tnot_met\t\tdoubtful\tavtal\n"
                   b"l2.md\ta03\tmet\t\tcertain\tavtal\n",
    "items.tsv": b"file\titem\tcriterion\tstatus\n"
                 b"k1.md\t1\tb01\tmet\nk1.md\t2\tb01\tpartly\n"
                 b"k1.md\t10\tb01\tmet\n",
    "items-two.tsv": b"file\titem\tcriterion\tstatus\n"
                     b"k1.md\t1\tb01\tmet\nk1.md\t2\tb01\tnot_met\n"
                     b"k1.md\t10\tb01\tnot_met\n",
}
DOCS = "examples/agreements"
TABLE = r"all +0\.500 +-?\d\.\d+ +\d\.\d+ +4 +2 +0 +2 +0/1 +1 +1\n"


def two(*files, extra=()):
    args = ["agreement", "--lang", "en", *extra]
    for file in files:
        args += ["--labels", f"@/{file}"]
    return args


def bad(name, file, message):
    """A file that is wrong is not used, and nothing is printed."""
    return (name, two(file, "anna.tsv"), "", UNREADABLE, "",
            re.escape(file) + message)


ROWS = [
    ("two readers", two("anna.tsv", "bo.tsv"), "", OK, TABLE, ""),
    ("lines that end in CR LF", two("crlf.tsv", "bo.tsv"), "", OK, TABLE, ""),
    ("lines that end in CR", two("mac.tsv", "bo.tsv"), "", OK, TABLE, ""),
    ("a byte order mark", two("bom.tsv", "bo.tsv"), "", OK, TABLE, ""),
    ("blanks around fields", two("padded.tsv", "bo.tsv"), "", OK, TABLE, ""),
    ("no last line end", two("no-end.tsv", "bo.tsv"), "", OK, TABLE, ""),
    ("empty lines", two("blank-lines.tsv", "bo.tsv"), "", OK, TABLE, ""),
    ("coverage", two("anna.tsv", "bo.tsv"), "", OK,
     r"verdicts compared: 6 of 7\nverdicts that are .*/bo\.tsv's only: 1\n", ""),
    ("off the scale", two("anna.tsv", "bo.tsv"), "", OK,
     r"Off the scale.*\nreferred +met +1\n", ""),
    ("criteria of two readers", two("anna.tsv", "bo.tsv"), "", OK,
     r"a01 .*\na02 .*\n", ""),
    ("differences", two("anna.tsv", "bo.tsv", extra=["--differences"]), "",
     OK, r"k1\.md +a02 +partly +not_met\n +\S+/bo\.tsv: \"inget \"svar\"\"\n",
     ""),
    ("no differences unasked", two("anna.tsv", "bo.tsv"), "", OK,
     r"\A(?!(.|\n)*differ)", ""),
    ("three readers are three pairs",
     two("anna.tsv", "bo.tsv", "crlf.tsv"), "", OK,
     r"anna\.tsv – .*bo\.tsv(.|\n)*anna\.tsv – .*crlf\.tsv(.|\n)*"
     r"bo\.tsv – .*crlf\.tsv", ""),
    ("a reader's name", ["agreement", "--labels", "anna=@/anna.tsv",
                         "--labels=bo=@/bo.tsv"], "", OK, "^anna – bo\n", ""),
    ("files of one reader", ["agreement", "--labels", "anna=@/one.tsv",
                             "--labels", "anna=@/anna.tsv", "--labels",
                             "bo=@/bo.tsv"], "", OK, r"jämförda omdömen: 6 av 8", ""),
    ("groups", two("anna.tsv", "bo.tsv", extra=[
        "--group", "short=k*", "--group=long=?2.md"]), "", OK,
     r"\nshort +0\.500 .*\nlong +0\.500 ", ""),
    ("a group without documents", two("anna.tsv", "bo.tsv", extra=[
        "--group", "none=z*"]), "", OK, r"\A(?!(.|\n)*none)", ""),
    ("only odd", two("anna.tsv", "bo.tsv", extra=["--only", "odd"]), "", OK,
     r"verdicts compared: 2 of 2", ""),
    ("items", two("items.tsv", "items-two.tsv"), "", OK,
     r"verdicts compared: 3 of 3", ""),
    ("items in the order of their numbers",
     two("items.tsv", "items-two.tsv", extra=["--differences"]), "", OK,
     r"k1\.md +2 +b01 (.|\n)*k1\.md +10 +b01 ", ""),
    ("a machine's file", two("anna.tsv", extra=["--machine",
                                                "@/machine.tsv"]), "", OK,
     r"\n(decided) +1\.000 (.|\n)*\nsuggested +(.|\n)*\navtal ", ""),
    ("certainty", two("anna.tsv", extra=["--machine", "@/machine.tsv"]), "",
     OK, r"certain +3 +60\.0 % +2 +66\.7 %\nlikely +1 +20\.0 % +0 +0\.0 %\n"
     r"doubtful +1 +20\.0 % +1 +100\.0 %\n", ""),
    ("certainty of documents", two("one.tsv") + [DOCS], "", OK,
     r"\n(certain|likely|doubtful) +1 +100\.0 % ", ""),
    ("certainty unsaid", two("anna.tsv", extra=["--machine", "@/bo.tsv"]),
     "", OK, "is not said", ""),
    ("documents", two("one.tsv") + [DOCS], "", OK,
     r"samsyn\n(.|\n)*\noverenskommelse (.|\n)*documents assessed: 1", ""),
    ("by the criterion's id", two("by-id.tsv", "one.tsv") + [DOCS], "", OK,
     r"by-id\.tsv – .*one\.tsv\n(.|\n)*verdicts compared: 1 of 1", ""),
    ("a second folder has it", two("one.tsv") + ["@/docs", DOCS], "", OK,
     r"documents assessed: 1", ""),
    ("a criterion that is not asked", two("unasked.tsv") + [DOCS], "", OK,
     r"labels of criteria .*: 1", ""),
    ("the same by id and by code", two("both-ways.tsv") + [DOCS], "",
     UNREADABLE, "", "line 2 and line 3"),
    ("a document that the model knows",
     two("taught.tsv", extra=AGREEMENT) + [str(TAUGHT.parent)], "", OK,
     r"documents that the checklist's model learned from, .*: 1\n", ""),
    ("a document that is not there", two("gone.tsv") + [DOCS], "",
     UNREADABLE, "", r"none\.md"),
    ("one of two is not there", two("half-gone.tsv") + [DOCS], "", SOME,
     r"not assessed, see above: 1", r"none\.md"),
    ("a broken checklist", two("one.tsv", extra=["--checklist", "@/bo.tsv"])
     + [DOCS], "", BAD_LIST, "", "."),
    ("no file of labels", two("none.tsv", "anna.tsv"), "", UNREADABLE, "",
     r"none\.tsv"),
    ("a folder of labels", two("docs", "anna.tsv"), "", UNREADABLE, "",
     "docs"),
    ("a machine's file that is not there",
     two("anna.tsv", extra=["--machine", "@/none.tsv"]), "", UNREADABLE, "",
     r"none\.tsv"),
    ("only a first line", two("only-head.tsv", "anna.tsv"), "", OK,
     r"verdicts compared: 0 of 0", ""),
    bad("empty", "empty.tsv", r":1: .*empty"),
    bad("only a byte order mark", "only-bom.tsv", r":1: .*empty"),
    bad("a field is missing", "no-status.tsv", r':1: .*"status"'),
    bad("a field twice", "twice.tsv", r':1: .*"status" stands twice'),
    bad("semicolons", "semicolon.tsv", r':1: .*";".*tab'),
    bad("commas", "comma.tsv", r':1: .*",".*tab'),
    bad("too few fields", "short.tsv", ":2: fields in .*2.*3"),
    bad("too many fields", "long.tsv", ":2: fields in .*5.*3"),
    bad("no verdict", "status.tsv", ':3: "mett".*partly'),
    bad("a verdict in quotation marks", "quoted.tsv", ':2: ""met"".*write'),
    bad("no name of a file", "unnamed.tsv", ':2: .*"file" is empty'),
    bad("a way out of the folder", "outside.tsv", r':2: "\.\./k1\.md" leads'),
    bad("an absolute path", "absolute.tsv", ':2: "/etc/hosts" leads'),
    bad("Windows-1252", "latin.tsv", ":2: .*UTF-8"),
    bad("UTF-16", "utf16.tsv", ":1: .*UTF-8"),
    bad("a NUL", "nul.tsv", ":1: .*UTF-8"),
    bad("the same twice", "same.tsv", ": line 2 and line 4"),
    bad("more than is said", "many-wrong.tsv", r": mistakes .*: 10"),
    bad("too many lines", "rows.tsv", ":100001: .*100000"),
    bad("no such suggestion", "suggestion.tsv", ':2: "needs_review".*partly'),
    bad("no such certainty", "certainty.tsv", ':2: "sure".*likely'),
    ("too many criteria", two("criteria.tsv", "anna.tsv"), "", UNREADABLE, "",
     "500 criteria"),
    ("a terminal's commands", ["agreement", "--labels", "a=@/escape.tsv",
                                "--labels", "b=@/escape.tsv"], "", OK,
     r"a\?\[31m", ""),
    ("one reader alone", two("anna.tsv"), "", USAGE, "", "--machine"),
    ("no reader", ["agreement", DOCS], "", USAGE, "", "--labels"),
    ("the machine twice", two("anna.tsv", extra=["--machine", "@/bo.tsv"])
     + [DOCS], "", USAGE, "", "--machine"),
    ("too many readers", two(*["anna.tsv", "bo.tsv", "crlf.tsv", "bom.tsv",
                               "mac.tsv", "padded.tsv", "no-end.tsv",
                               "one.tsv", "by-id.tsv"]), "", USAGE, "", "8"),
    ("no pattern", two("anna.tsv", "bo.tsv", extra=["--group", "k*"]), "",
     USAGE, "", "--group"),
    ("folds", ["agreement", "--folds", "2", "@/docs", "@/more"], "", OK,
     "^file\tfold\na.md\t1\nb.md\t2\nc.txt\t1\n$", ""),
    ("one fold", ["agreement", "--folds", "1", "@/docs"], "", USAGE, "",
     "--folds"),
    ("folds of no folder", ["agreement", "--folds", "6"], "", USAGE, "", "."),
    ("folds with labels", two("anna.tsv", extra=["--folds", "6"]), "", USAGE,
     "", "--labels"),
    ("folds of what is not there", ["agreement", "--folds", "6", "@/none"],
     "", UNREADABLE, "", "none"),
    ("a name in two folders", ["agreement", "--folds", "6", "@/docs",
                               "@/docs"], "", UNREADABLE, "", r"a\.md"),
]


def make_files(folder):
    for name, data in FILES.items():
        (folder / name).write_bytes(data)
    for name in ("docs/a.md", "docs/c.txt", "docs/.hidden", "docs/in/d.md",
                 "more/b.md"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"x\n")


def json_of(args, folder):
    done = command([*args, "--format", "json"], "", folder)
    return json.loads(done.stdout)


def json_faults(folder):
    """What the JSON holds is what was worked out by hand."""
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    people = json_of(two("anna.tsv", "bo.tsv"), folder)
    machine = json_of(two("anna.tsv", extra=["--machine", "@/machine.tsv"]),
                      folder)
    asked = json_of(two("one.tsv") + [DOCS], folder)
    for name, value in (("people", people), ("machine", machine),
                        ("asked", asked)):
        yield from (f"json, {name}: {f}"
                    for f in json_schema.validate(schema, value))
    comparison = people["comparisons"][0]
    if comparison["measures"][0]["kappa"] != KAPPA:
        yield f"json: kappa {comparison['measures'][0]['kappa']}"
    first = comparison["differences"][0]
    if (first["document"], first["criterion"], first["second"]["evidence"]) \
            != ("k1.md", "a02", 'inget "svar"'):
        yield f"json: the first difference is {first}"
    if len(comparison["differences"]) != 4:
        yield f"json: {len(comparison['differences'])} differences"
    trust = machine["comparisons"][0]["certainty"]
    if [(t["certainty"], t["verdicts"], t["right"]) for t in trust[1:]] != [
            ("certain", 3, 2), ("likely", 1, 0), ("doubtful", 1, 1)]:
        yield f"json: certainty {trust}"
    trust = asked["comparisons"][0]["certainty"]
    told = {c["code"]: c["certainty"] for c in json_of(
        ["score", f"{DOCS}/ekvalla.md"], folder)[0]["criteria"]}
    if [t["certainty"] for t in trust if t["verdicts"]] != [told["a03"]]:
        yield f"json: a03 is {told['a03']}, and certainty {trust}"
    if asked["documents"] != {"assessed": 1, "unread": 0, "unasked": 0,
                              "taught": 0}:
        yield f"json: documents {asked['documents']}"
    yield from (f"json, taught by {TAUGHT.name} {extra}: {known}"
                for extra, known in (([], 1), (["--rules"], 0))
                if json_of(two("taught.tsv", extra=[*AGREEMENT, *extra])
                           + [str(TAUGHT.parent)], folder)["documents"]["taught"]
                != known)


def fault_in_both_forms(folder):
    """The text and the JSON show the same kappas in the same order."""
    args = two("one.tsv", "by-id.tsv") + [DOCS]
    text = command(args, "", folder).stdout.decode()
    shown = re.findall(r"^(?:\S| ).{26,}? +(-|-?\d\.\d{3}) +(?:-|-?\d\.\d{3})"
                       r" +(?:-|-?\d\.\d{3}) ", text, re.M)
    wanted = ["-" if m["kappa"] is None else f"{m['kappa'] / 1000:.3f}"
              for c in json_of(args, folder)["comparisons"]
              for m in c["measures"]]
    return None if shown == wanted else f"text {shown}, json {wanted}"


def faults_by_rules(folder):
    """--rules measures the rules' verdicts, which others are not all."""
    score = json_of(["score", f"{DOCS}/norrsund.md"], folder)[0]["criteria"]
    said = [c for c in score if c["suggestion"] is None]
    (folder / "rules.tsv").write_text(HEAD + "".join(
        f"norrsund.md\t{c['code']}\t{c['rules']}\n" for c in said))
    wanted = sum(c["verdict"] != c["rules"] for c in said)
    if not wanted:
        yield "rules: taught evidence changed nothing, so nothing is tried"
    for extra, count in (([], wanted), (["--rules"], 0)):
        args = two("rules.tsv", extra=extra) + [DOCS]
        comparison = json_of(args, folder)["comparisons"][0]
        if len(comparison["differences"]) != count:
            yield f"rules: {len(comparison['differences'])}, not {count}"
        if (comparison["certainty"] is None) != bool(extra):
            yield f"rules: certainty is {comparison['certainty']}"


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_files(folder)
        faults = [fault_in(row, folder) for row in ROWS]
        faults += list(json_faults(folder)) or [None]
        faults.append(fault_in_both_forms(folder))
        faults += list(faults_by_rules(folder)) or [None]
    return tally(faults)


if __name__ == "__main__":
    sys.exit(main())
