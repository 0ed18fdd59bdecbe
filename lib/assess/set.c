/* SPDX-License-Identifier: MIT */

/* A main document and its annexes.
 *
 * They are judged as one text, the main document first: what stands in an
 * annex counts as if it stood in the main document, and evidence says in
 * which of them.  So a rule may find one part here and another there, and the
 * items of an annexed plan are items.  Only the title is the main document's
 * alone, and the kind of each document is its own. */

#include "assess/set.h"

#include "assess/recognise.h"
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

static bool
describe(struct samsyn_assessment *out, struct assessed_document *slot,
         const struct samsyn_document *document,
         const struct document_kind *kind, bool main)
{
    const struct {
        int slot;
        struct str text;
    } rows[] = {
        { SAMSYN_DOCUMENT_NAME, document->name },
        { SAMSYN_DOCUMENT_DIGEST, str_of(document->digest) },
        { SAMSYN_DOCUMENT_FORMAT, document->format },
        { SAMSYN_DOCUMENT_KIND, kind ? kind->id : STR("") },
        { SAMSYN_DOCUMENT_KIND_TITLE,
          kind ? kind->title[out->lang == SAMSYN_LANG_EN] : STR("") },
        { SAMSYN_DOCUMENT_ROLE, main ? STR("main") : STR("annex") },
    };

    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        slot->texts[rows[i].slot] = arena_str(&out->arena, rows[i].text);
        if (!slot->texts[rows[i].slot].ptr)
            return false;
    }
    return true;
}

bool
set_describe(struct samsyn_assessment *out,
             const struct samsyn_checklist *checklist,
             const struct samsyn_document *document,
             const struct matches *matches)
{
    const struct set_member lone = { .document = document,
                                     .block_end =
                                         (uint32_t)document->block_count };
    const struct set_member *members =
        document->member_count > 0 ? document->members : &lone;

    out->document_count =
        document->member_count > 0 ? document->member_count : 1;
    out->documents =
        arena_array(&out->arena, out->document_count, sizeof *out->documents);
    if (!out->documents)
        return false;
    for (size_t i = 0; i < out->document_count; i++) {
        const struct document_kind *kind =
            recognise_kind(checklist, document, matches, members[i].block_first,
                           members[i].block_end);

        if (!describe(out, &out->documents[i], members[i].document, kind,
                      i == 0))
            return false;
    }
    return true;
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
