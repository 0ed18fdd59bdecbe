/* SPDX-License-Identifier: MIT */
/* Makes records of stored assessments: JSON as `samsyn score --format json` or
 * ndjson writes it, also by later versions, whose new keys are passed over.
 *
 * The reader is jansson, where it was there when the command was built.  It
 * reads no numbers but whole ones here, has its own limit of depth, and
 * refuses keys that stand twice. */

#include "records.h"

#ifdef HAVE_JANSSON

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

/* The text of a key; "" where there is none or it is no text. */
static const char *
text_at(const json_t *object, const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));

    return text ? text : "";
}

static int
named(const char *name, const char *(*name_of)(int value), int most)
{
    for (int i = 1; i <= most; i++) {
        const char *known = name_of(i);

        if (known && strcmp(known, name) == 0)
            return i;
    }
    return 0;
}

static const char *
verdict_name(int value)
{
    return samsyn_verdict_name((samsyn_verdict)value);
}

static const char *
certainty_name_of(int value)
{
    return samsyn_certainty_name((samsyn_certainty)value);
}

/* A verdict by its word; 0 where it is none. */
static int
verdict_of(const char *word)
{
    return named(word, verdict_name, SAMSYN_VERDICT_NOT_APPLICABLE);
}

/* ---- A criterion ---- */

static samsyn_status
add_quote(samsyn_record *record, const json_t *evidence)
{
    const json_t *path = json_object_get(evidence, "path");
    size_t headings = json_array_size(path);
    const char *heading =
        headings ? json_string_value(json_array_get(path, headings - 1)) : NULL;
    json_int_t line = json_integer_value(json_object_get(evidence, "line"));
    samsyn_quote quote = {
        .text = text_at(evidence, "quote"),
        .line = line > 0 ? (size_t)line : 0,
        .place = text_at(evidence, "place"),
        .heading = heading ? heading : "",
    };

    return samsyn_record_add_quote(record, &quote);
}

static samsyn_status
add_texts(samsyn_record *record, const json_t *criterion)
{
    static const struct {
        const char *key;
        samsyn_criterion_text_id id;
    } rows[] = {
        { "code", SAMSYN_CRITERION_CODE },
        { "title", SAMSYN_CRITERION_TITLE },
        { "area", SAMSYN_CRITERION_AREA },
        { "weight", SAMSYN_CRITERION_WEIGHT },
        { "level", SAMSYN_CRITERION_LEVEL },
        { "reason", SAMSYN_CRITERION_REASON },
        { "advice", SAMSYN_CRITERION_ADVICE },
    };
    samsyn_status status = SAMSYN_OK;

    for (size_t i = 0; status == SAMSYN_OK && i < sizeof rows / sizeof rows[0];
         i++)
        status = samsyn_record_set_text(record, rows[i].id,
                                        text_at(criterion, rows[i].key));
    return status;
}

/* 0, which is not known, for what is no number of points. */
static int64_t
points_of(const json_t *criterion)
{
    json_int_t possible =
        json_integer_value(json_object_get(criterion, "possible"));

    return possible > 0 ? (int64_t)possible : 0;
}

static samsyn_status
add_criterion(samsyn_record *record, const json_t *criterion)
{
    const json_t *evidence = json_object_get(criterion, "evidence");
    samsyn_status status = samsyn_record_add(
        record, text_at(criterion, "id"),
        (samsyn_verdict)verdict_of(text_at(criterion, "verdict")));

    if (status == SAMSYN_OK)
        status = add_texts(record, criterion);
    if (status == SAMSYN_OK)
        status = samsyn_record_set_judged(
            record,
            named(text_at(criterion, "certainty"), certainty_name_of,
                  SAMSYN_DOUBTFUL),
            verdict_of(
                text_at(json_object_get(criterion, "answer"), "verdict")));
    if (status == SAMSYN_OK)
        status = samsyn_record_set_points(record, points_of(criterion));
    for (size_t i = 0; status == SAMSYN_OK && i < json_array_size(evidence);
         i++)
        status = add_quote(record, json_array_get(evidence, i));
    return status;
}

/* ---- An assessment ---- */

/* The digests of all documents but the first, a blank between. */
static samsyn_status
set_annexes(samsyn_record *record, const json_t *documents)
{
    char *text = join("", "", "");
    samsyn_status status = SAMSYN_E_NOMEM;

    for (size_t i = 1; text && i < json_array_size(documents); i++) {
        char *longer = join(text, i > 1 ? " " : "",
                            text_at(json_array_get(documents, i), "digest"));

        free(text);
        text = longer;
    }
    if (text)
        status = samsyn_record_set(record, SAMSYN_RECORD_ANNEXES, text);
    free(text);
    return status;
}

