/* SPDX-License-Identifier: MIT */

/* Rules allow much that nobody needs to be told who only wants to know what to
 * write.  So of several ways the one is named that asks for the least; ways
 * that ask for one thing each are named together.  Parts of parts stand in one
 * list, each once, and a list ends after a few.  What must not be there is
 * named where it is as simple as that.  The whole rule is in the account. */

#include "assess/wish.h"

#include "assess/describe.h"
#include "base/message.h"
#include "base/number.h"

enum {
    WISHES_MOST = 4
};

/* A list of things to write. */
struct wish {
    struct buf parts[WISHES_MOST];
    bool joint[WISHES_MOST];                /* the part has an "or" in it */
    const struct rule *either[WISHES_MOST]; /* what it chooses among, or NULL */
    size_t count;
    bool more; /* others were left out */
    samsyn_lang lang;
};

static void
add_part(struct wish *wish, const struct rule *rule);

/* ---- Lists ---- */

static void
wish_init(struct wish *wish, const samsyn_allocator *mem, samsyn_lang lang)
{
    *wish = (struct wish){ .lang = lang };
    for (size_t i = 0; i < WISHES_MOST; i++)
        buf_init(&wish->parts[i], mem, BUF_ANY);
}

/* A part, to be written by the caller; NULL where the list is full. */
static struct buf *
next_part(struct wish *wish, bool joint)
{
    if (wish->count == WISHES_MOST) {
        wish->more = true;
        return NULL;
    }
    wish->joint[wish->count] = joint;
    wish->either[wish->count] = NULL;
    return &wish->parts[wish->count++];
}

/* The last part goes where it says what an earlier one says. */
static void
drop_repeated(struct wish *wish)
{
    struct buf *last = &wish->parts[wish->count - 1];

    for (size_t i = 0; i + 1 < wish->count; i++) {
        if (str_equal(buf_view(&wish->parts[i]), buf_view(last))) {
            last->len = 0;
            wish->count--;
            return;
        }
    }
}

/* A part of the list is one of those that @p rule lets choose among. */
static bool
is_chosen(const struct wish *wish, const struct rule *rule)
{
    if (rule->kind == RULE_FIND) {
        for (size_t i = 0; i < wish->count; i++) {
            if (str_equal(buf_view(&wish->parts[i]),
                          rule->label[wish->lang == SAMSYN_LANG_EN]))
                return true;
        }
    }
    for (size_t i = 0; rule->kind == RULE_ANY && i < rule->count; i++) {
        if (is_chosen(wish, &rule->children[i]))
            return true;
    }
    return false;
}

/* "a or b" says nothing beside "a". */
static void
drop_chosen(struct wish *wish)
{
    size_t kept = 0;

    for (size_t i = 0; i < wish->count; i++) {
        struct buf part = wish->parts[i];

        if (wish->either[i] && is_chosen(wish, wish->either[i])) {
            wish->parts[i].len = 0;
            continue;
        }
        wish->parts[i] = wish->parts[kept];
        wish->parts[kept] = part;
        wish->joint[kept++] = wish->joint[i];
    }
    wish->count = kept;
}

static void
write_part(struct buf *out, struct wish *wish, size_t index)
{
    bool brackets = wish->joint[index] && wish->count > 1;

    if (brackets)
        buf_char(out, '(');
    buf_str(out, buf_view(&wish->parts[index]));
    if (brackets)
        buf_char(out, ')');
}

/* Write the list, and end it. */
static void
write_list(struct buf *out, struct wish *wish, enum message joint)
{
    if (joint == MSG_ASSESS_AND)
        drop_chosen(wish);
    for (size_t i = 0; i < wish->count; i++) {
        if (i > 0)
            buf_text(out, message_text(joint, wish->lang));
        write_part(out, wish, i);
    }
    if (wish->more)
        buf_text(out, " ...");
    for (size_t i = 0; i < WISHES_MOST; i++) {
        out->failed = out->failed || buf_failed(&wish->parts[i]);
        buf_done(&wish->parts[i]);
    }
}

/* ---- How much there is to write ---- */

static size_t
effort(const struct rule *rule)
{
    size_t sum = 0, least = SIZE_MAX;

    if (rule->kind == RULE_FIND || rule->kind == RULE_NONE)
        return 1;
    for (size_t i = 0; i < rule->count; i++) {
        size_t child = effort(&rule->children[i]);

        sum += child;
        least = child < least ? child : least;
    }
    switch (rule->kind) {
    case RULE_ANY:
        return least;
    case RULE_AT_LEAST:
        return rule->times;
    case RULE_SHARE:
    case RULE_NUMBER:
        return sum + 1;
    default:
        return sum;
    }
}

static const struct rule *
easiest(const struct rule *rule)
{
    const struct rule *best = &rule->children[0];

    for (size_t i = 1; i < rule->count; i++) {
        if (effort(&rule->children[i]) < effort(best))
            best = &rule->children[i];
    }
    return best;
}

/* ---- Parts ---- */

/* Of the parts of a rule those that ask for one thing. */
static void
add_simple(struct wish *wish, const struct rule *rule)
{
    for (size_t i = 0; i < rule->count; i++) {
        const struct rule *child = &rule->children[i];

        if (child->kind == RULE_ANY)
            add_simple(wish, child);
        else if (effort(child) == 1)
            add_part(wish, child);
    }
}

static void
write_either(struct buf *out, const struct rule *rule, samsyn_lang lang)
{
    struct wish wish;

    wish_init(&wish, &out->mem, lang);
    add_simple(&wish, rule);
    write_list(out, &wish, MSG_ASSESS_OR);
}

