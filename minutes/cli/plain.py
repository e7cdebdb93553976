"""Questions without options: `minutes search WORD...`, `list`, `actions`, and exports of numbered records; the archive named before or not.

They need no typer, whose loading takes twice as long as the whole answer (tests/bench/searching.py). All else is typer's;
so is a question that has anything in it that could be an option.
"""

import gc
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from minutes.cli.desk import Desk, tell_remarks
from minutes.settings import LANGUAGES

if TYPE_CHECKING:
    from minutes.cli.exporting import Choice

SEARCH, EXPORT = "search", "export"
ANSWERS: Final = {
    SEARCH: "search",
    "list": "meetings",
    "actions": "actions",
}  # functions of minutes.cli.found
VALUES: Final = {"--to": "to", "--profile": "profile", "--output": "output", "-o": "output"}
FLAGS: Final = {"--force": ("force", True), "--no-record": ("record", False)}
"""Options that most exports have, as minutes.cli.export spells them, and the fields of a Choice that they set."""


class Question(NamedTuple):
    """What was asked, and of which archive."""

    command: str
    words: list[str]
    archive: Path | None
    language: str | None
    choice: "Choice | None" = None  # of an export


def question(arguments: list[str]) -> Question | None:
    """The question; None where it is not plain."""
    options: dict[str, str] = {}
    rest = arguments
    while len(rest) > 1 and rest[0] in ("--archive", "--lang"):
        options[rest[0]] = rest[1]
        rest = rest[2:]
    name, *words = rest or [""]
    language = options.get("--lang")
    if language not in (None, *LANGUAGES):
        return None
    archive = options.get("--archive")
    asked = Question(name, words, None if archive is None else Path(archive), language)
    if name == EXPORT:
        return _exporting(asked)
    return asked if name in ANSWERS and _is_plain(name, words) else None


def _is_plain(name: str, words: list[str]) -> bool:
    """Whether there is something to answer, and no word that could be an option."""
    return bool(words or name != SEARCH) and not any(map(_may_be_an_option, words))


def _may_be_an_option(word: str) -> bool:
    """Whether typer may see an option in it; in -草案 nobody does."""
    return word.startswith("-") and word[1:2].isascii()


def _exporting(asked: Question) -> Question | None:
    """The question with its options read; None where they are more than most exports have."""
    if "--help" in asked.words or not any(map(str.isdigit, asked.words)):
        return None
    from minutes.cli import light

    light.start()
    read = options_of(asked.words)
    if read is None:
        gc.enable()  # light.start switched it off; who knows how much typer's command has to do
        return None
    numbers, choice = read
    return asked._replace(words=numbers, choice=choice)


def options_of(words: Sequence[str]) -> "tuple[list[str], Choice] | None":
    """Numbers and choice, where the words are numbers and the options that most exports have; else None."""
    from archive.errors import ArchiveError
    from minutes.cli.agreed import format_for
    from minutes.cli.exporting import Choice, is_number
    from minutes.writers import FORMATS, PROFILES

    numbers: list[str] = []
    values: dict[str, Any] = {}
    rest = [*words]
    while rest:
        word = rest.pop(0)
        if word in VALUES and rest and not rest[0].startswith("-"):
            values[VALUES[word]] = rest.pop(0)
        elif word in FLAGS:
            values.update([FLAGS[word]])
        elif is_number(word):
            numbers.append(word)
        else:
            return None
    try:
        values["to"] = format_for(values.get("to"), values.get("output"))
    except ArchiveError:  # typer's command says it
        return None
    known = values["to"] in FORMATS and values.get("profile") in (None, *PROFILES)
    return (numbers, Choice(**values)) if numbers and known else None


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
    if asked.choice:
        from minutes.cli import exporting

        exporting.export(desk, asked.words, asked.choice)
    else:
        from minutes.cli import found

        getattr(found, ANSWERS[asked.command])(desk, asked.words)
