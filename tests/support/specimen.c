/* SPDX-License-Identifier: MIT */

/* An assessment with one of everything, put together by hand: what reports
 * must be able to show, whether or not the rules can come to it today. */

#include "support/specimen.h"

#include <string.h>

#include "score/score.h"

static struct str path[] = { { "Form", 4 }, { "Giltighet och tid", 17 } };

static struct samsyn_evidence met_evidence[] = {
    { .span = { 120, 190, 14, 3 },
      .end_line = 15,
      .end_column = 9,
      .quote = { "Avtalet gäller från och med den 1 mars 2026 till och med den "
                 "28 februari 2030.",
                 0 },
      .rule = { "met", 3 },
      .note = { "en period", 0 },
      .path = path,
      .path_count = 2 },
    { .span = { SAMSYN_NONE, SAMSYN_NONE, 0, 0 },
      .quote = { "Gäller till 2030-02-28", 0 },
      .rule = { "met", 3 },
      .place = { "tabell 1, rad 2", 0 } },
    { .span = { SAMSYN_NONE, SAMSYN_NONE, 0, 0 },
      .quote = { "utan plats", 0 },
      .rule = { "met", 3 } },
};

static struct samsyn_evidence partly_evidence[] = {
    { .span = { 300, 340, 20, 1 },
      .quote = { "Överenskommelsen revideras vid \"behov\" \\ eller "
                 "så.\x1b[31m\t\x7f",
                 0 },
      .rule = { "partly", 6 } },
};

static struct samsyn_evidence refusals[] = {
    { .span = { 400, 420, 25, 1 },
      .quote = { "Avtalet sägs inte upp.", 0 },
      .rule = { "met", 3 },
      .note = { "uppsägning: ”sägs upp”", 0 },
      .reason = { "negated", 7 } },
    { .span = { 430, 440, 26, 7 },
      .quote = { "en ny sorts text", 0 },
      .rule = { "unless", 6 },
      .reason = { "a reason of later", 17 } },
};

/* More than the text shows. */
static struct samsyn_evidence many_refusals[] = {
    { .span = { 600, 604, 40, 1 },
      .quote = { "ett", 0 },
      .reason = { "hedged", 6 } },
    { .span = { 610, 614, 41, 1 },
      .quote = { "två", 0 },
      .reason = { "heading", 7 } },
    { .span = { 620, 624, 42, 1 },
      .quote = { "tre", 0 },
      .reason = { "contents", 8 } },
    { .span = { 630, 634, 43, 1 },
      .quote = { "fyra", 0 },
      .reason = { "furniture", 9 } },
    { .span = { 640, 644, 44, 1 },
      .quote = { "fem", 0 },
      .reason = { "placeholder", 11 } },
    { .span = { 650, 654, 45, 1 },
      .quote = { "sex", 0 },
      .reason = { "tense", 5 } },
    { .span = { 660, 664, 46, 1 },
      .quote = { "sju", 0 },
      .reason = { "other", 5 } },
};

/* What came nearest is a stretch that counted: it is not shown twice. */
static struct samsyn_evidence counted_nearest[] = {
    { .span = { 300, 340, 20, 1 },
      .quote = { "Överenskommelsen revideras", 0 },
      .rule = { "met", 3 },
      .note = { "vem som gör det", 0 } },
};

static struct samsyn_evidence nearest[] = {
    { .span = { 500, 520, 30, 1 },
      .quote = { "Parterna ser över avtalet.", 0 },
      .rule = { "met", 3 },
      .note = { "en tidpunkt", 0 } },
};

static struct samsyn_evidence only_missing[] = {
    { .span = { SAMSYN_NONE, SAMSYN_NONE, 0, 0 },
      .rule = { "met", 3 },
      .note = { "gemensam lägesbild", 0 } },
};

static struct trace_line trace[] = {
    { { "Uppfyllt om:", 0 }, 0, -1 },
    { { "allt detta i samma mening", 0 }, 1, 0 },
    { { "”revidera” (revidering, översyn): 3 ställen, 1 räknas", 0 }, 2, 1 },
    { { "”tid” (datum): 0 ställen, 0 räknas", 0 }, 2, 0 },
    { { "mycket djupt", 0 }, 60, 0 },
};

