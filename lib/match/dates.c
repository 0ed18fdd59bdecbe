/* SPDX-License-Identifier: MIT */

/* From the words of a date to its day, month and year.
 *
 * The pack says what a word of a class gives; here the numbers are put
 * together.  A date of a period begins where the pack has one inside another,
 * or where a number comes for which there is one already: "15 januari - 31
 * december 2025" is two, and the first takes its year from the second.
 *
 * Of dates that begin at one word the longest counts, and what stands inside
 * it is none of its own. */

#include "match/dates.h"

#include "base/number.h"
#include "language/form.h"

enum {
    CENTURY_TURNS = 80, /* 80 to 99 are years of 1900 */
    DAYS_MOST = 8       /* dates in one period */
};

/* The days read from the parts of an entity. */
struct reading_days {
    struct day days[DAYS_MOST];
    size_t count;
    bool open; /* the last one may still grow */
};

static int
full_year(int64_t year)
{
    return (int)(year < CENTURY_TURNS ? 2000 + year : 1900 + year);
}

static bool
has_form(const struct term *term, struct str form)
{
    return term->word_count == 1 && word_has_form(&term->words[0], form);
}

/* The number that a word stands for in its class; -1 where it has none. */
static int64_t
value_of(const struct word_class *class, struct str form)
{
    int64_t value;

    if (number_int(form, &value))
        return value;
    for (size_t i = 0; i < class->terms.count; i++) {
        if (has_form(&class->terms.terms[i], form))
            return (int64_t)i + 1;
    }
    return -1;
}

/* The day in which a number is still missing: the last one, or a new one. */
static struct day *
day_for(struct reading_days *reading, size_t member)
{
    struct day *last =
        reading->count > 0 ? &reading->days[reading->count - 1] : NULL;
    const int taken[] = { last ? last->year : 0, last ? last->month : 0,
                          last ? last->day : 0 };

    if (last && reading->open && taken[member] == 0)
        return last;
    if (reading->count == DAYS_MOST)
        return NULL;
    reading->open = true;
    return &reading->days[reading->count++];
}

static void
put_short_date(struct reading_days *reading, int64_t value)
{
    struct day *day;

    reading->open = false;
    day = day_for(reading, 0);
    if (day)
        *day = (struct day){ full_year(value / 10000), (int)(value / 100 % 100),
                             (int)(value % 100) };
    reading->open = false;
}

static void
put_value(struct reading_days *reading, enum gives gives, int64_t value)
{
    struct day *day;

    if (gives == GIVES_SHORT_DATE) {
        put_short_date(reading, value);
    } else if (gives == GIVES_DAY) {
        day = day_for(reading, 2);
        if (day)
            day->day = (int)value;
    } else if (gives == GIVES_MONTH) {
        day = day_for(reading, 1);
        if (day)
            day->month = (int)value;
    } else if (gives != GIVES_NOTHING) {
        day = day_for(reading, 0);
        if (day)
            day->year = gives == GIVES_YEAR ? (int)value : full_year(value);
    }
}

static void
read_days(struct reading_days *reading, const struct entity_search *search,
          const struct vec *parts)
{
    const struct samsyn_document *document = search->document;

    for (size_t i = 0; i < parts->len; i++) {
        const struct entity_part *part = vec_at(parts, i);
        const struct word_class *class;
        int64_t value;

        if (part->class == NO_CLASS) {
            reading->open = false;
            continue;
        }
        class = &search->language->entities.classes[part->class];
        if (class->gives == GIVES_NOTHING)
            continue;
        value =
            value_of(class, document->forms[document->words[part->word].form]);
        if (value >= 0)
            put_value(reading, class->gives, value);
    }
}

/* What was written once for both ends. */
static void
share(struct reading_days *reading)
{
    const struct day *last = &reading->days[reading->count - 1];

    for (size_t i = 0; i + 1 < reading->count; i++) {
        struct day *day = &reading->days[i];

        if (day->year == 0)
            day->year = last->year;
        if (day->month == 0 && day->day > 0)
            day->month = last->month;
    }
}

/* A day that the calendar has, as far as it is written. */
static bool
is_day(const struct day *day)
{
    if (day->year == 0 && day->month == 0)
        return false;
    if (day->month == 0)
        return day->day == 0;
    return day->month <= 12 &&
           day->day <=
               number_month_days(day->year ? day->year : 2000, day->month);
}

static void
settle(struct dated *out, enum time_role time,
       const struct reading_days *reading)
{
    const struct day *first = &reading->days[0];
    const struct day *last = &reading->days[reading->count - 1];

    if (time != TIME_END)
        out->from = *first;
    if (time == TIME_END || time == TIME_PERIOD)
        out->to = *last;
}

/* The longest entity of time that begins at a word, -1 where none does. */
static int
longest_at(struct entity_search *search, uint32_t word, uint32_t *end)
{
    const struct entity_set *set = &search->language->entities;
    int longest = -1;

    *end = 0;
    for (size_t i = 0; i < set->count; i++) {
        uint32_t found = 0;

        if (set->entities[i].time != TIME_NONE)
            found = entity_match(search, i, word);
        if (found > *end) {
            *end = found;
            longest = (int)i;
        }
    }
    return longest;
}

/* Whether there is a date at @p word; *parts is room to work in. */
static samsyn_status
read_at(struct dated *out, struct entity_search *search, uint32_t word,
        struct vec *parts, bool *found)
{
    struct reading_days reading = { .count = 0 };
    int entity = longest_at(search, word, &out->end);

    *found = false;
    if (entity < 0)
        return SAMSYN_OK;
    out->first = word;
    vec_clear(parts);
    if (!entity_parts(search, (size_t)entity, word, parts))
        return SAMSYN_E_NOMEM;
    read_days(&reading, search, parts);
    if (reading.count == 0)
        return SAMSYN_OK;
    share(&reading);
    settle(out, search->language->entities.entities[entity].time, &reading);
    *found = is_day(&reading.days[0]) &&
             is_day(&reading.days[reading.count - 1]) &&
             (out->to.year == 0 || out->from.year <= out->to.year);
    return SAMSYN_OK;
}

samsyn_status
dates_find(struct matches *matches, struct entity_search *search,
           uint32_t concept)
{
    const struct hit_list *list = &matches->concepts[concept];
    samsyn_status status = SAMSYN_OK;
    struct vec dates, parts;
    uint32_t behind = 0;

    vec_init(&dates, &matches->mem, sizeof(struct dated));
    vec_init(&parts, &matches->mem, sizeof(struct entity_part));
    for (size_t i = 0; !status && i < list->count; i++) {
        struct dated date = { 0 }, *slot;
        bool found;

        if (list->hits[i].first < behind)
            continue;
        status = read_at(&date, search, list->hits[i].first, &parts, &found);
        if (status || !found)
            continue;
        behind = date.end;
        slot = vec_push(&dates);
        if (slot)
            *slot = date;
        else
            status = SAMSYN_E_NOMEM;
    }
    vec_done(&parts);
    matches->dates = dates.data;
    matches->date_count = dates.len;
    return status;
}
