/* SPDX-License-Identifier: MIT */
/* Reads the table of names. */

#include "places.h"
#include "sheet.h"

#include <stdlib.h>
#include <string.h>

enum {
    PLACES_MIB = 4
};

static const char *const field_names[] = { "file", "name", "group" };

enum {
    FIELDS = sizeof field_names / sizeof field_names[0],
    NO_COLUMN = -1
};

struct table {
    struct places *places;
    struct sheet sheet;
    int at[FIELDS];
    size_t columns;
};

const char *
file_part(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash && slash[1] ? slash + 1 : path;
}

static bool
read_header(struct table *table, char *line)
{
    char *names[SHEET_COLUMNS];

    if (!sheet_names(&table->sheet, line, names, &table->columns))
        return false;
    for (int i = 0; i < FIELDS; i++) {
        table->at[i] = NO_COLUMN;
        for (size_t k = 0; k < table->columns; k++) {
            if (strcmp(names[k], field_names[i]) == 0)
                table->at[i] = (int)k;
        }
        if (i < 2 && table->at[i] == NO_COLUMN)
            sheet_wrong(&table->sheet, TEXT_PLACES_HEADER, field_names[i],
                        NULL);
    }
    return table->sheet.mistakes == 0;
}

static bool
add_place(struct places *places, const struct place *place)
{
    if (places->count == places->size) {
        size_t size = places->size ? 2 * places->size : 64;
        struct place *items = realloc(places->items, size * sizeof *items);

        if (!items)
            return false;
        places->items = items;
        places->size = size;
    }
    places->items[places->count++] = *place;
    return true;
}

/* False without memory. */
static bool
read_row(struct table *table, char *line)
{
    char *fields[SHEET_COLUMNS];
    struct place place = { "", "", "" };

    if (!sheet_row(&table->sheet, line, fields, table->columns))
        return true;
    place.file = file_part(fields[table->at[0]]);
    place.name = fields[table->at[1]];
    if (table->at[2] != NO_COLUMN)
        place.group = fields[table->at[2]];
    if (!*place.file || !*place.name)
        sheet_wrong(&table->sheet, TEXT_LABELS_BLANK,
                    field_names[*place.file != '\0'], NULL);
    else if (place_of(table->places, place.file))
        sheet_wrong(&table->sheet, TEXT_PLACES_TWICE, place.file, NULL);
    else
        return add_place(table->places, &place);
    return true;
}

static bool
read_all(struct table *table)
{
    char *line = sheet_line(&table->sheet);
    bool whole = true;

    if (line && read_header(table, line)) {
        while (whole && (line = sheet_line(&table->sheet)))
            whole = read_row(table, line);
    }
    return whole;
}

bool
places_read(struct places *places, const struct tool *tool, const char *path,
            struct fault *fault)
{
    struct table table = { .places = places };
    enum file_result result;

    *places = (struct places){ .items = NULL };
    if (!path)
        return true;
    result = file_read(&places->file, path, PLACES_MIB * MIB);
    if (result != FILE_READ)
        return fault_file(fault, tool, path, CODE_DOCUMENT, result,
                          PLACES_MIB * MIB);
    sheet_begin(&table.sheet, tool, path, &places->file);
    if (!read_all(&table))
        return fault_say(fault, tool, path, CODE_INTERNAL, SAMSYN_E_NOMEM,
                         TEXT_NO_MEMORY, NULL);
    if (sheet_end(&table.sheet) == 0)
        return true;
    fault->code = CODE_DOCUMENT;
    return false;
}

void
places_done(struct places *places)
{
    free(places->items);
    file_done(&places->file);
}

const struct place *
place_of(const struct places *places, const char *path)
{
    const char *file = file_part(path);

    for (size_t i = 0; i < places->count; i++) {
        if (strcmp(places->items[i].file, file) == 0)
            return &places->items[i];
    }
    return NULL;
}
