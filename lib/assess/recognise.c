/* SPDX-License-Identifier: MIT */

/* Weighs the signals of each kind of document.  A signal counts once however
 * often it occurs, so a long text is no better known than a short one; a kind
 * wins with at least three points and more than every other. */

#include "assess/recognise.h"

#include "assess/search.h"
#include "base/buf.h"
#include "base/message.h"
#include "base/number.h"

enum {
    POINTS_NEEDED = 3000,
    SIGNALS_NAMED = 3
};

/* A document that one checklist's table has been matched against. */
struct weighing {
    const struct samsyn_checklist *checklist;
    const struct samsyn_document *document;
    const struct matches *matches;
    uint32_t first, end; /* blocks: what is weighed */
    uint32_t title_end;
};

/* The first hit of a signal that counts, NULL where there is none. */
static const struct hit *
signal_hit(const struct weighing *w, const struct kind_signal *signal,
           size_t number)
{
    const struct hit_list *list =
        &w->matches->concepts[w->checklist->tokens.signals[number]];

    for (size_t i = hits_from(list, w->document->blocks[w->first].word_first);
         i < list->count; i++) {
        uint32_t index = document_block_of(w->document, list->hits[i].first);
        uint8_t zone = w->document->blocks[index].zone;

        if (index >= w->end || (signal->title && index >= w->title_end))
            return NULL;
        if (zone != ZONE_CONTENTS && zone != ZONE_FURNITURE)
            return &list->hits[i];
    }
    return NULL;
}

/* The number of a kind's first signal. */
static size_t
first_signal(const struct samsyn_language *language, size_t kind)
{
    size_t number = 0;

    for (size_t i = 0; i < kind; i++)
        number += language->kinds[i].signal_count;
    return number;
}

static int64_t
weigh_kind(const struct weighing *w, size_t kind)
{
    const struct document_kind *wanted = &w->checklist->language->kinds[kind];
    size_t number = first_signal(w->checklist->language, kind);
    int64_t points = 0;

    for (size_t i = 0; i < wanted->signal_count; i++) {
        if (signal_hit(w, &wanted->signals[i], number + i))
            points += wanted->signals[i].points;
    }
    return points;
}

/* The kind with most points, SIZE_MAX where none has enough or two have as
 * many; *tied says which. */
static size_t
best_kind(const struct weighing *w, bool *tied)
{
    int64_t best = POINTS_NEEDED - 1;
    size_t found = SIZE_MAX;

    *tied = false;
    for (size_t i = 0; i < w->checklist->language->kind_count; i++) {
        int64_t points = weigh_kind(w, i);

        if (points == best && found != SIZE_MAX)
            *tied = true;
        if (points > best) {
            best = points;
            found = i;
            *tied = false;
        }
    }
    return *tied ? SIZE_MAX : found;
}

static struct weighing
weigh(const struct samsyn_checklist *checklist,
      const struct samsyn_document *document, const struct matches *matches,
      uint32_t first, uint32_t end)
{
    return (struct weighing){ checklist, document,
                              matches,   first,
                              end,       title_end(document, first, end) };
}

const struct document_kind *
recognise_kind(const struct samsyn_checklist *checklist,
               const struct samsyn_document *document,
               const struct matches *matches, uint32_t first, uint32_t end)
{
    struct weighing w = weigh(checklist, document, matches, first, end);
    bool tied;
    size_t kind = best_kind(&w, &tied);

    return kind == SIZE_MAX ? NULL : &checklist->language->kinds[kind];
}

/* ---- Why ---- */

static struct str
hit_text(const struct samsyn_document *document, const struct hit *hit)
{
    const struct word *first = &document->words[hit->first];
    const struct word *last = &document->words[hit->end - 1];

    return str_make(document->text.ptr + first->start,
                    last->start + last->length - first->start);
}

