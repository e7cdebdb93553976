"""The place of the meeting."""

import re
from collections.abc import Sequence
from itertools import pairwise

from archive.record import Span
from minutes.extract.en.dates import DATE, TIME
from minutes.extract.en.fields import Field, reads_like_names
from minutes.extract.en.passages import Passage
from minutes.extract.en.sentences import sentences
from minutes.extract.en.words import Words
from minutes.extract.lazy import lazy

_WIRE = lazy(
    r"(?:\b(?:via|by|on|over|held on|using|through) |\()((?:Microsoft |MS )?Teams|Zoom|Google Meet|WebEx|Webex|Skype|Jitsi|Discord|Slack|BigBlueButton)\b",
    re.IGNORECASE,
)
_PLACE = 120  # characters of a place at most
_HEAD = 14
_HELD = lazy(
    r"\b(?:held|meeting on|took place|called to order|to order|opened the meeting|met|convened|gathered|assembled|meeting was opened|meeting began|was opened|hosted|chaired (?:the|a|its|their) (?:\w+ )?meeting|crowded|packed|squeezed|crammed|filed)\b",
    re.IGNORECASE,
)
_IN = lazy(
    r"\b(?:in|at|into|via|on|by|over|from|IN|AT|VIA) (?=(?:[Tt]he |THE )?[A-Z\u00c0-\u00de\d]|a \w+ (?:call|conference)|the |(?:church|school|college|chapel|chambers)\b)"
)
_STOP = lazy(
    r"(?:\.(?:\s|$)|;|, with\b|\bwith \b|,? on (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\d|[A-Z][a-z]+ \d)|,? (?:by|which|attended|and was|to |presided|commencing|starting|beginning|chaired|where|for|from|at \d|at noon|and the)\b)"
)
_ORDINARY = lazy(
    r"(?:the )?(?:chair|mayor|president|absence|order|meeting|request|accordance|attendance|person|public|time|proposal|motion)\b",
    re.IGNORECASE,
)
_HOST = lazy(r"\b(?:host site|venue|location|meeting place|in person at|hosted at)\s?:\s*(?=[A-Z])")
_NUMBERED = lazy(r"(?:the )?[A-Z][\w&'-]*(?: [A-Z][\w&'-]*){0,3} [A-Z]?\d{1,4}[A-Za-z]?")  # SUB 225
_ZONES = lazy(r"\d ?[ap]\.?m\.? [A-Z][a-z]+ ?[/|,] ?\d")
_SMALL = frozenset({"an", "na", "de", "la", "del", "du", "y"})  # Teach na Gaeilge, Hale
_BEFORE_LIST = lazy(
    r"^(?P<place>[A-Z][^.:;]{2,50}?(?: [A-Z]?\d[\d.]{0,6})?)\. (?=(?:In the room|Present|Attending|There|Here|On (?:zoom|teams|the phone|screen))\b[^:.;]{0,20}:)"
)
_TRIM = " ,.;:-|()@"


def place_of(
    passages: Sequence[Passage], found: Sequence[Field], words: Words
) -> tuple[str, Span, str] | None:
    """The place as written, where it stands, and the rule: a label, "held in", the line of the date, the line after it."""
    for field in found:
        if field.kind == "place" and field.text.strip(_TRIM):
            return _cut(field.passage, field.start, _end_of_label(field), "place-label")
    head = [one for one in passages[:_HEAD] if one.section.kind not in {"next", "skip", "old"}]
    for rule, look in (
        ("host-site", _host_site),
        ("before-list", _before_list),
        ("held-in", _held_in),
        ("date-line", _in_date_line),
    ):
        for passage in head:
            if hit := look(passage, words):
                return _cut(passage, *hit, rule)
    return _after_date(head, words) or _by_wire(head)


def _end_of_label(field: Field) -> int:
    """A labelled place ends where a date or time follows in its line."""
    later = re.search(r"\s(?:Date|Time|When|Chair)\s?:", field.text)
    return field.start + later.start() if later else field.end


def _cut(passage: Passage, start: int, end: int, rule: str) -> tuple[str, Span, str] | None:
    text = passage.text
    while start < end and text[start] in _TRIM:
        start += 1
    while end > start and text[end - 1] in _TRIM and not (text[end - 1] == ")" and "(" in text[start:end]):
        end -= 1
    if text[start : start + 4].lower() == "the ":
        start += 4
    return (passage.words(start, end), passage.span(start, end), rule) if end > start else None


def _host_site(passage: Passage, _: Words) -> tuple[int, int] | None:
    """The words behind a label in small letters within a line: hybrid, host site: Kestrel Labs."""
    found = _HOST.search(passage.text)
    return (found.end(), len(passage.text)) if found and len(passage.text) < _PLACE else None


def _before_list(passage: Passage, words: Words) -> tuple[int, int] | None:
    """The place that opens the line of those present: Seminar room 0.12. In the room: Jane Roe ..."""
    found = _BEFORE_LIST.match(passage.text)
    return found.span("place") if found and has_place(found["place"], words) else None


