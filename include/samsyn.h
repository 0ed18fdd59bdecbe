/* SPDX-License-Identifier: MIT */
#ifndef SAMSYN_H
#define SAMSYN_H

/**
 * @file samsyn.h
 * samsyn reads a checklist and a document and says, for every criterion,
 * whether the text meets it, where it says so, and what is missing.
 *
 * The order below is the order of use: status, configuration, language,
 * checklist, document, assessment, report.
 *
 * Rules that hold for every function:
 *
 *  - Text is a pointer and a length in bytes; it need not end in NUL and is
 *    not kept after the call.  Text that is handed out ends in NUL as well.
 *  - Outputs are written only on success.
 *  - What a function fills through `T **out` belongs to the caller, who ends
 *    it with the `_free` function of that type; every `_free` accepts NULL.
 *  - What a function returns as `const T *` is borrowed from its subject and
 *    lives as long as the subject.
 *  - An index past the end gives NULL, 0 or SAMSYN_NONE; never a crash.
 *  - A subject that is NULL gives what an empty one would: "" for a text,
 *    NULL for a part, 0 for a count or number; never a crash.
 *  - Objects are independent: they may be freed in any order.
 *  - There is no global state.  Different objects may be used by different
 *    threads at once; a language, a checklist, a document and an assessment
 *    never change once made and may be shared by any number of threads.
 *  - Memory comes from the allocator of the configuration, except what
 *    libyaml and md4c, which have no such hook, allocate while they parse.
 */

#include <stddef.h>
#include <stdint.h>

#if defined(_WIN32) && defined(SAMSYN_SHARED)
#ifdef SAMSYN_BUILDING
#define SAMSYN_API __declspec(dllexport)
#else
#define SAMSYN_API __declspec(dllimport)
#endif
#elif defined(__GNUC__)
#define SAMSYN_API __attribute__((visibility("default")))
#else
#define SAMSYN_API
#endif

#if defined(__GNUC__)
#define SAMSYN_NODISCARD __attribute__((warn_unused_result))
#else
#define SAMSYN_NODISCARD
#endif

#define SAMSYN_VERSION_MAJOR 0
#define SAMSYN_VERSION_MINOR 1
#define SAMSYN_VERSION_PATCH 0

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Version and status ------------------------------------------------ */

/**
 * The version of the library that runs, as "0.1.0"; it may differ from the
 * header's where the shared library was replaced.
 *
 * @return constant text, never NULL.  Since: 0.1
 */
SAMSYN_API const char *
samsyn_version(void);

/** What a fallible call returns.  Values are fixed for ever; new ones are
 * added at the end: treat an unknown negative value as SAMSYN_E_FAILED. */
typedef enum samsyn_status {
    SAMSYN_OK = 0,
    SAMSYN_E_FAILED = -1,     /**< a fault of the library itself */
    SAMSYN_E_NOMEM = -2,      /**< out of memory */
    SAMSYN_E_ARGUMENT = -3,   /**< the caller's argument is not allowed */
    SAMSYN_E_SYNTAX = -4,     /**< not well-formed YAML */
    SAMSYN_E_SCHEMA = -5,     /**< well-formed, but not what was expected */
    SAMSYN_E_LIMIT = -6,      /**< a limit of the configuration was reached */
    SAMSYN_E_UNRESOLVED = -7, /**< the resolver has nothing by that name */
    SAMSYN_E_NOT_TEXT = -8,   /**< the document is not text */
    SAMSYN_E_EMPTY = -9,      /**< the document holds no words */
    SAMSYN_E_ENCRYPTED = -10, /**< the document needs a password */
    SAMSYN_E_NO_READER = -11, /**< no reader for this format is here */
    SAMSYN_E_STOPPED = -12,   /**< the stop callback asked to stop */
    SAMSYN_E_NO_FIT = -13,    /**< no checklist fits the document */
    SAMSYN_E_TWICE = -14      /**< what is added is there already */
} samsyn_status;

/**
 * A short name of a status ("no memory"), in English, for logs.
 *
 * @param status any value.
 * @return constant text, never NULL; "unknown status" for other values.
 * Since: 0.1
 */
SAMSYN_API const char *
samsyn_status_name(samsyn_status status);

/** What "no such place" is in a span or an index. */
#define SAMSYN_NONE ((size_t)-1)

/** A place in a file.  Frozen: this structure never grows. */
typedef struct samsyn_span {
    size_t start;  /**< first byte, from 0; SAMSYN_NONE where there is none */
    size_t end;    /**< one past the last byte */
    size_t line;   /**< from 1; 0 where there is none */
    size_t column; /**< from 1, in code points; 0 where there is none */
} samsyn_span;

/* ---- Configuration ----------------------------------------------------- */

/** Memory hooks.  Frozen: this structure never grows. */
typedef struct samsyn_allocator {
    /** Like realloc(), and told the old size; @p block may be NULL, then
     * @p old_size is 0.  @p new_size is never 0. */
    void *(*resize)(void *user, void *block, size_t old_size, size_t new_size);
    /** Like free(); @p block is never NULL. */
    void (*release)(void *user, void *block);
    void *user; /**< passed back unchanged */
} samsyn_allocator;

/** What a resolver is asked for. */
typedef enum samsyn_resource {
    SAMSYN_RESOURCE_CHECKLIST = 1,
    SAMSYN_RESOURCE_LANGUAGE = 2,
    SAMSYN_RESOURCE_MODEL = 3,
    SAMSYN_RESOURCE_ANSWERS = 4 /**< for samsyn_schema_write(): no resolver is
                                     asked for it */
} samsyn_resource;

/** The language of messages, titles and advice. */
typedef enum samsyn_lang {
    SAMSYN_LANG_SV = 1,
    SAMSYN_LANG_EN = 2
} samsyn_lang;

/** Receives a block of bytes; returns 0 to go on, anything else to stop. */
typedef int (*samsyn_write_fn)(void *user, const char *bytes, size_t length);

/**
 * Finds the bytes of a named resource.
 *
 * Hands the bytes to @p write (in any number of pieces) with @p sink.
 *
 * @return SAMSYN_OK, SAMSYN_E_UNRESOLVED where nothing has that name, or
 *         another status, which comes back from the call that asked.
 */
typedef samsyn_status (*samsyn_resolve_fn)(void *user, samsyn_resource kind,
                                           const char *name, size_t length,
                                           samsyn_write_fn write, void *sink);

/** Asked now and then during long work; non-zero stops it, and the call
 * returns SAMSYN_E_STOPPED. */
typedef int (*samsyn_stop_fn)(void *user);

/** Limits and hooks.  Opaque; may be freed or changed once a call that was
 * given it has returned: every object copies what it needs. */
typedef struct samsyn_config samsyn_config;

/**
 * Make a configuration with the defaults: malloc, Swedish messages, no
 * resolver, no date, the limits named at each setter.
 *
 * @param out       receives it; end it with samsyn_config_free().
 * @param allocator copied; NULL for malloc and free.
 * @return SAMSYN_OK, SAMSYN_E_NOMEM, SAMSYN_E_ARGUMENT (@p out is NULL).
 * Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_config_new(samsyn_config **out, const samsyn_allocator *allocator);

/** End a configuration; NULL is allowed.  Since: 0.1 */
SAMSYN_API void
samsyn_config_free(samsyn_config *config);

/**
 * Choose the language of messages, titles and advice.
 *
 * @return SAMSYN_OK, or SAMSYN_E_ARGUMENT for an unknown value.  Since: 0.1
 */
SAMSYN_API samsyn_status
samsyn_config_set_lang(samsyn_config *config, samsyn_lang lang);

/**
 * Whether an assessment keeps the account of its search, line by line: what
 * samsyn_criterion_trace_at() and samsyn_report_explain() show.  It is kept
 * unless told otherwise; without it an assessment takes about half the time
 * where there are many criteria.  Verdicts and evidence are the same.
 *
 * @param keep 1 to keep it, 0 to leave it out.
 * @return SAMSYN_OK, or SAMSYN_E_ARGUMENT for another value.  Since: 0.1
 */
SAMSYN_API samsyn_status
samsyn_config_set_account(samsyn_config *config, int keep);

/**
 * Whether an assessment keeps the text of its documents, block by block: what
 * samsyn_assessment_block_at() gives and reports show with the evidence marked
 * in it.  It is kept unless told otherwise; without it an assessment takes as
 * much less memory.  Verdicts and evidence are the same.
 *
 * @param keep 1 to keep it, 0 to leave it out.
 * @return SAMSYN_OK, or SAMSYN_E_ARGUMENT for another value.  Since: 0.1
 */
SAMSYN_API samsyn_status
samsyn_config_set_text(samsyn_config *config, int keep);

/**
 * Whether an assessment holds words of its documents.  It does unless told
 * otherwise.  One without can be handed on where a draft must not: quotes,
 * headings, titles of parts and focus areas, what a stretch was found as, the
 * text and the account of the search are all empty in it, and so in every
 * report of it.  Verdicts, points, places and numbers are the same; so are the
 * names, dates and digests of the documents.
 *
 * @param keep 1 to keep them, 0 to leave them out.
 * @return SAMSYN_OK, or SAMSYN_E_ARGUMENT for another value.  Since: 0.1
 */
SAMSYN_API samsyn_status
samsyn_config_set_quotes(samsyn_config *config, int keep);

/**
 * Set the date on which the assessment is made.  The library has no clock:
 * rules that need the date and lack it answer `needs_review`.
 *
 * @param year  1 to 9999; 0 takes the date away (then the rest is ignored).
 * @param month 1 to 12.
 * @param day   1 to the month's last.
 * @return SAMSYN_OK, or SAMSYN_E_ARGUMENT where there is no such day.
 * Since: 0.1
 */
SAMSYN_API samsyn_status
samsyn_config_set_date(samsyn_config *config, int year, int month, int day);

/**
 * Ask for one part of a file that holds several documents, as one year's
 * promises beside another's.  Assessing a document that has not so many
 * parts gives SAMSYN_E_ARGUMENT.
 *
 * @param part from 1, as samsyn_assessment_part_text() counts; 0, the default,
 *             for the newest of the checklist's kind.
 * @return SAMSYN_OK, or SAMSYN_E_ARGUMENT (@p config is NULL).  Since: 0.1
 */
SAMSYN_API samsyn_status
samsyn_config_set_part(samsyn_config *config, size_t part);

/**
 * Set who finds checklists and language packs by name.  Without a resolver
 * every name is unresolved.
 *
 * @param resolve NULL takes the resolver away.
 * @param user    passed back unchanged; must live as long as @p config.
 * @return SAMSYN_OK, or SAMSYN_E_ARGUMENT (@p config is NULL).  Since: 0.1
 */
SAMSYN_API samsyn_status
samsyn_config_set_resolver(samsyn_config *config, samsyn_resolve_fn resolve,
                           void *user);

/**
 * Use the ready resolver: it reads `<path>/<name>.yaml` for checklists,
 * `<path>/language/<name>.yaml` for language packs and `<path>/<name>.model`
 * for models, and nothing else.  A name is letters, digits, '-' and '_'; any
 * other is unresolved, as is what is not a readable file.  The only part of
 * the library that touches the file system.
 *
 * @param path   copied.
 * @param length bytes in @p path, 1 to 3800, none of them NUL.
 * @return SAMSYN_OK, SAMSYN_E_NOMEM or SAMSYN_E_ARGUMENT.  Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_config_set_directory(samsyn_config *config, const char *path,
                            size_t length);

/**
 * Say how the checklist was given to the program, where it was not by its id:
 * the path of its file.  A report shows it in the command by which the result
 * can be had again, and nothing else depends on it.
 *
 * @param checklist copied; ends in NUL; NULL and "": by its id, as it is
 *                  unless told otherwise.
 * @return SAMSYN_OK, SAMSYN_E_NOMEM, or SAMSYN_E_ARGUMENT (@p config is NULL).
 * Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_config_set_given(samsyn_config *config, const char *checklist);

/**
 * Set the callback that may stop long work.
 *
 * @param stop NULL takes it away.
 * @param user passed back unchanged.
 * @return SAMSYN_OK, or SAMSYN_E_ARGUMENT (@p config is NULL).  Since: 0.1
 */
SAMSYN_API samsyn_status
samsyn_config_set_stop(samsyn_config *config, samsyn_stop_fn stop, void *user);

/** Limits that can be set.  Each is counted, never timed. */
typedef enum samsyn_limit {
    SAMSYN_LIMIT_INPUT = 1,     /**< bytes of a document; 128 MiB */
    SAMSYN_LIMIT_CHECKLIST = 2, /**< bytes of a YAML file; 1 MiB, and at most
                                     256 MiB */
    SAMSYN_LIMIT_STEPS = 3,     /**< rule steps a document; 50 000 000 */
    SAMSYN_LIMIT_PATTERN = 4,   /**< PCRE2 match limit a call; 100 000 */
    SAMSYN_LIMIT_EVIDENCE = 5   /**< quotes kept a criterion; 5 */
} samsyn_limit;

/**
 * Set a limit.
 *
 * @param value greater than 0.
 * @return SAMSYN_OK, or SAMSYN_E_ARGUMENT for an unknown limit, 0, or more than
 *         a limit can be.  Since: 0.1
 */
SAMSYN_API samsyn_status
samsyn_config_set_limit(samsyn_config *config, samsyn_limit limit,
                        uint64_t value);

/* ---- Diagnostics ------------------------------------------------------- */

/** A list of what was found wrong, or is worth knowing, in an input. */
typedef struct samsyn_diagnostics samsyn_diagnostics;

typedef enum samsyn_severity {
    SAMSYN_SEVERITY_NOTICE = 1,  /**< worth knowing */
    SAMSYN_SEVERITY_WARNING = 2, /**< works, but probably not as meant */
    SAMSYN_SEVERITY_ERROR = 3    /**< the call fails because of it */
} samsyn_severity;

