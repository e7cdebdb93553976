"""The command line's front door: streams, language, every error caught once."""

import io
import sys
from collections.abc import Callable
from typing import Any

from minutes import messages
from minutes.cli import plain
from minutes.cli.desk import Desk
from minutes.cli.table import COMMANDS
from minutes.settings import SettingsError


def run(arguments: list[str]) -> int:
    """Runs the command line; gives the exit code."""
    _prepare(sys.stdout)
    _prepare(sys.stderr)
    messages.choose(_language(arguments))
    return guarded(lambda: _called(arguments))


def guarded(work: Callable[[], int]) -> int:
    """Does the work and gives its exit code, or tells what went wrong and gives that one's."""
    try:
        code = work()
        sys.stdout.flush()
    except BaseException as error:  # noqa: BLE001 (the one place where every error is caught)
        from minutes.cli.failures import code_of

        return code_of(error)
    return code


def _called(arguments: list[str]) -> int:
    if question := plain.question(arguments):
        return plain.answer(question)
    from minutes.cli import commands

    return commands.call(arguments)


def _language(arguments: list[str]) -> str | None:
    """--lang, wherever it stands before the command (help in the right language comes before any parsing), else the settings'."""
    for place, word in enumerate(arguments):
        if word.startswith("--lang="):
            return word.removeprefix("--lang=")
        if word == "--lang" and place + 1 < len(arguments):
            return arguments[place + 1]
        if word in COMMANDS:
            break
    try:
        return Desk().settings.language
    except SettingsError:
        return None  # said by the command that needs the settings; `config` can mend them


def _prepare(stream: Any) -> None:
    """Names with undecodable bytes must not stop us; what others read is UTF-8 on every system."""
    if isinstance(stream, io.TextIOWrapper):
        encoding = None if stream.isatty() else "utf-8"
        stream.reconfigure(encoding=encoding, errors="backslashreplace")
