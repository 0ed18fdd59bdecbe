#!/bin/sh
# SPDX-License-Identifier: MIT
# Installs those of the named Debian packages that are missing.  COMMAND=PACKAGE
# is missing where there is no such command: others may package it, too.
set -eu

missing=
for name; do
    package=${name#*=}
    if [ "$package" != "$name" ] && command -v "${name%%=*}" >/dev/null; then
        continue
    fi
    state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>&1) || state=
    [ "$state" = installed ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

if ! command -v apt-get >/dev/null; then
    echo "needed, and to be installed by hand here:$missing" >&2
    exit 1
fi
sudo=
[ "$(id -u)" = 0 ] || sudo=sudo
echo "installing:$missing"
export DEBIAN_FRONTEND=noninteractive
$sudo apt-get -q update
# shellcheck disable=SC2086  # one word for each package
$sudo env DEBIAN_FRONTEND=noninteractive apt-get -q -y \
    --no-install-recommends install $missing
