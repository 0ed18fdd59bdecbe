/* SPDX-License-Identifier: MIT */
#ifndef ASSESS_ANSWERS_H
#define ASSESS_ANSWERS_H

/* What people said of documents, as a file of answers has it. */

#include "assess/assessment.h"
#include "base/diag.h"
#include "base/sha256.h"
#include "base/shape.h"

/* An answer or a waiver. */
struct statement {
    struct str criterion; /* its id or code, as written */
    size_t start, end;    /* of that, in the file */
    struct str by, reason;
    struct str date; /* of an answer; the last day of a waiver */
    int says;        /* samsyn_verdict, 0: still open; or samsyn_effect */
    int overrules;   /* samsyn_verdict, 0: none */
};

struct statements {
    struct statement *items;
    size_t count;
};

/* What was said of one document set by one checklist. */
struct answered {
    struct str name, digest, checklist, version;
    struct str *annexes; /* digests, in their order */
    size_t annex_count;
    struct str *parts; /* numbers of those assessed; none: of any */
    size_t part_count;
    bool use_changed; /* also where the document is another by now */
    size_t start, end;
    struct statements answers, waivers;
};

struct samsyn_answers {
    struct arena arena;
    char digest[SHA256_TEXT];
    struct diag_source source; /* kept for what is said at an assessment */
    struct str by, date;       /* of every answer that names no other */
    struct answered *documents;
    size_t count;
};

extern const struct shape answers_shape;

/* As samsyn_answers_load(). */
samsyn_status
answers_read(struct samsyn_answers **out, const struct diag_source *source,
             const struct samsyn_config *config,
             struct samsyn_diagnostics *diags);

void
answers_free(struct samsyn_answers *answers);

/* Whose document an entry is about. */
enum concern {
    CONCERNS_OTHER,
    CONCERNS_EARLIER, /* the same name and checklist, another digest */
    CONCERNS_THIS
};

enum concern
answers_concern(const struct answered *entry,
                const struct samsyn_assessment *assessment);

/* Whether a question is there for a person to answer. */
bool
answers_is_open(const struct samsyn_criterion *criterion);

/* Put beside the machine's verdicts what the configuration's answers say of
 * them.  What is not used is said.  False without memory. */
bool
answers_apply(struct samsyn_assessment *assessment,
              const struct samsyn_config *config,
              struct samsyn_diagnostics *diags);

#endif
