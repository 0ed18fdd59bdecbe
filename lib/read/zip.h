/* SPDX-License-Identifier: MIT */
#ifndef READ_ZIP_H
#define READ_ZIP_H

/* The parts of a zip file in memory, opened by their exact names and never
 * written anywhere.  What is taken out is counted as it comes, since the
 * sizes in a zip file's headers may be lies. */

#include "base/buf.h"
#include "base/str.h"
#include "read/reader.h"
#include "read/source.h"

#include <stdbool.h>

/* Limits; a file that passes one is refused. */
#define ZIP_MOST_ENTRIES 2000
#define ZIP_MOST_PART ((uint64_t)64 << 20)
#define ZIP_MOST_ALL ((uint64_t)128 << 20)
#define ZIP_MOST_RATIO 200 /* bytes out of one, past ZIP_FREE_BYTES */
#define ZIP_FREE_BYTES ((uint64_t)1 << 20)

struct package;

/* Refuses a file that is no whole zip file, has too many entries, two of one
 * name, or one with a path out of the archive. */
samsyn_status
package_open(struct package **out, const struct reading *reading);
void
package_close(struct package *package);

bool
package_has(const struct package *package, struct str name);

/* Begin to read a part, which package_has(); the source refuses what passes
 * a limit, and ends the part at its end or first failure.  One at a time. */
samsyn_status
package_part(struct package *package, struct str name, struct source *out);

/* A part as it is to be. */
struct package_change {
    const char *name;
    struct str bytes; /* live until package_copy() returns */
};

/* Append a copy of the file in which these parts are changed or added, and
 * all others as they are packed.  Changed parts have the time of the part
 * @p time, which package_has(): no clock is asked. */
samsyn_status
package_copy(const struct package *package,
             const struct package_change *changes, size_t count,
             struct str time, struct buf *out);

#endif
