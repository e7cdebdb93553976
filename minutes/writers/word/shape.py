"""What a look is made of: a page, and how each style of line appears. Lengths in twips (1/20 pt) unless said otherwise."""

from typing import Literal

import msgspec

Align = Literal["left", "center", "right", "both"]


def mm(length: float) -> int:
    """Millimetres in twips."""
    return round(length * 1440 / 25.4)


class Font(msgspec.Struct, frozen=True):
    """A pair of typefaces: Word chooses by character, so both are named (w:ascii and w:eastAsia)."""

    latin: str
    chinese: str


class Shape(msgspec.Struct, frozen=True):
    """How a style of lines looks."""

    font: Font
    size: float = 12  # pt
    bold: bool = False
    italic: bool = False
    colour: str | None = None  # RRGGBB
    align: Align = "left"
    before: int = 0
    after: int = 0
    pitch: int | None = None  # from line to line, exactly; None follows the document's default
    first: float = 0  # characters the first line is indented
    left: float = 0  # characters
    right: float = 0  # characters
    hanging: float = 0  # characters the first line stands out to the left
    tight: int = 0  # added between characters
    on_grid: bool = True
    keep_next: bool = False
    new_page: bool = False
    below: tuple[int, int, str] | None = None  # line below: eighths of a point, distance in pt, colour
    above: tuple[int, int, str] | None = None
    outline: int | None = None  # 1 is the outermost
    numbered: int | None = None  # level of the numbering
    tabs: tuple[tuple[int, str, str], ...] = ()  # place, alignment, leader
    together: bool = False  # no space before and after between two of the style
    single: bool = False  # line after line without more distance: pictures


class Level(msgspec.Struct, frozen=True):
    """One level of the numbering: how it counts and what stands around the number."""

    form: Literal["decimal", "chineseCounting", "bullet"]
    text: str  # %1 stands for the number
    style: str  # the style of lines that carries it


class Page(msgspec.Struct, frozen=True):
    """Paper, margins, grid, page number."""

    top: int
    bottom: int
    left: int
    right: int
    footer: int  # from the paper's edge
    width: int = mm(210)
    height: int = mm(297)
    line_pitch: int | None = None  # of the document grid
    dashes: bool = False  # -1- at the outer edge (GB/T 9704-2012, 7.5), else in the middle
    number_font: Font = Font("Times New Roman", "\u5b8b\u4f53")
    number_size: float = 10.5


class Look(msgspec.Struct, frozen=True):
    """Everything about the appearance of one kind of document."""

    language: str  # w:lang of Latin text
    default: Shape
    shapes: dict[str, Shape]  # by style of line
    levels: tuple[Level, ...]
    page: Page
    line: int = 240  # default distance of lines, in 240ths of a line
    chinese: bool = True
    east_asian: str = "zh-CN"  # w:lang of Chinese text
    cell: float = 10.5  # pt, of tables
    header_fill: str = "E7EAEE"
    strong: Font | None = None  # of labels and keywords; None makes them bold
    title_room: int | None = None  # characters on a line of the title, which is then broken into even lines
