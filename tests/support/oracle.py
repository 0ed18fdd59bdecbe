# SPDX-License-Identifier: MIT
"""The laws of a result, worked out again from the file and the JSON alone.

Nothing here calls the library: Python's own Unicode tables and arithmetic
say what a quote and a score must be.  Faults come back as lines of text.
"""

import re
import unicodedata
from pathlib import Path

LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi",
             0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
INVISIBLE = dict.fromkeys([0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF])
HYPHENS = {0x2010: "-", 0x2011: "-"}
SPACES = {0xA0: " ", 0x2007: " ", 0x202F: " "}
POINTS = {"must": 3000, "should": 2000, "nice": 1000}
OPEN = ("needs_review", "referred")
REASONS = ("negated", "hedged", "heading", "contents", "furniture",
           "placeholder", "tense", "other")


def suspended(pack=Path("checklists/language/sv.yaml")):
    """The words after which a hyphen at a line end stays, from the pack."""
    lines = pack.read_text(encoding="utf-8")
    found = re.search(r"^suspended:\s*\[(.*?)\]", lines, re.M | re.S)
    if found:
        return {w.strip(" \n\"'") for w in found.group(1).split(",")}
    found = re.search(r"^suspended:\s*\n((?:\s*- .*\n)+)", lines, re.M)
    return {w.strip(" \n\"'") for w in
            re.findall(r"- *([^#\n]+)", found.group(1))}


def decode(data, start, end):
    """The file's bytes from start to end as text, whatever the encoding."""
    cut = data[start:end]
    if data.startswith(b"\xff\xfe"):
        return cut.decode("utf-16-le")
    if data.startswith(b"\xfe\xff"):
        return cut.decode("utf-16-be")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return cut.decode("cp1252", "replace")
    return cut.decode("utf-8")


def rejoin(match, stays):
    """A word divided at a line end: joined, kept or suspended."""
    before, after = match.group(1), match.group(2)
    if after in stays or after.endswith("-"):
        return f"{before}- {after}"
    if (after[:1].isdigit() or after[:1].isupper()
            or before[-1:].isdigit() or before[-1:].isupper()):
        return f"{before}-{after}"
    return before + after


def normalise(text, stays):
    text = unicodedata.normalize("NFC", text)
    text = text.translate({**LIGATURES, **INVISIBLE, **HYPHENS, **SPACES})
    text = re.sub(r"(\w)-[ \t]*\r?\n\s*(\w+-?)",
                  lambda m: rejoin(m, stays), text)
    return " ".join(text.split())


def place_of(data, start):
    """Line and column of a byte, columns in code points."""
    before = decode(data, 0, start)
    if data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        before = before.removeprefix("\ufeff")
    lines = before.replace("\r\n", "\n").replace("\r", "\n")
    return lines.count("\n") + 1, len(lines) - lines.rfind("\n")


def evidence_faults(entry, data, stays):
    start, end = entry["start"], entry["end"]
    if start is None:
        if not entry["place"]:
            yield "a stretch has neither span nor place"
        return
    if not 0 <= start < end <= len(data):
        yield f"span {start}-{end} lies outside the file"
        return
    expected = normalise(decode(data, start, end), stays)
    if entry["quote"] is not None and expected != entry["quote"]:
        yield (f"quote at {start}-{end} is {entry['quote']!r}, "
               f"the file says {expected!r}")
    place = entry["line"], entry["column"]
    if place != place_of(data, start):
        yield (f"byte {start} is said to stand at {place}, "
               f"it stands at {place_of(data, start)}")


def quote_faults(element):
    """Quotes stand everywhere or, where they are left out, nowhere."""
    quotes = [e["quote"] for one in element["criteria"]
              for kind in ("evidence", "refused") for e in one[kind]]
    if None not in quotes:
        return
    if any(quotes):
        yield "some quotes are left out and others not"
    entries = [e for one in element["criteria"]
               for e in one["evidence"] + one["refused"]]
    if any(e["path"] for e in entries):
        yield "quotes are left out and headings not"
    if any(item["quote"] for item in element["items"]) \
            or any(area["title"] for area in element["chain"]):
        yield "quotes are left out and items or focus areas not"


