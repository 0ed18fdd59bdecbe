#!/bin/sh
# SPDX-License-Identifier: MIT
# The public header stands alone in old C and in C++, includes two headers,
# and puts nothing without the prefix into a user's program.
set -eu
: "${BUILD:=build}" "${CC:=cc}" "${CXX:=c++}"
work=$BUILD/header
mkdir -p "$work"
passed=0 failed=0

result()
{
    if [ "$1" = 0 ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "failed: $2"
    fi
}

check()
{
    what=$1
    shift
    code=0
    "$@" || code=1
    result "$code" "$what"
}

no_lines() { [ ! -s "$1" ] || { sed 's/^/    /' "$1"; return 1; }; }

echo '#include "samsyn.h"' >"$work/alone.c"
cp "$work/alone.c" "$work/alone.cc"
strict='-Wall -Wextra -Wpedantic -pedantic-errors -Werror -fsyntax-only'
# shellcheck disable=SC2086  # one word for each flag
check 'C99 alone' $CC -std=c99 $strict -Iinclude "$work/alone.c"
# shellcheck disable=SC2086
check 'C11 alone' $CC -std=c11 $strict -Iinclude "$work/alone.c"
skipped=0
if command -v "$CXX" >/dev/null; then
    # shellcheck disable=SC2086
    check 'C++98 alone' "$CXX" -std=c++98 $strict -Iinclude "$work/alone.cc"
else
    skipped=1
    echo "C++98: skipped, there is no C++ compiler"
fi

sed -n 's/^ *# *include *//p' include/samsyn.h | sort >"$work/includes"
printf '%s\n' '<stddef.h>' '<stdint.h>' | cmp - "$work/includes" && code=0 ||
    code=1
result "$code" 'includes stddef.h and stdint.h only'

# Macros that the header adds to those of the two headers.
printf '#include <stddef.h>\n#include <stdint.h>\n' >"$work/base.c"
$CC -std=c99 -E -dM "$work/base.c" | sort >"$work/before"
$CC -std=c99 -E -dM -Iinclude "$work/alone.c" | sort >"$work/after"
comm -13 "$work/before" "$work/after" | grep -v '^#define SAMSYN_' \
    >"$work/macros" || :
check 'every macro has the prefix' no_lines "$work/macros"

# Everything else that it declares: types, tags, functions, constants.
$CC -std=c99 -E -P -Iinclude -include stddef.h -include stdint.h \
    include/samsyn.h -o "$work/declared"
sed -n 's/^ *\([A-Z][A-Z0-9_]*\) = .*/\1/p' "$work/declared" |
    grep -v '^SAMSYN_' >"$work/constants" || :
check 'every constant has the prefix' no_lines "$work/constants"
grep -oE '\b(struct|enum|union) [a-z_]+' "$work/declared" |
    grep -E ' [a-z]' | grep -v ' samsyn_' | grep -vE ' (_|max_align)' \
    >"$work/tags" || :
check 'every tag has the prefix' no_lines "$work/tags"
sed -n 's/^\([a-z][a-z0-9_]*\)(.*);.*/\1/p' include/samsyn.h |
    grep -v '^samsyn_' >"$work/functions" || :
check 'every function has the prefix' no_lines "$work/functions"

check 'no unfinished words' sh -c "! grep -nE 'TODO|FIXME' include/samsyn.h"

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ]
