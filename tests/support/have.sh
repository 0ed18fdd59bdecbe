#!/bin/sh
# SPDX-License-Identifier: MIT
# have.sh TOOL COMMAND...: runs the command where the tool is installed, and
# otherwise ends with the status that means "skipped".
command -v "$1" >/dev/null || {
    echo "$1 is not installed"
    exit 77
}
shift
exec "$@"
