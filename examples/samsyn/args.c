/* SPDX-License-Identifier: MIT */
/* Arguments: options in any order, `--name value` or `--name=value`, `--`
 * ends them.  Each option is a row that says who takes it, what it needs and
 * how it is read; the help is printed from the same rows. */

#include "args_take.h"
#include "defaults.h"
#include "meant.h"

#include <stdlib.h>
#include <string.h>

struct option {
    const char *name;
    const char *value[2]; /* what the help calls it, sv and en; or NULL */
    unsigned commands;
    take_fn take;
    enum text help;
    enum text wrong; /* said of a value that is not taken */
};

static const struct option options[] = {
    { "--checklist",
      { "NAMN", "NAME" },
      FOR_SCORE | FOR_ANSWERS | FOR_AGREEMENT | FOR_TRAIN | FOR_COMPARE,
      take_checklist,
      TEXT_OPTION_CHECKLIST,
      TEXT_BAD_VALUE },
    { "--checklist",
      { "NAMN", "NAME" },
      FOR_DIFF,
      take_checklists,
      TEXT_OPTION_CHECKLISTS,
      TEXT_BAD_VALUE },
    { "--format",
      { "FORMAT", "FORMAT" },
      FOR_SCORE,
      take_format,
      TEXT_OPTION_FORMAT_SCORE,
      TEXT_BAD_VALUE },
    { "--format",
      { "FORMAT", "FORMAT" },
      FOR_AGREEMENT,
      take_format,
      TEXT_OPTION_FORMAT_AGREEMENT,
      TEXT_BAD_VALUE },
    { "--format",
      { "FORMAT", "FORMAT" },
      FOR_COMPARE,
      take_format,
      TEXT_OPTION_FORMAT_COMPARE,
      TEXT_BAD_VALUE },
    { "--format",
      { "FORMAT", "FORMAT" },
      FOR_DIFF,
      take_format,
      TEXT_OPTION_FORMAT_DIFF,
      TEXT_BAD_VALUE },
    { "--sheet",
      { "TABELL", "TABLE" },
      FOR_COMPARE,
      take_sheet,
      TEXT_OPTION_SHEET,
      TEXT_BAD_VALUE },
    { "--before",
      { "FIL|MAPP", "FILE|DIRECTORY" },
      FOR_COMPARE,
      take_before,
      TEXT_OPTION_BEFORE,
      TEXT_BAD_VALUE },
    { "--names",
      { "FIL", "FILE" },
      FOR_COMPARE,
      take_names,
      TEXT_OPTION_NAMES,
      TEXT_BAD_VALUE },
    { "--no-quotes",
      { NULL, NULL },
      FOR_SCORE | FOR_ANSWERS | FOR_COMPARE | FOR_DIFF,
      take_no_quotes,
      TEXT_OPTION_NO_QUOTES,
      TEXT_BAD_VALUE },
    { "--sarif-kinds",
      { NULL, NULL },
      FOR_SCORE,
      take_sarif_kinds,
      TEXT_OPTION_SARIF_KINDS,
      TEXT_BAD_VALUE },
    { "--format",
      { "FORMAT", "FORMAT" },
      FOR_LINT,
      take_format,
      TEXT_OPTION_FORMAT_LINT,
      TEXT_BAD_VALUE },
    { "--format",
      { "FORMAT", "FORMAT" },
      FOR_SCHEMA,
      take_format,
      TEXT_OPTION_FORMAT_SCHEMA,
      TEXT_BAD_VALUE },
    { "--format",
      { "FORMAT", "FORMAT" },
      FOR_GUIDE,
      take_format,
      TEXT_OPTION_FORMAT_GUIDE,
      TEXT_BAD_VALUE },
    { "--as",
      { "form|outline", "form|outline" },
      FOR_GUIDE,
      take_guide,
      TEXT_OPTION_AS,
      TEXT_BAD_VALUE },
    { "--extends",
      { "NAMN", "NAME" },
      FOR_INIT,
      take_extends,
      TEXT_OPTION_EXTENDS,
      TEXT_BAD_VALUE },
    { "--lang",
      { "sv|en", "sv|en" },
      FOR_ALL,
      take_lang,
      TEXT_OPTION_LANG,
      TEXT_BAD_VALUE },
    { "--date",
      { "DATUM", "DATE" },
      FOR_SCORE | FOR_ANSWERS | FOR_AGREEMENT | FOR_COMPARE | FOR_DIFF,
      take_date,
      TEXT_OPTION_DATE,
      TEXT_BAD_DATE },
    { "--annex",
      { "FIL", "FILE" },
      FOR_SCORE | FOR_ANSWERS,
      take_annex,
      TEXT_OPTION_ANNEX,
      TEXT_BAD_VALUE },
    { "--answers",
      { "FIL", "FILE" },
      FOR_SCORE | FOR_COMPARE | FOR_DIFF,
      take_answers,
      TEXT_OPTION_ANSWERS,
      TEXT_BAD_VALUE },
    { "--tracked",
      { "accept|reject", "accept|reject" },
      FOR_SCORE | FOR_ANSWERS | FOR_AGREEMENT | FOR_TRAIN | FOR_COMPARE |
          FOR_DIFF,
      take_tracked,
      TEXT_OPTION_TRACKED,
      TEXT_BAD_VALUE },
    { "--part",
      { "NUMMER", "NUMBER" },
      FOR_SCORE | FOR_ANSWERS,
      take_number,
      TEXT_OPTION_PART,
      TEXT_BAD_VALUE },
    { "--explain",
      { "KRITERIUM", "CRITERION" },
      FOR_SCORE,
      take_explain,
      TEXT_OPTION_EXPLAIN,
      TEXT_BAD_VALUE },
    { "--fail-under",
      { "PROCENT", "PERCENT" },
      FOR_SCORE,
      take_percent,
      TEXT_OPTION_FAIL_UNDER,
      TEXT_BAD_PERCENT },
    { "--jobs",
      { "ANTAL", "NUMBER" },
      FOR_SCORE,
      take_jobs,
      TEXT_OPTION_JOBS,
      TEXT_BAD_JOBS },
    { "--files-from",
      { "FIL", "FILE" },
      FOR_SCORE,
      take_files_from,
      TEXT_OPTION_FILES_FROM,
      TEXT_BAD_VALUE },
    { "-0",
      { NULL, NULL },
      FOR_SCORE,
      take_nul,
      TEXT_OPTION_NUL,
      TEXT_BAD_VALUE },
    { "--ndjson",
      { NULL, NULL },
      FOR_SCORE,
      take_ndjson,
      TEXT_OPTION_NDJSON,
      TEXT_BAD_VALUE },
    { "--labels",
      { "[NAMN=]FIL", "[NAME=]FILE" },
      FOR_AGREEMENT,
      take_labels,
      TEXT_OPTION_LABELS,
      TEXT_BAD_VALUE },
    { "--labels",
      { "FIL", "FILE" },
      FOR_TRAIN,
      take_labels,
      TEXT_OPTION_TRAIN_LABELS,
      TEXT_BAD_VALUE },
    { "--passages",
      { "FIL", "FILE" },
      FOR_TRAIN,
      take_passages,
      TEXT_OPTION_PASSAGES,
      TEXT_BAD_VALUE },
    { "--known",
      { "FIL", "FILE" },
      FOR_TRAIN,
      take_known,
      TEXT_OPTION_KNOWN,
      TEXT_BAD_VALUE },
    { "--out",
      { "FIL", "FILE" },
      FOR_TRAIN,
      take_out,
      TEXT_OPTION_OUT,
      TEXT_BAD_VALUE },
    { "--out",
      { "FIL", "FILE" },
      FOR_SCORE,
      take_out,
      TEXT_OPTION_OUT_SCORE,
      TEXT_BAD_VALUE },
    { "--out",
      { "FIL", "FILE" },
      FOR_COMPARE,
      take_out,
      TEXT_OPTION_OUT_COMPARE,
      TEXT_BAD_VALUE },
    { "--verdicts",
      { "FIL", "FILE" },
      FOR_TRAIN,
      take_verdicts,
      TEXT_OPTION_VERDICTS,
      TEXT_BAD_VALUE },
    { "--machine",
      { "FIL", "FILE" },
      FOR_AGREEMENT,
      take_machine,
      TEXT_OPTION_MACHINE,
      TEXT_BAD_VALUE },
    { "--group",
      { "NAMN=MÖNSTER", "NAME=PATTERN" },
      FOR_AGREEMENT | FOR_COMPARE,
      take_group,
      TEXT_OPTION_GROUP,
      TEXT_BAD_GROUP },
    { "--differences",
      { NULL, NULL },
      FOR_AGREEMENT,
      take_differences,
      TEXT_OPTION_DIFFERENCES,
      TEXT_BAD_VALUE },
    { "--rules",
      { NULL, NULL },
      FOR_AGREEMENT,
      take_rules,
      TEXT_OPTION_RULES,
      TEXT_BAD_VALUE },
    { "--folds",
      { "ANTAL", "NUMBER" },
      FOR_AGREEMENT,
      take_folds,
      TEXT_OPTION_FOLDS,
      TEXT_BAD_FOLDS },
    { "--only",
      { "odd|even", "odd|even" },
      FOR_AGREEMENT,
      take_part,
      TEXT_OPTION_ONLY,
      TEXT_BAD_VALUE },
    { "--config",
      { "FIL", "FILE" },
      FOR_ALL,
      take_config,
      TEXT_OPTION_CONFIG,
      TEXT_BAD_VALUE },
    { "--no-config",
      { NULL, NULL },
      FOR_ALL,
      take_config,
      TEXT_OPTION_NO_CONFIG,
      TEXT_BAD_VALUE },
    { "--help",
      { NULL, NULL },
      FOR_ALL,
      take_help,
      TEXT_OPTION_HELP,
      TEXT_BAD_VALUE },
};

