"""Lists cut into their items: at commas, semicolons, "and", full stops that end something, line ends."""

import re
from collections.abc import Iterator

from minutes.extract.lazy import lazy

_BREAK = lazy(r"\([^()]*\)|\[[^\[\]]*\]|[,;|\u2022\n\t]|\s(?:and|&)\s(?=\S)|\.(?:\s|$)")


def items_of(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Start and end of each item of a list; brackets stay with the item before them."""
    first = start
    for match in _BREAK.finditer(text, start, end):
        if match[0][0] in "([" or (match[0][0] == "." and not _stops(text, match.start())):
            continue
        if text[first : match.start()].strip():
            yield first, match.start()
        first = match.end()
    if text[first:end].strip():
        yield first, end


def _stops(text: str, at: int) -> bool:
    """Whether the full stop at `at` ends a sentence; that of "Mr." and "J." does not."""
    word = re.split(r"[\s(,;.]", text[max(0, at - 9) : at])[-1]
    return len(word) > 1 and word.lower() not in {
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "rev",
        "revd",
        "cllr",
        "cllrs",
        "hon",
        "st",
        "fr",
        "jr",
        "sr",
        "messrs",
        "profs",
        "drs",
        "sen",
        "pres",
        "treas",
        "sec",
        "supt",
        "sens",
        "rep",
    }
