/* SPDX-License-Identifier: MIT */
/* Shows agreement as JSON: integers only, and what is absent is null.  Its
 * schema is checklists/schema/agreement.schema.json. */

#include "agreement_pairs.h"
#include "utf8.h"

#include <inttypes.h>
#include <string.h>

/* A text between quotation marks.  Bytes that are no UTF-8, which the name of
 * a file may have, become the character that says so. */
static void
put_text(const char *text)
{
    size_t size;

    fputc('"', stdout);
    for (; *text; text += size) {
        unsigned char c = (unsigned char)*text;

        size = utf8_size(text);
        if (size == 0) {
            fputs("\\ufffd", stdout);
            size = 1;
        } else if (c < 0x20) {
            printf("\\u%04x", c);
        } else {
            fputs(c == '"' || c == '\\' ? "\\" : "", stdout);
            fwrite(text, 1, size, stdout);
        }
    }
    fputc('"', stdout);
}

static void
put_key(const char *name)
{
    printf("\"%s\": ", name);
}

/* `"name": "text"`, null where there is none; `, ` after it. */
static void
put_pair(const char *name, const char *text)
{
    put_key(name);
    if (text && *text)
        put_text(text);
    else
        fputs("null", stdout);
    fputs(", ", stdout);
}

static void
put_number(const char *name, int64_t number, const char *end)
{
    printf("\"%s\": %" PRId64 "%s", name, number, end);
}

static void
put_kappa(const char *name, int64_t kappa, const char *end)
{
    if (kappa == SAMSYN_NO_KAPPA)
        printf("\"%s\": null%s", name, end);
    else
        put_number(name, kappa, end);
}

/* What parts the members of a list: nothing before the first. */
static void
put_comma(bool *begun)
{
    fputs(*begun ? ",\n      " : "\n      ", stdout);
    *begun = true;
}

static void
end_list(bool begun, const char *end)
{
    printf("%s]%s", begun ? "\n    " : "", end);
}

/* ---- A comparison ---- */

static bool
put_measure(void *user, const struct subject *subject,
            const samsyn_measure *measure)
{
    put_comma(user);
    fputc('{', stdout);
    put_pair("of", subject->of);
    put_pair("checklist", subject->checklist);
    put_pair("group", subject->group);
    put_pair("criterion", subject->criterion);
    put_number("pairs", measure->pairs, ", ");
    put_number("exact", measure->exact, ", ");
    put_number("over", measure->over, ", ");
    put_number("under", measure->under, ", ");
    put_number("not_met", measure->not_met, ", ");
    put_number("false_met", measure->false_met, ", ");
    put_number("open", measure->open, ", ");
    put_number("aside", measure->aside, ", ");
    put_number("documents", measure->documents, ", ");
    put_kappa("kappa", measure->kappa, ", ");
    put_kappa("low", measure->low, ", ");
    put_kappa("high", measure->high, "}");
    return true;
}

static void
put_aside(const struct comparison *comparison)
{
    bool begun = false;

    put_key("aside");
    fputc('[', stdout);
    for (int i = SAMSYN_VERDICT_MET; i < VERDICTS; i++) {
        for (int j = SAMSYN_VERDICT_MET; j < VERDICTS; j++) {
            if (comparison->aside[i][j] == 0)
                continue;
            put_comma(&begun);
            fputc('{', stdout);
            put_pair("first", samsyn_verdict_name((samsyn_verdict)i));
            put_pair("second", samsyn_verdict_name((samsyn_verdict)j));
            put_number("count", (int64_t)comparison->aside[i][j], "}");
        }
    }
    end_list(begun, ",\n    ");
}

