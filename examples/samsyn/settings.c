/* SPDX-License-Identifier: MIT */
/* Reads the file of defaults: a mapping of options to values, and of commands
 * to such mappings.
 *
 *     lang: en
 *     checklist: overenskommelse
 *     score: {format: html}
 *
 * Only the command reads it, never the library, and only the user's own: a
 * file that came with somebody's documents must not change how these are
 * judged.  libyaml's events are read, two levels deep; anchors, aliases and
 * tags have no place in so small a file. */

#include "settings.h"

#include "commands.h"
#include "files.h"

#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#define SETTINGS_MAX (MIB / 16)

static const struct settings_key keys[] = {
    { "checklist", false, true, { NULL } },
    { "fail-under", false, true, { NULL } },
    { "format", true, false, { "--ndjson", "--explain" } },
    { "jobs", false, false, { NULL } },
    { "lang", false, false, { NULL } },
    { "no-quotes", false, true, { NULL } },
    { "tracked", false, true, { NULL } },
};

const struct settings_key *
settings_key_find(const char *name)
{
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        if (strcmp(keys[i].name, name) == 0)
            return &keys[i];
    }
    return NULL;
}

/* ---- Where ---- */

char *
settings_path(const char *given, bool *needed)
{
    const char *set = getenv("SAMSYN_CONFIG");
    const char *base = getenv("XDG_CONFIG_HOME");
    const char *home = getenv("HOME");

    *needed = given || (set && *set);
    if (given)
        return join(given, "", "");
    if (set)
        return *set ? join(set, "", "") : NULL;
    if (base && *base == '/')
        return join(base, "/samsyn/config.yaml", "");
    return home && *home ? join(home, "/.config/samsyn/config.yaml", "") : NULL;
}

/* ---- Reading ---- */

struct reading {
    struct settings *settings;
    samsyn_lang lang;
    yaml_parser_t parser;
    yaml_event_t event; /* the last one; zeroed where there is none */
};

static bool
wrong_at(const struct settings *settings, size_t line, size_t column,
         samsyn_lang lang, enum text why, const char *first, const char *second)
{
    char place[64];
    char *about;

    snprintf(place, sizeof place, ":%zu:%zu", line, column);
    about = join(settings->path, place, "");
    complain(about ? about : settings->path, why, lang, first, second);
    free(about);
    return false;
}

static bool
wrong(const struct reading *reading, enum text why, const char *first)
{
    const yaml_mark_t *mark = &reading->event.start_mark;

    return wrong_at(reading->settings, mark->line + 1, mark->column + 1,
                    reading->lang, why, first, NULL);
}

bool
settings_wrong(const struct settings *settings, const struct setting *setting,
               samsyn_lang lang, enum text why, const char *first,
               const char *second)
{
    return wrong_at(settings, setting->line, setting->column, lang, why, first,
                    second);
}

/* The next event; false where the file is no YAML. */
static bool
next(struct reading *reading)
{
    const yaml_mark_t *mark = &reading->parser.problem_mark;

    yaml_event_delete(&reading->event);
    if (yaml_parser_parse(&reading->parser, &reading->event))
        return true;
    memset(&reading->event, 0, sizeof reading->event);
    return wrong_at(reading->settings, mark->line + 1, mark->column + 1,
                    reading->lang, TEXT_SETTINGS_YAML, NULL, NULL);
}

/* A copy of a plain value; NULL, and said, for anything else. */
static char *
take_text(const struct reading *reading)
{
    const yaml_event_t *event = &reading->event;
    const char *value = (const char *)event->data.scalar.value;
    char *text;

    if (event->type != YAML_SCALAR_EVENT || event->data.scalar.anchor ||
        event->data.scalar.tag || strlen(value) != event->data.scalar.length) {
        (void)wrong(reading, TEXT_SETTINGS_PLAIN, NULL);
        return NULL;
    }
    text = join(value, "", "");
    if (!text)
        (void)wrong(reading, TEXT_NO_MEMORY, NULL);
    return text;
}

/* A new item of a section; NULL, and said, where the key is there already or
 * memory is out. */
