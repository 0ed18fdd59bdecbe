/* SPDX-License-Identifier: MIT */

/* DOCX to blocks: headings, text, lists, what is hidden, fields, tracked
 * changes, where it says that a block stands, and what a package may lack. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "document/document.h"
#include "support/docx_xml.h"

static const struct sample samples[] = {
    { "headings",
      { .body = S("Rubrik", "Avtal") S("Rubrik1", "Mål") S("Egen", "Mer")
            S("Heading2", "Om") S("Niva", "Tre") S("Brod", "Text")
                S("Rubrik7", "Lika") PPR("<w:outlineLvl w:val=\"1\"/>", "Två")
                    PPR("<w:pStyle w:val=\"Rubrik1\"/><w:outlineLvl "
                        "w:val=\"9\"/>",
                        "Inte") S("Okänd", "Slut"),
        .styles = styles },
      "H1 Avtal\nH1 Mål\nH1 Mer\nH2 Om\nH3 Tre\nP Text\nP Lika\nH2 Två\n"
      "P Inte\nP Slut\n",
      NULL },
    { "guessed headings",
      { .body = "<w:p>" B("Mål") "</w:p><w:p>" B("Mål.") "</w:p><w:p>" B(
            "Mål") T(" (bilaga)") "</w:p><w:p>" B("Mål")
            T(" bilaga") "</w:p><w:p>" B("Kontakt") "<w:r><w:br/></w:r>" T(
                "Ann"
                "a") "</w:p><w:p>" B("a") "<w:r><w:br/></w:r>" B("b") "</"
                                                                      "w:p>" S(
                                                                          "Fet",
                                                                          "Rubr"
                                                                          "ik") "<w:p><w:"
                                                                                "pPr><w:"
                                                                                "pStyle "
                                                                                "w:val="
                                                                                "\"Fet\"/"
                                                                                ">"
                                                                                "</"
                                                                                "w:pPr><"
                                                                                "w:r><w:"
                                                                                "rPr><w:"
                                                                                "b "
                                                                                "w:val="
                                                                                "\"0\"/"
                                                                                "></"
                                                                                "w:rPr><"
                                                                                "w:t>text"
                                                                                "</w:t></"
                                                                                "w:r></"
                                                                                "w:p><w:"
                                                                                "p><w:r><"
                                                                                "w:rPr><"
                                                                                "w:"
                                                                                "rStyle "
                                                                                "w:val="
                                                                                "\"Stark"
                                                                                "\"/></"
                                                                                "w:rPr><"
                                                                                "w:t>"
                                                                                "Stark</"
                                                                                "w:t></"
                                                                                "w:r></"
                                                                                "w:p>",
        .styles = styles },
      "H6? Mål\nP Mål.\nH6? Mål (bilaga)\nP Mål bilaga\nH6? Kontakt\nP Anna\n"
      "P a b\nH6? Rubrik\nP text\nH6? Stark\n",
      NULL },
    { "words in pieces",
      { .body = "<w:p>" T("Upp") "<w:proofErr/>" T(
            "följ") "<w:bookmarkStart/>"
                    "<w:hyperlink>" T("ning") "</w:hyperlink>" T(
                        " av 25\xC2\xA0") T("000") "</w:p>" },
      "P Uppföljning av 25 000\n",
      NULL },
    { "marks",
      { .body = "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr>"
                "<w:r><w:t>icke</w:t><w:noBreakHyphen/><w:t>brytande</w:t>"
                "<w:tab/><w:t>med</w:t><w:br/><w:t>ny</w:t><w:cr/>"
                "<w:t>tryg</w:t><w:softHyphen/><w:t>ghet</w:t><w:ptab/>"
                "<w:sym w:font=\"W\" w:char=\"2611\"/><w:sym w:char=\"x\"/>"
                "<w:sym w:char=\"D800\"/><w:sym w:char=\"0\"/></w:r></w:p>" },
      "P icke-"
      "brytande med ny trygghet ☑\n",
      NULL },
    { "lists",
      { .body = P("Vi ska:") PPR(NUM("1", "0"), "ett") PPR(NUM("1", "1"), "två")
            PPR(NUM("2", "1"), "av två") PPR(NUM("2", "0"), "av ett")
                PPR(NUM("1", "2"), "tre") PPR(NUM("1", "0"), "fyra")
                    PPR(NUM("0", "0"), "ingen") PPR(NUM("9", "0"), "okänd"),
        .lists = lists },
      "P Vi ska:\nI1 ett\nI2 två av två\nI1 av ett\nI3 tre\nI1 fyra\n"
      "P ingen\nP okänd\n",
      NULL },
    { "lists by style",
      { .body = S("Forts", "först") S("Punkt", "ett") S("Forts", "mer")
            S("Punkt2", "två") S("Lagd", "tre") PPR(NUM("3", "0"), "fyra")
                PPR("<w:pStyle w:val=\"Punkt\"/>" NUM("0", "0"), "ingen") PPR(
                    "<w:pStyle w:val=\"Rubrik1\"/>" NUM("1", "0"), "Rubrik"),
        .styles = styles,
        .lists = lists },
      "P först\nI1 ett mer\nI2 två\nI3 tre\nI1 fyra\nP ingen\nH1 Rubrik\n",
      NULL },
    { "lists by hand",
      { .body = P("•\tett") P("- två") P("– sa hon") P("–\ttre") P("a) fyra")
            P("1. Mål") P("2. Vi ska mäta.") "<w:p>" T(
                "Så:") "<w:r><w:br/>"
                       "</w:r>" T("• fem") "</w:p>" },
      "I1? ett\nI1? två\nP – sa hon\nI1? tre\nI1? fyra\nP 1. Mål\n"
      "I1? Vi ska mäta.\nP Så:\nI1? fem\n",
      NULL },
    { "hidden",
      { .body = S(
            "Dold",
            "a") "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>b"
                 "</w:t></w:r><w:r><w:rPr><w:rStyle w:val=\"DoldT\"/></w:rPr>"
                 "<w:t>c</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr>"
                 "<w:t>d</w:t></w:r></w:p><w:p><w:pPr><w:rPr><w:vanish/></"
                 "w:rPr>"
                 "</w:pPr>" T("e") "</w:p>",
        .styles = styles },
      "P d\nP e\n",
      NULL },
    { "fields",
      { .body = "<w:p>" T("den ") FIELD("begin") CODE(" DATE ") T("kod")
            FIELD("separate") T("3 mars") FIELD("end")
                T(" och ") "<w:fldSimple w:instr=\"REF x\">" T(
                    "mål 2") "</w:fldSimple></w:p><w:p>" FIELD("begin")
                    CODE("IF ") FIELD("begin") CODE("X") FIELD("separate")
                        T("1") FIELD("end") T("2") FIELD("separate") T("ja")
                            FIELD("end") FIELD("end") "</w:p><w:p>" FIELD(
                                "begin") "</w:p>" P("kvar") },
      "P den 3 mars och mål 2\nP ja\nP kvar\n",
      NULL },
    { "tracked changes",
      { .body =
            "<w:p>" T(
                "Vi ") "<w:del>"
                       "<w:r><w:delText>lovar</w:delText>"
                       "</w:r></w:del><w:ins>" T("ska") "</w:ins>" T(" mäta.") "</w:p><w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" T("ett ") "</w:p>" P("stycke") "<w:p><w:moveFrom>" T("flytt") "</w:moveFrom></w:p><w:p><w:moveTo>" T(
                           "flytt") "</w:moveTo>"
                                    "</w:p><w:tbl>" GRID2
                                    "<w:tr><w:trPr><w:del/></w:trPr>" TC("a")
                                        TC("b") "</w:tr><w:tr>" TC(
                                            "c") "<w:tc><w:tcPr><w:cellIns/>"
                                                 "</w:tcPr>" P(
                                                     "d") "</w:tc></w:tr></"
                                                          "w:tbl><w:p><w:pPr>"
                                                          "<w:pStyle "
                                                          "w:val=\"Rubrik1\"/"
                                                          "><w:pPrChange><w:"
                                                          "pPr><w:pStyle "
                                                          "w:val=\"Normal\"/></"
                                                          "w:pPr></"
                                                          "w:pPrChange></"
                                                          "w:pPr>" T(
                                                              "Mål") "</"
                                                                     "w:p><w:p>"
                                                                     "<w:r><w:"
                                                                     "rPr><w:"
                                                                     "rPrChange"
                                                                     "><w:rPr><"
                                                                     "w:vanish/"
                                                                     "></w:rPr>"
                                                                     "</"
                                                                     "w:"
                                                                     "rPrChange"
                                                                     "></"
                                                                     "w:rPr><w:"
                                                                     "t>syns</"
                                                                     "w:t></"
                                                                     "w:r></"
                                                                     "w:p>",
        .styles = styles },
      "P Vi ska mäta.\nP ett stycke\nP flytt\nC0.0 c\nC0.1 d\nH1 Mål\n"
      "P syns\n",
      "document-tracked-accepted" },
    { "styles in a circle",
      { .body = S("a", "text") S("c", "Rubrik"),
        .styles = "<w:style w:type=\"paragraph\" w:styleId=\"a\"><w:basedOn "
                  "w:val=\"b\"/></w:style><w:style w:styleId=\"b\"><w:basedOn "
                  "w:val=\"a\"/></w:style><w:style w:styleId=\"c\"><w:name "
                  "w:val=\"HEADING 3\"/><w:basedOn w:val=\"c\"/></w:style>" },
      "P text\nH3 Rubrik\n",
      "document-style-loop" },
    { "strict",
      { .body = S("Rubrik1", "Mål") P("text") "<w:p><m:oMath><m:r><m:t>x"
                                              "</m:t></m:r></m:oMath></w:p>",
        .styles = styles,
        .strict = true },
      "H1 Mål\nP text\nP x\n",
      NULL },
    { "sections and changes of them",
      { .body = PPR("<w:sectPr><w:pgSz/></w:sectPr>",
                    "a") "<w:sectPr>"
                         "<w:headerReference/></w:sectPr>" },
      "P a\n",
      NULL },
};

/* ---- Changes that are not accepted ---- */

