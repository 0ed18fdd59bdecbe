/* SPDX-License-Identifier: MIT */
#ifndef UTF8_H
#define UTF8_H

#include <stddef.h>

/* How many bytes the character takes that a text begins with; 0 where it is
 * none of UTF-8, which the ending NUL is not either. */
size_t
utf8_size(const char *text);

/* How many columns a text takes: its characters. */
size_t
utf8_width(const char *text);

#endif
