/* SPDX-License-Identifier: MIT */
#ifndef TESTS_INPUTS_H
#define TESTS_INPUTS_H

/* Inputs made to be slow, deep or large; each adds one to a text. */

#include "support/whole.h"

/* YAML that is no checklist. */
void
yaml_brackets(struct text *out);
void
yaml_braces(struct text *out);
void
yaml_deep_blocks(struct text *out);
void
yaml_alias_bomb(struct text *out);
void
yaml_anchors(struct text *out);
void
yaml_many_keys(struct text *out);
void
yaml_one_long_scalar(struct text *out);

/* Checklists. */
void
list_many_terms(struct text *out);
void
list_many_entries(struct text *out);
void
list_ring(struct text *out);
void
list_doubling(struct text *out);
void
list_chain(struct text *out);
void
list_unknown(struct text *out);
void
list_drops(struct text *out);
void
list_more_terms(struct text *out);
void
list_many_forms(struct text *out);
void
list_phrases(struct text *out);
void
list_same_word(struct text *out);
void
list_slow_pattern(struct text *out);
void
list_plain(struct text *out);
void
list_near(struct text *out);
void
list_order(struct text *out);
void
list_gaps(struct text *out);

/* Plain text. */
void
text_one_line(struct text *out);
void
text_a_and_b(struct text *out);
void
text_one_word(struct text *out);
void
text_last_word(struct text *out);
void
text_said(struct text *out);
void
text_one_sentence(struct text *out);
void
text_hits(struct text *out);
void
text_dates(struct text *out);
void
text_marks(struct text *out);
void
text_soft_hyphens(struct text *out);
void
text_line_hyphens(struct text *out);
void
text_blank(struct text *out);
void
text_dots(struct text *out);
void
text_columns(struct text *out);

/* Markdown. */
void
md_wide_table(struct text *out);
void
md_full_table(struct text *out);
void
md_quotes(struct text *out);
void
md_deep_list(struct text *out);
void
md_long_list(struct text *out);
void
md_headings(struct text *out);
void
md_brackets(struct text *out);
void
md_links(struct text *out);
void
md_stars(struct text *out);
void
md_ticks(struct text *out);
void
md_references(struct text *out);

#endif
