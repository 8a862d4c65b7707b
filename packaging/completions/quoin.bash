# SPDX-License-Identifier: GPL-3.0-or-later
# bash completion for quoin(1). Options are those that --help lists.
_quoin()
{
    local cur prev words cword command=
    _init_completion || return

    case ${words[1]-} in
        sync | export | lines | users | demo-server) command=${words[1]} ;;
    esac
    case $prev in
        --format)
            local formats='table json'
            [[ $command == export ]] && formats='csv tsv json ndjson xlsx'
            COMPREPLY=($(compgen -W "$formats" -- "$cur"))
            return
            ;;
        --state)
            COMPREPLY=($(compgen -W 'unassigned assigned snoozed snooze-ended muted deleted' -- "$cur"))
            return
            ;;
        --numbers)
            COMPREPLY=($(compgen -W 'e164 text national' -- "$cur"))
            return
            ;;
        --view)
            _filedir quoinview
            return
            ;;
        --output | -o | --screenshot)
            _filedir
            return
            ;;
        --*-after | --*-before | --base-url | --columns | --*conversations | --latency-ms | --limit | \
            --line | --max-age | --port | --rate-limit | --region | --search | --seed | --sort | --user)
            return
            ;;
    esac
    if [[ $cur == -* ]]; then
        COMPREPLY=($(compgen -W '$(_parse_help "$1" "$command --help")' -- "$cur"))
        return
    fi
    [[ $cword -eq 1 ]] && COMPREPLY=($(compgen -W 'sync export lines users demo-server' -- "$cur"))
    if [[ -z $command ]]; then
        local names=("${COMPREPLY[@]}")
        _filedir quoinview
        COMPREPLY+=("${names[@]}")
    fi
} && complete -F _quoin quoin
