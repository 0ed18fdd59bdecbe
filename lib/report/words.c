/* SPDX-License-Identifier: MIT */
/* Words for what the assessment says with names and numbers.
 *
 * Names come from closed lists of samsyn.h; each list is a table here.  A
 * name that a newer library adds is shown as it is, so nothing is hidden. */

#include "report/words.h"

#include <string.h>

#include "base/utf8.h"

static const struct verdict_words verdicts[] = {
    { SAMSYN_VERDICT_MET, "[x]", MSG_REPORT_MET, MSG_SAID_MET,
      MSG_REPORT_WORTH_MET, MSG_HTML_MET_WORD },
    { SAMSYN_VERDICT_PARTLY, "[~]", MSG_REPORT_PARTLY, MSG_SAID_PARTLY,
      MSG_REPORT_WORTH_PARTLY, MSG_HTML_PARTLY_WORD },
    { SAMSYN_VERDICT_NOT_MET, "[ ]", MSG_REPORT_NOT_MET, MSG_SAID_NOT_MET,
      MSG_REPORT_WORTH_NOT_MET, MSG_HTML_NOT_MET_WORD },
    { SAMSYN_VERDICT_REFERRED, "[>]", MSG_REPORT_REFERRED, MSG_REPORT_REFERRED,
      MSG_REPORT_WORTH_OPEN, MSG_HTML_REFERRED_WORD },
    { SAMSYN_VERDICT_NOT_APPLICABLE, "[-]", MSG_REPORT_NOT_APPLICABLE,
      MSG_REPORT_NOT_APPLICABLE, MSG_REPORT_WORTH_NONE, MSG_HTML_NONE_WORD },
    { SAMSYN_VERDICT_NEEDS_REVIEW, "[?]", MSG_REPORT_NEEDS_REVIEW,
      MSG_REPORT_NEEDS_REVIEW, MSG_REPORT_WORTH_OPEN, MSG_HTML_REVIEW_WORD },
};

struct name_words {
    const char *name;
    enum message words;
};

static const struct name_words weights[] = {
    { "must", MSG_REPORT_WEIGHT_MUST },
    { "should", MSG_REPORT_WEIGHT_SHOULD },
    { "nice", MSG_REPORT_WEIGHT_NICE },
};

static const struct name_words open_reasons[] = {
    { "person", MSG_REPORT_REASON_PERSON },
    { "limit", MSG_REPORT_REASON_LIMIT },
    { "date", MSG_REPORT_REASON_DATE },
    { "untaught", MSG_REPORT_REASON_UNTAUGHT },
};

static const struct name_words bases[] = {
    { "validity", MSG_REPORT_BASIS_VALIDITY },
    { "signing", MSG_REPORT_BASIS_SIGNING },
    { "newest", MSG_REPORT_BASIS_NEWEST },
};

static const struct name_words refusals[] = {
    { "negated", MSG_REPORT_REFUSED_NEGATED },
    { "hedged", MSG_REPORT_REFUSED_HEDGED },
    { "heading", MSG_REPORT_REFUSED_HEADING },
    { "contents", MSG_REPORT_REFUSED_CONTENTS },
    { "furniture", MSG_REPORT_REFUSED_FURNITURE },
    { "placeholder", MSG_REPORT_REFUSED_PLACEHOLDER },
    { "tense", MSG_REPORT_REFUSED_TENSE },
    { "other", MSG_REPORT_REFUSED_OTHER },
};

const struct verdict_words *
words_verdict(samsyn_verdict verdict)
{
    const struct verdict_words *row = verdicts;

    while (row != &verdicts[ARRAY_LEN(verdicts) - 1] && row->verdict != verdict)
        row++;
    return row;
}

const char *
words_said(int verdict, samsyn_lang lang)
{
    return message_text(words_verdict((samsyn_verdict)verdict)->said, lang);
}

const char *
words_effect(int effect, samsyn_lang lang)
{
    static const enum message effects[] = {
        [SAMSYN_EFFECT_UNCHANGED] = MSG_PERSON_UNCHANGED,
        [SAMSYN_EFFECT_NOT_APPLICABLE] = MSG_PERSON_NOT_APPLICABLE,
        [SAMSYN_EFFECT_MET] = MSG_PERSON_MET,
    };

    if (effect <= 0 || (size_t)effect >= ARRAY_LEN(effects))
        return "";
    return message_text(effects[effect], lang);
}

const char *
words_found(int verdict, samsyn_lang lang)
{
    return message_text(words_verdict((samsyn_verdict)verdict)->found, lang);
}

