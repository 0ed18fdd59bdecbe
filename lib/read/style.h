/* SPDX-License-Identifier: MIT */
#ifndef READ_STYLE_H
#define READ_STYLE_H

/* A style of an office file: what it says of paragraphs and text, itself or
 * by the style that it is based on. */

#include "base/vec.h"
#include "read/lookup.h"

/* Said by a style, or left to the style that it is based on. */
enum tri {
    TRI_UNSAID,
    TRI_NO,
    TRI_YES
};

struct style {
    struct str id;
    struct str based_on; /* a key; ptr NULL: none */
    uint32_t base;       /* index; LOOKUP_NONE */
    uint8_t heading;     /* by its name: 1 to 9 */
    bool says_outline;
    uint8_t outline;    /* 1 to 9; 0: text */
    uint8_t list_depth; /* by its name: "List Bullet 2" */
    bool continues;     /* by its name: goes on with an item */
    enum tri bold, hidden;
    enum tri contents, quoted; /* by its name */
    bool says_list;
    int list, list_level; /* DOCX: as numbering.xml calls them; 0: none */
    bool first_row;       /* of a table: its first row has a look of its own */
    bool resolved;
};

/* What a name that a word processor gives its own styles says: "heading 1",
 * "Title".  These names are English in every file, whatever language a person
 * sees. */
void
style_judge_name(struct style *style, struct str name);

/* Let styles (a vec of struct style) from @p first on inherit from those that
 * they are based on, whose indices are in `base`.  True where one is based on
 * itself. */
bool
style_resolve(struct vec *styles, size_t first);

/* The level of a heading, 0 for none. */
uint8_t
style_heading(const struct style *style);

#endif
