/* SPDX-License-Identifier: MIT */
/* samsyn: assesses documents against checklists, from the command line.
 *
 * Everything about documents and checklists is the library's; here are
 * arguments, files and messages.  Results go to standard output, everything
 * else to standard error.  Whether all of the output could be written is
 * asked once, at the end. */

#define _POSIX_C_SOURCE 200809L

#include "answers.h"
#include "commands.h"
#include "complete.h"
#include "defaults.h"
#include "meant.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "pages.h"

static const struct command {
    const char *name;
    unsigned bit;
    enum code (*run)(struct tool *tool);
    enum text summary;
    enum text help;
} commands[] = {
    { "score", FOR_SCORE, command_score, TEXT_SHORT_SCORE, TEXT_HELP_SCORE },
    { "answers", FOR_ANSWERS, command_answers, TEXT_SHORT_ANSWERS,
      TEXT_HELP_ANSWERS },
    { "list", FOR_LIST, command_list, TEXT_SHORT_LIST, TEXT_HELP_LIST },
    { "lint", FOR_LINT, command_lint, TEXT_SHORT_LINT, TEXT_HELP_LINT },
    { "test", FOR_TEST, command_test, TEXT_SHORT_TEST, TEXT_HELP_TEST },
    { "guide", FOR_GUIDE, command_guide, TEXT_SHORT_GUIDE, TEXT_HELP_GUIDE },
    { "init", FOR_INIT, command_init, TEXT_SHORT_INIT, TEXT_HELP_INIT },
    { "schema", FOR_SCHEMA, command_schema, TEXT_SHORT_SCHEMA,
      TEXT_HELP_SCHEMA },
    { "agreement", FOR_AGREEMENT, command_agreement, TEXT_SHORT_AGREEMENT,
      TEXT_HELP_AGREEMENT },
    { "train", FOR_TRAIN, command_train, TEXT_SHORT_TRAIN, TEXT_HELP_TRAIN },
    { "compare", FOR_COMPARE, command_compare, TEXT_SHORT_COMPARE,
      TEXT_HELP_COMPARE },
    { "diff", FOR_DIFF, command_diff, TEXT_SHORT_DIFF, TEXT_HELP_DIFF },
};

#define COMMAND_COUNT (sizeof commands / sizeof commands[0])

const char *
command_at(size_t index, unsigned *bit)
{
    if (index >= COMMAND_COUNT)
        return NULL;
    *bit = commands[index].bit;
    return commands[index].name;
}

unsigned
command_bit(const char *name)
{
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        if (strcmp(commands[i].name, name) == 0)
            return commands[i].bit;
    }
    return 0;
}

static enum code
show_usage(samsyn_lang lang)
{
    fputs(text_of(TEXT_USAGE, lang), stdout);
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        printf("  samsyn %-9s %s\n", commands[i].name,
               text_of(commands[i].summary, lang));
    fputs(text_of(TEXT_USAGE_END, lang), stdout);
    fputs(text_of(TEXT_EXIT_CODES, lang), stdout);
    return CODE_DONE;
}

static enum code
show_help(const struct command *command, samsyn_lang lang)
{
    fputs(text_of(command->help, lang), stdout);
    args_describe(command->bit, lang);
    fputs(text_of(TEXT_EXIT_CODES, lang), stdout);
    return CODE_DONE;
}

static enum code
run(const struct command *command, int argc, char **argv)
{
    struct tool tool = { .config = NULL };
    enum code code = CODE_DONE;

    if (!args_read(&tool.args, command->bit, command->name, argc, argv))
        code = CODE_USAGE;
    else if (tool.args.help)
        code = show_help(command, tool.args.lang);
    else
        code = tool_init(&tool);
    if (code == CODE_DONE && !tool.args.help) {
        defaults_tell(&tool.args);
        code = command->run(&tool);
        answers_tell(&tool);
    }
    tool_done(&tool);
    answers_close(&tool);
    args_done(&tool.args);
    return code;
}

/* What is no command may be misspelt, or a word that stands behind one. */
static void
complain_of_command(const char *given, samsyn_lang lang)
{
    struct meant meant;

    if (given[0] == '-') {
        complain(NULL, TEXT_COMMAND_FIRST, lang, given, NULL);
    } else if (is_path(given)) {
        complain(NULL, TEXT_COMMAND_FILE, lang, given, NULL);
    } else {
        complain(NULL, TEXT_BAD_COMMAND, lang, given, NULL);
        meant_init(&meant, given, strlen(given));
        for (size_t i = 0; i < COMMAND_COUNT; i++)
            meant_try(&meant, commands[i].name, strlen(commands[i].name));
        meant_ask(&meant, lang);
    }
}

static enum code
dispatch(int argc, char **argv)
{
    samsyn_lang lang = args_lang_of(argc - 1, argv + 1);

    if (argc < 2) {
        complain(NULL, TEXT_NO_COMMAND, lang, NULL, NULL);
        return CODE_USAGE;
    }
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0)
        return show_usage(lang);
    if (strcmp(argv[1], "--version") == 0)
        return show_version(argc - 2, argv + 2, lang);
    if (strcmp(argv[1], "--complete") == 0)
        return complete_words(argc - 2, argv + 2);
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        if (strcmp(argv[1], commands[i].name) == 0)
            return run(&commands[i], argc - 2, argv + 2);
    }
    complain_of_command(argv[1], lang);
    return CODE_USAGE;
}

/* A stream that was closed is opened on nothing, so that no file or pipe takes
 * its place; reading or writing it fails, as it should. */
static void
open_streams(void)
{
    for (int fd = 0; fd <= STDERR_FILENO; fd++) {
        if (fcntl(fd, F_GETFD) < 0)
            (void)!open("/dev/null", fd == 0 ? O_WRONLY : O_RDONLY);
    }
}

int
main(int argc, char **argv)
{
    enum code code;

    open_streams();
    pages_prepare();
    code = dispatch(argc, argv);

    if (fflush(stdout) != 0 || ferror(stdout)) {
        complain(NULL, TEXT_WRITE_FAILED, args_lang(), NULL, NULL);
        return CODE_INTERNAL;
    }
    return (int)code;
}
