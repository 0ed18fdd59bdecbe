#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Completion, by a bash that somebody types in.

A terminal is opened, keys are pressed, and the line that comes of it is read:
for every command its options as its help has them, for every option what it
takes, and names of files where these belong.
"""

import contextlib
import os
import pty
import re
import select
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BUILD = Path(os.environ.get("BUILD", "build")).resolve()
SAMSYN = BUILD / "samsyn"
SCRIPT = Path("examples/samsyn/samsyn.bash").resolve()
DATA = Path("checklists").resolve()
ENV = dict(os.environ, SAMSYN_DATA=str(DATA), SAMSYN_CONFIG="",
           LC_ALL="C.UTF-8", TERM="dumb", PS1="", INPUTRC="/dev/null",
           PATH=f"{BUILD}:{os.environ['PATH']}", HISTFILE="")
ALL, SHOW, CLEAR = b"\x1b*", b"\x14", b"\x15"  # M-*, C-t, C-u


class Bash:
    """An interactive bash; its line is asked for, not guessed from echoes."""

    def __init__(self, folder):
        self.main, other = pty.openpty()
        self.data = b""
        self.child = subprocess.Popen(
            ["bash", "--norc", "--noprofile", "-i"], stdin=other,
            stdout=other, stderr=other, env=ENV, cwd=folder,
            start_new_session=True)
        os.close(other)
        for line in ["bind 'set completion-query-items 0'",
                     "bind 'set bell-style none'",
                     "bind 'set enable-bracketed-paste off'",
                     r"""bind -x '"\C-t": printf "<<%s>>" "$READLINE_LINE"'""",
                     f". '{SCRIPT}'", "printf '<<%s>>' ready"]:
            os.write(self.main, line.encode() + b"\n")
        while self.seen() != "ready":
            pass

    def seen(self):
        """What stands between the next << and >>."""
        until = time.monotonic() + 20
        while not (found := re.search(rb"<<((?:(?!<<).)*?)>>", self.data,
                                      re.S)):
            left = until - time.monotonic()
            assert left > 0 and select.select([self.main], [], [], left)[0], \
                f"bash says nothing: {self.data!r}"
            self.data += os.read(self.main, 65536)
        self.data = self.data[found.end():]
        return found.group(1).decode()

    def press(self, text, key):
        os.write(self.main, CLEAR + text.encode() + key)
        time.sleep(0.02)
        os.write(self.main, SHOW)
        return self.seen()

    def tab(self, text):
        return self.press(text, b"\t")

    def all(self, text):
        """The candidates for the last word of a text."""
        kept = re.match(r"(.*[ =])?[^ =]*$", text).group(1) or ""
        line = self.press(text, ALL)
        return set(line.removeprefix(kept).split())

    def close(self):
        os.write(self.main, CLEAR + b"exit\n")
        with contextlib.suppress(OSError):
            while os.read(self.main, 65536):
                pass
        os.close(self.main)
        self.child.wait(60)


def samsyn(*args):
    return subprocess.run([SAMSYN, *args], env=dict(ENV, LC_ALL="en_US"),
                          capture_output=True, text=True, timeout=60,
                          stdin=subprocess.DEVNULL, check=False)


def commands():
    return re.findall(r"^  samsyn (\w+)", samsyn("--help").stdout, re.M)


def options(command):
    """Each option with what its value is called, or None."""
    text = samsyn(command, "--help").stdout
    return {(name, value or None) for name, value in
            re.findall(r"^  (-\S+)(?: (.+))?$", text, re.M)}


def faults_of_tables(bash):
    names = commands()
    if bash.all("samsyn ") != {*names, "--help", "--version"}:
        yield f"commands: {bash.all('samsyn ')}"
    for command in names:
        table = options(command)
        found = bash.all(f"samsyn {command} -")
        if not table or found != {name for name, _ in table}:
            yield f"{command}: {found ^ {name for name, _ in table}}"
        for name, value in table:
            if value and re.fullmatch(r"[a-z|]+", value):
                found = bash.all(f"samsyn {command} {name} ")
                if found != set(value.split("|")):
                    yield f"{command} {name}: {found}"


def faults_of_formats(bash):
    """Offered are those that the command takes, and no others."""
    offered = {c: bash.all(f"samsyn {c} --format ") for c in commands()
               if any(name == "--format" for name, _ in options(c))}
    known = set().union(*offered.values())
    if not {"text", "json", "html", "xlsx", "csv", "gcc"} <= known:
        yield f"formats: {known}"
    for command, formats in offered.items():
        for name in known:
            said = samsyn(command, "--format", name).stderr
            if (f'"{name}" cannot be given' in said) == (name in formats):
                yield f"{command} --format {name}: {said!r}"


def faults_of_names(bash):
    lists = {p.stem for p in DATA.glob("*.yaml")}
    criteria = set(re.findall(r"^      - id: (\S+)",
                              (DATA / "overenskommelse.yaml").read_text(
                                  encoding="utf-8"), re.M))
    found = bash.all("samsyn score --checklist overenskommelse --explain ")
    if not criteria or not criteria <= found or "a03" not in found:
        yield f"criteria: {criteria - found}"
    rows = [
        ("samsyn sco", "samsyn score "),
        ("samsyn score --form", "samsyn score --format "),
        ("samsyn score --format=js", "samsyn score --format=json "),
        ("samsyn score --format brief-", "samsyn score --format brief-html "),
        ("samsyn score --explain giltig", "samsyn score --explain "
         "giltighetstid "),
        ("samsyn score --lang=e", "samsyn score --lang=en "),
        ("samsyn score --jobs ", "samsyn score --jobs "),
        ("samsyn score --checklist atg", "samsyn score --checklist "
         "atgardsplan "),
        ("samsyn score --checklist eg", "samsyn score --checklist "
         "egen.yaml "),
        ("samsyn score av", "samsyn score avtal\\ 1.md "),
        ("samsyn score mapp/i", "samsyn score mapp/inne.md "),
        ("samsyn score -- --l", "samsyn score -- --lang "),
        ("samsyn score --annex av", "samsyn score --annex avtal\\ 1.md "),
        ("samsyn lint eg", "samsyn lint egen.yaml "),
        ("samsyn guide med", "samsyn guide medborgarlofte "),
        ("samsyn schema lang", "samsyn schema language "),
        ("samsyn schema av", "samsyn schema av"),
        ("samsyn compare --sheet q", "samsyn compare --sheet quotes "),
        ("samsyn finns-inte --", "samsyn finns-inte --"),
    ]
    for typed, expected in rows:
        line = bash.tab(typed)
        if line != expected:
            yield f"{typed!r} became {line!r}, not {expected!r}"
    offered = bash.all("samsyn lint ")
    if not lists | {"egen.yaml"} <= offered:
        yield f"checklists: {offered}"


def main():
    if not shutil.which("bash"):
        print("bash is not installed")
        return 77
    faults = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "mapp").mkdir()
        for path in ["avtal 1.md", "egen.yaml", "mapp/inne.md", "--lang"]:
            (folder / path).touch()
        bash = Bash(folder)
        parts = [faults_of_tables, faults_of_formats, faults_of_names]
        for part in parts:
            faults.append(list(part(bash)))
        bash.close()
    failed = sum(map(bool, faults))
    print("\n".join(f for part in faults for f in part))
    print(f"{len(faults) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
