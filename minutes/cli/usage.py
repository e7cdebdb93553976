"""Wrong usage, said in the user's language: typer's own messages are English only."""

import re
from collections.abc import Iterator
from typing import Any

from typer._click import exceptions as click
from typer._click.types import IntParamType  # typer 0.28 vendors click; pinned below 0.29

from archive.errors import ArchiveError


class UsageMistake(ArchiveError):
    """The command line cannot be understood."""

    advice = "See: {command} --help."
    exit_code = 2


class UnknownCommand(UsageMistake):
    """No such command."""

    message = 'There is no command "{name}".'
    advice = "All commands: minutes --help."


class NearCommand(UnknownCommand):
    """No such command, but one like it."""

    advice = "Did you mean {near}? All commands: minutes --help."


class NoCommand(UsageMistake):
    """Only options were given."""

    message = "No command was given."
    advice = "All commands: minutes --help."


class UnknownOption(UsageMistake):
    """No such option."""

    message = "There is no option {name} here."


class NearOption(UnknownOption):
    """No such option, but one like it."""

    advice = "Did you mean {near}? See: {command} --help."


class TooMany(UsageMistake):
    """More words than the command takes."""

    message = "There is a word too many: {words}."


class Missing(UsageMistake):
    """An argument or option that must be given."""

    message = "{name} is missing."


class NeedsValue(UsageMistake):
    """An option without the value it takes."""

    message = "The option {name} needs a value."


class NotANumber(UsageMistake):
    """Words where a number belongs."""

    message = "{name} takes a whole number."


class TooSmall(NotANumber):
    """Less than the option takes, or no number."""

    message = "{name} takes a whole number, {first} or more."


class OutOfRange(NotANumber):
    """Outside of what the option takes, or no number."""

    message = "{name} takes a whole number from {first} to {last}."


class NotAChoice(UsageMistake):
    """None of the words an option knows."""

    message = "{name} takes one of: {choices}."


class BadValue(UsageMistake):
    """A value that the option or argument cannot take."""

    message = "{name} cannot take that value."


def mistake_of(error: click.UsageError) -> UsageMistake:
    """Our sentence for typer's error."""
    command = error.ctx.command_path if error.ctx else "minutes"
    match error:
        case click.NoSuchOption():
            return _unknown_option(error, command)
        case click.MissingParameter():
            return Missing(name=_name(error.param), command=command)
        case click.BadParameter():
            return _bad_value(error, command)
        case click.BadOptionUsage():
            return NeedsValue(name=error.option_name, command=command)
    return NoCommand()


def _unknown_option(error: click.NoSuchOption, command: str) -> UsageMistake:
    values = {"name": error.option_name, "command": command}
    near = " / ".join(sorted(error.possibilities or ()))
    return NearOption(near=near, **values) if near else UnknownOption(**values)


def _bad_value(error: click.BadParameter, command: str) -> UsageMistake:
    values = {"name": _name(error.param), "command": command}
    kind = getattr(error.param, "type", None)
    if choices := getattr(kind, "choices", None):
        return NotAChoice(choices=", ".join(str(getattr(one, "value", one)) for one in choices), **values)
    if isinstance(kind, IntParamType):
        return _not_a_number(kind, values)
    return BadValue(**values)


def _not_a_number(kind: Any, values: dict[str, str]) -> NotANumber:
    first, last = getattr(kind, "min", None), getattr(kind, "max", None)
    if first is None:
        return NotANumber(**values)
    return TooSmall(first=first, **values) if last is None else OutOfRange(first=first, last=last, **values)


def _name(parameter: Any) -> str:
    if parameter is None:
        return "?"
    if parameter.param_type_name == "option":
        return str(max(parameter.opts, key=len))
    return str(parameter.human_readable_name).upper()


def unknown_command(name: str, known: list[str]) -> UnknownCommand:
    """The error for a command that is not there, with the nearest one."""
    from difflib import get_close_matches

    near = get_close_matches(name, known)
    return NearCommand(name=name, near=" / ".join(near)) if near else UnknownCommand(name=name)


def parted(words: list[str], parameters: list[Any], command: str) -> list[str]:
    """The options first, then `--` and the words of a query, whose `-word` is none; raises UnknownOption for a `--word` and a `-x`, NeedsValue.

    typer alone would find the option -n in -London.
    """
    options: list[str] = []
    query: list[str] = []
    left = iter(words)
    for word in left:
        if word == "--":
            query += left
        elif option := _option(word, parameters, command):
            options += [word, *_value(word, option, left, command)]
        else:
            query.append(word)
    return [*options, *(["--", *query] if query else [])]


def _value(word: str, option: Any, left: Iterator[str], command: str) -> list[str]:
    """What follows an option that takes a value; raises NeedsValue."""
    if option.is_flag or word not in option.opts:
        return []
    value = next(left, None)
    if value is None:
        raise NeedsValue(name=word, command=command)
    return [value]


def _option(word: str, parameters: list[Any], command: str) -> Any:
    """The option that `word` names or sets (-n, -n5, --output=x); None where it is a word of the query."""
    name = word.partition("=")[0] if word.startswith("--") else word
    known = {spelt: one for one in parameters if one.param_type_name == "option" for spelt in one.opts}
    if name in known:
        return known[name]
    if word.startswith("--") or re.fullmatch("-[A-Za-z]", word):
        raise UnknownOption(name=name, command=command)
    return known.get(word[:2]) if word[2:].isdecimal() else None
