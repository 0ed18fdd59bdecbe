/* SPDX-License-Identifier: MIT */
#ifndef DOCUMENT_ENTITY_H
#define DOCUMENT_ENTITY_H

/* Characters written as names or numbers: &auml; &#228; &#xE4; */

#include "base/str.h"

#include <stdint.h>

/* The code point of an entity, with its & and ;.  0 where it is not known. */
uint32_t
entity_code(struct str entity);

#endif
