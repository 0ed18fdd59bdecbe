/* SPDX-License-Identifier: MIT */

/* Checklists that extend others: what becomes of criteria, vocabularies and
 * weights, what is said to have changed, and what is refused, at the line of
 * the right file.  Every row is tried with each allocation failing in turn. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "checklist/checklist.h"
#include "tests/support/fixture.h"
#include "tests/support/ledger.h"

#define TEXTS                                                                  \
    " title: {sv: T, en: T}, question: {sv: F, en: Q}, why: {sv: V, en: W},"   \
    " advice: {sv: R, en: A}, model: Så, source: K, level: document,"
#define HEAD(id, parent)                                                       \
    "checklist: " id "\nextends: " parent                                      \
    "\nversion: '2'\ntitle: {sv: Mitt, en: Mine}\n"
#define NEW(id, code)                                                          \
    "{id: " id ", code: " code "," TEXTS " weight: nice, met: nytt}"

/* Three criteria in two areas; the language pack has an entry "polis". */
static const char base[] =
    "recognise: {kinds: [avtal]}\n"
    "checklist: grund\n"
    "version: '1'\n"
    "language: xx\n"
    "title: {sv: Prov, en: Test}\n"
    "basis: {sv: Grund, en: Base}\n"
    "sources: {K: Källan}\n"
    "vocabulary:\n"
    "  följa: [följa (verb)]\n"
    "  mäta: [mäta (verb), {vocabulary: följa}]\n"
    "  nytt: [nytt]\n"
    "  ensam: ensam\n"
    "areas:\n"
    "- id: a\n"
    "  title: {sv: A, en: A}\n"
    "  criteria:\n"
    "  - {id: ett, code: k1," TEXTS " weight: must, met: mäta}\n"
    "  - {id: tva, code: k2," TEXTS " weight: should,\n"
    "     met: {all: [polis], none: [ensam]}, unless: [följa]}\n"
    "- id: b\n"
    "  title: {sv: B, en: B}\n"
    "  criteria:\n"
    "  - {id: tre, code: k3," TEXTS " weight: nice, met: nytt}\n";

static const char middle[] = HEAD("mellan", "grund") "drop: k3\n"
                                                     "add_terms:\n"
                                                     "  följa: uppföljning\n";

/* Adds a criterion of items, and one of focus areas. */
static const char parted[] =
    HEAD("delar", "grund") "items: {measure: {is: nytt}, goal: {is: polis}}\n"
                           "focus: {heading: nytt}\n"
                           "areas:\n"
                           "- id: a\n"
                           "  criteria:\n"
                           "  - {id: varje, code: k6," TEXTS
                           " weight: nice, met: {each: {of: measure, is: "
                           "polis}}}\n"
                           "  - {id: omrade, code: k7," TEXTS
                           " weight: nice, met: {number: {of: focus, least: "
                           "2}}}\n";

static const char broken[] = "checklist: [\n";
static const char turning[] = HEAD("vandande", "tillbaka");
static const char turned[] = HEAD("tillbaka", "vandande");
static const char false_name[] = HEAD("annan", "fel-namn");
static const char faulty[] = HEAD("felaktig", "grund") "change:\n"
                                                       "  ett: {weight: mst}\n"
                                                       "  tvo: {}\n";

static const struct source {
    const char *name, *text;
} sources[] = {
    { "grund", base },      { "mellan", middle },       { "delar", parted },
    { "trasig", broken },   { "vandande", turning },    { "tillbaka", turned },
    { "felaktig", faulty }, { "fel-namn", false_name },
};

/* Also "djup-9" to "djup-0", each of which extends the next. */
static samsyn_status
serve_deep(const char *name, samsyn_write_fn write, void *sink)
{
    char text[200];
    int level = name[5] - '0';
    int length = snprintf(text, sizeof text, HEAD("djup-%d", "grund"), level);

    if (level > 0)
        length = snprintf(text, sizeof text, HEAD("djup-%d", "djup-%d"), level,
                          level - 1);
    return write(sink, text, (size_t)length) ? SAMSYN_E_STOPPED : SAMSYN_OK;
}

