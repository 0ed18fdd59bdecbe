/* SPDX-License-Identifier: MIT */
/* samsyn compare: many documents side by side.
 *
 * Files and folders are gone through one by one; each document is assessed,
 * or taken as it was when its assessment was stored.  One that cannot be is
 * told of and counted, and the others go on.  What is compared and how is the
 * library's. */

#include "compare.h"
#include "answers.h"
#include "groups.h"
#include "out.h"
#include "places.h"
#include "reader.h"
#include "records.h"
#include "walk.h"

#include <stdlib.h>
#include <string.h>

struct comparing {
    const struct tool *tool;
    struct shelf shelf;
    struct places places;
    samsyn_comparison *comparison;
    samsyn_round round;
    size_t taken, failed;
    enum code code; /* of the last failure */
    bool said;      /* why it makes no sense to go on */
};

/* ---- Whose a document is ---- */

/* A copy of a file's name without its ending; NULL without memory. */
static char *
stem_of(const char *path)
{
    char *name = join(file_part(path), "", "");
    char *dot = name ? strrchr(name, '.') : NULL;

    if (dot && dot > name)
        *dot = '\0';
    return name;
}

/* The row of the table, by the document's name or the file's. */
static const struct place *
find_place(const struct comparing *comparing, const char *document,
           const char *path)
{
    const struct place *place = place_of(&comparing->places, document);

    return place ? place : place_of(&comparing->places, path);
}

/* A copy of the name of the first group that a document is in; NULL without
 * memory. */
static char *
group_of(const struct comparing *comparing, const char *document,
         const char *name)
{
    const struct args *args = &comparing->tool->args;
    size_t length;
    const char *given = group_given(args, file_part(document), &length);
    char *group;

    if (length == 0)
        given = group_given(args, name, &length);
    group = join(given, "", "");
    if (group)
        group[length] = '\0';
    return group;
}

/* Whether there is a record already of that name and round, by the same
 * checklist. */
static bool
is_taken(const struct comparing *comparing, const samsyn_record *record,
         const char *name)
{
    const samsyn_comparison *comparison = comparing->comparison;
    const samsyn_matrix *matrix;
    const char *id = samsyn_record_text(record, SAMSYN_RECORD_CHECKLIST_ID);

    for (size_t i = 0; (matrix = samsyn_comparison_matrix_at(comparison, i));
         i++) {
        for (size_t k = 0; k < samsyn_matrix_count(matrix); k++) {
            const samsyn_record *other = samsyn_matrix_record(matrix, k);

            if (samsyn_matrix_round(matrix, k) == (int)comparing->round &&
                strcmp(samsyn_matrix_name(matrix, k), name) == 0 &&
                strcmp(samsyn_record_text(other, SAMSYN_RECORD_CHECKLIST_ID),
                       id) == 0)
                return true;
        }
    }
    return false;
}

/* ---- Taking ---- */

/* Adds a record by a name; two documents of one name keep their files'.  The
 * same document again, such as it and its stored assessment, is left out. */
static bool
add_record(struct comparing *comparing, const samsyn_record *record,
           const char *document, const char *name, const char *group)
{
    samsyn_lang lang = comparing->tool->args.lang;
    bool taken = is_taken(comparing, record, name);
    samsyn_status status =
        samsyn_comparison_add(comparing->comparison, record,
                              taken ? document : name, group, comparing->round);

    if (status == SAMSYN_E_TWICE)
        complain(document, TEXT_DOCUMENT_TWICE, lang, NULL, NULL);
    else if (status == SAMSYN_OK && taken)
        complain(document, TEXT_NAME_TWICE, lang, name, NULL);
    return status == SAMSYN_OK || status == SAMSYN_E_TWICE;
}

static bool
take_record(void *user, samsyn_record *record, const char *document,
            const char *path)
{
    struct comparing *comparing = user;
    const struct place *place = find_place(comparing, document, path);
    char *name = place ? join(place->name, "", "") : stem_of(document);
    char *group = name ? place && *place->group
                             ? join(place->group, "", "")
                             : group_of(comparing, document, name)
                       : NULL;
    bool good = group && add_record(comparing, record, document, name, group);

    comparing->taken += good;
    free(group);
    free(name);
    samsyn_record_free(record);
    return good;
}

static bool
take_failure(void *user, const char *document, const char *why)
{
    struct comparing *comparing = user;

    complain(document, TEXT_STORED_FAILURE, comparing->tool->args.lang, why,
             NULL);
    comparing->failed++;
    if (comparing->code == CODE_DONE)
        comparing->code = CODE_DOCUMENT;
    return samsyn_comparison_add_failure(comparing->comparison, document,
                                         why) == SAMSYN_OK;
}

/* ---- Going through files ---- */

