/* SPDX-License-Identifier: MIT */
/* The blocks of a file, as any reader makes them, for tests/formats:
 *
 *   blocks FILE [reject]
 *
 * A line for each block, as tests/support/document_dump.h has them, with its
 * place in brackets; before them a line for each thing that was said of the
 * file, "! code", and for its title and date, "= text".  Ends in 1 where the
 * file is not read. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "samsyn_read.h"
#include "support/document_dump.h"
#include "support/whole.h"

static void
print_codes(const samsyn_diagnostics *list)
{
    for (size_t i = 0; i < samsyn_diagnostics_count(list); i++)
        printf("! %s\n", samsyn_diagnostics_code(list, i));
}

static void
print_properties(const samsyn_document *document)
{
    static const samsyn_property properties[] = { SAMSYN_PROPERTY_TITLE,
                                                  SAMSYN_PROPERTY_DATE };

    for (size_t i = 0; i < ARRAY_LEN(properties); i++) {
        const char *text = samsyn_document_property(document, properties[i]);

        if (text && *text)
            printf("= %s\n", text);
    }
}

/* The dump has a line for each block. */
static void
print_blocks(const samsyn_document *document)
{
    struct buf out;
    const char *line;

    buf_init(&out, &mem_default, BUF_ANY);
    dump_blocks(&out, document);
    line = out.data;
    for (size_t i = 0; i < document->block_count; i++) {
        size_t length = strcspn(line, "\n");
        struct str place = document->blocks[i].place;

        printf("%.*s [%.*s]\n", (int)length, line, (int)place.len, place.ptr);
        line += length + 1;
    }
    buf_done(&out);
}

static int
print_file(const char *path, const samsyn_language *language,
           const samsyn_read_options *options)
{
    struct text bytes = { 0 };
    samsyn_document *document = NULL;
    samsyn_diagnostics *list = NULL;
    samsyn_status status = SAMSYN_E_FAILED;

    if (whole_read(&bytes, path))
        status = samsyn_read_document(&document, bytes.bytes, bytes.length,
                                      path, language, NULL, options, &list);
    print_codes(list);
    if (document) {
        print_properties(document);
        print_blocks(document);
    }
    samsyn_document_free(document);
    samsyn_diagnostics_free(list);
    free(bytes.bytes);
    return status == SAMSYN_OK ? EXIT_SUCCESS : EXIT_FAILURE;
}

int
main(int argc, char **argv)
{
    samsyn_config *config = whole_config();
    samsyn_language *language = NULL;
    samsyn_read_options *options = NULL;
    int code = EXIT_FAILURE;

    if (argc < 2 || samsyn_read_options_new(&options, NULL) ||
        samsyn_language_load(&language, "sv", 2, config, NULL))
        fprintf(stderr, "usage: blocks FILE [reject]\n");
    else if (argc < 3 ||
             !samsyn_read_options_set_tracked(options, SAMSYN_TRACKED_REJECT))
        code = print_file(argv[1], language, options);
    samsyn_read_options_free(options);
    samsyn_language_free(language);
    samsyn_config_free(config);
    return code;
}
