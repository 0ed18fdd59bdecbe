/* SPDX-License-Identifier: MIT */

/* Plain text to blocks. */

#include "document/read.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "support/document_dump.h"
#include "support/ledger.h"

#define LONG_LINE                                                              \
    "Det här är en rad av det slag som löpande text består av, tills den tar "

static struct sample {
    const char *name, *input, *blocks;
} samples[] = {
    { "paragraphs", "Ett stycke\nsom fortsätter.\n\nEtt till.\n",
      "P Ett stycke som fortsätter.\nP Ett till.\n" },
    { "other line ends", "Ett.\r\n\r\nTvå.\r\rTre.\n \t\nFyra.",
      "P Ett.\nP Två.\nP Tre.\nP Fyra.\n" },
    { "divided words", "Det är brottsföre-\n  byggande, polis-\noch mer.",
      "P Det är brottsförebyggande, polis- och mer.\n" },

    { "a line for each paragraph",
      "Bakgrund\n" LONG_LINE LONG_LINE LONG_LINE
      "slut.\nHär är ett kort.\n" LONG_LINE LONG_LINE LONG_LINE "slut.\n",
      "H1? Bakgrund\nP " LONG_LINE LONG_LINE LONG_LINE
      "slut.\nP Här är ett kort.\nP " LONG_LINE LONG_LINE LONG_LINE "slut.\n" },

    /* Headings. */
    { "title and headings",
      "Överenskommelse om samverkan\n\nBakgrund\n\n" LONG_LINE
      "slut.\n\nMål\n" LONG_LINE "slut.\n",
      "H1? Överenskommelse om samverkan\nH3? Bakgrund\nP " LONG_LINE
      "slut.\nH3? Mål\nP " LONG_LINE "slut.\n" },
    { "title of three lines",
      "   Överenskommelse mellan\n   Ortens kommun\n   och polisen\n\n"
      "Text följer.\n",
      "H1? Överenskommelse mellan Ortens kommun och polisen\n"
      "P Text följer.\n" },
    { "date below a title", "Medborgarlöfte för Orten\n1 mars 2022\n\nText.\n",
      "H1? Medborgarlöfte för Orten\nP 1 mars 2022\nP Text.\n" },
    { "capital letters", "AVTAL OM\nSAMVERKAN\n\nText följer.\n\nMÅL\n\nMer.\n",
      "H1? AVTAL OM SAMVERKAN\nP Text följer.\nH2? MÅL\nP Mer.\n" },
    { "soft hyphens take no room",
      "POL\xC2\xADIS\xC2\xAD"
      "EN OCH\nVI ALLA\n\nText följer.\n\n"
      "Inte slut på raden där det nästa långa\ns\xC2\xAD"
      "a\xC2\xADm"
      "\xC2\xADm\xC2\xAD"
      "a ordet finns, en rad till här så.\n",
      "H1? POLISEN OCH VI ALLA\nP Text följer.\n"
      "P Inte slut på raden där det nästa långa samma ordet finns, en rad "
      "till här så.\n" },
    { "numbered",
      "Text först.\n\n1   Bakgrund\n\nText.\n\n1.1 Läget\n\nText.\n\n"
      "2. Mål\n" LONG_LINE "slut.\n\n§ 3. Tid\n\nText.\n\nA.1 Allt\n\nText.\n",
      "P Text först.\nH2? 1 Bakgrund\nP Text.\nH3? 1.1 Läget\nP Text.\n"
      "H2? 2. Mål\nP " LONG_LINE "slut.\nH2? § 3. Tid\nP Text.\nH3? A.1 Allt\n"
      "P Text.\n" },
    { "annex", "Text först.\n\nBilaga 1. Plan\n\nText.\n",
      "P Text först.\nH1? Bilaga 1. Plan\nP Text.\n" },
    { "no headings behind the text",
      LONG_LINE
      "slut.\n\nFrågor besvaras av Kim Alvner, kim@ekvalla.exempel\n\n"
      "Text.\n\nGäller 15 januari–31 december 2025\n\nText.\n\n"
      "Kim Alvner, chef för polisområdet\n\nText.\n",
      "P " LONG_LINE "slut.\nP Frågor besvaras av Kim Alvner, "
      "kim@ekvalla.exempel\nP Text.\nP Gäller 15 januari–31 december 2025\n"
      "P Text.\nP Kim Alvner, chef för polisområdet\nP Text.\n" },
    { "numbered items are no headings",
      LONG_LINE
      "slut.\n\n1. En trygg station\n   " LONG_LINE "\n   " LONG_LINE
      "slut.\n\n2. Ett mål\n   " LONG_LINE "\n   " LONG_LINE
      "slut.\n\nDessutom gäller detta.\n\n1. Ett\n\n2. Två\n\nText.\n",
      "P " LONG_LINE "slut.\nI1 En trygg station " LONG_LINE LONG_LINE
      "slut.\nI1 Ett mål " LONG_LINE LONG_LINE
      "slut.\nP Dessutom gäller detta.\nI1 Ett\nI1 Två\nP Text.\n" },
    { "no headings",
      "Text först.\n\nDnr KS 2021/418-33\n\nOrten den 12 maj 2022\n\n"
      "Parterna ska. Polisen ska\n\nAntagen 2022-03-01\n\nVi lovar att:\n\n"
      "Göra mer\n\nSlut\n",
      "P Text först.\nP Dnr KS 2021/418-33\nP Orten den 12 maj 2022\n"
      "H3? Parterna ska. Polisen ska\nP Antagen 2022-03-01\nP Vi lovar att:\n"
      "P Göra mer\nP Slut\n" },
    { "sentence inside", "Text först.\n\nSå är det. Den fylls ut av\n\nText.\n",
      "P Text först.\nP Så är det. Den fylls ut av\nP Text.\n" },
    { "at the end", "Text först.\n\nRubrik utan text\n",
      "P Text först.\nP Rubrik utan text\n" },

    /* Lists. */
    { "bullets",
      "Vi ska:\n  • ett\n    som går vidare\n  • två\n\nText efter.\n",
      "P Vi ska:\nI1 ett som går vidare\nI1 två\nP Text efter.\n" },
    { "all sorts of bullets",
      "Följande gäller.\n\n- ett\n- två\n\n* tre\n\no   fyra\n\n"
      "\xEF\x82\xB7 fem\n\n1. sex\n2. sju\n\n1) åtta\n\n(a) nio\n\nA.  tio\n",
      "P Följande gäller.\nI1 ett\nI1 två\nI1 tre\nI1 fyra\nI1 fem\nI1 sex\n"
      "I1 sju\nI1 åtta\nI1 nio\nI1 tio\n" },
    { "bullets of other fonts",
      "Följande gäller.\n\no fem\n\n+ sex\n\n> sju\n\n\xE2\x88\x92 åtta\n\n"
      "\xC2\xBB nio\n\n\xEF\xBF\xBD tio\n\n•elva\n\n➤ tolv\n",
      "P Följande gäller.\nI1 fem\nI1 sex\nI1 sju\nI1 åtta\nI1 nio\nI1 tio\n"
      "I1 elva\nI1 tolv\n" },
    { "numbers that were read badly",
      "Polisen ska:\n\nl . Synas mer.\n\n2 . Höras mer.\n\n3: Lyssna.\n",
      "P Polisen ska:\nI1 Synas mer.\nI1 Höras mer.\nI1 Lyssna.\n" },
    { "no numbers",
      "Text först.\n\nKlockan 3: 20 kom de, 7 .\n\nl är ingen etta.\n",
      "P Text först.\nP Klockan 3: 20 kom de, 7 .\nP l är ingen etta.\n" },
    { "a list on one line",
      "1 Löften 2023 Vi lovar att: • synas mer • prata mer. • lyssna. Sedan\n",
      "P 1 Löften 2023 Vi lovar att:\nI1 synas mer\nI1 prata mer.\n"
      "I1 lyssna. Sedan\n" },
    { "bullets on lines of their own",
      "Vi ska:\n\n•\nSynas mer på stan.\n•\n\nHöras mer.\n\n1.\nLyssna.\n\n"
      "-\n\n- ett\n",
      "P Vi ska:\nI1 Synas mer på stan.\nI1 Höras mer.\nI1 Lyssna.\n"
      "P -\nI1 ett\n" },
    { "items without bullets",
      "Text först.\n\nDet här lovar vi:\n\nÖkad närvaro\n\nBättre ljus\n\n"
      "Fler samtal\n\nUppföljning\n\nVi följer upp det här.\n",
      "P Text först.\nP Det här lovar vi:\nP Ökad närvaro\nP Bättre ljus\n"
      "P Fler samtal\nH3? Uppföljning\nP Vi följer upp det här.\n" },
    { "numbers without a mark",
      "Områden följer.\n\n 1  Tidiga insatser\n"
      " 2  Våld i nära relation\n\nText.\n",
      "P Områden följer.\nI1 Tidiga insatser\nI1 Våld i nära relation\n"
      "P Text.\n" },
    { "nested", "Vi ska:\n\n- ett\n   - två\n   - tre\n- fyra\n",
      "P Vi ska:\nI1 ett\nI2 två\nI2 tre\nI1 fyra\n" },
    { "paragraph in an item",
      "Text som inte är indragen.\n\nMer av den.\n\n- ett\n\n  mer av ett\n\n"
      "- två\n",
      "P Text som inte är indragen.\nP Mer av den.\nI1 ett mer av ett\n"
      "I1 två\n" },
    { "no items",
      LONG_LINE
      "inte\n- som alla vet - slut på flera rader i följd, år\n"
      "2022. De ska göra det som står i överenskommelsen, se avsnitt\n"
      "3. Därefter.\n",
      "P " LONG_LINE "inte - som alla vet - slut på flera rader i följd, år "
      "2022. De ska göra det som står i överenskommelsen, se avsnitt 3. "
      "Därefter.\n" },
    { "items that are wrapped without indentation",
      "Vi ska:\n- göra det som " LONG_LINE "\nPolisen och andra har sagt.\n"
      "- ett till\nDärefter gäller den här raden.\n",
      "P Vi ska:\nI1 göra det som " LONG_LINE "Polisen och andra har sagt.\n"
      "I1 ett till\nP Därefter gäller den här raden.\n" },
    { "no blank lines at all",
      "Läget i kommunen\n" LONG_LINE "\nsom det är.\nMål och medel\n" LONG_LINE
      "\nsom det var.\n" LONG_LINE "\nsom det blir.\nVi lovar att:\n"
      "synas mer\nprata mer\nUppföljning\n" LONG_LINE "\ntill sist.\n",
      "H1? Läget i kommunen\nP " LONG_LINE "som det är.\nH3? Mål och medel\n"
      "P " LONG_LINE "som det var.\nP " LONG_LINE "som det blir.\n"
      "P Vi lovar att:\nP synas mer\nP prata mer\nH3? Uppföljning\n"
      "P " LONG_LINE "till sist.\n" },
    { "short lines below full ones",
      "Läget i kommunen är sådant. Det gäller\nfrån den 3 maj 2022\n\n"
      "• Polisen ska göra mer av sådant som syns på stan om kvällarna i år.\n"
      "Insatser mot narkotika\n• Polisen ska söka med hund i skolan.\n",
      "P Läget i kommunen är sådant. Det gäller från den 3 maj 2022\n"
      "I1 Polisen ska göra mer av sådant som syns på stan om kvällarna i år.\n"
      "H3? Insatser mot narkotika\nI1 Polisen ska söka med hund i skolan.\n" },
    { "a paragraph on each line",
      "Löften 2023\nDet här har vi kommit fram till.\nVi lovar det här\n"
      "Polisen ska synas mer på stan om kvällarna\nKommunen ska tända.\n"
      "Båda ska prata mer med de unga på gården\n",
      "H1? Löften 2023\nP Det här har vi kommit fram till.\n"
      "H3? Vi lovar det här\nP Polisen ska synas mer på stan om kvällarna\n"
      "P Kommunen ska tända.\nP Båda ska prata mer med de unga på gården\n" },
    { "text after items", "Vi ska:\n- ett\n- två\nDärefter gäller text.\n",
      "P Vi ska:\nI1 ett\nI1 två\nP Därefter gäller text.\n" },

    /* Pages. */
    { "page furniture",
      "Ortens kommun      Sida 1 (2)\n\nText som går över till\n\nutkast 1\n"
      "\fOrtens kommun      Sida 2 (2)\n\nnästa sida.\n\nutkast 1\n",
      "Pf Ortens kommun Sida 1 (2)\nP Text som går över till nästa sida.\n"
      "Pf utkast 1\nPf Ortens kommun Sida 2 (2)\nPf utkast 1\n" },
    { "a new paragraph on a new page",
      "Sidhuvud\n\nText.\n\fSidhuvud\n\nNy text.\n",
      "Pf Sidhuvud\nP Text.\nPf Sidhuvud\nP Ny text.\n" },
    { "a small letter on a new page", "Här är slut.\n\fliten början.\n",
      "P Här är slut.\nP liten början.\n" },
    { "later on the page",
      "Huvud\n\nText som\n\fHuvud\n\nfortsätter, men\n\n"
      "den här raden gör det inte.\n",
      "Pf Huvud\nP Text som fortsätter, men\nPf Huvud\n"
      "P den här raden gör det inte.\n" },
    { "a title is no furniture",
      "AVTAL\nTrygga Orten\n\nDet första.\n\fTrygga Orten\n\nDet andra.\n"
      "\fTrygga Orten\n\nDet tredje.\n",
      "H1? AVTAL\nH3? Trygga Orten\nP Det första.\nPf Trygga Orten\n"
      "P Det andra.\nPf Trygga Orten\nP Det tredje.\n" },
    { "numbered headings are no furniture",
      "Sidhuvud\n\nDet första.\n\fSidhuvud\n\nOmråde 1\n\nDet andra.\n"
      "\fSidhuvud\n\nOmråde 2\n\nDet tredje.\n",
      "Pf Sidhuvud\nP Det första.\nPf Sidhuvud\nH3? Område 1\n"
      "P Det andra.\nPf Sidhuvud\nH3? Område 2\nP Det tredje.\n" },
    { "furniture without form feeds",
      "Ortens kommun                Sida 1\n\nText.\n\n"
      "Ortens kommun                Sida 2\n\nMer.\n\n"
      "Ortens kommun                Sida 3\n\nSlut.\n",
      "Pf Ortens kommun Sida 1\nP Text.\nPf Ortens kommun Sida 2\nP Mer.\n"
      "Pf Ortens kommun Sida 3\nP Slut.\n" },
    { "list over a page", "Huvud\n\nVi ska:\n\n- ett\n\fHuvud\n\n- två\n",
      "Pf Huvud\nP Vi ska:\nI1 ett\nPf Huvud\nI1 två\n" },

    { "furniture of two lines",
      "Senast ändrad av dem som har hand om sidan\nden tredje maj\nText.\n\n"
      "Mer text.\n",
      "Pf Senast ändrad av dem som har hand om sidan\nPf den tredje maj\n"
      "P Text.\nP Mer text.\n" },
    { "furniture of a web page",
      "Lyssna på sidan  Lyssna\n\nAtt dela\n\nText som är\ndela. Lyssna på "
      "mer.\n"
      "\nVi ska:\n\n• dela\n• lyssna\n\nDELA\nsenast A\314\210ndrad: 3 maj "
      "av\n\n"
      "Dela med er, lyssna\n",
      "Pf Lyssna på sidan Lyssna\nH1? Att dela\n"
      "P Text som är dela. Lyssna på mer.\nP Vi ska:\nPf • dela\nPf • lyssna\n"
      "Pf DELA\nPf senast Ändrad: 3 maj av\nP Dela med er, lyssna\n" },

    /* Contents. */
    { "table of contents",
      "Innehåll\n\n1 Mål .......... 1\n2 Ett långt namn på\n  ett avsnitt .... "
      "2\n"
      "Slut           3\n\nMål\n\nText.\n",
      "H1? Innehåll\nPc 1 Mål .......... 1\nPc 2 Ett långt namn på\n"
      "Pc ett avsnitt .... 2\nPc Slut 3\nH3? Mål\nP Text.\n" },

    { "table of contents without numbers of pages",
      "Innehåll\n\nBakgrund\n\nMål\nBilaga 1 Karta\n\nBakgrund\n\nText.\n",
      "H1? Innehåll\nPc Bakgrund\nPc Mål\nPc Bilaga 1 Karta\n"
      "H3? Bakgrund\nP Text.\n" },

    /* Tables. */
    { "titles over numbered rows",
      "Nr   Vad som ska göras    Det vi väntar oss\n"
      "1    Byta lås             Färre inbrott\n"
      "2    Tända lampor         Fler på torget\n",
      "T0.0? Nr\nT0.1? Vad som ska göras\nT0.2? Det vi väntar oss\n"
      "C1.0? 1\nC1.1? Byta lås\nC1.2? Färre inbrott\nC2.0? 2\n"
      "C2.1? Tända lampor\nC2.2? Fler på torget\n" },
    { "titles over two columns",
      "Område      Syfte\nUnga        Att färre rekryteras till gängen\n"
      "Stationen   Att fler vågar resa på kvällen\n",
      "T0.0? Område\nT0.1? Syfte\nC1.0? Unga\n"
      "C1.1? Att färre rekryteras till gängen\nC2.0? Stationen\n"
      "C2.1? Att fler vågar resa på kvällen\n" },
    { "ruled table",
      "Text.\n\n  Insats        Ansvarig     Tid\n"
      "  ------------------------------\n"
      "  Byta lås      Fastighets-  Maj\n"
      "                chefen\n"
      "  Tända lampor  Kommunen     Juni\n\nText.\n",
      "P Text.\nT0.0? Insats\nT0.1? Ansvarig\nT0.2? Tid\nC1.0? Byta lås\n"
      "C1.1? Fastighetschefen\nC1.2? Maj\nC2.0? Tända lampor\n"
      "C2.1? Kommunen\nC2.2? Juni\nP Text.\n" },
    { "table without a rule",
      "Åtgärd              Mot    Mål\n1.1  Nya ställ       A      1\n"
      "     vid stationen\n1.2  Nya lås         B      1\n",
      "T0.0? Åtgärd\nT0.1? Mot\nT0.2? Mål\n"
      "C1.0? 1.1 Nya ställ vid stationen\nC1.1? A\nC1.2? 1\n"
      "C2.0? 1.2 Nya lås\nC2.1? B\nC2.2? 1\n" },
    { "rows with blank lines between",
      "Forum          Deltagare           Hur ofta\n\n"
      "Rådet          Kommunchef och      varje kvartal\n"
      "               polischef\n\n"
      "Gruppen        Fältare             varje vecka\n\n",
      "T0.0? Forum\nT0.1? Deltagare\nT0.2? Hur ofta\nC1.0? Rådet\n"
      "C1.1? Kommunchef och polischef\nC1.2? varje kvartal\nC2.0? Gruppen\n"
      "C2.1? Fältare\nC2.2? varje vecka\n" },
    { "numbers set to the right",
      "Brott                    2022        2023\n"
      "Stöld av drivmedel   14  (6,5)     9  (4)\n"
      "Skadegörelse              133           8\n",
      "T0.0? Brott\nT0.1? 2022\nT0.2? 2023\nC1.0? Stöld av drivmedel\n"
      "C1.1? 14 (6,5)\nC1.2? 9 (4)\nC2.0? Skadegörelse\nC2.1? 133\n"
      "C2.2? 8\n" },
    { "narrow gaps",
      "Nr  Insats               Tid\n 1  Nya lås              Maj\n"
      " 2  Nya lampor           Juni\n",
      "T0.0? Nr\nT0.1? Insats\nT0.2? Tid\nC1.0? 1\nC1.1? Nya lås\n"
      "C1.2? Maj\nC2.0? 2\nC2.1? Nya lampor\nC2.2? Juni\n" },
    { "rows below an empty cell",
      "Område       Åtgärd             Tid\n"
      "-----------------------------------\n"
      "Skade-       Bättre belysning   Maj\n"
      "görelse\n"
      "             Rondering          Juni\n\n"
      "             Klotter bort       Juli\n",
      "T0.0? Område\nT0.1? Åtgärd\nT0.2? Tid\nC1.0? Skadegörelse\n"
      "C1.1? Bättre belysning\nC1.2? Maj\nC2.1? Rondering\n"
      "C2.2? Juni\nC3.1? Klotter bort\nC3.2? Juli\n" },
    { "names are no titles",
      "Eva Rosen      Tomas Lid       Hans Ek\n"
      "Chef           Polischef       Direktör\n"
      "Länet          Polisen         Regionen\n",
      "C0.0? Eva Rosen\nC0.1? Tomas Lid\nC0.2? Hans Ek\nC1.0? Chef\n"
      "C1.1? Polischef\nC1.2? Direktör\nC2.0? Länet\nC2.1? Polisen\n"
      "C2.2? Regionen\n" },
    { "as many blank lines as there are",
      "Åtgärd            Ansvar         Klart\n\n\n"
      "Tänd parken       Kommunen       maj 2023\n\n\n\n\n\n\n\n"
      "Gå på torget      Polisen        juni 2023\n",
      "T0.0? Åtgärd\nT0.1? Ansvar\nT0.2? Klart\n"
      "C1.0? Tänd parken\nC1.1? Kommunen\nC1.2? maj 2023\n"
      "C2.0? Gå på torget\nC2.1? Polisen\nC2.2? juni 2023\n" },
    { "another table below",
      "Dokumenttyp: en överenskommelse       Diarienr: 2023\n"
      "Handläggare: Anna                     Datum: 2022\n\n"
      "Version   Datum        Ändring\n"
      "0.9       2022-11-04   Utkast\n"
      "1.0       2022-12-12   Justerad\n",
      "C0.0? Dokumenttyp: en överenskommelse\nC0.1? Diarienr: 2023\n"
      "C1.0? Handläggare: Anna\nC1.1? Datum: 2022\nT2.0? Version\n"
      "T2.1? Datum\nT2.2? Ändring\nC3.0? 0.9\nC3.1? 2022-11-04\n"
      "C3.2? Utkast\nC4.0? 1.0\nC4.1? 2022-12-12\nC4.2? Justerad\n" },
    { "a row that heads others",
      "Område A               Ansvarig     När\n"
      "---------------------------------------\n"
      "Pröva upplägget        Länet        Maj\n\n"
      "Område B\n"
      "Starta jourtelefon     Regionen     Juni\n",
      "T0.0? Område A\nT0.1? Ansvarig\nT0.2? När\nC1.0? Pröva upplägget\n"
      "C1.1? Länet\nC1.2? Maj\nC2.0? Område B\nC3.0? Starta jourtelefon\n"
      "C3.1? Regionen\nC3.2? Juni\n" },
    { "decomposed letters in columns",
      "a\314\212a\314\212a\314\212a\314\212a\314\212a\314\212   Vem     Tid\n"
      "Röja     Alla    Maj\n"
      "Tända    Polis   Juni\n",
      "T0.0? åååååå\nT0.1? Vem\nT0.2? Tid\nC1.0? Röja\nC1.1? Alla\n"
      "C1.2? Maj\nC2.0? Tända\nC2.1? Polis\nC2.2? Juni\n" },
    { "lists side by side",
      "POLISEN LOVAR          KOMMUNEN LOVAR\n\n"
      "• att synas            • att tända\n  mer                    lampor\n\n"
      "• att prata            • att sanera\n",
      "H3? POLISEN LOVAR\nI1? att synas mer\nI1? att prata\n"
      "H3? KOMMUNEN LOVAR\nI1? att tända lampor\nI1? att sanera\n" },
    { "text in two columns",
      "   1a Porten stänger först     2a Bussen går klockan\n"
      "      efter en minut.             tjugo.\n\n"
      "   1b Ingen går förbi.         2b Öl säljs ur bilar.\n",
      "C0.0? 1a Porten stänger först efter en minut.\n"
      "C0.1? 2a Bussen går klockan tjugo.\nC1.0? 1b Ingen går förbi.\n"
      "C1.1? 2b Öl säljs ur bilar.\n" },
    { "a gap is no table", "Orten den      /      2019.\n\nText.\n",
      "P Orten den / 2019.\nP Text.\n" },
    { "a heading after a table",
      "Vad          Vem\nLås          Chefen\nLampor       Kommunen\n\n"
      "OMRÅDE TVÅ     MER\n\nText.\n",
      "C0.0? Vad\nC0.1? Vem\nC1.0? Lås\nC1.1? Chefen\nC2.0? Lampor\n"
      "C2.1? Kommunen\nH1? OMRÅDE TVÅ MER\nP Text.\n" },

    /* Tables between marks. */
    { "a line between all rows",
      "Text.\n\n+--------+-------+\n| Vad    | Vem   |\n+========+=======+\n"
      "| Lås på | Ada   |\n| torget | Berg  |\n+--------+-------+\n"
      "| Ljus   |       |\n+--------+-------+\n\nMer.\n",
      "P Text.\nT0.0? Vad\nT0.1? Vem\nC1.0? Lås på torget\nC1.1? Ada Berg\n"
      "C2.0? Ljus\nP Mer.\n" },
    { "a line below the titles",
      "┌────────┬───────┐\n│ Vad    │ Vem   │\n├────────┼───────┤\n"
      "│ Lås på │ Ada   │\n│        │ och Bo│\n│ Ljus   │ Cia   │\n"
      "└────────┴───────┘\n",
      "T0.0? Vad\nT0.1? Vem\nC1.0? Lås på\nC1.1? Ada och Bo\nC2.0? Ljus\n"
      "C2.1? Cia\n" },
    { "cells over columns",
      "| Vad   | Vem  | När  |\n|-------|------|------|\n"
      "| Våren               |\n| Lås   | Ada   | Maj |\n"
      "| Ljus  | Bo och Cia  |\n",
      "T0.0? Vad\nT0.1? Vem\nT0.2? När\nC1.0? Våren\nC2.0? Lås\nC2.1? Ada\n"
      "C2.2? Maj\nC3.0? Ljus\nC3.1? Bo och Cia\n" },
    { "bars without edges",
      "Vad | Vem\nLås | Ada\nLjus | Bo\n\nEkvalla | Norrsund\n2026 | 2028\n",
      "C0.0? Vad\nC0.1? Vem\nC1.0? Lås\nC1.1? Ada\nC2.0? Ljus\nC2.1? Bo\n"
      "P Ekvalla | Norrsund 2026 | 2028\n" },
    { "tabs",
      "Text.\nVad\tVem\tNär\nLås\tAda\tMaj\n\tBo\tJuni\nLjus\t\tJuli\t\n"
      "Lampor\tCia\t\n\nMer.\n",
      "P Text.\nT0.0? Vad\nT0.1? Vem\nT0.2? När\nC1.0? Lås\nC1.1? Ada\n"
      "C1.2? Maj\nC2.1? Bo\nC2.2? Juni\nP Ljus Juli Lampor Cia\nP Mer.\n" },
    { "tabs behind labels and in lines to fill in",
      "Text:\n1.\tAda\n2.\tBo\n3.\tCia\n\nNamn:\t\tAda\nTid:\t\t\tMaj\n",
      "P Text:\nI1 Ada\nI1 Bo\nI1 Cia\nP Namn: Ada Tid: Maj\n" },
    { "lines across without cells",
      "+----+\n+----+\n+----+\n\nText | mer.\n+----+\n+----+\n\nSlut.\n",
      "P +----+ +----+ +----+\nP Text | mer. +----+ +----+\nP Slut.\n" },

    /* Signatures. */
    { "signature",
      "Avtalet gäller.\n\nDet kan sägas upp.\n\n\n"
      "Orten den 1 maj 2022        Orten den 2 maj 2022\n\n\n"
      "......................      ....................\n"
      "Anna Berg                   Bo Ek\n"
      "Ordförande                  Polischef\n",
      "P Avtalet gäller.\nP Det kan sägas upp.\nC0.0?S Orten den 1 maj 2022\n"
      "C0.1?S Orten den 2 maj 2022\nC1.0?S Anna Berg\nC1.1?S Bo Ek\n"
      "C2.0?S Ordförande\nC2.1?S Polischef\n" },
    { "signature of one",
      "Avtalet gäller.\n\nDet kan sägas upp.\n\nOrten 2022-05-01\n\n"
      "________________\nAnna Berg, ordförande\n",
      "P Avtalet gäller.\nP Det kan sägas upp.\nPS Orten 2022-05-01\n"
      "PS Anna Berg, ordförande\n" },
};

