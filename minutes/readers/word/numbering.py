"""Automatic numbers of paragraphs, resolved to what Word shows: 一、 (一) 1. 2.3 a) (ISO/IEC 29500-1, 17.9)."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Final

from lxml import etree

from minutes.readers.word.names import VAL, is_on, q, value_of, whole
from minutes.readers.word.numerals import numeral

_LEVELS: Final = 9
_PLACE: Final = re.compile("%([1-9])")
_LABEL: Final = 100  # characters of a level's text
_WIDTH: Final = 10  # digits of a custom format
_HOPS: Final = 5  # from one list to the style that defines another
_PRIVATE: Final = range(0xE000, 0xF900)
# What the symbol fonts of bullets show (Symbol, Wingdings), by the low byte of the private code.
_BULLETS: Final = {
    0xB7: "•",
    0xA7: "▪",
    0xD8: "➢",
    0xFC: "✓",
    0x6C: "●",
    0x6E: "■",
    0x75: "◆",
    0x76: "❖",
    0xA8: "□",
    0x71: "□",
    0xB2: "◇",
}
StyleNumber = Callable[[str], "str | None"]


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list."""

    start: int = 1
    style: str = "decimal"
    text: str = ""
    restart: int | None = None  # the level (1 is the outermost) whose use starts this one anew; 0 none
    legal: bool = False  # all numbers decimal
    width: int = 0  # digits to pad to, of custom formats such as 001, 002
    paragraph: str | None = None  # the paragraph style it belongs to


@dataclass(slots=True)
class Numbering:
    """The lists of a document, counting as paragraphs come in their order."""

    root: etree._Element | None
    number_of_style: StyleNumber  # the numId a numbering style names
    _abstract: dict[str, etree._Element] = field(default_factory=dict)
    _lists: dict[str, etree._Element] = field(default_factory=dict)
    _levels: dict[str, tuple[str, list[Level | None]]] = field(default_factory=dict)
    _counts: dict[str, list[int | None]] = field(
        default_factory=dict
    )  # by abstract list: lists share their count
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Finds the lists by their numbers."""
        if self.root is None:
            return
        for name, found in ((q("w:abstractNum"), self._abstract), (q("w:num"), self._lists)):
            key = q("w:abstractNumId") if found is self._abstract else q("w:numId")
            found.update({element.get(key) or "": element for element in self.root.iterchildren(name)})

    def label(self, number: str, level: int) -> str | None:
        """The label of the next paragraph of list `number` at `level` (0 is the outermost); None where there is none."""
        key, levels = self._of(number)
        here = levels[level] if 0 <= level < _LEVELS else None
        if here is None:
            return None
        counts = self._counts.setdefault(key, [None] * _LEVELS)
        self._count(number, level, here, counts)
        for deeper in range(level + 1, _LEVELS):
            if _starts_anew(levels[deeper], deeper, level):
                counts[deeper] = None
        if here.style == "bullet":
            return _bullet(here.text)
        return (
            _PLACE.sub(lambda place: _shown(int(place[1]) - 1, here, levels, counts), here.text).strip()
            or None
        )

    def level_of(self, number: str, style: str) -> int:
        """The level that list `number` keeps for paragraphs of `style`; 0 where it names none."""
        _, levels = self._of(number)
        return next((place for place, one in enumerate(levels) if one and one.paragraph == style), 0)

    def _count(self, number: str, level: int, here: Level, counts: list[int | None]) -> None:
        """A list that overrides its start begins anew where it is first used, though others count on the same row."""
        if (number, level) not in self._begun:
            self._begun.add((number, level))
            if self._overrides_start(number, level):
                counts[level] = None
        before = counts[level]
        counts[level] = here.start if before is None else before + 1

    def _overrides_start(self, number: str, level: int) -> bool:
        return any(
            whole(one.get(q("w:ilvl"))) == level and one.find(q("w:startOverride")) is not None
            for one in self._lists[number].iterchildren(q("w:lvlOverride"))
        )

    def _of(self, number: str) -> tuple[str, list[Level | None]]:
        if number not in self._levels:
            self._levels[number] = self._read(number)
        return self._levels[number]

    def _read(self, number: str) -> tuple[str, list[Level | None]]:
        levels: list[Level | None] = [None] * _LEVELS
        key = self._abstract_of(number)
        if key is None:
            return "", levels
        for element in self._abstract[key].iterchildren(q("w:lvl")):
            _put(levels, element)
        for override in self._lists[number].iterchildren(q("w:lvlOverride")):
            _override(levels, override)
        return key, levels

    def _abstract_of(self, number: str) -> str | None:
        """The abstract list behind a list, through the style that defines it elsewhere (w:numStyleLink)."""
        for _ in range(_HOPS):
            element = self._lists.get(number)
            key = value_of(element, "w:abstractNumId")
            if key is None or key not in self._abstract:
                return None
            style = value_of(self._abstract[key], "w:numStyleLink")
            if style is None:
                return key
            number = self.number_of_style(style) or ""
        return None


def _starts_anew(level: Level | None, place: int, used: int) -> bool:
    """Whether the use of level `used` ends the count of the deeper one at `place` (17.9.10)."""
    if level is None or level.restart is None:
        return True
    return used < min(level.restart, place)


def _shown(place: int, here: Level, levels: list[Level | None], counts: list[int | None]) -> str:
    level = levels[place] or Level()
    count = counts[place]
    number = level.start if count is None else count
    if here.legal or level.width:
        return str(number).zfill(level.width)
    return numeral(number, "none" if level.style == "bullet" else level.style)


def _bullet(text: str) -> str:
    """The sign of a bullet; those of symbol fonts by what they show."""
    sign = text.strip()[:1]
    if sign and ord(sign) in _PRIVATE:
        return _BULLETS.get(ord(sign) & 0xFF, "•")
    return {"": "•", "o": "○", "\u00b7": "•"}.get(sign, sign)


def _put(levels: list[Level | None], element: etree._Element) -> None:
    place = whole(element.get(q("w:ilvl")))
    if 0 <= place < _LEVELS:
        levels[place] = _level(element)


def _override(levels: list[Level | None], element: etree._Element) -> None:
    place = whole(element.get(q("w:ilvl")))
    for own in element.iterchildren(q("w:lvl")):
        _put(levels, own)
    start = value_of(element, "w:startOverride")
    if start is not None and 0 <= place < _LEVELS:
        levels[place] = replace(levels[place] or Level(), start=whole(start))


def _level(element: etree._Element) -> Level:
    style, width = _format(element)
    restart = value_of(element, "w:lvlRestart")
    return Level(
        start=whole(value_of(element, "w:start"), otherwise=1),
        style=style,
        text=(value_of(element, "w:lvlText") or "")[:_LABEL],
        restart=None if restart is None else whole(restart),
        legal=is_on(element, "w:isLgl", default=False),
        width=width,
        paragraph=value_of(element, "w:pStyle"),
    )


def _format(element: etree._Element) -> tuple[str, int]:
    """The number format and the width of a custom one, which Word wraps in mc:AlternateContent."""
    found = next(element.iter(q("w:numFmt")), None)
    if found is None:
        return "decimal", 0
    if found.get(VAL) == "custom":
        width = len((found.get(q("w:format")) or "").partition(",")[0].strip())
        return "decimal", min(width, _WIDTH)
    return found.get(VAL) or "decimal", 0
