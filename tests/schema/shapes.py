#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The loader and the JSON Schema accept and refuse the same files.

The files of this folder hold every key of checklists, language packs and
files of answers; they are JSON, which is YAML.  Each is spoilt in every way
that a type can be wrong, place by place, and both are asked.  What the schema
refuses the loader must refuse; what the loader refuses by its tables, by the
codes below, the schema must refuse.  What else the loader finds wrong no
schema can know.

What was asked and answered is left in the build folder, for the validator of
tests/support/validate.js.
"""

import copy
import json
import os
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, "tests/support")
import json_schema  # noqa: E402

HERE = Path("tests/schema")
BUILD = Path(os.environ.get("BUILD", "build"))
FILES = [("checklist", "checklist"), ("checklist", "tailoring"),
         ("checklist", "profile"), ("language", "language"),
         ("answers", "answers")]
CODES = {"unknown-key", "missing-key", "wrong-type", "bad-value",
         "unknown-value", "empty-text", "bad-id"}
# What takes the place of a value.
VALUES = ["", " ", "ord", "två ord!", "3", "-3", "2.5", "true", 0, 3, -3, 2.5,
          True, False, None, [], [""], [None], [3], [[]], [{}], ["ord", "ord"],
          {}, {"okänd": "x"}, {"sv": "x"}, {"sv": "x", "en": ""},
          {"sv": "x", "en": "y"}, {"ord": "x"}, {"1": "x"}, {"word": "ord"}]


def places(value, at=()):
    """Every value with the way to it."""
    yield at, value
    inner = value.items() if isinstance(value, dict) else \
        enumerate(value) if isinstance(value, list) else ()
    for key, one in inner:
        yield from places(one, at + (key,))


def at_place(document, at, change):
    """A copy in which change(container, key) was done at a place; what is not
    on the way there is not copied."""
    spoilt = {"": document}
    holder, key = spoilt, ""
    for step in at:
        holder[key] = copy.copy(holder[key])
        holder, key = holder[key], step
    holder[key] = copy.copy(holder[key])
    change(holder, key)
    return spoilt[""]


def put(value):
    def change(holder, key):
        holder[key] = value
    return change


def without(name):
    def change(holder, key):
        del holder[key][name]
    return change


def renamed(name, other):
    def change(holder, key):
        holder[key] = {other if k == name else k: v
                       for k, v in holder[key].items()}
    return change


def with_key(name, value):
    def change(holder, key):
        holder[key][name] = value
    return change


def with_item(value):
    def change(holder, key):
        holder[key] = holder[key] + [value]
    return change


def spoil(document, asked, seen):
    """Every spoilt copy: of a text, number or truth value one for each thing
    that a schema asks, of a list or mapping one for each key."""
    for at, value in places(document):
        names = [step for step in at if isinstance(step, str)]
        inner = isinstance(value, (dict, list))
        kind = (str(asked[at]), inner and names[-1:], type(value))
        if str(kind) in seen:
            continue
        seen.add(str(kind))
        for other in VALUES:
            yield at_place(document, at, put(other))
        yield at_place(document, at, put([value]))
        if isinstance(value, dict):
            yield at_place(document, at, with_key("okänd", "x"))
            for name in value:
                yield at_place(document, at, without(name))
                yield at_place(document, at, renamed(name, name + "x"))
                yield at_place(document, at, renamed(name, "1 " + name))
        if isinstance(value, list):
            for item in ("ord", "", 3, None, [], {}):
                yield at_place(document, at, with_item(item))


def keys_of(schema):
    """Every key that a schema knows, as definition.key."""
    for name, one in schema["definitions"].items():
        for form in [one, *one.get("anyOf", [])]:
            for key in form.get("properties", {}):
                yield f"{name}.{key}"


def walk(schema, shape, value, at, found, asked):
    """Notes the keys of a document, as definition.key, and what the schema asks
    of each of its places."""
    if "$ref" in shape:
        name = shape["$ref"].rsplit("/", 1)[-1]
        one = schema["definitions"][name]
        if isinstance(value, dict):
            found.update(f"{name}.{key}" for form in [one,
                         *one.get("anyOf", [])]
                         for key in form.get("properties", {}) if key in value)
        walk(schema, one, value, at, found, asked)
        return
    for one in shape.get("allOf", []) + shape.get("anyOf", []):
        walk(schema, one, value, at, found, asked)
    asked.setdefault(at, []).append(
        {key: one for key, one in shape.items()
         if key not in json_schema.SILENT})
    if isinstance(value, list) and "items" in shape:
        for index, item in enumerate(value):
            walk(schema, shape["items"], item, at + (index,), found, asked)
    if isinstance(value, dict):
        known = shape.get("properties", {})
        rest = shape.get("additionalProperties")
        for key, item in value.items():
            inner = known.get(key, rest if isinstance(rest, dict) else {})
            walk(schema, inner, item, at + (key,), found, asked)


def root_of(schema, document):
    if "if" not in schema:
        return schema["allOf"][0]
    marked = all(key in document for key in schema["if"]["required"])
    return schema["then" if marked else "else"]


def said_of(lines):
    done = subprocess.run([BUILD / "tests/verdicts"], input="\n".join(lines)
                          + "\n", capture_output=True, text=True, timeout=120,
                          check=True)
    answers = done.stdout.split("\n")[:-1]
    assert len(answers) == len(lines), "an answer for every line"
    return [set(answer.split()) for answer in answers]


def fault_of(refused, codes):
    if refused and not codes:
        return f"only the schema refuses ({refused})"
    if not refused and codes & CODES:
        return f"only the loader refuses ({', '.join(sorted(codes))})"
    return None


def main():
    schemas = {kind: json.loads(Path(
        f"checklists/schema/{kind}.schema.json").read_text(encoding="utf-8"))
        for kind, _ in FILES}
    lines, documents, found = [], [], {kind: set() for kind in schemas}
    faults, leaves = [], set()
    for kind, name in FILES:
        document = json.loads((HERE / f"{name}.json").read_text("utf-8"))
        asked, seen = {}, set()
        schema = schemas[kind]
        walk(schema, root_of(schema, document), document, (), found[kind],
             asked)
        for one in [document, *spoil(document, asked, leaves)]:
            line = f"{kind} {json.dumps(one, ensure_ascii=False)}"
            if line not in seen:
                seen.add(line)
                lines.append(line)
                documents.append((kind, one))
    for kind, schema in schemas.items():
        faults += [f"no file of {HERE} has the key {key}: add it there"
                   for key in sorted(set(keys_of(schema)) - found[kind])]
    answers = said_of(lines)
    firsts = {}
    with open(BUILD / "shapes.jsonl", "w", encoding="utf-8") as out:
        for (kind, one), line, codes in zip(documents, lines, answers):
            refused = json_schema.refuses(schemas[kind], one)
            if kind not in firsts and (refused or codes):
                faults.append(f"{kind}.json is refused: {refused} {codes}")
            firsts[kind] = True
            fault = fault_of(refused, codes)
            if fault:
                faults.append(f"{fault}: {line}")
            out.write(json.dumps({
                "kind": kind, "document": one, "other": sorted(codes - CODES),
                "codes": sorted(codes & CODES)}) + "\n")
    for fault in faults[:40]:
        print(fault)
    print(f"{len(lines) - len(faults)} passed, {len(faults)} failed")
    return 1 if faults or not lines else 0


if __name__ == "__main__":
    sys.exit(main())
