# SPDX-License-Identifier: MIT
"""Documents that hold the words of good ones and none of their worth.

Each maker takes a checklist (what it asks, its words) and a good document,
both as this module reads them, and gives Markdown.  Nothing is drawn at
random: the same tree gives the same documents.
"""

import csv
import hashlib
import os
import re
import subprocess
from pathlib import Path

# ---- Reading checklists and documents ----

TERM = re.compile(r"(?:word|head|modifier|phrase):\s*\"?([^\"{}\[\],]+)")
BARE = re.compile(r"^\s+- ([a-zåäö][^:{}\[\]]*\([a-z0-9=]+\))\s*$", re.M)
FORMS = re.compile(r"forms:\s*\[([^\]]*)\]")


def words_of(checklist):
    """Every word and phrase that a checklist and its parent look for."""
    text = checklist.read_text(encoding="utf-8")
    parent = re.search(r"^extends:\s*(\S+)", text, re.M)
    found = TERM.findall(text) + BARE.findall(text)
    for forms in FORMS.findall(text):
        found += [form.strip(" \"'") for form in forms.split(",")]
    words = {re.sub(r"\s*\([^)]*\)", "", word).strip() for word in found}
    if parent:
        words |= set(words_of(checklist.with_name(f"{parent.group(1)}.yaml")))
    return sorted(words - {""})


def folded(lines, indent):
    """The lines of a block scalar that are indented further, as one."""
    held = []
    for line in lines:
        if line.strip() and len(line) - len(line.lstrip()) <= indent:
            break
        held.append(line.strip())
    return " ".join(held).strip()


def swedish(lines, at):
    """The Swedish text of a key at line `at`, however it is written."""
    indent = len(lines[at]) - len(lines[at].lstrip())
    for i in range(at, min(at + 3, len(lines))):
        match = re.search(r"\bsv: *(.*)", lines[i])
        if match and match.group(1).startswith((">", "|")):
            return folded(lines[i + 1:], indent + 2)
        if match:
            return re.split(r"\"?, en:", match.group(1))[0].strip(" \"{}")
    return ""


def questions_of(checklist):
    """A dict for each criterion: title, question, why and advice."""
    lines = checklist.read_text(encoding="utf-8").splitlines()
    starts = [i for i, line in enumerate(lines)
              if re.match(r"      - id:", line)]
    for first, end in zip(starts, starts[1:] + [len(lines)]):
        found = {}
        for i in range(first, end):
            key = re.match(r"        (title|question|why|advice):", lines[i])
            if key:
                found[key.group(1)] = swedish(lines, i)
        yield found


def asked(checklist):
    """The same for a checklist that extends another: its parent's."""
    text = checklist.read_text(encoding="utf-8")
    parent = re.search(r"^extends:\s*(\S+)", text, re.M)
    if parent:
        checklist = checklist.with_name(f"{parent.group(1)}.yaml")
    return list(questions_of(checklist))


def blocks_of(text):
    """(kind, text) of Markdown: heading, item, row, rule, paragraph."""
    for block in re.split(r"\n\s*\n", text):
        lines = block.strip("\n").split("\n")
        if lines[0].startswith("|"):
            yield from (("rule" if re.fullmatch(r"[|\s:-]+", line) else
                         "head" if i == 0 else "row", line)
                        for i, line in enumerate(lines))
        elif lines[0].startswith("#"):
            yield "heading", lines[0]
            if lines[1:]:
                yield "paragraph", " ".join(lines[1:])
        elif re.match(r"\s*(?:[-*]|\d+\.) ", lines[0]):
            for item in re.split(r"\n(?=\s*(?:[-*]|\d+\.) )", block):
                yield "item", " ".join(item.split())
        elif block.strip():
            yield "paragraph", " ".join(block.split())


# A full stop, and a capital letter behind it that begins a sentence.
STOP = re.compile(r"(?:(?<=[a-zåäö0-9)”][.!?])|(?<=[.!?]\*\*))"
                  r"\s+(?=[A-ZÅÄÖ*]|\d{3})")


