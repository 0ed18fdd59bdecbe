/* SPDX-License-Identifier: MIT */

/* OpenDocument text to blocks, as a package and as a flat file alike: every
 * element that carries structure, what is left out, where it says that a block
 * stands, and that every allocation that fails is a status. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "document/document.h"
#include "support/opened_check.h"

#define P(text) "<text:p>" text "</text:p>"
#define S(style, text) "<text:p text:style-name=\"" style "\">" text "</text:p>"
#define H(level, text)                                                         \
    "<text:h text:outline-level=\"" level "\">" text "</text:h>"
#define T(style, text)                                                         \
    "<text:span text:style-name=\"" style "\">" text "</text:span>"
#define LIST(inner) "<text:list text:style-name=\"L1\">" inner "</text:list>"
#define ITEM(inner) "<text:list-item>" inner "</text:list-item>"
#define ROW(inner) "<table:table-row>" inner "</table:table-row>"
#define CELL(text) "<table:table-cell>" P(text) "</table:table-cell>"
#define SPAN(attributes, text)                                                 \
    "<table:table-cell " attributes ">" P(text) "</table:table-cell>"
#define COVERED "<table:covered-table-cell/>"
#define TABLE(columns, inner)                                                  \
    "<table:table><table:table-column "                                        \
    "table:number-columns-repeated=\"" columns "\"/>" inner "</table:table>"
#define TITLES(inner)                                                          \
    "<table:table-header-rows>" inner "</table:table-header-rows>"
#define NOTE(class, inner)                                                     \
    "<text:note text:note-class=\"" class "\"><text:note-citation>1</"         \
                                          "text:note-citation><text:note-"     \
                                          "body>" inner                        \
                                          "</text:note-body></text:note>"
#define BOX(inner)                                                             \
    "<draw:frame><draw:text-box>" inner "</draw:text-box></draw:frame>"
#define STYLE(name, more, inner)                                               \
    "<style:style style:name=\"" name "\" style:family=\"paragraph\" " more    \
    ">" inner "</style:style>"
#define TEXTSTYLE(name, inner)                                                 \
    "<style:style style:name=\"" name "\" style:family=\"text\">" inner        \
    "</style:style>"
#define BOLD "<style:text-properties fo:font-weight=\"bold\"/>"
#define THIN "<style:text-properties fo:font-weight=\"normal\"/>"
#define HIDDEN "<style:text-properties text:display=\"none\"/>"

static const char styles[] = STYLE(
    "Rubrik_20_7", "style:display-name=\"Rubrik 7\"",
    "") STYLE("Egen", "style:parent-style-name=\"Heading_20_2\"",
              "") STYLE("Heading_20_2", "",
                        "") STYLE("Titel", "style:display-name=\"Title\"",
                                  "") STYLE("Niva",
                                            "style:default-outline-level=\"3\"",
                                            "") STYLE("Contents_20_1", "", "")
    STYLE("Quotations", "", "") STYLE("Fet", "", BOLD) STYLE(
        "Dold", "",
        HIDDEN) "<style:style style:name=\"Tabell\" style:family=\"table\"/>"
                "<text:list-style "
                "style:name=\"L1\"><text:list-level-style-bullet "
                "text:level=\"1\" "
                "text:bullet-char=\"•\"/><text:list-level-style-number "
                "text:level=\"2\" "
                "style:num-format=\"1\"/><text:list-level-style-number "
                "text:level=\"3\" style:num-format=\"\"/></text:list-style>"
                "<text:list-style "
                "style:name=\"L2\"><text:list-level-style-bullet "
                "text:level=\"1\" text:bullet-char=\" \"/></text:list-style>";

static const char automatic[] =
    STYLE("P1", "style:parent-style-name=\"Titel\"", "")
        STYLE("P2", "style:parent-style-name=\"Fet\"", THIN)
            TEXTSTYLE("T1", BOLD) TEXTSTYLE("T2", THIN) TEXTSTYLE("T3", HIDDEN)
                TEXTSTYLE("T4", "<style:text-properties fo:font-weight=\"600\" "
                                "text:display=\"true\"/>");

static const char changes[] =
    "<text:tracked-changes><text:changed-region xml:id=\"a\" text:id=\"a\">"
    "<text:deletion><office:change-info><dc:creator>Anna</dc:creator>"
    "<dc:date>2020-01-01T00:00:00</dc:date></office:change-info>" P(
        "lovar") "</text:deletion></text:changed-region><text:changed-region "
                 "xml:id=\"b\">"
                 "<text:insertion/></text:changed-region><text:changed-region "
                 "text:id=\"c\">"
                 "<text:deletion>" P("x") P("y")
                     P("z") "</text:deletion>"
                            "</text:changed-region><text:changed-region "
                            "text:id=\"d\">"
                            "<text:format-change/></text:changed-region></"
                            "text:tracked-changes>" P(
                                "Vi <text:change "
                                "text:change-id=\"a\"/><text:change-start "
                                "text:change-id=\"b\"/>ska")
                                P("inte<text:change-end text:change-id=\"b\"/> "
                                  "mäta.")
                                    P("a<text:change "
                                      "text:change-id=\"c\"/><text:change "
                                      "text:change-id=\"c\"/>"
                                      "<text:change text:change-id=\"q\"/>b");

static const struct sample {
    const char *name;
    struct opened_odt file;
    const char *blocks;
    const char *notice; /* its code; NULL for none */
} samples[] = {
    { "headings",
      { .text = S("P1", "Avtal") H("2", "Mål") "<text:h>Utan</text:h>" S(
            "Egen", "Mer") S("Niva", "Tre") S("Rubrik_20_7", "Lika")
            LIST(ITEM(H("1", "Numrerad"))) S("okänd", "Slut"),
        .styles = styles,
        .automatic = automatic },
      "H1 Avtal\nH2 Mål\nH1 Utan\nH2 Mer\nH3 Tre\nP Lika\nH1 Numrerad\n"
      "P Slut\n",
      NULL },
    { "guessed headings",
      { .text = P(T("T1", "Mål")) S("Fet", "Fet") S("P2", "inte")
            S("Fet", "Fet " T("T2", "inte"))
                P(T("T4", "Kontakt") "<text:line-break/>Anna")
                    P(T("T1", "a" T("T2", "b"))),
        .styles = styles,
        .automatic = automatic },
      "H6? Mål\nH6? Fet\nP inte\nP Fet inte\nH6? Kontakt\nP Anna\nP ab\n",
      NULL },
    { "marks",
      { .text = P("a<text:s text:c=\"3\"/>b<text:tab/>c<text:line-break/>d"
                  "<text:soft-page-break/>e <text:a>länk</text:a> "
                  "<text:date>3 mars</text:date><text:bookmark/>"
                  "<text:ruby><text:ruby-base>f</text:ruby-base>"
                  "<text:ruby-text>g</text:ruby-text></text:ruby>") },
      "P a b c de länk 3 marsf\n",
      NULL },
    { "lists",
      { .text = P("Vi ska:") LIST(ITEM(
            P("ett") P("mer") LIST(ITEM(P("två") LIST(ITEM(P("av "
                                                             "två")))))
                P("av ett")) "<text:list-header>" P("utan") "</"
                                                            "text:list-"
                                                            "header>" ITEM(P(
                                                                "t"
                                                                "r"
                                                                "e"))) "<text:"
                                                                       "list "
                                                                       "text:"
                                                                       "style-"
                                                                       "name="
                                                                       "\"L2\""
                                                                       ">" ITEM(P(
                                                                           "f"
                                                                           "y"
                                                                           "r"
                                                                           "a")) "</text:list>" LIST(ITEM("<text:list>" ITEM(P("fem")) "</text:list>"))
                                                                           P("s"
                                                                             "l"
                                                                             "u"
                                                                             "t"),
        .styles = styles },
      "P Vi ska:\nI1 ett mer\nI2 två av två\nI1 av ett utan\nI1 tre fyra\n"
      "I2 fem\nP slut\n",
      NULL },
    { "table",
      { .text = TABLE("2", TITLES(ROW(CELL("Vad") CELL("Vem"))) ROW(
                               CELL("Möten") SPAN("", "Polisen"))) P("slut") },
      "T0.0 Vad\nT0.1 Vem\nC1.0 Möten\nC1.1 Polisen\nP slut\n",
      NULL },
    { "titles by weight",
      { .text = TABLE("2", ROW(CELL(T("T1", "Vad")) CELL(T("T1", "Vem")))
                               ROW(CELL("a") CELL("b"))),
        .automatic = automatic },
      "T0.0? Vad\nT0.1? Vem\nC1.0 a\nC1.1 b\n",
      NULL },
    { "merged cells",
      { .text = TABLE(
            "3",
            ROW(SPAN("table:number-columns-spanned=\"2\"", "a") COVERED CELL(
                "b")) ROW(SPAN("table:number-rows-spanned=\"3\"", "Polisen")
                              CELL("c") CELL("d"))
                ROW("<table:covered-table-cell>" P(
                    "skräp") "</table:covered-table-cell>" CELL("e") CELL("f"))
                    ROW(COVERED SPAN("table:number-columns-repeated=\"2\"",
                                     "g"))
                        ROW("<table:covered-table-cell "
                            "table:number-columns-repeated=\"2\"/>" CELL(
                                "h"))) },
      "C0.0 a\nC0.2 b\nC1.0 Polisen\nC1.1 c\nC1.2 d\nC2.0 Polisen\nC2.1 e\n"
      "C2.2 f\nC3.0 Polisen\nC3.1 g\nC4.2 h\n",
      NULL },
    { "wide cells that go on",
      { .text = TABLE(
            "3", ROW(SPAN("table:number-rows-spanned=\"2\" "
                          "table:number-columns-spanned=\"2\"",
                          "a") COVERED CELL("b"))
                     ROW("<table:covered-table-cell "
                         "table:number-columns-repeated=\"2\"/>" CELL("c"))) },
      "C0.0 a\nC0.2 b\nC1.0 a\nC1.2 c\n",
      NULL },
    { "blocks in cells",
      { .text = TABLE("2", ROW("<table:table-cell>" P("a") LIST(ITEM(P("b"))) H(
                               "1", "c") TABLE("2", ROW(CELL("d") CELL("e")))
                                   P("f") "</table:table-cell>" CELL("g"))) },
      "C0.0 a b c d e f\nC0.1 g\n",
      NULL },
    { "a frame around text",
      { .text = TABLE(
            "1",
            ROW("<table:table-cell>" H("1", "Fakta") LIST(ITEM(P("a"))) TABLE(
                "2", ROW(CELL("b") CELL("c"))) "</table:table-cell>")) P("d") },
      "H1 Fakta\nI1 a\nC0.0 b\nC0.1 c\nP d\n",
      NULL },
    { "misplaced",
      { .text = "<table:table-cell>" P("a") "</table:table-cell>" ROW(P("b"))
            COVERED
        "<table:table-header-rows/><table:table>" P("c") ROW(
            P("d") CELL("e") ROW(CELL("x")) "<table:table-cell>" P("f") CELL(
                "y") "</table:table-cell>") "</table:table>lös text"
                                            "<style:style style:name=\"P9\" "
                                            "style:family=\"paragraph\"/>"
                                            "<text:list><text:p>g</text:p></"
                                            "text:list>" P("h") },
      "C0.0 e\nC0.1 f\nP g\nP h\n",
      NULL },
    { "notes",
      { .text = P("Brotten ökar" NOTE(
            "footnote", P("Källa: Brå.") LIST(ITEM(P("Mer.")))) " igen.")
            LIST(ITEM(P("ett" NOTE("endnote",
                                   P("Två." NOTE("footnote", P("i noten"))))))
                     ITEM(P("tre")))
                TABLE("2", ROW(CELL("cell" NOTE("footnote", P("Fyra.")))
                                   CELL("b"))) },
      "P Brotten ökar igen.\nP Källa: Brå.\nP Mer.\nI1 ett Två.\nI1 tre\n"
      "C0.0 cell Fyra.\nC0.1 b\n",
      NULL },
    { "text boxes",
      { .text = BOX(P("sidan")) P("före " BOX(P("ruta") H("1", "två") TABLE(
            "2", ROW(CELL("c") CELL(
                     "d")))) "<draw:custom-shape>" P("form") "</"
                                                             "draw:custom-"
                                                             "shape>efter")
            P("a" BOX(P("b" BOX(P("c")) "d"))) P(T("T1", "x" BOX(P("y"))) "z"),
        .automatic = automatic },
      "P sidan\nP före efter\nP ruta\nH1 två\nC0.0 c\nC0.1 d\nP form\nP a\n"
      "P b\nP c\nP d\nP xz\nP y\n",
      NULL },
    { "left out",
      { .text = S("Dold", "a") P("b" T("T3", "c") "<office:annotation>" P(
            "kommentar") "</office:annotation><text:placeholder>namn"
                         "</text:placeholder><draw:frame><svg:title>t</"
                         "svg:title>"
                         "<svg:desc>d</svg:desc><draw:object><office:document>"
                         "<office:body><office:text>" P(
                             "inuti") "</office:text>"
                                      "</office:body></office:document></"
                                      "draw:object><draw:image>"
                                      "<office:binary-data>QUJD</"
                                      "office:binary-data></draw:image>"
                                      "</draw:frame><text:hidden-text>e</"
                                      "text:hidden-text>") "<text:section "
                                                           "text:display="
                                                           "\"none\">" P(
                                                               "f") "</"
                                                                    "text:"
                                                                    "section>"
                                                                    "<text:"
                                                                    "section"
                                                                    ">" P(
                                                                        "g") "<"
                                                                             "/"
                                                                             "t"
                                                                             "e"
                                                                             "x"
                                                                             "t"
                                                                             ":"
                                                                             "s"
                                                                             "e"
                                                                             "c"
                                                                             "t"
                                                                             "i"
                                                                             "o"
                                                                             "n"
                                                                             ">",
        .styles = styles,
        .automatic = automatic },
      "P b\nP g\n",
      NULL },
    { "contents",
      { .text = "<text:table-of-content><text:index-body><text:index-title>" H(
            "1",
            "Innehåll") "</text:index-title>" P("Mål 3") "</text:index-body></"
                                                         "text:table-of-"
                                                         "content>" S("Contents"
                                                                      "_20_1",
                                                                      "Om 4")
                                                             H("1", "Mål")
                                                                 P("a"),
        .styles = styles },
      "Pc Innehåll\nPc Mål 3\nPc Om 4\nH1 Mål\nP a\n",
      NULL },
    { "a title in a style that the file does not have",
      { .text = S("Title", "Avtal") S("Subtitle", "a") },
      "H1 Avtal\nP a\n",
      NULL },
    { "margins",
      { .text = S("Quotations", "Bra, sa hon."),
        .styles = styles,
        .margins = "<style:header>" H(
            "1",
            "Dnr 1") "</style:header>"
                     "<style:header-first>" P(
                         "Dnr 2") "</style:header-first>"
                                  "<style:footer>" P(
                                      "Sida <text:page-number>1"
                                      "</text:page-number>") "</"
                                                             "style:footer>" },
      "Pf Dnr 1\nPf Dnr 2\nPf Sida 1\nP\" Bra, sa hon.\n",
      NULL },
    { "tracked changes",
      { .text = changes },
      "P Vi ska\nP inte mäta.\nP ab\n",
      "document-tracked-accepted" },
    { "a text in a text",
      { .text = P("a") S(
            "A",
            "b<office:text>" P("x") "</office:text>" STYLE("B1", "", "") STYLE(
                "B2", "", "") STYLE("B3", "", "") STYLE("B4", "", "")
                STYLE("B5", "", "") STYLE("B6", "", "") STYLE("B7", "", "")
                    STYLE("B8", "", "") STYLE("B9", "", "") STYLE("C1", "", "")
                        STYLE("C2", "", "") STYLE("C3", "", "")
                            STYLE("C4", "", "") STYLE("C5", "", "") STYLE(
                                "C6", "", "") STYLE("C7", "", "") "c") P("d"),
        .styles = STYLE("A", "", "") },
      "P a\nP bc\nP d\n",
      NULL },
    { "styles in a circle",
      { .text = S("a", "text"),
        .styles = STYLE("a", "style:parent-style-name=\"b\"", "")
            STYLE("b", "style:parent-style-name=\"a\"", "") },
      "P text\n",
      "document-style-loop" },
};

