#!/bin/sh
# SPDX-License-Identifier: MIT
# A part of the tests under valgrind, which sees reads of memory that was
# never set, as the sanitizers do not.
set -eu
: "${BUILD:=build}"
command -v valgrind >/dev/null || {
    echo 'valgrind is not installed'
    exit 77
}
SAMSYN_DATA=checklists
export SAMSYN_DATA
agreement=examples/agreements/ekvalla.md
passed=0 failed=0

watched()
{
    valgrind --quiet --error-exitcode=99 --leak-check=full \
        --suppressions=tests/support/valgrind.supp \
        --errors-for-leak-kinds=all "$@" >"$BUILD/valgrind.out" 2>&1
}

run()
{
    code=0
    watched "$@" || code=$?
    if [ "$code" != 99 ]; then
        passed=$((passed + 1)) # its own exit status; memory was in order
        return
    fi
    failed=$((failed + 1))
    echo "failed: $*"
    tail -n 40 "$BUILD/valgrind.out"
}

# That what is watched is seen: a program that ends well, and one that loses
# memory.
printf '%s\n' '#include <stdlib.h>' 'int' 'main(int argc, char **argv)' '{' \
    '    char *volatile lost = argc > 1 ? malloc(9) : NULL;' \
    '    lost = argv[0]; return lost == NULL;' '}' >"$BUILD/lost.c"
${CC:-cc} "$BUILD/lost.c" -o "$BUILD/lost"
watched "$BUILD/lost" || { cat "$BUILD/valgrind.out"; exit 1; }
code=0
watched "$BUILD/lost" memory || code=$?
[ "$code" = 99 ] || { echo 'valgrind sees no memory lost'; exit 1; }

run "$BUILD/samsyn" score "$agreement"
run "$BUILD/samsyn" score --format json --lang en --date 2026-11-22 \
    "$agreement"
run "$BUILD/samsyn" score --explain giltighetstid "$agreement"
run "$BUILD/samsyn" score --explain uppfoljning-planerad "$agreement"
# The processes of a batch end with what they hold; a mistake in one of them
# is an internal error of the command.
batch()
{
    printf '{"id": %d, "path": "%s"}\n' 1 "$agreement" 2 "$agreement" |
        valgrind --quiet --error-exitcode=99 --leak-check=full \
            --suppressions=tests/support/valgrind.supp \
            "$BUILD/samsyn" score --ndjson --jobs 2
}
if batch >"$BUILD/valgrind.out" 2>&1; then
    passed=$((passed + 1))
else
    failed=$((failed + 1))
    echo 'failed: a batch'
    tail -n 40 "$BUILD/valgrind.out"
fi
run "$BUILD/samsyn" list
run "$BUILD/samsyn" lint checklists/overenskommelse.yaml
run "$BUILD/samsyn" test checklists/overenskommelse.yaml
run "$BUILD/samsyn" schema checklist
for file in tests/invalid/checklist/*.yaml; do
    run "$BUILD/samsyn" lint "$file"
done
for file in tests/invalid/document/*; do
    case $file in
    *.expect) ;;
    *) run "$BUILD/samsyn" score --checklist overenskommelse "$file" ;;
    esac
done

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