/* Six criteria, one of each verdict. */
static struct samsyn_criterion criteria[] = {
    { .verdict = SAMSYN_VERDICT_MET,
      .weight = 3000,
      .evidence = { [SAMSYN_EVIDENCE_COUNTED] = { met_evidence, 3 } } },
    { .verdict = SAMSYN_VERDICT_PARTLY,
      .weight = 1000,
      .evidence = { [SAMSYN_EVIDENCE_COUNTED] = { partly_evidence, 1 },
                    [SAMSYN_EVIDENCE_REFUSED] = { refusals, 2 },
                    [SAMSYN_EVIDENCE_NEAREST] = { nearest, 1 } },
      .trace = trace,
      .trace_count = 5 },
    { .verdict = SAMSYN_VERDICT_NOT_MET,
      .weight = 2000,
      .evidence = { [SAMSYN_EVIDENCE_NEAREST] = { only_missing, 1 } } },
    { .verdict = SAMSYN_VERDICT_REFERRED,
      .weight = 2000,
      .evidence = { [SAMSYN_EVIDENCE_COUNTED] = { partly_evidence, 1 },
                    [SAMSYN_EVIDENCE_REFUSED] = { many_refusals, 7 },
                    [SAMSYN_EVIDENCE_NEAREST] = { counted_nearest, 1 } } },
    { .verdict = SAMSYN_VERDICT_NEEDS_REVIEW, .weight = 3000 },
    { .verdict = SAMSYN_VERDICT_NOT_APPLICABLE, .weight = 1000 },
};

#define COUNT ARRAY_LEN(criteria)

/* id, code, title, area, weight, reason of each. */
static const char *const names[COUNT][6] = {
    { "giltighetstid", "a03", "Giltighetstiden är angiven", "form", "must" },
    { "revidering", "a04", "Rutin för revidering", "form", "nice" },
    { "lägesbild", "a07", "Gemensam lägesbild", "innehåll", "should" },
    { "mål", "a09", "Mätbara mål", "innehåll", "should" },
    { "ledning", "a02", "Undertecknad av ledningen", "form", "must", "person" },
    { "lag", "", "Lagens krav", "innehåll", "nice" },
};

static struct assessed_area areas[] = {
    { { "form", 4 }, { "Form och mandat", 15 }, { 3500, 7000 } },
    { { "innehåll", 0 }, { "Innehåll", 0 }, { 0, 4000 } },
    { { "tomt", 4 }, { "Tomt område", 0 }, { 0, 0 } },
};

static struct notice notices[] = {
    { { "document-windows-1252", 0 },
      { "filen är kodad i Windows-1252", 0 },
      { SAMSYN_NONE, SAMSYN_NONE, 0, 0 },
      1 },
    { { "document-table-dashes", 0 }, { "en tabell", 0 }, { 77, 80, 9, 1 }, 1 },
};

static struct assessed_document documents[1];

static struct str
text(const char *bytes)
{
    return str_of(bytes);
}

static void
measure(struct str *texts)
{
    if (texts->ptr)
        *texts = text(texts->ptr);
}

static void
fill_criterion(struct samsyn_criterion *criterion, const char *const *row)
{
    static const samsyn_criterion_text_id ids[] = {
        SAMSYN_CRITERION_ID,   SAMSYN_CRITERION_CODE,   SAMSYN_CRITERION_TITLE,
        SAMSYN_CRITERION_AREA, SAMSYN_CRITERION_WEIGHT, SAMSYN_CRITERION_REASON
    };

    for (size_t i = 0; i < ARRAY_LEN(ids); i++)
        criterion->texts[ids[i]] = text(row[i] ? row[i] : "");
    criterion->texts[SAMSYN_CRITERION_LEVEL] = text("document");
    criterion->texts[SAMSYN_CRITERION_QUESTION] = text("Står det i texten?");
    criterion->texts[SAMSYN_CRITERION_WHY] =
        text("Den som läser ska veta\n  vad som gäller.");
    criterion->texts[SAMSYN_CRITERION_ADVICE] = text(
        "Skriv ut vad som gäller, från vilken dag och till vilken dag, och vem "
        "som bestämmer om det ska ändras innan tiden har gått ut.");
    criterion->texts[SAMSYN_CRITERION_MODEL] =
        text("Avtalet gäller till 2030.");
    criterion->texts[SAMSYN_CRITERION_SOURCE] = text("BRA-TECKNA");
    criterion->points = score_points(criterion->verdict, criterion->weight);
    criterion->said.points = criterion->points;
    for (size_t kind = 1; kind < 4; kind++) {
        struct evidence_list *list = &criterion->evidence[kind];

        for (size_t i = 0; i < list->count; i++) {
            list->items[i].document = 1;
            measure(&list->items[i].quote);
            measure(&list->items[i].note);
            measure(&list->items[i].place);
        }
    }
    for (size_t i = 0; i < criterion->trace_count; i++)
        measure(&criterion->trace[i].text);
}

