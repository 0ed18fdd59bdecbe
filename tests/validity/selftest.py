#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The measures measure what they say: small cases worked out by hand."""

import sys
from pathlib import Path

import items
import measure
import measuring

HERE = Path("x.md")


def promise(quote, line=None):
    return {"quote": quote, "line": line}


def item(quote):
    return {"quote": quote, "start": None}


LIGHT = "Kommunen byter armaturer på Storgatan före den 1 maj"
WALK = "Polisen går fyra trygghetsvandringar i Norrsund"
# name, promises, items, which item belongs to which promise
PAIRS = [
    ("the same", [LIGHT, WALK], [LIGHT, WALK], {0: 0, 1: 1}),
    ("another order", [LIGHT, WALK], [WALK, LIGHT], {0: 1, 1: 0}),
    ("a label that is cut off", [LIGHT[:45]], [LIGHT], {0: 0}),
    ("in capitals, with soft hyphens", [LIGHT],
     [LIGHT.upper().replace("ARMA", "AR\u00adMA")], {0: 0}),
    ("an item for one promise only", [LIGHT, LIGHT], [LIGHT], {0: 0}),
    ("a promise for one item only", [LIGHT], [LIGHT, LIGHT], {0: 0}),
    ("twice, in order", [LIGHT, LIGHT], [LIGHT, LIGHT], {0: 0, 1: 1}),
    ("something else", [LIGHT], [WALK], {}),
    ("half of the words", [LIGHT], ["Kommunen byter armaturer"], {}),
    ("nothing found", [LIGHT], [], {}),
]

# (labelled, found, both) of documents, F1
FOUND = [
    ([(4, 4, 4)], 1.0),
    ([(4, 6, 3)], 0.6),
    ([(4, 0, 0)], 0.0),
    ([(0, 0, 0)], 0.0),
    ([(2, 2, 2), (2, 4, 1)], 0.6),
]

TABLE = measure.Table("T", ["", "labels", "kappa", "at least"], "labels")
ABOVE = measure.Table("T", ["", "labels", "share", "at most"], "labels",
                      at_least=False)
# table, what is measured, what the page has, whether something is wrong
HELD = [
    (TABLE, ("n", ["9", ""], 700, 650), ["9", "0.720", "0.690"], False),
    (TABLE, ("n", ["9", ""], 690, 650), ["9", "0.720", "0.690"], False),
    (TABLE, ("n", ["9", ""], 689, 650), ["9", "0.720", "0.690"], True),
    (TABLE, ("n", ["8", ""], 900, 650), ["9", "0.720", "0.690"], True),
    (TABLE, ("n", ["10", ""], 300, 650), ["9", "0.720", "0.690"], False),
    (TABLE, ("n", ["9", ""], None, None), ["9", "0.720", ""], False),
    (ABOVE, ("n", ["9", ""], 30, 40), ["9", "3 %", "0.031"], False),
    (ABOVE, ("n", ["9", ""], 32, 40), ["9", "3 %", "0.031"], True),
]


def faults():
    for name, promises, found, wanted in PAIRS:
        got = items.pair([promise(q) for q in promises],
                         [item(q) for q in found], HERE)
        yield None if got == wanted else f"{name}: {got}, not {wanted}"
    for documents, wanted in FOUND:
        counts = measuring.Counts()
        for numbers in documents:
            counts.add(*numbers)
        low, high = counts.interval()
        good = abs(counts.f1() - wanted) < 1e-9 and low <= wanted <= high
        yield None if good else f"F1 of {documents}: {counts.f1()}"
    for table, row, cells, wrong in HELD:
        fault = measure.fault_in_row(table, row, cells)
        yield (None if bool(fault) == wrong
               else f"{row} beside {cells}: {fault}")
    yield from fault_in_page()
    yield from fault_in_folds()


def fault_in_page():
    """What is written into the page can be read out of it."""
    table = measure.Table("Some", ["", "labels", "kappa", "at least"])
    table.add("one", ["12", "0.500"], 500, 24.5)
    table.add("two", ["7", "–"])
    got = measure.page_rows("\n".join(table.lines()))
    wanted = {("Some", "one"): ["12", "0.500", "0.475"],
              ("Some", "two"): ["7", "–", ""]}
    yield None if got == wanted else f"the page gives {got}"


def fault_in_folds():
    """Every document is in one fold, the folds of about the same size."""
    fold_of = measuring.folds()
    names = sorted(path.name for folder in measuring.folders()
                   for path in (folder / "docs").iterdir())
    wanted = {name: i % measuring.FOLDS + 1 for i, name in enumerate(names)}
    yield None if fold_of == wanted else "folds are not dealt out in order"


def main():
    all_of_them = list(faults())
    failed = [fault for fault in all_of_them if fault]
    print(*failed, sep="\n")
    print(f"{len(all_of_them) - len(failed)} passed, {len(failed)} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
