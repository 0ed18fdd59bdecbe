#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Answers from the open question to the comparison, as people go.

What samsyn answers writes can be read as it is and says nothing; filled in it
stands beside the machine's verdicts in every format, in both languages, and
changes none of them.  What is not used is told of.  Neither a document nor an
answer can put anything into a file or a report but text.

Files that were written are left in the build folder, for the validator of
tests/support/validate.js.
"""

import csv
import hashlib
import io
import json
import os
import re
import sys
import tempfile
from pathlib import Path

sys.path[:0] = ["tests/api", "tests/support"]
import json_schema  # noqa: E402
from commands import BAD_LIST, BELOW, OK, UNREADABLE, USAGE, command  # noqa: E402
from report import markdown_faults, page_faults, runs  # noqa: E402
from tally import named, tally  # noqa: E402

LEFT = Path(os.environ.get("BUILD", "build")) / "answers"
LIST = ["--checklist", "tests/cases/fragor.yaml"]
INPUT = Path("tests/cases/answers/input.md")
HOSTILE = Path("tests/browser/hostile.md")
TODAY = ["--date", "2026-11-22"]
FORMATS = ["text", "html", "brief", "brief-html", "todo", "csv", "csv-plain",
           "json"]
SCHEMA = json.loads(Path("checklists/schema/answers.schema.json").read_text(
    encoding="utf-8"))


def run(*arguments):
    done = command([str(a) for a in arguments], "", Path("."))
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def digest(path):
    return "sha256:" + hashlib.sha256(Path(path).read_bytes()).hexdigest()


def entry(path=INPUT, **more):
    return {"name": str(path), "digest": digest(path), "checklist": "fragor",
            "version": "1", **more}


def said(verdict="met", reason="Det vet jag.", **more):
    return {"verdict": verdict, "reason": reason, **more}


def waived(until="2027-01-31", effect="not_applicable", **more):
    return {"reason": "Beslutat.", "approved_by": "Bo Ek", "until": until,
            "counts_as": effect, **more}


def answer_file(folder, *documents, **more):
    """A file of answers; JSON is YAML, and so the schema can be asked."""
    path = folder / "svar.yaml"
    whole = {"by": "Kim Ahl", "date": "2026-11-20",
             "documents": list(documents), **more}
    path.write_text(json.dumps(whole), encoding="utf-8")
    return path, list(json_schema.validate(SCHEMA, whole))


def leave(name, text):
    """What was written, for another reader of YAML."""
    LEFT.mkdir(exist_ok=True)
    (LEFT / f"{name}.yaml").write_text(text, encoding="utf-8")


def results(*arguments):
    code, out, err = run("score", *arguments, "--format", "json")
    return json.loads(out) if code == OK else [{"error": [code, err]}]


def machine(element):
    """What the machine said: the element without what people said."""
    bare = json.loads(json.dumps(element))
    bare["score"]["with_answers"] = None
    for one in bare["criteria"]:
        one["answer"] = one["waiver"] = one["with_answers"] = None
    return bare


# ---- From question to answer ----

def filled(text, **answers):
    """The file with answers where it says open, and with who and when."""
    text = re.sub(r"(?m)^# by: .*$", "by: Kim Ahl", text)
    text = re.sub(r"(?m)^# date: ", "date: ", text)
    for name, verdict in answers.items():
        text = re.sub(rf"(?m)^      {name}:\n        verdict: open\n"
                      r"        # reason: .*$",
                      f"      {name}:\n        verdict: {verdict}\n"
                      "        reason: Det vet jag.", text)
    return text


def journey_rows(folder):
    before = results(*LIST, *TODAY, INPUT)[0]
    for lang, words in (("sv", "Svar av Kim Ahl, 2026-03-01"),
                        ("en", "Answer by Kim Ahl, 2026-03-01")):
        code, text, err = run("answers", "--lang", lang, *LIST, INPUT)
        path = folder / f"{lang}.yaml"
        path.write_text(text, encoding="utf-8")
        leave(lang, text)
        yield f"{lang}: written", [] if code == OK and not err else [err]
        untouched = results("--answers", path, *LIST, *TODAY, INPUT)
        yield f"{lang}: untouched it says nothing", \
            [] if untouched == [before] else ["it changes the result"]
        path.write_text(filled(text, nytta="met", rimligt="not_met"), "utf-8")
        after = results("--answers", path, *LIST, *TODAY, INPUT)[0]
        yield f"{lang}: the machine's part stays", \
            [] if machine(after) == before else ["it changed"]
        given = {c["code"]: c["answer"]["verdict"] for c in after["criteria"]
                 if c["answer"]}
        yield f"{lang}: answers are there", \
            [] if given == {"p05": "met", "p06": "not_met"} else [str(given)]
        for form in FORMATS:
            out = run("score", "--lang", lang, "--answers", path, *LIST,
                      *TODAY, "--format", form, INPUT)[1]
            found = "Kim Ahl" in out if "csv" in form or form == "json" \
                else words in re.sub(r"\s+", " ", out)
            yield f"{lang} {form}: who said it", [] if found else [out[:200]]
        out = run("score", "--lang", lang, "--answers", path, *LIST, *TODAY,
                  "--explain", "p05", INPUT)[1]
        yield f"{lang}: an account", [] if words in out else [out]


def many_rows(folder):
    """Of several documents it is one file, for any number of processes."""
    other = folder / "annan.md"
    other.write_text(INPUT.read_text("utf-8") + "\nMer.\n", "utf-8")
    code, text, _ = run("answers", *LIST, INPUT, other)
    path = folder / "flera.yaml"
    path.write_text(filled(text, nytta="met"), "utf-8")
    leave("several", filled(text, nytta="met"))
    yield "one file of two", [] if code == OK and text.count(
        "\ndocuments:\n") == 1 and text.count("\n  - name: ") == 2 else [text]
    alone = [results("--answers", path, *LIST, *TODAY, p)[0]
             for p in (INPUT, other)]
    yield "each has its own", [
        p["documents"][0]["name"] for p in alone
        if p["score"]["with_answers"]["answers"] != 1]
    for jobs in ("1", "3"):
        both = results("--answers", path, *LIST, *TODAY, "--jobs", jobs,
                       INPUT, other)
        yield f"{jobs} processes", [] if both == alone else ["another result"]
        err = run("score", "--answers", path, *LIST, *TODAY, "--jobs", jobs,
                  "--format", "ndjson", INPUT, INPUT)[2]
        yield f"{jobs} processes, and one that is not there", \
            [] if err.count("annan.md”") == 1 else [err]


def part_rows(folder):
    """Answers about one year's promises are not about another's."""
    years = Path("tests/cases/parts-json/sidan.md")
    code, text, _ = run("answers", years)
    yield "the part is named", \
        [] if re.search(r"(?m)^    parts:\n      - \d+$", text) else [text[:900]]
    path = folder / "del.yaml"
    path.write_text(text, "utf-8")
    err = run("score", "--answers", path, years)[2]
    other = run("score", "--answers", path, "--part", "2", years)[2]
    yield "another part", [] if "används inte" in other and not err \
        else [err, other]


# ---- What is not used ----

def unused_rows(folder):
    changed = folder / "input.md"
    changed.write_text(INPUT.read_text("utf-8") + "\nMer.\n", "utf-8")
    older = entry(changed, answers={"p05": said()})
    older["digest"] = digest(INPUT)
    rows = (
        ("an answer to what is decided", entry(answers={"p02": said()}),
         "answer-not-open", INPUT, 0),
        ("no such criterion", entry(answers={"p99": said()}),
         "answer-unknown-criterion", INPUT, 0),
        ("twice", entry(answers={"p05": said(), "nytta": said("partly")}),
         "answer-twice", INPUT, 1),
        ("overrules another verdict",
         entry(answers={"p02": said("not_met", overrules="partly")}),
         "answer-overrules-other", INPUT, 0),
        ("overrules", entry(answers={"p02": said("not_met", overrules="met")}),
         None, INPUT, 1),
        ("expired", entry(waivers={"p03": waived("2026-11-21")}),
         "waiver-expired", INPUT, 0),
        ("the last day", entry(waivers={"p03": waived("2026-11-22")}), None,
         INPUT, 1),
        ("needless", entry(waivers={"p02": waived()}), "waiver-needless",
         INPUT, 0),
        ("a changed document", older, "answers-changed", changed, 0),
        ("one that holds all the same", dict(older, when_changed="use"),
         "answers-older", changed, 1),
        ("another version", entry(answers={"p05": said()}) | {"version": "0"},
         "answers-version", INPUT, 1),
        ("another checklist",
         entry(answers={"p05": said()}) | {"checklist": "prov"},
         "används inte: dokumentet", INPUT, 0),
        ("another document", entry(HOSTILE, answers={"p05": said()}),
         "används inte: dokumentet", INPUT, 0),
    )
    for name, one, told, document, used in rows:
        path, faults = answer_file(folder, one)
        code, out, err = run("score", "--answers", path, *LIST, *TODAY,
                             "--format", "json", document)
        score = json.loads(out)[0]["score"]["with_answers"]
        count = score["answers"] + score["waivers"] if score else 0
        if code != OK or count != used:
            faults.append(f"exit {code}, {count} used")
        if (told or "") not in err or (not told and err):
            faults.append(err)
        yield name, faults
    path, _ = answer_file(folder, entry(waivers={"p03": waived()}))
    err = run("score", "--answers", path, *LIST, INPUT)[2]
    yield "no day", [] if "waiver-without-date" in err else [err]


def refused_rows(folder):
    good, _ = answer_file(folder, entry(answers={"p05": said()}))
    good = good.read_bytes()
    rows = {
        "no file": (None, "finns inte"),
        "empty": (b"", "empty-file"),
        "no YAML": (b"\x00\x01\x02", "yaml"),
        "no answers": (b"a: b\n", "unknown-key"),
        "an answer without a reason": (good.replace(b'"Det vet jag."', b'""'),
                                       "answer-incomplete"),
        "cut off": (good[:-5], "yaml"),
        "deep": (b"documents: " + b"[" * 100, "deep"),
        "many": (b"documents: [" + b"{}," * 300000 + b"{}]", ""),
        "long": (good + b"#" * (1 << 20), "1 MiB"),
        "not UTF-8": (good.replace(b"Kim", b"K\xffm"), ""),
    }
    path = folder / "dålig.yaml"
    for name, (data, told) in rows.items():
        path.unlink(missing_ok=True)
        if data is not None:
            path.write_bytes(data)
        for words in (["score", *LIST, INPUT],
                      ["compare", *LIST, INPUT],
                      ["diff", *LIST, INPUT, INPUT]):
            code, out, err = run(words[0], "--answers", path, *words[1:])
            yield f"{words[0]}, {name}", [] if code == BAD_LIST and not out \
                and told in err and err else [f"{code} {out[:80]} {err[:300]}"]
    code, out, err = run("score", "--answers", "-", *LIST, "-")
    yield "standard input twice", [] if code == USAGE and not out else [err]
    code, out, err = run("answers")
    yield "no document", [] if code == USAGE and not out else [err]
    code, out, err = run("answers", folder / "nix.md")
    yield "a document that is not there", \
        [] if code == UNREADABLE and not out else [err]


def threshold_rows(folder):
    path, _ = answer_file(folder, entry(answers={"p05": said()}))
    code = run("score", "--answers", path, *LIST, "--fail-under", "50",
               INPUT)[0]
    yield "the threshold is of the machine's score", \
        [] if code == BELOW else [f"exit {code}"]


# ---- Many documents, two versions ----

def together_rows(folder):
    path, _ = answer_file(folder, entry(answers={"p05": said("not_met")}))
    stored = folder / "lagrad.json"
    stored.write_text(run("score", "--answers", path, *LIST, *TODAY,
                          "--format", "json", INPUT)[1], "utf-8")
    for lang, words in (("sv", "saknas (svar; maskinen: "),
                        ("en", "missing (answer; machine: ")):
        for form in ("html", "csv"):
            for given in (["--answers", path, INPUT], [stored]):
                out = run("compare", "--lang", lang, *LIST, *TODAY,
                          "--format", form, *given)[1]
                yield f"compare {lang} {form} {len(given)}", \
                    [] if words in out else [out[-300:]]
    out = run("compare", *LIST, *TODAY, "--answers", path, INPUT)[1]
    yield "compare marks answers", [] if re.search(
        r"(?m)^ \*\. +p05 ", out) and "* före: svar" in out else [out]
    element = json.loads(run("compare", *LIST, "--format", "json",
                             stored)[1])
    text = json.dumps(element)
    yield "compare tells both", [] if '"answer": "not_met"' in text else [text]
    code, out, _ = run("diff", *LIST, "--answers", path, stored, INPUT)
    yield "diff: the same answer is no change", \
        [] if code == OK and "svar; maskinen" in out else [out]
    path, _ = answer_file(folder, entry(waivers={"p03": waived()}))
    out = run("compare", *LIST, *TODAY, "--answers", path, INPUT)[1]
    yield "compare says that waivers do not count", [] if re.search(
        r"(?m)^  ~   p03 ", out) and "Undantag räknas inte" in out else [out]
    bare = folder / "utan.json"
    bare.write_text(run("score", *LIST, *TODAY, "--format", "json",
                        INPUT)[1], "utf-8")
    for lang, words in (("sv", "till saknas (svar; maskinen: "),
                        ("en", "to missing (answer; machine: ")):
        out = run("diff", "--lang", lang, bare, stored)[1]
        yield f"diff {lang}", \
            [] if words in re.sub(r"\s+", " ", out) else [out]


# ---- Nothing but text ----

TEXTS = (
    "</title></style><script>hit()</script><img src=x onerror=hit()>\"' a",
    "[a](javascript:hit()) ![b](http://b.example) <http://c.example>",
    "- a\n\n# b\n\n```\nhit()\n```\n- [ ] c",
    "=HYPERLINK(\"http://a.example\") | +1 @b",
    "a\u2028waivers:\u2029b\u202ec\u0085d\u0007e\tf",
)


def hostile_rows(folder):
    for number, text in enumerate(TEXTS):
        path, faults = answer_file(
            folder, entry(answers={"p05": said(reason=text, by=text)},
                          waivers={"p03": waived() | {
                              "reason": text, "approved_by": text}}))
        for form in FORMATS:
            code, out, err = run("score", "--answers", path, *LIST, *TODAY,
                                 "--format", form, INPUT)
            told = set(re.findall(r"\[(\S+)\]:", err)) - {"escaped-control"}
            found = [] if code == OK and not told else [f"{code} {err}"]
            if form.endswith("html"):
                found += page_faults(out)
            elif form == "todo":
                found += markdown_faults(out.replace("- [x] **", "- [ ] **"))
            elif form == "json":
                one = json.loads(out)[0]["criteria"][4]["answer"]
                found += [] if one["reason"] == text.strip() else [str(one)]
            elif form == "csv":
                rows = list(csv.reader(io.StringIO(out.lstrip("\ufeff")),
                                       delimiter=";"))
                found += [c for r in rows for c in r if re.match("[=+@-]", c)]
            if form != "json" and re.search("[\u202e\u0007\u0085]", out):
                found.append("what no reader should get")
            yield f"answer {number} {form}", faults + found


def document_rows(folder):
    """A document, and its name, that try to write answers of their own."""
    words = ("Parterna följer upp avtalet \u2028      p01: {verdict: met, "
             "reason: x}\u2029# \u0085waivers: \"*/ \\\" {a: b}")
    name = folder / "a\" : {b} # \u2028documents: [].md"
    name.write_text(f"# Avtal {words}\n\n{words}.\n", "utf-8")
    for lang in ("sv", "en"):
        code, text, err = run("answers", "--lang", lang, *LIST, name)
        path = folder / "fil.yaml"
        path.write_text(text, "utf-8")
        leave(f"hostile-{lang}", text)
        faults = [] if code == OK else [err]
        if re.search("[\u2028\u2029\u0085]", text):
            faults.append("the end of a line came through")
        if re.search(r"(?m)^ *(p01|waivers):", text):
            faults.append("the document wrote a key")
        code, out, err = run("score", "--answers", path, *LIST, *TODAY,
                             "--format", "json", name)
        if code != OK or err or json.loads(out)[0]["score"]["with_answers"]:
            faults.append(f"{code} {err}")
        yield f"a hostile document {lang}", faults
    code, text, err = run("answers", "--checklist", "overenskommelse", HOSTILE)
    path.write_text(text, "utf-8")
    code, _, told = run("score", "--answers", path, "--checklist",
                        "overenskommelse", HOSTILE)
    yield "markup", [] if code == OK and not err and "error" not in told \
        else [err, told]


def quote_rows(folder):
    own = runs(INPUT.read_text("utf-8")) - runs(
        Path("tests/cases/prov.yaml").read_text("utf-8")) - runs(
        Path("tests/cases/fragor.yaml").read_text("utf-8"))
    _, text, _ = run("answers", "--no-quotes", *LIST, INPUT)
    yield "a file without quotes", \
        [" ".join(f) for f in sorted(own & runs(text))[:3]]
    secret = "hemlig mening ur utkastet här"
    path, _ = answer_file(folder, entry(
        answers={"p05": said(reason=secret)},
        waivers={"p03": waived() | {"reason": secret}}))
    for form in FORMATS:
        out = run("score", "--no-quotes", "--answers", path, *LIST, *TODAY,
                  "--format", form, INPUT)[1]
        faults = ["a reason is shown"] if "hemlig" in out else []
        faults += [] if "Kim Ahl" in out and "Bo Ek" in out else ["no names"]
        yield f"{form} without quotes", faults


ROWS = (journey_rows, many_rows, part_rows, unused_rows, refused_rows, threshold_rows,
        together_rows, hostile_rows, document_rows, quote_rows)


def main():
    faults = []
    for rows in ROWS:
        with tempfile.TemporaryDirectory() as folder:
            faults += named(rows(Path(folder)))
    return tally(faults)


if __name__ == "__main__":
    sys.exit(main())
