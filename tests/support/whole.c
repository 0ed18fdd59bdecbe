/* SPDX-License-Identifier: MIT */
#include "support/whole.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The room for a text: doubled as it grows, so that many small pieces do not
 * move it each time. */
static size_t
room_for(size_t length)
{
    size_t room = 64;

    while (room < length + 1)
        room *= 2;
    return room;
}

int
whole_write(void *user, const char *bytes, size_t length)
{
    struct text *text = user;
    size_t room = room_for(text->length + length);

    if (!text->bytes || room > room_for(text->length)) {
        char *grown = realloc(text->bytes, room);

        if (!grown)
            return 1;
        text->bytes = grown;
    }
    memcpy(text->bytes + text->length, bytes, length);
    text->length += length;
    text->bytes[text->length] = '\0';
    return 0;
}

bool
whole_read(struct text *out, const char *path)
{
    FILE *file = fopen(path, "rb");
    char block[4096];
    bool whole = true;
    size_t n;

    if (!file)
        return false;
    while (whole && (n = fread(block, 1, sizeof block, file)) > 0)
        whole = whole_write(out, block, n) == 0;
    whole = whole && !ferror(file) && out->bytes;
    fclose(file);
    return whole;
}

samsyn_config *
whole_config(void)
{
    static const char folder[] = "checklists";
    samsyn_config *config = NULL;

    if (samsyn_config_new(&config, NULL) ||
        samsyn_config_set_directory(config, folder, sizeof folder - 1)) {
        samsyn_config_free(config);
        return NULL;
    }
    return config;
}

samsyn_checklist *
whole_checklist(const samsyn_config *config, const char *name)
{
    samsyn_checklist *checklist = NULL;
    samsyn_status status = samsyn_checklist_load_named(
        &checklist, name, strlen(name), config, NULL);

    return status ? NULL : checklist;
}

samsyn_status
whole_json(struct text *out, const samsyn_checklist *checklist,
           const samsyn_config *config, const struct text *document,
           const char *name)
{
    samsyn_document *read = NULL;
    samsyn_assessment *result = NULL;
    samsyn_status status = samsyn_document_read(
        &read, document->bytes, document->length, name, SAMSYN_FORMAT_AUTO,
        samsyn_checklist_language(checklist), config, NULL);

    if (!status)
        status = samsyn_assess(&result, checklist, read, config, NULL);
    if (!status)
        status = samsyn_report_write(result, "json", 4, whole_write, out);
    samsyn_assessment_free(result);
    samsyn_document_free(read);
    return status;
}
