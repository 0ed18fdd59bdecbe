/* SPDX-License-Identifier: MIT */
/* What the loader says of files, many in a row, for tests/schema/shapes.py:
 *
 *   verdicts < lines
 *
 * A line is a file written as JSON, which is YAML, behind "checklist ",
 * "language " or "answers ".  For each a line comes out with the codes of its
 * errors.  Every checklist that is extended is tests/schema/checklist.json,
 * every language pack tests/schema/language.json, unless it is the line itself.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/whole.h"

static struct text files[2]; /* checklist, pack */

static samsyn_status
serve(void *user, samsyn_resource kind, const char *name, size_t length,
      samsyn_write_fn write, void *sink)
{
    const struct text *own = user;
    const struct text *file = &files[kind == SAMSYN_RESOURCE_LANGUAGE];

    (void)name;
    (void)length;
    if (kind == SAMSYN_RESOURCE_MODEL)
        return SAMSYN_E_UNRESOLVED;
    if (own && kind == SAMSYN_RESOURCE_LANGUAGE)
        file = own;
    return write(sink, file->bytes, file->length) ? SAMSYN_E_STOPPED
                                                  : SAMSYN_OK;
}

static samsyn_diagnostics *
load_checklist(samsyn_config *config, const struct text *line)
{
    samsyn_checklist *checklist = NULL;
    samsyn_diagnostics *found = NULL;

    if (samsyn_config_set_resolver(config, serve, NULL) == SAMSYN_OK &&
        samsyn_checklist_load(&checklist, line->bytes, line->length, "line",
                              config, &found) == SAMSYN_OK)
        samsyn_checklist_free(checklist);
    return found;
}

static samsyn_diagnostics *
load_language(samsyn_config *config, const struct text *line)
{
    samsyn_language *language = NULL;
    samsyn_diagnostics *found = NULL;
    struct text own = *line;

    if (samsyn_config_set_resolver(config, serve, &own) == SAMSYN_OK &&
        samsyn_language_load(&language, "xx", 2, config, &found) == SAMSYN_OK)
        samsyn_language_free(language);
    return found;
}

static samsyn_diagnostics *
load_answers(samsyn_config *config, const struct text *line)
{
    samsyn_answers *answers = NULL;
    samsyn_diagnostics *found = NULL;

    if (samsyn_answers_load(&answers, line->bytes, line->length, "line", config,
                            &found) == SAMSYN_OK)
        samsyn_answers_free(answers);
    return found;
}

static const struct {
    const char *word;
    samsyn_diagnostics *(*load)(samsyn_config *config, const struct text *line);
} kinds[] = {
    { "checklist ", load_checklist },
    { "language ", load_language },
    { "answers ", load_answers },
};

static void
judge(samsyn_config *config, char *line)
{
    samsyn_diagnostics *found = NULL;

    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        size_t length = strlen(kinds[i].word);
        struct text text = { line + length, 0 };

        if (strncmp(line, kinds[i].word, length) != 0)
            continue;
        text.length = strlen(text.bytes);
        found = kinds[i].load(config, &text);
    }
    for (size_t i = 0; i < samsyn_diagnostics_count(found); i++) {
        if (samsyn_diagnostics_severity(found, i) == SAMSYN_SEVERITY_ERROR)
            printf("%s ", samsyn_diagnostics_code(found, i));
    }
    putchar('\n');
    samsyn_diagnostics_free(found);
}

int
main(void)
{
    samsyn_config *config = NULL;
    size_t room = 0;
    char *line = NULL;

    if (!whole_read(&files[0], "tests/schema/checklist.json") ||
        !whole_read(&files[1], "tests/schema/language.json") ||
        samsyn_config_new(&config, NULL) != SAMSYN_OK)
        return EXIT_FAILURE;
    while (getline(&line, &room, stdin) > 0) {
        line[strcspn(line, "\n")] = '\0';
        judge(config, line);
    }
    free(line);
    free(files[0].bytes);
    free(files[1].bytes);
    samsyn_config_free(config);
    return ferror(stdin) || fflush(stdout) ? EXIT_FAILURE : EXIT_SUCCESS;
}
