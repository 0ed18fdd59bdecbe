#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The file of default values: what it changes, what is said of it, and that
arguments go before it.  And that nothing is coloured anywhere.
"""

import contextlib
import os
import pty
import re
import subprocess
import sys
import tempfile
from pathlib import Path

BUILD = Path(os.environ.get("BUILD", "build")).resolve()
EKVALLA = "examples/agreements/ekvalla.md"
OK, BELOW, USAGE = 0, 1, 2
BARE = {k: v for k, v in os.environ.items()
        if k not in ("SAMSYN_CONFIG", "XDG_CONFIG_HOME", "HOME")
        and not k.startswith(("LC_", "LANG"))}


def samsyn(*args, **env):
    return subprocess.run([BUILD / "samsyn", *map(str, args)],
                          env=dict(BARE, SAMSYN_DATA="checklists", **env),
                          capture_output=True, text=True, timeout=120,
                          stdin=subprocess.DEVNULL, check=False)


# text of the file, arguments, exit status, stdout, stderr (expressions; None
# where it does not matter, "" for nothing)
ROWS = [
    ("", ["score", EKVALLA], OK, "Måsten", ""),
    ("# bara en kommentar\n", ["score", EKVALLA], OK, "Måsten", ""),
    ("---\nlang: en\n", ["score", EKVALLA], OK, "Musts", ""),
    ("lang: en\n", ["score", "--lang", "sv", EKVALLA], OK, "Måsten", ""),
    ("lang: en\n", ["score", "--lang=sv", EKVALLA], OK, "Måsten", ""),
    ("lang: en\n", ["list"], OK, "criteria", ""),
    ("lang: en\n", ["--version"], OK, "samsyn", ""),
    ("lang: en\n", ["score", "--help"], OK, "Usage", ""),
    ("lang: en\n", ["score", "--no-config", EKVALLA], OK, "Måsten", ""),
    ("lang: fi\n", ["score", EKVALLA], USAGE, "", r"config\.yaml:1:1: ”fi”"),
    ("checklist: overenskommelse\n", ["score", EKVALLA], OK, r"\A(?!Vald)",
     r"förvalt i .*/config\.yaml: --checklist overenskommelse\n"),
    ("checklist: overenskommelse\n", ["lint", "overenskommelse"], OK, None,
     ""),
    ("checklist: overenskommelse\n",
     ["score", "--checklist", "overenskommelse", EKVALLA], OK, ".", ""),
    ("checklist: ./min.yaml\n", ["score", EKVALLA], USAGE, "", ":1:1: "),
    ("checklist: finns-inte\n", ["score", EKVALLA], 3, "", "finns-inte"),
    ("no-quotes: true\n", ["score", EKVALLA], OK, r"\A(?!(.|\n)*Skäl:)",
     "--no-quotes"),
    ("no-quotes: false\n", ["score", EKVALLA], OK, "Skäl:", ""),
    ("no-quotes: ja\n", ["score", EKVALLA], USAGE, "", "”ja”"),
    ("fail-under: 100\ntracked: reject\n", ["score", EKVALLA], BELOW, ".",
     "--fail-under 100 --tracked reject"),
    ("fail-under: 100\nscore: {fail-under: 1}\n", ["score", EKVALLA], OK, ".",
     "--fail-under 1\n"),
    ("score: {format: json}\n", ["score", EKVALLA], OK, r"\A\[\n\{", None),
    ("score: {format: html}\n", ["compare", "examples/agreements"], OK,
     r"\A(?!<)", None),
    ("score: {format: html}\n", ["score", "--ndjson"], OK, "", ""),
    ("score: {format: html}\n", ["score", "--explain", "a03", EKVALLA], OK,
     "Vald checklista", ""),
    ("score:\n  format: xlsx\n", ["score", EKVALLA], USAGE, "",
     r"config\.yaml:2:3: ”xlsx”"),
    ("compare: {checklist: overenskommelse}\nlang: en\n", ["score", EKVALLA],
     OK, "Musts", ""),
    ("format: html\n", ["score", EKVALLA], USAGE, "", "score: {format: ...}"),
    ("lint: {checklist: overenskommelse}\n", ["score", EKVALLA], USAGE, "",
     r":1:8: kommandot lint"),
    ("lang: sv\nchecklst: x\n", ["score", EKVALLA], USAGE, "",
     r"config\.yaml:2:1: okänd nyckel ”checklst”"),
    ("score: {langg: sv}\n", ["list"], USAGE, "", r":1:9: okänd nyckel"),
    ("skore: {lang: sv}\n", ["list"], USAGE, "", "skore"),
    ("score: ja\n", ["list"], USAGE, "", r":1:8: "),
    ("lang: sv\nlang: en\n", ["list"], USAGE, "", r":2:1: .*två gånger"),
    ("lang: [sv]\n", ["list"], USAGE, "", r":1:7: "),
    ("lang: &a sv\n", ["list"], USAGE, "", r":1:7: "),
    ("lang: *a\n", ["list"], USAGE, "", r":1:7: "),
    ("? [a]\n: b\n", ["list"], USAGE, "", r":1:3: "),
    ("- lang\n", ["list"], USAGE, "", r":1:1: "),
    ("lang: sv\n---\nlang: en\n", ["list"], USAGE, "", r":2:1: "),
    ("lang: 'sv\n", ["list"], USAGE, "", "YAML"),
    ("lang: \"s\\0v\"\n", ["list"], USAGE, "", r":1:7: "),
    ("[" * 60000, ["list"], USAGE, "", r":1:1: "),
    ("#" * 70000, ["list"], USAGE, "", "64 KiB"),
    ("lang: \x1b[31m\n", ["list"], USAGE, "", r"\A[^\x1b]*\Z"),
]


def says(text, pattern):
    if pattern is None:
        return True
    return text == "" if pattern == "" else bool(re.search(pattern, text))


def faults_of_rows(folder):
    (folder / "samsyn").mkdir()
    for text, args, code, out, err in ROWS:
        (folder / "samsyn/config.yaml").write_text(text, encoding="utf-8")
        done = samsyn(*args, XDG_CONFIG_HOME=str(folder))
        # of a format that is not text the reason for the checklist is said
        said = re.sub(r".*vald checklista.*\n", "", done.stderr)
        if done.returncode != code or not says(done.stdout, out) \
                or not says(said, err):
            yield (f"{text[:60]!r} {args}: {done.returncode}, "
                   f"{done.stdout[:150]!r}, {done.stderr[:300]!r}")


def faults_of_places(folder):
    """Where the file is looked for, in order."""
    english = folder / "a.yaml"
    english.write_text("lang: en\n", encoding="utf-8")
    home = folder / "home"
    (home / ".config/samsyn").mkdir(parents=True)
    (home / ".config/samsyn/config.yaml").write_text("lang: en\n",
                                                     encoding="utf-8")
    rows = [
        ([], {}, "kriterier"),
        ([], {"HOME": home}, "criteria"),
        ([], {"HOME": home, "XDG_CONFIG_HOME": folder}, "kriterier"),
        ([], {"HOME": home, "XDG_CONFIG_HOME": "not/a/full/path"}, "criteria"),
        ([], {"HOME": home, "SAMSYN_CONFIG": ""}, "kriterier"),
        ([], {"SAMSYN_CONFIG": english}, "criteria"),
        (["--config", english], {}, "criteria"),
        ([f"--config={english}"], {"SAMSYN_CONFIG": ""}, "criteria"),
        (["--config", english, "--no-config"], {}, "kriterier"),
    ]
    for args, env, word in rows:
        done = samsyn("list", *args, **{k: str(v) for k, v in env.items()})
        if word not in done.stdout or done.stderr:
            yield f"{args} {env}: {done.stdout[:80]!r} {done.stderr!r}"
    for args, env in [(["--config", "none.yaml"], {}),
                      ([], {"SAMSYN_CONFIG": "none.yaml"}),
                      ([], {"SAMSYN_CONFIG": str(folder)})]:
        done = samsyn("list", *args, **env)
        if done.returncode != USAGE or not done.stderr or done.stdout:
            yield f"{args} {env}: {done.returncode}"
    shown = samsyn("--version", "--verbose", SAMSYN_CONFIG=str(english)).stdout
    if f"{english}\n" not in shown:
        yield f"--version --verbose: {shown!r}"
    if "finns inte" not in samsyn("--version", "--verbose",
                                  XDG_CONFIG_HOME=str(folder)).stdout:
        yield "--version --verbose: does not say that there is none"


def faults_of_documents(folder):
    """A file that lies beside documents is none of the user's."""
    for name in [".samsyn.yaml", "samsyn.yaml", "config.yaml"]:
        (folder / name).write_text("lang: en\n", encoding="utf-8")
    (folder / "a.md").write_bytes(Path(EKVALLA).read_bytes())
    done = subprocess.run([BUILD / "samsyn", "score", "a.md"], cwd=folder,
                          env=dict(BARE, SAMSYN_DATA=str(
                              Path("checklists").resolve())),
                          capture_output=True, text=True, check=False)
    if "Måsten" not in done.stdout or done.stderr:
        yield f"a file beside documents: {done.stderr!r}"


