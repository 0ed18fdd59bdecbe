/* SPDX-License-Identifier: MIT */
/* Checklists: loading, looking into, testing, linting, and the schema. */

#include "api/api.h"
#include "assess/answers.h"
#include "assess/selftest.h"
#include "base/shape.h"
#include "checklist/checklist.h"

/* Every language that is none of ours is Swedish. */
static const char *
in_language(const struct bilingual *text, samsyn_lang lang)
{
    return api_text(bilingual_text(
        text, lang == SAMSYN_LANG_EN ? SAMSYN_LANG_EN : SAMSYN_LANG_SV));
}

samsyn_status
samsyn_checklist_load(samsyn_checklist **out, const char *text, size_t length,
                      const char *name, const samsyn_config *config,
                      samsyn_diagnostics **diagnostics)
{
    const char *label = name ? name : "checklist";
    struct api_call call;
    samsyn_status status;

    if (!api_begin(&call, config, diagnostics))
        return SAMSYN_E_NOMEM;
    if (!out || !api_text_given(text, length))
        return api_end(&call, SAMSYN_E_ARGUMENT);
    status = api_yaml_fits(&call, label, length);
    if (status == SAMSYN_OK)
        status = checklist_read(out, str_make(text ? text : "", length), label,
                                call.config, call.diags);
    return api_end(&call, status);
}

samsyn_status
samsyn_checklist_load_named(samsyn_checklist **out, const char *name,
                            size_t length, const samsyn_config *config,
                            samsyn_diagnostics **diagnostics)
{
    struct api_call call;
    struct api_named named;
    samsyn_status status;

    if (!api_begin(&call, config, diagnostics))
        return SAMSYN_E_NOMEM;
    if (!out || !name)
        return api_end(&call, SAMSYN_E_ARGUMENT);
    status = api_named_get(&named, &call, SAMSYN_RESOURCE_CHECKLIST,
                           str_make(name, length));
    if (status == SAMSYN_OK)
        status = checklist_read(out, buf_view(&named.bytes), named.name.data,
                                call.config, call.diags);
    api_named_done(&named);
    return api_end(&call, status);
}

void
samsyn_checklist_free(samsyn_checklist *checklist)
{
    checklist_free(checklist);
}

const char *
samsyn_checklist_id(const samsyn_checklist *checklist)
{
    return checklist ? api_text(checklist->id) : "";
}

const char *
samsyn_checklist_version(const samsyn_checklist *checklist)
{
    return checklist ? api_text(checklist->version) : "";
}

const char *
samsyn_checklist_title(const samsyn_checklist *checklist, samsyn_lang lang)
{
    return checklist ? in_language(&checklist->title, lang) : "";
}

const samsyn_language *
samsyn_checklist_language(const samsyn_checklist *checklist)
{
    return checklist ? checklist->language : NULL;
}

int
samsyn_checklist_is_for(const samsyn_checklist *checklist, const char *kind)
{
    return checklist && kind &&
           str_among(str_of(kind), checklist->kinds, checklist->kind_count);
}

size_t
samsyn_checklist_criterion_count(const samsyn_checklist *checklist)
{
    return checklist ? checklist->criterion_count : 0;
}

const char *
samsyn_checklist_criterion_id(const samsyn_checklist *checklist, size_t index)
{
    if (index >= samsyn_checklist_criterion_count(checklist))
        return NULL;
    return api_text(checklist->criteria[index].id);
}

const char *
samsyn_checklist_criterion_code(const samsyn_checklist *checklist, size_t index)
{
    if (index >= samsyn_checklist_criterion_count(checklist))
        return NULL;
    return api_text(checklist->criteria[index].code);
}

const char *
samsyn_checklist_criterion_text(const samsyn_checklist *checklist, size_t index,
                                samsyn_criterion_text_id which,
                                samsyn_lang lang)
{
    const struct criterion *one;

    if (index >= samsyn_checklist_criterion_count(checklist))
        return "";
    one = &checklist->criteria[index];

    const struct str plain[] = {
        [SAMSYN_CRITERION_ID] = one->id,
        [SAMSYN_CRITERION_CODE] = one->code,
        [SAMSYN_CRITERION_MODEL] = one->model,
        [SAMSYN_CRITERION_SOURCE] = one->source,
        [SAMSYN_CRITERION_AREA] = checklist->areas[one->area].id,
        [SAMSYN_CRITERION_WEIGHT] = one->weight,
        [SAMSYN_CRITERION_LEVEL] = one->level,
        [SAMSYN_CRITERION_REASON] = STR(""),
    };
    const struct bilingual *const twofold[] = {
        [SAMSYN_CRITERION_TITLE] = &one->title,
        [SAMSYN_CRITERION_QUESTION] = &one->question,
        [SAMSYN_CRITERION_WHY] = &one->why,
        [SAMSYN_CRITERION_ADVICE] = &one->advice,
    };
    if ((size_t)which < ARRAY_LEN(twofold) && twofold[which])
        return in_language(twofold[which], lang);
    return (size_t)which < ARRAY_LEN(plain) ? api_text(plain[which]) : "";
}

