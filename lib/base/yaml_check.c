/* SPDX-License-Identifier: MIT */

/* What YAML allows and a checklist should not hold.
 *
 * A key that stands twice, a no-break space from a word processor that became
 * part of a key, a backslash in double quotes that became a backspace: all are
 * good YAML, and none is ever meant.  Every finding goes to the report at once
 * and reading goes on.
 *
 * Cost: linear in the text, and n log n in the keys of a map, whatever they
 * are. */

#include "base/yaml_inner.h"

#include <string.h>

#include "base/diag_place.h"
#include "base/message.h"
#include "base/number.h"
#include "base/utf8.h"

bool
yaml_say(struct yaml_report *report, enum diag_code code, size_t start,
         size_t end, struct str arg)
{
    struct str none = { NULL, 0 };

    report->said = true;
    return diag_add(report->diags, code, report->source, start, end, &arg,
                    arg.ptr ? 1 : 0, none);
}

static bool
refuse(struct yaml_report *report, enum diag_code code, size_t start,
       size_t end, struct str arg)
{
    report->refused = true;
    return yaml_say(report, code, start, end, arg);
}

static struct str
words(const struct yaml_report *report, enum message id)
{
    return str_of(message_text(id, diag_lang(report->diags)));
}

struct str
yaml_kind_name(const struct yaml_report *report, const struct yaml_node *node)
{
    if (node->kind == YAML_LIST)
        return words(report, MSG_YAML_A_LIST);
    if (node->kind == YAML_MAP)
        return words(report, MSG_YAML_A_MAP);
    if (!node->text.len && !node->quoted)
        return words(report, MSG_YAML_NOTHING);
    return words(report, MSG_YAML_A_TEXT);
}

static bool
is_invisible(uint32_t code)
{
    return code == 0xAD || (code >= 0x200B && code <= 0x200F) ||
           code == 0x2060 || code == 0xFEFF;
}

static bool
is_curly(uint32_t code)
{
    return (code >= 0x2018 && code <= 0x201F) || code == 0xAB || code == 0xBB;
}

static bool
is_odd_space(uint32_t code)
{
    return code >= 0x80 && utf8_is_space(code);
}

/* What is odd about a character of a key; MSG_COUNT for nothing.  Curly
 * quotes are odd around a key only: inside one they may be an apostrophe. */
static enum message
oddity(uint32_t code, bool at_edge)
{
    if (code < 0x80)
        return MSG_COUNT;
    if (is_odd_space(code))
        return MSG_YAML_ODD_SPACE;
    if (is_invisible(code))
        return MSG_YAML_ODD_INVISIBLE;
    if (at_edge && is_curly(code))
        return MSG_YAML_ODD_QUOTE;
    return MSG_COUNT;
}

static bool
is_ascii(struct str text)
{
    size_t at = 0;

    while (at < text.len && (unsigned char)text.ptr[at] < 0x80)
        at++;
    return at == text.len;
}

static bool
check_odd_key(struct yaml_report *report, const struct yaml_node *key)
{
    struct str text = key->text, none = { NULL, 0 };

    if (is_ascii(text))
        return true;
    for (size_t at = 0, size = 1; at < text.len; at += size) {
        uint32_t code = utf8_at(text, at, &size);
        enum message odd = oddity(code, !at || at + size == text.len);

        if (odd == MSG_COUNT)
            continue;
        struct str args[] = { text, words(report, odd) };
        report->refused = true;
        /* A plain key stands on one line, byte for byte as it was written. */
        return diag_add(report->diags, DIAG_YAML_ODD_KEY, report->source,
                        key->start + at, key->start + at + size, args, 2, none);
    }
    return true;
}

