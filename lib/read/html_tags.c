/* SPDX-License-Identifier: MIT */

/* Tables of the names that web pages are made of.
 *
 * The names of classes are nobody's standard; those here are what the systems
 * that publish municipal pages call their menus, cookie notices and buttons
 * for sharing, and what word processors call marks of notes.  What the text of
 * such a thing says is not looked at here: the language pack knows the words.
 */

#include "read/html_tags.h"

#include "base/ascii.h"
#include "base/mem.h"

#define LONGEST_USE 24 /* bytes of a word below */

/* ---- Elements ---- */

static const struct element {
    const char *name;
    struct html_trait trait;
} elements[] = {
#define BLOCK(name, tag)                                                       \
    {                                                                          \
        (name),                                                                \
        {                                                                      \
            (tag), HTML_IS_BLOCK, 0                                            \
        }                                                                      \
    }
#define INLINE(name, tag)                                                      \
    {                                                                          \
        (name),                                                                \
        {                                                                      \
            (tag), 0, 0                                                        \
        }                                                                      \
    }
#define UNSEEN(name)                                                           \
    {                                                                          \
        (name),                                                                \
        {                                                                      \
            HTML_OTHER, HTML_IS_UNSEEN, 0                                      \
        }                                                                      \
    }
#define HEADING(name, level)                                                   \
    {                                                                          \
        (name),                                                                \
        {                                                                      \
            HTML_HEADING, HTML_IS_BLOCK, (level)                               \
        }                                                                      \
    }
    INLINE("a", HTML_LINK),
    BLOCK("address", HTML_DIV),
    BLOCK("article", HTML_ARTICLE),
    BLOCK("aside", HTML_ASIDE),
    UNSEEN("audio"),
    INLINE("b", HTML_STRONG),
    BLOCK("blockquote", HTML_QUOTE),
    BLOCK("body", HTML_BODY),
    INLINE("br", HTML_BR),
    INLINE("button", HTML_BUTTON),
    UNSEEN("canvas"),
    BLOCK("caption", HTML_CAPTION),
    BLOCK("center", HTML_DIV),
    UNSEEN("datalist"),
    BLOCK("dd", HTML_DD),
    UNSEEN("del"),
    BLOCK("details", HTML_DIV),
    BLOCK("dialog", HTML_ASIDE),
    BLOCK("dir", HTML_LIST),
    BLOCK("div", HTML_DIV),
    BLOCK("dl", HTML_DIV),
    BLOCK("dt", HTML_DT),
    UNSEEN("embed"),
    BLOCK("fieldset", HTML_DIV),
    BLOCK("figcaption", HTML_DIV),
    BLOCK("figure", HTML_DIV),
    BLOCK("footer", HTML_FOOTER),
    BLOCK("form", HTML_FORM),
    HEADING("h1", 1),
    HEADING("h2", 2),
    HEADING("h3", 3),
    HEADING("h4", 4),
    HEADING("h5", 5),
    HEADING("h6", 6),
    BLOCK("header", HTML_HEADER),
    BLOCK("hgroup", HTML_DIV),
    BLOCK("hr", HTML_DIV),
    UNSEEN("iframe"),
    BLOCK("legend", HTML_DIV),
    BLOCK("li", HTML_ITEM),
    BLOCK("main", HTML_MAIN),
    UNSEEN("map"),
    BLOCK("menu", HTML_LIST),
    INLINE("meta", HTML_META),
    UNSEEN("meter"),
    BLOCK("nav", HTML_NAV),
    UNSEEN("noframes"),
    UNSEEN("noscript"),
    UNSEEN("object"),
    BLOCK("ol", HTML_LIST),
    UNSEEN("optgroup"),
    UNSEEN("option"),
    BLOCK("p", HTML_PARAGRAPH),
    BLOCK("pre", HTML_PARAGRAPH),
    UNSEEN("progress"),
    UNSEEN("s"),
    UNSEEN("script"),
    BLOCK("search", HTML_NAV),
    BLOCK("section", HTML_DIV),
    UNSEEN("select"),
    UNSEEN("strike"),
    INLINE("strong", HTML_STRONG),
    UNSEEN("style"),
    BLOCK("summary", HTML_SUMMARY),
    UNSEEN("svg"),
    BLOCK("table", HTML_TABLE),
    BLOCK("tbody", HTML_ROW_GROUP),
    BLOCK("td", HTML_CELL),
    UNSEEN("template"),
    UNSEEN("textarea"),
    BLOCK("tfoot", HTML_ROW_GROUP),
    BLOCK("th", HTML_HEADER_CELL),
    BLOCK("thead", HTML_TABLE_HEAD),
    { "title", { HTML_TITLE, HTML_IS_UNSEEN, 0 } },
    BLOCK("tr", HTML_ROW),
    BLOCK("ul", HTML_LIST),
    UNSEEN("video"),
#undef BLOCK
#undef INLINE
#undef UNSEEN
#undef HEADING
};

