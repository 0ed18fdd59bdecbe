/* SPDX-License-Identifier: MIT */
/* Reads files of labels.
 *
 * All mistakes of a file are said, up to a number; a file with one is not used
 * at all, for a measure over what happened to be readable would look like the
 * measure that was asked for. */

#include "labels.h"
#include "sheet.h"

#include <stdlib.h>
#include <string.h>

enum {
    MUST = FIELD_STATUS + 1
};

static const char *const field_names[FIELDS] = {
    "file",       "criterion", "status",    "item",
    "suggestion", "certainty", "checklist", "evidence",
};

static const char *const certainty_names[CERTAINTIES] = { NULL, "certain",
                                                          "likely",
                                                          "doubtful" };

const char *
certainty_name(enum certainty certainty)
{
    return certainty_names[certainty];
}

/* A file that is being read. */
struct reading {
    struct labels *labels;
    struct sheet sheet;
    size_t source, columns;
    int at[FIELDS]; /* which column holds a field, -1 for none */
};

bool
labels_add(struct labels *labels, const struct label *label)
{
    if (labels->count == labels->size) {
        size_t size = labels->size ? 2 * labels->size : 64;
        struct label *items = realloc(labels->items, size * sizeof *items);

        if (!items)
            return false;
        labels->items = items;
        labels->size = size;
    }
    labels->items[labels->count++] = *label;
    return true;
}

void
labels_done(struct labels *labels)
{
    free(labels->items);
    *labels = (struct labels){ NULL, 0, 0 };
}

static void
wrong(struct reading *reading, enum text id, const char *first)
{
    sheet_wrong(&reading->sheet, id, first, NULL);
}

/* ---- The first line ---- */

static int
field_of(const char *name)
{
    for (int i = 0; i < FIELDS; i++) {
        if (strcmp(field_names[i], name) == 0)
            return i;
    }
    return -1;
}

/* Fields without a name of ours are passed over. */
static bool
read_header(struct reading *reading, char *line)
{
    char *names[SHEET_COLUMNS];

    for (int i = 0; i < FIELDS; i++)
        reading->at[i] = -1;
    if (!sheet_names(&reading->sheet, line, names, &reading->columns))
        return false;
    for (size_t i = 0; i < reading->columns; i++) {
        int field = field_of(names[i]);

        if (field >= 0)
            reading->at[field] = (int)i;
    }
    for (int i = 0; i < MUST; i++) {
        if (reading->at[i] < 0)
            wrong(reading, TEXT_LABELS_HEADER, field_names[i]);
    }
    return reading->sheet.mistakes == 0;
}

/* ---- The others ---- */

/* A verdict; 0 where the word is none. */
static samsyn_verdict
verdict_of(const char *word)
{
    for (int i = SAMSYN_VERDICT_MET; i <= SAMSYN_VERDICT_NOT_APPLICABLE; i++) {
        const char *name = samsyn_verdict_name((samsyn_verdict)i);

        if (name && strcmp(name, word) == 0)
            return (samsyn_verdict)i;
    }
    return (samsyn_verdict)0;
}

/* A name is followed from the folders given, and never out of them. */
static bool
leads_out(const char *name)
{
    if (name[0] == '/')
        return true;
    for (const char *at = name; at; at = strchr(at, '/')) {
        at += at > name;
        if (strncmp(at, "..", 2) == 0 && (at[2] == '/' || at[2] == '\0'))
            return true;
    }
    return false;
}

static void
check_names(struct reading *reading, const struct label *label)
{
    for (int i = 0; i < MUST; i++) {
        if (!*label->fields[i])
            wrong(reading, TEXT_LABELS_BLANK, field_names[i]);
    }
    if (leads_out(label->fields[FIELD_FILE]))
        wrong(reading, TEXT_LABELS_OUTSIDE, label->fields[FIELD_FILE]);
}

static void
read_status(struct reading *reading, struct label *label)
{
    const char *status = label->fields[FIELD_STATUS];
    const char *suggestion = label->fields[FIELD_SUGGESTION];

    label->status = verdict_of(status);
    if (!label->status && *status)
        wrong(reading, TEXT_LABELS_STATUS, status);
    label->suggestion = verdict_of(suggestion);
    if (*suggestion && (!label->suggestion ||
                        label->suggestion == SAMSYN_VERDICT_NEEDS_REVIEW))
        wrong(reading, TEXT_LABELS_SUGGESTION, suggestion);
    if (label->status != SAMSYN_VERDICT_NEEDS_REVIEW)
        label->suggestion = (samsyn_verdict)0;
}

static void
read_certainty(struct reading *reading, struct label *label)
{
    const char *word = label->fields[FIELD_CERTAINTY];

    for (int i = CERTAINTY_CERTAIN; i < CERTAINTIES; i++) {
        if (strcmp(certainty_names[i], word) == 0)
            label->certainty = (enum certainty)i;
    }
    if (*word && label->certainty == CERTAINTY_UNSAID)
        wrong(reading, TEXT_LABELS_CERTAINTY, word);
}

static bool
read_label(struct reading *reading, char *line)
{
    struct label label = { .source = reading->source,
                           .line = reading->sheet.line };
    size_t before = reading->sheet.mistakes;
    char *fields[SHEET_COLUMNS];

    if (!sheet_row(&reading->sheet, line, fields, reading->columns))
        return true;
    for (int i = 0; i < FIELDS; i++)
        label.fields[i] = reading->at[i] < 0 ? "" : fields[reading->at[i]];
    check_names(reading, &label);
    read_status(reading, &label);
    read_certainty(reading, &label);
    return reading->sheet.mistakes > before ||
           labels_add(reading->labels, &label);
}

bool
labels_read(struct labels *labels, const struct tool *tool, const char *path,
            struct file *file, size_t source, size_t *mistakes)
{
    struct reading reading = { .labels = labels, .source = source };
    bool whole = true;
    char *line;

    sheet_begin(&reading.sheet, tool, path, file);
    line = sheet_line(&reading.sheet);
    if (line && read_header(&reading, line)) {
        while (whole && (line = sheet_line(&reading.sheet)))
            whole = read_label(&reading, line);
    }
    *mistakes += sheet_end(&reading.sheet);
    return whole;
}
