/* SPDX-License-Identifier: MIT */
/* A file of answers to fill in, in YAML: the questions that are open, each
 * with what the machine has to say of it and the places that it found, as
 * comments, and a key that says that nobody has answered yet.
 *
 * The file is read again, so nothing that a document holds may end a comment
 * or a text: what YAML takes for the end of a line, and what it does not take
 * at all, becomes U+FFFD or a blank. */

#include "report/report.h"
#include "report/words.h"

#include <string.h>

#include "base/utf8.h"

enum {
    IN_ENTRY = 4,   /* keys of a document */
    IN_ANSWERS = 6, /* ids of criteria */
    IN_ANSWER = 8   /* keys of an answer */
};

#define REPLACEMENT 0xFFFD

/* Ends of lines in YAML, and a byte order mark, which it refuses. */
static bool
yaml_refuses(uint32_t code)
{
    return page_refuses(code) || code == 0x2028 || code == 0x2029 ||
           code == 0xFEFF;
}

static void
put_indent(struct buf *out, size_t indent)
{
    for (size_t i = 0; i < indent; i++)
        buf_char(out, ' ');
}

/* A text on one line, as it is in a comment. */
static void
put_safe(struct buf *out, struct str text)
{
    size_t size;

    for (size_t i = 0; i < text.len; i += size) {
        uint32_t code = utf8_decode(text.ptr + i, text.len - i, &size);

        buf_code(out, yaml_refuses(code) ? REPLACEMENT : code);
    }
}

/* ---- Comments ---- */

/* What the page's line holds, set in lines that each begin with '#'. */
static void
put_comment(struct page *page, size_t indent)
{
    struct buf *out = page->out;
    struct buf set;
    struct str rest;

    buf_init(&set, &out->mem, out->max);
    page->out = &set;
    page_put(page, 0, 2);
    page->out = out;
    rest = buf_view(&set);
    while (rest.len > 0) {
        const char *end = memchr(rest.ptr, '\n', rest.len);
        size_t length = end ? (size_t)(end - rest.ptr) : rest.len;

        put_indent(out, indent);
        buf_text(out, "# ");
        put_safe(out, str_make(rest.ptr, length));
        buf_char(out, '\n');
        length += end != NULL;
        rest = str_make(rest.ptr + length, rest.len - length);
    }
    out->failed = out->failed || buf_failed(&set);
    buf_done(&set);
}

static void
comment(struct page *page, size_t indent, enum message sentence)
{
    page_add(page, sentence, NULL, NULL);
    put_comment(page, indent);
}

/* ---- Keys ---- */

static void
put_key(struct page *page, size_t indent, const char *key)
{
    put_indent(page->out, indent);
    buf_text(page->out, key);
    buf_text(page->out, ":");
}

static void
put_quoted(struct buf *out, struct str text)
{
    size_t size;

    buf_text(out, "\"");
    for (size_t i = 0; i < text.len; i += size) {
        uint32_t code = utf8_decode(text.ptr + i, text.len - i, &size);

        if (code == '"' || code == '\\')
            buf_char(out, '\\');
        buf_code(out, yaml_refuses(code) ? REPLACEMENT : code);
    }
    buf_text(out, "\"");
}

static void
put_pair(struct page *page, size_t indent, const char *key, const char *text)
{
    put_key(page, indent, key);
    buf_char(page->out, ' ');
    put_quoted(page->out, str_of(text));
    buf_char(page->out, '\n');
}

/* ---- A question ---- */

static void
put_title(struct page *page, const samsyn_criterion *criterion)
{
    page_text(page, samsyn_criterion_text(criterion, SAMSYN_CRITERION_TITLE));
    words_code(
        page, criterion,
        words_weight(samsyn_criterion_text(criterion, SAMSYN_CRITERION_WEIGHT),
                     page->lang));
    put_comment(page, IN_ANSWERS);
}

static void
put_text(struct page *page, enum message sentence, const char *text)
{
    if (!*text)
        return;
    page_add(page, sentence, text, NULL);
    put_comment(page, IN_ANSWERS);
}

