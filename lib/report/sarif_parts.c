/* SPDX-License-Identifier: MIT */
/* What runs of any kind have in common.
 *
 * Two things are easily got wrong and so stand here once: an address is
 * encoded byte by byte, so that a file's name of any bytes is a valid
 * reference; and a text that is shown to people holds no placeholder and no
 * link, whoever wrote it.  Columns are counted in code points, lines end in
 * LF, CR LF or a lone CR, and both is said in each run. */

#include "report/sarif_parts.h"

#include <string.h>

#include "report/page.h"

#define SCHEMA                                                                 \
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"      \
    "sarif-schema-2.1.0.json"

void
sarif_open(struct json *json)
{
    json_open(json, '{');
    json_pair(json, "$schema", SCHEMA);
    json_pair(json, "version", "2.1.0");
    json_key(json, "runs");
    json_open(json, '[');
}

void
sarif_close(struct json *json)
{
    json_close(json, ']');
    json_close(json, '}');
    buf_char(json->out, '\n');
}

/* ---- Addresses ---- */

static bool
is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* What stands for itself in a path (RFC 3986), but ':', which could end a
 * scheme. */
static bool
is_plain(char c)
{
    return is_letter(c) || (c >= '0' && c <= '9') ||
           (c && strchr("-._~/!$&'()*+,;=@", c));
}

static void
put_byte(struct buf *out, unsigned char byte)
{
    static const char hex[] = "0123456789ABCDEF";

    buf_char(out, '%');
    buf_char(out, hex[byte >> 4]);
    buf_char(out, hex[byte & 15]);
}

/* "C:\" or "C:/" */
static bool
is_drive(const char *name)
{
    return is_letter(name[0]) && name[1] == ':' &&
           (name[2] == '\\' || name[2] == '/');
}

/* A relative reference, and an address where the path is absolute. */
static void
put_uri(struct buf *out, const char *name)
{
    bool drive = is_drive(name);
    const char *at = name;

    buf_text(out, drive ? "file:///" : *name == '/' ? "file://" : "");
    for (; *at; at++) {
        if (is_plain(*at) || (drive && at == name + 1))
            buf_char(out, *at);
        else if (drive && *at == '\\')
            buf_char(out, '/');
        else
            put_byte(out, (unsigned char)*at);
    }
}

/* A text that was put together in a buffer; ends the buffer. */
static void
pair_made(struct json *json, const char *key, struct buf *text)
{
    if (buf_failed(text))
        json->out->failed = true;
    json_pair(json, key, text->len > 0 ? text->data : "");
    buf_done(text);
}

static void
pair_uri(struct json *json, const char *name)
{
    struct buf uri;

    buf_init(&uri, &json->out->mem, json->out->max);
    put_uri(&uri, *name ? name : "-");
    pair_made(json, "uri", &uri);
}

/* ---- Texts ---- */

/* Braces are doubled, and what would be a link, "[text](address)", is none
 * with a blank in it; a backslash would be one of two where the text has one
 * there. */
static void
put_escaped(struct buf *out, struct str text)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];

        buf_char(out, c);
        if (c == '{' || c == '}')
            buf_char(out, c);
        else if (c == ']' && i + 1 < text.len && text.ptr[i + 1] == '(')
            buf_char(out, ' ');
    }
}

void
sarif_message(struct json *json, const char *key, const char *text)
{
    struct buf shown, escaped;

    buf_init(&shown, &json->out->mem, json->out->max);
    buf_init(&escaped, &json->out->mem, json->out->max);
    page_add_shown(&shown, str_of(text));
    if (buf_failed(&shown))
        json->out->failed = true;
    else
        put_escaped(&escaped, buf_view(&shown));
    buf_done(&shown);
    json_key(json, key);
    json_open(json, '{');
    pair_made(json, "text", &escaped);
    json_close(json, '}');
}

void
sarif_pair_shown(struct json *json, const char *key, const char *text)
{
    struct buf shown;

    buf_init(&shown, &json->out->mem, json->out->max);
    page_add_shown(&shown, str_of(text));
    pair_made(json, key, &shown);
}

/* ---- Runs ---- */

static const char *
code_of(samsyn_lang lang)
{
    return lang == SAMSYN_LANG_EN ? "en" : "sv";
}

static void
write_run_id(struct json *json, const char *kind, const char *const *names,
             size_t count)
{
    struct buf id;

    buf_init(&id, &json->out->mem, json->out->max);
    buf_text(&id, "samsyn/");
    buf_text(&id, kind);
    buf_char(&id, '/');
    for (size_t i = 0; i < count && *names[i]; i++) {
        put_uri(&id, names[i]);
        buf_char(&id, '/');
    }
    json_key(json, "automationDetails");
    json_open(json, '{');
    pair_made(json, "id", &id);
    json_close(json, '}');
}

