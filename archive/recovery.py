"""What the next writer does when one was interrupted: sweep, finish, and go on.

Nothing that was acknowledged is lost; what was not, is finished where history has it, and swept where it has not.
"""

import sqlite3
from collections.abc import Callable
from typing import Any

from archive.answers import Change
from archive.difference import applied
from archive.files import drafts, remove
from archive.history import now
from archive.index.ask import by_sha256
from archive.records import from_trash, imported, to_trash, update
from archive.room import Room
from archive.state import GOING, WRITER, State, Writer, clear_writer, read_state, read_writer, write_state

UNKNOWN = Writer(0, "?", "?", "?", "recover", "?")
FINISHED = "An interrupted change was finished."


def sweep(room: Room) -> None:
    """Takes away leftovers in the archive's own folder: one look, at every opening for writing."""
    for draft in drafts(room.folder, deep=False):
        remove(draft)
    if (room.folder / GOING).exists():
        import shutil

        shutil.rmtree(room.folder / GOING, ignore_errors=True)


def recover(room: Room, index: Callable[[], sqlite3.Connection]) -> State:
    """The state after all is in order again; where nobody was interrupted that of archive.json."""
    writer = read_writer(room.folder)
    state = read_state(room.folder)
    if writer is None:
        if _agree(room, state):
            return state
        writer = UNKNOWN
    from archive.sharing import set_modes

    for draft in drafts(room.folder):
        remove(draft)
    set_modes(room)  # a folder may have been made and not have got its own yet
    room.history.mend()
    lines = room.history.since(state.revision, state.mark) or []
    if sum(_redo(room, line) for line in lines):
        room.tell(FINISHED)
    state = _complete(room, room.reached(state), lines, writer)
    write_state(room.folder, state, room.disk)
    if writer is not UNKNOWN:
        _sweep_originals(room, index())
        clear_writer(room.folder)
    return state


def _agree(room: Room, state: State) -> bool:
    """Whether archive.json and history are of one time; else one was brought back from somewhere.

    Ids and numbers must then go on behind both.
    """
    taken = room.meetings.has(state.next) or room.trash.has(state.next)
    return room.history.last() == (state.revision, state.mark) and not (room.history.is_torn() or taken)


def _redo(room: Room, line: Change) -> bool:
    """Does what a line of history says where that is not done yet."""
    number = line.id
    match line.kind:
        case "change" if number is not None:
            return _redo_change(room, number, line)
        case "delete" if number is not None and room.meetings.has(number):
            to_trash(room, number)
        case "undelete" if number is not None and room.trash.has(number):
            from_trash(room, number)
        case "people" if room.people.read() != line.after["people"]:
            room.people.write(line.after["people"])
        case "purge" if number is not None:
            from archive.purge import erase

            erase(room, number)
        case _:
            return False
    return True


def _redo_change(room: Room, number: int, line: Change) -> bool:
    values: dict[str, Any] | None = room.values(number)
    if values is None or values["revision"] + 1 != line.revision:
        return False
    update(room, number, {**applied(values, line.after), "revision": line.revision})
    return True


def _complete(room: Room, state: State, lines: list[Change], writer: Writer) -> State:
    """Writes the lines of history that are missing: of records filed last, and that changes were looked after."""
    behind = room.meetings.after(read_state(room.folder).next)
    logged = {line.id for line in (room.history.all() if behind else []) if line.kind == "import"}
    for number in behind:
        values = room.values(number)
        if number not in logged and values is not None:
            state = _noted(room, state, writer, number, imported(values), "import")
    for touched in {line.id for line in lines if line.kind not in {"import", "recovery"}}:
        state = _noted(room, state, writer, touched, {}, "recovery")
    room.history.sync()
    return state


def _noted(
    room: Room, state: State, writer: Writer, number: int | None, after: dict[str, Any], kind: str
) -> State:
    """Adds a line: the record was filed, or ("recovery") finished, so that every index looks at it again.

    A reader may have indexed it between its line of history and its change.
    """
    line = state.revision + 1
    revision = 1 if kind == "import" else None
    change = Change(
        line, str(line), now(), writer.who, writer.what, number, revision, {}, after, "interrupted", kind
    )
    return state._replace(revision=line, mark=room.history.append([change], durable=True))


def _sweep_originals(room: Room, base: sqlite3.Connection) -> None:
    """Takes away originals that the interrupted writer left without a record.

    Only files younger than its word (writer.json, by the same clock) are looked at: an older one without a record is
    `check`'s business, never ours to delete.
    """
    since = (room.folder / WRITER).stat().st_mtime
    young = [path for path in room.originals.all() if path.stat().st_mtime >= since]
    kept = {sha256 for number in _maybe(young, room) for sha256 in _named(room, number)}
    for path in young:
        if path.stem not in kept and by_sha256(base, path.stem) is None:
            remove(path)


def _maybe(young: list[Any], room: Room) -> list[int]:
    """Records that may name one of the young files: all that the interrupted writer can have filed, and the trash."""
    if not young:
        return []
    oldest = min(path.stat().st_mtime for path in young) - 1
    return [*(n for n in room.meetings.numbers() if room.meetings.path(n).stat().st_mtime >= oldest)]


def _named(room: Room, number: int) -> set[str]:
    values = room.values(number)
    return {values["source"]["sha256"], *values["source"]["pictures"]} if values else set()
