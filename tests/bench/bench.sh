#!/bin/sh
# SPDX-License-Identifier: MIT
# bench.sh [counted]: times (not with "counted"), then what can be counted,
# compared with marks.txt: more than a tenth above a mark fails.
# UPDATE=1 writes the marks anew.
set -eu
: "${BUILD:=build}"
marks=tests/bench/marks.txt
work=$BUILD/bench.out
mkdir -p "$work"
: >"$work/counted"
code=0

[ "${1:-}" = counted ] || "$BUILD/bench" || code=1

# How long a user waits for a small document, start to end.
if [ "${1:-}" != counted ]; then
    start=$(date +%s%N)
    for i in 1 2 3 4 5 6 7 8 9 10; do
        SAMSYN_DATA=checklists "$BUILD/samsyn" score \
            examples/agreements/ekvalla.md >"$work/ekvalla.$i"
    done
    end=$(date +%s%N)
    awk -v ns=$((end - start)) 'BEGIN {
        printf "cold start %8.1f ms for a small document\n", ns / 1e7 }'
fi

"$BUILD/bench" count 1024 >"$work/allocations"
bytes=$(sed -n 's/^bytes //p' "$work/allocations")
sed -n 's/^allocations /allocations /p; s/^largest /largest /p' \
    "$work/allocations" >>"$work/counted"

# Instructions inside one function, or of the whole program, of which
# valgrind tells the sum.
instructions()
{
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" 2>&1 \
        >/dev/null | sed -n 's/.*Collected *: *//p'
}

if command -v valgrind >/dev/null; then
    for step in samsyn_document_read match_document samsyn_assess \
        samsyn_report_write; do
        echo "$step $(instructions "--toggle-collect=$step" \
            "$BUILD/bench" count 1024)"
    done >>"$work/counted"
    # A longer checklist takes longer to load: counted for each of its bytes.
    yaml=$(cat checklists/*.yaml checklists/language/*.yaml | wc -c)
    cold=$(SAMSYN_DATA=checklists instructions "$BUILD/samsyn" score \
        examples/agreements/ekvalla.md)
    echo "cold_start_a_yaml_byte $((cold / yaml))" >>"$work/counted"
else
    echo 'instructions: skipped, valgrind is not installed'
fi

if [ -n "${UPDATE:-}" ]; then
    {
        echo '# What 1 MiB of text costs; more than a tenth above fails.'
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
