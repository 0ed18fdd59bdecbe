# SPDX-License-Identifier: MIT
"""CSV, read as strictly as RFC 4180 says it, and by Python's reader.

Every record ends in CR LF and has as many fields as the first; a text stands
between quotation marks, those in it are doubled; what stands without them is
a number or nothing.  The profile of Excel begins with a byte order mark, has
semicolons and decimal commas, and no cell that a spreadsheet would act on."""

import csv
import io
import re

FIELD = r'"(?:[^"]|"")*"|{number}'
NUMBER = {True: r"-?\d+(?:,\d+)?|", False: r"-?\d+(?:\.\d+)?|"}
# Also where a program passes over blanks first.
ACTS = re.compile(r"\s*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
TURNED = re.compile(r"\d[\d.,:/ -]*")  # into a number or a date


def records(text, excel):
    """The records as they are written, each field with its marks."""
    field = FIELD.format(number=NUMBER[excel])
    separator = ";" if excel else ","
    record = re.compile(f"(?:{field})(?:{separator}(?:{field}))*\r\n")
    at, found = 0, []
    while at < len(text):
        match = record.match(text, at)
        if not match:
            raise ValueError(f"no record: {text[at:at + 60]!r}")
        found.append(re.findall(f"({field})(?:{separator}|\r\n)",
                                match.group()))
        at = match.end()
    return found


def read(data, excel):
    """The rows; ValueError or csv.Error where something is not right."""
    text = data.decode("utf-8")
    if excel != text.startswith("\ufeff"):
        raise ValueError("byte order mark")
    text = text[excel:]
    if "\ufeff" in text or "\0" in text:
        raise ValueError("a mark or NUL inside")
    own = records(text, excel)
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True,
                           delimiter=";" if excel else ","))
    if [len(row) for row in own] != [len(row) for row in rows]:
        raise ValueError("two readers see different fields")
    if len({len(row) for row in rows}) != 1:
        raise ValueError("records of different length")
    for written, row in zip(own, rows):
        for mark, cell in zip(written, row):
            if excel and mark[:1] == '"' and (
                    ACTS.match(cell) or TURNED.fullmatch(cell)):
                raise ValueError(f"a spreadsheet acts on {cell!r}")
    return rows
