/* SPDX-License-Identifier: MIT */

/* What a caller may see of a list of diagnostics: entry by entry, or as text
 * for a person.
 *
 * Nothing here changes a list.  The text is drawn in plain ASCII, so that it
 * reads the same in any terminal, in a log and by a screen reader; the place
 * is always said in words too.  Text from outside was cleaned when the entry
 * was made. */

#include "base/diag_list.h"

#include "base/message.h"
#include "base/number.h"
#include "base/utf8.h"

#define ENTRY_MOST 16384 /* bytes that one entry takes as text */
#define MOST_CARETS 200

static const struct diag_entry *
entry_at(const struct samsyn_diagnostics *list, size_t index)
{
    return list && index < list->count ? &list->entries[index] : NULL;
}

size_t
samsyn_diagnostics_count(const samsyn_diagnostics *list)
{
    return list ? list->count : 0;
}

int
samsyn_diagnostics_worst(const samsyn_diagnostics *list)
{
    return list ? list->worst : 0;
}

const char *
samsyn_diagnostics_code(const samsyn_diagnostics *list, size_t index)
{
    const struct diag_entry *entry = entry_at(list, index);

    return entry ? diag_rows[entry->code].name : NULL;
}

const char *
samsyn_diagnostics_message(const samsyn_diagnostics *list, size_t index)
{
    const struct diag_entry *entry = entry_at(list, index);

    return entry ? entry->message.ptr : NULL;
}

const char *
samsyn_diagnostics_help(const samsyn_diagnostics *list, size_t index)
{
    const struct diag_entry *entry = entry_at(list, index);

    return entry ? entry->help.ptr : NULL;
}

const char *
samsyn_diagnostics_source(const samsyn_diagnostics *list, size_t index)
{
    const struct diag_entry *entry = entry_at(list, index);

    return entry ? entry->source.ptr : NULL;
}

int
samsyn_diagnostics_severity(const samsyn_diagnostics *list, size_t index)
{
    const struct diag_entry *entry = entry_at(list, index);

    return entry ? (int)diag_rows[entry->code].severity : 0;
}

samsyn_span
samsyn_diagnostics_span(const samsyn_diagnostics *list, size_t index)
{
    const struct diag_entry *entry = entry_at(list, index);
    samsyn_span none = { SAMSYN_NONE, SAMSYN_NONE, 0, 0 };

    return entry ? entry->span : none;
}

size_t
samsyn_diagnostics_end(const samsyn_diagnostics *list, size_t index,
                       size_t *column)
{
    const struct diag_entry *entry = entry_at(list, index);

    if (column)
        *column = entry ? entry->end_column : 0;
    return entry ? entry->end_line : 0;
}

struct str
diag_excerpt(const struct samsyn_diagnostics *list, size_t index)
{
    const struct diag_entry *entry = entry_at(list, index);

    return entry ? entry->excerpt : str_of("");
}

size_t
diag_dropped(const struct samsyn_diagnostics *list)
{
    return list ? list->dropped : 0;
}

static enum message
severity_word(int severity)
{
    if (severity == SAMSYN_SEVERITY_ERROR)
        return MSG_BASE_ERROR;
    return severity == SAMSYN_SEVERITY_WARNING ? MSG_BASE_WARNING
                                               : MSG_BASE_NOTICE;
}

static void
add_times(struct buf *out, char c, size_t times)
{
    while (times--)
        buf_char(out, c);
}

static size_t
digits_of(size_t number)
{
    size_t count = 1;

    while (number >= 10) {
        number /= 10;
        count++;
    }
    return count;
}

static void
write_title(struct buf *out, const struct samsyn_diagnostics *list,
            const struct diag_entry *entry)
{
    const struct diag_row *row = &diag_rows[entry->code];

    buf_text(out, message_text(severity_word((int)row->severity), list->lang));
    buf_char(out, '[');
    buf_text(out, row->name);
    buf_text(out, "]: ");
    buf_str(out, entry->message);
    buf_char(out, '\n');
}

