/* SPDX-License-Identifier: MIT */
#ifndef COMPLETE_H
#define COMPLETE_H

#include "common.h"

/* samsyn --complete WORD...: what the last word can become, for a shell.  The
 * first line is "words", or "files" where names of files fit, too; then comes
 * a candidate a line. */
enum code
complete_words(int argc, char **argv);

#endif