/* *user is the resolver of the fixture, which has the pack. */
static samsyn_status
resolve(void *user, samsyn_resource kind, const char *name, size_t length,
        samsyn_write_fn write, void *sink)
{
    if (kind != SAMSYN_RESOURCE_CHECKLIST)
        return (*(samsyn_resolve_fn *)user)(NULL, kind, name, length, write,
                                            sink);
    if (length == 6 && memcmp(name, "djup-", 5) == 0)
        return serve_deep(name, write, sink);
    for (size_t i = 0; i < ARRAY_LEN(sources); i++) {
        if (strlen(sources[i].name) == length &&
            memcmp(sources[i].name, name, length) == 0)
            return write(sink, sources[i].text, strlen(sources[i].text))
                       ? SAMSYN_E_STOPPED
                       : SAMSYN_OK;
    }
    return SAMSYN_E_UNRESOLVED;
}

/* What is there: areas and criteria, their points, what was changed; or what
 * was said. */
static struct row {
    const char *name, *text, *expected;
} rows[] = {
    { "nothing but another name", HEAD("min", "grund"),
      "grund 1\n"
      "a: ett 3000, tva 2000\n"
      "b: tre 1000\n" },
    { "drop by id and by code", HEAD("min", "grund") "drop: [ett, k3]\n",
      "grund 1\n"
      "a: tva 2000\n"
      "> dropped ett k1 by min\n"
      "> dropped tre k3 by min\n" },
    { "keep", HEAD("min", "grund") "keep: [k3, tva, k3]\n",
      "grund 1\n"
      "a: tva 2000\n"
      "b: tre 1000\n"
      "> dropped ett k1 by min\n" },
    { "other weights and texts",
      HEAD("min", "grund") "change:\n"
                           "  ett: {weight: nice, why: {sv: X, en: Y}}\n"
                           "  k2: {weight: should, unless: []}\n",
      "grund 1\n"
      "a: ett 1000 [changed weight must>nice, changed why], "
      "tva 2000 [changed unless]\n"
      "b: tre 1000\n"
      "> changed ett k1 weight must>nice by min\n"
      "> changed ett k1 why by min\n"
      "> changed tva k2 unless by min\n" },
    { "weights of its own", HEAD("min", "grund") "weights: {must: 4}\n",
      "grund 1\n"
      "a: ett 4000, tva 2000\n"
      "b: tre 1000\n"
      "> changed weights.must >4 by min\n" },
    { "terms, through another entry",
      HEAD("min", "grund") "add_terms: {följa: [uppföljning, efter att]}\n",
      "grund 1\n"
      "a: ett 3000 [terms_added följa], tva 2000 [terms_added följa]\n"
      "b: tre 1000\n"
      "> terms_added följa by min\n" },
    { "terms for an entry of the pack",
      HEAD("min", "grund") "add_terms: {polis: aina}\n",
      "grund 1\n"
      "a: ett 3000, tva 2000 [terms_added polis]\n"
      "b: tre 1000\n"
      "> terms_added polis by min\n" },
    { "an entry replaced, one hidden, one new",
      HEAD("min", "grund") "vocabulary: {ensam: solo, polis: snut, eget: x}\n"
                           "sources: {K: Annan, L: Ny}\n",
      "grund 1\n"
      "a: ett 3000, tva 2000 [terms_replaced polis, terms_replaced ensam]\n"
      "b: tre 1000\n"
      "> terms_replaced ensam by min\n"
      "> terms_replaced polis by min\n"
      "> changed sources.K by min\n" },
    { "new criteria, in old areas and new",
      HEAD("min", "grund") "add_terms: {nytt: nyss}\n"
                           "areas:\n"
                           "- {id: b, title: {sv: Be, en: Be}, criteria: [" NEW(
                               "fyra", "k4") "]}\n"
                                             "- {id: c, title: {sv: C, en: C}, "
                                             "criteria: [" NEW("fem",
                                                               "k5") "]}\n",
      "grund 1\n"
      "a: ett 3000, tva 2000\n"
      "b: tre 1000 [terms_added nytt], fyra 1000 [added]\n"
      "c: fem 1000 [added]\n"
      "> terms_added nytt by min\n"
      "> changed areas by min\n"
      "> added fyra k4 by min\n"
      "> added fem k5 by min\n" },
    { "other kinds of documents",
      HEAD("min", "grund") "recognise: {kinds: [plan]}\n",
      "grund 1\n"
      "a: ett 3000, tva 2000\n"
      "b: tre 1000\n"
      "> changed recognise by min\n" },
    { "one behind the other",
      HEAD("min", "mellan") "drop: ett\n"
                            "add_terms: {följa: följd}\n",
      "mellan 2\n"
      "grund 1\n"
      "a: tva 2000 [terms_added följa, terms_added följa]\n"
      "> terms_added följa by mellan\n"
      "> dropped tre k3 by mellan\n"
      "> terms_added följa by min\n"
      "> dropped ett k1 by min\n" },
    { "items and focus areas",
      HEAD("min", "delar") "keep: [varje, omrade, tre]\n"
                           "items: {measure: {is: ensam}, promise: {is: x}}\n"
                           "focus: {heading: ensam}\n"
                           "vocabulary: {x: x}\n"
                           "add_terms: {ensam: solo, nytt: nyss}\n",
      "delar 2\n"
      "grund 1\n"
      "a: varje 1000 [added, changed items.measure, terms_added ensam], "
      "omrade 1000 [added, changed focus, terms_added ensam]\n"
      "b: tre 1000 [terms_added nytt]\n"
      "> changed focus by delar\n"
      "> added varje k6 by delar\n"
      "> added omrade k7 by delar\n"
      "> changed items.measure by min\n"
      "> changed focus by min\n"
      "> terms_added ensam by min\n"
      "> terms_added nytt by min\n"
      "> dropped ett k1 by min\n"
      "> dropped tva k2 by min\n" },
    { "eight of them", HEAD("min", "djup-6"),
      "djup-6 2\ndjup-5 2\ndjup-4 2\ndjup-3 2\ndjup-2 2\ndjup-1 2\ndjup-0 2\n"
      "grund 1\n"
      "a: ett 3000, tva 2000\n"
      "b: tre 1000\n" },
    { "nine of them", HEAD("min", "djup-7"), "extends-too-deep djup-0 2:10\n" },
    { "no such checklist", HEAD("min", "grunf"), "unknown-parent min 2:10\n" },
    { "of itself", HEAD("grund", "grund"), "extends-circle min 2:10\n" },
    { "of one that comes back", HEAD("min", "vandande"),
      "extends-circle tillbaka 2:10\n" },
    { "of one whose name is another", HEAD("annan", "fel-namn"),
      "extends-circle fel-namn 2:10\n" },
    { "of what is no YAML", HEAD("min", "trasig"),
      "unclosed-bracket trasig 1:12\n"
      "parent-faulty min 2:10\n" },
    { "faults of the parent, at their lines",
      HEAD("min", "felaktig") "drop: [k9]\n",
      "unknown-value felaktig 6:17 must\n"
      "unknown-criterion felaktig 7:3 tva\n"
      "unknown-criterion min 5:8 k1\n" },
    { "unknown criteria, and what was meant",
      HEAD("min", "grund") "keep: [etta, k2]\n"
                           "change: {tree: {weight: must}}\n",
      "unknown-criterion min 5:8 ett\n"
      "unknown-criterion min 6:10 tre\n" },
    { "an unknown entry, and what was meant",
      HEAD("min", "grund") "add_terms: {foja: x, polit: y}\n",
      "unknown-name min 5:13\n"
      "unknown-name min 5:22 polis\n" },
    { "keep and drop", HEAD("min", "grund") "keep: k1\ndrop: k2\n",
      "keep-and-drop min 6:7\n" },
    { "a change of what is dropped",
      HEAD("min", "grund") "drop: k1\nchange: {ett: {weight: nice}}\n",
      "change-of-dropped min 6:10\n" },
    { "a name of what was dropped",
      HEAD("min", "mellan") "areas:\n"
                            "- id: a\n"
                            "  criteria: [" NEW("fyra", "k3") "]\n",
      "id-of-dropped min 7:31\n" },
    { "a name that the parent has",
      HEAD("min", "grund") "areas:\n"
                           "- id: a\n"
                           "  criteria: [" NEW("ett", "k4") "]\n",
      "id-twice min 7:19\n" },
    { "nothing left", HEAD("min", "grund") "drop: [k1, k2, k3]\n",
      "nothing-left min 1:1\n" },
    { "keys that cannot be changed",
      HEAD("min", "grund") "change: {ett: {id: x, wieght: nice}, tva: must}\n"
                           "language: xx\n"
                           "areas: [{id: a, titel: {sv: A, en: A}, criteria: "
                           "[]}, {id: d, criteria: [" NEW("d", "d1") "]}]\n",
      "unknown-key min 5:16\n"
      "unknown-key min 5:23 weight\n"
      "wrong-type min 5:43\n"
      "unknown-key min 6:1\n"
      "unknown-key min 7:17 title\n"
      "empty-text min 7:50\n"
      "missing-key min 7:55\n" },
    { "sections of the wrong kind",
      HEAD("min", "grund") "weights: {mst: 1}\n"
                           "vocabulary: [x]\n"
                           "add_terms: {följa: {wrd: x}}\n"
                           "drop: {a: b}\n"
                           "change: []\n"
                           "areas: x\n",
      "unknown-key min 5:11 must\n"
      "wrong-type min 6:13\n"
      "member-kind min 7:20\n"
      "unknown-key min 7:21 word\n"
      "wrong-type min 8:7\n"
      "wrong-type min 9:9\n"
      "wrong-type min 10:8\n" },
};