void
sarif_open_run(struct json *json, samsyn_lang lang, const char *kind,
               const char *first, const char *second)
{
    static const char *const ends[] = { "\r\n", "\n", "\r" };
    const char *const names[] = { first, second };

    json_open(json, '{');
    json_pair(json, "columnKind", "unicodeCodePoints");
    json_key(json, "newlineSequences");
    json_open(json, '[');
    for (size_t i = 0; i < ARRAY_LEN(ends); i++)
        json_text(json, ends[i]);
    json_close(json, ']');
    json_pair(json, "language", code_of(lang));
    write_run_id(json, kind, names, ARRAY_LEN(names));
}

void
sarif_open_tool(struct json *json, samsyn_lang lang)
{
    json_key(json, "tool");
    json_open(json, '{');
    json_key(json, "driver");
    json_open(json, '{');
    json_pair(json, "name", "samsyn");
    json_pair(json, "version", samsyn_version());
    json_pair(json, "semanticVersion", samsyn_version());
    json_pair(json, "language", code_of(lang));
    json_key(json, "rules");
    json_open(json, '[');
}

void
sarif_close_tool(struct json *json)
{
    json_close(json, ']');
    json_close(json, '}');
    json_close(json, '}');
}

void
sarif_open_rule(struct json *json, const char *id, const char *title,
                const char *help, const char *level)
{
    json_open(json, '{');
    json_pair(json, "id", id);
    sarif_message(json, "shortDescription", title);
    if (*help)
        sarif_message(json, "help", help);
    json_key(json, "defaultConfiguration");
    json_open(json, '{');
    json_pair(json, "level", level);
    json_close(json, '}');
}

/* ---- Files and places ---- */

void
sarif_artifact(struct json *json, const char *name, const char *digest)
{
    static const char scheme[] = "sha256:";

    json_open(json, '{');
    json_key(json, "location");
    json_open(json, '{');
    pair_uri(json, name);
    json_close(json, '}');
    json_key(json, "roles");
    json_open(json, '[');
    json_text(json, "analysisTarget");
    json_close(json, ']');
    if (str_starts(str_of(digest), str_of(scheme))) {
        json_key(json, "hashes");
        json_open(json, '{');
        json_pair(json, "sha-256", digest + sizeof scheme - 1);
        json_close(json, '}');
    }
    json_close(json, '}');
}

static void
write_region(struct json *json, const struct sarif_place *place)
{
    samsyn_span span = place->span;

    json_key(json, "region");
    json_open(json, '{');
    json_pair_int(json, "startLine", (int64_t)span.line);
    if (place->end_line > 0) {
        json_pair_int(json, "startColumn", (int64_t)span.column);
        json_pair_int(json, "endLine", (int64_t)place->end_line);
        json_pair_int(json, "endColumn", (int64_t)place->end_column);
        json_pair_int(json, "byteOffset", (int64_t)span.start);
        json_pair_int(json, "byteLength", (int64_t)(span.end - span.start));
    }
    if (*place->quote) {
        json_key(json, "snippet");
        json_open(json, '{');
        sarif_pair_shown(json, "text", place->quote);
        json_close(json, '}');
    }
    json_close(json, '}');
}

void
sarif_place(struct json *json, const struct sarif_place *place)
{
    json_key(json, "physicalLocation");
    json_open(json, '{');
    json_key(json, "artifactLocation");
    json_open(json, '{');
    pair_uri(json, place->name);
    json_pair_int(json, "index", (int64_t)place->artifact);
    json_close(json, '}');
    if (place->span.line > 0)
        write_region(json, place);
    json_close(json, '}');
}

void
sarif_located(struct json *json, const struct sarif_place *place)
{
    json_key(json, "locations");
    json_open(json, '[');
    json_open(json, '{');
    sarif_place(json, place);
    json_close(json, '}');
    json_close(json, ']');
}

void
sarif_open_invocation(struct json *json, bool successful)
{
    json_key(json, "invocations");
    json_open(json, '[');
    json_open(json, '{');
    json_pair_bool(json, "executionSuccessful", successful);
    json_key(json, "toolExecutionNotifications");
    json_open(json, '[');
}

void
sarif_close_invocation(struct json *json)
{
    json_close(json, ']');
    json_close(json, '}');
    json_close(json, ']');
}

void
sarif_fingerprint(struct json *json, const char *name, const char *value)
{
    json_key(json, "partialFingerprints");
    json_open(json, '{');
    json_pair(json, name, value);
    json_close(json, '}');
}

/* ---- What failed ---- */

void
sarif_failure(struct json *json, samsyn_lang lang, const char *name,
              samsyn_status status, const char *text)
{
    const char *why = text ? text : samsyn_status_name(status);
    const struct sarif_place place = { .name = name, .quote = "" };

    sarif_open_run(json, lang, "failed", name, "");
    sarif_open_tool(json, lang);
    sarif_close_tool(json);
    json_key(json, "artifacts");
    json_open(json, '[');
    sarif_artifact(json, name, "");
    json_close(json, ']');
    sarif_open_invocation(json, false);
    json_open(json, '{');
    json_pair(json, "level", "error");
    sarif_message(json, "message", why);
    sarif_located(json, &place);
    json_close(json, '}');
    sarif_close_invocation(json);
    json_pair_empty(json, "results");
    json_close(json, '}');
}
