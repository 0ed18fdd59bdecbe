/* SPDX-License-Identifier: MIT */
/* The same words for libyara: every form of every term, once each, as a
 * caseless string of one rule among many.  That is what libyara is made for,
 * and less than is asked of samsyn. */

#include "bench.h"
#include "language/form.h"

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

static int
compare_forms(const void *a, const void *b)
{
    return str_compare(*(const struct str *)a, *(const struct str *)b);
}

/* Forms, and room for their bytes. */
struct forms {
    struct str *forms;
    char *room;
    size_t count, most;
};

static void
add_forms(struct forms *out, const struct term *term)
{
    for (size_t i = 0; i < term->word_count; i++) {
        const struct term_word *word = &term->words[i];

        for (size_t k = 0; k < word->count; k++) {
            char *room = out->room + out->count * FORM_MOST;

            must(out->count < out->most, "forms");
            out->forms[out->count++] = form_text(word_form(word, k), room);
        }
    }
}

static void
add_list(struct forms *out, const struct term_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        add_forms(out, &list->terms[i]);
}

/* Of all terms, and of all words that entities are made of. */
static void
gather_forms(struct forms *out, const struct samsyn_checklist *checklist)
{
    const struct tokens *tokens = &checklist->tokens;
    const struct entity_set *set = &checklist->language->entities;

    *out = (struct forms){ .most = 1000000 };
    out->forms = calloc(out->most, sizeof *out->forms);
    out->room = malloc(out->most * FORM_MOST);
    must(out->forms && out->room, "memory");
    for (size_t i = 0; i < tokens->term_count; i++)
        add_forms(out, tokens->terms[i].term);
    for (size_t i = 0; i < set->class_count; i++) {
        add_list(out, &set->classes[i].terms);
        add_list(out, &set->classes[i].except);
    }
    qsort(out->forms, out->count, sizeof *out->forms, compare_forms);
}

static void
put_form(struct text *out, struct yara_set *set, struct str form)
{
    char head[64];

    if (set->count % STRINGS_A_RULE == 0) {
        snprintf(head, sizeof head, "%srule r%zu { strings:\n",
                 set->count ? "condition: any of them }\n" : "",
                 set->count / STRINGS_A_RULE);
        put(out, head);
    }
    put_string(out, set->count++, form);
}

static void
put_rules(struct text *out, struct yara_set *set,
          const struct samsyn_checklist *checklist)
{
    struct forms all;

    gather_forms(&all, checklist);
    for (size_t i = 0; i < all.count; i++) {
        struct str form = all.forms[i];

        if (form.len > 0 && (i == 0 || !str_equal(form, all.forms[i - 1])))
            put_form(out, set, form);
    }
    put(out, "condition: any of them }\n");
    free(all.forms);
    free(all.room);
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
    put_rules(&source, set, checklist);
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
