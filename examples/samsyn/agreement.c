/* SPDX-License-Identifier: MIT */
/* samsyn agreement: how far samsyn agrees with people who have labelled
 * documents.  Labels are lines of tab-separated fields, the first line naming
 * them: `file`, `criterion` (id or code) and `status` are used, others are
 * passed over.
 *
 * A document is assessed once, when its first label is met; labels of one
 * document stand together.  Documents that no checklist fits are counted, not
 * passed over in silence.
 *
 * The same pairs are kept in several ways, because each comparison measures by
 * one name: by what stands first in the file's name, by the checklist, and
 * without those that are left to a person. */

#include "choose.h"

#include <stdlib.h>
#include <string.h>

enum {
    FIELDS = 3
};

/* The ways in which pairs are kept. */
enum way {
    BY_GROUP,
    BY_CHECKLIST,
    DECIDED, /* only what the machine decides itself */
    WAYS
};

enum {
    VERDICTS = SAMSYN_VERDICT_NOT_APPLICABLE + 1,
    NAME_WIDTH = 16
};

static const char *const field_names[FIELDS] = { "file", "criterion",
                                                 "status" };

/* What the comparison works on. */
struct comparison {
    const struct tool *tool;
    const char *directory;
    struct shelf shelf;
    samsyn_agreement *ways[WAYS];
    size_t aside[VERDICTS][VERDICTS]; /* person, machine */
    samsyn_assessment *assessment;    /* of the document at hand, or NULL */
    char *document;                   /* its name; NULL before the first */
    size_t assessed, unread, passed_over, unknown, compared;
    int columns[FIELDS]; /* which column holds a field */
};

/* Cuts the next field off a line, up to a tab. */
static char *
next_field(char **line)
{
    char *field = *line, *end;

    if (!field)
        return NULL;
    end = strchr(field, '\t');
    *line = end ? end + 1 : NULL;
    if (end)
        *end = '\0';
    return field;
}

static bool
read_header(struct comparison *comparison, char *line)
{
    char *field;
    int column = 0;

    for (int i = 0; i < FIELDS; i++)
        comparison->columns[i] = -1;
    while ((field = next_field(&line))) {
        for (int i = 0; i < FIELDS; i++) {
            if (strcmp(field, field_names[i]) == 0)
                comparison->columns[i] = column;
        }
        column++;
    }
    for (int i = 0; i < FIELDS; i++) {
        if (comparison->columns[i] < 0)
            return false;
    }
    return true;
}

/* A label's verdict; 0 where its word is none. */
static samsyn_verdict
verdict_of(const char *word)
{
    for (int i = SAMSYN_VERDICT_MET; i <= SAMSYN_VERDICT_NOT_APPLICABLE; i++) {
        const char *name = samsyn_verdict_name((samsyn_verdict)i);

        if (name && strcmp(name, word) == 0)
            return (samsyn_verdict)i;
    }
    return (samsyn_verdict)0;
}

/* Odd or even by the last number in a name; documents without one are both. */
static bool
is_asked_for(const char *name, enum part part)
{
    const char *last = NULL;

    for (const char *at = name; *at; at++)
        last = *at >= '0' && *at <= '9' ? at : last;
    if (part == PART_ALL || !last)
        return true;
    return ((*last - '0') % 2 == 1) == (part == PART_ODD);
}

static void
end_document(struct comparison *comparison)
{
    samsyn_assessment_free(comparison->assessment);
    free(comparison->document);
    comparison->assessment = NULL;
    comparison->document = NULL;
}

static bool
assess_file(struct comparison *comparison, const char *path,
            const struct file *file, struct fault *fault)
{
    struct choice choice;
    samsyn_diagnostics *list = NULL;
    samsyn_status status;
    bool good;

    good = choose(&choice, comparison->tool, &comparison->shelf, path, file,
                  fault);
    if (good) {
        status =
            samsyn_assess(&comparison->assessment, choice.checklist,
                          choice.document, comparison->tool->config, &list);
        good = status == SAMSYN_OK ||
               fault_diagnostics(fault, comparison->tool, path, CODE_DOCUMENT,
                                 status, list);
    }
    samsyn_diagnostics_free(list);
    choice_done(&choice);
    return good;
}

