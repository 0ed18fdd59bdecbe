/* SPDX-License-Identifier: MIT */

/* From boxes to blocks.  A document is written as a script, a row a line:
 *
 *   x y [size][b] text | x more text
 *
 * in points, size 12 where none is told, b for bold; a bar parts what stands
 * side by side, "page" begins a page, "> 2 text" is an entry of the outline
 * of level 2.  Every letter is half as wide as it is high.  The script becomes
 * what pdftotext and pdftohtml would say, and that is read. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "document/document.h"
#include "read/pdf_lines.h"
#include "read/pdf_text.h"
#include "samsyn_read.h"
#include "support/document_dump.h"
#include "support/ledger.h"

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

/* ---- What the programs would say ---- */

struct said {
    struct buf text, style, outline;
    int fonts[100]; /* by size */
    int next;
};

static void
add_attribute(struct buf *out, const char *name, int value)
{
    buf_char(out, ' ');
    buf_text(out, name);
    buf_text(out, "=\"");
    buf_int(out, value);
    buf_text(out, ".500000\"");
}

static void
say_font(struct said *said, int size)
{
    if (said->fonts[size])
        return;
    said->fonts[size] = said->next++;
    buf_text(&said->style, "<fontspec id=\"");
    buf_int(&said->style, said->fonts[size]);
    buf_text(&said->style, "\" size=\"");
    buf_int(&said->style, size * 3 / 2);
    buf_text(&said->style, "\" family=\"a\"/>\n");
}

/* A stretch of words at @p x; gives where it ends. */
static void
say_words(struct said *said, int x, int y, int size, bool bold, struct str text)
{
    int height = size * 14 / 12, from = x;

    buf_text(&said->text, "<line>\n");
    for (size_t at = 0; at < text.len;) {
        size_t end = at;

        while (end < text.len && text.ptr[end] != ' ')
            end++;
        int width = (int)utf8_count(text.ptr + at, end - at) * size / 2;
        buf_text(&said->text, "  <word");
        add_attribute(&said->text, "xMin", x);
        add_attribute(&said->text, "yMin", y);
        add_attribute(&said->text, "xMax", x + width);
        add_attribute(&said->text, "yMax", y + height);
        buf_char(&said->text, '>');
        buf_add(&said->text, text.ptr + at, end - at);
        buf_text(&said->text, "</word>\n");
        x += width + size / 4;
        at = end + 1;
    }
    buf_text(&said->text, "</line>\n");
    say_font(said, size);
    buf_text(&said->style, "<text");
    add_attribute(&said->style, "top", y * 3 / 2);
    add_attribute(&said->style, "left", from * 3 / 2);
    add_attribute(&said->style, "width", (x - from) * 3 / 2);
    add_attribute(&said->style, "height", height * 3 / 2);
    buf_text(&said->style, " font=\"");
    buf_int(&said->style, said->fonts[size]);
    buf_text(&said->style, "\">");
    buf_text(&said->style, bold ? "<i><b>x</b></i></text>\n" : "x</text>\n");
}

static const char *
read_number(const char *at, int *out)
{
    char *end;

    *out = (int)strtol(at, &end, 10);
    return end;
}

/* A size, a "b" and a blank; left alone where the text begins at once. */
static const char *
read_style(const char *at, int *size, bool *bold)
{
    int number;
    const char *end = read_number(at, &number);

    *bold = false;
    *size = 12;
    if (end == at || *end != 'b')
        return at;
    *size = number;
    *bold = true;
    return end + 2;
}

static void
say_row(struct said *said, const char *line, size_t length)
{
    const char *end = line + length, *at, *bar;
    int x, y, size;
    bool bold;

    at = read_number(line, &x);
    at = read_number(at, &y) + 1;
    for (;;) {
        at = read_style(at, &size, &bold);
        bar = memchr(at, '|', (size_t)(end - at));
        say_words(said, x, y, size, bold,
                  str_trim(str_make(at, (size_t)((bar ? bar : end) - at))));
        if (!bar)
            return;
        at = read_number(bar + 1, &x) + 1;
    }
}

