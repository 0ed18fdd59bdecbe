/* SPDX-License-Identifier: MIT */
#ifndef REPORT_TELL_H
#define REPORT_TELL_H

/* Sentences about a criterion that renderings as text share.  Each is added to
 * the page's line; false, and nothing, where there is nothing to say. */

#include "report/words.h"

/* One of a criterion's texts, in a sentence. */
bool
tell_text(struct page *page, const samsyn_criterion *criterion,
          enum message sentence, samsyn_criterion_text_id which);

/* "Hittades delvis. Osäkert: se efter själv." */
bool
tell_found(struct page *page, const samsyn_criterion *criterion);

/* That it should be looked at, where the verdict is doubtful. */
bool
tell_doubtful(struct page *page, const samsyn_criterion *criterion);

/* Why it is open, and what the machine suggests to who decides. */
bool
tell_because(struct page *page, const samsyn_criterion *criterion);
bool
tell_suggestion(struct page *page, const samsyn_criterion *criterion);

/* How it went for what it was asked of one by one: "Hittades för 2 av 3
 * åtgärder." */
bool
tell_shares(struct page *page, const samsyn_criterion *criterion);

/* A stretch of the document, and how it belongs to the criterion. */
bool
tell_place(struct page *page, const samsyn_evidence *evidence,
           samsyn_evidence_kind kind, enum words_measure measure);

/* What is missing where it came nearest. */
bool
tell_missing(struct page *page, const samsyn_evidence *nearest);

/* Something worth knowing of the document, and where it stands; false past the
 * last. */
bool
tell_notice(struct page *page, size_t index);

#endif
