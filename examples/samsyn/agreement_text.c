/* SPDX-License-Identifier: MIT */
/* Shows agreement as text: for each two sources a table of measures, what is
 * off the scale, how far certainty can be trusted, and, where asked for, every
 * criterion on which they differ with what each went by. */

#include "agreement_pairs.h"
#include "utf8.h"

#include <string.h>

enum {
    NAME_WIDTH = 28,
    WORD_WIDTH = 16
};

struct table {
    const struct comparison *comparison;
    samsyn_lang lang;
};

static void
show_kappa(int64_t kappa)
{
    int size = (int)(kappa < 0 ? -kappa : kappa);

    if (kappa == SAMSYN_NO_KAPPA)
        printf("      -");
    else
        printf("  %s%d.%03d", kappa < 0 ? "-" : " ", size / 1000, size % 1000);
}

/* In a column of its own.  Names come from files: what a terminal would act
 * on is shown as '?'. */
static void
show_name(const char *name, size_t column)
{
    size_t width = utf8_width(name);

    say(stdout, TEXT_ARGUMENT, SAMSYN_LANG_SV, name, NULL);
    do {
        fputc(' ', stdout);
    } while (++width < column);
}

static void
show_subject(const struct table *table, const struct subject *subject)
{
    static const struct {
        const char *of;
        enum text name;
    } rows[] = { { "all", TEXT_AGREEMENT_ALL },
                 { "decided", TEXT_AGREEMENT_DECIDED },
                 { "suggested", TEXT_AGREEMENT_SUGGESTED } };

    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        if (strcmp(rows[i].of, subject->of) == 0) {
            show_name(text_of(rows[i].name, table->lang), NAME_WIDTH);
            return;
        }
    }
    if (subject->checklist && subject->group) {
        fputs("  ", stdout);
        show_name(subject->group, 0);
        show_name(subject->checklist,
                  NAME_WIDTH - 3 - utf8_width(subject->group));
        return;
    }
    show_name(subject->checklist ? subject->checklist
              : subject->group   ? subject->group
                                 : subject->criterion,
              NAME_WIDTH);
}

static bool
show_measure(void *user, const struct subject *subject,
             const samsyn_measure *measure)
{
    show_subject(user, subject);
    show_kappa(measure->kappa);
    show_kappa(measure->low);
    show_kappa(measure->high);
    printf(" %6d %6d %6d %6d %4d/%-4d %6d %6d\n", (int)measure->pairs,
           (int)measure->exact, (int)measure->over, (int)measure->under,
           (int)measure->false_met, (int)measure->not_met, (int)measure->open,
           (int)measure->aside);
    return true;
}

/* ---- What stands under the table ---- */

static void
show_aside(const struct comparison *comparison, samsyn_lang lang)
{
    bool said = false;

    for (int i = SAMSYN_VERDICT_MET; i < VERDICTS; i++) {
        for (int j = SAMSYN_VERDICT_MET; j < VERDICTS; j++) {
            size_t count = comparison->aside[i][j];

            if (count == 0)
                continue;
            if (!said)
                fputs(text_of(TEXT_AGREEMENT_ASIDE, lang), stdout);
            said = true;
            printf("%-16s %-16s %6zu\n", samsyn_verdict_name((samsyn_verdict)i),
                   samsyn_verdict_name((samsyn_verdict)j), count);
        }
    }
}

static void
show_share(size_t part, size_t whole)
{
    size_t thousandths = (2000 * part + whole) / (2 * whole);

    printf("  %4zu.%zu %%", thousandths / 10, thousandths % 10);
}

/* Of a machine only: how often its verdicts of each certainty are the
 * reader's. */
static void
show_trust(const struct comparison *comparison, samsyn_lang lang)
{
    const struct trust *trust = comparison->trust;

    if (!comparison->panel->sources[comparison->second].machine ||
        comparison->both == 0)
        return;
    if (trust[CERTAINTY_UNSAID].verdicts == comparison->both) {
        fputs(text_of(TEXT_TRUST_UNSAID, lang), stdout);
        return;
    }
    fputs(text_of(TEXT_TRUST_HEAD, lang), stdout);
    for (int i = 0; i < CERTAINTIES; i++) {
        const char *name = certainty_name((enum certainty)i);

        if (trust[i].verdicts == 0)
            continue;
        show_name(name ? name : "-", WORD_WIDTH);
        printf("%6zu", trust[i].verdicts);
        show_share(trust[i].verdicts, comparison->both);
        printf(" %6zu", trust[i].right);
        show_share(trust[i].right, trust[i].verdicts);
        fputc('\n', stdout);
    }
}

