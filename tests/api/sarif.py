#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Logs in SARIF, what needs no schema.

Every region, cut from the file by its lines and columns, is what its bytes are
and what its quote says, in any encoding; files have their digests and no other
names than they were given; a result has the same fingerprint when its line has
moved; and no file's name, document or checklist puts a placeholder or a link
into a message.  The numbers of results are those of text and JSON.  Logs are
left for tests/support/validate.js and the validator of its makers.
"""

import hashlib
import json
import os
import re
import sys
import tempfile
import unicodedata
from pathlib import Path
from urllib.parse import unquote_to_bytes

sys.path[:0] = ["tests/support", "tests/api", "tests/formats"]
import package  # noqa: E402
from commands import (BAD_LIST, BUILD, OK, SOME, USAGE,  # noqa: E402
                      command, fault_in)
from report import EXAMPLES, HOSTILE  # noqa: E402
from tally import named, tally  # noqa: E402

LOGS = BUILD / "sarif"
AGREEMENT = Path("examples/agreements/hagsund.md")
CHECKLISTS = Path("checklists")

KINDS = {"met": "pass", "partly": "fail", "not_met": "fail",
         "referred": "open", "not_applicable": "notApplicable"}
REASONS = {"limit": "open", "date": "open"}
LEVELS = {"error": "error", "warning": "warning", "note": "note"}

# See commands.py.
ROWS = [
    ("a log", ["score", "--format", "sarif", str(AGREEMENT)], "", OK,
     '"version": "2.1.0"', "vald checklista"),
    ("kinds without a log", ["score", "--sarif-kinds", str(AGREEMENT)], "",
     USAGE, "", "--sarif-kinds"),
    ("a log of an account", ["score", "--format", "sarif", "--explain", "a03",
                             str(AGREEMENT)], "", USAGE, "", "--explain"),
    ("a log of a checklist", ["lint", "--format", "sarif", "overenskommelse"],
     "", OK, '"samsyn/lint/"', ""),
    ("a log of mistakes", ["lint", "--format", "sarif", "@/fel.yaml"], "",
     BAD_LIST, '"unknown-key"', ""),
    ("a log of what is not there", ["lint", "--format", "sarif", "@/borta.yaml"],
     "", BAD_LIST, '"executionSuccessful": false', "borta"),
    ("one document of two is not there",
     ["score", "--format", "sarif", str(AGREEMENT), "@/borta.md"], "", SOME,
     '"executionSuccessful": false', "borta"),
]

FAULTY = """checklist: fel
extends: overenskommelse
version: "1"
title: {sv: "{0} [x](http://example.org) }", en: B}
change:
  a01: {wieght: nice}
  a02: {wieght: nice}
  "a{1}[](b": {weight: nice}
  åäö: {"😀": 1}
