/* SPDX-License-Identifier: MIT */
/* Defaults from a file: each is an option that was not given.
 *
 * What results depend on without showing it is told, so that nobody has to
 * wonder why a colleague gets another result. */

#include "defaults.h"

#include "commands.h"
#include "files.h"

#include <stdlib.h>
#include <string.h>

/* The key as an option, and for text its value. */
static char *
option_of(const struct setting *setting, bool with_value)
{
    char *option = join("--", setting->key, with_value ? " " : "");
    char *whole =
        option ? join(option, with_value ? setting->value : "", "") : NULL;

    free(option);
    return whole;
}

static bool
note(struct settings *settings, const struct setting *setting, bool flag)
{
    char *option = option_of(setting, !flag);
    char *taken = option ? join(settings->taken ? settings->taken : "",
                                settings->taken ? " " : "", option)
                         : NULL;

    free(option);
    if (!taken)
        return false;
    free(settings->taken);
    settings->taken = taken;
    return true;
}

/* A checklist is named, or given by a path that is the same from anywhere. */
static bool
is_anywhere(const struct setting *setting)
{
    return strcmp(setting->key, "checklist") != 0 || setting->value[0] == '/' ||
           !strpbrk(setting->value, "./");
}

/* Why a value cannot be taken; TEXT_COUNT where nothing is known against it. */
static enum text
fault_of_value(const struct setting *setting, bool flag)
{
    if (flag)
        return strcmp(setting->value, "true") == 0 ? TEXT_COUNT
                                                   : TEXT_SETTINGS_FLAG;
    return is_anywhere(setting) ? TEXT_COUNT : TEXT_SETTINGS_PATH;
}

/* Does what the option would do. */
static bool
apply(struct args *args, const struct settings_key *key,
      const struct setting *setting, const char *option)
{
    struct settings *settings = &args->settings;
    bool flag = args_is_flag(args->command, option);
    bool no = flag && strcmp(setting->value, "false") == 0;
    enum text fault = fault_of_value(setting, flag);

    if (!args_has(args->command, option) || no)
        return true;
    if (fault != TEXT_COUNT)
        return settings_wrong(settings, setting, args->lang, fault,
                              setting->value, setting->key);
    if (!args_take(args, option, flag ? NULL : setting->value)) {
        (void)settings_wrong(settings, setting, args->lang, TEXT_SETTINGS_VALUE,
                             setting->value, setting->key);
        args_remind(args->command, option, args->lang);
        return false;
    }
    return !key->judges || note(settings, setting, flag);
}

/* Whether a command's own section says something else. */
static bool
is_overridden(const struct settings *settings, const struct setting *setting,
              const char *name)
{
    for (size_t i = 0; !*setting->section && i < settings->count; i++) {
        if (strcmp(settings->items[i].section, name) == 0 &&
            strcmp(settings->items[i].key, setting->key) == 0)
            return true;
    }
    return false;
}

/* What is wrong with where it stands; TEXT_COUNT where nothing is. */
static enum text
fault_of_place(const struct settings_key *key, const struct setting *setting,
               const char *option)
{
    if (!*setting->section)
        return key->apart ? TEXT_SETTINGS_APART : TEXT_COUNT;
    return args_has(command_bit(setting->section), option)
               ? TEXT_COUNT
               : TEXT_SETTINGS_NOT_TAKEN;
}

/* Whether an option is given that the key does not go with. */
static bool
is_out_of_place(const struct settings_key *key, int argc, char **argv)
{
    const size_t most = sizeof key->unless / sizeof key->unless[0];
    const char *value;

    for (size_t i = 0; i < most && key->unless[i]; i++) {
        if (args_given(argc, argv, key->unless[i], &value))
            return true;
    }
    return false;
}

static bool
apply_one(struct args *args, const struct setting *setting, const char *name,
          int argc, char **argv)
{
    const struct settings_key *key = settings_key_find(setting->key);
    char *option = option_of(setting, false);
    enum text fault =
        option ? fault_of_place(key, setting, option) : TEXT_NO_MEMORY;
    const char *value;
    bool good = true;

    if (fault != TEXT_COUNT)
        good = settings_wrong(&args->settings, setting, args->lang, fault,
                              setting->key, setting->section);
    else if ((!*setting->section || strcmp(setting->section, name) == 0) &&
             !is_overridden(&args->settings, setting, name) &&
             !args_given(argc, argv, option, &value) &&
             !is_out_of_place(key, argc, argv))
        good = apply(args, key, setting, option);
    free(option);
    return good;
}

static bool
apply_all(struct args *args, const char *name, int argc, char **argv)
{
    const struct settings *settings = &args->settings;
    bool good = true;

    for (size_t i = 0; good && i < settings->count; i++)
        good = apply_one(args, &settings->items[i], name, argc, argv);
    return good;
}

bool
defaults_apply(struct args *args, const char *name, int argc, char **argv)
{
    const char *given = NULL, *value;

    if (args_given(argc, argv, "--no-config", &value))
        return true;
    (void)args_given(argc, argv, "--config", &given);
    return settings_read(&args->settings, given, args->lang) &&
           apply_all(args, name, argc, argv);
}

void
defaults_tell(const struct args *args)
{
    if (args->settings.taken)
        complain(NULL, TEXT_SETTINGS_TAKEN, args->lang, args->settings.path,
                 args->settings.taken);
}