/** End a list; NULL is allowed.  Since: 0.1 */
SAMSYN_API void
samsyn_diagnostics_free(samsyn_diagnostics *list);

/** How many entries; 0 for NULL.  Since: 0.1 */
SAMSYN_API size_t
samsyn_diagnostics_count(const samsyn_diagnostics *list);

/** The gravest severity in the list, 0 where it is empty or NULL.
 * Since: 0.1 */
SAMSYN_API int
samsyn_diagnostics_worst(const samsyn_diagnostics *list);

/** The stable code of entry @p index ("unknown-key"), NULL past the end.
 * Since: 0.1 */
SAMSYN_API const char *
samsyn_diagnostics_code(const samsyn_diagnostics *list, size_t index);

/** The message of entry @p index: one line, in the configured language.
 * Since: 0.1 */
SAMSYN_API const char *
samsyn_diagnostics_message(const samsyn_diagnostics *list, size_t index);

/** What to do about entry @p index; "" where nothing can be said.
 * Since: 0.1 */
SAMSYN_API const char *
samsyn_diagnostics_help(const samsyn_diagnostics *list, size_t index);

/** The name of the input that entry @p index is about.  Since: 0.1 */
SAMSYN_API const char *
samsyn_diagnostics_source(const samsyn_diagnostics *list, size_t index);

/** The severity of entry @p index, 0 past the end.  Since: 0.1 */
SAMSYN_API int
samsyn_diagnostics_severity(const samsyn_diagnostics *list, size_t index);

/** The place of entry @p index; all SAMSYN_NONE and 0 where it has none.
 * Since: 0.1 */
SAMSYN_API samsyn_span
samsyn_diagnostics_span(const samsyn_diagnostics *list, size_t index);

/** The line on which the place of entry @p index ends, from 1; 0 where it has
 * none.
 * @param column receives the column after its last character, from 1, in code
 *               points, 0 where it has none; may be NULL.  Since: 0.1 */
SAMSYN_API size_t
samsyn_diagnostics_end(const samsyn_diagnostics *list, size_t index,
                       size_t *column);

/**
 * Write the list as text for a person: for each entry its severity and
 * code, `source:line:column`, the line of the source with a caret under the
 * place, and what to do.
 *
 * @param list  NULL writes nothing.
 * @param write receives the text, UTF-8.
 * @param user  passed to @p write.
 * @return SAMSYN_OK, SAMSYN_E_NOMEM, SAMSYN_E_ARGUMENT (@p write is NULL), or
 *         SAMSYN_E_STOPPED where @p write returned non-zero.  Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_diagnostics_write(const samsyn_diagnostics *list, samsyn_write_fn write,
                         void *user);

/* ---- Language pack ----------------------------------------------------- */

/** How a language splits sentences, inflects, negates, counts and dates. */
typedef struct samsyn_language samsyn_language;

/**
 * Load a language pack by name through the resolver.
 *
 * @param out         receives it; end it with samsyn_language_free().
 * @param name        as checklists name it, such as "sv".
 * @param length      bytes in @p name.
 * @param config      must have a resolver; NULL resolves nothing.
 * @param diagnostics receives a list where there is anything to say, on
 *                    failure too, and NULL where not; may itself be NULL.
 *                    The caller ends it.
 * @return SAMSYN_OK, SAMSYN_E_UNRESOLVED, SAMSYN_E_SYNTAX, SAMSYN_E_SCHEMA,
 *         SAMSYN_E_LIMIT, SAMSYN_E_NOMEM, SAMSYN_E_ARGUMENT, or what the
 *         resolver returned.  Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_language_load(samsyn_language **out, const char *name, size_t length,
                     const samsyn_config *config,
                     samsyn_diagnostics **diagnostics);

/** End a language pack; NULL is allowed.  Since: 0.1 */
SAMSYN_API void
samsyn_language_free(samsyn_language *language);

/** The id of a language pack ("sv").  Since: 0.1 */
SAMSYN_API const char *
samsyn_language_id(const samsyn_language *language);

/* ---- Checklist --------------------------------------------------------- */

/** A set of criteria for one kind of document. */
typedef struct samsyn_checklist samsyn_checklist;

/**
 * Load a checklist from YAML text.  Its language pack is asked of the
 * resolver and belongs to the checklist, and so is every checklist that it
 * extends: at most eight, one behind the other.
 *
 * @param out         receives it; end it with samsyn_checklist_free().
 * @param text        UTF-8.
 * @param length      bytes in @p text.
 * @param name        shown in messages; NULL for "checklist".
 * @param config      NULL resolves no language: the call will fail.
 * @param diagnostics as for samsyn_language_load(): every mistake at once.
 * @return as samsyn_language_load().  Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_checklist_load(samsyn_checklist **out, const char *text, size_t length,
                      const char *name, const samsyn_config *config,
                      samsyn_diagnostics **diagnostics);

/**
 * Load a checklist by name through the resolver.
 *
 * @param name   such as "overenskommelse".
 * @param length bytes in @p name.
 * @return as samsyn_checklist_load().  Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_checklist_load_named(samsyn_checklist **out, const char *name,
                            size_t length, const samsyn_config *config,
                            samsyn_diagnostics **diagnostics);

/** End a checklist; NULL is allowed.  Since: 0.1 */
SAMSYN_API void
samsyn_checklist_free(samsyn_checklist *checklist);

/** The id of a checklist ("overenskommelse").  Since: 0.1 */
SAMSYN_API const char *
samsyn_checklist_id(const samsyn_checklist *checklist);

/** Its version, as written.  Since: 0.1 */
SAMSYN_API const char *
samsyn_checklist_version(const samsyn_checklist *checklist);

/** Its title.  @param lang an unknown value gives Swedish.  Since: 0.1 */
SAMSYN_API const char *
samsyn_checklist_title(const samsyn_checklist *checklist, samsyn_lang lang);

/** Its language pack, for samsyn_document_read().  Since: 0.1 */
SAMSYN_API const samsyn_language *
samsyn_checklist_language(const samsyn_checklist *checklist);

/**
 * Whether a checklist is for documents of a kind.
 *
 * @param checklist NULL is for none.
 * @param kind      an id, such as SAMSYN_ASSESSMENT_DOCUMENT_KIND gives; NULL
 *                  and "" are no kind.
 * @return 1 or 0.  Thread-safe.  Since: 0.1
 */
SAMSYN_API int
samsyn_checklist_is_for(const samsyn_checklist *checklist, const char *kind);

/** How many criteria it has.  Since: 0.1 */
SAMSYN_API size_t
samsyn_checklist_criterion_count(const samsyn_checklist *checklist);

/** The id of criterion @p index, NULL past the end.  Since: 0.1 */
SAMSYN_API const char *
samsyn_checklist_criterion_id(const samsyn_checklist *checklist, size_t index);

/** Its code ("a03"), NULL past the end.  Since: 0.1 */
SAMSYN_API const char *
samsyn_checklist_criterion_code(const samsyn_checklist *checklist,
                                size_t index);

/** Texts of a criterion. */
typedef enum samsyn_criterion_text_id {
    SAMSYN_CRITERION_ID = 1,
    SAMSYN_CRITERION_CODE = 2,
    SAMSYN_CRITERION_TITLE = 3,
    SAMSYN_CRITERION_QUESTION = 4,
    SAMSYN_CRITERION_WHY = 5,
    SAMSYN_CRITERION_ADVICE = 6,
    SAMSYN_CRITERION_MODEL = 7, /**< how it can be written */
    SAMSYN_CRITERION_SOURCE = 8,
    SAMSYN_CRITERION_AREA = 9,    /**< id of its area */
    SAMSYN_CRITERION_WEIGHT = 10, /**< "must", "should" or "nice" */
    SAMSYN_CRITERION_LEVEL = 11,  /**< "document", "focus" or "item" */
    SAMSYN_CRITERION_REASON = 12  /**< of needs_review: "person",
                                       "limit", "date", "untaught" */
} samsyn_criterion_text_id;

/** A text of criterion @p index of a checklist; "" where it has none, as for
 * SAMSYN_CRITERION_REASON.  @param lang of what stands in two languages; an
 * unknown value gives Swedish.  Since: 0.1 */
SAMSYN_API const char *
samsyn_checklist_criterion_text(const samsyn_checklist *checklist, size_t index,
                                samsyn_criterion_text_id which,
                                samsyn_lang lang);

/** Whose synthesis the checklist is; "" where it does not say.  @param lang an
 * unknown value gives Swedish.  Since: 0.1 */
SAMSYN_API const char *
samsyn_checklist_basis(const samsyn_checklist *checklist, samsyn_lang lang);

/** How many areas its criteria are in.  Since: 0.1 */
SAMSYN_API size_t
samsyn_checklist_area_count(const samsyn_checklist *checklist);

/** The id of area @p index, NULL past the end.  Since: 0.1 */
SAMSYN_API const char *
samsyn_checklist_area_id(const samsyn_checklist *checklist, size_t index);

/** Its title, NULL past the end.  @param lang an unknown value gives Swedish.
 * Since: 0.1 */
SAMSYN_API const char *
samsyn_checklist_area_title(const samsyn_checklist *checklist, size_t index,
                            samsyn_lang lang);

/** What is known of a checklist that another one extends. */
typedef enum samsyn_parent_text {
    SAMSYN_PARENT_ID = 1,
    SAMSYN_PARENT_VERSION = 2,
    SAMSYN_PARENT_DIGEST = 3 /**< "sha256:" and hex, of its file */
} samsyn_parent_text_id;

/** How many checklists it extends, one behind the other; 0 where it stands
 * alone.  Since: 0.1 */
SAMSYN_API size_t
samsyn_checklist_parent_count(const samsyn_checklist *checklist);

/** A text of parent @p index, nearest first; NULL past the end and for an
 * unknown @p which.  Since: 0.1 */
SAMSYN_API const char *
samsyn_checklist_parent_text(const samsyn_checklist *checklist, size_t index,
                             samsyn_parent_text_id which);

/** What an extending checklist did to what it extends. */
typedef struct samsyn_change samsyn_change;

/** Texts of a change. */
typedef enum samsyn_change_text_which {
    /** "added" or "dropped", a criterion; "changed", a key of one or of the
     * checklist; "terms_added" or "terms_replaced", an entry of the
     * vocabulary. */
    SAMSYN_CHANGE_KIND = 1,
    SAMSYN_CHANGE_CRITERION = 2, /**< its id; "" for the whole checklist */
    SAMSYN_CHANGE_CODE = 3,      /**< its code */
    SAMSYN_CHANGE_KEY = 4,  /**< "weight", "weights.must"; the entry's name */
    SAMSYN_CHANGE_FROM = 5, /**< of what was changed, where it is one word */
    SAMSYN_CHANGE_TO = 6,
    SAMSYN_CHANGE_BY = 7 /**< id of the checklist that did it */
} samsyn_change_text_id;

/** A text of a change; "" where it has none, NULL for an unknown @p which.
 * Since: 0.1 */
SAMSYN_API const char *
samsyn_change_text(const samsyn_change *change, samsyn_change_text_id which);

/** How many changes the checklist and those that it extends made, criteria
 * that were dropped among them.  Since: 0.1 */
SAMSYN_API size_t
samsyn_checklist_change_count(const samsyn_checklist *checklist);

/** Change @p index, the oldest first.  Since: 0.1 */
SAMSYN_API const samsyn_change *
samsyn_checklist_change_at(const samsyn_checklist *checklist, size_t index);

/**
 * Run the examples that stand in the checklist: each must get the verdict it
 * is listed under.
 *
 * @param examples    receives how many examples were run, also where some
 *                    were judged otherwise; may be NULL.
 * @param diagnostics receives one error for each example judged otherwise,
 *                    at its line, with what was found; as above.
 * @return SAMSYN_OK where all agree, SAMSYN_E_SCHEMA where not,
 *         SAMSYN_E_NOMEM, SAMSYN_E_ARGUMENT, SAMSYN_E_STOPPED.  Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_checklist_test(const samsyn_checklist *checklist, size_t *examples,
                      const samsyn_config *config,
                      samsyn_diagnostics **diagnostics);

/**
 * Check a checklist beyond what loading checks: missing examples, unused
 * vocabulary, a criterion that an empty document meets, rules that no text can
 * meet or that contradict themselves, parts and terms that make no difference,
 * patterns that are slow.  What is said of rules is proved, not guessed.
 *
 * @return SAMSYN_OK where there is no error (warnings are allowed),
 *         SAMSYN_E_SCHEMA where there is, SAMSYN_E_NOMEM, SAMSYN_E_ARGUMENT.
 * Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_checklist_lint(const samsyn_checklist *checklist,
                      const samsyn_config *config,
                      samsyn_diagnostics **diagnostics);

/**
 * Write the JSON Schema (draft-07) of checklists, of language packs or of
 * files of answers, made from the tables that the loaders use.
 *
 * @param kind SAMSYN_RESOURCE_CHECKLIST, _LANGUAGE or _ANSWERS.
 * @param lang the language of the descriptions.
 * @return SAMSYN_OK, SAMSYN_E_NOMEM, SAMSYN_E_ARGUMENT, or SAMSYN_E_STOPPED
 *         where @p write returned non-zero.  Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_schema_write(samsyn_resource kind, samsyn_lang lang,
                    samsyn_write_fn write, void *user);

/**
 * Write the reference of checklists, of language packs or of files of answers
 * in Markdown, made from the same tables: every key, its values, help and an
 * example.
 *
 * @param kind as for samsyn_schema_write().
 * @return as samsyn_schema_write().  Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_reference_write(samsyn_resource kind, samsyn_lang lang,
                       samsyn_write_fn write, void *user);

/* ---- Document ---------------------------------------------------------- */

/** A text with its structure and the way back to the file. */
typedef struct samsyn_document samsyn_document;

