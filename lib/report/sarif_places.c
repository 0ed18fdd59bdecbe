/* SPDX-License-Identifier: MIT */
/* Where a result of an assessment stands, and what else is to be seen.
 *
 * A file of lines has regions; one without has names of places.  Words of the
 * document stand in snippets, names of places and properties only. */

#include "report/sarif_run.h"

#include "report/words.h"

void
sarif_put_message(struct sarif_writing *writing, const char *key)
{
    struct buf *line = &writing->page.line;

    if (buf_failed(line))
        writing->json->out->failed = true;
    else
        sarif_message(writing->json, key, line->len > 0 ? line->data : "");
    buf_clear(line);
}

/* ---- Places ---- */

const char *
sarif_name_of(const samsyn_assessment *assessment, size_t document)
{
    const char *name = samsyn_assessment_document_text(assessment, document,
                                                       SAMSYN_DOCUMENT_NAME);

    return name ? name : "";
}

/* The headings above a stretch, and its place in a container. */
static void
write_logical(struct sarif_writing *writing, const samsyn_evidence *evidence)
{
    size_t count = samsyn_evidence_path_count(evidence);
    const char *place = samsyn_evidence_place(evidence);
    struct page *page = &writing->page;

    if (count == 0 && !*place)
        return;
    for (size_t i = 0; i < count; i++) {
        page_text(page, i > 0 ? " > " : "");
        page_text(page, samsyn_evidence_path_at(evidence, i));
    }
    if (*place) {
        page_text(page, count > 0 ? " > " : "");
        page_text(page, place);
    }
    json_key(writing->json, "logicalLocations");
    json_open(writing->json, '[');
    json_open(writing->json, '{');
    if (buf_failed(&page->line))
        writing->json->out->failed = true;
    else
        sarif_pair_shown(writing->json, "fullyQualifiedName", page->line.data);
    buf_clear(&page->line);
    json_close(writing->json, '}');
    json_close(writing->json, ']');
}

/* A file without lines has no region that could hold the quote. */
static void
write_quote(struct json *json, const char *quote)
{
    json_key(json, "properties");
    json_open(json, '{');
    sarif_pair_shown(json, "quote", quote);
    json_close(json, '}');
}

/* What a location has; the main document as a whole where there is no
 * evidence. */
static void
write_location(struct sarif_writing *writing, const samsyn_evidence *evidence)
{
    size_t number = samsyn_evidence_document(evidence);
    struct sarif_place place = {
        .artifact = number > 0 ? number - 1 : 0,
        .span = samsyn_evidence_span(evidence),
        .quote = samsyn_evidence_quote(evidence),
    };

    place.name = sarif_name_of(writing->page.assessment, place.artifact);
    place.end_line = samsyn_evidence_end(evidence, &place.end_column);
    sarif_place(writing->json, &place);
    write_logical(writing, evidence);
    if (place.span.line == 0 && *place.quote)
        write_quote(writing->json, place.quote);
}

static bool
has_place(const samsyn_evidence *evidence)
{
    return evidence && (samsyn_evidence_span(evidence).line > 0 ||
                        *samsyn_evidence_place(evidence));
}

static const samsyn_evidence *
first_of(const samsyn_criterion *criterion, samsyn_evidence_kind kind)
{
    const samsyn_evidence *evidence =
        samsyn_criterion_evidence_at(criterion, kind, 0);

    return has_place(evidence) ? evidence : NULL;
}

const samsyn_evidence *
sarif_place_of(const samsyn_criterion *criterion)
{
    const samsyn_evidence *nearest =
        sarif_is_wanting(criterion)
            ? first_of(criterion, SAMSYN_EVIDENCE_NEAREST)
            : NULL;

    return nearest ? nearest : first_of(criterion, SAMSYN_EVIDENCE_COUNTED);
}

/* What is said of a stretch beside the one that is the result's. */
static void
say_related(struct sarif_writing *writing, const samsyn_evidence *evidence,
            samsyn_evidence_kind kind)
{
    struct page *page = &writing->page;

    if (kind == SAMSYN_EVIDENCE_COUNTED) {
        page_add(page, MSG_REPORT_COUNTED, NULL, NULL);
    } else if (kind == SAMSYN_EVIDENCE_NEAREST) {
        page_add(page, MSG_REPORT_MISSING, samsyn_evidence_note(evidence),
                 NULL);
    } else {
        page_add(page, MSG_REPORT_NOT_COUNTED, NULL, NULL);
        page_add(page, MSG_REPORT_REFUSED_WHY,
                 words_refused(samsyn_evidence_reason(evidence), page->lang),
                 NULL);
    }
    sarif_put_message(writing, "message");
}

/* Each has a number, since places may be the same: *number is the next. */
static void
write_related(struct sarif_writing *writing, const samsyn_criterion *criterion,
              samsyn_evidence_kind kind, const samsyn_evidence *shown,
              int64_t *number)
{
    struct json *json = writing->json;

    for (size_t i = 0; i < samsyn_criterion_evidence_count(criterion, kind);
         i++) {
        const samsyn_evidence *evidence =
            samsyn_criterion_evidence_at(criterion, kind, i);

        if (evidence == shown || !has_place(evidence))
            continue;
        json_open(json, '{');
        json_pair_int(json, "id", (*number)++);
        write_location(writing, evidence);
        say_related(writing, evidence, kind);
        json_close(json, '}');
    }
}

void
sarif_locations(struct sarif_writing *writing,
                const samsyn_criterion *criterion)
{
    static const samsyn_evidence_kind all[] = { SAMSYN_EVIDENCE_NEAREST,
                                                SAMSYN_EVIDENCE_COUNTED,
                                                SAMSYN_EVIDENCE_REFUSED };
    const samsyn_evidence *shown = sarif_place_of(criterion);
    struct json *json = writing->json;
    int64_t number = 0;

    json_key(json, "locations");
    json_open(json, '[');
    json_open(json, '{');
    write_location(writing, shown);
    json_close(json, '}');
    json_close(json, ']');
    json_key(json, "relatedLocations");
    json_open(json, '[');
    for (size_t i = 0; i < ARRAY_LEN(all); i++)
        write_related(writing, criterion, all[i], shown, &number);
    json_close(json, ']');
}
