/* SPDX-License-Identifier: MIT */
/* Values of options that one or a few commands take. */

#include "args_take.h"

#include <stdlib.h>
#include <string.h>

bool
take_checklist(struct args *args, const char *value)
{
    args->checklist = value;
    return *value != '\0';
}

bool
take_explain(struct args *args, const char *value)
{
    args->explain = value;
    return *value != '\0';
}

bool
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
bool
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

bool
take_annex(struct args *args, const char *value)
{
    return take_more(&args->annexes, &args->annex_count, value);
}

bool
take_answers(struct args *args, const char *value)
{
    return take_more(&args->answers, &args->answer_count, value);
}

bool
take_number(struct args *args, const char *value)
{
    size_t length = strlen(value);

    return length >= 1 && length <= 2 &&
           take_digits(&value, (int)length, &args->chosen_part) &&
           args->chosen_part > 0;
}

bool
take_percent(struct args *args, const char *value)
{
    size_t length = strlen(value);

    return length >= 1 && length <= 3 &&
           take_digits(&value, (int)length, &args->fail_under) &&
           args->fail_under <= 100;
}

bool
take_out(struct args *args, const char *value)
{
    args->out = value;
    return *value != '\0';
}

bool
take_no_quotes(struct args *args, const char *value)
{
    (void)value;
    args->no_quotes = true;
    return true;
}

/* Read before all others: what it names is the ground that they stand on. */
bool
take_config(struct args *args, const char *value)
{
    (void)args;
    return !value || *value != '\0';
}

bool
take_sarif_kinds(struct args *args, const char *value)
{
    (void)value;
    args->sarif_kinds = true;
    return true;
}

bool
take_help(struct args *args, const char *value)
{
    (void)value;
    args->help = true;
    return true;
}

/* The formats of the commands; each command's first is what it writes where
 * none is asked for. */
static const struct {
    const char *name;
    enum format format;
    unsigned commands;
} formats[] = {
    { "text", FORMAT_TEXT,
      FOR_SCORE | FOR_COMPARE | FOR_DIFF | FOR_AGREEMENT | FOR_LINT },
    { "json", FORMAT_JSON,
      FOR_SCORE | FOR_COMPARE | FOR_DIFF | FOR_AGREEMENT | FOR_SCHEMA },
    { "ndjson", FORMAT_NDJSON, FOR_SCORE },
    { "gcc", FORMAT_GCC, FOR_LINT },
    { "markdown", FORMAT_MARKDOWN, FOR_GUIDE | FOR_SCHEMA },
    { "html", FORMAT_HTML, FOR_SCORE | FOR_COMPARE | FOR_DIFF | FOR_GUIDE },
    { "brief", FORMAT_BRIEF, FOR_SCORE },
    { "brief-html", FORMAT_BRIEF_HTML, FOR_SCORE },
    { "todo", FORMAT_TODO, FOR_SCORE },
    { "csv", FORMAT_CSV, FOR_SCORE | FOR_COMPARE },
    { "csv-plain", FORMAT_CSV_PLAIN, FOR_SCORE | FOR_COMPARE },
    { "xlsx", FORMAT_XLSX, FOR_COMPARE },
    { "sarif", FORMAT_SARIF, FOR_SCORE | FOR_LINT },
    { "docx", FORMAT_DOCX, FOR_SCORE },
};

#define FORMAT_COUNT (sizeof formats / sizeof formats[0])

static const char *
format_name_at(unsigned command, size_t index)
{
    for (size_t i = 0; i < FORMAT_COUNT; i++) {
        if ((formats[i].commands & command) != 0 && index-- == 0)
            return formats[i].name;
    }
    return NULL;
}

bool
take_format(struct args *args, const char *value)
{
    for (size_t i = 0; i < FORMAT_COUNT; i++) {
        if ((formats[i].commands & args->command) != 0 &&
            strcmp(value, formats[i].name) == 0) {
            args->format = formats[i].format;
            args->format_given = true;
            return true;
        }
    }
    return false;
}

void
format_by_out(struct args *args)
{
    const char *ending = args->out ? strrchr(args->out, '.') : NULL;

    if (ending && !args->format_given)
        (void)take_format(args, ending + 1);
}

/* The last two that were named, for a command that compares them. */
bool
take_checklists(struct args *args, const char *value)
{
    args->first_checklist = args->checklist;
    args->checklist = value;
    return *value != '\0';
}

bool
take_names(struct args *args, const char *value)
{
    args->names = value;
    return *value != '\0';
}

