/* SPDX-License-Identifier: MIT */
#ifndef TESTS_DOCX_XML_H
#define TESTS_DOCX_XML_H

/* WordprocessingML in few letters, with the styles, lists and notes that the
 * tests of the DOCX reader use, and a row of them. */

#include "support/opened_check.h"

#define T(text) "<w:r><w:t xml:space=\"preserve\">" text "</w:t></w:r>"
#define B(text) "<w:r><w:rPr><w:b/></w:rPr><w:t>" text "</w:t></w:r>"
#define P(text) "<w:p>" T(text) "</w:p>"
#define S(style, text)                                                         \
    "<w:p><w:pPr><w:pStyle w:val=\"" style "\"/></w:pPr>" T(text) "</w:p>"
#define PPR(properties, text)                                                  \
    "<w:p><w:pPr>" properties "</w:pPr>" T(text) "</w:p>"
#define NUM(list, level)                                                       \
    "<w:numPr><w:ilvl w:val=\"" level "\"/><w:numId w:val=\"" list             \
    "\"/></w:numPr>"
#define TC(text) "<w:tc>" P(text) "</w:tc>"
#define TR(cells) "<w:tr>" cells "</w:tr>"
#define TBL(rows) "<w:tbl>" rows "</w:tbl>"
#define CONTENT(text) "<w:txbxContent>" text "</w:txbxContent>"
#define NOTE(id, text) "<w:footnote w:id=\"" id "\">" text "</w:footnote>"
#define REF(id) "<w:r><w:footnoteReference w:id=\"" id "\"/></w:r>"
#define GRID2 "<w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>"
#define GRID3 "<w:tblGrid><w:gridCol/><w:gridCol/><w:gridCol/></w:tblGrid>"
#define TITLES "<w:trPr><w:tblHeader/></w:trPr>"
#define FIELD(kind) "<w:r><w:fldChar w:fldCharType=\"" kind "\"/></w:r>"
#define CODE(code) "<w:r><w:instrText>" code "</w:instrText></w:r>"
#define BOX(text)                                                              \
    "<w:drawing><wps:txbx><w:txbxContent>" text                                \
    "</w:txbxContent></wps:txbx></w:drawing>"

static const char styles[] =
    "<w:docDefaults><w:rPrDefault><w:rPr><w:b/></w:rPr></w:rPrDefault>"
    "</w:docDefaults><w:latentStyles><w:lsdException w:name=\"heading 1\"/>"
    "</w:latentStyles>"
    "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\">"
    "<w:name w:val=\"Normal\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Egen\"><w:name w:val=\"Egen\"/>"
    "<w:basedOn w:val=\"Rubrik1\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Rubrik1\">"
    "<w:name w:val=\"heading 1\"/><w:basedOn w:val=\"Normal\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Heading2\">"
    "<w:name w:val=\"Heading 2\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Niva\"><w:name w:val=\"x\"/>"
    "<w:pPr><w:outlineLvl w:val=\"2\"/></w:pPr></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Brod\"><w:name w:val=\"y\"/>"
    "<w:basedOn w:val=\"Niva\"/><w:pPr><w:outlineLvl w:val=\"9\"/></w:pPr>"
    "</w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Rubrik\">"
    "<w:name w:val=\"Title\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Rubrik7\">"
    "<w:name w:val=\"Rubrik 7\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Inneh1\">"
    "<w:name w:val=\"toc 1\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"InnehR\">"
    "<w:name w:val=\"TOC Heading\"/><w:basedOn w:val=\"Rubrik1\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Citat\">"
    "<w:name w:val=\"Quote\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Fet\"><w:name w:val=\"Fet\"/>"
    "<w:rPr><w:b/></w:rPr></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Dold\"><w:name w:val=\"Dold\"/>"
    "<w:rPr><w:vanish/></w:rPr></w:style>"
    "<w:style w:type=\"character\" w:styleId=\"DoldT\">"
    "<w:name w:val=\"Dold text\"/><w:rPr><w:vanish/></w:rPr></w:style>"
    "<w:style w:type=\"character\" w:styleId=\"Stark\">"
    "<w:name w:val=\"Strong\"/><w:rPr><w:b/></w:rPr></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Punkt\">"
    "<w:name w:val=\"List Bullet\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/>"
    "</w:numPr></w:pPr></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Punkt2\">"
    "<w:name w:val=\"List Bullet 2\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/>"
    "</w:numPr></w:pPr></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Lagd\">"
    "<w:name w:val=\"Lagd\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/>"
    "</w:numPr></w:pPr></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Forts\">"
    "<w:name w:val=\"List Continue\"/></w:style>"
    "<w:style w:type=\"table\" w:styleId=\"Rutnat\"><w:name w:val=\"T\"/>"
    "<w:tblStylePr w:type=\"firstRow\"><w:rPr><w:b/></w:rPr></w:tblStylePr>"
    "</w:style>"
    "<w:style w:type=\"table\" w:styleId=\"Tomt\"><w:name w:val=\"U\"/>"
    "</w:style>";

static const char lists[] =
    "<w:abstractNum w:abstractNumId=\"5\">"
    "<w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"•\"/>"
    "</w:lvl><w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"decimal\"/>"
    "<w:lvlText w:val=\"%2.\"/></w:lvl><w:lvl w:ilvl=\"2\">"
    "<w:pStyle w:val=\"Lagd\"/><w:lvlPicBulletId w:val=\"0\"/></w:lvl>"
    "</w:abstractNum><w:abstractNum w:abstractNumId=\"6\"><w:lvl w:ilvl=\"0\">"
    "<w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\" \"/></w:lvl>"
    "<w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"none\"/><w:lvlText w:val=\"x\"/>"
    "</w:lvl></w:abstractNum>"
    "<w:abstractNum w:abstractNumId=\"7\"><w:numStyleLink w:val=\"x\"/>"
    "</w:abstractNum><w:num w:numId=\"3\"><w:abstractNumId "
    "w:val=\"7\"/></w:num>"
    "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"5\"/><w:lvlOverride>"
    "<w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"none\"/></w:lvl></w:lvlOverride>"
    "</w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"6\"/></w:num>";

static const char notes[] = "<w:footnote w:type=\"separator\" w:id=\"-1\">" P(
    "---") "</w:footnote>"
           "<w:footnote w:id=\"2\">" P("Källa: Brå.") P("Mer.") "</w:footnote>";

struct sample {
    const char *name;
    struct opened_docx file;
    const char *blocks;
    const char *notice; /* its code; NULL for none */
};

/* Every allocation fails in turn. */
static inline void
test_sample(void **state)
{
    const struct sample *sample = *state;
    samsyn_status status = SAMSYN_E_NOMEM;

    for (size_t n = 0; status == SAMSYN_E_NOMEM; n++) {
        struct ledger ledger = { .budget = n };
        samsyn_allocator mem = ledger_allocator(&ledger);
        samsyn_document *document = NULL;
        samsyn_diagnostics *list = NULL;
        struct buf bytes = opened_bytes();

        assert_in_range(n, 0, 5000);
        opened_docx(&bytes, &sample->file);
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

#endif
