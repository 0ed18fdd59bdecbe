#!/bin/sh
# SPDX-License-Identifier: MIT
# sarif.sh MODULES: the logs that the tests left behind, by the validator of
# those who make the standard: its schema and what only its text says.  It says
# what it finds in a log of its own.
#
# Two of its wishes are not met on purpose: SARIF2005, an address of the tool,
# which has none yet, and SARIF2017, a region for every place, where a result
# is about the document as a whole or a file has no lines.
set -eu
build=${BUILD:-build}
tool=$1/node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool
found=$build/sarif-found

set -- "$build"/sarif/*.json tests/data/report/sarif-*.json
[ -f "$1" ] || {
    echo "no logs: run tests/api/sarif.py first"
    exit 1
}
mkdir -p "$found"
rm -f "$found"/*
for log; do
    cp "$log" "$found/$(basename "$log" .json).sarif"
done
# One that is wrong, so that it is known to find something.
printf '%s\n' '{"version": "2.1.0", "runs": [{"tool": {"driver":' \
    '{"name": "x"}}, "results": [{"message": {"text": "x"}, "levl": 1}]}]}' \
    >"$found/wrong.sarif"
chmod u+x "$tool"
"$tool" validate "$found"/*.sarif --output "$found/all" --log ForceOverwrite \
    >"$found/said"
grep -q 'wrong.sarif.* error JSON' "$found/said" || {
    echo "the validator finds nothing in a log that is wrong"
    exit 1
}
wrong=$(grep -E ' (error|warning) [A-Z]+[0-9]+: ' "$found/said" |
    grep -v -e 'wrong\.sarif' -e 'warning SARIF2005: ' \
        -e 'warning SARIF2017: .*region. property is absent' || :)
[ -z "$wrong" ] || {
    printf '%s\n' "$wrong" | head -n 20
    exit 1
}
echo "$# passed, 0 failed"
