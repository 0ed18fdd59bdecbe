#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""How far samsyn's verdicts agree with the labels, and whether they still do.

measure.py [--show]

Measures the labelled folders, restated pages and single items, and fails
where a figure is worse than README.md of this folder says it must be.  With
UPDATE=1 in the environment the figures there are written anew, with bounds
one standard error on the lenient side: read the difference before you keep
it.  With STRICT set it fails also where README.md, or the verdicts that it is
made from, are of other labels.

The stored models were trained on the labelled documents, so assessing these
again would measure nothing.  Training writes what was said of each document
by a model that did not know it (`make models`: verdicts/*.tsv), and that is
what is measured here.  What no model takes part in (rules alone, finding
promises) is measured by running the command.

--show: print the tables.
"""

import argparse
import collections
import os
import sys

import items
from measuring import (HERE, SCALE, agreement, chosen_all, counted, folders,
                       held_out, is_hard, kinds, labels, measure_of, part_of,
                       score_all, share_error, stale, told_by)
from page import Table, check, decimal, share, update

UPDATE = bool(os.environ.get("UPDATE"))
UNSEEN = ("even", "ordinary", "plain", "further", "late")
PARTS = {"known": "corpus, odd numbers (rules were written with them in view)",
         "studied": "folder further, those that rules were written with in view",
         "even": "corpus, even numbers", "ordinary": "folder ordinary",
         "plain": "folder plain", "further": "folder further, the others up to 130",
         "late": "folder further, from 131 on"}
MANNERS = {"hard": "*/d-*", "ordinary manner": "*"}
COLUMNS = {"rules": "rules alone", "model": "model alone", "both": "both"}
# The criteria whose verdict is left to a person.
JUDGED = ("a21", "b06", "b07", "b08", "b19", "b20", "c08", "c11")
WORST = 15
ERRORS = 3.92  # standard errors that an interval of 95 per cent spans


# ---- What is compared ----

def groups(names):
    return [word for name, pattern in names.items()
            for word in ("--group", f"{name}={pattern}")]


BY_PART = groups({part: f"{part}/*" for part in PARTS})


def of_parts(rows, parts):
    return [row for row in rows if row["file"].split("/")[0] in parts]


class Sample:
    """Labels, what is said beside them, and the comparison of the two."""

    def __init__(self, name, judged, said, options=()):
        self.rows = judged
        self.said = {(r["file"], r["criterion"]): r for r in said}
        self.comparison = agreement(name, judged, said, options)

    def measure(self, of="all", **names):
        return measure_of(self.comparison, of, **names)

    def names(self, of):
        return [m[of] for m in self.comparison["measures"] if m["of"] == of]

    def pairs(self):
        """(row of the label, row of the verdict), both on the scale."""
        for row in self.rows:
            said = self.said.get((row["file"], row["criterion"]))
            if said and row["status"] in SCALE and counted(said) in SCALE:
                yield row, said

    def shares(self, chosen, right, **wanted):
        """(right, chosen) of each document, of the pairs that are of the
        group or checklist wanted."""
        sums = collections.defaultdict(lambda: [0, 0])
        for row, said in self.pairs():
            if any(value != {"group": row["file"].split("/")[0],
                             "checklist": said["checklist"]}[key]
                   for key, value in wanted.items()):
                continue
            if chosen(row, said):
                sums[row["file"]][0] += bool(right(row, said))
                sums[row["file"]][1] += 1
        return [tuple(s) for s in sums.values()]


def verdicts(elements):
    """What the command says of each document, as rows."""
    return [{"file": f"{part_of(path.parent.parent, path.name)}/{path.name}",
             "criterion": c["code"], "status": c["verdict"],
             "suggestion": c["suggestion"] or "",
             "certainty": c["certainty"],
             "checklist": element["checklist"]["id"]}
            for path, element in elements.items()
            for c in element["criteria"]]


def samples(judged, said, now):
    """{(column, which documents): Sample}; "now" is of the rules as they are
    run."""
    fresh = of_parts(judged, UNSEEN)
    found = {("both", "manner"): Sample("manner", judged, said,
                                        groups(MANNERS)),
             ("both", "corpus"): Sample(
                 "corpus", of_parts(judged, ("known", "even")),
                 of_parts(said, ("known", "even")))}
    columns = {column: told_by(said, column) for column in COLUMNS}
    for column, rows in (columns | {"now": now}).items():
        found[column, "all"] = Sample(f"{column}-all", judged, rows, BY_PART)
        found[column, "unseen"] = Sample(f"{column}-unseen", fresh,
                                         of_parts(rows, UNSEEN), BY_PART)
    return found


# ---- Tables ----

def labelled(measure):
    return measure["pairs"] + measure["open"] + measure["aside"]


def interval(measure):
    if measure["low"] is None:
        return "–"
    return f"{decimal(measure['low'])} to {decimal(measure['high'])}"


def kappa_cells(measure):
    return [str(measure["documents"]), str(labelled(measure)),
            decimal(measure["kappa"]), interval(measure),
            share(measure["exact"], measure["pairs"])]


KAPPA_HEAD = ["", "documents", "labels", "kappa", "95 %", "same"]


def add_kappa(table, name, measure, bounded=True):
    if measure is None:
        return
    if bounded and measure["kappa"] is not None:
        table.add(name, kappa_cells(measure), measure["kappa"],
                  (measure["high"] - measure["low"]) / ERRORS)
    else:
        table.add(name, kappa_cells(measure))


def by_kind(sample):
    yield "all of them", sample.measure()
    for kind in sample.names("checklist"):
        yield kind, sample.measure("checklist", checklist=kind)


def by_part(sample):
    for part, name in PARTS.items():
        if measure := sample.measure("group", group=part):
            yield name, measure


def unseen_table(found):
    table = Table("Documents no rule was written with in view",
                  [*KAPPA_HEAD, "at least"], "labels")
    sample = found["both", "unseen"]
    for name, measure in (*by_kind(sample), *by_part(sample)):
        add_kappa(table, name, measure)
    for m in sample.comparison["measures"]:
        if m["of"] == "checklist-group":
            add_kappa(table, f"{m['checklist']}, {PARTS[m['group']]}", m,
                      bounded=False)
    return table


def whole_table(found):
    table = Table("Every labelled document", [*KAPPA_HEAD, "at least"],
                  "labels")
    sample, manner = found["both", "all"], found["both", "manner"]
    for name, measure in by_kind(sample):
        add_kappa(table, name, measure)
    # No bound: rules are fitted to these; what fits them less may be right.
    add_kappa(table, PARTS["known"], sample.measure("group", group="known"),
              bounded=False)
    add_kappa(table, "corpus", found["both", "corpus"].measure())
    for group in MANNERS:
        add_kappa(table, group, manner.measure("group", group=group))
    add_kappa(table, "without suggestions", sample.measure("decided"))
    return table


def added_rows(found):
    """(name, {column: measure})"""
    for which in ("unseen", "all"):
        start = "unseen" if which == "unseen" else "every document"
        measured = {column: dict((*by_kind(found[column, which]),
                                  *by_part(found[column, which])))
                    for column in COLUMNS}
        for name in measured["both"]:
            if which == "all" or name not in PARTS.values():
                title = start if name == "all of them" else f"{start}, {name}"
                yield (name if name in PARTS.values() else title,
                       {c: measured[c][name] for c in COLUMNS})


def added_table(found):
    """What rules and models add to each other."""
    head = ["", "labels"]
    for title in COLUMNS.values():
        head += [title, "95 %"]
    table = Table("What each part adds (kappa)", head, "labels")
    for name, measures in added_rows(found):
        cells = [str(labelled(measures["both"]))]
        for measure in measures.values():
            cells += [decimal(measure["kappa"]), interval(measure)]
        table.add(name, cells)
    return table


def now_table(found):
    table = Table("Rules alone, as they are run now",
                  [*KAPPA_HEAD, "at least"], "labels")
    for which in ("unseen", "all"):
        for name, measure in by_kind(found["now", which]):
            add_kappa(table, f"{which}: {name}", measure)
    return table


def choice_table(chosen, wanted):
    """Whether the command finds which checklist a document is for.
    chosen: {path: id or None}; wanted: {name: id}"""
    table = Table("The checklist that is chosen",
                  ["", "documents", "right", "another", "none", "share",
                   "at least"], "documents")
    named = {part: [p for p in chosen
                    if part_of(p.parent.parent, p.name) == part]
             for part in PARTS}
    rows = [("unseen", [p for part in UNSEEN for p in named[part]]),
            ("all", list(chosen)),
            *((PARTS[part], paths) for part, paths in named.items())]
    for name, paths in rows:
        right = sum(chosen[p] == wanted.get(p.name) for p in paths)
        none = sum(chosen[p] is None for p in paths)
        table.add(name, [str(len(paths)), str(right),
                         str(len(paths) - right - none), str(none),
                         share(right, len(paths))],
                  1000 * right / len(paths),
                  share_error([(chosen[p] == wanted.get(p.name), 1)
                               for p in paths]))
    return table


def is_not_met(row, _):
    return row["status"] == "not_met"


def is_met(_, said):
    return counted(said) == "met"


def is_right(row, said):
    return counted(said) == row["status"]


def false_table(found):
    table = Table("Met where the label is not_met",
                  ["", "not_met", "met", "share", "at most"], "not_met",
                  at_least=False)
    for which in ("unseen", "all"):
        sample = found["both", which]
        rows = [("all of them", sample.measure(), {})]
        rows += [(kind, sample.measure("checklist", checklist=kind),
                  {"checklist": kind}) for kind in sample.names("checklist")]
        if which == "all":
            rows += [(name, sample.measure("group", group=part),
                      {"group": part}) for part, name in PARTS.items()]
        for name, m, wanted in rows:
            wrong, of = m["false_met"], m["not_met"]
            error = share_error(sample.shares(is_not_met, is_met, **wanted))
            if of:
                table.add(f"{which}: {name}",
                          [str(of), str(wrong), share(wrong, of)],
                          1000 * wrong / of, error)
    return table


def suggestion_table(found):
    table = Table("Suggestions for what a person judges",
                  [*KAPPA_HEAD, "at least"], "labels")
    for which in ("unseen", "all"):
        sample = found["both", which]
        add_kappa(table, f"{which}: all eight", sample.measure("suggested"))
        for code in JUDGED:
            add_kappa(table, f"{which}: {code}",
                      sample.measure("criterion", criterion=code),
                      bounded=False)
    return table


def certainty_table(found):
    table = Table("Certainty", ["", "verdicts", "share of all",
                                "as the label", "at least"])
    for which in ("unseen", "all"):
        sample = found["both", which]
        for row in sample.comparison["certainty"] or []:
            said, right, name = row["verdicts"], row["right"], row["certainty"]
            if not said:
                continue
            cells = [str(said), share(said, sample.comparison["both"]),
                     share(right, said)]
            if name == "certain":
                error = share_error(sample.shares(
                    lambda _, said: said["certainty"] == "certain", is_right))
                table.add(f"{which}: certain", cells, 1000 * right / said,
                          error)
            else:
                table.add(f"{which}: {name or 'unsaid'}", cells)
    return table


# ---- Promises and measures ----

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


# ---- Where it goes wrong ----

def losses(sample):
    """{criterion: [steps too high, steps too low]}"""
    found = collections.defaultdict(lambda: [0, 0])
    for row, said in sample.pairs():
        steps = SCALE[counted(said)] - SCALE[row["status"]]
        found[row["criterion"]][0] += max(steps, 0)
        found[row["criterion"]][1] += max(-steps, 0)
    return found


def title_of(elements):
    return {c["code"]: c["title"] for element in elements.values()
            for c in element["criteria"]}


def loss_table(found, titles):
    table = Table(f"The {WORST} criteria where most is lost",
                  ["", "what it asks", "labels", "same", "too high",
                   "too low", "share of all that is lost"], steady=False)
    sample = found["both", "unseen"]
    lost = losses(sample)
    whole = sum(map(sum, lost.values()))
    for code in sorted(lost, key=lambda c: (-sum(lost[c]), c))[:WORST]:
        m = sample.measure("criterion", criterion=code)
        table.add(code, [titles[code], str(labelled(m)),
                         share(m["exact"], m["pairs"]),
                         *map(str, lost[code]),
                         share(sum(lost[code]), whole)])
    return table


def criterion_table(found):
    table = Table("Criterion by criterion, unseen documents",
                  [*KAPPA_HEAD, "too high", "too low", "met of not_met"],
                  "labels")
    sample = found["both", "unseen"]
    lost = losses(sample)
    for code in sorted(sample.names("criterion")):
        m = sample.measure("criterion", criterion=code)
        table.add(code, [*kappa_cells(m), *map(str, lost[code]),
                         f"{m['false_met']} of {m['not_met']}"])
    return table


# ---- What was aimed at ----

def aim_row(table, name, aim, figures, at_least=True, text=decimal):
    """figures: of the corpus and of the unseen documents, in thousandths;
    reached where both do."""
    good = [f >= aim if at_least else f <= aim for f in figures
            if f is not None]
    table.add(name, [("" if at_least else "at most ") + text(aim),
                     *map(text, figures), "yes" if all(good) else
                     "in part" if any(good) else "no"])


def percent(thousandths):
    return "–" if thousandths is None else f"{thousandths / 10:.1f} %"


def of_whole(part, whole):
    return 1000 * part / whole if whole else None


def certain_of(sample):
    """(share that is certain, share of those as the label)"""
    for row in sample.comparison["certainty"] or []:
        if row["certainty"] == "certain":
            return (of_whole(row["verdicts"], sample.comparison["both"]),
                    of_whole(row["right"], row["verdicts"]))
    return None, None


def kappa_of(measure):
    return measure and measure["kappa"]


def aim_verdicts(table, pair):
    aim_row(table, "kappa", 750, [kappa_of(s.measure()) for s in pair])
    corpus, unseen = (kappa_of(s.measure()) or 0 for s in pair)
    aim_row(table, "kappa, fall from corpus to unseen", 70,
            [None, corpus - unseen], at_least=False)
    for kind in ("overenskommelse", "medborgarlofte"):
        aim_row(table, f"kappa, {kind}", 700,
                [kappa_of(s.measure("checklist", checklist=kind))
                 for s in pair])
    aim_row(table, "met of not_met", 50,
            [of_whole(s.measure()["false_met"], s.measure()["not_met"])
             for s in pair], at_least=False, text=percent)
    for code in JUDGED:
        aim_row(table, f"suggestion {code}, kappa", 500,
                [kappa_of(s.measure("criterion", criterion=code))
                 for s in pair])
    shares, right = zip(*map(certain_of, pair))
    aim_row(table, "certain, share of all", 1000 / 3, shares, text=percent)
    aim_row(table, "certain, as the label", 930, right, text=percent)


def aim_items(table, parts):
    pairs = [(parts["documents"], parts["even"]),
             (parts["restated"], parts["restated even"])]
    for (whole, even), name, aim in zip(
            pairs, ("promises found, F1", "restated pages, F1"), (900, 880)):
        aim_row(table, name, aim, [round(1000 * f.total.f1())
                                   for f in (whole, even)])
    aim_row(table, "b01 to b05 of each promise, kappa", 700,
            [kappa_of(measure_of(f.agreement())) for f in pairs[0]])
    comparisons = [f.agreement() for f in pairs[1]]
    for flag in (*items.FLAGS, "police", "municipality"):
        aim_row(table, f"restated pages, {flag}, kappa", 800,
                [kappa_of(measure_of(c, "criterion", criterion=flag))
                 for c in comparisons])


def aim_table(found, parts):
    table = Table("What was aimed at", ["", "aim", "corpus", "unseen",
                                        "reached"], steady=False)
    aim_verdicts(table, [found["both", "corpus"], found["both", "unseen"]])
    aim_items(table, parts)
    return table


# ---- All of it ----

def said_of_all(found):
    unseen, whole = found["both", "unseen"], found["both", "all"]
    m = unseen.measure()
    alone = found["rules", "unseen"].measure()
    certain, right = certain_of(unseen)
    yield (f"**On {m['documents']} documents that no rule was written with in "
           f"view, kappa is {decimal(m['kappa'])} ({interval(m)}); "
           f"{share(m['exact'], m['pairs'])} of {m['pairs']} verdicts are "
           "those of the label.** By rules alone it is "
           f"{decimal(alone['kappa'])} ({interval(alone)}). "
           f"{m['false_met']} of {m['not_met']} labels `not_met` are called "
           f"met ({share(m['false_met'], m['not_met'])}); {m['over']} "
           f"verdicts are too high and {m['under']} too low. "
           f"{percent(certain)} of the verdicts are called certain, and "
           f"{percent(right)} of those are right.")
    yield ""
    m = whole.measure()
    yield (f"On all {m['documents']} labelled documents, those that rules "
           f"were written with in view among them, kappa is "
           f"{decimal(m['kappa'])} ({interval(m)}).")


def said_of_folders(judged, elements):
    """judged: labels; elements: {path: what the command says of it}."""
    for folder in folders():
        paths = [p for p in elements if p.parent.parent == folder]
        names = {f"{part_of(folder, p.name)}/{p.name}" for p in paths}
        mine = [r for r in judged if r["file"] in names]
        contested = sum(r.get("contested") == "1" for r in mine)
        yield (f"- `{folder.name}`: {len(paths)} documents, "
               f"{sum(map(is_hard, paths))} of them hard; {len(mine)} labels, "
               f"{contested} of them contested.")


def said_of_off_scale(judged, said, now):
    off = [(r["file"], r["criterion"]) for r in judged
           if r["status"] not in SCALE]
    told = {(r["file"], r["criterion"]): r["status"] for r in now}
    wrong = sum(counted(r) not in SCALE for r in said)
    return (f"{len(off)} labels are `referred`: they are left out of every "
            "kappa. The rules as they are run now say `referred` of "
            f"{sum(told.get(key) == 'referred' for key in off)} of them. "
            f"{wrong} held-out verdicts are off the scale where the label is "
            "not.")


def measure():
    """(the lines above the tables, the tables, how many rows are stale)"""
    wanted = kinds()
    elements, judged, said = score_all(wanted), labels(), held_out()
    now = verdicts(elements)
    found = samples(judged, said, now)
    parts = {"documents": items.documents(elements=elements),
             "even": items.documents("even", elements),
             "restated": items.restated(),
             "restated even": items.restated("even"),
             "promises": items.promises(), "measures": items.measures()}
    lines = [*said_of_all(found), "", *said_of_folders(judged, elements), "",
             said_of_off_scale(judged, said, now), ""]
    return lines, [
        unseen_table(found), added_table(found), whole_table(found),
        false_table(found), suggestion_table(found), certainty_table(found),
        found_table(parts), item_table(parts), now_table(found),
        choice_table(chosen_all(), wanted),
        aim_table(found, parts), loss_table(found, title_of(elements)),
        criterion_table(found)], stale(judged, said)


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    lines, tables, old = measure()
    if options.show:
        print(*lines, *(line for table in tables for line in table.lines()),
              sep="\n")
        return 0
    if UPDATE:
        update(lines, tables)
    return check(tables, old)


if __name__ == "__main__":
    sys.exit(main())