/* ---- Reading ---- */

typedef void
write_fn(struct buf *out, const struct opened_odt *file);

/* As a package with every allocation failing in turn, then as a flat file. */
static void
test_sample(void **state)
{
    const struct sample *sample = *state;
    samsyn_status status = SAMSYN_E_NOMEM;
    write_fn *write = opened_odt;

    for (size_t n = 0; status == SAMSYN_E_NOMEM || write == opened_odt; n++) {
        struct ledger ledger = { .budget = n };
        samsyn_allocator mem = ledger_allocator(&ledger);
        samsyn_document *document = NULL;
        samsyn_diagnostics *list = NULL;
        struct buf bytes = opened_bytes();

        assert_in_range(n, 0, 5000);
        write = status == SAMSYN_OK ? opened_fodt : opened_odt;
        write(&bytes, &sample->file);
        status =
            opened_read(&document, &list, &bytes, &mem, SAMSYN_TRACKED_ACCEPT);
        assert_true((status == SAMSYN_OK) == (document != NULL));
        if (status != SAMSYN_E_NOMEM) {
            check_said(list, sample->notice);
            check_blocks(document, sample->blocks);
        }
        samsyn_diagnostics_free(list);
        samsyn_document_free(document);
        assert_int_equal(ledger.live, 0);
    }
    assert_int_equal(status, SAMSYN_OK);
}

