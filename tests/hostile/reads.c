/* SPDX-License-Identifier: MIT */
/* What the readers say of a file, for tests/hostile/hostile.py:
 *
 *   reads FILE
 *
 * Prints the codes of its diagnostics.  Ends with 0 where it was read, 1 where
 * it was refused. */

#include <stdio.h>
#include <stdlib.h>

#include "samsyn_read.h"
#include "support/document_dump.h"
#include "support/whole.h"

int
main(int count, char **arguments)
{
    struct text file = { 0 };
    samsyn_document *document = NULL;
    samsyn_diagnostics *said = NULL;
    samsyn_status status;

    if (count != 2 || !whole_read(&file, arguments[1]))
        return 2;
    status = samsyn_read_document(&document, file.bytes, file.length, "fil",
                                  dump_language(), NULL, NULL, &said);
    for (size_t i = 0; i < samsyn_diagnostics_count(said); i++)
        printf("%s\n", samsyn_diagnostics_code(said, i));
    samsyn_diagnostics_free(said);
    samsyn_document_free(document);
    free(file.bytes);
    return status == SAMSYN_OK ? 0 : 1;
}
