/* SPDX-License-Identifier: MIT */

/* Zip files by libzip; the only file that includes its header.
 *
 * libzip believes what the central directory says of sizes only for what it
 * shows, and inflates whatever is there: bytes are counted here, and a part
 * whose size was a lie is refused.  Names are compared without regard to
 * case, as a package's are, so that no two programs can read different parts
 * of one name.
 *
 * libzip takes its memory from malloc. */

#include "read/zip.h"

#ifdef READ_OFFICE

#include "base/ascii.h"
#include "base/arena.h"
#include "read/lookup.h"

#include <string.h>
#include <zip.h>

struct package {
    const struct reading *reading;
    zip_t *zip;
    struct arena arena; /* folded names */
    struct lookup names;
    zip_file_t *file; /* the part being read */
    struct zip_stat stat;
    uint64_t got; /* of it */
    uint64_t all; /* of all parts */
};

/* ---- Entries ---- */

static samsyn_status
damaged(const struct reading *reading)
{
    return reading_refuse(reading, "document-zip-damaged", NULL,
                          SAMSYN_E_NOT_TEXT);
}

/* Out of the archive: "/x", "../x", "a/../x", "C:x". */
static bool
is_outside(struct str name)
{
    size_t from = 0;

    if (name.len && (name.ptr[0] == '/' || name.ptr[0] == '\\'))
        return true;
    for (size_t i = 0; i <= name.len; i++) {
        char c = i < name.len ? name.ptr[i] : '/';

        if (c == ':')
            return true;
        if (c != '/' && c != '\\')
            continue;
        if (str_equal(str_make(name.ptr + from, i - from), STR("..")))
            return true;
        from = i + 1;
    }
    return false;
}

static void
fold_name(char *to, struct str name)
{
    for (size_t i = 0; i < name.len; i++) {
        char c = name.ptr[i];

        to[i] = ascii_lower(c);
    }
}

static samsyn_status
add_name(struct package *package, const char *raw, uint32_t index)
{
    struct str name = str_of(raw);
    char *folded;
    uint32_t value = index;

    if (is_outside(name))
        return reading_refuse(package->reading, "document-zip-path", raw,
                              SAMSYN_E_NOT_TEXT);
    folded = arena_bytes(&package->arena, name.len + 1);
    if (!folded)
        return SAMSYN_E_NOMEM;
    fold_name(folded, name);
    if (!lookup_add(&package->names, str_make(folded, name.len), &value))
        return SAMSYN_E_NOMEM;
    if (value != index)
        return reading_refuse(package->reading, "document-zip-twice", raw,
                              SAMSYN_E_NOT_TEXT);
    return SAMSYN_OK;
}

static samsyn_status
add_names(struct package *package)
{
    zip_int64_t count = zip_get_num_entries(package->zip, 0);
    samsyn_status status = SAMSYN_OK;

    if (count > ZIP_MOST_ENTRIES)
        return reading_refuse(package->reading, "document-zip-entries", "2000",
                              SAMSYN_E_LIMIT);
    for (zip_int64_t i = 0; i < count && status == SAMSYN_OK; i++) {
        const char *name =
            zip_get_name(package->zip, (zip_uint64_t)i, ZIP_FL_ENC_RAW);

        status = name ? add_name(package, name, (uint32_t)i)
                      : damaged(package->reading);
    }
    return status;
}

/* ---- The file ---- */

/* libzip's complaint about the file or about memory. */
static samsyn_status
complaint(const struct reading *reading, zip_error_t *error)
{
    bool memory = zip_error_code_zip(error) == ZIP_ER_MEMORY;

    zip_error_fini(error);
    return memory ? SAMSYN_E_NOMEM : damaged(reading);
}

static samsyn_status
open_zip(struct package *package)
{
    const struct reading *reading = package->reading;
    zip_source_t *source;
    zip_error_t error;

    zip_error_init(&error);
    source =
        zip_source_buffer_create(reading->bytes, reading->length, 0, &error);
    if (!source)
        return complaint(reading, &error);
    package->zip = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (!package->zip) {
        zip_source_free(source);
        return complaint(reading, &error);
    }
    zip_error_fini(&error);
    return SAMSYN_OK;
}

samsyn_status
package_open(struct package **out, const struct reading *reading)
{
    struct package *package = mem_alloc(reading->mem, sizeof *package);
    samsyn_status status;

    if (!package)
        return SAMSYN_E_NOMEM;
    package->reading = reading;
    arena_init(&package->arena, reading->mem);
    lookup_init(&package->names, reading->mem);
    status = open_zip(package);
    if (status == SAMSYN_OK)
        status = add_names(package);
    if (status != SAMSYN_OK) {
        package_close(package);
        return status;
    }
    *out = package;
    return SAMSYN_OK;
}

static void
end_part(struct package *package)
{
    if (package->file)
        zip_fclose(package->file);
    package->file = NULL;
}

void
package_close(struct package *package)
{
    if (!package)
        return;
    end_part(package);
    if (package->zip)
        zip_discard(package->zip);
    lookup_done(&package->names);
    arena_done(&package->arena);
    mem_free(package->reading->mem, package);
}

/* ---- Parts ---- */

#define LONGEST_NAME 512

static uint32_t
find_part(const struct package *package, struct str name)
{
    char folded[LONGEST_NAME];

    if (name.len > sizeof folded)
        return LOOKUP_NONE;
    fold_name(folded, name);
    return lookup_find(&package->names, str_make(folded, name.len));
}

