/* SPDX-License-Identifier: MIT */

/* What libyaml's complaints mean to a person.
 *
 * libyaml says what its grammar missed ("did not find expected key"), and
 * often where it noticed rather than where the mistake is.  The table below
 * knows its complaints by the beginning of their texts (version 0.2.5; a text
 * that is not known is shown as it is) and says what was probably meant, at
 * the place where it is to be mended. */

#include "base/yaml_inner.h"

#include "base/utf8.h"

/* How much of the text from the place on is meant. */
enum extent {
    EXTENT_CHAR,
    EXTENT_WORD, /* up to a blank */
    EXTENT_LINE  /* up to the line's end */
};

struct rule {
    const char *problem, *context; /* beginnings; "" fits all */
    enum diag_code code;
    bool at_context;
    enum extent extent;
};

/* The first that fits is taken. */
static const struct rule rules[] = {
    { "found a tab character", "", DIAG_YAML_TAB, false, EXTENT_CHAR },
    { "found character that cannot start any token", "", DIAG_YAML_MARK, false,
      EXTENT_CHAR },
    { "found unexpected", "while scanning a quoted", DIAG_YAML_QUOTE, true,
      EXTENT_CHAR },
    { "", "while parsing a quoted", DIAG_YAML_ESCAPE, false, EXTENT_WORD },
    { "mapping values are not allowed", "", DIAG_YAML_COLON, false,
      EXTENT_CHAR },
    { "mapping keys are not allowed", "", DIAG_YAML_MARK, false, EXTENT_CHAR },
    { "could not find expected ':'", "", DIAG_YAML_NO_COLON, true,
      EXTENT_LINE },
    { "block sequence entries", "", DIAG_YAML_DASH, false, EXTENT_LINE },
    { "", "while scanning a directive", DIAG_YAML_VERSION, true, EXTENT_LINE },
    { "", "while scanning a %", DIAG_YAML_VERSION, true, EXTENT_LINE },
    { "found incompatible YAML", "", DIAG_YAML_VERSION, false, EXTENT_LINE },
    { "found duplicate %", "", DIAG_YAML_VERSION, false, EXTENT_LINE },
    { "found undefined tag handle", "", DIAG_YAML_TAG, false, EXTENT_WORD },
    { "", "while scanning a tag", DIAG_YAML_TAG, true, EXTENT_WORD },
    { "", "while parsing a tag", DIAG_YAML_TAG, true, EXTENT_WORD },
    { "", "while scanning an a", DIAG_YAML_MARK, true, EXTENT_CHAR },
    { "", "while scanning a block scalar", DIAG_YAML_MARK, true, EXTENT_CHAR },
    { "did not find expected ','", "", DIAG_YAML_BRACKET, true, EXTENT_CHAR },
    { "did not find expected node content", "", DIAG_YAML_MARK, false,
      EXTENT_CHAR },
    { "did not find expected key", "", DIAG_YAML_INDENT, false, EXTENT_LINE },
    { "did not find expected '-'", "", DIAG_YAML_INDENT, false, EXTENT_LINE },
    { "did not find expected <document start>", "", DIAG_YAML_INDENT, false,
      EXTENT_LINE },
    { "", "", DIAG_YAML_SYNTAX, false, EXTENT_LINE },
};

/* A diagnostic in the making. */
struct finding {
    enum diag_code code;
    size_t at;
    enum extent extent;
};

static bool
fits(const struct rule *rule, const struct yaml_trouble *trouble)
{
    return str_starts(str_of(trouble->problem), str_of(rule->problem)) &&
           str_starts(str_of(trouble->context), str_of(rule->context));
}

static bool
is_break(char c)
{
    return c == '\n' || c == '\r';
}

/* Where the line of @p at begins, after its blanks. */
static size_t
line_start(struct str text, size_t at)
{
    size_t start = at < text.len ? at : text.len;

    while (start && !is_break(text.ptr[start - 1]))
        start--;
    while (start < at && (text.ptr[start] == ' ' || text.ptr[start] == '\t'))
        start++;
    return start;
}

static bool
has_break(struct str text, size_t start, size_t end)
{
    while (start < end && !is_break(text.ptr[start]))
        start++;
    return start < end;
}

