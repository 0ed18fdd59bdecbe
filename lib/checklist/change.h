/* SPDX-License-Identifier: MIT */
#ifndef CHECKLIST_CHANGE_H
#define CHECKLIST_CHANGE_H

/* What an extending checklist did to what it extends, so that a result can
 * say what was changed from what. */

#include "base/arena.h"
#include "base/str.h"
#include "base/vec.h"

/* A checklist that another one extends. */
struct parent {
    struct str id;
    struct str version;
    struct str digest;
};

struct parent_list {
    struct parent *items; /* nearest first */
    size_t count;
};

enum change_kind {
    CHANGE_ADDED = 1, /* a criterion */
    CHANGE_DROPPED,
    CHANGE_CHANGED, /* a key of a criterion or of the checklist */
    CHANGE_TERMS_ADDED,
    CHANGE_TERMS_REPLACED,
    CHANGE_TERMS_NEW /* until it is known whether it hides the pack's */
};

struct samsyn_change {
    enum change_kind kind;
    struct str criterion; /* its id; empty: about the whole checklist */
    struct str code;      /* its code */
    struct str key;       /* of CHANGED; the entry's name where it is terms */
    struct str from, to;  /* of CHANGED, where they are single words */
    struct str by;        /* id of the checklist that did it */
};

struct change_list {
    struct samsyn_change *items;
    size_t count;
};

/* "added", ...: as JSON has it. */
const char *
change_kind_name(enum change_kind kind);

/* Copies of all, texts too; false without memory. */
bool
changes_copy(struct change_list *out, struct arena *arena,
             const struct samsyn_change *items, size_t count);

/* The same of parents. */
bool
parents_copy(struct parent_list *out, struct arena *arena,
             const struct parent *items, size_t count);

struct concepts;
struct samsyn_checklist;

/* Keeps the changes (a vec of struct samsyn_change) in the checklist and gives
 * each criterion those that concern it: also the terms of what its rules find,
 * however far away, at most CHANGE_TERMS_MOST of them.  A new entry that hides
 * none of the language pack's is no change.  False without memory. */
bool
changes_settle(struct samsyn_checklist *checklist, struct concepts *concepts,
               const struct vec *changes);

enum {
    CHANGE_TERMS_MOST = 50
};

#endif
