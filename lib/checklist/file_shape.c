/* SPDX-License-Identifier: MIT */

/* The keys of a checklist's file: of one that stands alone and of one that
 * extends another.  What a file says of itself is read here; its sections are
 * read by the loader, from one file or from what several became. */

#include "checklist/file_shape.h"

#include "base/fields.h"
#include "checklist/criterion.h"
#include "checklist/items.h"

FIELD(checklist_id, samsyn_checklist, id, field_text)
FIELD(checklist_version, samsyn_checklist, version, field_text)
FIELD_LANGS(checklist_title, samsyn_checklist, title.text)
FIELD_LANGS(checklist_basis, samsyn_checklist, basis.text)

static const struct shape_key recognise_keys[] = {
    { "kinds", SHAPE_TEXTS, true, field_later, NULL, NULL,
      "de slag av dokument som checklistan är till för",
      "the kinds of document that the checklist is for",
      "kinds: [overenskommelse]" },
};

const struct shape recognise_shape = { "recognise",
                                       recognise_keys,
                                       ARRAY_LEN(recognise_keys),
                                       0,
                                       "hur dokument känns igen",
                                       "how documents are recognised" };

static const struct shape_key weights_keys[] = {
    { "must", SHAPE_DECIMAL, false, field_later, NULL, NULL,
      "vikten för ska-kriterier; 3 om inget anges",
      "the weight of must criteria; 3 unless given", "must: 3" },
    { "should", SHAPE_DECIMAL, false, field_later, NULL, NULL,
      "vikten för bör-kriterier; 2 om inget anges",
      "the weight of should criteria; 2 unless given", "should: 2" },
    { "nice", SHAPE_DECIMAL, false, field_later, NULL, NULL,
      "vikten för övriga; 1 om inget anges",
      "the weight of the others; 1 unless given", "nice: 1" },
};

const struct shape weights_shape = {
    "weights", weights_keys,  ARRAY_LEN(weights_keys),
    0,         "egna vikter", "weights of its own"
};

/* Rows that both kinds of file have. */
/* clang-format off: it cannot lay out rows of a macro */
#define ABOUT_ROWS                                                             \
    { "checklist",                                                             \
      SHAPE_ID,                                                                \
      true,                                                                    \
      checklist_id,                                                            \
      NULL,                                                                    \
      NULL,                                                                    \
      "checklistans namn",                                                     \
      "the checklist's name",                                                  \
      "checklist: overenskommelse" },                                          \
        { "version",                                                           \
          SHAPE_TEXT,                                                          \
          true,                                                                \
          checklist_version,                                                   \
          NULL,                                                                \
          NULL,                                                                \
          "checklistans version",                                              \
          "the checklist's version",                                           \
          "version: \"0.1\"" },                                                \
    {                                                                          \
        "title", SHAPE_LANGS, true, checklist_title, NULL, NULL,               \
            "checklistans titel", "the checklist's title",                     \
            "title: {sv: Ekvallas avtal, en: The agreement}"                   \
    }
#define SECTION_ROWS                                                           \
    { "sources",                                                               \
      SHAPE_NAMED_TEXTS,                                                       \
      false,                                                                   \
      field_later,                                                             \
      NULL,                                                                    \
      NULL,                                                                    \
      "källor: kod och beskrivning",                                           \
      "sources: code and description",                                         \
      "sources: {BRA-TECKNA: \"Brå, bra.se\"}" },                              \
        { "weights",                                                           \
          SHAPE_MAP,                                                           \
          false,                                                               \
          field_later,                                                         \
          &weights_shape,                                                      \
          NULL,                                                                \
          "egna vikter i stället för 3, 2 och 1",                              \
          "weights of its own instead of 3, 2 and 1",                          \
          "weights: {must: 3, should: 2, nice: 1}" },                          \
        { "vocabulary",                                                        \
          SHAPE_NAMED,                                                         \
          false,                                                               \
          field_later,                                                         \
          &entry_shape,                                                        \
          NULL,                                                                \
          "ordlista: namn på det som reglerna letar efter",                    \
          "vocabulary: names for what rules look for",                         \
          "vocabulary: {följa-upp: [uppföljning (en)]}" },                     \
        { "items",                                                             \
          SHAPE_MAP,                                                           \
          false,                                                               \
          field_later,                                                         \
          &items_shape,                                                        \
          NULL,                                                                \
          "det i dokumentet som prövas vart för sig: löften, åtgärder, mål",   \
          "what of the document is asked one by one: promises, measures, "     \
          "goals",                                                             \
          "items: {promise: {is: polisen-lovar}}" },                           \
    {                                                                          \
        "focus", SHAPE_MAP, false, field_later, &focus_shape, NULL,            \
            "var dokumentet nämner sina fokusområden",                         \
            "where the document names its focus areas",                        \
            "focus: {heading: fokusområde}"                                   \
    }
