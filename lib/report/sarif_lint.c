/* SPDX-License-Identifier: MIT */
/* What is found in checklists as a run of SARIF: codes are rules, diagnostics
 * results.
 *
 * All checklists of a log share one run, since programs take several runs of
 * one tool for one that is repeated.  Results are written as they come; the
 * files and rules that they name by number come before them at the end. */

#include "report/sarif_parts.h"

#include <string.h>

#include "base/message.h"
#include "base/number.h"
#include "base/sha256.h"

#define ARGUMENTS 9 /* marks that a sentence can have */

struct sarif_file {
    char *name;               /* ends in NUL; owned */
    char digest[SHA256_TEXT]; /* "" where its bytes are not here */
};

void
sarif_lint_init(struct sarif_lint *lint, const samsyn_allocator *mem,
                samsyn_lang lang)
{
    lint->mem = *mem;
    lint->lang = lang;
    vec_init(&lint->files, mem, sizeof(struct sarif_file));
    vec_init(&lint->rules, mem, sizeof(enum diag_code));
    vec_init(&lint->prints, mem, SHA256_TEXT);
    buf_init(&lint->results, mem, BUF_ANY);
    json_init(&lint->json, &lint->results);
    lint->json.depth = SARIF_DEPTH_RESULTS;
    lint->dropped = 0;
    lint->begun = lint->failed = false;
}

void
sarif_lint_done(struct sarif_lint *lint)
{
    for (size_t i = 0; i < lint->files.len; i++) {
        struct sarif_file *file = vec_at(&lint->files, i);

        mem_free(&lint->mem, file->name);
    }
    vec_done(&lint->files);
    vec_done(&lint->rules);
    vec_done(&lint->prints);
    buf_done(&lint->results);
}

/* ---- Files and rules, by number ---- */

/* A file by its name, added where it is new; NULL without memory. */
static struct sarif_file *
file_of(struct sarif_lint *lint, const char *name, size_t *index)
{
    size_t size = strlen(name) + 1;
    struct sarif_file *file;
    char *copy;

    for (*index = 0; *index < lint->files.len; ++*index) {
        file = vec_at(&lint->files, *index);
        if (strcmp(file->name, name) == 0)
            return file;
    }
    copy = mem_alloc(&lint->mem, size);
    file = copy ? vec_push(&lint->files) : NULL;
    if (!file) {
        mem_free(&lint->mem, copy);
        lint->failed = true;
        return NULL;
    }
    memcpy(copy, name, size);
    file->name = copy;
    file->digest[0] = '\0';
    return file;
}

static size_t
rule_of(struct sarif_lint *lint, enum diag_code code)
{
    enum diag_code *rule;

    for (size_t i = 0; i < lint->rules.len; i++) {
        rule = vec_at(&lint->rules, i);
        if (*rule == code)
            return i;
    }
    rule = vec_push(&lint->rules);
    if (rule)
        *rule = code;
    else
        lint->failed = true;
    return lint->rules.len - 1;
}

void
sarif_lint_file(struct sarif_lint *lint, const char *name, struct str bytes)
{
    size_t index;
    struct sarif_file *file = file_of(lint, name, &index);

    if (file)
        sha256_text(bytes.ptr, bytes.len, file->digest);
    lint->begun = true;
}

/* ---- Results ---- */

static const char *
level_of(int severity)
{
    if (severity == SAMSYN_SEVERITY_ERROR)
        return "error";
    return severity == SAMSYN_SEVERITY_WARNING ? "warning" : "note";
}

/* How many results before it have the same fingerprint. */
static int64_t
count_print(struct sarif_lint *lint, const char *print)
{
    char *slot = vec_push(&lint->prints);
    int64_t count = 0;

    if (!slot) {
        lint->failed = true;
        return 0;
    }
    memcpy(slot, print, SHA256_TEXT);
    for (size_t i = 0; i + 1 < lint->prints.len; i++)
        count += memcmp(vec_at(&lint->prints, i), print, SHA256_TEXT) == 0;
    return count;
}

/* Without what stands before and behind it. */
static struct str
trimmed(struct str text)
{
    while (text.len > 0 && (*text.ptr == ' ' || *text.ptr == '\t'))
        text = str_make(text.ptr + 1, text.len - 1);
    while (text.len > 0 && text.ptr[text.len - 1] == ' ')
        text.len--;
    return text;
}

/* Of the file, the code and the line's text, whatever its number; several such
 * are counted. */
static void
write_fingerprint(struct sarif_lint *lint, const samsyn_diagnostics *list,
                  size_t index)
{
    struct buf text;

    buf_init(&text, &lint->mem, BUF_ANY);
    buf_text(&text, samsyn_diagnostics_source(list, index));
    buf_char(&text, '\n');
    buf_text(&text, samsyn_diagnostics_code(list, index));
    buf_char(&text, '\n');
    buf_str(&text, trimmed(diag_excerpt(list, index)));
    if (!buf_failed(&text)) {
        char digest[SHA256_TEXT];

        sha256_text(text.data, text.len, digest);
        buf_clear(&text);
        buf_text(&text, digest);
        buf_char(&text, ':');
        buf_int(&text, count_print(lint, digest) + 1);
    }
    if (buf_failed(&text))
        lint->failed = true;
    else
        sarif_fingerprint(&lint->json, "samsynLine/v1", text.data);
    buf_done(&text);
}