struct html_trait
html_element(struct str name)
{
    size_t from = 0, to = ARRAY_LEN(elements);

    while (from < to) {
        size_t middle = from + (to - from) / 2;
        int order = str_compare(name, str_of(elements[middle].name));

        if (order == 0)
            return elements[middle].trait;
        if (order < 0)
            to = middle;
        else
            from = middle + 1;
    }
    return (struct html_trait){ HTML_OTHER, 0, 0 };
}

/* ---- Roles ---- */

static const struct role {
    const char *name;
    enum html_role role;
} roles[] = {
    { "main", HTML_ROLE_MAIN },
    { "heading", HTML_ROLE_HEADING },
    { "listitem", HTML_ROLE_ITEM },
    { "list", HTML_ROLE_LIST },
    { "presentation", HTML_ROLE_LAYOUT },
    { "none", HTML_ROLE_LAYOUT },
    { "doc-toc", HTML_ROLE_CONTENTS },
    { "navigation", HTML_ROLE_FURNITURE },
    { "banner", HTML_ROLE_BANNER },
    { "contentinfo", HTML_ROLE_FURNITURE },
    { "complementary", HTML_ROLE_FURNITURE },
    { "search", HTML_ROLE_FURNITURE },
    { "dialog", HTML_ROLE_FURNITURE },
    { "alertdialog", HTML_ROLE_FURNITURE },
    { "menu", HTML_ROLE_FURNITURE },
    { "menubar", HTML_ROLE_FURNITURE },
    { "toolbar", HTML_ROLE_FURNITURE },
    { "doc-noteref", HTML_ROLE_UNSEEN },
    { "doc-backlink", HTML_ROLE_UNSEEN },
    { "img", HTML_ROLE_UNSEEN },
};

enum html_role
html_role(struct str name)
{
    name = str_trim(name);
    for (size_t i = 0; i < ARRAY_LEN(roles); i++) {
        if (str_equal(name, str_of(roles[i].name)))
            return roles[i].role;
    }
    return HTML_ROLE_NONE;
}

/* ---- Uses ---- */

/* A name as a whole ("site-header"), or a piece of one: what is divided by
 * hyphens, low lines and capitals ("site-cookie-notice", "cookieNotice"). */
