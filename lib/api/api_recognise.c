/* SPDX-License-Identifier: MIT */
/* Which checklist a document is for: asked of loaded ones, or of their
 * cards. */

#include "api/api.h"
#include "assess/recognise.h"
#include "checklist/card.h"

static bool
all_given(const void *const *items, size_t count)
{
    if (!items)
        return false;
    for (size_t i = 0; i < count; i++) {
        if (!items[i])
            return false;
    }
    return count > 0;
}

samsyn_status
samsyn_card_read(samsyn_card **out, const char *text, size_t length,
                 const samsyn_config *config)
{
    const struct samsyn_config *settings = config_of(config);

    if (!out || !api_text_given(text, length))
        return SAMSYN_E_ARGUMENT;
    if (length > settings->limits[SAMSYN_LIMIT_CHECKLIST])
        return SAMSYN_E_LIMIT;
    return card_read(out, str_make(text ? text : "", length), settings);
}

void
samsyn_card_free(samsyn_card *card)
{
    card_free(card);
}

const char *
samsyn_card_language(const samsyn_card *card)
{
    return card ? api_text(card->language) : "";
}

samsyn_status
samsyn_recognise(samsyn_recognition **out,
                 const samsyn_checklist *const *checklists, size_t count,
                 const samsyn_document *document, const samsyn_config *config)
{
    if (!out || !document || !all_given((const void *const *)checklists, count))
        return SAMSYN_E_ARGUMENT;
    return recognise(out, checklists, count, document, config_of(config));
}

samsyn_status
samsyn_recognise_cards(samsyn_recognition **out,
                       const samsyn_language *language,
                       const samsyn_card *const *cards, size_t count,
                       const samsyn_document *document,
                       const samsyn_config *config)
{
    if (!out || !language || !document ||
        !all_given((const void *const *)cards, count))
        return SAMSYN_E_ARGUMENT;
    return recognise_cards(out, language, cards, count, document,
                           config_of(config));
}

void
samsyn_recognition_free(samsyn_recognition *recognition)
{
    recognition_free(recognition);
}

size_t
samsyn_recognition_index(const samsyn_recognition *recognition)
{
    return recognition ? recognition->index : SAMSYN_NONE;
}

const char *
samsyn_recognition_kind(const samsyn_recognition *recognition)
{
    return recognition && recognition->kind ? recognition->kind : "";
}

const char *
samsyn_recognition_reason(const samsyn_recognition *recognition)
{
    return recognition && recognition->reason ? recognition->reason : "";
}
