/* SPDX-License-Identifier: MIT */
/* Memory in large pages, where the system is Linux with glibc.
 *
 * A checklist and its model take some 10 MB, of which every page of 4096
 * bytes is a fault of its own: a third of the time that a single document
 * takes.  So the heap is grown once by what a run needs, the kernel is asked
 * for large pages there, and what is given back stays for the next to use.
 * A library may not decide this for its host; a command may. */

#define _DEFAULT_SOURCE /* sbrk, madvise */

#include "pages.h"

#include <stdlib.h> /* says whether it is glibc */

#if defined(__linux__) && defined(__GLIBC__)

#include <malloc.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

enum {
    LARGE = 2 * 1024 * 1024, /* bytes of a page, on most processors */
    AHEAD = 64 * 1024, /* bytes before the first one: --version needs no more */
    ROOM = 6 * LARGE,  /* what a run needs */
    LONG = 16 * LARGE  /* pieces from here on are mapped by themselves */
};

void
pages_prepare(void)
{
    char *end = sbrk(0);
    /* Where anything was written before large pages were asked for, the kernel
     * goes on with small ones.  So the heap begins a little ahead of the first
     * large one, and malloc has its first words there. */
    size_t skip = (2 * LARGE - AHEAD - (uintptr_t)end % LARGE) % LARGE;
    char *first = end + skip + AHEAD;
    void *volatile grown; /* or the compiler sees that nobody needs it */

    if (!mallopt(M_TOP_PAD, ROOM) || !mallopt(M_MMAP_THRESHOLD, LONG) ||
        !mallopt(M_TRIM_THRESHOLD, LONG) || sbrk((intptr_t)skip) != end)
        return;
    grown = malloc(1); /* makes the heap as large as that */
    free(grown);
    end = sbrk(0);
    /* Advice only: a kernel that does not take it loses nothing. */
    if (end > first)
        (void)madvise(first, (size_t)(end - first), MADV_HUGEPAGE);
}

#else

void
pages_prepare(void)
{
}

#endif
