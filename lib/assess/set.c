/* SPDX-License-Identifier: MIT */

/* A main document and its annexes.
 *
 * They are judged as one text, the main document first: what stands in an
 * annex counts as if it stood in the main document, and evidence says in
 * which of them.  So a rule may find one part here and another there, and the
 * items of an annexed plan are items.  Only the title is the main document's
 * alone, and the kind of each document is its own. */

#include "assess/set.h"

#include "assess/account.h"
#include "assess/recognise.h"
#include "base/message.h"
#include "document/join.h"

bool
set_found_in_annex(const struct search *search)
{
    uint32_t end = document_main_words(search->document);

    for (size_t i = 0; i < search->finds.len; i++) {
        const struct find *find = vec_at(&search->finds, i);

        if (find->hit.first >= end)
            return true;
    }
    return false;
}

static const char *const bases[BASIS_COUNT] = { "", "validity", "signing",
                                                "newest" };

static bool
copy_texts(struct samsyn_assessment *out, struct assessed_document *slot,
           const struct samsyn_document *document,
           const struct document_kind *kind, bool main)
{
    char from[11], until[11];
    const struct {
        int slot;
        struct str text;
    } rows[] = {
        { SAMSYN_DOCUMENT_NAME, document->name },
        { SAMSYN_DOCUMENT_DIGEST, str_of(document->digest) },
        { SAMSYN_DOCUMENT_FORMAT,
          document_property(document, SAMSYN_PROPERTY_FORMAT) },
        { SAMSYN_DOCUMENT_KIND, kind ? kind->id : STR("") },
        { SAMSYN_DOCUMENT_KIND_TITLE,
          kind ? kind->title[out->lang == SAMSYN_LANG_EN] : STR("") },
        { SAMSYN_DOCUMENT_ROLE, main ? STR("main") : STR("annex") },
        { SAMSYN_DOCUMENT_DATE, day_text(slot->date.value, from) },
        { SAMSYN_DOCUMENT_DATE_BASIS, str_of(bases[slot->date.basis]) },
        { SAMSYN_DOCUMENT_VALID_UNTIL, day_text(slot->date.until, until) },
    };

    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        slot->texts[rows[i].slot] = arena_str(&out->arena, rows[i].text);
        if (!slot->texts[rows[i].slot].ptr)
            return false;
    }
    return true;
}

static bool
describe(struct samsyn_assessment *out, const struct search *search,
         const struct set_member *member, size_t index)
{
    struct assessed_document *slot = &out->documents[index];
    const struct document_kind *kind =
        recognise_kind(search->checklist, search->document, search->matches,
                       member->block_first, member->block_end);

    slot->date = date_find(search, member->block_first, member->block_end);
    if (!copy_texts(out, slot, member->document, kind, index == 0))
        return false;
    return slot->date.basis == BASIS_NONE ||
           account_place(&out->arena, search, slot->date.first, "",
                         &slot->dated);
}

bool
set_describe(struct samsyn_assessment *out, const struct search *search)
{
    const struct samsyn_document *document = search->document;
    const struct set_member lone = { .document = document,
                                     .block_end =
                                         (uint32_t)document->block_count };
    const struct set_member *members =
        document->member_count > 0 ? document->members : &lone;
    size_t count = document->member_count > 0 ? document->member_count : 1;

    out->document_count = count;
    out->documents = arena_array(&out->arena, count, sizeof *out->documents);
    if (!out->documents)
        return false;
    for (size_t i = 0; i < count; i++) {
        if (!describe(out, search, &members[i], i))
            return false;
    }
    return true;
}

bool
set_note_expired(struct samsyn_assessment *out,
                 const struct samsyn_config *config)
{
    const struct assessed_document *main = &out->documents[0];
    const struct day today = { config->year, config->month, config->day };
    struct notice *notice;
    struct buf sentence;

    if (config->year == 0 || main->date.until.year == 0 ||
        day_compare(today, day_last(main->date.until)) <= 0)
        return true;
    notice = &out->notices[out->notice_count++];
    buf_init(&sentence, &config->mem, BUF_ANY);
    message_format(&sentence, MSG_ASSESS_EXPIRED, out->lang,
                   &main->texts[SAMSYN_DOCUMENT_VALID_UNTIL], 1);
    notice->document = 1;
    notice->span = main->dated.span;
    notice->code = STR("expired");
    notice->text = buf_failed(&sentence)
                       ? str_make(NULL, 0)
                       : arena_str(&out->arena, buf_view(&sentence));
    buf_done(&sentence);
    return notice->text.ptr != NULL;
}

samsyn_status
assess_set(struct samsyn_assessment **out,
           const struct samsyn_checklist *checklist,
           const struct samsyn_document *const *documents, size_t count,
           const struct samsyn_config *config)
{
    struct samsyn_document *joined;
    samsyn_status status;

    if (count == 1)
        return assess(out, checklist, documents[0], config);
    status = document_join(&joined, documents, count, config);
    if (status)
        return status;
    status = assess(out, checklist, joined, config);
    document_free(joined);
    return status;
}