static void
show_evidence(const struct panel *panel, size_t source,
              const struct label *label, samsyn_lang lang)
{
    if (!*label->fields[FIELD_EVIDENCE])
        return;
    fputs("    ", stdout);
    say(stdout, TEXT_AGREEMENT_EVIDENCE, lang, panel->sources[source].name,
        label->fields[FIELD_EVIDENCE]);
    fputc('\n', stdout);
}

static void
show_difference(const struct comparison *comparison, const struct row *row,
                samsyn_lang lang)
{
    const struct label *first = row->said[comparison->first];
    const struct label *second = row->said[comparison->second];

    show_name(row->document, WORD_WIDTH);
    if (*row->item)
        show_name(row->item, 4);
    show_name(row->criterion, 5);
    show_name(samsyn_verdict_name(counted(first)), WORD_WIDTH);
    printf("%s\n", samsyn_verdict_name(counted(second)));
    show_evidence(comparison->panel, comparison->first, first, lang);
    show_evidence(comparison->panel, comparison->second, second, lang);
}

static void
show_differences(const struct comparison *comparison, samsyn_lang lang)
{
    const struct panel *panel = comparison->panel;

    if (!panel->tool->args.differences)
        return;
    say(stdout, TEXT_AGREEMENT_DIFFERENCES, lang,
        panel->sources[comparison->first].name,
        panel->sources[comparison->second].name);
    for (size_t i = 0; i < panel->row_count; i++) {
        if (compare_differs(comparison, &panel->rows[i]))
            show_difference(comparison, &panel->rows[i], lang);
    }
}

/* ---- Coverage ---- */

static void
show_count(enum text id, size_t count, const char *about, samsyn_lang lang)
{
    char number[24];

    snprintf(number, sizeof number, "%zu", count);
    say(stdout, id, lang, number, about);
    fputc('\n', stdout);
}

static void
show_coverage(const struct comparison *comparison, samsyn_lang lang)
{
    const struct panel *panel = comparison->panel;
    const struct source *second = &panel->sources[comparison->second];
    char all[24];

    snprintf(all, sizeof all, "%zu", comparison->both + comparison->only_first);
    show_count(TEXT_AGREEMENT_COMPARED, comparison->both, all, lang);
    if (!second->machine && comparison->only_second > 0)
        show_count(TEXT_AGREEMENT_ONLY, comparison->only_second, second->name,
                   lang);
}

static void
show_documents(const struct panel *panel, samsyn_lang lang)
{
    if (panel->tool->args.count == 0)
        return;
    show_count(TEXT_AGREEMENT_ASSESSED, panel->assessed, NULL, lang);
    if (panel->unread > 0)
        show_count(TEXT_AGREEMENT_UNREAD, panel->unread, NULL, lang);
    if (panel->unasked > 0)
        show_count(TEXT_AGREEMENT_PASSED, panel->unasked, NULL, lang);
    if (panel->taught > 0)
        show_count(TEXT_AGREEMENT_TAUGHT, panel->taught, NULL, lang);
}

/* ---- All of it ---- */

static bool
show_comparison(const struct panel *panel, size_t first, size_t second)
{
    samsyn_lang lang = panel->tool->args.lang;
    struct comparison comparison;
    struct table table = { &comparison, lang };
    bool whole = compare(&comparison, panel, first, second);

    if (whole) {
        say(stdout, TEXT_AGREEMENT_TITLE, lang, panel->sources[first].name,
            panel->sources[second].name);
        fputs(text_of(TEXT_AGREEMENT_HEAD, lang), stdout);
        whole = compare_measures(&comparison, show_measure, &table);
    }
    if (whole) {
        show_aside(&comparison, lang);
        show_trust(&comparison, lang);
        show_coverage(&comparison, lang);
        show_differences(&comparison, lang);
        fputc('\n', stdout);
    }
    compare_done(&comparison);
    return whole;
}

bool
show_as_text(const struct panel *panel)
{
    for (size_t i = 0; i < panel->source_count; i++) {
        for (size_t j = i + 1; j < panel->source_count; j++) {
            if (!show_comparison(panel, i, j))
                return false;
        }
    }
    show_documents(panel, panel->tool->args.lang);
    return true;
}
