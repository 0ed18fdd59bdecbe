/* SPDX-License-Identifier: MIT */
/* Prints a verdict for each criterion of an agreement:
 *
 *   verdicts "$(pkg-config --variable=checklists samsyn)" <agreement.md
 */
#include <samsyn.h>
#include <stdio.h>
#include <string.h>

int
main(int argc, char **argv)
{
    static char text[1 << 20];
    size_t length = fread(text, 1, sizeof text, stdin);
    samsyn_config *config = NULL;
    samsyn_checklist *list = NULL;
    samsyn_document *doc = NULL;
    samsyn_assessment *result = NULL;
    int failed =
        argc < 2 || samsyn_config_new(&config, NULL) ||
        samsyn_config_set_directory(config, argv[1], strlen(argv[1])) ||
        samsyn_checklist_load_named(&list, "overenskommelse", 15, config,
                                    NULL) ||
        samsyn_document_read(&doc, text, length, "agreement.md",
                             SAMSYN_FORMAT_AUTO,
                             samsyn_checklist_language(list), config, NULL) ||
        samsyn_assess(&result, list, doc, config, NULL);

    for (size_t i = 0; i < samsyn_assessment_criterion_count(result); i++) {
        const samsyn_criterion *one = samsyn_assessment_criterion_at(result, i);
        printf("%-12s %s\n", samsyn_verdict_name(samsyn_criterion_verdict(one)),
               samsyn_criterion_text(one, SAMSYN_CRITERION_TITLE));
    }
    samsyn_assessment_free(result);
    samsyn_document_free(doc);
    samsyn_checklist_free(list);
    samsyn_config_free(config);
    return failed;
}
