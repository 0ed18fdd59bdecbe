/* SPDX-License-Identifier: MIT */

/* The world of the tests of public functions, in English so that nothing
 * depends on the bundled checklists. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/world.h"

const char world_text[] =
    "# Partnership agreement\n\n"
    "The agreement is valid from 1 March 2026 to 28 February 2030.\n\n"
    "The steering group shall evaluate the work every year.\n";

static samsyn_status
send_file(const struct world_source *source, const char *name,
          samsyn_write_fn write, void *sink)
{
    static char bytes[65536];
    FILE *file = fopen(name, "rb");
    size_t length, step;

    if (!file)
        return SAMSYN_E_UNRESOLVED;
    length = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    for (size_t at = 0; at < length || source->endless; at += step) {
        size_t from = at < length ? at : 0;

        step = length - from < source->piece ? length - from : source->piece;
        if (write(sink, bytes + from, step) != 0 && !source->stubborn)
            return SAMSYN_E_FAILED;
        if (source->stubborn && at > 16 * sizeof bytes)
            break;
    }
    return SAMSYN_OK;
}

samsyn_status
world_resolve(void *user, samsyn_resource kind, const char *name, size_t length,
              samsyn_write_fn write, void *sink)
{
    struct world_source *source = user;
    char path[256];

    source->asked++;
    if (source->answer != SAMSYN_OK)
        return source->answer;
    assert_true(kind == SAMSYN_RESOURCE_CHECKLIST ||
                kind == SAMSYN_RESOURCE_LANGUAGE);
    snprintf(path, sizeof path, "tests/data/%.*s.yaml", (int)length, name);
    return send_file(source, path, write, sink);
}

samsyn_config *
world_config(struct world_source *source, const samsyn_allocator *mem)
{
    samsyn_config *config = NULL;

    assert_int_equal(samsyn_config_new(&config, mem), SAMSYN_OK);
    assert_int_equal(samsyn_config_set_resolver(config, world_resolve, source),
                     SAMSYN_OK);
    assert_int_equal(samsyn_config_set_lang(config, SAMSYN_LANG_EN), SAMSYN_OK);
    return config;
}

static struct world world;

int
world_set_up(void **state)
{
    world.source = (struct world_source){ .piece = 1000 };
    world.config = world_config(&world.source, NULL);
    assert_int_equal(samsyn_checklist_load_named(&world.checklist, "english", 7,
                                                 world.config, NULL),
                     SAMSYN_OK);
    assert_int_equal(
        samsyn_document_read(&world.document, world_text, strlen(world_text),
                             "a.md", SAMSYN_FORMAT_AUTO,
                             samsyn_checklist_language(world.checklist),
                             world.config, NULL),
        SAMSYN_OK);
    assert_int_equal(samsyn_assess(&world.assessment, world.checklist,
                                   world.document, world.config, NULL),
                     SAMSYN_OK);
    *state = &world;
    return 0;
}

int
world_tear_down(void **state)
{
    struct world *made = *state;

    samsyn_assessment_free(made->assessment);
    samsyn_document_free(made->document);
    samsyn_checklist_free(made->checklist);
    samsyn_config_free(made->config);
    return 0;
}
