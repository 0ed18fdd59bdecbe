#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The sentences of the program as files for translators, and back.

    catalogue.py write sv FILE    what is said in Swedish, beside the English
    catalogue.py write en FILE    the other way round
    catalogue.py read FILE        take the texts of such a file in

The files are gettext's (.po), which many editors know.  They are written when
they are asked for and not kept: the sentences stand in the .def files, both
languages side by side, so that none can lack a translation in what is built.
A text is taken in where its marks (%1) and the blanks around it are those it
had, and where the other language's has not changed since; else nothing is.
"""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Where sentences stand: the macro, and the texts of a row by what they are.
FILES = {
    "lib/base/messages.def": ("MESSAGE", {"": (1, 2)}),
    "lib/base/diagnostics.def": ("DIAG", {"": (3, 4), " help": (5, 6)}),
    "examples/samsyn/texts.def": ("TEXT", {"": (1, 2)}),
}
LANGS = ("sv", "en")
WIDTH = 80

LITERAL = r'"(?:[^"\\\n]|\\.)*"'
ARGUMENT = re.compile(rf'\s*((?:{LITERAL}\s*)+|[A-Z0-9_]+)\s*([,)])')
ESCAPES = {"n": "\n", '"': '"', "\\": "\\"}
MARK = re.compile("%[1-9]")
HEAD = """# The sentences of samsyn in {0}; msgid is the other language's.
# Take them in with: lib/base/catalogue.py read FILE
msgid ""
msgstr ""
"Project-Id-Version: samsyn\\n"
"Language: {0}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"""


class Wrong(Exception):
    """What cannot be taken in, in a sentence."""


# ---- Texts in C and in .po, which write them alike ----

def plain(literals):
    """The text of literals that follow each other."""
    inside = "".join(part[1:-1] for part in re.findall(LITERAL, literals))

    def unescape(match):
        if match.group(1) not in ESCAPES:
            raise Wrong(f"an escape that is not known: {match.group()}")
        return ESCAPES[match.group(1)]
    return re.sub(r"\\(.)", unescape, inside)


def quoted(text):
    text = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + text.replace("\n", "\\n") + '"'


def pieces(text, width):
    """Literals no longer than @width, cut behind line ends and blanks."""
    found, line = [], ""
    for word in re.findall(r"[^ \n]*(?:\n| +|$)", text):
        if line and (line.endswith("\n") or
                     len(quoted(line + word.rstrip(" "))) > width):
            found.append(quoted(line))
            line = ""
        line += word
    return found + [quoted(line)] if line or not found else found


# ---- The .def files ----

def rows(text, macro):
    """Each row: where it stands, and its arguments as they are written."""
    for start in re.finditer(rf"^{macro}\(", text, re.M):
        at, arguments = start.end(), []
        while True:
            match = ARGUMENT.match(text, at)
            if not match:
                raise Wrong(f"no argument: {text[at:at + 40]!r}")
            arguments.append(match.group(1).strip())
            at = match.end()
            if match.group(2) == ")":
                break
        yield start.start(), at, arguments


def sentences(texts):
    """Context, and the texts in Swedish and English, of every row."""
    for name, (macro, parts) in FILES.items():
        for _, _, arguments in rows(texts[name], macro):
            for part, (sv, en) in parts.items():
                yield (f"{macro} {arguments[0]}{part}",
                       (plain(arguments[sv]), plain(arguments[en])))


def lay_out(macro, arguments):
    """A row anew: its names on the first line, each text on lines of its
    own."""
    indent = " " * (len(macro) + 1)
    names = [a for a in arguments if not a.startswith('"')]
    first = f"{macro}({arguments[0]}"
    shown = []
    for number, argument in enumerate(arguments[1:], 1):
        if argument.startswith('"') and not (macro == "DIAG" and number == 1):
            cut = pieces(plain(argument), WIDTH - len(indent) - 2)
            shown.append(",\n" + "\n".join(indent + piece for piece in cut))
        else:
            shown.append(f", {argument}")
    assert names
    return first + "".join(shown) + ")"


def load(root):
    return {name: (root / name).read_text(encoding="utf-8") for name in FILES}


# ---- The files for translators ----

