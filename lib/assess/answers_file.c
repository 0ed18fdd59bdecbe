/* SPDX-License-Identifier: MIT */

/* A file of answers: for each document the verdicts of people, and waivers,
 * by criterion.
 *
 * An answer that says `open` is a question that nobody has answered yet, and
 * is passed over.  Any other must say who gave it, when and why; who and when
 * may be said once for the whole file.  Whether criteria are known is seen
 * when an assessment is there: a file is read before any checklist. */

#include "assess/answers.h"

#include "base/fields.h"

static const char *const verdict_words[] = { "open",           "met",
                                             "partly",         "not_met",
                                             "not_applicable", NULL };
static const int verdicts[] = { 0, SAMSYN_VERDICT_MET, SAMSYN_VERDICT_PARTLY,
                                SAMSYN_VERDICT_NOT_MET,
                                SAMSYN_VERDICT_NOT_APPLICABLE };
static const char *const overrule_words[] = {
    "met", "partly", "not_met", "referred", "not_applicable", NULL
};
static const int overruled[] = { SAMSYN_VERDICT_MET, SAMSYN_VERDICT_PARTLY,
                                 SAMSYN_VERDICT_NOT_MET,
                                 SAMSYN_VERDICT_REFERRED,
                                 SAMSYN_VERDICT_NOT_APPLICABLE };
static const char *const effect_words[] = { "unchanged", "not_applicable",
                                            "met", NULL };
static const int effects[] = { SAMSYN_EFFECT_UNCHANGED,
                               SAMSYN_EFFECT_NOT_APPLICABLE,
                               SAMSYN_EFFECT_MET };
static const char *const changed_words[] = { "skip", "use", NULL };

/* The value that stands for a word; the tables have checked the word. */
static int
choice_of(const char *const *words, const int *values,
          const struct yaml_node *value)
{
    int index = shape_choice(words, value->text);

    return index < 0 ? 0 : values[index];
}

/* ---- Answers and waivers ---- */

FIELD(statement_by, statement, by, field_text)
FIELD(statement_reason, statement, reason, field_text)
FIELD(statement_date, statement, date, field_text)
FIELD_PLAIN(statement_verdict, statement, says,
            choice_of(verdict_words, verdicts, value))
FIELD_PLAIN(statement_overrules, statement, overrules,
            choice_of(overrule_words, overruled, value))
FIELD_PLAIN(statement_effect, statement, says,
            choice_of(effect_words, effects, value))

static const struct shape_key answer_keys[] = {
    { "verdict", SHAPE_CHOICE, true, statement_verdict, NULL, verdict_words,
      "vad du kommer fram till; open betyder att frågan inte är besvarad",
      "what you find; open means that the question is not answered",
      "verdict: met" },
    { "reason", SHAPE_TEXT, false, statement_reason, NULL, NULL,
      "varför; behövs när verdict inte är open",
      "why; needed where verdict is not open",
      "reason: Avgränsningen nämns i bilaga 2." },
    { "by", SHAPE_TEXT, false, statement_by, NULL, NULL,
      "vem som svarar, om det är en annan än den överst i filen",
      "who answers, if it is another than the one at the top of the file",
      "by: Kim Ahl" },
    { "date", SHAPE_DATE, false, statement_date, NULL, NULL,
      "dagen för svaret, om den är en annan än den överst i filen",
      "the day of the answer, if it is another than the one at the top",
      "date: 2026-03-01" },
    { "overrules", SHAPE_CHOICE, false, statement_overrules, NULL,
      overrule_words,
      "vad samsyn har sagt, om svaret ska gå före det fast frågan inte är "
      "öppen",
      "what samsyn said, if the answer goes before it although the question "
      "is not open",
      "overrules: not_met" },
};

static const struct shape answer_shape = {
    "answer",
    answer_keys,
    ARRAY_LEN(answer_keys),
    0,
    "en människas svar på en fråga i checklistan",
    "a person's answer to a question of the checklist"
};

