/* SPDX-License-Identifier: MIT */

/* Regular expressions, by PCRE2.
 *
 * A pattern never changes once compiled and is shared by threads; what a
 * search writes to lives in a scan, one a thread.  PCRE2's compiler to machine
 * code is not used: it reaches its limits on other texts than the interpreter
 * does, and a score must not depend on that.
 *
 * Text is not checked again for each search; samsyn checks it once on its way
 * in.  A search that a limit cut short says so: it is no "not found".  Memory
 * comes from the hooks, PCRE2's own too. */

#include "base/pattern.h"

#include <string.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "base/pattern_check.h"
#include "base/pattern_needs.h"
#include "base/utf8.h"

#define LONGEST 4096 /* bytes of an expression; messages name both */
#define DEEPEST 50   /* parentheses inside each other */
#define HEAP_KIB 20480

struct pattern {
    samsyn_allocator mem; /* PCRE2 keeps a pointer to it */
    pcre2_general_context *hooks;
    pcre2_code *code;
    char needs; /* a character of every match; '\0' where none is known */
};

struct pattern_scan {
    samsyn_allocator mem;
    pcre2_general_context *hooks;
    pcre2_match_context *limits;
    pcre2_match_data *match;
};

static void *
hook_alloc(PCRE2_SIZE size, void *user)
{
    return mem_resize(user, NULL, 0, size);
}

static void
hook_free(void *block, void *user)
{
    mem_free(user, block);
}

/* PCRE2's errors that people make; others keep PCRE2's own words. */
static const struct reason {
    int code;
    enum message text;
} reasons[] = {
    { PCRE2_ERROR_END_BACKSLASH, MSG_PATTERN_BACKSLASH },
    { PCRE2_ERROR_UNKNOWN_ESCAPE, MSG_PATTERN_ESCAPE },
    { PCRE2_ERROR_ESCAPE_INVALID_IN_CLASS, MSG_PATTERN_ESCAPE },
    { PCRE2_ERROR_UNSUPPORTED_ESCAPE_SEQUENCE, MSG_PATTERN_ESCAPE },
    { PCRE2_ERROR_QUANTIFIER_OUT_OF_ORDER, MSG_PATTERN_COUNT },
    { PCRE2_ERROR_QUANTIFIER_TOO_BIG, MSG_PATTERN_COUNT },
    { PCRE2_ERROR_QUANTIFIER_INVALID, MSG_PATTERN_REPEAT },
    { PCRE2_ERROR_MISSING_SQUARE_BRACKET, MSG_PATTERN_CLASS_OPEN },
    { PCRE2_ERROR_CLASS_RANGE_ORDER, MSG_PATTERN_CLASS_RANGE },
    { PCRE2_ERROR_CLASS_INVALID_RANGE, MSG_PATTERN_CLASS_RANGE },
    { PCRE2_ERROR_UNKNOWN_POSIX_CLASS, MSG_PATTERN_CLASS_NAME },
    { PCRE2_ERROR_MALFORMED_UNICODE_PROPERTY, MSG_PATTERN_CLASS_NAME },
    { PCRE2_ERROR_UNKNOWN_UNICODE_PROPERTY, MSG_PATTERN_CLASS_NAME },
    { PCRE2_ERROR_MISSING_CLOSING_PARENTHESIS, MSG_PATTERN_GROUP_OPEN },
    { PCRE2_ERROR_UNMATCHED_CLOSING_PARENTHESIS, MSG_PATTERN_GROUP_CLOSED },
    { PCRE2_ERROR_INVALID_AFTER_PARENS_QUERY, MSG_PATTERN_GROUP_SIGN },
    { PCRE2_ERROR_BAD_SUBPATTERN_REFERENCE, MSG_PATTERN_REFERENCE },
    { PCRE2_ERROR_LOOKBEHIND_NOT_FIXED_LENGTH, MSG_PATTERN_BEHIND },
    { PCRE2_ERROR_PARENTHESES_NEST_TOO_DEEP, MSG_PATTERN_DEEP },
    { PCRE2_ERROR_PATTERN_TOO_LARGE, MSG_PATTERN_LARGE },
    { PCRE2_ERROR_PATTERN_TOO_COMPLICATED, MSG_PATTERN_LARGE },
    { PCRE2_ERROR_PATTERN_STRING_TOO_LONG, MSG_PATTERN_LONG },
    { PCRE2_ERROR_BACKSLASH_C_CALLER_DISABLED, MSG_PATTERN_RAW_BYTE },
    { PCRE2_ERROR_BACKSLASH_C_LIBRARY_DISABLED, MSG_PATTERN_RAW_BYTE },
};