/* The words that spoke for the kind, each once, and the first one's place. */
static const struct hit *
name_signals(struct buf *out, const struct weighing *w, size_t kind,
             samsyn_lang lang)
{
    const struct document_kind *found = &w->checklist->language->kinds[kind];
    size_t number = first_signal(w->checklist->language, kind), named = 0;
    const struct hit *first = NULL;
    struct str texts[SIGNALS_NAMED];

    for (size_t i = 0; i < found->signal_count && named < SIGNALS_NAMED; i++) {
        const struct hit *hit = signal_hit(w, &found->signals[i], number + i);

        if (!hit || found->signals[i].points <= 0 ||
            str_among(hit_text(w->document, hit), texts, named))
            continue;
        texts[named] = hit_text(w->document, hit);
        if (named > 0)
            buf_text(out, ", ");
        buf_text(out, lang == SAMSYN_LANG_EN ? "\"" : "”");
        buf_str(out, texts[named++]);
        buf_text(out, lang == SAMSYN_LANG_EN ? "\"" : "”");
        first = first ? first : hit;
    }
    return first;
}

/* Where a hit stands: its line, or its place in a container. */
static void
tell_place(struct buf *out, const struct samsyn_document *document,
           const struct hit *hit, samsyn_lang lang)
{
    const struct word *word = &document->words[hit->first];
    samsyn_span span =
        document_span(document, word->start, word->start + word->length);
    char digits[NUMBER_TEXT];
    struct str line = number_text((int64_t)span.line, digits);

    if (span.line > 0)
        message_format(out, MSG_ASSESS_LINE, lang, &line, 1);
    else
        buf_str(
            out,
            document->blocks[document_block_of(document, hit->first)].place);
}

static void
explain(struct buf *out, const struct weighing *w, size_t kind,
        samsyn_lang lang)
{
    struct buf words, place;
    struct str args[3];
    const struct hit *first;

    buf_init(&words, &out->mem, BUF_ANY);
    buf_init(&place, &out->mem, BUF_ANY);
    first = name_signals(&words, w, kind, lang);
    if (first)
        tell_place(&place, w->document, first, lang);
    args[0] = buf_view(&words);
    args[1] = w->checklist->language->kinds[kind]
                  .title[lang == SAMSYN_LANG_EN ? 1 : 0];
    args[2] = buf_view(&place);
    message_format(out, MSG_ASSESS_RECOGNISED, lang, args, 3);
    out->failed = out->failed || buf_failed(&words) || buf_failed(&place);
    buf_done(&words);
    buf_done(&place);
}

/* ---- Asking several checklists ---- */

/* One of those that are asked. */
struct candidate {
    const struct str *kinds;
    size_t kind_count;
    size_t parents;
};

/* That which is for the kind and extends fewest others, of equals the first;
 * SAMSYN_NONE where none is. */
static size_t
find_candidate(const struct candidate *candidates, size_t count,
               struct str kind)
{
    size_t found = SAMSYN_NONE;

    for (size_t i = 0; i < count; i++) {
        if (str_among(kind, candidates[i].kinds, candidates[i].kind_count) &&
            (found == SAMSYN_NONE ||
             candidates[i].parents < candidates[found].parents))
            found = i;
    }
    return found;
}

/* Fills kind and reason from the first checklist that knows the kind; all of
 * one language know the same kinds. */
static void
tell(struct buf *kind_text, struct buf *reason, const struct weighing *w,
     samsyn_lang lang, size_t *kind)
{
    bool tied;

    *kind = best_kind(w, &tied);
    if (*kind == SIZE_MAX) {
        buf_text(reason, message_text(tied ? MSG_ASSESS_SEVERAL_KINDS
                                           : MSG_ASSESS_NO_KIND,
                                      lang));
        return;
    }
    buf_str(kind_text, w->checklist->language->kinds[*kind]
                           .title[lang == SAMSYN_LANG_EN ? 1 : 0]);
    explain(reason, w, *kind, lang);
}