static void
say_page(struct said *said)
{
    buf_text(&said->text,
             "<page width=\"595.000000\" height=\"792.000000\">\n");
    buf_text(&said->style, "<page number=\"1\">\n");
}

static void
say_entry(struct said *said, const char *line, size_t length)
{
    int level = line[2] - '0';

    for (int i = 0; i < level; i++)
        buf_text(&said->outline, "<outline>\n");
    buf_text(&said->outline, "<item page=\"1\">");
    buf_add(&said->outline, line + 4, length - 4);
    buf_text(&said->outline, "</item>\n");
    for (int i = 0; i < level; i++)
        buf_text(&said->outline, "</outline>\n");
}

static void
say(struct said *said, const char *script)
{
    *said = (struct said){ .next = 1 };
    buf_init(&said->text, &mem_default, BUF_ANY);
    buf_init(&said->style, &mem_default, BUF_ANY);
    buf_init(&said->outline, &mem_default, BUF_ANY);
    buf_text(&said->style, "<fontspec id=\"0\" size=\"7\"/>\n");
    say_page(said);
    while (*script) {
        size_t length = strcspn(script, "\n");

        if (str_starts(str_of(script), STR("page")))
            say_page(said);
        else if (*script == '>')
            say_entry(said, script, length);
        else
            say_row(said, script, length);
        script += length + 1;
    }
    buf_text(&said->text, "</doc>\n");
    buf_str(&said->style, buf_view(&said->outline));
}

static void
unsay(struct said *said)
{
    buf_done(&said->text);
    buf_done(&said->style);
    buf_done(&said->outline);
}

/* ---- Reading it ---- */

static samsyn_status
listen(bool (*take)(void *, struct str), void *user, const struct buf *said,
       const samsyn_allocator *mem)
{
    struct pdf_lines lines;
    bool fine = true;

    pdf_lines_init(&lines, take, user, mem);
    /* in pieces that end where they happen to */
    for (size_t at = 0; at < said->len && fine; at += 37)
        fine = pdf_lines_listen(&lines, said->data + at,
                                said->len - at < 37 ? said->len - at : 37);
    pdf_lines_done(&lines);
    return fine ? SAMSYN_OK : SAMSYN_E_NOMEM;
}

static samsyn_status
build(samsyn_document **out, const struct pdf_rows *rows,
      const struct pdf_style *style, const samsyn_allocator *mem)
{
    samsyn_config *config = NULL;
    samsyn_builder *builder = NULL;
    samsyn_status status = samsyn_config_new(&config, mem);

    if (status == SAMSYN_OK)
        status =
            samsyn_builder_new(&builder, "x", NULL, 0, dump_language(), config);
    samsyn_config_free(config);
    if (status != SAMSYN_OK)
        return status;
    status = pdf_text_put(builder, rows, style);
    if (status == SAMSYN_OK)
        status = samsyn_builder_finish(out, builder);
    samsyn_builder_free(builder);
    return status;
}

static samsyn_status
read_said(samsyn_document **out, const struct said *said,
          const samsyn_allocator *mem)
{
    struct pdf_boxes boxes;
    struct pdf_style style;
    struct pdf_rows rows;
    samsyn_status status;

    pdf_boxes_init(&boxes, mem);
    pdf_style_init(&style, mem);
    pdf_rows_init(&rows, mem);
    status = listen(pdf_boxes_take, &boxes, &said->text, mem);
    if (status == SAMSYN_OK)
        status = listen(pdf_style_take, &style, &said->style, mem);
    if (status == SAMSYN_OK) {
        assert_true(boxes.whole);
        pdf_style_apply(&style, &boxes);
        status = pdf_rows_find(&rows, &boxes) ? build(out, &rows, &style, mem)
                                              : SAMSYN_E_NOMEM;
    }
    pdf_rows_done(&rows);
    pdf_style_done(&style);
    pdf_boxes_done(&boxes);
    return status;
}

