/* SPDX-License-Identifier: MIT */

/* Which kind of document a text is: signals of the test pack against texts,
 * swept with every allocation failing. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "assess/recognise.h"
#include "document/read.h"
#include "tests/support/fixture.h"
#include "tests/support/ledger.h"

static const struct case_row {
    const char *name, *text;
    const char *kind;
    bool fits; /* the checklist, which is for agreements */
} rows[] = {
    { "a title", "# Samverkansavtal\n\nText.\n", "ett avtal", true },
    { "a title without a heading", "Avtal\n\nText.\n", "ett avtal", true },
    { "another kind", "# Åtgärdsplan\n\nText.\n", "en plan", false },
    { "what speaks against it",
      "# Åtgärdsplan\n\nDet här är en text som är lite längre och som "
      "handlar om ett avtal mellan två parter.\n",
      "", false },
    { "a word of the title in the text only",
      "# Text\n\nHär är mycket text som inte alls handlar om något särskilt, "
      "men den är lång nog för att inte vara någon titel, och den fortsätter "
      "ännu en stund så att det blir alldeles tydligt att det här är brödtext "
      "och ingenting annat än det.\n\nEtt avtal.\n",
      "", false },
    { "too few points", "# Text\n\nVarje part.\n", "", false },
};

/* The same, asked by the card. */
static samsyn_status
ask_card(struct samsyn_recognition **out, struct str yaml,
         const struct samsyn_language *language,
         const struct samsyn_document *document,
         const struct samsyn_config *config)
{
    struct samsyn_card *card = NULL;
    samsyn_status status = card_read(&card, yaml, config);
    const struct samsyn_card *asked = card;

    if (!status)
        status = recognise_cards(out, language, &asked, 1, document, config);
    card_free(card);
    return status;
}

/* Both ways say the same. */
static samsyn_status
compare_card(const struct samsyn_recognition *found, struct str yaml,
             const struct samsyn_language *language,
             const struct samsyn_document *document,
             const struct samsyn_config *config)
{
    struct samsyn_recognition *other = NULL;
    samsyn_status status = ask_card(&other, yaml, language, document, config);

    if (!status) {
        assert_string_equal(found->kind, other->kind);
        assert_string_equal(found->reason, other->reason);
        assert_int_equal(found->index, other->index);
    }
    recognition_free(other);
    return status;
}

static samsyn_status
run(const struct case_row *row, const struct samsyn_config *config,
    struct samsyn_recognition **out)
{
    struct samsyn_diagnostics *diags = diag_new(&config->mem, SAMSYN_LANG_SV);
    struct samsyn_checklist *checklist = NULL;
    struct samsyn_document *document = NULL;
    samsyn_status status = SAMSYN_E_NOMEM;
    struct buf yaml;

    buf_init(&yaml, &config->mem, BUF_ANY);
    fixture_yaml(&yaml, "polis", NULL, NULL);
    if (diags && !buf_failed(&yaml))
        status = checklist_read(&checklist, buf_view(&yaml), "prov.yaml",
                                config, diags);
    if (!status)
        status = document_read(&document, str_of(row->text), "prov.md",
                               SAMSYN_FORMAT_MARKDOWN, checklist->language,
                               config, diags);
    if (!status) {
        const struct samsyn_checklist *asked = checklist;

        status = recognise(out, &asked, 1, document, config);
    }
    if (!status)
        status = compare_card(*out, buf_view(&yaml), checklist->language,
                              document, config);
    if (status && *out) {
        recognition_free(*out);
        *out = NULL;
    }
    buf_done(&yaml);
    document_free(document);
    checklist_free(checklist);
    samsyn_diagnostics_free(diags);
    return status;
}

