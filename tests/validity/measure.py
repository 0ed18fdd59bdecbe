#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""How far samsyn's verdicts agree with the labels, and whether they still do.

measure.py [--models DIR | --data DIR] [--show]

Measures the labelled folders, restated pages and single items, and fails
where a figure is worse than README.md of this folder says it must be.  With
UPDATE=1 in the environment the figures there are written anew, with bounds
one standard error on the lenient side: read the difference before you keep
it.  With STRICT set it fails also where README.md is of other labels.

--models DIR: cross-validated.  DIR/fold-1 to DIR/fold-6 hold models that were
trained without the documents of that fold; which those are stands in
DIR/folds.tsv, as `samsyn agreement --folds 6` wrote it for the training.  Each
document is assessed with the models of its fold.
--data DIR: another data directory, such as one without models.
--show: print the tables.
"""

import argparse
import datetime
import math
import os
import re
import sys
from pathlib import Path

import items
from measuring import (DATA, HERE, agreement, folders, is_hard, measure_of,
                       rows_of, rules_data, score_all)

PAGE = HERE / "README.md"
BEGIN, END = "<!-- figures -->\n", "<!-- end of figures -->\n"
UPDATE, STRICT = (bool(os.environ.get(n)) for n in ("UPDATE", "STRICT"))
GROUPS = ("--group", "hard=corpus/d-*", "--group", "ordinary=*")
# The criteria whose verdict is left to a person.
JUDGED = ("a21", "b06", "b07", "b08", "b19", "b20", "c08", "c11")
UNSAID = "not said yet"
ERRORS = 3.92  # standard errors that an interval of 95 per cent spans


# ---- What is compared ----

def name_of(path):
    return f"{path.parent.parent.name}/{path.name}"


def labels():
    return [dict(row, file=f"{folder.name}/{row['file']}")
            for folder in folders()
            for row in rows_of(folder / "labels.tsv")]


def verdicts(elements):
    """What the machine says of each document, as rows."""
    return [{"file": name_of(path), "criterion": c["code"],
             "status": c["verdict"], "suggestion": c["suggestion"],
             "certainty": c["certainty"],
             "checklist": element["checklist"]["id"]}
            for path, element in elements.items() if "error" not in element
            for c in element["criteria"]]


# ---- Tables ----

class Table:
    """A table of the page: rows of a name and cells, the last of them a bound
    or nothing.  `of` is the column that says of how many labels a row is,
    where samsyn has no say in that."""

    def __init__(self, title, head, of=None, at_least=True):
        self.title, self.head, self.at_least = title, head, at_least
        self.of = head.index(of) - 1 if of else None
        self.rows = []

    def add(self, name, cells, value=None, error=None):
        """value and error are in thousandths; none for a row without a
        bound."""
        bound = None
        if value is not None:
            bound = (math.floor(value - error) if self.at_least
                     else math.ceil(value + error))
        self.rows.append((name, cells, value, bound))

    def lines(self):
        yield f"### {self.title}\n"
        yield "| " + " | ".join(self.head) + " |"
        yield "|" + "---|" + "--:|" * (len(self.head) - 1)
        for name, cells, _, bound in self.rows:
            cells = [name, *cells]
            if len(cells) < len(self.head):
                cells.append("" if bound is None else decimal(bound))
            yield "| " + " | ".join(cells) + " |"
        yield ""


def decimal(thousandths):
    if thousandths is None:
        return "–"
    sign = "-" if thousandths < 0 else ""
    return f"{sign}{abs(thousandths) // 1000}.{abs(thousandths) % 1000:03}"


def share(part, whole):
    return f"{100 * part / whole:.1f} %" if whole else "–"


def labelled(measure):
    return measure["pairs"] + measure["open"] + measure["aside"]


def kappa_cells(measure):
    interval = (f"{decimal(measure['low'])} to {decimal(measure['high'])}"
                if measure["low"] is not None else "–")
    return [str(measure["documents"]), str(labelled(measure)),
            decimal(measure["kappa"]), interval,
            share(measure["exact"], measure["pairs"])]


def kappa_error(measure):
    return (measure["high"] - measure["low"]) / ERRORS


KAPPA_HEAD = ["", "documents", "labels", "kappa", "95 %", "same"]


def add_kappa(table, name, measure, bounded=True):
    if measure is None:
        return
    if bounded and measure["kappa"] is not None:
        table.add(name, kappa_cells(measure), measure["kappa"],
                  kappa_error(measure))
    else:
        table.add(name, kappa_cells(measure))


def names_in(comparison, of, key):
    return [m[key] for m in comparison["measures"] if m["of"] == of]


def by_kind(comparison):
    """(name, measure) of all, of each kind, of hard and ordinary, and of the
    kinds within."""
    yield "all", measure_of(comparison)
    for kind in names_in(comparison, "checklist", "checklist"):
        yield kind, measure_of(comparison, "checklist", checklist=kind)
    for group in names_in(comparison, "group", "group"):
        yield group, measure_of(comparison, "group", group=group)
        for m in comparison["measures"]:
            if m["of"] == "checklist-group" and m["group"] == group:
                yield f"{m['checklist']}, {group}", m


def verdict_table(comparison, odd, even):
    table = Table("Verdicts", [*KAPPA_HEAD, "at least"], "labels")
    for name, measure in by_kind(comparison):
        add_kappa(table, name, measure)
    # No bound: rules are fitted to these; what fits them less may be right.
    add_kappa(table, "odd numbers", measure_of(odd), bounded=False)
    add_kappa(table, "even numbers", measure_of(even))
    for kind in names_in(even, "checklist", "checklist"):
        add_kappa(table, f"{kind}, even numbers",
                  measure_of(even, "checklist", checklist=kind))
    add_kappa(table, "without suggestions", measure_of(comparison, "decided"))
    return table


def share_error(part, whole):
    """The standard error of a share in thousandths; one more of each kind is
    added, or nothing of many would seem to have none."""
    likely = (part + 1) / (whole + 2)
    return 1000 * math.sqrt(likely * (1 - likely) / whole)


def false_table(comparison, even):
    table = Table("Met where the label is not_met",
                  ["", "not_met", "met", "share", "at most"], "not_met",
                  at_least=False)
    rows = [*by_kind(comparison), ("even numbers", measure_of(even))]
    for name, m in rows:
        wrong, of = m["false_met"], m["not_met"]
        if not of:
            continue
        table.add(name, [str(of), str(wrong), share(wrong, of)],
                  1000 * wrong / of, share_error(wrong, of))
    return table


def suggestion_table(comparison, even):
    table = Table("Suggestions for what a person judges",
                  [*KAPPA_HEAD, "at least"], "labels")
    add_kappa(table, "all of them", measure_of(comparison, "suggested"))
    add_kappa(table, "even numbers", measure_of(even, "suggested"))
    for code in JUDGED:
        add_kappa(table, code,
                  measure_of(comparison, "criterion", criterion=code),
                  bounded=False)
    return table


def certainty_table(comparison):
    table = Table("Certainty", ["", "verdicts", "share of all",
                                "as the label", "at least"])
    rows = [r for r in comparison["certainty"] or [] if r["verdicts"]]
    for row in rows:
        said, right = row["verdicts"], row["right"]
        cells = [str(said), share(said, comparison["both"]),
                 share(right, said)]
        if row["certainty"] == "certain":
            table.add("certain", cells, 1000 * right / said,
                      share_error(right, said))
        else:
            table.add(row["certainty"] or "unsaid", cells)
    if not rows:
        table.add(UNSAID, ["–", "–", "–"])
    return table


def f1_row(table, name, counts, bounded=True):
    low, high = counts.interval()
    value = 1000 * counts.f1()
    there, found, both = counts.sums()
    cells = [str(there), str(found), str(both), f"{counts.f1():.3f}",
             f"{low:.3f} to {high:.3f}"]
    if bounded:
        table.add(name, cells, value, 1000 * (high - low) / ERRORS)
    else:
        table.add(name, cells)


def found_table(parts):
    table = Table("Promises and measures found",
                  ["", "labelled", "found", "both", "F1", "95 %", "at least"],
                  "labelled")
    documents = parts["documents"]
    f1_row(table, "promises", documents.total)
    f1_row(table, "promises, even numbers", parts["even"].total)
    for group in sorted(documents.groups):
        f1_row(table, f"promises, {group}", documents.groups[group])
    f1_row(table, "promises, restated pages", parts["restated"].total)
    f1_row(table, "promises, restated pages, even places",
           parts["restated even"].total)
    f1_row(table, "promises, single", parts["promises"].total)
    f1_row(table, "measures, single", parts["measures"].total)
    return table


def item_table(parts):
    """Verdicts of the promises that were found."""
    table = Table("Verdicts of each promise",
                  ["", "documents", "labels", "kappa", "95 %", "same",
                   "at least"])
    comparison = parts["documents"].agreement()
    add_kappa(table, "b01 to b05", measure_of(comparison))
    add_kappa(table, "b01 to b05, even numbers",
              measure_of(parts["even"].agreement()))
    for code in items.CODES:
        add_kappa(table, code,
                  measure_of(comparison, "criterion", criterion=code))
    comparison = parts["restated"].agreement()
    for flag in (*items.FLAGS, "police", "municipality"):
        add_kappa(table, f"restated pages, {flag}",
                  measure_of(comparison, "criterion", criterion=flag))
    actors = parts["restated"].actors
    same = sum(count for (label, said), count in actors.items()
               if items.WHO.get(label, set()) == items.WHO.get(said, set()))
    table.add("restated pages, both actors",
              [str(measure_of(comparison)["documents"]),
               str(actors.total()), "–", "–", share(same, actors.total())])
    return table


def criterion_table(comparison):
    table = Table("Criterion by criterion",
                  [*KAPPA_HEAD, "met of not_met"], "labels")
    for code in sorted(names_in(comparison, "criterion", "criterion")):
        m = measure_of(comparison, "criterion", criterion=code)
        table.add(code, [*kappa_cells(m),
                         f"{m['false_met']} of {m['not_met']}"])
    return table


def parts_table(rules, whole):
    """What the models add to the rules."""
    table = Table("What the models add",
                  ["", "labels", "rules alone", "with models"], "labels")
    for name, measure in by_kind(whole):
        alone = dict(by_kind(rules)).get(name)
        table.add(name, [str(labelled(measure)),
                         decimal(alone and alone["kappa"]),
                         decimal(measure["kappa"])])
    return table


# ---- All of it ----

def has_models(elements):
    return any((e["checklist"]["model"] or {}).get("digest")
               for e in elements.values() if "error" not in e)


def said_of_models(elements, models):
    if not has_models(elements):
        return "Rules alone: no checklist has a model."
    if models:
        return ("Cross-validated: each document was assessed with models "
                "trained without the documents of its fold.")
    return ("With the models that are stored, not cross-validated: right only "
            "where no labelled document has trained them.")


def said_of_folders(judged, elements):
    for folder in folders():
        mine = [r for r in judged if r["file"].startswith(folder.name + "/")]
        paths = [p for p in elements if p.parent.parent == folder]
        contested = sum(r.get("contested") == "1" for r in mine)
        yield (f"- `{folder.name}`: {len(paths)} documents, "
               f"{sum(map(is_hard, paths))} of them hard; {len(mine)} labels, "
               f"{contested} of them contested.")


def compare(judged, elements, name="verdicts", options=GROUPS):
    return agreement(name, judged, verdicts(elements), options)


def measure(models, data):
    """(the lines above the tables, the tables)"""
    elements, judged = score_all(models, data or DATA), labels()
    whole = compare(judged, elements)
    odd, even = (compare(judged, elements, f"verdicts-{part}",
                         ("--only", part)) for part in ("odd", "even"))
    parts = {"documents": items.documents(elements=elements),
             "even": items.documents("even", elements),
             "restated": items.restated(),
             "restated even": items.restated("even"),
             "promises": items.promises(), "measures": items.measures()}
    lines = [said_of_models(elements, models),
             f"{whole['both']} of {len(judged)} labels "
             f"({share(whole['both'], len(judged))}) have a verdict beside "
             "them.", "", *said_of_folders(judged, elements), ""]
    tables = [verdict_table(whole, odd, even), false_table(whole, even),
              suggestion_table(whole, even), certainty_table(whole),
              found_table(parts), item_table(parts), criterion_table(whole)]
    if has_models(elements):
        rules = compare(judged, score_all(data=rules_data()), "rules")
        tables.insert(4, parts_table(rules, whole))
    return lines, tables


# ---- The page ----

def page_rows(text):
    """{(title, name): cells} of the tables that the page holds."""
    rows, title = {}, None
    for line in text.splitlines():
        if line.startswith("### "):
            title = line[4:]
        elif line.startswith("| ") and title:
            name, *cells = [c.strip() for c in line[1:-1].split("|")]
            if name:
                rows[title, name] = cells
    return rows


def parts_of(page):
    head, begin, rest = page.partition(BEGIN)
    body, end, tail = rest.partition(END)
    if not begin or not end:
        sys.exit(f"{PAGE}: the marks around the figures are not there")
    return head + begin, body, end + tail


def update(lines, tables):
    head, _, tail = parts_of(PAGE.read_text(encoding="utf-8"))
    day = datetime.datetime.now(datetime.timezone.utc).date()
    body = [f"Measured {day}.", "", *lines,
            *(line for table in tables for line in table.lines())]
    PAGE.write_text(head + "\n".join(body) + tail, encoding="utf-8")


def fault_in_row(table, row, cells):
    """What is wrong with a row of which the page has these cells.  Where it
    is of more labels than the page's, the two cannot be compared."""
    name, now, value, _ = row
    if table.of is not None and now[table.of] != cells[table.of]:
        if int(now[table.of]) < int(cells[table.of]):
            return (f"{name}: {now[table.of]} labels could be compared, not "
                    f"{cells[table.of]}")
        return None
    if value is None:
        return None
    bound = round(1000 * float(cells[-1]))
    if value < bound if table.at_least else value > bound:
        word = "at least" if table.at_least else "at most"
        return f"{name}: {value / 1000:.3f}, not {word} {bound / 1000:.3f}"
    return None


