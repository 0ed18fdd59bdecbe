#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Golden cases: what the command says about a document, to the byte.

A folder is a case.  `args` holds the command's arguments, one a line, with
@ for the folder; `expected.txt` or `expected.json` what it writes, and
`expected.code` the exit status where it is not 0, `expected.err` what it
says on stderr where anything, and `data` the data directory where it is not
checklists/.  UPDATE=1 in the environment writes the
expected files anew: read the difference before you keep it.

Digests are checked against the files and then left out of what is compared,
so that a changed comment in a checklist changes no case.  Of JSON every element
must obey the schema and the laws of tests/support/oracle.py.
"""

import difflib
import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, "tests/support")
import json_schema  # noqa: E402
import oracle  # noqa: E402

CASES = Path("tests/cases")
BUILD = Path(os.environ.get("BUILD", "build"))
RAW = BUILD / "cases"  # JSON as it came, for other validators
UPDATE = bool(os.environ.get("UPDATE"))
SCHEMA = Path("checklists/schema/assessment.schema.json")


def digest_of(path):
    return "sha256:" + hashlib.sha256(Path(path).read_bytes()).hexdigest()


def settle_digests(element, checklist, data):
    """Digests that are right give way to a word; wrong ones stay and show."""
    rows = [(element["checklist"], checklist
             or f"{data}/{element['checklist']['id']}.yaml")]
    for parent in element["checklist"]["parents"]:
        beside = Path(checklist or data).parent / f"{parent['id']}.yaml"
        rows.append((parent, beside if checklist and beside.exists()
                     else f"{data}/{parent['id']}.yaml"))
    language = element["checklist"]["language"]
    rows.append((language, f"{data}/language/{language['id']}.yaml"))
    rows += [(d, d["name"]) for d in element["documents"]]
    for holder, path in rows:
        if holder["digest"] == digest_of(path):
            holder["digest"] = "checked"


def settle_text(text, data):
    """The same for a text: the digests of the data directory's files."""
    for path in sorted(Path(data).rglob("*.yaml")):
        text = text.replace(digest_of(path), f"sha256:{path.stem}")
    return text


def json_faults(elements, schema, stays):
    for fault in json_schema.validate(schema, elements):
        yield f"schema: {fault}"
    for element in elements:
        if "error" not in element:
            files = [Path(d["name"]).read_bytes()
                     for d in element["documents"]]
            yield from oracle.faults(element, files, stays)


def as_compared(out, args, data, schema, stays):
    """The text that is compared, and what is wrong with it by itself."""
    if "json" not in args:
        return settle_text(out.decode(), data), []
    try:
        elements = json.loads(out)
    except ValueError as error:
        return out.decode(), [f"not JSON: {error}"]
    faults = list(json_faults(elements, schema, stays))
    named = args[args.index("--checklist") + 1] if "--checklist" in args \
        else None
    for element in elements:
        if "error" not in element:
            settle_digests(
                element, named if named and "/" in named else None, data)
    text = json.dumps(elements, ensure_ascii=False, indent=1) + "\n"
    return text, faults


def stored(path):
    return path.read_text(encoding="utf-8") if path.exists() else ""


def compare(path, text):
    if text == stored(path):
        return []
    if UPDATE:
        if text:
            path.write_text(text, encoding="utf-8")
        else:
            path.unlink()
        print(f"wrote {path}")
        return []
    return list(difflib.unified_diff(
        stored(path).splitlines(), text.splitlines(), str(path), "now",
        lineterm=""))


def run(case, schema, stays):
    args = [a.replace("@", str(case)) for a in
            (case / "args").read_text(encoding="utf-8").splitlines()]
    data = stored(case / "data").strip() or "checklists"
    env = dict(os.environ, SAMSYN_DATA=data, NO_COLOR="1", LC_ALL="C")
    done = subprocess.run([BUILD / "samsyn", *args], capture_output=True, env=env,
                          stdin=subprocess.DEVNULL, timeout=120, check=False)
    if "json" in args:
        (RAW / f"{case.name}.json").write_bytes(done.stdout)
    text, faults = as_compared(done.stdout, args, data, schema, stays)
    suffix = "json" if "json" in args else "txt"
    code = f"{done.returncode}\n" if done.returncode else ""
    return (faults + compare(case / f"expected.{suffix}", text)
            + compare(case / "expected.err", done.stderr.decode())
            + compare(case / "expected.code", code))


def main():
    RAW.mkdir(parents=True, exist_ok=True)
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    stays = oracle.suspended()
    cases = sorted(p.parent for p in CASES.glob("*/args"))
    failed = 0
    for case in cases:
        faults = run(case, schema, stays)
        failed += bool(faults)
        if faults:
            print(f"{case}:", *faults, sep="\n  ")
    print(f"{len(cases) - failed} passed, {failed} failed")
    return 1 if failed or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
