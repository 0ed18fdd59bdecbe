#!/bin/sh
# SPDX-License-Identifier: MIT
# Installs twice, uses what was installed as a stranger would, and takes it
# away again: nothing may be left.
set -eu
: "${BUILD:=build}" "${CC:=cc}" "${MAKE:=make}" "${PYTHON:=python3}"
: "${PKG_CONFIG:=pkg-config}"
agreement=examples/agreements/ekvalla.md
work=$PWD/$BUILD/installed
stage=$work/stage
prefix=$work/prefix
rm -rf "$work"
mkdir -p "$work"
passed=0 failed=0

check()
{
    what=$1
    shift
    if "$@"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "failed: $what"
    fi
}

files() { (cd "$1" && find . ! -type d | sort); }
nothing_left() { [ -z "$(files "$1")" ] && [ ! -d "$1/$2" ]; }

# ---- What `make` alone makes ----

"$MAKE" -n BUILD="$work/alone" >"$work/alone.txt"
check 'make alone makes the command' \
    grep -q -- "-o $work/alone/samsyn\$" "$work/alone.txt"

# ---- In a stage, as packages are made ----

"$MAKE" -s install DESTDIR="$stage" PREFIX=/usr >"$work/log"
files "$stage" >"$work/files"
for path in bin/samsyn lib/samsyn/samsyn-xlsx.so include/samsyn.h lib/libsamsyn.a lib/libsamsyn.so \
    lib/libsamsyn.so.0 lib/pkgconfig/samsyn.pc include/samsyn_read.h \
    lib/libsamsyn-read.a lib/libsamsyn-read.so lib/libsamsyn-read.so.0 \
    lib/pkgconfig/samsyn-read.pc share/man/man1/samsyn.1 \
    share/bash-completion/completions/samsyn \
    share/man/man3/samsyn.3 share/man/man5/samsyn-checklist.5 \
    share/samsyn/checklists/overenskommelse.yaml \
    share/samsyn/checklists/medborgarlofte.yaml \
    share/samsyn/checklists/atgardsplan.yaml \
    share/samsyn/checklists/regional-samverkan.yaml \
    share/samsyn/checklists/language/sv.yaml \
    share/samsyn/checklists/schema/checklist.schema.json; do
    check "$path is installed" grep -qx "./usr/$path" "$work/files"
done

public_names()
{
    nm -g --defined-only "$stage/usr/lib/$1" |
        sed -n 's/^[0-9a-f]* [A-Z] //p' | sort >"$work/archive"
    sed -n 's/^ *\(samsyn_[a-z0-9_]*\);/\1/p' "$2" | sort |
        diff - "$work/archive" >"$work/archive.diff"
}
check 'the archive has the public names and no others' \
    public_names libsamsyn.a lib/samsyn.map
check "the readers' archive has its public names and no others" \
    public_names libsamsyn-read.a lib/read/samsyn-read.map

PKG_CONFIG_PATH=$stage/usr/lib/pkgconfig
PKG_CONFIG_SYSROOT_DIR=$stage
export PKG_CONFIG_PATH PKG_CONFIG_SYSROOT_DIR
flags="$($PKG_CONFIG --cflags --libs samsyn)"
data=$stage/usr/share/samsyn/checklists
libraries=$($PKG_CONFIG --libs yaml-0.1 libpcre2-8 md4c)
unset PKG_CONFIG_SYSROOT_DIR

# What the README shows is what is built here.
"$PYTHON" tests/api/readme.py --program >"$work/readme.c"
# shellcheck disable=SC2086  # one word for each flag
{
    check 'the README program builds' \
        $CC -std=c99 -Wall -Wextra -Wpedantic -Werror "$work/readme.c" \
        $flags -o "$work/shared"
    check 'it links the archive too' \
        $CC -std=c99 "$work/readme.c" -I"$stage/usr/include" \
        "$stage/usr/lib/libsamsyn.a" $libraries -o "$work/static"
}
LD_LIBRARY_PATH=$stage/usr/lib
export LD_LIBRARY_PATH

