/* SPDX-License-Identifier: MIT */
/* Reads files of labels.
 *
 * They are written by people, in editors and spreadsheets, so that what goes
 * wrong on that way is named: another separator, another encoding, a column
 * moved, a word misspelt.  All mistakes of a file are said, up to a number;
 * a file with one is not used at all, for a measure over what happened to be
 * readable would look like the measure that was asked for. */

#include "labels.h"
#include "utf8.h"

#include <stdlib.h>
#include <string.h>

enum {
    SAID_MOST = 20,     /* mistakes of a file that are said one by one */
    ROWS_MOST = 100000, /* lines of a file */
    COLUMNS_MOST = 64,
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
    const struct tool *tool;
    const char *path;
    size_t source, line, columns, mistakes;
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

/* "path:line: what is wrong". */
static void
wrong(struct reading *reading, enum text id, const char *first,
      const char *second)
{
    samsyn_lang lang = reading->tool->args.lang;
    char place[32];
    char *about;

    if (reading->mistakes++ >= SAID_MOST)
        return;
    snprintf(place, sizeof place, ":%zu", reading->line);
    about = join(reading->path, place, "");
    complain(about ? about : reading->path, id, lang, first, second);
    free(about);
}

/* ---- Lines and fields ---- */

/* Cuts the next line off a text that ends in NUL: at a line feed, a carriage
 * return or both. */
static char *
next_line(char **text)
{
    char *line = *text, *end;

    if (!*line)
        return NULL;
    end = line + strcspn(line, "\r\n");
    *text = end + (*end ? 1 : 0);
    if (*end == '\r' && end[1] == '\n')
        *text = end + 2;
    *end = '\0';
    return line;
}

/* Cuts the next field off a line, up to a tab, without blanks around it. */
static char *
next_field(char **line)
{
    char *field = *line, *end;

    if (!field)
        return NULL;
    end = field + strcspn(field, "\t");
    *line = *end ? end + 1 : NULL;
    *end = '\0';
    field += strspn(field, " ");
    while (end > field && end[-1] == ' ')
        *--end = '\0';
    return field;
}

static bool
is_utf8(const char *line)
{
    while (*line) {
        size_t size = utf8_size(line);

        if (size == 0)
            return false;
        line += size;
    }
    return true;
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
static void
read_names(struct reading *reading, char *line)
{
    char *name;

    for (int i = 0; i < FIELDS; i++)
        reading->at[i] = -1;
    for (int column = 0; (name = next_field(&line)); column++) {
        int field = field_of(name);

        reading->columns++;
        if (field >= 0 && reading->at[field] >= 0)
            wrong(reading, TEXT_LABELS_TWICE, name, NULL);
        else if (field >= 0)
            reading->at[field] = column;
    }
}

/* What stands between the names where it is no tab. */
static const char *
separator_of(const char *line)
{
    if (strchr(line, '\t'))
        return NULL;
    if (strchr(line, ';'))
        return ";";
    return strchr(line, ',') ? "," : NULL;
}

static bool
read_header(struct reading *reading, char *line)
{
    const char *separator = separator_of(line);

    if (separator) {
        wrong(reading, TEXT_LABELS_SEPARATOR, separator, NULL);
        return false;
    }
    read_names(reading, line);
    for (int i = 0; i < MUST; i++) {
        if (reading->at[i] < 0)
            wrong(reading, TEXT_LABELS_HEADER, field_names[i], NULL);
    }
    if (reading->columns > COLUMNS_MOST)
        wrong(reading, TEXT_LABELS_COLUMNS, NULL, NULL);
    return reading->mistakes == 0;
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
            wrong(reading, TEXT_LABELS_BLANK, field_names[i], NULL);
    }
    if (leads_out(label->fields[FIELD_FILE]))
        wrong(reading, TEXT_LABELS_OUTSIDE, label->fields[FIELD_FILE], NULL);
}

static void
read_status(struct reading *reading, struct label *label)
{
    const char *status = label->fields[FIELD_STATUS];
    const char *suggestion = label->fields[FIELD_SUGGESTION];

    label->status = verdict_of(status);
    if (!label->status && *status)
        wrong(reading, TEXT_LABELS_STATUS, status, NULL);
    label->suggestion = verdict_of(suggestion);
    if (*suggestion && (!label->suggestion ||
                        label->suggestion == SAMSYN_VERDICT_NEEDS_REVIEW))
        wrong(reading, TEXT_LABELS_SUGGESTION, suggestion, NULL);
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
        wrong(reading, TEXT_LABELS_CERTAINTY, word, NULL);
}

/* How many fields there are; those that have a name are put in place. */
static size_t
split(const struct reading *reading, struct label *label, char *line)
{
    size_t count = 0;
    char *field;

    for (int i = 0; i < FIELDS; i++)
        label->fields[i] = "";
    for (; (field = next_field(&line)); count++) {
        for (int i = 0; i < FIELDS; i++) {
            if (reading->at[i] >= 0 && (size_t)reading->at[i] == count)
                label->fields[i] = field;
        }
    }
    return count;
}

static bool
read_label(struct reading *reading, char *line)
{
    struct label label = { .source = reading->source, .line = reading->line };
    size_t before = reading->mistakes, count;
    char numbers[2][24];

    if (!is_utf8(line)) {
        wrong(reading, TEXT_LABELS_ENCODING, NULL, NULL);
        return true;
    }
    count = split(reading, &label, line);
    if (count != reading->columns) {
        snprintf(numbers[0], sizeof numbers[0], "%zu", count);
        snprintf(numbers[1], sizeof numbers[1], "%zu", reading->columns);
        wrong(reading, TEXT_LABELS_FIELDS, numbers[0], numbers[1]);
        return true;
    }
    check_names(reading, &label);
    read_status(reading, &label);
    read_certainty(reading, &label);
    return reading->mistakes > before || labels_add(reading->labels, &label);
}

static bool
read_rows(struct reading *reading, char *text)
{
    char *line;

    while ((line = next_line(&text))) {
        reading->line++;
        if (reading->line > ROWS_MOST) {
            wrong(reading, TEXT_LABELS_LONG, NULL, NULL);
            return true;
        }
        if (line[strspn(line, " \t")] && !read_label(reading, line))
            return false;
    }
    return true;
}

/* What can be said of the bytes before they are read. */
static char *
begin_text(struct reading *reading, struct file *file)
{
    bool marked =
        file->length >= 3 && memcmp(file->bytes, "\xEF\xBB\xBF", 3) == 0;
    char *text = file->bytes + (marked ? 3 : 0);

    reading->line = 1;
    if (memchr(file->bytes, '\0', file->length))
        wrong(reading, TEXT_LABELS_ENCODING, NULL, NULL);
    else if (!*text)
        wrong(reading, TEXT_LABELS_EMPTY, NULL, NULL);
    return text;
}

bool
labels_read(struct labels *labels, const struct tool *tool, const char *path,
            struct file *file, size_t source, size_t *mistakes)
{
    struct reading reading = {
        .labels = labels, .tool = tool, .path = path, .source = source
    };
    char *text = begin_text(&reading, file), *line;
    bool whole = true;
    char number[24];

    line = reading.mistakes ? NULL : next_line(&text);
    if (line && read_header(&reading, line))
        whole = read_rows(&reading, text);
    if (reading.mistakes > SAID_MOST) {
        snprintf(number, sizeof number, "%zu", reading.mistakes - SAID_MOST);
        complain(path, TEXT_LABELS_MORE, tool->args.lang, number, NULL);
    }
    *mistakes += reading.mistakes;
    return whole;
}
