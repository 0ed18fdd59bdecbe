/* SPDX-License-Identifier: MIT */
#ifndef BASE_SHAPE_H
#define BASE_SHAPE_H

/* What a YAML mapping may hold, as tables: a key with its type, whether it
 * must be there, how it is read, and help in two languages.  The loaders, the
 * JSON Schema and the reference are all made from the same tables. */

#include "base/arena.h"
#include "base/diag.h"
#include "base/yaml_tree.h"

enum shape_type {
    SHAPE_TEXT = 1, /* any text */
    SHAPE_ID,       /* a slug: letters, digits, hyphens; starts with letter */
    SHAPE_INT,      /* a whole number, 0 or more */
    SHAPE_DECIMAL,  /* at most three decimals */
    SHAPE_CHOICE,   /* one of key->choices */
    SHAPE_TEXTS,    /* a list of texts, or one text */
    SHAPE_CHOICES,  /* a list of key->choices, or one */
    SHAPE_LANGS,    /* a map of sv and en; both must be there */
    SHAPE_MAP,      /* a map of key->shape */
    SHAPE_LIST,     /* a list of key->shape */
    SHAPE_NAMED,    /* a map of any id to key->shape */
    SHAPE_NAMED_TEXTS, /* a map of any text to a text, number or list */
    SHAPE_BOOL,        /* true or false */
    SHAPE_DATE         /* 2026-03-01 */
};

struct shape_reader; /* below */

/* Reads a value that has the right type into @p target.  Says what is wrong
 * with shape_fault() and goes on; false only without memory. */
typedef bool (*shape_read_fn)(struct shape_reader *reader, void *target,
                              const struct yaml_node *value);

struct shape_key {
    const char *name;
    enum shape_type type;
    bool required;
    shape_read_fn read;
    const struct shape *shape;  /* SHAPE_MAP, SHAPE_LIST, SHAPE_NAMED */
    const char *const *choices; /* ends in NULL */
    const char *sv, *en;        /* help, one sentence */
    const char *example;        /* YAML, one line; may be NULL */
};

/* Other ways to write a thing than as a mapping, and a mapping of which every
 * key may be left out, whatever its row says. */
enum {
    SHAPE_AS_TEXT = 1,
    SHAPE_AS_LIST = 2,
    SHAPE_ALL_OPTIONAL = 4
};

struct shape {
    const char *name; /* of its definition in the schema */
    const struct shape_key *keys;
    size_t count;
    unsigned forms;      /* SHAPE_AS_TEXT | SHAPE_AS_LIST | ..., or 0 */
    const char *sv, *en; /* help, one sentence */
};

/* The shape of a file: @p marked where it holds the key @p mark. */
struct shape_file {
    const struct shape *shape;
    const char *mark; /* NULL: the file has one shape only */
    const struct shape *marked;
};

struct shape_reader {
    const struct diag_source *source;
    struct arena *arena;
    struct samsyn_diagnostics *diags;
    void *user; /* the loader's own */
};

/* Read every key of a mapping: calls key->read() for each that is known and
 * has the right type; unknown, missing and mistyped keys are faults.  False
 * only without memory. */
bool
shape_read(struct shape_reader *reader, const struct shape *shape, void *target,
           const struct yaml_node *map);

/* Only that it is a mapping and that the shape has its keys: for a mapping
 * whose values are read elsewhere. */
bool
shape_read_names(struct shape_reader *reader, const struct shape *shape,
                 const struct yaml_node *map);

/* Say that a value is wrong, at its place.  @p hint may be empty. */
bool
shape_fault(struct shape_reader *reader, enum diag_code code, size_t start,
            size_t end, const struct str *args, size_t count, struct str hint);

/* The choice's index, or -1. */
int
shape_choice(const char *const *choices, struct str text);

/* The candidate nearest to @p word, empty where none is near: for "did you
 * mean".  @p candidates ends in NULL. */
struct str
shape_nearest(const char *const *candidates, struct str word);

/* JSON Schema draft-07 of a file, with every shape reachable from its own as
 * a definition. */
void
shape_schema(struct buf *out, const struct shape_file *file, const char *title,
             samsyn_lang lang);

/* The reference in Markdown: every shape reachable from the file's, every
 * key. */
void
shape_reference(struct buf *out, const struct shape_file *file,
                samsyn_lang lang);

#endif
