/* SPDX-License-Identifier: MIT */
/* Arguments: options in any order, `--name value` or `--name=value`, `--`
 * ends them.  Each option is a row that says who takes it, what it needs and
 * how it is read; the help is printed from the same rows. */

#include "args_take.h"
#include "defaults.h"

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

static bool
take_checklist(struct args *args, const char *value)
{
    args->checklist = value;
    return *value != '\0';
}

static bool
take_explain(struct args *args, const char *value)
{
    args->explain = value;
    return *value != '\0';
}

static bool
take_lang(struct args *args, const char *value)
{
    bool english = strcmp(value, "en") == 0;

    if (!english && strcmp(value, "sv") != 0)
        return false;
    args->lang = english ? SAMSYN_LANG_EN : SAMSYN_LANG_SV;
    return true;
}

bool
take_digits(const char **text, int count, int *number)
{
    *number = 0;
    for (; count > 0; count--, (*text)++) {
        if (**text < '0' || **text > '9')
            return false;
        *number = *number * 10 + (**text - '0');
    }
    return true;
}

/* Whether there is such a day is the library's to say. */
static bool
take_date(struct args *args, const char *value)
{
    args->date = value;
    return take_digits(&value, 4, &args->year) && *value++ == '-' &&
           take_digits(&value, 2, &args->month) && *value++ == '-' &&
           take_digits(&value, 2, &args->day) && *value == '\0' &&
           args->year > 0;
}

bool
take_more(const char ***list, size_t *count, const char *value)
{
    const char **grown = realloc(*list, (*count + 1) * sizeof *grown);

    if (!grown)
        return false;
    *list = grown;
    grown[(*count)++] = value;
    return *value != '\0';
}

static bool
take_annex(struct args *args, const char *value)
{
    return take_more(&args->annexes, &args->annex_count, value);
}

static bool
take_answers(struct args *args, const char *value)
{
    return take_more(&args->answers, &args->answer_count, value);
}

static bool
take_number(struct args *args, const char *value)
{
    size_t length = strlen(value);

    return length >= 1 && length <= 2 &&
           take_digits(&value, (int)length, &args->chosen_part) &&
           args->chosen_part > 0;
}

static bool
take_percent(struct args *args, const char *value)
{
    size_t length = strlen(value);

    return length >= 1 && length <= 3 &&
           take_digits(&value, (int)length, &args->fail_under) &&
           args->fail_under <= 100;
}

static bool
take_out(struct args *args, const char *value)
{
    args->out = value;
    return *value != '\0';
}

static bool
take_no_quotes(struct args *args, const char *value)
{
    (void)value;
    args->no_quotes = true;
    return true;
}

/* Read before all others: what it names is the ground that they stand on. */
static bool
take_config(struct args *args, const char *value)
{
    (void)args;
    return !value || *value != '\0';
}

static bool
take_sarif_kinds(struct args *args, const char *value)
{
    (void)value;
    args->sarif_kinds = true;
    return true;
}

static bool
take_help(struct args *args, const char *value)
{
    (void)value;
    args->help = true;
    return true;
}

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
      TEXT_BAD_SHEET },
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
            complain(NULL, TEXT_NO_VALUE, args->lang, option->name,
                     text_of(option->help, args->lang));
            return false;
        }
        value = argv[1];
        *used = 2;
    }
    if (option->take(args, value))
        return true;
    complain(NULL, option->wrong, args->lang, value, option->name);
    return false;
}

bool
args_read(struct args *args, unsigned command, const char *name, int argc,
          char **argv)
{
    bool open = true; /* options may still come */
    int used;

    *args = (struct args){ .command = command,
                           .lang = args_lang(),
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
            complain(NULL, TEXT_BAD_OPTION, args->lang, argv[i], name);
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
        if ((options[i].commands & command) == 0)
            continue;
        const char *value = options[i].value[lang == SAMSYN_LANG_EN];

        printf("  %s%s%s\n", options[i].name, value ? " " : "",
               value ? value : "");
        printf("      %s\n", text_of(options[i].help, lang));
    }
}
