/* SPDX-License-Identifier: MIT */
#ifndef TESTS_FIXTURE_H
#define TESTS_FIXTURE_H

/* A tiny language pack and checklists made of one rule, so that a test row
 * can hold a rule, a text and what should come of them. */

#include "base/buf.h"
#include "base/config.h"
#include "checklist/checklist.h"

/* A configuration whose resolver knows the language "xx". */
struct samsyn_config
fixture_config(const samsyn_allocator *mem);

/* The YAML of the pack, and where a term of it stands. */
extern const char fixture_pack[];

/* A checklist whose only criterion has these `met:` (NULL: it is taught by
 * examples alone) and, where they are not NULL, `partly:` and `unless:` rules,
 * each one line of YAML flow. */
void
fixture_yaml(struct buf *out, const char *met, const char *partly,
             const char *unless);

#endif