static void
test_rejected(void **state)
{
    samsyn_document *document = NULL;
    samsyn_diagnostics *list = NULL;
    const struct sample *sample = samples;
    struct buf bytes = opened_bytes();

    (void)state;
    while (strcmp(sample->name, "tracked changes") != 0)
        sample++;
    opened_docx(&bytes, &sample->file);
    assert_int_equal(opened_read(&document, &list, &bytes, &mem_default,
                                 SAMSYN_TRACKED_REJECT),
                     SAMSYN_OK);
    check_said(list, "document-tracked-rejected");
    assert_non_null(strstr(samsyn_diagnostics_message(list, 0), "6"));
    check_blocks(document,
                 "P Vi lovar mäta.\nP ett\nP stycke\nP flytt\nC0.0 a\n"
                 "C0.1 b\nC1.0 c\nP Mål\n");
    samsyn_diagnostics_free(list);
    samsyn_document_free(document);
}

/* ---- Places and properties ---- */

static void
test_places(void **state)
{
    static const char *const places[] = {
        "sidhuvud",
        "stycke 1",
        "fotnot 1",
        "fotnot 1",
        "stycke 2",
        "tabell 1, rad 1, kolumn 1",
        "tabell 1, rad 1, kolumn 2",
        "tabell 1, rad 2, kolumn Vad",
        "tabell 1, rad 2, kolumn Ansvarig",
        "stycke 3",
        "sidfot",
    };
    const struct opened_docx file = {
        .body =
            "<w:p>" T("a") "<w:r><w:footnoteReference w:id=\"2\"/></w:r>"
                           "</w:p><w:p/>" PPR(
                               NUM("1", "0"),
                               "b") "<w:tbl>" GRID2 "<w:tr>" TITLES TC("Vad")
                               TC("Ansvarig") "</w:tr><w:tr>" TC("c")
                                   TC("d") "</w:tr></w:tbl>" P("e"),
        .header = P("f"),
        .footer = P("g"),
        .footnotes = notes,
        .lists = lists,
        .properties = "<dc:title> Avtal </dc:title><dcterms:created>"
                      "2025-01-02T03:04:05Z</dcterms:created>"
                      "<dcterms:modified>2026-03-01T12:00:00Z"
                      "</dcterms:modified>",
    };
    samsyn_document *document = NULL;
    struct buf bytes = opened_bytes();

    (void)state;
    opened_docx(&bytes, &file);
    assert_int_equal(opened_read(&document, NULL, &bytes, &mem_default,
                                 SAMSYN_TRACKED_ACCEPT),
                     SAMSYN_OK);
    assert_int_equal(document->block_count, ARRAY_LEN(places));
    for (size_t i = 0; i < ARRAY_LEN(places); i++)
        assert_string_equal(document->blocks[i].place.ptr, places[i]);
    assert_string_equal(
        samsyn_document_property(document, SAMSYN_PROPERTY_TITLE), "Avtal");
    assert_string_equal(
        samsyn_document_property(document, SAMSYN_PROPERTY_DATE), "2026-03-01");
    assert_string_equal(
        samsyn_document_property(document, SAMSYN_PROPERTY_FORMAT), "docx");
    samsyn_document_free(document);
}