static const struct shape_key waiver_keys[] = {
    { "reason", SHAPE_TEXT, true, statement_reason, NULL, NULL,
      "varför det får saknas", "why it may be missing",
      "reason: Kameror beslutas i länet." },
    { "approved_by", SHAPE_TEXT, true, statement_by, NULL, NULL,
      "vem som har godkänt undantaget", "who approved the waiver",
      "approved_by: Kim Ahl, kommundirektör" },
    { "until", SHAPE_DATE, true, statement_date, NULL, NULL,
      "undantagets sista dag", "the last day of the waiver",
      "until: 2027-02-28" },
    { "counts_as", SHAPE_CHOICE, true, statement_effect, NULL, effect_words,
      "vad kriteriet räknas som i poängen med svar: oförändrat, ej "
      "tillämpligt eller uppfyllt",
      "what the criterion counts as in the score with answers: unchanged, not "
      "applicable or met",
      "counts_as: not_applicable" },
};

static const struct shape waiver_shape = {
    "waiver",
    waiver_keys,
    ARRAY_LEN(waiver_keys),
    0,
    "ett undantag: någon har godkänt att något saknas",
    "a waiver: somebody approved that something is missing"
};

static bool
read_statements(struct shape_reader *reader, struct statements *out,
                const struct shape *shape, const struct yaml_node *map)
{
    out->items = arena_array(reader->arena, map->count, sizeof *out->items);
    if (!out->items)
        return false;
    out->count = map->count;
    for (size_t i = 0; i < map->count; i++) {
        const struct yaml_pair *pair = &map->pairs[i];
        struct statement *statement = &out->items[i];

        statement->start = pair->start;
        statement->end = pair->end;
        statement->criterion = arena_str(reader->arena, pair->key);
        if (!statement->criterion.ptr ||
            !shape_read(reader, shape, statement, pair->value))
            return false;
    }
    return true;
}

/* ---- Documents ---- */

static bool
read_texts(struct shape_reader *reader, struct str **out, size_t *count,
           const struct yaml_node *value)
{
    *count = field_count(value);
    *out = arena_array(reader->arena, *count, sizeof **out);
    if (!*out)
        return false;
    for (size_t i = 0; i < *count; i++) {
        if (!field_text(reader, &(*out)[i], field_item(value, i)))
            return false;
    }
    return true;
}

static bool
answered_annexes(struct shape_reader *reader, void *target,
                 const struct yaml_node *value)
{
    struct answered *entry = target;

    return read_texts(reader, &entry->annexes, &entry->annex_count, value);
}

static bool
answered_parts(struct shape_reader *reader, void *target,
               const struct yaml_node *value)
{
    struct answered *entry = target;

    return read_texts(reader, &entry->parts, &entry->part_count, value);
}

static bool
answered_answers(struct shape_reader *reader, void *target,
                 const struct yaml_node *value)
{
    return read_statements(reader, &((struct answered *)target)->answers,
                           &answer_shape, value);
}

static bool
answered_waivers(struct shape_reader *reader, void *target,
                 const struct yaml_node *value)
{
    return read_statements(reader, &((struct answered *)target)->waivers,
                           &waiver_shape, value);
}

/* The digest is what the answers are bound to, so messages point there. */
static bool
answered_digest(struct shape_reader *reader, void *target,
                const struct yaml_node *value)
{
    struct answered *entry = target;

    entry->start = value->start;
    entry->end = value->end;
    return field_text(reader, &entry->digest, value);
}

FIELD(answered_name, answered, name, field_text)
FIELD(answered_checklist, answered, checklist, field_text)
FIELD(answered_version, answered, version, field_text)
FIELD_PLAIN(answered_use, answered, use_changed,
            shape_choice(changed_words, value->text) == 1)