def reworked(text, sentence, cell):
    """A document with every sentence and every cell of a table changed."""
    out, before = [], ""
    for kind, block in blocks_of(text):
        if kind not in ("head", "rule", "row") or kind == "head":
            out.append("")
        elif before == "item" != kind:
            out.append("")
        if kind == "paragraph":
            block = " ".join(sentence(s) for s in STOP.split(block))
        elif kind == "item":
            mark, _, rest = block.partition(" ")
            block = mark + " " + " ".join(sentence(s)
                                          for s in STOP.split(rest))
        elif kind == "row":
            cells = [c.strip() for c in block.strip().strip("|").split("|")]
            block = "| " + " | ".join(cell(c) for c in cells) + " |"
        out.append(block)
        before = kind
    return "\n".join(out).strip() + "\n"


def lower_first(text):
    """A sentence as a clause behind other words; names keep their capital."""
    word = re.match(r"\**(\w+)", text)
    if not word or not re.match(r"[A-ZÅÄÖ][a-zåäö]", word.group(1)):
        return text
    at = word.start(1)
    return text[:at] + text[at].lower() + text[at + 1:]


VERB = re.compile(r"\b(är|har|ska|skall|kan|får|gör|går|ser|står|behöver|"
                  r"[a-zåäö]{2,}(?:ar|er|ör|år|ade|des|as|es|äms|öjs|örs))\b")
VERBS_NOT = re.compile(r"(?:ligen|ighets|kommunens|polisens|områdets|mötes|"
                       r"under|efter|över|eller|ansvar|åtgärder|problemens|"
                       r"vidare|dess|deras|senas|platser|kvällar|helger|"
                       r"resurser|brottslighetens|mopeder|lampor|timmar|insatser|elever|cyklar)$")


def finite_verb(text):
    """The first word that looks like a verb in the present or the past."""
    for match in VERB.finditer(text):
        if not VERBS_NOT.search(match.group()):
            return match
    return None


def behind_verb(text, words):
    """`words` behind the sentence's verb; None where it has none, as in a
    promise that goes on "we promise to"."""
    verb = None if text[:1].islower() else finite_verb(text)
    if not verb:
        return None
    return f"{text[:verb.end()]} {words}{text[verb.end():]}"


def before_stop(text, words):
    match = re.search(r"[.!?:]?\**$", text)
    return f"{text[:match.start()]} {words}{match.group()}"


# ---- Good documents, spoiled ----


def negated(text):
    """Nothing of it is so: a "not" behind each verb."""
    def sentence(one):
        return behind_verb(one, "inte") or f"inte {lower_first(one)}"
    return reworked(text, sentence, lambda cell: f"inte {lower_first(cell)}")


def denied(text):
    """Nothing of it is so: said before each sentence."""
    def sentence(one):
        if one[:1].islower() or one.endswith("**"):
            return f"inte {one}"
        return f"Det är inte så att {lower_first(one)}"
    return reworked(text, sentence,
                    lambda cell: f"Nej, inte {lower_first(cell)}")


HEDGES = ["vid behov", "om möjligt", "i mån av resurser", "eventuellt"]


def turns(words):
    """The words one after the other, from the first again."""
    state = {"n": -1}

    def turn():
        state["n"] += 1
        return words[state["n"] % len(words)]
    return turn


def hedged(text):
    """Everything if need be, if possible, as far as resources go."""
    turn = turns(HEDGES)

    def sentence(one):
        if " ska " in one:
            return before_stop(one.replace(" ska ", " kan komma att "),
                               turn())
        hedge = turn()
        return behind_verb(one, hedge) or before_stop(one, hedge)
    return reworked(text, sentence, lambda cell: f"{cell} ({turn()})")


def announced(text):
    """Everything is to be worked out during the year."""
    turn = turns(["Det ska under året tas fram en text om att",
                  "Under året ska det arbetas fram hur det blir så att",
                  "Ett förslag ska tas fram under året om att"])
    return reworked(text, lambda one: f"{turn()} {lower_first(one)}",
                    lambda cell: f"{cell} (ska tas fram under året)")


SAYS = ["säger Kim Alvner", "berättar Lo Bergvik", "skriver de",
        "heter det i texten"]


