/* SPDX-License-Identifier: MIT */

/* Web pages to blocks: what is content and what only stands around it, every
 * element that carries structure, what is refused, and that every allocation
 * that fails, also those inside libxml2, is a status. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#ifdef READ_HTML
#include <libxml/xmlmemory.h>
#endif

#include "read/html_tags.h"
#include "samsyn_read.h"
#include "support/document_dump.h"
#include "support/ledger.h"

#define PAGE "<!doctype html><html><head><title>T</title></head><body>"

static struct sample {
    const char *name, *page, *blocks;
    const char *notice; /* its code; NULL for none */
} samples[] = {
    { "headings",
      PAGE "<h1>Avtal</h1><h2>Mål</h2><h6>x</h6><p>Text <em>med</em> "
           "<b>stil</b> och &aring;&auml;&#246;, tryg&shy;ghet.",
      "H1 Avtal\nH2 Mål\nH6 x\nP Text med stil och åäö, "
      "trygghet.\n",
      NULL },
    { "headings by role",
      PAGE "<div role=heading aria-level=3>a</div><div role='heading'>b</div>"
           "<p>c",
      "H3 a\nH2 b\nP c\n", NULL },
    { "lines",
      PAGE "<p>rad\nett brotts-\nförebyggande<br>rad två<br><br>nytt"
           "<hr>sist<pre>ra\nder</pre>",
      "P rad ett brotts- förebyggande rad två\nP nytt\nP sist\n"
      "P ra der\n",
      NULL },
    { "lists",
      PAGE
      "<p>Vi ska:<ul><li>ett<li><p>två</p><p>mer</p><ol><li>tre"
      "</ol>av två<li><h3>fyra</h3></ul><div role=list><div role=listitem>fem"
      "</div></div>",
      "P Vi ska:\nI1 ett\nI1 två mer\nI2 tre\nI1 av två\nI1 fyra\nI1 fem\n",
      NULL },
    { "bold headings",
      PAGE
      "<p><strong>Trygghet</strong></p><p>Text.</p><p><b>Mål:</b> "
      "text</p><div><b>Polisen</b><br>ska mer.</div><p><b>a</b><br><b>b</b></p>"
      "<p><b>Mening.</b><p><b>1. Torget</b> (7 svar)<br>Mer.",
      "H6? Trygghet\nP Text.\nP Mål: text\nH6? Polisen\nP ska mer.\nP a b\n"
      "P Mening.\nH6? 1. Torget (7 svar)\nP Mer.\n",
      NULL },
    { "items that are lines",
      PAGE "<p>Vi ska:<br>• ett<br>• två<br>mer</p><p>1. ett<br>2. två</p>"
           "<p>a) ett</p><p>1. Mål<p>– Bra, säger hon.<p>- ett<br>- två",
      "P Vi ska:\nI1? ett\nI1? två mer\nI1? ett\nI1? två\nI1? ett\nP 1. Mål\n"
      "P – Bra, säger hon.\nI1? ett\nI1? två\n",
      NULL },
    { "terms",
      PAGE "<dl><dt>Ansvarig<dd>kommunen<dt>Tid:<dd><p>2024</p><p>mer</p>"
           "<dt>Ensam</dl>",
      "P Ansvarig: kommunen\nP Tid: 2024\nP mer\nP Ensam\n", NULL },
    { "folds",
      PAGE
      "<h2>a</h2><details><summary>b</summary>c</details><details>"
      "<summary>d</summary>e</details><details><summary><h3>f</h3></summary>g",
      "H2 a\nH3? b\nP c\nH3? d\nP e\nH3 f\nP g\n", NULL },
    { "quotation", PAGE "<blockquote><p>a</p><ul><li>b</ul></blockquote>c",
      "P\" a\nI1\" b\nP c\n", NULL },
    { "table",
      PAGE "<table><caption>Plan</caption><thead><tr><th>Vad<th>Vem</thead>"
           "<tbody><tr><td><p>a</p><p>b</p><td><ul><li>c<li>d</ul></table>",
      "P Plan\nT0.0 Vad\nT0.1 Vem\nC1.0 a b\nC1.1 c d\n", NULL },
    { "titles of rows",
      PAGE "<table><tr><th>Vad<th>Vem<tr><th>a<td>b<tr><td>c<td>d</table>",
      "T0.0 Vad\nT0.1 Vem\nC1.0 a\nC1.1 b\nC2.0 c\nC2.1 d\n", NULL },
    { "titles that are bold",
      PAGE
      "<table><tr><td><b>Vad</b><td><b>Vem</b><tr><td>a<td>b<tr><td>c<td>d"
      "</table><table><tr><td><b>Anna</b><td><b>Bo</b><tr><td>a<td>b</table>",
      "T0.0 Vad\nT0.1 Vem\nC1.0 a\nC1.1 b\nC2.0 c\nC2.1 d\nC3.0 Anna\nC3.1 Bo\n"
      "C4.0 a\nC4.1 b\n",
      NULL },
    { "cells that span",
      PAGE
      "<table><tr><th>A<th>B<th>C<tr><td rowspan=2>a<td>b<td>c<tr><td>d<td>e"
      "<tr><td colspan=2>f<td>g</table>",
      "T0.0 A\nT0.1 B\nT0.2 C\nC1.0 a\nC1.1 b\nC1.2 c\nC2.0 a\nC2.1 d\nC2.2 e\n"
      "C3.0 f\nC3.2 g\n",
      NULL },
    { "a caption below",
      PAGE
      "<table><tr><td>a<td>b</tr><caption>c</caption><tr><td>d<td>e</table>",
      "C0.0 a\nC0.1 b\nP c\nC1.0 d\nC1.1 e\n", NULL },
    { "tables for layout",
      PAGE
      "<table><tr><td>vänster<td><h2>Titel</h2>text</table>"
      "<table role=presentation><tr><td>a<td>b</table>"
      "<table><tr><td>c<td><table><tr><td>d<td>e<tr><td>f<td>g</table></table>",
      "P vänster\nH2 Titel\nP text\nP a\nP b\nP c\nC0.0 d\nC0.1 e\nC1.0 "
      "f\nC1.1 g\n",
      NULL },
    { "text between cells",
      PAGE "<table>a<tr><h2>b</h2><td>c<td>d</table><table><tr><caption>e"
           "</caption><td>f<td>g</table>",
      "P a\nH2 b\nP c\nP d\nP e\nP f\nP g\n", NULL },
    { "a table in a list", PAGE "<ul><li>a<table><tr><th>b<th>c</table>d</ul>",
      "I1 a\nT0.0 b\nT0.1 c\nI1 d\n", NULL },
    { "what is not seen",
      PAGE
      "<p>a<script>x('<p>y')</script><style>z</style><span hidden>h</span>"
      "<span style='color:red; Display : None'>n</span><span class=sr-only>s"
      "</span><del>bort</del><template>t</template><select><option>o</select>"
      "<svg><text>v</text></svg> b<div hidden>c</div>",
      "P a b\n", NULL },
    { "what a button opens",
      PAGE "<h2><button aria-controls=p1>Mål</button></h2><div id=p1 hidden>"
           "text</div><div id=p2 hidden>dolt</div><button>Ja</button> "
           "<button>Sköt om</button>",
      "H2 Mål\nP text\nPf Ja\nPf Sköt om\n", NULL },
    { "a municipal page",
      PAGE
      "<a class='skip-link' href=#m>Hoppa</a><div class='cookie-bar'><h2>Vi "
      "använder</h2><p>text</p></div><header><h1><a href=/>Ekvalla</a></h1>"
      "<nav><ul><li><a>Start</a></ul></nav></header><div "
      "class=breadcrumbs>Start "
      "/ Trygghet</div><main><h1>Löften</h1><p>Vi "
      "lovar.</p><aside>Fakta</aside>"
      "<form><label>Namn</label></form><div id=share>Dela</div><footer>Sidan"
      "</footer></main><p>under</p><footer><h2>Kontakt</h2>gata</footer>",
      "Pf Hoppa\nPf Vi använder\nPf text\nPf Ekvalla\nI1f Start\n"
      "Pf Start / Trygghet\nH1 Löften\nP Vi lovar.\nPf Fakta\nPf Namn\nPf "
      "Dela\n"
      "Pf Sidan\nPf under\nPf Kontakt\nPf gata\n",
      NULL },
    { "the title above the content",
      PAGE "<div class=top><h1>Löften</h1>nära</div><div role=main>text</div>",
      "H1 Löften\nPf nära\nP text\n", NULL },
    { "an article",
      PAGE
      "<div>annat</div><article><header><h2>a</h2></header>"
      "Polisen och kommunen lovar att vara på torget varje fredag.</article>",
      "Pf annat\nH2 a\nP Polisen och kommunen lovar att vara på torget varje "
      "fredag.\n",
      NULL },
    { "no mark of the content",
      PAGE
      "<ul><li><a>Start</a><li><a>Om oss</a></ul><div>Ring 123</div><div>"
      "<h1>Avtal</h1><p>Kommunen och polisen kommer överens om att samverka i "
      "det brottsförebyggande arbetet under fyra år.</div><div>Gata 1</div>",
      "I1f Start\nI1f Om oss\nPf Ring 123\nH1 Avtal\nP Kommunen och polisen "
      "kommer "
      "överens om att samverka i det brottsförebyggande arbetet under fyra "
      "år.\n"
      "Pf Gata 1\n",
      NULL },
    { "names that mislead",
      "<html><body class='menu-open has-sidebar'><form id=aspnet><h1>a</h1><p>b"
      "</form><table><thead class=header><tr "
      "class=header><th>c<th>d</thead><tr><td>e"
      "<td>f</table>",
      "H1 a\nP b\nT0.0 c\nT0.1 d\nC1.0 e\nC1.1 f\n", NULL },
    { "contents and notes",
      PAGE "<nav id=TOC role=doc-toc><ul><li><a>Mål</a></ul></nav><p>Text<a "
           "role=doc-noteref><sup>1</sup></a>.<section "
           "role=doc-endnotes><ol><li>Not. "
           "<a role=doc-backlink>upp</a></ol></section>",
      "I1c Mål\nP Text.\nI1 Not.\n", NULL },
    { "notes as LibreOffice writes them",
      PAGE "<p>Text.<a class=sdfootnoteanc><sup>1</sup></a></p><div>"
           "<p class=sdfootnote><a class=sdfootnotesym>1</a>Not.</p></div>",
      "P Text.\nP Not.\n", NULL },
    { "notes and margins as Word writes them",
      PAGE "<p class=MsoHeader>Dnr 7</p><p class=MsoNormal>Text.<a "
           "href='#_ftn1'><span class=MsoFootnoteReference>[1]</span></a></p>"
           "<p class=MsoFootnoteText>Not.</p>",
      "Pf Dnr 7\nP Text.\nP Not.\n", NULL },
    { "several years",
      PAGE "<main><h1>Löften</h1><h2>2023</h2><ul><li>a</ul><h2>2024</h2><ul>"
           "<li>b</ul></main>",
      "H1 Löften\nH2 2023\nI1 a\nH2 2024\nI1 b\n", NULL },
    { "utf-8 by its mark", "\xEF\xBB\xBF<html><p>å", "P å\n", NULL },
    { "utf-8 that is damaged", "<html><meta charset=UTF-8><p>å \xE5",
      "P å \xEF\xBF\xBD\n", "document-replaced" },
    { "latin 1 that says it is utf-8",
      "<html><meta charset=UTF-8><p>\xE5tg\xE4rd MILJ\xD6\x94",
      "P åtgärd MILJÖ\xE2\x80\x9D\n", "document-windows-1252" },
    { "latin 1", "<html><meta charset=\"ISO-8859-1\"><p>\xE5\xE4 \x80\x93",
      "P åä \xE2\x82\xAC\xE2\x80\x9C\n", NULL },
    { "no encoding", "<html><p>\xE5\xE4", "P åä\n", "document-windows-1252" },
};

