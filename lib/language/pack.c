/* SPDX-License-Identifier: MIT */

/* Reads a language pack.  The YAML tree lives in an arena of its own and ends
 * with the call; the pack copies what it keeps.
 *
 * Sections depend on one another (terms need the endings, entities need the
 * classes), and a file may hold them in any order.  So the keys are checked
 * first, by the tables, and the sections are read afterwards in their order. */

#include "language/pack.h"
#include "language/spellings.h"

#include "base/sha256.h"

/* ---- Polarity and headings ---- */

FIELD(polarity_terms, polarity_rule, terms, pack_terms)
FIELD_PLAIN(polarity_before, polarity_rule, before, (size_t)field_int(value))
FIELD_PLAIN(polarity_after, polarity_rule, after, (size_t)field_int(value))
FIELD(polarity_sentence, polarity_rule, sentence, pack_terms)
FIELD(polarity_opening, polarity_rule, opening, pack_terms)

static const struct shape_key polarity_keys[] = {
    { "terms", SHAPE_LIST, true, polarity_terms, &term_shape, NULL,
      "orden som tar bort tilltron", "the words that take credit away",
      "terms: [inte (=), saknas (=)]" },
    { "before", SHAPE_INT, false, polarity_before, NULL, NULL,
      "hur många ord framför träffen de får stå",
      "how many words before a hit they may stand", "before: 5" },
    { "after", SHAPE_INT, false, polarity_after, NULL, NULL,
      "hur många ord efter träffen de får stå",
      "how many words after a hit they may stand", "after: 4" },
    { "sentence", SHAPE_LIST, false, polarity_sentence, &term_shape, NULL,
      "ord som tar bort tilltron från hela sin mening",
      "words that take credit from all of their sentence",
      "sentence: [det stämmer inte att]" },
    { "opening", SHAPE_LIST, false, polarity_opening, &term_shape, NULL,
      "ord som tar bort tilltron från hela den mening som de inleder",
      "words that take credit from all of the sentence that they begin",
      "opening: [nej (=)]" },
};

static const struct shape polarity_shape = {
    "polarity",
    polarity_keys,
    ARRAY_LEN(polarity_keys),
    0,
    "ord som tar bort tilltron från en träff i samma sats",
    "words that take credit from a hit in the same clause"
};

#define POLARITY(index)                                                        \
    static bool polarity_##index(struct shape_reader *reader, void *target,    \
                                 const struct yaml_node *value)                \
    {                                                                          \
        struct polarity_rule *rules = target;                                  \
        return shape_read(reader, &polarity_shape, &rules[index], value);      \
    }

POLARITY(POLARITY_NEGATED)
POLARITY(POLARITY_HEDGED)
POLARITY(POLARITY_ANNOUNCED)
POLARITY(POLARITY_PLANNED)
POLARITY(POLARITY_PAST)

static const struct shape_key polarities_keys[] = {
    { "negated", SHAPE_MAP, true, polarity_POLARITY_NEGATED, &polarity_shape,
      NULL, "nekande ord: inte, saknas", "negations: not, missing",
      "negated: {terms: [inte (=)], before: 3, after: 3}" },
    { "hedged", SHAPE_MAP, true, polarity_POLARITY_HEDGED, &polarity_shape,
      NULL, "förbehåll: vid behov, om möjligt",
      "reservations: if needed, if possible",
      "hedged: {terms: [vid behov], before: 4, after: 4}" },
    { "announced", SHAPE_MAP, true, polarity_POLARITY_ANNOUNCED,
      &polarity_shape, NULL, "sådant som ännu ska göras: ska tas fram",
      "what is still to be made: will be drawn up",
      "announced: {terms: [ska tas fram], before: 3, after: 3}" },
    { "planned", SHAPE_MAP, false, polarity_POLARITY_PLANNED, &polarity_shape,
      NULL, "det som ligger i framtiden: ska, planerar att",
      "what lies ahead: will, plan to",
      "planned: {terms: [ska (=)], before: 3, after: 0}" },
    { "past", SHAPE_MAP, false, polarity_POLARITY_PAST, &polarity_shape, NULL,
      "det som redan är gjort: genomfördes, förra året",
      "what is over: was carried out, last year",
      "past: {terms: [förra (=)], before: 3, after: 0}" },
};

static const struct shape polarities_shape = {
    "polarities",
    polarities_keys,
    ARRAY_LEN(polarities_keys),
    0,
    "nekanden, förbehåll och utfästelser om att något ska tas fram",
    "negations, reservations and announcements"
};

