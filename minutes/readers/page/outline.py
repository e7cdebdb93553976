"""A page as rows of numbers: for every element how much text it holds, in links or not, in sentences or not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from minutes.readers.page.words import BLOCKS, Look, look

if TYPE_CHECKING:
    from lxml.etree import _Element

_STOPS: Final = re.compile(
    "[\u3002\uff0c\uff1b\uff1a\uff01\uff1f\u3001]|[,.;:!?](?=\\s|$|[\u4e00-\u9fff\u201c])"
)
_SENTENCE: Final = 15  # characters below which a block with a stop is a label rather than a sentence
_LABEL_WEIGHT: Final = 0.25
_NAME: Final = 12  # characters below which a block without a stop is likely a menu's word
_NAME_WEIGHT: Final = 0.05
_FURNITURE_WEIGHT: Final = {"strong": 0.1, "weak": 0.6, "article": 1.0, "plain": 1.0}


@dataclass(slots=True)
class Outline:
    """Parallel rows over the elements of a page in document order; sums include everything below an element."""

    elements: "list[_Element]"
    parent: list[int]
    block: list[int]  # the nearest block at or above
    looks: list[Look]
    chars: list[int] = field(default_factory=list)  # summed
    linked: list[int] = field(default_factory=list)  # summed, characters inside links to other pages
    prose: list[float] = field(default_factory=list)  # summed
    own: list[float] = field(default_factory=list)  # prose of the block alone
    own_chars: list[int] = field(default_factory=list)  # of the block alone
    own_linked: list[int] = field(default_factory=list)
    leaf: list[bool] = field(default_factory=list)  # a block without blocks inside
    end: list[int] = field(default_factory=list)  # the last element inside, in document order

    def __len__(self) -> int:
        """The number of elements."""
        return len(self.elements)

    def plain(self, index: int) -> int:
        """Characters outside links."""
        return self.chars[index] - self.linked[index]

    def linkedness(self, index: int) -> float:
        """Share of the text that is links."""
        return self.linked[index] / max(1, self.chars[index])

    def path(self, index: int) -> list[int]:
        """The element and those around it, innermost first."""
        found = [index]
        while (index := self.parent[index]) >= 0:
            found.append(index)
        return found

    def inside(self, index: int, around: int) -> bool:
        """Whether `index` is `around` or lies in it."""
        return around <= index <= self.end[around]

    def children(self, index: int) -> Iterator[int]:
        """The elements directly inside."""
        row = index + 1
        while row <= self.end[index]:
            yield row
            row = self.end[row] + 1

    def names(self, index: int) -> str:
        """Class and id of the element."""
        element = self.elements[index]
        return f"{element.get('class', '')} {element.get('id', '')}"

    def opening(self, index: int) -> str:
        """The first piece of text in the element."""
        texts = (str(text).strip() for text in self.elements[index].itertext())
        return next((text for text in texts if text), "")

    def spaced(self, index: int) -> str:
        """All text of the element, its parts kept apart: 发布时间 and 来源 often lie in spans without a blank between."""
        return " ".join(" ".join(map(str, self.elements[index].itertext())).split())

    def text(self, index: int) -> str:
        """All text of the element, white space as single spaces."""
        return " ".join("".join(map(str, self.elements[index].itertext())).split())


def outline_of(root: "_Element") -> Outline:
    """The rows for the page under `root`, in one pass down and one up."""
    elements = [element for element in root.iter() if isinstance(element.tag, str)]
    place = {element: row for row, element in enumerate(elements)}
    parent = [-1, *(place[next(element.iterancestors())] for element in elements[1:])]
    rows = Outline(elements, parent, [], [_look(element) for element in elements])
    _count(rows)
    _weigh(rows)
    for row in range(len(rows) - 1, 0, -1):
        around = parent[row]
        rows.chars[around] += rows.chars[row]
        rows.linked[around] += rows.linked[row]
        rows.prose[around] += rows.prose[row]
        rows.end[around] = max(rows.end[around], rows.end[row])
    return rows


def _look(element: "_Element") -> Look:
    attributes = element.attrib
    if not attributes:
        return look(str(element.tag), "", "")
    names = f"{attributes.get('class', '')} {attributes.get('id', '')}"
    return look(str(element.tag), names, str(attributes.get("role", "")))


def _count(rows: Outline) -> None:
    """Counts the text that lies directly in each element, and that of each block with its inline parts."""
    size = len(rows)
    rows.chars, rows.linked, rows.prose = [0] * size, [0] * size, [0.0] * size
    rows.own, rows.own_chars, rows.own_linked = [0.0] * size, [0] * size, [0] * size
    rows.leaf = [element.tag in BLOCKS for element in rows.elements]
    rows.block = [0] * size
    rows.end = list(range(size))
    in_link = [False] * size
    for row, element in enumerate(rows.elements):
        around = rows.parent[row]
        block = row if rows.leaf[row] or around < 0 else rows.block[around]
        rows.block[row] = block
        if block == row and around >= 0:
            rows.leaf[rows.block[around]] = False
        in_link[row] = _leads_away(element) or (around >= 0 and in_link[around])
        _add(rows, row, element.text, linked=in_link[row])
        if around >= 0:
            _add(rows, around, element.tail, linked=in_link[around])


def _leads_away(element: "_Element") -> bool:
    """Whether the element is a link to another page; one to a place in this page is text."""
    if element.tag != "a":
        return False
    target = str(element.get("href", ""))
    return target == "#" or (bool(target) and not target.startswith("#"))


def _add(rows: Outline, row: int, text: str | None, *, linked: bool) -> None:
    if not text or not (size := len(text.strip())):
        return
    block = rows.block[row]
    rows.chars[row] += size
    rows.own_chars[block] += size
    if linked:
        rows.linked[row] += size
        rows.own_linked[block] += size
    else:
        rows.own[block] += bool(_STOPS.search(text))


def _weigh(rows: Outline) -> None:
    """Turns each block's count of stops into its prose: characters, weighed by how much they read like sentences."""
    factors = [1.0] * len(rows)
    for row in range(len(rows)):
        around = rows.parent[row]
        factors[row] = (factors[around] if around >= 0 else 1.0) * _FURNITURE_WEIGHT[rows.looks[row]]
        if rows.block[row] == row:
            rows.own[row] = _prose(rows, row) * factors[row]
            rows.prose[row] = rows.own[row]


def _prose(rows: Outline, row: int) -> float:
    stops, chars, linked = rows.own[row], rows.own_chars[row], rows.own_linked[row]
    if linked * 2 > chars:
        return 0.0
    if stops and chars - linked >= _SENTENCE:
        return float(chars - linked)
    return (_LABEL_WEIGHT if chars >= _NAME else _NAME_WEIGHT) * (chars - linked)