/* ---- Reading ---- */

static samsyn_status
read_page(samsyn_document **out, struct str page,
          samsyn_diagnostics **diagnostics, const samsyn_allocator *mem)
{
    samsyn_config *config = NULL;
    samsyn_read_options *options = NULL;
    samsyn_status status = samsyn_config_new(&config, mem);

    if (status == SAMSYN_OK)
        status = samsyn_read_options_new(&options, mem);
    if (status == SAMSYN_OK)
        status =
            samsyn_read_document(out, page.ptr, page.len, "sida",
                                 dump_language(), config, options, diagnostics);
    samsyn_config_free(config);
    samsyn_read_options_free(options);
    return status;
}

static void
check_blocks(const samsyn_document *document, const char *blocks)
{
    struct buf out;

    buf_init(&out, &mem_default, BUF_ANY);
    dump_blocks(&out, document);
    assert_string_equal(out.data, blocks);
    buf_done(&out);
}

static void
check_notice(const samsyn_diagnostics *list, const char *notice)
{
    assert_int_equal(samsyn_diagnostics_count(list), notice != NULL);
    if (notice)
        assert_string_equal(samsyn_diagnostics_code(list, 0), notice);
}

static void
test_sample(void **state)
{
    const struct sample *sample = *state;
    samsyn_status status = SAMSYN_E_NOMEM;

    for (size_t n = 0; status == SAMSYN_E_NOMEM; n++) {
        struct ledger ledger = { .budget = n };
        samsyn_allocator mem = ledger_allocator(&ledger);
        samsyn_document *document = NULL;
        samsyn_diagnostics *list = NULL;

        assert_in_range(n, 0, 500);
        status = read_page(&document, str_of(sample->page), &list, &mem);
        assert_true((status == SAMSYN_OK) == (document != NULL));
        if (document) {
            check_blocks(document, sample->blocks);
            check_notice(list, sample->notice);
        }
        samsyn_document_free(document);
        samsyn_diagnostics_free(list);
        assert_int_equal(ledger.live, 0);
    }
    assert_int_equal(status, SAMSYN_OK);
}

