#!/bin/sh
# SPDX-License-Identifier: MIT
# check.sh [programs] [tree]: what `make check` runs, from the root.
#
# programs  the tests that run the library and the command; they run under
#           the sanitizers too
# tree      what is checked once: the sources, the public face, the docs
set -eu

: "${BUILD:=build}" "${PYTHON:=python3}" "${MAKE:=make}"
SAMSYN_CONFIG= # what a user wants by default is nothing to a test
export BUILD PYTHON SAMSYN_CONFIG
unset MAKEFLAGS # the jobs of the make that called are not for others
mkdir -p "$BUILD"
outer=${RESULTS:-} # set where somebody else counts too
RESULTS=$BUILD/results
: >"$RESULTS"
. tests/support/steps.sh

# Locales in a folder of their own, where the machine can make them.
locales()
{
    LOCPATH=$PWD/$BUILD/locale
    export LOCPATH
    mkdir -p "$LOCPATH"
    for name in tr_TR de_DE; do
        [ -d "$LOCPATH/$name.UTF-8" ] || [ ! -f "/usr/share/i18n/locales/$name" ] ||
            localedef -i "$name" -f UTF-8 "$LOCPATH/$name.UTF-8" || :
    done
}

programs()
{
    locales
    for test in tests/*/test_*.c; do
        name=$(basename "$test" .c)
        step "$(basename "$(dirname "$test")")/${name#test_}" \
            timeout 300 "$BUILD/tests/$name"
    done
    step fuzz/seeds timeout 300 "$BUILD/tests/fuzz-replay"
    step cases "$PYTHON" tests/cases/run.py
    step laws "$PYTHON" tests/laws/laws.py
    step spoiled "$PYTHON" tests/laws/spoiled.py
    step twins "$PYTHON" tests/laws/twins.py
    step commands "$PYTHON" tests/api/commands.py
    step batch "$PYTHON" tests/api/batch.py
    step settings "$PYTHON" tests/api/settings.py
    step completion "$PYTHON" tests/api/completion.py
    step report "$PYTHON" tests/api/report.py
    step tables "$PYTHON" tests/api/tables.py
    step sarif "$PYTHON" tests/api/sarif.py
    step sets "$PYTHON" tests/api/sets.py
    step agreement "$PYTHON" tests/api/agreement.py
    step compare "$PYTHON" tests/api/compare.py
    step train "$PYTHON" tests/api/train.py
    step again "$PYTHON" tests/api/again.py
    step guide "$PYTHON" tests/api/guide.py
    step answers "$PYTHON" tests/api/answers.py
    step checklists "$PYTHON" tests/api/checklists.py
    step language "$PYTHON" tests/api/language.py
    step kinds "$PYTHON" tests/api/kinds.py
    step teach "$PYTHON" tests/api/teach.py
    step examples "$PYTHON" tests/api/examples.py
    step shapes "$PYTHON" tests/schema/shapes.py
    step hostile "$PYTHON" tests/hostile/hostile.py
}

tree()
{
    for check in layers lint abi schemas-check; do
        step "$check" "$MAKE" -s "$check"
    done
    step catalogue "$PYTHON" tests/api/catalogue.py
    step format sh tests/support/have.sh clang-format "$MAKE" -s format-check
    step manual sh tests/support/have.sh mandoc "$MAKE" -s manual-check
    step header sh tests/api/header.sh
    step install sh tests/api/install.sh
    step readme "$PYTHON" tests/api/readme.py
    step formats "$PYTHON" tests/formats/formats.py \
        --only html html-page html-old
    step traps "$PYTHON" tests/formats/traps.py written
    step remarks "$PYTHON" tests/formats/remarks.py written
    step measures "$PYTHON" tests/validity/selftest.py
    step validity "$PYTHON" tests/validity/measure.py
}

for part; do
    $part
done

if [ -z "$outer" ]; then
    sum_up
else
    cat "$RESULTS" >>"$outer"
    sum_up >"$BUILD/sum"
fi
