/* SPDX-License-Identifier: MIT */

/* Reads the examples of a criterion: texts under the outcome that each must
 * get, with their places, for the messages of the self-test. */

#include "checklist/example.h"

#include "base/fields.h"
#include "checklist/checklist.h"

static bool
read_examples(struct shape_reader *reader, struct example_list *out,
              const struct yaml_node *node)
{
    size_t count = field_count(node);

    out->examples = arena_array(reader->arena, count, sizeof *out->examples);
    if (!out->examples)
        return false;
    out->count = count;
    for (size_t i = 0; i < count; i++) {
        const struct yaml_node *item = field_item(node, i);

        out->examples[i].start = item->start;
        out->examples[i].end = item->end;
        if (!field_text(reader, &out->examples[i].text, item))
            return false;
    }
    return true;
}

#define EXAMPLES(name, outcome)                                                \
    static bool name(struct shape_reader *reader, void *target,                \
                     const struct yaml_node *value)                            \
    {                                                                          \
        struct example_list *lists = target;                                   \
        return read_examples(reader, &lists[outcome], value);                  \
    }

EXAMPLES(examples_met, OUTCOME_MET)
EXAMPLES(examples_partly, OUTCOME_PARTLY)
EXAMPLES(examples_not_met, OUTCOME_NOT_MET)
EXAMPLES(examples_referred, OUTCOME_REFERRED)

static const struct shape_key examples_keys[] = {
    { "met", SHAPE_TEXTS, false, examples_met, NULL, NULL,
      "texter som uppfyller kriteriet", "texts that meet the criterion",
      "met: [Avtalet gäller 2026-03-01 – 2030-02-28.]" },
    { "partly", SHAPE_TEXTS, false, examples_partly, NULL, NULL,
      "texter som delvis uppfyller kriteriet",
      "texts that partly meet the criterion",
      "partly: [Avtalet gäller från och med den 1 mars 2026.]" },
    { "not_met", SHAPE_TEXTS, false, examples_not_met, NULL, NULL,
      "texter som inte uppfyller kriteriet",
      "texts that do not meet the criterion",
      "not_met: [Den förra överenskommelsen gällde 2018–2022.]" },
    { "referred", SHAPE_TEXTS, false, examples_referred, NULL, NULL,
      "texter som hänvisar till en namngiven bilaga eller handling",
      "texts that refer to a named annex or document",
      "referred: [\"Hur länge avtalet gäller framgår av bilaga 2, "
      "Tidplan.\"]" },
};

const struct shape examples_shape = { "examples",
                                      examples_keys,
                                      ARRAY_LEN(examples_keys),
                                      0,
                                      "texter som provar kriteriet",
                                      "texts that test the criterion" };
