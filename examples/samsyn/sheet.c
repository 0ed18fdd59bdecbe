/* SPDX-License-Identifier: MIT */
/* Reads files of fields.
 *
 * They are written by people, in editors and spreadsheets, so that what goes
 * wrong on that way is named: another separator, another encoding, a column
 * moved. */

#include "sheet.h"
#include "utf8.h"

#include <stdlib.h>
#include <string.h>

enum {
    SAID_MOST = 20,    /* mistakes of a file that are said one by one */
    ROWS_MOST = 100000 /* lines of a file */
};

void
sheet_wrong(struct sheet *sheet, enum text id, const char *first,
            const char *second)
{
    samsyn_lang lang = sheet->tool->args.lang;
    char place[32];
    char *about;

    if (sheet->mistakes++ >= SAID_MOST)
        return;
    snprintf(place, sizeof place, ":%zu", sheet->line);
    about = join(sheet->path, place, "");
    complain(about ? about : sheet->path, id, lang, first, second);
    free(about);
}

size_t
sheet_end(const struct sheet *sheet)
{
    char number[24];

    if (sheet->mistakes > SAID_MOST) {
        snprintf(number, sizeof number, "%zu", sheet->mistakes - SAID_MOST);
        complain(sheet->path, TEXT_LABELS_MORE, sheet->tool->args.lang, number,
                 NULL);
    }
    return sheet->mistakes;
}

/* ---- Lines ---- */

void
sheet_begin(struct sheet *sheet, const struct tool *tool, const char *path,
            struct file *file)
{
    bool marked =
        file->length >= 3 && memcmp(file->bytes, "\xEF\xBB\xBF", 3) == 0;

    *sheet = (struct sheet){ .tool = tool,
                             .path = path,
                             .rest = file->bytes + (marked ? 3 : 0),
                             .line = 1 };
    if (memchr(file->bytes, '\0', file->length))
        sheet_wrong(sheet, TEXT_LABELS_ENCODING, NULL, NULL);
    else if (!*sheet->rest)
        sheet_wrong(sheet, TEXT_LABELS_EMPTY, NULL, NULL);
    if (sheet->mistakes > 0)
        sheet->rest = NULL;
    sheet->line = 0;
}

/* Cuts the next line off a text that ends in NUL: at a line feed, a carriage
 * return or both. */
static char *
next_line(char **text)
{
    char *line = *text, *end;

    if (!line || !*line)
        return NULL;
    end = line + strcspn(line, "\r\n");
    *text = end + (*end ? 1 : 0);
    if (*end == '\r' && end[1] == '\n')
        *text = end + 2;
    *end = '\0';
    return line;
}

char *
sheet_line(struct sheet *sheet)
{
    char *line;

    while ((line = next_line(&sheet->rest))) {
        sheet->line++;
        if (sheet->line > ROWS_MOST) {
            sheet_wrong(sheet, TEXT_LABELS_LONG, NULL, NULL);
            return NULL;
        }
        if (sheet->line == 1 || line[strspn(line, " \t")])
            return line;
    }
    return NULL;
}

/* ---- Fields ---- */

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

size_t
sheet_cut(char *line, char *fields[SHEET_COLUMNS])
{
    size_t count = 0;
    char *field;

    for (; (field = next_field(&line)); count++) {
        if (count < SHEET_COLUMNS)
            fields[count] = field;
    }
    return count;
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

static void
check_twice(struct sheet *sheet, char *const *names, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        for (size_t k = 0; k < i; k++) {
            if (*names[i] && strcmp(names[i], names[k]) == 0) {
                sheet_wrong(sheet, TEXT_LABELS_TWICE, names[i], NULL);
                break;
            }
        }
    }
}

bool
sheet_names(struct sheet *sheet, char *line, char *fields[SHEET_COLUMNS],
            size_t *count)
{
    const char *separator = separator_of(line);

    if (separator) {
        sheet_wrong(sheet, TEXT_LABELS_SEPARATOR, separator, NULL);
        return false;
    }
    *count = sheet_cut(line, fields);
    if (*count > SHEET_COLUMNS)
        sheet_wrong(sheet, TEXT_LABELS_COLUMNS, NULL, NULL);
    else
        check_twice(sheet, fields, *count);
    return sheet->mistakes == 0;
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

bool
sheet_row(struct sheet *sheet, char *line, char *fields[SHEET_COLUMNS],
          size_t wanted)
{
    char numbers[2][24];
    size_t count;

    if (!is_utf8(line)) {
        sheet_wrong(sheet, TEXT_LABELS_ENCODING, NULL, NULL);
        return false;
    }
    count = sheet_cut(line, fields);
    if (count == wanted)
        return true;
    snprintf(numbers[0], sizeof numbers[0], "%zu", count);
    snprintf(numbers[1], sizeof numbers[1], "%zu", wanted);
    sheet_wrong(sheet, TEXT_LABELS_FIELDS, numbers[0], numbers[1]);
    return false;
}
