"""Taking back: what history says was done is done backwards, in a batch of its own."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, Final

from archive.answers import Change, Undone
from archive.difference import applied, at
from archive.errors import ArchiveError
from archive.records import read, values_of
from archive.refusals import (
    AlreadyUndone,
    CannotUndo,
    ChangedSince,
    InTrash,
    NoSuchBatch,
    NothingToUndo,
    UndoConflict,
)
from archive.room import Room
from archive.writing import Batch, refuse_final

UNDO: Final = "undo "
PASSED_OVER: Final = "Passed over, for their records are erased or in the trash: {batches}."
_BACKWARDS: Final = {
    "change": "change",
    "delete": "undelete",
    "undelete": "delete",
    "import": "delete",
    "people": "people",
}  # kinds that can be taken back, and the kinds of the lines that do


Place = tuple[str, int | None]


class Deeds:
    """Who did what, and what of it still stands."""

    def __init__(self, lines: list[Change]) -> None:
        self.batches: dict[str, list[Change]] = defaultdict(list)
        # by the batch that they take back, and the id
        self.undoing: dict[Place, list[Change]] = defaultdict(list)
        self.changes: dict[int | None, list[Change]] = defaultdict(list)  # that are no undo, by id
        for line in lines:
            self.batches[line.batch].append(line)
            if line.what.startswith(UNDO):
                self.undoing[line.what.removeprefix(UNDO), line.id].append(line)
            elif line.kind == "change":
                self.changes[line.id].append(line)

    def last(self, room: Room) -> str:
        """The last batch that is no undo and of which something stands that can be taken back; raises NothingToUndo.

        So what an interrupted undo has taken back in part is taken back altogether by the next. Batches whose records are
        erased or in the trash are passed over, and the user is told.
        """
        passed: list[str] = []
        try:
            for batch in self._not_undone():
                if any(_is_within_reach(room, line) for line in self.standing(batch)):
                    return batch
                passed.append(f"{batch} ({self.batches[batch][0].what})")
            raise NothingToUndo
        finally:
            if passed:
                room.tell(PASSED_OVER, batches=", ".join(passed))

    def _not_undone(self) -> Iterator[str]:
        """The batches that are no undo and of which something stands, the last one first."""
        for batch, lines in reversed(self.batches.items()):
            if not lines[0].what.startswith(UNDO) and self.standing(batch):
                yield batch

    def after(self, line: Change) -> Change | None:
        """The last change of the same record that stands and is of a later batch."""
        later = (one for one in reversed(self.changes[line.id]) if one.number > line.number)
        return next((one for one in later if one.batch != line.batch and self._stands(one)), None)

    def standing(self, batch: str) -> list[Change]:
        """The lines of a batch that nobody has taken back."""
        return [line for line in self.batches[batch] if line.kind in _BACKWARDS and self._stands(line)]

    def _stands(self, line: Change) -> bool:
        back = [other for other in self.undoing[line.batch, line.id] if _reverses(other, line)]
        return not back or not self._stands(back[-1])


def _reverses(other: Change, line: Change) -> bool:
    same = (other.id, other.kind) == (line.id, _BACKWARDS[line.kind])
    return same and (
        line.kind not in {"change", "people"} or (other.before, other.after) == (line.after, line.before)
    )


def take_back(batch: Batch, undone: str, deeds: Deeds) -> Undone:
    """Undoes the batch `undone`.

    Raises NoSuchBatch, AlreadyUndone, CannotUndo, InTrash, UndoConflict, RecordIsFinal; then nothing was changed.
    """
    wanted = deeds.batches.get(undone)
    if not wanted:
        raise NoSuchBatch(batch=undone)
    if any(line.kind not in {*_BACKWARDS, "recovery"} for line in wanted):
        raise CannotUndo(batch=undone, what=wanted[0].what)
    standing = deeds.standing(undone)
    rest = [line for line in standing if _is_within_reach(batch.room, line)]
    if not rest:
        raise _out_of_reach(batch.room, undone, wanted[0].what, standing)
    later: dict[int | None, list[Change]] = defaultdict(list)
    for line in (line for lines in deeds.batches.values() for line in lines):
        if line.number > wanted[0].number and line.kind == "change":
            later[line.id].append(line)
    for line in reversed(rest):
        _refuse_changed(line, deeds)
        _check(batch, line, later[line.id])
    for line in reversed(rest):
        _reverse(batch, line)
    numbers = dict.fromkeys(line.id for line in rest if line.id is not None)
    return Undone(undone, wanted[0].what, tuple(numbers), batch.id)


def _is_within_reach(room: Room, line: Change) -> bool:
    """Whether the record lies where the line has put it: not erased, not in the trash by a later deed."""
    if line.id is None:
        return True
    return (room.trash if line.kind == "delete" else room.meetings).has(line.id)


def _out_of_reach(room: Room, batch: str, what: str, standing: list[Change]) -> ArchiveError:
    """Why nothing of a batch can be taken back."""
    trashed = [line.id for line in standing if line.id is not None and room.trash.has(line.id)]
    if trashed:
        return InTrash(id=trashed[0])
    return (CannotUndo if standing else AlreadyUndone)(batch=batch, what=what)


def _refuse_changed(line: Change, deeds: Deeds) -> None:
    """Refuses to take a record away that somebody has worked on since it came."""
    later = deeds.after(line) if line.kind in {"import", "undelete"} else None
    if later:
        raise ChangedSince(batch=line.batch, id=line.id, later=later.batch)


def _check(batch: Batch, line: Change, later: list[Change]) -> None:
    """Refuses where what was changed has been changed again, or is final."""
    if line.kind == "people" and batch.room.people.read() != line.after["people"]:
        raise UndoConflict(batch=line.batch, path="people", id="-")
    if line.kind != "change" or line.id is None:
        return
    meeting = read(batch.room, line.id)
    now = then = values_of(meeting)
    for other in reversed(later):
        if other.number > line.number:
            then = applied(then, other.before)
    for path, value in line.after.items():
        if at(now, path) != value or not _is_same_place(now, then, path):
            raise UndoConflict(batch=line.batch, path=path, id=line.id)
    refuse_final(meeting, (line.after, line.before))


def _is_same_place(now: Any, then: Any, path: str) -> bool:
    """Whether a path leads to the same items of lists as it did then: others may have come or gone before them."""
    for step in path.split("."):
        if isinstance(now, list):
            place = int(step)
            if len(now) != len(then) or _name_of(now[place]) != _name_of(then[place]):
                return False
            now, then = now[place], then[place]
        else:
            now, then = (one.get(step.replace("/", ".")) for one in (now, then))
    return True


def _name_of(item: Any) -> Any:
    """What an item of a list is known by."""
    return item.get("number") or item.get("name") or item.get("text") if isinstance(item, dict) else None


def _reverse(batch: Batch, line: Change) -> None:
    number = line.id
    if line.kind == "people":
        batch.decide(line.before["people"])
    elif number is None:
        return
    elif line.kind == "change":
        values = values_of(read(batch.room, number))
        new = {**applied(values, line.before), "revision": values["revision"] + 1}
        batch.put("change", number, new, (line.after, line.before))
    elif line.kind == "delete":
        if batch.room.trash.has(number):
            batch.undelete(number)
    elif line.kind in {"import", "undelete"} and batch.room.meetings.has(number):
        batch.delete(number)
