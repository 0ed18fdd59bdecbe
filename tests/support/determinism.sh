#!/bin/sh
# SPDX-License-Identifier: MIT
# Training gives the same bytes whoever compiles it and wherever it runs: the
# test of it, which holds a digest, is built in several ways and run with and
# without what a processor may have.
set -eu
: "${BUILD:=build}" "${MAKE:=make}"
unset MAKEFLAGS
code=0

# What the test needs, and no more: it is built often.
library='$(sort $(wildcard lib/base/*.c lib/learn/*.c))'
support='$(addprefix $(BUILD)/tests/support/,taught.o drawn.o ledger.o)'

build()
{
    "$MAKE" -s -j2 BUILD="$1" CC="$2" CFLAGS="$3" "LIB_SRC=$library" \
        "HELP_OBJ=$support" "$1/tests/test_learn_train"
}

run()
{
    if output=$(env "$2" "$1/tests/test_learn_train" 2>&1); then
        printf '%s, %s: %s\n' "$name" "$2" \
            "$(printf '%s\n' "$output" | sed -n 's/^model //p')"
    else
        printf '%s, %s: not the same\n%s\n' "$name" "$2" "$output"
        code=1
    fi
}

while read -r cc flags; do
    name="$cc $flags"
    folder=$BUILD/same/$(printf %s "$name" | tr -c 'a-z0-9A-Z\n' _)
    build "$folder" "$cc" "$flags" || code=1
    case $flags in
    *fma*) grep -qw fma /proc/cpuinfo 2>/dev/null || continue ;;
    esac
    run "$folder" GLIBC_TUNABLES=
    run "$folder" GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX2,-FMA,-FMA4,-AVX512F
done <<END
gcc -O0
gcc -O2
gcc -O3 -mfma
clang -O0
clang -O2
clang -O3 -mfma
END
exit $code
