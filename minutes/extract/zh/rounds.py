"""Rounds of departments in minutes of a regular meeting: 教务处: one thing; another. Each part may be a task."""

import re
from collections.abc import Iterator

from msgspec import Struct

from minutes.extract.zh.owners import owners_of
from minutes.extract.zh.reading import Reading
from minutes.extract.zh.subjects import skip_markers

UNIT = re.compile("([^,;:\u3002\n()]{2,12})[:](?=.)")
PART = re.compile("[^;\u3002\n]+")
ENUMERATOR = re.compile(
    "[ ,]*(?:\\(?\\d{1,2}[.、)](?!\\d)|[一二三四五六七八九十][是、]|[\u2460-\u2473])?[ ,]*"
)
LEAST = 2  # one line of this shape is no round


class Round(Struct, frozen=True):
    """What one department reports: its name's place and the places of the parts."""

    start: int
    end: int
    unit: tuple[int, int]
    parts: tuple[tuple[int, int], ...]


def find_rounds(reading: Reading) -> list[Round]:
    """All lines that begin with a unit and a colon; none where there is only one."""
    found = [one for number in reading.page.prose() if (one := _round(reading, number))]
    return found if len(found) >= LEAST else []


def _round(reading: Reading, number: int) -> Round | None:
    start, end = reading.document.starts[number], reading.document.end_of(number)
    begin = skip_markers(reading.flat, start, end)
    unit = UNIT.match(reading.flat, begin, end)
    person = reading.mentions.at(begin)
    if not unit or (person and (person.entry or person.family)) or not _is_unit(reading, unit[1]):
        return None
    return Round(start, end, unit.span(1), tuple(_parts(reading.flat, unit.end(), end)))


def _is_unit(reading: Reading, word: str) -> bool:
    ends = [found.end() for found in owners_of(reading.lexicon).tail.finditer(word)]
    return bool(ends) and ends[-1] == len(word)


def _parts(flat: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for found in PART.finditer(flat, start, end):
        enumerator = ENUMERATOR.match(flat, found.start(), found.end())
        begin = enumerator.end() if enumerator else found.start()
        if found.end() - begin > 3:  # noqa: PLR2004 - 无。 is nothing to do
            yield begin, found.end()
