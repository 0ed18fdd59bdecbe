/* SPDX-License-Identifier: MIT */
/* The same words for libyara: every form of every term, once each, as a
 * caseless string of one rule among many.  That is what libyara is made for,
 * and less than is asked of samsyn. */

#include "bench.h"

#ifdef BENCH_YARA

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yara.h>

/* A rule may have ten thousand strings. */
#define STRINGS_A_RULE 1000

struct yara_set {
    YR_RULES *rules;
    size_t count;
};

static void
put(struct text *out, const char *bytes)
{
    must(!whole_write(out, bytes, strlen(bytes)), "memory");
}

/* Bytes that YARA's strings would read as something else are rare. */
static void
put_string(struct text *out, size_t number, struct str form)
{
    char name[32], byte[8];

    snprintf(name, sizeof name, "  $s%zu = \"", number);
    put(out, name);
    for (size_t i = 0; i < form.len; i++) {
        snprintf(byte, sizeof byte, "\\x%02x", (unsigned char)form.ptr[i]);
        put(out, byte);
    }
    put(out, "\" nocase\n");
}

static void
put_rules(struct text *out, struct yara_set *set, const struct tokens *tokens)
{
    char head[64];

    for (size_t i = 0; i < tokens->table.count; i++) {
        if (tokens->table.entries[i].form.len == 0)
            continue;
        if (set->count % STRINGS_A_RULE == 0) {
            snprintf(head, sizeof head, "%srule r%zu { strings:\n",
                     set->count ? "condition: any of them }\n" : "",
                     set->count / STRINGS_A_RULE);
            put(out, head);
        }
        put_string(out, set->count++, tokens->table.entries[i].form);
    }
    put(out, "condition: any of them }\n");
}

struct yara_set *
yara_set_new(const struct samsyn_checklist *checklist)
{
    struct yara_set *set = calloc(1, sizeof *set);
    YR_COMPILER *compiler = NULL;
    struct text source = { 0 };

    must(set != NULL, "memory");
    must(yr_initialize() == ERROR_SUCCESS, "libyara");
    must(yr_compiler_create(&compiler) == ERROR_SUCCESS, "libyara");
    put_rules(&source, set, &checklist->tokens);
    must(yr_compiler_add_string(compiler, source.bytes, NULL) == 0,
         "libyara's rules");
    must(yr_compiler_get_rules(compiler, &set->rules) == ERROR_SUCCESS,
         "libyara's rules");
    yr_compiler_destroy(compiler);
    free(source.bytes);
    return set;
}

void
yara_set_free(struct yara_set *set)
{
    if (!set)
        return;
    yr_rules_destroy(set->rules);
    free(set);
    yr_finalize();
}

size_t
yara_set_count(const struct yara_set *set)
{
    return set->count;
}

/* Where a string is found too often it says so and goes on. */
static int
count_found(YR_SCAN_CONTEXT *context, int message, void *data, void *user)
{
    uint64_t *found = user;
    YR_RULE *rule = data;
    YR_STRING *string;

    if (message != CALLBACK_MSG_RULE_MATCHING)
        return CALLBACK_CONTINUE;
    yr_rule_strings_foreach(rule, string)
    {
        YR_MATCH *match = NULL;

        yr_string_matches_foreach(context, string, match)
        {
            ++*found;
            break;
        }
    }
    return CALLBACK_CONTINUE;
}

uint64_t
yara_set_search(const struct yara_set *set, const char *text, size_t length)
{
    uint64_t found = 0;

    must(yr_rules_scan_mem(set->rules, (const uint8_t *)text, length, 0,
                           count_found, &found, 0) == ERROR_SUCCESS,
         "libyara's scan");
    return found;
}

#else

struct yara_set *
yara_set_new(const struct samsyn_checklist *checklist)
{
    (void)checklist;
    return NULL;
}

void
yara_set_free(struct yara_set *set)
{
    (void)set;
}

size_t
yara_set_count(const struct yara_set *set)
{
    (void)set;
    return 0;
}

uint64_t
yara_set_search(const struct yara_set *set, const char *text, size_t length)
{
    (void)set;
    (void)text;
    (void)length;
    return 0;
}

#endif