const char *
samsyn_checklist_basis(const samsyn_checklist *checklist, samsyn_lang lang)
{
    return checklist ? in_language(&checklist->basis, lang) : "";
}

size_t
samsyn_checklist_area_count(const samsyn_checklist *checklist)
{
    return checklist ? checklist->area_count : 0;
}

const char *
samsyn_checklist_area_id(const samsyn_checklist *checklist, size_t index)
{
    if (index >= samsyn_checklist_area_count(checklist))
        return NULL;
    return api_text(checklist->areas[index].id);
}

const char *
samsyn_checklist_area_title(const samsyn_checklist *checklist, size_t index,
                            samsyn_lang lang)
{
    if (index >= samsyn_checklist_area_count(checklist))
        return NULL;
    return in_language(&checklist->areas[index].title, lang);
}

samsyn_status
samsyn_checklist_test(const samsyn_checklist *checklist, size_t *examples,
                      const samsyn_config *config,
                      samsyn_diagnostics **diagnostics)
{
    struct api_call call;
    size_t run = 0;
    samsyn_status status;

    if (!api_begin(&call, config, diagnostics))
        return SAMSYN_E_NOMEM;
    if (!checklist)
        return api_end(&call, SAMSYN_E_ARGUMENT);
    status = selftest_examples(checklist, &run, call.config, call.diags);
    if (examples && (status == SAMSYN_OK || status == SAMSYN_E_SCHEMA))
        *examples = run;
    return api_end(&call, status);
}

samsyn_status
samsyn_checklist_lint(const samsyn_checklist *checklist,
                      const samsyn_config *config,
                      samsyn_diagnostics **diagnostics)
{
    struct api_call call;
    samsyn_status status;

    if (!api_begin(&call, config, diagnostics))
        return SAMSYN_E_NOMEM;
    if (!checklist)
        return api_end(&call, SAMSYN_E_ARGUMENT);
    if (!checklist_lint(checklist, call.config, call.diags))
        return api_end(&call, SAMSYN_E_NOMEM);
    status = selftest_empty(checklist, call.config, call.diags);
    if (status == SAMSYN_OK && diag_errors(call.diags) > 0)
        status = SAMSYN_E_SCHEMA;
    return api_end(&call, status);
}

static const struct shape_file language_file = { &language_shape, NULL, NULL };
static const struct shape_file answers_file = { &answers_shape, NULL, NULL };

static const struct schema {
    samsyn_resource kind;
    const struct shape_file *file;
    const char *title[2]; /* sv, en */
} schemas[] = {
    { SAMSYN_RESOURCE_CHECKLIST,
      &checklist_file,
      { "Checklista för samsyn", "Checklist for samsyn" } },
    { SAMSYN_RESOURCE_LANGUAGE,
      &language_file,
      { "Språkpaket för samsyn", "Language pack for samsyn" } },
    { SAMSYN_RESOURCE_ANSWERS,
      &answers_file,
      { "Svarsfil för samsyn", "File of answers for samsyn" } },
};

static const struct schema *
schema_of(samsyn_resource kind)
{
    for (size_t i = 0; i < ARRAY_LEN(schemas); i++) {
        if (schemas[i].kind == kind)
            return &schemas[i];
    }
    return NULL;
}

samsyn_status
samsyn_schema_write(samsyn_resource kind, samsyn_lang lang,
                    samsyn_write_fn write, void *user)
{
    const struct schema *schema = schema_of(kind);
    samsyn_status status;
    struct buf out;

    if (!schema || !write || (lang != SAMSYN_LANG_SV && lang != SAMSYN_LANG_EN))
        return SAMSYN_E_ARGUMENT;
    buf_init(&out, &mem_default, API_REPORT_MAX);
    shape_schema(&out, schema->file, schema->title[lang == SAMSYN_LANG_EN],
                 lang);
    status = api_hand(&out, write, user);
    buf_done(&out);
    return status;
}

samsyn_status
samsyn_reference_write(samsyn_resource kind, samsyn_lang lang,
                       samsyn_write_fn write, void *user)
{
    const struct schema *schema = schema_of(kind);
    samsyn_status status;
    struct buf out;

    if (!schema || !write || (lang != SAMSYN_LANG_SV && lang != SAMSYN_LANG_EN))
        return SAMSYN_E_ARGUMENT;
    buf_init(&out, &mem_default, API_REPORT_MAX);
    shape_reference(&out, schema->file, lang);
    status = api_hand(&out, write, user);
    buf_done(&out);
    return status;
}
