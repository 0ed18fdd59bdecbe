/* SPDX-License-Identifier: MIT */

/* Reads areas and criteria.  Ids and codes are unique in a checklist; sources
 * are named by code and kept as the text they stand for. */

#include "checklist/criterion.h"

#include "base/diag_place.h"
#include "base/fields.h"
#include "base/message.h"
#include "base/vec.h"
#include "checklist/example.h"
#include "checklist/level.h"

#include <stdlib.h>

static const char *const weight_words[] = { "must", "should", "nice", NULL };
static const char *const judged_words[] = { "rules", "person", NULL };

/* ---- Criteria ---- */

FIELD(criterion_id, criterion, id, field_text)
FIELD(criterion_code, criterion, code, field_text)
FIELD_LANGS(criterion_title, criterion, title.text)
FIELD_LANGS(criterion_question, criterion, question.text)
FIELD_LANGS(criterion_why, criterion, why.text)
FIELD_LANGS(criterion_advice, criterion, advice.text)
FIELD(criterion_model, criterion, model, field_text)
FIELD(criterion_weight, criterion, weight, field_text)

static bool
read_one_rule(struct shape_reader *reader, struct rule **out,
              const struct yaml_node *value)
{
    size_t before = diag_errors(reader->diags);

    *out = arena_alloc(reader->arena, sizeof **out);
    if (!*out || !rule_read(reader, *out, value))
        return false;
    /* A faulty rule may hold of nothing because a part of it is missing. */
    if (diag_errors(reader->diags) > before || !rule_holds_empty(*out))
        return true;
    return shape_fault(reader, DIAG_CHECKLIST_ONLY_NONE, value->start,
                       value->end, NULL, 0, str_make("", 0));
}

static bool
criterion_met(struct shape_reader *reader, void *target,
              const struct yaml_node *value)
{
    return read_one_rule(reader, &((struct criterion *)target)->met, value);
}

static bool
criterion_partly(struct shape_reader *reader, void *target,
                 const struct yaml_node *value)
{
    return read_one_rule(reader, &((struct criterion *)target)->partly, value);
}

static bool
criterion_referred(struct shape_reader *reader, void *target,
                   const struct yaml_node *value)
{
    return read_one_rule(reader, &((struct criterion *)target)->referred,
                         value);
}

FIELD(criterion_exempt, criterion, exempt, exemption_read)
FIELD_PLAIN(criterion_lapses, criterion, lapses, field_true(value))
FIELD_PLAIN(criterion_signers, criterion, signers, field_true(value))
FIELD_PLAIN(criterion_taught, criterion, taught, field_true(value))
FIELD_PLAIN(criterion_judged, criterion, person,
            str_equal(value->text, STR("person")))

static bool
criterion_unless(struct shape_reader *reader, void *target,
                 const struct yaml_node *value)
{
    struct rule_list *list = &((struct criterion *)target)->unless;

    if (!rule_list_read(reader, list, value))
        return false;
    for (size_t i = 0; i < list->count; i++) {
        if (list->rules[i].window == WINDOW_INHERIT)
            list->rules[i].window = WINDOW_SENTENCE;
    }
    return true;
}

static bool
criterion_examples(struct shape_reader *reader, void *target,
                   const struct yaml_node *value)
{
    struct criterion *criterion = target;

    return shape_read(reader, &examples_shape, criterion->examples, value);
}

