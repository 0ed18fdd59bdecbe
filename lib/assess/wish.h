/* SPDX-License-Identifier: MIT */
#ifndef ASSESS_WISH_H
#define ASSESS_WISH_H

/* What a rule asks for, in words for somebody who writes: "uppföljning och ett
 * datum". */

#include "base/buf.h"
#include "checklist/rule.h"

/* What would meet the rule with the least to write. */
void
wish_of(struct buf *out, const struct rule *rule, samsyn_lang lang);

/* The same for parts of a rule: those whose bits are set in @p missing, of the
 * first 64.  Without any it is how the parts of a RULE_NEAR or RULE_ORDER must
 * stand. */
void
wish_of_parts(struct buf *out, const struct rule *rule, uint64_t missing,
              samsyn_lang lang);

#endif