/* What the machine has to say: why it is open, and what it would say. */
static void
put_machine(struct page *page, const samsyn_criterion *criterion)
{
    samsyn_verdict verdict = samsyn_criterion_verdict(criterion);
    int suggestion = samsyn_criterion_suggestion(criterion);
    const char *reason =
        samsyn_criterion_text(criterion, SAMSYN_CRITERION_REASON);

    if (*reason)
        put_text(page, MSG_REPORT_BECAUSE, words_open(reason, page->lang));
    if (verdict == SAMSYN_VERDICT_REFERRED)
        put_text(page, MSG_REPORT_VERDICT,
                 words_found((int)verdict, page->lang));
    if (suggestion)
        put_text(page, MSG_REPORT_SUGGESTION,
                 words_found(suggestion, page->lang));
    if (samsyn_criterion_certainty(criterion) == SAMSYN_DOUBTFUL)
        put_text(
            page, MSG_ANSWERS_DOUBTFUL,
            words_found(suggestion ? suggestion : (int)verdict, page->lang));
}

static size_t
put_places(struct page *page, const samsyn_criterion *criterion,
           samsyn_evidence_kind kind, enum message title)
{
    size_t count = samsyn_criterion_evidence_count(criterion, kind);

    if (count > 0)
        comment(page, IN_ANSWERS, title);
    for (size_t i = 0; i < count; i++) {
        page_text(page, "- ");
        words_stretch(page, samsyn_criterion_evidence_at(criterion, kind, i),
                      WORDS_BRIEF);
        put_comment(page, IN_ANSWERS);
    }
    return count;
}

static void
put_question(struct page *page, const samsyn_criterion *criterion)
{
    buf_char(page->out, '\n');
    put_title(page, criterion);
    put_text(page, MSG_REPORT_QUESTION,
             samsyn_criterion_text(criterion, SAMSYN_CRITERION_QUESTION));
    put_machine(page, criterion);
    if (put_places(page, criterion, SAMSYN_EVIDENCE_COUNTED,
                   MSG_ANSWERS_FOUND) == 0 &&
        put_places(page, criterion, SAMSYN_EVIDENCE_NEAREST,
                   MSG_REPORT_NEAREST) == 0)
        comment(page, IN_ANSWERS, MSG_ANSWERS_NOTHING);
    put_key(page, IN_ANSWERS,
            samsyn_criterion_text(criterion, SAMSYN_CRITERION_ID));
    buf_char(page->out, '\n');
    put_key(page, IN_ANSWER, "verdict");
    buf_text(page->out, " open\n");
    comment(page, IN_ANSWER, MSG_ANSWERS_REASON);
}

/* ---- A document ---- */

/* Undecided ones, and those where the machine did say something. */
static bool
is_undecided(const samsyn_criterion *criterion)
{
    samsyn_verdict verdict = samsyn_criterion_verdict(criterion);

    return verdict == SAMSYN_VERDICT_NEEDS_REVIEW ||
           verdict == SAMSYN_VERDICT_REFERRED;
}

static bool
is_doubtful(const samsyn_criterion *criterion)
{
    return samsyn_criterion_is_open(criterion) && !is_undecided(criterion);
}

static size_t
count_chosen(const struct page *page,
             bool (*chosen)(const samsyn_criterion *criterion))
{
    size_t count = 0;

    for (size_t i = 0; i < samsyn_assessment_criterion_count(page->assessment);
         i++)
        count += chosen(samsyn_assessment_criterion_at(page->assessment, i));
    return count;
}

static void
put_chosen(struct page *page, bool (*chosen)(const samsyn_criterion *criterion))
{
    for (size_t i = 0; i < samsyn_assessment_criterion_count(page->assessment);
         i++) {
        const samsyn_criterion *criterion =
            samsyn_assessment_criterion_at(page->assessment, i);

        if (chosen(criterion))
            put_question(page, criterion);
    }
}

static void
put_questions(struct page *page)
{
    size_t doubtful = count_chosen(page, is_doubtful);

    put_key(page, IN_ENTRY, "answers");
    if (doubtful + count_chosen(page, is_undecided) == 0) {
        buf_text(page->out, " {}\n");
        comment(page, IN_ENTRY, MSG_ANSWERS_NONE);
        return;
    }
    buf_char(page->out, '\n');
    put_chosen(page, is_undecided);
    if (doubtful > 0) {
        buf_char(page->out, '\n');
        comment(page, IN_ANSWERS, MSG_ANSWERS_REST);
    }
    put_chosen(page, is_doubtful);
}