#define HEADING(index)                                                         \
    static bool heading_##index(struct shape_reader *reader, void *target,     \
                                const struct yaml_node *value)                 \
    {                                                                          \
        struct term_list *lists = target;                                      \
        return pack_terms(reader, &lists[index], value);                       \
    }

HEADING(HEADING_SIGNATURE)
HEADING(HEADING_CONTENTS)
HEADING(HEADING_ANNEX)

static const struct shape_key headings_keys[] = {
    { "signature", SHAPE_LIST, true, heading_HEADING_SIGNATURE, &term_shape,
      NULL, "rubriker över underskrifter", "headings over signatures",
      "signature: [underskrift]" },
    { "contents", SHAPE_LIST, true, heading_HEADING_CONTENTS, &term_shape, NULL,
      "rubriker över innehållsförteckningar",
      "headings over tables of contents", "contents: [innehåll]" },
    { "annex", SHAPE_LIST, true, heading_HEADING_ANNEX, &term_shape, NULL,
      "rubriker över bilagor", "headings over annexes", "annex: [bilaga]" },
};

static const struct shape headings_shape = {
    "headings",
    headings_keys,
    ARRAY_LEN(headings_keys),
    0,
    "rubriker med särskild betydelse",
    "headings with a meaning of their own"
};

/* ---- Furniture ---- */

#define WORDS(name, type, field)                                               \
    static bool name(struct shape_reader *reader, void *target,                \
                     const struct yaml_node *value)                            \
    {                                                                          \
        return word_set_read(reader, &((type *)target)->field, value);         \
    }

WORDS(furniture_lines, struct furniture, lines)
WORDS(furniture_starts, struct furniture, starts)

static const struct shape_key furniture_keys[] = {
    { "lines", SHAPE_TEXTS, true, furniture_lines, NULL, NULL,
      "ord och fraser som raden består av, utan skiljetecken",
      "words and phrases that make up the line, without punctuation",
      "lines: [skriv ut, till toppen]" },
    { "starts", SHAPE_TEXTS, true, furniture_starts, NULL, NULL,
      "vad raden börjar med; resten får vara vad som helst",
      "what the line begins with; the rest may be anything",
      "starts: [senast uppdaterad]" },
};

static const struct shape furniture_shape = {
    "furniture",
    furniture_keys,
    ARRAY_LEN(furniture_keys),
    0,
    "korta rader som hör till en webbsida och inte till texten på den",
    "short lines that belong to a web page and not to the text on it"
};

/* ---- Dates ---- */

#define DATES(index)                                                           \
    static bool dates_##index(struct shape_reader *reader, void *target,       \
                              const struct yaml_node *value)                   \
    {                                                                          \
        struct term_list *lists = target;                                      \
        return pack_terms(reader, &lists[index], value);                       \
    }

DATES(DATE_VALIDITY)
DATES(DATE_SIGNING)

static const struct shape_key dates_keys[] = {
    { "validity", SHAPE_LIST, false, dates_DATE_VALIDITY, &term_shape, NULL,
      "ord som gör ett datum i samma mening, eller under en rubrik med dem, "
      "till dokumentets giltighetstid",
      "words that make a date in the same sentence, or under a heading with "
      "them, the document's time of validity",
      "validity: [gälla (verb), giltighetstid]" },
    { "signing", SHAPE_LIST, false, dates_DATE_SIGNING, &term_shape, NULL,
      "ord som gör ett datum till dagen för undertecknandet",
      "words that make a date the day of signing", "signing: [undertecknad]" },
};

static const struct shape dates_shape = { "dates",
                                          dates_keys,
                                          ARRAY_LEN(dates_keys),
                                          0,
                                          "vad ett datum är datum för",
                                          "what a date is the date of" };

/* ---- The pack ---- */

FIELD(pack_id, samsyn_language, id, field_text)
FIELD(pack_version, samsyn_language, version, field_text)
FIELD(pack_linking, samsyn_language, linking, pack_take_endings)

WORDS(pack_abbreviations, struct samsyn_language, abbreviations)
WORDS(pack_suspended, struct samsyn_language, suspended)
WORDS(pack_clause_breaks, struct samsyn_language, clause_breaks)
WORDS(pack_small_words, struct samsyn_language, small_words)
WORDS(pack_placeholders, struct samsyn_language, placeholders)
WORDS(pack_speech, struct samsyn_language, speech)