static const struct shape_key criterion_keys[] = {
    { "id", SHAPE_ID, true, criterion_id, NULL, NULL, "kriteriets namn",
      "the criterion's name", "id: giltighetstid" },
    { "code", SHAPE_ID, true, criterion_code, NULL, NULL, "kort kod",
      "short code", "code: a03" },
    { "taught", SHAPE_BOOL, false, criterion_taught, NULL, NULL,
      "kriteriet har inga regler, utan lärs med exempel (samsyn train); "
      "checklistan måste då ange model",
      "the criterion has no rules and is taught by examples (samsyn train); "
      "the checklist must then name a model",
      "taught: true" },
    { "title", SHAPE_LANGS, true, criterion_title, NULL, NULL,
      "vad som ska framgå, som ett påstående",
      "what should be clear, as a statement",
      "title: {sv: Giltighetstiden är angiven, en: The period is stated}" },
    { "question", SHAPE_LANGS, true, criterion_question, NULL, NULL,
      "frågan till dokumentet", "the question to the document",
      "question: {sv: Hur länge gäller den?, en: How long is it valid?}" },
    { "why", SHAPE_LANGS, true, criterion_why, NULL, NULL, "varför det behövs",
      "why it is needed",
      "why: {sv: Då vet ni när den ska ses över., en: Then you know when to "
      "review it.}" },
    { "advice", SHAPE_LANGS, true, criterion_advice, NULL, NULL,
      "råd till den som skriver", "advice to the author",
      "advice: {sv: Skriv första och sista dag., en: Write the first and the "
      "last day.}" },
    { "model", SHAPE_TEXT, true, criterion_model, NULL, NULL,
      "så kan det skrivas, på dokumentens språk",
      "how it can be written, in the documents' language",
      "model: Överenskommelsen gäller från och med den 1 mars 2026 till och "
      "med den 28 februari 2030." },
    { "source", SHAPE_TEXTS, true, field_later, NULL, NULL,
      "koder ur sources:", "codes from sources:", "source: [BRA-TECKNA]" },
    { "weight", SHAPE_CHOICE, true, criterion_weight, NULL, weight_words,
      "hur viktigt det är", "how important it is", "weight: must" },
    { "level", SHAPE_CHOICE, true, level_read, NULL, level_words,
      "vad som bedöms: dokumentet, varje fokusområde (focus) eller varje "
      "löfte, åtgärd eller mål (item)",
      "what is judged: the document, each focus area, or each promise, measure "
      "or goal (item)",
      "level: document" },
    { "of", SHAPE_CHOICE, false, level_read_of, NULL, kind_words,
      "med level: item: löften, åtgärder eller mål",
      "with level: item: promises, measures or goals", "of: measure" },
    { "share", SHAPE_MAP, false, level_read_share, &shares_shape, NULL,
      "hur stor andel av fokusområdena eller punkterna som krävs",
      "what share of the focus areas or items is needed",
      "share: {met: 80, partly: 30}" },
    { "chain", SHAPE_CHOICE, false, level_read_link, NULL, link_words,
      "den länk i kedjan från problem till uppföljning som kriteriet visar",
      "the link of the chain from problem to follow-up that the criterion "
      "shows",
      "chain: cause" },
    { "signers", SHAPE_BOOL, false, criterion_signers, NULL, NULL,
      "visas med sina citat på sidan för dem som skriver under",
      "shown with its quotes on the page for those who sign", "signers: true" },
    { "met", SHAPE_MAP, false, criterion_met, &rule_shape, NULL,
      "regeln för uppfyllt; behövs om inte taught: true står",
      "the rule for met; needed unless it says taught: true",
      "met: {within: sentence, all: [gäller, {find: {entity: period}}]}" },
    { "partly", SHAPE_MAP, false, criterion_partly, &rule_shape, NULL,
      "regeln för delvis uppfyllt", "the rule for partly met",
      "partly: {within: sentence, all: [gäller, {find: {entity: date}}]}" },
    { "referred", SHAPE_MAP, false, criterion_referred, &rule_shape, NULL,
      "regeln för att det står i en namngiven bilaga eller annan handling",
      "the rule for what stands in a named annex or other document",
      "referred: {within: sentence, all: [gäller, bilaga]}" },
    { "not_applicable", SHAPE_MAP, false, criterion_exempt, &exemption_shape,
      NULL,
      "när kriteriet inte är tillämpligt, efter dokumentets slag och datum; "
      "det lämnar då poängen",
      "when the criterion does not apply, by the kind and date of the "
      "document; it leaves the score then",
      "not_applicable: {before: 2023-07-01}" },
    { "lapses", SHAPE_BOOL, false, criterion_lapses, NULL, NULL,
      "räknas bara så länge dokumentet gäller på bedömningsdagen; utan "
      "bedömningsdag avgör en människa",
      "counts only while the document is valid on the day of the assessment; "
      "without that day a person decides",
      "lapses: true" },
    { "judged", SHAPE_CHOICE, false, criterion_judged, NULL, judged_words,
      "vem som avgör: reglerna (om inget anges) eller en människa, som då "
      "får reglernas förslag och det de fann",
      "who decides: the rules (unless given) or a person, who is then shown "
      "what the rules suggest and found",
      "judged: person" },
    { "unless", SHAPE_LIST, false, criterion_unless, &rule_shape, NULL,
      "det som inte räknas: träffar i en mening där en av dessa gäller",
      "what does not count: hits in a sentence where one of these holds",
      "unless: [{find: historik}]" },
    { "examples", SHAPE_MAP, false, criterion_examples, &examples_shape, NULL,
      "texter som provar kriteriet", "texts that test the criterion",
      "examples: {met: [Avtalet gäller 2026-03-01 – 2030-02-28.], not_met: "
      "[Avtalet gäller.]}" },
};

