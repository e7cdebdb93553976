"""Taking back: what history says was done is done backwards, in a batch of its own."""

from archive.answers import Change, Undone
from archive.difference import applied, at
from archive.records import read, values_of
from archive.refusals import CannotUndo, NoSuchBatch, NothingToUndo, UndoConflict
from archive.writing import Batch

UNDO = "undo "


def last_batch(changes: list[Change]) -> str:
    """The last batch that is neither an undo nor undone; raises NothingToUndo."""
    taken_back: set[str] = set()
    for change in reversed(changes):
        if change.what.startswith(UNDO):
            if change.batch not in taken_back:
                taken_back.add(change.what.removeprefix(UNDO))
        elif change.batch not in taken_back and change.kind not in {"purge", "recovery"}:
            return str(change.batch)
    raise NothingToUndo


def take_back(batch: Batch, undone: str, lines: list[Change]) -> Undone:
    """Undoes the batch `undone`; raises NoSuchBatch, CannotUndo, UndoConflict, then nothing was changed."""
    wanted = [line for line in lines if line.batch == undone]
    if not wanted:
        raise NoSuchBatch(batch=undone)
    if any(line.kind == "purge" for line in wanted):
        raise CannotUndo(batch=undone, what=wanted[0].what)
    for line in reversed(wanted):
        _check(batch, line, undone)
    for line in reversed(wanted):
        _reverse(batch, line)
    numbers = dict.fromkeys(line.id for line in wanted if line.id is not None)
    return Undone(undone, wanted[0].what, tuple(numbers), batch.id)


def _check(batch: Batch, line: Change, undone: str) -> None:
    """Refuses where what was changed has been changed again."""
    if line.kind == "people" and batch.room.people.read() != line.after["people"]:
        raise UndoConflict(batch=undone, path="people", id="-")
    if line.kind != "change" or line.id is None:
        return
    values = values_of(read(batch.room, line.id))
    if later := line.revision and values["revision"] - line.revision:
        changed = [path for path, value in line.after.items() if at(values, path) != value]
        if changed and later:
            raise UndoConflict(batch=undone, path=changed[0], id=line.id)


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
