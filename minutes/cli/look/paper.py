"""What lines are printed on: plain text for a pipe, colours for a terminal."""

import os
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final

from minutes.cli.look.piece import BLANK, Line

if TYPE_CHECKING:
    from rich.text import Text

NARROW: Final = 80  # columns where there is no terminal to ask
UNKNOWN: Final = os.terminal_size((NARROW, 24))
PROSE: Final = 100  # longer lines tire the eye

STYLES: Final = {
    "title": "bold",
    "heading": "bold cyan",
    "label": "dim",
    "id": "cyan",
    "name": "bold",
    "act": "green",
    "hit": "bold black on yellow",
    "late": "bold red",
    "soon": "yellow",
    "good": "green",
    "guess": "yellow",
    "doubt": "bold magenta",
    "faint": "dim",
}  # the meaning of a piece, in Rich's words


def on_terminal() -> bool:
    """Whether a person is looking at stdout."""
    return sys.stdout.isatty()


def columns() -> int:
    """How wide a page is: the terminal's width, else eighty."""
    if not on_terminal():
        return NARROW
    return min(_size().columns, PROSE)


def whole_width() -> int | None:
    """The terminal's width, for tables; None on a pipe, where nothing is cut."""
    return _size().columns if on_terminal() else None


def _size() -> os.terminal_size:
    """Columns and lines; a terminal that does not know says 0."""
    try:
        size = os.get_terminal_size(sys.stdout.fileno())
    except (OSError, ValueError):
        return UNKNOWN
    return size if size.columns and size.lines else UNKNOWN


def put(lines: Iterable[Line]) -> None:
    """Prints the lines; long output on a terminal goes through the user's pager."""
    if not on_terminal():
        _plain(lines)
        return
    from minutes.cli.look import pager

    shown = list(lines)
    with pager.stream(len(shown), _size().lines) as stream:
        _coloured(shown, stream)


def _plain(lines: Iterable[Line]) -> None:
    for line in lines:
        sys.stdout.write("".join(piece.text for piece in line).rstrip() + "\n")


def _coloured(lines: Iterable[Line], stream: Any) -> None:
    from rich.console import Console

    console = Console(file=stream, force_terminal=True, highlight=False, emoji=False, markup=False)
    for line in lines:
        console.print(_text(line), soft_wrap=True)


def _text(line: Line) -> "Text":
    from rich.text import Text

    return Text.assemble(*((text, STYLES.get(style, "")) for text, style in line))


def parted(pages: Iterable[Iterable[Line]]) -> Iterator[Line]:
    """The lines of all pages, a blank one between two pages."""
    for number, page in enumerate(pages):
        if number:
            yield BLANK
        yield from page
