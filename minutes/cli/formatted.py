r"""Lists for programs: JSON, numbers alone, or lines of the asker's own making: --format '{id}\t{title}'.

The fields are those of --json; a dot leads into what a field holds: {passage.text}.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final

from archive.answers import Entry, PersonRow, Task
from archive.hits import Hit, Passage
from minutes import border
from minutes.cli import reply, usage

_PASSAGE: Final = tuple(f"passage.{name}" for name in Passage._fields if name != "marks")
FIELDS: Final[dict[str, tuple[str, ...]]] = {  # the first one is what --ids prints
    "search": (*(name for name in Hit._fields if name != "passage"), *_PASSAGE),
    "list": Entry._fields,
    "actions": ("action", *Task._fields),
    "people": PersonRow._fields,
}
_SIGNS: Final = {r"\t": "\t", r"\n": "\n", r"\\": "\\", "{{": "{", "}}": "}"}
_PIECE: Final = re.compile(r"\\[tn\\]|\{\{|\}\}|\{[^{}]*\}|[{}]|[^{}\\]+|\\")

Item = dict[str, Any]


class NotAField(usage.UsageMistake):
    """A name in the format that the list has not."""

    message = 'There is no field "{name}" here.'
    advice = "The fields are: {known}. More: minutes help format."


class BadFormat(usage.UsageMistake):
    """A bracket that opens or closes nothing."""

    message = "The format has a {sign} that belongs to no field."
    advice = "Write a field as {field}, a bracket itself twice. More: minutes help format."


def put(
    shape: reply.Shape, command: str, items: Iterable[Item], total: Callable[[], int] | None = None
) -> int:
    """Prints the items as `shape` asks; gives how many there are. Raises NotAField, BadFormat."""
    if shape.form is not None:
        parts = parts_of(shape.form, FIELDS[command])
        return reply.lines(line(parts, item) for item in items)
    if shape.ids:
        return reply.lines(item[FIELDS[command][0]] for item in items)
    return reply.items(items, total)


def parts_of(form: str, known: Sequence[str]) -> list[tuple[str, bool]]:
    """The format in pieces: (text, False) or (field, True)."""
    return [_part(piece, known) for piece in _PIECE.findall(form)]


def _part(piece: str, known: Sequence[str]) -> tuple[str, bool]:
    if piece in ("{", "}"):
        raise BadFormat(sign=piece, field="{id}")
    if not piece.startswith("{") or piece == "{{":
        return _SIGNS.get(piece, piece), False
    name = piece[1:-1].strip()
    if name not in known:
        raise NotAField(name=name, known=", ".join(known))
    return name, True


def line(parts: Iterable[tuple[str, bool]], item: Item) -> str:
    """One item in the format; what a document brought stays on the line, without tabs."""
    return "".join(_value(item, text) if is_field else text for text, is_field in parts)


def _value(item: Item, name: str) -> str:
    value: Any = item
    for step in name.split("."):
        value = value[step] if value is not None else None
    return border.one_line(" / ".join(_words(value)))


def _words(value: Any) -> Iterator[str]:
    """As JSON has it, without its quotation marks; several with a stroke between them, null as nothing."""
    if isinstance(value, list | tuple):
        yield from map(str, value)
    elif isinstance(value, bool):
        yield "true" if value else "false"
    elif value is not None:
        yield str(value)
