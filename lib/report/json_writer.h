/* SPDX-License-Identifier: MIT */
#ifndef REPORT_JSON_WRITER_H
#define REPORT_JSON_WRITER_H

/* JSON into a buffer: valid whatever text comes in.  Whole numbers only. */

#include "base/buf.h"

struct json {
    struct buf *out;
    size_t depth;
    bool first; /* nothing stands yet in the container that is open */
    bool keyed; /* a key stands and waits for its value */
};

void
json_init(struct json *json, struct buf *out);

/* '{' or '[', and the mark that ends it. */
void
json_open(struct json *json, char mark);
void
json_close(struct json *json, char mark);

void
json_key(struct json *json, const char *key);

/* Bytes that are not UTF-8 become U+FFFD. */
void
json_text(struct json *json, const char *text);
/* null where there is no text, or an empty one. */
void
json_text_or_null(struct json *json, const char *text);
void
json_int(struct json *json, int64_t number);
void
json_null(struct json *json);

/* A key with its value. */
void
json_pair(struct json *json, const char *key, const char *text);
void
json_pair_or_null(struct json *json, const char *key, const char *text);
void
json_pair_int(struct json *json, const char *key, int64_t number);
void
json_pair_bool(struct json *json, const char *key, bool value);
void
json_pair_null(struct json *json, const char *key);

/* A key with an empty list. */
void
json_pair_empty(struct json *json, const char *key);

#endif