static void
test_row(void **state)
{
    const struct case_row *row = *state;
    samsyn_status status = SAMSYN_E_NOMEM;

    for (size_t n = 0; status == SAMSYN_E_NOMEM; n += 1 + n / 50) {
        struct ledger ledger = { .budget = n };
        samsyn_allocator mem = ledger_allocator(&ledger);
        struct samsyn_config config = fixture_config(&mem);
        struct samsyn_recognition *found = NULL;

        assert_in_range(n, 0, 5000);
        status = run(row, &config, &found);
        assert_int_equal(status == SAMSYN_OK, found != NULL);
        if (found) {
            assert_string_equal(found->kind, row->kind);
            assert_int_equal(found->index, row->fits ? 0 : SAMSYN_NONE);
            assert_true(strlen(found->reason) > 0);
        }
        recognition_free(found);
        assert_int_equal(ledger.live, 0);
    }
    assert_int_equal(status, SAMSYN_OK);
}

/* ---- Checklists that extend another ---- */

static const char tailored[] = "checklist: lokal\n"
                               "extends: prov\n"
                               "version: '1'\n"
                               "title: {sv: Mitt, en: Mine}\n";

struct shelf {
    samsyn_resolve_fn packs;
    struct buf yaml; /* of the checklist "prov" */
};

static samsyn_status
resolve(void *user, samsyn_resource kind, const char *name, size_t length,
        samsyn_write_fn write, void *sink)
{
    struct shelf *shelf = user;

    if (kind != SAMSYN_RESOURCE_CHECKLIST)
        return shelf->packs(NULL, kind, name, length, write, sink);
    return write(sink, shelf->yaml.data, shelf->yaml.len) ? SAMSYN_E_STOPPED
                                                          : SAMSYN_OK;
}

static size_t
index_of(const struct samsyn_checklist *one,
         const struct samsyn_checklist *other,
         const struct samsyn_config *config)
{
    const struct samsyn_checklist *asked[] = { one, other };
    struct samsyn_recognition *found = NULL;
    struct samsyn_document *document = NULL;
    size_t index;

    assert_int_equal(document_read(&document, STR("# Samverkansavtal\n\nT.\n"),
                                   "prov.md", SAMSYN_FORMAT_MARKDOWN,
                                   one->language, config, NULL),
                     SAMSYN_OK);
    assert_int_equal(recognise(&found, asked, other ? 2 : 1, document, config),
                     SAMSYN_OK);
    index = found->index;
    recognition_free(found);
    document_free(document);
    return index;
}

/* ---- Cards ---- */

static const struct card_row {
    const char *text;
    samsyn_status status;
    const char *language, *kind;
    size_t kinds, parents;
} card_rows[] = {
    { "recognise: {kinds: [a, b]}\nlanguage: xx\n", SAMSYN_OK, "xx", "a", 2,
      0 },
    { "recognise:\n  kinds: a\nlanguage: xx\nareas:\n  - {{\n", SAMSYN_OK, "xx",
      "a", 1, 0 },
    { "language: xx\nvocabulary: {}\nrecognise: {kinds: [a]}\n", SAMSYN_OK,
      "xx", "a", 1, 0 },
    { "extends: prov\n", SAMSYN_OK, "xx", "avtal", 1, 1 },
    { "extends: prov\nrecognise: {kinds: [a]}\nlanguage: yy\n", SAMSYN_OK, "yy",
      "a", 1, 1 },
    { "extends: self\n", SAMSYN_E_LIMIT, NULL, NULL, 0, 0 },
    { "extends: [prov]\n", SAMSYN_E_SCHEMA, NULL, NULL, 0, 0 },
    { "language: xx\n", SAMSYN_E_SCHEMA, NULL, NULL, 0, 0 },
    { "recognise: {kinds: [a]}\n", SAMSYN_E_SCHEMA, NULL, NULL, 0, 0 },
    { "recognise: [a]\nlanguage: xx\n", SAMSYN_E_SCHEMA, NULL, NULL, 0, 0 },
    { "a text", SAMSYN_E_SCHEMA, NULL, NULL, 0, 0 },
    { "", SAMSYN_E_SYNTAX, NULL, NULL, 0, 0 },
    { "language: [", SAMSYN_E_SYNTAX, NULL, NULL, 0, 0 },
};

