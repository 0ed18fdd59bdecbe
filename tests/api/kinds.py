#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Which checklist a document gets, by what it is and not by what it mentions.

Each text is a document of its own.  A regional programme and a municipality's
plan speak of agreements and promises, and those speak of plans, counties and
regions; none may take the other's checklist.  A kind without a checklist must
end in "no checklist fits" and be named.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

BUILD = Path(os.environ.get("BUILD", "build"))
ENV = dict(os.environ, SAMSYN_DATA="checklists")
NO_FIT = 5

# What it is said to be where there is no checklist for it.
TITLES = {"atgardsplan": "åtgärdsplan",
          "regional-samverkan": "regionalt samverkansprogram"}

# (name, the checklist it must get, text)
TABLE = (
    ("a programme with a plan in its title", "regional-samverkan",
     "# Programförklaring med handlingsplan 2026–2027\n\n"
     "Sundmarks län. Kommunerna har egna åtgärdsplaner.\n"),
    ("a programme that speaks of agreements", "regional-samverkan",
     "# Regionalt program mot brott i Sundmarks län\n\n"
     "Programmet ersätter inte kommunernas överenskommelser med polisen. "
     "Parterna åtar sig att delta i arbetsgrupperna.\n"),
    ("a regional agreement", "regional-samverkan",
     "# Regional överenskommelse om brottsförebyggande arbete\n\n"
     "Länsstyrelsen, Region Sundmark och polisområdet är parter i denna "
     "överenskommelse.\n"),
    ("a county's programme in capitals", "regional-samverkan",
     "LÄNSPROGRAM MOT BROTT\n\nLandshövdingen leder rådet. Vi lovar att "
     "stödja kommunerna.\n"),
    ("an agreement that names region and county", "overenskommelse",
     "# Samverkansöverenskommelse mellan Norrsunds kommun och "
     "lokalpolisområde Sundmark\n\nÖverenskommelsen följer det regionala "
     "programmet för Sundmarks län, som länsstyrelsen håller ihop.\n"),
    ("an agreement with a police region as a party", "overenskommelse",
     "# Överenskommelse mellan Ekvalla kommun och Polisregion Sundmark\n\n"
     "Parterna åtar sig att träffas varje kvartal.\n"),
    ("promises that name the county", "medborgarlofte",
     "# Medborgarlöften i Ekvalla 2026\n\nLöftena följer länets program. "
     "Polisen lovar att besöka skolorna.\n"),
    ("a municipality's plan that names the county", "atgardsplan",
     "# Lägesbild och åtgärdsplan för Norrsunds kommun\n\nLänsstyrelsen "
     "stödjer kommunerna. Antalet anmälda brott i länet har minskat.\n"),
    ("a plan by another name", "atgardsplan",
     "# Handlingsplan för ett tryggare Ekvalla 2026–2027\n\nPlanen hör ihop "
     "med överenskommelsen med polisen och med medborgarlöftena.\n"),
    ("a municipality's programme", "atgardsplan",
     "# Brottsförebyggande program 2026–2029\n\nEkvalla kommun. Regionen och "
     "länsstyrelsen bidrar med underlag. Vi lovar ingen mirakelkur.\n"),
    ("a plan under the Act", "atgardsplan",
     "# Plan mot brott enligt lagen (2023:196)\n\nBeslutad 2026-04-14.\n\n"
     "## Inledning\n\nKommunen har sedan länge en överenskommelse med "
     "lokalpolisområdet, och parterna åtar sig i den att bidra till planen "
     "med underlag, personal och tid varje år.\n"),
    ("a picture with a county in its title", "atgardsplan",
     "# Lägesbild och åtgärdsplan\n\nNorrsunds kommun, Sundmarks län\n"),
    ("a county's plan", "regional-samverkan",
     "# Regional handlingsplan mot brott i Sundmarks län\n\nLänsstyrelsen "
     "och länets kommuner har var sin åtgärdsplan.\n"),
    ("an agreement with a plan in it", "overenskommelse",
     "# Samverkansöverenskommelse med åtgärdsplan 2026\n\nParterna är "
     "Ekvalla kommun och lokalpolisområde Sundmark.\n"),
    ("an agreement that speaks of the plan", "overenskommelse",
     "# Samverkansöverenskommelse 2026–2029\n\nKommunen har en lägesbild och "
     "en åtgärdsplan enligt lagen (2023:196). Antalet anmälda brott ökar.\n"),
    ("promises that come from the plan", "medborgarlofte",
     "# Medborgarlöften 2026\n\nLöftena bygger på lägesbilden och "
     "åtgärdsplanen enligt lagen (2023:196).\n"),
)


def chosen(path):
    done = subprocess.run(
        [BUILD / "samsyn", "score", "--format", "json", "--date",
         "2026-11-22", str(path)], capture_output=True, text=True, env=ENV,
        timeout=60, check=False)
    if done.returncode == NO_FIT:
        return done.stderr
    if done.returncode:
        return f"status {done.returncode}: {done.stderr}"
    return json.loads(done.stdout)[0]["checklist"]["id"]


def fault(folder, row):
    name, wanted, text = row
    path = Path(folder) / "text.md"
    path.write_text(text, encoding="utf-8")
    got = chosen(path)
    if Path(f"checklists/{wanted}.yaml").exists():
        return None if got == wanted else f"{name}: {got}, not {wanted}"
    return None if TITLES[wanted] in got else f"{name}: is said to be: {got}"


def main():
    with tempfile.TemporaryDirectory() as folder:
        faults = [f for f in (fault(folder, row) for row in TABLE) if f]
    print(*faults, f"{len(TABLE) - len(faults)} passed, {len(faults)} failed",
          sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