static const struct use {
    const char *name;
    bool whole;
    enum html_use use;
} uses[] = {
    { "breadcrumb", false, HTML_USE_FURNITURE },
    { "breadcrumbs", false, HTML_USE_FURNITURE },
    { "consent", false, HTML_USE_FURNITURE },
    { "cookie", false, HTML_USE_FURNITURE },
    { "cookies", false, HTML_USE_FURNITURE },
    { "feedback", false, HTML_USE_FURNITURE },
    { "gdpr", false, HTML_USE_FURNITURE },
    { "menu", false, HTML_USE_FURNITURE },
    { "nav", false, HTML_USE_FURNITURE },
    { "navbar", false, HTML_USE_FURNITURE },
    { "navigation", false, HTML_USE_FURNITURE },
    { "pagination", false, HTML_USE_FURNITURE },
    { "readspeaker", false, HTML_USE_FURNITURE },
    { "share", false, HTML_USE_FURNITURE },
    { "sharing", false, HTML_USE_FURNITURE },
    { "sidebar", false, HTML_USE_FURNITURE },
    { "skip", false, HTML_USE_FURNITURE },
    { "skiplink", false, HTML_USE_FURNITURE },
    { "skiplinks", false, HTML_USE_FURNITURE },
    { "social", false, HTML_USE_FURNITURE },
    { "toolbar", false, HTML_USE_FURNITURE },
    { "msofooter", true, HTML_USE_FURNITURE },
    { "msoheader", true, HTML_USE_FURNITURE },
    { "banner", true, HTML_USE_BANNER },
    { "footer", true, HTML_USE_BANNER },
    { "header", true, HTML_USE_BANNER },
    { "login", true, HTML_USE_BANNER },
    { "masthead", true, HTML_USE_BANNER },
    { "page-footer", true, HTML_USE_BANNER },
    { "page-header", true, HTML_USE_BANNER },
    { "page-info", true, HTML_USE_BANNER },
    { "search", true, HTML_USE_BANNER },
    { "site-footer", true, HTML_USE_BANNER },
    { "site-header", true, HTML_USE_BANNER },
    { "topbar", true, HTML_USE_BANNER },
    { "msotoc1", true, HTML_USE_CONTENTS },
    { "msotoc2", true, HTML_USE_CONTENTS },
    { "msotoc3", true, HTML_USE_CONTENTS },
    { "table-of-contents", true, HTML_USE_CONTENTS },
    { "toc", true, HTML_USE_CONTENTS },
    { "footnote-back", true, HTML_USE_UNSEEN },
    { "footnote-ref", true, HTML_USE_UNSEEN },
    { "msoendnotereference", true, HTML_USE_UNSEEN },
    { "msofootnotereference", true, HTML_USE_UNSEEN },
    { "screen-reader-text", true, HTML_USE_UNSEEN },
    { "sdendnoteanc", true, HTML_USE_UNSEEN },
    { "sdendnotesym", true, HTML_USE_UNSEEN },
    { "sdfootnoteanc", true, HTML_USE_UNSEEN },
    { "sdfootnotesym", true, HTML_USE_UNSEEN },
    { "sr-only", true, HTML_USE_UNSEEN },
    { "visually-hidden", true, HTML_USE_UNSEEN },
    { "visuallyhidden", true, HTML_USE_UNSEEN },
};

static bool
is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/* In lower case; the empty text where it is longer than any name. */
static struct str
lower(struct str name, char out[LONGEST_USE])
{
    if (name.len > LONGEST_USE)
        return STR("");
    for (size_t i = 0; i < name.len; i++) {
        char c = name.ptr[i];

        out[i] = ascii_lower(c);
    }
    return str_make(out, name.len);
}

static enum html_use
find_use(struct str name, bool whole)
{
    char room[LONGEST_USE];

    name = lower(name, room);
    for (size_t i = 0; name.len && i < ARRAY_LEN(uses); i++) {
        if (uses[i].whole == whole && str_equal(name, str_of(uses[i].name)))
            return uses[i].use;
    }
    return HTML_USE_NONE;
}

/* Where the piece that begins at @p at ends. */
static size_t
piece_end(struct str word, size_t at)
{
    size_t end = at + 1;

    while (
        end < word.len && word.ptr[end] != '-' && word.ptr[end] != '_' &&
        !(ascii_is_upper(word.ptr[end]) && !ascii_is_upper(word.ptr[end - 1])))
        end++;
    return end;
}

static enum html_use
use_of_word(struct str word)
{
    enum html_use use = find_use(word, true);

    for (size_t at = 0; use == HTML_USE_NONE && at < word.len;) {
        size_t end = piece_end(word, at);

        use = find_use(str_make(word.ptr + at, end - at), false);
        at = end;
        while (at < word.len && (word.ptr[at] == '-' || word.ptr[at] == '_'))
            at++;
    }
    return use;
}

enum html_use
html_use(struct str words)
{
    enum html_use use = HTML_USE_NONE;

    for (size_t at = 0; use == HTML_USE_NONE && at < words.len;) {
        size_t end = at;

        while (end < words.len && !is_blank(words.ptr[end]))
            end++;
        use = use_of_word(str_make(words.ptr + at, end - at));
        at = end + 1;
    }
    return use;
}
