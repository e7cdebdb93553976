"""What was said, decided and demanded, in the order of the report and under the items of its agenda."""

from collections.abc import Iterator

import msgspec

from archive.record import ActionPoint, Decision, Meeting, Span, Speaker, Statement

Place = tuple[int, int]
_LAST: Place = (1 << 30, 0)
_MOSTLY = 0.5  # of a statement's words: what action points cover so far is said by them


class Said(msgspec.Struct, frozen=True):
    """A statement with its speaker."""

    speaker: Speaker
    statement: Statement
    path: str
    place: Place


class Section(msgspec.Struct):
    """What belongs to one item of the agenda; `item` is None before the first, or where there is no agenda."""

    item: int | None
    said: list[Said] = msgspec.field(default_factory=list)
    decisions: list[tuple[int, Decision]] = msgspec.field(default_factory=list)
    actions: list[tuple[int, ActionPoint]] = msgspec.field(default_factory=list)

    @property
    def is_filled(self) -> bool:
        """Whether anything belongs here."""
        return bool(self.said or self.decisions or self.actions)


def statements(meeting: Meeting) -> list[Said]:
    """All statements in the order of the report; those without a place last, as the record has them."""
    found = [
        Said(speaker, statement, f"speakers.{index}.statements.{number}", place_of(statement))
        for index, speaker in enumerate(meeting.speakers)
        for number, statement in enumerate(speaker.statements)
    ]
    return sorted(found, key=lambda said: said.place)


def spans_of(part: Statement | ActionPoint | Decision) -> tuple[Span, ...]:
    """Where the words stand in the body."""
    return part.spans or ((part.span,) if part.span else ())


def place_of(part: Statement | ActionPoint | Decision) -> Place:
    """Where it begins."""
    spans = spans_of(part)
    return (spans[0].block, spans[0].start) if spans else _LAST


def sections(meeting: Meeting) -> list[Section]:
    """The record by items of its agenda: a thing belongs to the last item that stands before it."""
    starts = [(item.span.block, item.span.start) if item.span else _LAST for item in meeting.agenda]
    # an agenda that stands as a list ahead of everything says nothing about where its items are dealt with
    spread = len({block for block, _ in starts}) == len(starts) and starts == sorted(starts)
    made = [Section(None), *(Section(index) for index in range(len(starts)))]
    after = starts if spread and _LAST not in starts else []

    def section(place: Place) -> Section:
        return made[sum(start <= place for start in after) if place != _LAST else 0]

    for said in statements(meeting):
        section(said.place).said.append(said)
    for number, decision in enumerate(meeting.decisions):
        section(place_of(decision)).decisions.append((number, decision))
    for index, point in enumerate(meeting.action_points):
        section(place_of(point)).actions.append((index, point))
    return made


def not_said_by_actions(said: list[Said], meeting: Meeting) -> Iterator[Said]:
    """The statements that are more than the action points and decisions drawn from them."""
    parts: tuple[ActionPoint | Decision, ...] = (*meeting.action_points, *meeting.decisions)
    drawn = [span for part in parts for span in spans_of(part)]
    for one in said:
        spans = spans_of(one.statement)
        size = sum(span.end - span.start for span in spans)
        covered = sum(_shared(span, other) for span in spans for other in drawn)
        if not size or covered < size * _MOSTLY:
            yield one


def _shared(one: Span, other: Span) -> int:
    if one.block != other.block:
        return 0
    return max(0, min(one.end, other.end) - max(one.start, other.start))
