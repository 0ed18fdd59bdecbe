/* SPDX-License-Identifier: MIT */
/* Files that are refused, or that leave a word: one at least for each code in
 * diagnostics.def.
 *
 * A file in checklist/, language/, answers/ or document/ is loaded as what its
 * folder says, checked as `samsyn lint` and `samsyn test` would, in Swedish and
 * in English.  What it must be told stands in its last lines, one
 * `# expect: code line:column` for each diagnostic, in order; a file that
 * cannot hold such lines has them beside it, in NAME.expect.  The list must
 * agree entry for entry, so that a file cannot start to say more than it
 * should either. */

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "support/whole.h"

#define FOLDER "tests/invalid/"
#define MARK "# expect: "
#define MOST_FILES 400
#define PATH_SIZE 300

static const char *const codes[] = {
#define DIAG(name, code, severity, sv, en, help_sv, help_en) code,
#include "base/diagnostics.def"
#undef DIAG
};

/* Codes that no file can provoke, and where they are tested instead. */
static const struct exempt {
    const char *code, *why;
} exempt[] = {
#include "invalid/exempt.def"
};

struct file {
    char folder[16];
    char path[PATH_SIZE];
};

static struct file files[MOST_FILES];
static size_t file_count;

/* ---- What a file is loaded as ---- */

/* Serves one language pack under any name. */
static samsyn_status
serve(void *user, samsyn_resource kind, const char *name, size_t length,
      samsyn_write_fn write, void *sink)
{
    const struct text *pack = user;

    (void)name;
    (void)length;
    if (kind != SAMSYN_RESOURCE_LANGUAGE)
        return SAMSYN_E_UNRESOLVED;
    return write(sink, pack->bytes, pack->length) ? SAMSYN_E_STOPPED
                                                  : SAMSYN_OK;
}

static void
load_language(samsyn_config *config, const struct text *bytes, const char *name,
              samsyn_diagnostics **found)
{
    samsyn_language *language = NULL;
    samsyn_status status;

    (void)name;
    assert_int_equal(
        samsyn_config_set_resolver(config, serve, (void *)(uintptr_t)bytes),
        SAMSYN_OK);
    status = samsyn_language_load(&language, "sv", 2, config, found);
    assert_true((status == SAMSYN_OK) == (language != NULL));
    samsyn_language_free(language);
}

/* Lint and self-test have their say only where loading had nothing. */
static void
load_checklist(samsyn_config *config, const struct text *bytes,
               const char *name, samsyn_diagnostics **found)
{
    samsyn_checklist *checklist = NULL;
    samsyn_status status = samsyn_checklist_load(
        &checklist, bytes->bytes, bytes->length, name, config, found);

    assert_true((status == SAMSYN_OK) == (checklist != NULL));
    if (checklist && !samsyn_diagnostics_count(*found)) {
        samsyn_diagnostics_free(*found);
        *found = NULL;
        status = samsyn_checklist_lint(checklist, config, found);
        assert_true(status == SAMSYN_OK || status == SAMSYN_E_SCHEMA);
    }
    if (checklist && !samsyn_diagnostics_count(*found)) {
        samsyn_diagnostics_free(*found);
        *found = NULL;
        status = samsyn_checklist_test(checklist, NULL, config, found);
        assert_true(status == SAMSYN_OK || status == SAMSYN_E_SCHEMA);
    }
    samsyn_checklist_free(checklist);
}

static void
load_document(samsyn_config *config, const struct text *bytes, const char *name,
              samsyn_diagnostics **found)
{
    samsyn_checklist *checklist = whole_checklist(config, "overenskommelse");
    samsyn_document *document = NULL;
    samsyn_status status;

    assert_non_null(checklist);
    status = samsyn_document_read(
        &document, bytes->bytes, bytes->length, name, SAMSYN_FORMAT_AUTO,
        samsyn_checklist_language(checklist), config, found);
    assert_true((status == SAMSYN_OK) == (document != NULL));
    samsyn_document_free(document);
    samsyn_checklist_free(checklist);
}