/* Makes a document the one at hand; it has no assessment where it cannot be
 * read or no checklist fits, which has been said. */
static bool
begin_document(struct comparison *comparison, const char *name)
{
    struct fault fault = { CODE_DONE, SAMSYN_OK, NULL };
    struct file file = { NULL, 0 };
    char *path = join(comparison->directory, "/", name);
    enum file_result result;

    end_document(comparison);
    comparison->document = join(name, "", "");
    if (!path || !comparison->document) {
        free(path);
        return false;
    }
    result = file_read(&file, path, DOCUMENT_MAX);
    if (result != FILE_READ)
        (void)fault_file(&fault, comparison->tool, path, CODE_DOCUMENT, result,
                         DOCUMENT_MAX);
    else
        (void)assess_file(comparison, path, &file, &fault);
    if (comparison->assessment)
        comparison->assessed++;
    else
        comparison->unread++;
    file_done(&file);
    fault_done(&fault);
    free(path);
    return true;
}

/* The group of a document: what stands before the first hyphen of its name,
 * so that "d-a01.md" and "o-a01.md" are measured apart; else all of it. */
static void
group_of(const char *document, char *group, size_t size)
{
    size_t length = strcspn(document, "-");

    if (document[length] == '\0' || length >= size)
        length = 0;
    memcpy(group, document, length);
    group[length] = '\0';
}

/* An open verdict counts with its suggestion, where it has one. */
static samsyn_verdict
said_of(const samsyn_criterion *criterion)
{
    int suggestion = samsyn_criterion_suggestion(criterion);

    return suggestion ? (samsyn_verdict)suggestion
                      : samsyn_criterion_verdict(criterion);
}

static bool
add_pair(struct comparison *comparison, const samsyn_criterion *criterion,
         const char *group, samsyn_verdict person)
{
    const char *code = samsyn_criterion_text(criterion, SAMSYN_CRITERION_CODE);
    const char *groups[WAYS] = { group,
                                 samsyn_assessment_text(
                                     comparison->assessment,
                                     SAMSYN_ASSESSMENT_CHECKLIST_ID),
                                 "" };

    for (int i = 0; i < WAYS; i++) {
        if (i == DECIDED && samsyn_criterion_suggestion(criterion))
            continue;
        if (samsyn_agreement_add(comparison->ways[i], comparison->document,
                                 groups[i], code, said_of(criterion),
                                 person) != SAMSYN_OK)
            return false;
    }
    return true;
}

static bool
add_label(struct comparison *comparison, const char *criterion,
          const char *status)
{
    const samsyn_criterion *found = samsyn_assessment_criterion_find(
        comparison->assessment, criterion, strlen(criterion));
    samsyn_verdict person = verdict_of(status);
    char group[64];

    if (!comparison->assessment || !found || !person) {
        comparison->passed_over += comparison->assessment && !found;
        comparison->unknown += found && !person;
        return true;
    }
    comparison->compared++;
    comparison->aside[person][said_of(found)]++;
    group_of(comparison->document, group, sizeof group);
    return add_pair(comparison, found, group, person);
}

static bool
read_label(struct comparison *comparison, char *line)
{
    char *fields[FIELDS] = { NULL }, *field;

    for (int column = 0; (field = next_field(&line)); column++) {
        for (int i = 0; i < FIELDS; i++) {
            if (comparison->columns[i] == column)
                fields[i] = field;
        }
    }
    if (!fields[0] || !fields[1] || !fields[2] ||
        !is_asked_for(fields[0], comparison->tool->args.part))
        return true;
    if ((!comparison->document ||
         strcmp(comparison->document, fields[0]) != 0) &&
        !begin_document(comparison, fields[0]))
        return false;
    return add_label(comparison, fields[1], fields[2]);
}

