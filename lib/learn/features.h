/* SPDX-License-Identifier: MIT */
#ifndef LEARN_FEATURES_H
#define LEARN_FEATURES_H

/* What a passage is made of for the model: its words, their letters three to
 * five in a row with the word's bounds, and pairs of neighbouring words.  A
 * feature is a number of 32 bits, hashed from its kind and its bytes; what two
 * features share, they share in training and in weighing alike. */

#include <stdint.h>

#include "base/str.h"

enum {
    /* Letters and bounds of a word that are looked at: what follows in a
     * longer one counts only in the word as a whole. */
    FEATURES_SYMBOLS = 64,
    /* Most features of a word: itself, and letters in rows of 3, 4 and 5. */
    FEATURES_MOST = 1 + 3 * FEATURES_SYMBOLS - (3 - 1) - (4 - 1) - (5 - 1)
};

/* The folded word as a whole. */
uint32_t
feature_of_word(struct str folded);

/* Two neighbours, by their feature_of_word(). */
uint32_t
feature_of_pair(uint32_t left, uint32_t right);

/* All features of one word, itself first; gives how many. */
size_t
features_of_word(uint32_t out[FEATURES_MOST], struct str folded);

/* The square root of @p count in parts of 65536, rounded down: what a
 * passage of so many features is measured by. */
uint64_t
features_root(uint32_t count);

#endif