"""

# With whatever a name can hold.
NAMES = ["a:b c#?%41&å.md", "[x](y){0}.md", "ny\nrad.md", "-x.md",
         "\udcff\udcfe.md", "'\"<b>.md", "back\\slash.md"]


def log_of(args, folder, name=None):
    done = command(args, "", folder)
    log = json.loads(done.stdout)
    if name:
        (LOGS / f"{name}.json").write_bytes(done.stdout)
    return log


# ---- Places ----

def lines_of(text):
    return re.split("\r\n|\n|\r", text)


def cut(text, region):
    """By lines and columns of code points."""
    ends = re.compile("\r\n|\n|\r")
    starts = [0] + [match.end() for match in ends.finditer(text)]
    first = starts[region["startLine"] - 1] + region["startColumn"] - 1
    last = starts[region["endLine"] - 1] + region["endColumn"] - 1
    return text[first:last]


def letters(text):
    """What stays of a text whatever its blanks, breaks and markup."""
    text = unicodedata.normalize("NFC", text)
    return re.sub(r"[\W_]", "", text.replace("\u00ad", ""))


def region_faults(region, data, encoding):
    text = data.decode(encoding)
    if "startColumn" not in region:
        if not 1 <= region["startLine"] <= len(lines_of(text)):
            yield f"no such line: {region}"
        return
    found = cut(text.removeprefix("\ufeff"), region)
    start = region["byteOffset"]
    raw = data[start:start + region["byteLength"]]
    wide = encoding + "-le" if encoding == "utf-16" else encoding
    if raw.decode(wide) != found:
        yield f"bytes and columns differ: {raw!r}, {found!r}"
    quote = region.get("snippet", {}).get("text")
    if quote is not None and letters(quote) != letters(found):
        yield f"the quote is not there: {quote!r}, {found!r}"


def locations(run):
    for result in run["results"]:
        yield from result["locations"]
        yield from result.get("relatedLocations", [])
    for call in run["invocations"]:
        for told in call["toolExecutionNotifications"]:
            yield from told.get("locations", [])


def place_faults(log, files, encoding="utf-8"):
    """@files: the bytes by the name that was given."""
    count = 0
    for run in log["runs"]:
        artifacts = run["artifacts"]
        for location in locations(run):
            place = location["physicalLocation"]
            address = place["artifactLocation"]
            if artifacts[address["index"]]["location"]["uri"] != address["uri"]:
                yield f"index and address differ: {address}"
            name = os.fsdecode(unquote_to_bytes(
                address["uri"].removeprefix("file://")))
            if "region" in place and name in files:
                count += 1
                yield from region_faults(place["region"], files[name],
                                         encoding)
        for artifact in artifacts:
            name = os.fsdecode(unquote_to_bytes(
                artifact["location"]["uri"].removeprefix("file://")))
            digest = artifact.get("hashes", {}).get("sha-256")
            if name in files and \
                    digest != hashlib.sha256(files[name]).hexdigest():
                yield f"the digest of {name}: {digest}"
    if not count:
        yield "no region at all"


def encoding_rows(folder):
    """The same places in every encoding and with every end of lines."""
    text = AGREEMENT.read_text(encoding="utf-8")
    for encoding in ("utf-8", "utf-8-sig", "cp1252", "utf-16"):
        for end in ("\n", "\r\n", "\r"):
            path = folder / "text.txt"
            data = text.replace("\n", end).encode(encoding, "replace")
            path.write_bytes(data)
            log = log_of(["score", "--format", "sarif", "--checklist",
                          "overenskommelse", "--sarif-kinds", str(path)],
                         folder)
            decoded = "utf-8" if encoding == "utf-8-sig" else encoding
            yield f"{encoding}, {end!r}", list(
                place_faults(log, {str(path): data}, decoded))


# ---- What is told ----

def counted(args, folder):
    """Verdicts by JSON, and results by both kinds of logs."""
    told = [c for e in json.loads(command(
        ["score", "--format", "json", *args], "", folder).stdout)
        for c in e["criteria"]]
    wanting = log_of(["score", "--format", "sarif", *args], folder)
    every = log_of(["score", "--format", "sarif", "--sarif-kinds", *args],
                   folder)
    return told, wanting, every


def result_faults(result, criterion, rules):
    kind = KINDS.get(criterion["verdict"]) or \
        REASONS.get(criterion["reason"], "review")
    if (result["ruleId"], result["kind"]) != (criterion["id"], kind):
        yield f"{result['ruleId']}: {result['kind']}, not {kind}"
    if rules[result["ruleIndex"]]["id"] != result["ruleId"]:
        yield f"{result['ruleId']}: another rule's number"
    level = "none" if kind != "fail" else "warning" \
        if criterion["verdict"] == "not_met" and criterion["weight"] == "must" \
        else "note"
    if result["level"] != level:
        yield f"{result['ruleId']}: {result['level']}, not {level}"
    quotes = {e["quote"] for e in criterion["evidence"] + criterion["refused"]}
    quotes.add((criterion["nearest"] or {}).get("quote"))
    for location in result["locations"] + result["relatedLocations"]:
        shown = location["physicalLocation"].get("region", {}).get("snippet")
        if shown and not criterion["asked_of"] and shown["text"] not in {
                as_shown(quote) for quote in quotes if quote}:
            yield f"{result['ruleId']}: a quote of its own: {shown}"


def as_shown(text):
    return re.sub("[\u202a-\u202e\u2066-\u2069]", "\ufffd", text)


def count_rows(folder):
    for args in [*([str(path)] for path in EXAMPLES),
                 [str(path) for path in EXAMPLES],
                 [str(AGREEMENT), "--annex", str(EXAMPLES[0])],
                 [str(AGREEMENT), "--date", "2026-11-22", "--lang", "en"],
                 [str(HOSTILE), "--checklist", "overenskommelse"]]:
        told, wanting, every = counted(args, folder)
        faults = []
        results = [(r, run["tool"]["driver"]["rules"]) for run in every["runs"]
                   for r in run["results"]]
        if len(results) != len(told):
            faults.append(f"{len(results)} results of {len(told)} verdicts")
        for (result, rules), criterion in zip(results, told):
            faults += result_faults(result, criterion, rules)
        less = [r for run in wanting["runs"] for r in run["results"]]
        if less != [r for r, _ in results if r["kind"] == "fail"]:
            faults.append("without kinds the results are others")
        files = {name: Path(name).read_bytes() for name in args
                 if Path(name).is_file()}
        faults += place_faults(every, files)
        faults += text_faults(every)
        yield " ".join(args), faults


def lint_rows(folder):
    """As many results as text has lines, of the same places."""
    sets = [["@/fel.yaml"], ["@/fel.yaml", "overenskommelse"],
            ["medborgarlofte", "atgardsplan"], ["@/barn.yaml"],
            *([str(path)] for path in sorted(Path(
                "tests/invalid/checklist").glob("*.yaml")))]
    for names in sets:
        text = command(["lint", "--format", "gcc", *names], "",
                       folder).stderr.decode()
        told = re.findall(
            r"^(?!samsyn:)(?:[^\n]*?)(?::(\d+):(\d+))?: (error|warning|note): "
            r"[^\n]* \[([a-z0-9-]+)\]$", text, re.M)
        log = log_of(["lint", "--format", "sarif", *names], folder)
        run = log["runs"][-1]
        shown = []
        for result in run["results"]:
            region = result["locations"][0]["physicalLocation"].get("region",
                                                                    {})
            shown.append((str(region.get("startLine", "")),
                          str(region.get("startColumn", "")),
                          result["level"], result["ruleId"]))
        faults = [] if shown == told else [f"{shown}, not {told}"]
        files = {name.replace("@", str(folder)): Path(
            name.replace("@", str(folder))).read_bytes()
            for name in names if "/" in name}
        try:
            faults += [f for f in place_faults(log, files)
                       if f != "no region at all"]
        except UnicodeDecodeError:
            pass  # one that is wrong by its bytes
        rules = run["tool"]["driver"]["rules"]
        faults += [f"{r['ruleId']}: another rule's number"
                   for r in run["results"]
                   if rules[r["ruleIndex"]]["id"] != r["ruleId"]]
        if len({r["id"] for r in rules}) != len(rules):
            faults.append("a rule twice")
        faults += text_faults(log)
        yield f"lint {' '.join(names)}", faults


def help_rows(folder):
    """Rules have their help in the language that is asked for."""
    rules = {}
    for lang in ("sv", "en"):
        log = log_of(["lint", "--format", "sarif", "--lang", lang,
                      "@/fel.yaml"], folder, f"lint-{lang}")
        run = log["runs"][0]
        rules[lang] = [rule["help"]["text"]
                       for rule in run["tool"]["driver"]["rules"]]
        yield f"language {lang}", [] if run["language"] == lang else ["other"]
    same = set(rules["sv"]) & set(rules["en"])
    yield "help", [] if rules["sv"] and not same else [f"not said: {same}"]


# ---- Nothing is put in ----

def texts(value):
    """Every message of a log."""
    if isinstance(value, dict):
        for key, inside in value.items():
            if key in ("message", "shortDescription", "fullDescription",
                       "help") and isinstance(inside, dict):
                yield inside["text"]
            else:
                yield from texts(inside)
    elif isinstance(value, list):
        for inside in value:
            yield from texts(inside)


def strings(value):
    if isinstance(value, dict):
        for inside in value.values():
            yield from strings(inside)
    elif isinstance(value, list):
        for inside in value:
            yield from strings(inside)
    elif isinstance(value, str):
        yield value


LINK = re.compile(r"\[(?:\\[\\\[\]]|[^\\\[\]])+\]\([^)]*\)")


def text_faults(log):
    for text in texts(log):
        bare = text.replace("{{", "").replace("}}", "")
        if "{" in bare or "}" in bare:
            yield f"a placeholder: {text!r}"
        if LINK.search(text):
            yield f"a link: {text!r}"
    for text in strings(log["runs"]):
        if text not in ("\r\n", "\n", "\r") and re.search(
                "[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe"
                "\uffff]", text):
            yield f"a character that is none to show: {text!r}"
        if str(Path.cwd()) in text:
            yield f"a path of this machine: {text!r}"


def name_rows(folder):
    """Any name comes back from its address as it was, byte by byte."""
    text = AGREEMENT.read_bytes()
    for name in NAMES:
        raw = os.fsencode(name)
        path = os.fsencode(str(folder)) + b"/" + raw
        with open(path, "wb") as file:
            file.write(text)
        done = command(["score", "--format", "sarif", "--checklist",
                        "overenskommelse", "--", os.fsdecode(path)], "", folder)
        run = json.loads(done.stdout)["runs"][0]
        address = run["artifacts"][0]["location"]["uri"]
        faults = []
        if not re.fullmatch(r"(?:[A-Za-z0-9._~/!$&'()*+,;=@:-]|%[0-9A-F]{2})+",
                            address):
            faults.append(f"no address: {address}")
        if unquote_to_bytes(address) != b"file://" + path:
            faults.append(f"{address} is not {path!r}")
        os.remove(path)
        yield f"name {name!r}", faults
    relative = log_of(["score", "--format", "sarif", str(AGREEMENT)], folder)
    address = relative["runs"][0]["artifacts"][0]["location"]["uri"]
    yield "a relative name", [] if address == str(AGREEMENT) else [address]


def hostile_rows(folder):
    """A document and a checklist that are full of what means something."""
    document = folder / "evil.md"
    document.write_text(
        "# {0} [klicka](http://example.org)\n\nÖverenskommelsen mellan Ekvalla "
        "kommun och Polismyndigheten {1} `[här](javascript:x)` gäller från "
        "och med den 1 mars 2026 till och med den 28 februari 2030\u202e{{.\n",
        encoding="utf-8")
    (folder / "elak.yaml").write_text(
        "checklist: elak\nextends: overenskommelse\nversion: '{0}'\n"
        "title: {sv: '[x](y)', en: x}\nchange:\n  a01: {title: {sv: "
        "'{0} [x](y) [z\\](w)', en: x}, advice: {sv: '}{ [a](b)', en: x}}\n"
        "  a09: {title: {sv: '[[a](b)', en: x}}\n", encoding="utf-8")
    for extra in ([], ["--no-quotes"], ["--lang", "en"]):
        log = log_of(["score", "--format", "sarif", "--sarif-kinds",
                      "--checklist", "@/elak.yaml", *extra, "@/evil.md"],
                     folder, f"hostile{len(extra)}{''.join(extra[1:])}")
        faults = list(text_faults(log))
        if extra == ["--no-quotes"] and re.search(
                r"klicka|Ekvalla|snippet", json.dumps(log, ensure_ascii=False)):
            faults.append("words of the document")
        yield f"hostile {extra}", faults


def container_rows(folder):
    """In a file of Word a place has a name and no line."""
    body = "".join(package.paragraph(line.strip("# ")) for line in
                   AGREEMENT.read_text(encoding="utf-8").splitlines()
                   if line.strip() and "|" not in line)
    (folder / "utkast.docx").write_bytes(package.docx(body))
    args = ["score", "--format", "sarif", "--checklist", "overenskommelse",
            "@/utkast.docx"]
    log_of([*args, "--no-quotes"], folder, "container-no-quotes")
    log = log_of(args, folder, "container")
    places = [p for run in log["runs"] for r in run["results"]
              for p in r["locations"] + r["relatedLocations"]]
    faults = [f"a line in {p}" for p in places
              if "region" in p["physicalLocation"]]
    faults += [f"no quote in {p}" for p in places
               if "logicalLocations" in p and not p["properties"]["quote"]]
    if not any(re.search(r"stycke \d+$", logical["fullyQualifiedName"])
               for p in places for logical in p.get("logicalLocations", [])):
        faults.append("no place has a name")
    yield "a file of Word", faults


# ---- The same again ----

def prints(log):
    return [(r["ruleId"], r["partialFingerprints"])
            for run in log["runs"] for r in run["results"]]


def stable_rows(folder):
    path = folder / "utkast.md"
    text = AGREEMENT.read_text(encoding="utf-8")
    args = ["score", "--format", "sarif", "--checklist", "overenskommelse",
            str(path)]
    path.write_text(text, encoding="utf-8")
    first = log_of(args, folder)
    path.write_text("\n\n\n" + text.replace("\n\n", "\n\n\n"),
                    encoding="utf-8")
    moved = log_of(args, folder)
    regions = [[r["locations"] for run in log["runs"] for r in run["results"]]
               for log in (first, moved)]
    faults = []
    if prints(first) != prints(moved):
        faults.append("fingerprints moved with the lines")
    if regions[0] == regions[1]:
        faults.append("nothing moved, so nothing is tried")
    if len({str(p) for p in prints(first)}) != len(prints(first)):
        faults.append("two results have one fingerprint")
    yield "moved lines of a document", faults

    path = folder / "flyttad.yaml"
    args = ["lint", "--format", "sarif", str(path)]
    path.write_text(FAULTY, encoding="utf-8")
    first = log_of(args, folder)
    path.write_text("# rad\n\n" + FAULTY.replace("change:", "\n# x\nchange:"),
                    encoding="utf-8")
    moved = log_of(args, folder)
    faults = [] if prints(first) == prints(moved) else \
        [f"{prints(first)}, then {prints(moved)}"]
    if len({str(p) for p in prints(first)}) != len(prints(first)):
        faults.append("two mistakes have one fingerprint")
    if len(prints(first)) < 4:
        faults.append("too few mistakes to try it")
    yield "moved lines of a checklist", faults


def batch_rows(folder):
    """Processes that share the work write the same log, and what stands
    around the runs is the library's."""
    args = ["score", "--format", "sarif", "examples/agreements", "@/borta.md"]
    one = command(args, "", folder).stdout
    many = command([*args, "--jobs", "3"], "", folder).stdout
    yield "jobs", [] if one == many and one else ["another log"]
    alone = command(["lint", "--format", "sarif", "@/fel.yaml"], "",
                    folder).stdout
    around = [re.fullmatch(rb'(.*?"runs": \[\n    )\{.*\}(\n  \]\n\}\n)', log,
                           re.S).groups() for log in (one, alone)]
    yield "around the runs", [] if around[0] == around[1] else [str(around)]
    (folder / "tom").mkdir()
    none = command(["score", "--format", "sarif", "@/tom"], "", folder).stdout
    calls = [c for run in json.loads(none)["runs"] for c in run["invocations"]]
    yield "a folder without documents", [] if \
        [c["executionSuccessful"] for c in calls] == [False] else [str(calls)]