static samsyn_status
refuse(struct pattern_fault *fault, enum message text, size_t offset)
{
    const char *reason = message_text(text, SAMSYN_LANG_EN);
    size_t length = strlen(reason);

    if (length >= sizeof fault->text)
        length = sizeof fault->text - 1;
    memcpy(fault->text, reason, length);
    fault->text[length] = '\0';
    fault->offset = offset;
    return SAMSYN_E_SCHEMA;
}

/* What PCRE2 did not compile. */
static samsyn_status
explain(struct pattern_fault *fault, int code, size_t offset)
{
    if (code == PCRE2_ERROR_HEAP_FAILED)
        return SAMSYN_E_NOMEM;
    for (size_t i = 0; i < ARRAY_LEN(reasons); i++) {
        if (reasons[i].code == code)
            return refuse(fault, reasons[i].text, offset);
    }
    /* A text that does not fit is cut and still ends in NUL. */
    (void)pcre2_get_error_message(code, (PCRE2_UCHAR *)fault->text,
                                  sizeof fault->text);
    fault->offset = offset;
    return SAMSYN_E_SCHEMA;
}

const char *
pattern_reason(const struct pattern_fault *fault, samsyn_lang lang)
{
    for (int id = 0; id < (int)MSG_COUNT; id++) {
        const char *english = message_text((enum message)id, SAMSYN_LANG_EN);

        if (strcmp(english, fault->text) == 0)
            return message_text((enum message)id, lang);
    }
    return fault->text;
}

/* Compiled with the hooks in pattern->hooks. */
static samsyn_status
compile(struct pattern *pattern, struct str expression,
        struct pattern_fault *fault)
{
    const uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C;
    pcre2_compile_context *setup = pcre2_compile_context_create(pattern->hooks);
    PCRE2_SIZE offset = 0;
    uint32_t empty = 0;
    int code = 0;

    if (!setup)
        return SAMSYN_E_NOMEM;
    pcre2_set_max_pattern_length(setup, LONGEST);
    pcre2_set_parens_nest_limit(setup, DEEPEST);
    pattern->code = pcre2_compile((PCRE2_SPTR)expression.ptr, expression.len,
                                  options, &code, &offset, setup);
    pcre2_compile_context_free(setup);
    if (!pattern->code)
        return explain(fault, code, offset);
    (void)pcre2_pattern_info(pattern->code, PCRE2_INFO_MATCHEMPTY, &empty);
    return empty ? refuse(fault, MSG_PATTERN_EMPTY, 0) : SAMSYN_OK;
}

samsyn_status
pattern_compile(struct pattern **out, struct str expression,
                const samsyn_allocator *mem, struct pattern_fault *fault)
{
    samsyn_status status = SAMSYN_E_NOMEM;
    struct str text = expression.ptr ? expression : str_of("");
    size_t offset = 0;
    enum message refused = pattern_check(text, &offset);

    if (refused != MSG_COUNT)
        return refuse(fault, refused, offset);
    struct pattern *pattern = mem_alloc(mem, sizeof *pattern);
    if (!pattern)
        return SAMSYN_E_NOMEM;
    pattern->mem = *mem;
    pattern->needs = pattern_needs(text);
    pattern->hooks =
        pcre2_general_context_create(hook_alloc, hook_free, &pattern->mem);
    if (pattern->hooks)
        status = compile(pattern, text, fault);
    if (status == SAMSYN_OK)
        *out = pattern;
    else
        pattern_free(pattern);
    return status;
}

void
pattern_free(struct pattern *pattern)
{
    if (!pattern)
        return;
    samsyn_allocator mem = pattern->mem;
    pcre2_code_free(pattern->code);
    pcre2_general_context_free(pattern->hooks);
    mem_free(&mem, pattern);
}