/* ---- What came out, as text ---- */

static void
put_str(struct buf *out, struct str text)
{
    if (text.len > 0) {
        buf_char(out, ' ');
        buf_str(out, text);
    }
}

static void
put_change(struct buf *out, const struct samsyn_change *change)
{
    put_str(out, change->key);
    if (change->from.len + change->to.len > 0) {
        buf_char(out, ' ');
        buf_str(out, change->from);
        buf_char(out, '>');
        buf_str(out, change->to);
    }
}

static void
put_criterion(struct buf *out, const struct criterion *criterion)
{
    put_str(out, criterion->id);
    buf_char(out, ' ');
    buf_int(out, criterion->points);
    for (size_t i = 0; i < criterion->changes.count; i++) {
        const struct samsyn_change *change = &criterion->changes.items[i];

        buf_text(out, i == 0 ? " [" : ", ");
        buf_text(out, change_kind_name(change->kind));
        put_change(out, change);
    }
    buf_text(out, criterion->changes.count > 0 ? "]" : "");
}

static void
put_area(struct buf *out, const struct samsyn_checklist *checklist, size_t area)
{
    const char *mark = "";

    buf_str(out, checklist->areas[area].id);
    buf_char(out, ':');
    for (size_t i = 0; i < checklist->criterion_count; i++) {
        if (checklist->criteria[i].area != area)
            continue;
        buf_text(out, mark);
        put_criterion(out, &checklist->criteria[i]);
        mark = ",";
    }
    buf_char(out, '\n');
}