typedef enum samsyn_format {
    SAMSYN_FORMAT_AUTO = 0, /**< by the name's ending, else by content */
    SAMSYN_FORMAT_TEXT = 1,
    SAMSYN_FORMAT_MARKDOWN = 2
} samsyn_format;

/**
 * Read a text or Markdown file.  UTF-8, Windows-1252 and UTF-16 with a byte
 * order mark are understood; the latter two leave a notice.
 *
 * @param out         receives it; end it with samsyn_document_free().
 * @param bytes       the file's bytes.
 * @param length      bytes in @p bytes.
 * @param name        shown in reports and messages; NULL for "document".
 * @param format      which reader.
 * @param language    used during the call only.
 * @param config      limits and allocator; NULL for the defaults.
 * @param diagnostics as for samsyn_language_load(), with the notices.
 * @return SAMSYN_OK, SAMSYN_E_NOT_TEXT, SAMSYN_E_EMPTY, SAMSYN_E_LIMIT,
 *         SAMSYN_E_NO_READER (a known format that needs another reader),
 *         SAMSYN_E_ENCRYPTED, SAMSYN_E_STOPPED, SAMSYN_E_NOMEM,
 *         SAMSYN_E_ARGUMENT.  Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_document_read(samsyn_document **out, const char *bytes, size_t length,
                     const char *name, samsyn_format format,
                     const samsyn_language *language,
                     const samsyn_config *config,
                     samsyn_diagnostics **diagnostics);

/** End a document; NULL is allowed.  Since: 0.1 */
SAMSYN_API void
samsyn_document_free(samsyn_document *document);

/** The normalised text that rules see, one block a line.
 * @param length receives its bytes; may be NULL.  Since: 0.1 */
SAMSYN_API const char *
samsyn_document_text(const samsyn_document *document, size_t *length);

/** What is known of a file beside its text. */
typedef enum samsyn_property {
    SAMSYN_PROPERTY_FORMAT = 1, /**< "text", "markdown", "docx", ...; "built"
                                     where a builder was told none */
    SAMSYN_PROPERTY_TITLE = 2,  /**< as the file's properties say it */
    SAMSYN_PROPERTY_DATE = 3    /**< when it was changed last, "2026-03-01" */
} samsyn_property;

/** A property of a document; "" where it has none.  Since: 0.1 */
SAMSYN_API const char *
samsyn_document_property(const samsyn_document *document,
                         samsyn_property property);

/** What a builder opens. */
typedef enum samsyn_block {
    SAMSYN_BLOCK_HEADING = 1,
    SAMSYN_BLOCK_PARAGRAPH = 2,
    SAMSYN_BLOCK_ITEM = 3,       /**< a list item */
    SAMSYN_BLOCK_TABLE = 4,      /**< holds rows only */
    SAMSYN_BLOCK_ROW = 5,        /**< holds cells only */
    SAMSYN_BLOCK_CELL = 6,       /**< a cell of a row */
    SAMSYN_BLOCK_HEADER_CELL = 7 /**< a cell that titles its column */
} samsyn_block;

/** The block was not marked in the file: its kind is a guess. */
#define SAMSYN_BLOCK_GUESSED 1u
/** Page header or footer, navigation: kept, never counted as evidence. */
#define SAMSYN_BLOCK_FURNITURE 2u
/** A line of a table of contents: kept, never counted as evidence. */
#define SAMSYN_BLOCK_CONTENTS 4u
/** Set off as a quotation: where it also says who says it, its whole sentences
 * count only for rules that accept what is quoted. */
#define SAMSYN_BLOCK_QUOTED 8u

/** Makes a document from any source; the readers of the library use it. */
typedef struct samsyn_builder samsyn_builder;

/**
 * Begin a document.
 *
 * @param out      receives the builder; end it with samsyn_builder_free().
 * @param name     as for samsyn_document_read().
 * @param source   the file's bytes where spans refer to UTF-8 text, copied;
 *                 NULL for a container, whose blocks have places instead.
 * @param length   bytes in @p source.
 * @param language must live until the builder has ended.
 * @param config   limits and allocator; NULL for the defaults.
 * @return SAMSYN_OK, SAMSYN_E_LIMIT, SAMSYN_E_NOT_TEXT (source is not valid
 *         UTF-8), SAMSYN_E_NOMEM or SAMSYN_E_ARGUMENT.  Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_builder_new(samsyn_builder **out, const char *name, const char *source,
                   size_t length, const samsyn_language *language,
                   const samsyn_config *config);

/** End a builder; NULL is allowed.  Since: 0.1 */
SAMSYN_API void
samsyn_builder_free(samsyn_builder *builder);

/**
 * Open a block.  Text outside of any block is refused.
 *
 * @param level heading 1 to 9, item nesting from 1, of a cell how many
 *              columns it spans (0 for one); otherwise 0.
 * @param flags SAMSYN_BLOCK_GUESSED and others, or 0.
 * @param place for containers, such as "tabell 1, rad 2"; NULL for none.
 * @return SAMSYN_OK, SAMSYN_E_NOMEM, SAMSYN_E_LIMIT, or SAMSYN_E_ARGUMENT
 *         where the block cannot stand here.  Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_builder_open(samsyn_builder *builder, samsyn_block block, int level,
                    unsigned flags, const char *place);

/**
 * Add text to the open block.  It is normalised on the way: composed
 * letters, no soft hyphens, open ligatures, white space joined, words
 * divided at a line end joined.
 *
 * @param text  valid UTF-8.
 * @param start where the text begins in the source, SAMSYN_NONE for none.
 * @param end   where it ends: with @p start + @p length the bytes are the
 *              source's own; otherwise the whole stands for that range.
 * @return SAMSYN_OK, SAMSYN_E_NOMEM, SAMSYN_E_LIMIT, SAMSYN_E_NOT_TEXT, or
 *         SAMSYN_E_ARGUMENT (no open block, or a range outside the source).
 * Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_builder_text(samsyn_builder *builder, const char *text, size_t length,
                    size_t start, size_t end);

/**
 * Set a property of the document; the last counts.
 *
 * @param text valid UTF-8, copied.
 * @return SAMSYN_OK, SAMSYN_E_NOT_TEXT, SAMSYN_E_NOMEM or SAMSYN_E_ARGUMENT.
 * Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_builder_set(samsyn_builder *builder, samsyn_property property,
                   const char *text, size_t length);

/**
 * Tell of which file a container's document is made: its digest becomes that
 * of these bytes, where it would else be that of the text.
 *
 * @param bytes read during the call only.
 * @return SAMSYN_OK or SAMSYN_E_ARGUMENT.  Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_builder_file(samsyn_builder *builder, const char *bytes, size_t length);

/**
 * Say something of the file, by a code of the catalogue that diagnostics
 * have.  What is said is collected for samsyn_builder_diagnostics(); what is
 * no error is also a notice of the document and stands in every report.
 *
 * @param code     such as "document-tracked-changes".
 * @param argument what the code's text calls %2, %1 being the name; NULL for
 *                 none.
 * @return SAMSYN_OK, SAMSYN_E_NOMEM, or SAMSYN_E_ARGUMENT where no code is
 *         called that.  Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_builder_say(samsyn_builder *builder, const char *code,
                   const char *argument);

/** Take what was said, as for samsyn_language_load(); also after a failure,
 * and before the builder is freed.  Since: 0.1 */
SAMSYN_API void
samsyn_builder_diagnostics(samsyn_builder *builder,
                           samsyn_diagnostics **diagnostics);

/** Close the block opened last.
 * @return SAMSYN_OK, SAMSYN_E_NOMEM, or SAMSYN_E_ARGUMENT where none is open.
 * Since: 0.1 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_builder_close(samsyn_builder *builder);

/**
 * Make the document; the builder is then empty and can only be freed.
 *
 * @return SAMSYN_OK, SAMSYN_E_EMPTY, SAMSYN_E_NOMEM, or SAMSYN_E_ARGUMENT
 *         where a block is still open.  Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_builder_finish(samsyn_document **out, samsyn_builder *builder);

/* ---- Recognition ------------------------------------------------------- */

/** Which checklist a document is for, and why. */
typedef struct samsyn_recognition samsyn_recognition;

/**
 * Ask which of several checklists a document is for, by their `recognise:`
 * blocks.  Of those that are for its kind it is the one that extends fewest
 * others; of equals the first.
 *
 * @param out        receives it; end it with samsyn_recognition_free().
 * @param checklists all of the document's language; may hold no NULL.
 * @param count      how many.
 * @return SAMSYN_OK (also where none fits), SAMSYN_E_NOMEM,
 *         SAMSYN_E_ARGUMENT, SAMSYN_E_LIMIT, SAMSYN_E_STOPPED.  Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_recognise(samsyn_recognition **out,
                 const samsyn_checklist *const *checklists, size_t count,
                 const samsyn_document *document, const samsyn_config *config);

/** What a checklist says of itself, as on a card in a library's index: the
 * kinds of document that it is for, its language, how many it extends. */
typedef struct samsyn_card samsyn_card;

/**
 * Read the card of a checklist without loading it, which takes a tenth of the
 * time: to choose one among many, and to load that one only.  What it extends
 * is asked of the resolver.  The rest of the file is not looked at, so that
 * it may have faults that loading it says; and where this fails, loading says
 * why.
 *
 * @param out    receives it; end it with samsyn_card_free().
 * @param text   UTF-8.
 * @param length bytes in @p text.
 * @param config NULL resolves nothing.
 * @return SAMSYN_OK, SAMSYN_E_UNRESOLVED, SAMSYN_E_SYNTAX, SAMSYN_E_SCHEMA
 *         (it names no language, or no kinds), SAMSYN_E_LIMIT,
 *         SAMSYN_E_NOMEM, SAMSYN_E_ARGUMENT, or what the resolver returned.
 *         Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_card_read(samsyn_card **out, const char *text, size_t length,
                 const samsyn_config *config);

/** End a card; NULL is allowed.  Since: 0.1 */
SAMSYN_API void
samsyn_card_free(samsyn_card *card);

/** The name of its language, for samsyn_language_load().  Since: 0.1 */
SAMSYN_API const char *
samsyn_card_language(const samsyn_card *card);

/**
 * Ask which of several checklists a document is for, by their cards: as
 * samsyn_recognise() says of the checklists themselves.
 *
 * @param language the pack that the document was read with.
 * @param cards    all of that language; may hold no NULL.
 * @return as samsyn_recognise().  Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_recognise_cards(samsyn_recognition **out,
                       const samsyn_language *language,
                       const samsyn_card *const *cards, size_t count,
                       const samsyn_document *document,
                       const samsyn_config *config);

/** End a recognition; NULL is allowed.  Since: 0.1 */
SAMSYN_API void
samsyn_recognition_free(samsyn_recognition *recognition);

/** The index of the checklist that fits, SAMSYN_NONE where none does.
 * Since: 0.1 */
SAMSYN_API size_t
samsyn_recognition_index(const samsyn_recognition *recognition);

/** The kind of document it seems to be, in words; "" where nothing can be
 * said.  Since: 0.1 */
SAMSYN_API const char *
samsyn_recognition_kind(const samsyn_recognition *recognition);

/** What in the text says so, as one sentence.  Since: 0.1 */
SAMSYN_API const char *
samsyn_recognition_reason(const samsyn_recognition *recognition);

/* ---- Answers ------------------------------------------------------------ */

/** What people said of documents: verdicts, and waivers of what is missing.
 * Bound to each document by its digest. */
typedef struct samsyn_answers samsyn_answers;

/**
 * Load answers from YAML text, such as samsyn_report_write() writes in the
 * format "answers" and a person has filled in.
 *
 * @param out         receives them; end them with samsyn_answers_free().
 * @param text        UTF-8, at most SAMSYN_LIMIT_CHECKLIST bytes; copied.
 * @param length      bytes in @p text.
 * @param name        shown in messages; NULL for "answers".
 * @param config      limits and allocator; NULL for the defaults.
 * @param diagnostics as for samsyn_language_load(): every mistake at once.
 * @return SAMSYN_OK, SAMSYN_E_SYNTAX, SAMSYN_E_SCHEMA, SAMSYN_E_LIMIT,
 *         SAMSYN_E_NOMEM or SAMSYN_E_ARGUMENT.
 *
 * Thread safety: as samsyn_checklist_load(); what is loaded never changes.
 * Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_answers_load(samsyn_answers **out, const char *text, size_t length,
                    const char *name, const samsyn_config *config,
                    samsyn_diagnostics **diagnostics);

/** End answers; NULL is allowed.  Since: 0.1 */
SAMSYN_API void
samsyn_answers_free(samsyn_answers *answers);

/**
 * Let assessments made with a configuration use answers, beside any that it
 * has.  The machine's verdicts and score stay as they are; what people said
 * stands beside them.  What is not used, because the question is not open or
 * not in the checklist, the waiver has expired or the document has changed,
 * is said among the diagnostics of samsyn_assess(), as warnings.  A waiver
 * needs samsyn_config_set_date().
 *
 * @param answers borrowed: must live as long as @p config is used.  Of two
 *                answers to one question those added first count.
 * @return SAMSYN_OK, SAMSYN_E_NOMEM, or SAMSYN_E_ARGUMENT for NULL.
 * Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_config_add_answers(samsyn_config *config, const samsyn_answers *answers);

/** How many entries there are, each about one document by one checklist.
 * Since: 0.1 */
SAMSYN_API size_t
samsyn_answers_count(const samsyn_answers *answers);

/** The name of the document of entry @p index, NULL past the end.
 * Since: 0.1 */
SAMSYN_API const char *
samsyn_answers_name(const samsyn_answers *answers, size_t index);

/* ---- Assessment -------------------------------------------------------- */

/** What came out of assessing a document against a checklist. */
typedef struct samsyn_assessment samsyn_assessment;
/** One criterion in an assessment; borrowed from it. */
typedef struct samsyn_criterion samsyn_criterion;
/** A stretch of the document that counted or was refused; borrowed. */
typedef struct samsyn_evidence samsyn_evidence;

