/* SPDX-License-Identifier: MIT */

/* The defaults of a configuration, and what rooms ask of one.
 *
 * The defaults are a constant: a call without a configuration uses the very
 * values that samsyn_config_new() hands out.  They must be those that
 * samsyn.h names at each limit. */

#include "base/config.h"

#include <stddef.h>

#define MIB ((uint64_t)1024 * 1024)

const struct samsyn_config config_default = {
    .mem = { mem_default_resize, mem_default_release, NULL },
    .lang = SAMSYN_LANG_SV,
    .limits = { [SAMSYN_LIMIT_INPUT] = 128 * MIB,
                [SAMSYN_LIMIT_CHECKLIST] = 1 * MIB,
                [SAMSYN_LIMIT_STEPS] = 50000000,
                [SAMSYN_LIMIT_PATTERN] = 100000,
                [SAMSYN_LIMIT_EVIDENCE] = 5 },
};

const struct samsyn_config *
config_of(const struct samsyn_config *config)
{
    return config ? config : &config_default;
}

bool
config_stops(const struct samsyn_config *config)
{
    return config && config->stop && config->stop(config->stop_user) != 0;
}
