/* SPDX-License-Identifier: MIT */
/* Completes words for a shell.
 *
 * Everything comes from where the command itself has it: commands, options and
 * formats from their tables, checklists from the data directory, criteria from
 * the checklist.  So a shell's own file says only how to ask, and cannot grow
 * old.  What is a file's name is left to the shell. */

#include "complete.h"

#include "commands.h"

#include <string.h>

enum kind {
    KIND_NONE,
    KIND_FILES,
    KIND_CHOICES, /* those that it is called by */
    KIND_CHECKLISTS,
    KIND_CRITERIA
};

/* What an option takes, by what the help calls it. */
static const struct {
    const char *label;
    enum kind kind;
} labels[] = {
    { "FILE", KIND_FILES },         { "FILE|DIRECTORY", KIND_FILES },
    { "[NAME=]FILE", KIND_FILES },  { "NAME", KIND_CHECKLISTS },
    { "CRITERION", KIND_CRITERIA }, { "NUMBER", KIND_NONE },
    { "PERCENT", KIND_NONE },       { "DATE", KIND_NONE },
    { "NAME=PATTERN", KIND_NONE },
};

/* What stands after options; documents and folders where nothing is said. */
static const struct {
    const char *command;
    enum kind kind;
    const char *choices;
} operands[] = {
    { "list", KIND_NONE, "" },
    { "lint", KIND_CHECKLISTS, "" },
    { "test", KIND_CHECKLISTS, "" },
    { "guide", KIND_CHECKLISTS, "" },
    { "schema", KIND_CHOICES, "checklist|language|answers" },
};

struct asking {
    struct tool tool;
    const char *word; /* its beginning */
    char **words;     /* those before it, after the command */
    size_t count;
    unsigned command;
};

static void
offer(const struct asking *asking, const char *candidate, size_t length)
{
    size_t begun = strlen(asking->word);

    if (begun > length || memcmp(asking->word, candidate, begun) != 0)
        return;
    fwrite(candidate, 1, length, stdout);
    fputc('\n', stdout);
}

static void
offer_text(const struct asking *asking, const char *candidate)
{
    offer(asking, candidate, strlen(candidate));
}

static void
offer_choices(const struct asking *asking, const char *label)
{
    const char *choice;
    size_t length;

    for (size_t i = 0; (choice = choice_at(asking->command, label, i, &length));
         i++)
        offer(asking, choice, length);
}

static void
offer_checklists(const struct asking *asking)
{
    struct names names;

    if (names_read(&names, asking->tool.data, ".yaml")) {
        for (size_t i = 0; i < names.count; i++)
            offer_text(asking, names.names[i]);
    }
    names_done(&names);
}

static void
offer_criteria_of(const struct asking *asking, const char *name)
{
    struct fault fault = { CODE_DONE, SAMSYN_OK, NULL };
    samsyn_checklist *checklist;

    if (checklist_load(&checklist, &asking->tool, name, &fault)) {
        size_t count = samsyn_checklist_criterion_count(checklist);

        for (size_t i = 0; i < count; i++) {
            offer_text(asking, samsyn_checklist_criterion_id(checklist, i));
            offer_text(asking, samsyn_checklist_criterion_code(checklist, i));
        }
        samsyn_checklist_free(checklist);
    }
    fault_done(&fault);
}

/* Those of the checklist that is named before, else of all. */
static void
offer_criteria(const struct asking *asking)
{
    struct names names;

    for (size_t i = 0; i + 1 < asking->count; i++) {
        if (strcmp(asking->words[i], "--checklist") == 0) {
            offer_criteria_of(asking, asking->words[i + 1]);
            return;
        }
    }
    if (names_read(&names, asking->tool.data, ".yaml")) {
        for (size_t i = 0; i < names.count; i++)
            offer_criteria_of(asking, names.names[i]);
    }
    names_done(&names);
}

static void
offer_kind(const struct asking *asking, enum kind kind, const char *label)
{
    bool files = kind == KIND_FILES || kind == KIND_CHECKLISTS;

    puts(files ? "files" : "words");
    if (kind == KIND_CHOICES)
        offer_choices(asking, label);
    if (kind == KIND_CHECKLISTS)
        offer_checklists(asking);
    if (kind == KIND_CRITERIA)
        offer_criteria(asking);
}

static void
offer_value(const struct asking *asking, const char *label)
{
    for (size_t i = 0; i < sizeof labels / sizeof labels[0]; i++) {
        if (strcmp(labels[i].label, label) == 0) {
            offer_kind(asking, labels[i].kind, "");
            return;
        }
    }
    offer_kind(asking, KIND_CHOICES, label);
}

static void
offer_operand(const struct asking *asking, const char *command)
{
    for (size_t i = 0; i < sizeof operands / sizeof operands[0]; i++) {
        if (strcmp(operands[i].command, command) == 0) {
            offer_kind(asking, operands[i].kind, operands[i].choices);
            return;
        }
    }
    offer_kind(asking, KIND_FILES, "");
}

static void
offer_options(const struct asking *asking)
{
    const char *name, *value;

    puts("words");
    for (size_t i = 0; args_option_at(asking->command, i, &name, &value); i++)
        offer_text(asking, name);
}

/* What the value of option @p name is called; NULL where it takes none. */
static const char *
label_of(unsigned command, const char *option)
{
    const char *name, *value;

    for (size_t i = 0; args_option_at(command, i, &name, &value); i++) {
        if (strcmp(name, option) == 0)
            return value;
    }
    return NULL;
}

static void
offer_commands(const struct asking *asking)
{
    const char *name;
    unsigned bit;

    puts("words");
    for (size_t i = 0; (name = command_at(i, &bit)); i++)
        offer_text(asking, name);
    offer_text(asking, "--help");
    offer_text(asking, "--version");
}

static void
answer(const struct asking *asking, const char *command)
{
    const char *label = NULL;
    bool ended = false;

    for (size_t i = 0; i < asking->count; i++)
        ended |= strcmp(asking->words[i], "--") == 0;
    if (asking->count > 0 && !ended)
        label = label_of(asking->command, asking->words[asking->count - 1]);
    if (label)
        offer_value(asking, label);
    else if (asking->word[0] == '-' && !ended)
        offer_options(asking);
    else
        offer_operand(asking, command);
}

/* Shells part "--format=html" at its '='; it says nothing that we need. */
static int
drop_equals(int argc, char **argv)
{
    int kept = 0;

    for (int i = 0; i < argc; i++) {
        if (strcmp(argv[i], "=") != 0)
            argv[kept++] = argv[i];
    }
    return kept;
}

enum code
complete_words(int argc, char **argv)
{
    struct asking asking = { .word = argc > 0 ? argv[argc - 1] : "" };
    enum code code;

    if (strcmp(asking.word, "=") == 0)
        asking.word = "";
    argc = drop_equals(argc > 0 ? argc - 1 : 0, argv);
    asking.tool.args.lang = args_lang();
    code = tool_init(&asking.tool);
    if (code == CODE_DONE && argc == 0) {
        offer_commands(&asking);
    } else if (code == CODE_DONE) {
        asking.command = command_bit(argv[0]);
        asking.words = argv + 1;
        asking.count = (size_t)argc - 1;
        if (asking.command != 0)
            answer(&asking, argv[0]);
        else
            puts("words");
    }
    tool_done(&asking.tool);
    return code;
}
