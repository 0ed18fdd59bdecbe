/* SPDX-License-Identifier: MIT */

/* The table and the terms say the same: whatever word of a text is asked for,
 * it refers to just those words of terms that find it; and every form of every
 * term is found. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "checklist/checklist.h"
#include "language/fold.h"
#include "language/form.h"
#include "match/word_refs.h"

static const char *const checklists[] = { "overenskommelse", "medborgarlofte",
                                          "atgardsplan", "regional-samverkan" };

/* Forms, parts of compounds, what is nearly one of them, and what is none. */
static const char text[] =
    "samverkansöverenskommelsen brottsförebyggande brott brottså brotts "
    "brottsart överenskommelserna löftes medborgarlöftena alöfte åtalöfte "
    "polisområdeschefens polisens lokalpolis följer följs uppföljd uppföljning "
    "uppföljningsmöte uppföljningen ansvariga ansvarig gemensamma gemensammas "
    "kommunernas kommun kommunalråd åååå åtgärdsplanerna åtgärds ålder inte "
    "oro oroande årligen varje vartannat trygghetsmätningarna en a ö ska "
    "senast t.ex 2026 5 31 1 2 brottsförebyggandebrottsförebyggande mål måls "
    "målsättning målen mäts mätbart statistiken orsaksanalysens hot hotspot "
    "fotbollssupportrar narkotikahandel drogvaneundersökning nattvandra xxx";

static samsyn_checklist *
load(const char *name)
{
    samsyn_checklist *checklist = NULL;
    samsyn_config *config = NULL;

    assert_int_equal(samsyn_config_new(&config, NULL), SAMSYN_OK);
    assert_int_equal(samsyn_config_set_directory(config, "checklists", 10),
                     SAMSYN_OK);
    assert_int_equal(samsyn_checklist_load_named(&checklist, name, strlen(name),
                                                 config, NULL),
                     SAMSYN_OK);
    samsyn_config_free(config);
    return checklist;
}

static bool
has_ref(const struct vec *refs, size_t term, size_t place)
{
    const struct token_ref *ref = refs->data;

    for (size_t i = 0; i < refs->len; i++) {
        if (ref[i].index == term && ref[i].place == place &&
            (ref[i].role == TOKEN_WORD || ref[i].role == TOKEN_PHRASE))
            return true;
    }
    return false;
}

static void
find_refs(struct vec *refs, const samsyn_checklist *checklist, struct str word)
{
    vec_clear(refs);
    assert_true(
        word_refs_find(refs, &checklist->tokens, checklist->language, word));
}

/* Gives how many words of terms find it. */
static size_t
check_word(const samsyn_checklist *checklist, struct str word, struct vec *refs)
{
    const struct tokens *tokens = &checklist->tokens;
    size_t found = 0;

    find_refs(refs, checklist, word);
    for (size_t i = 0; i < tokens->term_count; i++) {
        const struct term *term = tokens->terms[i].term;

        for (size_t k = 0; k < term->word_count; k++) {
            bool finds = word_finds(&term->words[k], term->kind, word);

            if (finds != has_ref(refs, i, k))
                fail_msg("%.*s: %.*s", (int)word.len, word.ptr,
                         (int)term->text.len, term->text.ptr);
            found += finds;
        }
    }
    return found;
}

static void
check_forms(const samsyn_checklist *checklist, size_t term, size_t place,
            struct vec *refs)
{
    static const char rest[] = "verksamhet";
    const struct term *one = checklist->tokens.terms[term].term;
    const struct term_word *word = &one->words[place];
    char room[FORM_MOST + sizeof rest];

    for (size_t i = 0; i < word->count; i++) {
        struct str form = form_text(word_form(word, i), room);

        if (one->kind == TERM_MODIFIER) {
            memmove(room, form.ptr, form.len);
            memcpy(room + form.len, rest, sizeof rest);
            form = str_make(room, form.len + sizeof rest - 1);
        }
        find_refs(refs, checklist, form);
        if (!has_ref(refs, term, place))
            fail_msg("%.*s", (int)form.len, form.ptr);
    }
}

static void
test_texts(void **state)
{
    samsyn_checklist *checklist = load(*state);
    struct str word, words = str_of(text);
    struct vec refs;
    size_t at = 0, found = 0;

    vec_init(&refs, &mem_default, sizeof(struct token_ref));
    while (fold_next_word(words, &at, &word))
        found += check_word(checklist, word, &refs);
    assert_true(found > 100); /* so the words are such as checklists have */
    vec_done(&refs);
    samsyn_checklist_free(checklist);
}

static void
test_forms(void **state)
{
    samsyn_checklist *checklist = load(*state);
    const struct tokens *tokens = &checklist->tokens;
    struct vec refs;

    vec_init(&refs, &mem_default, sizeof(struct token_ref));
    for (size_t i = 0; i < tokens->term_count; i++) {
        for (size_t k = 0; k < tokens->terms[i].term->word_count; k++)
            check_forms(checklist, i, k, &refs);
    }
    vec_done(&refs);
    samsyn_checklist_free(checklist);
}

int
main(void)
{
    struct CMUnitTest tests[2 * ARRAY_LEN(checklists)];

    for (size_t i = 0; i < ARRAY_LEN(tests); i++) {
        const char *name = checklists[i / 2];

        tests[i] = (struct CMUnitTest){
            .name = name,
            .test_func = i % 2 == 0 ? test_texts : test_forms,
            .initial_state = (void *)(uintptr_t)name,
        };
    }
    return cmocka_run_group_tests_name("word refs", tests, NULL, NULL);
}
