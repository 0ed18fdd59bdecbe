/* SPDX-License-Identifier: MIT */

/* Reads when a criterion does not apply.  Only the document decides it, its
 * kind and its date, never what the rules find. */

#include "checklist/exempt.h"

#include "base/fields.h"
#include "checklist/rule.h"

static bool
exemption_kinds(struct shape_reader *reader, void *target,
                const struct yaml_node *value)
{
    const struct rule_context *context = reader->user;
    struct exemption *out = target;
    size_t count = field_count(value);

    out->kinds = arena_array(reader->arena, count, sizeof *out->kinds);
    if (!out->kinds)
        return false;
    out->kind_count = count;
    for (size_t i = 0; i < count; i++) {
        const struct yaml_node *item = field_item(value, i);

        if (!field_text(reader, &out->kinds[i], item) ||
            (!language_has_kind(context->concepts->language, item->text) &&
             !shape_fault(reader, DIAG_CHECKLIST_KIND, item->start, item->end,
                          &item->text, 1, str_make("", 0))))
            return false;
    }
    return true;
}

/* The tables have seen to it that it is a day. */
static struct day
day_of(const struct yaml_node *value)
{
    struct day day = { 0, 0, 0 };

    (void)day_read(value->text, &day);
    return day;
}

FIELD_PLAIN(exemption_before, exemption, before, day_of(value))
FIELD_PLAIN(exemption_after, exemption, after, day_of(value))

static const struct shape_key exemption_keys[] = {
    { "kinds", SHAPE_TEXTS, false, exemption_kinds, NULL, NULL,
      "dokumentet är av något av dessa slag",
      "the document is of one of these kinds", "kinds: [medborgarlofte]" },
    { "before", SHAPE_DATE, false, exemption_before, NULL, NULL,
      "dokumentets datum är före den här dagen; ett dokument utan datum prövas",
      "the document's date is before this day; one without a date is judged",
      "before: 2023-07-01" },
    { "after", SHAPE_DATE, false, exemption_after, NULL, NULL,
      "dokumentets datum är efter den här dagen",
      "the document's date is after this day", "after: 2026-12-31" },
};

const struct shape exemption_shape = {
    "exemption",
    exemption_keys,
    ARRAY_LEN(exemption_keys),
    0,
    "när kriteriet inte är tillämpligt: allt som anges ska stämma",
    "when the criterion does not apply: all that is given must be so"
};

bool
exemption_read(struct shape_reader *reader, struct exemption **out,
               const struct yaml_node *node)
{
    *out = arena_alloc(reader->arena, sizeof **out);
    if (!*out || !shape_read(reader, &exemption_shape, *out, node))
        return false;
    if (node->count > 0)
        return true;
    return shape_fault(reader, DIAG_CHECKLIST_EXEMPT, node->start, node->end,
                       NULL, 0, str_make("", 0));
}
