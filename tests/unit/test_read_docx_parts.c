/* SPDX-License-Identifier: MIT */

/* What stands beside plain paragraphs in a DOCX file: tables, notes, text
 * boxes, content controls, tables of contents, headers and footers. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "document/document.h"
#include "read/strip.h"
#include "support/docx_xml.h"

static const struct sample samples[] = {
    { "table",
      { .body = "<w:tbl>" GRID2 "<w:tr>" TITLES TC("Vad")
            TC("Vem") "</w:tr>"
                      "<w:tr>" TC("Möten")
                          TC("Polisen") "</w:tr></w:tbl>" P("Slut") },
      "T0.0 Vad\nT0.1 Vem\nC1.0 Möten\nC1.1 Polisen\nP Slut\n",
      NULL },
    { "titles by look",
      { .body = "<w:tbl><w:tblPr><w:tblStyle w:val=\"Rutnat\"/><w:tblLook "
                "w:val=\"04A0\"/></w:tblPr>" GRID2
                "<w:tr>" TC("a") TC("b") "</w:tr><w:tr>" TITLES TC("c")
                    TC("d") "</w:tr><w:tr>" TC("e")
                        TC("f") "</w:tr></w:tbl><w:tbl><w:tblPr><w:tblStyle "
                                "w:val=\"Rutnat\"/><w:tblLook w:firstRow=\"0\" "
                                "w:val=\"04A0\"/>"
                                "</w:tblPr>" GRID2 "<w:tr>" TC("g")
                                    TC("h") "</w:tr></w:tbl>"
                                            "<w:tbl><w:tblPr><w:tblStyle "
                                            "w:val=\"Tomt\"/><w:tblLook "
                                            "w:firstRow=\"1\"/></w:tblPr>" GRID2
                                            "<w:tr>" TC("i")
                                                TC("j") "</w:tr></w:tbl>",
        .styles = styles },
      "T0.0 a\nT0.1 b\nT1.0 c\nT1.1 d\nC2.0 e\nC2.1 f\nC3.0 g\nC3.1 h\n"
      "C4.0 i\nC4.1 j\n",
      NULL },
    { "titles by weight",
      { .body = "<w:tbl>" GRID2 "<w:tr><w:tc><w:p>" B(
            "Vad") "</w:p></w:tc>"
                   "<w:tc><w:p>" B("Vem") "</w:p></w:tc></w:tr><w:tr>" TC("a")
                       TC("b") "</w:tr></w:tbl><w:tbl>" GRID2
                               "<w:tr><w:tc><w:p>" B(
                                   "Fokus") "</w:p></w:tc>" TC("b") "</w:tr></"
                                                                    "w:tbl>" },
      "T0.0? Vad\nT0.1? Vem\nC1.0 a\nC1.1 b\nC2.0 Fokus\nC2.1 b\n",
      NULL },
    { "merged cells",
      { .body = "<w:tbl>" GRID3 "<w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/>"
                "</w:tcPr>" P("a") "</w:tc>" TC(
                    "b") "</w:tr><w:tr><w:tc><w:tcPr>"
                         "<w:vMerge w:val=\"restart\"/></w:tcPr>" P(
                             "Polisen") "</w:tc>" TC("c")
                             TC("d") "</w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></"
                                     "w:tcPr>" P("skräp") "</w:tc>" TC("e")
                                         TC("f") "</w:tr><w:tr><w:trPr>"
                                                 "<w:gridBefore "
                                                 "w:val=\"2\"/></w:trPr>" TC(
                                                     "g") "</w:tr></w:tbl>" },
      "C0.0 a\nC0.2 b\nC1.0 Polisen\nC1.1 c\nC1.2 d\nC2.0 Polisen\nC2.1 e\n"
      "C2.2 f\nC3.2 g\n",
      NULL },
    { "long cells are not said again",
      { .body =
            "<w:tbl>" GRID2 "<w:tr><w:tc><w:tcPr><w:vMerge w:val=\"restart\"/>"
            "</w:tcPr>" P(
                "Polisen och kommunen ska tillsammans se till att "
                "det finns vuxna vid skolan varje kväll hela "
                "terminen, också på helger.") "</w:tc>" TC("a") "</"
                                                                "w:tr><w:tr><w:"
                                                                "tc><w:tcPr><w:"
                                                                "vMerge/></"
                                                                "w:tcPr><w:p/"
                                                                "></w:tc>" TC(
                                                                    "b") "</"
                                                                         "w:tr>"
                                                                         "</"
                                                                         "w:"
                                                                         "tbl"
                                                                         ">" },
      "C0.0 Polisen och kommunen ska tillsammans se till att det finns vuxna "
      "vid skolan varje kväll hela terminen, också på helger.\nC0.1 a\n"
      "C1.1 b\n",
      NULL },
    { "blocks in cells",
      { .body = "<w:tbl>" GRID2 "<w:tr><w:tc>" P("a") PPR(NUM("1", "0"), "b")
            S("Rubrik1", "c") "<w:tbl>" GRID2 "<w:tr>" TC("d")
                TC("e") "</w:tr></w:tbl>" P("f") "</w:tc>" TC(
                    "g") "</w:tr></w:tbl>",
        .styles = styles,
        .lists = lists },
      "C0.0 a b c d e f\nC0.1 g\n",
      NULL },
    { "a frame around text",
      { .body = "<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>" S(
            "Rubrik1", "Fakta")
            PPR(NUM("1", "0"), "a") "<w:tbl>" GRID2 "<w:tr>" TC("b")
                TC("c") "</w:tr></w:tbl>" P("d") "</w:tc>"
                                                 "</w:tr></w:tbl>" P("e"),
        .styles = styles,
        .lists = lists },
      "H1 Fakta\nI1 a\nC0.0 b\nC0.1 c\nP d\nP e\n",
      NULL },
    { "misplaced",
      { .body = "<w:tc>" P("a") "</w:tc><w:tr>" P("b") "</w:tr><w:tbl>" P(
            "c") "<w:tr>" P("d")
            TC("e") "<w:tr>" TC("x") "</w:tr><w:tc>" P("f") "<w:tc>" P(
                "y") "</w:tc></w:tc></w:tr></w:tbl><w:p>" T("g") P("h")
                T("i") "</w:p><w:t>z</w:t><w:footnote>" P(
                    "w") "</w:footnote>" P("j") },
      "C0.0 e\nC0.1 f\nP g\nP h\nP j\n",
      NULL },
    { "notes",
      { .body = "<w:p>" T(
            "Brotten ökar") "<w:r><w:footnoteReference "
                            "w:id=\"2\"/></w:r>" T(" igen.") "</w:p>" PPR(NUM("1", "0"), "punkt") "<w:p><w:pPr>" NUM(
                                "1",
                                "0") "</w:pPr>" T("ett") "<w:r><w:"
                                                         "endnoteReference "
                                                         "w:id=\"3\"/></w:r></"
                                                         "w:p><w:tbl>" GRID2
                                                         "<w:tr><w:tc><w:p>" T(
                                                             "cell") "<w:r><w:"
                                                                     "endnoteRe"
                                                                     "ference "
                                                                     "w:id="
                                                                     "\"4\"/></"
                                                                     "w:r></"
                                                                     "w:p></"
                                                                     "w:tc>" TC("b") "</w:tr></w:tbl><w:p>" T(
                                                                         "slut") "<w:r><w:footnoteReference w:id=\"2\"/>"
                                                                                 "<w:footnoteReference w:id=\"7\"/></w:r></w:p>",
        .lists = lists,
        .footnotes = notes,
        .endnotes = "<w:endnote w:id=\"3\">" S(
            "Rubrik1",
            "Fyra.") "</w:endnote><w:endnote w:id=\"4\">" P("Fem.") "</"
                                                                    "w:"
                                                                    "endnote>",
        .styles = styles },
      "P Brotten ökar igen.\nP Källa: Brå.\nP Mer.\nI1 punkt\nI1 ett Fyra.\n"
      "C0.0 cell Fem.\nC0.1 b\nP slut\n",
      NULL },
    { "text boxes",
      { .body = "<w:p>" T(
            "före ") "<w:r><mc:AlternateContent><mc:Choice "
                     "Requires=\"wps\">" BOX(P("ruta") P(
                         "två")) "</mc:Choice>"
                                 "<mc:Fallback><w:pict><v:textbox><w:"
                                 "txbxContent>" P(
                                     "ruta") "</w:txbxContent></v:textbox></"
                                             "w:pict></mc:Fallback>"
                                             "</mc:AlternateContent></w:r>" T(
                                                 "efter") "</w:p><w:p><w:r>"
                                                          "<mc:"
                                                          "AlternateContent><"
                                                          "mc:Choice "
                                                          "Requires="
                                                          "\"ny\">" BOX(P("ny")) "</mc:Choice><mc:Fallback>" BOX(
                                                              P("reserv")) "</"
                                                                           "mc:"
                                                                           "Fal"
                                                                           "lba"
                                                                           "ck>"
                                                                           "</"
                                                                           "mc:"
                                                                           "Alt"
                                                                           "ern"
                                                                           "ate"
                                                                           "Con"
                                                                           "ten"
                                                                           "t><"
                                                                           "/w:"
                                                                           "r><"
                                                                           "/w:"
                                                                           "p"
                                                                           ">" },
      "P före efter\nP ruta\nP två\nP reserv\n",
      NULL },
    { "boxes in boxes",
      { .body = "<w:p>" T("a") "<w:r>" BOX(
            "<w:p>" T("b") "<w:r>" BOX(P("c")) "</w:r>" T(
                "d") "</w:p><w:tbl>" GRID2 "<w:tr>" TC("e")
                TC("f") "</w:tr></w:tbl>") "</w:r></"
                                           "w:p><w:p><w:r><w:rPr><w:vanish/>"
                                           "</w:rPr>" BOX(
                                               P("dold")) "</w:r></w:p>" },
      "P a\nP b\nP c\nP d\nC0.0 e\nC0.1 f\n",
      NULL },
    { "boxes between cells",
      { .body = P("a") TBL(GRID2 TR("<w:tc>" CONTENT(P("b")) "</w:tc>" TC(
            "c")) TR(CONTENT(TC("x"))) CONTENT(TR(TC("y")))) P("d") },
      "P a\nC0.0 b\nC0.1 c\nP d\n",
      NULL },
    { "boxes in notes",
      { .body = "<w:p>" T("a") REF("2") REF("3") "</w:p>",
        .footnotes = BOX(P("x"))
            NOTE("2", "<w:p>" T("not") "<w:r>" BOX(P("ruta")) "</w:r></w:p>" P(
                          "mer")) NOTE("3", P("sist")) },
      "P a\nP not\nP mer\nP ruta\nP sist\n",
      NULL },
    { "notes in tables",
      { .body = "<w:p>" T("a") REF("2") REF("3") "</w:p>",
        .footnotes = TBL(TR(TC("x") NOTE("2", TC("y")))) NOTE("3", P("not")) },
      "P a\nP not\n",
      NULL },
    { "content controls",
      { .body =
            "<w:sdt><w:sdtPr><w:rPr><w:vanish/></w:rPr></w:sdtPr>"
            "<w:sdtContent>" P(
                "a") "</w:sdtContent></w:sdt><w:p><w:sdt>"
                     "<w:sdtContent>" T(
                         "b") "</w:sdtContent></w:sdt><w:sdt><w:sdtPr>"
                              "<w:showingPlcHdr/></w:sdtPr><w:sdtContent>" T(
                                  "Klicka här") "</w:sdtContent></w:sdt></"
                                                "w:p>" },
      "P a\nP b\n",
      NULL },
    { "contents",
      { .body = S("InnehR", "Innehåll") S("Inneh1", "Mål 3") "<w:p>" FIELD(
            "begin") CODE(" TOC \\o") FIELD("separate")
            T("Mål 4") "</w:p>" P("Om 5") "<w:p>" FIELD("end") "</w:p>" P(
                "text") "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery "
                        "w:val=\"Table of Contents\"/></w:docPartObj></w:sdtPr>"
                        "<w:sdtContent>" S("Rubrik1", "Innehåll") P(
                            "a 1") "</w:sdtContent></w:sdt><w:p>" FIELD("begin")
                            CODE("TOC") FIELD("separate")
                                T("b 2") "</w:p>" S("Rubrik1", "Mål") P("c"),
        .styles = styles },
      "Pc Innehåll\nPc Mål 3\nPc Mål 4\nPc Om 5\nP text\nPc Innehåll\nPc a 1\n"
      "Pc b 2\nH1 Mål\nP c\n",
      NULL },
    { "margins",
      { .body = S("Citat", "Bra, sa hon."),
        .header = S("Rubrik1", "Dnr 1"),
        .footer = P("Sida 1"),
        .styles = styles },
      "Pf Dnr 1\nP\" Bra, sa hon.\nPf Sida 1\n",
      NULL },
    { "a deleted end before a table",
      { .body = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" T(
            "a") "</w:p><w:tbl>" GRID2 "<w:tr><w:tc><w:p><w:pPr><w:rPr><w:del/>"
                 "</w:rPr></w:pPr>" T("b") "</w:p></w:tc>" TC(
                     "c") "</w:tr></w:tbl><w:p><w:pPr><w:rPr><w:del/></w:rPr></"
                          "w:pPr>" T("d") "</w:p>" },
      "P a\nC0.0 b\nC0.1 c\nP d\n",
      "document-tracked-accepted" },
};

/* A title over two columns titles both, and the row is one of titles. */
static void
test_wide_titles(void **state)
{
    static const struct opened_docx file = {
        .body = "<w:tbl>" GRID3 "<w:tr>" TITLES
            TC("Vad") "<w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>" P(
                "När") "</w:tc></w:tr><w:tr>" TC("a") TC("b")
                TC("c") "</w:tr></w:tbl>",
    };
    static const uint32_t titles[] = { NO_INDEX, NO_INDEX, 0, 1, 1 };
    samsyn_document *document = NULL;
    struct buf bytes = opened_bytes();

    (void)state;
    opened_docx(&bytes, &file);
    assert_int_equal(opened_read(&document, NULL, &bytes, &mem_default,
                                 SAMSYN_TRACKED_ACCEPT),
                     SAMSYN_OK);
    assert_int_equal(document->block_count, ARRAY_LEN(titles));
    for (size_t i = 0; i < ARRAY_LEN(titles); i++)
        assert_int_equal(document->blocks[i].header, titles[i]);
    assert_string_equal(document->blocks[4].place.ptr,
                        "tabell 1, rad 2, kolumn När");
    samsyn_document_free(document);
}