static const struct rejected {
    const char *name, *text, *count, *blocks;
} rejected[] = {
    { "changes that are rejected", changes, "3",
      "P Vi lovar mäta.\nP ax\nP y\nP zb\n" },
    { "what is deleted begins in a table",
      P("a") "<table:table><text:changed-region text:id=\"a\"><text:deletion>"
             "<table:table-row/></text:deletion></text:changed-region>" ROW(
                 CELL("b") CELL("c")) "</table:table>" P("d"),
      "1", "P a\nC0.0 b\nC0.1 c\nP d\n" },
};

static void
test_rejected(void **state)
{
    const struct rejected *row = *state;
    const struct opened_odt file = { .text = row->text };
    samsyn_document *document = NULL;
    samsyn_diagnostics *list = NULL;
    struct buf bytes = opened_bytes();

    opened_odt(&bytes, &file);
    assert_int_equal(opened_read(&document, &list, &bytes, &mem_default,
                                 SAMSYN_TRACKED_REJECT),
                     SAMSYN_OK);
    check_said(list, "document-tracked-rejected");
    assert_non_null(strstr(samsyn_diagnostics_message(list, 0), row->count));
    check_blocks(document, row->blocks);
    samsyn_diagnostics_free(list);
    samsyn_document_free(document);
}

