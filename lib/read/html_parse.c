/* SPDX-License-Identifier: MIT */

/* A page into its tree by libxml2's HTML parser; the only file that includes
 * its headers.
 *
 * The parser is fed piece by piece and its events go straight into our tree:
 * none of its own is built, so that its size is ours to limit.  It compares
 * every attribute of an element with every other one: what it has not yet
 * taken of an element is looked at before more of it is fed.
 *
 * libxml2 takes its memory from malloc().  Where it finds none it says so, as
 * a rule; the name of an element that it has no room for it leaves out, which
 * nobody can tell from a page that is written so (2.9; mended in 2.13). */

#include "read/html_tree.h"

#include "base/ascii.h"
#ifdef READ_HTML

#include <libxml/HTMLparser.h>
#include <libxml/xmlerror.h>

#define PIECE 4096
#define MOST_ATTRIBUTES 1000   /* of an element */
#define MOST_WORK 100000000ull /* steps that the page makes the parser take */
#define FAULT_WORK 100         /* to tell of a fault */

struct parse {
    struct html_tree *tree;
    htmlParserCtxtPtr parser;
    uint64_t work;
};

/* Past a limit the parser is stopped, too, which may have much left. */
static void
add_work(struct parse *parse, uint64_t work)
{
    parse->work += work;
    if (parse->work > MOST_WORK && parse->tree->fault == HTML_FINE)
        parse->tree->fault = HTML_TOO_MANY;
    if (parse->tree->fault != HTML_FINE)
        xmlStopParser(parse->parser);
}

/* ---- Attributes ---- */

static struct str
text_of(const xmlChar *text)
{
    return str_of((const char *)text);
}

static void
take(struct html_attributes *out, struct str name, struct str value)
{
    const struct {
        struct str name;
        struct str *value;
    } wanted[] = {
        { STR("role"), &out->role },
        { STR("aria-level"), &out->level },
        { STR("class"), &out->words },
        { STR("id"), &out->id },
        { STR("style"), &out->style },
        { STR("aria-controls"), &out->controls },
        { STR("colspan"), &out->columns },
        { STR("rowspan"), &out->rows },
        { STR("name"), &out->name },
        { STR("property"), &out->name },
        { STR("content"), &out->content },
    };

    for (size_t i = 0; i < ARRAY_LEN(wanted); i++) {
        if (str_equal(name, wanted[i].name) && !wanted[i].value->len)
            *wanted[i].value = value;
    }
    if (str_equal(name, STR("hidden")))
        out->hidden = true;
}

#define ABSENT                                                                 \
    {                                                                          \
        "", 0                                                                  \
    }
static const struct html_attributes none = { ABSENT, ABSENT, ABSENT, ABSENT,
                                             ABSENT, ABSENT, ABSENT, ABSENT,
                                             ABSENT, ABSENT, false };

static void
on_start(void *user, const xmlChar *name, const xmlChar **attributes)
{
    struct parse *parse = user;
    struct html_attributes taken = none;
    uint64_t count = 0;

    for (; attributes && attributes[2 * count]; count++)
        take(&taken, text_of(attributes[2 * count]),
             text_of(attributes[2 * count + 1]));
    html_tree_open(parse->tree, text_of(name), &taken);
    add_work(parse, count * count);
}

static void
on_end(void *user, const xmlChar *name)
{
    struct parse *parse = user;

    (void)name;
    html_tree_close(parse->tree);
}

static void
on_text(void *user, const xmlChar *text, int length)
{
    struct parse *parse = user;

    html_tree_text(parse->tree, str_make((const char *)text, (size_t)length));
    add_work(parse, 1);
}

/* Scripts and styles. */
static void
on_data(void *user, const xmlChar *text, int length)
{
    (void)user;
    (void)text;
    (void)length;
}

/* Pages are full of what is strictly wrong.  Each fault costs a little, and an
 * end without a beginning as much as the page is deep. */
#if LIBXML_VERSION >= 21200
static void
on_error(void *user, const xmlError *error)
#else
static void
on_error(void *user, xmlErrorPtr error)
#endif
{
    struct parse *parse = user;

    (void)error;
    if (parse) /* none while the parser is being made */
        add_work(parse, FAULT_WORK + parse->tree->depth);
}

