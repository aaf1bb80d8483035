# bash completion of polderctl: what its own help lists, so that it is never behind.
_polderctl() {
    local word=${COMP_WORDS[COMP_CWORD]} commands
    if [[ $word == --* ]]; then
        commands='--db --embedded --as --json --help'
    else
        local before=${COMP_WORDS[COMP_CWORD - 1]}
        # Lines of two spaces and a command; its second word where the first one has been typed.
        commands=$(polderctl --help 2>/dev/null | awk -v before="$before" '
            /^  [a-z]/ { if ($1 == before && $2 ~ /^[a-z]/) second[$2]; first[$1] }
            END { n = 0; for (w in second) { print w; n++ } if (n == 0) for (w in first) print w }')
    fi
    mapfile -t COMPREPLY < <(compgen -W "$commands" -- "$word")
    if [[ ${#COMPREPLY[@]} -eq 0 ]]; then
        compopt -o default
    fi
}
complete -F _polderctl polderctl
