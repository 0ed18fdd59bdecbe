#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What the Swedish language pack recognises by its form, and what it must
not: years, school years, sections and telephone numbers are no quantities,
and a town is no named place.  Each text is a document of its own, judged by a
checklist made here with a criterion for each entity."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

BUILD = Path(os.environ.get("BUILD", "build"))
ENV = dict(os.environ, SAMSYN_DATA="checklists")

# entity: (texts that have it, texts that do not)
TABLE = {
    "quantity": (
        ["Minst tolv kontroller görs.", "Andelen är 31 procent.",
         "Polisen besöker 40 skolor.", "Från 140 till högst 100 stölder.",
         "Färre än 50 anmälningar kommer in.", "Två stycken bommar sätts upp.",
         "Det blir 0,5 procentenheter färre."],
        ["Löftet gäller 2026.", "Eleverna i årskurs 7 får besök.",
         "Enligt 14 kap 1 § ska det anmälas.", "Ring 114 14 eller 112.",
         "Ungdomar 10–18 år deltar.", "Tillsyn enligt LOV 3 görs."]),
    "any-count": (
        ["Femtiotvå ärenden påbörjas.", "Åtta bommar monteras.",
         "Bommar sätts upp på 45 platser.", "Var tionde elev svarar.",
         "Högst 25 svarar så.", "Trettiofem timmar öronmärks."],
        ["Löftet gäller 2026.", "Eleverna i årskurs 7 får besök.",
         "Enligt 14 kap 1 § ska det anmälas.", "Klockan 20 stängs grinden.",
         "Den 3 oktober är det möte.", "En bom monteras."]),
    "titled-person": (
        ["Undertecknas av Kim Ahl, kommunstyrelsens ordförande.",
         "Kontakta säkerhetschefen Lo Berg.", "Värd är Kim Ahl, kommundirektör.",
         "Ansvarig: Lo Berg", "Frågor besvaras av Kim Ahl (kommunpolis)."],
        ["Kim Ahl och Lo Berg möts.", "Säkerhetschefen leder mötet.",
         "Ansvarig är Ekvalla Kommun.", "Kim Ahl bor i Ekvalla."]),
    "complete-set": (
        ["Samtliga skolor får besök.", "Polisen besöker alla butiker.",
         "Varje butik får besök.", "Alla 34 cykelställ gås igenom."],
        ["Alla ska känna sig trygga.", "Samtliga bör vara med.",
         "Skolorna får besök."]),
    "frequency": (
        ["Polisen går där på fredagar.", "Hastigheten mäts varje vecka.",
         "Det görs två gånger per termin.", "Gruppen möts varannan torsdag.",
         "Rapport lämnas kvartalsvis."],
        ["Hastigheten mäts löpande.", "Det görs regelbundet.",
         "Det görs vid behov.", "På fredag är det möte."]),
    "within-time": (
        ["Klotter saneras inom 24 timmar.", "Svar ges samma dag.",
         "Det lagas inom en vecka."],
        ["Klotter saneras snarast.", "Ungdomar 10–18 år deltar."]),
    "term-time": (
        ["Lamporna byts före höstlovet.", "Det görs i april–juni.",
         "Kontrollerna görs vecka 20.", "Det pågår året runt."],
        ["Det görs löpande.", "Det görs på sikt."]),
    "named-place": (
        ["Buskarna på Ågatan röjs.", "Häckarna vid Norra Lillån klipps.",
         "Polisen finns vid Björksta station.",
         "Farten längs Storgatan mäts."],
        ["Buskarna i parken röjs.", "Polisen finns i Björksta.",
         "Under 2026 röjs buskarna."]),
    "in-place": (
        ["Polisen finns i Björksta."],
        ["Polisen finns i centrum.", "I maj finns polisen där."]),
    "age-group": (
        ["Eleverna i årskurs 7 får besök.", "Tjejer 13–16 år bjuds in.",
         "Alla sexor får besök.", "De som fyllt 75 får besök."],
        ["Under 2026 görs besök.", "Ungdomar får besök.",
         "Det tar fyra år."]),
    "part-of-day": (
        ["Polisen är där kvällstid.", "Grinden stängs klockan 22.",
         "De går ut varje fredagskväll."],
        ["Polisen är där ofta.", "Det görs 22 gånger."]),
    "people": (
        ["412 invånare svarade.", "Svar kom från 37 medarbetare."],
        ["Invånarna svarade.", "Det gjordes 37 kontroller."]),
    "share": (
        ["Var femte känner oro.", "Hälften svarade nej.",
         "34 procent undviker stationen."],
        ["Flera känner oro.", "Den femte maj är det möte."]),
    "during-year": (
        ["Det görs under 2026.", "Löften för 2026."],
        ["Det görs under året.", "Den 3 maj 2026 skrevs det under."]),
    "period": (
        ["Gäller 1 mars 2026 – 28 februari 2027.",
         "Gäller 1 nov. 2025 t.o.m. 31 okt. 2026.",
         "Gäller 15/2 2025 – 14/2 2026.",
         "Gäller från midsommar 2025 till midsommar 2026.",
         "Gäller januari–december 2026."],
        ["Gäller under 2026.", "Gäller från den 1 mars 2026.",
         "Gäller tills vidare."]),
    "date": (
        ["Den tredje mars 2025 börjar det.", "Den 1 sept. 2023 börjar det.",
         "2026-02-03 skrevs det under."],
        ["I mars 2025 börjar det.", "Den 3 mars börjar det."]),
    "place-date": (
        ["Björksta den 3 februari 2026", "Björksta 2026-02-03"],
        ["Den 3 februari 2026 är det möte.", "Björksta i februari"]),
    "postal-address": (
        ["Skriv till Box 12.", "Adressen är 999 99 Björksta."],
        ["Bygg 12 bommar.", "Ring 114 14 i Björksta."]),
}

