"""Help in the user's language, the commands grouped, made from the table alone."""

from collections.abc import Iterable, Iterator
from typing import Any
from unicodedata import east_asian_width

from minutes.cli.table import COMMANDS, GROUPS, Row
from minutes.messages import say

WIDTH = 80
OPENING = "(\uff08\u300a\u201c["
Pairs = list[tuple[str, str]]


def of_all(options: Iterable[Any]) -> str:
    """What `minutes --help` prints."""
    column = max(len(f"{name} {row.usage}") for name, row in COMMANDS.items()) + 2
    parts = [
        _lines(
            say(
                "minutes files reports of meetings, keeps who said what and what is to be done, and finds it again."
            )
        ),
        say("Usage: minutes [--archive DIR] [--lang zh|en] COMMAND ..."),
        *(_section(say(title), _commands(group), column) for group, title in GROUPS.items()),
        _section(say("Options"), [_option(one) for one in options], column),
        _examples([row.examples[0] for row in COMMANDS.values() if row.examples][:5]),
        say("Each command explains itself: minutes COMMAND --help."),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def of_one(name: str, row: Row, explanation: str, options: Iterable[Any]) -> str:
    """What `minutes NAME --help` prints."""
    parts = [
        say("Usage: {command}", command=f"minutes {name} {row.usage}".rstrip()),
        _lines(say("{sentence}.", sentence=say(row.short))),
        *_paragraphs(explanation),
        _section(say("Options"), [_option(one) for one in options]),
        _examples(row.examples),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _commands(group: str) -> Pairs:
    return [(f"{name} {row.usage}", say(row.short)) for name, row in COMMANDS.items() if row.group == group]


def _option(option: Any) -> tuple[str, str]:
    """How an option is written, and what it does."""
    names = ", ".join(sorted(option.opts, key=len))
    value = "" if option.is_flag else f" {option.metavar or option.type.name.upper()}"
    return names + value, say(option.help or "")


def _section(title: str, rows: Pairs, column: int | None = None) -> str:
    if not rows:
        return ""
    column = column or max(len(name) for name, _ in rows) + 2
    lines = [line for name, text in rows for line in _row(name, text, column)]
    return "\n".join([say("{title}:", title=title), *lines])


def _row(name: str, text: str, column: int) -> Iterator[str]:
    first, *rest = list(filled(text, WIDTH - column - 2)) or [""]
    yield f"  {name:<{column}}{first}".rstrip()
    yield from (" " * (column + 2) + line for line in rest)


def _paragraphs(explanation: str) -> list[str]:
    """The docstring's paragraphs after its first, which the table says shorter."""
    paragraphs = [" ".join(part.split()) for part in explanation.split("\n\n")][1:]
    return [_lines(say(part)) for part in paragraphs]


def _lines(text: str) -> str:
    return "\n".join(filled(text, WIDTH))


def _examples(examples: Iterable[str]) -> str:
    lines = [f"  {example}" for example in examples]
    return "\n".join([say("{title}:", title=say("Examples")), *lines]) if lines else ""


def filled(text: str, width: int) -> Iterator[str]:
    """`text` in lines of at most `width` columns; Chinese may break between any two characters, but not before punctuation."""
    line, used = "", 0
    for word in _words(text):
        size = sum(1 + _is_wide(char) for char in word)
        if used + size > width and line:
            yield line.rstrip()
            line, used = "", 0
            word = word.lstrip()  # noqa: PLW2901 (the space that ended the line)
        line, used = line + word, used + size
    if line:
        yield line.rstrip()


def _words(text: str) -> Iterator[str]:
    """Pieces that stay together: Latin words with the space before them, Chinese characters with the punctuation after them."""
    word = ""
    for char in text:
        if word and (char == " " or _may_part(word[-1], char)):
            yield word
            word = ""
        word += char
    if word:
        yield word


def _may_part(before: str, after: str) -> bool:
    """Whether a line may end between the two: at a Chinese character, never before punctuation or after a bracket."""
    return (
        before not in OPENING
        and after.isalnum()
        and (_is_wide(after) or (_is_wide(before) and before.isalnum()))
    )


def _is_wide(char: str) -> bool:
    return east_asian_width(char) in "WF"
