/* SPDX-License-Identifier: MIT */

/* The parts of the main document as a report shows them.  Only a document of
 * several parts lists them; what was set aside is said as a notice too, since
 * it may be just what somebody misses. */

#include "assess/set.h"

#include "base/message.h"
#include "base/number.h"

static const char *const roles[PART_ROLES] = {
    [PART_MAIN] = "main",
    [PART_ANNEX] = "annex",
    [PART_EARLIER] = "earlier",
    [PART_OTHER] = "other",
};

static struct str
title_of(const struct search *search, const struct part *part)
{
    const struct block *heading;

    if (part->heading == NO_INDEX)
        return STR("");
    heading = &search->document->blocks[part->heading];
    return str_make(search->document->text.ptr + heading->start,
                    heading->end - heading->start);
}

static bool
copy_part(struct samsyn_assessment *out, const struct search *search,
          const struct part *part, struct assessed_part *slot)
{
    const struct document_kind *kind = part->kind;
    char from[11], until[11];
    const struct {
        int slot;
        struct str text;
    } rows[] = {
        { SAMSYN_PART_TITLE, title_of(search, part) },
        { SAMSYN_PART_KIND, kind ? kind->id : STR("") },
        { SAMSYN_PART_KIND_TITLE,
          kind ? kind->title[out->lang == SAMSYN_LANG_EN] : STR("") },
        { SAMSYN_PART_ROLE, str_of(roles[part->role]) },
        { SAMSYN_PART_DATE, day_text(part->from, from) },
        { SAMSYN_PART_UNTIL, day_text(part->until, until) },
    };

    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        slot->texts[rows[i].slot] = arena_str(&out->arena, rows[i].text);
        if (!slot->texts[rows[i].slot].ptr)
            return false;
    }
    slot->assessed = part->assessed;
    slot->span = document_span(search->document,
                               search->document->blocks[part->first].start,
                               search->document->blocks[part->end - 1].end);
    return true;
}

static bool
note_aside(struct samsyn_assessment *out, const struct search *search,
           const struct assessed_part *part, size_t number)
{
    struct notice *notice = &out->notices[out->notice_count++];
    char digits[NUMBER_TEXT];
    struct str args[2] = { part->texts[SAMSYN_PART_TITLE],
                           number_text((int64_t)number, digits) };
    struct buf sentence;

    if (search->config->no_quotes && args[0].len > 0)
        args[0] = STR("…");
    buf_init(&sentence, &search->config->mem, BUF_ANY);
    message_format(&sentence,
                   args[0].len > 0 ? MSG_ASSESS_PART_ASIDE
                                   : MSG_ASSESS_MAIN_ASIDE,
                   out->lang, args, 2);
    notice->document = 1;
    notice->span = part->span;
    notice->code = STR("part-aside");
    notice->text = buf_failed(&sentence)
                       ? str_make(NULL, 0)
                       : arena_str(&out->arena, buf_view(&sentence));
    buf_done(&sentence);
    return notice->text.ptr != NULL;
}

/* The main part has the document's own date. */
bool
set_describe_parts(struct samsyn_assessment *out, const struct search *search)
{
    struct assessed_document *main = &out->documents[0];
    struct parts parts = search->parts;

    if (parts.count < 2)
        return true;
    if (parts.list[0].assessed) {
        parts.list[0].from = main->date.value;
        parts.list[0].until = main->date.until;
    }
    main->parts = arena_array(&out->arena, parts.count, sizeof *main->parts);
    if (!main->parts)
        return false;
    main->part_count = parts.count;
    for (size_t i = 0; i < parts.count; i++) {
        if (!copy_part(out, search, &parts.list[i], &main->parts[i]) ||
            (!parts.list[i].assessed &&
             !note_aside(out, search, &main->parts[i], i + 1)))
            return false;
    }
    return true;
}
