/* SPDX-License-Identifier: MIT */
/* Has the tables of a comparison written as a workbook, to a file that has a
 * name, not to standard output nor to a device; what was there stays until the
 * new one is whole.
 *
 * What writes it is a module, xlsx_module.c, which is opened here, and stays
 * open until the command ends. */

#include "compare.h"
#include "out.h"

#include <dlfcn.h>
#include <string.h>

/* Where it is; by the build, or wherever libraries are. */
#ifndef SAMSYN_XLSX_MODULE
#define SAMSYN_XLSX_MODULE "samsyn-xlsx.so"
#endif

typedef const char *(*write_book_fn)(const char *path,
                                     const samsyn_sheets *sheets);

/* NULL where there is no writer, which has been said. */
static write_book_fn
find_writer(samsyn_lang lang)
{
    void *module =
        dlopen(SAMSYN_XLSX_MODULE, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    write_book_fn function = NULL;
    void *found;

    if (!module) {
        complain(NULL, TEXT_NO_XLSX_MODULE, lang, dlerror(), NULL);
        return NULL;
    }
    found = dlsym(module, "xlsx_module_write");
    if (!found)
        complain(NULL, TEXT_NO_XLSX, lang, NULL, NULL);
    /* C has no way to turn an object pointer into a function's but this. */
    memcpy(&function, &found, sizeof found);
    dlclose(module);
    return function;
}

/* The writer opens the file by its name, and says lines of its own where it
 * cannot: so it is made before. */
enum code
xlsx_write(const struct tool *tool, const samsyn_sheets *sheets)
{
    write_book_fn write_book = find_writer(tool->args.lang);
    const char *path = tool->args.out;
    struct fault fault = { CODE_DONE, SAMSYN_OK, NULL };
    enum code code;
    struct out out;

    if (!write_book)
        return CODE_USAGE;
    if (out_open(&out, tool, path, &fault)) {
        const char *why = write_book(out.part, sheets);

        if (why)
            (void)fault_say(&fault, tool, path, CODE_INTERNAL, SAMSYN_E_FAILED,
                            TEXT_XLSX_FAILED, why);
        (void)out_close(&out, !why, &fault);
    }
    code = fault.code;
    fault_done(&fault);
    return code;
}