/* ---- Refusals ---- */

/* A page made of pieces. */
static struct bomb {
    const char *name, *first, *piece;
    size_t count;
    samsyn_status status;
    const char *code;
} bombs[] = {
    { "nothing", "<html>", " ", 10, SAMSYN_E_EMPTY, "document-empty" },
    { "nothing but a script", "<html>", "<script>a</script>", 3, SAMSYN_E_EMPTY,
      "document-empty" },
    { "deep", "<html>", "<div>", 200000, SAMSYN_E_LIMIT,
      "document-page-limit" },
    { "deep tables", "<html>", "<table><tr><td>", 5000, SAMSYN_E_LIMIT,
      "document-page-limit" },
    { "attributes", "<html><p", " a1=b a2='>' a3=\"c\"", 20000, SAMSYN_E_LIMIT,
      "document-page-limit" },
    { "elements", "<html>", "<p>x</p>", 300000, SAMSYN_E_LIMIT,
      "document-page-limit" },
    { "ends", "<html><div><div>", "</x>", 1500000, SAMSYN_E_LIMIT,
      "document-page-limit" },
    { "bytes", "<html><p>", "a lot of words and more of it, again. ", 900000,
      SAMSYN_E_LIMIT, "document-page-limit" },
    { "control characters", "<html>\x01", "\x02\x03", 10, SAMSYN_E_EMPTY,
      "document-empty" },
    { "spans", "<html><table><tr><th>a<th>b",
      "<tr><td rowspan=1000 colspan=1000>x<td rowspan=9999>y", 5000, SAMSYN_OK,
      NULL },
};

