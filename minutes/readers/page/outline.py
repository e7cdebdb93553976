"""A page as rows of numbers: for every element how much text it holds, in links or not, in sentences or not."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, cast

from minutes.readers.page.words import BLOCKS, HEADINGS, Look, look

if TYPE_CHECKING:
    from lxml.etree import _Element, _ElementUnicodeResult

_STOPS: Final = re.compile(
    "[\u3002\uff0c\uff1b\uff1a\uff01\uff1f\u3001]|[,.;:!?](?=\\s|$|[\u4e00-\u9fff\u201c])"
)
_SENTENCE: Final = 15  # characters below which a block with a stop is a label rather than a sentence
_LABEL_WEIGHT: Final = 0.25
_NAME: Final = 12  # characters below which a block without a stop is likely a menu's word
_NAME_WEIGHT: Final = 0.05
_LIST_PROSE: Final = 30.0
_MANY: Final = 8  # elements of a list that may be one row
_WEIGHTS: Final = {"strong": 0.1, "weak": 0.6, "article": 1.0, "plain": 1.0}


class Outline:
    """Parallel rows over the elements of a page in document order; sums include everything below an element."""

    __slots__ = (
        "block", "chars", "elements", "end", "factor", "leaf", "linked", "looks", "own", "own_chars", "own_linked",
        "parent", "prose", "stops",
    )  # fmt: skip

    def __init__(self, elements: "list[_Element]") -> None:
        size = len(elements)
        self.elements = elements
        self.parent = [-1] * size
        self.block = [0] * size  # the nearest block at or above
        self.looks: list[Look] = ["plain"] * size
        self.factor = [1.0] * size  # how much prose counts there: little in menus
        self.leaf = [False] * size  # a block without blocks inside
        self.end = list(range(size))  # the last element inside, in document order
        self.chars = [0] * size  # summed
        self.linked = [0] * size  # summed, characters inside links to other pages
        self.prose = [0.0] * size  # summed
        self.own = [0.0] * size  # prose of the block alone
        self.own_chars = [0] * size  # of the block alone
        self.own_linked = [0] * size
        self.stops = [False] * size  # whether the block's text has marks of a sentence

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
    """The rows for the page under `root`, in one pass down and one up.

    A long run of elements without a word longer than a menu's (26,000 links of a side bar) is one row.
    """
    lists: set[_Element] = set()
    rows = Outline(list(_visited(root, lists)))
    _read(rows, lists)
    _sum(rows)
    return rows


def _visited(root: "_Element", lists: "set[_Element]") -> "Iterator[_Element]":
    """All elements but those inside long lists of short words, which go into `lists`."""
    from lxml import etree

    telling = _telling(root)
    walk = etree.iterwalk(root, events=("start",))
    for _, element in walk:
        yield element
        if len(element) >= _MANY and element not in telling and not _has_heading(element):
            lists.add(element)
            walk.skip_subtree()


def _telling(root: "_Element") -> "set[_Element]":
    """The elements that hold text longer than a menu's word outside of links."""
    found: set[_Element] = set()
    texts = root.xpath(f"descendant::text()[string-length(normalize-space(.)) > {_NAME}]")
    for text in cast("list[_ElementUnicodeResult]", texts):
        element = text.getparent()
        if text.is_tail and element is not None:
            element = element.getparent()
        elif element is not None and element.tag == "a":
            continue
        while element is not None and element not in found:
            found.add(element)
            element = element.getparent()
    return found


def _has_heading(element: "_Element") -> bool:
    return next(element.iter(*HEADINGS, "table"), None) is not None


def _read(rows: Outline, lists: "set[_Element]") -> None:
    """Fills in what an element has from those around it, and counts the text that lies directly in it."""
    place: dict[_Element | None, int] = {}
    in_link = [False] * len(rows)
    parent, block, leaf = rows.parent, rows.block, rows.leaf
    for row, element in enumerate(rows.elements):
        place[element] = row
        around = parent[row] = place.get(element.getparent(), -1)
        tag = str(element.tag)
        rows.looks[row] = kind = _look(element, tag)
        outer = around if around >= 0 else row
        rows.factor[row] = rows.factor[outer] * _WEIGHTS[kind]
        if tag in BLOCKS:
            block[row] = row
            leaf[block[outer]] = False
            leaf[row] = True
        else:
            block[row] = block[outer]
        in_link[row] = in_link[outer] or (tag == "a" and _leads_away(element))
        if element in lists:
            _add_list(rows, row, element)
        elif text := element.text:
            _add(rows, row, text, linked=in_link[row])
        if (text := element.tail) and around >= 0:
            _add(rows, around, text, linked=in_link[around])


def _look(element: "_Element", tag: str) -> Look:
    names, identity, role = element.get("class"), element.get("id"), element.get("role")
    if names or identity or role:
        return look(tag, f"{names or ''} {identity or ''}", role or "")
    return look(tag, "", "")


def _leads_away(element: "_Element") -> bool:
    """Whether a link goes to another page; one to a place in this page is text."""
    target = element.get("href")
    return bool(target) and (target == "#" or not str(target).startswith("#"))


def _add(rows: Outline, row: int, text: str, *, linked: bool) -> None:
    size = len(text.strip())
    if not size:
        return
    block = rows.block[row]
    rows.chars[row] += size
    rows.own_chars[block] += size
    if linked:
        rows.linked[row] += size
        rows.own_linked[block] += size
    elif not rows.stops[block]:
        rows.stops[block] = _STOPS.search(text) is not None


def _add_list(rows: Outline, row: int, element: "_Element") -> None:
    """Counts a long list of short words at once; it weighs little as prose, however long it is."""
    size = len("".join("".join(map(str, element.itertext())).split()))
    linked = min(size, sum(len(link.text or "") for link in element.iter("a") if _leads_away(link)))
    rows.chars[row] += size
    rows.linked[row] += linked
    rows.prose[row] += min(_LIST_PROSE, _NAME_WEIGHT * (size - linked)) * rows.factor[row]


def _sum(rows: Outline) -> None:
    """From the last element up: the prose of each block, and the sums."""
    parent, end = rows.parent, rows.end
    for row in range(len(rows) - 1, -1, -1):
        if rows.own_chars[row]:
            rows.own[row] = own = _prose(rows, row) * rows.factor[row]
            rows.prose[row] += own
        around = parent[row]
        if around < 0:
            continue
        if rows.chars[row]:
            rows.chars[around] += rows.chars[row]
            rows.linked[around] += rows.linked[row]
            rows.prose[around] += rows.prose[row]
        end[around] = max(end[around], end[row])


def _prose(rows: Outline, row: int) -> float:
    """Characters of a block outside links, weighed by how much they read like sentences."""
    plain = rows.own_chars[row] - rows.own_linked[row]
    if plain < rows.own_linked[row]:
        return 0.0
    if rows.stops[row] and plain >= _SENTENCE:
        return float(plain)
    return (_LABEL_WEIGHT if plain >= _NAME else _NAME_WEIGHT) * plain