bool
yaml_check_key(struct yaml_report *report, const struct yaml_node *key)
{
    struct str none = { NULL, 0 };

    if (key->kind == YAML_TEXT && !key->text.len) {
        return refuse(report, DIAG_YAML_KEY, key->start, key->end,
                      words(report, MSG_YAML_NOTHING));
    }
    if (key->kind != YAML_TEXT) {
        return refuse(report, DIAG_YAML_KEY, key->start, key->end,
                      yaml_kind_name(report, key));
    }
    if (key->quoted)
        return true;
    if (str_equal(key->text, STR("<<")))
        return refuse(report, DIAG_YAML_MERGE, key->start, key->end, none);
    return check_odd_key(report, key);
}

static bool
is_control(uint32_t code)
{
    return (code < 0x20 && code != '\t' && code != '\n') ||
           (code >= 0x7F && code < 0xA0);
}

/* The first control character of a text; UTF8_BAD where it has none. */
static uint32_t
find_control(struct str text)
{
    for (size_t at = 0, size; at < text.len; at += size) {
        uint32_t code = utf8_decode(text.ptr + at, text.len - at, &size);

        if (is_control(code))
            return code;
    }
    return UTF8_BAD;
}

static bool
is_one_of(char c, const char *set)
{
    while (*set && *set != c)
        set++;
    return *set != '\0';
}

/* The offset of the first escape in [start, end) of the source that can give
 * a control character, or start. */
static size_t
find_escape(struct str source, size_t start, size_t end)
{
    for (size_t at = start; at + 1 < end; at++) {
        if (source.ptr[at] != '\\')
            continue;
        if (is_one_of(source.ptr[at + 1], "0abevfrNxuU"))
            return at;
        at++; /* the escaped character begins no escape of its own */
    }
    return start;
}

/* "U+0008" */
static struct str
code_name(uint32_t code, char out[6])
{
    static const char digits[] = "0123456789ABCDEF";

    out[0] = 'U';
    out[1] = '+';
    for (size_t i = 0; i < 4; i++)
        out[2 + i] = digits[code >> (12 - 4 * i) & 15];
    return str_make(out, 6);
}

/* Without a backslash nothing was escaped. */
static bool
check_escapes(struct yaml_report *report, const struct yaml_node *node)
{
    struct str source = report->source->text;
    uint32_t code;
    char name[6];

    if (!memchr(source.ptr + node->start, '\\', node->end - node->start))
        return true;
    code = find_control(node->text);
    if (code == UTF8_BAD)
        return true;
    size_t at = find_escape(source, node->start, node->end);
    return yaml_say(report, DIAG_YAML_ESCAPED_CONTROL, at,
                    at == node->start ? node->end : at + 2,
                    code_name(code, name));
}

/* True where only blanks stand between the line's start and @p at. */
static bool
begins_line(struct str text, size_t at)
{
    while (at && text.ptr[at - 1] == ' ')
        at--;
    return !at || text.ptr[at - 1] == '\n' || text.ptr[at - 1] == '\r';
}

bool
yaml_is_odd_indent(struct str text, size_t at)
{
    size_t size;

    return at < text.len && begins_line(text, at) &&
           is_odd_space(utf8_decode(text.ptr + at, text.len - at, &size));
}

bool
yaml_say_indent(struct yaml_report *report, size_t at)
{
    struct str text = report->source->text;
    size_t size;

    (void)utf8_decode(text.ptr + at, text.len - at, &size);
    return refuse(report, DIAG_YAML_ODD_INDENT, at, at + size,
                  words(report, MSG_YAML_ODD_SPACE));
}

/* Where the line that holds @p at ends, within @p end. */
static size_t
line_end(struct str text, size_t at, size_t end)
{
    const char *feed = memchr(text.ptr + at, '\n', end - at);
    const char *back;

    if (feed)
        end = (size_t)(feed - text.ptr);
    back = memchr(text.ptr + at, '\r', end - at);
    return back ? (size_t)(back - text.ptr) : end;
}