static const struct shape_key answered_keys[] = {
    { "name", SHAPE_TEXT, true, answered_name, NULL, NULL, "dokumentets namn",
      "the document's name", "name: ekvalla.md" },
    { "digest", SHAPE_TEXT, true, answered_digest, NULL, NULL,
      "dokumentets kontrollsumma: svaren gäller det och inget annat",
      "the document's digest: the answers are about it and no other",
      "digest: \"sha256:1f...\"" },
    { "annexes", SHAPE_TEXTS, false, answered_annexes, NULL, NULL,
      "kontrollsummorna för bilagorna som bedömdes tillsammans med det",
      "the digests of the annexes that were assessed together with it",
      "annexes: [\"sha256:2e...\"]" },
    { "parts", SHAPE_TEXTS, false, answered_parts, NULL, NULL,
      "numren på de delar som bedömdes, av en fil med flera; annars gäller "
      "svaren vilken del som helst",
      "the numbers of the parts that were assessed, of a file with several; "
      "else the answers are about any part",
      "parts: [1]" },
    { "checklist", SHAPE_ID, true, answered_checklist, NULL, NULL,
      "checklistan som ställer frågorna", "the checklist that asks",
      "checklist: overenskommelse" },
    { "version", SHAPE_TEXT, false, answered_version, NULL, NULL,
      "checklistans version", "the checklist's version", "version: \"0.1\"" },
    { "when_changed", SHAPE_CHOICE, false, answered_use, NULL, changed_words,
      "om svaren ska användas fast dokumentet har ändrats sedan dess; annars "
      "skip",
      "whether the answers are used although the document has changed since; "
      "skip unless given",
      "when_changed: use" },
    { "answers", SHAPE_NAMED, false, answered_answers, &answer_shape, NULL,
      "svar, under kriteriets id eller kod",
      "answers, under the criterion's id or code",
      "answers: {a06: {verdict: met, reason: Se bilaga 2.}}" },
    { "waivers", SHAPE_NAMED, false, answered_waivers, &waiver_shape, NULL,
      "undantag, under kriteriets id eller kod",
      "waivers, under the criterion's id or code",
      "waivers: {a19: {reason: Beslutas i länet., approved_by: Kim Ahl, until: "
      "2027-02-28, counts_as: unchanged}}" },
};

static const struct shape answered_shape = {
    "answered",
    answered_keys,
    ARRAY_LEN(answered_keys),
    0,
    "vad människor har sagt om ett dokument",
    "what people said of one document"
};

/* ---- The file ---- */

static bool
answers_documents(struct shape_reader *reader, void *target,
                  const struct yaml_node *value)
{
    struct samsyn_answers *answers = target;

    answers->documents =
        arena_array(reader->arena, value->count, sizeof *answers->documents);
    if (!answers->documents)
        return false;
    answers->count = value->count;
    for (size_t i = 0; i < value->count; i++) {
        if (!shape_read(reader, &answered_shape, &answers->documents[i],
                        value->items[i]))
            return false;
    }
    return true;
}

FIELD(answers_by, samsyn_answers, by, field_text)
FIELD(answers_date, samsyn_answers, date, field_text)

static const struct shape_key answers_keys[] = {
    { "by", SHAPE_TEXT, false, answers_by, NULL, NULL,
      "vem som svarar, där svaret inte säger något annat",
      "who answers, where the answer does not say otherwise", "by: Kim Ahl" },
    { "date", SHAPE_DATE, false, answers_date, NULL, NULL,
      "dagen för svaren, där svaret inte säger något annat",
      "the day of the answers, where the answer does not say otherwise",
      "date: 2026-03-01" },
    { "documents", SHAPE_LIST, true, answers_documents, &answered_shape, NULL,
      "dokumenten som svaren gäller",
      "the documents that the answers are about",
      "documents: [{name: ekvalla.md, digest: \"sha256:1f...\", checklist: "
      "overenskommelse, answers: {a06: {verdict: open}}}]" },
};

