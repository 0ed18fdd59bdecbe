/* SPDX-License-Identifier: MIT */

/* How the lines of a text are joined.
 *
 * Programs that set text end a line behind a dash or a stroke inside a word,
 * and where a word is wider than its column they break it anywhere, without a
 * hyphen.  Such a line holds nothing but the beginning of the word, and no
 * letter more had room in it.  That is also true of a long word by chance, so
 * the document's own words are asked: what stands whole elsewhere is whole
 * here, and what begins as some word does may be one. */

#ifdef READ_PDF

#include "read/pdf_join.h"

#include "base/buf.h"
#include "base/utf8.h"

#include <stdlib.h>

#define NEAR 200        /* hundredths of a point */
#define LONGEST 100     /* bytes of a word that is looked up */
#define MOST_LOOKS 1000 /* words that may begin as one does */
#define FIRST_LETTERS 2 /* by which a beginning of words is known */
#define FITTED 60       /* hundredths of a point */
#define TIGHT 90        /* of a hundred: room that a letter needs */

/* ---- Marks ---- */

static uint32_t
first_code(struct str text)
{
    size_t size;

    return text.len ? utf8_decode(text.ptr, text.len, &size) : 0;
}

static bool
is_closing(struct str text)
{
    return text.len && memchr(",.;:)!?", text.ptr[0], 7);
}

/* A dash or a stroke that is tied to the word before it. */
static bool
is_tied(struct str text)
{
    size_t mark = str_ends(text, STR("\xE2\x80\x93")) ? 3
                  : str_ends(text, STR("/"))          ? 1
                                                      : 0;

    return mark && text.len > mark && text.ptr[text.len - mark - 1] != ' ';
}

static bool
is_ellipsis(struct str text)
{
    return str_equal(text, STR("\xE2\x80\xA6"));
}

/* A dash that begins a line, tied to what follows. */
static bool
begins_tied(struct str text)
{
    return text.len > 3 && str_starts(text, STR("\xE2\x80\x93")) &&
           text.ptr[3] != ' ';
}

struct str
pdf_joint(struct str above, struct str below)
{
    if (is_closing(below) || is_tied(above) || is_ellipsis(above) ||
        begins_tied(below))
        return STR("");
    return STR("\n");
}

bool
pdf_is_lower(struct str text)
{
    uint32_t code = first_code(text);

    return utf8_is_letter(code) && !utf8_is_upper(code);
}

/* ---- Words ---- */

/* A word of the document. */
struct known {
    struct str text;
    bool whole; /* cannot be the rest of a broken one */
};

void
pdf_words_init(struct pdf_words *words, const struct pdf_rows *rows)
{
    words->rows = rows;
    vec_init(&words->words, &rows->rows.mem, sizeof(struct known));
}

void
pdf_words_done(struct pdf_words *words)
{
    vec_done(&words->words);
}

/* Without marks at its end. */
static struct str
bare(struct str word)
{
    while (word.len && memchr(",.;:)!?\"", word.ptr[word.len - 1], 8))
        word.len--;
    return word;
}

static int
compare(const void *a, const void *b)
{
    const struct known *first = a, *second = b;
    int order = str_compare(first->text, second->text);

    return order ? order : (int)second->whole - (int)first->whole;
}

/* The first word of an atom may be the rest of a broken one. */
static bool
add_words(struct pdf_words *words)
{
    const struct pdf_rows *rows = words->rows;

    for (size_t i = 0; i < rows->atoms.len; i++) {
        const struct pdf_atom *atom = pdf_atom_at(rows, i);

        for (uint32_t k = atom->first; k < atom->end; k++) {
            struct known *slot = vec_push(&words->words);

            if (!slot)
                return false;
            slot->text = bare(pdf_word_str(rows->boxes, k));
            slot->whole = k > atom->first;
        }
    }
    if (words->words.len)
        qsort(words->words.data, words->words.len, sizeof(struct known),
              compare);
    return true;
}

