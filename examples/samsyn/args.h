/* SPDX-License-Identifier: MIT */
#ifndef ARGS_H
#define ARGS_H

/* The arguments of a command, by a table of options. */

#include "settings.h"

#include <samsyn_read.h>

#include <stdbool.h>

/* Which command takes an option; bits. */
enum {
    FOR_SCORE = 1,
    FOR_LIST = 2,
    FOR_LINT = 4,
    FOR_TEST = 8,
    FOR_SCHEMA = 16,
    FOR_AGREEMENT = 32,
    FOR_TRAIN = 64,
    FOR_COMPARE = 128,
    FOR_DIFF = 256,
    FOR_ANSWERS = 512,
    FOR_GUIDE = 1024,
    FOR_INIT = 2048,
    FOR_ALL = 4095
};

enum format {
    FORMAT_TEXT,
    FORMAT_JSON,
    FORMAT_GCC,
    FORMAT_MARKDOWN,
    FORMAT_HTML,
    FORMAT_BRIEF,
    FORMAT_BRIEF_HTML,
    FORMAT_TODO,
    FORMAT_CSV,
    FORMAT_CSV_PLAIN,
    FORMAT_XLSX,
    FORMAT_NDJSON,
    FORMAT_ANSWERS,
    FORMAT_SARIF,
    FORMAT_DOCX
};

/* Documents by the last digit of their names. */
enum part {
    PART_ALL,
    PART_ODD,
    PART_EVEN
};

struct args {
    unsigned command; /* its bit */
    samsyn_lang lang;
    enum format format;
    bool format_given;           /* not just what is written where none is */
    const char *checklist;       /* NULL for the one that fits */
    const char *first_checklist; /* the one named before it; NULL for none */
    const char *explain;         /* NULL for the whole report */
    const char *date;            /* as given; NULL for none */
    int year, month, day;
    int chosen_part;      /* of the document; 0 for the newest */
    const char **annexes; /* in the order given; freed by args_done() */
    size_t annex_count;
    const char **answers; /* files of answers */
    size_t answer_count;
    samsyn_tracked tracked;
    samsyn_guide guide;
    const char *extends; /* a checklist; NULL for none */
    int fail_under;      /* -1 for none */
    const char **labels; /* files of readers' verdicts, NAME=FILE or FILE */
    size_t label_count;
    const char **passages; /* files */
    size_t passage_count;
    const char *known;    /* file of names; NULL for none */
    const char *out;      /* NULL where none is named */
    const char *verdicts; /* the same */
    const char **groups;  /* NAME=PATTERN */
    size_t group_count;
    const char *names;   /* table of whose each document is; NULL for none */
    const char *sheet;   /* NULL for the first */
    const char **before; /* files and folders of the round before */
    size_t before_count;
    const char *machine; /* file of samsyn's verdicts; NULL for none */
    int folds;           /* 0 for none asked for */
    bool differences;
    bool rules;             /* what the rules alone say */
    bool sarif_kinds;       /* every verdict by its kind */
    bool no_quotes;         /* no words of the documents */
    int jobs;               /* 0 for none asked for */
    const char *files_from; /* list of names; NULL for none */
    bool nul;               /* the names end in NUL */
    bool ndjson;            /* documents come as lines of JSON */
    enum part part;
    struct settings settings; /* defaults from a file */
    bool help;
    char **operands;
    size_t count;
};

/* Choice @p index of a value that the help calls @p label ("FORMAT", "sv|en"),
 * *length bytes of it; NULL past the last, and where anything may stand. */
const char *
choice_at(unsigned command, const char *label, size_t index, size_t *length);

/* Where no format is asked for, take the one that the ending of --out names, if
 * the command has it: nobody wants a text that is called a workbook. */
void
format_by_out(struct args *args);

/* Swedish, or English where the environment asks for it. */
samsyn_lang
args_lang(void);

/* The language that --lang asks for, wherever it stands, else args_lang(). */
samsyn_lang
args_lang_of(int argc, char **argv);

/* Whether an option is among the arguments; *value receives what follows it or
 * its '=', NULL where that is nothing. */
bool
args_given(int argc, char **argv, const char *option, const char **value);

/* Read what stands after the command's name.  Operands are moved to the front
 * of @p argv.  Says what is wrong, and is false then. */
bool
args_read(struct args *args, unsigned command, const char *name, int argc,
          char **argv);

void
args_done(struct args *args);

/* Option @p index of a command; false past the last.  *value receives what the
 * help calls its value, NULL where it takes none. */
bool
args_option_at(unsigned command, size_t index, const char **name,
               const char **value);

/* Whether a command has an option ("--lang"), and whether it takes no value. */
bool
args_has(unsigned command, const char *option);
bool
args_is_flag(unsigned command, const char *option);

/* Do what an option does; false where the value is not one that it takes. */
bool
args_take(struct args *args, const char *option, const char *value);

/* What an option takes, for who wrote something else, on standard error. */
void
args_remind(unsigned command, const char *option, samsyn_lang lang);

/* The options of a command, a line each, to standard output. */
void
args_describe(unsigned command, samsyn_lang lang);

#endif
