/* SPDX-License-Identifier: MIT */
/* The table of report formats; a new format is a new row. */

#include "report/report.h"

static const struct report_format formats[] = {
    { "text", report_text },
    { "html", report_html },
    { "brief", report_brief },
    { "brief-html", report_brief_html },
    { "todo", report_todo },
    { "answers", report_answers },
    { "answers-element", report_answers_element },
    { "csv", report_csv },
    { "csv-rows", report_csv_rows },
    { "csv-plain", report_csv_plain },
    { "csv-plain-rows", report_csv_plain_rows },
    { "sarif", report_sarif },
    { "sarif-all", report_sarif_all },
    { "json", report_json },
    { "json-element", report_json_element },
};

const struct report_format *
report_find(struct str name)
{
    for (size_t i = 0; i < ARRAY_LEN(formats); i++) {
        if (str_equal(str_of(formats[i].name), name))
            return &formats[i];
    }
    return NULL;
}

const struct report_format *
report_at(size_t index)
{
    return index < ARRAY_LEN(formats) ? &formats[index] : NULL;
}