/* The first word of the document that is not before @p word. */
static const struct known *
find_word(const struct pdf_words *words, struct str word)
{
    const struct known *all = words->words.data;
    size_t low = 0, high = words->words.len;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (str_compare(all[middle].text, word) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < words->words.len ? &all[low] : NULL;
}

/* The word stands elsewhere, where it must be whole. */
static bool
is_whole(const struct pdf_words *words, struct str word)
{
    const struct known *found = find_word(words, word);

    return found && found->whole && str_equal(found->text, word);
}

/* Some word begins as this one does. */
static bool
is_beginning(const struct pdf_words *words, struct str word)
{
    const struct known *all = words->words.data;
    const struct known *end = all + words->words.len;
    size_t size = 0, looks = 0, length;

    for (size_t i = 0; i < FIRST_LETTERS && size < word.len; i++) {
        (void)utf8_decode(word.ptr + size, word.len - size, &length);
        size += length;
    }
    for (const struct known *at = find_word(words, str_make(word.ptr, size));
         at && at < end && looks++ < MOST_LOOKS &&
         str_starts(at->text, str_make(word.ptr, size));
         at++) {
        if (at->whole)
            return true;
    }
    return false;
}

static bool
is_joined(const struct pdf_words *words, struct str first, struct str second)
{
    char joined[LONGEST];
    const struct known *found;
    struct str text = { joined, first.len + second.len };

    if (text.len > sizeof joined)
        return false;
    memcpy(joined, first.ptr, first.len);
    memcpy(joined + first.len, second.ptr, second.len);
    found = find_word(words, text);
    return found && str_equal(found->text, text);
}

/* ---- Columns ---- */

/* The room between a column's widest line and the next column. */
static int32_t
room_of(const struct pdf_table *table, size_t column)
{
    return table->column[column + 1].x0 - table->column[column].x1;
}

/* The least room between columns, but for one of them; INT32_MAX where there
 * are no others. */
static int32_t
least_room(const struct pdf_table *table, size_t but)
{
    int32_t least = INT32_MAX;

    for (size_t i = 0; i + 1 < table->columns; i++) {
        if (i != but && room_of(table, i) < least)
            least = room_of(table, i);
    }
    return least;
}

int32_t
pdf_edge(const struct pdf_table *table, uint32_t column)
{
    if (column + 1 >= table->columns)
        return table->column[column].x1;
    return table->column[column + 1].x0 - least_room(table, SIZE_MAX);
}

/* How wide a letter of the atom's first word is. */
static int32_t
letter_of(const struct pdf_words *words, const struct pdf_atom *atom)
{
    const struct pdf_word *word = pdf_word_at(words->rows->boxes, atom->first);
    struct str text = pdf_word_str(words->rows->boxes, atom->first);

    return (word->box.x1 - word->box.x0) * TIGHT / 100 /
           (int32_t)(utf8_count(text.ptr, text.len) + !text.len);
}

/* The line holds one word, which leaves no room for a letter more. */
static bool
is_full(const struct pdf_words *words, const struct pdf_table *table,
        uint32_t column, const struct pdf_atom *above,
        const struct pdf_atom *below)
{
    return above->end == above->first + 1 && !above->label && !below->label &&
           above->box.x0 - table->column[column].x0 <= NEAR &&
           above->box.x1 + letter_of(words, below) > pdf_edge(table, column);
}

/* Another column's lines reach as near to the one after it: that is where
 * lines end here. */
static bool
is_at_edge(const struct pdf_words *words, const struct pdf_table *table,
           uint32_t column, const struct pdf_atom *above,
           const struct pdf_atom *below)
{
    int32_t room, other = least_room(table, column);
    int32_t letter = letter_of(words, below);

    if (column + 1 >= table->columns || other == INT32_MAX)
        return false;
    room = table->column[column + 1].x0 - above->box.x1;
    /* where all leave just as much, columns were made as wide as their words */
    if (room - other < FITTED && other - room < FITTED)
        return false;
    return room < other + letter && room > other - letter;
}

bool
pdf_is_broken(bool *out, struct pdf_words *words, const struct pdf_table *table,
              uint32_t column, const struct pdf_atom *above,
              const struct pdf_atom *below)
{
    struct str first = pdf_word_str(words->rows->boxes, above->first);
    struct str second = bare(pdf_word_str(words->rows->boxes, below->first));
    uint32_t code = first_code(second);

    *out = false;
    if (!utf8_is_letter(code) || utf8_is_upper(code) ||
        bare(first).len < first.len || first.ptr[first.len - 1] == '-' ||
        !is_full(words, table, column, above, below))
        return true;
    if (!words->words.len && !add_words(words))
        return false;
    *out = is_joined(words, first, second) ||
           (!is_whole(words, first) && !is_whole(words, second) &&
            (is_at_edge(words, table, column, above, below) ||
             !is_beginning(words, second)));
    return true;
}

#endif
