/* SPDX-License-Identifier: MIT */

/* Reads what tells sentences that do not say how anything is: those that
 * advise on what a text should hold, retell what others said, and heaps of
 * words. */

#include "language/pack.h"

#define MARKS(index)                                                           \
    static bool moot_##index(struct shape_reader *reader, void *target,        \
                             const struct yaml_node *value)                    \
    {                                                                          \
        struct moot_rule *rule = target;                                       \
        return pack_terms(reader, &rule->marks[index], value);                 \
    }

MARKS(MOOT_OPENING)
MARKS(MOOT_HOLDING)
MARKS(MOOT_DISTANT)
MARKS(MOOT_REPORTED)
MARKS(MOOT_REPORT)

static bool
moot_common(struct shape_reader *reader, void *target,
            const struct yaml_node *value)
{
    struct moot_rule *rule = target;

    return word_set_read(reader, &rule->common, value);
}

FIELD_PLAIN(moot_percent, moot_rule, percent, (size_t)field_int(value))
FIELD_PLAIN(moot_most, moot_rule, most, (size_t)field_int(value))

static const struct shape_key moot_keys[] = {
    { "opening", SHAPE_LIST, false, moot_MOOT_OPENING, &term_shape, NULL,
      "ord som inleder ett råd om vad en text ska innehålla: ange, beskriv",
      "words that begin advice on what a text should hold: state, describe",
      "opening: [ange (=)]" },
    { "holding", SHAPE_LIST, false, moot_MOOT_HOLDING, &term_shape, NULL,
      "ord som står någonstans i ett sådant råd: bör innehålla",
      "words that stand anywhere in such advice: should contain",
      "holding: [bör innehålla]" },
    { "distant", SHAPE_LIST, false, moot_MOOT_DISTANT, &term_shape, NULL,
      "ord som visar att en mening säger vad någon önskar, vad som gällde förr "
      "eller vad som hänger på något; är hälften av meningarna sådana räknas "
      "ingen av dem",
      "words that show that a sentence says what somebody wishes, what held "
      "before or what hangs on something; where half of the sentences are "
      "such, none counts",
      "distant: [vi önskar att]" },
    { "reported", SHAPE_LIST, false, moot_MOOT_REPORTED, &term_shape, NULL,
      "ord som visar att en mening återger vad någon säger; den är som distant "
      "i det som report visar är en nyhet eller minnesanteckningar, och annars "
      "en källa som andra",
      "words that show that a sentence tells what somebody says; it is like "
      "distant in what report shows to be news or minutes, and else a source "
      "like any other",
      "reported: [säger att]" },
    { "report", SHAPE_LIST, false, moot_MOOT_REPORT, &term_shape, NULL,
      "ord som visar att dokumentet är en nyhet eller minnesanteckningar",
      "words that show that the document is news or minutes",
      "report: [minnesanteckning (en)]" },
    { "common", SHAPE_TEXTS, false, moot_common, NULL, NULL,
      "de vanligaste orden, som ingen kan skriva en text utan",
      "the commonest words, without which nobody writes a text",
      "common: [och, att, i]" },
    { "percent", SHAPE_INT, false, moot_percent, NULL, NULL,
      "minst så många procent av orden i en text är sådana; är de färre är "
      "det ingen text",
      "at least so many per cent of a text's words are such; where fewer are, "
      "it is no text",
      "percent: 17" },
    { "most", SHAPE_INT, false, moot_most, NULL, NULL,
      "högst så många procent av orden i en text är sådana; är de fler är "
      "det ord på rad med småord emellan",
      "at most so many per cent of a text's words are such; where more are, "
      "it is a row of words with small words between them",
      "most: 48" },
};

const struct shape pack_moot_shape = {
    "moot",
    moot_keys,
    ARRAY_LEN(moot_keys),
    0,
    "meningar som inte säger hur något är",
    "sentences that do not say how anything is"
};