#define OPTION_COUNT (sizeof options / sizeof options[0])

samsyn_lang
args_lang(void)
{
    static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        const char *value = getenv(names[i]);

        if (value && *value)
            return strncmp(value, "en", 2) == 0 ? SAMSYN_LANG_EN
                                                : SAMSYN_LANG_SV;
    }
    return SAMSYN_LANG_SV;
}

bool
args_given(int argc, char **argv, const char *option, const char **value)
{
    size_t length = strlen(option);

    for (int i = 0; i < argc && strcmp(argv[i], "--") != 0; i++) {
        if (strncmp(argv[i], option, length) != 0)
            continue;
        if (argv[i][length] == '=' || argv[i][length] == '\0') {
            *value = argv[i][length] ? argv[i] + length + 1
                     : i + 1 < argc  ? argv[i + 1]
                                     : NULL;
            return true;
        }
    }
    return false;
}

samsyn_lang
args_lang_of(int argc, char **argv)
{
    struct args args = { .lang = args_lang() };
    const char *value = NULL;

    if (args_given(argc, argv, "--lang", &value) && value)
        (void)take_lang(&args, value);
    return args.lang;
}

/* @p text up to its '=', if any. */
static const struct option *
find_option(unsigned command, const char *text)
{
    size_t length = strcspn(text, "=");

    if (strcmp(text, "-h") == 0)
        return &options[OPTION_COUNT - 1];
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        if ((options[i].commands & command) != 0 &&
            strlen(options[i].name) == length &&
            memcmp(options[i].name, text, length) == 0)
            return &options[i];
    }
    return NULL;
}

