/* SPDX-License-Identifier: MIT */

/* Puts rules into words.  The words for the parts of a rule stand in the
 * message catalogue; what is looked for is called as its author called it. */

#include "assess/describe.h"

#include "base/message.h"
#include "base/number.h"

enum {
    WORDS_MOST = 4
};

static int
column(samsyn_lang lang)
{
    return lang == SAMSYN_LANG_EN ? 1 : 0;
}

static void
add_message(struct buf *out, enum message id, samsyn_lang lang)
{
    buf_text(out, message_text(id, lang));
}

/* ---- What a rule goes over ---- */

enum message
describe_over(unsigned over, enum describe_form form)
{
    static const enum message words[OVER_KINDS][3] = {
        [ITEM_PROMISE] = { MSG_ASSESS_A_PROMISE, MSG_ASSESS_PROMISES,
                           MSG_ASSESS_THE_PROMISES },
        [ITEM_MEASURE] = { MSG_ASSESS_A_MEASURE, MSG_ASSESS_MEASURES,
                           MSG_ASSESS_THE_MEASURES },
        [ITEM_GOAL] = { MSG_ASSESS_A_GOAL, MSG_ASSESS_GOALS,
                        MSG_ASSESS_THE_GOALS },
        [OVER_FOCUS] = { MSG_ASSESS_AN_AREA, MSG_ASSESS_AREAS,
                         MSG_ASSESS_THE_AREAS },
    };

    return words[over][form];
}

void
describe_head(struct buf *out, const struct rule *rule, struct str where,
              samsyn_lang lang)
{
    static const enum message heads[] = {
        [RULE_FIND] = MSG_ASSESS_FIND,         [RULE_ALL] = MSG_ASSESS_ALL,
        [RULE_ANY] = MSG_ASSESS_ANY,           [RULE_NONE] = MSG_ASSESS_NONE,
        [RULE_AT_LEAST] = MSG_ASSESS_AT_LEAST, [RULE_NEAR] = MSG_ASSESS_NEAR,
        [RULE_ORDER] = MSG_ASSESS_ORDER,       [RULE_SHARE] = MSG_ASSESS_SHARE,
        [RULE_NUMBER] = MSG_ASSESS_NUMBER,
    };
    enum message head = heads[rule->kind];
    bool placed = rule->kind == RULE_NEAR || rule->kind == RULE_ORDER;
    bool bounded = rule->kind == RULE_NUMBER && rule->most != SIZE_MAX;
    char least[NUMBER_TEXT], most[NUMBER_TEXT];
    struct str args[5] = { where, number_text((int64_t)rule->times, least),
                           STR(""), STR(""), STR("") };

    if (rule->kind == RULE_SHARE || rule->kind == RULE_NUMBER) {
        args[2] =
            str_of(message_text(describe_over(rule->over, DESCRIBE_THE), lang));
        args[3] = str_of(
            message_text(describe_over(rule->over, rule->times == 1 && !bounded
                                                       ? DESCRIBE_ONE
                                                       : DESCRIBE_MANY),
                         lang));
    }
    if (placed)
        args[2] = number_text((int64_t)rule->near, most);
    if (rule->kind == RULE_ORDER && rule->near != NEAR_ANY)
        head = MSG_ASSESS_ORDER_NEAR;
    if (bounded)
        args[4] = number_text((int64_t)rule->most, most);
    message_format(out, bounded ? MSG_ASSESS_NUMBER_MOST : head, lang, args, 5);
}

/* ---- A line of the account ---- */

static void
add_places(struct buf *out, unsigned places, samsyn_lang lang)
{
    static const enum message words[] = {
        MSG_ASSESS_PLACE_HEADING,   MSG_ASSESS_PLACE_PARAGRAPH,
        MSG_ASSESS_PLACE_ITEM,      MSG_ASSESS_PLACE_CELL,
        MSG_ASSESS_PLACE_SIGNATURE, MSG_ASSESS_PLACE_TITLE
    };
    bool first = true;

    for (unsigned i = 0; i < ARRAY_LEN(words); i++) {
        if (!(places & 1u << i))
            continue;
        if (!first)
            add_message(out, MSG_ASSESS_OR, lang);
        add_message(out, words[i], lang);
        first = false;
    }
}