static struct setting *
add_item(struct reading *reading, const char *section, const char *key)
{
    struct settings *settings = reading->settings;
    struct setting *items =
        realloc(settings->items, (settings->count + 1) * sizeof *items);
    struct setting *item;

    for (size_t i = 0; items && i < settings->count; i++) {
        if (strcmp(items[i].section, section) == 0 &&
            strcmp(items[i].key, key) == 0) {
            settings->items = items;
            (void)wrong(reading, TEXT_SETTINGS_TWICE, key);
            return NULL;
        }
    }
    if (!items) {
        (void)wrong(reading, TEXT_NO_MEMORY, NULL);
        return NULL;
    }
    settings->items = items;
    item = &items[settings->count++];
    *item = (struct setting){
        .section = join(section, "", ""),
        .key = join(key, "", ""),
        .line = reading->event.start_mark.line + 1,
        .column = reading->event.start_mark.column + 1,
    };
    if (item->section && item->key)
        return item;
    (void)wrong(reading, TEXT_NO_MEMORY, NULL);
    return NULL;
}

static bool
read_mapping(struct reading *reading, const char *section);

/* What stands after a key: a value, or what a command has for itself. */
static bool
read_value(struct reading *reading, const char *section, const char *key)
{
    struct setting *item;
    size_t at;

    if (!*section && command_bit(key))
        return next(reading) &&
               (reading->event.type == YAML_MAPPING_START_EVENT ||
                wrong(reading, TEXT_SETTINGS_MAPPING, NULL)) &&
               read_mapping(reading, key);
    if (!settings_key_find(key))
        return wrong(reading, TEXT_SETTINGS_KEY, key);
    item = add_item(reading, section, key);
    if (!item || !next(reading))
        return false;
    at = reading->settings->count - 1;
    reading->settings->items[at].value = take_text(reading);
    return reading->settings->items[at].value != NULL;
}

static bool
read_mapping(struct reading *reading, const char *section)
{
    bool good = next(reading);

    while (good && reading->event.type != YAML_MAPPING_END_EVENT) {
        char *key = take_text(reading);

        good = key && read_value(reading, section, key) && next(reading);
        free(key);
    }
    return good;
}

/* Goes past so many events. */
static bool
skip(struct reading *reading, int count)
{
    bool good = true;

    while (good && count-- > 0)
        good = next(reading);
    return good;
}

/* One mapping, or nothing at all. */
static bool
read_document(struct reading *reading)
{
    bool good = skip(reading, 2);

    if (!good || reading->event.type == YAML_STREAM_END_EVENT)
        return good;
    good = next(reading);
    if (good && reading->event.type != YAML_MAPPING_START_EVENT)
        return wrong(reading, TEXT_SETTINGS_MAPPING, NULL);
    good = good && read_mapping(reading, "") && skip(reading, 2);
    if (good && reading->event.type != YAML_STREAM_END_EVENT)
        return wrong(reading, TEXT_SETTINGS_MAPPING, NULL);
    return good;
}

static bool
read_bytes(struct settings *settings, const struct file *file, samsyn_lang lang)
{
    struct reading reading = { .settings = settings, .lang = lang };
    bool good;

    if (!yaml_parser_initialize(&reading.parser)) {
        complain(settings->path, TEXT_NO_MEMORY, lang, NULL, NULL);
        return false;
    }
    yaml_parser_set_encoding(&reading.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(
        &reading.parser, (const unsigned char *)file->bytes, file->length);
    good = read_document(&reading);
    yaml_event_delete(&reading.event);
    yaml_parser_delete(&reading.parser);
    return good;
}

bool
settings_read(struct settings *settings, const char *given, samsyn_lang lang)
{
    enum file_result result;
    struct file file;
    bool needed, good;

    *settings = (struct settings){ .path = settings_path(given, &needed) };
    if (!settings->path)
        return true;
    result = file_read(&file, settings->path, SETTINGS_MAX);
    good = result == FILE_ABSENT && !needed;
    if (result == FILE_READ)
        good = read_bytes(settings, &file, lang);
    else if (!good)
        complain(settings->path, TEXT_SETTINGS_UNREAD, lang, NULL, NULL);
    file_done(&file);
    return good;
}

void
settings_done(struct settings *settings)
{
    for (size_t i = 0; i < settings->count; i++) {
        free(settings->items[i].section);
        free(settings->items[i].key);
        free(settings->items[i].value);
    }
    free(settings->items);
    free(settings->path);
    free(settings->taken);
    *settings = (struct settings){ .path = NULL };
}