def reported(text):
    """A news article: by-line, lead paragraph, and the rest as quotations."""
    turn = turns(SAYS)
    out = ["# Kommunen och polisen skrev på i dag",
           "Av Mika Sandell, Ekvallabladet, publicerad i går klockan 15.40",
           "**Nu är det klart. På onsdagen skrev kommunen och polisen under "
           "ett papper som de har talat om i flera år.**",
           "Ekvallabladet har läst texten, som är på flera sidor. Så här "
           "står det bland annat:"]
    for kind, block in blocks_of(text):
        if kind in ("heading", "head", "rule"):
            continue
        plain = re.sub(r"\s*\|\s*", ", ", block.strip(" |"))
        plain = re.sub(r"^(?:[-*]|\d+\.) |[*_]", "", plain).rstrip(".")
        out.append(f"”{plain[:1].upper()}{plain[1:]}”, {turn()}.")
    out.append("Tidningen har sökt oppositionen för en kommentar.")
    return "\n\n".join(out) + "\n"


def quoted(text):
    """A news article that gives each block as a quotation of its own."""
    out = ["# Här är hela texten", "Av Mika Sandell, Ekvallabladet",
           "I går presenterades texten. Vi återger den i sin helhet."]
    for kind, block in blocks_of(text):
        if kind in ("heading", "head", "rule"):
            continue
        plain = re.sub(r"\s*\|\s*", ", ", block.strip(" |"))
        plain = re.sub(r"^(?:[-*]|\d+\.) |[*_]", "", plain)
        stop = "" if plain.endswith((".", "?", "!")) else "."
        out.append(f"”{plain}{stop}”")
    return "\n\n".join(out) + "\n"


def asked_of(text):
    """Everything is a question that nobody answers."""
    turn = turns(["Hur ska vi se till att", "Stämmer det att",
                  "Kan vi räkna med att"])

    def sentence(one):
        return f"{turn()} {lower_first(one).rstrip('.:!*')}?"
    return reworked(text, sentence, lambda cell: f"{cell.rstrip('.')}?")


def wished(text):
    """Everything is what somebody would like."""
    turn = turns(["Vi hoppas att", "Vi önskar att", "Det vore bra om",
                  "Vår vision är att"])
    return reworked(text, lambda one: f"{turn()} {lower_first(one)}",
                    lambda cell: f"vi hoppas på {lower_first(cell)}")


def elsewhere(text):
    """Everything is what they do in another town."""
    turn = turns(["I Grannköping har man skrivit att",
                  "Enligt Grannköpings kommun är det så där att",
                  "Vi har läst att de i Grannköping säger att"])
    return reworked(text, lambda one: f"{turn()} {lower_first(one)}",
                    lambda cell: f"i Grannköping: {lower_first(cell)}")


def former(text):
    """Everything is how it was before, and no longer is."""
    turn = turns(["Under förra perioden var det så att",
                  "I den förra överenskommelsen stod det att",
                  "Tidigare gällde att"])
    return reworked(text, lambda one: f"{turn()} {lower_first(one)}",
                    lambda cell: f"förra perioden: {lower_first(cell)}")


def supposed(text):
    """Everything hangs on a decision that nobody has taken."""
    turn = turns(["Om beslut fattas om det,", "Ifall nämnden säger ja,",
                  "Under förutsättning att pengar beviljas gäller att"])
    return reworked(text, lambda one: f"{turn()} {lower_first(one)}",
                    lambda cell: f"{cell}, om beslut fattas")


def attributed(text):
    """A news article without quotation marks."""
    turn = turns(["Enligt kommunchefen gäller att", "Kommunchefen säger att",
                  "Polischefen berättar att", "Enligt uppgift är det så att"])
    out = ["# Nytt papper mot brotten", "Av Mika Sandell, Ekvallabladet, "
           "publicerad i går klockan 15.40"]
    for kind, block in blocks_of(text):
        if kind in ("heading", "head", "rule"):
            continue
        plain = re.sub(r"\s*\|\s*", ", ", block.strip(" |"))
        plain = re.sub(r"^(?:[-*]|\d+\.) |[*_]", "", plain)
        out.append(" ".join(f"{turn()} {lower_first(one)}"
                            for one in STOP.split(plain)))
    return "\n\n".join(out) + "\n"


def sourced(text):
    """A good picture of the situation, in which each sentence says from whom
    it is.  Nothing is spoiled: who says something is a source."""
    turn = turns(["Rektorn uppger att", "Handlarna berättar att",
                  "Socialtjänsten säger att", "Fritidsledarna menar att"])
    return reworked(text, lambda one: f"{turn()} {lower_first(one)}",
                    lambda cell: cell)


