"""Questions without options: `minutes search WORD...`, `list`, `actions`, and exports of numbered records; the archive named before or not.

They need no typer, whose loading takes twice as long as the whole answer (tests/bench/searching.py). All else is typer's;
so is a question that has anything in it that could be an option.
"""

import gc
from pathlib import Path
from typing import Final, NamedTuple

from minutes.cli.desk import Desk, tell_remarks
from minutes.settings import LANGUAGES

SEARCH, EXPORT = "search", "export"
ANSWERS: Final = {
    SEARCH: "search",
    "list": "meetings",
    "actions": "actions",
}  # functions of minutes.cli.found


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
    if not _is_plain(name, words):
        return None
    language = options.get("--lang")
    if language not in (None, *LANGUAGES):
        return None
    archive = options.get("--archive")
    return Question(name, words, None if archive is None else Path(archive), language)


def _is_plain(name: str, words: list[str]) -> bool:
    """Whether no word of a question could be an option, and an export has only those that most have."""
    if name in ANSWERS:
        return bool(words or name != SEARCH) and not any(map(_may_be_an_option, words))
    if name != EXPORT or "--help" in words or not any(map(str.isdigit, words)):
        return False
    from minutes.cli import light

    light.start()
    from minutes.cli.exporting import plain

    return plain(words) is not None


def _may_be_an_option(word: str) -> bool:
    """Whether typer may see an option in it; in -草案 nobody does."""
    return word.startswith("-") and word[1:2].isascii()


def answer(asked: Question) -> int:
    """Prints what was found or written, as the command does; gives the exit code."""
    desk = Desk(asked.archive, asked.language)
    try:
        _do(desk, asked)
    finally:
        gc.enable()  # light.start switched it off
        tell_remarks(desk)
    return 0


def _do(desk: Desk, asked: Question) -> None:
    if asked.command in ANSWERS:
        from minutes.cli import found

        getattr(found, ANSWERS[asked.command])(desk, asked.words)
    else:
        from minutes.cli import exporting

        exporting.export(desk, *exporting.plain(asked.words) or ([], exporting.Choice()))
