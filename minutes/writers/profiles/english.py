"""The profile `minutes`: formal English minutes, as town councils and boards keep them (Robert's Rules, sec. 60, and city clerks)."""

import re
from collections.abc import Iterator
from typing import Final

from archive.record import Decision, Meeting, Statement
from minutes.writers.common import action_table, attended, draft_of, person, properties, title_of
from minutes.writers.details import NONE, Details
from minutes.writers.order import Said, Section, sections, spans_of
from minutes.writers.paper import Line, Paper, Part, Run, labelled, line
from minutes.writers.profiles.report import section
from minutes.writers.words import Words

WORDS: Final = Words("en")
_EARLIER: Final = re.compile(r"\bminutes\b", re.IGNORECASE)
_APPROVES: Final = re.compile(r"\b(?:approv|accept|adopt|confirm|correct|amend)", re.IGNORECASE)
_ADJOURNS: Final = re.compile(r"\badjourn", re.IGNORECASE)
_MOTIONS: Final = frozenset(("moved", "seconded", "move", "second", "motioned"))
_PROPOSALS: Final = frozenset(("proposed", "propose"))
_ENDS: Final = (".", "!", "?", '."', ".\u201d")


def minutes(meeting: Meeting, details: Details = NONE) -> Paper:  # noqa: ARG001 (profiles share one signature)
    """Call to order, attendance, approval, reports and motions by agenda item, actions, adjournment, signatures."""
    title = title_of(meeting, WORDS)
    found = sections(meeting)
    earlier = [one for one in enumerate(meeting.decisions) if approves_minutes(one[1])]
    parts = (
        line("title", title, "title"),
        *_subtitle(meeting),
        *section("Call to order", called(meeting)),
        *section("Attendance", attended(meeting, WORDS)),
        *section("Approval of minutes", motions(earlier)),
        *_business(meeting, found),
        *section("Action items", _actions(meeting)),
        *section("Adjournment", adjourned(meeting)),
        *_signatures(meeting),
    )
    return Paper("minutes", properties(meeting, title, WORDS), parts, draft_of(meeting, WORDS))


def approves_minutes(decision: Decision) -> bool:
    """Whether it approves the minutes of an earlier meeting."""
    return bool(_EARLIER.search(decision.text) and _APPROVES.search(decision.text + (decision.result or "")))


def ends_meeting(decision: Decision) -> bool:
    """Whether it adjourns the meeting."""
    return bool(_ADJOURNS.search(decision.text))


def of_business(one: Section) -> list[tuple[int, Decision]]:
    """The decisions of a section that neither approve earlier minutes nor adjourn: those stand in parts of their own."""
    return [pair for pair in one.decisions if not (approves_minutes(pair[1]) or ends_meeting(pair[1]))]


def _subtitle(meeting: Meeting) -> Iterator[Line]:
    about = [meeting.organisation, WORDS.when(meeting), meeting.place]
    if given := [one for one in about if one and one != meeting.title]:
        yield line("subtitle", " \u00b7 ".join(given), "organisation", "date", "place")


def called(meeting: Meeting) -> Iterator[Line]:
    """Who opened the meeting, and when: as far as the record says."""
    by = f" by {_before_name(meeting)}" if meeting.chair else ""
    at = f" at {meeting.start_time}" if meeting.start_time else ""
    if by or at:
        yield line("body", f"The meeting was called to order{at}{by}.", "chair", "start_time")


def _before_name(meeting: Meeting) -> str:
    chair = meeting.chair
    assert chair is not None
    return " ".join(part for part in (chair.role, chair.name) if part) or person(chair, WORDS)


def motions(decisions: list[tuple[int, Decision]]) -> Iterator[Line]:
    """Each motion with mover, seconder and result."""
    for index, decision in decisions:
        kind = "Motion" if decision.mover or decision.seconder or decision.result else "Decision"
        counted = f" {decision.reference}" if decision.reference else ""
        runs = (Run(f"{kind}{counted}: ", strong=True), Run(ended(_upper(decision.text))))
        yield Line("body", runs, (f"decisions.{index}",))
        moved = f"Moved by {decision.mover}" if decision.mover else ""
        seconded = f"seconded by {decision.seconder}" if decision.seconder else ""
        said = [
            ended(_upper(", ".join(one for one in (moved, seconded) if one))),
            ended(_upper(decision.result or "")),
        ]
        if vote := " ".join(one for one in said if one):
            yield line("note", vote, f"decisions.{index}")


def ended(text: str) -> str:
    """`text` with a full stop; nothing for nothing."""
    text = " ".join(text.split())
    return text if not text or text.endswith(_ENDS) else text.rstrip(",;:") + "."


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _business(meeting: Meeting, found: list[Section]) -> Iterator[Part]:
    """What was reported and moved, under the items of the agenda where they can be told apart."""
    by_agenda = sum(one.is_filled for one in found[1:]) > 1
    yield from section(
        "Reports and business" if by_agenda else "Business", _items(meeting, found, by_agenda=by_agenda)
    )


def _items(meeting: Meeting, found: list[Section], *, by_agenda: bool) -> Iterator[Part]:
    for one in found:
        parts = [*told(one, meeting), *motions(of_business(one))]
        if parts and by_agenda and one.item is not None:
            item = meeting.agenda[one.item]
            number = f"{item.number.rstrip('. ')}. " if item.number else ""
            yield line("heading2", number + item.title, f"agenda.{one.item}")
        yield from parts


def told(one: Section, meeting: Meeting) -> Iterator[Line]:
    """What was said: name, verb and words."""
    for said in spoken(one):
        yield Line("body", (Run(sentence(said, meeting)),), (said.path,))


def spoken(one: Section) -> list[Said]:
    """The statements that are more than moving and seconding: motions say those."""
    movers = {name for _, decision in one.decisions for name in (decision.mover, decision.seconder) if name}

    def is_motion(said: Said) -> bool:
        act = said.statement.act.lower()
        return act in _MOTIONS or (act in _PROPOSALS and said.speaker.name in movers)

    return [said for said in one.said if not (one.decisions and is_motion(said))]


def sentence(said: Said, meeting: Meeting) -> str:
    """Somebody said something; a statement that is no clause of a sentence follows a colon."""
    who = person(said.speaker, WORDS)
    text = " ".join(said.statement.text.split())
    return ended(_upper(f"{who} {said.statement.act}".strip()) + _link(said.statement, meeting) + text)


def _link(statement: Statement, meeting: Meeting) -> str:
    """What stands between verb and words: the report's own "that", nothing, or a colon."""
    if not statement.act or not statement.text[:1].islower():
        return ": "
    for span in spans_of(statement)[:1]:
        if meeting.body[span.block].text[: span.start].rstrip().endswith(" that"):
            return " that "
    return " "


def _actions(meeting: Meeting) -> Iterator[Part]:
    if meeting.action_points:
        yield action_table(meeting, WORDS, enumerate(meeting.action_points))


def adjourned(meeting: Meeting) -> Iterator[Line]:
    """The motion to adjourn, and when the meeting ended."""
    yield from motions([one for one in enumerate(meeting.decisions) if ends_meeting(one[1])])
    if meeting.end_time:
        yield line("body", f"The meeting was adjourned at {meeting.end_time}.", "end_time")


def _signatures(meeting: Meeting) -> Iterator[Line]:
    name = person(meeting.recorder, WORDS) if meeting.recorder else ""
    yield labelled("signature", "Respectfully submitted", "\t", "recorder")
    if name:
        yield line("signed", f"\t{name}", "recorder")
    yield labelled("signature", "Approved", "\t")
    yield labelled("signature", WORDS("time"), "\t")
