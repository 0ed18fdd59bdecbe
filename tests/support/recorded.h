/* SPDX-License-Identifier: MIT */
#ifndef TESTS_RECORDED_H
#define TESTS_RECORDED_H

/* Records for tests, a letter a criterion. */

#include "samsyn.h"

/* A record of criteria k1, k2, ...: 'x' met, '~' partly, '.' not met, 'r'
 * referred, '?' needs review, 'n' not applicable, 'X' not met by the machine
 * and met by a person's answer.  What is met has two quotes, "k1 short" and
 * "k1 is longer", the first at line 7.  @p version is the checklist's and part
 * of its digest.  NULL without memory. */
samsyn_record *
recorded(const char *verdicts, const char *version,
         const samsyn_config *config);

#endif
