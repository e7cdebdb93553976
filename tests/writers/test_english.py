"""Formal English minutes: what was done, said once."""

import pytest
from invented_meetings import english

from archive.record import AgendaItem, Block, Decision, Span, Speaker, Statement
from minutes.writers.profiles.british import uk
from minutes.writers.profiles.english import minutes


def at(block: int) -> Span:
    return Span(block=block, start=0, end=2)


def speaker(name: str | None, act: str, text: str, block: int, kind="person") -> Speaker:
    return Speaker(name=name, kind=kind, statements=(Statement(act=act, text=text, span=at(block)),))


def meeting(**changes):
    given = {
        "agenda": (
            AgendaItem(number="1", title="Footpath", span=at(1)),
            AgendaItem(number="2", title="Trees", span=at(4)),
        ),
        "decisions": (
            Decision(
                number=1, text="pay for the repair", mover="Tom Askew", seconder="Leah Fairburn", span=at(3)
            ),
            Decision(number=2, text="plant limes", span=at(6)),
        ),
        "speakers": (
            speaker("Tom Askew", "proposed", "that the repair be paid for", 2),
            speaker("Priya O'Neil", "proposed", "to close the path instead", 2),
            speaker("the group", "agreed", "to plant limes", 5, kind="collective"),
        ),
        "action_points": (),
        "body": tuple(Block(kind="paragraph", text="Some words") for _ in range(8)),
    }
    return english(**(given | changes))


def texts(paper) -> list[str]:
    return [line.text for line in paper.lines()]


@pytest.mark.parametrize("profile", [minutes, uk])
def test_a_proposal_that_became_a_motion_is_not_said_twice(profile):
    said = "\n".join(texts(profile(meeting())))
    assert "that the repair be paid for" not in said
    assert "to close the path instead" in said


def test_only_what_was_moved_or_voted_on_is_a_motion():
    said = texts(minutes(meeting()))
    assert "Motion: Pay for the repair." in said
    assert "Decision: Plant limes." in said


@pytest.mark.parametrize("profile", [minutes, uk])
def test_a_sentence_begins_with_a_capital(profile):
    assert any("The group agreed to plant limes." in text for text in texts(profile(meeting())))
