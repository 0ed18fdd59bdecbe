/* SPDX-License-Identifier: MIT */

/* A vocabulary entry is called by its name, in which a hyphen stands for a
 * blank; what is written inside a rule is called by what it holds. */

#include "checklist/label.h"

#include "base/buf.h"

enum {
    MEMBERS_MOST = 3
};

static char
shown(char c)
{
    return c == '-' ? ' ' : c;
}

static void
put_name(struct buf *out, struct str name)
{
    for (size_t i = 0; i < name.len; i++)
        buf_char(out, shown(name.ptr[i]));
}

static void
put_member(struct buf *out, const struct concepts *concepts,
           const struct member *member, int lang)
{
    const struct entity_set *set = &concepts->language->entities;
    int entity;

    if (member->kind == MEMBER_TERM) {
        term_show(out, &member->term);
        return;
    }
    entity =
        member->kind == MEMBER_ENTITY ? entity_find(set, member->name) : -1;
    if (entity < 0)
        put_name(out, member->name);
    else
        buf_str(out, set->entities[entity].title[lang]);
}

static void
put_members(struct buf *out, const struct concepts *concepts,
            const struct concept *concept, int lang)
{
    for (size_t i = 0; i < concept->count && i < MEMBERS_MOST; i++) {
        if (i > 0)
            buf_text(out, " / ");
        put_member(out, concepts, &concept->members[i], lang);
    }
    if (concept->count > MEMBERS_MOST)
        buf_text(out, " / ...");
}

/* A name is the same in all languages. */
static bool
label_name(struct arena *arena, struct str name, struct str label[2])
{
    char *text = arena_bytes(arena, name.len + 1);

    if (!text)
        return false;
    for (size_t i = 0; i < name.len; i++)
        text[i] = shown(name.ptr[i]);
    label[0] = label[1] = str_make(text, name.len);
    return true;
}

static bool
label_in(struct arena *arena, const struct concepts *concepts,
         const struct concept *concept, int lang, struct str *out)
{
    struct buf text;

    buf_init(&text, &arena->mem, BUF_ANY);
    put_members(&text, concepts, concept, lang);
    *out = buf_failed(&text) ? str_make(NULL, 0)
                             : arena_str(arena, buf_view(&text));
    buf_done(&text);
    return out->ptr != NULL;
}

bool
label_concept(struct arena *arena, const struct concepts *concepts,
              uint32_t index, struct str label[2])
{
    const struct concept *concept =
        *(const struct concept **)vec_at(&concepts->list, index);

    if (concept->name.len > 0)
        return label_name(arena, concept->name, label);
    return label_in(arena, concepts, concept, 0, &label[0]) &&
           label_in(arena, concepts, concept, 1, &label[1]);
}
