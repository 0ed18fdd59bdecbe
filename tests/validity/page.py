# SPDX-License-Identifier: MIT
"""The page of figures: tables with bounds, written into README.md of this
folder and held against what it says."""

import datetime
import math
import os
import sys

from measuring import HERE

PAGE = HERE / "README.md"
BEGIN, END = "<!-- figures -->\n", "<!-- end of figures -->\n"
STRICT = bool(os.environ.get("STRICT"))


class Table:
    """A table of the page: rows of a name and cells, the last of them a bound
    or nothing.  `of` is the column that says of how many labels a row is,
    where samsyn has no say in that.  Rows of a table that is not `steady` may
    come and go."""

    def __init__(self, title, head, of=None, at_least=True, steady=True):
        self.title, self.head, self.at_least = title, head, at_least
        self.of = head.index(of) - 1 if of else None
        self.steady = steady
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


# ---- Reading and writing ----

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


# ---- Holding figures against it ----

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


def check(tables, stale):
    """Fails where a row is worse than its bound, or gone; with STRICT also
    where the page, or what it is made from, is of other labels."""
    page = page_rows(parts_of(PAGE.read_text(encoding="utf-8"))[1])
    passing = {table.title for table in tables if not table.steady}
    rows = [(table, row, page.get((table.title, row[0])))
            for table in tables if table.steady for row in table.rows]
    seen = {(table.title, row[0]) for table, row, _ in rows}
    faults = [f"{title}: {name} is no longer measured"
              for title, name in page
              if (title, name) not in seen and title not in passing]
    old = [f"{table.title}: {row[0]}" for table, row, cells in rows
           if is_old(table, row, cells)]
    worse = [f"{table.title}: {fault}" for table, row, cells in rows
             if cells and (fault := fault_in_row(table, row, cells))]
    passed = len(rows) - len(old) - len(worse)
    faults += worse
    if old:
        print(f"{PAGE} is of other labels in {len(old)} rows, such as "
              f"{old[0]}; UPDATE=1 python3 {HERE}/measure.py writes it anew")
    if stale:
        print(f"{HERE}/verdicts are of other labels in {stale} rows; `make "
              "models` writes them anew")
    if STRICT and (old or stale):
        faults.append("the figures are old")
    print(*moved(rows), *faults, sep="\n")
    print(f"{passed} passed, {len(faults)} failed")
    return 1 if faults or not passed else 0
