/* SPDX-License-Identifier: MIT */
/* Puts what readers and the machine say side by side.
 *
 * All labels stand in one list, which is sorted; labels of the same document,
 * item and criterion then stand together and become a row.  So the order of
 * the files' lines does not matter, and the order of rows is the same on
 * every machine.  Two labels of one source for the same thing are a mistake:
 * nobody can say which of them is meant. */

#include "groups.h"
#include "panel.h"

#include <stdlib.h>
#include <string.h>

enum {
    DOCUMENTS_MOST = 10000,
    CRITERIA_MOST = 500,
    LABELS_MIB = 16
};

const char *
panel_keep(struct panel *panel, const char *text)
{
    char *copy;

    if (panel->text_count == panel->text_size) {
        size_t size = panel->text_size ? 2 * panel->text_size : 256;
        char **texts = realloc(panel->texts, size * sizeof *texts);

        if (!texts)
            return NULL;
        panel->texts = texts;
        panel->text_size = size;
    }
    copy = join(text, "", "");
    if (copy)
        panel->texts[panel->text_count++] = copy;
    return copy;
}

void
panel_done(struct panel *panel)
{
    for (size_t i = 0; i < panel->file_count; i++)
        file_done(&panel->files[i]);
    for (size_t i = 0; i < panel->text_count; i++)
        free(panel->texts[i]);
    free(panel->files);
    free(panel->texts);
    free(panel->rows);
    labels_done(&panel->labels);
}

/* ---- Order ---- */

/* Numbers by their size: the shorter text first. */
static int
compare_items(const char *a, const char *b)
{
    size_t left = strlen(a), right = strlen(b);

    return left == right ? strcmp(a, b) : (left > right) - (left < right);
}

/* 0 for labels of one row. */
static int
compare_keys(const struct label *a, const struct label *b)
{
    int order = strcmp(a->fields[FIELD_FILE], b->fields[FIELD_FILE]);

    if (order == 0)
        order = compare_items(a->fields[FIELD_ITEM], b->fields[FIELD_ITEM]);
    if (order == 0)
        order = strcmp(a->fields[FIELD_CRITERION], b->fields[FIELD_CRITERION]);
    return order;
}

static int
compare_labels(const void *a, const void *b)
{
    const struct label *left = a, *right = b;
    int order = compare_keys(left, right);

    if (order == 0)
        order = (left->source > right->source) - (left->source < right->source);
    return order ? order
                 : (left->line > right->line) - (left->line < right->line);
}

void
panel_sort(struct panel *panel)
{
    if (panel->labels.count > 0)
        qsort(panel->labels.items, panel->labels.count,
              sizeof *panel->labels.items, compare_labels);
}

/* ---- Groups ---- */

/* The name of the first group whose pattern a document is of; "" for none. */
static const char *
group_of(struct panel *panel, const char *document)
{
    size_t length;
    const char *given = group_given(&panel->tool->args, document, &length);
    char *name = join(given, "", "");
    const char *kept;

    if (!name)
        return NULL;
    name[length] = '\0';
    kept = panel_keep(panel, name);
    free(name);
    return kept;
}

/* ---- Rows ---- */

static void
say_twice(const struct panel *panel, const struct label *first,
          const struct label *second)
{
    char numbers[2][24];

    snprintf(numbers[0], sizeof numbers[0], "%zu", first->line);
    snprintf(numbers[1], sizeof numbers[1], "%zu", second->line);
    complain(panel->sources[first->source].name, TEXT_LABELS_SAME,
             panel->tool->args.lang, numbers[0], numbers[1]);
}

/* Rows of one document stand together and are of one group, so that a new
 * document is counted here; NULL without memory. */
static const char *
group_of_row(struct panel *panel, const struct row *row)
{
    if (row > panel->rows && strcmp(row[-1].document, row->document) == 0)
        return row[-1].group;
    panel->document_count++;
    return group_of(panel, row->document);
}

static struct row *
add_row(struct panel *panel, const struct label *first)
{
    struct row *row = &panel->rows[panel->row_count++];

    *row = (struct row){ .document = first->fields[FIELD_FILE],
                         .item = first->fields[FIELD_ITEM],
                         .criterion = first->fields[FIELD_CRITERION],
                         .checklist = "" };
    row->group = group_of_row(panel, row);
    return row->group ? row : NULL;
}

/* Takes the labels from @p at that are of one row; gives how many, 0 without
 * memory. */
static size_t
take_row(struct panel *panel, size_t at, bool *twice)
{
    const struct label *first = &panel->labels.items[at];
    struct row *row = add_row(panel, first);
    size_t count = 0;

    for (; row && at + count < panel->labels.count; count++) {
        const struct label *label = &first[count];

        if (compare_keys(first, label) != 0)
            break;
        if (row->said[label->source]) {
            say_twice(panel, row->said[label->source], label);
            *twice = true;
        }
        row->said[label->source] = label;
        if (!*row->checklist)
            row->checklist = label->fields[FIELD_CHECKLIST];
    }
    return count;
}

static enum code
make_rows(struct panel *panel)
{
    bool twice = false;
    size_t count;

    panel_sort(panel);
    panel->rows = calloc(panel->labels.count + 1, sizeof *panel->rows);
    if (!panel->rows)
        return CODE_INTERNAL;
    for (size_t at = 0; at < panel->labels.count; at += count) {
        count = take_row(panel, at, &twice);
        if (count == 0)
            return CODE_INTERNAL;
    }
    return twice ? CODE_DOCUMENT : CODE_DONE;
}

