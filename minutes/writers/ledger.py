"""The ledger of action points (督办台账): one row a matter, from any number of meetings."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Final

import msgspec

from archive.record import ActionPoint, Meeting
from minutes.deadlines import is_overdue, is_soon
from minutes.writers.common import number_of
from minutes.writers.words import Words, language_of, traditional

Value = str | int | dt.date | None

# The columns that a government notice, three institutions' rules and a sold ledger have in common (GENRE 1.5),
# as far as a record has them. Key, width in characters, Chinese, English.
COLUMNS: Final = (
    ("serial", 6, "序号", "No."),
    ("number", 9, "事项编号", "Reference"),
    ("source", 26, "任务来源", "Meeting"),
    ("held", 12, "交办日期", "Meeting date"),
    ("text", 48, "议定事项", "Action"),
    ("raised", 12, "提出人", "Raised by"),
    ("owner", 16, "责任单位", "Owner"),
    ("person", 10, "责任人", "Person"),
    ("helping", 16, "配合单位", "Cooperating"),
    ("due", 12, "完成时限", "Due"),
    ("state", 10, "状态", "Status"),
    ("warning", 10, "预警", "Warning"),
    ("progress", 30, "进展情况", "Progress"),
    ("moved", 20, "延期", "Extensions"),
    ("closed", 12, "办结日期", "Closed"),
)
_WARNINGS: Final = {"zh": ("逾期", "临期"), "en": ("Overdue", "Due soon")}


class Row(msgspec.Struct, frozen=True):
    """One matter; `values` follow COLUMNS."""

    values: tuple[Value, ...]
    point: ActionPoint
    overdue: bool


class Ledger(msgspec.Struct, frozen=True):
    """All rows, with the words of the language of most of the meetings."""

    language: str  # zh | en
    rows: tuple[Row, ...]
    words: Words

    @property
    def header(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(self._said(chinese, english) for _, _, chinese, english in COLUMNS)

    @property
    def title(self) -> str:
        """What the ledger is called."""
        return self._said("督办台账", "Action log")

    def _said(self, chinese: str, english: str) -> str:
        if not self.words.chinese:
            return english
        return traditional(chinese) if self.words.traditional else chinese


def ledger(meetings: Iterable[Meeting], today: dt.date) -> Ledger:
    """The action points of the meetings in their order; what is overdue or near depends on `today`."""
    found = list(meetings)
    words = Words(language_of(found))
    pairs = ((meeting, point) for meeting in found for point in meeting.action_points)
    rows = tuple(
        _row(serial, meeting, point, words, today) for serial, (meeting, point) in enumerate(pairs, 1)
    )
    return Ledger("zh" if words.chinese else "en", rows, words)


def _row(serial: int, meeting: Meeting, point: ActionPoint, words: Words, today: dt.date) -> Row:
    values: dict[str, Value] = {"serial": serial}
    values.update(_meeting_values(meeting, point))
    values.update(_point_values(point, words, today))
    return Row(tuple(values[key] for key, *_ in COLUMNS), point, is_overdue(point.state, point.due, today))


def _meeting_values(meeting: Meeting, point: ActionPoint) -> Iterator[tuple[str, Value]]:
    yield "number", number_of(meeting, point)
    yield "source", " ".join(one for one in (meeting.title, meeting.number) if one)
    yield "held", meeting.date


def _point_values(point: ActionPoint, words: Words, today: dt.date) -> Iterator[tuple[str, Value]]:
    yield "text", point.text
    yield "raised", point.raised_by
    yield "owner", point.owner if point.owner != point.owner_person else None
    yield "person", point.owner_person
    yield "helping", words.names(list(point.cooperating))
    yield "due", point.due or point.due_text
    yield "state", words(point.state)
    yield "warning", _warning(point, words, today)
    yield "progress", "\n".join(f"{one.date} {one.text}" for one in point.progress)
    yield "moved", "\n".join(f"{one.before or '?'} \u2192 {one.after or '?'}" for one in point.due_history)
    yield "closed", point.closed_on


def _warning(point: ActionPoint, words: Words, today: dt.date) -> str:
    overdue, near = _WARNINGS["zh" if words.chinese else "en"]
    if is_overdue(point.state, point.due, today):
        return overdue
    return near if is_soon(point.state, point.due, today) else ""