static void
test_places(void **state)
{
    static const char *const places[] = {
        "sidhuvud",
        "stycke 1",
        "fotnot 1",
        "slutnot 1",
        "stycke 2",
        "tabell 1, rad 1, kolumn 1",
        "tabell 1, rad 1, kolumn 2",
        "tabell 1, rad 2, kolumn Vad",
        "tabell 1, rad 2, kolumn Ansvarig",
        "stycke 3",
    };
    const struct opened_odt file = {
        .text = P("a" NOTE("footnote", P("b")) NOTE("endnote", P("c"))) P("")
            LIST(ITEM(P("d")))
                TABLE("2", TITLES(ROW(CELL("Vad") CELL("Ansvarig")))
                               ROW(CELL("e") CELL("f"))) P("g"),
        .margins = "<style:header>" P("h") "</style:header>",
        .meta = "<dc:title>Avtal</dc:title><meta:creation-date>"
                "2025-01-02T03:04:05</meta:creation-date>",
    };
    samsyn_document *document = NULL;
    struct buf bytes = opened_bytes();

    (void)state;
    opened_odt(&bytes, &file);
    assert_int_equal(opened_read(&document, NULL, &bytes, &mem_default,
                                 SAMSYN_TRACKED_ACCEPT),
                     SAMSYN_OK);
    assert_int_equal(document->block_count, ARRAY_LEN(places));
    for (size_t i = 0; i < ARRAY_LEN(places); i++)
        assert_string_equal(document->blocks[i].place.ptr, places[i]);
    assert_string_equal(
        samsyn_document_property(document, SAMSYN_PROPERTY_TITLE), "Avtal");
    assert_string_equal(
        samsyn_document_property(document, SAMSYN_PROPERTY_DATE), "2025-01-02");
    assert_string_equal(
        samsyn_document_property(document, SAMSYN_PROPERTY_FORMAT), "odt");
    samsyn_document_free(document);
}

#define COUNT (ARRAY_LEN(samples) + ARRAY_LEN(rejected) + 1)

int
main(void)
{
    struct CMUnitTest tests[COUNT];
    size_t count = 0;

    if (!samsyn_read_can(SAMSYN_READ_ODT))
        return 0;
    for (size_t i = 0; i < ARRAY_LEN(samples); i++)
        tests[count++] = test_of(samples[i].name, test_sample, &samples[i]);
    for (size_t i = 0; i < ARRAY_LEN(rejected); i++)
        tests[count++] = test_of(rejected[i].name, test_rejected, &rejected[i]);
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(test_places);
    return cmocka_run_group_tests_name("read odt", tests, NULL, NULL);
}
