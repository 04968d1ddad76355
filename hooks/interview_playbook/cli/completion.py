"""`playbook completion`: the script by which a shell completes commands and ids."""

from __future__ import annotations

import sys

import click

_BASH = r"""_playbook_completion() {
    local response type value
    response=$(IFS=$'\n'; env COMP_WORDS="${COMP_WORDS[*]}" COMP_CWORD="$COMP_CWORD" \
        _PLAYBOOK_COMPLETE=bash_complete "$1" 2>/dev/null)
    COMPREPLY=()
    while IFS=',' read -r type value; do
        case $type in
            dir) compopt -o dirnames 2>/dev/null ;;
            file) compopt -o default 2>/dev/null ;;
            plain)
                COMPREPLY+=("$value")
                [[ $value == */ ]] && compopt -o nospace 2>/dev/null
                ;;
        esac
    done <<< "$response"
    return 0
}
complete -o nosort -F _playbook_completion playbook 2>/dev/null ||
    complete -F _playbook_completion playbook
"""
_ZSH = r"""#compdef playbook
_playbook_completion() {
    local -a lines words_ told open_ open_told
    local type value help
    lines=("${(@f)$(env COMP_WORDS="${words[*]}" COMP_CWORD=$((CURRENT - 1)) \
        _PLAYBOOK_COMPLETE=zsh_complete "${words[1]}" 2>/dev/null)}")
    for type value help in "${lines[@]}"; do
        case $type in
            dir) _path_files -/ ;;
            file) _path_files -f ;;
            plain)
                if [[ $value == */ && $help != _ ]]; then open_told+=("$value:$help")
                elif [[ $value == */ ]]; then open_+=("$value")
                elif [[ $help != _ ]]; then told+=("$value:$help")
                else words_+=("$value")
                fi
                ;;
        esac
    done
    (( $#told )) && _describe -V unsorted told -U
    (( $#open_told )) && _describe -V unsorted open_told -U -S ''
    (( $#words_ )) && compadd -U -V unsorted -a words_
    (( $#open_ )) && compadd -U -V unsorted -S '' -a open_
    return 0
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _playbook_completion "$@"
else
    compdef _playbook_completion playbook
fi
"""
_FISH = r"""function _playbook_completion
    set -l lines (env _PLAYBOOK_COMPLETE=fish_complete COMP_WORDS=(commandline -cp) \
        COMP_CWORD=(commandline -t) playbook 2>/dev/null)
    for line in $lines
        set -l parts (string split -m 1 , -- $line)
        switch $parts[1]
            case dir
                __fish_complete_directories $parts[2]
            case file
                __fish_complete_path $parts[2]
            case plain
                echo $parts[2]
        end
    end
end
complete --no-files --command playbook --arguments "(_playbook_completion)"
"""
_SCRIPTS = {"bash": _BASH, "zsh": _ZSH, "fish": _FISH}
_HOW = {
    "bash": 'Add this line to ~/.bashrc:  eval "$(playbook completion bash)"',
    "zsh": 'Add this line to ~/.zshrc, below compinit:  eval "$(playbook completion zsh)"',
    "fish": "Once:  playbook completion fish > ~/.config/fish/completions/playbook.fish",
}


@click.command()
@click.argument("shell", type=click.Choice(tuple(_SCRIPTS)))
def completion(shell: str) -> None:
    """Print the script that lets SHELL complete commands, options and the ids of your playbook.

    \b
    bash  add to ~/.bashrc:  eval "$(playbook completion bash)"
    zsh   add to ~/.zshrc, below compinit:  eval "$(playbook completion zsh)"
    fish  once:  playbook completion fish > ~/.config/fish/completions/playbook.fish
    """
    click.echo(_SCRIPTS[shell], nl=False)
    if sys.stdout.isatty():
        click.echo(f"\n{_HOW[shell]}", err=True)