def _held_in(passage: Passage, words: Words) -> tuple[int, int] | None:
    """The words after "in" or "at" in the sentence that says where and when the meeting was."""
    for sentence in sentences(passage):
        held = _HELD.search(passage.text, sentence.start, sentence.end)
        if not held or re.search(
            r"\b(?:last|previous|next) meeting\b", passage.text[sentence.start : held.start()]
        ):
            continue
        for start in _IN.finditer(passage.text, held.end(), sentence.end):
            last = min(sentence.end, start.end() + _PLACE)
            if hit := _place_from(passage.text, start.end(), last, words):
                return hit
    return None


def _place_from(text: str, start: int, last: int, words: Words) -> tuple[int, int] | None:
    if _ORDINARY.match(text, start, last) or TIME.match(text, start, last) or DATE.match(text, start, last):
        return None
    ends = (pattern.search(text, start, last) for pattern in (_STOP, DATE, TIME))
    end = min([*(match.start() for match in ends if match), last])
    if has_place(text[start:end], words) or _NUMBERED.fullmatch(text[start:end].strip(" ,")):
        return start, end
    dated = DATE.search(text, max(0, start - _PLACE), last + _PLACE)
    return (start, end) if dated and _is_proper(text[start:end].removeprefix("the "), behind=True) else None


def has_place(text: str, words: Words) -> bool:
    """Whether a word of places stands in the text: Room, Hall, Zoom, Street."""
    low = text.lower()
    return len(low) < _PLACE and any(
        re.search(rf"\b{re.escape(noun)}\b", low) for noun in words.places if noun in low
    )


def _in_date_line(passage: Passage, words: Words) -> tuple[int, int] | None:
    """What is left of the line of the date without date and time: Wednesday 09/10/13, 6.00pm, School Library."""
    if len(passage.text) > 160 or passage.kind == "heading" or not DATE.search(passage.text):  # noqa: PLR2004
        return None
    if _ZONES.search(passage.text):
        return None  # 10am Halifax / 2pm Dublin
    taken = sorted(
        [
            *(one.span() for one in DATE.finditer(passage.text)),
            *(one.span() for one in TIME.finditer(passage.text)),
        ]
    )
    last = taken[-1][1]
    inner = [(one[1], other[0]) for one, other in pairwise(taken)]
    gaps = [(last, len(passage.text)), *inner, (0, taken[0][0])]
    for start, end in gaps:
        rest = passage.text[start:end].strip(_TRIM)
        if re.search(r"\bmeeting(?! (?:room|house|hall|space|place|cent))|minutes\b", rest, re.IGNORECASE):
            continue
        if (has_place(rest, words) and (start > 0 or reads_like_names(rest))) or _is_proper(
            rest, behind=start > 0
        ):
            return _without_joint(passage.text, start, end)
    return None


def _is_proper(rest: str, *, behind: bool) -> bool:
    """Whether what stands behind the date is a short proper name: Lisbon; Union Bar."""
    run = re.findall(r"[^\W\d_][\w'-]*", rest)
    named = [word for word in run if word not in _SMALL]
    return (
        behind
        and 0 < len(named) <= 4  # noqa: PLR2004
        and run[0] in named
        and all(word[0].isupper() and not word.isupper() for word in named)
    )


def _without_joint(text: str, start: int, end: int) -> tuple[int, int]:
    joint = re.match(r"[\s,;|-]*(?:(?:at|in|via|to|until|UTC|GMT|[A-Z]{2,4}T)\b[\s,;|-]*)*", text[start:end])
    return start + (joint.end() if joint else 0), end


def _after_date(head: Sequence[Passage], words: Words) -> tuple[str, Span, str] | None:
    """A short line of a place beside the line of the date."""
    dated = [at for at, one in enumerate(head) if len(one.text) < 80 and DATE.search(one.text)]  # noqa: PLR2004
    for at in dated[:3]:
        for near in (at + 1, at + 2, at - 1):
            if 0 < near < len(head) and _is_place_line(head[near], words):
                return _cut(head[near], 0, len(head[near].text), "place-line")
    return None


def _by_wire(head: Sequence[Passage]) -> tuple[str, Span, str] | None:
    """The service of a meeting held at a distance: via Zoom."""
    for passage in head[: _HEAD // 2]:
        if wire := _WIRE.search(passage.text):
            return _cut(passage, *wire.span(1), "by-wire")
    return None


def _is_place_line(passage: Passage, words: Words) -> bool:
    text = passage.text
    return (
        len(text) < 90  # noqa: PLR2004
        and ":" not in text
        and passage.section.kind == ""
        and not re.search(
            r"\b(?:meeting|minutes|council(?! chambers?\b)|board of|committee|association|society)\b",
            text,
            re.IGNORECASE,
        )
        and not text.rstrip().endswith(".")
        and not re.match(
            r"(?:see|note|read|download|click|view|watch|minutes|notes|agenda)\b", text, re.IGNORECASE
        )
        and has_place(text, words)
        and reads_like_names(text)
    )
