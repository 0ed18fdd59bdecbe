# SPDX-License-Identifier: MIT
#
# Makes the manual page samsyn(3) from include/samsyn.h: a section for each
# "/* ---- Title ---- */", a subsection for each declaration that follows a
# documentation comment.  -v date="Month day, year" sets the page's date.

BEGIN {
    call = "^[a-z_]+[(][)][.,;:)]*$"
}

function escaped(text)
{
    gsub(/\\/, "\\e", text)
    return text
}

# One line of running text; a dot or apostrophe in front would be a request.
function line(text)
{
    if (text ~ /^[.']/)
        text = "\\&" text
    gsub(/\001/, "\\fI", text)
    gsub(/\003/, "\\fB", text)
    gsub(/\002/, "\\fR", text)
    print text
}

# "samsyn_x()," as the arguments of the macro that marks functions.
function named(word,    name)
{
    name = word
    sub(/\(\).*/, "", name)
    sub(/.*\(\)/, "", word)
    gsub(/./, " &", word)
    return name word
}

# Each sentence begins a line of its own, and no line is longer than 80.
function sentences(text,    words, n, i, out)
{
    gsub(/[ \t]+/, " ", text)
    sub(/^ /, "", text)
    sub(/ $/, "", text)
    text = escaped(text)
    n = split(text, words, " ")
    out = ""
    for (i = 1; i <= n; i++) {
        if (out != "" && length(out) + length(words[i]) > 68 ||
            words[i] ~ call) {
            if (out != "")
                line(out)
            out = ""
        }
        if (words[i] ~ call) {
            print ".Fn " named(words[i])
            continue
        }
        out = out (out == "" ? "" : " ") words[i]
        if (words[i] ~ /[.:?!][)"`']*$/ && words[i] !~ /^(e\.g|i\.e)\.$/) {
            line(out)
            out = ""
        }
    }
    if (out != "")
        line(out)
}

# What is set off in the header is set off on the page: marked here, and
# turned into fonts once the words are laid out.
function marked(text,    found)
{
    while (match(text, /@p [A-Za-z_]+/)) {
        found = substr(text, RSTART + 3, RLENGTH - 3)
        text = substr(text, 1, RSTART - 1) "\001" found "\002" \
            substr(text, RSTART + RLENGTH)
    }
    while (match(text, /`[^`]+`/)) {
        found = substr(text, RSTART + 1, RLENGTH - 2)
        text = substr(text, 1, RSTART - 1) "\003" found "\002" \
            substr(text, RSTART + RLENGTH)
    }
    return text
}

function list_end()
{
    if (list != "")
        print ".El"
    list = ""
}

function list_begin(kind)
{
    if (list == kind)
        return
    list_end()
    print ".Bl " (kind == "param" ? "-tag -width Ds" : "-bullet -compact")
    list = kind
}

function paragraph_end(    text, name)
{
    text = marked(held)
    held = ""
    if (text ~ /^[ \t]*$/)
        return
    if (text ~ /^@param /) {
        sub(/^@param +/, "", text)
        name = text
        sub(/ .*/, "", name)
        sub(/^[^ ]+ */, "", text)
        list_begin("param")
        print ".It Fa " name
    } else if (text ~ /^- /) {
        sub(/^- +/, "", text)
        list_begin("bullet")
        print ".It"
    } else {
        list_end()
        if (text ~ /^@return /) {
            sub(/^@return +/, "Returns ", text)
        }
        if (begun)
            print ".Pp"
    }
    begun = 1
    sentences(text)
}

# The collected comment as paragraphs, parameters and lists.
function describe(text,    lines, n, i)
{
    gsub(/@param /, "\n@param ", text)
    gsub(/@return /, "\n@return ", text)
    gsub(/Since: /, "\n\nSince: ", text)
    n = split(text, lines, "\n")
    held = ""
    list = ""
    for (i = 1; i <= n; i++) {
        if (lines[i] ~ /^[ \t]*$/ || lines[i] ~ /^(@param|@return) / ||
            lines[i] ~ /^ *- /)
            paragraph_end()
        sub(/^ +/, "", lines[i])
        held = held " " lines[i]
        sub(/^ /, "", held)
    }
    paragraph_end()
    list_end()
}

function declare(text,    lines, n, i)
{
    print ".Bd -literal"
    n = split(text, lines, "\n")
    for (i = 1; i <= n; i++)
        line(escaped(lines[i]))
    print ".Ed"
}

# The name that a declaration introduces.
function introduced(text)
{
    if (text ~ /^#define/) {
        sub(/^#define +/, "", text)
        sub(/[ (].*/, "", text)
    } else if (match(text, /\(\*samsyn_[a-z0-9_]+\)/)) {
        text = substr(text, RSTART + 2, RLENGTH - 3)
    } else if (text ~ /^typedef/) {
        sub(/.*\n/, "", text)
        sub(/;.*/, "", text)
        sub(/.*[ }]/, "", text)
    } else {
        match(text, /samsyn_[a-z0-9_]+\(/)
        text = substr(text, RSTART, RLENGTH - 1)
    }
    return text
}

function entry(    name)
{
    sub(/^SAMSYN_API (SAMSYN_NODISCARD )?/, "", code)
    gsub(/\n +\/\*\*< /, " /* ", code)
    gsub(/\/\*\*<? /, "/* ", code)
    gsub(/@p /, "", code)
    name = introduced(code)
    print ".Ss " name
    declare(code)
    begun = 1
    describe(comment)
    comment = ""
    code = ""
}

function opening()
{
    print ".\\\" SPDX-License-Identifier: MIT"
    print ".\\\" Made from samsyn.h by manual.awk: change it there."
    print ".Dd " (date == "" ? "January 1, 1970" : date)
    print ".Dt SAMSYN 3"
    print ".Os"
    print ".Sh NAME"
    print ".Nm samsyn"
    print ".Nd assess documents against checklists"
    print ".Sh SYNOPSIS"
    print ".In samsyn.h"
    print ".Sh DESCRIPTION"
    begun = 0
    sub(/@file [a-z.]+\n/, "", comment)
    describe(comment)
    comment = ""
}

# A section of the header becomes a section of the page.
/^\/\* ---- .* -+ \*\/$/ {
    title = $0
    sub(/^\/\* ---- /, "", title)
    sub(/ -+ \*\/$/, "", title)
    print ".Sh " toupper(title)
    comment = ""
    next
}

# A documentation comment, with its frame of stars taken off.
!in_code && /^\/\*\*/ {
    in_comment = 1
    comment = ""
}

in_comment {
    text = $0
    last = text ~ /\*\/$/
    sub(/^ *\/?\*+ ?/, "", text)
    sub(/ *\*\/$/, "", text)
    if (last && text == "/")
        text = ""
    comment = comment text "\n"
    if (last) {
        in_comment = 0
        if (comment ~ /@file/)
            opening()
    }
    next
}

!in_code && comment != "" && /^(SAMSYN_API|typedef|#define SAMSYN_)/ {
    in_code = 1
    code = ""
}

in_code {
    code = code (code == "" ? "" : "\n") $0
    depth += gsub(/{/, "{") - gsub(/}/, "}")
    if (depth == 0 && ($0 ~ /;/ || code ~ /^#define/)) {
        in_code = 0
        entry()
    }
    next
}

END {
    print ".Sh SEE ALSO"
    print ".Xr samsyn 1"
}