/* Cells without anything in them come from a few bytes each, and are kept until
 * their table ends. */
static void
test_many_cells(void **state)
{
    struct opened_docx file = { 0 };
    samsyn_document *document = NULL;
    samsyn_diagnostics *list = NULL;
    struct buf body = opened_bytes(), bytes = opened_bytes();

    (void)state;
    buf_text(&body, P("a") "<w:tbl><w:tr>");
    for (size_t i = 0; i < STRIP_MOST_EVENTS / 2; i++)
        buf_text(&body, "<w:tc/>");
    buf_text(&body, "</w:tr></w:tbl>");
    buf_char(&body, '\0');
    file.body = body.data;
    opened_docx(&bytes, &file);
    assert_int_equal(opened_read(&document, &list, &bytes, &mem_default,
                                 SAMSYN_TRACKED_ACCEPT),
                     SAMSYN_E_LIMIT);
    check_said(list, "document-xml-elements");
    samsyn_diagnostics_free(list);
    buf_done(&body);
}

int
main(void)
{
    struct CMUnitTest tests[ARRAY_LEN(samples) + 2];
    size_t count = 0;

    if (!samsyn_read_can(SAMSYN_READ_DOCX))
        return 0;
    for (size_t i = 0; i < ARRAY_LEN(samples); i++)
        tests[count++] = test_of(samples[i].name, test_sample, &samples[i]);
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(test_wide_titles);
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(test_many_cells);
    return cmocka_run_group_tests_name("read docx parts", tests, NULL, NULL);
}