static void
test_sample(void **state)
{
    const struct sample *sample = *state;
    samsyn_status status = SAMSYN_E_NOMEM;
    struct said said;

    say(&said, sample->script);
    for (size_t n = 0; status == SAMSYN_E_NOMEM; n++) {
        struct ledger ledger = { .budget = n };
        samsyn_allocator mem = ledger_allocator(&ledger);
        samsyn_document *document = NULL;

        assert_in_range(n, 0, 2000);
        status = read_said(&document, &said, &mem);
        assert_int_equal(status == SAMSYN_OK, document != NULL);
        if (document) {
            struct buf blocks;

            buf_init(&blocks, &mem_default, BUF_ANY);
            dump_blocks(&blocks, document);
            assert_string_equal(blocks.data, sample->blocks);
            buf_done(&blocks);
        }
        samsyn_document_free(document);
        assert_int_equal(ledger.live, 0);
    }
    assert_int_equal(status, SAMSYN_OK);
    unsay(&said);
}

/* Page, table, row and column, the latter by its title where it has one. */
static void
test_places(void **state)
{
    static const char *const places[] = {
        "sida 1, tabell 1, rad 1, kolumn 1",
        "sida 1, tabell 1, rad 1, kolumn 2",
        "sida 1, tabell 1, rad 2, kolumn Vad",
        "sida 1, tabell 1, rad 2, kolumn Vem",
    };
    samsyn_document *document = NULL;
    size_t found = 0;
    struct said said;

    (void)state;
    say(&said, BODY "72 460 12b Vad | 320 12b Vem\n72 474 Måla | 320 Gatan\n"
                    "72 488 Lysa | 320 Parken\n72 502 Röja | 320 Skogen\n");
    assert_int_equal(read_said(&document, &said, &mem_default), SAMSYN_OK);
    for (size_t i = 0; i < document->block_count; i++) {
        const struct block *block = &document->blocks[i];

        if ((block->kind != SAMSYN_BLOCK_CELL &&
             block->kind != SAMSYN_BLOCK_HEADER_CELL) ||
            found == ARRAY_LEN(places))
            continue;
        assert_string_equal(block->place.ptr, places[found++]);
    }
    assert_int_equal(found, ARRAY_LEN(places));
    samsyn_document_free(document);
    unsay(&said);
}

/* More text than is read, in letters of three bytes: not a lack of memory,
 * and what comes after it is not taken for a page with less text. */
static void
test_large(void **state)
{
    static const char begin[] =
        "<word xMin=\"1\" yMin=\"1\" xMax=\"2\" yMax=\"2\">";
    struct pdf_boxes boxes;
    struct buf line;

    (void)state;
    pdf_boxes_init(&boxes, &mem_default);
    buf_init(&line, &mem_default, BUF_ANY);
    buf_text(&line, begin);
    for (size_t i = 0; i < PDF_MOST_TEXT / 3 - 3; i++)
        buf_text(&line, "\xE2\x82\xAC");
    assert_true(pdf_boxes_take(&boxes, STR("<page width=\"9\" height=\"9\">")));
    assert_true(pdf_boxes_take(&boxes, buf_view(&line)));
    for (size_t i = 0; i < 20 && !boxes.large; i++) {
        bool more =
            pdf_boxes_take(&boxes, STR("<word xMin=\"1\" yMin=\"1\" xMax=\"2\" "
                                       "yMax=\"2\">\xE2\x82\xAC</word>"));
        assert_int_equal(more, !boxes.large);
    }
    assert_true(boxes.large);
    assert_false(boxes.failed);
    buf_done(&line);
    pdf_boxes_done(&boxes);
}

int
main(void)
{
    struct CMUnitTest tests[ARRAY_LEN(samples) + 2];
    size_t count = 0;

    for (; count < ARRAY_LEN(samples); count++) {
        tests[count] = (struct CMUnitTest){ .name = samples[count].name,
                                            .test_func = test_sample,
                                            .initial_state = &samples[count] };
    }
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(test_places);
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(test_large);
    return cmocka_run_group_tests_name("pdf_text", tests, NULL, NULL);
}