static const struct shape criterion_shape = { "criterion",
                                              criterion_keys,
                                              ARRAY_LEN(criterion_keys),
                                              0,
                                              "en fråga till dokumentet",
                                              "one question to the document" };

/* Id, code and whether it has rules, the first three rows, cannot be
 * changed. */
const struct shape change_shape = {
    "change",
    criterion_keys + 3,
    ARRAY_LEN(criterion_keys) - 3,
    SHAPE_ALL_OPTIONAL,
    "det som ska bli annorlunda i ett kriterium: värdet ersätter det som stod",
    "what shall be different in a criterion: the value replaces the old one"
};

/* ---- Areas ---- */

FIELD(area_id, area, id, field_text)
FIELD_LANGS(area_title, area, title.text)

static const struct shape_key area_keys[] = {
    { "id", SHAPE_ID, true, area_id, NULL, NULL, "områdets namn",
      "the area's name", "id: form" },
    { "title", SHAPE_LANGS, true, area_title, NULL, NULL, "områdets titel",
      "the area's title", "title: {sv: Form, en: Form}" },
    { "criteria", SHAPE_LIST, true, field_later, &criterion_shape, NULL,
      "kriterierna i området", "the criteria of the area", "criteria: [...]" },
};

const struct shape area_shape = { "area",
                                  area_keys,
                                  ARRAY_LEN(area_keys),
                                  0,
                                  "en grupp av kriterier",
                                  "a group of criteria" };

static const struct shape_key addition_keys[] = {
    { "id", SHAPE_ID, true, NULL, NULL, NULL,
      "namnet på ett område som finns, eller på ett nytt",
      "the name of an area that is there, or of a new one", "id: form" },
    { "title", SHAPE_LANGS, false, NULL, NULL, NULL,
      "områdets titel; ett nytt område måste ha en",
      "the area's title; a new area must have one",
      "title: {sv: Form, en: Form}" },
    { "criteria", SHAPE_LIST, true, NULL, &criterion_shape, NULL,
      "nya kriterier, sist i området", "new criteria, at the end of the area",
      "criteria: [...]" },
};

const struct shape addition_shape = { "addition",
                                      addition_keys,
                                      ARRAY_LEN(addition_keys),
                                      0,
                                      "nya kriterier i ett område",
                                      "new criteria in an area" };

/* Sources are short, and every criterion and every report has them whole: so
 * few bytes of a file could ask for much memory. */
enum {
    SOURCE_MOST = 4000 /* bytes a criterion */
};

struct source_list {
    struct yaml_pair *pairs;
    size_t count;
};

/* What the criteria of a checklist are read with. */
struct gathering {
    const struct criterion_context *context;
    struct source_list sources; /* sorted by code */
};

static int
compare_keys(const void *a, const void *b)
{
    return str_compare(((const struct yaml_pair *)a)->key,
                       ((const struct yaml_pair *)b)->key);
}

/* The sources by code; false without memory. */
static bool
sort_sources(struct shape_reader *reader, const struct yaml_node *node,
             struct source_list *out)
{
    size_t count = node ? node->count : 0;

    out->pairs = arena_copy(reader->arena, node ? node->pairs : NULL, count,
                            sizeof *out->pairs);
    out->count = count;
    if (out->pairs && count > 0)
        qsort(out->pairs, count, sizeof *out->pairs, compare_keys);
    return out->pairs != NULL;
}

static const struct yaml_node *
find_source(const struct source_list *sources, struct str code)
{
    struct yaml_pair wanted = { .key = code };
    const struct yaml_pair *found = NULL;

    if (sources->count > 0)
        found = bsearch(&wanted, sources->pairs, sources->count, sizeof wanted,
                        compare_keys);
    return found ? found->value : NULL;
}

