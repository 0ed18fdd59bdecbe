/* SPDX-License-Identifier: MIT */
#ifndef READ_DOCX_STYLES_H
#define READ_DOCX_STYLES_H

/* What the styles and lists of a DOCX file make of paragraphs and text. */

#include "base/arena.h"
#include "base/vec.h"
#include "read/docx_words.h"
#include "read/source.h"
#include "read/style.h"

#define DOCX_MOST_STYLES 10000
#define DOCX_MOST_LISTS 20000

/* Abstract lists say what labels are; lists are uses of them. */
struct docx_list {
    int abstract;
};

#define DOCX_LEVELS 9

struct docx_abstract {
    bool bare[DOCX_LEVELS];         /* the level begins with no label */
    struct str styles[DOCX_LEVELS]; /* ids of the styles of levels */
};

struct docx_styles {
    const struct reading *reading;
    struct arena arena;
    struct vec styles;       /* struct style */
    struct lookup by_id;     /* type and id */
    struct lookup by_number; /* of lists and abstract lists */
    struct vec lists;        /* struct docx_list */
    struct vec abstracts;    /* struct docx_abstract */
    struct style plain;      /* of paragraphs that name none */
    bool loops;              /* a style is based on itself */
};

void
docx_styles_init(struct docx_styles *styles, const struct reading *reading);
void
docx_styles_done(struct docx_styles *styles);

/* Read styles.xml, then what each style inherits is in it. */
samsyn_status
docx_styles_read(struct docx_styles *styles, struct source source,
                 size_t *elements);

/* Read numbering.xml. */
samsyn_status
docx_lists_read(struct docx_styles *styles, struct source source,
                size_t *elements);

/* A style of paragraphs ('p'), text ('c') or tables ('t'); the plain one
 * where there is none of that name. */
const struct style *
docx_style(const struct docx_styles *styles, char type, struct str id);

/* The level, from 1, that paragraphs of a list have, and whether they begin
 * with a label; level 0 where there is no such list. */
uint8_t
docx_list_level(const struct docx_styles *styles, int list, int level,
                const struct style *style, bool *labelled);

#endif
