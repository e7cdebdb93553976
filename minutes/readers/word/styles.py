"""Paragraph styles, followed up what they are based on: what makes a paragraph a title, heading, caption or list item."""

import re
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Final

from lxml import etree

from minutes.readers.word.names import OFF, is_on, q, value_of, whole

_HEADING: Final = re.compile(
    r"(?:heading|标题|標題|titre|título|überschrift|ttulo|berschrift)\s*([1-9])", re.IGNORECASE
)
_ROLES: Final = {
    "title": "title",
    "标题": "title",
    "標題": "title",
    "caption": "caption",
    "题注": "caption",
    "標號": "caption",
}
_CONTENTS: Final = re.compile(r"(?:toc|目录|目錄)\s*[1-9]", re.IGNORECASE)
_OPEN: Final = b"<w:style "
_CLOSE: Final = b"</w:style>"
_MOST: Final = 5_000  # styles looked at
_OTHERS: Final = (b'w:type="table"', b'w:type="character"')
_DEEPEST: Final = 10  # styles based on one another
_BODY_LEVEL: Final = 9  # the outline level of running text
_DEFAULT_SIZE: Final = 20  # half-points, where the document has no default (17.3.2.38)


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph style says about its paragraphs."""

    role: str | None = None  # title, caption or contents
    heading: int | None = None  # 1 is the outermost
    number: str | None = None  # numId
    level: int | None = None  # ilvl
    centred: bool = False
    size: int | None = None  # half-points
    bold: bool = False


@dataclass(slots=True)
class Styles:
    """The paragraph styles of a document by id."""

    root: etree._Element | None
    size: int = _DEFAULT_SIZE  # of text without a style or size of its own
    _elements: dict[str, etree._Element] = field(default_factory=dict)
    _known: dict[str, Style] = field(default_factory=dict)
    default: str = ""

    def __post_init__(self) -> None:
        """Finds the styles by id and the defaults."""
        if self.root is None:
            return
        for element in islice(self.root.iterchildren(q("w:style")), _MOST):
            name = element.get(q("w:styleId")) or ""
            self._elements[name] = element
            if element.get(q("w:type")) == "paragraph" and element.get(q("w:default")) not in {None, *OFF}:
                self.default = name
        defaults = self.root.find(f"{q('w:docDefaults')}/{q('w:rPrDefault')}/{q('w:rPr')}")
        self.size = size_of(defaults) or self.size

    def get(self, name: str | None) -> Style:
        """The style of that id; the default one for None or an unknown id."""
        key = name if name is not None else self.default
        if key not in self._known:
            self._known[key] = self._resolved(key)
        return self._known[key]

    def number_of(self, name: str) -> str | None:
        """The list (numId) that a style names."""
        return self.get(name).number

    def _resolved(self, name: str) -> Style:
        chain: list[etree._Element] = []
        key: str | None = name
        while key in self._elements and len(chain) < _DEEPEST:
            chain.append(self._elements[key])
            key = value_of(chain[-1], "w:basedOn")
        style = Style(size=self.size)
        for element in reversed(chain):
            style = _inherited(style, element)
        return style if chain else _named(style, name)


def _inherited(style: Style, element: etree._Element) -> Style:
    """`style` with what `element` adds."""
    style = _named(style, value_of(element, "w:name") or "")
    properties, run = element.find(q("w:pPr")), element.find(q("w:rPr"))
    if run is not None:
        style = replace(style, size=size_of(run) or style.size, bold=is_on(run, "w:b", default=style.bold))
    if properties is None:
        return style
    numbering = properties.find(q("w:numPr"))
    if numbering is not None:
        level = value_of(numbering, "w:ilvl")
        number = value_of(numbering, "w:numId") or style.number
        style = replace(style, number=number, level=None if level is None else whole(level))
    if aligned := value_of(properties, "w:jc"):
        style = replace(style, centred=aligned == "center")
    return with_outline(style, value_of(properties, "w:outlineLvl"))


def paragraph_styles(data: bytes) -> bytes:
    """A styles part without the styles that say nothing of paragraphs.

    In the template of python-docx they are 330 KB of 349; parsing them takes 6 of 8 ms.
    """
    *styles, end = data.split(_CLOSE, _MOST)
    return b"".join([*map(_kept, styles), end])


def _kept(text: bytes) -> bytes:
    """What stands before a style, and the style itself where it is one of paragraphs or lists."""
    start = text.find(_OPEN)
    head = text[start : text.find(b">", start) + 1] if start >= 0 else b""
    if head.endswith(b"/>") or not any(kind in head for kind in _OTHERS):
        return text + _CLOSE
    return text[:start]


def with_outline(style: Style, level: str | None) -> Style:
    """`style` with an outline level as the document writes it (0 is the outermost, 9 is running text)."""
    if level is None:
        return style
    outline = whole(level, otherwise=_BODY_LEVEL)
    return replace(style, heading=outline + 1 if outline < _BODY_LEVEL else None)


def _named(style: Style, name: str) -> Style:
    """What Word's own styles are for is told by their names, in the language of the Word that made them, or ids."""
    name = name.strip().lower()
    if found := _HEADING.fullmatch(name):
        return replace(style, heading=int(found[1]))
    if _CONTENTS.fullmatch(name):
        return replace(style, role="contents")
    return replace(style, role=_ROLES.get(name, style.role))


def size_of(run: etree._Element | None) -> int | None:
    """The size that run properties give, in half-points."""
    return whole(value_of(run, "w:sz")) or None


def with_alignment(style: Style, aligned: str | None) -> Style:
    """`style` with the alignment a paragraph sets itself."""
    return style if aligned is None else replace(style, centred=aligned == "center")
