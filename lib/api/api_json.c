/* SPDX-License-Identifier: MIT */
/* All in one call: a name and a document's bytes in, JSON out.
 *
 * Each step is the public call of its name.  What a step says about a failure
 * goes into the JSON; for a failure that says nothing there is a sentence
 * below, in the configured language. */

#include "api/api.h"
#include "base/message.h"
#include "report/report.h"

#include <string.h>

/* What the steps leave behind. */
struct steps {
    samsyn_checklist *checklist;
    samsyn_document *document;
    samsyn_assessment *assessment;
    samsyn_diagnostics *said; /* by the last step */
};

static const struct {
    samsyn_status status;
    enum message sentence;
} sentences[] = {
    { SAMSYN_E_SYNTAX, MSG_API_SYNTAX },
    { SAMSYN_E_SCHEMA, MSG_API_SCHEMA },
    { SAMSYN_E_LIMIT, MSG_API_LIMIT },
    { SAMSYN_E_UNRESOLVED, MSG_API_UNRESOLVED },
    { SAMSYN_E_NOT_TEXT, MSG_API_NOT_TEXT },
    { SAMSYN_E_EMPTY, MSG_API_EMPTY },
    { SAMSYN_E_ENCRYPTED, MSG_API_ENCRYPTED },
    { SAMSYN_E_NO_READER, MSG_API_NO_READER },
    { SAMSYN_E_STOPPED, MSG_API_STOPPED },
    { SAMSYN_E_NO_FIT, MSG_API_NO_FIT },
};

static samsyn_status
take_steps(struct steps *steps, const char *checklist, struct str document,
           const char *name, const samsyn_config *config)
{
    samsyn_status status;

    status = samsyn_checklist_load_named(
        &steps->checklist, checklist, strlen(checklist), config, &steps->said);
    if (status != SAMSYN_OK)
        return status;
    samsyn_diagnostics_free(steps->said);
    status = samsyn_document_read(
        &steps->document, document.ptr, document.len, name, SAMSYN_FORMAT_AUTO,
        samsyn_checklist_language(steps->checklist), config, &steps->said);
    if (status != SAMSYN_OK)
        return status;
    samsyn_diagnostics_free(steps->said);
    return samsyn_assess(&steps->assessment, steps->checklist, steps->document,
                         config, &steps->said);
}

static void
steps_done(struct steps *steps)
{
    samsyn_assessment_free(steps->assessment);
    samsyn_document_free(steps->document);
    samsyn_checklist_free(steps->checklist);
    samsyn_diagnostics_free(steps->said);
}

/* The index of the first error, SAMSYN_NONE where none was said. */
static size_t
first_error(const samsyn_diagnostics *said)
{
    for (size_t i = 0; i < samsyn_diagnostics_count(said); i++) {
        if (samsyn_diagnostics_severity(said, i) == SAMSYN_SEVERITY_ERROR)
            return i;
    }
    return SAMSYN_NONE;
}

static const char *
sentence_of(samsyn_status status, samsyn_lang lang)
{
    for (size_t i = 0; i < ARRAY_LEN(sentences); i++) {
        if (sentences[i].status == status)
            return message_text(sentences[i].sentence, lang);
    }
    return message_text(MSG_API_FAILED, lang);
}

/* "avtal.yaml:3:7: okänd nyckel ..." */
static void
add_said(struct buf *out, const samsyn_diagnostics *said, size_t index)
{
    samsyn_span span = samsyn_diagnostics_span(said, index);

    if (span.line > 0) {
        buf_text(out, samsyn_diagnostics_source(said, index));
        buf_char(out, ':');
        buf_int(out, (int64_t)span.line);
        buf_char(out, ':');
        buf_int(out, (int64_t)span.column);
        buf_text(out, ": ");
    }
    buf_text(out, samsyn_diagnostics_message(said, index));
}

static void
write_failure(struct buf *out, const struct steps *steps, samsyn_status status,
              const char *name, const struct samsyn_config *config)
{
    size_t error = first_error(steps->said);
    struct buf text;

    buf_init(&text, &config->mem, API_REPORT_MAX);
    if (error == SAMSYN_NONE)
        buf_text(&text, sentence_of(status, config->lang));
    else
        add_said(&text, steps->said, error);
    report_array_open(out);
    report_failure_json(out, name, status, buf_view(&text).ptr);
    report_array_close(out);
    if (buf_failed(&text))
        out->failed = true;
    buf_done(&text);
}

samsyn_status
samsyn_assess_json(char **json, size_t *json_length, const char *checklist,
                   const char *document, size_t length, const char *name,
                   const samsyn_config *config)
{
    struct samsyn_config quiet = *config_of(config);
    struct steps steps = { 0 };
    samsyn_status status;
    struct buf out;

    if (!json || !checklist || !api_text_given(document, length))
        return SAMSYN_E_ARGUMENT;
    quiet.no_account = quiet.no_text = true; /* the JSON shows neither */
    status =
        take_steps(&steps, checklist, str_make(document, length), name, &quiet);
    buf_init(&out, &config_of(config)->mem, API_REPORT_MAX);
    if (status == SAMSYN_OK)
        report_json(&out, steps.assessment);
    else if (status != SAMSYN_E_NOMEM)
        write_failure(&out, &steps, status, name ? name : "document",
                      config_of(config));
    steps_done(&steps);
    if (status == SAMSYN_E_NOMEM || buf_failed(&out)) {
        buf_done(&out);
        return SAMSYN_E_NOMEM;
    }
    *json = out.data; /* handed over: samsyn_text_free() ends it */
    if (json_length)
        *json_length = out.len;
    return status;
}

void
samsyn_text_free(char *text, const samsyn_config *config)
{
    mem_free(&config_of(config)->mem, text);
}
