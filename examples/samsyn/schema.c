/* SPDX-License-Identifier: MIT */
/* samsyn schema: the JSON Schema of checklists, language packs or files
 * of answers. */

#include "common.h"

#include <string.h>

static const struct {
    const char *name;
    samsyn_resource kind;
} kinds[] = {
    { "checklist", SAMSYN_RESOURCE_CHECKLIST },
    { "language", SAMSYN_RESOURCE_LANGUAGE },
    { "answers", SAMSYN_RESOURCE_ANSWERS },
};

static samsyn_status
write_kind(const struct args *args, samsyn_resource kind)
{
    if (args->format == FORMAT_MARKDOWN)
        return samsyn_reference_write(kind, args->lang, file_write, stdout);
    return samsyn_schema_write(kind, args->lang, file_write, stdout);
}

enum code
command_schema(struct tool *tool)
{
    const struct args *args = &tool->args;
    samsyn_lang lang = args->lang;
    samsyn_status status = SAMSYN_E_ARGUMENT;

    if (args->count != 1) {
        complain(NULL, args->count > 1 ? TEXT_TOO_MANY : TEXT_NO_SCHEMA, lang,
                 args->count > 1 ? args->operands[1] : NULL, NULL);
        return CODE_USAGE;
    }
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        if (strcmp(args->operands[0], kinds[i].name) == 0)
            status = write_kind(args, kinds[i].kind);
    }
    if (status == SAMSYN_E_ARGUMENT) {
        complain(NULL, TEXT_BAD_SCHEMA, lang, args->operands[0], NULL);
        return CODE_USAGE;
    }
    if (status == SAMSYN_E_NOMEM) {
        complain(NULL, TEXT_NO_MEMORY, lang, NULL, NULL);
        return CODE_INTERNAL;
    }
    return CODE_DONE; /* that writing failed is found at the end */
}
