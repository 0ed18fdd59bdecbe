#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""samsyn guide and samsyn init: what they write can be used as it is.

A form asks every criterion of its checklist, an outline scores nothing as
long as nobody has written in it; a page is whole, and what a checklist says is
text in every format, whatever it holds; a new checklist passes lint and test,
and no file is written over.
"""

import html
import json
import os
import re
import sys
import tempfile
from pathlib import Path

sys.path[:0] = ["tests/api"]
from commands import OK, USAGE, command  # noqa: E402
from report import markup_left, page_faults  # noqa: E402

LISTS = ("overenskommelse", "overenskommelse-karna", "medborgarlofte",
         "atgardsplan", "regional-samverkan")
def run(*arguments):
    done = command([str(a) for a in arguments], "", Path("."))
    return done.returncode, done.stdout.decode(), done.stderr.decode()


# Lines of our own, and what stands on them.
OWN = re.compile(r"(?:#{1,3} |- \[ \] |)(.*?)(?:: _{46}|)")
COMMENT = re.compile(r"<!-- (.*) -->")


def text_of(page):
    """What a reader of Markdown sees of its own marks; remarks too."""
    for line in page.rstrip("\n").split("\n"):
        if comment := COMMENT.fullmatch(line):
            yield comment[1]
        else:
            yield re.sub(r"\\(.)", r"\1", OWN.fullmatch(line)[1])


def markdown_faults(page):
    """Beside our own marks nothing is left that Markdown acts on, and nothing
    ends a comment but its end."""
    for line in page.rstrip("\n").split("\n"):
        if comment := COMMENT.fullmatch(line):
            if re.search("--|-!?>", comment[1]) or line.count("<!--") > 1:
                yield f"a comment that ends within: {line}"
        elif markup_left(OWN.fullmatch(line)[1]):
            yield f"markup is left: {line}"


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
                faults = page_faults if form == "html" else markdown_faults
                yield from (f"{name} {way} {form}: {f}" for f in faults(out))
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


def hostile_list(folder, text):
    """A checklist that says one text wherever it says anything."""
    path = folder / "lista.yaml"
    path.unlink(missing_ok=True)
    run("init", path)
    words = json.dumps(text)
    both = f"{{sv: {words}, en: {words}}}"
    out = path.read_text("utf-8")
    for key in ("title", "question", "advice"):
        out = re.sub(rf"( +){key}:(?:\n +sv: .*\n +en: .*| {{.*}})\n",
                     lambda m: f"{m[1]}{key}: {both}\n", out)
    out = re.sub(r"^title: .*\n", lambda _: f"title: {both}\n", out, flags=re.M)
    out = re.sub(r"( +model:) .*\n", lambda m: f"{m[1]} {words}\n", out)
    path.write_text(out, "utf-8")
    return path


# Each is shown as it is, but for what no reader should get.
REFUSED_TEXT = re.compile("[\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
HOSTILE = (
    "</title></style><script>hit()</script><img src=x onerror=hit()>\"' a",
    "[a](javascript:hit()) ![b](http://b.example) <http://c.example>",
    "- a\n\n# b\n\n```\nhit()\n```\n\n<script>hit()</script>",
    "    <script>hit()</script>",
    "1. a | b *c* _d_ ~e~ `f` $g$ @h &copy; \\ www.i.example",
    "--> <script>hit()</script> <!-- --!> <script>hit()</script> --->",
    "-- a -- -",
    "a\u0085b\u202ec\ufffd\u2066d\ttab",
)
TIMES = {"form": 4, "outline": 5}  # titles and a question; or advice, a model


def bare(text):
    """Without blanks, which ends of lines become and comments have more of."""
    return re.sub(r"\s", "", text)


def hostile_faults(folder):
    """What a checklist says is text: nothing of it acts, all of it is there."""
    for text in HOSTILE:
        path = hostile_list(folder, text)
        wanted = bare(REFUSED_TEXT.sub("\ufffd", text))
        for way in ("form", "outline"):
            _, page, _ = run("guide", "--as", way, path)
            faults = list(markdown_faults(page))
            if bare("".join(text_of(page))).count(wanted) != TIMES[way]:
                faults.append(f"not as often as it is said: {page}")
            _, page, _ = run("guide", "--as", way, "--format", "html", path)
            faults += page_faults(page)
            words = html.unescape(re.sub("<[^>]*>", "", page))
            if bare(words).count(wanted) != TIMES[way] + 1:  # <title>
                faults.append("not as often on the page as it is said")
            yield from (f"{text!r} {way}: {fault}" for fault in faults)


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