typedef enum samsyn_verdict {
    SAMSYN_VERDICT_MET = 1,
    SAMSYN_VERDICT_PARTLY = 2,
    SAMSYN_VERDICT_NOT_MET = 3,
    SAMSYN_VERDICT_REFERRED = 4,
    SAMSYN_VERDICT_NEEDS_REVIEW = 5,
    SAMSYN_VERDICT_NOT_APPLICABLE = 6
} samsyn_verdict;

/** How certain a verdict is: set so that of 100 that are certain 93 were right,
 * and of 100 that are likely 80, on labelled documents that were held out when
 * the model was trained.  What a new document can expect is a little less:
 * tests/validity says how much. */
typedef enum samsyn_certainty {
    SAMSYN_CERTAIN = 1,
    SAMSYN_LIKELY = 2,
    SAMSYN_DOUBTFUL = 3
} samsyn_certainty;

/** Exact points, in thousandths.  Frozen: this structure never grows. */
typedef struct samsyn_points {
    int64_t earned;
    int64_t possible;
} samsyn_points;

/** The score of an assessment.  Frozen: this structure never grows. */
typedef struct samsyn_score {
    int64_t musts_met;  /**< must criteria that are met */
    int64_t musts_of;   /**< must criteria that apply */
    int64_t musts_open; /**< must criteria that are open */
    int64_t earned;     /**< thousandths of a point */
    int64_t possible;   /**< thousandths of a point */
    int64_t low;        /**< earned, with every open criterion not met */
    int64_t high;       /**< earned, with every open criterion met */
    int64_t percent;    /**< whole percent, half away from zero; -1 for none */
} samsyn_score;

/**
 * Assess a document.
 *
 * @param out         receives it; end it with samsyn_assessment_free().
 * @param checklist   its language must be the document's.
 * @param document    see samsyn_document_read().
 * @param config      date, language of the texts, limits; NULL: defaults.
 * @param diagnostics as for samsyn_language_load().
 * @return SAMSYN_OK, SAMSYN_E_NOMEM, SAMSYN_E_STOPPED, SAMSYN_E_ARGUMENT.  A
 *         reached limit is no failure: the criterion says needs_review.
 * Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_assess(samsyn_assessment **out, const samsyn_checklist *checklist,
              const samsyn_document *document, const samsyn_config *config,
              samsyn_diagnostics **diagnostics);

/**
 * Assess a document together with its annexes, as one text: what stands in an
 * annex counts as if it stood in the main document, and evidence says in
 * which document it was found.  What the main document refers to is found in
 * an annex that is given here, and stays `referred` where it is not there.
 *
 * @param documents the main document first, then the annexes in the order in
 *                  which they are to be numbered; none may be NULL.
 * @param count     how many documents, at least 1; with 1 it is
 *                  samsyn_assess().
 * @return as samsyn_assess(), and SAMSYN_E_LIMIT where the texts are too long
 *         together.
 * Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_assess_set(samsyn_assessment **out, const samsyn_checklist *checklist,
                  const samsyn_document *const *documents, size_t count,
                  const samsyn_config *config,
                  samsyn_diagnostics **diagnostics);

/** End an assessment; NULL is allowed.  Since: 0.1 */
SAMSYN_API void
samsyn_assessment_free(samsyn_assessment *assessment);

/** Texts of an assessment. */
typedef enum samsyn_assessment_text {
    SAMSYN_ASSESSMENT_CHECKLIST_ID = 1,
    SAMSYN_ASSESSMENT_CHECKLIST_VERSION = 2,
    SAMSYN_ASSESSMENT_CHECKLIST_TITLE = 3,
    SAMSYN_ASSESSMENT_CHECKLIST_BASIS = 4,  /**< whose synthesis it is */
    SAMSYN_ASSESSMENT_CHECKLIST_DIGEST = 5, /**< "sha256:" and hex */
    SAMSYN_ASSESSMENT_LANGUAGE_ID = 6,
    SAMSYN_ASSESSMENT_LANGUAGE_DIGEST = 7,
    SAMSYN_ASSESSMENT_DOCUMENT_NAME = 8,
    SAMSYN_ASSESSMENT_DOCUMENT_DIGEST = 9,
    SAMSYN_ASSESSMENT_DOCUMENT_FORMAT = 10,
    SAMSYN_ASSESSMENT_DOCUMENT_KIND = 11,       /**< its id; "" where unknown */
    SAMSYN_ASSESSMENT_DATE = 12,                /**< "2026-11-22" or "" */
    SAMSYN_ASSESSMENT_LANG = 13,                /**< "sv" or "en" */
    SAMSYN_ASSESSMENT_DOCUMENT_KIND_TITLE = 14, /**< the kind in words */
    SAMSYN_ASSESSMENT_MODEL_DIGEST = 15,   /**< of the model's file; "" where
                                                rules judged alone */
    SAMSYN_ASSESSMENT_CHECKLIST_GIVEN = 16 /**< see
                                                samsyn_config_set_given() */
} samsyn_assessment_text_id;

/** A text of the assessment; "" where it has none, NULL for an unknown
 * @p which.  Since: 0.1 */
SAMSYN_API const char *
samsyn_assessment_text(const samsyn_assessment *assessment,
                       samsyn_assessment_text_id which);

/** How many documents were assessed together.  Since: 0.1 */
SAMSYN_API size_t
samsyn_assessment_document_count(const samsyn_assessment *assessment);

/** Texts of one of the documents. */
typedef enum samsyn_document_text_id {
    SAMSYN_DOCUMENT_NAME = 1,
    SAMSYN_DOCUMENT_DIGEST = 2,
    SAMSYN_DOCUMENT_FORMAT = 3,
    SAMSYN_DOCUMENT_KIND = 4,       /**< its id; "" where unknown */
    SAMSYN_DOCUMENT_KIND_TITLE = 5, /**< the kind in words */
    SAMSYN_DOCUMENT_ROLE = 6,       /**< "main" or "annex" */
    SAMSYN_DOCUMENT_DATE = 7,       /**< "2026-03-01", or as much of it as is
                                         written: "2026-03", "2026" */
    SAMSYN_DOCUMENT_DATE_BASIS = 8, /**< "validity", "signing" or "newest" */
    SAMSYN_DOCUMENT_VALID_UNTIL = 9 /**< end of validity, as the date */
} samsyn_document_text_id;

/** A text of document @p index, from 0: the main one.  "" where it has none,
 * NULL past the end and for an unknown @p which.  Since: 0.1 */
SAMSYN_API const char *
samsyn_assessment_document_text(const samsyn_assessment *assessment,
                                size_t index, samsyn_document_text_id which);

/** How many parts document @p document, from 0, has: annexes, one year's
 * promises beside another's.  0 where it is in one piece.  Since: 0.1 */
SAMSYN_API size_t
samsyn_assessment_part_count(const samsyn_assessment *assessment,
                             size_t document);

/** Texts of a part. */
typedef enum samsyn_part_text_id {
    SAMSYN_PART_TITLE = 1,      /**< its heading; "" for the main part */
    SAMSYN_PART_KIND = 2,       /**< id of its kind; "" where unknown */
    SAMSYN_PART_KIND_TITLE = 3, /**< the kind in words */
    SAMSYN_PART_ROLE = 4,       /**< "main": what stands in no other part;
                                     "annex"; "earlier": of an earlier time;
                                     "other": of another kind */
    SAMSYN_PART_DATE = 5,       /**< as SAMSYN_DOCUMENT_DATE */
    SAMSYN_PART_UNTIL = 6       /**< as SAMSYN_DOCUMENT_VALID_UNTIL */
} samsyn_part_text_id;

/** A text of part @p index, from 0, of a document.  "" where it has none, NULL
 * past the end and for an unknown @p which.  Since: 0.1 */
SAMSYN_API const char *
samsyn_assessment_part_text(const samsyn_assessment *assessment,
                            size_t document, size_t index,
                            samsyn_part_text_id which);

/** From the beginning of a part to its end; the main part's is that of the
 * document.  Since: 0.1 */
SAMSYN_API samsyn_span
samsyn_assessment_part_span(const samsyn_assessment *assessment,
                            size_t document, size_t index);

/** 1 where a part was assessed, 0 where not, and past the end.  Since: 0.1 */
SAMSYN_API int
samsyn_assessment_part_is_assessed(const samsyn_assessment *assessment,
                                   size_t document, size_t index);

/** What says the date of document @p index, borrowed: the start of validity,
 * else the day of signing, else its newest full date.  NULL where it has
 * none, and past the end.  Since: 0.1 */
SAMSYN_API const samsyn_evidence *
samsyn_assessment_document_dated(const samsyn_assessment *assessment,
                                 size_t index);

/** The score.  Source of the rule: design, "Score".  Since: 0.1 */
SAMSYN_API samsyn_score
samsyn_assessment_score(const samsyn_assessment *assessment);

/** The score with what people said: where somebody answered, the answer counts;
 * where something is waived, what the waiver says.  The same as
 * samsyn_assessment_score() where nobody said anything.  Since: 0.1 */
SAMSYN_API samsyn_score
samsyn_assessment_with_answers(const samsyn_assessment *assessment);

/** How many criteria a person answered.  Since: 0.1 */
SAMSYN_API size_t
samsyn_assessment_answer_count(const samsyn_assessment *assessment);

/** How many criteria are waived.  Since: 0.1 */
SAMSYN_API size_t
samsyn_assessment_waiver_count(const samsyn_assessment *assessment);

/** How many files of answers have entries about what was assessed.
 * Since: 0.1 */
SAMSYN_API size_t
samsyn_assessment_answers_count(const samsyn_assessment *assessment);

/** The name of such a file as it was loaded, NULL past the end.
 * @param digest receives its digest, "sha256:" and hex; may be NULL.
 * Since: 0.1 */
SAMSYN_API const char *
samsyn_assessment_answers_at(const samsyn_assessment *assessment, size_t index,
                             const char **digest);

/** 1 where entry @p index of answers is about what was assessed: its document
 * with its annexes, or an earlier version of that name, by its checklist; also
 * where nothing of it was used.  0 where not, and past the end.  Since: 0.1 */
SAMSYN_API int
samsyn_assessment_is_answered(const samsyn_assessment *assessment,
                              const samsyn_answers *answers, size_t index);

/**
 * Whether the score, that of the machine, is below a threshold: exact, on the
 * points, not on the rounded percent.
 *
 * @param percent the threshold in whole percent.
 * @return 1 where it is below; 0 where not, and where nothing is possible.
 * Since: 0.1
 */
SAMSYN_API int
samsyn_assessment_is_below(const samsyn_assessment *assessment,
                           int64_t percent);

/** How many checklists the one that was used extends.  Since: 0.1 */
SAMSYN_API size_t
samsyn_assessment_parent_count(const samsyn_assessment *assessment);

/** As samsyn_checklist_parent_text().  Since: 0.1 */
SAMSYN_API const char *
samsyn_assessment_parent_text(const samsyn_assessment *assessment, size_t index,
                              samsyn_parent_text_id which);

/** How many changes the checklist made.  Since: 0.1 */
SAMSYN_API size_t
samsyn_assessment_change_count(const samsyn_assessment *assessment);

/** As samsyn_checklist_change_at().  Since: 0.1 */
SAMSYN_API const samsyn_change *
samsyn_assessment_change_at(const samsyn_assessment *assessment, size_t index);

/** How many areas the checklist has.  Since: 0.1 */
SAMSYN_API size_t
samsyn_assessment_area_count(const samsyn_assessment *assessment);

/** The id of area @p index.  Since: 0.1 */
SAMSYN_API const char *
samsyn_assessment_area_id(const samsyn_assessment *assessment, size_t index);

/** The title of area @p index.  Since: 0.1 */
SAMSYN_API const char *
samsyn_assessment_area_title(const samsyn_assessment *assessment, size_t index);

/** The points of area @p index.  Since: 0.1 */
SAMSYN_API samsyn_points
samsyn_assessment_area_points(const samsyn_assessment *assessment,
                              size_t index);

/** How many criteria.  Since: 0.1 */
SAMSYN_API size_t
samsyn_assessment_criterion_count(const samsyn_assessment *assessment);

/** Criterion @p index, in the order of the checklist.  Since: 0.1 */
SAMSYN_API const samsyn_criterion *
samsyn_assessment_criterion_at(const samsyn_assessment *assessment,
                               size_t index);

/** The criterion with an id ("giltighetstid") or code ("a03"), NULL where
 * there is none.  Since: 0.1 */
SAMSYN_API const samsyn_criterion *
samsyn_assessment_criterion_find(const samsyn_assessment *assessment,
                                 const char *id, size_t length);

/** A text of the criterion; "" where it has none.  Since: 0.1 */
SAMSYN_API const char *
samsyn_criterion_text(const samsyn_criterion *criterion,
                      samsyn_criterion_text_id which);

/** How many changes concern the criterion: also terms of what its rules find,
 * through whatever entries; of these at most the first 50.  Since: 0.1 */
SAMSYN_API size_t
samsyn_criterion_change_count(const samsyn_criterion *criterion);

/** Change @p index of the criterion, terms last.  Since: 0.1 */
SAMSYN_API const samsyn_change *
samsyn_criterion_change_at(const samsyn_criterion *criterion, size_t index);

/** Its verdict.  Since: 0.1 */
SAMSYN_API samsyn_verdict
samsyn_criterion_verdict(const samsyn_criterion *criterion);

/** 1 where the checklist says that those who sign should see what the text has
 * on it, as who is responsible and what it takes; else 0.  Since: 0.1 */
SAMSYN_API int
samsyn_criterion_is_for_signers(const samsyn_criterion *criterion);

/** What the rules suggest where a person is to decide; 0 where they do not.
 * Since: 0.1 */
SAMSYN_API int
samsyn_criterion_suggestion(const samsyn_criterion *criterion);

