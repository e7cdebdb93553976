"""What an import prints: a line per record on stdout, refusals and the sum on stderr."""

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from typing import Any, Final, Self

import msgspec

from archive.errors import ArchiveError
from archive.record import Meeting, to_json
from minutes import border
from minutes.cli.failures import sentence_of
from minutes.cli.reply import tell
from minutes.importing import Outcome
from minutes.messages import say

MANY: Final = 10  # files from which a progress bar is worth loading rich
Show = Callable[[Outcome], None]


class FiledAlready(ArchiveError):
    """The same bytes."""

    message = "{file} is filed already as {id}."


class SameMeeting(ArchiveError):
    """Other bytes, the same meeting."""

    message = "{file} reports the same meeting as {id} and was not filed."
    advice = "To file it all the same: minutes import --anyway."


def printer(*, json: bool, ids: bool, dry_run: bool) -> Show:
    """The way to show one outcome."""
    if json:
        return _record_line if dry_run else _outcome_line
    return _id_line if ids else _line


def shown(outcomes: Iterable[Outcome], show: Show, total: int) -> Counter[str]:
    """Shows each outcome as it comes; gives how many of each kind there were, and of notes."""
    counts: Counter[str] = Counter()
    with Bar(total) as bar:
        for outcome in outcomes:
            show(outcome)
            sys.stdout.flush()  # whoever reads the lines takes them for acknowledged
            counts[outcome.kind] += 1
            _count_notes(outcome, counts)
            bar.step()
    return counts


def _count_notes(outcome: Outcome, counts: Counter[str]) -> None:
    if outcome.kind == "filed" and outcome.meeting and outcome.meeting.notes:
        counts["notes"] += len(outcome.meeting.notes)
        counts["noted"] += 1


def summary(counts: Counter[str], *, dry_run: bool) -> None:
    """Tells the sum of the batch."""
    filed = say("Would be filed: {count}.") if dry_run else say("Filed: {count}.")
    parts = [(filed, "filed"), (say("Filed already: {count}."), "duplicate")]
    parts += [
        (say("Same meeting as another: {count}."), "near_duplicate"),
        (say("Failed: {count}."), "failed"),
    ]
    tell(" ".join(text.format(count=counts[kind]) for text, kind in parts if counts[kind]))
    if counts["notes"]:
        tell(
            say(
                "Notes to look at: {notes}, in {records} records.",
                notes=counts["notes"],
                records=counts["noted"],
            )
        )


def _outcome_line(outcome: Outcome) -> None:
    line = {
        "file": _name(outcome),
        "sha256": outcome.sha256,
        "id": outcome.id,
        "outcome": outcome.kind,
        "error": _error(outcome),
    }
    _put(msgspec.json.encode(line))


def _record_line(outcome: Outcome) -> None:
    head = {"file": _name(outcome), "outcome": outcome.kind}
    if outcome.meeting is None:
        _put(msgspec.json.encode({**head, "error": _error(outcome)}))
        return
    meeting = msgspec.structs.replace(outcome.meeting, id=outcome.id)
    _put(to_json(meeting)[:-1] + b"," + msgspec.json.encode(head)[1:])


def _put(line: bytes) -> None:
    sys.stdout.write(f"{line.decode()}\n")


def _name(outcome: Outcome) -> str:
    """The file as given; bytes that are not UTF-8 as a backslash, x and two digits, so that the line is."""
    return os.fsencode(outcome.file).decode("utf-8", "backslashreplace")


def _error(outcome: Outcome) -> str | None:
    return sentence_of(outcome.error) if outcome.error else None


def _id_line(outcome: Outcome) -> None:
    if outcome.kind != "filed":
        _complain(outcome)
    elif outcome.id is not None:  # a trial gives none
        sys.stdout.write(f"{outcome.id}\n")


def _line(outcome: Outcome) -> None:
    if outcome.kind == "filed" and outcome.meeting:
        sys.stdout.write(f"{_facts(outcome.meeting)}\n")
    else:
        _complain(outcome)


def _facts(meeting: Meeting) -> str:
    """Id, date and title on one line."""
    known = (meeting.id, meeting.date, border.one_line(meeting.title or "") or say("(no title)"))
    return "  ".join("-" if one is None else str(one) for one in known)


def _complain(outcome: Outcome) -> None:
    """Says why a file was not filed."""
    values: dict[str, Any] = {"file": border.shown_name(_name(outcome)), "id": outcome.id}
    kinds = {"duplicate": FiledAlready, "near_duplicate": SameMeeting}
    error = outcome.error or kinds[outcome.kind](**values)
    tell(sentence_of(error))


class Bar:
    """A progress bar on a terminal, for many files; it appears after the first, when the workers have been started."""

    def __init__(self, total: int) -> None:
        self.total = total if sys.stderr.isatty() else 0
        self.until_the_end = ExitStack()
        self.advance: Callable[[], object] | None = None

    def __enter__(self) -> Self:
        """Nothing to see yet."""
        return self

    def __exit__(self, *_: object) -> None:
        """Takes the bar away."""
        self.until_the_end.close()

    def step(self) -> None:
        """One file more is done."""
        if self.total < MANY:
            return
        self.advance = self.advance or self._shown()
        self.advance()

    def _shown(self) -> Callable[[], object]:
        from rich.console import Console
        from rich.progress import Progress

        to_terminal = sys.stdout.isatty()  # if stdout is a file, its lines must not go through the bar
        bar = Progress(console=Console(stderr=True), transient=True, redirect_stdout=to_terminal)
        self.until_the_end.enter_context(bar)
        task = bar.add_task(say("Reading"), total=self.total)
        return lambda: bar.advance(task)