const char *
words_last_part(const char *name)
{
    const char *last = name;

    for (const char *at = name; *at; at++) {
        if ((*at == '/' || *at == '\\') && at[1])
            last = at + 1;
    }
    return last;
}

const char *
words_file_name(const samsyn_assessment *assessment)
{
    return words_last_part(
        samsyn_assessment_text(assessment, SAMSYN_ASSESSMENT_DOCUMENT_NAME));
}

static const struct name_words asked_of[] = {
    { "promise", MSG_ASSESS_PROMISES },
    { "measure", MSG_ASSESS_MEASURES },
    { "goal", MSG_ASSESS_GOALS },
    { "focus", MSG_ASSESS_AREAS },
};

static const struct name_words asked_of_one[] = {
    { "promise", MSG_ASSESS_A_PROMISE },
    { "measure", MSG_ASSESS_A_MEASURE },
    { "goal", MSG_ASSESS_A_GOAL },
    { "focus", MSG_ASSESS_AN_AREA },
};

static const struct name_words certainties[] = {
    { "certain", MSG_HTML_CERTAIN },
    { "likely", MSG_HTML_LIKELY },
    { "doubtful", MSG_HTML_DOUBTFUL },
};

static const char *
words_of(const struct name_words *rows, size_t count, const char *name,
         samsyn_lang lang)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(rows[i].name, name) == 0)
            return message_text(rows[i].words, lang);
    }
    return name;
}

const char *
words_weight(const char *name, samsyn_lang lang)
{
    return words_of(weights, ARRAY_LEN(weights), name, lang);
}

const char *
words_asked_of(const char *name, int64_t count, samsyn_lang lang)
{
    return words_of(count == 1 ? asked_of_one : asked_of, ARRAY_LEN(asked_of),
                    name, lang);
}

const char *
words_open(const char *reason, samsyn_lang lang)
{
    return words_of(open_reasons, ARRAY_LEN(open_reasons), reason, lang);
}

const char *
words_basis(const char *basis, samsyn_lang lang)
{
    return words_of(bases, ARRAY_LEN(bases), basis, lang);
}

const char *
words_refused(const char *reason, samsyn_lang lang)
{
    return words_of(refusals, ARRAY_LEN(refusals), reason, lang);
}

const char *
words_certainty(samsyn_certainty certainty, samsyn_lang lang)
{
    const char *name = samsyn_certainty_name(certainty);

    return name ? words_of(certainties, ARRAY_LEN(certainties), name, lang)
                : "";
}

/* The digits of a number, at least @p least of them. */
static char *
put_digits(char *end, uint64_t number, size_t least)
{
    char digits[20];
    size_t count = 0;

    while (number > 0 || count < least) {
        digits[count++] = (char)('0' + number % 10);
        number /= 10;
    }
    while (count > 0)
        *end++ = digits[--count];
    *end = '\0';
    return end;
}

/* The number without its sign, which is put out. */
static uint64_t
put_sign(char **end, int64_t number)
{
    if (number >= 0)
        return (uint64_t)number;
    *(*end)++ = '-';
    return 0 - (uint64_t)number;
}

const char *
words_number(char out[WORDS_NUMBER], int64_t number)
{
    char *end = out;
    uint64_t size = put_sign(&end, number);

    put_digits(end, size, 1);
    return out;
}

const char *
words_points(char out[WORDS_NUMBER], int64_t thousandths, samsyn_lang lang)
{
    char *end = out;
    uint64_t size = put_sign(&end, thousandths);

    end = put_digits(end, size / 1000, 1);
    if (size % 1000 == 0)
        return out;
    *end++ = lang == SAMSYN_LANG_EN ? '.' : ',';
    end = put_digits(end, size % 1000, 3);
    while (end[-1] == '0')
        *--end = '\0';
    return out;
}

void
words_beside(struct page *page, const char *code, const char *beside)
{
    if (*code && *beside)
        page_add(page, MSG_REPORT_CRITERION_CODE, code, beside);
    else if (*code || *beside)
        page_add(page, MSG_REPORT_CRITERION_NO_CODE, *code ? code : beside,
                 NULL);
}

void
words_code(struct page *page, const samsyn_criterion *criterion,
           const char *beside)
{
    words_beside(page, samsyn_criterion_text(criterion, SAMSYN_CRITERION_CODE),
                 beside);
}

