"""Questions without options: `minutes search WORD...`, and exports of numbered records; the archive named before or not.

They need no typer, whose loading takes twice as long as the whole answer (tests/bench/searching.py). All else is typer's;
so is a question that has anything in it that could be an option.
"""

from pathlib import Path
from typing import NamedTuple

from minutes.cli.desk import Desk, tell_remarks
from minutes.settings import LANGUAGES

SEARCH, EXPORT = "search", "export"


class Question(NamedTuple):
    """What was asked, and of which archive."""

    command: str
    words: list[str]
    archive: Path | None
    language: str | None


def question(arguments: list[str]) -> Question | None:
    """The question; None where it is not plain."""
    options: dict[str, str] = {}
    rest = arguments
    while len(rest) > 1 and rest[0] in ("--archive", "--lang"):
        options[rest[0]] = rest[1]
        rest = rest[2:]
    name, *words = rest or [""]
    if name not in (SEARCH, EXPORT) or not words or not _is_plain(name, words):
        return None
    language = options.get("--lang")
    if language not in (None, *LANGUAGES):
        return None
    archive = options.get("--archive")
    return Question(name, words, None if archive is None else Path(archive), language)


def _is_plain(name: str, words: list[str]) -> bool:
    """Whether no word of a search could be an option, and an export has only those that most have."""
    if name == SEARCH:
        return not any(word.startswith("-") for word in words)
    from minutes.cli.exporting import plain

    return plain(words) is not None


def answer(asked: Question) -> int:
    """Prints what was found or written, as the command does; gives the exit code."""
    desk = Desk(asked.archive, asked.language)
    try:
        _do(desk, asked)
    finally:
        tell_remarks(desk)
    return 0


def _do(desk: Desk, asked: Question) -> None:
    if asked.command == SEARCH:
        from minutes.cli import found

        found.search(desk, asked.words)
    else:
        from minutes.cli import exporting

        exporting.export(desk, *exporting.plain(asked.words) or ([], exporting.Choice()))