/* Cuts the next line off a text that ends in NUL. */
static char *
next_line(char **text)
{
    char *line = *text, *end;

    if (!*line)
        return NULL;
    end = line + strcspn(line, "\r\n");
    *text = end + (*end ? 1 : 0);
    if (*end == '\r' && end[1] == '\n')
        *text = end + 2;
    *end = '\0';
    return line;
}

static enum code
read_labels(struct comparison *comparison, char *text)
{
    samsyn_lang lang = comparison->tool->args.lang;
    char *line = next_line(&text);

    if (!line || !read_header(comparison, line)) {
        complain(comparison->tool->args.labels, TEXT_LABELS_HEADER, lang, NULL,
                 NULL);
        return CODE_USAGE;
    }
    while ((line = next_line(&text))) {
        if (*line && !read_label(comparison, line))
            return CODE_INTERNAL;
    }
    return CODE_DONE;
}

/* ---- What is shown ---- */

static void
show_kappa(int64_t kappa)
{
    if (kappa == SAMSYN_NO_KAPPA)
        printf("      -");
    else
        printf("  %s%d.%03d", kappa < 0 ? "-" : " ",
               (int)((kappa < 0 ? -kappa : kappa) / 1000),
               (int)((kappa < 0 ? -kappa : kappa) % 1000));
}

/* In a column of its own; what follows the first byte of a letter takes no
 * place. */
static void
show_name(const char *name)
{
    int wide = 0;

    for (const char *at = name; *at; at++)
        wide += ((unsigned char)*at & 0xc0) != 0x80;
    printf("%s%*s", name, wide < NAME_WIDTH ? NAME_WIDTH - wide : 1, "");
}

static void
show_row(const char *name, const samsyn_measure *measure)
{
    show_name(name);
    show_kappa(measure->kappa);
    show_kappa(measure->low);
    show_kappa(measure->high);
    printf(" %6d %6d %6d %6d %4d/%-4d %6d %6d\n", (int)measure->pairs,
           (int)measure->exact, (int)measure->over, (int)measure->under,
           (int)measure->false_met, (int)measure->not_met, (int)measure->open,
           (int)measure->aside);
}

static bool
show_measure(const samsyn_agreement *agreement, const char *name,
             const char *group, const char *criterion)
{
    samsyn_measure measure;

    if (samsyn_agreement_measure(&measure, agreement, group, criterion) !=
        SAMSYN_OK)
        return false;
    show_row(name, &measure);
    return true;
}

static bool
show_groups(const samsyn_agreement *agreement)
{
    const char *name;

    for (size_t i = 0; (name = samsyn_agreement_group_at(agreement, i)); i++) {
        if (*name && !show_measure(agreement, name, name, NULL))
            return false;
    }
    return true;
}

static bool
show_all(const struct comparison *comparison)
{
    const samsyn_agreement *agreement = comparison->ways[BY_GROUP];
    samsyn_lang lang = comparison->tool->args.lang;
    const char *name;

    fputs(text_of(TEXT_AGREEMENT_HEAD, lang), stdout);
    if (!show_measure(agreement, text_of(TEXT_AGREEMENT_ALL, lang), NULL,
                      NULL) ||
        !show_measure(comparison->ways[DECIDED],
                      text_of(TEXT_AGREEMENT_DECIDED, lang), NULL, NULL) ||
        !show_groups(comparison->ways[BY_CHECKLIST]) || !show_groups(agreement))
        return false;
    for (size_t i = 0; (name = samsyn_agreement_criterion_at(agreement, i));
         i++) {
        if (!show_measure(agreement, name, NULL, name))
            return false;
    }
    return true;
}