bool
pattern_has_literal(const struct pattern *pattern)
{
    uint32_t first = 0, last = 0;
    const uint8_t *starts = NULL; /* bits, by the first byte of a match */

    (void)pcre2_pattern_info(pattern->code, PCRE2_INFO_FIRSTCODETYPE, &first);
    (void)pcre2_pattern_info(pattern->code, PCRE2_INFO_FIRSTBITMAP, &starts);
    (void)pcre2_pattern_info(pattern->code, PCRE2_INFO_LASTCODETYPE, &last);
    return first == 1 || pattern->needs ||
           (last == 1 && starts && !(starts['e' / 8] & 1 << 'e' % 8));
}

samsyn_status
pattern_scan_new(struct pattern_scan **out, uint32_t limit,
                 const samsyn_allocator *mem)
{
    struct pattern_scan *scan = mem_alloc(mem, sizeof *scan);

    if (!scan)
        return SAMSYN_E_NOMEM;
    scan->mem = *mem;
    scan->hooks =
        pcre2_general_context_create(hook_alloc, hook_free, &scan->mem);
    if (scan->hooks) {
        scan->limits = pcre2_match_context_create(scan->hooks);
        scan->match = pcre2_match_data_create(1, scan->hooks);
    }
    if (!scan->limits || !scan->match) {
        pattern_scan_free(scan);
        return SAMSYN_E_NOMEM;
    }
    pcre2_set_match_limit(scan->limits, limit);
    pcre2_set_heap_limit(scan->limits, HEAP_KIB);
    *out = scan;
    return SAMSYN_OK;
}

void
pattern_scan_free(struct pattern_scan *scan)
{
    if (!scan)
        return;
    samsyn_allocator mem = scan->mem;
    pcre2_match_data_free(scan->match);
    pcre2_match_context_free(scan->limits);
    pcre2_general_context_free(scan->hooks);
    mem_free(&mem, scan);
}

static bool
is_inside(struct str text, size_t at)
{
    return at < text.len && ((unsigned char)text.ptr[at] & 0xC0) == 0x80;
}

/* The text without what a cut has left of a letter at its ends: PCRE2 would
 * look for the rest of it outside. */
static struct str
whole_letters(struct str text, size_t *skipped)
{
    size_t last, size;

    *skipped = 0;
    while (is_inside(text, *skipped))
        ++*skipped;
    text.ptr = text.ptr ? text.ptr + *skipped : "";
    text.len -= *skipped;
    if (!text.len)
        return text;
    last = text.len - 1;
    while (last && text.len - last < 4 && is_inside(text, last))
        last--;
    if (utf8_decode(text.ptr + last, text.len - last, &size) == UTF8_BAD)
        text.len = last;
    return text;
}

static enum pattern_result
result_of(int code)
{
    if (code == PCRE2_ERROR_NOMATCH)
        return PATTERN_NONE;
    if (code == PCRE2_ERROR_NOMEMORY)
        return PATTERN_NOMEM;
    /* 0: a match, with more groups than the one pair of offsets that is
     * asked for.  Every other error leaves the search undecided. */
    return code >= 0 ? PATTERN_FOUND : PATTERN_LIMIT;
}

enum pattern_result
pattern_find(const struct pattern *pattern, struct pattern_scan *scan,
             struct str text, size_t from, size_t *start, size_t *end)
{
    size_t skipped;

    text = whole_letters(text, &skipped);
    from = from > skipped ? from - skipped : 0;
    while (is_inside(text, from))
        from++;
    if (from > text.len ||
        (pattern->needs &&
         !memchr(text.ptr + from, pattern->needs, text.len - from)))
        return PATTERN_NONE;

    int code = pcre2_match(pattern->code, (PCRE2_SPTR)text.ptr, text.len, from,
                           PCRE2_NO_UTF_CHECK | PCRE2_NOTEMPTY, scan->match,
                           scan->limits);
    enum pattern_result result = result_of(code);
    if (result == PATTERN_FOUND) {
        const PCRE2_SIZE *places = pcre2_get_ovector_pointer(scan->match);

        *start = places[0] + skipped;
        *end = places[1] + skipped;
    }
    return result;
}