static const struct shape_key pack_keys[] = {
    { "language", SHAPE_ID, true, pack_id, NULL, NULL, "språkets kod",
      "the language's code", "language: sv" },
    { "version", SHAPE_TEXT, true, pack_version, NULL, NULL, "paketets version",
      "the pack's version", "version: \"0.1\"" },
    { "title", SHAPE_LANGS, true, field_later, NULL, NULL, "språkets namn",
      "the language's name", "title: {sv: Svenska, en: Swedish}" },
    { "abbreviations", SHAPE_TEXTS, true, pack_abbreviations, NULL, NULL,
      "förkortningar som inte slutar en mening, utan sista punkt",
      "abbreviations that end no sentence, without their last dot",
      "abbreviations: [bl.a, t.ex]" },
    { "suspended", SHAPE_TEXTS, false, pack_suspended, NULL, NULL,
      "ord som visar att ett bindestreck vid radslut ska stå kvar",
      "words that show that a hyphen at a line end stays",
      "suspended: [och, eller]" },
    { "clause_breaks", SHAPE_TEXTS, false, pack_clause_breaks, NULL, NULL,
      "ord som avslutar ett nekandes räckvidd",
      "words that end the reach of a negation", "clause_breaks: [men]" },
    { "small_words", SHAPE_TEXTS, false, pack_small_words, NULL, NULL,
      "ord som inte säger vad ett fokusområde handlar om",
      "words that do not say what a focus area is about",
      "small_words: [och, för]" },
    { "linking", SHAPE_TEXTS, false, pack_linking, NULL, NULL,
      "bokstäver mellan leden i en sammansättning",
      "letters between the parts of a compound", "linking: [s]" },
    { "placeholders", SHAPE_TEXTS, false, pack_placeholders, NULL, NULL,
      "ord som står i stället för ett värde", "words that stand in for a value",
      "placeholders: [xx]" },
    { "speech", SHAPE_TEXTS, false, pack_speech, NULL, NULL,
      "ord som visar att något är ett citat: säger, menar",
      "words that show that something is a quotation: says, tells",
      "speech: [säger, menar]" },
    { "furniture", SHAPE_MAP, false, field_later, &furniture_shape, NULL,
      "korta rader som hör till en webbsida och inte till texten på den",
      "short lines that belong to a web page and not to the text on it",
      "furniture: {lines: [skriv ut], starts: [senast uppdaterad]}" },
    { "endings", SHAPE_NAMED, true, field_later, &pack_endings_shape, NULL,
      "böjningsklasser; den första är standard",
      "classes of endings; the first is the default",
      "endings: {standard: [{add: [s, en, ens]}]}" },
    { "polarity", SHAPE_MAP, true, field_later, &polarities_shape, NULL,
      "vad som tar bort tilltron från en träff", "what takes credit from a hit",
      "polarity: {negated: {terms: [inte (=)], before: 3, after: 3}, hedged: "
      "{terms: [vid behov], before: 4, after: 4}, announced: {terms: [ska tas "
      "fram], before: 3, after: 3}}" },
    { "moot", SHAPE_MAP, false, field_later, &pack_moot_shape, NULL,
      "meningar som inte säger hur något är: råd om texter, lösa ord",
      "sentences that do not say how anything is: advice on texts, loose words",
      "moot: {holding: [bör innehålla]}" },
    { "headings", SHAPE_MAP, true, field_later, &headings_shape, NULL,
      "rubriker med särskild betydelse", "headings with a meaning of their own",
      "headings: {signature: [underskrift], contents: [innehåll], annex: "
      "[bilaga]}" },
    { "classes", SHAPE_NAMED, false, field_later, &pack_class_shape, NULL,
      "ordklasser för entiteternas former",
      "word classes for the forms of entities",
      "classes: {day: {from: 1, to: 31}}" },
    { "entities", SHAPE_NAMED, false, field_later, &pack_entity_shape, NULL,
      "datum, perioder, mängder och annat som har en form",
      "dates, periods, quantities and other things of a form",
      "entities: {weekday: {title: {sv: en veckodag, en: a weekday}, forms: "
      "['måndag|tisdag']}}" },
    { "dates", SHAPE_MAP, false, field_later, &dates_shape, NULL,
      "hur dokumentets datum känns igen", "how a document's date is known",
      "dates: {validity: [gälla (=)]}" },
    { "vocabulary", SHAPE_NAMED, false, field_later, &entry_shape, NULL,
      "ord som alla checklistor kan använda",
      "words that every checklist can use", "vocabulary: {polis: [polis]}" },
    { "kinds", SHAPE_LIST, false, field_later, &pack_kind_shape, NULL,
      "slag av dokument, för igenkänning", "kinds of document, for recognition",
      "kinds: [{id: plan, title: {sv: en plan, en: a plan}, signals: [{words: "
      "[{head: plan}], points: 4}]}]" },
};

