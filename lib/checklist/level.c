/* SPDX-License-Identifier: MIT */

/* Reads what a criterion is asked of: the document, each focus area, or each
 * item; by what shares their verdicts make the document's; and which link of
 * the chain it shows. */

#include "checklist/level.h"

#include "base/fields.h"

/* Of the design: so many per cent of the items make a document's verdict. */
enum {
    SHARE_MET = 80,
    SHARE_PARTLY = 30
};

/* In the orders of enum level, enum item_kind and enum work_link. */
const char *const level_words[] = { "document", "focus", "item", NULL };
const char *const kind_words[] = { "promise", "measure", "goal", NULL };
const char *const link_words[] = { "problem", "cause", "goal",      "measure",
                                   "owner",   "time",  "follow_up", NULL };

void
level_init(struct criterion *criterion)
{
    criterion->of = criterion->link = -1;
    criterion->share[0] = SHARE_MET;
    criterion->share[1] = SHARE_PARTLY;
}

bool
level_read_of(struct shape_reader *reader, void *target,
              const struct yaml_node *value)
{
    (void)reader;
    ((struct criterion *)target)->of = shape_choice(kind_words, value->text);
    return true;
}

bool
level_read_link(struct shape_reader *reader, void *target,
                const struct yaml_node *value)
{
    (void)reader;
    ((struct criterion *)target)->link = shape_choice(link_words, value->text);
    return true;
}

bool
level_read(struct shape_reader *reader, void *target,
           const struct yaml_node *value)
{
    struct criterion *criterion = target;
    int index = shape_choice(level_words, value->text);

    criterion->asked = index < 0 ? LEVEL_DOCUMENT : (enum level)index;
    return field_text(reader, &criterion->level, value);
}

/* ---- Shares ---- */

static bool
read_percent(struct shape_reader *reader, size_t *out,
             const struct yaml_node *value)
{
    int64_t percent = field_int(value);

    *out = percent < 0 ? 0 : (size_t)percent;
    if (percent >= 1 && percent <= 100)
        return true;
    return shape_fault(reader, DIAG_CHECKLIST_PERCENT, value->start, value->end,
                       &value->text, 1, str_make("", 0));
}

static bool
share_met(struct shape_reader *reader, void *target,
          const struct yaml_node *value)
{
    return read_percent(reader, &((size_t *)target)[0], value);
}

static bool
share_partly(struct shape_reader *reader, void *target,
             const struct yaml_node *value)
{
    return read_percent(reader, &((size_t *)target)[1], value);
}

static const struct shape_key shares_keys[] = {
    { "met", SHAPE_INT, false, share_met, NULL, NULL,
      "så många procent ska uppfylla det helt; 80 om inget anges",
      "so many per cent must meet it fully; 80 unless given", "met: 80" },
    { "partly", SHAPE_INT, false, share_partly, NULL, NULL,
      "så många procent ska uppfylla det åtminstone delvis; 30 om inget anges",
      "so many per cent must meet it at least in part; 30 unless given",
      "partly: 30" },
};

const struct shape shares_shape = {
    "shares",
    shares_keys,
    ARRAY_LEN(shares_keys),
    0,
    "från fokusområden eller punkter till dokumentet",
    "from focus areas or items to the document"
};

bool
level_read_share(struct shape_reader *reader, void *target,
                 const struct yaml_node *value)
{
    struct criterion *criterion = target;

    if (!shape_read(reader, &shares_shape, criterion->share, value))
        return false;
    if (criterion->share[1] <= criterion->share[0])
        return true;
    return shape_fault(reader, DIAG_CHECKLIST_SHARES, value->start, value->end,
                       NULL, 0, str_make("", 0));
}

/* What belongs together: level item and of, share and a level with items. */
bool
level_check(struct shape_reader *reader, const struct criterion *criterion,
            const struct yaml_node *node)
{
    const struct yaml_node *share = yaml_get(node, "share");

    if ((criterion->asked == LEVEL_ITEM) != (criterion->of >= 0) &&
        !shape_fault(reader, DIAG_CHECKLIST_OF, criterion->start,
                     criterion->end, NULL, 0, str_make("", 0)))
        return false;
    return !share || criterion->asked != LEVEL_DOCUMENT ||
           shape_fault(reader, DIAG_CHECKLIST_SHARE_LEVEL, share->start,
                       share->end, NULL, 0, str_make("", 0));
}
