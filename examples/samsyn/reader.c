/* SPDX-License-Identifier: MIT */
/* Reads a document of any format.
 *
 * What the core cannot read is given to libsamsyn-read, which is opened here
 * and stays open until the command ends.  Where it is missing, what the core
 * says stands, and that names what to install. */

#include "reader.h"

#include <dlfcn.h>
#include <samsyn_read.h>
#include <string.h>

/* Where it is looked for; by the build, or wherever libraries are. */
#ifndef SAMSYN_READ_LIBRARY
#define SAMSYN_READ_LIBRARY "libsamsyn-read.so.0"
#endif

/* The functions of the library that the command uses. */
struct library {
    void *handle;
    const char *(*format_name)(samsyn_read_format format);
    int (*can)(samsyn_read_format format);
    int (*guarded)(samsyn_read_guard guard);
    samsyn_status (*options_new)(samsyn_read_options **out,
                                 const samsyn_allocator *allocator);
    void (*options_free)(samsyn_read_options *options);
    samsyn_status (*set_tracked)(samsyn_read_options *options,
                                 samsyn_tracked tracked);
    samsyn_status (*set_lang)(samsyn_read_options *options, samsyn_lang lang);
    samsyn_status (*read)(samsyn_document **out, const char *bytes,
                          size_t length, const char *name,
                          const samsyn_language *language,
                          const samsyn_config *config,
                          const samsyn_read_options *options,
                          samsyn_diagnostics **diagnostics);
    samsyn_status (*remarked)(const char *bytes, size_t length,
                              const samsyn_assessment *assessment,
                              const samsyn_language *language,
                              const samsyn_read_options *options,
                              samsyn_write_fn write, void *user,
                              samsyn_diagnostics **diagnostics);
    samsyn_read_format (*format_of)(const char *bytes, size_t length);
};

/* C has no way to turn an object pointer into a function's but this. */
static bool
find(const struct library *library, const char *name, void *function)
{
    void *found = dlsym(library->handle, name);

    memcpy(function, &found, sizeof found);
    return found != NULL;
}

static bool
library_open(struct library *library)
{
    library->handle =
        dlopen(SAMSYN_READ_LIBRARY, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    if (!library->handle)
        return false;
    return find(library, "samsyn_read_format_name", &library->format_name) &&
           find(library, "samsyn_read_can", &library->can) &&
           find(library, "samsyn_read_guarded", &library->guarded) &&
           find(library, "samsyn_read_options_new", &library->options_new) &&
           find(library, "samsyn_read_options_free", &library->options_free) &&
           find(library, "samsyn_read_options_set_tracked",
                &library->set_tracked) &&
           find(library, "samsyn_read_options_set_lang", &library->set_lang) &&
           find(library, "samsyn_read_document", &library->read) &&
           find(library, "samsyn_read_remarked", &library->remarked) &&
           find(library, "samsyn_read_format_of", &library->format_of);
}

static void
library_close(struct library *library)
{
    if (library->handle)
        dlclose(library->handle);
}

static samsyn_status
make_options(samsyn_read_options **out, const struct library *library,
             const struct tool *tool)
{
    samsyn_status status = library->options_new(out, NULL);

    if (status != SAMSYN_OK)
        return status;
    status = library->set_tracked(*out, tool->args.tracked);
    if (status == SAMSYN_OK)
        status = library->set_lang(*out, tool->args.lang);
    if (status != SAMSYN_OK)
        library->options_free(*out);
    return status;
}

static samsyn_status
read_with(const struct library *library, samsyn_document **out,
          const struct tool *tool, const samsyn_language *language,
          const char *name, const struct file *file, samsyn_diagnostics **list)
{
    samsyn_read_options *options;
    samsyn_status status = make_options(&options, library, tool);

    if (status != SAMSYN_OK)
        return status;
    status = library->read(out, file->bytes, file->length, name, language,
                           tool->config, options, list);
    library->options_free(options);
    return status;
}

samsyn_status
reader_read(samsyn_document **out, const struct tool *tool,
            const samsyn_language *language, const char *name,
            const struct file *file, samsyn_diagnostics **list)
{
    struct library library = { 0 };
    samsyn_status status = samsyn_document_read(
        out, file->bytes, file->length, name, (samsyn_format)file->format,
        language, tool->config, list);

    if (status != SAMSYN_E_NO_READER && status != SAMSYN_E_NOT_TEXT)
        return status;
    if (library_open(&library)) {
        samsyn_diagnostics_free(*list);
        *list = NULL;
        status = read_with(&library, out, tool, language, name, file, list);
    }
    library_close(&library);
    return status;
}

samsyn_status
reader_remark(const struct tool *tool, const struct file *file,
              const samsyn_assessment *assessment,
              const samsyn_language *language, samsyn_write_fn write,
              void *user, samsyn_diagnostics **list)
{
    struct library library = { 0 };
    samsyn_read_options *options;
    samsyn_status status = SAMSYN_E_NO_READER;

    if (library_open(&library))
        status = make_options(&options, &library, tool);
    if (status == SAMSYN_OK) {
        status = library.remarked(file->bytes, file->length, assessment,
                                  language, options, write, user, list);
        library.options_free(options);
    }
    library_close(&library);
    return status;
}

bool
reader_look(struct reader_state *state)
{
    struct library library = { 0 };
    bool opened = library_open(&library);

    *state = (struct reader_state){ .count = 0 };
    for (int i = SAMSYN_READ_TEXT + 1; opened && i <= SAMSYN_READ_HTML; i++) {
        if (library.can((samsyn_read_format)i))
            state->formats[state->count++] =
                library.format_name((samsyn_read_format)i);
    }
    for (int i = 0; opened && i < READER_GUARDS; i++)
        state->guarded[i] = library.guarded((samsyn_read_guard)i);
    library_close(&library);
    return opened;
}

bool
reader_knows(const struct file *file)
{
    static const samsyn_read_format documents[] = {
        SAMSYN_READ_DOCX, SAMSYN_READ_ODT,        SAMSYN_READ_PDF,
        SAMSYN_READ_HTML, SAMSYN_READ_DOC,        SAMSYN_READ_ENCRYPTED,
        SAMSYN_READ_RTF,  SAMSYN_READ_WEB_ARCHIVE
    };
    struct library library = { 0 };
    bool known = false;

    if (library_open(&library)) {
        samsyn_read_format format =
            library.format_of(file->bytes, file->length);

        for (size_t i = 0; i < sizeof documents / sizeof documents[0]; i++)
            known |= documents[i] == format;
    }
    library_close(&library);
    return known;
}
