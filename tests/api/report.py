#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Reports as files that are handed on.

The HTML report is taken apart: it loads and runs nothing, every link has its
target, headings are in order, tables have captions and their headers scopes,
verdicts have a word beside the symbol, evidence and text refer to each other.
A document and a checklist that are full of markup change none of that.  And
without quotes no four words in a row of a document stand in any format.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from html.parser import HTMLParser
from pathlib import Path

sys.path[:0] = ["tests/support"]
from tally import named, tally  # noqa: E402

BUILD = Path(os.environ.get("BUILD", "build"))
EXAMPLES = sorted(Path("examples").glob("*/*.md")) \
    + sorted(Path("examples").glob("*/*.txt"))
EXAMPLES = [p for p in EXAMPLES if p.parent.name != "teach"]
HOSTILE = Path("tests/browser/hostile.md")
PAGES = ["html", "brief-html"]
FORMATS = ["text", "json", "brief", "todo", "csv", "csv-plain", "sarif",
           *PAGES]

ALLOWED = {
    "html", "head", "meta", "title", "style", "body", "a", "svg", "symbol",
    "circle", "path", "use", "rect", "g", "text", "tspan", "header", "main",
    "footer", "nav", "section", "article", "div", "h1", "h2", "h3", "h4", "h5",
    "h6", "p", "span", "br", "small", "dl", "dt", "dd", "ol", "ul", "li",
    "blockquote", "strong", "details", "summary", "table", "caption", "thead", "tbody",
    "tr", "th", "td", "mark", "pre", "code"}
VOID = {"meta", "br"}
SVG_VOID = {"circle", "path", "rect"}
ATTRIBUTES = {
    "lang", "charset", "http-equiv", "content", "name", "class", "href", "id",
    "viewbox", "aria-hidden", "aria-labelledby", "tabindex", "scope", "role",
    "x", "y", "width", "height", "cx", "cy", "r", "d", "fill", "stroke",
    "stroke-width", "preserveaspectratio"}
POLICY = "default-src 'none'; style-src 'unsafe-inline'"


class Page(HTMLParser):
    """What the tests ask of a page, gathered in one reading."""

    def __init__(self, text):
        super().__init__()
        self.faults, self.open, self.ids = [], [], []
        self.links, self.headings, self.counts = [], [], {}
        self.policy = None
        self.tables = []  # [captions, headers without scope]
        self.verdicts = []  # the words of each
        self.marks = []
        self.feed(text)
        self.close()
        if self.open:
            self.faults.append(f"left open: {self.open}")

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.counts[tag] = self.counts.get(tag, 0) + 1
        if tag not in ALLOWED:
            self.faults.append(f"an element that is none of ours: {tag}")
        for name in attrs:
            if name not in ATTRIBUTES:
                self.faults.append(f"an attribute that is none of ours: {name}")
        self.note(tag, attrs)
        if tag not in VOID and tag not in SVG_VOID:
            self.open.append((tag, attrs.get("class", "")))

    handle_startendtag = handle_starttag

    def note(self, tag, attrs):
        if "id" in attrs:
            self.ids.append(attrs["id"])
        if "href" in attrs:
            self.links.append((attrs["href"], attrs.get("class")))
        if attrs.get("http-equiv") == "Content-Security-Policy":
            self.policy = attrs["content"]
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag == "table":
            self.tables.append([0, 0])
        if tag == "caption":
            self.tables[-1][0] += 1
        if tag == "th" and "scope" not in attrs:
            self.tables[-1][1] += 1
        if tag == "mark":
            self.marks.append(attrs.get("id"))
        if tag == "span" and attrs.get("class", "").startswith("verdict"):
            self.verdicts.append("")

    def handle_endtag(self, tag):
        if not self.open or self.open[-1][0] != tag:
            self.faults.append(f"</{tag}> where {self.open[-1:]} is open")
        else:
            self.open.pop()

    def handle_data(self, data):
        for _, name in self.open:
            if name.startswith("verdict"):
                self.verdicts[-1] += data.strip()


def in_order(headings):
    return headings[:1] == [1] and headings.count(1) == 1 and all(
        b <= a + 1 for a, b in zip(headings, headings[1:]))


def page_faults(text):
    page = Page(text)
    yield from page.faults
    if page.policy != POLICY:
        yield f"policy: {page.policy}"
    if len(set(page.ids)) != len(page.ids):
        yield f"ids twice: {sorted(i for i in page.ids if page.ids.count(i) > 1)[:3]}"
    for href, _ in page.links:
        if not href.startswith("#") or href[1:] not in page.ids:
            yield f"a link to nowhere: {href}"
    if not in_order(page.headings):
        yield f"headings: {page.headings}"
    for captions, unscoped in page.tables:
        if captions != 1 or unscoped:
            yield f"a table with {captions} captions, {unscoped} bare headers"
    if not all(page.verdicts):
        yield "a verdict without words"
    if page.counts.get("main") != 1 or page.counts.get("title", 0) < 1:
        yield "not one main, or no title"
    if re.search(r"<(?!!DOCTYPE|/?[a-z])|&(?![a-z]+;|#39;)", text):
        yield "a bare < or &"
    if re.search("uppfyller lagen|lagkrav", text, re.I):
        yield "it speaks of fulfilling the law"


def counted(path, *options):
    """How many stretches counted, those of each criterion apart."""
    element = json.loads(score(path, "--format", "json", *options)[0])[0]
    return sum(len({(e["document"], e["start"], e["end"])
                    for e in one["evidence"]}) for one in element["criteria"])


