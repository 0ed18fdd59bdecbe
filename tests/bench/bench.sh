#!/bin/sh
# SPDX-License-Identifier: MIT
# bench.sh [counted]: times (not with "counted"), then what can be counted,
# compared with marks.txt: more than a tenth above a mark fails.
# UPDATE=1 writes the marks anew.
set -eu
: "${BUILD:=build}" "${PYTHON:=python3}"
marks=tests/bench/marks.txt
list=checklists/overenskommelse.yaml
work=$BUILD/bench.out
mkdir -p "$work"
: >"$work/counted"
code=0

# How long a user waits for a short document, start to end.
head -n 20 examples/agreements/ekvalla.md >"$work/short.md"
chosen="$BUILD/samsyn score $work/short.md"
given="$BUILD/samsyn score --checklist overenskommelse $work/short.md"
export SAMSYN_DATA=checklists

# Sentences that are read as the document's own: with the passages' quotation
# marks left in, much of them would be somebody else's words.
cut -f6 checklists/passages/overenskommelse.tsv |
    LC_ALL=C grep -avE "\"|'|“|”|»|’" | LC_ALL=C grep -aE '.{60,}' |
    head -n 700 | LC_ALL=C sed 's| / |\n\n|g; G' >"$work/sentences"

"$PYTHON" tests/bench/readers.py make "$work/sentences" "$work/files"

# The fastest of so many runs of a command, start to end.
fastest()
{
    "$PYTHON" - "$@" <<'END'
import subprocess, sys, time
runs, title, command = int(sys.argv[1]), sys.argv[2], sys.argv[3:]
took = []
for _ in range(runs):
    begun = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    took.append(time.perf_counter() - begun)
print(f"{title}: {min(took) * 1000:.1f} ms, the fastest of {runs}")
END
}

if [ "${1:-}" != counted ]; then
    "$PYTHON" tests/bench/readers.py time "$BUILD/bench" "$work/files" || code=1
    "$BUILD/bench" || code=1
    "$BUILD/bench" sizes || code=1
    "$BUILD/bench" model 1 examples/agreements/ekvalla.md || code=1
    "$BUILD/bench" model 10240 "$work/sentences" || code=1
    # shellcheck disable=SC2086  # commands and their arguments
    fastest 20 "cold start, checklist given" $given
    # shellcheck disable=SC2086
    fastest 20 "cold start, checklist chosen" $chosen
fi

"$BUILD/bench" count 512 >"$work/allocations"
bytes=$(sed -n 's/^bytes //p' "$work/allocations")
grep -E '^(allocations|allocated|largest) ' "$work/allocations" \
    >>"$work/counted"

# Instructions inside one function, or of the whole program, of which
# valgrind tells the sum.
instructions()
{
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" 2>&1 \
        >/dev/null | sed -n 's/.*Collected *: *//p'
}

# Reading and assessing one text by a checklist; the text has words of all.
by_list()
{
    for step in samsyn_document_read samsyn_assess; do
        instructions "--toggle-collect=$step" \
            "$BUILD/bench" count 128 "$1" "$work/many.yaml"
    done
}

# What eight times the criteria cost, of which the text has eight times the
# words; ten times would be more values than a checklist may have.
compare_many()
{
    "$PYTHON" tests/bench/many.py 8 $list >"$work/many.yaml"
    # shellcheck disable=SC2046,SC2183  # four numbers
    printf '%s %s %s %s\n' $(by_list $list) $(by_list "$work/many.yaml") |
        awk '{
            ratio = ($3 + $4) / ($1 + $2)
            printf "eight times the criteria: %.2f times the assessing, ", $4 / $2
            printf "%.2f times with the reading (mark: 1.50)\n", ratio
            exit ratio > 1.5 }'
}