static void
load_answers(samsyn_config *config, const struct text *bytes, const char *name,
             samsyn_diagnostics **found)
{
    samsyn_answers *answers = NULL;
    samsyn_status status = samsyn_answers_load(
        &answers, bytes->bytes, bytes->length, name, config, found);

    assert_true((status == SAMSYN_OK) == (answers != NULL));
    samsyn_answers_free(answers);
}

static const struct kind {
    const char *folder;
    void (*load)(samsyn_config *config, const struct text *bytes,
                 const char *name, samsyn_diagnostics **found);
} kinds[] = {
    { "checklist", load_checklist },
    { "language", load_language },
    { "answers", load_answers },
    { "document", load_document },
};

/* ---- What was expected, and what was said ---- */

/* The lines `code line:column` of a file, or of the file beside it. */
static void
read_expected(struct text *out, const struct file *file)
{
    char path[PATH_SIZE + 8];
    struct text bytes = { 0 };
    bool beside;

    snprintf(path, sizeof path, "%s.expect", file->path);
    beside = whole_read(&bytes, path);
    if (!beside)
        assert_true(whole_read(&bytes, file->path));
    for (char *line = bytes.bytes; line && *line;) {
        size_t length = strcspn(line, "\n");
        size_t skip = beside ? 0 : strlen(MARK);

        if (beside || strncmp(line, MARK, skip) == 0) {
            whole_write(out, line + skip, length - skip);
            whole_write(out, "\n", 1);
        }
        line += length + (line[length] == '\n');
    }
    free(bytes.bytes);
}

static void
write_said(struct text *out, const samsyn_diagnostics *found)
{
    char line[200];

    for (size_t i = 0; i < samsyn_diagnostics_count(found); i++) {
        samsyn_span span = samsyn_diagnostics_span(found, i);
        int length =
            snprintf(line, sizeof line, "%s %zu:%zu\n",
                     samsyn_diagnostics_code(found, i), span.line, span.column);

        whole_write(out, line, (size_t)length);
    }
}

/* A message is one line with every mark filled in. */
static void
check_messages(const samsyn_diagnostics *found)
{
    for (size_t i = 0; i < samsyn_diagnostics_count(found); i++) {
        const char *message = samsyn_diagnostics_message(found, i);
        const char *help = samsyn_diagnostics_help(found, i);

        assert_non_null(message);
        assert_non_null(help);
        assert_true(*message != '\0');
        assert_null(strchr(message, '\n'));
        for (char mark = '1'; mark <= '9'; mark++) {
            const char open[] = { '%', mark, '\0' };

            assert_null(strstr(message, open));
            assert_null(strstr(help, open));
        }
        assert_true(message[strlen(message) - 1] != '.');
    }
}

static const struct kind *
kind_of(const struct file *file)
{
    for (size_t i = 0; i < ARRAY_LEN(kinds); i++) {
        if (strcmp(kinds[i].folder, file->folder) == 0)
            return &kinds[i];
    }
    return NULL;
}

static void
say_all(struct text *out, const struct file *file, samsyn_lang lang)
{
    samsyn_config *config = whole_config();
    samsyn_diagnostics *found = NULL;
    struct text bytes = { 0 };
    struct text drawn = { 0 };

    assert_non_null(config);
    assert_int_equal(samsyn_config_set_lang(config, lang), SAMSYN_OK);
    if (!whole_read(&bytes, file->path))
        whole_write(&bytes, "", 0); /* an empty file is a case, too */
    kind_of(file)->load(config, &bytes, file->path, &found);
    write_said(out, found);
    check_messages(found);
    assert_int_equal(samsyn_diagnostics_write(found, whole_write, &drawn),
                     SAMSYN_OK);
    assert_true((drawn.length > 0) == (samsyn_diagnostics_count(found) > 0));
    free(drawn.bytes);
    free(bytes.bytes);
    samsyn_diagnostics_free(found);
    samsyn_config_free(config);
}

