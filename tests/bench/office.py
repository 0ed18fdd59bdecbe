#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""How fast DOCX and ODT come to be documents, in megabytes of inflated XML a
second, beside pandoc on the same files.

office.py FOLDER: the files are made by pandoc from many copies of one example;
without pandoc nothing is measured.  The time is the processor's, with the
start of the program in it, the best of five; below LEAST fails.
"""

import os
import resource
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

BUILD = Path(os.environ.get("BUILD", "build"))
EXAMPLE = Path("examples/agreements/ekvalla.md")
COPIES = 80
RUNS = 5
LEAST = 20  # MB/s


def inflated(path):
    with zipfile.ZipFile(path) as package:
        return sum(part.file_size for part in package.infolist()
                   if part.filename.endswith(".xml"))


def seconds(command):
    def used():
        usage = resource.getrusage(resource.RUSAGE_CHILDREN)
        return usage.ru_utime + usage.ru_stime

    begun = used()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return used() - begun


def main():
    folder = Path(sys.argv[1])
    if not shutil.which("pandoc"):
        print("office files: not measured, pandoc is not here")
        return 0
    text = EXAMPLE.read_text(encoding="utf-8") + "\n"
    (folder / "office.md").write_text(text * COPIES, encoding="utf-8")
    slow = []
    for kind in ("docx", "odt"):
        path = folder / f"office.{kind}"
        subprocess.run(["pandoc", "-o", path, folder / "office.md"], check=True)
        size = inflated(path) / 1e6
        speed = size / min(seconds([BUILD / "tests/reads", path])
                           for _ in range(RUNS))
        peer = size / seconds(["pandoc", "-t", "plain", path])
        print(f"{kind}: {size:.1f} MB of XML, {speed:.0f} MB/s; "
              f"pandoc {peer:.1f} MB/s")
        if speed < LEAST:
            slow.append(kind)
    for kind in slow:
        print(f"{kind} is read slower than {LEAST} MB/s")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
