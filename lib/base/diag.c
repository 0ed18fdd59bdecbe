/* SPDX-License-Identifier: MIT */

/* What is found wrong in an input, as a list.
 *
 * Invariants: entries stand source by source in the order in which sources
 * first came, and within a source by place, those without one last, equals in
 * the order of adding.  At most DIAG_MAX are kept; of the rest only the number
 * is known, but a graver entry drives out a lighter one, so that an error
 * never hides behind notices.  An entry owns all it shows: the source may end
 * before the list.  Text from outside is cleaned on its way in. */

#include "base/diag.h"

#include <string.h>

#include "base/diag_list.h"
#include "base/diag_place.h"
#include "base/message.h"

#define TEXT_MOST 4096    /* bytes of a message or help line */
#define ARGUMENT_MOST 300 /* bytes of an argument in it */
#define ARGUMENTS 9

const struct diag_row diag_rows[DIAG_COUNT] = {
#define DIAG(name, code, severity, sv, en, help_sv, help_en)                   \
    { code, severity, { sv, en }, { help_sv, help_en } },
#include "base/diagnostics.def"
#undef DIAG
};

static size_t
lang_index(samsyn_lang lang)
{
    return lang == SAMSYN_LANG_EN ? 1 : 0;
}

struct samsyn_diagnostics *
diag_new(const samsyn_allocator *mem, samsyn_lang lang)
{
    struct samsyn_diagnostics *list = mem_alloc(mem, sizeof *list);

    if (!list)
        return NULL;
    arena_init(&list->arena, mem);
    list->lang = lang;
    return list;
}

void
samsyn_diagnostics_free(samsyn_diagnostics *list)
{
    if (!list)
        return;
    samsyn_allocator mem = list->arena.mem;
    arena_done(&list->arena);
    mem_free(&mem, list);
}

static bool
fail(struct samsyn_diagnostics *list)
{
    list->failed = true;
    return false;
}

/* What remains true of an entry that is not kept. */
static void
count_severity(struct samsyn_diagnostics *list, int severity)
{
    if (severity == SAMSYN_SEVERITY_ERROR)
        list->errors++;
    if (severity > list->worst)
        list->worst = severity;
}

static int
severity_of(const struct diag_entry *entry)
{
    return (int)diag_rows[entry->code].severity;
}

static void
remove_entry(struct samsyn_diagnostics *list, size_t index)
{
    list->count--;
    memmove(&list->entries[index], &list->entries[index + 1],
            (list->count - index) * sizeof list->entries[0]);
}

/* Makes room for an entry of @p severity where the list is full: the last of
 * the lightest goes, if it is lighter.  False where none is. */
static bool
make_room(struct samsyn_diagnostics *list, int severity)
{
    size_t lightest = 0;

    if (list->count < DIAG_MAX)
        return true;
    list->dropped++;
    for (size_t i = 1; i < list->count; i++) {
        if (severity_of(&list->entries[i]) <=
            severity_of(&list->entries[lightest]))
            lightest = i;
    }
    if (severity_of(&list->entries[lightest]) >= severity)
        return false;
    remove_entry(list, lightest);
    return true;
}

/* A source that has entries keeps its rank and its copy of the name. */
static bool
set_source(struct samsyn_diagnostics *list, struct diag_entry *entry,
           struct str name)
{
    for (size_t i = 0; i < list->count; i++) {
        if (str_equal(list->entries[i].source, name)) {
            entry->source = list->entries[i].source;
            entry->rank = list->entries[i].rank;
            return true;
        }
    }
    entry->source = arena_str(&list->arena, name);
    entry->rank = list->ranks++;
    return entry->source.ptr != NULL;
}

static bool
comes_after(const struct diag_entry *a, const struct diag_entry *b)
{
    if (a->rank != b->rank)
        return a->rank > b->rank;
    return a->span.start > b->span.start;
}

static void
insert(struct samsyn_diagnostics *list, const struct diag_entry *entry)
{
    size_t at = list->count;

    while (at && comes_after(&list->entries[at - 1], entry))
        at--;
    memmove(&list->entries[at + 1], &list->entries[at],
            (list->count - at) * sizeof list->entries[0]);
    list->entries[at] = *entry;
    list->count++;
}

/* The buffer's text in the arena; ptr NULL where either had no memory. */
static struct str
keep(struct samsyn_diagnostics *list, struct buf *buf)
{
    struct str kept = { NULL, 0 };

    if (!buf_failed(buf))
        kept = arena_str(&list->arena, buf_view(buf));
    buf_clear(buf);
    return kept;
}

/* A sentence with its arguments, each cleaned. */
static void
fill_clean(struct buf *out, const char *text, const struct str *args,
           size_t count)
{
    struct buf clean;
    struct str parts[ARGUMENTS];
    size_t ends[ARGUMENTS + 1] = { 0 };

    if (count > ARGUMENTS)
        count = ARGUMENTS;
    buf_init(&clean, &out->mem, ARGUMENTS * 2 * ARGUMENT_MOST);
    for (size_t i = 0; i < count; i++) {
        diag_place_clean(&clean, args[i], ARGUMENT_MOST);
        ends[i + 1] = clean.len;
    }
    for (size_t i = 0; i < count; i++) {
        parts[i] =
            str_make(buf_view(&clean).ptr + ends[i], ends[i + 1] - ends[i]);
    }
    if (buf_failed(&clean))
        out->failed = true;
    else
        message_fill(out, text, parts, count);
    buf_done(&clean);
}

