#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A criterion that is taught by passages alone, as the documentation shows.

examples/teach is taught, tested and asked of two texts.  Then the same with
what an author may leave out, and as a variant of another checklist.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

BUILD = Path(os.environ.get("BUILD", "build"))
SAMSYN = str((BUILD / "samsyn").resolve())
VARIANT = """checklist: lokal
extends: grund
version: "1"
title: {sv: Lokal, en: Local}
model: lokal
areas:
  - id: delaktighet
    criteria:
"""
failures = []


def check(what, good):
    if not good:
        failures.append(what)


def run(folder, *args):
    return subprocess.run([SAMSYN, *args], cwd=folder, capture_output=True,
                          text=True, encoding="utf-8", check=False)


def verdicts(folder, checklist, document):
    done = run(folder, "score", "--checklist", checklist, "--format", "json",
               document)
    check(f"{checklist} {document}: {done.stderr}", done.returncode in (0, 1))
    found = json.loads(done.stdout)
    found = found[0] if isinstance(found, list) else found
    return {one["id"]: one for one in found["criteria"]}


def train(folder, checklist="unga", passages=("passager.tsv",)):
    args = [arg for name in passages for arg in ("--passages", name)]
    return run(folder, "train", "--checklist", f"{checklist}.yaml", *args,
               "--out", f"{checklist}.model")


def untaught(folder):
    """Without a model nothing is claimed, and lint says why."""
    one = verdicts(folder, "unga.yaml", "ekvalla.md")["unga-tillfragade"]
    check("open without a model", one["verdict"] == "needs_review")
    check("and why", one["reason"] == "untaught")
    check("and no rules", one["rules"] is None)
    lint = run(folder, "lint", "unga.yaml")
    check("lint warns", lint.returncode == 0 and "[untaught]" in lint.stderr)


def taught(folder):
    check("train", train(folder).returncode == 0)
    first = (folder / "unga.model").read_bytes()
    check("train again", train(folder).returncode == 0)
    check("the same again", first == (folder / "unga.model").read_bytes())
    for command in ("lint", "test"):
        done = run(folder, command, "unga.yaml")
        check(f"{command}: {done.stderr}", done.returncode == 0)
        check(f"{command} says nothing", "[" not in done.stderr)
    one = verdicts(folder, "unga.yaml", "ekvalla.md")["unga-tillfragade"]
    check("ekvalla meets it", one["verdict"] == "met")
    check("never certain", one["certainty"] == "doubtful")
    check("where it stands",
          "frågade vi eleverna" in one["evidence"][0]["quote"])
    one = verdicts(folder, "unga.yaml", "norrsund.md")["unga-tillfragade"]
    check("norrsund does not", one["verdict"] == "not_met")
    check("never certain that not", one["certainty"] == "doubtful")


def too_little(folder):
    """Passages that all meet it teach nothing."""
    lines = (folder / "passager.tsv").read_text("utf-8").splitlines(True)
    kept = [line for line in lines if "\tnot_met\t" not in line]
    (folder / "bara.tsv").write_text("".join(kept), "utf-8")
    check("train on too little",
          train(folder, passages=("bara.tsv",)).returncode == 0)
    one = verdicts(folder, "unga.yaml", "ekvalla.md")["unga-tillfragade"]
    check("nothing learned", one["reason"] == "untaught")


def variant(folder):
    """What extends another names a model of its own."""
    text = (folder / "unga.yaml").read_text("utf-8")
    (folder / "grund.yaml").write_text(
        text.replace("checklist: unga", "checklist: grund"), "utf-8")
    start = text.index("      - id: unga-tillfragade")
    more = text[start:].replace("unga-tillfragade", "unga-horda")
    (folder / "lokal.yaml").write_text(
        VARIANT + more.replace("code: u1", "code: e1"), "utf-8")
    table = (folder / "passager.tsv").read_text("utf-8")
    (folder / "egna.tsv").write_text(table.replace("u1\t", "e1\t"), "utf-8")
    check("train the parent", train(folder).returncode == 0)
    done = train(folder, "lokal", ("passager.tsv", "egna.tsv"))
    check(f"train the variant: {done.stderr}", done.returncode == 0)
    said = verdicts(folder, "lokal.yaml", "norrsund.md")
    check("both are taught", set(said) == {"unga-tillfragade", "unga-horda"}
          and all(one["verdict"] != "needs_review" for one in said.values()))


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree("examples/teach", folder, dirs_exist_ok=True)
        for case in (untaught, taught, too_little, variant):
            case(folder)
    for failure in failures:
        print(f"failed: {failure}")
    print(f"teach: {len(failures)} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