/* Text that goes on after a value, rather than a line out of place.  Where
 * the value is a quote over several lines, the quote was not meant to be so
 * long. */
static void
refine_indent(struct finding *finding, struct str text,
              const struct yaml_trouble *trouble)
{
    if (line_start(text, finding->at) == finding->at)
        return;
    finding->code = DIAG_YAML_AFTER;
    if (trouble->quote_start == SAMSYN_NONE)
        return;
    if (has_break(text, trouble->quote_start, trouble->quote_end) &&
        !has_break(text, trouble->quote_end, finding->at)) {
        finding->code = DIAG_YAML_QUOTE;
        finding->at = trouble->quote_start;
        finding->extent = EXTENT_CHAR;
    }
}

/* A character that cannot begin a text may be a tab, or the end of the file
 * inside an open bracket. */
static void
refine_mark(struct finding *finding, struct str text,
            const struct yaml_trouble *trouble)
{
    if (finding->at >= text.len && trouble->bracket != SAMSYN_NONE) {
        finding->code = DIAG_YAML_BRACKET;
        finding->at = trouble->bracket;
    } else if (finding->at >= text.len || is_break(text.ptr[finding->at])) {
        finding->code = DIAG_YAML_SYNTAX;
    } else if (text.ptr[finding->at] == '\t') {
        finding->code = DIAG_YAML_TAB;
    }
}

static struct finding
judge(const struct yaml_trouble *trouble, struct str text)
{
    const struct rule *rule = rules;

    while (!fits(rule, trouble))
        rule++;
    struct finding finding = {
        .code = rule->code,
        .at = rule->at_context ? trouble->context_at : trouble->problem_at,
        .extent = rule->extent,
    };
    if (finding.code == DIAG_YAML_INDENT)
        refine_indent(&finding, text, trouble);
    else if (finding.code == DIAG_YAML_MARK)
        refine_mark(&finding, text, trouble);
    return finding;
}

static size_t
extent_end(struct str text, size_t at, enum extent extent)
{
    size_t size = 0;

    if (at >= text.len)
        return text.len;
    if (extent == EXTENT_CHAR) {
        (void)utf8_decode(text.ptr + at, text.len - at, &size);
        return at + size;
    }
    while (at < text.len && !is_break(text.ptr[at]) &&
           (extent == EXTENT_LINE || text.ptr[at] != ' '))
        at++;
    while (at && text.ptr[at - 1] == ' ')
        at--;
    return at;
}

/* A character that no text has. */
static bool
explain_control(struct yaml_report *report, size_t at)
{
    static const char digits[] = "0123456789ABCDEF";
    struct str text = report->source->text;
    char name[] = "U+0000";
    size_t size;
    uint32_t code = utf8_decode(text.ptr + at, text.len - at, &size);

    for (size_t i = 0; i < 4; i++)
        name[5 - i] = digits[code >> (4 * i) & 15];
    return yaml_say(report, DIAG_YAML_CONTROL, at, at + size, str_of(name));
}

/* Bytes that are no text: libyaml may point past the first. */
static bool
explain_bytes(struct yaml_report *report, const struct yaml_trouble *trouble)
{
    struct str text = report->source->text, none = { NULL, 0 };
    size_t at = utf8_valid(text.ptr, text.len);

    if (at < text.len && at <= trouble->problem_at)
        return yaml_say(report, DIAG_YAML_UTF8, at, at + 1, none);
    at = trouble->problem_at;
    return explain_control(report, at < text.len ? at : text.len);
}

bool
yaml_explain(struct yaml_report *report, const struct yaml_trouble *trouble)
{
    struct str text = report->source->text, arg;

    report->refused = true;
    if (trouble->decoding)
        return explain_bytes(report, trouble);

    struct finding finding = judge(trouble, text);
    size_t start = line_start(text, finding.at);
    if (yaml_is_odd_indent(text, start))
        return yaml_say_indent(report, start);
    size_t end = extent_end(text, finding.at, finding.extent);
    if (finding.code == DIAG_YAML_SYNTAX)
        arg = str_of(trouble->problem);
    else
        arg = str_make(text.ptr + finding.at, end - finding.at);
    return yaml_say(report, finding.code, finding.at, end, arg);
}