/* What is wrong, and what to do. */
static void
write_message(struct sarif_lint *lint, const samsyn_diagnostics *list,
              size_t index)
{
    const char *help = samsyn_diagnostics_help(list, index);
    const struct str args[] = { str_of(samsyn_diagnostics_message(list, index)),
                                str_of(help) };
    struct buf text;

    buf_init(&text, &lint->mem, BUF_ANY);
    message_format(&text, *help ? MSG_SARIF_FOUND_HELP : MSG_SARIF_FOUND,
                   lint->lang, args, 2);
    if (buf_failed(&text))
        lint->failed = true;
    else
        sarif_message(&lint->json, "message", text.data);
    buf_done(&text);
}

static void
write_location(struct sarif_lint *lint, const samsyn_diagnostics *list,
               size_t index, size_t file)
{
    struct json *json = &lint->json;
    struct sarif_place place = {
        .name = samsyn_diagnostics_source(list, index),
        .artifact = file,
        .span = samsyn_diagnostics_span(list, index),
        .quote = "",
    };

    place.end_line = samsyn_diagnostics_end(list, index, &place.end_column);
    sarif_located(json, &place);
}

static void
write_result(struct sarif_lint *lint, const samsyn_diagnostics *list,
             size_t index)
{
    const char *name = samsyn_diagnostics_code(list, index);
    struct json *json = &lint->json;
    enum diag_code code;
    size_t file, rule;

    if (!diag_code_find(&code, str_of(name)) ||
        !file_of(lint, samsyn_diagnostics_source(list, index), &file))
        return;
    rule = rule_of(lint, code);
    json_open(json, '{');
    json_pair(json, "ruleId", name);
    json_pair_int(json, "ruleIndex", (int64_t)rule);
    json_pair(json, "level",
              level_of(samsyn_diagnostics_severity(list, index)));
    write_message(lint, list, index);
    write_location(lint, list, index, file);
    write_fingerprint(lint, list, index);
    json_close(json, '}');
}

void
sarif_lint_add(struct sarif_lint *lint, const samsyn_diagnostics *list)
{
    lint->begun = true;
    lint->dropped += (int64_t)diag_dropped(list);
    for (size_t i = 0; i < samsyn_diagnostics_count(list) && !lint->failed; i++)
        write_result(lint, list, i);
    lint->failed = lint->failed || buf_failed(&lint->results);
}

/* ---- The run ---- */

/* A sentence of the catalogue without what it is said of. */
static void
fill_blank(struct buf *out, const char *sentence)
{
    struct str blanks[ARGUMENTS];

    for (size_t i = 0; i < ARGUMENTS; i++)
        blanks[i] = str_of("…");
    message_fill(out, sentence, blanks, ARGUMENTS);
}

static void
write_rule(struct json *json, const struct sarif_lint *lint,
           enum diag_code code)
{
    struct buf title, help;

    buf_init(&title, &lint->mem, BUF_ANY);
    buf_init(&help, &lint->mem, BUF_ANY);
    fill_blank(&title, diag_code_text(code, lint->lang));
    fill_blank(&help, diag_code_help(code, lint->lang));
    if (buf_failed(&title) || buf_failed(&help)) {
        json->out->failed = true;
    } else {
        sarif_open_rule(json, diag_code_name(code), title.data,
                        help.len > 0 ? help.data : "",
                        level_of((int)diag_code_severity(code)));
        json_close(json, '}');
    }
    buf_done(&title);
    buf_done(&help);
}

static void
write_rules(struct json *json, const struct sarif_lint *lint)
{
    sarif_open_tool(json, lint->lang);
    for (size_t i = 0; i < lint->rules.len; i++)
        write_rule(json, lint, *(enum diag_code *)vec_at(&lint->rules, i));
    sarif_close_tool(json);
}

static void
write_files(struct json *json, const struct sarif_lint *lint)
{
    json_key(json, "artifacts");
    json_open(json, '[');
    for (size_t i = 0; i < lint->files.len; i++) {
        const struct sarif_file *file = vec_at(&lint->files, i);

        sarif_artifact(json, file->name, file->digest);
    }
    json_close(json, ']');
}

/* That not everything is told where there was too much. */
static void
write_dropped(struct json *json, const struct sarif_lint *lint)
{
    char digits[NUMBER_TEXT];
    struct str number = number_text(lint->dropped, digits);
    struct buf text;

    if (lint->dropped == 0)
        return;
    buf_init(&text, &lint->mem, BUF_ANY);
    message_format(&text, MSG_BASE_MORE, lint->lang, &number, 1);
    json_open(json, '{');
    json_pair(json, "level", "warning");
    if (buf_failed(&text))
        json->out->failed = true;
    else
        sarif_message(json, "message", text.data);
    json_close(json, '}');
    buf_done(&text);
}

void
sarif_lint_write(struct json *json, const struct sarif_lint *lint)
{
    if (!lint->begun)
        return;
    sarif_open_run(json, lint->lang, "lint", "", "");
    write_rules(json, lint);
    write_files(json, lint);
    json_key(json, "invocations");
    json_open(json, '[');
    json_open(json, '{');
    json_pair_bool(json, "executionSuccessful", true);
    json_key(json, "toolExecutionNotifications");
    json_open(json, '[');
    write_dropped(json, lint);
    json_close(json, ']');
    json_close(json, '}');
    json_close(json, ']');
    json_key(json, "results");
    json_open(json, '[');
    buf_str(json->out, buf_view(&lint->results));
    json->first = lint->json.first;
    json_close(json, ']');
    json_close(json, '}');
}
