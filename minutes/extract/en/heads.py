"""How many were there: a head count in figures or words, and how exact it is."""

import re
from collections.abc import Iterator, Sequence

from archive.record import Span
from minutes.extract.en.numerals import TENS, UNITS
from minutes.extract.en.passages import Passage
from minutes.extract.lazy import lazy

_WORDS = rf"(?:{'|'.join(TENS)})(?:-[a-z]+)?|(?:one|two|a) hundred(?: and [a-z-]+)?|{'|'.join(UNITS[2:])}"
_HOW = r"(?P<how>more than|over|at least|about|some|around|approximately|nearly|almost)"
_NUMBER = rf"(?:{_HOW} )?(?P<number>\d{{1,3}}(?:,\d{{3}})*|{_WORDS})(?: \(\d+\))?"
_HEADS = (
    r"(?:members?|people|persons|attendees|participants|delegates|lecturers|teachers|pupils|supporters|neighbou?rs|tenants|workers|colleagues|councillors|directors|trustees|farmers|nurses|doctors|stewards|players|families"
    r"|citizens|voters|alumni|fans|shareholders|households|owners|homeowners|parents|students|governors|guests|residents|representatives|employees|volunteers|senators|staff|parishioners|electors)"
)
_COUNTED = lazy(
    rf"(?<![\w,.$\u00a3\u20ac/-]){_NUMBER} (?:of us|(?:(?:out )?of (?:the |our |its )?\w+ )?(?:\w+ ){{0,2}}?{_HEADS})\b",
    re.IGNORECASE,
)
_BEFORE = lazy(
    r"\b(?:drew|attracted|attended by|welcomed|brought together|gathered|signed in by)(?: an?| the)? ?$",
    re.IGNORECASE,
)
_BEHIND = lazy(
    r"(?: from [^.;:]{3,60}?)?(?:,? (?:and |plus )?(?:\d+ )?[a-z]+){0,3}(?: [a-z]+)? ?\b(?:attended|were present|were in attendance|took part|participated|present|in attendance|signed (?:the|in)|came|crowded|squeezed|crammed|turned out|turned up|gathered|packed|filled|registered(?! (?:so far|for|with|to|this|last|by|on)\b)|logged on)\b",
    re.IGNORECASE,
)
_OF_US = lazy(r" (?:on|in|here|present|tonight|today)\b", re.IGNORECASE)
_ANYBODY = lazy(rf"\battended by {_NUMBER} (?!and |or )[a-z]+", re.IGNORECASE)
_LABELLED = lazy(
    r"\b(?:attendance|present|number present|total present|members present|total attendance|number attending|head ?count|blue sheets|in the room|attendance as per (?:the )?[a-z ]{3,30})\s?: "
    rf"{_NUMBER}(?=\W*$| (?:members|people|persons|owners))",
    re.IGNORECASE,
)
_HINTS = (
    *(
        "attend",
        "present",
        "took part",
        "participated",
        "drew",
        "attracted",
        "gathered",
        "brought",
        "welcomed",
        "signed",
        "came",
    ),
    *(
        "turned",
        "packed",
        "filled",
        "registered",
        "logged",
        "crowded",
        "crammed",
        "squeezed",
        "count",
        "of us",
        "sheets",
    ),
)
_AROUND = 30  # characters before a count that tell what it counts
_ONLY_PUBLIC = lazy(r"public", re.IGNORECASE)
_PUBLIC = lazy(
    r"public|resident|guest|parishioner|visitor|observer|volunteer|student|parent|owner|elector",
    re.IGNORECASE,
)
_ABOUT = frozenset({"about", "some", "around", "approximately", "nearly", "almost"})


def count_of(passages: Sequence[Passage], *, listed: bool = False) -> tuple[int, str, Span] | None:
    """The head count stated, how exact it is, and where it stands; beside a list (`listed`) that of the public is none."""
    for passage in passages:
        low = passage.text.lower()
        quiet = passage.section.kind in {"agenda", "next", "skip", "old"}
        for match in () if quiet or not any(hint in low for hint in _HINTS) else _counts(passage.text):
            number = _number(match["number"])
            before = passage.text[max(0, match.start() - _AROUND) : match.start()]
            whole = passage.text[match.start() : match.end() + _AROUND].split(".")[0]
            if number and "quorum" not in before and not (_PUBLIC if listed else _ONLY_PUBLIC).search(whole):
                return number, _exactness((match["how"] or "").lower()), passage.span(*match.span())
    return None


def _counts(text: str) -> Iterator[re.Match[str]]:
    """Numbers of people that were there by the words around them."""
    for match in _COUNTED.finditer(text):
        of_us = match[0].lower().endswith("of us")
        behind = (_OF_US if of_us else _BEHIND).match(text, match.end())
        if behind or _BEFORE.search(text[max(0, match.start() - _AROUND) : match.start()]):
            yield match
    for pattern in (_ANYBODY, _LABELLED):
        yield from pattern.finditer(text)


def _exactness(how: str) -> str:
    if not how:
        return "exact"
    return "about" if how in _ABOUT else "at least"


def _number(text: str) -> int | None:
    """The number of "34", "1,200", "thirty-four", "one hundred and ten"."""
    low = text.lower()
    if low[0].isdigit():
        return int(low.replace(",", ""))
    head, hundred, rest = low.partition(" hundred")
    if hundred:
        return 100 * (2 if head == "two" else 1) + ((_number(rest.removeprefix(" and ")) or 0) if rest else 0)
    tens, _, unit = low.partition("-")
    value = (TENS.index(tens) + 2) * 10 if tens in TENS else UNITS.index(tens) if tens in UNITS else None
    return value + UNITS.index(unit) if value is not None and unit in UNITS else value