def minuted(text):
    """Minutes of a meeting that talked of it and decided nothing."""
    turn = turns(["Ordföranden läste upp att", "Kim Alvner föreslog att",
                  "Mötet diskuterade om", "Lo Bergvik undrade över att"])
    out = ["# Minnesanteckningar från möte i trygghetsrådet",
           "Närvarande: Kim Alvner, Lo Bergvik, Mika Sandell.",
           "Mötet gick igenom ett utkast. Inget beslut fattades."]
    for kind, block in blocks_of(text):
        if kind in ("head", "rule"):
            continue
        if kind == "heading":
            out.append(f"§ {len(out)} {block.lstrip('# 0123456789')}")
            continue
        plain = re.sub(r"\s*\|\s*", ", ", block.strip(" |"))
        plain = re.sub(r"^(?:[-*]|\d+\.) |[*_]", "", plain)
        out.append(" ".join(f"{turn()} {lower_first(one)}"
                            for one in STOP.split(plain)))
    out.append("Ordföranden tackade och avslutade mötet.")
    return "\n\n".join(out) + "\n"


def told(text):
    """A tale with all its words: each in a sentence about something else."""
    turn = turns(["Draken drömde om {0} och flög vidare.",
                  "I sagan sjöng skogen om {0}, men kungen sov.",
                  "Det var en gång en liten räv som trodde på {0}.",
                  "Månen log åt {0} och gick ned bakom bergen."])
    out = ["# Sagan om draken"]
    for kind, block in blocks_of(text):
        if kind in ("heading", "head", "rule"):
            continue
        words = re.findall(r"[a-zåäö]{4,}", block)
        rows = [words[i:i + 4] for i in range(0, len(words), 4)]
        out.append(" ".join(turn().format(" och ".join(row))
                            for row in rows))
    return "\n\n".join(one for one in out if one) + "\n"


def headings_alone(text):
    return "\n\n".join(block for kind, block in blocks_of(text)
                       if kind == "heading") + "\n"


def contents_alone(text):
    """The title and its table of contents, with leaders and page numbers."""
    names = [block.lstrip("# ") for kind, block in blocks_of(text)
             if kind == "heading"]
    lines = [f"{name} {'.' * max(4, 60 - len(name))} {n + 2}"
             for n, name in enumerate(names[1:])]
    return f"# {names[0]}\n\n## Innehåll\n\n" + "  \n".join(lines) + "\n"


HOLES = ["[fyll i]", "XX", "........................", "[namn]",
         "[ange period]", "ÅÅÅÅ-MM-DD"]


def template(text):
    """Its headings, with instructions and holes in place of the text."""
    turn = turns(HOLES)
    ask = turns(["Beskriv här {0} och vem som ansvarar:",
                 "Ange {0}, med mål, åtgärd, ansvarig och datum:",
                 "Här skrivs {0} in. Ange också hur det följs upp:"])
    out = []
    for kind, block in blocks_of(text):
        if kind == "heading":
            name = re.sub(r"^#+ (?:\d+ )?", "", block).lower()
            out += [block, f"{ask().format(name)} {turn()}"]
        elif kind in ("head", "rule"):
            out.append(block)
        elif kind == "row":
            cells = block.strip().strip("|").split("|")
            out.append("| " + " | ".join(turn() for _ in cells) + " |")
    joined = "\n\n".join(out)
    return re.sub(r"\|\n\n\|", "|\n|", joined) + "\n"


# ---- Documents made of a checklist ----


def salad(words, length=12):
    """Words in an order that their digests give, a dozen a sentence."""
    mixed = sorted(words, key=lambda w: hashlib.sha256(w.encode()).digest())
    rows = [mixed[i:i + length] for i in range(0, len(mixed), length)]
    lines = [" ".join(row).capitalize() + "." for row in rows]
    return "\n\n".join(" ".join(lines[i:i + 5])
                       for i in range(0, len(lines), 5)) + "\n"


HEAVY = Path(os.environ.get("BUILD", "build"), "tests", "heavy")


