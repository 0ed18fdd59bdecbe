#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What the README shows is what happens.

readme.py            runs every example and compares
readme.py --program  prints the C program, for those who build it

A block of `console` holds commands after "$ " and, under each, what it
prints; "..." stands for lines left out.  The block of `c` is
examples/verdicts.c without its opening comment.  The block of `yaml` is an
excerpt: with the rest of a checklist around it, it passes lint and its own
examples.  UPDATE=1 renews what the commands print.
"""

import difflib
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

BUILD = Path(os.environ.get("BUILD", "build")).resolve()
MAKE = os.environ.get("MAKE", "make")
UPDATE = bool(os.environ.get("UPDATE"))
README = Path("README.md")
SKELETON = Path("tests/api/readme_skeleton.yaml")
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)
# Commands that must not run inside a test: they install, or would start this
# test again; of make the targets must be there.  install.sh compiles.
NOT_HERE = re.compile(r"^(sudo )?apt-get |^make |^cc ")


def blocks(kind):
    text = README.read_text(encoding="utf-8")
    return [body for name, body in FENCE.findall(text) if name == kind]


def program():
    (body,) = blocks("c")
    return body


def run(command, folder):
    env = dict(os.environ, SAMSYN_DATA="checklists", NO_COLOR="1",
               PATH=f"{BUILD}:{os.environ['PATH']}", README=str(folder))
    command = command.replace("build/samsyn", str(BUILD / "samsyn"))
    done = subprocess.run(["sh", "-c", command], capture_output=True,
                          text=True, env=env, timeout=120, check=False,
                          stdin=subprocess.DEVNULL)
    return done.stdout if done.returncode == 0 else done.stderr


def planned(command):
    """Whether make knows the targets that a command names."""
    names = [w for w in command.split()[1:] if "=" not in w]
    done = subprocess.run([MAKE, "-n", *names], capture_output=True,
                          check=False, stdin=subprocess.DEVNULL)
    return done.returncode == 0


def agrees(shown, printed):
    """Every shown line is printed, in order; between two that stand next to
    each other nothing is left out unless "..." says so."""
    at, gap = 0, False
    lines = printed.splitlines()
    for line in shown:
        if line.strip() == "...":
            gap = True
            continue
        while gap and at < len(lines) and lines[at].rstrip() != line.rstrip():
            at += 1
        if at >= len(lines) or lines[at].rstrip() != line.rstrip():
            return f"{line!r} is not printed here"
        at, gap = at + 1, False
    return None if gap or at == len(lines) or not shown else \
        f"{lines[at]!r} is printed, too"


def renewed(shown, printed):
    """The shown lines as they are printed now: each gives way to the first
    later line that is like it."""
    lines, at, result = printed.splitlines(), 0, []
    for line in shown:
        like = [line] if line.strip() in ("...", "") else \
            difflib.get_close_matches(line, lines[at:], 1, 0.5)
        if not like:
            continue
        if like[0] in lines[at:]:
            at = lines.index(like[0], at) + 1
        result.append(like[0])
    return result


def console_faults(block, folder):
    for part in re.split(r"^\$ ", block, flags=re.M)[1:]:
        command, *shown = part.rstrip("\n").split("\n")
        while command.endswith("\\"):
            command = command[:-1] + shown.pop(0)
        if NOT_HERE.match(command):
            known = not command.startswith("make") or planned(command)
            yield command, None if known else "make does not know it"
            continue
        shown = [line for line in shown if line.strip() or shown]
        while shown and not shown[-1].strip():
            shown.pop()
        printed = run(command, folder).rstrip("\n")
        fault = agrees(shown, printed)
        if fault and UPDATE:
            new = renewed(shown, printed)
            text = README.read_text(encoding="utf-8")
            README.write_text(text.replace("\n".join(shown), "\n".join(new)),
                              encoding="utf-8")
            fault = agrees(new, printed)
        yield command, fault


def program_fault():
    stored = Path("examples/verdicts.c").read_text(encoding="utf-8")
    body = re.sub(r"\A(/\*.*?\*/\n)+", "", stored, flags=re.S)
    return None if body.strip() == program().strip() else \
        "differs from examples/verdicts.c"


def whole_checklist():
    """The README's excerpt, with what it leaves out: a skeleton around it."""
    (excerpt,) = blocks("yaml")
    head = SKELETON.read_text(encoding="utf-8").split("# ---\n")
    area, criterion = head[1], head[2]
    body = re.sub(r"(?m)^( +)- id: (?!.*\n +met:)(.*)$",
                  lambda m: m.group() + "\n" + area.rstrip("\n"), excerpt,
                  count=1)
    body = re.sub(r"(?m)^( +)(met: )", lambda m: criterion + m.group(), body,
                  count=1)
    return head[0] + body


def checklist_fault(folder):
    path = folder / "readme.yaml"
    path.write_text(whole_checklist(), encoding="utf-8")
    for verb in ("lint", "test"):
        done = subprocess.run([BUILD / "samsyn", verb, path], check=False,
                              capture_output=True, text=True,
                              env=dict(os.environ, SAMSYN_DATA="checklists"))
        if done.returncode or done.stderr:
            return f"{verb} says: {done.stderr}"
    return None


def main():
    if sys.argv[1:] == ["--program"]:
        print(program(), end="")
        return 0
    results = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        results.append(("the C program", program_fault()))
        results.append(("the checklist", checklist_fault(folder)))
        for block in blocks("console"):
            results += console_faults(block, folder)
    failed = [(what, fault) for what, fault in results if fault]
    for what, fault in failed:
        print(f"{what}: {fault}")
    print(f"{len(results) - len(failed)} passed, {len(failed)} failed")
    return 1 if failed or len(results) < 5 else 0


if __name__ == "__main__":
    sys.exit(main())