static bool
add_source(struct shape_reader *reader, struct buf *out,
           const struct source_list *sources, const struct yaml_node *code,
           bool *full)
{
    const struct yaml_node *text = find_source(sources, code->text);

    if (!text || text->kind != YAML_TEXT)
        return shape_fault(reader, DIAG_CHECKLIST_SOURCE, code->start,
                           code->end, &code->text, 1, str_make("", 0));
    if (out->len + text->text.len > SOURCE_MOST) {
        *full = true;
        return shape_fault(reader, DIAG_CHECKLIST_SOURCE_LONG, code->start,
                           code->end, &code->text, 1, str_make("", 0));
    }
    if (out->len > 0)
        buf_text(out, "; ");
    buf_str(out, text->text);
    return true;
}

static bool
read_source(struct shape_reader *reader, struct criterion *criterion,
            const struct source_list *sources, const struct yaml_node *node)
{
    size_t count = field_count(node);
    struct buf text;
    bool good = true, full = false;

    buf_init(&text, &reader->arena->mem, BUF_ANY);
    for (size_t i = 0; good && !full && i < count; i++)
        good = add_source(reader, &text, sources, field_item(node, i), &full);
    good = good && !buf_failed(&text);
    criterion->source = arena_str(reader->arena, buf_view(&text));
    buf_done(&text);
    return good && criterion->source.ptr;
}

static void
weigh(struct criterion *criterion, const struct criterion_context *context)
{
    int weight = shape_choice(weight_words, criterion->weight);

    criterion->points = weight < 0 ? 0 : context->weights[weight];
}

/* The places of id and code, for messages about them. */
static void
note_places(struct criterion *criterion, const struct yaml_node *node)
{
    const struct yaml_node *id = yaml_get(node, "id");
    const struct yaml_node *code = yaml_get(node, "code");

    criterion->start = id ? id->start : node->start;
    criterion->end = id ? id->end : node->end;
    criterion->code_start = code ? code->start : criterion->start;
    criterion->code_end = code ? code->end : criterion->end;
}

static bool
read_criterion(struct shape_reader *reader, struct criterion *criterion,
               const struct gathering *gathering, const struct yaml_node *node)
{
    const struct yaml_node *source;

    level_init(criterion);
    if (!shape_read(reader, &criterion_shape, criterion, node))
        return false;
    if (node->kind != YAML_MAP)
        return true; /* said already */
    note_places(criterion, node);
    weigh(criterion, gathering->context);
    if (!level_check(reader, criterion, node) ||
        !taught_check(reader, criterion, gathering->context, node))
        return false;
    source = yaml_get(node, "source");
    return !source || source->kind == YAML_MAP ||
           read_source(reader, criterion, &gathering->sources, source);
}

/* "12", or "12 i overenskommelse" where that is another file than the one in
 * which it is said. */
static void
put_line(struct buf *out, const struct shape_reader *reader, size_t first,
         size_t again)
{
    const struct diag_source *one = diag_source_at(reader->source, &first);
    const struct diag_source *other = diag_source_at(reader->source, &again);
    struct str name = str_of(one->name);

    buf_int(out, (int64_t)diag_place_find(one->text, first).line);
    if (one != other)
        message_format(out, MSG_CHECKLIST_IN_FILE, diag_lang(reader->diags),
                       &name, 1);
}

/* A name, where it stands, and the number of what it names. */
struct named {
    struct str name;
    size_t start, end; /* in the YAML source */
    size_t owner;
};

/* Where so many faults were found that one more is only counted, its words
 * are not worth the search for a line. */
static bool
refuse_twice(struct shape_reader *reader, const struct named *first,
             const struct named *again)
{
    bool heard = diag_errors(reader->diags) < DIAG_MAX;
    struct str args[2] = { again->name };
    struct buf line;
    bool good;

    buf_init(&line, &reader->arena->mem, BUF_ANY);
    if (heard)
        put_line(&line, reader, first->start, again->start);
    args[1] = buf_view(&line);
    good = !buf_failed(&line) &&
           shape_fault(reader, DIAG_CHECKLIST_TWICE, again->start, again->end,
                       args, 2, str_make("", 0));
    buf_done(&line);
    return good;
}