/** What the rules alone say of it, or suggest where a person is to decide:
 * the verdict differs where taught evidence spoke louder.  0 where no rule was
 * asked.  Since: 0.1 */
SAMSYN_API int
samsyn_criterion_rules(const samsyn_criterion *criterion);

/** How certain its verdict is, or its suggestion where a person is to decide:
 * a samsyn_certainty; 0 where nothing is taught and so nothing was measured.
 * Since: 0.1 */
SAMSYN_API int
samsyn_criterion_certainty(const samsyn_criterion *criterion);

/** "certain", "likely" or "doubtful"; NULL for anything else.
 * Since: 0.1 */
SAMSYN_API const char *
samsyn_certainty_name(samsyn_certainty certainty);

/** How many of the focus areas or items that a criterion is asked of got what.
 * Frozen: this structure never grows.  Since: 0.1 */
typedef struct samsyn_shares {
    int64_t of;     /**< all of them */
    int64_t met;    /**< of these, met */
    int64_t partly; /**< partly */
    int64_t open;   /**< a limit left them open */
} samsyn_shares;

/** What a criterion was asked of one by one: "promise", "measure", "goal" or
 * "focus"; "" where it was asked of the document, as also for one of focus
 * areas in a document that names none, and for NULL.
 *
 * @param shares receives the counts, all 0 where the result is "" or the
 *               document has no such thing; NULL where they are not wanted.
 *               Of a criterion left to a person they are the rules' view.
 *
 * Source of what the counts make of the document: 80 and 30 per cent, or the
 * checklist's own `share`.  Thread-safe.  Since: 0.1 */
SAMSYN_API const char *
samsyn_criterion_asked_of(const samsyn_criterion *criterion,
                          samsyn_shares *shares);

/** The word for a verdict as JSON has it ("not_met"); NULL for an unknown
 * value.  Since: 0.1 */
SAMSYN_API const char *
samsyn_verdict_name(samsyn_verdict verdict);

/** Its points; they add up to the score.  Since: 0.1 */
SAMSYN_API samsyn_points
samsyn_criterion_points(const samsyn_criterion *criterion);

/** What a person answered: a samsyn_verdict, which never changes
 * samsyn_criterion_verdict(); 0 where nobody did.  Since: 0.1 */
SAMSYN_API int
samsyn_criterion_answer(const samsyn_criterion *criterion);

/** What a waived criterion counts as in the score with answers. */
typedef enum samsyn_effect {
    SAMSYN_EFFECT_UNCHANGED = 1, /**< what it is without the waiver */
    SAMSYN_EFFECT_NOT_APPLICABLE = 2,
    SAMSYN_EFFECT_MET = 3
} samsyn_effect;

/** The effect of its waiver, a samsyn_effect; 0 where there is none.
 * Since: 0.1 */
SAMSYN_API int
samsyn_criterion_waiver(const samsyn_criterion *criterion);

/** "unchanged", "not_applicable" or "met"; NULL for anything else.
 * Since: 0.1 */
SAMSYN_API const char *
samsyn_effect_name(samsyn_effect effect);

/** Texts of an answer and of a waiver. */
typedef enum samsyn_answer_text_id {
    SAMSYN_ANSWER_BY = 1,
    SAMSYN_ANSWER_DATE = 2,   /**< "2026-03-01" */
    SAMSYN_ANSWER_REASON = 3, /**< "" where the assessment holds no words of
                                   its documents, which it may quote */
    SAMSYN_WAIVER_BY = 4,     /**< who approved it */
    SAMSYN_WAIVER_UNTIL = 5,  /**< its last day */
    SAMSYN_WAIVER_REASON = 6  /**< as that of an answer */
} samsyn_answer_text_id;

/** A text of its answer or waiver; "" where it has none, NULL for an unknown
 * @p which.  Since: 0.1 */
SAMSYN_API const char *
samsyn_criterion_answer_text(const samsyn_criterion *criterion,
                             samsyn_answer_text_id which);

/** 1 where what a person said was said of an earlier version of the document,
 * and is used because the file of answers says so.  Since: 0.1 */
SAMSYN_API int
samsyn_criterion_is_answered_before(const samsyn_criterion *criterion);

/** The verdict that counts in the score with answers.  Since: 0.1 */
SAMSYN_API int
samsyn_criterion_with_answers(const samsyn_criterion *criterion);

/** Its points in that score; they add up to it.  Since: 0.1 */
SAMSYN_API samsyn_points
samsyn_criterion_answer_points(const samsyn_criterion *criterion);

/** 1 where its question is open to a person: left to one, referred to what is
 * not there, or doubtful; else 0.  Since: 0.1 */
SAMSYN_API int
samsyn_criterion_is_open(const samsyn_criterion *criterion);

/**
 * What the criterion would add to the points if the text met it: what it can
 * give less what it gives.  0 of what is met or not applicable.  Of what is
 * open it is what an answer can give.
 *
 * @return thousandths of a point; 0 for NULL.  Thread-safe.  Since: 0.1
 */
SAMSYN_API int64_t
samsyn_criterion_gain(const samsyn_criterion *criterion);

/** How many criteria an author can gain points by: those that are not met or
 * partly met, and those that are referred to an annex that is not here.  What
 * only a person can decide is not among them.  Since: 0.1 */
SAMSYN_API size_t
samsyn_assessment_gain_count(const samsyn_assessment *assessment);

/** Criterion @p index of these, those that give most first; of equals musts
 * first, then those that are most certain, then as the checklist has them.
 * NULL past the end.  Since: 0.1 */
SAMSYN_API const samsyn_criterion *
samsyn_assessment_gain_at(const samsyn_assessment *assessment, size_t index);

/** How many criteria a person should look at: those whose verdict is doubtful
 * or likely.  What is certain, what no certainty is known of, what only a
 * person can decide anyhow and what a person has answered are not among them.
 * Since: 0.1 */
SAMSYN_API size_t
samsyn_assessment_check_count(const samsyn_assessment *assessment);

/** Criterion @p index of these, those that are doubtful first; of equals musts
 * first, then what should be, then as the checklist has them.  NULL past the
 * end.  Since: 0.1 */
SAMSYN_API const samsyn_criterion *
samsyn_assessment_check_at(const samsyn_assessment *assessment, size_t index);

/** What a list of stretches is. */
typedef enum samsyn_evidence_kind {
    SAMSYN_EVIDENCE_COUNTED = 1, /**< what the verdict rests on */
    SAMSYN_EVIDENCE_REFUSED = 2, /**< looked at, and why it did not count */
    SAMSYN_EVIDENCE_NEAREST = 3  /**< at most one: came closest to the rule */
} samsyn_evidence_kind;

/** How many stretches of a kind are kept.  Since: 0.1 */
SAMSYN_API size_t
samsyn_criterion_evidence_count(const samsyn_criterion *criterion,
                                samsyn_evidence_kind kind);

/** Stretch @p index of a kind.  Since: 0.1 */
SAMSYN_API const samsyn_evidence *
samsyn_criterion_evidence_at(const samsyn_criterion *criterion,
                             samsyn_evidence_kind kind, size_t index);

/** How many lines the account of the search has; 0 where it was left out
 * (samsyn_config_set_account()).  Since: 0.1 */
SAMSYN_API size_t
samsyn_criterion_trace_count(const samsyn_criterion *criterion);

/**
 * Line @p index of the account: what was looked for, as a person reads it.
 *
 * @param depth receives how far to indent, from 0; may be NULL.
 * @param held  receives 1 where it was found, 0 where not, -1 for a line
 *              that only introduces others; may be NULL.
 * @return the line, NULL past the end.  Since: 0.1
 */
SAMSYN_API const char *
samsyn_criterion_trace_at(const samsyn_criterion *criterion, size_t index,
                          size_t *depth, int *held);

/** The number of the document that it stands in, from 1: the main one.
 * Since: 0.1 */
SAMSYN_API size_t
samsyn_evidence_document(const samsyn_evidence *evidence);

/** Where it stands in the file.  Since: 0.1 */
SAMSYN_API samsyn_span
samsyn_evidence_span(const samsyn_evidence *evidence);

/** The line on which its span ends, from 1; 0 where it has no span.
 * @param column receives the column after its last character, from 1, in code
 *               points, 0 where it has no span; may be NULL.  Since: 0.1 */
SAMSYN_API size_t
samsyn_evidence_end(const samsyn_evidence *evidence, size_t *column);

/** The stretch as rules see it and people read it: without markup, cells of
 * a row parted by " | ".  Since: 0.1 */
SAMSYN_API const char *
samsyn_evidence_text(const samsyn_evidence *evidence);

/** The span decoded and normalised.  Since: 0.1 */
SAMSYN_API const char *
samsyn_evidence_quote(const samsyn_evidence *evidence);

/** The rule it answers ("met", "partly", "referred", "unless").  Since: 0.1 */
SAMSYN_API const char *
samsyn_evidence_rule(const samsyn_evidence *evidence);

/** What it was found as, or, for the nearest, what is still missing: a
 * short text for a person.  Since: 0.1 */
SAMSYN_API const char *
samsyn_evidence_note(const samsyn_evidence *evidence);

/** Why it was refused: "negated", "hedged", "heading", "contents",
 * "furniture", "placeholder", "tense", "other"; "" where it was not.
 * Since: 0.1 */
SAMSYN_API const char *
samsyn_evidence_reason(const samsyn_evidence *evidence);

/** The place in a container, such as "tabell 1, rad 2"; "" where the span
 * says it.  Since: 0.1 */
SAMSYN_API const char *
samsyn_evidence_place(const samsyn_evidence *evidence);

/** How many headings stand above it.  Since: 0.1 */
SAMSYN_API size_t
samsyn_evidence_path_count(const samsyn_evidence *evidence);

/** Heading @p index above it, outermost first; one of more than 300 bytes
 * is cut and ends in " ...".  Since: 0.1 */
SAMSYN_API const char *
samsyn_evidence_path_at(const samsyn_evidence *evidence, size_t index);

/** A stretch of the text that was assessed: that of the main document, then
 * those of its annexes, as one.  Frozen: this structure never grows. */
typedef struct samsyn_stretch {
    size_t start; /**< first byte; SAMSYN_NONE where there is none */
    size_t end;   /**< one past the last byte */
} samsyn_stretch;

/** Where it stands in the text that was assessed, to be compared with
 * samsyn_text_block_stretch(); it may reach over several blocks.  Since: 0.1 */
SAMSYN_API samsyn_stretch
samsyn_evidence_stretch(const samsyn_evidence *evidence);

/** A block of the text that was assessed; borrowed from the assessment. */
typedef struct samsyn_text_block samsyn_text_block;

/** How many blocks the text has, those of annexes last; 0 where it was left
 * out (samsyn_config_set_text(), samsyn_config_set_quotes()).  Since: 0.1 */
SAMSYN_API size_t
samsyn_assessment_block_count(const samsyn_assessment *assessment);

/** Block @p index in reading order, NULL past the end.  Since: 0.1 */
SAMSYN_API const samsyn_text_block *
samsyn_assessment_block_at(const samsyn_assessment *assessment, size_t index);

/** What it is: a heading, a paragraph, an item or a cell; never a table or a
 * row, and 0 for NULL.  Since: 0.1 */
SAMSYN_API int
samsyn_text_block_kind(const samsyn_text_block *block);

/** The level of a heading, 1 to 9, or of an item, from 1; otherwise 0.
 * Since: 0.1 */
SAMSYN_API int
samsyn_text_block_level(const samsyn_text_block *block);

/** SAMSYN_BLOCK_GUESSED and others.  Since: 0.1 */
SAMSYN_API unsigned
samsyn_text_block_flags(const samsyn_text_block *block);

/** Its text as rules see it, UTF-8 without markup; it does not end in NUL.
 * @param length receives its bytes; may be NULL.  Since: 0.1 */
SAMSYN_API const char *
samsyn_text_block_text(const samsyn_text_block *block, size_t *length);

/** Where it stands in the text that was assessed.  Since: 0.1 */
SAMSYN_API samsyn_stretch
samsyn_text_block_stretch(const samsyn_text_block *block);

/** The number of its document, from 1; 0 for NULL.  Since: 0.1 */
SAMSYN_API size_t
samsyn_text_block_document(const samsyn_text_block *block);

/** Of a cell: the numbers of its table and row in the text, from 0, rising;
 * otherwise SAMSYN_NONE.
 * @param row receives the row's; may be NULL.  Since: 0.1 */
SAMSYN_API size_t
samsyn_text_block_table(const samsyn_text_block *block, size_t *row);

/** 1 where the assessment holds words of its documents, 0 where it was told
 * not to, and for NULL.  See samsyn_config_set_quotes().  Since: 0.1 */
SAMSYN_API int
samsyn_assessment_has_quotes(const samsyn_assessment *assessment);

/* A promise, measure or goal that the assessment found in the document, by
 * what the checklist says such a thing is.  Lives as long as the assessment.
 * Since 0.1. */
typedef struct samsyn_item samsyn_item;

typedef enum samsyn_item_kind {
    SAMSYN_ITEM_PROMISE = 1,
    SAMSYN_ITEM_MEASURE = 2,
    SAMSYN_ITEM_GOAL = 3
} samsyn_item_kind;

/* How many items there are; 0 for NULL.  Thread-safe.  Since 0.1. */
SAMSYN_API size_t
samsyn_assessment_item_count(const samsyn_assessment *assessment);

/* The item at @p index: promises first, then measures, then goals, each in
 * reading order.  NULL where there is none.  Thread-safe.  Since 0.1. */
SAMSYN_API const samsyn_item *
samsyn_assessment_item_at(const samsyn_assessment *assessment, size_t index);

/* What an item is; 0 for NULL.  Thread-safe.  Since 0.1. */
SAMSYN_API samsyn_item_kind
samsyn_item_kind_of(const samsyn_item *item);

/* The word for a kind in English and in JSON: "promise", "measure", "goal";
 * NULL for what is no kind.  Thread-safe.  Since 0.1. */
