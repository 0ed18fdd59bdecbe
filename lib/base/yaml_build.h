/* SPDX-License-Identifier: MIT */
#ifndef BASE_YAML_BUILD_H
#define BASE_YAML_BUILD_H

/* The building of a tree out of what a reader meets, one thing after the
 * other.  Two readers feed it: yaml_events.c with what libyaml says, and
 * yaml_quick.c.  Limits and checks stand here, so they hold for both.  Only
 * for yaml_*.c.
 *
 * A function that gives false has ended the reading: `status` says why. */

#include "base/vec.h"
#include "base/yaml_inner.h"

#define YAML_MOST_DEPTH 32
#define YAML_MOST_NODES 200000

enum yaml_style {
    YAML_STYLE_PLAIN,
    YAML_STYLE_DOUBLE, /* in double quotes */
    YAML_STYLE_EXACT   /* single quotes, block texts: what it says it is */
};

/* A list or map that is being read; its children so far stand in the
 * builder's `pending` from `first` on. */
struct yaml_frame {
    struct yaml_node *node;
    bool keyed; /* in a map: the last pair has no value yet */
    bool flow;  /* written with brackets */
    size_t first;
};

struct yaml_builder {
    struct diag_source source; /* its text is never NULL */
    struct yaml_report report;
    struct arena *arena;
    struct vec pending; /* struct yaml_pair */
    struct vec scratch;
    struct yaml_frame stack[YAML_MOST_DEPTH];
    size_t depth;
    size_t nodes;
    struct yaml_node *root;
    samsyn_status status;
};

void
yaml_build_init(struct yaml_builder *builder, const struct diag_source *source,
                struct arena *arena, struct samsyn_diagnostics *diags);
void
yaml_build_done(struct yaml_builder *builder);

/* Ends reading with @p status; false. */
bool
yaml_build_stop(struct yaml_builder *builder, samsyn_status status);

/* Goes on where @p ok, else ends for lack of memory. */
bool
yaml_build_go_on(struct yaml_builder *builder, bool ok);

/* Refuses the file, and goes on reading; as yaml_say(). */
bool
yaml_build_say(struct yaml_builder *builder, enum diag_code code, size_t start,
               size_t end, struct str arg);

/* A text, which lasts as long as the tree: is checked as it was written, and
 * put where it belongs. */
bool
yaml_build_text(struct yaml_builder *builder, size_t start, size_t end,
                struct str text, enum yaml_style style);

/* A list or map begins; what comes belongs in it until it is closed. */
bool
yaml_build_open(struct yaml_builder *builder, enum yaml_kind kind, size_t start,
                bool flow);

/* It ends at @p end; 0 for where its last child does. */
bool
yaml_build_close(struct yaml_builder *builder, size_t end);

/* ---- The readers; what they found is in the builder ---- */

/* From libyaml, from byte @p base of the source on: reads or refuses
 * everything. */
void
yaml_events_read(struct yaml_builder *builder, size_t base);

/* Reads what is plainly written, from byte @p base of the source on; false
 * where it is not, and then nothing of what was built is of use. */
bool
yaml_quick_read(struct yaml_builder *builder, size_t base);

#endif