/* Measuring takes time for each document and criterion, so there is an end
 * to them; who comes near it has put the columns in the wrong order. */
static bool
is_bounded(const struct panel *panel)
{
    const char *seen[CRITERIA_MOST];
    size_t criteria = 0;

    for (size_t i = 0; i < panel->labels.count; i++) {
        const char *name = panel->labels.items[i].fields[FIELD_CRITERION];
        size_t j = 0;

        while (j < criteria && strcmp(seen[j], name) != 0)
            j++;
        if (panel->document_count > DOCUMENTS_MOST || j == CRITERIA_MOST) {
            complain(NULL, TEXT_LABELS_MANY, panel->tool->args.lang, NULL,
                     NULL);
            return false;
        }
        if (j == criteria)
            seen[criteria++] = name;
    }
    return true;
}

/* ---- Reading ---- */

/* What stands before the `=` of NAME=FILE; a path holds '/' or a dot before
 * it, or has none.  0 where there is no name. */
static size_t
name_length(const char *given)
{
    size_t length = strcspn(given, "=/.");

    return given[length] == '=' ? length : 0;
}

/* The source of a reader by name, a new one where there is none; SOURCES_MOST
 * where there are too many. */
static size_t
source_find(struct panel *panel, const char *name, bool machine)
{
    size_t most = machine ? SOURCES_MOST : READERS_MOST;

    for (size_t i = 0; i < panel->source_count; i++) {
        if (!machine && strcmp(panel->sources[i].name, name) == 0)
            return i;
    }
    if (panel->source_count >= most)
        return SOURCES_MOST;
    panel->sources[panel->source_count] = (struct source){ name, machine };
    return panel->source_count++;
}

/* The file of a reader or of the machine, read and kept. */
static enum code
read_file(struct panel *panel, const char *path, size_t source,
          size_t *mistakes)
{
    struct fault fault = { CODE_DONE, SAMSYN_OK, NULL };
    struct file *files =
        realloc(panel->files, (panel->file_count + 1) * sizeof *files);
    struct file *file;
    enum file_result result;
    enum code code = CODE_DONE;

    if (!files)
        return CODE_INTERNAL;
    panel->files = files;
    file = &files[panel->file_count++];
    result = file_read(file, path, LABELS_MIB * MIB);
    if (result != FILE_READ) {
        (void)fault_file(&fault, panel->tool, path, CODE_DOCUMENT, result,
                         LABELS_MIB * MIB);
        code = fault.code;
    } else if (!labels_read(&panel->labels, panel->tool, path, file, source,
                            mistakes)) {
        code = CODE_INTERNAL;
    }
    fault_done(&fault);
    return code;
}

static enum code
read_reader(struct panel *panel, const char *given, size_t *mistakes)
{
    size_t length = name_length(given), source;
    const char *path = length ? given + length + 1 : given;
    const char *name = panel_keep(panel, given);

    if (!name)
        return CODE_INTERNAL;
    if (length)
        panel->texts[panel->text_count - 1][length] = '\0';
    source = source_find(panel, name, false);
    if (source == SOURCES_MOST) {
        complain(NULL, TEXT_TOO_MANY_READERS, panel->tool->args.lang, NULL,
                 NULL);
        return CODE_USAGE;
    }
    return read_file(panel, path, source, mistakes);
}

static enum code
read_all(struct panel *panel)
{
    const struct args *args = &panel->tool->args;
    enum code code = CODE_DONE, first = CODE_DONE;
    size_t mistakes = 0;

    for (size_t i = 0; i < args->label_count; i++) {
        code = read_reader(panel, args->labels[i], &mistakes);
        first = first == CODE_DONE ? code : first;
    }
    if (args->machine) {
        size_t machine = source_find(panel, "samsyn", true);

        code = read_file(panel, args->machine, machine, &mistakes);
        first = first == CODE_DONE ? code : first;
    }
    return first == CODE_DONE && mistakes > 0 ? CODE_DOCUMENT : first;
}

/* ---- All of it ---- */

/* Odd or even by the last digit in a name; documents without one are both. */
static bool
is_asked_for(const char *name, enum part part)
{
    const char *last = NULL;

    for (const char *at = name; *at; at++)
        last = *at >= '0' && *at <= '9' ? at : last;
    if (part == PART_ALL || !last)
        return true;
    return ((*last - '0') % 2 == 1) == (part == PART_ODD);
}

static void
drop_others(struct panel *panel)
{
    struct labels *labels = &panel->labels;
    size_t kept = 0;

    for (size_t i = 0; i < labels->count; i++) {
        if (is_asked_for(labels->items[i].fields[FIELD_FILE],
                         panel->tool->args.part))
            labels->items[kept++] = labels->items[i];
    }
    labels->count = kept;
}

enum code
panel_fill(struct panel *panel, const struct tool *tool)
{
    enum code code, made;

    *panel = (struct panel){ .tool = tool };
    code = read_all(panel);
    if (code != CODE_DONE)
        return code;
    drop_others(panel);
    if (tool->args.count > 0)
        code = machine_ask(panel, source_find(panel, "samsyn", true));
    if (code != CODE_DONE && code != CODE_SOME)
        return code;
    made = make_rows(panel);
    if (made == CODE_DONE && !is_bounded(panel))
        made = CODE_DOCUMENT;
    return made == CODE_DONE ? code : made;
}
