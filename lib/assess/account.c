/* SPDX-License-Identifier: MIT */

/* Makes stretches of evidence out of finds.  Finds in one sentence, or in one
 * table row, become one stretch, so that a reader sees what the rule saw.
 *
 * Invariant: the stretches of a list stand in reading order, none twice, and
 * no more than the configuration allows. */

#include "assess/account.h"

#include "assess/describe.h"
#include "assess/wish.h"
#include "base/message.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

/* A stretch on its way to evidence: text offsets and the finds in it. */
struct stretch {
    uint32_t start, end; /* in text */
    uint32_t word;       /* the first find's first word */
    enum refusal refusal;
    size_t find; /* index of its first find */
};

static const char *const reasons[] = {
    [REFUSAL_NONE] = "",
    [REFUSAL_ELSEWHERE] = "",
    [REFUSAL_NEGATED] = "negated",
    [REFUSAL_HEDGED] = "hedged",
    [REFUSAL_TENSE] = "tense",
    [REFUSAL_HEADING] = "heading",
    [REFUSAL_CONTENTS] = "contents",
    [REFUSAL_FURNITURE] = "furniture",
    [REFUSAL_PLACEHOLDER] = "placeholder",
    [REFUSAL_OTHER] = "other",
};

static struct stretch
stretch_of(const struct samsyn_document *document, const struct find *find)
{
    const struct sentence *sentence =
        &document->sentences[document_sentence_of(document, find->hit.first)];
    const struct block *block = &document->blocks[sentence->block];
    struct stretch stretch = { .start = sentence->start,
                               .end = sentence->end,
                               .word = find->hit.first,
                               .refusal = find->refusal };

    if (block->row != NO_INDEX) {
        const struct row *row = &document->rows[block->row];

        stretch.start = document->blocks[row->block_first].start;
        stretch.end = document->blocks[row->block_end - 1].end;
    }
    return stretch;
}

static bool
same_place(const struct stretch *a, const struct stretch *b)
{
    return a->start == b->start && a->end == b->end;
}

static int
compare_stretches(const void *a, const void *b)
{
    const struct stretch *left = a, *right = b;

    if (left->start != right->start)
        return left->start < right->start ? -1 : 1;
    return (left->find > right->find) - (left->find < right->find);
}

/* The distinct stretches of a list of finds, in the order found. */
static bool
gather_stretches(const struct search *search, const struct vec *finds,
                 struct vec *out)
{
    for (size_t i = 0; i < finds->len && out->len < search->most; i++) {
        struct stretch stretch = stretch_of(search->document, vec_at(finds, i));
        struct stretch *slot;
        bool known = false;

        for (size_t k = 0; k < out->len && !known; k++)
            known = same_place(&stretch, vec_at(out, k));
        if (known)
            continue;
        slot = vec_push(out);
        if (!slot)
            return false;
        stretch.find = i;
        *slot = stretch;
    }
    if (out->len > 1)
        qsort(out->data, out->len, sizeof(struct stretch), compare_stretches);
    return true;
}

/* ---- Notes ---- */

static struct str
words_text(const struct samsyn_document *document, const struct hit *hit)
{
    const struct word *first = &document->words[hit->first];
    const struct word *last = &document->words[hit->end - 1];

    return str_make(document->text.ptr + first->start,
                    last->start + last->length - first->start);
}

/* What a find was found as. */
static struct str
label_of(const struct find *find, samsyn_lang lang)
{
    if (find->rule->kind == RULE_NUMBER)
        return str_of(
            message_text(describe_over(find->rule->over, DESCRIBE_ONE), lang));
    return find->rule->label[lang == SAMSYN_LANG_EN];
}

/* The same words for the same thing, or one of the finds just before. */
static bool
noted_before(const struct search *search, const struct vec *finds, size_t from,
             size_t index)
{
    const struct find *find = vec_at(finds, index);
    samsyn_lang lang = search->config->lang;

    for (size_t i = from; i < index; i++) {
        const struct find *earlier = vec_at(finds, i);

        if (str_equal(label_of(earlier, lang), label_of(find, lang)) &&
            str_equal(words_text(search->document, &earlier->hit),
                      words_text(search->document, &find->hit)))
            return true;
    }
    return false;
}

