/* SPDX-License-Identifier: MIT */
#ifndef READ_XML_H
#define READ_XML_H

/* XML as a stream of elements and text, within limits, and with names that
 * are numbers.  A format gives the names that it knows; elements that it does
 * not know are told of as word 0, so that what is in them is still seen. */

#include "base/str.h"
#include "read/reader.h"
#include "read/source.h"

#include <stdbool.h>
#include <stdint.h>

/* Limits; what passes one is refused. */
#define XML_MOST_DEPTH 256
#define XML_MOST_ELEMENTS 3000000       /* in all parts of a file */
#define XML_MOST_ATTRIBUTES 256         /* of an element */
#define XML_MOST_TAG ((size_t)1 << 20)  /* bytes of a tag, or a comment */
#define XML_MOST_TEXT ((size_t)1 << 20) /* bytes between two tags */

/* A namespace; several addresses may be one: those of strict OOXML. */
struct xml_space {
    int id; /* from 1 */
    const char *address;
};

/* A name: words[i] has the word i + 1. */
struct xml_word {
    int space; /* 0: none */
    const char *name;
};

struct xml_names {
    const struct xml_space *spaces;
    size_t space_count;
    const struct xml_word *words;
    size_t word_count;
};

struct xml_element {
    int word;
    bool skip; /* set: nothing of what is in it is told, nor its end */
    const char **pairs;
    const struct xml_names *names;
};

/* Where in the part a tag stands, in bytes.  The end of an element that is
 * empty and was written as one tag has no extent. */
struct xml_spot {
    size_t from, to;
};

/* What is done with what is found.  A failure ends the reading; end and text
 * may be NULL. */
struct xml_handler {
    samsyn_status (*start)(void *user, struct xml_element *element);
    samsyn_status (*end)(void *user, int word);
    samsyn_status (*text)(void *user, struct str text);
    void *user;
    bool doctype;          /* one that only names a file is passed over */
    struct xml_spot *spot; /* receives that of each tag told; may be NULL */
};

/* @p elements: counts those of all parts of a file, from 0. */
samsyn_status
xml_read(const struct reading *reading, struct source source,
         const struct xml_names *names, const struct xml_handler *handler,
         size_t *elements);

/* The value of an attribute; ptr NULL where the element does not have it.
 * It lives until the handler returns. */
struct str
xml_attribute(const struct xml_element *element, int word);

/* The same as a number from @p least to @p most; @p other where it is none. */
int
xml_number(const struct xml_element *element, int word, int least, int most,
           int other);

#endif
