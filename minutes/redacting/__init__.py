"""Publication copies: a record in which names and what identifies a person privately are replaced by a visible mark.

Everything that is written goes through here before a writer sees it, so that no format can leak what another hides. What
cannot be hidden piece by piece is left out: pictures, the address of the source, the evidence, the history of corrections.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeVar

import msgspec
from msgspec.structs import replace

from archive.record import Block, Meeting, Note, Part, Span
from minutes.redacting.hiding import Curtain, Hidden
from minutes.redacting.names import Names
from minutes.redacting.numbers import KINDS
from minutes.redacting.persons import persons_of

P = TypeVar("P", bound=Part)

# Fields that hold words of ours, digests and times, never words of the report.
_OURS: Final = frozenset(
    {"kind", "language", "state", "count_is", "sha256", "media_type", "encoding", "published", "software"}
    | {"imported_at", "start_time", "end_time", "when"}
)
_NOTE: Final = {
    "zh": "本件为公开稿\uff0c姓名等信息已隐去\uff0c共{count}处。",
    "en": "This is a publication copy: names and other personal data are hidden in {count} places.",
}


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the office wants."""

    keep: tuple[str, ...] = ()  # names and numbers that stay
    hide: tuple[str, ...] = ()  # further words to hide
    lexicon: Path | None = None  # folder of the office's own words


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that was hidden in a record."""

    id: int | None
    kind: str  # one of KINDS
    what: str
    count: int


class Redactor:
    """Makes publication copies of some records; whoever is named in one of them is hidden in all."""

    def __init__(self, meetings: Iterable[Meeting], wishes: Wishes) -> None:
        names: set[str] = set()
        texts: list[str] = []
        for meeting in meetings:
            names |= persons_of(meeting, wishes.lexicon)
            if meeting.language == "en":
                texts += (block.text for block in meeting.body)
        kept = set(wishes.keep)
        self.curtain = Curtain(Names(names - kept, lambda: texts), wishes.hide, wishes.keep)
        self.hidden: dict[int | None, list[Item]] = {}  # by record

    def record(self, meeting: Meeting) -> Meeting:
        """The record for publication; what was hidden in it stands in `hidden`."""
        self.curtain.count = Counter()
        body = [self.curtain.hide(block.text, meeting.language) for block in meeting.body]
        copy = _Copy(self.curtain, meeting.language, body)
        made = copy.of(replace(meeting, body=(), evidence={}, corrections=()))
        blocks = tuple(copy.block(block, text) for block, text in zip(meeting.body, body, strict=True))
        self._note_pictures(meeting)
        self._list(meeting)
        source = replace(made.source, address=None, pictures=())
        note = Note(kind="redacted", message=_NOTE[meeting.language].format(count=self.curtain.count.total()))
        return replace(made, body=blocks, source=source, notes=(*made.notes, note))

    def text(self, text: str | None, language: str) -> str | None:
        """Words that come from elsewhere, such as what the office adds, without what is hidden in the records."""
        return self.curtain.hide(text, language).text if text else text

    def _note_pictures(self, meeting: Meeting) -> None:
        pictures = {*meeting.source.pictures, *(block.picture for block in meeting.body if block.picture)}
        self.curtain.count.update({("picture", picture): 1 for picture in pictures})

    def _list(self, meeting: Meeting) -> None:
        counted = self.curtain.count.items()
        items = [Item(meeting.id, kind, what, count) for (kind, what), count in counted]
        self.hidden[meeting.id] = sorted(items, key=lambda item: (KINDS.index(item.kind), item.what))

    @property
    def items(self) -> list[Item]:
        """All that was hidden, record by record."""
        return [item for items in self.hidden.values() for item in items]


class _Copy:
    """One record, its parts copied with their words hidden and their places moved."""

    def __init__(self, curtain: Curtain, language: str, body: list[Hidden]) -> None:
        self.curtain, self.language, self.body = curtain, language, body

    def of(self, part: P) -> P:
        """The part, and all in it."""
        fields = {field.name: getattr(part, field.name) for field in msgspec.structs.fields(part)}
        return replace(part, **{name: self.value(one) for name, one in fields.items() if name not in _OURS})

    def value(self, value: Any) -> Any:
        """A value of whatever type records have."""
        match value:
            case str():
                return self.curtain.hide(value, self.language).text
            case Span():
                return self.span(value)
            case Part():
                return self.of(value)
            case tuple():
                return tuple(map(self.value, value))
            case _:
                return value

    def span(self, span: Span) -> Span:
        """The same words in the copy's body."""
        if not 0 <= span.block < len(self.body):
            return span
        text = self.body[span.block]
        return Span(block=span.block, start=text.place(span.start), end=text.place(span.end, end=True))

    def block(self, block: Block, text: Hidden) -> Block:
        """A block with its new text, cells that fit it, and no picture."""
        cells = tuple(
            replace(cell, start=text.place(cell.start), end=text.place(cell.end, end=True))
            for cell in block.cells
        )
        label = self.value(block.label)
        return replace(block, text=text.text, cells=cells, label=label, picture=None)


def kinds_of(items: Iterable[Item]) -> Iterator[tuple[str, int]]:
    """How many different things of each kind were hidden, in the order of KINDS."""
    things = {(item.kind, item.what) for item in items}
    counted = Counter(kind for kind, _ in things)
    return ((kind, counted[kind]) for kind in KINDS if counted[kind])
