/* SPDX-License-Identifier: MIT */
/* The same text from 1 KB to 100 MB.  What reading, matching and assessing
 * cost a byte may fall, as the fixed costs of a call are shared by more of
 * them, but hardly rise: a cost that grows with the square would show as ten
 * times the time a byte at each step. */

#include "bench.h"

#include <stdio.h>
#include <stdlib.h>

#define SMALLEST 1000
#define LARGEST 100000000
#define MOST_GROWTH 3.0
/* Small texts are done so often that a round takes a while. */
#define LEAST_BYTES 1000000

struct cost {
    double read, match, assess; /* nanoseconds a byte */
};

static double
nanoseconds(void (*step)(struct work *work), struct work *work)
{
    size_t length = work->text.length;
    int rounds = length < LEAST_BYTES ? (int)(LEAST_BYTES / length) + 1 : 1;

    return best_time(step, work, rounds < 3 ? rounds : rounds + 2) * 1e9 /
           (double)length;
}

static struct cost
measure(struct account *account, size_t size)
{
    struct work work = { .config = work_config(account) };
    struct cost cost;

    work.checklist =
        work_checklist(work.config, "checklists/overenskommelse.yaml");
    bench_text(&work.text, size, work.checklist);
    cost.read = nanoseconds(do_read, &work);
    cost.match = nanoseconds(do_match, &work);
    matches_free(work.matches);
    work.matches = NULL;
    cost.assess = nanoseconds(do_assess, &work);
    printf("%11zu bytes  read %7.1f  match %7.1f  assess %7.1f ns a byte\n",
           work.text.length, cost.read, cost.match, cost.assess);
    work_end(&work);
    return cost;
}

static bool
grows(const char *what, size_t size, double before, double after)
{
    if (after <= before * MOST_GROWTH)
        return false;
    printf("%s: a byte of %zu costs %.1f times that of a tenth of them\n", what,
           size, after / before);
    return true;
}

bool
run_sizes(struct account *account)
{
    struct cost before = measure(account, SMALLEST);
    bool linear = true;

    for (size_t size = SMALLEST * 10; size <= LARGEST; size *= 10) {
        struct cost cost = measure(account, size);

        linear = !grows("read", size, before.read, cost.read) && linear;
        linear = !grows("match", size, before.match, cost.match) && linear;
        linear = !grows("assess", size, before.assess, cost.assess) && linear;
        before = cost;
    }
    return linear;
}