static void
test_bomb(void **state)
{
    const struct bomb *bomb = *state;
    samsyn_document *document = NULL;
    samsyn_diagnostics *list = NULL;
    struct buf page;

    buf_init(&page, &mem_default, BUF_ANY);
    buf_text(&page, bomb->first);
    for (size_t i = 0; i < bomb->count; i++)
        buf_text(&page, bomb->piece);
    assert_int_equal(read_page(&document, buf_view(&page), &list, &mem_default),
                     bomb->status);
    check_notice(list, bomb->code);
    samsyn_document_free(document);
    samsyn_diagnostics_free(list);
    buf_done(&page);
}

static void
test_binary(void **state)
{
    static const char page[] = "<html>a\0b";
    samsyn_document *document = NULL;
    samsyn_diagnostics *list = NULL;

    (void)state;
    assert_int_equal(read_page(&document, str_make(page, sizeof page - 1),
                               &list, &mem_default),
                     SAMSYN_E_NOT_TEXT);
    check_notice(list, "document-not-text");
    samsyn_diagnostics_free(list);
}

/* ---- Properties and places ---- */

static void
test_properties(void **state)
{
    static const char page[] =
        "<html><head><title> Trygg\n&amp; säker </title>"
        "<meta name=date content='2023-01-02'>"
        "<meta property='article:modified_time' content='2024-05-31T10:00'>"
        "<meta name=DC.Date content='2022-01-01'></head><p>a";
    samsyn_document *document = NULL;

    (void)state;
    assert_int_equal(read_page(&document, str_of(page), NULL, &mem_default),
                     SAMSYN_OK);
    assert_string_equal(
        samsyn_document_property(document, SAMSYN_PROPERTY_TITLE),
        "Trygg & säker");
    assert_string_equal(
        samsyn_document_property(document, SAMSYN_PROPERTY_DATE), "2024-05-31");
    assert_string_equal(
        samsyn_document_property(document, SAMSYN_PROPERTY_FORMAT), "html");
    samsyn_document_free(document);
}