def answer_rows(folder):
    """What people said stands beside, and is no alarm any more."""
    name = str(AGREEMENT)
    digest = hashlib.sha256(AGREEMENT.read_bytes()).hexdigest()
    plain = log_of(["score", "--format", "sarif", name], folder)["runs"][0]
    said = [{"verdict": verdict, "by": "Åsa [x](y)", "date": "2026-11-01",
             "reason": "Står {0} i bilagan",
             "overrules": result["properties"]["verdict"]}
            for verdict, result in zip(("met", "not_met"), [
                r for r in plain["results"]
                if r["properties"]["verdict"] == "partly"])]
    ids = [r["ruleId"] for r in plain["results"]
           if r["properties"]["verdict"] == "partly"]
    (folder / "svar.yaml").write_text(json.dumps({"documents": [{
        "name": name, "digest": f"sha256:{digest}",
        "checklist": "overenskommelse", "answers": dict(zip(ids, said))}]},
        ensure_ascii=False), encoding="utf-8")
    log = log_of(["score", "--format", "sarif", "--answers", "@/svar.yaml",
                  name], folder, "answers")
    faults = list(text_faults(log))
    first, second = [r for r in log["runs"][0]["results"]
                     if r["ruleId"] in ids[:2]]
    if [s["status"] for s in first.get("suppressions", [])] != ["accepted"]:
        faults.append("not suppressed")
    if first["properties"]["answer"]["verdict"] != "met" or \
            first["kind"] != "fail":
        faults.append("the machine's verdict and the answer are mixed")
    if "suppressions" in second or not second["properties"]["answer"]:
        faults.append(f"what was confirmed is suppressed: {second}")
    yield "answers", faults