/* ---- Feeding ---- */

/* How many attributes a tag has, at most: values in quotes are one, all else
 * counts by its blanks and signs of equality. */
static size_t
count_attributes(struct str tag)
{
    size_t count = 0;
    char quote = '\0', last = '\0';

    for (size_t i = 0; i < tag.len; i++) {
        char c = tag.ptr[i];

        if (quote) {
            quote = c == quote ? '\0' : quote;
        } else if (c == '>') {
            break;
        } else if ((c == '"' || c == '\'') && last == '=') {
            quote = c;
            count++;
        } else if ((unsigned char)c <= ' ' && (unsigned char)last > ' ') {
            count++;
        }
        if ((unsigned char)c > ' ' || (unsigned char)last > ' ')
            last = c == ' ' && last == '=' ? '=' : c;
    }
    return count;
}

/* What the parser has not yet taken of what it was fed. */
static size_t
pending(htmlParserCtxtPtr parser)
{
    return parser->input ? (size_t)(parser->input->end - parser->input->cur)
                         : 0;
}

/* How much to feed: as much again as what is pending, so that a long piece is
 * not looked at again for every short one. */
static size_t
next_piece(htmlParserCtxtPtr parser, size_t left)
{
    size_t size = pending(parser);

    if (size < PIECE)
        size = PIECE;
    return size < left ? size : left;
}

/* The pending tag, with what would be fed, has too many attributes. */
static bool
is_bomb(htmlParserCtxtPtr parser, struct str utf8, size_t at, size_t piece)
{
    size_t before = pending(parser);

    if (before > at || before + piece <= PIECE)
        return false;
    struct str tag = str_make(utf8.ptr + at - before, before + piece);
    return tag.len > 1 && tag.ptr[0] == '<' && ascii_is_letter(tag.ptr[1]) &&
           count_attributes(tag) > MOST_ATTRIBUTES;
}

static void
feed(struct html_tree *tree, htmlParserCtxtPtr parser, struct str utf8)
{
    size_t at = 0;

    while (at < utf8.len && tree->fault == HTML_FINE) {
        size_t piece = next_piece(parser, utf8.len - at);

        if (is_bomb(parser, utf8, at, piece)) {
            tree->fault = HTML_TOO_ATTRIBUTED;
            return;
        }
        htmlParseChunk(parser, utf8.ptr + at, (int)piece, 0);
        at += piece;
        if (parser->errNo == XML_ERR_NO_MEMORY)
            tree->fault = HTML_NO_MEMORY;
    }
    if (tree->fault == HTML_FINE)
        htmlParseChunk(parser, NULL, 0, 1);
    if (tree->fault == HTML_FINE && parser->errNo == XML_ERR_NO_MEMORY)
        tree->fault = HTML_NO_MEMORY;
}

static void
parse_with(struct parse *parse, struct str utf8)
{
    htmlSAXHandler events = { .startElement = on_start,
                              .endElement = on_end,
                              .characters = on_text,
                              .ignorableWhitespace = on_text,
                              .cdataBlock = on_data,
                              .serror = on_error,
                              .initialized = XML_SAX2_MAGIC };
    htmlParserCtxtPtr parser = htmlCreatePushParserCtxt(
        &events, parse, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);

    if (!parser) {
        parse->tree->fault = HTML_NO_MEMORY;
        return;
    }
    parse->parser = parser;
    htmlCtxtUseOptions(parser, HTML_PARSE_RECOVER | HTML_PARSE_NONET |
                                   HTML_PARSE_IGNORE_ENC);
    feed(parse->tree, parser, utf8);
    htmlFreeParserCtxt(parser);
}

/* What goes wrong before a parser is there is told to the thread's handler,
 * and where there is none it is printed: the library prints nothing. */
void
html_parse(struct html_tree *tree, struct str utf8)
{
    struct parse parse = { .tree = tree, .parser = NULL };
    xmlStructuredErrorFunc handler = xmlStructuredError;
    void *context = xmlStructuredErrorContext;

    xmlSetStructuredErrorFunc(NULL, on_error);
    parse_with(&parse, utf8);
    xmlSetStructuredErrorFunc(context, handler);
    html_tree_end(tree);
}

#endif
