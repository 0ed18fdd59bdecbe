# SPDX-License-Identifier: MIT
# shellcheck shell=bash
# Completion of samsyn for bash.  What fits is asked of the command itself.

_samsyn()
{
    local mode word line
    local -a words=("${COMP_WORDS[@]:1:COMP_CWORD}")

    COMPREPLY=()
    word=${COMP_WORDS[COMP_CWORD]}
    [ "$word" != = ] || word=
    {
        IFS= read -r mode || return 0
        while IFS= read -r line; do
            COMPREPLY+=("$line")
        done
    } < <("${COMP_WORDS[0]}" --complete "${words[@]}" 2>/dev/null)
    if [ "$mode" = words ]; then
        compopt +o default
    elif [ "${#COMPREPLY[@]}" -gt 0 ]; then
        compopt -o filenames
        while IFS= read -r line; do
            COMPREPLY+=("$line")
        done < <(compgen -f -- "$word")
    fi
}

complete -o default -F _samsyn samsyn