void
words_doubt(struct page *page, const samsyn_criterion *criterion)
{
    words_code(
        page, criterion,
        words_weight(samsyn_criterion_text(criterion, SAMSYN_CRITERION_WEIGHT),
                     page->lang));
    page_add(
        page, MSG_REPORT_CHECK,
        words_found((int)samsyn_criterion_verdict(criterion), page->lang),
        words_certainty((samsyn_certainty)samsyn_criterion_certainty(criterion),
                        page->lang));
}

bool
words_is_must(const samsyn_criterion *criterion)
{
    return strcmp(samsyn_criterion_text(criterion, SAMSYN_CRITERION_WEIGHT),
                  "must") == 0;
}

const samsyn_criterion *
words_next(const samsyn_assessment *assessment, size_t area, size_t *index)
{
    const char *id = samsyn_assessment_area_id(assessment, area);
    const samsyn_criterion *criterion;

    while ((criterion = samsyn_assessment_criterion_at(assessment, *index)) &&
           strcmp(samsyn_criterion_text(criterion, SAMSYN_CRITERION_AREA),
                  id) != 0)
        ++*index;
    return criterion;
}

/* Where a text is cut to @p most code points: before the word that does not
 * fit; its length where all of it fits. */
static size_t
cut_at(const char *text, size_t length, size_t most)
{
    size_t count = 0;
    size_t blank = 0;
    size_t size;

    for (size_t i = 0; i < length; i += size) {
        if (text[i] == ' ')
            blank = i;
        if (count++ == most)
            return blank ? blank : i;
        (void)utf8_decode(text + i, length - i, &size);
    }
    return length;
}

/* A sentence with a text that was put together; ends the text. */
static void
add_made(struct page *page, enum message sentence, struct buf *text)
{
    page_add(page, sentence, buf_view(text).ptr, NULL);
    if (buf_failed(text))
        page->out->failed = true;
    buf_done(text);
}

static void
add_quote(struct page *page, const char *quote, enum words_measure measure)
{
    size_t length = strlen(quote);
    size_t most = measure == WORDS_SHORT ? WORDS_QUOTE / 2 : WORDS_QUOTE;
    size_t end = measure == WORDS_WHOLE ? length : cut_at(quote, length, most);
    struct buf text;

    buf_init(&text, &page->out->mem, page->out->max);
    buf_add(&text, quote, end);
    if (end < length)
        buf_text(&text, " …");
    add_made(page, MSG_REPORT_QUOTE, &text);
}

static void
add_path(struct page *page, const samsyn_evidence *evidence,
         enum words_measure measure)
{
    size_t count = samsyn_evidence_path_count(evidence);
    size_t first = measure == WORDS_BRIEF && count > 0 ? count - 1 : 0;
    struct buf path;

    if (count == 0 || measure == WORDS_SHORT)
        return;
    buf_init(&path, &page->out->mem, page->out->max);
    for (size_t i = first; i < count; i++) {
        buf_text(&path, i > first ? " > " : "");
        buf_text(&path, samsyn_evidence_path_at(evidence, i));
    }
    add_made(page, MSG_REPORT_UNDER, &path);
}

void
words_document(struct page *page, size_t number)
{
    if (number > 1)
        page_add(page, MSG_REPORT_OF,
                 samsyn_assessment_document_text(page->assessment, number - 1,
                                                 SAMSYN_DOCUMENT_NAME),
                 NULL);
}

bool
words_line(struct page *page, const samsyn_evidence *evidence)
{
    size_t line = samsyn_evidence_span(evidence).line;
    const char *place = samsyn_evidence_place(evidence);
    char number[WORDS_NUMBER];

    if (line > 0)
        page_add(page, MSG_REPORT_LINE, words_number(number, (int64_t)line),
                 NULL);
    else
        page_text(page, place);
    return line > 0 || *place;
}

void
words_around(struct page *page, const samsyn_evidence *evidence,
             enum words_measure measure)
{
    words_document(page, samsyn_evidence_document(evidence));
    add_path(page, evidence, measure);
}

void
words_stretch(struct page *page, const samsyn_evidence *evidence,
              enum words_measure measure)
{
    const char *quote = samsyn_evidence_text(evidence);
    bool quoted = *quote || samsyn_assessment_has_quotes(page->assessment);

    if (words_line(page, evidence)) {
        words_around(page, evidence, measure);
        if (quoted)
            page_add(page, MSG_REPORT_PLACE_ENDS, NULL, NULL);
    }
    if (quoted)
        add_quote(page, quote, measure);
}
