/* SPDX-License-Identifier: MIT */
/* The configuration: made with the defaults of base, changed by setters that
 * refuse what has no meaning.  It owns three things beside itself, the path of
 * the ready resolver, the list of answers and how the checklist was given. */

#include "api/api.h"
#include "base/number.h"

#include <string.h>

#define YEAR_MAX 9999

samsyn_status
samsyn_config_new(samsyn_config **out, const samsyn_allocator *allocator)
{
    const samsyn_allocator *mem = allocator ? allocator : &mem_default;
    struct samsyn_config *config;

    if (!out || !mem->resize || !mem->release)
        return SAMSYN_E_ARGUMENT;
    config = mem_alloc(mem, sizeof *config);
    if (!config)
        return SAMSYN_E_NOMEM;
    *config = config_default;
    config->mem = *mem;
    *out = config;
    return SAMSYN_OK;
}

void
samsyn_config_free(samsyn_config *config)
{
    if (!config)
        return;
    samsyn_allocator mem = config->mem;

    mem_free(&mem, config->directory);
    mem_free(&mem, config->answers);
    mem_free(&mem, config->given);
    mem_free(&mem, config);
}

samsyn_status
samsyn_config_set_lang(samsyn_config *config, samsyn_lang lang)
{
    if (!config || (lang != SAMSYN_LANG_SV && lang != SAMSYN_LANG_EN))
        return SAMSYN_E_ARGUMENT;
    config->lang = lang;
    return SAMSYN_OK;
}

samsyn_status
samsyn_config_set_account(samsyn_config *config, int keep)
{
    if (!config || keep < 0 || keep > 1)
        return SAMSYN_E_ARGUMENT;
    config->no_account = !keep;
    return SAMSYN_OK;
}

samsyn_status
samsyn_config_set_text(samsyn_config *config, int keep)
{
    if (!config || keep < 0 || keep > 1)
        return SAMSYN_E_ARGUMENT;
    config->no_text = !keep;
    return SAMSYN_OK;
}

samsyn_status
samsyn_config_set_quotes(samsyn_config *config, int keep)
{
    if (!config || keep < 0 || keep > 1)
        return SAMSYN_E_ARGUMENT;
    config->no_quotes = !keep;
    return SAMSYN_OK;
}

static bool
is_day(int year, int month, int day)
{
    return year >= 1 && year <= YEAR_MAX && month >= 1 && month <= 12 &&
           day >= 1 && day <= number_month_days(year, month);
}

samsyn_status
samsyn_config_set_date(samsyn_config *config, int year, int month, int day)
{
    if (!config || (year != 0 && !is_day(year, month, day)))
        return SAMSYN_E_ARGUMENT;
    config->year = year;
    config->month = year == 0 ? 0 : month;
    config->day = year == 0 ? 0 : day;
    return SAMSYN_OK;
}

samsyn_status
samsyn_config_set_part(samsyn_config *config, size_t part)
{
    if (!config)
        return SAMSYN_E_ARGUMENT;
    config->part = part;
    return SAMSYN_OK;
}

samsyn_status
samsyn_config_add_answers(samsyn_config *config, const samsyn_answers *answers)
{
    const struct samsyn_answers **grown;
    size_t count, size;

    if (!config || !answers)
        return SAMSYN_E_ARGUMENT;
    if (!mem_add(config->answer_count, 1, &count) ||
        !mem_mul(count, sizeof *grown, &size))
        return SAMSYN_E_NOMEM;
    grown = mem_resize(&config->mem, config->answers,
                       config->answer_count * sizeof *grown, size);
    if (!grown)
        return SAMSYN_E_NOMEM;
    grown[config->answer_count] = answers;
    config->answers = grown;
    config->answer_count = count;
    return SAMSYN_OK;
}

static void
drop_directory(struct samsyn_config *config)
{
    mem_free(&config->mem, config->directory);
    config->directory = NULL;
    config->directory_size = 0;
}

samsyn_status
samsyn_config_set_resolver(samsyn_config *config, samsyn_resolve_fn resolve,
                           void *user)
{
    if (!config)
        return SAMSYN_E_ARGUMENT;
    drop_directory(config);
    config->resolve = resolve;
    config->resolve_user = user;
    return SAMSYN_OK;
}

samsyn_status
samsyn_config_set_directory(samsyn_config *config, const char *path,
                            size_t length)
{
    char *copy;

    if (!config || !path || length == 0 || length > DIRECTORY_PATH_MAX ||
        memchr(path, '\0', length))
        return SAMSYN_E_ARGUMENT;
    copy = mem_alloc(&config->mem, length + 1);
    if (!copy)
        return SAMSYN_E_NOMEM;
    memcpy(copy, path, length);
    drop_directory(config);
    config->directory = copy;
    config->directory_size = length + 1;
    config->resolve = directory_resolve;
    config->resolve_user = copy;
    return SAMSYN_OK;
}

samsyn_status
samsyn_config_set_given(samsyn_config *config, const char *checklist)
{
    size_t size = checklist ? strlen(checklist) + 1 : 0;
    char *copy = NULL;

    if (!config)
        return SAMSYN_E_ARGUMENT;
    if (size > 1) {
        copy = mem_alloc(&config->mem, size);
        if (!copy)
            return SAMSYN_E_NOMEM;
        memcpy(copy, checklist, size);
    }
    mem_free(&config->mem, config->given);
    config->given = copy;
    return SAMSYN_OK;
}

samsyn_status
samsyn_config_set_stop(samsyn_config *config, samsyn_stop_fn stop, void *user)
{
    if (!config)
        return SAMSYN_E_ARGUMENT;
    config->stop = stop;
    config->stop_user = user;
    return SAMSYN_OK;
}

samsyn_status
samsyn_config_set_limit(samsyn_config *config, samsyn_limit limit,
                        uint64_t value)
{
    if (!config || value == 0 || (int)limit < 1 || (int)limit >= CONFIG_LIMITS)
        return SAMSYN_E_ARGUMENT;
    /* Places in a file and those that it extends are numbers of 32 bits. */
    if (limit == SAMSYN_LIMIT_CHECKLIST && value > CONFIG_YAML_MOST)
        return SAMSYN_E_ARGUMENT;
    config->limits[limit] = value;
    return SAMSYN_OK;
}