def taught_text(checklist):
    """The words that a checklist and its passages hold, to weigh them."""
    with open(f"checklists/passages/{checklist.stem}.tsv",
              encoding="utf-8") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        texts = [row["text"] for row in rows]
    return " ".join(texts + words_of(checklist))


def heavy_words(checklist, folder):
    """For each class of a checklist's model its weightiest words."""
    text = folder / "words.txt"
    text.write_text(taught_text(checklist), encoding="utf-8")
    done = subprocess.run([HEAVY, checklist.with_suffix(".model"), text],
                          capture_output=True, check=True, timeout=60)
    lines = done.stdout.decode("utf-8").splitlines()
    return [line.split("\t")[2:] for line in lines]


# The commonest words, some more often than others, as texts have them.
COMMON = ["och", "att", "som", "i", "av", "på", "en", "är", "till", "och",
          "med", "för", "den", "ska", "de", "det", "att", "i"]


def mixed_in(words, common):
    """A common word behind each."""
    turn = turns(common)
    return [part for word in words for part in (word, turn())]


def loosely(words):
    """A common word behind every second."""
    turn = turns(COMMON)
    return [part for i, word in enumerate(words)
            for part in ([word, turn()] if i % 2 else [word])]


def heavy_rows(rows, common):
    """A sentence for each class, of its weightiest words."""
    lines = [" ".join(mixed_in(row, common) if common else row).capitalize()
             for row in rows]
    return "\n\n".join(". ".join(lines[i:i + 5]) + "."
                       for i in range(0, len(lines), 5)) + "\n"


def heavy(checklist, folder):
    """{name: text} of what weighs most in a checklist's model."""
    rows = heavy_words(checklist, folder)
    words = sorted({word for row in rows for word in row})
    return {
        "weightiest words": heavy_rows(rows, []),
        "weightiest words and three more": heavy_rows(rows, COMMON[:3]),
        "weightiest words in sentences": heavy_rows(rows, COMMON),
        "weightiest words, mixed": salad(mixed_in(words, COMMON)),
        "weightiest words, fewer small": heavy_rows(
            [loosely(row) for row in rows], []),
        "weightiest words, listed": word_list(words),
        "weightiest words, two a sentence": "\n\n".join(
            f"Vi är {' med '.join(row[i:i + 2])} i den och det."
            for row in rows for i in range(0, len(row), 2)) + "\n",
    }


def word_list(words):
    """The same words as a glossary is laid out: one an item."""
    return "\n".join(f"- {word}" for word in words) + "\n"


def questionnaire(criteria):
    out = ["# Självskattning: fyll i enkäten och skicka in den"]
    out += [f"{n}. {one['question']}\n\n   [ ] Ja  [ ] Delvis  [ ] Nej  [ ] Vet ej"
            for n, one in enumerate(criteria, 1)]
    return "\n\n".join(out) + "\n"


def titles(criteria):
    """The checklist itself, to tick off."""
    out = ["# Checklista: så ska texten vara"]
    out += [f"- [ ] {one['title']}. {one['question']}" for one in criteria]
    return out[0] + "\n\n" + "\n".join(out[1:]) + "\n"


def advice(criteria):
    """What the reports would say of an empty document."""
    return "# Råd\n\n" + "\n\n".join(
        f"## {one['title']}\n\n{one['why']}\n\n{one['advice']}"
        for one in criteria) + "\n"


OF_DOCUMENTS = {
    "negated": negated, "denied": denied, "hedged": hedged,
    "announced": announced, "reported": reported, "quoted": quoted,
    "asked": asked_of, "wished": wished, "elsewhere": elsewhere,
    "former": former, "supposed": supposed, "attributed": attributed,
    "minuted": minuted, "told": told,
    "headings alone": headings_alone, "contents alone": contents_alone,
    "template": template,
}


def of_checklist(checklist):
    """{name: text} of what a checklist alone gives."""
    criteria, words = asked(checklist), words_of(checklist)
    return {
        "salad": salad(words), "salad in long sentences": salad(words, 60),
        "word list": word_list(words),
        "questionnaire": questionnaire(criteria),
        "criteria to tick off": titles(criteria),
        "advice": advice(criteria),
    }


def guidance():
    """Guidance in words of our own on what a document should hold."""
    return {path.stem: path.read_text(encoding="utf-8")
            for path in sorted(Path("tests/laws/guidance").glob("*.md"))}
