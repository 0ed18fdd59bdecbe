/* SPDX-License-Identifier: MIT */
#ifndef SUPPORT_PDF_SAMPLES_H
#define SUPPORT_PDF_SAMPLES_H

/* Pages as scripts, which test_read_pdf_text.c explains, and the blocks that
 * are made of them. */

#define BODY                                                                     \
    "72 400 Det här är en rad som är lång nog för att visa hur brett som\n" \
    "72 414 texten brukar vara satt i ett dokument, så att marginalen syns\n"   \
    "72 428 och så att avståndet mellan två rader i ett stycke blir känt.\n"
#define BODY_BLOCK                                                                \
    "P Det här är en rad som är lång nog för att visa hur brett som texten " \
    "brukar vara satt i ett dokument, så att marginalen syns och så att "       \
    "avståndet mellan två rader i ett stycke blir känt.\n"

static struct sample {
    const char *name, *script, *blocks;
} samples[] = {
    { "paragraphs",
      BODY "72 460 Ett stycke.\n72 490 Ett till som räcker över\n"
           "72 504 två rader.\n",
      BODY_BLOCK "P Ett stycke.\nP Ett till som räcker över två rader.\n" },
    { "a divided word",
      BODY "72 460 Det brotts-\n72 474 förebyggande arbetet\n",
      BODY_BLOCK "P Det brottsförebyggande arbetet\n" },
    { "headings by size",
      "72 72 20b Titel\n72 110 16b Under\n72 150 14b Under det\n" BODY
      "72 460 16b Nästa som\n72 478 16b är lång\n72 510 Text.\n",
      "H1 Titel\nH2 Under\nH3 Under det\n" BODY_BLOCK
      "H2 Nästa som är lång\nP Text.\n" },
    { "headings by weight",
      "72 372 12b Bakgrund\n" BODY
      "72 460 12b Viktigt: detta är en mening.\n72 490 Text.\n"
      "72 520 12b 2.1 Mål\n72 550 Mer.\n",
      "H6? Bakgrund\n" BODY_BLOCK "P Viktigt: detta är en mening.\nP Text.\n"
      "H3? 2.1 Mål\nP Mer.\n" },
    { "headings by words",
      "72 372 1 Bakgrund\n" BODY "72 460 Mål och syfte\n72 490 Text.\n",
      "H2? 1 Bakgrund\n" BODY_BLOCK "H3? Mål och syfte\nP Text.\n" },
    { "headings by the outline",
      "> 1 Bakgrund\n> 2 Mål och mening.\n72 372 Bakgrund\n" BODY
      "72 460 Mål och mening.\n72 490 Text.\n",
      "H1 Bakgrund\n" BODY_BLOCK "H2 Mål och mening.\nP Text.\n" },
    { "a list",
      BODY "84 460 \xE2\x80\xA2 | 108 ett som är så långt att det\n"
           "108 474 räcker över två rader\n"
           "84 489 \xE2\x80\xA2 | 108 två\n108 504 - | 120 inne i två\n"
           "84 519 \xE2\x80\xA2 | 108 tre\n72 545 Slut.\n",
      BODY_BLOCK "I1 ett som är så långt att det räcker över två rader\n"
                 "I1 två\nI2 inne i två\nI1 tre\nP Slut.\n" },
    { "numbers and letters",
      BODY "72 460 Vi ska:\n84 474 1. | 108 börja\n84 488 2. | 108 sluta\n"
           "84 510 a) ett\n84 524 b) annat\n",
      BODY_BLOCK "P Vi ska:\nI1 börja\nI1 sluta\nI1 ett\nI1 annat\n" },
    { "a list without labels",
      BODY "72 460 Vi ordnar:\n90 476 vandringar med föreningarna\n"
           "90 490 kaffe i hamnen\n90 504 samtal i alla klasser\n"
           "72 532 Slut.\n",
      BODY_BLOCK "P Vi ordnar:\nI1 vandringar med föreningarna\n"
                 "I1 kaffe i hamnen\nI1 samtal i alla klasser\nP Slut.\n" },
    { "a paragraph set in",
      BODY "90 460 Det här är något som någon annan har skrivit, och\n"
           "90 474 det räcker över två rader.\n",
      BODY_BLOCK "P Det här är något som någon annan har skrivit, och det "
                 "räcker över två rader.\n" },
    { "speech",
      BODY "72 460 \xE2\x80\x93 Nu gör vi färre saker, säger Kim Berg.\n"
           "72 490 Det blir bättre så.\n",
      BODY_BLOCK "P \xE2\x80\x93 Nu gör vi färre saker, säger Kim Berg.\n"
                 "P Det blir bättre så.\n" },
    { "dashes and strokes at the end of a row",
      BODY "72 460 Det gäller åren 2024\xE2\x80\x93\n72 474 2026 och "
           "kommun/\n72 488 polis.\n",
      BODY_BLOCK "P Det gäller åren 2024\xE2\x80\x93"
                 "2026 och kommun/polis.\n" },
    { "over a page, and another paragraph",
      BODY "72 700 Det här är en rad som tar slut precis vid marginalen, med "
           "punkt.\n"
           "page\n72 72 Den går på här.\n",
      BODY_BLOCK
      "P Det här är en rad som tar slut precis vid marginalen, med punkt. "
      "Den går på här.\n" },
    { "a table",
      BODY "72 460 12b Åtgärd | 200 12b Ansvarig | 350 12b Tid\n"
           "72 480 Vandra i parken | 200 Kommunen | 350 maj\n"
           "72 494 varje kväll | 200 och polisen\n"
           "72 514 Klippa häcken | 200 Kommunen | 350 juni\n"
           "72 545 Slut på det.\n",
      BODY_BLOCK "T0.0 Åtgärd\nT0.1 Ansvarig\nT0.2 Tid\n"
                 "C1.0 Vandra i parken varje kväll\n"
                 "C1.1 Kommunen och polisen\nC1.2 maj\n"
                 "C2.0 Klippa häcken\nC2.1 Kommunen\nC2.2 juni\n"
                 "P Slut på det.\n" },
    { "a table set in the middle",
      BODY "72 460 12b Vad | 200 12b Vem\n200 480 Kommunen och\n"
           "72 487 Vandra i parken\n200 494 polisen\n"
           "72 520 Klippa häcken | 200 Kommunen\n72 560 Slut på det hela.\n",
      BODY_BLOCK "T0.0 Vad\nT0.1 Vem\nC1.0 Vandra i parken\n"
                 "C1.1 Kommunen och polisen\nC2.0 Klippa häcken\n"
                 "C2.1 Kommunen\nP Slut på det hela.\n" },
    { "titles in the middle over text to the left",
      BODY "105 460 12b År | 207 12b Anmälda rån | 361 12b Hot\n"
           "72 480 2022 | 160 9 | 330 34\n72 500 2023 | 160 14 | 330 41\n"
           "72 520 2024 (t.o.m.\n160 527 19 | 330 49\n72 534 okt)\n"
           "72 565 Slut på det.\n",
      BODY_BLOCK "T0.0 År\nT0.1 Anmälda rån\nT0.2 Hot\n"
                 "C1.0 2022\nC1.1 9\nC1.2 34\nC2.0 2023\nC2.1 14\nC2.2 41\n"
                 "C3.0 2024 (t.o.m. okt)\nC3.1 19\nC3.2 49\n"
                 "P Slut på det.\n" },
    { "a column without a title beside an empty one",
      BODY "200 460 12b Klart | 300 12b Vem\n"
           "72 480 Vandra | 300 Kommunen\n72 500 Klippa | 300 Polisen\n"
           "72 520 Lysa upp | 300 Kommunen\n72 551 Slut på det.\n",
      BODY_BLOCK "T0.1 Klart\nT0.2 Vem\nC1.0 Vandra\nC1.2 Kommunen\n"
                 "C2.0 Klippa\nC2.2 Polisen\nC3.0 Lysa upp\n"
                 "C3.2 Kommunen\nP Slut på det.\n" },
    { "a table without room between its rows",
      BODY "72 460 Åtgärd | 200 Ansvarig | 350 Tid\n"
           "72 474 Vandra i parken | 200 Kommunen | 350 maj\n"
           "72 488 varje kväll | 200 och polisen\n"
           "72 502 Klippa häcken | 200 Kommunen | 350 juni\n",
      BODY_BLOCK "T0.0 Åtgärd\nT0.1 Ansvarig\nT0.2 Tid\n"
                 "C1.0 Vandra i parken varje kväll\n"
                 "C1.1 Kommunen och polisen\nC1.2 maj\n"
                 "C2.0 Klippa häcken\nC2.1 Kommunen\nC2.2 juni\n" },
    { "a table over pages",
      BODY "72 700 12b Åtgärd | 300 12b Ansvarig\n"
           "72 720 Vandra i parken varje | 300 Kommunen\npage\n"
           "72 72 12b Åtgärd | 300 12b Ansvarig\n"
           "72 92 kväll i maj\n"
           "72 112 Klippa häcken | 300 Polisen\n",
      BODY_BLOCK "T0.0 Åtgärd\nT0.1 Ansvarig\n"
                 "C1.0 Vandra i parken varje kväll i maj\nC1.1 Kommunen\n"
                 "C2.0 Klippa häcken\nC2.1 Polisen\n" },
    { "a row over pages",
      BODY "72 700 Nr | 120 Åtgärd | 300 Ansvarig\n"
           "72 720 4. | 120 Vandra i parken | 300 Kommunen och\npage\n"
           "72 72 Nr | 120 Åtgärd | 300 Ansvarig\n"
           "72 92 Vuxna | 120 och i centrum | 300 polisen\n"
           "72 112 5. | 120 Klippa häcken | 300 Polisen\n",
      BODY_BLOCK "T0.0 Nr\nT0.1 Åtgärd\nT0.2 Ansvarig\n"
                 "C1.0 4. Vuxna\nC1.1 Vandra i parken och i centrum\n"
                 "C1.2 Kommunen och polisen\n"
                 "C2.0 5.\nC2.1 Klippa häcken\nC2.2 Polisen\n" },
    { "rows set in the middle over pages",
      BODY "72 460 12b Nr | 120 12b Vad | 250 12b Vem\n"
           "72 487 3 | 120 Medla mellan grupperna | 250 Kuratorn\n"
           "page\n72 60 12b Nr | 120 12b Vad | 250 12b Vem\n"
           "120 80 Byta korgar till | 250 gatuchefen\n72 87 4\n"
           "120 94 obrännbara | 250 i Norrsund\n"
           "72 121 5 | 120 Gå igenom rutinen | 250 Chefen\n",
      BODY_BLOCK "T0.0 Nr\nT0.1 Vad\nT0.2 Vem\nC1.0 3\n"
                 "C1.1 Medla mellan grupperna\nC1.2 Kuratorn\nC2.0 4\n"
                 "C2.1 Byta korgar till obrännbara\n"
                 "C2.2 gatuchefen i Norrsund\nC3.0 5\n"
                 "C3.1 Gå igenom rutinen\nC3.2 Chefen\n" },
    { "words broken in narrow columns",
      BODY "72 460 12b Vad | 132 12b Vem | 192 12b När\n"
           "72 480 belysnin | 132 Kommunen | 192 maj\n72 494 gen\n"
           "72 514 klippa | 132 polisen | 192 juni\n72 528 häcken\n",
      BODY_BLOCK "T0.0 Vad\nT0.1 Vem\nT0.2 När\n"
                 "C1.0 belysningen\nC1.1 Kommunen\nC1.2 maj\n"
                 "C2.0 klippa häcken\nC2.1 polisen\nC2.2 juni\n" },
    { "a table under a heading",
      BODY "72 460 16b Åtgärder\n72 482 12b Vad | 200 12b Vem\n"
           "72 502 Vandra | 200 Kommunen\n72 522 Klippa | 200 Polisen\n",
      BODY_BLOCK "H1 Åtgärder\nT0.0 Vad\nT0.1 Vem\nC1.0 Vandra\n"
                 "C1.1 Kommunen\nC2.0 Klippa\nC2.1 Polisen\n" },
    { "titles that are years",
      BODY "72 460 Brott | 200 2021 | 300 2022\n"
           "72 480 Stöld | 200 12 | 300 14\n",
      BODY_BLOCK "T0.0 Brott\nT0.1 2021\nT0.2 2022\nC1.0 Stöld\nC1.1 12\n"
                 "C1.2 14\n" },
    { "names are no titles",
      BODY "72 460 12b Kim Berg | 300 12b Alex Dal\n"
           "72 480 kommunchef | 300 polischef\n",
      BODY_BLOCK "C0.0 Kim Berg\nC0.1 Alex Dal\nC1.0 kommunchef\n"
                 "C1.1 polischef\n" },
    { "two columns",
      "72 60 20b Ekvalla växer\n"
      "72 100 Det här är den första spalten\n"
      "72 114 och den är lika bred som den\n"
      "72 128 andra, med ett stycke som når\n"
      "72 142 över fyra rader i den.\n"
      "72 166 Här är ett annat stycke, som\n"
      "72 180 inte tar slut i den här spalten\n"
      "72 194 utan går vidare över gränsen\n"
      "72 208 mellan dem båda två, och det\n"
      "72 222 är meningen att det som läses\n"
      "320 100 ska hänga ihop med det som\n"
      "320 114 står här på den andra sidan.\n"
      "320 134 Det sista stycket är fem rader\n"
      "320 148 långt och det står för sig självt\n"
      "320 162 med ett avstånd till det andra,\n"
      "320 176 som i en trycksak från någon\n"
      "320 190 kommun eller polisen själv med\n"
      "320 204 en rad till som är lika bred\n"
      "320 218 och en till som tar slut här.\n"
      "72 260 Det här står under båda spalterna, över hela sidans bredd.\n",
      "H1 Ekvalla växer\nP Det här är den första spalten och den är lika bred "
      "som den andra, med ett stycke som når över fyra rader i den.\nP Här är "
      "ett annat stycke, som inte tar slut i den här spalten utan går vidare "
      "över gränsen mellan dem båda två, och det är meningen att det som läses "
      "ska hänga ihop med det som står här på den andra sidan.\nP Det sista "
      "stycket är fem rader långt och det står för sig självt med ett avstånd "
      "till det andra, som i en trycksak från någon kommun eller polisen själv "
      "med en rad till som är lika bred och en till som tar slut här.\nP Det "
      "här står under båda spalterna, över hela sidans bredd.\n" },
    { "furniture",
      "72 30 Ekvalla kommun\n" BODY "72 700 Det tar inte slut här utan\n"
      "300 760 Sida 1 av 3\npage\n72 30 Ekvalla kommun\n"
      "72 72 fortsätter här.\n300 760 Sida 2 av 3\npage\n"
      "72 30 Ekvalla kommun\n72 72 Slut.\n300 760 Sida 3 av 3\n",
      "Pf Ekvalla kommun\n" BODY_BLOCK
      "P Det tar inte slut här utan fortsätter här.\nPf Sida 1 av 3\n"
      "Pf Ekvalla kommun\nPf Sida 2 av 3\nPf Ekvalla kommun\nP Slut.\n"
      "Pf Sida 3 av 3\n" },
    { "the same last line on every page is no furniture",
      BODY "72 700 Polisen ska mäta ett tillsammans med alla\n"
           "72 714 som bor i området.\n300 760 Sida 1 av 3\npage\n"
           "72 500 Den andra sidan.\n"
           "72 700 Polisen ska mäta två tillsammans med alla\n"
           "72 714 som bor i området.\n300 760 Sida 2 av 3\npage\n"
           "72 500 Den sista sidan.\n"
           "72 700 Polisen ska mäta tre tillsammans med alla\n"
           "72 714 som bor i området.\n300 760 Sida 3 av 3\n",
      BODY_BLOCK
      "P Polisen ska mäta ett tillsammans med alla som bor i området.\n"
      "Pf Sida 1 av 3\nP Den andra sidan.\n"
      "P Polisen ska mäta två tillsammans med alla som bor i området.\n"
      "Pf Sida 2 av 3\nP Den sista sidan.\n"
      "P Polisen ska mäta tre tillsammans med alla som bor i området.\n"
      "Pf Sida 3 av 3\n" },
    { "a printer's own lines",
      "20 12 2026-03-01 12:00\n" BODY "20 775 file:///avtal.html | 560 1/1\n",
      "Pf 2026-03-01 12:00\n" BODY_BLOCK "Pf file:///avtal.html 1/1\n" },
    { "a table of contents",
      BODY "72 460 Mål .................... 3\n72 480 Tid . . . . . . 4\n",
      BODY_BLOCK "Pc Mål .................... 3\nPc Tid . . . . . . 4\n" },
    { "a line to sign on",
      BODY "72 460 Ekvalla den 1 maj\n72 500 ______________\n72 520 Kim Berg\n",
      BODY_BLOCK "P Ekvalla den 1 maj\nP Kim Berg\n" },
    { "what is no markup",
      BODY "72 460 A&amp;B &lt;word&gt; &quot;c&quot; &#39;d&#39; &x;\n",
      BODY_BLOCK "P A&B <word> \"c\" 'd' &x;\n" },
};

#endif