static void
test_places(void **state)
{
    static const char page[] =
        PAGE "<nav>meny</nav><h1>a</h1><p>b</p><ul><li>c<ul><li>d</ul></ul>"
             "<table><tr><th>Vad<th>Ansvarig<tr><td>e<td>f<td>g</table>"
             "<table><tr><td>h<td>i<tr><td>k</table><p>j";
    static const char *const places[] = {
        "",
        "stycke 1",
        "stycke 2",
        "stycke 3",
        "stycke 4",
        "tabell 1, rad 1, kolumn 1",
        "tabell 1, rad 1, kolumn 2",
        "tabell 1, rad 2, kolumn Vad",
        "tabell 1, rad 2, kolumn Ansvarig",
        "tabell 1, rad 2, kolumn 3",
        "tabell 2, rad 1, kolumn 1",
        "tabell 2, rad 1, kolumn 2",
        "tabell 2, rad 2, kolumn 1",
        "stycke 5",
    };
    samsyn_document *document = NULL;

    (void)state;
    assert_int_equal(read_page(&document, str_of(page), NULL, &mem_default),
                     SAMSYN_OK);
    assert_int_equal(document->block_count, ARRAY_LEN(places));
    for (size_t i = 0; i < ARRAY_LEN(places); i++) {
        struct str place = document->blocks[i].place;

        assert_int_equal(place.len, strlen(places[i]));
        assert_true(str_equal(place, str_of(places[i])));
    }
    samsyn_document_free(document);
}

/* ---- Names ---- */

static void
test_names(void **state)
{
    static const struct {
        const char *words;
        enum html_use use;
    } uses[] = {
        { "", HTML_USE_NONE },
        { "content main-text", HTML_USE_NONE },
        { "site-cookie-notice", HTML_USE_FURNITURE },
        { "a cookieBanner", HTML_USE_FURNITURE },
        { "social_media", HTML_USE_FURNITURE },
        { "shared", HTML_USE_NONE },
        { "header", HTML_USE_BANNER },
        { "card-header", HTML_USE_NONE },
        { "Site-Header", HTML_USE_BANNER },
        { "visually-hidden", HTML_USE_UNSEEN },
        { "toc", HTML_USE_CONTENTS },
        { "- -- _", HTML_USE_NONE },
    };
    static const char *const elements[] = {
        "a",  "article", "b",       "body",  "button",  "caption",
        "dd", "del",     "details", "div",   "dl",      "h1",
        "h6", "header",  "li",      "main",  "nav",     "ol",
        "p",  "script",  "search",  "style", "summary", "td",
        "th", "title",   "tr",      "ul",    "video",   "template"
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(uses); i++)
        assert_int_equal(html_use(str_of(uses[i].words)), uses[i].use);
    for (size_t i = 0; i < ARRAY_LEN(elements); i++) {
        struct html_trait trait = html_element(str_of(elements[i]));

        assert_true(trait.tag != HTML_OTHER || trait.flags);
    }
    assert_int_equal(html_element(STR("span")).tag, HTML_OTHER);
    assert_int_equal(html_role(STR(" main ")), HTML_ROLE_MAIN);
    assert_int_equal(html_role(STR("button")), HTML_ROLE_NONE);
}

