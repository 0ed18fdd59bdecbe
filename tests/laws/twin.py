# SPDX-License-Identifier: MIT
"""The twin of a Markdown document: what `pdftotext -layout` gives of a PDF
that somebody made of it.

A page has a header with the place's name and a footer with its number, and a
form feed ends it.  Headings are lines, lists have bullets, tables stand in
columns, long words are divided at line ends, and a paragraph may go on on the
next page.  Nothing is drawn at random.
"""

import re
import textwrap

WIDTH = 84   # columns of a line of text
LINES = 46   # of text on a page
GAP = 3      # blanks between two columns
NARROW = 8   # the least width of a column
SHORT = 14   # a cell of so many is not divided

VOWELS = "aeiouyåäöé"
INLINE = [
    (re.compile(r"!\[([^\]]*)\]\([^)]*\)"), r""),
    (re.compile(r"\[([^\]]+)\]\([^)]*\)"), r"\1"),
    (re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])[*_](?=\S)([^*_]+?)(?<=\S)[*_](?![\w*])"), r"\1"),
    (re.compile(r"`([^`]+)`"), r"\1"),
    (re.compile(r"<(https?://[^>]+|[^>@\s]+@[^>\s]+)>"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+\-.!|])"), r"\1"),
]


def plain(text):
    """Text without the marks that Markdown puts into a line."""
    for pattern, instead in INLINE:
        text = pattern.sub(instead, text)
    return " ".join(text.split())


# ---- Blocks ----


def is_row(line):
    return line.lstrip().startswith("|")


def cells_of(line):
    body = re.sub(r"(?<!\\)\|", "\0", line.strip().strip("|"))
    return [plain(cell) for cell in body.split("\0")]


BOLD = re.compile(r"\*\*[^*]+\*\*(?: \([^)]*\))?")
ITEM = re.compile(r"(\s*)([-*+]|\d+[.)]) +(.*)")


def blocks(text):
    """(kind, content): heading, table, item, paragraph, rule."""
    lines = re.sub(r"<!--.*?-->", "", text, flags=re.S).split("\n")
    at = 0
    while at < len(lines):
        line = lines[at]
        if not line.strip():
            at += 1
        elif re.match(r"#{1,6} ", line):
            level = len(line) - len(line.lstrip("#"))
            yield "heading", (level, plain(line.lstrip("# ").rstrip("# ")))
            at += 1
        elif re.fullmatch(r"\s*([-*_])(\s*\1){2,}\s*", line):
            yield "rule", None
            at += 1
        elif is_row(line):
            rows = []
            while at < len(lines) and is_row(lines[at]):
                if not re.fullmatch(r"[|\s:-]+", lines[at]):
                    rows.append(cells_of(lines[at]))
                at += 1
            yield "table", rows
        else:
            at, block = flowing(lines, at)
            yield block


def flowing(lines, at):
    """An item or a paragraph and the line behind it."""
    item = ITEM.match(lines[at])
    held = [item.group(3) if item else lines[at].strip().lstrip("> ")]
    hard = [lines[at].endswith(("  ", "\\"))]
    at += 1
    while (at < len(lines) and lines[at].strip() and not is_row(lines[at])
           and not ITEM.match(lines[at]) and not lines[at].startswith("#")):
        held.append(lines[at].strip().lstrip("> "))
        hard.append(lines[at].endswith(("  ", "\\")))
        at += 1
    # A bold line of its own is meant to stand alone.
    hard = [breaks or (len(held) > 1 and BOLD.fullmatch(piece.strip()))
            for piece, breaks in zip(held, hard)]
    parts, now = [], ""
    for piece, breaks in zip(held, hard):
        now = f"{now} {piece.rstrip(chr(92))}".strip()
        if breaks:
            parts.append(plain(now))
            now = ""
    parts = [part for part in [*parts, plain(now)] if part]
    if item:
        return at, ("item", (len(item.group(1)), item.group(2), parts))
    return at, ("paragraph", parts)


# ---- Lines ----


def divide(word, room):
    """A word's first part and its rest, where it may be divided."""
    for at in range(min(room - 1, len(word) - 3), 3, -1):
        head, tail = word[:at], word[at:]
        if (head.isalpha() and tail[0].isalpha()
                and tail[0].lower() not in VOWELS
                and tail[1].lower() in VOWELS
                and any(c in VOWELS for c in head.lower())
                and head[-1].lower() in VOWELS + "lnrst"):
            return head + "-", tail
    return None