static samsyn_status
make(struct samsyn_document **out, const char *input,
     const samsyn_allocator *mem)
{
    struct samsyn_config config = config_default;

    config.mem = *mem;
    return document_read(out, str_of(input), "x.txt", SAMSYN_FORMAT_TEXT,
                         dump_language(), &config, NULL);
}

static void
test_sample(void **state)
{
    const struct sample *sample = *state;
    samsyn_status status = SAMSYN_E_NOMEM;

    for (size_t n = 0; status == SAMSYN_E_NOMEM; n++) {
        struct ledger ledger = { .budget = n };
        samsyn_allocator mem = ledger_allocator(&ledger);
        struct samsyn_document *document = NULL;

        assert_in_range(n, 0, 300);
        status = make(&document, sample->input, &mem);
        assert_true((status == SAMSYN_OK) == (document != NULL));
        if (document) {
            struct buf out;

            buf_init(&out, &mem_default, SIZE_MAX);
            dump_blocks(&out, document);
            assert_string_equal(out.data, sample->blocks);
            buf_done(&out);
        }
        document_free(document);
        assert_int_equal(ledger.live, 0);
    }
    assert_int_equal(status, SAMSYN_OK);
}

int
main(void)
{
    struct CMUnitTest tests[ARRAY_LEN(samples)];

    for (size_t i = 0; i < ARRAY_LEN(samples); i++) {
        tests[i] = (struct CMUnitTest){ .name = samples[i].name,
                                        .test_func = test_sample,
                                        .initial_state = &samples[i] };
    }
    return cmocka_run_group_tests_name("text", tests, NULL, NULL);
}
