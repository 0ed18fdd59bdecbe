/* SPDX-License-Identifier: MIT */
#ifndef ASSESS_DESCRIBE_H
#define ASSESS_DESCRIBE_H

/* Rules in words, for the account of a search and for what is missing. */

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

/* What a rule asks for, in a few words: "uppföljning och ett datum". */
void
describe_wish(struct buf *out, const struct rule *rule, samsyn_lang lang);

/* What is missing where all parts of a RULE_NEAR or RULE_ORDER are there. */
void
describe_arrangement(struct buf *out, const struct rule *rule,
                     samsyn_lang lang);

/* A line of the account for a rule.  @p places: hits in the document,
 * @p counted: of these, those that count. */
void
describe_rule(struct buf *out, const struct samsyn_checklist *checklist,
              const struct rule *rule, samsyn_lang lang, size_t places,
              size_t counted);

#endif
