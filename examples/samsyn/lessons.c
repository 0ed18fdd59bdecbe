/* SPDX-License-Identifier: MIT */
/* Reads files of passages.  A line may label a text for several criteria, of
 * several checklists; what is about other checklists is passed over. */

#include "lessons.h"
#include "sheet.h"

#include <stdlib.h>
#include <string.h>

enum {
    NO_COLUMN = -1
};

/* A file that is being read. */
struct table {
    struct lessons *lessons;
    struct sheet sheet;
    const samsyn_checklist *checklist;
    char *names[SHEET_COLUMNS], *fields[SHEET_COLUMNS];
    size_t columns;
    int criterion, status, text, lead, from;
};

bool
has_criterion(const samsyn_checklist *checklist, const char *name)
{
    size_t count = samsyn_checklist_criterion_count(checklist);

    for (size_t i = 0; i < count; i++) {
        if (strcmp(samsyn_checklist_criterion_id(checklist, i), name) == 0 ||
            strcmp(samsyn_checklist_criterion_code(checklist, i), name) == 0)
            return true;
    }
    return false;
}

static int
column_of(const struct table *table, const char *name)
{
    for (size_t i = 0; i < table->columns; i++) {
        if (strcmp(table->names[i], name) == 0)
            return (int)i;
    }
    return NO_COLUMN;
}

static bool
read_names(struct table *table, char *line)
{
    if (!sheet_names(&table->sheet, line, table->names, &table->columns))
        return false;
    table->criterion = column_of(table, "criterion");
    table->status = column_of(table, "status");
    table->text = column_of(table, "text");
    table->lead = column_of(table, "lead");
    table->from = column_of(table, "from");
    if (table->text == NO_COLUMN)
        sheet_wrong(&table->sheet, TEXT_LESSONS_HEADER, "text", NULL);
    else if (table->criterion != NO_COLUMN && table->status == NO_COLUMN)
        sheet_wrong(&table->sheet, TEXT_LESSONS_HEADER, "status", NULL);
    else
        return true;
    return false;
}

/* What is taught; 0 for a word that is no verdict of the scale. */
static samsyn_verdict
verdict_of(const char *word)
{
    for (int i = SAMSYN_VERDICT_MET; i <= SAMSYN_VERDICT_NOT_MET; i++) {
        if (strcmp(samsyn_verdict_name((samsyn_verdict)i), word) == 0)
            return (samsyn_verdict)i;
    }
    return (samsyn_verdict)0;
}

/* Room for one more. */
static bool
grow(struct lessons *lessons)
{
    size_t size = lessons->size ? 2 * lessons->size : 256;
    samsyn_lesson *items = realloc(lessons->items, size * sizeof *items);
    const char **from;

    if (!items)
        return false;
    lessons->items = items;
    from = realloc(lessons->from, size * sizeof *from);
    if (!from)
        return false;
    lessons->from = from;
    lessons->size = size;
    return true;
}

static bool
add_lesson(struct lessons *lessons, const samsyn_lesson *lesson,
           const char *from)
{
    if (lessons->count == lessons->size && !grow(lessons))
        return false;
    lessons->from[lessons->count] = strcmp(from, "-") == 0 ? "" : from;
    lessons->items[lessons->count++] = *lesson;
    return true;
}

/* The text under its introduction; NULL without memory. */
static const char *
whole_text(struct table *table)
{
    struct lessons *lessons = table->lessons;
    const char *text = table->fields[table->text];
    const char *lead =
        table->lead == NO_COLUMN ? "" : table->fields[table->lead];
    char *whole;

    if (!*lead || strcmp(lead, "-") == 0)
        return text;
    if (lessons->text_count == lessons->text_size) {
        size_t size = lessons->text_size ? 2 * lessons->text_size : 64;
        char **texts = realloc(lessons->texts, size * sizeof *texts);

        if (!texts)
            return NULL;
        lessons->texts = texts;
        lessons->text_size = size;
    }
    whole = join(lead, lead[strlen(lead) - 1] == ':' ? "\n\n" : ":\n\n", text);
    if (whole)
        lessons->texts[lessons->text_count++] = whole;
    return whole;
}

/* A text that meets nothing is of no criterion: "-" and not_met. */
static bool
is_of_none(const char *criterion)
{
    return strcmp(criterion, "-") == 0;
}

static bool
add(struct table *table, const char *criterion, const char *status)
{
    const char *text;
    bool none = is_of_none(criterion);
    samsyn_lesson lesson = { .criterion = none ? NULL : criterion,
                             .verdict = verdict_of(status) };

    if (!none && !has_criterion(table->checklist, criterion))
        return true;
    if (!lesson.verdict || (none && lesson.verdict != SAMSYN_VERDICT_NOT_MET)) {
        sheet_wrong(&table->sheet, TEXT_LESSONS_STATUS, status, NULL);
        return true;
    }
    text = whole_text(table);
    if (!text)
        return false;
    lesson.text = text;
    lesson.length = strlen(text);
    return add_lesson(table->lessons, &lesson,
                      table->from == NO_COLUMN ? ""
                                               : table->fields[table->from]);
}

/* A field's name may hold several codes, parted by blanks, which are cut the
 * first time. */
static bool
add_wide(struct table *table, int column)
{
    const char *status = table->fields[column];
    char name[64];
    size_t length;

    for (const char *at = table->names[column]; *at;
         at += length + strspn(at + length, " ")) {
        length = strcspn(at, " ");
        if (length >= sizeof name || strcmp(status, "-") == 0)
            return true;
        snprintf(name, sizeof name, "%.*s", (int)length, at);
        for (size_t i = 0;
             i < samsyn_checklist_criterion_count(table->checklist); i++) {
            const char *code =
                samsyn_checklist_criterion_code(table->checklist, i);

            if (strcmp(code, name) == 0 && !add(table, code, status))
                return false;
        }
    }
    return true;
}

static bool
read_row(struct table *table, char *line)
{
    bool good = true;

    if (!sheet_row(&table->sheet, line, table->fields, table->columns))
        return true;
    if (table->criterion != NO_COLUMN)
        return add(table, table->fields[table->criterion],
                   table->fields[table->status]);
    for (int i = 0; good && i < (int)table->columns; i++) {
        if (i != table->text && i != table->lead && i != table->from)
            good = add_wide(table, i);
    }
    return good;
}

bool
lessons_read(struct lessons *lessons, const struct tool *tool,
             const samsyn_checklist *checklist, const char *path,
             struct file *file, size_t *mistakes)
{
    struct table table = { .lessons = lessons, .checklist = checklist };
    bool whole = true;
    char *line;

    sheet_begin(&table.sheet, tool, path, file);
    line = sheet_line(&table.sheet);
    if (line && read_names(&table, line)) {
        while (whole && (line = sheet_line(&table.sheet)))
            whole = read_row(&table, line);
    }
    *mistakes += sheet_end(&table.sheet);
    return whole;
}

void
lessons_done(struct lessons *lessons)
{
    for (size_t i = 0; i < lessons->text_count; i++)
        free(lessons->texts[i]);
    free(lessons->texts);
    free(lessons->items);
    free(lessons->from);
    *lessons = (struct lessons){ 0 };
}