static void
describe(FILE *stream, const struct option *option, samsyn_lang lang)
{
    const char *value = option->value[lang == SAMSYN_LANG_EN];

    fprintf(stream, "  %s%s%s\n", option->name, value ? " " : "",
            value ? value : "");
    fprintf(stream, "      %s\n", text_of(option->help, lang));
}

void
args_remind(unsigned command, const char *option, samsyn_lang lang)
{
    const struct option *found = find_option(command, option);

    if (found)
        describe(stderr, found, lang);
}

/* What the option takes, and what value was meant. */
static void
remind_of_value(const struct args *args, const struct option *option,
                const char *value)
{
    const char *choice;
    struct meant meant;
    size_t length;

    meant_init(&meant, value, strlen(value));
    for (size_t i = 0;
         (choice = choice_at(args->command, option->value[1], i, &length)); i++)
        meant_try(&meant, choice, length);
    describe(stderr, option, args->lang);
    meant_ask(&meant, args->lang);
}

static void
complain_of_option(const struct args *args, const char *given, const char *name)
{
    struct meant meant;

    complain(NULL, TEXT_BAD_OPTION, args->lang, given, name);
    meant_init(&meant, given, strcspn(given, "="));
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        if ((options[i].commands & args->command) != 0)
            meant_try(&meant, options[i].name, strlen(options[i].name));
    }
    meant_ask(&meant, args->lang);
}

