"""The profile `uk`: numbered minutes with RESOLVED and Noted, and an action log, as parishes and universities keep them."""

import re
from collections.abc import Iterator
from typing import Final

import msgspec

from archive.record import Decision, Meeting
from minutes.writers.common import action_table, attended, draft_of, facts, people, properties, title_of
from minutes.writers.details import NONE, Details
from minutes.writers.order import Section, sections
from minutes.writers.paper import Line, Paper, Part, Run, labelled, line
from minutes.writers.profiles.english import WORDS, approves_minutes, ended, of_business, sentence, spoken

_RESOLVED: Final = "RESOLVED"
_LOST: Final = "NOT CARRIED"
_FAILED: Final = re.compile(
    r"\b(?:fail|lost|defeat|died|die for|tabled|withdrawn|not carried)", re.IGNORECASE
)
_NOTED: Final = "Noted: "
_FACTS: Final = (
    "date",
    "place",
    "organisation",
    "topic",
    "number",
)  # chair and recorder stand among those present


class _Numbers(msgspec.Struct):
    """Gives every minute its number: 3, 3.1, 3.2 ..."""

    item: int = 0
    minute: int = 0

    def heading(self, text: str, *origin: str) -> Line:
        self.item, self.minute = self.item + 1, 0
        return line("heading1", text, *origin, number=self.item)

    def minute_of(self, runs: tuple[Run, ...], origin: str) -> Line:
        self.minute += 1
        return Line("item", runs, (origin,), number=self.minute)


def uk(meeting: Meeting, details: Details = NONE) -> Paper:  # noqa: ARG001 (profiles share one signature)
    """Present, numbered minutes from apologies to the close, action log, the chair's signature."""
    title, numbers = title_of(meeting, WORDS), _Numbers()
    parts = (
        line("title", title, "title"),
        *(fact for fact in facts(meeting, WORDS) if set(fact.origin) & set(_FACTS)),
        *_there(meeting),
        *_minutes(meeting, numbers),
        *_log(meeting, numbers),
        labelled("signature", "Signed (Chair)", "\t", "chair"),
        labelled("signature", WORDS("time"), "\t"),
    )
    return Paper("uk", properties(meeting, title, WORDS), parts, draft_of(meeting, WORDS))


def _there(meeting: Meeting) -> Iterator[Line]:
    for key, somebody in (("chair", meeting.chair), ("recorder", meeting.recorder)):
        if somebody:
            yield labelled("attendance", WORDS(key), people([somebody], WORDS), key)
    yield from (one for one in attended(meeting, WORDS) if one.origin != ("attendance.absent",))


def _minutes(meeting: Meeting, numbers: _Numbers) -> Iterator[Part]:
    if absent := meeting.attendance.absent:
        yield numbers.heading("Apologies for absence")
        runs = (Run(_NOTED, strong=True), Run(ended(f"Apologies were received from {people(absent, WORDS)}")))
        yield numbers.minute_of(runs, "attendance.absent")
    earlier = [one for one in enumerate(meeting.decisions) if approves_minutes(one[1])]
    if earlier:
        yield numbers.heading("Minutes of the last meeting")
        yield from _resolved(earlier, numbers)
    for one in sections(meeting):
        yield from _dealt(one, meeting, numbers)
    if meeting.end_time:
        yield numbers.heading("Close")
        yield numbers.minute_of((Run(f"The meeting closed at {meeting.end_time}."),), "end_time")


def _dealt(one: Section, meeting: Meeting, numbers: _Numbers) -> Iterator[Line]:
    decisions = of_business(one)
    if not (spoken(one) or decisions):
        return
    named = one.item is not None
    title = meeting.agenda[one.item].title if one.item is not None else "Business"
    yield numbers.heading(title, *((f"agenda.{one.item}",) if named else ()))
    for said in spoken(one):
        yield numbers.minute_of((Run(_NOTED, strong=True), Run(sentence(said, meeting))), said.path)
    yield from _resolved(decisions, numbers)


def _resolved(decisions: list[tuple[int, Decision]], numbers: _Numbers) -> Iterator[Line]:
    for index, decision in decisions:
        keyword = _LOST if _FAILED.search(decision.result or "") else _RESOLVED
        counted = f" {decision.reference}" if decision.reference else ""
        runs = (Run(f"{keyword}{counted}: ", strong=True), Run(ended(decision.text)), Run(_vote(decision)))
        yield numbers.minute_of(runs, f"decisions.{index}")


def _vote(decision: Decision) -> str:
    """Proposer, seconder and result in brackets."""
    given = {"proposed": decision.mover, "seconded": decision.seconder, "": decision.result}
    said = "; ".join(f"{how} {what}".strip() for how, what in given.items() if what)
    return f" ({said})" if said else ""


def _log(meeting: Meeting, numbers: _Numbers) -> Iterator[Part]:
    if meeting.action_points:
        yield numbers.heading("Action log")
        yield action_table(meeting, WORDS, enumerate(meeting.action_points))
