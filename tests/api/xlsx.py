#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The workbook of samsyn compare, as a spreadsheet reads it: LibreOffice opens
it and writes every sheet as CSV, which must hold the same cells as the CSV
that samsyn writes for programs."""

import csv
import os
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path[:0] = ["tests/support", "tests/api"]
from commands import OK, command  # noqa: E402
from compare import SHEETS, make_files, out_of  # noqa: E402
import strict_csv  # noqa: E402
from tally import tally  # noqa: E402

TITLES = ["Matris", "Kriterier", "Utveckling", "Citat", "Metod"]
# Every sheet to a file of its own, numbers as they are, UTF-8.
FILTER = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false," \
         "false,false,-1"
ARGS = ["compare", "@/now", "@/evil.json", "@/failed.json", "--before",
        "@/old", "--group", "stor=ekv*"]


def convert(folder, book):
    """LibreOffice with settings of its own, so that nobody's are in the way."""
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/office",
         "--headless", "--convert-to", FILTER, "--outdir", str(folder),
         str(book)], check=True, timeout=300, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=dict(os.environ, LC_ALL="C.UTF-8"))


def faults(folder):
    book = folder / "book.xlsx"
    done = command([*ARGS, "--format", "xlsx", "--out", str(book)], "", folder)
    if not book.exists():
        yield f"no workbook: {done.stderr.decode()}"
        return
    convert(folder, book)
    for sheet, title in zip(SHEETS, TITLES):
        path = folder / f"book-{title}.csv"
        if not path.exists():
            yield f"{title}: no such sheet"
            continue
        with open(path, encoding="utf-8", newline="") as stream:
            read = list(csv.reader(stream, strict=True))
        wanted = strict_csv.read(
            out_of([*ARGS, "--format", "csv-plain", "--sheet", sheet], folder),
            False)
        if read == wanted:
            yield None
            continue
        yield f"{title}: " + next(
            (f"row {i}: {a} is not {b}"
             for i, (a, b) in enumerate(zip(read, wanted)) if a != b),
            f"{len(read)} rows, not {len(wanted)}")


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_files(folder)
        found = list(faults(folder))
    return tally(found)


if __name__ == "__main__":
    sys.exit(main())
