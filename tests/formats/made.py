# SPDX-License-Identifier: MIT
"""Files in the formats that people have, made from Markdown when they are
needed and never stored: by pandoc, LibreOffice and Chromium, each run on many
files at once where it can be."""

import shutil
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

# A line of these documents is a line to whoever wrote it, as in Word.
MARKDOWN = "gfm+hard_line_breaks"


def absent(*programs):
    """Those that are not installed."""
    return [program for program in programs if not shutil.which(program)]


def missing(name):
    """The programs that a format needs and that are not installed."""
    return absent(*PROGRAMS[name])


def run(command, seconds, **rest):
    done = subprocess.run(command, capture_output=True, timeout=seconds,
                          check=False, **rest)
    if done.returncode != 0:
        raise RuntimeError(f"{command[0]} failed: "
                           f"{done.stderr.decode(errors='replace')[-500:]}")
    return done.stdout


def pandoc(source, target, *options):
    run(["pandoc", "-f", MARKDOWN, "-o", str(target), *options, str(source)],
        60)


def soffice(sources, to, folder):
    """All files in one start, with a profile of its own."""
    if not sources:
        return
    with tempfile.TemporaryDirectory() as profile:
        run(["soffice", f"-env:UserInstallation=file://{profile}",
             "--headless", "--norestore", "--convert-to", to, "--outdir",
             str(folder), *map(str, sources)], 60 + 20 * len(sources))


def chromium(source, target):
    with tempfile.TemporaryDirectory() as profile:
        run(["chromium", "--headless", "--no-sandbox", "--disable-gpu",
             "--disable-dev-shm-usage", f"--user-data-dir={profile}",
             "--no-pdf-header-footer", f"--print-to-pdf={target}",
             source.as_uri()], 120)


# ---- Pages as municipalities publish them ----

# Marked as HTML means it to be.
PAGE = """<!doctype html>
<html lang="sv"><head><meta charset="utf-8">
<title>Trygghet - Ekvalla kommun</title>
<meta name="description" content="Så arbetar vi för en trygg kommun">
<style>.hidden {{ display: none }}</style><script>window.menu = "<p>x</p>";
</script></head><body class="page menu-closed has-cookies">
<a class="skip-link" href="#innehall">Hoppa till innehållet</a>
<div class="cookie-consent" role="dialog" aria-label="Kakor"><h2>Vi använder
kakor</h2><p>Webbplatsen använder kakor för att fungera och för att vi ska
kunna följa upp hur den används. Du bestämmer själv vilka du godkänner.</p>
<button>Godkänn alla</button><button>Bara nödvändiga</button></div>
<header><a href="/"><img src="logotyp.svg" alt="Ekvalla kommun"></a>
<form role="search"><label for="q">Sök</label><input id="q"><button>Sök</button>
</form><nav aria-label="Huvudmeny"><ul><li><a href="/barn">Barn och skola</a>
<li><a href="/omsorg">Omsorg</a><li><a href="/trygghet">Trygghet och säkerhet
</a></ul></nav></header>
<div class="breadcrumbs"><a href="/">Start</a> / <a href="/t">Trygghet</a></div>
<nav class="local"><ul><li><a href="/a">Brottsförebyggande arbete</a>
<li><a href="/b">Krisberedskap</a><li><a href="/c">Räddningstjänst</a></ul></nav>
<main id="innehall"><div class="tools"><button>Lyssna</button></div>
{body}
<div class="share"><p>Dela sidan</p><ul><li><a href="#">Facebook</a><li>
<a href="#">LinkedIn</a></ul></div>
<form class="feedback"><p>Hjälpte informationen på sidan dig? Berätta för oss
vad du saknar så att vi kan göra den bättre.</p><button>Ja</button>
<button>Nej</button></form><p>Sidan uppdaterad: 12 mars</p></main>
<aside><h2>Kontakt</h2><p>Kontaktcenter svarar på vardagar klockan 8 till 16
och hjälper dig vidare i ditt ärende.</p></aside>
<footer><h2>Ekvalla kommun</h2><p>Kommunen ansvarar för webbplatsen. Vi följer
upp hur den används varje år.</p><ul><li><a href="/kakor">Om kakor</a></ul>
</footer></body></html>
"""

