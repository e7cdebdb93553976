"""Persons of a table's cell whose lines have run together: "Jane Roe, Chair Ann Lund, Vice Chair Otto Marsh Una Frost"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from minutes.extract.en.names import PARTICLES, WORD, Named, is_name, is_role, split_role
from minutes.extract.en.passages import Passage
from minutes.extract.en.words import Words
from minutes.extract.lazy import lazy

_PLAIN = lazy(r"[\w'., -]+")
_INITIAL = lazy(r"[A-Z]\.?")
_PAIR = 2  # words of a name at least
_MANY = 4  # words of names behind a role that must be two persons'
_LINE = 6  # words of names without any mark that must be several persons'
Words3 = tuple[re.Match[str], ...]


def glued_people(passage: Passage, start: int, end: int, words: Words) -> list[Named]:
    """The persons, each with the role behind the name; none where the cell's text is an ordinary list."""
    if passage.cell is None or not _PLAIN.fullmatch(passage.text, start, end):
        return []
    cuts = [
        start - 1,
        *(mark.start() for mark in re.finditer(",", passage.text[:end]) if mark.start() >= start),
        end,
    ]
    items = [tuple(WORD.finditer(passage.text, first + 1, last)) for first, last in pairwise(cuts)]
    parts = [_parted(item, words) for item in items if item]
    if not parts or not _is_glued(parts, words):
        return []
    found: list[Named] = []
    for role, names in parts:
        if role and found:
            found[-1] = replace(found[-1], role=" ".join(one[0] for one in role))
        found += [_named(passage, name) for name in _apart(names)]
    return found if all(is_name(one.name.split(), words) for one in found) else []


def _parted(item: Words3, words: Words) -> tuple[Words3, Words3]:
    """The words of the role that opens an item, and those of the names behind it."""
    run = [one[0].rstrip(".") if len(one[0]) > _PAIR else one[0] for one in item]
    if is_role(" ".join(run), words):
        return item, ()
    role, _, _ = split_role(run[: _MANY + 1], words)
    size = len(role.split()) if role else 0
    return item[:size], item[size:]


def _is_glued(parts: Sequence[tuple[Words3, Words3]], words: Words) -> bool:
    """Whether a name comes first and roles open all other items, and one of these is a role alone or names two."""
    first, others = parts[0], parts[1:]
    if first[0] or not all(
        one[0].isupper() or one.lower() in PARTICLES for one in (word[0] for word in first[1])
    ):
        return False
    if not others:
        return len(first[1]) >= _LINE and is_name([one[0] for one in first[1][:_PAIR]], words)
    roled = all(role for role, _ in others)
    return roled and (not others[-1][1] or any(len(names) >= _MANY for _, names in others))


def _apart(names: Words3) -> list[Words3]:
    """The words of several names, parted: two for each, and initials and particles with the name they stand in."""
    found: list[list[re.Match[str]]] = []
    for word in names:
        whole = found and sum(not _is_small(one[0]) for one in found[-1]) >= _PAIR
        if not found or whole:
            found.append([])
        found[-1].append(word)
    if len(found) > 1 and len(found[-1]) == 1:
        last = found.pop()
        found[-1] += last
    return [tuple(one) for one in found]


def _is_small(word: str) -> bool:
    return bool(_INITIAL.fullmatch(word)) or word.lower() in PARTICLES


def _named(passage: Passage, name: Words3) -> Named:
    text = " ".join(word[0] for word in name)
    return Named(text, span=passage.span(name[0].start(), name[-1].end()))