/* Reads one option; *used receives how many arguments it took. */
static bool
read_option(struct args *args, const struct option *option, int argc,
            char **argv, int *used)
{
    const char *equals = strchr(argv[0], '=');
    const char *value = equals ? equals + 1 : NULL;

    *used = 1;
    if (!option->value[0] && value) {
        complain(NULL, TEXT_UNWANTED_VALUE, args->lang, option->name, NULL);
        return false;
    }
    if (option->value[0] && !value) {
        if (argc < 2) {
            complain(NULL, TEXT_NO_VALUE, args->lang, option->name, NULL);
            describe(stderr, option, args->lang);
            return false;
        }
        value = argv[1];
        *used = 2;
    }
    if (option->take(args, value))
        return true;
    complain(NULL, option->wrong, args->lang, value, option->name);
    if (value && option->wrong == TEXT_BAD_VALUE)
        remind_of_value(args, option, value);
    return false;
}

bool
args_read(struct args *args, unsigned command, const char *name, int argc,
          char **argv)
{
    bool open = true; /* options may still come */
    int used;

    *args = (struct args){ .command = command,
                           .lang = args_lang_of(argc, argv),
                           .guide = SAMSYN_GUIDE_FORM,
                           .fail_under = -1,
                           .operands = argv };
    if (!defaults_apply(args, name, argc, argv))
        return false;
    for (int i = 0; i < argc; i += used) {
        const struct option *option;

        used = 1;
        if (!open || argv[i][0] != '-' || argv[i][1] == '\0') {
            args->operands[args->count++] = argv[i];
            continue;
        }
        if (strcmp(argv[i], "--") == 0) {
            open = false;
            continue;
        }
        option = find_option(command, argv[i]);
        if (!option) {
            complain_of_option(args, argv[i], name);
            return false;
        }
        if (!read_option(args, option, argc - i, argv + i, &used))
            return false;
    }
    return true;
}

bool
args_option_at(unsigned command, size_t index, const char **name,
               const char **value)
{
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        if ((options[i].commands & command) != 0 && index-- == 0) {
            *name = options[i].name;
            *value = options[i].value[1];
            return true;
        }
    }
    return false;
}

bool
args_has(unsigned command, const char *option)
{
    return find_option(command, option) != NULL;
}

bool
args_is_flag(unsigned command, const char *option)
{
    const struct option *found = find_option(command, option);

    return found && !found->value[0];
}

bool
args_take(struct args *args, const char *option, const char *value)
{
    const struct option *found = find_option(args->command, option);

    return found && found->take(args, value);
}

void
args_done(struct args *args)
{
    settings_done(&args->settings);
    free(args->annexes);
    free(args->answers);
    free(args->labels);
    free(args->groups);
    free(args->passages);
    free(args->before);
    args->annexes = args->labels = args->groups = args->passages = NULL;
    args->before = args->answers = NULL;
    args->before_count = args->answer_count = 0;
    args->annex_count = args->label_count = args->group_count = 0;
    args->passage_count = 0;
}

void
args_describe(unsigned command, samsyn_lang lang)
{
    fputs(text_of(TEXT_OPTIONS, lang), stdout);
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        if ((options[i].commands & command) != 0)
            describe(stdout, &options[i], lang);
    }
}