static void
note_find(struct buf *out, const struct search *search, const struct find *find)
{
    int lang = search->config->lang == SAMSYN_LANG_EN;

    if (out->len > 0)
        buf_text(out, "; ");
    buf_str(out, label_of(find, search->config->lang));
    buf_text(out, lang ? ": \"" : ": ”");
    buf_str(out, words_text(search->document, &find->hit));
    buf_text(out, lang ? "\"" : "”");
}

enum {
    STEP_MOST = 300, /* bytes of a heading in a path */
    NOTES_MOST = 6,
    FINDS_NOTED = 64
};

/* "uppföljning: ”följs upp”; en frekvens: ”årligen”". */
static void
note_stretch(struct buf *out, const struct search *search,
             const struct vec *finds, const struct stretch *stretch)
{
    size_t noted = 0;

    for (size_t i = stretch->find;
         i < finds->len && i < stretch->find + FINDS_NOTED &&
         noted < NOTES_MOST;
         i++) {
        const struct find *find = vec_at(finds, i);
        struct stretch other = stretch_of(search->document, find);

        if (!same_place(&other, stretch) || find->refusal != stretch->refusal ||
            noted_before(search, finds, stretch->find, i))
            continue;
        note_find(out, search, find);
        noted++;
    }
}

/* ---- Stretches into evidence ---- */

static size_t
path_length(const struct samsyn_document *document, uint32_t heading)
{
    size_t length = 0;

    while (heading != NO_INDEX) {
        length++;
        heading = document->blocks[heading].heading;
    }
    return length;
}

/* A heading as a step of a path.  Every stretch has the whole path, so what is
 * too long for a heading is cut. */
static struct str
copy_heading(struct arena *arena, const struct search *search,
             const struct block *heading)
{
    const char *text = search->document->text.ptr + heading->start;
    size_t length = heading->end - heading->start;
    struct str copy;
    struct buf step;

    if (length <= STEP_MOST)
        return arena_str(arena, str_make(text, length));
    length = STEP_MOST;
    while (length > 0 && !utf8_is_start(text[length]))
        length--;
    buf_init(&step, &search->config->mem, BUF_ANY);
    buf_add(&step, text, length);
    buf_text(&step, " ...");
    copy = buf_failed(&step) ? str_make(NULL, 0)
                             : arena_str(arena, buf_view(&step));
    buf_done(&step);
    return copy;
}

static bool
copy_path(struct arena *arena, const struct search *search,
          struct samsyn_evidence *out, uint32_t block)
{
    const struct samsyn_document *document = search->document;
    uint32_t heading = document->blocks[block].heading;

    out->path_count = path_length(document, heading);
    out->path = arena_array(arena, out->path_count, sizeof *out->path);
    if (!out->path)
        return false;
    for (size_t i = out->path_count; i-- > 0;) {
        out->path[i] = copy_heading(arena, search, &document->blocks[heading]);
        if (!out->path[i].ptr)
            return false;
        heading = document->blocks[heading].heading;
    }
    return true;
}

static bool
copy_quote(struct arena *arena, const struct search *search,
           struct samsyn_evidence *out)
{
    struct buf quote;

    buf_init(&quote, &search->config->mem, BUF_ANY);
    document_quote(&quote, search->document, out->text_start, out->text_end);
    out->quote = arena_str(arena, buf_view(&quote));
    if (buf_failed(&quote))
        out->quote.ptr = NULL;
    buf_done(&quote);
    return out->quote.ptr != NULL;
}

/* The text without markup, the blocks of a row parted as a table shows them. */
static bool
copy_plain(struct arena *arena, const struct search *search,
           struct samsyn_evidence *out)
{
    const char *text = search->document->text.ptr;
    struct buf plain;

