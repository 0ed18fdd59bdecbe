/* SPDX-License-Identifier: MIT */

/* What a page is about, and what only stands around it.
 *
 * Furniture is what the page marks as such, by element, role or the name of a
 * class: navigation, page header and footer, cookie notices, buttons for
 * sharing, forms.  Names can mislead ("menu-open" on the whole page), so that
 * what holds the title or half of all text is no furniture by its name.
 *
 * The content is what is marked as main; else the article that holds half of
 * the text; else the innermost element that holds all running text and the
 * title.  What stands outside of it is furniture.  A doubt is decided for the
 * text: furniture is no evidence, so that what is set aside wrongly is lost. */

#include "read/html_tree.h"

#define LONG_STRETCH 60 /* bytes: more than a link or an address */
#define LEAST_MAIN 10   /* percent of the page's text in <main> */
#define LEAST_ARTICLE 50
#define MOST_NAMED 50    /* percent of it in what is furniture by name */
#define LEAST_RUNNING 98 /* percent of running text to step inwards for */
#define LINKS_ONLY 90    /* percent of a list that is menu */

static bool
is_share(uint32_t part, uint32_t whole, uint32_t percent)
{
    return (uint64_t)part * 100 >= (uint64_t)whole * percent;
}

/* ---- What is in an element ---- */

static void
inherit(struct html_tree *tree)
{
    for (uint32_t i = 1; i < tree->nodes.len; i++) {
        struct html_node *node = html_at(tree, i);
        const struct html_node *parent = html_at(tree, node->parent);

        node->unseen = node->unseen || parent->unseen;
        node->linked = parent->linked || node->tag == HTML_LINK;
        node->inner = parent->inner || node->tag == HTML_MAIN ||
                      node->tag == HTML_ARTICLE;
    }
}

static uint32_t
count_seen(struct str text)
{
    uint32_t count = 0;

    for (size_t i = 0; i < text.len; i++)
        count += (unsigned char)text.ptr[i] > ' ';
    return count;
}

/* Weighs every element, but for what is furniture already.  What is inside
 * stands behind, so that a walk from the end meets it first. */
static void
weigh(struct html_tree *tree)
{
    for (uint32_t i = 0; i < tree->nodes.len; i++) {
        struct html_node *node = html_at(tree, i);

        node->all = node->weight = node->running = 0;
        if (node->tag != HTML_TEXT || node->unseen ||
            node->zone != HTML_ZONE_BODY)
            continue;
        node->all = count_seen(html_text(tree, node));
        node->weight = node->linked ? 0 : node->all;
        node->running = node->weight >= LONG_STRETCH ? node->weight : 0;
    }
    for (uint32_t i = (uint32_t)tree->nodes.len - 1; i > 0; i--) {
        struct html_node *node = html_at(tree, i);
        struct html_node *parent = html_at(tree, node->parent);

        if (node->tag == HTML_HEADING && node->weight) {
            node->titled = true;
            node->headed = node->level == 1;
        }
        node->main = node->main || node->tag == HTML_MAIN;
        parent->all += node->all;
        parent->weight += node->weight;
        parent->running += node->running;
        parent->titled = parent->titled || node->titled;
        parent->headed = parent->headed || node->headed;
        parent->main = parent->main || node->main;
    }
}

/* ---- Furniture ---- */

/* Holds what no furniture does. */
static bool
holds_content(const struct html_tree *tree, const struct html_node *node)
{
    return node->main || node->headed || node->tag == HTML_BODY ||
           is_share(node->weight, html_at(tree, 0)->weight, MOST_NAMED);
}

/* A page header or footer; that of an article holds its title. */
static bool
is_banner(const struct html_node *node)
{
    return node->tag == HTML_HEADER || node->role == HTML_ROLE_BANNER ||
           node->use == HTML_USE_BANNER;
}

/* In a heading a button is what the heading says. */
static bool
is_lone_button(const struct html_tree *tree, const struct html_node *node)
{
    const struct html_node *parent = html_at(tree, node->parent);

    return node->tag == HTML_BUTTON && parent->tag != HTML_HEADING &&
           parent->tag != HTML_SUMMARY && parent->tag != HTML_DT;
}

static bool
is_furniture(const struct html_tree *tree, const struct html_node *node)
{
    if (node->tag == HTML_TEXT || node->tag == HTML_HEADING)
        return false;
    if (node->tag == HTML_NAV || is_lone_button(tree, node))
        return true;
    if (is_banner(node))
        return !node->inner && !node->headed && !node->main &&
               !(node->use == HTML_USE_BANNER && holds_content(tree, node));
    if (node->tag == HTML_ASIDE || node->tag == HTML_FOOTER ||
        node->role == HTML_ROLE_FURNITURE)
        return !node->main && !node->headed;
    return (node->tag == HTML_FORM || node->use == HTML_USE_FURNITURE) &&
           !holds_content(tree, node);
}

