# SPDX-License-Identifier: MIT
#
# Makes the manual page samsyn-checklist(5): a hand-written introduction, in
# which a line "@KEYS@" stands for a subsection of each mapping, from the
# reference in Markdown.  -v date="Month day, year" sets the page's date.
#
#   awk -f manual.awk reference.md samsyn-checklist.5.in

# "list of [term](#term)" without the link.
function unlinked(text)
{
    gsub(/\]\(#[^)]*\)/, "", text)
    sub(/\[/, "", text)
    return text
}

function plain(text)
{
    gsub(/\\/, "\\e", text)
    gsub(/`/, "", text)
    return text
}

# Text in lines of at most 76 characters; the later ones after an indent.
function wrapped(text, indent,    out, line, n, i, words)
{
    n = split(text, words, " ")
    line = words[1]
    for (i = 2; i <= n; i++) {
        if (length(line) + length(words[i]) > 70) {
            out = out guarded(line) "\n"
            line = indent words[i]
        } else
            line = line " " words[i]
    }
    return out guarded(line) "\n"
}

# A dot or apostrophe in front would be a request.
function guarded(line)
{
    return line ~ /^[.']/ ? "\\&" line : line
}

function end_list()
{
    if (in_list)
        keys = keys ".El\n"
    in_list = 0
}

# | `key` | yes | value | what | `example` |
function put_row(    cells, text, example)
{
    gsub(/\\\|/, "\001")
    split($0, cells, / *\| */)
    gsub(/\001/, "|", cells[6])
    if (!in_list)
        keys = keys ".Bl -tag -width Ds\n"
    in_list = 1
    keys = keys ".It Cm " plain(cells[2]) (cells[3] ? " Pq " cells[3] : "") "\n"
    keys = keys wrapped(plain(cells[5]) ".", "")
    keys = keys wrapped("Value: " plain(unlinked(cells[4])) ".", "")
    example = cells[6]
    if (example)
        keys = keys ".Bd -literal -compact\n" wrapped(plain(example), "  ") \
            ".Ed\n"
}

FNR == NR && /^# / { parts++ }
FNR == NR && parts == 1 && /^## / {
    end_list()
    keys = keys ".Ss " substr($0, 4) "\n"
    next
}
FNR == NR && parts == 1 && /^\| `/ { put_row(); next }
FNR == NR && parts == 1 && /^[A-Za-z]/ && keys {
    text = plain($0)
    sub(/ +$/, "", text)
    n = split(text, sentences, /\. /)
    for (i = 1; i <= n; i++)
        keys = keys wrapped(sentences[i] (i < n ? "." : ""), "")
    next
}
FNR == NR { next }

/^@KEYS@$/ { end_list(); printf "%s", keys; next }
{ sub(/@DATE@/, date); print }
