/* SPDX-License-Identifier: MIT */

/* The names of OOXML as a table for the XML reader. */

#include "read/docx_words.h"

#ifdef READ_OFFICE

enum docx_space {
    SPACE_NONE,
    SPACE_W,
    SPACE_MC,
    SPACE_M,
    SPACE_REL,
    SPACE_DC,
    SPACE_TERMS
};

static const struct xml_space spaces[] = {
    { SPACE_W, "http://schemas.openxmlformats.org/wordprocessingml/2006/main" },
    { SPACE_W, "http://purl.oclc.org/ooxml/wordprocessingml/main" },
    { SPACE_MC, "http://schemas.openxmlformats.org/markup-compatibility/2006" },
    { SPACE_M, "http://schemas.openxmlformats.org/officeDocument/2006/math" },
    { SPACE_M, "http://purl.oclc.org/ooxml/officeDocument/math" },
    { SPACE_REL,
      "http://schemas.openxmlformats.org/package/2006/relationships" },
    { SPACE_DC, "http://purl.org/dc/elements/1.1/" },
    { SPACE_TERMS, "http://purl.org/dc/terms/" },
};

static const struct xml_word words[] = {
#define WORD(constant, space, name) { SPACE_##space, name },
#include "read/docx_words.def"
#undef WORD
};

const struct xml_names docx_names = { spaces, ARRAY_LEN(spaces), words,
                                      ARRAY_LEN(words) };

struct str
docx_val(const struct xml_element *element)
{
    return xml_attribute(element, W_VAL);
}

bool
docx_is_on(const struct xml_element *element)
{
    struct str value = docx_val(element);

    return !value.ptr ||
           !(str_equal(value, STR("0")) || str_equal(value, STR("false")) ||
             str_equal(value, STR("off")));
}

int
docx_hex(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

#endif
