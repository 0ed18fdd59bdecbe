/* SPDX-License-Identifier: MIT */

/* XML by expat; the only file that includes its header.
 *
 * A document type is refused where it begins, and with it entities and what
 * they can do; where a format has one that only names a file, that file is
 * never opened.  Depth, elements, attributes, tags and texts are counted.
 * Names are looked up once, in a table made of the format's list.
 *
 * expat takes its memory from malloc. */

#include "read/xml.h"

#ifdef READ_OFFICE

#include "base/number.h"
#include "read/lookup.h"

#include <expat.h>
#include <string.h>

#define CHUNK 65536
#define PARTING '\n' /* between address and name; stands in neither */
#define SLOTS 1024   /* more than twice the words of any format */

struct xml {
    const struct reading *reading;
    const struct xml_names *names;
    const struct xml_handler *handler;
    XML_Parser parser;
    samsyn_status status;
    size_t *elements;
    size_t quiet; /* bytes since something was told */
    size_t text;  /* bytes since the last tag */
    size_t depth;
    size_t skipped; /* depth within an element that is skipped, 0: none */
    uint16_t open[XML_MOST_DEPTH]; /* words */
    uint16_t slots[SLOTS];         /* words by their hash, 0: free */
    int space;                     /* of the address looked up last ... */
    size_t address_size;
    char address[128]; /* ... and this address */
};

/* ---- Names ---- */

static size_t
slot_of(int space, struct str name)
{
    return (lookup_hash(LOOKUP_SEED, name) + (uint32_t)space * 2654435761u) %
           SLOTS;
}

static void
fill_slots(struct xml *xml)
{
    for (size_t i = 0; i < xml->names->word_count; i++) {
        const struct xml_word *word = &xml->names->words[i];
        size_t at = slot_of(word->space, str_of(word->name));

        while (xml->slots[at])
            at = (at + 1) % SLOTS;
        xml->slots[at] = (uint16_t)(i + 1);
    }
}

static int
find_space(const struct xml_names *names, struct str address)
{
    for (size_t i = 0; i < names->space_count; i++) {
        if (str_equal(address, str_of(names->spaces[i].address)))
            return names->spaces[i].id;
    }
    return -1;
}

/* Most elements are of the namespace of the one before. */
static int
space_of(struct xml *xml, struct str address)
{
    if (str_equal(address, str_make(xml->address, xml->address_size)))
        return xml->space;
    if (address.len > sizeof xml->address)
        return -1;
    memcpy(xml->address, address.ptr, address.len);
    xml->address_size = address.len;
    xml->space = find_space(xml->names, address);
    return xml->space;
}

/* Divide what expat gives into address and name. */
static struct str
part_name(const char *whole, struct str *address)
{
    const char *end = strrchr(whole, PARTING);

    *address = end ? str_make(whole, (size_t)(end - whole)) : STR("");
    return str_of(end ? end + 1 : whole);
}

static int
word_of(struct xml *xml, const char *whole)
{
    struct str address, name = part_name(whole, &address);
    int space = address.len ? space_of(xml, address) : 0;

    if (space < 0)
        return 0;
    for (size_t at = slot_of(space, name); xml->slots[at];
         at = (at + 1) % SLOTS) {
        const struct xml_word *word = &xml->names->words[xml->slots[at] - 1];

        if (word->space == space && str_equal(name, str_of(word->name)))
            return xml->slots[at];
    }
    return 0;
}

struct str
xml_attribute(const struct xml_element *element, int word)
{
    const struct xml_word *wanted = &element->names->words[word - 1];

    for (const char **pair = element->pairs; *pair; pair += 2) {
        struct str address, name = part_name(pair[0], &address);

        if (str_equal(name, str_of(wanted->name)) &&
            (address.len ? find_space(element->names, address) : 0) ==
                wanted->space)
            return str_of(pair[1]);
    }
    return str_make(NULL, 0);
}

int
xml_number(const struct xml_element *element, int word, int least, int most,
           int other)
{
    struct str text = xml_attribute(element, word);
    int64_t number;

    if (!text.ptr || !number_int(text, &number))
        return other;
    return number < least || number > most ? other : (int)number;
}

/* ---- What expat finds ---- */

static void
note_spot(const struct xml *xml)
{
    struct xml_spot *spot = xml->handler->spot;

    if (!spot)
        return;
    spot->from = (size_t)XML_GetCurrentByteIndex(xml->parser);
    spot->to = spot->from + (size_t)XML_GetCurrentByteCount(xml->parser);
}

/* The first failure ends the reading. */
static void
stop(struct xml *xml, samsyn_status status)
{
    if (status == SAMSYN_OK || xml->status != SAMSYN_OK)
        return;
    xml->status = status;
    XML_StopParser(xml->parser, XML_FALSE);
}

static void
refuse(struct xml *xml, const char *code, const char *limit)
{
    if (xml->status == SAMSYN_OK)
        stop(xml, reading_refuse(xml->reading, code, limit,
                                 limit ? SAMSYN_E_LIMIT : SAMSYN_E_NOT_TEXT));
}

