#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Every key of checklists and language packs has an example in the reference,
and each example is read without a fault where it belongs: in place of the key
in a file that is in order.  "..." stands for what is described elsewhere.

A new mapping needs a row in PLACES: where it stands, and the keys that must
be there beside the one of the example."""

import os
import re
import subprocess
import sys
from pathlib import Path

BUILD = Path(os.environ.get("BUILD", "build"))
WORK = BUILD / "examples.out"
ROW = re.compile(r"^\| `([\w-]+)` \|.*\| (?:`(.*)`)? \|$")
# What lint says of a checklist that is as small as these.
LINT_ONLY = {"missing-examples", "unused-vocabulary", "met-by-nothing",
             "never-holds", "untaught"}

NAMES = """gäller historik vem hur ansvarig plats handling källa polisen
    kommunen polisen-lovar ska-uppnås lova tid ansvar fokusområde
    prioriterade-områden problemområde organisation uppföljning bilaga avtal""".split()
VOCABULARY = ", ".join(f"{name}: [{name.replace('-', ' ')}]" for name in NAMES)
CRITERION = {"id": "kriterium", "code": "k1", "title": "{sv: T, en: T}",
             "question": "{sv: F, en: Q}", "why": "{sv: V, en: W}",
             "advice": "{sv: R, en: A}", "model": "Så.",
             "source": "[BRA-TECKNA]", "weight": "must", "level": "document",
             "met": "handling"}
ITEMS = ("{promise: {is: handling}, measure: {is: handling}, "
         "goal: {is: handling}}")


def flow(pairs):
    return "{" + ", ".join(f"{k}: {v}" for k, v in pairs.items()) + "}"


def criterion(**changed):
    return flow(dict(CRITERION, **changed))


def areas(inside):
    return f"[{{id: a, title: {{sv: A, en: A}}, criteria: [{inside}]}}]"


CHECKLIST = {"recognise": "{kinds: [overenskommelse]}", "checklist": "prov",
             "version": "'1'", "language": "sv", "title": "{sv: P, en: T}",
             "basis": "{sv: P, en: T}",
             "sources": "{BRA-TECKNA: Brå, BRA: Brå}",
             "vocabulary": f"{{{VOCABULARY}}}", "items": ITEMS,
             "focus": "{heading: fokusområde}", "areas": areas(criterion())}
TAILORING = {"extends": "overenskommelse", "checklist": "prov",
             "version": "'1'", "title": "{sv: P, en: T}",
             "vocabulary": f"{{{VOCABULARY}}}"}


POLARITIES = ", ".join(f"{name}: {{terms: [inte (=)], before: 3, after: 3}}"
                       for name in ("negated", "hedged", "announced"))
HEADINGS = "signature: [a], contents: [b], annex: [c]"
PACK = {"language": "sv", "version": "'1'", "title": "{sv: P, en: T}",
        "abbreviations": "[bl.a]", "endings": "{en: [{add: [s]}], ett: [{add: [et]}], "
                   "verb: [{add: [er]}]}",
        "polarity": f"{{{POLARITIES}}}", "headings": f"{{{HEADINGS}}}",
        "classes": "{day: {from: 1, to: 31}, month: {words: [mars]}, "
                   "year: {from: 1900, to: 2099}}",
        "kinds": "[{id: prov, title: {sv: P, en: T}, "
                 "signals: [{words: [prov], points: 1}]}]"}


def checklist(**changed):
    return flow(dict(CHECKLIST, **changed))


def tailoring(**changed):
    return flow(dict(TAILORING, **changed))


def pack(**changed):
    return flow(dict(PACK, **changed))


def rule(inside):
    return checklist(areas=areas(criterion(met=inside)))


def keys(**pairs):
    return pairs


# By mapping: the file around it, and what stands beside the key.
PLACES = {
    "checklist": (lambda it: it, CHECKLIST),
    "tailoring": (lambda it: it, TAILORING),
    "recognise": (lambda it: checklist(recognise=it), {}),
    "weights": (lambda it: checklist(weights=it), {}),
    "entry": (lambda it: rule(f"{{find: {it}}}"), {}),
    "term": (lambda it: rule(f"{{find: {{word: av (=), except: [{it}]}}}}"),
             {}),
    "items": (lambda it: checklist(items=it), {}),
    "item": (lambda it: checklist(items=f"{{promise: {it}}}"),
             keys(**{"is": "handling"})),
    "focus": (lambda it: checklist(focus=it), keys(heading="fokusområde")),
    "area": (lambda it: checklist(areas=f"[{it}]"),
             keys(id="a", title="{sv: A, en: A}",
                  criteria=f"[{criterion()}]")),
    "addition": (lambda it: tailoring(areas=f"[{it}]"),
                 keys(id="ny", title="{sv: A, en: A}",
                      criteria=f"[{criterion()}]")),
    "criterion": (lambda it: checklist(areas=areas(it), model="prov"),
                  CRITERION),
    "change": (lambda it: tailoring(change=f"{{a03: {it}}}"), {}),
    "shares": (lambda it: checklist(areas=areas(criterion(
        level="focus", share=it))), {}),
    "rule": (rule, keys(find="gäller")),
    "exemption": (lambda it: checklist(areas=areas(criterion(
        not_applicable=it))), {}),
    "examples": (lambda it: checklist(areas=areas(criterion(
        examples=it))), {}),
    "choice": (lambda it: rule(f"{{at_least: {it}}}"),
               keys(count="2", of="[vem, hur]")),
    "each": (lambda it: rule(f"{{each: {it}}}"),
             keys(of="measure", **{"is": "ansvarig"})),
    "share": (lambda it: rule(f"{{share: {it}}}"),
              keys(of="measure", percent="50", **{"is": "ansvarig"})),
    "number": (lambda it: rule(f"{{number: {it}}}"),
               keys(of="measure", least="3")),
    "scope": (lambda it: rule(f"{{find: gäller, in: {it}}}"), {}),
    "language": (lambda it: it, PACK),
    "furniture": (lambda it: pack(furniture=it),
                  keys(lines="[a]", starts="[b]")),
    "endings": (lambda it: pack(endings=f"{{en: [{it}]}}"),
                keys(add="[s]")),
    "polarities": (lambda it: pack(polarity=it),
                   {name: "{terms: [a], before: 1, after: 1}"
                    for name in ("negated", "hedged", "announced")}),
    "polarity": (lambda it: pack(
        polarity=f"{{{POLARITIES}, planned: {it}}}"), keys(terms="[a]")),
    "moot": (lambda it: pack(moot=it), {}),
    "headings": (lambda it: pack(headings=it),
                 keys(signature="[a]", contents="[b]", annex="[c]")),
    "class": (lambda it: pack(classes=f"{{prov: {it}}}"), keys(words="[a]")),
    "entity": (lambda it: pack(entities=f"{{prov: {it}}}"),
               keys(title="{sv: T, en: T}", forms="['{day}']")),
    "dates": (lambda it: pack(dates=it), {}),
    "kind": (lambda it: pack(
        kinds=f"[{it}, {{id: atgardsplan, title: {{sv: T, en: T}}, "
        "signals: [{words: [plan], points: 1}]}]"),
             keys(id="prov", title="{sv: T, en: T}",
                  signals="[{words: [a], points: 1}]")),
    "signal": (lambda it: pack(
        kinds=f"[{{id: prov, title: {{sv: T, en: T}}, signals: [{it}]}}]"),
        keys(words="[a]", points="1")),
}
# What an example needs that its mapping can do without.
NEEDS = {("criterion", "of"): {"level": "item"},
         ("criterion", "share"): {"level": "focus"},
         ("change", "of"): {"level": "item"},
         ("change", "share"): {"level": "focus"},
         ("rule", "near"): {"all": "[gäller, hur]"},
         ("checklist", "vocabulary"):
             {"items": "{}", "focus": "{}",
              "areas": areas(criterion(met="följa-upp"))},
         ("tailoring", "checklist"): {"extends": "medborgarlofte"}}
# Keys that may not stand beside another one.
INSTEAD = {("rule", key): {"find"} for key in
           ("order", "near", "each", "share", "number")}
INSTEAD["criterion", "taught"] = {"met"}


def rows(kind):
    """(mapping, key, example) of each row of the reference; terms are those
    of checklists in both."""
    seen = {"term", "entry"} if kind == "language" else set()
    text = subprocess.run(
        [BUILD / "samsyn", "schema", kind, "--format", "markdown"],
        capture_output=True, text=True, check=True).stdout
    mapping = ""
    for line in text.splitlines():
        if line.startswith("## "):
            mapping = line[3:]
        found = ROW.match(line)
        if found and mapping not in seen:
            example = (found.group(2) or "").replace("\\|", "|")
            yield mapping, found.group(1), example


def in_place(mapping, key, example):
    """The whole file in which an example stands where it belongs."""
    around, beside = PLACES[mapping]
    example = example.replace("[...]", f"[{criterion(id='nytt', code='n1')}]")
    if example.startswith("{"):
        return around(example)
    name, _, value = example.partition(": ")
    if name != key:
        raise ValueError(f"{mapping}.{key} has an example for {name}")
    pairs = dict(beside, **NEEDS.get((mapping, key), {}))
    for other in INSTEAD.get((mapping, key), ()):
        pairs.pop(other, None)
    pairs[key] = value
    return around(flow(pairs))


def loads(kind, number, text):
    """What is wrong with a file; nothing where it loads."""
    data = Path("checklists")
    WORK.mkdir(parents=True, exist_ok=True)
    if kind == "language":
        data = WORK / str(number)
        (data / "language").mkdir(parents=True, exist_ok=True)
        (data / "language/sv.yaml").write_text(text, encoding="utf-8")
        of = re.search(r"kinds: \[\{id: ([\w-]+)", text).group(1)
        text = checklist(vocabulary="{handling: [rondera]}", focus="{}",
                         recognise=f"{{kinds: [{of}]}}")
    path = WORK / f"{number}.yaml"
    path.write_text(text + "\n", encoding="utf-8")
    done = subprocess.run(
        [BUILD / "samsyn", "lint", "--format", "gcc", path],
        capture_output=True, text=True, check=False,
        env=dict(os.environ, SAMSYN_DATA=str(data)))
    said = [line for line in done.stderr.splitlines()
            if ": error: " in line
            and line.rsplit("[", 1)[-1].rstrip("]") not in LINT_ONLY]
    return said


def main():
    passed, failed = 0, []
    for kind in ("checklist", "language"):
        for number, (mapping, key, example) in enumerate(rows(kind)):
            where = f"{kind}: {mapping}.{key}"
            if not example:
                failed.append(f"{where} has no example")
                continue
            if mapping not in PLACES:
                failed.append(f"{where}: PLACES has no row for it")
                continue
            said = loads(kind, f"{kind}-{number}",
                         in_place(mapping, key, example))
            if said:
                failed.append(f"{where}: {example}\n    " +
                              "\n    ".join(said))
            else:
                passed += 1
    print("\n".join(failed))
    print(f"{passed} passed, {len(failed)} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