static void
put_checklist(struct buf *out, const struct samsyn_checklist *checklist)
{
    for (size_t i = 0; i < checklist->parents.count; i++) {
        const struct parent *parent = &checklist->parents.items[i];

        assert_int_equal(parent->digest.len, 71);
        buf_str(out, parent->id);
        put_str(out, parent->version);
        buf_char(out, '\n');
    }
    for (size_t i = 0; i < checklist->area_count; i++)
        put_area(out, checklist, i);
    for (size_t i = 0; i < checklist->changes.count; i++) {
        const struct samsyn_change *change = &checklist->changes.items[i];

        buf_text(out, "> ");
        buf_text(out, change_kind_name(change->kind));
        put_str(out, change->criterion);
        put_str(out, change->code);
        put_change(out, change);
        buf_text(out, " by ");
        buf_str(out, change->by);
        buf_char(out, '\n');
    }
}

/* Code, file, place, and the word that was meant. */
static void
put_said(struct buf *out, const samsyn_diagnostics *said)
{
    static const char meant[] = "did you mean \"";

    for (size_t i = 0; i < samsyn_diagnostics_count(said); i++) {
        samsyn_span span = samsyn_diagnostics_span(said, i);
        const char *hint = strstr(samsyn_diagnostics_message(said, i), meant);

        buf_text(out, samsyn_diagnostics_code(said, i));
        buf_char(out, ' ');
        buf_text(out, samsyn_diagnostics_source(said, i));
        buf_char(out, ' ');
        buf_int(out, (int64_t)span.line);
        buf_char(out, ':');
        buf_int(out, (int64_t)span.column);
        if (hint) {
            hint += sizeof meant - 1;
            put_str(out, str_make(hint, strcspn(hint, "\"")));
        }
        buf_char(out, '\n');
    }
}

