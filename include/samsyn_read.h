/* SPDX-License-Identifier: MIT */
#ifndef SAMSYN_READ_H
#define SAMSYN_READ_H

/**
 * @file samsyn_read.h
 * Reads the files that people have, DOCX, ODT, PDF and HTML, into the same
 * documents as samsyn_document_read() makes of text and Markdown.
 *
 * A library of its own, libsamsyn-read, so that who links libsamsyn needs
 * nothing for them.  What holds for every function of samsyn.h holds here.
 * Evidence in such a document has no span in the file but a place, such as
 * "sida 3" or "tabell 1, rad 2", worded in Swedish or English.
 *
 * What a file is, is told by its content and not by its name.  PDF is read by
 * pdftotext and pdftohtml of poppler-utils, run as child processes with no more
 * rights than they need and with limits of time and memory; nothing is
 * written to a disk.  samsyn_read_guarded() tries how much of that holds.
 */

#include "samsyn.h"

#ifdef __cplusplus
extern "C" {
#endif

/** What a file is.  Those after SAMSYN_READ_HTML are known by sight only, so
 * that a person can be told what to do instead. */
typedef enum samsyn_read_format {
    SAMSYN_READ_TEXT = 0, /**< none of the others: text, Markdown */
    SAMSYN_READ_DOCX = 1,
    SAMSYN_READ_ODT = 2, /**< also as a flat file (.fodt) */
    SAMSYN_READ_PDF = 3,
    SAMSYN_READ_HTML = 4,
    SAMSYN_READ_DOC = 5,       /**< Word 97 to 2003 */
    SAMSYN_READ_ENCRYPTED = 6, /**< an Office file with a password */
    SAMSYN_READ_RTF = 7,
    SAMSYN_READ_SHEET = 8,  /**< a spreadsheet */
    SAMSYN_READ_SLIDES = 9, /**< a presentation */
    SAMSYN_READ_IMAGE = 10,
    SAMSYN_READ_WEB_ARCHIVE = 11, /**< a web page saved as one file (.mht) */
    SAMSYN_READ_ARCHIVE = 12      /**< a zip file of something else */
} samsyn_read_format;

/** What is done with tracked changes. */
typedef enum samsyn_tracked {
    SAMSYN_TRACKED_ACCEPT = 0, /**< the text as if all were accepted */
    SAMSYN_TRACKED_REJECT = 1  /**< the text as if none had been made */
} samsyn_tracked;

/** What holds back the programs that read a PDF. */
typedef enum samsyn_read_guard {
    /** They end where they use too much memory or time, and cannot open many
     * files.  Every kernel has it. */
    SAMSYN_READ_GUARD_LIMITS = 0,
    /** They cannot reach the network or other processes, change what is
     * stored, or lift a limit (seccomp). */
    SAMSYN_READ_GUARD_CALLS = 1,
    /** They can open nothing but programs, libraries and fonts (Landlock). */
    SAMSYN_READ_GUARD_FOLDERS = 2
} samsyn_read_guard;

/** How to read.  Opaque; may be freed once a call that was given it has
 * returned. */
typedef struct samsyn_read_options samsyn_read_options;

/**
 * What a file is, by its content.
 *
 * @param bytes  the whole file, or at least its beginning; of a zip file the
 *               end is looked at, too.
 * @param length bytes in @p bytes.
 * Thread safe.  Since: 0.1
 */
SAMSYN_API samsyn_read_format
samsyn_read_format_of(const char *bytes, size_t length);

/** A format's name: "docx", "pdf", ...; "" for an unknown value.
 * Since: 0.1 */
SAMSYN_API const char *
samsyn_read_format_name(samsyn_read_format format);

/**
 * Whether files of a format can be read here: the reader was built in, and
 * the programs that it runs are installed.
 *
 * @return 1 or 0.  Since: 0.1
 */
SAMSYN_API int
samsyn_read_can(samsyn_read_format format);

/**
 * Whether something holds back the programs that read a PDF, here and now.
 * It is tried, and not asked of the kernel: a child process is made, shut in
 * as those are, and tries what it must not.  Without one of them a PDF is
 * still read, by what remains.
 *
 * @return 0 where it does not hold; 1 where it does, and for
 *         SAMSYN_READ_GUARD_FOLDERS the version of the kernel's interface;
 *         -1 where it could not be tried: for an unknown value, where the
 *         reader of PDF was not built in, or no process could be made.
 * Thread safe.  Since: 0.1
 */
SAMSYN_API int
samsyn_read_guarded(samsyn_read_guard guard);

/**
 * Make options with the defaults: tracked changes accepted, places in Swedish.
 *
 * @param out       receives them; end them with samsyn_read_options_free().
 * @param allocator copied; NULL for malloc and free.  libzip, expat and
 *                  libxml2 allocate by themselves.
 * @return SAMSYN_OK, SAMSYN_E_NOMEM, SAMSYN_E_ARGUMENT (@p out is NULL).
 * Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_read_options_new(samsyn_read_options **out,
                        const samsyn_allocator *allocator);

/** End options; NULL is allowed.  Since: 0.1 */
SAMSYN_API void
samsyn_read_options_free(samsyn_read_options *options);

/**
 * Choose what is done with tracked changes.
 *
 * @return SAMSYN_OK, or SAMSYN_E_ARGUMENT for an unknown value.  Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_read_options_set_tracked(samsyn_read_options *options,
                                samsyn_tracked tracked);

/**
 * Choose the language in which places are worded: "tabell 1, rad 2" or
 * "table 1, row 2".  They are kept with the document, so choose that of the
 * reports that are to be made of it.
 *
 * @return SAMSYN_OK, or SAMSYN_E_ARGUMENT for an unknown value or NULL.
 * Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_read_options_set_lang(samsyn_read_options *options, samsyn_lang lang);

/**
 * Read a file of any format into a document.  Text and Markdown are passed on
 * to samsyn_document_read().
 *
 * @param out         receives it; end it with samsyn_document_free().
 * @param bytes       the file's bytes.
 * @param length      bytes in @p bytes.
 * @param name        shown in reports and messages; NULL for "document".
 * @param language    used during the call only.
 * @param config      limits and allocator of the document; NULL for the
 *                    defaults.
 * @param options     NULL for the defaults.
 * @param diagnostics as for samsyn_language_load(), with the notices.
 * @return SAMSYN_OK; SAMSYN_E_NO_READER (a format that cannot be read here,
 *         and the diagnostic says what to do), SAMSYN_E_ENCRYPTED,
 *         SAMSYN_E_EMPTY (no words: also a scanned page), SAMSYN_E_NOT_TEXT
 *         (damaged), SAMSYN_E_LIMIT, SAMSYN_E_STOPPED, SAMSYN_E_NOMEM,
 *         SAMSYN_E_ARGUMENT.  Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_read_document(samsyn_document **out, const char *bytes, size_t length,
                     const char *name, const samsyn_language *language,
                     const samsyn_config *config,
                     const samsyn_read_options *options,
                     samsyn_diagnostics **diagnostics);

/**
 * Write a copy of a DOCX file in which what samsyn_report_remark() says of each
 * criterion stands as a Word comment: at the paragraph where the text came
 * nearest, else where something counts, else at the first paragraph.  What
 * stands in a note or a text box gets its comment at the paragraph that it
 * belongs to.
 *
 * Comments that are there stay, and the numbers of new ones follow theirs.
 * Nothing else is changed: other parts are copied as they are packed, and the
 * text part by its bytes.  Comments are by "samsyn", with the date of the
 * assessment where it has one.  The same input gives the same bytes.
 *
 * @param bytes       the file that was assessed, as it was read.
 * @param length      bytes in @p bytes.
 * @param assessment  of that file alone or with annexes; remarks on what
 *                    stands in an annex are put at the beginning.
 * @param language    of the document; used during the call only.
 * @param options     those that the document was read with; NULL for the
 *                    defaults.
 * @param write       receives the whole copy at once, and nothing before it
 *                    is whole.
 * @param diagnostics as for samsyn_read_document(); may be NULL.
 * @return SAMSYN_OK; SAMSYN_E_NO_READER (not a DOCX file, or its reader was
 *         not built in), SAMSYN_E_STOPPED (@p write gave back other than 0),
 *         and as samsyn_read_document().
 * Thread safe.  Since: 0.1
 */
SAMSYN_API SAMSYN_NODISCARD samsyn_status
samsyn_read_remarked(const char *bytes, size_t length,
                     const samsyn_assessment *assessment,
                     const samsyn_language *language,
                     const samsyn_read_options *options, samsyn_write_fn write,
                     void *user, samsyn_diagnostics **diagnostics);

#ifdef __cplusplus
}
#endif

#endif