HEAD = """recognise: {kinds: [medborgarlofte]}
checklist: prov
version: "1"
language: sv
title: {sv: Prov, en: Test}
basis: {sv: Eget, en: Own}
sources: {PROV: Prov}
areas:
  - id: prov
    title: {sv: Prov, en: Test}
    criteria:
"""

CRITERION = """      - id: {0}
        code: {0}
        title: {{sv: t, en: t}}
        question: {{sv: f, en: q}}
        why: {{sv: v, en: w}}
        advice: {{sv: r, en: a}}
        model: m
        source: PROV
        weight: nice
        level: document
        met: {{find: {{entity: {0}}}, accept: [hedged, negated, announced]}}
"""


def verdicts(folder, texts):
    """The verdicts by criterion of each text, in order."""
    paths = []
    for i, text in enumerate(texts):
        paths.append(folder / f"{i}.txt")
        paths[-1].write_text(text + "\n", encoding="utf-8")
    done = subprocess.run(
        [BUILD / "samsyn", "score", "--format", "json", "--checklist",
         folder / "prov.yaml", *paths], capture_output=True, text=True,
        env=ENV, timeout=120, check=False)
    if done.returncode:
        sys.exit(f"status {done.returncode}: {done.stderr}")
    return [{c["id"]: c["verdict"] for c in element["criteria"]}
            for element in json.loads(done.stdout)]


def main():
    passed = failed = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "prov.yaml").write_text(
            HEAD + "".join(CRITERION.format(e) for e in TABLE),
            encoding="utf-8")
        for entity, (has, has_not) in TABLE.items():
            found = verdicts(folder, has + has_not)
            for i, text in enumerate(has + has_not):
                wanted = "met" if i < len(has) else "not_met"
                passed += found[i][entity] == wanted
                if found[i][entity] != wanted:
                    failed += 1
                    print(f"{entity}: {text} is {found[i][entity]}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