static bool
has_many(const char **pairs)
{
    size_t count = 0;

    while (pairs[count * 2] && count <= XML_MOST_ATTRIBUTES)
        count++;
    return count > XML_MOST_ATTRIBUTES;
}

static void
on_start(void *user, const XML_Char *name, const XML_Char **pairs)
{
    struct xml *xml = user;
    struct xml_element element = { .pairs = pairs, .names = xml->names };

    xml->quiet = xml->text = 0;
    if (xml->status != SAMSYN_OK)
        return;
    if (xml->depth == XML_MOST_DEPTH)
        refuse(xml, "document-xml-deep", "256");
    else if (++*xml->elements > XML_MOST_ELEMENTS)
        refuse(xml, "document-xml-elements", "3000000");
    else if (has_many(pairs))
        refuse(xml, "document-xml-attributes", "256");
    if (xml->status != SAMSYN_OK)
        return;
    xml->depth++;
    if (xml->skipped)
        return;
    element.word = word_of(xml, name);
    xml->open[xml->depth - 1] = (uint16_t)element.word;
    note_spot(xml);
    stop(xml, xml->handler->start(xml->handler->user, &element));
    if (element.skip)
        xml->skipped = xml->depth;
}

static void
on_end(void *user, const XML_Char *name)
{
    struct xml *xml = user;
    size_t depth = xml->depth;

    (void)name;
    xml->quiet = xml->text = 0;
    if (xml->status != SAMSYN_OK)
        return;
    xml->depth--;
    note_spot(xml);
    if (!xml->skipped && xml->handler->end)
        stop(xml, xml->handler->end(xml->handler->user, xml->open[depth - 1]));
    else if (xml->skipped == depth)
        xml->skipped = 0;
}

static void
on_text(void *user, const XML_Char *text, int length)
{
    struct xml *xml = user;

    xml->quiet = 0;
    if (!xml->handler->text || xml->skipped || xml->status != SAMSYN_OK)
        return;
    xml->text += (size_t)length;
    if (xml->text > XML_MOST_TEXT)
        refuse(xml, "document-xml-text", "1048576");
    else
        stop(xml, xml->handler->text(xml->handler->user,
                                     str_make(text, (size_t)length)));
}

static void
on_doctype(void *user, const XML_Char *name, const XML_Char *system,
           const XML_Char *public, int internal)
{
    struct xml *xml = user;

    (void)name;
    (void)system;
    (void)public;
    if (internal || !xml->handler->doctype)
        refuse(xml, "document-xml-doctype", NULL);
}

/* ---- The part ---- */

static samsyn_status
parse_failure(struct xml *xml)
{
    if (xml->status != SAMSYN_OK)
        return xml->status;
    if (XML_GetErrorCode(xml->parser) == XML_ERROR_NO_MEMORY)
        return SAMSYN_E_NOMEM;
    return reading_refuse(xml->reading, "document-xml-damaged", NULL,
                          SAMSYN_E_NOT_TEXT);
}

/* A tag that does not end makes expat read it again with every chunk. */
static samsyn_status
count_quiet(struct xml *xml, size_t bytes)
{
    xml->quiet += bytes;
    if (xml->quiet > XML_MOST_TAG + 2 * CHUNK)
        refuse(xml, "document-xml-tag", "1048576");
    return xml->status;
}

static samsyn_status
parse(struct xml *xml, struct source source)
{
    size_t got;

    do {
        void *room = XML_GetBuffer(xml->parser, CHUNK);
        samsyn_status status = SAMSYN_E_NOMEM;

        if (room)
            status = source.pull(source.user, room, CHUNK, &got);
        if (status == SAMSYN_OK)
            status = count_quiet(xml, got);
        if (status != SAMSYN_OK)
            return status;
        if (XML_ParseBuffer(xml->parser, (int)got, got == 0) != XML_STATUS_OK)
            return parse_failure(xml);
    } while (got);
    return xml->status;
}

samsyn_status
xml_read(const struct reading *reading, struct source source,
         const struct xml_names *names, const struct xml_handler *handler,
         size_t *elements)
{
    struct xml *xml = mem_alloc(reading->mem, sizeof *xml);
    samsyn_status status = SAMSYN_E_NOMEM;

    if (!xml)
        return SAMSYN_E_NOMEM;
    xml->reading = reading;
    xml->names = names;
    xml->handler = handler;
    xml->elements = elements;
    fill_slots(xml);
    xml->parser = XML_ParserCreateNS(NULL, PARTING);
    if (xml->parser) {
        XML_SetUserData(xml->parser, xml);
        XML_SetElementHandler(xml->parser, on_start, on_end);
        XML_SetCharacterDataHandler(xml->parser, on_text);
        XML_SetStartDoctypeDeclHandler(xml->parser, on_doctype);
        status = parse(xml, source);
        XML_ParserFree(xml->parser);
    }
    mem_free(reading->mem, xml);
    return status;
}

#endif
