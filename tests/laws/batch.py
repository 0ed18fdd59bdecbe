# SPDX-License-Identifier: MIT
"""Documents of the tree by kind, and many of them scored by one command.

The laws ask for hundreds of results, so a process takes all the files of a
checklist at once, and two processes run side by side.
"""

import json
import os
import subprocess
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

BUILD = Path(os.environ.get("BUILD", "build"))
DATE = "2026-11-22"
AGREEMENT = Path("checklists/overenskommelse.yaml")
# The letter in the name of a labelled document is its kind.
KINDS = {"a": AGREEMENT,
         "b": Path("checklists/medborgarlofte.yaml"),
         "c": Path("checklists/atgardsplan.yaml"),
         "r": Path("checklists/regional-samverkan.yaml")}
SAMPLES = {"agreements": "a", "promises": "b", "plans": "c",
           "programmes": "r"}


def checklist_of(letter):
    """The checklist of a kind; the agreement's where none is bundled yet."""
    path = KINDS[letter]
    return path if path.exists() else AGREEMENT


def checklists():
    return [path for path in KINDS.values() if path.exists()]


def samples():
    """(path, checklist) of what is bundled as examples."""
    for folder, letter in SAMPLES.items():
        for path in sorted(Path("examples", folder).glob("*.*")):
            if path.suffix in (".md", ".txt"):
                yield path, checklist_of(letter)


def labelled():
    """(path, checklist) of the labelled documents, hard and ordinary."""
    for folder in ("corpus", "ordinary"):
        for path in sorted(Path("tests/validity", folder,
                                "docs").glob("*.*")):
            letter = path.name.split("-")[-1][0]
            if path.suffix in (".md", ".txt") and letter in KINDS:
                yield path, checklist_of(letter)


def run(checklist, paths):
    """The elements that the command writes for files, in their order."""
    done = subprocess.run(
        [BUILD / "samsyn", "score", "--format", "json", "--date", DATE,
         "--checklist", str(checklist), *map(str, paths)],
        capture_output=True, timeout=300, check=False,
        env=dict(os.environ, SAMSYN_DATA="checklists"))
    if done.returncode:
        raise RuntimeError(f"{checklist}: {done.stderr.decode()}")
    return json.loads(done.stdout)


def scored(pairs):
    """{path: element} for (path, checklist) pairs."""
    groups = defaultdict(list)
    for path, checklist in pairs:
        groups[checklist].append(path)
    with ThreadPoolExecutor(2) as pool:
        results = pool.map(lambda group: run(*group), groups.items())
    return {path: element
            for paths, elements in zip(groups.values(), results)
            for path, element in zip(paths, elements, strict=True)}


def text_of(path):
    """A document as text with LF; None where it is not UTF-8."""
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return None
    return text.removeprefix("\ufeff").replace("\r\n", "\n")
