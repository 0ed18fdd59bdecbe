/* SPDX-License-Identifier: MIT */

/* Where a file holds more than one document.
 *
 * A part is opened by a heading: of an annex, or with the name of a document
 * of the checklist's kind (or a word for an account of one) and a year.  It
 * is done here and not by the readers, because the same page is one document
 * for one checklist and three for another, and because it takes dates.
 *
 * The newest of the checklist's kind is assessed, with all that stands in no
 * other part: a page has its greeting and its telephone numbers once.  So the
 * newest is no part of its own but is the main part; parts are what is taken
 * out of that, the earlier ones, and the annexes, which are looked at as
 * content.  Only where the whole is of another kind, as an agreement with the
 * promise as its annex, that annex alone is assessed. */

#include "assess/parts.h"

#include "assess/recognise.h"
#include "assess/search.h"

#include "assess/date.h"

/* A heading that opens a part. */
struct opener {
    uint32_t block;
    const struct document_kind *kind; /* that it names; NULL: none */
    bool annex, account, own;
    struct day from, until; /* year 0: none */
};

/* What finding parts works on. */
struct parting {
    struct search *search;
    struct parts *out;
    struct opener openers[PARTS_MOST];
    size_t count;
    uint32_t end;                /* of the main document, a block */
    const struct opener *newest; /* of the checklist's kind; NULL: none */
    bool flat; /* openers are followed by headings of their level */
};

/* ---- What a heading says ---- */

static bool
is_own(const struct search *search, const struct document_kind *kind)
{
    const struct samsyn_checklist *checklist = search->checklist;

    return kind && str_among(kind->id, checklist->kinds, checklist->kind_count);
}

/* The kind that a heading names: the checklist's, where it names several. */
static const struct document_kind *
named_kind(const struct search *search, uint32_t block)
{
    const struct samsyn_language *language = search->checklist->language;
    const struct document_kind *found = NULL;

    for (size_t i = 0; i < language->kind_count; i++) {
        const struct document_kind *kind = &language->kinds[i];

        if (holds_concept(search, block, search->checklist->tokens.names[i]) &&
            (!found || is_own(search, kind)))
            found = kind;
    }
    return found;
}

/* The first words of the heading are those of an annex: "Bilaga 1 ...". */
static bool
names_annex(const struct search *search, uint32_t block)
{
    const struct hit_list *list =
        &search->matches
             ->concepts[search->checklist->tokens.headings[HEADING_ANNEX]];
    uint32_t first = search->document->blocks[block].word_first;
    size_t at = hits_from(list, first);

    return at < list->count && list->hits[at].first == first;
}