static void
add_where(struct buf *out, const struct samsyn_checklist *checklist,
          const struct rule *rule, samsyn_lang lang)
{
    static const enum message windows[] = {
        [WINDOW_SENTENCE] = MSG_ASSESS_IN_SENTENCE,
        [WINDOW_PARAGRAPH] = MSG_ASSESS_IN_PARAGRAPH,
        [WINDOW_ITEM] = MSG_ASSESS_IN_ITEM,
        [WINDOW_ROW] = MSG_ASSESS_IN_ROW,
        [WINDOW_SECTION] = MSG_ASSESS_IN_SECTION,
        [WINDOW_FOCUS] = MSG_ASSESS_IN_FOCUS,
        [WINDOW_DOCUMENT] = MSG_ASSESS_IN_DOCUMENT,
    };

    if (rule->window != WINDOW_INHERIT && rule->kind != RULE_FIND)
        add_message(out, windows[rule->window], lang);
    if (rule->scope.section >= 0)
        message_format(out, MSG_ASSESS_UNDER, lang,
                       &checklist->tokens.concepts[rule->scope.section].name,
                       1);
    if (rule->scope.column > 0)
        message_format(out, MSG_ASSESS_IN_COLUMN, lang,
                       &checklist->tokens.concepts[rule->scope.column - 1].name,
                       1);
    if (rule->scope.part != PARTS_ASSESSED)
        add_message(out,
                    rule->scope.part == PARTS_EARLIER ? MSG_ASSESS_IN_EARLIER
                                                      : MSG_ASSESS_IN_ALL_PARTS,
                    lang);
    if (rule->scope.places) {
        struct buf places;
        struct str arg;

        buf_init(&places, &out->mem, BUF_ANY);
        add_places(&places, rule->scope.places, lang);
        arg = buf_view(&places);
        message_format(out, MSG_ASSESS_ONLY_IN, lang, &arg, 1);
        out->failed = out->failed || buf_failed(&places);
        buf_done(&places);
    }
}

/* The first few terms that a concept is found by. */
static void
add_words(struct buf *out, const struct samsyn_checklist *checklist,
          const struct rule *rule, samsyn_lang lang)
{
    const struct tokens *tokens = &checklist->tokens;
    const struct token_concept *concept = &tokens->concepts[rule->concept];

    for (uint32_t i = 0; i < concept->term_count && i < WORDS_MOST; i++) {
        uint32_t term = tokens->concept_terms[concept->first_term + i];

        if (i > 0)
            buf_text(out, ", ");
        term_show(out, tokens->terms[term].term);
    }
    if (concept->term_count > WORDS_MOST)
        buf_text(out, ", ...");
    if (concept->term_count == 0)
        buf_str(out, rule->label[column(lang)]);
}

static void
describe_find(struct buf *out, const struct samsyn_checklist *checklist,
              const struct rule *rule, samsyn_lang lang, size_t places,
              size_t counted)
{
    enum message head = MSG_ASSESS_FIND;
    struct buf parts[4];
    struct str args[5];

    for (size_t i = 0; i < ARRAY_LEN(parts); i++)
        buf_init(&parts[i], &out->mem, BUF_ANY);
    add_words(&parts[0], checklist, rule, lang);
    buf_int(&parts[1], (int64_t)places);
    buf_int(&parts[2], (int64_t)counted);
    buf_int(&parts[3], (int64_t)rule->times);
    args[0] = rule->label[column(lang)];
    for (size_t i = 0; i < ARRAY_LEN(parts); i++)
        args[i + 1] = buf_view(&parts[i]);
    if (rule->times > 1)
        head = MSG_ASSESS_FIND_TIMES;
    else if (str_equal(args[0], args[1]))
        head = MSG_ASSESS_FIND_SAME;
    message_format(out, head, lang, args, 5);
    add_where(out, checklist, rule, lang);
    for (size_t i = 0; i < ARRAY_LEN(parts); i++) {
        out->failed = out->failed || buf_failed(&parts[i]);
        buf_done(&parts[i]);
    }
}

void
describe_rule(struct buf *out, const struct samsyn_checklist *checklist,
              const struct rule *rule, samsyn_lang lang, size_t places,
              size_t counted)
{
    struct buf where;

    if (rule->kind == RULE_FIND) {
        describe_find(out, checklist, rule, lang, places, counted);
        return;
    }
    buf_init(&where, &out->mem, BUF_ANY);
    add_where(&where, checklist, rule, lang);
    describe_head(out, rule, buf_view(&where), lang);
    out->failed = out->failed || buf_failed(&where);
    buf_done(&where);
}