static void
write_arrow(struct buf *out, const struct diag_entry *entry, size_t gutter)
{
    if (!entry->source.len)
        return;
    add_times(out, ' ', gutter);
    buf_text(out, "--> ");
    buf_str(out, entry->source);
    if (entry->span.line) {
        buf_char(out, ':');
        buf_int(out, (int64_t)entry->span.line);
        buf_char(out, ':');
        buf_int(out, (int64_t)entry->span.column);
    }
    buf_char(out, '\n');
}

/* White space under what stands before the place: tabs stay tabs, so that
 * the carets stand right at any width of a tab. */
static void
write_lead(struct buf *out, struct str before)
{
    for (size_t at = 0, size; at < before.len; at += size) {
        uint32_t code = utf8_decode(before.ptr + at, before.len - at, &size);

        if (!utf8_is_mark(code))
            buf_char(out, code == '\t' ? '\t' : ' ');
    }
}

static size_t
caret_count(struct str place)
{
    size_t count = 0;

    for (size_t at = 0, size; at < place.len; at += size) {
        if (!utf8_is_mark(utf8_decode(place.ptr + at, place.len - at, &size)))
            count++;
    }
    if (count > MOST_CARETS)
        return MOST_CARETS;
    return count ? count : 1;
}

static void
write_excerpt(struct buf *out, const struct diag_entry *entry, size_t gutter)
{
    const char *text = entry->excerpt.ptr;

    if (!text)
        return;
    add_times(out, ' ', gutter);
    buf_text(out, " |\n");
    buf_int(out, (int64_t)entry->span.line);
    buf_text(out, entry->excerpt.len ? " | " : " |");
    buf_str(out, entry->excerpt);
    buf_char(out, '\n');
    add_times(out, ' ', gutter);
    buf_text(out, " | ");
    write_lead(out, str_make(text, entry->from));
    add_times(
        out, '^',
        caret_count(str_make(text + entry->from, entry->to - entry->from)));
    buf_char(out, '\n');
}

static void
write_help(struct buf *out, const struct samsyn_diagnostics *list,
           const struct diag_entry *entry, size_t gutter)
{
    if (!entry->help.len)
        return;
    add_times(out, ' ', gutter);
    buf_text(out, " = ");
    buf_text(out, message_text(MSG_BASE_HELP, list->lang));
    buf_text(out, ": ");
    buf_str(out, entry->help);
    buf_char(out, '\n');
}

static void
write_entry(struct buf *out, const struct samsyn_diagnostics *list,
            size_t index)
{
    const struct diag_entry *entry = &list->entries[index];
    size_t gutter = digits_of(entry->span.line);

    if (index)
        buf_char(out, '\n');
    write_title(out, list, entry);
    write_arrow(out, entry, gutter);
    write_excerpt(out, entry, gutter);
    write_help(out, list, entry, gutter);
}

static void
write_more(struct buf *out, const struct samsyn_diagnostics *list)
{
    char digits[NUMBER_TEXT];
    struct str arg = number_text((int64_t)list->dropped, digits);

    buf_char(out, '\n');
    message_format(out, MSG_BASE_MORE, list->lang, &arg, 1);
    buf_char(out, '\n');
}

static samsyn_status
send(struct buf *buf, samsyn_write_fn write, void *user)
{
    if (buf_failed(buf))
        return SAMSYN_E_NOMEM;
    int stop = write(user, buf->data, buf->len);
    buf_clear(buf);
    return stop ? SAMSYN_E_STOPPED : SAMSYN_OK;
}

samsyn_status
samsyn_diagnostics_write(const samsyn_diagnostics *list, samsyn_write_fn write,
                         void *user)
{
    samsyn_status status = SAMSYN_OK;
    struct buf buf;

    if (!write)
        return SAMSYN_E_ARGUMENT;
    if (!list)
        return SAMSYN_OK;
    buf_init(&buf, &list->arena.mem, ENTRY_MOST);
    for (size_t i = 0; i < list->count && status == SAMSYN_OK; i++) {
        write_entry(&buf, list, i);
        status = send(&buf, write, user);
    }
    if (status == SAMSYN_OK && list->dropped) {
        write_more(&buf, list);
        status = send(&buf, write, user);
    }
    buf_done(&buf);
    return status;
}
