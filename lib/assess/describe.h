/* SPDX-License-Identifier: MIT */
#ifndef ASSESS_DESCRIBE_H
#define ASSESS_DESCRIBE_H

/* Rules in words, for the account of a search. */

#include "assess/search.h"
#include "base/buf.h"
#include "base/message.h"

/* "åtgärd", "åtgärder", "åtgärderna". */
enum describe_form {
    DESCRIBE_ONE,
    DESCRIBE_MANY,
    DESCRIBE_THE
};

/* The word for what is gone over (OVER_). */
enum message
describe_over(unsigned over, enum describe_form form);

/* The line of a rule that has parts; @p where says where they must stand. */
void
describe_head(struct buf *out, const struct rule *rule, struct str where,
              samsyn_lang lang);

/* A line of the account for a rule.  @p places: hits in the document,
 * @p counted: of these, those that count. */
void
describe_rule(struct buf *out, const struct samsyn_checklist *checklist,
              const struct rule *rule, samsyn_lang lang, size_t places,
              size_t counted);

#endif