/* clang-format on */

static const struct shape_key checklist_keys[] = {
    { "recognise", SHAPE_MAP, true, field_later, &recognise_shape, NULL,
      "vilka dokument checklistan är till för",
      "which documents the checklist is for",
      "recognise: {kinds: [overenskommelse]}" },
    ABOUT_ROWS,
    { "language", SHAPE_ID, true, field_later, NULL, NULL,
      "dokumentens språk: namnet på ett språkpaket",
      "the documents' language: the name of a language pack", "language: sv" },
    { "model", SHAPE_ID, false, field_later, NULL, NULL,
      "vad checklistan har lärt av exempel: namnet på en modell, gjord med "
      "samsyn train; saknas filen gäller reglerna ensamma",
      "what the checklist has learned from examples: the name of a model made "
      "by samsyn train; without its file the rules stand alone",
      "model: overenskommelse" },
    { "basis", SHAPE_LANGS, true, checklist_basis, NULL, NULL,
      "vad checklistan bygger på och vem som står för den",
      "what the checklist rests on and who answers for it",
      "basis: {sv: Egen sammanställning, en: A synthesis of our own}" },
    SECTION_ROWS,
    { "areas", SHAPE_LIST, true, field_later, &area_shape, NULL,
      "områden med kriterier", "areas with criteria",
      "areas: [{id: form, title: {sv: Form, en: Form}, criteria: [...]}]" },
};

const struct shape checklist_shape = {
    "checklist",
    checklist_keys,
    ARRAY_LEN(checklist_keys),
    0,
    "en checklista: frågor till ett slag av dokument",
    "a checklist: questions to one kind of document"
};

static const struct shape_key tailoring_keys[] = {
    { "extends", SHAPE_ID, true, field_later, NULL, NULL,
      "namnet på den checklista som den här utgår från",
      "the name of the checklist that this one starts from",
      "extends: overenskommelse" },
    ABOUT_ROWS,
    { "basis", SHAPE_LANGS, false, checklist_basis, NULL, NULL,
      "vad ändringarna bygger på och vem som står för dem; annars gäller den "
      "andra checklistans text",
      "what the changes rest on and who answers for them; else the other "
      "checklist's text holds",
      "basis: {sv: Ekvalla kommuns tillägg, en: \"Ekvalla's additions\"}" },
    { "recognise", SHAPE_MAP, false, field_later, &recognise_shape, NULL,
      "andra dokument än dem som den andra checklistan är till för",
      "other documents than those that the other checklist is for",
      "recognise: {kinds: [overenskommelse]}" },
    { "model", SHAPE_ID, false, field_later, NULL, NULL,
      "en egen modell i stället för den andra checklistans; den lärs allt som "
      "checklistan frågar efter, också det som ärvs",
      "a model of its own instead of the other checklist's; it is taught all "
      "that the checklist asks, also what it inherits",
      "model: ekvalla" },
    { "keep", SHAPE_TEXTS, false, field_later, NULL, NULL,
      "de enda kriterier som ska vara kvar, med id eller kod",
      "the only criteria to keep, by id or code", "keep: [a01, a03]" },
    { "drop", SHAPE_TEXTS, false, field_later, NULL, NULL,
      "kriterier som ska bort, med id eller kod",
      "criteria to drop, by id or code", "drop: [begrepp-definierade]" },
    { "change", SHAPE_NAMED, false, field_later, &change_shape, NULL,
      "kriterier som ska ändras, med id eller kod",
      "criteria to change, by id or code", "change: {a03: {weight: nice}}" },
    { "add_terms", SHAPE_NAMED, false, field_later, &entry_shape, NULL,
      "fler termer för poster i den andra checklistans eller språkpaketets "
      "ordlista",
      "more terms for entries of the other checklist's vocabulary or the "
      "language pack's",
      "add_terms: {polis: [{word: lokalpolis (en)}]}" },
    SECTION_ROWS,
    { "areas", SHAPE_LIST, false, field_later, &addition_shape, NULL,
      "nya kriterier, i områden som finns eller i nya",
      "new criteria, in areas that are there or in new ones",
      "areas: [{id: form-och-mandat, criteria: [...]}]" },
};

const struct shape tailoring_shape = {
    "tailoring",
    tailoring_keys,
    ARRAY_LEN(tailoring_keys),
    0,
    "en checklista som utgår från en annan och säger vad som är annorlunda",
    "a checklist that starts from another one and says what is different"
};

const struct shape_file checklist_file = { &checklist_shape, "extends",
                                           &tailoring_shape };