SAMSYN_API const char *
samsyn_item_kind_name(samsyn_item_kind kind);

/* The item's number among those of its kind, from 1; 0 for NULL.
 * Thread-safe.  Since 0.1. */
SAMSYN_API size_t
samsyn_item_number(const samsyn_item *item);

/* The index of the focus area that the item belongs to, as for
 * samsyn_assessment_focus_title(); SAMSYN_NONE where it belongs to none, and
 * for NULL.  Thread-safe.  Since 0.1. */
SAMSYN_API size_t
samsyn_item_focus(const samsyn_item *item);

/* Whom the item is from, by the name that the checklist gives such a sender;
 * "" where no rule for senders holds, and for NULL.  Thread-safe.  Since
 * 0.1. */
SAMSYN_API const char *
samsyn_item_actor(const samsyn_item *item);

/* How many things the checklist asks whether such an item says by itself, such
 * as a quantity, a time or a place (`holds:`); 0 for NULL.  Thread-safe.  Since
 * 0.1. */
SAMSYN_API size_t
samsyn_item_hold_count(const samsyn_item *item);

/* The name of the thing at @p index, in the order of the checklist; NULL where
 * there is none.  @p holds, unless NULL, is set to 1 where the item says it,
 * else to 0.  This is what the item's own words say, without its lead-in,
 * columns' titles and headings: a verdict may also rest on those, and on the
 * rest of the document, as a period that holds for all promises.  Owned by the
 * assessment.  Thread-safe.  Since 0.1. */
SAMSYN_API const char *
samsyn_item_hold_at(const samsyn_item *item, size_t index, int *holds);

/* Where the item stands, with its quote, cut at the end of a sentence where it
 * is long.  NULL for NULL.  Owned by the assessment.  Thread-safe.  Since
 * 0.1. */
SAMSYN_API const samsyn_evidence *
samsyn_item_place(const samsyn_item *item);

/* What @p criterion, of the same assessment, says of the item: met, partly,
 * not_met or needs_review; 0 where the criterion is not asked of such items,
 * and for NULL.  Thread-safe.  Since 0.1. */
SAMSYN_API int
samsyn_item_verdict(const samsyn_item *item, const samsyn_criterion *criterion);

/* How many focus areas the assessment shows: those that the document names,
 * else 1 (the document) where the checklist has a chain, else 0.  0 for NULL.
 * Thread-safe.  Since 0.1. */
SAMSYN_API size_t
samsyn_assessment_focus_count(const samsyn_assessment *assessment);

/* The name of the focus area at @p index as the document has it; "" where the
 * document is the one area.  NULL where there is no such area.  Owned by the
 * assessment.  Thread-safe.  Since 0.1. */
SAMSYN_API const char *
samsyn_assessment_focus_title(const samsyn_assessment *assessment,
                              size_t index);

/* The links of the chain that should hold for every focus area; the chain is
 * our own reading of Brå's steps from problem to follow-up.  Since 0.1. */
typedef enum samsyn_link {
    SAMSYN_LINK_PROBLEM = 1,
    SAMSYN_LINK_CAUSE = 2,
    SAMSYN_LINK_GOAL = 3,
    SAMSYN_LINK_MEASURE = 4,
    SAMSYN_LINK_OWNER = 5,
    SAMSYN_LINK_TIME = 6,
    SAMSYN_LINK_FOLLOW_UP = 7
} samsyn_link;

/* The word for a link in JSON: "problem" ... "follow_up"; NULL for what is no
 * link.  Thread-safe.  Since 0.1. */
SAMSYN_API const char *
samsyn_link_name(samsyn_link link);

/* The state of a link for the focus area at @p index: a verdict, or 0 where no
 * criterion of the checklist shows this link or there is no such area.
 * @p evidence, unless NULL, is set to a stretch that shows it, owned by the
 * assessment, or NULL.  Thread-safe.  Since 0.1. */
SAMSYN_API int
samsyn_assessment_focus_link(const samsyn_assessment *assessment, size_t index,
                             samsyn_link link,
                             const samsyn_evidence **evidence);

/** How many notices (converted encoding, contradictory dates, ...).
 * Since: 0.1 */
SAMSYN_API size_t
samsyn_assessment_notice_count(const samsyn_assessment *assessment);

/** Notice @p index as a sentence.  @param code receives its stable code;
 * may be NULL.  @param span receives its place; may be NULL.  Since: 0.1 */
SAMSYN_API const char *
samsyn_assessment_notice_at(const samsyn_assessment *assessment, size_t index,
                            const char **code, samsyn_span *span);

/** The number of the document that notice @p index is about, from 1; 0 where
 * it is about all of them together, and past the end.  Since: 0.1 */
SAMSYN_API size_t
samsyn_assessment_notice_document(const samsyn_assessment *assessment,
                                  size_t index);

/* ---- Reports ----------------------------------------------------------- */

/**
 * Write a report of an assessment.
 *
 * @param format     "text", for people; "html", a whole page for people that
 *                   loads and runs nothing; "brief" and "brief-html", one page
 *                   for those who sign; "todo", a list for those who write, in
 *                   Markdown; "answers", a file of answers to fill in for
 *                   samsyn_answers_load(), in YAML, and "answers-element",
 *                   another document for the end of such a file; "csv" and
 *                   "csv-plain", a table with a row for each criterion, in the
 *                   ways of samsyn_csv; "csv-rows" and "csv-plain-rows", its
 *                   rows without the one that titles the columns, for a
 *                   program that makes one table of several documents; "sarif"
 * and "sarif-all", a log as of samsyn_sarif_add(); "json", an array of one
 * element; "json-element", the element alone and no line end after it, for a
 * program that makes one array of several documents.  See
 *                   samsyn_report_format_at().
 * @param length     bytes in @p format.
 * @param write      receives UTF-8.
 * @param user       passed to @p write.
 * @return SAMSYN_OK, SAMSYN_E_NOMEM, SAMSYN_E_ARGUMENT (no such format), or
 *         SAMSYN_E_STOPPED where @p write returned non-zero.  Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_report_write(const samsyn_assessment *assessment, const char *format,
                    size_t length, samsyn_write_fn write, void *user);

/** The name of report format @p index, NULL past the last.  Since: 0.1 */
SAMSYN_API const char *
samsyn_report_format_at(size_t index);

/**
 * Write the account of one criterion: what was looked for, what counted,
 * what was refused and why, the points.
 *
 * @param id     id or code of the criterion.
 * @param length bytes in @p id.
 * @return as samsyn_report_write(); SAMSYN_E_ARGUMENT: no such criterion.
 * Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_report_explain(const samsyn_assessment *assessment, const char *id,
                      size_t length, samsyn_write_fn write, void *user);

/**
 * Write what an author is told of one criterion, as plain text: its title,
 * the verdict in words, where it came nearest and what is missing there, the
 * question, advice and how it can be written, a paragraph a line; the last
 * line does not end.  It is what samsyn_read_remarked() puts in comments.
 * Where there is nothing to do (met, not applicable, referred, or settled by
 * a person) @p write gets no bytes.
 *
 * @param id     id or code of the criterion.
 * @param length bytes in @p id.
 * @return as samsyn_report_write(); SAMSYN_E_ARGUMENT: no such criterion.
 * Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_report_remark(const samsyn_assessment *assessment, const char *id,
                     size_t length, samsyn_write_fn write, void *user);

/** What a checklist is written on paper as. */
typedef enum samsyn_guide {
    SAMSYN_GUIDE_FORM = 1,   /**< to read a document with by hand */
    SAMSYN_GUIDE_OUTLINE = 2 /**< headings and advice to begin writing from */
} samsyn_guide;

/**
 * Write a checklist on paper.  What the checklist says is text in it, whatever
 * marks it holds.
 *
 * @param format "markdown", in which the advice of an outline is comments, so
 *               that a draft can be assessed with it still there; or "html", a
 *               whole page for people that loads and runs nothing.
 * @param length bytes in @p format.
 * @param lang   of what stands in two languages; an unknown value gives
 *               Swedish.
 * @param write  receives UTF-8.
 * @param user   passed to @p write.
 * @return as samsyn_report_write(); SAMSYN_E_ARGUMENT also for an unknown
 *         @p kind.  Thread safety: a checklist may be written by any number of
 *         threads at once.  Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_guide_write(const samsyn_checklist *checklist, samsyn_guide kind,
                   const char *format, size_t length, samsyn_lang lang,
                   samsyn_write_fn write, void *user);

/**
 * Write the JSON element of a document that could not be assessed, bare as
 * "json-element" is.  Its code is the status's name with '-' for each blank.
 *
 * @param name   of the document.
 * @param status why.
 * @param text   one sentence for a person; NULL for the status's name.
 * @return as samsyn_report_write().  Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_report_failure(const char *name, samsyn_status status, const char *text,
                      samsyn_write_fn write, void *user);

/**
 * All in one call, for bindings: a document's bytes in, JSON out.
 *
 * @param json        receives the JSON, an array of one element ending in
 *                    NUL, on failure too (the element says what went wrong);
 *                    end it with samsyn_text_free().
 * @param json_length receives its bytes without the NUL; may be NULL.
 * @param checklist   a name for the resolver of @p config.
 * @param document    the file's bytes.
 * @param length      bytes in @p document.
 * @param name        of the document: its ending tells text from Markdown.
 * @param config      must have a resolver, so that names can be found.
 * @return as the calls that it joins.  Only for SAMSYN_E_NOMEM and
 *         SAMSYN_E_ARGUMENT @p json may be left untouched.  Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_assess_json(char **json, size_t *json_length, const char *checklist,
                   const char *document, size_t length, const char *name,
                   const samsyn_config *config);

/** End a text made by samsyn_assess_json() with the same @p config's
 * allocator; NULL is allowed.  Since: 0.1 */
SAMSYN_API void
samsyn_text_free(char *text, const samsyn_config *config);

/* ---- Training ---------------------------------------------------------- */

/** What somebody says of a text: that it shows a criterion or does not. */
typedef struct samsyn_lesson {
    const char *criterion;  /**< its id or code; NULL of a passage that says
                             * not met: it shows no criterion at all */
    samsyn_verdict verdict; /**< met, partly or not met */
    const char *text;       /**< the passage, or the evidence of a label */
    size_t length;          /**< bytes; of a label it may be 0 */
    size_t document;        /**< of a passage: the number, from 1, of the
                             * labelled document that it was taken from, with
                             * which it is held out; 0 for none */
} samsyn_lesson;

/** A document that was read by somebody, criterion by criterion. */
typedef struct samsyn_labelled {
    const samsyn_document *document;
    const samsyn_lesson *labels;
    size_t label_count;
    size_t fold; /**< which sixth of them it is in: modulo six */
    int known; /**< not 0: the rules were written with it in view, so it teaches
                * but the join of rules and model is not fitted on it */
} samsyn_labelled;

/** A label and what was said of it by a model that knew nothing of the
 * document. */
typedef struct samsyn_trained {
    size_t document; /**< index among those given */
    const char *criterion;
    samsyn_verdict label;  /**< what somebody said */
    samsyn_verdict rules;  /**< what the rules say */
    samsyn_verdict model;  /**< what the model says alone */
    samsyn_verdict joined; /**< what both say */
    int person;            /**< 1 where it is only suggested to a person */
    samsyn_certainty certainty;
} samsyn_trained;

/** What to train from. */
typedef struct samsyn_training {
    const samsyn_lesson *passages;
    size_t passage_count;
    const samsyn_labelled *documents;
    size_t document_count;
    void (*said)(void *user, const samsyn_trained *trained); /**< may be NULL */
    void *user;
} samsyn_training;

/**
 * Teach a checklist: train a model from passages and documents.  Unstable
 * until 1.0: the arguments, and what the same lessons give.  Deterministic:
 * the same arguments give the same bytes on any machine.
 *
 * @param checklist which; its rules take part where documents are given.
 * @param training  what to train from; borrowed for the call.
 * @param write     receives the model file.
 * @param sink      passed to @p write.
 * @param config    limits and allocator; NULL for the defaults.
 * @param diagnostics as for samsyn_language_load().
 * @return SAMSYN_OK; SAMSYN_E_ARGUMENT where a criterion or verdict is unknown
 *         or nothing is given; SAMSYN_E_LIMIT where the model would be larger
 *         than 2 MiB; SAMSYN_E_STOPPED, SAMSYN_E_NOMEM.
 *
 * Thread-safe.  Takes seconds to a minute.  Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_train(const samsyn_checklist *checklist, const samsyn_training *training,
             samsyn_write_fn write, void *sink, const samsyn_config *config,
             samsyn_diagnostics **diagnostics);

/* ---- Agreement --------------------------------------------------------- */

/** Verdicts of the machine beside those of people, or of one person beside
 * those of another, to be compared. */
typedef struct samsyn_agreement samsyn_agreement;

/** How far the two agree.  The scale is not met, partly, met; other verdicts
 * on either side are counted apart.  Frozen: this structure never grows. */
typedef struct samsyn_measure {
    int64_t pairs;     /**< compared on the scale */
    int64_t exact;     /**< of these, the same */
    int64_t over;      /**< the machine gave more than the person */
    int64_t under;     /**< the machine gave less */
    int64_t not_met;   /**< the person said not met ... */
    int64_t false_met; /**< ... and the machine met */
    int64_t open;      /**< one of them said needs_review */
    int64_t aside;     /**< referred or not applicable on either side */
    int64_t documents; /**< with at least one pair on the scale */
    int64_t kappa;     /**< linear weighted, thousandths; SAMSYN_NO_KAPPA */
    int64_t low;       /**< 2.5th per cent of kappa over resampled documents */
    int64_t high;      /**< 97.5th per cent */
} samsyn_measure;

/** Kappa is undefined: no pairs, or both always said one and the same. */
#define SAMSYN_NO_KAPPA (-1000000)