static int
compare_named(const void *a, const void *b)
{
    const struct named *left = a, *right = b;
    int order = str_compare(left->name, right->name);

    if (order)
        return order;
    return (left->owner > right->owner) - (left->owner < right->owner);
}

/* No two things may have the same name. */
static bool
check_twice(struct shape_reader *reader, struct named *names, size_t count)
{
    bool good = true;

    qsort(names, count, sizeof *names, compare_named);
    for (size_t i = 1; good && i < count; i++) {
        if (names[i].name.len > 0 && names[i].owner != names[i - 1].owner &&
            str_equal(names[i].name, names[i - 1].name))
            good = refuse_twice(reader, &names[i - 1], &names[i]);
    }
    return good;
}

/* Ids and codes share one space of names, because either finds a criterion. */
static bool
check_names(struct shape_reader *reader, const struct vec *criteria)
{
    size_t count = 2 * criteria->len;
    struct named *names = mem_array(&reader->arena->mem, count, sizeof *names);
    bool good = names != NULL;

    for (size_t i = 0; good && i < criteria->len; i++) {
        const struct criterion *criterion = vec_at(criteria, i);

        names[2 * i] = (struct named){ criterion->id, criterion->start,
                                       criterion->end, i };
        names[2 * i + 1] =
            (struct named){ criterion->code, criterion->code_start,
                            criterion->code_end, i };
    }
    good = good && check_twice(reader, names, count);
    mem_free(&reader->arena->mem, names);
    return good;
}

/* The points of criteria go to their area by its id. */
static bool
check_areas(struct shape_reader *reader,
            const struct samsyn_checklist *checklist,
            const struct yaml_node *areas)
{
    size_t count = areas->count;
    struct named *names = mem_array(&reader->arena->mem, count, sizeof *names);
    bool good = names != NULL;

    for (size_t i = 0; good && i < count; i++) {
        const struct yaml_node *area = areas->items[i];
        const struct yaml_node *id =
            area->kind == YAML_MAP ? yaml_get(area, "id") : NULL;

        names[i] = (struct named){ checklist->areas[i].id,
                                   id ? id->start : area->start,
                                   id ? id->end : area->end, i };
    }
    good = good && check_twice(reader, names, count);
    mem_free(&reader->arena->mem, names);
    return good;
}

static bool
read_area(struct shape_reader *reader, struct vec *criteria, struct area *area,
          size_t number, const struct gathering *gathering,
          const struct yaml_node *node)
{
    const struct yaml_node *list;

    if (!shape_read(reader, &area_shape, area, node))
        return false;
    list = node->kind == YAML_MAP ? yaml_get(node, "criteria") : NULL;
    if (!list || list->kind != YAML_LIST)
        return true; /* said already */
    for (size_t i = 0; i < list->count; i++) {
        struct criterion *criterion = vec_push(criteria);

        if (!criterion ||
            !read_criterion(reader, criterion, gathering, list->items[i]))
            return false;
        criterion->area = number;
    }
    return true;
}

static bool
read_all(struct shape_reader *reader, struct samsyn_checklist *checklist,
         struct vec *criteria, const struct gathering *gathering,
         const struct yaml_node *areas)
{
    for (size_t i = 0; i < areas->count; i++) {
        if (!read_area(reader, criteria, &checklist->areas[i], i, gathering,
                       areas->items[i]))
            return false;
    }
    if (!check_names(reader, criteria) ||
        !check_areas(reader, checklist, areas))
        return false;
    checklist->criterion_count = criteria->len;
    checklist->criteria = arena_copy(reader->arena, criteria->data,
                                     criteria->len, sizeof(struct criterion));
    return checklist->criteria != NULL;
}

bool
criteria_read(struct shape_reader *reader, struct samsyn_checklist *checklist,
              const struct criterion_context *context,
              const struct yaml_node *areas)
{
    struct gathering gathering = { .context = context };
    struct vec criteria;
    bool good;

    checklist->areas =
        arena_array(reader->arena, areas->count, sizeof *checklist->areas);
    if (!checklist->areas ||
        !sort_sources(reader, context->sources, &gathering.sources))
        return false;
    checklist->area_count = areas->count;
    vec_init(&criteria, &reader->arena->mem, sizeof(struct criterion));
    good = read_all(reader, checklist, &criteria, &gathering, areas);
    vec_done(&criteria);
    return good;
}
