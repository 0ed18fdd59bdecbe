/* SPDX-License-Identifier: MIT */
#ifndef REPORT_SARIF_PARTS_H
#define REPORT_SARIF_PARTS_H

/* Objects of SARIF that several kinds of runs are made of. */

#include "report/sarif.h"

/* A run, up to what it found.  @p kind and the names that follow, to the first
 * that is empty, make the id by which runs are told apart. */
void
sarif_open_run(struct json *json, samsyn_lang lang, const char *kind,
               const char *first, const char *second);

/* The tool with its array of rules. */
void
sarif_open_tool(struct json *json, samsyn_lang lang);
void
sarif_close_tool(struct json *json);

/* A rule up to what it has of its own. */
void
sarif_open_rule(struct json *json, const char *id, const char *title,
                const char *help, const char *level);

/* A message under a key, for people.  In SARIF braces and links mean something
 * in a text; here they do not. */
void
sarif_message(struct json *json, const char *key, const char *text);

/* A text without what no reader should get from a document. */
void
sarif_pair_shown(struct json *json, const char *key, const char *text);

/* A file and its digest, "sha256:...", which may be empty. */
void
sarif_artifact(struct json *json, const char *name, const char *digest);

/* A place in a file. */
struct sarif_place {
    const char *name;  /* of the file */
    size_t artifact;   /* its index */
    samsyn_span span;  /* line 0: the file as a whole */
    size_t end_line;   /* 0: only the line where it begins is known */
    size_t end_column; /* after the last character */
    const char *quote; /* what stands there; "" for not shown */
};

/* The key "physicalLocation". */
void
sarif_place(struct json *json, const struct sarif_place *place);

/* The key "locations" with that place alone. */
void
sarif_located(struct json *json, const struct sarif_place *place);

/* The one invocation of a run, with its array of notifications. */
void
sarif_open_invocation(struct json *json, bool successful);
void
sarif_close_invocation(struct json *json);

/* The key "partialFingerprints" with one of this name and value. */
void
sarif_fingerprint(struct json *json, const char *name, const char *value);

#endif