/**
 * Begin a comparison.
 *
 * @param out    receives it; end it with samsyn_agreement_free().
 * @param config allocator; NULL for the default.
 * @return SAMSYN_OK, SAMSYN_E_NOMEM or SAMSYN_E_ARGUMENT.  Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_agreement_new(samsyn_agreement **out, const samsyn_config *config);

/** End a comparison; NULL is allowed.  Since: 0.1 */
SAMSYN_API void
samsyn_agreement_free(samsyn_agreement *agreement);

/**
 * Add a pair of verdicts.
 *
 * @param document  names the document: pairs of one are resampled together.
 * @param group     any name to measure by, such as the kind of document.
 * @param criterion id or code.
 * @param machine   what samsyn said, or the second person; an open verdict
 *                  counts only if its suggestion is given instead.
 * @param person    what a person said.
 * @return SAMSYN_OK, SAMSYN_E_NOMEM, or SAMSYN_E_ARGUMENT for NULL or an
 *         unknown verdict.  Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_agreement_add(samsyn_agreement *agreement, const char *document,
                     const char *group, const char *criterion,
                     samsyn_verdict machine, samsyn_verdict person);

/** Name of group @p index in the order added, NULL past the last.
 * Since: 0.1 */
SAMSYN_API const char *
samsyn_agreement_group_at(const samsyn_agreement *agreement, size_t index);

/** Criterion @p index in the order added, NULL past the last.  Since: 0.1 */
SAMSYN_API const char *
samsyn_agreement_criterion_at(const samsyn_agreement *agreement, size_t index);

/**
 * Measure agreement over all pairs, or those of a group, a criterion or both.
 *
 * @param out       receives the measure.
 * @param group     NULL for all.
 * @param criterion NULL for all.
 * @return SAMSYN_OK (pairs may be 0), SAMSYN_E_NOMEM or SAMSYN_E_ARGUMENT.
 *
 * Source of kappa: Cohen (1968), with linear weights; the interval is a
 * bootstrap over documents with a fixed seed.  Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_agreement_measure(samsyn_measure *out, const samsyn_agreement *agreement,
                         const char *group, const char *criterion);

/* ---- Records ----------------------------------------------------------- */

/** What of an assessment is kept to be compared with others: whose it is, the
 * verdicts, the quotes that they rest on.  Made of an assessment, or put
 * together from one that was stored as JSON. */
typedef struct samsyn_record samsyn_record;

/** Texts of a record. */
typedef enum samsyn_record_text_id {
    SAMSYN_RECORD_CHECKLIST_ID = 1,
    SAMSYN_RECORD_CHECKLIST_VERSION = 2,
    SAMSYN_RECORD_CHECKLIST_TITLE = 3,
    SAMSYN_RECORD_CHECKLIST_DIGEST = 4,
    SAMSYN_RECORD_LANGUAGE_ID = 5,
    SAMSYN_RECORD_LANGUAGE_DIGEST = 6,
    SAMSYN_RECORD_MODEL_DIGEST = 7,  /**< "" where rules alone were asked */
    SAMSYN_RECORD_DOCUMENT_NAME = 8, /**< of the main document */
    SAMSYN_RECORD_DOCUMENT_DIGEST = 9,
    SAMSYN_RECORD_ANNEXES = 10, /**< digests of the others, a blank between */
    SAMSYN_RECORD_DATE = 11,    /**< the day of the assessment */
    SAMSYN_RECORD_PROGRAM = 12  /**< samsyn_version() of what made it */
} samsyn_record_text_id;

/**
 * Begin a record.
 *
 * @param out    receives it; end it with samsyn_record_free().
 * @param config allocator; whether quotes keep their words
 *               (samsyn_config_set_quotes()); and how many a criterion may
 *               have (SAMSYN_LIMIT_EVIDENCE): that of what was stored, by which
 *               is known that there may have been more.  NULL for the defaults.
 * @return SAMSYN_OK, SAMSYN_E_NOMEM or SAMSYN_E_ARGUMENT.  Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_record_new(samsyn_record **out, const samsyn_config *config);

/**
 * Make a record of an assessment, which may end before it.
 *
 * @param config as for samsyn_record_new(), best that of the assessment.
 * @return as samsyn_record_new().  Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_record_of(samsyn_record **out, const samsyn_assessment *assessment,
                 const samsyn_config *config);

/** End a record; NULL is allowed.  Since: 0.1 */
SAMSYN_API void
samsyn_record_free(samsyn_record *record);

/**
 * Set a text of a record; the last counts.
 *
 * @param text ends in NUL, copied; bytes that are no UTF-8 become U+FFFD.
 * @return SAMSYN_OK, SAMSYN_E_NOMEM, or SAMSYN_E_ARGUMENT for NULL or an
 *         unknown @p which.  Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_record_set(samsyn_record *record, samsyn_record_text_id which,
                  const char *text);

/**
 * Add a criterion, in the order of the checklist.
 *
 * @param id      not "".
 * @param verdict what the machine said.
 * @return SAMSYN_OK, SAMSYN_E_NOMEM, or SAMSYN_E_ARGUMENT for NULL, an unknown
 *         verdict, or an id that the record has already.  Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_record_add(samsyn_record *record, const char *id,
                  samsyn_verdict verdict);

/**
 * Set a text of the criterion that was added last; any but its id.
 *
 * @return as samsyn_record_set(); SAMSYN_E_ARGUMENT where none was added.
 * Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_record_set_text(samsyn_record *record, samsyn_criterion_text_id which,
                       const char *text);

/**
 * Say of the criterion that was added last how certain its verdict is, and
 * what a person answered.
 *
 * @param certainty a samsyn_certainty, or 0.
 * @param answer    a samsyn_verdict, or 0 where nobody answered.
 * @return SAMSYN_OK, or SAMSYN_E_ARGUMENT for other values and where no
 *         criterion was added.  Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_record_set_judged(samsyn_record *record, int certainty, int answer);

/**
 * Say of the criterion that was added last how many points it can give.
 *
 * @param possible thousandths, as samsyn_criterion_points() has them; 0 where
 *                 it does not apply or it is not known.
 * @return SAMSYN_OK, or SAMSYN_E_ARGUMENT for less than 0 and where no
 *         criterion was added.  Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_record_set_points(samsyn_record *record, int64_t possible);

/** A quote that a verdict rests on.  Frozen: this structure never grows. */
typedef struct samsyn_quote {
    const char *text;
    size_t line;         /**< from 1; 0 where there is none */
    const char *place;   /**< in a container; "" where the line says it */
    const char *heading; /**< nearest above it; "" for none */
} samsyn_quote;

/**
 * Add a quote to the criterion that was added last.
 *
 * @param quote copied with its texts, of which NULL is "".  Where the record
 *              keeps no words its text and heading are kept as "" and what it
 *              is known by as a digest; one that has no text already is known
 *              by nothing.
 * @return SAMSYN_OK, SAMSYN_E_NOMEM, or SAMSYN_E_ARGUMENT for NULL and where no
 *         criterion was added.  Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_record_add_quote(samsyn_record *record, const samsyn_quote *quote);

/** A text of a record; "" where it has none, NULL for an unknown @p which.
 * Since: 0.1 */
SAMSYN_API const char *
samsyn_record_text(const samsyn_record *record, samsyn_record_text_id which);

/** How many criteria a record has.  Since: 0.1 */
SAMSYN_API size_t
samsyn_record_count(const samsyn_record *record);

/** A text of criterion @p index; "" where it has none, NULL past the end and
 * for an unknown @p which.  Since: 0.1 */
SAMSYN_API const char *
samsyn_record_criterion(const samsyn_record *record, size_t index,
                        samsyn_criterion_text_id which);

/** What the machine said of criterion @p index; 0 past the end.  Since: 0.1 */
SAMSYN_API int
samsyn_record_verdict(const samsyn_record *record, size_t index);

/** What a person answered; 0 where nobody did.  Since: 0.1 */
SAMSYN_API int
samsyn_record_answer(const samsyn_record *record, size_t index);

/** What counts of criterion @p index: a person's answer before the machine's
 * verdict; 0 past the end.  Since: 0.1 */
SAMSYN_API int
samsyn_record_counted(const samsyn_record *record, size_t index);

/** How many points criterion @p index can give, in thousandths; 0 where it does
 * not apply, it is not known, and past the end.  Since: 0.1 */
SAMSYN_API int64_t
samsyn_record_points(const samsyn_record *record, size_t index);

/** How certain the machine's verdict is: a samsyn_certainty or 0.
 * Since: 0.1 */
SAMSYN_API int
samsyn_record_certainty(const samsyn_record *record, size_t index);

/** How many quotes criterion @p index has.  Since: 0.1 */
SAMSYN_API size_t
samsyn_record_quote_count(const samsyn_record *record, size_t index);

/** Quote @p quote of criterion @p index, borrowed from the record; texts are
 * "" past the end.  Since: 0.1 */
SAMSYN_API samsyn_quote
samsyn_record_quote(const samsyn_record *record, size_t index, size_t quote);

/* ---- Comparison -------------------------------------------------------- */

/** Records of many documents side by side, to see what is written well where,
 * and where support is needed.  It ranks no document by a number. */
typedef struct samsyn_comparison samsyn_comparison;

/** The records of one version of one checklist; borrowed from a comparison.
 * Its criteria are those of each of its records, in the same order. */
typedef struct samsyn_matrix samsyn_matrix;

/** Which of two rounds a record is of. */
typedef enum samsyn_round {
    SAMSYN_ROUND_NOW = 1,
    SAMSYN_ROUND_BEFORE = 2
} samsyn_round;

/**
 * Begin a comparison.
 *
 * @param out    receives it; end it with samsyn_comparison_free().
 * @param config allocator and language of what is written; NULL for defaults.
 * @return SAMSYN_OK, SAMSYN_E_NOMEM or SAMSYN_E_ARGUMENT.  Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_comparison_new(samsyn_comparison **out, const samsyn_config *config);

/** End a comparison; NULL is allowed.  Since: 0.1 */
SAMSYN_API void
samsyn_comparison_free(samsyn_comparison *comparison);

/**
 * Add a record, which is copied.  Those of one checklist, version, digest,
 * language pack and model, with the same criteria, come into one matrix, in
 * the order added, but those of one name beside each other.
 *
 * @param name  whose it is, such as the municipality.
 * @param group any name to count by, such as "large"; "" for none.
 * @param round two records of one name are followed from the one to the other.
 * @return SAMSYN_OK, SAMSYN_E_NOMEM, SAMSYN_E_TWICE where the comparison has a
 *         record of that document (by the digests of it and its annexes), that
 *         checklist and that round, which is then left as it is; or
 *         SAMSYN_E_ARGUMENT for NULL or an unknown round.  Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_comparison_add(samsyn_comparison *comparison,
                      const samsyn_record *record, const char *name,
                      const char *group, samsyn_round round);

/**
 * Add that a document could not be assessed, so that it is not forgotten.
 *
 * @param why one sentence for a person.
 * @return as samsyn_comparison_add().  Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_comparison_add_failure(samsyn_comparison *comparison, const char *name,
                              const char *why);

/** How many failures were added.  Since: 0.1 */
SAMSYN_API size_t
samsyn_comparison_failure_count(const samsyn_comparison *comparison);

/** The name of failure @p index; NULL past the end.
 * @param why receives the reason; may be NULL.  Since: 0.1 */
SAMSYN_API const char *
samsyn_comparison_failure_at(const samsyn_comparison *comparison, size_t index,
                             const char **why);

/** How many matrices there are.  Since: 0.1 */
SAMSYN_API size_t
samsyn_comparison_matrix_count(const samsyn_comparison *comparison);

/** Matrix @p index, in the order of their first records; NULL past the end.
 * Since: 0.1 */
SAMSYN_API const samsyn_matrix *
samsyn_comparison_matrix_at(const samsyn_comparison *comparison, size_t index);

/** How many records a matrix has.  Since: 0.1 */
SAMSYN_API size_t
samsyn_matrix_count(const samsyn_matrix *matrix);

/** Record @p index, NULL past the end; the first one also tells the checklist
 * and the criteria.  Since: 0.1 */
SAMSYN_API const samsyn_record *
samsyn_matrix_record(const samsyn_matrix *matrix, size_t index);

/** Whose record @p index is; NULL past the end.  Since: 0.1 */
SAMSYN_API const char *
samsyn_matrix_name(const samsyn_matrix *matrix, size_t index);

/** The group of record @p index; NULL past the end.  Since: 0.1 */
SAMSYN_API const char *
samsyn_matrix_group(const samsyn_matrix *matrix, size_t index);

/** The round of record @p index: a samsyn_round, 0 past the end.
 * Since: 0.1 */
SAMSYN_API int
samsyn_matrix_round(const samsyn_matrix *matrix, size_t index);

/** Group @p index of a matrix in the order added, without ""; NULL past the
 * last.  Since: 0.1 */
SAMSYN_API const char *
samsyn_matrix_group_at(const samsyn_matrix *matrix, size_t index);

/** The index of the record of the other round that is of the same name as
 * record @p index; SAMSYN_NONE where there is none, or not just one.
 * Since: 0.1 */
SAMSYN_API size_t
samsyn_matrix_partner(const samsyn_matrix *matrix, size_t index);

/** 1 where the other round was assessed, for some name of the matrix, with
 * another version of the checklist: then what changed cannot be told from the
 * checklist's changing, and no trend is counted.  Since: 0.1 */
SAMSYN_API int
samsyn_matrix_is_parted(const samsyn_matrix *matrix);

/** What a criterion got, counted over records; a person's answer goes before
 * the machine's verdict.  Frozen: this structure never grows. */
typedef struct samsyn_tally {
    int64_t met;
    int64_t partly;
    int64_t not_met;
    int64_t of;             /**< the sum of these three: what shares are of */
    int64_t referred;       /**< to an annex that was not there */
    int64_t open;           /**< a person is to decide, or a limit was met */
    int64_t not_applicable; /**< not counted */
    int64_t answered;       /**< how many of all are a person's answers */
    int64_t share;          /**< met of `of` in thousandths; -1 for none */
} samsyn_tally;

