"""Many meetings in one bound volume: by date, with contents and page numbers."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from archive.record import Meeting
from minutes.writers.common import title_of
from minutes.writers.paper import Line, Paper, Part, Properties, Run, Style, line
from minutes.writers.words import Words, language_of, words_of

# What stands on the head and foot of single minutes has no place within a volume; headings go down one level.
_LEFT_OUT: Final = frozenset(("mark", "issuer", "alone", "copies", "printed", "imprint"))
_LOWER: Final[dict[Style, Style]] = {
    "title": "chapter",
    "heading1": "heading2",
    "heading2": "heading3",
    "number": "note",
    "ruled": "note",
}


def volume(meetings: Sequence[Meeting], profile: Callable[[Meeting], Paper]) -> Paper:
    """Title, period, contents, then the minutes of each meeting, the oldest first."""
    ordered = sorted(meetings, key=lambda meeting: (str(meeting.date or "9999"), meeting.id or 0))
    words = Words(language_of(ordered))
    title = words("volume")
    parts = (
        line("title", title),
        line("subtitle", words("volume about", count=len(ordered), period=_period(ordered, words))),
        line("heading2", words("contents")),
        *_contents(ordered, words),
        *_chapters(ordered, profile),
    )
    about = Properties(title=title, language=words.language)
    return Paper("volume-zh" if words.chinese else "volume-en", about, parts)


def _period(ordered: Sequence[Meeting], words: Words) -> str:
    days = [meeting.date for meeting in ordered if meeting.date]
    ends = dict.fromkeys((days[0], days[-1])) if days else {}
    return ("\u2014" if words.chinese else " \u2013 ").join(words.day(day) for day in ends)


def _anchor(place: int) -> str:
    return f"m{place + 1}"


def _contents(ordered: Sequence[Meeting], words: Words) -> Iterator[Line]:
    for place, meeting in enumerate(ordered):
        day = f"{words.day(meeting.date)} " if meeting.date else ""
        yield Line("contents", (Run(day + title_of(meeting, words)),), ("title",), page_of=_anchor(place))


def _chapters(ordered: Sequence[Meeting], profile: Callable[[Meeting], Paper]) -> Iterator[Part]:
    for place, meeting in enumerate(ordered):
        words = words_of(meeting)
        for part in _title_first(profile(meeting).parts):
            if not isinstance(part, Line):
                yield part
            elif part.style not in _LEFT_OUT:
                yield _lowered(part, place, words)


def _title_first(parts: Iterable[Part]) -> Iterator[Part]:
    """The title begins the chapter: what stands over it on formal minutes (mark, number) comes under it."""
    over: list[Part] = []
    rest = iter(parts)
    for part in rest:
        if isinstance(part, Line) and part.style == "title":
            yield part
            break
        over.append(part)
    yield from over
    yield from rest


def _lowered(part: Line, place: int, words: Words) -> Line:
    """The line one level down; a heading that was numbered shows its number in words."""
    anchor = _anchor(place) if part.style == "title" else None
    runs = part.runs
    if part.style.startswith("heading") and part.number is not None:
        runs = (Run(words.count(part.number)), *runs)
        part = replace(part, number=None)
    return replace(part, style=_LOWER.get(part.style, part.style), runs=runs, anchor=anchor)