    buf_init(&plain, &search->config->mem, BUF_ANY);
    for (uint32_t i = out->text_start; i < out->text_end; i++) {
        const char *line = memchr(text + i, '\n', out->text_end - i);
        uint32_t end = line ? (uint32_t)(line - text) : out->text_end;

        buf_add(&plain, text + i, end - i);
        if (line)
            buf_text(&plain, " | ");
        i = end;
    }
    out->text = buf_failed(&plain) ? str_make(NULL, 0)
                                   : arena_str(arena, buf_view(&plain));
    buf_done(&plain);
    return out->text.ptr != NULL;
}

static bool
make_evidence(struct arena *arena, const struct search *search,
              const struct stretch *stretch, const char *rule, struct str note,
              struct samsyn_evidence *out)
{
    const struct samsyn_document *document = search->document;
    uint32_t block = document_block_of(document, stretch->word);
    struct document_point end;

    out->document = document_member_of(document, stretch->start) + 1;
    out->text_start = stretch->start;
    out->text_end = stretch->end;
    out->span = document_span(document, stretch->start, stretch->end);
    end = document_end(document, stretch->start, out->span);
    out->end_line = end.line;
    out->end_column = end.column;
    out->rule = str_of(rule);
    out->reason = str_of(reasons[stretch->refusal]);
    out->note = arena_str(arena, note);
    out->place = arena_str(arena, document->blocks[block].place);
    return out->note.ptr && out->place.ptr && copy_quote(arena, search, out) &&
           copy_plain(arena, search, out) &&
           copy_path(arena, search, out, block);
}

static bool
make_noted(struct arena *arena, const struct search *search,
           const struct vec *finds, const struct stretch *stretch,
           const char *rule, struct samsyn_evidence *out)
{
    struct buf note;
    bool good;

    buf_init(&note, &search->config->mem, BUF_ANY);
    note_stretch(&note, search, finds, stretch);
    good = !buf_failed(&note) &&
           make_evidence(arena, search, stretch, rule, buf_view(&note), out);
    buf_done(&note);
    return good;
}

static bool
make_list(struct arena *arena, const struct search *search,
          const struct vec *finds, const struct vec *stretches,
          const char *rule, struct evidence_list *out)
{
    struct samsyn_evidence *items =
        arena_array(arena, stretches->len, sizeof *items);

    if (!items)
        return false;
    for (size_t i = 0; i < stretches->len; i++) {
        if (!make_noted(arena, search, finds, vec_at(stretches, i), rule,
                        &items[i]))
            return false;
    }
    *out = (struct evidence_list){ items, stretches->len };
    return true;
}

static bool
account_finds(struct arena *arena, struct search *search,
              const struct vec *finds, const char *rule,
              struct evidence_list *out)
{
    struct vec stretches;
    bool good;

    vec_init(&stretches, &search->config->mem, sizeof(struct stretch));
    good = gather_stretches(search, finds, &stretches) &&
           make_list(arena, search, finds, &stretches, rule, out);
    vec_done(&stretches);
    return good;
}

bool
account_counted(struct arena *arena, struct search *search,
                struct samsyn_criterion *out, const char *rule)
{
    return account_finds(arena, search, &search->finds, rule,
                         &out->evidence[SAMSYN_EVIDENCE_COUNTED]);
}

static int
compare_starts(const void *a, const void *b)
{
    uint32_t left = *(const uint32_t *)a, right = *(const uint32_t *)b;

    return (left > right) - (left < right);
}

/* Where the stretches begin that counted, sorted.  False without memory. */
static bool
gather_starts(const struct search *search, struct vec *out)
{
    for (size_t i = 0; i < search->finds.len; i++) {
        uint32_t *slot = vec_push(out);

        if (!slot)
            return false;
        *slot = stretch_of(search->document, vec_at(&search->finds, i)).start;
    }
    if (out->len > 1)
        qsort(out->data, out->len, sizeof(uint32_t), compare_starts);
    return true;
}