/* ---- Packages ---- */

/* Without relations the text is where it always is; without it there is
 * nothing to read. */
static const struct package {
    const char *name, *path;
    const char *target; /* that the package's relations name; NULL for none */
    const char *code;
    samsyn_status status;
} packages[] = {
    { "no relations", "word/document.xml", NULL, NULL, SAMSYN_OK },
    { "other case", "Word/Document.XML", NULL, NULL, SAMSYN_OK },
    { "of Word in a browser", "word/document2.xml", "word/document2.xml", NULL,
      SAMSYN_OK },
    { "a path to be tidied", "word/document2.xml",
      "/./x/..//word/document2.xml", NULL, SAMSYN_OK },
    { "of another place", "word/document.xml", "../../a", NULL, SAMSYN_OK },
    { "no text", "word/document2.xml", NULL, "document-no-text-part",
      SAMSYN_E_NOT_TEXT },
};

static void
test_package(void **state)
{
    static const char text[] =
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/"
        "wordprocessingml/2006/main\"><w:body>" P("text") "</w:body>"
                                                          "</w:document>";
    const struct package *row = *state;
    struct buf relations = opened_bytes();
    samsyn_document *document = NULL;
    samsyn_diagnostics *list = NULL;
    struct buf bytes = opened_bytes();

    buf_text(&relations, "<Relationships xmlns=\"http://schemas."
                         "openxmlformats.org/package/2006/relationships\">"
                         "<Relationship Type=\"/officeDocument\" Target=\"");
    buf_text(&relations, row->target ? row->target : "");
    buf_text(&relations, "\"/></Relationships>");
    const struct packed_part parts[] = {
        { row->path, str_of(text), 0 },
        { "word/document.txt", STR(""), 0 },
        { "_rels/.rels", buf_view(&relations), 0 },
    };
    packed_zip(&bytes, parts, row->target ? 3 : 2);
    buf_done(&relations);
    assert_int_equal(opened_read(&document, &list, &bytes, &mem_default,
                                 SAMSYN_TRACKED_ACCEPT),
                     row->status);
    check_said(list, row->code);
    if (document)
        check_blocks(document, "P text\n");
    samsyn_diagnostics_free(list);
    samsyn_document_free(document);
}

int
main(void)
{
    struct CMUnitTest tests[ARRAY_LEN(samples) + ARRAY_LEN(packages) + 2];
    size_t count = 0;

    if (!samsyn_read_can(SAMSYN_READ_DOCX))
        return 0;
    for (size_t i = 0; i < ARRAY_LEN(samples); i++)
        tests[count++] = test_of(samples[i].name, test_sample, &samples[i]);
    for (size_t i = 0; i < ARRAY_LEN(packages); i++)
        tests[count++] = test_of(packages[i].name, test_package, &packages[i]);
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(test_rejected);
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(test_places);
    return cmocka_run_group_tests_name("read docx", tests, NULL, NULL);
}
