/* SPDX-License-Identifier: MIT */
#ifndef LANGUAGE_PACK_H
#define LANGUAGE_PACK_H

/* The sections of a language pack, each read by a function of its own into
 * the pack.  The reader's user is the struct inflection of the pack.  All are
 * false only without memory. */

#include "base/fields.h"
#include "language/language.h"

bool
pack_read_endings(struct shape_reader *reader, struct samsyn_language *language,
                  const struct yaml_node *node);

/* Numbers all groups of endings and indexes them, when all have been read;
 * from @p start to @p end they stand in the file. */
bool
pack_index_endings(struct shape_reader *reader,
                   struct samsyn_language *language, size_t start, size_t end);

/* Either section may be NULL. */
bool
pack_read_entities(struct shape_reader *reader,
                   struct samsyn_language *language,
                   const struct yaml_node *classes,
                   const struct yaml_node *entities);

bool
pack_read_kinds(struct shape_reader *reader, struct samsyn_language *language,
                const struct yaml_node *node);

/* For FIELD(): a list of terms, of endings, or a folded text. */
bool
pack_terms(struct shape_reader *reader, struct term_list *out,
           const struct yaml_node *value);
bool
pack_take_endings(struct shape_reader *reader, struct ending_group *group,
                  const struct yaml_node *value);
bool
pack_folded(struct shape_reader *reader, struct str *out,
            const struct yaml_node *value);

extern const struct shape pack_endings_shape;
extern const struct shape pack_class_shape;
extern const struct shape pack_entity_shape;
extern const struct shape pack_moot_shape;
extern const struct shape pack_kind_shape;

#endif
