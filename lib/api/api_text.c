/* SPDX-License-Identifier: MIT */
/* Looking into the text that was assessed, block by block, and finding the
 * evidence in it: both are stretches of one text. */

#include "api/api.h"
#include "assess/assessment.h"

static const samsyn_stretch no_stretch = { SAMSYN_NONE, SAMSYN_NONE };

samsyn_stretch
samsyn_evidence_stretch(const samsyn_evidence *evidence)
{
    if (!evidence || evidence->text_start >= evidence->text_end)
        return no_stretch;
    return (samsyn_stretch){ evidence->text_start, evidence->text_end };
}

int
samsyn_assessment_has_quotes(const samsyn_assessment *assessment)
{
    return assessment && !assessment->no_quotes;
}

size_t
samsyn_assessment_block_count(const samsyn_assessment *assessment)
{
    return assessment ? assessment->block_count : 0;
}

const samsyn_text_block *
samsyn_assessment_block_at(const samsyn_assessment *assessment, size_t index)
{
    if (index >= samsyn_assessment_block_count(assessment))
        return NULL;
    return &assessment->blocks[index];
}

int
samsyn_text_block_kind(const samsyn_text_block *block)
{
    return block ? block->kind : 0;
}

int
samsyn_text_block_level(const samsyn_text_block *block)
{
    return block ? block->level : 0;
}

unsigned
samsyn_text_block_flags(const samsyn_text_block *block)
{
    return block ? block->flags : 0;
}

const char *
samsyn_text_block_text(const samsyn_text_block *block, size_t *length)
{
    if (length)
        *length = block ? block->text.len : 0;
    return block ? block->text.ptr : "";
}

samsyn_stretch
samsyn_text_block_stretch(const samsyn_text_block *block)
{
    if (!block)
        return no_stretch;
    return (samsyn_stretch){ block->start, block->start + block->text.len };
}

size_t
samsyn_text_block_document(const samsyn_text_block *block)
{
    return block ? block->document : 0;
}

size_t
samsyn_text_block_table(const samsyn_text_block *block, size_t *row)
{
    if (row)
        *row = block ? block->row : SAMSYN_NONE;
    return block ? block->table : SAMSYN_NONE;
}