def kept_rows(folder):
    """Logs for the validators."""
    log_of(["score", "--format", "sarif", *map(str, EXAMPLES), "@/borta.md"],
           folder, "examples")
    log_of(["score", "--format", "sarif", "--sarif-kinds", "--lang", "en",
            "--date", "2026-11-22", *map(str, EXAMPLES)], folder, "kinds")
    log = log_of(["lint", "--format", "sarif", "@/fel.yaml", "@/borta.yaml",
                  "overenskommelse"], folder, "lint")
    ids = [run["automationDetails"]["id"] for run in log["runs"]]
    yield "runs are told apart", [] if len(set(ids)) == len(ids) == 2 else ids
    yield "a machine's data", [f"{CHECKLISTS}/" for run in log["runs"]
                               for a in run["artifacts"]
                               if a["location"]["uri"].startswith(
                                   f"{CHECKLISTS}/")]


def main():
    LOGS.mkdir(parents=True, exist_ok=True)
    for old in LOGS.glob("*.json"):
        old.unlink()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "fel.yaml").write_text(FAULTY, encoding="utf-8")
        (folder / "barn.yaml").write_text(
            "checklist: barn\nextends: fel\nversion: '1'\n"
            "title: {sv: A, en: B}\n", encoding="utf-8")
        faults = [fault_in(row, folder) for row in ROWS]
        for rows in (encoding_rows, count_rows, lint_rows, help_rows,
                     name_rows, hostile_rows, container_rows, stable_rows,
                     batch_rows, answer_rows, kept_rows):
            faults += named(rows(folder))
    return tally(faults)


if __name__ == "__main__":
    sys.exit(main())
