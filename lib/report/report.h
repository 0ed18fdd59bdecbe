/* SPDX-License-Identifier: MIT */
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

/* Renderings of an assessment, each a row of a table.  They see the result
 * only through samsyn.h, as any other program does. */

#include "base/buf.h"
#include "samsyn.h"

struct report_format {
    const char *name;
    void (*write)(struct buf *out, const samsyn_assessment *assessment);
};

/* NULL where there is no such format. */
const struct report_format *
report_find(struct str name);
const struct report_format *
report_at(size_t index);

/* An array of one element, with a line end. */
void
report_json(struct buf *out, const samsyn_assessment *assessment);
/* The bare element, without one. */
void
report_json_element(struct buf *out, const samsyn_assessment *assessment);
/* A whole page. */
void
report_html(struct buf *out, const samsyn_assessment *assessment);
/* One page for those who sign, as text and as HTML. */
void
report_brief(struct buf *out, const samsyn_assessment *assessment);
void
report_brief_html(struct buf *out, const samsyn_assessment *assessment);
/* What an author has to do, as Markdown. */
void
report_todo(struct buf *out, const samsyn_assessment *assessment);
/* A file of answers to fill in, as YAML; and another document for its end. */
void
report_answers(struct buf *out, const samsyn_assessment *assessment);
void
report_answers_element(struct buf *out, const samsyn_assessment *assessment);
void
report_text(struct buf *out, const samsyn_assessment *assessment);

/* A row for each criterion, with or without that which titles the columns. */
void
report_csv(struct buf *out, const samsyn_assessment *assessment);
void
report_csv_rows(struct buf *out, const samsyn_assessment *assessment);
void
report_csv_plain(struct buf *out, const samsyn_assessment *assessment);
void
report_csv_plain_rows(struct buf *out, const samsyn_assessment *assessment);

/* A log in SARIF, of what is wanting or of all verdicts. */
void
report_sarif(struct buf *out, const samsyn_assessment *assessment);
void
report_sarif_all(struct buf *out, const samsyn_assessment *assessment);

/* The account of one criterion. */
void
report_explain(struct buf *out, const samsyn_assessment *assessment,
               const samsyn_criterion *criterion);

/* What an author is told of one criterion, a paragraph a line; nothing where
 * there is nothing to do. */
void
report_remark(struct buf *out, const samsyn_assessment *assessment,
              const samsyn_criterion *criterion);

/* The bare JSON element of a document that failed. */
void
report_failure_json(struct buf *out, const char *name, samsyn_status status,
                    const char *text);

/* Around elements: "[", and "]" with a line end. */
void
report_array_open(struct buf *out);
void
report_array_close(struct buf *out);

#endif
