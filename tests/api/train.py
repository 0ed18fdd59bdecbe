#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""samsyn train: what it writes, and what it says of files that are wrong.

A few invented passages and the documents of examples/agreements teach two
criteria, so that training takes no time.
"""

import hashlib
import json
import re
import sys
import tempfile
from pathlib import Path

sys.path[:0] = ["tests/support", "tests/api"]
from commands import (BAD_LIST, CHECKLIST, OK,  # noqa: E402
                      UNREADABLE, USAGE, command, fault_in, says)
from tally import tally  # noqa: E402

MAGIC = b"\x8fSYN\r\n\x1a\n"
DOCS = "examples/agreements"
HEAD = "criterion\tstatus\ttext\n"
FILE = "file\tcriterion\tstatus\tevidence\n"

MET = ["Avtalet gäller till den 31 maj 2028.",
       "Överenskommelsen gäller i tre år från underskriften.",
       "Giltighetstid: från januari 2026 till december 2029.",
       "Parterna är bundna till utgången av 2027.",
       "Avtalet löper från 1 mars 2026 och i fyra år.",
       "Den gäller till och med den 30 juni 2029."]
NOT = ["Kommunen sköter belysningen på torget.",
       "Polisen går till fots i centrum på kvällarna.",
       "Fritidsgården har öppet varje fredag.",
       "Styrgruppen träffas i Ekvalla varje höst.",
       "Vi målar om bron tillsammans med skolan.",
       "Grannstöd finns i två områden."]
ROWS_OF = "".join(f"a03\tmet\t{t}\n" for t in MET) + "".join(
    f"a03\tnot_met\t{t}\n" for t in NOT)
GOOD = HEAD + ROWS_OF
WIDE = "text\ta03 z99\ta01\tlead\n" + "".join(
    f"{t}\tmet\t-\t-\n" for t in MET) + "".join(
    f"{t}\tnot_met\tnot_met\tPunkter\n" for t in NOT)
LABELS = FILE + "".join(
    f"{name}\ta03\t{status}\t{said}\n" for name, status, said in (
        ("ekvalla.md", "met", "Avtalet gäller i tre år."),
        ("hagsund.md", "partly", "-"), ("norrsund.md", "not_met", ""),
        ("talldalen.txt", "referred", ""))) + "ekvalla.md\tz99\tmet\t\n"

FILES = {
    "good.tsv": GOOD.encode(),
    "crlf.tsv": GOOD.replace("\n", "\r\n").encode(),
    "mac.tsv": GOOD.replace("\n", "\r").encode(),
    "bom.tsv": b"\xef\xbb\xbf" + GOOD.encode(),
    "padded.tsv": GOOD.replace("\t", " \t ").encode(),
    "blank-lines.tsv": GOOD.replace("\n", "\n\n").encode(),
    "by-id.tsv": GOOD.replace("a03", "giltighetstid").encode(),
    "others.tsv": (GOOD + "z99\tmet\tNågot annat.\n").encode(),
    "wide.tsv": WIDE.encode(),
    "narrow.tsv": (HEAD + "".join(f"a03\tmet\t{t}\n" for t in MET) + "".join(
        f"{c}\tnot_met\tPunkter: {t}\n" for t in NOT
        for c in ("a03", "a01"))).encode(),
    "under.tsv": ("lead\t" + HEAD + "".join(
        f"Detta gäller\ta03\tmet\t{t}\n" for t in MET) + "".join(
        f"-\ta03\tnot_met\t{t}\n" for t in NOT)).encode(),
    "few.tsv": (HEAD + f"a03\tmet\t{MET[0]}\n").encode(),
    "labels.tsv": LABELS.encode(),
    "known.txt": b"ekvalla.md\nannan.md\n",
    "other-checklist.tsv": (HEAD + "z99\tmet\tNågot.\n").encode(),
    "gone.tsv": (FILE + "none.md\ta03\tmet\t\n").encode(),
    "empty.tsv": b"",
    "no-text.tsv": b"criterion\tstatus\na03\tmet\n",
    "no-status.tsv": b"criterion\ttext\na03\tJa.\n",
    "twice.tsv": b"text\ttext\ta03\nJa.\tJa.\tmet\n",
    "semicolon.tsv": GOOD.replace("\t", ";").encode(),
    "short.tsv": (GOOD + "a03\tmet\n").encode(),
    "long.tsv": (GOOD + "\n\na03\tmet\tJa.\tNej.\n").encode(),
    "status.tsv": (HEAD + "a03\tmett\tJa.\n").encode(),
    "review.tsv": (HEAD + "a03\tneeds_review\tJa.\n").encode(),
    "wide-status.tsv": b"text\ta03\nJa.\tmet\n\nNej.\tja\n",
    "latin.tsv": (HEAD + "a03\tmet\tTill våren.\n").encode("cp1252"),
    "utf16.tsv": GOOD.encode("utf-16"),
    "many-wrong.tsv": (HEAD + "a03\tja\tJa.\n" * 30).encode(),
    "columns.tsv": ("text" + "\ta03" * 70 + "\n").encode(),
    "label-status.tsv": (FILE + "ekvalla.md\ta03\tmett\t\n").encode(),
    "outside.tsv": (FILE + "../x.md\ta03\tmet\t\n").encode(),
}


def train(*passages, labels=(), extra=(), out="@/out.model"):
    args = ["train", "--lang", "en", "--checklist", CHECKLIST, "--out", out]
    for name in passages:
        args += ["--passages", f"@/{name}"]
    for name in labels:
        args += ["--labels", f"@/{name}"]
    return [*args, *extra, *([DOCS] if labels else [])]


def bad(name, file, message):
    return (name, train(file), "", USAGE, "", re.escape(file) + message)


ROWS = [
    ("passages", train("good.tsv"), "", OK, "", ""),
    ("labels alone", train(labels=["labels.tsv"]), "", OK, "", ""),
    ("passages and labels", train("good.tsv", labels=["labels.tsv"], extra=[
        "--known", "@/known.txt"]), "", OK, "", ""),
    ("too few to teach anything", train("few.tsv"), "", OK, "", ""),
    ("no checklist", ["train", "--passages", "@/good.tsv", "--out",
                      "@/out.model"], "", USAGE, "", "--checklist"),
    ("no out", ["train", "--passages", "@/good.tsv", "--checklist",
                CHECKLIST], "", USAGE, "", "--out"),
    ("nothing to train from", train(), "", USAGE, "", "--passages"),
    ("no such checklist", train("good.tsv", extra=["--checklist", "finns-ej"]),
     "", None, "", "finns-ej"),
    ("a broken checklist", ["train", "--checklist", "@/good.tsv", "--passages",
                            "@/good.tsv", "--out", "@/out.model"], "",
     BAD_LIST, "", "."),
    ("no file of passages", train("none.tsv"), "", USAGE, "", r"none\.tsv"),
    ("a folder of passages", train(""), "", USAGE, "", "."),
    ("no file of labels", train(labels=["none.tsv"]), "", USAGE, "",
     r"none\.tsv"),
    ("no file of known documents", train("good.tsv", extra=[
        "--known", "@/none.txt"]), "", USAGE, "", r"none\.txt"),
    ("a document that is not there", train(labels=["gone.tsv"]), "",
     UNREADABLE, "", r"none\.md"),
    ("only criteria of others", train("other-checklist.tsv"), "", USAGE, "",
     "about a criterion"),
    ("out in no folder", train("good.tsv", out="@/none/out.model"), "", USAGE,
     "", "cannot be written"),
    ("out is a folder", train("good.tsv", out="@/folder"), "", USAGE, "",
     "cannot be written"),
    ("verdicts in no folder", train("good.tsv", extra=[
        "--verdicts", "@/none/v.tsv"]), "", USAGE, "", "cannot be written"),
    bad("empty", "empty.tsv", ":1: .*empty"),
    bad("no text", "no-text.tsv", ':1: .*"text"'),
    bad("no status", "no-status.tsv", ':1: .*"status"'),
    bad("a field twice", "twice.tsv", ':1: .*"text" stands twice'),
    bad("semicolons", "semicolon.tsv", ':1: .*";".*tab'),
    bad("too few fields", "short.tsv", ":14: fields in .*2.*3"),
    bad("too many fields after blank lines", "long.tsv",
        ":16: fields in .*4.*3"),
    bad("no verdict", "status.tsv", ':2: "mett".*partly'),
    bad("a verdict that teaches nothing", "review.tsv",
        ':2: "needs_review".*partly'),
    bad("no verdict in a wide table", "wide-status.tsv", ':4: "ja".*partly'),
    bad("Windows-1252", "latin.tsv", ":2: .*UTF-8"),
    bad("UTF-16", "utf16.tsv", ":1: .*UTF-8"),
    bad("more than is said", "many-wrong.tsv", ": mistakes .*: 10"),
    bad("too many columns", "columns.tsv", ":1: .*64"),
    ("labels: no verdict", train(labels=["label-status.tsv"]), "", USAGE, "",
     r'label-status\.tsv:2: "mett"'),
    ("labels: a way out of the folder", train(labels=["outside.tsv"]), "",
     USAGE, "", r'outside\.tsv:2: "\.\./x\.md" leads'),
]

# Files that say the same give the same model.
SAME = [("good.tsv", name) for name in (
    "crlf.tsv", "mac.tsv", "bom.tsv", "padded.tsv", "blank-lines.tsv",
    "by-id.tsv", "others.tsv", "good.tsv")] + [("wide.tsv", "narrow.tsv")]
DIFFERENT = [("good.tsv", "under.tsv"), ("good.tsv", "few.tsv")]


def fault_left(row, folder):
    """A failure leaves no model, and a success leaves one."""
    out = folder / "out.model"
    out.unlink(missing_ok=True)
    fault = fault_in(row, folder)
    if fault:
        return fault
    if row[3] != OK:
        return f"{row[0]}: a model is left" if out.exists() else None
    return None if out.read_bytes().startswith(MAGIC) else f"{row[0]}: no model"


def model_of(name, folder):
    command(train(name), "", folder)
    return (folder / "out.model").read_bytes()


def faults_in_bytes(folder):
    for pairs, same in ((SAME, True), (DIFFERENT, False)):
        for one, two in pairs:
            if (model_of(one, folder) == model_of(two, folder)) != same:
                yield f"{one} and {two} give {'other' if same else 'same'}"


def fault_in_verdicts(folder):
    """What is said of documents is what samsyn agreement reads."""
    out = folder / "verdicts.tsv"
    command(train("good.tsv", labels=["labels.tsv"],
                  extra=["--verdicts", str(out)]), "", folder)
    lines = [line.split("\t") for line in out.read_text("utf-8").splitlines()]
    if lines[0] != ["file", "criterion", "status", "suggestion", "label",
                    "rules", "model", "certainty"]:
        return f"verdicts: the first line is {lines[0]}"
    said = sorted((line[0], line[1], line[4]) for line in lines[1:])
    if said != [("ekvalla.md", "a03", "met"), ("hagsund.md", "a03", "partly"),
                ("norrsund.md", "a03", "not_met")]:
        return f"verdicts: of {said}"
    done = command(["agreement", "--lang", "en", "--labels", "@/labels.tsv",
                    "--machine", "@/verdicts.tsv"], "", folder)
    if done.returncode != OK or not says(done.stdout.decode(),
                                         "verdicts compared: 3 of"):
        return f"verdicts: agreement says {done.stdout} {done.stderr}"
    return None


def fault_in_use(folder):
    """The model is read by a checklist that names it, beside it."""
    named = folder / "overenskommelse.yaml"
    named.write_text(Path(CHECKLIST).read_text("utf-8"), "utf-8")
    command(train("good.tsv", out=str(folder / "overenskommelse.model")), "",
            folder)
    done = command(["score", "--lang", "en", "--checklist", str(named),
                    f"{DOCS}/ekvalla.md"], "", folder)
    if done.returncode != OK or b"rules judge alone" in done.stdout:
        return f"use: {done.returncode} {done.stdout[-300:]} {done.stderr}"
    return None


def fault_in_acquaintance(folder):
    """An assessment names its model, and a document that this learned from."""
    named = folder / "overenskommelse.yaml"
    named.write_text(Path(CHECKLIST).read_text("utf-8"), "utf-8")
    model = folder / "overenskommelse.model"
    command(train("good.tsv", labels=["labels.tsv"], out=str(model)), "",
            folder)
    stranger = folder / "stranger.md"
    stranger.write_text("# Avtal\n\nPolisen och kommunen samverkar.\n", "utf-8")
    for document, known in ((f"{DOCS}/ekvalla.md", True), (stranger, False)):
        done = command(["score", "--format", "json", "--checklist", str(named),
                        str(document)], "", folder)
        said = json.loads(done.stdout)[0]
        digest = hashlib.sha256(model.read_bytes()).hexdigest()
        if said["checklist"]["model"] != {"digest": f"sha256:{digest}"}:
            return f"acquaintance: the model is {said['checklist']['model']}"
        codes = [notice["code"] for notice in said["notices"]]
        if ("taught-from" in codes) != known:
            return f"acquaintance: of {document} is said {codes}"
    return None


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "folder").mkdir()
        for file, data in FILES.items():
            (folder / file).write_bytes(data)
        faults = [fault_left(row, folder) for row in ROWS]
        faults += list(faults_in_bytes(folder)) or [None]
        faults += [fault_in_verdicts(folder), fault_in_use(folder),
                   fault_in_acquaintance(folder)]
    return tally(faults)


if __name__ == "__main__":
    sys.exit(main())