/* @p checklist has the words of the language. */
static samsyn_status
ask(struct samsyn_recognition *out, struct buf *kind_text, struct buf *reason,
    const struct samsyn_checklist *checklist,
    const struct candidate *candidates, size_t count,
    const struct samsyn_document *document, const struct samsyn_config *config)
{
    struct matches *matches = NULL;
    samsyn_status status = match_document(
        &matches, &checklist->tokens, checklist->language, document, config);
    struct weighing w;
    size_t kind;

    if (status)
        return status;
    w = weigh(checklist, document, matches, 0, document_main_blocks(document));
    tell(kind_text, reason, &w, config->lang, &kind);
    matches_free(matches);
    if (kind != SIZE_MAX)
        out->index = find_candidate(candidates, count,
                                    checklist->language->kinds[kind].id);
    return buf_failed(kind_text) || buf_failed(reason) ? SAMSYN_E_NOMEM
                                                       : SAMSYN_OK;
}

/* The buffer's text becomes the caller's; never NULL. */
static char *
take_text(struct buf *buf)
{
    char *text = buf->data;

    if (!text)
        text = mem_alloc(&buf->mem, 1);
    buf->data = NULL;
    return text;
}

static samsyn_status
recognise_among(struct samsyn_recognition **out,
                const struct samsyn_checklist *checklist,
                const struct candidate *candidates, size_t count,
                const struct samsyn_document *document,
                const struct samsyn_config *config)
{
    struct samsyn_recognition *found = mem_alloc(&config->mem, sizeof *found);
    struct buf kind, reason;
    samsyn_status status;

    if (!found)
        return SAMSYN_E_NOMEM;
    found->mem = config->mem;
    found->index = SAMSYN_NONE;
    buf_init(&kind, &config->mem, BUF_ANY);
    buf_init(&reason, &config->mem, BUF_ANY);
    status = ask(found, &kind, &reason, checklist, candidates, count, document,
                 config);
    if (!status) {
        found->kind = take_text(&kind);
        found->reason = take_text(&reason);
        status = found->kind && found->reason ? SAMSYN_OK : SAMSYN_E_NOMEM;
    }
    buf_done(&kind);
    buf_done(&reason);
    if (status == SAMSYN_OK)
        *out = found;
    else
        recognition_free(found);
    return status;
}

samsyn_status
recognise(struct samsyn_recognition **out,
          const struct samsyn_checklist *const *checklists, size_t count,
          const struct samsyn_document *document,
          const struct samsyn_config *config)
{
    const struct samsyn_config *settings = config_of(config);
    struct candidate *candidates =
        mem_array(&settings->mem, count, sizeof *candidates);
    samsyn_status status;

    if (!candidates)
        return SAMSYN_E_NOMEM;
    for (size_t i = 0; i < count; i++)
        candidates[i] =
            (struct candidate){ checklists[i]->kinds, checklists[i]->kind_count,
                                checklists[i]->parents.count };
    status = recognise_among(out, checklists[0], candidates, count, document,
                             settings);
    mem_free(&settings->mem, candidates);
    return status;
}

samsyn_status
recognise_cards(struct samsyn_recognition **out,
                const struct samsyn_language *language,
                const struct samsyn_card *const *cards, size_t count,
                const struct samsyn_document *document,
                const struct samsyn_config *config)
{
    struct candidate *candidates =
        mem_array(&config->mem, count, sizeof *candidates);
    struct samsyn_checklist *words = NULL;
    samsyn_status status = SAMSYN_E_NOMEM;

    for (size_t i = 0; candidates && i < count; i++)
        candidates[i] =
            (struct candidate){ cards[i]->kinds, cards[i]->kind_count,
                                cards[i]->parents };
    if (candidates)
        status = checklist_of_language(&words, language, config);
    if (status == SAMSYN_OK)
        status =
            recognise_among(out, words, candidates, count, document, config);
    mem_free(&config->mem, candidates);
    checklist_free(words);
    return status;
}

void
recognition_free(struct samsyn_recognition *recognition)
{
    samsyn_allocator mem;

    if (!recognition)
        return;
    mem = recognition->mem;
    mem_free(&mem, recognition->kind);
    mem_free(&mem, recognition->reason);
    mem_free(&mem, recognition);
}