# Made of div and of tables, without any mark of what is what but names, and
# not in UTF-8.
OLD_PAGE = """<html><head><meta http-equiv="Content-Type"
content="text/html; charset=iso-8859-1"><title>Ekvalla kommun</title></head>
<body bgcolor="white"><div id="cookie-bar">Webbplatsen använder kakor. Om du
går vidare godkänner du att vi använder dem. <a href="#">Jag godkänner</a></div>
<div id="header"><a href="/">Ekvalla kommun</a> <a href="/sok">Sök</a></div>
<table width="960" border="0"><tr><td width="200" valign="top"><ul
class="sidebar-menu"><li><a href="/1">Start</a><li><a href="/2">Trygghet</a>
<li><a href="/3">Barn och skola</a></ul></td><td valign="top">
<div class="breadcrumb">Du är här: <a href="/">Start</a> &gt; Trygghet</div>
<div class="text">
{body}
</div><div class="social-links"><a href="#">Facebook</a></div></td></tr></table>
<div id="footer">Ekvalla kommun, Storgatan 1, 123 45 Ekvalla. Kommunen tar emot
besök på vardagar och svarar på brev inom tre dagar.</div></body></html>
"""


def page(source, target):
    body = run(["pandoc", "-f", MARKDOWN, "-t", "html", str(source)], 60)
    target.write_text(PAGE.format(body=body.decode()), encoding="utf-8")


def old_page(source, target):
    body = run(["pandoc", "-f", MARKDOWN, "-t", "html4", str(source)], 60)
    text = OLD_PAGE.format(body=body.decode())
    target.write_bytes(text.encode("cp1252", errors="xmlcharrefreplace"))


def html(source, target):
    pandoc(source, target, "-s", "--metadata", "pagetitle=dokument")


# ---- All of them ----

def of_each(make, suffix):
    """One file at a time, two at once."""
    def make_all(sources, folder, made):
        del made
        targets = [folder / (path.stem + suffix) for path in sources]
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(make, sources, targets))
    return make_all


def by_soffice(of, to):
    """From what another format's files were made to."""
    def make_all(sources, folder, made):
        soffice([made[of][path.stem] for path in sources], to, folder)
    return make_all


def by_chromium(sources, folder, made):
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda path: chromium(made["html"][path.stem],
                                            folder / (path.stem + ".pdf")),
                      sources))


def pdf(tagged):
    value = "true" if tagged else "false"
    return ('pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean",'
            f'"value":"{value}"}}}}')


# Name, ending, how they are made; those that others are made of come first.
FORMATS = [
    ("docx", ".docx", of_each(pandoc, ".docx")),
    ("odt", ".odt", of_each(pandoc, ".odt")),
    ("docx-libreoffice", ".docx", by_soffice("odt", "docx")),
    ("odt-libreoffice", ".odt", by_soffice("docx", "odt")),
    ("pdf", ".pdf", by_soffice("docx", pdf(False))),
    ("pdf-tagged", ".pdf", by_soffice("docx", pdf(True))),
    ("html", ".html", of_each(html, ".html")),
    ("pdf-chromium", ".pdf", by_chromium),
    ("html-page", ".html", of_each(page, ".html")),
    ("html-old", ".html", of_each(old_page, ".html")),
]
# What each is made by, and read.
PROGRAMS = {
    "docx": ["pandoc"], "odt": ["pandoc"], "html": ["pandoc"],
    "html-page": ["pandoc"], "html-old": ["pandoc"],
    "docx-libreoffice": ["pandoc", "soffice"],
    "odt-libreoffice": ["pandoc", "soffice"],
    "pdf": ["pandoc", "soffice", "pdftotext"],
    "pdf-tagged": ["pandoc", "soffice", "pdftotext"],
    "pdf-chromium": ["pandoc", "chromium", "pdftotext"],
}
# What a format is made of, beside Markdown.
MADE_OF = {"docx-libreoffice": "odt", "odt-libreoffice": "docx", "pdf": "docx",
           "pdf-tagged": "docx", "pdf-chromium": "html"}


def make(sources, folder, wanted):
    """The files of the wanted formats: {format: {stem: path}}."""
    needed = set(wanted) | {MADE_OF[name] for name in wanted
                            if name in MADE_OF}
    made = {}
    for name, suffix, make_all in FORMATS:
        if name not in needed:
            continue
        place = Path(folder) / name
        place.mkdir(parents=True, exist_ok=True)
        make_all(sources, place, made)
        made[name] = {path.stem: place / (path.stem + suffix)
                      for path in sources}
        for path in made[name].values():
            if not path.is_file():
                raise RuntimeError(f"{path} was not made")
    return made
