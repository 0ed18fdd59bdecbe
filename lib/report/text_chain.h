/* SPDX-License-Identifier: MIT */
#ifndef REPORT_TEXT_CHAIN_H
#define REPORT_TEXT_CHAIN_H

#include "report/page.h"

/* Put the chain of every focus area; nothing where there is none. */
void
text_chain(struct page *page, const samsyn_assessment *assessment);

#endif