/* Refused finds that stand in a stretch that counted are no news. */
static bool
drop_counted(struct search *search)
{
    struct find *finds = search->refused.data;
    struct vec starts;
    size_t kept = 0;
    bool good;

    vec_init(&starts, &search->config->mem, sizeof(uint32_t));
    good = gather_starts(search, &starts);
    for (size_t i = 0; good && i < search->refused.len; i++) {
        uint32_t start = stretch_of(search->document, &finds[i]).start;

        if (starts.len == 0 || !bsearch(&start, starts.data, starts.len,
                                        sizeof start, compare_starts))
            finds[kept++] = finds[i];
    }
    search->refused.len = kept;
    vec_done(&starts);
    return good;
}

bool
account_refused(struct arena *arena, struct search *search,
                struct samsyn_criterion *out, const char *rule)
{
    return drop_counted(search) &&
           account_finds(arena, search, &search->refused, rule,
                         &out->evidence[SAMSYN_EVIDENCE_REFUSED]);
}

/* What the nearest stretch still lacks. */
static void
note_missing(struct buf *out, const struct search *search)
{
    wish_of_parts(out, search->nearest.rule, search->nearest.missing,
                  search->config->lang);
}

bool
account_nearest(struct arena *arena, struct search *search,
                struct samsyn_criterion *out, const char *rule)
{
    struct evidence_list *list = &out->evidence[SAMSYN_EVIDENCE_NEAREST];
    struct find find = { .rule = search->nearest.rule };
    struct stretch stretch;
    struct buf note;
    bool good;

    if (!search->nearest.rule)
        return true;
    find.hit.first = search->nearest.place.first;
    find.hit.end = search->nearest.place.end;
    stretch = stretch_of(search->document, &find);
    list->items = arena_alloc(arena, sizeof *list->items);
    if (!list->items)
        return false;
    list->count = 1;
    buf_init(&note, &search->config->mem, BUF_ANY);
    note_missing(&note, search);
    good =
        !buf_failed(&note) && make_evidence(arena, search, &stretch, rule,
                                            buf_view(&note), &list->items[0]);
    buf_done(&note);
    return good;
}

/* ---- Areas and items ---- */

enum {
    EXTENT_MOST = 600 /* bytes of an area or item that are quoted */
};

/* An item whole, an area by its beginning: to the end of the last sentence
 * that is not too far on. */
static struct stretch
stretch_extent(const struct samsyn_document *document,
               const struct extent *extent)
{
    uint32_t sentence = document_sentence_of(document, extent->main.first);
    struct find find = { .hit = { extent->main.first, extent->main.first + 1,
                                  NO_CONCEPT } };
    struct stretch stretch = stretch_of(document, &find);
    uint32_t row =
        document->blocks[document_block_of(document, extent->main.first)].row;

    while (row == NO_INDEX && ++sentence < document->sentence_count &&
           document->sentences[sentence].word_first < extent->main.end &&
           document->sentences[sentence].end - stretch.start <= EXTENT_MOST)
        stretch.end = document->sentences[sentence].end;
    return stretch;
}

bool
account_extent(struct arena *arena, struct search *search,
               struct samsyn_evidence *out, const struct extent *extent,
               struct str note)
{
    struct stretch stretch = stretch_extent(search->document, extent);

    return make_evidence(arena, search, &stretch, "", note, out);
}

bool
account_unit(struct arena *arena, struct search *search,
             struct samsyn_evidence *out, const struct extent *extent,
             const struct rule *rule)
{
    struct buf note;
    bool good;

    buf_init(&note, &search->config->mem, BUF_ANY);
    if (search->nearest.rule)
        note_missing(&note, search);
    else
        wish_of(&note, rule, search->config->lang);
    good = !buf_failed(&note) &&
           account_extent(arena, search, out, extent, buf_view(&note));
    out->rule = STR("met");
    buf_done(&note);
    return good;
}

bool
account_place(struct arena *arena, const struct search *search, uint32_t word,
              const char *rule, struct samsyn_evidence *out)
{
    const struct find find = { .hit = { word, word + 1, NO_CONCEPT } };
    struct stretch stretch = stretch_of(search->document, &find);

    return make_evidence(arena, search, &stretch, rule, STR(""), out);
}
