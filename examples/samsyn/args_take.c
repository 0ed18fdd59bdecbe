/* SPDX-License-Identifier: MIT */
/* Values of options: formats, what compare, diff and guide take, and how a
 * batch is given. */

#include "args_take.h"

#include <string.h>

/* A format by its name, if it is one of a command's. */
static bool
take_format(struct args *args, const char *value, unsigned command)
{
    enum {
        ALL = FOR_SCORE | FOR_COMPARE | FOR_DIFF
    };
    static const struct {
        const char *name;
        enum format format;
        unsigned commands;
    } rows[] = {
        { "text", FORMAT_TEXT, ALL },
        { "json", FORMAT_JSON, ALL },
        { "ndjson", FORMAT_NDJSON, FOR_SCORE },
        { "html", FORMAT_HTML, ALL },
        { "brief", FORMAT_BRIEF, FOR_SCORE },
        { "brief-html", FORMAT_BRIEF_HTML, FOR_SCORE },
        { "todo", FORMAT_TODO, FOR_SCORE },
        { "csv", FORMAT_CSV, FOR_SCORE | FOR_COMPARE },
        { "csv-plain", FORMAT_CSV_PLAIN, FOR_SCORE | FOR_COMPARE },
        { "xlsx", FORMAT_XLSX, FOR_COMPARE },
    };

    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        if ((rows[i].commands & command) && strcmp(value, rows[i].name) == 0) {
            args->format = rows[i].format;
            return true;
        }
    }
    return false;
}

bool
take_report_format(struct args *args, const char *value)
{
    return take_format(args, value, FOR_SCORE);
}

bool
take_table_format(struct args *args, const char *value)
{
    return take_format(args, value, FOR_COMPARE);
}

bool
take_diff_format(struct args *args, const char *value)
{
    return take_format(args, value, FOR_DIFF);
}

bool
take_panel_format(struct args *args, const char *value)
{
    bool json = strcmp(value, "json") == 0;

    args->format = json ? FORMAT_JSON : FORMAT_TEXT;
    return json || strcmp(value, "text") == 0;
}

bool
take_lint_format(struct args *args, const char *value)
{
    bool gcc = strcmp(value, "gcc") == 0;

    args->format = gcc ? FORMAT_GCC : FORMAT_TEXT;
    return gcc || strcmp(value, "text") == 0;
}

bool
take_schema_format(struct args *args, const char *value)
{
    bool markdown = strcmp(value, "markdown") == 0;

    args->format = markdown ? FORMAT_MARKDOWN : FORMAT_JSON;
    return markdown || strcmp(value, "json") == 0;
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

bool
take_sheet(struct args *args, const char *value)
{
    static const char *const names[] = { "matrix", "criteria", "trend",
                                         "quotes", "method" };

    args->sheet = value;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (strcmp(names[i], value) == 0)
            return true;
    }
    return false;
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
take_guide_format(struct args *args, const char *value)
{
    bool html = strcmp(value, "html") == 0;

    args->format = html ? FORMAT_HTML : FORMAT_MARKDOWN;
    return html || strcmp(value, "markdown") == 0;
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