def points_of(criterion):
    """What a criterion must earn, and out of what, in thousandths."""
    weight = POINTS.get(criterion["weight"])
    verdict = criterion["verdict"]
    if verdict == "not_applicable":
        return 0, 0
    earned = {"met": weight, "partly": weight // 2}.get(verdict, 0)
    return earned, weight


def percent_of(earned, possible):
    """100 earned / possible, half away from zero; nothing of nothing."""
    return (200 * earned + possible) // (2 * possible) if possible else None


def score_faults(element):
    """The score, the areas and the criteria must tell the same story."""
    total = {"earned": 0, "possible": 0, "open": 0}
    musts = {"met": 0, "of": 0, "open": 0}
    areas = {}
    for one in element["criteria"]:
        earned, possible = points_of(one)
        if (one["earned"], one["possible"]) != (earned, possible):
            yield (f"{one['id']}: {one['verdict']} earns {one['earned']} of "
                   f"{one['possible']}, not {earned} of {possible}")
        is_open = one["verdict"] in OPEN
        total["earned"] += one["earned"]
        total["possible"] += one["possible"]
        total["open"] += one["possible"] if is_open else 0
        area = areas.setdefault(one["area"], [0, 0])
        area[0] += one["earned"]
        area[1] += one["possible"]
        if one["weight"] == "must" and one["verdict"] != "not_applicable":
            musts["of"] += 1
            musts["met"] += one["verdict"] == "met"
            musts["open"] += is_open
    score = element["score"]
    expected = {"musts": musts, "earned": total["earned"],
                "possible": total["possible"], "low": total["earned"],
                "high": total["earned"] + total["open"],
                "percent": percent_of(total["earned"], total["possible"])}
    for key, value in expected.items():
        if score[key] != value:
            yield f"score.{key} is {score[key]}, the criteria say {value}"
    for area in element["areas"]:
        said = [area["earned"], area["possible"]]
        if areas.get(area["id"], [0, 0]) != said:
            yield f"area {area['id']} says {said}, its criteria differ"


WAIVED = {"not_applicable": "not_applicable", "met": "met"}


def counted(one):
    """The verdict that counts with answers: a waiver's, a person's, or the
    machine's."""
    said = one["answer"]["verdict"] if one["answer"] else one["verdict"]
    return WAIVED.get(one["waiver"]["counts_as"], said) if one["waiver"] \
        else said


def answer_faults(element):
    """The second score is worked out from what people said, and is there
    where they said something; a waiver is not of what is met."""
    answers = [one for one in element["criteria"] if one["answer"]]
    waivers = [one for one in element["criteria"] if one["waiver"]]
    with_answers = element["score"]["with_answers"]
    if (with_answers is not None) != bool(answers or waivers):
        yield "a second score without answers, or answers without one"
    shadow = dict(element, criteria=[], areas=[], score=with_answers)
    for one in element["criteria"]:
        verdict = counted(one)
        earned, possible = points_of(dict(one, verdict=verdict))
        row = one["with_answers"]
        if (row is not None) != bool(one["answer"] or one["waiver"]):
            yield f"{one['id']}: with_answers is {row}"
        if row and (row["verdict"], row["earned"], row["possible"]) != \
                (verdict, earned, possible):
            yield f"{one['id']}: with answers {row}, not {verdict}"
        shadow["criteria"].append(dict(one, verdict=verdict, earned=earned,
                                       possible=possible))
    if with_answers is None:
        return
    if [with_answers["answers"], with_answers["waivers"]] != \
            [len(answers), len(waivers)]:
        yield "the answers or waivers are counted wrongly"
    for fault in score_faults(shadow):
        yield f"with answers: {fault}"


def shares_faults(element):
    """What is said of items together is what is said of each."""
    for criterion in element["criteria"]:
        shares, of = criterion["shares"], criterion["asked_of"]
        if (of is None) != (shares is None):
            yield f"{criterion['code']}: asked of {of}, shares {shares}"
        if of in (None, "focus"):
            continue
        given = [i["criteria"].get(criterion["id"]) for i in element["items"]
                 if i["kind"] == of]
        if shares["of"] != len(given):
            yield f"{criterion['code']}: {shares['of']} of {len(given)} {of}s"
        if criterion["suggestion"] is None and any(
                shares[word] != given.count(verdict) for word, verdict in
                (("met", "met"), ("partly", "partly"),
                 ("open", "needs_review"))):
            yield f"{criterion['code']}: shares {shares} for {given}"


def faults(element, files, stays):
    """Every law that a result breaks for the bytes of its documents."""
    if isinstance(files, bytes):
        files = [files]
    yield from score_faults(element)
    yield from answer_faults(element)
    yield from shares_faults(element)
    yield from quote_faults(element)
    for one in element["criteria"]:
        for kind in ("evidence", "refused"):
            for entry in one[kind]:
                data = files[entry["document"] - 1]
                for fault in evidence_faults(entry, data, stays):
                    yield f"{one['id']}, {kind}: {fault}"
        for entry in one["refused"]:
            if entry["reason"] not in REASONS:
                yield f"{one['id']}: unknown reason {entry['reason']!r}"
        if one["verdict"] in ("met", "partly") and not one["evidence"]:
            yield f"{one['id']} is {one['verdict']} without evidence"
