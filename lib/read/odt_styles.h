/* SPDX-License-Identifier: MIT */
#ifndef READ_ODT_STYLES_H
#define READ_ODT_STYLES_H

/* What the styles of an OpenDocument file make of paragraphs and text, and
 * which levels of its lists begin with a label. */

#include "base/arena.h"
#include "base/vec.h"
#include "read/odt_words.h"
#include "read/style.h"

#define ODT_MOST_STYLES 50000
#define ODT_LEVELS 10

struct odt_list {
    bool bare[ODT_LEVELS]; /* the level begins with no label */
};

struct odt_styles {
    const struct reading *reading;
    struct arena arena;
    struct vec styles; /* struct style */
    struct vec lists;  /* struct odt_list */
    struct lookup by_name;
    /* Automatic styles of one name in styles.xml and in content.xml are two:
     * those of the part that is read now come before common ones. */
    char part;
    bool automatic;      /* being read */
    size_t settled;      /* styles that have inherited */
    struct style *style; /* being read */
    struct odt_list *list;
    struct style plain;
    struct style title; /* LibreOffice's own, in files that do not have it */
    bool loops;
};

void
odt_styles_init(struct odt_styles *styles, const struct reading *reading);
void
odt_styles_done(struct odt_styles *styles);

/* An element of the part where styles are told; others are passed over. */
samsyn_status
odt_styles_start(struct odt_styles *styles, const struct xml_element *element);
samsyn_status
odt_styles_end(struct odt_styles *styles, int word);

/* A style of paragraphs ('p') or text ('t'); the plain one where there is
 * none of that name. */
const struct style *
odt_style(const struct odt_styles *styles, char family, struct str name);

/* The index of a list style, LOOKUP_NONE where there is none. */
uint32_t
odt_list_style(const struct odt_styles *styles, struct str name);

/* Whether level @p level, from 1, begins with a label. */
bool
odt_is_labelled(const struct odt_styles *styles, uint32_t list, size_t level);

#endif