/* How a waiver is written, for who needs one. */
static void
put_waivers(struct page *page)
{
    static const struct {
        const char *before;
        enum message line;
    } rows[] = {
        { "  ", MSG_ANSWERS_WAIVER_ID },   { "    ", MSG_ANSWERS_REASON },
        { "    ", MSG_ANSWERS_WAIVER_BY }, { "    ", MSG_ANSWERS_WAIVER_UNTIL },
        { "    ", MSG_ANSWERS_WAIVER_AS },
    };

    buf_char(page->out, '\n');
    comment(page, IN_ENTRY, MSG_ANSWERS_WAIVERS);
    buf_text(page->out, "    # waivers:\n");
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        buf_text(page->out, "    # ");
        buf_text(page->out, rows[i].before);
        buf_text(page->out, message_text(rows[i].line, page->lang));
        buf_char(page->out, '\n');
    }
}

static void
put_annexes(struct page *page)
{
    size_t count = samsyn_assessment_document_count(page->assessment);

    if (count < 2)
        return;
    put_key(page, IN_ENTRY, "annexes");
    buf_char(page->out, '\n');
    for (size_t i = 1; i < count; i++) {
        buf_text(page->out, "      - ");
        put_quoted(page->out,
                   str_of(samsyn_assessment_document_text(
                       page->assessment, i, SAMSYN_DOCUMENT_DIGEST)));
        buf_char(page->out, '\n');
    }
}

/* Of a file with several parts, the numbers of those that were assessed. */
static void
put_parts(struct page *page)
{
    const samsyn_assessment *assessment = page->assessment;
    size_t count = samsyn_assessment_part_count(assessment, 0);

    if (count < 2)
        return;
    put_key(page, IN_ENTRY, "parts");
    buf_char(page->out, '\n');
    for (size_t i = 0; i < count; i++) {
        if (!samsyn_assessment_part_is_assessed(assessment, 0, i))
            continue;
        buf_text(page->out, "      - ");
        buf_int(page->out, (int64_t)i + 1);
        buf_char(page->out, '\n');
    }
}

static void
put_document(struct page *page)
{
    const samsyn_assessment *assessment = page->assessment;

    put_pair(
        page, 2, "- name",
        samsyn_assessment_text(assessment, SAMSYN_ASSESSMENT_DOCUMENT_NAME));
    comment(page, IN_ENTRY, MSG_ANSWERS_CHANGED);
    put_pair(
        page, IN_ENTRY, "digest",
        samsyn_assessment_text(assessment, SAMSYN_ASSESSMENT_DOCUMENT_DIGEST));
    put_annexes(page);
    put_parts(page);
    put_pair(
        page, IN_ENTRY, "checklist",
        samsyn_assessment_text(assessment, SAMSYN_ASSESSMENT_CHECKLIST_ID));
    put_pair(page, IN_ENTRY, "version",
             samsyn_assessment_text(assessment,
                                    SAMSYN_ASSESSMENT_CHECKLIST_VERSION));
    put_questions(page);
    put_waivers(page);
}

void
report_answers_element(struct buf *out, const samsyn_assessment *assessment)
{
    struct page page;

    page_init(&page, out, assessment);
    buf_char(out, '\n');
    put_document(&page);
    page_done(&page);
}

void
report_answers(struct buf *out, const samsyn_assessment *assessment)
{
    static const enum message lines[] = { MSG_ANSWERS_BY, MSG_ANSWERS_DATE };
    struct page page;

    page_init(&page, out, assessment);
    comment(&page, 0, MSG_ANSWERS_HEAD);
    buf_text(out, "#\n");
    comment(&page, 0, MSG_ANSWERS_HEAD_USE);
    buf_char(out, '\n');
    comment(&page, 0, MSG_ANSWERS_HEAD_BY);
    for (size_t i = 0; i < ARRAY_LEN(lines); i++)
        comment(&page, 0, lines[i]);
    buf_text(out, "\ndocuments:\n");
    put_document(&page);
    page_done(&page);
}