static const char *const sheets[] = { "matrix", "criteria", "trend", "quotes",
                                      "method" };

static const char *
sheet_name_at(unsigned command, size_t index)
{
    (void)command;
    return index < sizeof sheets / sizeof sheets[0] ? sheets[index] : NULL;
}

bool
take_sheet(struct args *args, const char *value)
{
    const char *name;

    args->sheet = value;
    for (size_t i = 0; (name = sheet_name_at(args->command, i)); i++) {
        if (strcmp(name, value) == 0)
            return true;
    }
    return false;
}

/* Values that the help calls by one word. */
static const struct {
    const char *label;
    const char *(*at)(unsigned command, size_t index);
} lists[] = {
    { "FORMAT", format_name_at },
    { "TABLE", sheet_name_at },
};

/* Part @p index of "sv|en"; NULL past the last. */
static const char *
part_at(const char *text, size_t index, size_t *length)
{
    while (index > 0 && (text = strchr(text, '|'))) {
        text++;
        index--;
    }
    *length = text ? strcspn(text, "|") : 0;
    return text;
}

const char *
choice_at(unsigned command, const char *label, size_t index, size_t *length)
{
    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++) {
        if (strcmp(lists[i].label, label) == 0) {
            const char *name = lists[i].at(command, index);

            *length = name ? strlen(name) : 0;
            return name;
        }
    }
    /* Capitals ("FILE|DIRECTORY") say what to write, and are not written. */
    return *label >= 'a' && *label <= 'z' ? part_at(label, index, length)
                                          : NULL;
}

bool
take_before(struct args *args, const char *value)
{
    return take_more(&args->before, &args->before_count, value);
}

bool
take_jobs(struct args *args, const char *value)
{
    size_t length = strlen(value);

    return length >= 1 && length <= 2 &&
           take_digits(&value, (int)length, &args->jobs) && args->jobs > 0 &&
           args->jobs <= 64;
}

bool
take_files_from(struct args *args, const char *value)
{
    args->files_from = value;
    return *value != '\0';
}

bool
take_nul(struct args *args, const char *value)
{
    (void)value;
    args->nul = true;
    return true;
}

bool
take_ndjson(struct args *args, const char *value)
{
    (void)value;
    args->ndjson = true;
    return true;
}

bool
take_guide(struct args *args, const char *value)
{
    bool outline = strcmp(value, "outline") == 0;

    args->guide = outline ? SAMSYN_GUIDE_OUTLINE : SAMSYN_GUIDE_FORM;
    return outline || strcmp(value, "form") == 0;
}

bool
take_extends(struct args *args, const char *value)
{
    args->extends = value;
    return *value != '\0';
}

bool
take_part(struct args *args, const char *value)
{
    bool odd = strcmp(value, "odd") == 0;

    args->part = odd ? PART_ODD : PART_EVEN;
    return odd || strcmp(value, "even") == 0;
}

bool
take_tracked(struct args *args, const char *value)
{
    bool reject = strcmp(value, "reject") == 0;

    args->tracked = reject ? SAMSYN_TRACKED_REJECT : SAMSYN_TRACKED_ACCEPT;
    return reject || strcmp(value, "accept") == 0;
}

bool
take_labels(struct args *args, const char *value)
{
    return take_more(&args->labels, &args->label_count, value);
}

bool
take_passages(struct args *args, const char *value)
{
    return take_more(&args->passages, &args->passage_count, value);
}

bool
take_known(struct args *args, const char *value)
{
    args->known = value;
    return *value != '\0';
}

bool
take_verdicts(struct args *args, const char *value)
{
    args->verdicts = value;
    return *value != '\0';
}

bool
take_machine(struct args *args, const char *value)
{
    args->machine = value;
    return *value != '\0';
}

/* A name, '=' and a pattern. */
bool
take_group(struct args *args, const char *value)
{
    size_t length = strcspn(value, "=");

    return length > 0 && value[length] == '=' && value[length + 1] != '\0' &&
           take_more(&args->groups, &args->group_count, value);
}

bool
take_folds(struct args *args, const char *value)
{
    size_t length = strlen(value);

    return length >= 1 && length <= 2 &&
           take_digits(&value, (int)length, &args->folds) && args->folds > 1;
}

bool
take_differences(struct args *args, const char *value)
{
    (void)value;
    args->differences = true;
    return true;
}

bool
take_rules(struct args *args, const char *value)
{
    (void)value;
    args->rules = true;
    return true;
}