/** Count a criterion.
 * @param group NULL for all.
 * @return all 0, and share -1, where there is no such criterion.
 * Since: 0.1 */
SAMSYN_API samsyn_tally
samsyn_matrix_tally(const samsyn_matrix *matrix, size_t criterion,
                    const char *group, samsyn_round round);

/** The criteria where support is needed, most first: those that not all meet,
 * by the share that meet them, then the share that meet them at least partly;
 * of equals musts first, then as the checklist has them.
 * @param group NULL for all.
 * @return the index of the criterion; SAMSYN_NONE past the last.
 * Since: 0.1 */
SAMSYN_API size_t
samsyn_matrix_need_at(const samsyn_matrix *matrix, const char *group,
                      size_t index);

/** Where a criterion stands in that order: its index, for which
 * samsyn_matrix_need_at() gives the criterion.
 * @param group NULL for all.
 * @return SAMSYN_NONE where no support is needed, nothing could be decided, or
 *         there is no such criterion.  Since: 0.1 */
SAMSYN_API size_t
samsyn_matrix_need_of(const samsyn_matrix *matrix, const char *group,
                      size_t criterion);

/** The records of this round that meet a criterion and have a quote to show,
 * those first that are surest: a person's answer, then by certainty.
 * @param quote receives the index of the quote that says most: the longest of
 *              at most 400 bytes, else the first; may be NULL.
 * @return the index of the record; SAMSYN_NONE past the last.  Since: 0.1 */
SAMSYN_API size_t
samsyn_matrix_example_at(const samsyn_matrix *matrix, size_t criterion,
                         size_t index, size_t *quote);

/** How records changed from the round before, counted over names that are in
 * both.  Frozen: this structure never grows. */
typedef struct samsyn_trend {
    int64_t both;   /**< decided in both rounds: met, partly or not met */
    int64_t better; /**< of these */
    int64_t worse;
    int64_t open; /**< in both rounds, but not decided in one of them */
} samsyn_trend;

/** Count the changes of a criterion.
 * @param group NULL for all; the group is the one of this round.
 * Since: 0.1 */
SAMSYN_API samsyn_trend
samsyn_matrix_trend(const samsyn_matrix *matrix, size_t criterion,
                    const char *group);

/**
 * Write a comparison.
 *
 * @param format "text" and "html", for people; "json", one object.
 * @param length bytes in @p format.
 * @return as samsyn_report_write().  Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_comparison_write(const samsyn_comparison *comparison, const char *format,
                        size_t length, samsyn_write_fn write, void *user);

/** A comparison as tables, for spreadsheets. */
typedef struct samsyn_sheets samsyn_sheets;

/** What a cell holds. */
typedef enum samsyn_cell_kind {
    SAMSYN_CELL_TEXT = 1,
    SAMSYN_CELL_NUMBER = 2,  /**< a whole number */
    SAMSYN_CELL_SHARE = 3,   /**< thousandths: 667 is 66.7 per cent */
    SAMSYN_CELL_VERDICT = 4, /**< a samsyn_verdict, and words for it */
    SAMSYN_CELL_QUOTE = 5,   /**< words of a document */
    SAMSYN_CELL_POINTS = 6   /**< thousandths of a point: 1500 is 1.5 */
} samsyn_cell_kind;

/** A cell.  Frozen: this structure never grows. */
typedef struct samsyn_cell {
    int kind;         /**< a samsyn_cell_kind */
    const char *text; /**< borrowed; "" for an empty cell */
    int64_t number;   /**< where it has one */
} samsyn_cell;

/**
 * Make the tables: "matrix", names by criteria; "criteria", with counts;
 * "trend", where there are two rounds; "quotes", the good examples; "method".
 *
 * @param out receives them; end them with samsyn_sheets_free().
 * @return SAMSYN_OK, SAMSYN_E_NOMEM or SAMSYN_E_ARGUMENT.  Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_sheets_new(samsyn_sheets **out, const samsyn_comparison *comparison);

/** End the tables; NULL is allowed.  Since: 0.1 */
SAMSYN_API void
samsyn_sheets_free(samsyn_sheets *sheets);

/** The id of table @p index ("matrix"), NULL past the last.
 * @param title receives its title in the comparison's language; may be NULL.
 * Since: 0.1 */
SAMSYN_API const char *
samsyn_sheets_at(const samsyn_sheets *sheets, size_t index, const char **title);

/** How many rows a table has, with the one that titles the columns.
 * @param columns receives how many columns; may be NULL.
 * @param titles  receives how many of the first columns say what a row is of;
 *                may be NULL.  Since: 0.1 */
SAMSYN_API size_t
samsyn_sheets_size(const samsyn_sheets *sheets, size_t index, size_t *columns,
                   size_t *titles);

/** A cell; row 0 titles the columns.  An empty text past the end.
 * Since: 0.1 */
SAMSYN_API samsyn_cell
samsyn_sheets_cell(const samsyn_sheets *sheets, size_t index, size_t row,
                   size_t column);

/** How CSV is written. */
typedef enum samsyn_csv {
    SAMSYN_CSV_PLAIN = 1, /**< for programs: RFC 4180 with ',' and '.' */
    SAMSYN_CSV_EXCEL = 2  /**< for Excel with Swedish settings: byte order mark,
                           * ';', decimal comma, and ' before what a
                           * spreadsheet would take for a formula */
} samsyn_csv;

/**
 * Write a table as CSV, UTF-8 with CR LF.
 *
 * @return as samsyn_report_write(); SAMSYN_E_ARGUMENT: no such table or
 *         @p csv.  Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_sheets_write(const samsyn_sheets *sheets, size_t index, samsyn_csv csv,
                    samsyn_write_fn write, void *user);

/* ---- Difference -------------------------------------------------------- */

/** What changed between two records: of two versions of a document, or of one
 * document by two versions of a checklist. */
typedef struct samsyn_difference samsyn_difference;

/** One of the two records. */
typedef enum samsyn_side {
    SAMSYN_SIDE_OLD = 1,
    SAMSYN_SIDE_NEW = 2
} samsyn_side;

/** What happened to a criterion. */
typedef enum samsyn_turn {
    SAMSYN_TURN_BETTER = 1,
    SAMSYN_TURN_WORSE = 2,
    SAMSYN_TURN_LOST = 3,  /**< the same verdict, on fewer quotes */
    SAMSYN_TURN_MOVED = 4, /**< the same verdict, on other quotes */
    SAMSYN_TURN_OTHER = 5, /**< to or from a verdict that is neither met, partly
                            * nor not met */
    SAMSYN_TURN_ADDED = 6, /**< only the new checklist asks it */
    SAMSYN_TURN_DROPPED = 7, /**< only the old one did */
    SAMSYN_TURN_SAME = 8
} samsyn_turn;

/** What differs, as bits. */
typedef enum samsyn_differs {
    SAMSYN_DIFFERS_DOCUMENT = 1,  /**< the text, or an annex */
    SAMSYN_DIFFERS_CHECKLIST = 2, /**< it, its language pack or its model */
    SAMSYN_DIFFERS_RULE = 4,      /**< of a criterion: what was looked for */
    SAMSYN_DIFFERS_WORDING = 8,   /**< its title, question, why or advice */
    SAMSYN_DIFFERS_WEIGHT = 16,   /**< its weight, points or level */
    SAMSYN_DIFFERS_EVIDENCE = 32  /**< its quotes, where it cannot be told */
} samsyn_differs;

/**
 * Compare two records.  Criteria are matched by their ids, quotes by their
 * text.
 *
 * @param out    receives the difference; end it with samsyn_difference_free().
 * @param config allocator and language of what is written; NULL for defaults.
 * @return SAMSYN_OK, SAMSYN_E_NOMEM or SAMSYN_E_ARGUMENT.  Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_difference_new(samsyn_difference **out, const samsyn_record *before,
                      const samsyn_record *after, const samsyn_config *config);

/** End a difference; NULL is allowed.  Since: 0.1 */
SAMSYN_API void
samsyn_difference_free(samsyn_difference *difference);

/** One of the records, as the difference keeps it.  Since: 0.1 */
SAMSYN_API const samsyn_record *
samsyn_difference_record(const samsyn_difference *difference, samsyn_side side);

/** What differs between the two: bits of samsyn_differs.  Where it is the
 * document alone, every change is the text's; where it is the checklist alone,
 * every change is the rules'.  Since: 0.1 */
SAMSYN_API unsigned
samsyn_difference_differs(const samsyn_difference *difference);

/** How many criteria: those of the new record, then those that only the old
 * one has.  Since: 0.1 */
SAMSYN_API size_t
samsyn_difference_count(const samsyn_difference *difference);

/** How many of them took a turn.  Since: 0.1 */
SAMSYN_API size_t
samsyn_difference_turned(const samsyn_difference *difference, samsyn_turn turn);

/** The turn of criterion @p index; 0 past the end.  Since: 0.1 */
SAMSYN_API int
samsyn_difference_turn(const samsyn_difference *difference, size_t index);

/** What differs of criterion @p index itself: bits of samsyn_differs.  Whether
 * its rule does is seen by what it looked for in the same document, and known
 * of records of assessments with an account only.  Since: 0.1 */
SAMSYN_API unsigned
samsyn_difference_changed(const samsyn_difference *difference, size_t index);

/** What cannot be told of criterion @p index: SAMSYN_DIFFERS_RULE where the
 * checklist differs and an account is missing or is of another document;
 * SAMSYN_DIFFERS_EVIDENCE where a quote may be gone or new, but the other
 * record has its quotes without words, or as many as its limit and may have
 * had more.  No turn is made of such quotes.  Since: 0.1 */
SAMSYN_API unsigned
samsyn_difference_unknown(const samsyn_difference *difference, size_t index);

/** The index of criterion @p index in one of the records; SAMSYN_NONE where it
 * is not there.  Since: 0.1 */
SAMSYN_API size_t
samsyn_difference_index(const samsyn_difference *difference, size_t index,
                        samsyn_side side);

/** Quote @p quote of criterion @p index that only one of the records has: of
 * the old one, what was lost; of the new one, what came.  Its text is ""
 * past the last, and where words are left out.  Since: 0.1 */
SAMSYN_API samsyn_quote
samsyn_difference_quote(const samsyn_difference *difference, size_t index,
                        samsyn_side side, size_t quote);

/**
 * Write a difference.
 *
 * @param format as for samsyn_comparison_write().
 * @return as samsyn_report_write().  Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_difference_write(const samsyn_difference *difference, const char *format,
                        size_t length, samsyn_write_fn write, void *user);

/* ---- SARIF ------------------------------------------------------------- */

/** A log in SARIF 2.1.0, for programs that gather what tools find. */
typedef struct samsyn_sarif samsyn_sarif;

/** What of an assessment is a result in a log. */
typedef enum samsyn_sarif_results {
    SAMSYN_SARIF_WANTING = 1, /**< what is partly met or not met */
    SAMSYN_SARIF_ALL = 2      /**< every verdict, by its `kind`: "pass", "fail",
                               * "review", "open" or "notApplicable" */
} samsyn_sarif_results;

/**
 * Begin a log, which is empty.
 *
 * @param out    receives it; end it with samsyn_sarif_free().
 * @param config allocator, and the language of what is said of checklists;
 *               NULL for defaults.
 * @return SAMSYN_OK, SAMSYN_E_NOMEM or SAMSYN_E_ARGUMENT.  Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_sarif_new(samsyn_sarif **out, const samsyn_config *config);

/** End a log; NULL is allowed.  Since: 0.1 */
SAMSYN_API void
samsyn_sarif_free(samsyn_sarif *sarif);

/**
 * Add an assessment, as a run of its own: its criteria are rules, its documents
 * artifacts with their digests.  Names of documents become relative references
 * as they are, and file: addresses where they are absolute paths.
 *
 * @return SAMSYN_OK; SAMSYN_E_NOMEM, after which the log cannot be written;
 *         SAMSYN_E_ARGUMENT for NULL or an unknown @p results.
 * Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_sarif_add(samsyn_sarif *sarif, const samsyn_assessment *assessment,
                 samsyn_sarif_results results);

/**
 * Add a run for what could not be read or assessed, which failed.
 *
 * @param name   of the document or checklist.
 * @param text   one sentence for a person; NULL for the status's name.
 * @return as samsyn_sarif_add().  Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_sarif_add_failure(samsyn_sarif *sarif, const char *name,
                         samsyn_status status, const char *text);

/**
 * Add a checklist to the one run of what is found in checklists, so that it is
 * named with its digest also where nothing is found.
 *
 * @param name  as the diagnostics call it.
 * @param bytes its file; not kept.
 * @return as samsyn_sarif_add().  Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_sarif_add_checklist(samsyn_sarif *sarif, const char *name,
                           const char *bytes, size_t length);

/**
 * Add diagnostics to that run, as of samsyn_checklist_load() and
 * samsyn_checklist_lint(): a result each, with the code as its rule.
 *
 * @param list NULL adds nothing but the run.
 * @return as samsyn_sarif_add().  Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_sarif_add_diagnostics(samsyn_sarif *sarif,
                             const samsyn_diagnostics *list);

/**
 * Write the log.
 *
 * @return as samsyn_report_write().  Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_sarif_write(const samsyn_sarif *sarif, samsyn_write_fn write,
                   void *user);

/**
 * Write the runs of the log alone, with nothing before the first and after the
 * last, for a program that makes one log of several: within the array `runs`,
 * with a comma between those of different logs, they are what
 * samsyn_sarif_write() writes.
 *
 * @return as samsyn_report_write().  Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_sarif_write_runs(const samsyn_sarif *sarif, samsyn_write_fn write,
                        void *user);

#ifdef __cplusplus
}
#endif

#endif /* SAMSYN_H */
