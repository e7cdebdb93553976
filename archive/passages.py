"""The words around a match, from the record itself."""

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from archive.hits import Passage
from archive.text import fold

BEFORE: Final = 24  # characters shown before the first match
LENGTH: Final = 120  # characters shown in all
_STOPS: Final = "\u3002!?;\uff01\uff1f\uff1b\n"

Values = dict[str, Any]


class _Part(NamedTuple):
    place: str
    text: str
    speaker: str | None = None
    number: int | None = None


def passage_of(values: Values, needles: tuple[str, ...]) -> Passage | None:
    """The piece of a record (JSON values) with most of the folded `needles`; statements and actions before plain text."""
    best: tuple[int, Passage] | None = None
    for part in _parts(values):
        folded = fold(part.text)
        count = sum(needle in folded for needle in needles)
        if count > (best[0] if best else 0):
            best = count, _cut(part, folded, needles)
            if count == len(needles):
                break
    return best[1] if best else None


def _parts(values: Values) -> Iterator[_Part]:
    for point in values["action_points"]:
        yield _Part("action", point["text"], point["owner_person"] or point["owner"], point["number"])
    for speaker in values["speakers"]:
        who = speaker["name"] or speaker["role"] or speaker["organisation"]
        for statement in speaker["statements"]:
            yield _Part("statement", statement["text"], who)
    for block in values["body"]:
        yield _Part("body", block["text"])
    if values["title"]:
        yield _Part("title", values["title"])


def _cut(part: _Part, folded: str, needles: tuple[str, ...]) -> Passage:
    first = min(place for needle in needles if (place := folded.find(needle)) >= 0)
    start = _begin(part.text, first)
    end = min(len(part.text), start + max(LENGTH, first - start + max(map(len, needles))))
    text = part.text[start:end]
    marks = marks_in(folded[start:end], needles)
    return Passage(text, marks, part.speaker, part.place, part.number)


def _begin(text: str, first: int) -> int:
    """Where to begin showing: at the sentence's beginning where that is near, else a little before the match."""
    if first <= BEFORE:
        return 0
    stop = max(text.rfind(sign, 0, first) for sign in _STOPS)
    return stop + 1 if first - stop <= LENGTH // 2 else first - BEFORE


def marks_in(folded: str, needles: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """Where the needles stand, overlapping ones joined."""
    found = sorted((place, place + len(needle)) for needle in needles for place in _places(folded, needle))
    joined: list[tuple[int, int]] = []
    for start, end in found:
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return tuple(joined)


def _places(text: str, needle: str) -> Iterator[int]:
    place = text.find(needle)
    while place >= 0:
        yield place
        place = text.find(needle, place + 1)