/* null where the second source says nothing of it. */
static void
put_trust(const struct comparison *comparison)
{
    bool begun = false;

    put_key("certainty");
    if (comparison->trust[CERTAINTY_UNSAID].verdicts == comparison->both) {
        fputs("null,\n    ", stdout);
        return;
    }
    fputc('[', stdout);
    for (int i = 0; i < CERTAINTIES; i++) {
        put_comma(&begun);
        fputc('{', stdout);
        put_pair("certainty", certainty_name((enum certainty)i));
        put_number("verdicts", (int64_t)comparison->trust[i].verdicts, ", ");
        put_number("right", (int64_t)comparison->trust[i].right, "}");
    }
    end_list(begun, ",\n    ");
}

static void
put_side(const char *name, const struct label *label, const char *end)
{
    put_key(name);
    fputc('{', stdout);
    put_pair("verdict", samsyn_verdict_name(label->status));
    put_pair("suggestion",
             label->suggestion ? samsyn_verdict_name(label->suggestion) : NULL);
    put_pair("certainty", certainty_name(label->certainty));
    put_key("evidence");
    if (*label->fields[FIELD_EVIDENCE])
        put_text(label->fields[FIELD_EVIDENCE]);
    else
        fputs("null", stdout);
    printf("}%s", end);
}

static void
put_differences(const struct comparison *comparison)
{
    const struct panel *panel = comparison->panel;
    bool begun = false;

    put_key("differences");
    fputc('[', stdout);
    for (size_t i = 0; i < panel->row_count; i++) {
        const struct row *row = &panel->rows[i];

        if (!compare_differs(comparison, row))
            continue;
        put_comma(&begun);
        fputc('{', stdout);
        put_pair("document", row->document);
        put_pair("item", row->item);
        put_pair("criterion", row->criterion);
        put_side("first", row->said[comparison->first], ", ");
        put_side("second", row->said[comparison->second], "}");
    }
    end_list(begun, "}");
}

static bool
put_comparison(const struct panel *panel, size_t first, size_t second)
{
    struct comparison comparison;
    bool begun = false;
    bool whole = compare(&comparison, panel, first, second);

    if (whole) {
        fputs("{", stdout);
        put_number("first", (int64_t)first, ", ");
        put_number("second", (int64_t)second, ",\n    ");
        put_number("both", (int64_t)comparison.both, ", ");
        put_number("only_first", (int64_t)comparison.only_first, ", ");
        put_number("only_second", (int64_t)comparison.only_second, ",\n    ");
        put_key("measures");
        fputc('[', stdout);
        whole = compare_measures(&comparison, put_measure, &begun);
        end_list(begun, ",\n    ");
    }
    if (whole) {
        put_aside(&comparison);
        put_trust(&comparison);
        put_differences(&comparison);
    }
    compare_done(&comparison);
    return whole;
}

/* ---- All of it ---- */

static void
put_head(const struct panel *panel)
{
    bool asked = panel->tool->args.count > 0;

    fputs("{\"format\": 1, ", stdout);
    put_key("samsyn");
    put_text(samsyn_version());
    fputs(",\n  \"sources\": [", stdout);
    for (size_t i = 0; i < panel->source_count; i++) {
        fputs(i > 0 ? ", {" : "{", stdout);
        put_pair("name", panel->sources[i].name);
        printf("\"machine\": %s}",
               panel->sources[i].machine ? "true" : "false");
    }
    fputs("],\n  \"documents\": ", stdout);
    if (!asked) {
        fputs("null", stdout);
        return;
    }
    fputc('{', stdout);
    put_number("assessed", (int64_t)panel->assessed, ", ");
    put_number("unread", (int64_t)panel->unread, ", ");
    put_number("unasked", (int64_t)panel->unasked, ", ");
    put_number("taught", (int64_t)panel->taught, "}");
}

bool
show_as_json(const struct panel *panel)
{
    bool begun = false;

    put_head(panel);
    fputs(",\n  \"comparisons\": [", stdout);
    for (size_t i = 0; i < panel->source_count; i++) {
        for (size_t j = i + 1; j < panel->source_count; j++) {
            fputs(begun ? ",\n  " : "\n  ", stdout);
            begun = true;
            if (!put_comparison(panel, i, j))
                return false;
        }
    }
    fputs("\n  ]}\n", stdout);
    return true;
}
