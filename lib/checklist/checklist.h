/* SPDX-License-Identifier: MIT */
#ifndef CHECKLIST_CHECKLIST_H
#define CHECKLIST_CHECKLIST_H

/* A checklist in memory: areas of criteria, each with rules over concepts.
 * Immutable once loaded; owns its language pack and the token table, in which
 * every term of the checklist and the pack is looked up once a word. */

#include "base/arena.h"
#include "base/config.h"
#include "base/diag.h"
#include "base/pattern.h"
#include "checklist/change.h"
#include "checklist/items.h"
#include "checklist/exempt.h"
#include "checklist/rule.h"
#include "checklist/tokens.h"
#include "language/language.h"
#include "learn/model.h"

/* Both languages of a text: index with text_lang(). */
struct bilingual {
    struct str text[2];
};

struct str
bilingual_text(const struct bilingual *texts, samsyn_lang lang);

enum outcome {
    OUTCOME_MET,
    OUTCOME_PARTLY,
    OUTCOME_NOT_MET,
    OUTCOME_REFERRED,
    OUTCOMES
};

/* A text that stands in the checklist under the verdict it must get. */
struct example {
    struct str text;
    size_t start, end; /* in the YAML source */
};

struct example_list {
    struct example *examples;
    size_t count;
};

/* What a criterion is asked of. */
enum level {
    LEVEL_DOCUMENT,
    LEVEL_FOCUS,
    LEVEL_ITEM
};

/* The links of the chain that a document should have for each focus area. */
enum work_link {
    LINK_PROBLEM,
    LINK_CAUSE,
    LINK_GOAL,
    LINK_MEASURE,
    LINK_OWNER,
    LINK_TIME,
    LINK_FOLLOW_UP,
    LINKS
};

struct criterion {
    struct str id;
    struct str code;
    struct bilingual title, question, why, advice;
    struct str model; /* how it can be written, in the document's language */
    struct str source;
    struct str weight; /* "must", "should", "nice" */
    struct str level;  /* "document", "focus", "item" */
    enum level asked;  /* the same */
    int of;            /* LEVEL_ITEM: enum item_kind; else -1 */
    int link;          /* enum work_link, or -1 */
    size_t share[2];   /* per cent of areas or items: met, partly */
    int64_t points;    /* thousandths */
    size_t area;
    bool taught;              /* by examples alone: met never holds */
    struct rule *met;         /* never NULL */
    struct rule *partly;      /* may be NULL */
    struct rule *referred;    /* may be NULL: it stands in a named annex */
    bool person;              /* only a person can say; rules suggest */
    bool signers;             /* shown to those who sign, with its quotes */
    bool lapses;              /* counts only while the document is valid */
    struct exemption *exempt; /* may be NULL: it always applies */
    struct rule_list unless;
    struct example_list examples[OUTCOMES];
    struct change_list changes; /* what extending checklists did to it */
    size_t start, end;          /* of its id in the source */
    size_t code_start, code_end;
};

struct area {
    struct str id;
    struct bilingual title;
};

struct samsyn_checklist {
    struct arena arena;
    /* Its own YAML, then that of each parent: one space of places. */
    struct diag_source *files;
    struct parent_list parents;
    struct change_list changes; /* all, the oldest first */
    struct str id;
    struct str version;
    char digest[72];
    struct bilingual title, basis;
    const struct samsyn_language *language;
    struct samsyn_language *own_language; /* the same, or NULL: borrowed */
    struct str *kinds;                    /* ids of document kinds it is for */
    size_t kind_count;
    struct vocabulary vocabulary;
    struct item_definitions items;
    struct area *areas;
    size_t area_count;
    struct criterion *criteria;
    size_t criterion_count;
    struct tokens tokens;
    struct str model_name;         /* empty: it was taught nothing */
    size_t model_start, model_end; /* where it is named */
    struct model *model;   /* owned; NULL where its file was not there */
    char model_digest[72]; /* of its file; empty where there is none */
};

/* As samsyn_checklist_load(). */
samsyn_status
checklist_read(struct samsyn_checklist **out, struct str text, const char *name,
               const struct samsyn_config *config,
               struct samsyn_diagnostics *diags);

/* Whether the checklist has a model that was taught a criterion of it. */
bool
checklist_has_taught(const struct samsyn_checklist *checklist,
                     const struct criterion *criterion);

/* A checklist that asks nothing: the words of a pack, which must outlive it.
 * SAMSYN_OK, SAMSYN_E_NOMEM or SAMSYN_E_LIMIT. */
samsyn_status
checklist_of_language(struct samsyn_checklist **out,
                      const struct samsyn_language *language,
                      const struct samsyn_config *config);

/* NULL is allowed. */
void
checklist_free(struct samsyn_checklist *checklist);

/* What loading does not refuse: see samsyn_checklist_lint().  Does not run
 * rules.  False only without memory. */
bool
checklist_lint(const struct samsyn_checklist *checklist,
               const struct samsyn_config *config,
               struct samsyn_diagnostics *diags);

/* The shape of a checklist that stands alone, and of every checklist. */
extern const struct shape checklist_shape;
extern const struct shape_file checklist_file;

#endif
