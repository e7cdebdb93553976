"""`minutes completion`: what a shell needs to finish commands, options, numbers, names and saved searches."""

import shlex
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from minutes.cli import reply
from minutes.cli.desk import desk_of
from minutes.cli.table import COMMANDS

if TYPE_CHECKING:
    from minutes.cli.desk import Desk

MOST: Final = 200  # candidates offered of one kind; the newest
GLOBAL: Final = ("--archive", "--lang", "--help", "--version")
TAKES_VALUE: Final = ("--archive", "--lang")

SCRIPTS: Final = {
    "bash": """\
COMP_WORDBREAKS=${COMP_WORDBREAKS//:}  # speaker:NAME is one word
_minutes() {
    local IFS=$'\\n'
    COMPREPLY=($(minutes completion --words -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
}
complete -o default -F _minutes minutes
""",
    "zsh": """\
#compdef minutes
_minutes() {
    local -a found
    found=(${(f)"$(minutes completion --words -- "${(@)words[2,CURRENT]}" 2>/dev/null)"})
    if (( $#found )); then compadd -- $found; else _files; fi
}
compdef _minutes minutes
""",
    "fish": """\
function __minutes
    set -l typed (commandline -opc) (commandline -ct)
    minutes completion --words -- $typed[2..-1] 2>/dev/null
end
complete -c minutes -a '(__minutes)'
""",
}


def completion(
    context: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="SHELL", help="bash, zsh or fish")],
    typed: Annotated[
        bool, typer.Option("--words", help="Finish the last of the words (for the script)")
    ] = False,
) -> None:
    """Print the script that lets a shell finish what you type.

    bash: minutes completion bash >> ~/.bashrc. zsh: minutes completion zsh >> ~/.zshrc. fish: minutes completion fish > ~/.config/fish/completions/minutes.fish.
    """
    if typed:
        reply.lines(candidates(context, words))
    else:
        typer.echo(SCRIPTS[reply.choice("SHELL", words[0], tuple(SCRIPTS), "completion")], nl=False)


def candidates(context: typer.Context, words: list[str]) -> list[str]:
    """What the last of `words` may become; nothing where nothing is known, and never an error."""
    *before, begun = words
    command, archive = _command(before)
    desk = desk_of(context)
    desk.chosen = Path(archive) if archive else desk.chosen
    found: Iterable[str] = ()
    with suppress(Exception):  # a shell wants words or none
        if command and begun.startswith("--"):
            found = _options(context, command)
        else:
            found = _of_command(desk, command, begun) if command else (*COMMANDS, *GLOBAL)
    return [one for one in dict.fromkeys(found) if one.startswith(begun)][:MOST]


def _command(before: list[str]) -> tuple[str | None, str | None]:
    """The command among the words, and the archive named before it."""
    archive = None
    rest = iter(before)
    for word in rest:
        if word in TAKES_VALUE:
            value = next(rest, None)
            archive = value if word == "--archive" else archive
        elif word in COMMANDS:
            return word, archive
    return None, archive


def _of_command(desk: "Desk", command: str, begun: str) -> Iterable[str]:
    if COMMANDS[command].words and (found := _of_query(desk, begun)) is not None:
        return found
    usage = COMMANDS[command].usage
    if command == "label" and begun[:1] in ("+", "-"):
        return _labels(desk, begun[0])
    if "ACTION" in usage:
        return [f"{task.id}.{task.number}" for task in desk.open().actions("is:open", limit=MOST).items]
    if "NAME" in usage and command == "people":
        return [row.name for row in desk.open().people(None, limit=MOST)]
    if "ID" in usage:
        return [str(entry.id) for entry in desk.open().list(limit=MOST).items]
    return []


def _of_query(desk: "Desk", begun: str) -> Iterable[str] | None:
    """@NAME, and speaker:NAME with the names that the archive has there, quoted for the shell; None for another word."""
    if begun.startswith("@"):
        from minutes.searches import saved

        return [f"@{name}" for name in saved()]
    field, colon, value = begun.partition(":")
    if not colon:
        return None
    values = desk.open().values_of(field.removeprefix("-"), value, limit=MOST)
    return [f"{field}:{shlex.quote(one) if ' ' in one else one}" for one in values]


def _options(context: typer.Context, command: str) -> list[str]:
    group: Any = context.find_root().command
    built = group.get_command(context, command)
    return [name for one in built.params for name in one.opts if name.startswith("--")]


def _labels(desk: "Desk", sign: str) -> list[str]:
    entries = desk.open().list("has:labels").items
    return [f"{sign}{label}" for entry in entries for label in entry.labels]
