/* SPDX-License-Identifier: MIT */
#ifndef SAMSYN_PAGES_H
#define SAMSYN_PAGES_H

/* Asks the system for the memory of a whole run in few large pages.  Where it
 * has none, nothing changes. */
void
pages_prepare(void);

#endif