bool
package_has(const struct package *package, struct str name)
{
    return find_part(package, name) != LOOKUP_NONE;
}

/* The part has given all that it says it has, and may give no more. */
static samsyn_status
check_end(struct package *package)
{
    bool whole = package->got == package->stat.size;

    end_part(package);
    return whole ? SAMSYN_OK : damaged(package->reading);
}

static samsyn_status
check_size(const struct package *package)
{
    uint64_t packed = package->stat.comp_size;

    if (package->got > ZIP_MOST_PART || package->all > ZIP_MOST_ALL)
        return reading_refuse(package->reading, "document-zip-large",
                              package->got > ZIP_MOST_PART ? "64" : "128",
                              SAMSYN_E_LIMIT);
    if (package->got > ZIP_FREE_BYTES && package->got / ZIP_MOST_RATIO > packed)
        return reading_refuse(package->reading, "document-zip-bomb", "200",
                              SAMSYN_E_LIMIT);
    if (package->got > package->stat.size)
        return damaged(package->reading);
    return SAMSYN_OK;
}

static samsyn_status
pull(void *user, char *into, size_t room, size_t *got)
{
    struct package *package = user;
    zip_int64_t count = zip_fread(package->file, into, room);

    if (count < 0) {
        bool memory = zip_error_code_zip(zip_file_get_error(package->file)) ==
                      ZIP_ER_MEMORY;

        return memory ? SAMSYN_E_NOMEM : damaged(package->reading);
    }
    *got = (size_t)count;
    package->got += *got;
    package->all += *got;
    return *got ? check_size(package) : check_end(package);
}

samsyn_status
package_part(struct package *package, struct str name, struct source *out)
{
    zip_uint64_t index = find_part(package, name);
    zip_uint64_t known = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;

    end_part(package);
    package->got = 0;
    if (zip_stat_index(package->zip, index, 0, &package->stat) != 0 ||
        (package->stat.valid & known) != known)
        return damaged(package->reading);
    if ((package->stat.valid & ZIP_STAT_ENCRYPTION_METHOD) &&
        package->stat.encryption_method != ZIP_EM_NONE)
        return reading_refuse(package->reading, "document-encrypted", NULL,
                              SAMSYN_E_ENCRYPTED);
    package->file = zip_fopen_index(package->zip, index, 0);
    if (!package->file)
        return complaint(package->reading, zip_get_error(package->zip));
    *out = (struct source){ pull, package };
    return SAMSYN_OK;
}

/* ---- A copy ---- */

#define COPY_CHUNK 65536

static bool
change_part(const struct package *package, zip_t *zip,
            const struct package_change *change, time_t time)
{
    uint32_t index = find_part(package, str_of(change->name));
    zip_source_t *source =
        zip_source_buffer(zip, change->bytes.ptr, change->bytes.len, 0);
    zip_int64_t at = index;

    if (!source)
        return false;
    if (index == LOOKUP_NONE)
        at = zip_file_add(zip, change->name, source, ZIP_FL_ENC_UTF_8);
    else if (zip_file_replace(zip, index, source, 0) != 0)
        at = -1;
    if (at < 0) {
        zip_source_free(source);
        return false;
    }
    return zip_file_set_mtime(zip, (zip_uint64_t)at, time, 0) == 0;
}

/* The packed bytes, once they are whole. */
static samsyn_status
take_bytes(const struct package *package, zip_source_t *source, struct buf *out)
{
    samsyn_status status = SAMSYN_OK;
    zip_int64_t got;
    char *room;

    if (zip_source_open(source) != 0)
        return complaint(package->reading, zip_source_error(source));
    room = mem_alloc(package->reading->mem, COPY_CHUNK);
    do {
        got = room ? zip_source_read(source, room, COPY_CHUNK) : 0;
        if (got > 0)
            buf_add(out, room, (size_t)got);
    } while (got > 0);
    if (got < 0)
        status = complaint(package->reading, zip_source_error(source));
    else if (!room || buf_failed(out))
        status = SAMSYN_E_NOMEM;
    mem_free(package->reading->mem, room);
    zip_source_close(source);
    return status;
}

static samsyn_status
change_all(const struct package *package, zip_t *zip,
           const struct package_change *changes, size_t count, struct str time)
{
    struct zip_stat stat;
    bool good =
        zip_stat_index(package->zip, find_part(package, time), 0, &stat) == 0 &&
        (stat.valid & ZIP_STAT_MTIME);

    for (size_t i = 0; i < count && good; i++)
        good = change_part(package, zip, &changes[i], stat.mtime);
    if (good && zip_close(zip) == 0)
        return SAMSYN_OK;

    samsyn_status status = complaint(package->reading, zip_get_error(zip));
    zip_discard(zip);
    return status;
}

samsyn_status
package_copy(const struct package *package,
             const struct package_change *changes, size_t count,
             struct str time, struct buf *out)
{
    const struct reading *reading = package->reading;
    samsyn_status status;
    zip_source_t *source;
    zip_error_t error;
    zip_t *zip;

    zip_error_init(&error);
    source =
        zip_source_buffer_create(reading->bytes, reading->length, 0, &error);
    if (!source)
        return complaint(reading, &error);
    zip_source_keep(source);
    zip = zip_open_from_source(source, 0, &error);
    if (zip) {
        zip_error_fini(&error);
        status = change_all(package, zip, changes, count, time);
    } else {
        zip_source_free(source);
        status = complaint(reading, &error);
    }
    if (status == SAMSYN_OK)
        status = take_bytes(package, source, out);
    zip_source_free(source);
    return status;
}

#endif