static samsyn_status
resolve_card(void *user, samsyn_resource kind, const char *name, size_t length,
             samsyn_write_fn write, void *sink)
{
    static const char self[] = "extends: self\n";

    if (length == 4 && memcmp(name, "self", 4) == 0)
        return write(sink, self, strlen(self)) ? SAMSYN_E_STOPPED : SAMSYN_OK;
    return resolve(user, kind, name, length, write, sink);
}

static void
check_card(const struct card_row *row, const struct samsyn_card *card)
{
    assert_true(str_equal(card->language, str_of(row->language)));
    assert_int_equal(card->kind_count, row->kinds);
    assert_true(str_equal(card->kinds[0], str_of(row->kind)));
    assert_int_equal(card->parents, row->parents);
}

static void
test_card(const struct card_row *row, struct shelf *shelf)
{
    samsyn_status status = SAMSYN_E_NOMEM;

    for (size_t n = 0; status == SAMSYN_E_NOMEM; n++) {
        struct ledger ledger = { .budget = n };
        samsyn_allocator mem = ledger_allocator(&ledger);
        struct samsyn_config config = fixture_config(&mem);
        struct samsyn_card *card = NULL;

        assert_in_range(n, 0, 500);
        config.resolve = resolve_card;
        config.resolve_user = shelf;
        status = card_read(&card, str_of(row->text), &config);
        assert_true((status == SAMSYN_OK) == (card != NULL));
        if (card)
            check_card(row, card);
        card_free(card);
        assert_int_equal(ledger.live, 0);
    }
    if (status != row->status)
        fail_msg("%s: %d", row->text, status);
}

static void
test_cards(void **state)
{
    struct shelf shelf = { .packs = NULL };

    (void)state;
    buf_init(&shelf.yaml, &mem_default, BUF_ANY);
    fixture_yaml(&shelf.yaml, "polis", NULL, NULL);
    for (size_t i = 0; i < ARRAY_LEN(card_rows); i++)
        test_card(&card_rows[i], &shelf);
    buf_done(&shelf.yaml);
}

/* One that extends another is for the same documents, but is chosen by itself
 * only where the other is not there. */
static void
test_tailored(void **state)
{
    struct samsyn_config config = fixture_config(&mem_default);
    struct shelf shelf = { .packs = config.resolve };
    struct samsyn_checklist *local = NULL, *base = NULL;

    (void)state;
    config.resolve = resolve;
    config.resolve_user = &shelf;
    buf_init(&shelf.yaml, &mem_default, BUF_ANY);
    fixture_yaml(&shelf.yaml, "polis", NULL, NULL);
    assert_int_equal(
        checklist_read(&local, str_of(tailored), "lokal", &config, NULL),
        SAMSYN_OK);
    assert_int_equal(
        checklist_read(&base, buf_view(&shelf.yaml), "prov", &config, NULL),
        SAMSYN_OK);
    assert_int_equal(index_of(local, base, &config), 1);
    assert_int_equal(index_of(base, local, &config), 0);
    assert_int_equal(index_of(local, NULL, &config), 0);
    checklist_free(local);
    checklist_free(base);
    buf_done(&shelf.yaml);
}

int
main(void)
{
    struct CMUnitTest tests[ARRAY_LEN(rows) + 2];

    for (size_t i = 0; i < ARRAY_LEN(rows); i++)
        tests[i] =
            (struct CMUnitTest){ .name = rows[i].name,
                                 .test_func = test_row,
                                 .initial_state = (void *)(uintptr_t)&rows[i] };
    tests[ARRAY_LEN(rows)] = (struct CMUnitTest){ .name = "tailored checklists",
                                                  .test_func = test_tailored };
    tests[ARRAY_LEN(rows) + 1] =
        (struct CMUnitTest){ .name = "cards", .test_func = test_cards };
    return cmocka_run_group_tests_name("recognise", tests, NULL, NULL);
}