def write(root, lang):
    own = LANGS.index(lang)
    shown = [HEAD.format(lang)]
    for context, texts in sentences(load(root)):
        if not texts[1 - own]:
            continue  # nothing is said
        shown.append(f"\nmsgctxt {quoted(context)}\n"
                     f"msgid {quoted(texts[1 - own])}\n"
                     f"msgstr {quoted(texts[own])}\n")
    return "".join(shown)


def entries(text):
    """Context, the other language's text and this one's."""
    entry, key = {}, None
    for number, line in enumerate(text.splitlines() + [""], 1):
        match = re.fullmatch(rf"(msgctxt|msgid|msgstr)\s+({LITERAL})\s*", line)
        if match:
            key = match.group(1)
            if key in entry:
                raise Wrong(f"line {number}: {key} again")
            entry[key] = plain(match.group(2))
        elif re.fullmatch(rf"\s*{LITERAL}\s*", line) and key:
            entry[key] += plain(line)
        elif line.startswith("#,") and "fuzzy" in line:
            raise Wrong(f"line {number}: not checked yet (fuzzy)")
        elif not line.strip() or line.startswith("#"):
            if "msgstr" in entry:
                yield entry.get("msgctxt"), entry["msgid"], entry["msgstr"]
                entry, key = {}, None
        else:
            raise Wrong(f"line {number}: {line}")


def around(text):
    """The blanks before and behind a text."""
    return re.match(r"\s*", text).group(), re.search(r"\s*$", text).group()


def check(context, old, new):
    if not new:
        raise Wrong(f"{context}: no text")
    if sorted(set(MARK.findall(old))) != sorted(set(MARK.findall(new))):
        raise Wrong(f"{context}: other marks than {MARK.findall(old)}")
    if "%(" in re.sub(r"%\([^()|]*\|[^()|]*\)", "", new):
        raise Wrong(f"{context}: a choice that is not %(one|many)")
    if around(old) != around(new):
        raise Wrong(f"{context}: other blanks before or behind it")
    if re.search("[\0-\x09\x0b-\x1f\x7f-\x9f]", new):
        raise Wrong(f"{context}: a control character")


def changes(text, known):
    """The language of a file, and its texts that are new, by context."""
    lang, new = None, {}
    for context, other, own in entries(text):
        if context is None and other == "":
            lang = re.search(r"^Language: (\w+)$", own, re.M).group(1)
            continue
        if lang not in LANGS:
            raise Wrong("no language that is said here")
        index = LANGS.index(lang)
        if context not in known:
            raise Wrong(f"{context}: there is no such sentence")
        if other != known[context][1 - index]:
            raise Wrong(f"{context}: the original has changed; write the file "
                        "anew")
        if own != known[context][index]:
            check(context, known[context][index], own)
            new[context] = own
    return lang, new


def put(text, macro, parts, index, new):
    """The text of a .def file with its new sentences."""
    shown, done = [], 0
    for start, end, arguments in rows(text, macro):
        touched = False
        for part, places in parts.items():
            context = f"{macro} {arguments[0]}{part}"
            if context in new:
                arguments[places[index]] = quoted(new[context])
                touched = True
        if touched:
            shown += [text[done:start], lay_out(macro, arguments)]
            done = end
    return "".join(shown) + text[done:]


def read(root, text):
    """Takes a file in; how many sentences are new."""
    texts = load(root)
    lang, new = changes(text, dict(sentences(texts)))
    for name, (macro, parts) in FILES.items():
        made = put(texts[name], macro, parts, LANGS.index(lang), new)
        if made != texts[name]:
            (root / name).write_text(made, encoding="utf-8")
    return len(new)


def main(arguments):
    try:
        if arguments[:1] == ["write"] and len(arguments) == 3 \
                and arguments[1] in LANGS:
            Path(arguments[2]).write_text(write(ROOT, arguments[1]),
                                          encoding="utf-8")
            return 0
        if arguments[:1] == ["read"] and len(arguments) == 2:
            text = Path(arguments[1]).read_text(encoding="utf-8")
            print(f"{read(ROOT, text)} taken in")
            return 0
    except (Wrong, OSError, UnicodeDecodeError) as wrong:
        print(f"catalogue.py: {wrong}", file=sys.stderr)
        return 1
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