static void
test_file(void **state)
{
    static const samsyn_lang langs[] = { SAMSYN_LANG_SV, SAMSYN_LANG_EN };
    const struct file *file = *state;
    struct text expected = { 0 };

    read_expected(&expected, file);
    if (!expected.bytes)
        fail_msg("%s expects nothing", file->path);
    for (size_t i = 0; i < ARRAY_LEN(langs); i++) {
        struct text said = { 0 };

        say_all(&said, file, langs[i]);
        if (!said.bytes || strcmp(said.bytes, expected.bytes) != 0)
            fail_msg("%s\nexpected:\n%ssaid:\n%s", file->path, expected.bytes,
                     said.bytes ? said.bytes : "nothing\n");
        free(said.bytes);
    }
    free(expected.bytes);
}

/* ---- Every code has a case ---- */

static bool
is_exempt(const char *code)
{
    for (size_t i = 0; i < ARRAY_LEN(exempt); i++) {
        if (strcmp(exempt[i].code, code) == 0)
            return true;
    }
    return false;
}

static bool
is_expected_somewhere(const char *code)
{
    for (size_t i = 0; i < file_count; i++) {
        struct text expected = { 0 };
        char line[100];
        bool found;

        read_expected(&expected, &files[i]);
        snprintf(line, sizeof line, "%s ", code);
        found = expected.bytes &&
                (strncmp(expected.bytes, line, strlen(line)) == 0 ||
                 (snprintf(line, sizeof line, "\n%s ", code) > 0 &&
                  strstr(expected.bytes, line)));
        free(expected.bytes);
        if (found)
            return true;
    }
    return false;
}

static void
test_every_code(void **state)
{
    size_t missing = 0;

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(codes); i++) {
        bool has_case = is_expected_somewhere(codes[i]);

        if (has_case == is_exempt(codes[i])) {
            print_error("%s: %s\n", codes[i],
                        has_case ? "is exempt, and has a case" : "no case");
            missing++;
        }
    }
    assert_int_equal(missing, 0);
}

static void
test_codes_are_distinct(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(codes); i++) {
        for (size_t j = 0; j < i; j++)
            assert_string_not_equal(codes[i], codes[j]);
    }
    for (size_t i = 0; i < ARRAY_LEN(exempt); i++)
        assert_true(strlen(exempt[i].why) > 10);
}

/* ---- What a caller provokes, and no file by itself ---- */

static samsyn_status
unknown_checklist(samsyn_config *config, samsyn_diagnostics **found)
{
    samsyn_checklist *checklist = NULL;

    return samsyn_checklist_load_named(&checklist, "finns-inte", 10, config,
                                       found);
}

static samsyn_status
unknown_language(samsyn_config *config, samsyn_diagnostics **found)
{
    samsyn_language *language = NULL;

    return samsyn_language_load(&language, "finns-inte", 10, config, found);
}

static samsyn_status
long_checklist(samsyn_config *config, samsyn_diagnostics **found)
{
    samsyn_checklist *checklist = NULL;

    assert_int_equal(
        samsyn_config_set_limit(config, SAMSYN_LIMIT_CHECKLIST, 100),
        SAMSYN_OK);
    return samsyn_checklist_load_named(&checklist, "overenskommelse", 15,
                                       config, found);
}

static samsyn_status
long_document(samsyn_config *config, samsyn_diagnostics **found)
{
    samsyn_checklist *checklist = whole_checklist(config, "overenskommelse");
    samsyn_document *document = NULL;
    samsyn_status status;

    assert_int_equal(samsyn_config_set_limit(config, SAMSYN_LIMIT_INPUT, 10),
                     SAMSYN_OK);
    status = samsyn_document_read(
        &document, "Detta avtal", 11, "a.md", SAMSYN_FORMAT_AUTO,
        samsyn_checklist_language(checklist), config, found);
    samsyn_checklist_free(checklist);
    return status;
}

/* A checklist that is in order, and a pack that is not. */
static samsyn_status
faulty_pack(samsyn_config *config, samsyn_diagnostics **found)
{
    static char pack[] = "language: sv\nlanguage: sv\n";
    static struct text served = { pack, sizeof pack - 1 };
    samsyn_checklist *checklist = NULL;
    struct text bytes = { 0 };
    samsyn_status status;

    assert_true(whole_read(&bytes, "checklists/overenskommelse.yaml"));
    assert_int_equal(samsyn_config_set_resolver(config, serve, &served),
                     SAMSYN_OK);
    status = samsyn_checklist_load(&checklist, bytes.bytes, bytes.length,
                                   "prov", config, found);
    free(bytes.bytes);
    return status;
}

