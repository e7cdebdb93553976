"""A record as `minutes show` prints it."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from minutes.cli.look import words
from minutes.cli.look.piece import BLANK, Line, Piece, columns_of, hanging, of_document, padded
from minutes.messages import say
from minutes.offices import office as office_of

if TYPE_CHECKING:
    from archive.record import ActionPoint, Attendance, Decision, Meeting, Speaker, Statement

LABELS: Final = 14  # at least so many columns for the facts' labels
ACTS: Final = 12  # at most so many columns for the verbs
INDENT: Final = Piece("  ")


def lines(meeting: "Meeting", columns: int) -> Iterator[Line]:
    """The whole record except its body, in lines of at most `columns`."""
    yield from _head(meeting, columns)
    for title, part in (
        (say("Attendance"), _attendance(meeting.attendance, columns)),
        (say("Agenda"), _agenda(meeting, columns)),
        (say("Speakers"), _speakers(meeting.speakers, columns)),
        (say("Action points"), actions(meeting, meeting.action_points, columns)),
        (say("Decisions"), _decisions(meeting, columns)),
        (say("Notes"), _notes(meeting, columns)),
        (say("Source"), _source(meeting, columns)),
    ):
        yield from _section(title, part)


def to_review(meeting: "Meeting", columns: int) -> Iterator[Line]:
    """The title and what the extraction wants looked at."""
    yield BLANK
    yield (Piece(f"{meeting.id}  ", "id"), of_document(meeting.title or say("(without a title)"), "title"))
    yield from _notes(meeting, columns)


def body(meeting: "Meeting", columns: int) -> Iterator[Line]:
    """The text of the report."""
    for block in meeting.body:
        style = "heading" if block.kind == "heading" else "faint" if block.kind == "caption" else ""
        lead = (of_document(block.label, "label"), Piece(" ")) if block.label else ()
        for text in block.text.split("\n"):
            yield from hanging(lead, (of_document(text, style),), columns)
            lead = ()
        yield BLANK


def _section(title: str, part: Iterator[Line]) -> Iterator[Line]:
    first = next(part, None)
    if first is not None:
        yield from (BLANK, (Piece(title, "heading"),), first)
        yield from part


def _head(meeting: "Meeting", columns: int) -> Iterator[Line]:
    title = of_document(meeting.title or say("(without a title)"), "title")
    number = (Piece(f"{meeting.id}  ", "id"),) if meeting.id is not None else ()
    yield from hanging(number, (title,), columns)
    states, kinds = words.states(), words.kinds()
    facts = (
        (say("Date"), words.when(meeting)),
        (say("Place"), meeting.place),
        (say("Organisation"), meeting.organisation),
        (say("Number"), meeting.number),
        (say("Topic"), meeting.topic),
        (say("Chair"), words.person(meeting.chair) if meeting.chair else None),
        (say("Recorder"), words.person(meeting.recorder) if meeting.recorder else None),
        (say("Kind"), kinds[meeting.kind]),
        (say("State"), states[meeting.state]),
        (say("Relayed"), words.listed(map(words.person, meeting.cited))),
        (say("Labels"), words.listed(meeting.labels)),
    )
    yield from _facts(facts, columns)


def _facts(facts: Iterable[tuple[str, str | None]], columns: int) -> Iterator[Line]:
    facts = tuple(facts)
    widest = max(LABELS, *(columns_of(label) + 2 for label, _ in facts))
    for label, value in facts:
        if value:
            lead = (INDENT, padded(Piece(label, "label"), widest))
            yield from hanging(lead, (of_document(value),), columns)


def _attendance(attendance: "Attendance", columns: int) -> Iterator[Line]:
    named = (
        (say("Present"), attendance.present),
        (say("Attending"), attendance.in_attendance),
        (say("Apologies"), attendance.absent),
    )
    facts = [(label, words.listed(map(words.person, people))) for label, people in named]
    text = None if any(value for _, value in facts) else attendance.text
    counted = (say("Head count"), _count(attendance))
    yield from _facts((counted, *facts, (say("As written"), text)), columns)


def _count(attendance: "Attendance") -> str | None:
    if attendance.count is None:
        return None
    if attendance.count_is == "at least":
        return say("at least {count}", count=attendance.count)
    if attendance.count_is == "about":
        return say("about {count}", count=attendance.count)
    return str(attendance.count)


def _agenda(meeting: "Meeting", columns: int) -> Iterator[Line]:
    for item in meeting.agenda:
        lead = (of_document(item.number, "label"), Piece(" ")) if item.number else ()
        yield from hanging((INDENT, *lead), (of_document(item.title),), columns)


def _speakers(speakers: Iterable["Speaker"], columns: int) -> Iterator[Line]:
    for speaker in speakers:
        office = office_of(speaker.organisation, speaker.role, " ")
        name = of_document(speaker.name or office, "name")
        rest = (Piece("  "), of_document(office, "label")) if speaker.name and office else ()
        yield from hanging((INDENT,), (name, *rest), columns)
        yield from _statements(speaker.statements, columns)


def _statements(statements: Iterable["Statement"], columns: int) -> Iterator[Line]:
    statements = tuple(statements)
    acts = [of_document(one.act, "act") for one in statements]
    widest = min(max((columns_of(act.text) for act in acts), default=0), ACTS)
    for act, one in zip(acts, statements, strict=True):
        lead = (INDENT, INDENT, padded(act, widest), Piece("  "))
        yield from hanging(lead, (*_relayed(one.relayed_from), of_document(one.text)), columns)


def _relayed(name: str | None) -> Line:
    return (of_document(say("[words of {name}]", name=name), "guess"), Piece(" ")) if name else ()


def actions(meeting: "Meeting", some: Iterable["ActionPoint"], columns: int) -> Iterator[Line]:
    """Some action points of the record, how they stand and how far they are."""
    for action in some:
        number = f"{meeting.id}.{action.number}" if meeting.id is not None else str(action.number)
        lead = (INDENT, Piece(f"{number}  ", "id"))
        yield from hanging(lead, (*_relayed(action.relayed_from), of_document(action.text)), columns)
        indent = Piece(" " * (columns_of(number) + 4))
        yield from hanging((indent,), tuple(_standing(action)), columns)
        for step in action.progress:
            yield from hanging((indent, Piece(f"{step.date}  ", "label")), (of_document(step.text),), columns)


def _standing(action: "ActionPoint") -> Iterator[Piece]:
    """State, owner, due date and where it came from, in one line."""
    yield words.state(action.state, action.due)
    if action.closed_on:
        yield Piece(f" {action.closed_on}", "faint")
    for label, value in (
        (say("Owner"), _owner(action)),
        (say("With"), words.listed(action.cooperating)),
        (say("Due"), _due(action)),
        (say("Raised by"), action.raised_by),
    ):
        if value:
            yield Piece("   ")
            yield Piece(say("{label}: ", label=label), "label")
            yield of_document(value)


def _owner(action: "ActionPoint") -> str | None:
    if action.owner_person and action.owner and action.owner_person != action.owner:
        return say("{name} ({office})", name=action.owner, office=action.owner_person)
    return action.owner or action.owner_person


def _due(action: "ActionPoint") -> str | None:
    if action.due and action.due_text:
        return say("{name} ({office})", name=action.due, office=action.due_text)
    return str(action.due) if action.due else action.due_text


def _decisions(meeting: "Meeting", columns: int) -> Iterator[Line]:
    for decision in meeting.decisions:
        lead = (INDENT, Piece(f"{decision.number}  ", "label"))
        yield from hanging(lead, (of_document(decision.text),), columns)
        if vote := _vote(decision):
            yield from hanging((Piece(" " * 6),), (of_document(vote, "faint"),), columns)


def _vote(decision: "Decision") -> str:
    mover = decision.mover and say("moved by {name}", name=decision.mover)
    seconder = decision.seconder and say("seconded by {name}", name=decision.seconder)
    return words.listed(part for part in (mover, seconder, decision.result) if part)


def _notes(meeting: "Meeting", columns: int) -> Iterator[Line]:
    for note in meeting.notes:
        yield from hanging((INDENT, Piece("! ", "guess")), (of_document(note.message),), columns)


def _source(meeting: "Meeting", columns: int) -> Iterator[Line]:
    source = meeting.source
    facts = (
        (say("File"), source.file),
        (say("Publisher"), source.publisher),
        (say("Author"), source.author),
        (say("Published"), source.published),
        (say("Address"), source.address),
        (say("Filed"), words.moment(source.imported_at)),
        ("SHA-256", source.sha256),
    )
    yield from _facts(facts, columns)