def is_old(table, row, cells):
    return cells is None or (table.of is not None
                             and row[1][table.of] != cells[table.of])


def moved(rows):
    """What the page says otherwise, so that a change shows what it did."""
    for table, row, cells in rows:
        for name in ("kappa", "F1"):
            if cells and name in table.head:
                at = table.head.index(name) - 1
                if row[1][at] != cells[at]:
                    yield (f"{table.title}: {row[0]}: {name} {cells[at]} is "
                           f"now {row[1][at]}")


def check(tables):
    """Fails where a row is worse than its bound, or gone."""
    page = page_rows(parts_of(PAGE.read_text(encoding="utf-8"))[1])
    rows = [(table, row, page.get((table.title, row[0])))
            for table in tables for row in table.rows]
    seen = {(table.title, row[0]) for table, row, _ in rows}
    faults = [f"{title}: {name} is no longer measured"
              for title, name in page
              if (title, name) not in seen and name != UNSAID]
    old = [f"{table.title}: {row[0]}" for table, row, cells in rows
           if is_old(table, row, cells)]
    worse = [f"{table.title}: {fault}" for table, row, cells in rows
             if cells and (fault := fault_in_row(table, row, cells))]
    passed = len(rows) - len(old) - len(worse)
    faults += worse
    if old:
        print(f"{PAGE} is of other labels in {len(old)} rows, such as "
              f"{old[0]}; UPDATE=1 python3 {HERE}/measure.py writes it anew")
        faults += ["the page is old"] if STRICT else []
    print(*moved(rows), *faults, sep="\n")
    print(f"{passed} passed, {len(faults)} failed")
    return 1 if faults or not passed else 0


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--models", type=Path)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    if options.models and options.data:
        parser.error("--models or --data, not both")
    if options.models and not (options.models / "folds.tsv").is_file():
        parser.error(f"{options.models}/folds.tsv is not there")
    lines, tables = measure(options.models, options.data)
    if options.show:
        print(*lines, *(line for table in tables for line in table.lines()),
              sep="\n")
        return 0
    if UPDATE:
        update(lines, tables)
    return check(tables)


if __name__ == "__main__":
    sys.exit(main())
