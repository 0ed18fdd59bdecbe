/* SPDX-License-Identifier: MIT */
/* Reads a line of NDJSON: {"id": 7, "text": "# Avtal ...", "type": "markdown"}.
 *
 * The document is `text` or the file at `path`; `id` comes back in the answer
 * as it was; `name` is shown in messages and results; `type` says what the
 * text is.  Other keys are passed over: a stream often carries more. */

#include "request.h"

#include <stdlib.h>
#include <string.h>

char *
request_head(const char *id, size_t line)
{
    char end[48];

    snprintf(end, sizeof end, ",\"line\":%zu,", line);
    return join("\"id\":", id, end);
}

#ifdef HAVE_JANSSON

#include <jansson.h>

bool
request_is_known(void)
{
    return true;
}

static bool
wrong(struct fault *fault, const struct tool *tool, const struct task *task,
      enum text why, const char *what)
{
    return fault_say(fault, tool, task->name, CODE_DOCUMENT, SAMSYN_E_SYNTAX,
                     why, what);
}

/* What jansson says quotes the line, whose words may be secret. */
static bool
wrong_json(struct fault *fault, const struct tool *tool,
           const struct task *task, int position)
{
    char number[16];

    snprintf(number, sizeof number, "%d", position);
    return wrong(fault, tool, task, TEXT_LINE_JSON, number);
}

static bool
no_memory(struct fault *fault, const struct tool *tool, const struct task *task)
{
    return fault_say(fault, tool, task->name, CODE_INTERNAL, SAMSYN_E_NOMEM,
                     TEXT_NO_MEMORY, NULL);
}

/* The id comes back as it was, so it is a text or a whole number, of which
 * there is but one way to write each. */
static bool
take_id(struct request *request, const struct tool *tool,
        const struct task *task, struct fault *fault)
{
    const json_t *id = json_object_get(request->root, "id");
    bool good =
        !id || json_is_string(id) || json_is_integer(id) || json_is_null(id);
    char *text =
        good && id ? json_dumps(id, JSON_COMPACT | JSON_ENCODE_ANY) : NULL;

    request->head = request_head(text ? text : "null", task->line);
    if (good && !request->head)
        good = no_memory(fault, tool, task);
    else if (!good)
        (void)wrong(fault, tool, task, TEXT_LINE_ID, NULL);
    free(text);
    return good;
}

/* A key whose value is a text without NUL; NULL where there is none. */
static bool
take_text(const char **out, const struct request *request,
          const struct tool *tool, const struct task *task, const char *key,
          struct fault *fault)
{
    const json_t *value = json_object_get(request->root, key);

    *out = NULL;
    if (!value || json_is_null(value))
        return true;
    *out = json_string_value(value);
    if (*out && strlen(*out) == json_string_length(value))
        return true;
    return wrong(fault, tool, task, TEXT_LINE_TEXT, key);
}

static bool
take_type(struct request *request, const struct tool *tool,
          const struct task *task, struct fault *fault)
{
    static const struct {
        const char *name;
        samsyn_format format;
    } rows[] = {
        { "text", SAMSYN_FORMAT_TEXT },
        { "text/plain", SAMSYN_FORMAT_TEXT },
        { "markdown", SAMSYN_FORMAT_MARKDOWN },
        { "text/markdown", SAMSYN_FORMAT_MARKDOWN },
        { "auto", SAMSYN_FORMAT_AUTO },
    };
    const char *type;

    if (!take_text(&type, request, tool, task, "type", fault))
        return false;
    for (size_t i = 0; type && i < sizeof rows / sizeof rows[0]; i++) {
        if (strcmp(rows[i].name, type) != 0)
            continue;
        request->format = rows[i].format;
        return true;
    }
    return !type || wrong(fault, tool, task, TEXT_LINE_TYPE, type);
}

static bool
take_name(struct request *request, const struct tool *tool,
          const struct task *task, struct fault *fault)
{
    const char *name;

    if (!take_text(&name, request, tool, task, "name", fault))
        return false;
    if (!name || !*name)
        name = request->path ? request->path : task->name;
    request->name = join(name, "", "");
    return request->name || no_memory(fault, tool, task);
}

/* The text may hold NUL: it is the library's to say that it is none. */
static bool
take_document(struct request *request, const struct tool *tool,
              const struct task *task, struct fault *fault)
{
    const json_t *text = json_object_get(request->root, "text");

    if (!take_text(&request->path, request, tool, task, "path", fault))
        return false;
    if (text && !json_is_string(text))
        return wrong(fault, tool, task, TEXT_LINE_TEXT, "text");
    if (!text == !request->path)
        return wrong(fault, tool, task, TEXT_LINE_ONE, NULL);
    if (request->path && (strcmp(request->path, "-") == 0 || !*request->path))
        return wrong(fault, tool, task, TEXT_LINE_STDIN, NULL);
    request->text = json_string_value(text);
    request->length = json_string_length(text);
    return true;
}

bool
request_read(struct request *request, const struct tool *tool,
             const struct task *task, struct fault *fault)
{
    json_error_t error;

    *request = (struct request){ .root = NULL };
    request->root = json_loadb(task->bytes, task->length,
                               JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, &error);
    if (!request->root)
        return wrong_json(fault, tool, task, error.position);
    if (!json_is_object((json_t *)request->root))
        return wrong(fault, tool, task, TEXT_LINE_OBJECT, NULL);
    return take_id(request, tool, task, fault) &&
           take_document(request, tool, task, fault) &&
           take_type(request, tool, task, fault) &&
           take_name(request, tool, task, fault);
}

void
request_done(struct request *request)
{
    json_decref(request->root);
    free(request->head);
    free(request->name);
}

#else

bool
request_is_known(void)
{
    return false;
}

bool
request_read(struct request *request, const struct tool *tool,
             const struct task *task, struct fault *fault)
{
    *request = (struct request){ .root = NULL };
    return fault_say(fault, tool, task->name, CODE_DOCUMENT, SAMSYN_E_NO_READER,
                     TEXT_NO_JANSSON, NULL);
}

void
request_done(struct request *request)
{
    free(request->head);
    free(request->name);
}

#endif