/* Sixty-four times. */
#define REPEATED(x) EIGHT(EIGHT(x))
#define EIGHT(x) x x x x x x x x

static void
fill_texts(struct samsyn_assessment *assessment)
{
    static const char *const texts[15] = {
        [SAMSYN_ASSESSMENT_CHECKLIST_ID] = "prov",
        [SAMSYN_ASSESSMENT_CHECKLIST_VERSION] = "0.1",
        [SAMSYN_ASSESSMENT_CHECKLIST_TITLE] = "Provlista",
        [SAMSYN_ASSESSMENT_CHECKLIST_BASIS] = "Projektets egen sammanställning",
        [SAMSYN_ASSESSMENT_CHECKLIST_DIGEST] = "sha256:" REPEATED("a"),
        [SAMSYN_ASSESSMENT_LANGUAGE_ID] = "sv",
        [SAMSYN_ASSESSMENT_LANGUAGE_DIGEST] = "sha256:" REPEATED("b"),
        /* a name that is not UTF-8, with a line end and a terminal's mark */
        [SAMSYN_ASSESSMENT_DOCUMENT_NAME] = "av\xE5tal\n\x1b[1m.md",
        [SAMSYN_ASSESSMENT_DOCUMENT_DIGEST] = "sha256:" REPEATED("c"),
        [SAMSYN_ASSESSMENT_DOCUMENT_FORMAT] = "markdown",
        [SAMSYN_ASSESSMENT_DOCUMENT_KIND] = "överenskommelse",
        [SAMSYN_ASSESSMENT_DOCUMENT_KIND_TITLE] = "en överenskommelse",
        [SAMSYN_ASSESSMENT_DATE] = "2026-11-22",
        [SAMSYN_ASSESSMENT_LANG] = "sv",
    };

    for (size_t i = 0; i < ARRAY_LEN(texts); i++)
        assessment->texts[i] = text(texts[i]);
}

static void
fill_document(struct assessed_document *document, const struct str *texts)
{
    document->texts[SAMSYN_DOCUMENT_NAME] =
        texts[SAMSYN_ASSESSMENT_DOCUMENT_NAME];
    document->texts[SAMSYN_DOCUMENT_DIGEST] =
        texts[SAMSYN_ASSESSMENT_DOCUMENT_DIGEST];
    document->texts[SAMSYN_DOCUMENT_FORMAT] =
        texts[SAMSYN_ASSESSMENT_DOCUMENT_FORMAT];
    document->texts[SAMSYN_DOCUMENT_KIND] =
        texts[SAMSYN_ASSESSMENT_DOCUMENT_KIND];
    document->texts[SAMSYN_DOCUMENT_KIND_TITLE] =
        texts[SAMSYN_ASSESSMENT_DOCUMENT_KIND_TITLE];
    document->texts[SAMSYN_DOCUMENT_ROLE] = text("main");
}

struct samsyn_assessment
specimen_make(const samsyn_allocator *mem)
{
    struct samsyn_assessment assessment = { .arena = { .mem = *mem },
                                            .areas = areas,
                                            .area_count = ARRAY_LEN(areas),
                                            .criteria = criteria,
                                            .criterion_count = COUNT,
                                            .notices = notices,
                                            .notice_count = ARRAY_LEN(notices),
                                            .documents = documents,
                                            .document_count = 1 };
    struct scored scored[COUNT];

    fill_texts(&assessment);
    fill_document(&documents[0], assessment.texts);
    for (size_t i = 0; i < COUNT; i++) {
        fill_criterion(&criteria[i], names[i]);
        scored[i] = (struct scored){ criteria[i].weight, criteria[i].verdict,
                                     strcmp(names[i][4], "must") == 0 };
    }
    for (size_t i = 0; i < ARRAY_LEN(areas); i++) {
        measure(&areas[i].id);
        measure(&areas[i].title);
    }
    for (size_t i = 0; i < ARRAY_LEN(notices); i++) {
        measure(&notices[i].code);
        measure(&notices[i].text);
    }
    assessment.score = score_total(scored, COUNT);
    specimen_add_text(&assessment);
    return assessment;
}