def lay(text, width, hyphens=True):
    """A paragraph's lines; long words are divided where they do not fit."""
    lines, now = [], ""
    for word in text.split():
        room = width - len(now) - (1 if now else 0)
        if len(word) > room:
            parts = (divide(word, room) if hyphens and len(word) > 11
                     and room > 5 else None)
            if parts:
                lines.append(f"{now} {parts[0]}".strip())
                word = parts[1]
            elif now:
                lines.append(now)
            now = ""
        now = f"{now} {word}".strip()
    return [*lines, now] if now else lines


def widths_of(rows, width):
    """Columns as wide as their texts want, as far as there is room."""
    count = max(map(len, rows))
    want = [max((len(row[i]) for row in rows if i < len(row)), default=1)
            for i in range(count)]
    # No word is divided, and what is short stands on one line.
    words = [max((len(word) for row in rows if i < len(row)
                  for word in ([row[i]] if len(row[i]) <= SHORT
                               else row[i].split())), default=1)
             for i in range(count)]
    room = width - GAP * (count - 1)
    wide = [max(NARROW, word) for word in words]
    wide = [min(w, n) if n < NARROW else w for w, n in zip(wide, want)]
    while sum(wide) < room and any(w < n for w, n in zip(wide, want)):
        short = max((n - w, -i) for i, (w, n) in enumerate(zip(wide, want)))
        wide[-short[1]] += 1
    return wide


def table_lines(rows, width):
    wide = widths_of(rows, width)
    groups = []
    for row in rows:
        laid = [textwrap.wrap(cell, w, break_long_words=False) or [""]
                for cell, w in zip(row, wide)]
        lines = []
        for n in range(max(map(len, laid))):
            parts = [(cell[n] if n < len(cell) else "").ljust(w)
                     for cell, w in zip(laid, wide)]
            lines.append((" " * GAP).join(parts).rstrip())
        groups.append(lines)
    return groups


def item_lines(content):
    indent, mark, parts = content
    label = "•" if not mark[0].isdigit() else mark
    left = " " * (2 + indent)
    hang = left + " " * (len(label) + 2)
    lines = []
    for part in parts:
        for line in lay(part, WIDTH - len(hang)):
            lines.append((hang if lines else f"{left}{label}  ") + line)
    return lines


def paragraphs(text):
    """Groups of lines that stand together, with the blanks before each."""
    before = None
    for kind, content in blocks(text):
        if kind == "heading":
            yield 2 if before else 0, lay(content[1], WIDTH, False), True
        elif kind == "rule":
            yield 1, [], False
        elif kind == "table":
            for n, lines in enumerate(table_lines(content, WIDTH)):
                yield (0 if n else 1), lines, n == 0
        elif kind == "item":
            yield (0 if before == "item" else 1), item_lines(content), False
        else:
            lines = []
            for part in content:
                lines += lay(part, WIDTH)
            yield 1, lines, False
        before = kind


# ---- Pages ----


def pages(text):
    """Lists of lines; a heading does not stand last on a page."""
    page = []
    for blanks, lines, stays in paragraphs(text):
        if len(page) + blanks + len(lines) + (4 if stays else 0) > LINES:
            room = LINES - len(page) - blanks
            if not stays and len(lines) > 6 and room > 2:
                page += [""] * blanks + lines[:room]
                lines = lines[room:]
            yield page
            page, blanks = [], 0
        page += [""] * (blanks if page else 0) + lines
    if page:
        yield page


def title_of(text):
    for kind, content in blocks(text):
        if kind == "heading":
            return content[1]
    return "Handling"


def twin(text):
    """The whole document as text from a PDF."""
    made = list(pages(text))
    head = title_of(text)[:40]
    out = []
    for n, page in enumerate(made, 1):
        number = f"{n} ({len(made)})"
        out.append("\n".join([
            head + number.rjust(WIDTH - len(head)), "", *page,
            *[""] * (LINES - len(page) + 2), "Dnr 2026:41".center(WIDTH),
            ""]))
    return "\f".join(out) + "\f"