# Three ways to the same verdicts: C, Python, and the command's JSON.
SAMSYN_DATA=$data "$stage/usr/bin/samsyn" score --format json "$agreement" |
    "$PYTHON" -c 'import json, sys
for one in json.load(sys.stdin)[0]["criteria"]:
    print(f"{one['"'verdict'"']:12} {one['"'title'"']}")' >"$work/expected"
check 'there are verdicts' [ -s "$work/expected" ]
for program in shared static; do
    "$work/$program" "$data" <"$agreement" >"$work/$program.txt" || :
    check "$program: the same verdicts" \
        cmp "$work/expected" "$work/$program.txt"
done
"$PYTHON" examples/python_ctypes.py "$data" "$agreement" >"$work/python.txt"
check 'Python: the same verdicts' cmp "$work/expected" "$work/python.txt"
printf '\000\001\002\003' >"$work/binary.md"
# shellcheck disable=SC2016  # for the inner shell
check 'Python: a file that is no text ends in a message' \
    sh -c '! "$0" examples/python_ctypes.py "$1" "$2" 2>"$2.err" &&
        [ -s "$2.err" ]' "$PYTHON" "$data" "$work/binary.md"
unset LD_LIBRARY_PATH

"$MAKE" -s uninstall DESTDIR="$stage" PREFIX=/usr
check 'uninstall leaves nothing' nothing_left "$stage" usr/share/samsyn

# ---- In a folder of its own: the command finds its checklists ----

"$MAKE" -s install PREFIX="$prefix" >"$work/log"
mkdir -p "$prefix/share/samsyn"
touch "$prefix/share/samsyn/of-the-user"
# shellcheck disable=SC2016
check 'found wherever PREFIX is' \
    sh -c 'cd / && env -u SAMSYN_DATA "$0" list' "$prefix/bin/samsyn" \
    >"$work/list"
check 'overenskommelse is listed' grep -q overenskommelse "$work/list"
check 'medborgarlofte is listed' grep -q medborgarlofte "$work/list"
check 'atgardsplan is listed' grep -q atgardsplan "$work/list"

# A workbook is written by a part that is opened for it: what lacks it works,
# and says what to do.  Built without libxlsxwriter, it has nothing to open.
book()
{
    "$prefix/bin/samsyn" compare --format xlsx --out "$work/book.xlsx" \
        "$agreement" >"$work/book.log" 2>&1
}
if $PKG_CONFIG --exists xlsxwriter; then
    # shellcheck disable=SC2016  # for the inner shell
    check 'the command starts without what writes workbooks' \
        sh -c '! ldd "$0" | grep -q xlsxwriter' "$prefix/bin/samsyn"
    check 'a workbook is written' book
    check 'it is there' [ -s "$work/book.xlsx" ]
fi
rm -f "$work/book.xlsx" "$prefix/lib/samsyn/samsyn-xlsx.so"
code=0
book || code=$?
check 'no workbook without its part' [ "$code" = 2 ]
# shellcheck disable=SC2016
check 'nor anything of one' sh -c '! ls "$0"* 2>/dev/null' "$work/book.xlsx"
check 'the message names the part' \
    grep -q "$prefix/lib/samsyn/samsyn-xlsx.so.*csv\$" "$work/book.log"
check 'everything else works' "$prefix/bin/samsyn" compare --format csv \
    "$agreement" >"$work/book.csv"
"$MAKE" -s uninstall PREFIX="$prefix"
check 'what is not ours stays' [ -e "$prefix/share/samsyn/of-the-user" ]
rm "$prefix/share/samsyn/of-the-user"
"$MAKE" -s uninstall PREFIX="$prefix"
check 'uninstall leaves nothing' nothing_left "$prefix" share/samsyn

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