const struct shape answers_shape = {
    "answers",
    answers_keys,
    ARRAY_LEN(answers_keys),
    0,
    "en svarsfil: människors svar och undantag, dokument för dokument",
    "a file of answers: people's answers and waivers, document by document"
};

/* ---- What an answer must say ---- */

/* What is blank is missing. */
static bool
check_said(struct shape_reader *reader, const struct statement *statement,
           struct str text, const char *key)
{
    struct str args[2] = { statement->criterion, str_of(key) };

    return str_trim(text).len > 0 ||
           shape_fault(reader, DIAG_ANSWER_INCOMPLETE, statement->start,
                       statement->end, args, 2, STR(""));
}

static bool
check_answer(struct shape_reader *reader, const struct samsyn_answers *answers,
             struct statement *statement)
{
    if (statement->says == 0)
        return true;
    if (!statement->by.ptr)
        statement->by = answers->by;
    if (!statement->date.ptr)
        statement->date = answers->date;
    return check_said(reader, statement, statement->by, "by") &&
           check_said(reader, statement, statement->date, "date") &&
           check_said(reader, statement, statement->reason, "reason");
}

static bool
check_all(struct shape_reader *reader, struct samsyn_answers *answers)
{
    for (size_t i = 0; i < answers->count; i++) {
        struct statements *list = &answers->documents[i].answers;

        for (size_t k = 0; k < list->count; k++) {
            if (!check_answer(reader, answers, &list->items[k]))
                return false;
        }
    }
    return true;
}

/* ---- Reading ---- */

static bool
keep_source(struct samsyn_answers *answers, const struct diag_source *source)
{
    struct str name = arena_str(&answers->arena, str_of(source->name));
    struct str text = arena_str(&answers->arena, source->text);

    sha256_text(source->text.ptr, source->text.len, answers->digest);

    answers->source = (struct diag_source){ name.ptr, text, NULL };
    return name.ptr && text.ptr;
}

static samsyn_status
read_file(struct samsyn_answers *answers, struct arena *scratch,
          struct samsyn_diagnostics *diags)
{
    struct shape_reader reader = { &answers->source, &answers->arena, diags,
                                   NULL };
    struct yaml_node *root = NULL;
    samsyn_status status =
        yaml_tree_read(&root, &answers->source, scratch, diags);

    if (status != SAMSYN_OK)
        return status;
    if (!shape_read(&reader, &answers_shape, answers, root))
        return SAMSYN_E_NOMEM;
    /* What is missing is said only of what could be read. */
    if (diag_errors(diags) == 0 && !check_all(&reader, answers))
        return SAMSYN_E_NOMEM;
    if (diag_failed(diags))
        return SAMSYN_E_NOMEM;
    return diag_errors(diags) > 0 ? SAMSYN_E_SCHEMA : SAMSYN_OK;
}

samsyn_status
answers_read(struct samsyn_answers **out, const struct diag_source *source,
             const struct samsyn_config *config,
             struct samsyn_diagnostics *diags)
{
    const struct samsyn_config *settings = config_of(config);
    struct samsyn_answers *answers = mem_alloc(&settings->mem, sizeof *answers);
    samsyn_status status = SAMSYN_E_NOMEM;
    struct arena scratch;

    if (!answers)
        return SAMSYN_E_NOMEM;
    arena_init(&answers->arena, &settings->mem);
    arena_init(&scratch, &settings->mem);
    if (keep_source(answers, source))
        status = read_file(answers, &scratch, diags);
    arena_done(&scratch);
    if (status == SAMSYN_OK)
        *out = answers;
    else
        answers_free(answers);
    return status;
}

void
answers_free(struct samsyn_answers *answers)
{
    samsyn_allocator mem;

    if (!answers)
        return;
    mem = answers->arena.mem;
    arena_done(&answers->arena);
    mem_free(&mem, answers);
}