static samsyn_status
set_texts(samsyn_record *record, const json_t *element)
{
    const json_t *checklist = json_object_get(element, "checklist");
    const json_t *language = json_object_get(checklist, "language");
    const json_t *documents = json_object_get(element, "documents");
    const json_t *main = json_array_get(documents, 0);
    const struct {
        samsyn_record_text_id id;
        const char *text;
    } rows[] = {
        { SAMSYN_RECORD_CHECKLIST_ID, text_at(checklist, "id") },
        { SAMSYN_RECORD_CHECKLIST_VERSION, text_at(checklist, "version") },
        { SAMSYN_RECORD_CHECKLIST_TITLE, text_at(checklist, "title") },
        { SAMSYN_RECORD_CHECKLIST_DIGEST, text_at(checklist, "digest") },
        { SAMSYN_RECORD_LANGUAGE_ID, text_at(language, "id") },
        { SAMSYN_RECORD_LANGUAGE_DIGEST, text_at(language, "digest") },
        { SAMSYN_RECORD_MODEL_DIGEST,
          text_at(json_object_get(checklist, "model"), "digest") },
        { SAMSYN_RECORD_DOCUMENT_NAME, text_at(main, "name") },
        { SAMSYN_RECORD_DOCUMENT_DIGEST, text_at(main, "digest") },
        { SAMSYN_RECORD_DATE, text_at(element, "date") },
        { SAMSYN_RECORD_PROGRAM, text_at(element, "samsyn") },
    };
    samsyn_status status = set_annexes(record, documents);

    for (size_t i = 0; status == SAMSYN_OK && i < sizeof rows / sizeof rows[0];
         i++)
        status = samsyn_record_set(record, rows[i].id, rows[i].text);
    return status;
}

/* Whether it is of the format that is understood here, which is more than JSON
 * that happens to have some of the keys. */
static bool
is_assessment(const json_t *element)
{
    const json_t *checklist = json_object_get(element, "checklist");

    return json_integer_value(json_object_get(element, "format")) == 1 &&
           *text_at(checklist, "id") && *text_at(checklist, "digest") &&
           json_array_size(json_object_get(element, "documents")) > 0 &&
           json_is_array(json_object_get(element, "criteria"));
}

static samsyn_status
fill(samsyn_record *record, const json_t *element)
{
    const json_t *criteria = json_object_get(element, "criteria");
    samsyn_status status = set_texts(record, element);

    for (size_t i = 0; status == SAMSYN_OK && i < json_array_size(criteria);
         i++)
        status = add_criterion(record, json_array_get(criteria, i));
    return status;
}

/* ---- A file ---- */

struct reading {
    const struct tool *tool;
    const char *path;
    const struct record_taker *taker;
    struct fault *fault;
};

static bool
is_wrong(struct reading *reading, const char *why)
{
    return fault_say(reading->fault, reading->tool, reading->path,
                     CODE_DOCUMENT, SAMSYN_E_SCHEMA, TEXT_BAD_STORED, why);
}

static bool
no_memory(struct reading *reading)
{
    return fault_say(reading->fault, reading->tool, reading->path,
                     CODE_INTERNAL, SAMSYN_E_NOMEM, TEXT_NO_MEMORY, NULL);
}

/* A text that is not the one of a file is of standard input, for which there
 * is only the name under which its result was stored. */
static const char *
name_of(const samsyn_record *record, const char *path)
{
    const char *name = samsyn_record_text(record, SAMSYN_RECORD_DOCUMENT_NAME);

    return *name && strcmp(name, "-") != 0 ? name : path;
}

static bool
take_element(struct reading *reading, const json_t *element)
{
    const struct record_taker *taker = reading->taker;
    samsyn_record *record;
    samsyn_status status;

    if (json_object_get(element, "error"))
        return taker->fail(
                   taker->user, text_at(element, "name"),
                   text_at(json_object_get(element, "error"), "message")) ||
               no_memory(reading);
    if (!is_assessment(element))
        return is_wrong(reading, "format 1");
    status = samsyn_record_new(&record, reading->tool->config);
    if (status != SAMSYN_OK)
        return no_memory(reading);
    status = fill(record, element);
    if (status == SAMSYN_OK)
        return taker->take(taker->user, record, name_of(record, reading->path),
                           reading->path) ||
               no_memory(reading);
    samsyn_record_free(record);
    return status == SAMSYN_E_NOMEM ? no_memory(reading)
                                    : is_wrong(reading, "criteria");
}

/* An array of elements, or one as it stands in a line of NDJSON. */
static bool
take_value(struct reading *reading, const json_t *value)
{
    bool good = true;

    if (json_is_object(value))
        return take_element(reading, value);
    if (!json_is_array(value))
        return is_wrong(reading, "format 1");
    for (size_t i = 0; good && i < json_array_size(value); i++)
        good = take_element(reading, json_array_get(value, i));
    return good;
}

/* One value after another: an array is one, and NDJSON has many. */
bool
records_of_json(const struct tool *tool, const char *path,
                const struct file *file, const struct record_taker *taker,
                struct fault *fault)
{
    struct reading reading = { tool, path, taker, fault };
    const char *text = file->bytes;
    size_t length = file->length;
    bool good = true;

    do {
        json_error_t error;
        json_t *root =
            json_loadb(text, length,
                       JSON_REJECT_DUPLICATES | JSON_DISABLE_EOF_CHECK, &error);

        if (!root)
            return is_wrong(&reading, error.text);
        good = take_value(&reading, root);
        json_decref(root);
        text += error.position;
        length -= (size_t)error.position;
        while (length > 0 && memchr(" \t\r\n", *text, 4)) {
            text++;
            length--;
        }
    } while (good && length > 0);
    return good;
}

#else

bool
records_of_json(const struct tool *tool, const char *path,
                const struct file *file, const struct record_taker *taker,
                struct fault *fault)
{
    (void)file;
    (void)taker;
    return fault_say(fault, tool, path, CODE_DOCUMENT, SAMSYN_E_NO_READER,
                     TEXT_NO_JANSSON, NULL);
}

#endif