/* Lines of a plain text that begin with a space that is no indentation. */
static bool
check_indents(struct yaml_report *report, const struct yaml_node *node)
{
    struct str text = report->source->text;

    for (size_t at = node->start; at < node->end; at++) {
        while (at < node->end && text.ptr[at] == ' ')
            at++;
        /* Cheap first: nearly every line begins with ASCII. */
        if (at < node->end && (unsigned char)text.ptr[at] >= 0x80 &&
            yaml_is_odd_indent(text, at))
            return yaml_say_indent(report, at);
        at = line_end(text, at, node->end);
    }
    return true;
}

bool
yaml_check_text(struct yaml_report *report, const struct yaml_node *node,
                bool escapes)
{
    return escapes ? check_escapes(report, node) : check_indents(report, node);
}

typedef const struct yaml_pair *pair_ref;

/* By key, then by place. */
static int
compare_pairs(pair_ref a, pair_ref b)
{
    int order = str_compare(a->key, b->key);

    return order ? order : (a->start > b->start) - (a->start < b->start);
}

static void
sift_down(pair_ref *pairs, size_t root, size_t count)
{
    for (;;) {
        size_t child = 2 * root + 1;

        if (child >= count)
            return;
        if (child + 1 < count &&
            compare_pairs(pairs[child], pairs[child + 1]) < 0)
            child++;
        if (compare_pairs(pairs[root], pairs[child]) >= 0)
            return;
        pair_ref held = pairs[root];
        pairs[root] = pairs[child];
        pairs[child] = held;
        root = child;
    }
}

/* Heap sort: n log n at worst, and no memory. */
static void
sort_pairs(pair_ref *pairs, size_t count)
{
    for (size_t i = count / 2; i; i--)
        sift_down(pairs, i - 1, count);
    for (size_t last = count; last > 1; last--) {
        pair_ref held = pairs[0];

        pairs[0] = pairs[last - 1];
        pairs[last - 1] = held;
        sift_down(pairs, 0, last - 1);
    }
}

static bool
say_duplicate(struct yaml_report *report, pair_ref first, pair_ref again)
{
    struct str args[] = { again->key, { NULL, 0 } }, none = { NULL, 0 };
    char digits[NUMBER_TEXT];
    size_t line = 0;

    report->refused = true;
    /* To find a line takes a walk through the file: not for entries that a
     * full list would not keep. */
    if (report->diags && diag_errors(report->diags) < DIAG_MAX)
        line = diag_place_find(report->source->text, first->start).line;
    args[1] = number_text((int64_t)line, digits);
    return diag_add(report->diags, DIAG_YAML_DUPLICATE, report->source,
                    again->start, again->end, args, 2, none);
}

/* Whether no two keys are as long and begin alike, as in most small maps. */
static bool
differ_at_sight(const struct yaml_node *map)
{
    uint64_t seen = 0;

    for (size_t i = 0; i < map->count; i++) {
        struct str key = map->pairs[i].key;
        unsigned first = key.len > 0 ? (unsigned char)key.ptr[0] : 0;
        uint64_t bit = (uint64_t)1 << (5 * key.len + first) % 64;

        if (seen & bit)
            return false;
        seen |= bit;
    }
    return true;
}

bool
yaml_check_map(struct yaml_report *report, const struct yaml_node *map,
               struct vec *scratch)
{
    if (differ_at_sight(map))
        return true;
    vec_clear(scratch);
    for (size_t i = 0; i < map->count; i++) {
        pair_ref *ref = vec_push(scratch);

        if (!ref)
            return false;
        *ref = &map->pairs[i];
    }

    pair_ref *pairs = scratch->data;
    pair_ref first = NULL;
    sort_pairs(pairs, scratch->len);
    for (size_t i = 0; i < scratch->len; i++) {
        if (!first || !str_equal(first->key, pairs[i]->key))
            first = pairs[i];
        else if (first->key.len && !say_duplicate(report, first, pairs[i]))
            return false;
    }
    return true;
}
