#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Files that are made to do harm (files.py) are refused, each with its own
code, within 2 seconds of the processor and 256 MB, children counted; what is
whole and only large is read within them.

hostile.py [--all] [PART OF A NAME ...]

With --all also what takes long, and what is read is assessed by the command,
too.  Each file is written to $BUILD/hostile when it is needed, and given to
$BUILD/tests/reads, which says its codes.  Under the sanitizers time and memory
are not looked at.  A format whose reader was left out is skipped: the end is
77 then."""

import os
import sys
from pathlib import Path

from files import FILES, SLOW

ROOT = Path(__file__).resolve().parents[2]
BUILD = Path(os.environ.get("BUILD", "build"))
SANITIZED = "asan" in str(BUILD) or "valgrind" in str(BUILD)
SECONDS = 2
# The two programs that read a PDF have a second each, counted in ticks.
TICKS = 0.1
MEGABYTES = 256
SKIPPED = 77
ABSENT = {"document-reader-absent", "document-pdf-absent"}
# To assess is not to read: it may take as much again.
ASSESSED = 2


def write(path, make):
    """By a process of its own: what this one has had in its memory, a child
    would be measured with."""
    writer = os.fork()
    if writer == 0:
        try:
            path.write_bytes(make())
        except BaseException as error:  # whatever it is, it must not go on
            print(error)
            os._exit(1)
        os._exit(0)
    if os.waitstatus_to_exitcode(os.waitpid(writer, 0)[1]) != 0:
        raise RuntimeError("the file was not written")


def run(command, said):
    """The exit code, seconds of the processor and megabytes; what is printed
    goes to the file @said."""
    out = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    child = os.posix_spawn(
        command[0], command,
        {**os.environ, "SAMSYN_DATA": str(ROOT / "checklists")},
        file_actions=[(os.POSIX_SPAWN_DUP2, out, 1),
                      (os.POSIX_SPAWN_DUP2, out, 2)])
    _, status, used = os.wait4(child, 0)
    os.close(out)
    return (os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime,
            used.ru_maxrss / 1024)


def limits(seconds, megabytes, most):
    if SANITIZED:
        return
    if seconds > most + TICKS:
        yield f"takes {seconds:.2f} seconds"
    if megabytes > MEGABYTES:
        yield f"takes {megabytes:.0f} megabytes"


def read(path, code):
    """What is wrong when it is read; None where there is no reader."""
    said = path.with_suffix(".said")
    status, seconds, megabytes = run([str(BUILD / "tests/reads"), str(path)],
                                     said)
    codes = said.read_text(encoding="utf-8", errors="replace").split()
    print(f"    {status} {' '.join(codes)[:60]} {seconds:.2f} s "
          f"{megabytes:.0f} MB, file of {path.stat().st_size / 1e6:.1f} MB")
    if ABSENT & set(codes):
        return None
    faults = list(limits(seconds, megabytes, SECONDS))
    if code is None and status != 0:
        faults.append(f"is not read: {status}")
    if code and (status != 1 or code not in codes):
        faults.append(f"is not refused with {code}: {status}")
    return faults


def assess(path):
    status, seconds, megabytes = run(
        [str(BUILD / "samsyn"), "score", "--checklist", "overenskommelse",
         "--format", "json", str(path)], os.devnull)
    print(f"    assessed: {status} {seconds:.2f} s {megabytes:.0f} MB")
    if status != 0:
        yield f"is not assessed: {status}"
    yield from limits(seconds, megabytes, SECONDS * ASSESSED)


def try_file(name, make, code, everything):
    """True, False, or None where there is no reader."""
    path = BUILD / "hostile" / "file"
    write(path, make)
    faults = read(path, code)
    if faults == [] and code is None and everything:
        faults += assess(path)
    if faults is None:
        print(f"skipped {name}: no reader")
        return None
    print(f"{'FAILED' if faults else 'passed'} {name}"
          f"{': ' if faults else ''}{'; '.join(faults)}")
    return not faults


def main():
    everything = "--all" in sys.argv[1:]
    parts = [part for part in sys.argv[1:] if part != "--all"] or [""]
    (BUILD / "hostile").mkdir(parents=True, exist_ok=True)
    results = [try_file(*file, everything)
               for file in FILES + (SLOW if everything else [])
               if any(part in file[0] for part in parts)]
    failed, skipped = results.count(False), results.count(None)
    print(f"{len(results)} hostile files, {failed} failed, {skipped} skipped")
    if failed or not results:
        return 1
    return SKIPPED if skipped else 0


if __name__ == "__main__":
    sys.exit(main())