/* ---- The rows ---- */

static struct samsyn_config
make_config(const samsyn_allocator *mem, samsyn_resolve_fn *packs)
{
    struct samsyn_config config = fixture_config(mem);

    *packs = config.resolve;
    config.resolve = resolve;
    config.resolve_user = packs;
    return config;
}

static samsyn_status
try_row(const struct row *row, const samsyn_allocator *mem, struct buf *out)
{
    samsyn_resolve_fn packs;
    struct samsyn_config config = make_config(mem, &packs);
    struct samsyn_diagnostics *said = diag_new(mem, SAMSYN_LANG_EN);
    struct samsyn_checklist *checklist = NULL;
    samsyn_status status;

    if (!said)
        return SAMSYN_E_NOMEM;
    status =
        checklist_read(&checklist, str_of(row->text), "min", &config, said);
    assert_true((status == SAMSYN_OK) == (checklist != NULL));
    if (checklist)
        put_checklist(out, checklist);
    put_said(out, said);
    checklist_free(checklist);
    samsyn_diagnostics_free(said);
    return status;
}

static void
test_row(void **state)
{
    const struct row *row = *state;
    samsyn_status status = SAMSYN_E_NOMEM;

    for (size_t n = 0; status == SAMSYN_E_NOMEM; n++) {
        struct ledger ledger = { .budget = n };
        samsyn_allocator mem = ledger_allocator(&ledger);
        struct buf out;

        assert_in_range(n, 0, 3000);
        buf_init(&out, &mem_default, BUF_ANY);
        status = try_row(row, &mem, &out);
        assert_int_equal(ledger.live, 0);
        if (status != SAMSYN_E_NOMEM)
            assert_string_equal(buf_view(&out).ptr, row->expected);
        buf_done(&out);
    }
}

/* A checklist that says nothing of what it rests on rests on its parent's. */
static void
test_basis(void **state)
{
    static const struct {
        const char *text, *basis;
    } tries[] = {
        { HEAD("min", "grund"), "Base" },
        { HEAD("min", "mellan") "basis: {sv: Egen, en: Own}\n", "Own" },
        { HEAD("min", "mellan"), "Base" },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(tries); i++) {
        samsyn_resolve_fn packs;
        struct samsyn_config config = make_config(&mem_default, &packs);
        struct samsyn_checklist *checklist = NULL;

        assert_int_equal(checklist_read(&checklist, str_of(tries[i].text),
                                        "min", &config, NULL),
                         SAMSYN_OK);
        assert_string_equal(checklist->basis.text[1].ptr, tries[i].basis);
        assert_string_equal(checklist->kinds[0].ptr, "avtal");
        checklist_free(checklist);
    }
}

int
main(void)
{
    struct CMUnitTest tests[ARRAY_LEN(rows) + 1];

    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        tests[i] = (struct CMUnitTest){ .name = rows[i].name,
                                        .test_func = test_row,
                                        .initial_state = &rows[i] };
    }
    tests[ARRAY_LEN(rows)] =
        (struct CMUnitTest){ .name = "basis", .test_func = test_basis };
    return cmocka_run_group_tests_name("extend", tests, NULL, NULL);
}
