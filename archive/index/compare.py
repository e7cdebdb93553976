"""Does the index say what the records say?"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import TYPE_CHECKING, Final

from archive.answers import Finding
from archive.index.content import content_of
from archive.index.current import Damaged, connect, stamp_of

if TYPE_CHECKING:
    from archive.room import Room

DIFFERS: Final = "The index differs from the record {id}; delete index.sqlite, it is made anew by itself."
BROKEN: Final = "The index is damaged ({reason}); it is made anew when somebody searches."


def differences(room: "Room") -> Iterator[Finding]:
    """Where an index that takes itself for current does not; one that is stale or missing is no finding."""
    if not room.index_file.exists():
        return
    try:
        with closing(connect(room.index_file, "ro")) as base:
            yield from _compared(base, room)
    except (Damaged, sqlite3.DatabaseError) as error:
        yield Finding("index-damaged", room.index_file.name, BROKEN, {"reason": str(error)}, damage=False)


def _compared(base: sqlite3.Connection, room: "Room") -> Iterator[Finding]:
    source = room.source(room.state())
    if stamp_of(base) != source.stamp:
        return
    for (problem,) in base.execute("PRAGMA quick_check(1)"):
        if problem != "ok":
            raise Damaged(problem)
    known = dict(base.execute("SELECT id, digest FROM meetings"))
    for number in source.numbers():
        values = source.read(number)
        digest = content_of(values, source.naming).digest if values else None
        if known.pop(number, None) != digest:
            yield Finding("index-differs", str(number), DIFFERS, {"id": number}, damage=True)
    for number in known:
        yield Finding("index-differs", str(number), DIFFERS, {"id": number}, damage=True)