def both_ways(text, expected):
    """Evidence leads to a mark, and each of it has its way back."""
    page = Page(text)
    to_text = [h[1:] for h, c in page.links if re.fullmatch(r"#s\d+-\d+", h)]
    back = [h for h, c in page.links if c == "back"]
    named = [m for m in page.marks if m]
    if len(back) != expected:
        return [f"{len(back)} ways back from {expected} stretches"]
    lost = set(named) - set(to_text)
    return [f"marks that nothing leads to: {sorted(lost)[:3]}"] if lost else []


def score(path, *options):
    env = dict(os.environ, SAMSYN_DATA="checklists", LC_ALL="C")
    done = subprocess.run([BUILD / "samsyn", "score", *options, path],
                          capture_output=True, env=env, check=False,
                          stdin=subprocess.DEVNULL, timeout=120)
    return done.stdout.decode(), done.stderr.decode(), done.returncode


# ---- Without quotes ----

def runs(text, length=4):
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[i:i + length]) for i in range(len(words) - length + 1)}


def lists_words():
    found = set()
    for path in Path("checklists").glob("*.yaml"):
        found |= runs(path.read_text(encoding="utf-8"))
    return found


def leaks(path, known, *options):
    """Runs of words of a document in what is shown without quotes, but for
    those that the program or a checklist says of every document."""
    own = runs(path.read_text(encoding="utf-8")) - known
    out, err, code = score(path, "--no-quotes", *options)
    if code != 0 or not out:
        return [f"exit {code}: {err}"]
    shown = runs(re.sub("<[^>]*>", " ", out) + " " + err)
    return [" ".join(found) for found in sorted(own & shown)[:3]]


def quote_rows():
    known = lists_words()
    # What is said of any document: that of one with other words.
    for options in FORMATS:
        other = score(HOSTILE, "--checklist", "overenskommelse", "--format",
                      options)[0]
        known |= runs(re.sub("<[^>]*>", " ", other)) - runs(
            HOSTILE.read_text(encoding="utf-8"))
    for path in EXAMPLES:
        for form in FORMATS:
            yield f"{path} {form} without quotes", leaks(
                path, known, "--format", form)
    yield "an account without quotes", leaks(
        EXAMPLES[0], known, "--explain", "a04")


# ---- Markup everywhere ----

MARKUP = "</title></style><script>hit()</script><img src=x onerror=hit()>\"' a"


def hostile_rows(folder):
    name = folder / "<img src=x onerror=hit()>\"' & åäö.md"
    name.write_bytes(HOSTILE.read_bytes())
    checklist = folder / "lokal.yaml"
    text = MARKUP.replace("'", "''")
    both = f"{{sv: '{text}', en: '{text}'}}"
    checklist.write_text(
        "checklist: lokal\nextends: overenskommelse\n"
        f"version: '{text}'\ntitle: {both}\nbasis: {both}\n"
        f"change:\n  a01: {{title: {both}, advice: {both}, why: {both}, "
        f"model: '{text}', question: {both}}}\n"
        f"  a09: {{title: {both}, advice: {both}, model: '{text}'}}\n",
        encoding="utf-8")
    for form in PAGES:
        for extra in ([], ["--no-quotes"], ["--lang", "en"]):
            out, err, code = score(name, "--checklist", checklist, "--format",
                                   form, *extra)
            faults = [f"exit {code}: {err}"] if code else []
            faults += page_faults(out)
            if "hit()&lt;/script&gt;" not in out:
                faults.append("the markup is not shown as text")
            yield f"hostile {form} {extra}", faults


OWN = re.compile(r"(#{1,2} |- \[ \] \*\*(?=.*\*\*)|- (?!\[)|  > |  )?")


def markup_left(text):
    """Whether Markdown would act on anything in a line of text."""
    bare = re.sub(r"\\.", "x", text)
    return re.search(r"[<>\[\]*_`#|!&~$@{}]|://|www\.", bare) \
        or re.match(r"\s*[-+=]|\s*\d+[.)]", bare)


def markdown_faults(text):
    """Beside our own marks nothing is left that Markdown acts on."""
    for line in text.splitlines():
        rest = line[OWN.match(line).end():]
        if line.startswith("- [ ] **"):
            rest = rest.replace("**", "", 1)
        if markup_left(rest):
            yield f"markup is left: {line}"


def todo_rows(folder):
    """Of the hostile document and checklist, which hostile_rows() made."""
    for name in [*EXAMPLES, *folder.glob("*.md")]:
        extra = ["--checklist", folder / "lokal.yaml"] \
            if name.parent == folder else []
        out, err, code = score(name, *extra, "--format", "todo")
        yield f"todo {name.name}", [err] if code else list(markdown_faults(out))


def page_rows():
    for path in EXAMPLES:
        for form in PAGES:
            for lang in ("sv", "en"):
                out, _, code = score(path, "--format", form, "--lang", lang)
                faults = [f"exit {code}"] if code else list(page_faults(out))
                if form == "html" and not code:
                    faults += both_ways(out, counted(path))
                yield f"{path} {form} {lang}", faults
    annexed = ["--checklist", "overenskommelse", "--annex", EXAMPLES[0]]
    out, _, _ = score(HOSTILE, *annexed, "--format", "html")
    yield "an annex", [*page_faults(out),
                       *both_ways(out, counted(HOSTILE, *annexed))]


def main():
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        for rows in (page_rows(), hostile_rows(Path(folder)),
                     todo_rows(Path(folder)), quote_rows()):
            faults += named(rows)
    return tally(faults)


if __name__ == "__main__":
    sys.exit(main())