static bool
is_contents(const struct html_node *node)
{
    return node->role == HTML_ROLE_CONTENTS ||
           (node->use == HTML_USE_CONTENTS && !node->main && !node->headed);
}

static void
set_apart(struct html_node *node)
{
    node->zone = HTML_ZONE_FURNITURE;
    /* Buttons side by side are no words of one line. */
    node->block = node->block || node->tag == HTML_BUTTON;
}

static void
mark_furniture(struct html_tree *tree)
{
    for (uint32_t i = 1; i < tree->nodes.len; i++) {
        struct html_node *node = html_at(tree, i);

        node->zone = html_at(tree, node->parent)->zone;
        if (node->zone != HTML_ZONE_BODY)
            continue;
        if (is_contents(node))
            node->zone = HTML_ZONE_CONTENTS;
        else if (is_furniture(tree, node))
            set_apart(node);
    }
}

/* ---- The content ---- */

/* The heaviest element of a kind, HTML_NO_NODE where none has that share of
 * the page's text. */
static uint32_t
heaviest(const struct html_tree *tree, enum html_tag tag, uint32_t percent)
{
    uint32_t best = HTML_NO_NODE, most = 0;

    for (uint32_t i = 1; i < tree->nodes.len; i++) {
        const struct html_node *node = html_at(tree, i);

        if (node->tag == tag && node->weight > most) {
            best = i;
            most = node->weight;
        }
    }
    return is_share(most, html_at(tree, 0)->weight, percent) ? best
                                                             : HTML_NO_NODE;
}

/* An element that only holds others. */
static bool
is_holder(const struct html_node *node)
{
    return node->tag == HTML_OTHER || node->tag == HTML_BODY ||
           node->tag == HTML_DIV || node->tag == HTML_ARTICLE ||
           node->tag == HTML_FORM;
}

/* The element inside that holds all running text, and the title. */
static uint32_t
step_inwards(const struct html_tree *tree, uint32_t at)
{
    const struct html_node *outer = html_at(tree, at);

    for (uint32_t i = at + 1; i < outer->end; i = html_at(tree, i)->end) {
        const struct html_node *node = html_at(tree, i);

        if (is_holder(node) && node->zone == HTML_ZONE_BODY && node->running &&
            is_share(node->running, outer->running, LEAST_RUNNING) &&
            node->headed == outer->headed && node->titled == outer->titled)
            return i;
    }
    return HTML_NO_NODE;
}

static uint32_t
find_content(const struct html_tree *tree)
{
    uint32_t found = heaviest(tree, HTML_MAIN, LEAST_MAIN);

    if (found == HTML_NO_NODE)
        found = heaviest(tree, HTML_ARTICLE, LEAST_ARTICLE);
    if (found != HTML_NO_NODE)
        return found;
    for (uint32_t next = 0; next != HTML_NO_NODE;) {
        found = next;
        next = step_inwards(tree, found);
    }
    return found;
}

/* Nothing but links: a menu, where no content is marked. */
static bool
is_menu(const struct html_node *node)
{
    return node->tag == HTML_LIST && node->all &&
           is_share(node->all - node->weight, node->all, LINKS_ONLY);
}

static void
set_zone(struct html_tree *tree, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; i++) {
        struct html_node *node = html_at(tree, i);

        if (node->zone == HTML_ZONE_BODY)
            node->zone = HTML_ZONE_FURNITURE;
    }
}

/* The title stands above the content on many pages: it is left where it is. */
static bool
is_outer_title(const struct html_tree *tree, uint32_t index, uint32_t content)
{
    const struct html_node *node = html_at(tree, index);

    return index < content && node->tag == HTML_HEADING && node->headed &&
           node->zone == HTML_ZONE_BODY && !html_at(tree, content)->headed;
}

static void
set_outside(struct html_tree *tree, uint32_t content)
{
    uint32_t from = 1;

    for (uint32_t i = 1; i < content; i++) {
        if (!is_outer_title(tree, i, content))
            continue;
        set_zone(tree, from, i);
        from = html_at(tree, i)->end;
    }
    set_zone(tree, from, content);
    set_zone(tree, html_at(tree, content)->end, (uint32_t)tree->nodes.len);
}

static void
set_menus(struct html_tree *tree, const struct html_node *content)
{
    for (uint32_t i = 1; i < content->end && !content->inner; i++) {
        if (is_menu(html_at(tree, i)))
            set_zone(tree, i, html_at(tree, i)->end);
    }
}

void
html_main(struct html_tree *tree)
{
    uint32_t content;

    inherit(tree);
    weigh(tree);
    mark_furniture(tree);
    weigh(tree);
    content = find_content(tree);
    set_menus(tree, html_at(tree, content));
    set_outside(tree, content);
}