static bool
set_texts(struct samsyn_diagnostics *list, struct diag_entry *entry,
          struct buf *buf, const struct str *args, size_t count,
          struct str hint)
{
    const struct diag_row *row = &diag_rows[entry->code];
    size_t lang = lang_index(list->lang);

    fill_clean(buf, row->text[lang], args, count);
    if (hint.len) {
        fill_clean(buf, message_text(MSG_BASE_DID_YOU_MEAN, list->lang), &hint,
                   1);
    }
    entry->message = keep(list, buf);
    fill_clean(buf, row->help[lang], args, count);
    entry->help = keep(list, buf);
    return entry->message.ptr && entry->help.ptr;
}

const struct diag_source *
diag_source_at(const struct diag_source *source, size_t *place)
{
    while (source->next && *place != SAMSYN_NONE && *place > source->text.len) {
        *place -= source->text.len + 1;
        source = source->next;
    }
    return source;
}

static bool
set_place(struct samsyn_diagnostics *list, struct diag_entry *entry,
          struct buf *buf, const struct diag_source *source, size_t start,
          size_t end)
{
    entry->span = (samsyn_span){ SAMSYN_NONE, SAMSYN_NONE, 0, 0 };
    if (!source || start == SAMSYN_NONE)
        return true;

    struct str text = source->text.ptr ? source->text : str_of("");
    struct diag_place place = diag_place_find(text, start);
    entry->span = (samsyn_span){ start, end < start ? start : end, place.line,
                                 place.column };
    struct diag_place last = diag_place_find(text, entry->span.end);
    entry->end_line = last.line;
    entry->end_column = last.column;
    diag_place_excerpt(buf, text, &place, start, end, &entry->from, &entry->to);
    entry->excerpt = keep(list, buf);
    return entry->excerpt.ptr != NULL;
}

bool
diag_add(struct samsyn_diagnostics *list, enum diag_code code,
         const struct diag_source *source, size_t start, size_t end,
         const struct str *args, size_t count, struct str hint)
{
    struct diag_entry entry = { .code = code };
    size_t given = start;
    struct buf buf;

    if (!list)
        return true;
    if (source)
        source = diag_source_at(source, &start);
    if (start != SAMSYN_NONE)
        end -= given - start;
    count_severity(list, (int)diag_rows[code].severity);
    if (!make_room(list, (int)diag_rows[code].severity))
        return true;

    buf_init(&buf, &list->arena.mem, TEXT_MOST);
    bool ok = set_source(list, &entry, str_of(source ? source->name : "")) &&
              set_texts(list, &entry, &buf, args, count, hint) &&
              set_place(list, &entry, &buf, source, start, end);
    buf_done(&buf);
    if (!ok)
        return fail(list);
    insert(list, &entry);
    return true;
}

size_t
diag_errors(const struct samsyn_diagnostics *list)
{
    return list ? list->errors : 0;
}

bool
diag_failed(const struct samsyn_diagnostics *list)
{
    return list && list->failed;
}

samsyn_lang
diag_lang(const struct samsyn_diagnostics *list)
{
    return list ? list->lang : SAMSYN_LANG_SV;
}

static bool
copy_text(struct samsyn_diagnostics *list, struct str *text)
{
    if (!text->ptr)
        return true;
    *text = arena_str(&list->arena, *text);
    return text->ptr != NULL;
}

static bool
copy_entry(struct samsyn_diagnostics *list, const struct diag_entry *entry)
{
    struct diag_entry copy = *entry;

    count_severity(list, severity_of(entry));
    if (!make_room(list, severity_of(entry)))
        return true;
    if (!set_source(list, &copy, entry->source) ||
        !copy_text(list, &copy.message) || !copy_text(list, &copy.help) ||
        !copy_text(list, &copy.excerpt))
        return fail(list);
    insert(list, &copy);
    return true;
}

static size_t
kept_errors(const struct samsyn_diagnostics *list)
{
    size_t count = 0;

    for (size_t i = 0; i < list->count; i++)
        count += severity_of(&list->entries[i]) == SAMSYN_SEVERITY_ERROR;
    return count;
}

bool
diag_append(struct samsyn_diagnostics *list,
            const struct samsyn_diagnostics *from)
{
    if (!list || !from)
        return true;
    for (size_t i = 0; i < from->count; i++) {
        if (!copy_entry(list, &from->entries[i]))
            return false;
    }
    /* What @p from no longer keeps, it still counts. */
    list->errors += from->errors - kept_errors(from);
    list->dropped += from->dropped;
    if (from->worst > list->worst)
        list->worst = from->worst;
    return from->failed ? fail(list) : true;
}

void
diag_hand_over(struct samsyn_diagnostics *list, samsyn_diagnostics **out)
{
    bool asked = out && list && list->count;

    if (out)
        *out = asked ? list : NULL;
    if (!asked)
        samsyn_diagnostics_free(list);
}

bool
diag_code_find(enum diag_code *out, struct str name)
{
    for (size_t i = 0; i < ARRAY_LEN(diag_rows); i++) {
        if (str_equal(name, str_of(diag_rows[i].name))) {
            *out = (enum diag_code)i;
            return true;
        }
    }
    return false;
}

samsyn_severity
diag_code_severity(enum diag_code code)
{
    return diag_rows[code].severity;
}

const char *
diag_code_text(enum diag_code code, samsyn_lang lang)
{
    return diag_rows[code].text[lang_index(lang)];
}

const char *
diag_code_help(enum diag_code code, samsyn_lang lang)
{
    return diag_rows[code].help[lang_index(lang)];
}

const char *
diag_code_name(enum diag_code code)
{
    size_t index = (size_t)code;

    return index < ARRAY_LEN(diag_rows) ? diag_rows[index].name : "";
}