const struct shape language_shape = {
    "language",
    pack_keys,
    ARRAY_LEN(pack_keys),
    0,
    "ett språkpaket: allt om ett språk som checklistor behöver",
    "a language pack: all that checklists need of a language"
};

/* A section of the right kind, NULL where it is missing or mistyped (which
 * the tables have said). */
static const struct yaml_node *
section(const struct yaml_node *root, const char *name, enum yaml_kind kind)
{
    const struct yaml_node *node = yaml_get(root, name);

    return node && node->kind == kind ? node : NULL;
}

static bool
read_sections(struct shape_reader *reader, struct samsyn_language *language,
              const struct yaml_node *root)
{
    struct inflection *inflection = reader->user;
    const struct yaml_node *node;

    node = section(root, "endings", YAML_MAP);
    if (node && !pack_read_endings(reader, language, node))
        return false;
    if (!node)
        node = root;
    if (!pack_index_endings(reader, language, node->start, node->end))
        return false;
    inflection->classes = language->endings;
    inflection->count = language->endings_count;
    node = section(root, "polarity", YAML_MAP);
    if (node &&
        !shape_read(reader, &polarities_shape, language->polarity, node))
        return false;
    node = section(root, "moot", YAML_MAP);
    if (node && !shape_read(reader, &pack_moot_shape, &language->moot, node))
        return false;
    node = section(root, "furniture", YAML_MAP);
    if (node &&
        !shape_read(reader, &furniture_shape, &language->furniture, node))
        return false;
    node = section(root, "headings", YAML_MAP);
    if (node && !shape_read(reader, &headings_shape, language->headings, node))
        return false;
    if (!pack_read_entities(reader, language,
                            section(root, "classes", YAML_MAP),
                            section(root, "entities", YAML_MAP)))
        return false;
    node = section(root, "dates", YAML_MAP);
    if (node && !shape_read(reader, &dates_shape, language->dates, node))
        return false;
    node = section(root, "vocabulary", YAML_MAP);
    if (node &&
        !vocabulary_read(reader, inflection, &language->vocabulary, node))
        return false;
    node = section(root, "kinds", YAML_LIST);
    return !node || pack_read_kinds(reader, language, node);
}

static samsyn_status
read_pack(struct samsyn_language *language, const struct diag_source *source,
          struct spellings *spellings, struct arena *scratch,
          struct samsyn_diagnostics *diags)
{
    struct inflection inflection = { NULL, 0, &language->linking, spellings };
    struct shape_reader reader = { source, &language->arena, diags,
                                   &inflection };
    struct yaml_node *root = NULL;
    size_t before = diag_errors(diags); /* of a checklist that asked for it */
    samsyn_status status = yaml_tree_read(&root, source, scratch, diags);

    if (status)
        return status;
    if (!shape_read(&reader, &language_shape, language, root) ||
        !read_sections(&reader, language, root) || diag_failed(diags))
        return SAMSYN_E_NOMEM;
    sha256_text(source->text.ptr, source->text.len, language->digest);
    language->spelt = spellings ? spellings->kept.len : 0;
    return diag_errors(diags) > before ? SAMSYN_E_SCHEMA : SAMSYN_OK;
}

samsyn_status
language_read(struct samsyn_language **out, const struct diag_source *source,
              struct spellings *spellings, const struct samsyn_config *config,
              struct samsyn_diagnostics *diags)
{
    const struct samsyn_config *settings = config_of(config);
    struct samsyn_language *language =
        mem_alloc(&settings->mem, sizeof *language);
    struct arena scratch;
    samsyn_status status;

    if (!language)
        return SAMSYN_E_NOMEM;
    arena_init(&language->arena, &settings->mem);
    arena_init(&scratch, &settings->mem);
    status = read_pack(language, source, spellings, &scratch, diags);
    arena_done(&scratch);
    if (status == SAMSYN_OK)
        *out = language;
    else
        language_free(language);
    return status;
}

void
language_free(struct samsyn_language *language)
{
    samsyn_allocator mem;

    if (!language)
        return;
    mem = language->arena.mem;
    arena_done(&language->arena);
    mem_free(&mem, language);
}
