"""Questions without options: `minutes search WORD...`, the archive named before it or not.

They need no typer, whose loading takes twice as long as the whole answer (tests/bench/searching.py). All else is typer's;
so is a question that has anything in it that could be an option.
"""

from pathlib import Path
from typing import Final, NamedTuple

from minutes.cli.desk import Desk, tell_remarks
from minutes.settings import LANGUAGES

SEARCH: Final = "search"


class Question(NamedTuple):
    """What was asked, and of which archive."""

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
    if name != SEARCH or not words or any(word.startswith("-") for word in words):
        return None
    language = options.get("--lang")
    if language not in (None, *LANGUAGES):
        return None
    archive = options.get("--archive")
    return Question(words, None if archive is None else Path(archive), language)


def answer(asked: Question) -> int:
    """Prints what was found, as the command does; gives the exit code."""
    from minutes.cli import found

    desk = Desk(asked.archive, asked.language)
    try:
        found.search(desk, asked.words)
    finally:
        tell_remarks(desk)
    return 0
