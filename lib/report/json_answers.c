/* SPDX-License-Identifier: MIT */
/* What people said, as JSON: beside the machine's verdict of a criterion, and
 * the second score. */

#include "report/json_parts.h"

struct text_key {
    const char *key;
    samsyn_answer_text_id id;
};

static void
write_texts(struct json *json, const samsyn_criterion *criterion,
            const struct text_key *keys, size_t count)
{
    for (size_t i = 0; i < count; i++)
        json_pair_or_null(json, keys[i].key,
                          samsyn_criterion_answer_text(criterion, keys[i].id));
}

static void
write_answer(struct json *json, const samsyn_criterion *criterion)
{
    static const struct text_key keys[] = {
        { "by", SAMSYN_ANSWER_BY },
        { "date", SAMSYN_ANSWER_DATE },
        { "reason", SAMSYN_ANSWER_REASON },
    };
    const char *verdict =
        samsyn_verdict_name((samsyn_verdict)samsyn_criterion_answer(criterion));

    if (!verdict) {
        json_pair_null(json, "answer");
        return;
    }
    json_key(json, "answer");
    json_open(json, '{');
    json_pair(json, "verdict", verdict);
    write_texts(json, criterion, keys, ARRAY_LEN(keys));
    json_close(json, '}');
}

static void
write_waiver(struct json *json, const samsyn_criterion *criterion)
{
    static const struct text_key keys[] = {
        { "approved_by", SAMSYN_WAIVER_BY },
        { "until", SAMSYN_WAIVER_UNTIL },
        { "reason", SAMSYN_WAIVER_REASON },
    };
    const char *effect =
        samsyn_effect_name((samsyn_effect)samsyn_criterion_waiver(criterion));

    if (!effect) {
        json_pair_null(json, "waiver");
        return;
    }
    json_key(json, "waiver");
    json_open(json, '{');
    json_pair(json, "counts_as", effect);
    write_texts(json, criterion, keys, ARRAY_LEN(keys));
    json_close(json, '}');
}

/* What counts in the second score, where a person had a say in it. */
static void
write_counted(struct json *json, const samsyn_criterion *criterion)
{
    samsyn_points points = samsyn_criterion_answer_points(criterion);

    if (!samsyn_criterion_answer(criterion) &&
        !samsyn_criterion_waiver(criterion)) {
        json_pair_null(json, "with_answers");
        return;
    }
    json_key(json, "with_answers");
    json_open(json, '{');
    json_pair(json, "verdict",
              samsyn_verdict_name(
                  (samsyn_verdict)samsyn_criterion_with_answers(criterion)));
    json_pair_int(json, "earned", points.earned);
    json_pair_int(json, "possible", points.possible);
    json_pair_bool(json, "earlier_version",
                   samsyn_criterion_is_answered_before(criterion) != 0);
    json_close(json, '}');
}

void
json_answer(struct json *json, const samsyn_criterion *criterion)
{
    write_answer(json, criterion);
    write_waiver(json, criterion);
    write_counted(json, criterion);
}

void
json_score(struct json *json, samsyn_score score)
{
    json_key(json, "musts");
    json_open(json, '{');
    json_pair_int(json, "met", score.musts_met);
    json_pair_int(json, "of", score.musts_of);
    json_pair_int(json, "open", score.musts_open);
    json_close(json, '}');
    json_pair_int(json, "earned", score.earned);
    json_pair_int(json, "possible", score.possible);
    if (score.percent < 0)
        json_pair_null(json, "percent");
    else
        json_pair_int(json, "percent", score.percent);
    json_pair_int(json, "low", score.low);
    json_pair_int(json, "high", score.high);
}

static void
write_files(struct json *json, const samsyn_assessment *assessment)
{
    const char *name, *digest;

    json_key(json, "files");
    json_open(json, '[');
    for (size_t i = 0;
         (name = samsyn_assessment_answers_at(assessment, i, &digest)); i++) {
        json_open(json, '{');
        json_pair(json, "name", name);
        json_pair(json, "digest", digest);
        json_close(json, '}');
    }
    json_close(json, ']');
}

void
json_with_answers(struct json *json, const samsyn_assessment *assessment)
{
    size_t answers = samsyn_assessment_answer_count(assessment);
    size_t waivers = samsyn_assessment_waiver_count(assessment);

    if (answers + waivers == 0) {
        json_pair_null(json, "with_answers");
        return;
    }
    json_key(json, "with_answers");
    json_open(json, '{');
    json_score(json, samsyn_assessment_with_answers(assessment));
    json_pair_int(json, "answers", (int64_t)answers);
    json_pair_int(json, "waivers", (int64_t)waivers);
    write_files(json, assessment);
    json_close(json, '}');
}