/* What is not on the scale on one side or the other. */
static void
show_aside(const struct comparison *comparison)
{
    samsyn_lang lang = comparison->tool->args.lang;
    bool said = false;

    for (int person = SAMSYN_VERDICT_MET; person < VERDICTS; person++) {
        for (int machine = SAMSYN_VERDICT_MET; machine < VERDICTS; machine++) {
            size_t count = comparison->aside[person][machine];

            if (count == 0 || (person < SAMSYN_VERDICT_REFERRED &&
                               machine < SAMSYN_VERDICT_REFERRED))
                continue;
            if (!said)
                fputs(text_of(TEXT_AGREEMENT_ASIDE, lang), stdout);
            said = true;
            printf("%-16s %-16s %6zu\n",
                   samsyn_verdict_name((samsyn_verdict)person),
                   samsyn_verdict_name((samsyn_verdict)machine), count);
        }
    }
}

static void
show_coverage(const struct comparison *comparison)
{
    char numbers[5][24];
    const size_t counts[] = { comparison->assessed, comparison->compared,
                              comparison->unread, comparison->passed_over,
                              comparison->unknown };
    static const enum text texts[] = {
        TEXT_AGREEMENT_ASSESSED, TEXT_AGREEMENT_COMPARED, TEXT_AGREEMENT_UNREAD,
        TEXT_AGREEMENT_PASSED, TEXT_AGREEMENT_UNKNOWN
    };

    for (size_t i = 0; i < 5; i++) {
        snprintf(numbers[i], sizeof numbers[i], "%zu", counts[i]);
        if (i > 1 && counts[i] == 0)
            continue;
        say(stdout, texts[i], comparison->tool->args.lang, numbers[i], NULL);
        fputc('\n', stdout);
    }
}

static enum code
compare_labels(struct comparison *comparison, char *text)
{
    enum code code = read_labels(comparison, text);

    if (code == CODE_DONE && !show_all(comparison))
        code = CODE_INTERNAL;
    if (code == CODE_DONE) {
        show_aside(comparison);
        show_coverage(comparison);
    }
    if (code == CODE_INTERNAL)
        complain(NULL, TEXT_NO_MEMORY, comparison->tool->args.lang, NULL, NULL);
    return code;
}

static enum code
compare_file(struct comparison *comparison, struct fault *fault)
{
    const struct tool *tool = comparison->tool;
    struct file labels = { NULL, 0 };
    enum file_result result =
        file_read(&labels, tool->args.labels, DOCUMENT_MAX);
    enum code code;

    if (result != FILE_READ) {
        (void)fault_file(fault, tool, tool->args.labels, CODE_DOCUMENT, result,
                         DOCUMENT_MAX);
        code = fault->code;
    } else if (!shelf_fill(&comparison->shelf, tool, fault)) {
        code = fault->code;
    } else {
        code = compare_labels(comparison, labels.bytes);
    }
    shelf_done(&comparison->shelf);
    file_done(&labels);
    return code;
}

static bool
begin_ways(struct comparison *comparison)
{
    for (int i = 0; i < WAYS; i++) {
        if (samsyn_agreement_new(&comparison->ways[i],
                                 comparison->tool->config) != SAMSYN_OK)
            return false;
    }
    return true;
}

enum code
command_agreement(struct tool *tool)
{
    struct comparison comparison = { .tool = tool };
    struct fault fault = { CODE_DONE, SAMSYN_OK, NULL };
    enum code code = CODE_INTERNAL;

    if (!tool->args.labels || tool->args.count != 1) {
        complain(NULL, TEXT_AGREEMENT_USAGE, tool->args.lang, NULL, NULL);
        return CODE_USAGE;
    }
    comparison.directory = tool->args.operands[0];
    if (begin_ways(&comparison))
        code = compare_file(&comparison, &fault);
    end_document(&comparison);
    for (int i = 0; i < WAYS; i++)
        samsyn_agreement_free(comparison.ways[i]);
    fault_done(&fault);
    return code;
}