static size_t
count_simple(const struct rule *rule)
{
    size_t count = 0;

    for (size_t i = 0; i < rule->count; i++)
        count += effort(&rule->children[i]) == 1;
    return count;
}

static void
add_either(struct wish *wish, const struct rule *rule)
{
    const struct rule *one = easiest(rule);
    struct buf *part;

    if (effort(one) > 1 || count_simple(rule) == 1) {
        add_part(wish, one);
        return;
    }
    part = next_part(wish, true);
    if (!part)
        return;
    wish->either[wish->count - 1] = rule;
    write_either(part, rule, wish->lang);
}

static bool
is_plain(const struct rule *rule)
{
    for (size_t i = 0; i < rule->count; i++) {
        if (rule->children[i].kind != RULE_FIND)
            return false;
    }
    return true;
}

/* What must not be there; where that is not simple, only if there is nothing
 * else to say. */
static void
add_none(struct wish *wish, const struct rule *rule)
{
    struct buf *part;

    if (!is_plain(rule) && wish->count > 0)
        return;
    part = next_part(wish, false);
    if (!part)
        return;
    buf_text(part, message_text(MSG_ASSESS_NOT, wish->lang));
    if (is_plain(rule))
        write_either(part, rule, wish->lang);
    else
        wish_of(part, &rule->children[0], wish->lang);
}

static void
add_all(struct wish *wish, const struct rule *rule)
{
    for (size_t i = 0; i < rule->count; i++)
        add_part(wish, &rule->children[i]);
}

/* All that a rule asks for as one part, of which there are others to choose. */
static void
add_choice(struct wish *wish, const struct rule *rule)
{
    struct buf *part;

    if (effort(rule) == 1) {
        add_part(wish, rule);
        return;
    }
    part = next_part(wish, true);
    if (part)
        wish_of(part, rule, wish->lang);
}

static void
add_counted(struct wish *wish, const struct rule *rule)
{
    char digits[NUMBER_TEXT];
    struct str number = number_text((int64_t)rule->times, digits);
    struct buf *part = next_part(wish, rule->count > 1);
    struct wish of;

    if (!part)
        return;
    wish_init(&of, &part->mem, wish->lang);
    if (rule->kind == RULE_AT_LEAST) {
        message_format(part, MSG_ASSESS_SOME_OF, wish->lang, &number, 1);
        for (size_t i = 0; i < rule->count; i++)
            add_choice(&of, &rule->children[i]);
        write_list(part, &of, MSG_ASSESS_OR);
        return;
    }
    describe_head(part, rule, STR(""), wish->lang);
    if (rule->count > 0)
        buf_text(part, ": ");
    add_all(&of, rule);
    write_list(part, &of, MSG_ASSESS_AND);
}

static void
write_order(struct buf *out, const struct rule *rule, samsyn_lang lang)
{
    struct wish wish;

    wish_init(&wish, &out->mem, lang);
    add_all(&wish, rule);
    write_list(out, &wish, MSG_ASSESS_FOLLOWED);
}

static void
add_part(struct wish *wish, const struct rule *rule)
{
    struct buf *part;

    switch (rule->kind) {
    case RULE_FIND:
        part = next_part(wish, false);
        if (part) {
            buf_str(part, rule->label[wish->lang == SAMSYN_LANG_EN]);
            drop_repeated(wish);
        }
        return;
    case RULE_ANY:
        add_either(wish, rule);
        return;
    case RULE_NONE:
        add_none(wish, rule);
        return;
    case RULE_AT_LEAST:
    case RULE_SHARE:
    case RULE_NUMBER:
        add_counted(wish, rule);
        return;
    case RULE_ALL:
    case RULE_NEAR:
        add_all(wish, rule);
        return;
    case RULE_ORDER:
        part = next_part(wish, true);
        if (part)
            write_order(part, rule, wish->lang);
        return;
    }
}

/* ---- Wishes ---- */

void
wish_of(struct buf *out, const struct rule *rule, samsyn_lang lang)
{
    struct wish wish;

    wish_init(&wish, &out->mem, lang);
    add_part(&wish, rule);
    write_list(out, &wish, MSG_ASSESS_AND);
}

/* All parts are there, but not as the rule wants them to stand. */
static void
write_arrangement(struct buf *out, const struct rule *rule, samsyn_lang lang)
{
    char digits[NUMBER_TEXT];
    struct str number = number_text((int64_t)rule->near, digits);

    if (rule->kind == RULE_ORDER)
        write_order(out, rule, lang);
    if (rule->near == NEAR_ANY)
        return;
    if (rule->kind == RULE_ORDER)
        buf_text(out, ", ");
    message_format(out, MSG_ASSESS_APART, lang, &number, 1);
}

void
wish_of_parts(struct buf *out, const struct rule *rule, uint64_t missing,
              samsyn_lang lang)
{
    bool choice = rule->kind == RULE_AT_LEAST;
    struct wish wish;

    if (!missing) {
        if (rule->kind == RULE_NEAR || rule->kind == RULE_ORDER)
            write_arrangement(out, rule, lang);
        return;
    }
    wish_init(&wish, &out->mem, lang);
    for (size_t i = 0; i < rule->count && i < 64; i++) {
        if (!(missing >> i & 1))
            continue;
        if (choice)
            add_choice(&wish, &rule->children[i]);
        else
            add_part(&wish, &rule->children[i]);
    }
    write_list(out, &wish, choice ? MSG_ASSESS_OR : MSG_ASSESS_AND);
}