static int
take_nothing(void *user, const char *bytes, size_t length)
{
    (void)user;
    (void)bytes;
    return length == 0;
}

static samsyn_status
taught_unknown(samsyn_config *config, samsyn_diagnostics **found)
{
    static const samsyn_lesson lesson = { "z99", SAMSYN_VERDICT_MET, "Ja.", 3,
                                          0 };
    static const samsyn_training training = { .passages = &lesson,
                                              .passage_count = 1 };
    samsyn_checklist *checklist = whole_checklist(config, "overenskommelse");
    samsyn_status status =
        samsyn_train(checklist, &training, take_nothing, NULL, config, found);

    samsyn_checklist_free(checklist);
    return status;
}

static const struct call {
    const char *code;
    samsyn_status (*call)(samsyn_config *config, samsyn_diagnostics **found);
    samsyn_status status;
} calls[] = {
    { "no-such-checklist", unknown_checklist, SAMSYN_E_UNRESOLVED },
    { "no-such-language", unknown_language, SAMSYN_E_UNRESOLVED },
    { "file-too-long", long_checklist, SAMSYN_E_LIMIT },
    { "document-too-large", long_document, SAMSYN_E_LIMIT },
    { "language-faulty", faulty_pack, SAMSYN_E_SYNTAX },
    { "taught-unknown", taught_unknown, SAMSYN_E_ARGUMENT },
};

static void
test_call(void **state)
{
    const struct call *row = *state;
    samsyn_config *config = whole_config();
    samsyn_diagnostics *found = NULL;
    bool said = false;

    assert_non_null(config);
    assert_int_equal(row->call(config, &found), row->status);
    for (size_t i = 0; i < samsyn_diagnostics_count(found); i++)
        said =
            said || strcmp(samsyn_diagnostics_code(found, i), row->code) == 0;
    assert_true(said);
    assert_true(is_exempt(row->code));
    check_messages(found);
    samsyn_diagnostics_free(found);
    samsyn_config_free(config);
}

/* ---- Finding the files ---- */

static int
by_name(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static int
is_case(const struct dirent *entry)
{
    const char *end = strrchr(entry->d_name, '.');

    return entry->d_name[0] != '.' && end && strcmp(end, ".expect") != 0;
}

static void
collect(const char *folder)
{
    struct dirent **entries = NULL;
    char path[PATH_SIZE];
    int count;

    snprintf(path, sizeof path, FOLDER "%s", folder);
    count = scandir(path, &entries, is_case, by_name);
    for (int i = 0; i < count; i++) {
        struct file *file = &files[file_count];

        if (file_count < MOST_FILES) {
            snprintf(file->folder, sizeof file->folder, "%s", folder);
            snprintf(file->path, sizeof file->path, FOLDER "%s/%s", folder,
                     entries[i]->d_name);
            file_count++;
        }
        free(entries[i]);
    }
    free(entries);
}

int
main(void)
{
    struct CMUnitTest tests[MOST_FILES + ARRAY_LEN(calls) + 2] = {
        cmocka_unit_test(test_every_code),
        cmocka_unit_test(test_codes_are_distinct),
    };
    size_t count = 2;

    for (size_t i = 0; i < ARRAY_LEN(kinds); i++)
        collect(kinds[i].folder);
    for (size_t i = 0; i < file_count; i++) {
        tests[count++] = (struct CMUnitTest){ .name = files[i].path,
                                              .test_func = test_file,
                                              .initial_state = &files[i] };
    }
    for (size_t i = 0; i < ARRAY_LEN(calls); i++) {
        tests[count++] = (struct CMUnitTest){
            .name = calls[i].code,
            .test_func = test_call,
            .initial_state = (void *)(uintptr_t)&calls[i],
        };
    }
    return _cmocka_run_group_tests("invalid", tests, count, NULL, NULL);
}