def faults_of_again(folder):
    """The command that a page prints gives the same page for anyone."""
    path = folder / "c.yaml"
    path.write_text("checklist: overenskommelse\nlang: en\nno-quotes: true\n",
                    encoding="utf-8")
    page = samsyn("score", "--config", path, "--format", "html", EKVALLA)
    line = re.search(r"<code>samsyn (score [^<]*)</code>", page.stdout)
    again = samsyn(*line.group(1).split(),
                   SAMSYN_CONFIG=str(folder / "other.yaml"))
    if again.stdout != page.stdout or "--no-config" not in line.group(1):
        yield f"other bytes from: {line.group(1)}"


def faults_of_colour(folder):
    """A terminal gets the same bytes as a file, whatever it can show."""
    plain = samsyn("score", EKVALLA)
    for env in [{"TERM": "xterm-256color", "CLICOLOR_FORCE": "1"},
                {"NO_COLOR": "1"}, {"TERM": "dumb"}]:
        main, other = pty.openpty()
        child = subprocess.Popen([BUILD / "samsyn", "score", EKVALLA],
                                 env=dict(BARE, SAMSYN_DATA="checklists",
                                          **env),
                                 stdout=other, stderr=other)
        os.close(other)
        seen = b""
        with contextlib.suppress(OSError):  # a terminal's way to say the end
            while piece := os.read(main, 65536):
                seen += piece
        child.wait(60)
        os.close(main)
        if seen.replace(b"\r\n", b"\n").decode() != plain.stdout:
            yield f"{env}: other bytes on a terminal"
    del folder


def main():
    failed = 0
    parts = [faults_of_rows, faults_of_places, faults_of_documents,
             faults_of_again, faults_of_colour]
    for part in parts:
        with tempfile.TemporaryDirectory() as folder:
            faults = list(part(Path(folder)))
        failed += bool(faults)
        print("\n".join(faults))
    print(f"{len(parts) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
