"""What is to be written, before any format: lines and tables in the order of reading, each with its place in the record."""

from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

Style = Literal[
    "mark",  # the issuing mark of formal Chinese minutes, in red
    "number",  # its number under the mark
    "ruled",  # the number where nothing else stands above the red line
    "issuer",  # issuing body and date above the red line
    "alone",  # the same where no number stands over it
    "title",
    "subtitle",
    "chapter",  # the title of one meeting in a volume of many
    "contents",  # a line of the contents
    "heading1",
    "heading2",
    "heading3",
    "heading4",
    "fact",  # label and value: time, place ...
    "body",
    "item",  # of a list, with the number given
    "bullet",
    "attendance",  # label and names, hanging (GB/T 9704-2012, 10.3)
    "caption",
    "note",
    "source",
    "signature",
    "signed",  # who signed and when, to the right
    "copies",  # copies to: the upper line of the imprint (版记)
    "printed",  # printed by: its lower line
    "imprint",  # its only line
]


class Run(msgspec.Struct, frozen=True):
    """A piece of a line; `strong` for a label or a keyword, `body` for the face of body text in a line of another face."""

    text: str
    strong: bool = False
    body: bool = False


class Line(msgspec.Struct, frozen=True):
    """A paragraph. `origin` are the record's fields its words come from ("decisions.0.text"); none for set words."""

    style: Style
    runs: tuple[Run, ...]
    origin: tuple[str, ...] = ()
    number: int | None = None  # of an item or heading that is numbered
    label: str | None = None  # what a label in words says before the text (出席)
    anchor: str | None = None  # a name by which contents refer to this line
    page_of: str | None = None  # the name of a line whose page number stands at the end of this one

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(run.text for run in self.runs)


class Grid(msgspec.Struct, frozen=True):
    """A table whose header repeats on every page; `widths` in percent."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]
    says: str  # what the table holds, for those who cannot see it
    origin: tuple[str, ...] = ()
    shades: tuple[str | None, ...] = ()  # background of each row, RRGGBB


class Figure(msgspec.Struct, frozen=True):
    """A picture of the report, by its SHA-256; `says` what it shows, for those who cannot see it."""

    picture: str
    says: str
    origin: tuple[str, ...] = ()


Part = Line | Grid | Figure


class Properties(msgspec.Struct, frozen=True):
    """What a library's catalogue asks for (Dublin Core)."""

    title: str
    language: str  # BCP 47: zh-CN
    creator: str | None = None
    subject: str | None = None
    description: str | None = None
    identifier: str | None = None
    day: str | None = None  # of the meeting, YYYY-MM-DD
    date: str | None = None  # of the document: ISO 8601, from the record and never from the clock
    keywords: tuple[str, ...] = ()
    category: str | None = None
    version: str | None = None
    status: str | None = None  # Draft | Final


class Paper(msgspec.Struct, frozen=True):
    """Everything a format needs; `look` names the set of styles and the page."""

    look: str
    properties: Properties
    parts: Iterable[Part]  # a volume makes its own one by one, each time they are asked for
    draft: str | None = None  # what stands at the head of every page until the minutes are final

    def lines(self) -> Iterator[Line]:
        """The paragraphs, without tables."""
        return (part for part in self.parts if isinstance(part, Line))


def line(style: Style, text: str, *origin: str, number: int | None = None) -> Line:
    """A line of plain text."""
    return Line(style, (Run(text),), origin, number)


def labelled(style: Style, label: str, text: str, *origin: str) -> Line:
    """A line that begins with a label in words."""
    return Line(style, (Run(text),), origin, label=label)