# What the model adds to what the rules alone cost: instructions and memory.
compare_model()
{
    alone=$(instructions --toggle-collect=samsyn_assess \
        "$BUILD/bench" alone 1 "$2")
    taught=$(instructions --toggle-collect=samsyn_assess \
        "$BUILD/bench" taught 1 "$2")
    echo "$1: with the model $taught instructions, rules alone $alone" \
        "(mark: twice as many)"
    echo "model_percent_$1 $((100 * taught / alone))" >>"$work/counted"
    [ "$taught" -le $((2 * alone)) ]
}

# The weighing itself, of the sentences, and reading the model.
weigh_really()
{
    taught=$("$BUILD/bench" taught 1 "$work/sentences" |
        sed -n 's/^largest //p')
    alone=$("$BUILD/bench" alone 1 "$work/sentences" |
        sed -n 's/^largest //p')
    echo "sentences: $((taught / size)) bytes a byte with the model," \
        "rules alone $((alone / size))"
    echo "model_memory_a_byte $(((taught - alone) / size))"
    echo "taught_a_byte $(($(instructions --toggle-collect=taught_init \
        "$BUILD/bench" taught 1 "$work/sentences") / size))"
    echo "model_read $(instructions --toggle-collect=model_read \
        "$BUILD/bench" taught 1 "$work/sentences")"
}

# Reading a file once, for each byte of its markup.
count_reading()
{
    for kind in docx odt html; do
        file=$work/files/short.$kind
        "$BUILD/bench" read 1 "$file" >/dev/null || continue
        taken=$(instructions --toggle-collect=samsyn_read_document \
            "$BUILD/bench" read 1 "$file")
        echo "read_${kind}_a_byte $((taken /
            $("$PYTHON" tests/bench/readers.py size "$file")))"
    done
}

if command -v valgrind >/dev/null; then
    count_reading >>"$work/counted"
    for step in samsyn_document_read match_document samsyn_assess \
        samsyn_report_write; do
        echo "$step $(instructions "--toggle-collect=$step" \
            "$BUILD/bench" count 512)"
    done >>"$work/counted"
    # A longer checklist takes longer to load: counted for each of its bytes.
    yaml=$(cat $list checklists/language/sv.yaml | wc -c)
    # shellcheck disable=SC2086  # commands and their arguments
    {
        cold=$(instructions $given)
        choosing=$(instructions $chosen)
    }
    echo "cold start: $cold instructions, $choosing with choosing"
    echo "cold_start_a_yaml_byte $((cold / yaml))" >>"$work/counted"
    echo "choosing_a_yaml_byte $((choosing / yaml))" >>"$work/counted"
    # The beginning of a checklist's passages: as many words as true text has.
    weighed=$(instructions --toggle-collect=weigh_document \
        "$BUILD/bench" weigh 64 checklists/passages/medborgarlofte.tsv)
    echo "weigh_a_byte $((weighed / 65536))" >>"$work/counted"
    size=$(wc -c <"$work/sentences")
    compare_model short examples/agreements/ekvalla.md || code=1
    compare_model long "$work/sentences" || code=1
    weigh_really >"$work/weighed"
    head -n 1 "$work/weighed"
    sed 1d "$work/weighed" >>"$work/counted"
    compare_many || code=1
else
    echo 'instructions: skipped, valgrind is not installed'
fi

if [ -n "${UPDATE:-}" ]; then
    {
        echo '# What 512 KiB of text cost; more than a tenth above fails.'
        cat "$work/counted"
    } >$marks
fi

awk -v bytes="$bytes" '
    /^#/ { next }
    FNR == NR { mark[$1] = $2; next }
    {
        share = /^(samsyn|match)_/ \
            ? sprintf("%8.1f instructions a byte", $2 / bytes) : ""
        change = mark[$1] ? 100 * ($2 / mark[$1] - 1) : 0
        printf "%-22s %12.0f  %+6.1f %% %s\n", $1, $2, change, share
        if (!mark[$1]) {
            print $1 " has no mark"
            failed = 1
        } else if ($2 > mark[$1] * 1.1) {
            print $1 " is more than a tenth above its mark"
            failed = 1
        }
    }
    END { exit failed }' $marks "$work/counted" || code=1
exit $code
