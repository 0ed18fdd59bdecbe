/* SPDX-License-Identifier: MIT */

#include "support/recorded.h"

#include <stdio.h>
#include <string.h>

static const struct {
    char letter;
    samsyn_verdict verdict;
    int answer;
} letters[] = {
    { 'x', SAMSYN_VERDICT_MET, 0 },
    { '~', SAMSYN_VERDICT_PARTLY, 0 },
    { '.', SAMSYN_VERDICT_NOT_MET, 0 },
    { 'r', SAMSYN_VERDICT_REFERRED, 0 },
    { '?', SAMSYN_VERDICT_NEEDS_REVIEW, 0 },
    { 'n', SAMSYN_VERDICT_NOT_APPLICABLE, 0 },
    { 'X', SAMSYN_VERDICT_NOT_MET, SAMSYN_VERDICT_MET },
};

static samsyn_status
add_quotes(samsyn_record *record, const char *id)
{
    static const char *const endings[] = { "short", "is longer" };
    samsyn_status status = SAMSYN_OK;

    for (size_t i = 0; status == SAMSYN_OK && i < 2; i++) {
        char text[64];
        samsyn_quote quote = { text, i == 0 ? 7 : 0, "", "Heading" };

        snprintf(text, sizeof text, "%s %s", id, endings[i]);
        status = samsyn_record_add_quote(record, &quote);
    }
    return status;
}

static samsyn_status
add_criterion(samsyn_record *record, size_t number, char letter)
{
    size_t i = 0;
    samsyn_status status;
    char id[32];

    while (letters[i].letter != letter)
        i++;
    snprintf(id, sizeof id, "k%zu", number);
    status = samsyn_record_add(record, id, letters[i].verdict);
    if (status == SAMSYN_OK)
        status = samsyn_record_set_judged(record, 0, letters[i].answer);
    if (status == SAMSYN_OK)
        status = samsyn_record_set_text(record, SAMSYN_CRITERION_TITLE, id);
    if (status == SAMSYN_OK && (letter == 'x' || letter == 'X'))
        status = add_quotes(record, id);
    return status;
}

static samsyn_status
fill(samsyn_record *record, const char *verdicts, const char *version)
{
    static const samsyn_record_text_id same[] = {
        SAMSYN_RECORD_CHECKLIST_VERSION, SAMSYN_RECORD_CHECKLIST_DIGEST
    };
    samsyn_status status =
        samsyn_record_set(record, SAMSYN_RECORD_CHECKLIST_ID, "list");

    for (size_t i = 0; status == SAMSYN_OK && i < 2; i++)
        status = samsyn_record_set(record, same[i], version);
    for (size_t i = 0; status == SAMSYN_OK && verdicts[i]; i++)
        status = add_criterion(record, i + 1, verdicts[i]);
    return status;
}

samsyn_record *
recorded(const char *verdicts, const char *version, const samsyn_config *config)
{
    samsyn_record *record = NULL;

    if (samsyn_record_new(&record, config) != SAMSYN_OK)
        return NULL;
    if (fill(record, verdicts, version) == SAMSYN_OK)
        return record;
    samsyn_record_free(record);
    return NULL;
}