/* A file that could not be read is told of in the comparison, too. */
static bool
note_fault(struct comparing *comparing, const char *path,
           const struct fault *fault)
{
    const char *why = fault->text ? fault->text : "";

    comparing->code = fault->code;
    comparing->said = fault->code == CODE_INTERNAL;
    if (comparing->said)
        return false;
    comparing->failed++;
    return samsyn_comparison_add_failure(comparing->comparison, path, why) ==
           SAMSYN_OK;
}

static bool
take_bytes(struct comparing *comparing, const char *path,
           const struct file *file)
{
    struct record_taker taker = { take_record, take_failure, comparing };
    struct fault fault = { CODE_DONE, SAMSYN_OK, NULL };
    bool good = records_of(comparing->tool, &comparing->shelf, path, file,
                           &taker, &fault) ||
                note_fault(comparing, path, &fault);

    fault_done(&fault);
    return good;
}

static bool
take_unread(struct comparing *comparing, const char *path,
            enum file_result result)
{
    struct fault fault = { CODE_DONE, SAMSYN_OK, NULL };
    bool good;

    (void)fault_file(&fault, comparing->tool, path, CODE_DOCUMENT, result,
                     DOCUMENT_MAX);
    good = note_fault(comparing, path, &fault);
    fault_done(&fault);
    return good;
}

/* The file of a folder whose place the result would take. */
static bool
take_own(struct comparing *comparing, const char *path)
{
    complain(path, TEXT_OUT_ITSELF, comparing->tool->args.lang, NULL, NULL);
    comparing->code = CODE_USAGE;
    comparing->said = true;
    return false;
}

/* False where it makes no sense to go on. */
static bool
take_file(struct comparing *comparing, const char *path)
{
    const char *out = comparing->tool->args.out;
    enum file_result result;
    struct file file;
    bool good;

    if (out && is_same_file(out, path))
        return take_own(comparing, path);
    result = file_read(&file, path, DOCUMENT_MAX);
    good = result == FILE_READ ? take_bytes(comparing, path, &file)
                               : take_unread(comparing, path, result);
    file_done(&file);
    return good;
}

/* Whether what is in a file is a document's, whatever it is called. */
static bool
is_document(const char *path)
{
    struct file file;
    bool is = file_read(&file, path, DOCUMENT_MAX) == FILE_READ &&
              reader_knows(&file);

    file_done(&file);
    return is;
}

/* Something of a folder.  What is no document is told of, so that nobody
 * believes it to be counted. */
static bool
take_found(struct comparing *comparing, const char *path, const char *name)
{
    bool folder;
    enum text why = walk_reason(name, path, &folder);

    if (folder)
        why = TEXT_SKIP_FOLDER;
    else if (why == TEXT_COUNT && !is_readable(name) && !is_document(path))
        why = TEXT_SKIP_OTHER;
    if (why == TEXT_COUNT)
        return take_file(comparing, path);
    complain(path, why, comparing->tool->args.lang, NULL, NULL);
    return true;
}

/* What a folder holds, in the order of the names. */
static bool
take_folder(struct comparing *comparing, const char *path)
{
    struct names names;
    bool good = names_all(&names, path);

    if (!good)
        good = take_unread(comparing, path, FILE_FAILED);
    for (size_t i = 0; good && i < names.count; i++) {
        char *file = join(path, path[strlen(path) - 1] == '/' ? "" : "/",
                          names.names[i]);

        good = file && take_found(comparing, file, names.names[i]);
        free(file);
    }
    names_done(&names);
    return good;
}

static bool
take_path(struct comparing *comparing, const char *path, samsyn_round round)
{
    comparing->round = round;
    return is_folder(path) ? take_folder(comparing, path)
                           : take_file(comparing, path);
}

static bool
take_all(struct comparing *comparing)
{
    const struct args *args = &comparing->tool->args;
    bool good = true;

    for (size_t i = 0; good && i < args->count; i++)
        good = take_path(comparing, args->operands[i], SAMSYN_ROUND_NOW);
    for (size_t i = 0; good && i < args->before_count; i++)
        good = take_path(comparing, args->before[i], SAMSYN_ROUND_BEFORE);
    return good;
}

/* ---- Showing ---- */

static samsyn_status
show_sheet(const struct comparing *comparing, const samsyn_sheets *sheets,
           FILE *stream, bool *found)
{
    const struct args *args = &comparing->tool->args;
    const char *wanted = args->sheet ? args->sheet : "matrix", *id;

    for (size_t i = 0; (id = samsyn_sheets_at(sheets, i, NULL)); i++) {
        if (strcmp(id, wanted) != 0)
            continue;
        *found = true;
        return samsyn_sheets_write(
            sheets, i,
            args->format == FORMAT_CSV ? SAMSYN_CSV_EXCEL : SAMSYN_CSV_PLAIN,
            file_write, stream);
    }
    *found = false;
    return SAMSYN_OK;
}