/* The first date that begins at or after a word. */
static size_t
dates_from(const struct matches *matches, uint32_t word)
{
    size_t low = 0, high = matches->date_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (matches->dates[middle].first < word)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The last time that a heading names. */
static void
read_time(const struct search *search, struct opener *opener)
{
    struct range words = range_of_block(search->document, opener->block);
    const struct matches *matches = search->matches;

    for (size_t i = dates_from(matches, words.first);
         i < matches->date_count && matches->dates[i].first < words.end; i++) {
        const struct dated *date = &matches->dates[i];

        if (date->from.year == 0 || (opener->from.year > 0 &&
                                     day_compare(date->from, opener->from) < 0))
            continue;
        opener->from = date->from;
        opener->until = date->to.year > 0 ? date->to : date->from;
    }
}

/* Whether the heading stands over what came of an earlier document of the
 * checklist's kinds. */
static bool
is_account(const struct search *search, uint32_t block)
{
    const struct samsyn_language *language = search->checklist->language;

    for (size_t i = 0; i < language->kind_count; i++) {
        if (is_own(search, &language->kinds[i]) &&
            holds_concept(search, block, search->checklist->tokens.accounts[i]))
            return true;
    }
    return false;
}

static bool
read_heading(const struct search *search, uint32_t block, struct opener *out)
{
    *out = (struct opener){ .block = block,
                            .kind = named_kind(search, block),
                            .annex = names_annex(search, block),
                            .account = is_account(search, block) };
    out->own = is_own(search, out->kind);
    if (!out->annex && !out->account &&
        (!out->kind || (out->own && !out->kind->editions)))
        return false;
    read_time(search, out);
    return out->annex || out->from.year > 0;
}

static void
find_openers(struct parting *parting)
{
    const struct samsyn_document *document = parting->search->document;

    for (uint32_t i = 0; i < parting->end && parting->count < PARTS_MOST - 1;
         i++) {
        if (document->blocks[i].kind == SAMSYN_BLOCK_HEADING &&
            document->blocks[i].zone == ZONE_HEADING &&
            read_heading(parting->search, i, &parting->openers[parting->count]))
            parting->count++;
    }
}

/* ---- Which are of an earlier time ---- */

static bool
is_promise(const struct opener *opener)
{
    return opener->own && !opener->annex && !opener->account;
}

static void
find_newest(struct parting *parting)
{
    for (size_t i = 0; i < parting->count; i++) {
        const struct opener *opener = &parting->openers[i];

        if (is_promise(opener) &&
            (!parting->newest ||
             day_compare(day_first(opener->from),
                         day_first(parting->newest->from)) > 0))
            parting->newest = opener;
    }
}

/* Whether what follows the openers stands under headings of their own level:
 * "Löfte 2025", "Polisen lovar", "Löfte 2024", "Polisen lovar". */
static bool
is_flat(const struct parting *parting)
{
    const struct block *blocks = parting->search->document->blocks;
    const struct opener *last = NULL;

    for (size_t i = 0; i < parting->count; i++) {
        const struct opener *opener = &parting->openers[i];

        if (!is_promise(opener))
            continue;
        if (last && blocks[last->block].level == blocks[opener->block].level &&
            parting->search->section_end[last->block] < opener->block)
            return true;
        last = opener;
    }
    return false;
}

/* Earlier than another opener, or than the document's own date where that is
 * sure; a heading of the title names the document itself. */
static bool
is_earlier(const struct parting *parting, const struct opener *opener,
           const struct document_date *date)
{
    bool sure = date->basis == BASIS_VALIDITY || date->basis == BASIS_SIGNING;

    if (opener->annex || (!opener->own && !opener->account))
        return false;
    if (parting->newest && opener != parting->newest)
        return day_compare(day_first(opener->from),
                           day_first(parting->newest->from)) < 0;
    if (opener->block < parting->search->title_end)
        return false;
    if (opener->account)
        return !sure || opener->from.year < date->value.year;
    return sure && opener->until.year < date->value.year;
}

/* ---- From headings to parts ---- */

/* How far an opener reaches: over its section.  Where the levels of headings
 * are guessed or flat, up to the next opener of its sort. */
static uint32_t
part_end(const struct parting *parting, size_t index)
{
    const struct block *blocks = parting->search->document->blocks;
    const struct opener *opener = &parting->openers[index];
    bool annex = opener->annex && blocks[opener->block].guessed;
    uint32_t end = parting->search->section_end[opener->block];

    if (!annex && !(parting->flat && is_promise(opener)))
        return end < parting->end ? end : parting->end;
    for (size_t i = index + 1; i < parting->count; i++) {
        if (parting->openers[i].annex ||
            (!annex && is_promise(&parting->openers[i])))
            return parting->openers[i].block;
    }
    return parting->end;
}

/* Whether documents of the checklist's kinds hold such ones as content. */
static bool
is_held(const struct search *search, const struct document_kind *kind)
{
    const struct samsyn_language *language = search->checklist->language;

    for (size_t i = 0; i < language->kind_count; i++) {
        const struct document_kind *own = &language->kinds[i];

        for (size_t k = 0; is_own(search, own) && k < own->held_count; k++) {
            if (str_equal(own->held[k], kind->id))
                return true;
        }
    }
    return false;
}

/* A document of another kind begins where the title could: under no heading,
 * with a title that the kind is known by. */
static bool
is_other(const struct parting *parting, const struct opener *opener,
         uint32_t end)
{
    const struct search *search = parting->search;

    return opener->kind && !opener->own && !opener->annex &&
           opener->block >= search->title_end &&
           search->document->blocks[opener->block].heading == NO_INDEX &&
           !is_held(search, opener->kind) &&
           recognise_kind(search->checklist, search->document, search->matches,
                          opener->block, end) == opener->kind;
}

static void
add_part(struct parting *parting, const struct opener *opener, uint32_t end,
         enum part_role role)
{
    const struct search *search = parting->search;
    struct part *part = &parting->out->list[parting->out->count++];

    *part = (struct part){ .first = opener->block,
                           .end = end,
                           .heading = opener->block,
                           .role = role,
                           .from = opener->from,
                           .until = opener->until,
                           .assessed = role == PART_ANNEX };
    part->kind = recognise_kind(search->checklist, search->document,
                                search->matches, part->first, end);
    if (!part->kind)
        part->kind = opener->kind;
}

static void
add_parts(struct parting *parting, const struct document_date *date)
{
    uint32_t taken = 0; /* one past what has been taken out */

    for (size_t i = 0; i < parting->count; i++) {
        const struct opener *opener = &parting->openers[i];
        uint32_t end = part_end(parting, i);

        if (opener->block < taken)
            continue;
        if (opener->annex) {
            add_part(parting, opener, end, PART_ANNEX);
            continue;
        }
        if (is_earlier(parting, opener, date))
            add_part(parting, opener, end, PART_EARLIER);
        else if (is_other(parting, opener, end))
            add_part(parting, opener, end, PART_OTHER);
        else
            continue;
        taken = end;
    }
}

/* ---- Which are assessed ---- */

static void
assess_only(struct parts *parts, size_t index)
{
    for (size_t i = 0; i < parts->count; i++)
        parts->list[i].assessed = i == index;
}

/* The annex of the checklist's kind in a document of another: the newest. */
static void
find_own_annex(const struct search *search, struct parts *parts)
{
    size_t best = 0;

    if (!parts->list[0].kind || is_own(search, parts->list[0].kind))
        return;
    for (size_t i = 1; i < parts->count; i++) {
        const struct part *part = &parts->list[i];

        if (part->role == PART_ANNEX && is_own(search, part->kind) &&
            (best == 0 || day_compare(part->from, parts->list[best].from) > 0))
            best = i;
    }
    if (best > 0)
        assess_only(parts, best);
}

static void
add_main(struct parting *parting)
{
    const struct search *search = parting->search;
    uint32_t end = parting->end;
    struct parts *parts = parting->out;

    for (size_t i = parting->count; i-- > 0;) {
        if (parting->openers[i].annex)
            end = parting->openers[i].block;
    }
    parts->list[0] = (struct part){ .end = parting->end,
                                    .heading = NO_INDEX,
                                    .assessed = true };
    parts->list[0].kind = recognise_kind(search->checklist, search->document,
                                         search->matches, 0, end > 0 ? end : 1);
    parts->count = 1;
}

void
parts_find(struct search *search)
{
    struct parting parting = { .search = search,
                               .out = &search->parts,
                               .end = document_main_blocks(search->document) };
    struct document_date date;

    find_openers(&parting);
    add_main(&parting);
    if (parting.count == 0)
        return;
    date = date_find(search, 0, parting.end);
    find_newest(&parting);
    parting.flat = is_flat(&parting);
    add_parts(&parting, &date);
    find_own_annex(search, &search->parts);
    if (search->config->part > 0 && search->config->part <= search->parts.count)
        assess_only(&search->parts, search->config->part - 1);
}

/* ---- Where a block is ---- */

/* The innermost part that holds a block; NULL in an annex of its own file. */
static const struct part *
part_of(const struct search *search, uint32_t block)
{
    const struct parts *parts = &search->parts;

    for (size_t i = parts->count; i-- > 0;) {
        if (block >= parts->list[i].first && block < parts->list[i].end)
            return &parts->list[i];
    }
    return NULL;
}

bool
parts_is_assessed(const struct search *search, uint32_t block)
{
    const struct part *part = NULL;

    if (search->parts.count > 1)
        part = part_of(search, block);
    return !part || part->assessed;
}

bool
parts_is_earlier(const struct search *search, uint32_t block)
{
    const struct part *part = part_of(search, block);

    return part && part->role == PART_EARLIER && !part->assessed;
}
