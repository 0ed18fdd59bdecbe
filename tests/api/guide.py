#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""samsyn guide and samsyn init: what they write can be used as it is.

A form asks every criterion of its checklist, an outline scores nothing as
long as nobody has written in it, HTML is whole and takes nothing as markup;
a new checklist passes lint and test, and no file is written over.
"""

import html.parser
import json
import os
import sys
import tempfile
from pathlib import Path

sys.path[:0] = ["tests/api"]
from commands import OK, USAGE, command  # noqa: E402

LISTS = ("overenskommelse", "overenskommelse-karna", "medborgarlofte",
         "atgardsplan", "regional-samverkan")
VOID = {"meta"}
HOSTILE = "<script>alert(1)</script> & \"a\" -- #"


def run(*arguments):
    done = command([str(a) for a in arguments], "", Path("."))
    return done.returncode, done.stdout.decode(), done.stderr.decode()


class Tags(html.parser.HTMLParser):
    """Every element is closed, and by its own end."""

    def __init__(self, page):
        super().__init__()
        self.open, self.faults, self.seen = [], [], set()
        self.feed(page)
        self.faults += [f"<{tag}> stays open" for tag in self.open]

    def handle_starttag(self, tag, attrs):
        self.seen.add(tag)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> out of place")


def codes(name):
    """The codes of a checklist, by what it says of an empty text."""
    code, out, err = run("score", "--format", "json", "--checklist", name,
                         "examples/agreements/ekvalla.md")
    return [c["code"] for c in json.loads(out)[0]["criteria"]]


def guide_faults(name, folder):
    for lang in ("sv", "en"):
        for way in ("form", "outline"):
            for form in ("markdown", "html"):
                code, out, err = run("guide", "--lang", lang, "--as", way,
                                     "--format", form, name)
                if code != OK or err:
                    yield f"{name} {way} {form}: {code} {err}"
                for one in codes(name):
                    if f"({one}, " not in out:
                        yield f"{name} {way} {form} {lang}: {one} is not asked"
                if form == "html":
                    yield from (f"{name} {way}: {f}" for f in Tags(out).faults)
    draft = folder / "draft.md"
    draft.write_text(run("guide", "--as", "outline", name)[1], "utf-8")
    code, out, err = run("score", "--format", "json", "--checklist", name,
                         draft)
    earned = json.loads(out)[0]["score"]["earned"] if code == OK else err
    if earned != 0:
        yield f"{name}: an outline nobody has written in earns {earned}"


def variant_faults(folder):
    """A parent is called by its id wherever it was given from; one that would
    not be found from the new file, and the file itself, are refused."""
    run("init", folder / "grund.yaml")
    path = folder / "variant.yaml"
    for given in (folder / "grund.yaml", os.path.relpath(folder / "grund.yaml")):
        code, out, err = run("init", "--extends", given, path)
        if code != OK or run("lint", path)[0] != OK or (
                "extends: grund\n" not in path.read_text("utf-8")):
            yield f"--extends {given}: {code} {out} {err}"
        path.unlink(missing_ok=True)
    (folder / "annan").mkdir()
    for arguments in (("--extends", folder / "grund.yaml",
                       folder / "annan" / "variant.yaml"),
                      ("--extends", "medborgarlofte",
                       folder / "annan" / "medborgarlofte.yaml")):
        code, out, err = run("init", *arguments)
        if code == OK or out or not err or any((folder / "annan").iterdir()):
            yield f"init {arguments}: {code} {out} {err}"
    line = (folder / "grund.yaml").read_text("utf-8").splitlines()[0]
    if not Path(line.rpartition("=")[2]).is_file():
        yield f"the schema is not there: {line}"


def init_faults(folder):
    for lang in ("sv", "en"):
        for extra in ((), ("--extends", "overenskommelse")):
            path = folder / f"min-{lang}{len(extra)}.yaml"
            steps = [("init", "--lang", lang, *extra, path), ("lint", path),
                     ("test", path),
                     ("score", "--checklist", path,
                      "examples/agreements/ekvalla.md")]
            for step in steps:
                code, out, err = run(*step)
                if code != OK:
                    yield f"{step[0]} of {path.name}: {code} {out} {err}"
            before = path.read_bytes()
            if run("init", path)[0] != USAGE or path.read_bytes() != before:
                yield f"{path.name} is written over"


REFUSED = (("no name", ("init",)),
           ("two names", ("init", "a.yaml", "b.yaml")),
           ("another ending", ("init", "a.txt")),
           ("an id that is none", ("init", "Min lista.yaml")),
           ("a parent that is not there",
            ("init", "--extends", "nix", "a.yaml")),
           ("a folder that is not there", ("init", "nix/a.yaml")),
           ("no checklist", ("guide",)),
           ("one that is not there", ("guide", "nix")),
           ("a way that is none", ("guide", "--as", "poem", "medborgarlofte")),
           ("a format that is none",
            ("guide", "--format", "pdf", "medborgarlofte")))


def refused_faults(folder):
    for name, arguments in REFUSED:
        given = [folder / a if a.endswith((".yaml", ".txt")) else a
                 for a in arguments]
        code, out, err = run(*given)
        if code == OK or out or not err:
            yield f"{name}: {code} {out} {err}"
    if left := [p.name for p in folder.glob("*a.yaml")]:
        yield f"refused, and written all the same: {left}"


def hostile_faults(folder):
    """What a checklist says is text."""
    path = folder / "lista.yaml"
    run("init", path)
    words = json.dumps(HOSTILE)
    text = path.read_text("utf-8").replace(
        "title: {sv: Arbetssätt,", f"title: {{sv: {words},").replace(
        "sv: Skriv hur ofta arbetet följs upp.", f"sv: {words}")
    path.write_text(text, "utf-8")
    page = run("guide", "--as", "outline", "--format", "html", path)[1]
    if "script" in Tags(page).seen or "alert(1)" not in page:
        yield "a checklist's text is taken for markup"
    page = run("guide", "--as", "outline", path)[1]
    if "-- #" in page.split("<!--", 3)[-1].split("-->")[0]:
        yield "two dashes stand in a comment"


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = [list(guide_faults(one, folder)) for one in LISTS]
        rows += [list(faults(folder)) for faults in
                 (variant_faults, init_faults, refused_faults,
                  hostile_faults)]
    print("\n".join(fault for row in rows for fault in row))
    failed = sum(bool(row) for row in rows)
    print(f"{len(rows) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