/* A workbook where there is no stream. */
static enum code
show_tables(const struct comparing *comparing, FILE *stream)
{
    const struct args *args = &comparing->tool->args;
    samsyn_sheets *sheets = NULL;
    samsyn_status status = samsyn_sheets_new(&sheets, comparing->comparison);
    enum code code = CODE_DONE;
    bool found = true;

    if (status == SAMSYN_OK && !stream)
        code = xlsx_write(comparing->tool, sheets);
    else if (status == SAMSYN_OK)
        status = show_sheet(comparing, sheets, stream, &found);
    samsyn_sheets_free(sheets);
    if (!found) {
        complain(NULL, TEXT_NO_TREND, args->lang, NULL, NULL);
        return CODE_USAGE;
    }
    if (status == SAMSYN_E_NOMEM) {
        complain(NULL, TEXT_NO_MEMORY, args->lang, NULL, NULL);
        return CODE_INTERNAL;
    }
    return code;
}

static enum code
show(const struct comparing *comparing, FILE *stream)
{
    const struct args *args = &comparing->tool->args;
    const char *format = args->format == FORMAT_JSON   ? "json"
                         : args->format == FORMAT_HTML ? "html"
                                                       : "text";

    if (args->format == FORMAT_CSV || args->format == FORMAT_CSV_PLAIN)
        return show_tables(comparing, stream);
    if (samsyn_comparison_write(comparing->comparison, format, strlen(format),
                                file_write, stream) != SAMSYN_E_NOMEM)
        return CODE_DONE;
    complain(NULL, TEXT_NO_MEMORY, args->lang, NULL, NULL);
    return CODE_INTERNAL;
}

/* To the file that was named.  Whether standard output could be written is
 * asked at the end of everything. */
static enum code
show_somewhere(const struct comparing *comparing)
{
    const struct args *args = &comparing->tool->args;
    struct fault fault = { CODE_DONE, SAMSYN_OK, NULL };
    enum code code;
    struct out out;

    if (args->format == FORMAT_XLSX)
        return show_tables(comparing, NULL);
    if (!args->out)
        return show(comparing, stdout);
    if (out_open(&out, comparing->tool, args->out, &fault)) {
        fault.code = show(comparing, out.stream);
        (void)out_close(&out, fault.code == CODE_DONE, &fault);
    }
    code = fault.code;
    fault_done(&fault);
    return code;
}

/* ---- The command ---- */

static enum code
compare_all(struct comparing *comparing)
{
    enum code code;

    if (!take_all(comparing)) {
        if (comparing->said)
            return comparing->code;
        complain(NULL, TEXT_NO_MEMORY, comparing->tool->args.lang, NULL, NULL);
        return CODE_INTERNAL;
    }
    if (comparing->taken == 0) {
        if (comparing->failed == 0)
            complain(NULL, TEXT_COMPARE_NOTHING, comparing->tool->args.lang,
                     NULL, NULL);
        return comparing->failed > 0 ? comparing->code : CODE_DOCUMENT;
    }
    code = show_somewhere(comparing);
    return code == CODE_DONE && comparing->failed > 0 ? CODE_SOME : code;
}

/* What is needed before the first document. */
static enum code
prepare(struct comparing *comparing)
{
    const struct tool *tool = comparing->tool;
    struct fault fault = { CODE_DONE, SAMSYN_OK, NULL };
    enum code code;

    if (shelf_fill(&comparing->shelf, tool, &fault) &&
        places_read(&comparing->places, tool, tool->args.names, &fault) &&
        samsyn_comparison_new(&comparing->comparison, tool->config) !=
            SAMSYN_OK) {
        complain(NULL, TEXT_NO_MEMORY, tool->args.lang, NULL, NULL);
        fault.code = CODE_INTERNAL;
    }
    code = fault.code;
    fault_done(&fault);
    return code;
}

static bool
usage_is_right(const struct args *args)
{
    if (args->count == 0)
        complain(NULL, TEXT_COMPARE_USAGE, args->lang, NULL, NULL);
    else if (args->format == FORMAT_XLSX && !args->out)
        complain(NULL, TEXT_XLSX_OUT, args->lang, NULL, NULL);
    else if (args->sheet && args->format != FORMAT_CSV &&
             args->format != FORMAT_CSV_PLAIN)
        complain(NULL, TEXT_SHEET_CSV, args->lang, NULL, NULL);
    else if (out_is_read(args))
        complain(args->out, TEXT_OUT_ITSELF, args->lang, NULL, NULL);
    else
        return true;
    return false;
}

enum code
command_compare(struct tool *tool)
{
    struct comparing comparing = { .tool = tool };
    enum code code;

    format_by_out(&tool->args);
    if (!usage_is_right(&tool->args))
        return CODE_USAGE;
    code = answers_open(tool);
    if (code == CODE_DONE)
        code = prepare(&comparing);
    if (code == CODE_DONE)
        code = compare_all(&comparing);
    samsyn_comparison_free(comparing.comparison);
    places_done(&comparing.places);
    shelf_done(&comparing.shelf);
    return code;
}
