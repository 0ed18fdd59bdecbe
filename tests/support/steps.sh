# SPDX-License-Identifier: MIT
# shellcheck shell=sh
# Sourced by the scripts that run checks: runs each to its end, keeps its
# output, counts what passed and failed, and prints one line about it.
#
# BUILD    where logs go
# RESULTS  a line for each step: passed failed skipped name
# STRICT   not empty: a skipped check is a failed one

: "${BUILD:=build}" "${RESULTS:=$BUILD/results}" "${STRICT:=}"
LOGS=$BUILD/log
mkdir -p "$LOGS"

# step NAME COMMAND...: exit status 77 means skipped, with the reason as the
# last line of output.
step()
{
    name=$1
    shift
    log=$LOGS/$(printf %s "$name" | tr -c 'A-Za-z0-9._-' -).log
    code=0
    "$@" >"$log" 2>&1 </dev/null || code=$?
    # shellcheck disable=SC2046  # four words are meant
    set -- $(awk -v code=$code -v strict="$STRICT" -f tests/support/count.awk "$log")
    echo "$1 $2 $3 $name" >>"$RESULTS"
    case $4 in
    passed) printf 'passed   %-28s %s\n' "$name" "$1" ;;
    skipped) printf 'skipped  %-28s %s\n' "$name" "$(tail -n 1 "$log")" ;;
    *)
        printf 'FAILED   %-28s %s of %s; the end of %s:\n' "$name" "$2" \
            "$(($1 + $2))" "$log"
        grep -vE '^\[ RUN  |^\[       OK' "$log" | tail -n 40 |
            sed 's/^/    | /'
        ;;
    esac
}

# The sum as the last line; fails where anything did.
sum_up()
{
    awk '{ passed += $1; failed += $2; skipped += $3 }
        END {
            printf "%d passed, %d failed", passed, failed
            if (skipped) printf ", %d skipped", skipped
            print ""
            exit failed > 0 || passed == 0
        }' "$RESULTS"
}