/* ---- Memory of libxml2 ---- */

#ifdef READ_HTML
enum {
    MOST_BLOCKS = 4096
};

/* What libxml2 has taken: it loses some of it where it finds no more. */
static struct {
    size_t left; /* allocations that succeed */
    bool tracked;
    void *blocks[MOST_BLOCKS];
    size_t count;
} parser_memory;

static void
forget(const void *block)
{
    for (size_t i = 0; block && i < parser_memory.count; i++) {
        if (parser_memory.blocks[i] == block)
            parser_memory.blocks[i] =
                parser_memory.blocks[--parser_memory.count];
    }
}

static void *
keep(void *block)
{
    if (!block || !parser_memory.tracked)
        return block;
    assert_in_range(parser_memory.count, 0, MOST_BLOCKS - 1);
    return parser_memory.blocks[parser_memory.count++] = block;
}

static void
some_free(void *block)
{
    forget(block);
    free(block);
}

static void *
some_malloc(size_t size)
{
    return parser_memory.left ? (parser_memory.left--, keep(malloc(size)))
                              : NULL;
}

static void *
some_realloc(void *block, size_t size)
{
    if (!parser_memory.left)
        return NULL;
    parser_memory.left--;
    forget(block);
    return keep(realloc(block, size));
}

static char *
some_copy(const char *text)
{
    char *copy = some_malloc(strlen(text) + 1);

    return copy ? memcpy(copy, text, strlen(text) + 1) : NULL;
}

static samsyn_status
read_within(size_t allocations)
{
    samsyn_document *document = NULL;
    samsyn_status status;

    parser_memory.left = allocations;
    status = read_page(&document, str_of(samples[0].page), NULL, &mem_default);
    assert_true((status == SAMSYN_OK) == (document != NULL));
    samsyn_document_free(document);
    return status;
}

/* Where the parser finds no memory, that is a status; but it leaves out what
 * it has no room to name, so that the text itself cannot be asked for. */
static void
test_parser_memory(void **state)
{
    size_t refused = 0;

    (void)state;
    assert_int_equal(
        xmlMemSetup(some_free, some_malloc, some_realloc, some_copy), 0);
    /* What it keeps for ever it makes at its first use. */
    assert_int_equal(read_within(SIZE_MAX), SAMSYN_OK);
    parser_memory.tracked = true;
    for (size_t n = 0; n < 300; n++) {
        samsyn_status status = read_within(n);

        assert_true(status == SAMSYN_OK || status == SAMSYN_E_NOMEM);
        refused += status == SAMSYN_E_NOMEM;
        while (parser_memory.count)
            some_free(parser_memory.blocks[0]);
    }
    assert_true(refused > 10);
    parser_memory.tracked = false;
    parser_memory.left = SIZE_MAX;
}
#endif

int
main(void)
{
    enum {
        SAMPLES = sizeof samples / sizeof samples[0],
        BOMBS = sizeof bombs / sizeof bombs[0]
    };
    struct CMUnitTest tests[SAMPLES + BOMBS + 6];
    size_t count = 0;

    tests[count++] = (struct CMUnitTest)cmocka_unit_test(test_names);
    if (!samsyn_read_can(SAMSYN_READ_HTML))
        return cmocka_run_group_tests_name("read: html", tests, NULL, NULL);
#ifdef READ_HTML
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(test_parser_memory);
#endif
    for (size_t i = 0; i < SAMPLES; i++) {
        tests[count++] = (struct CMUnitTest){ .name = samples[i].name,
                                              .test_func = test_sample,
                                              .initial_state = &samples[i] };
    }
    for (size_t i = 0; i < BOMBS; i++) {
        tests[count++] = (struct CMUnitTest){ .name = bombs[i].name,
                                              .test_func = test_bomb,
                                              .initial_state = &bombs[i] };
    }
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(test_binary);
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(test_properties);
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(test_places);
    return _cmocka_run_group_tests("read: html", tests, count, NULL, NULL);
}
