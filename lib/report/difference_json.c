/* SPDX-License-Identifier: MIT */
/* A difference as JSON, format 1.  Its schema is
 * checklists/schema/difference.schema.json. */

#include "report/compare_json.h"
#include "report/difference.h"

static void
write_side(struct json *json, const char *key,
           const samsyn_difference *difference, samsyn_side side)
{
    const samsyn_record *record = samsyn_difference_record(difference, side);

    json_key(json, key);
    json_open(json, '{');
    compare_json_document(json, record);
    compare_json_checklist(json, record);
    json_close(json, '}');
}

static void
write_verdict(struct json *json, const char *key,
              const samsyn_difference *difference, size_t index,
              samsyn_side side)
{
    size_t criterion = samsyn_difference_index(difference, index, side);

    json_key(json, key);
    if (criterion == SAMSYN_NONE) {
        json_null(json);
        return;
    }
    json_open(json, '{');
    compare_json_verdict(json, samsyn_difference_record(difference, side),
                         criterion);
    json_close(json, '}');
}

static void
write_quotes(struct json *json, const char *key,
             const samsyn_difference *difference, size_t index,
             samsyn_side side)
{
    json_key(json, key);
    json_open(json, '[');
    for (size_t i = 0;; i++) {
        samsyn_quote quote =
            samsyn_difference_quote(difference, index, side, i);

        if (!*quote.text)
            break;
        json_open(json, '{');
        compare_json_quote(json, &quote);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static const struct {
    unsigned bit;
    const char *name;
} differs[] = {
    { SAMSYN_DIFFERS_DOCUMENT, "document" },
    { SAMSYN_DIFFERS_CHECKLIST, "checklist" },
    { SAMSYN_DIFFERS_RULE, "rule" },
    { SAMSYN_DIFFERS_WORDING, "wording" },
    { SAMSYN_DIFFERS_WEIGHT, "weight" },
    { SAMSYN_DIFFERS_EVIDENCE, "evidence" },
};

static void
write_differs(struct json *json, const char *key, unsigned bits)
{
    json_key(json, key);
    json_open(json, '[');
    for (size_t i = 0; i < ARRAY_LEN(differs); i++) {
        if (bits & differs[i].bit)
            json_text(json, differs[i].name);
    }
    json_close(json, ']');
}

static const char *
turn_name(int turn)
{
    for (size_t i = 0; i < difference_group_count; i++) {
        if ((int)difference_groups[i].turn == turn)
            return difference_groups[i].name;
    }
    return NULL;
}

static void
write_criterion(struct json *json, const samsyn_difference *difference,
                size_t index)
{
    size_t criterion;
    const samsyn_record *record =
        difference_about(difference, index, &criterion);

    json_open(json, '{');
    compare_json_names(json, record, criterion);
    json_pair_or_null(json, "turn",
                      turn_name(samsyn_difference_turn(difference, index)));
    write_differs(json, "changed",
                  samsyn_difference_changed(difference, index));
    write_differs(json, "unknown",
                  samsyn_difference_unknown(difference, index));
    write_verdict(json, "old", difference, index, SAMSYN_SIDE_OLD);
    write_verdict(json, "new", difference, index, SAMSYN_SIDE_NEW);
    write_quotes(json, "lost", difference, index, SAMSYN_SIDE_OLD);
    write_quotes(json, "came", difference, index, SAMSYN_SIDE_NEW);
    json_close(json, '}');
}

static void
write_counts(struct json *json, const samsyn_difference *difference)
{
    json_key(json, "counts");
    json_open(json, '{');
    for (size_t i = 0; i < difference_group_count; i++) {
        if (!difference_groups[i].rewritten)
            json_pair_int(json, difference_groups[i].name,
                          (int64_t)samsyn_difference_turned(
                              difference, difference_groups[i].turn));
    }
    json_close(json, '}');
}

void
difference_json(struct buf *out, const samsyn_difference *difference,
                samsyn_lang lang)
{
    struct json json;

    compare_json_begin(&json, out, lang);
    write_side(&json, "old", difference, SAMSYN_SIDE_OLD);
    write_side(&json, "new", difference, SAMSYN_SIDE_NEW);
    write_differs(&json, "differs", samsyn_difference_differs(difference));
    write_counts(&json, difference);
    json_key(&json, "criteria");
    json_open(&json, '[');
    for (size_t i = 0; i < samsyn_difference_count(difference); i++)
        write_criterion(&json, difference, i);
    json_close(&json, ']');
    compare_json_end(&json);
}
