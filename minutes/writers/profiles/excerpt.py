"""An excerpt (摘录): some decisions or action points of a meeting, and nothing else that was said there."""

from collections.abc import Iterator, Sequence

from archive.errors import ArchiveError
from archive.record import Meeting
from minutes.writers.common import action_table, draft_of, facts, properties, title_of
from minutes.writers.paper import Paper, Part, line
from minutes.writers.profiles.report import decided, section, source_line
from minutes.writers.words import Words, words_of


class NoSuchDecision(ArchiveError):
    """The meeting has no decision of that number."""

    message = "Meeting {id} has no decision {number}."
    advice = "minutes show {id} lists its decisions."
    exit_code = 1


class NoSuchActionPoint(ArchiveError):
    """The meeting has no action point of that number."""

    message = "Meeting {id} has no action point {number}."
    advice = "minutes show {id} lists its action points."
    exit_code = 1


def excerpt(meeting: Meeting, decisions: Sequence[int], actions: Sequence[int]) -> Paper:
    """Title, facts, the decisions and action points asked for, source; raises NoSuchDecision, NoSuchActionPoint."""
    words = words_of(meeting)
    title = title_of(meeting, words) + words.aside(words("excerpt"))
    _known(meeting, decisions, actions)
    parts = (
        line("title", title, "title"),
        *facts(meeting, words),
        *section(words("decisions"), decided(meeting, words, decisions)),
        *section(words("actions"), _asked(meeting, actions, words)),
        source_line(meeting, words),
    )
    look = "report-zh" if words.chinese else "report-en"
    return Paper(look, properties(meeting, title, words), parts, draft_of(meeting, words))


def _known(meeting: Meeting, decisions: Sequence[int], actions: Sequence[int]) -> None:
    for number in set(decisions) - {one.number for one in meeting.decisions}:
        raise NoSuchDecision(id=meeting.id, number=number)
    for number in set(actions) - {one.number for one in meeting.action_points}:
        raise NoSuchActionPoint(id=meeting.id, number=number)


def _asked(meeting: Meeting, actions: Sequence[int], words: Words) -> Iterator[Part]:
    points = [pair for pair in enumerate(meeting.action_points) if pair[1].number in actions]
    if points:
        yield action_table(meeting, words, points)
