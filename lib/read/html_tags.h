/* SPDX-License-Identifier: MIT */
#ifndef READ_HTML_TAGS_H
#define READ_HTML_TAGS_H

/* What the elements, roles and class names of web pages are: names that the
 * format gives, in no language. */

#include <stdint.h>

#include "base/str.h"

/* An element that is asked for by name; any other is HTML_OTHER. */
enum html_tag {
    HTML_OTHER,
    HTML_TEXT, /* no element: text */
    HTML_ARTICLE,
    HTML_ASIDE,
    HTML_BODY,
    HTML_BR,
    HTML_BUTTON,
    HTML_CAPTION,
    HTML_DD,
    HTML_DIV,
    HTML_DT,
    HTML_FOOTER,
    HTML_FORM,
    HTML_HEADER,
    HTML_HEADING,
    HTML_ITEM,
    HTML_LINK,
    HTML_LIST,
    HTML_MAIN,
    HTML_META,
    HTML_NAV,
    HTML_PARAGRAPH,
    HTML_QUOTE,
    HTML_ROW,
    HTML_ROW_GROUP,
    HTML_STRONG,
    HTML_SUMMARY,
    HTML_TABLE,
    HTML_CELL,
    HTML_HEADER_CELL,
    HTML_TABLE_HEAD,
    HTML_TITLE
};

#define HTML_IS_BLOCK 1u  /* its text stands on lines of its own */
#define HTML_IS_UNSEEN 2u /* its text is not shown, or is no text */

struct html_trait {
    enum html_tag tag;
    unsigned flags;
    uint8_t level; /* of a heading */
};

/* What an element is; @p name in lower case. */
struct html_trait
html_element(struct str name);

/* What a role makes of an element. */
enum html_role {
    HTML_ROLE_NONE,
    HTML_ROLE_MAIN,
    HTML_ROLE_HEADING,
    HTML_ROLE_ITEM,
    HTML_ROLE_LIST,
    HTML_ROLE_LAYOUT,   /* presentation: its structure says nothing */
    HTML_ROLE_CONTENTS, /* a table of contents */
    HTML_ROLE_FURNITURE,
    HTML_ROLE_BANNER, /* furniture, but where it holds the title */
    HTML_ROLE_UNSEEN  /* marks of notes and ways back from them */
};

enum html_role
html_role(struct str name);

/* A word of an element's class or id, which says what the element is for. */
enum html_use {
    HTML_USE_NONE,
    HTML_USE_CONTENTS,
    HTML_USE_FURNITURE,
    HTML_USE_BANNER, /* furniture, but where it holds headings */
    HTML_USE_UNSEEN  /* read aloud only */
};

enum html_use
html_use(struct str words);

#endif
