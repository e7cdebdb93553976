"""Does the index say what the records say?"""

import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from typing import TYPE_CHECKING, Final

from archive.answers import Finding
from archive.index.content import Content, content_of
from archive.index.current import Damaged, connect, stamp_of
from archive.index.fill import documents
from archive.index.pairs import pairs_of
from archive.text import spread

if TYPE_CHECKING:
    from archive.room import Room

DIFFERS: Final = "The index differs from the record {id}; delete index.sqlite, it is made anew by itself."
SIGNS_DIFFER: Final = 'The index does not find all that the records have, among it "{sign}"; delete index.sqlite, it is made anew by itself.'
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
    under_way = source.changed(
        source.stamp
    )  # of a writer at work, or killed: the next reader looks at it again
    if stamp_of(base) != source.stamp or under_way != []:
        return
    for (problem,) in base.execute("PRAGMA quick_check(1)"):
        if problem != "ok":
            raise Damaged(problem)
    known = dict(base.execute("SELECT id, digest FROM meetings"))
    tally = _Tally()
    for number in source.numbers():
        values = source.read(number)
        content = content_of(values, source.naming) if values else None
        if content:
            tally.add(content)
        if known.pop(number, None) != (content and content.digest):
            yield Finding("index-differs", str(number), DIFFERS, {"id": number}, damage=True)
    for number in known:
        yield Finding("index-differs", str(number), DIFFERS, {"id": number}, damage=True)
    for sign in tally.differing(base):
        yield Finding("index-differs", room.index_file.name, SIGNS_DIFFER, {"sign": sign}, damage=True)


class _Tally:
    """How often each character stands in the records, and in how many of their documents: what the index must have too.

    FTS5 decodes every posting to count them; to compare place by place would take five times as long.
    """

    def __init__(self) -> None:
        self.places: Counter[str] = Counter()
        self.documents: Counter[str] = Counter()
        self.pairs: set[str] = set()

    def add(self, content: Content) -> None:
        """Counts one record."""
        for place, text in documents(0, content):
            spaced = spread(text)
            counts = Counter(spaced[::2])
            self.places.update(counts)
            self.documents.update(counts.keys())
            if place == 0:  # the body
                self.pairs |= pairs_of(spaced)

    def differing(self, base: sqlite3.Connection) -> Iterator[str]:
        """The first pair that the index does not know, or character of which it has another number.

        Of characters it may have more where documents were retired.
        """
        known = {pair for (pair,) in base.execute("SELECT pair FROM pairs")}
        yield from sorted(self.pairs - known)[:1]
        base.execute("CREATE VIRTUAL TABLE temp.signs USING fts5vocab ('main', 'words', 'row')")
        found = {
            sign: (places, in_) for sign, in_, places in base.execute("SELECT term, doc, cnt FROM temp.signs")
        }
        retired = base.execute("SELECT count(*) FROM retired").fetchone()[0]
        for sign in sorted(self.places.keys() | found.keys()):
            ours, theirs = (self.places[sign], self.documents[sign]), found.get(sign, (0, 0))
            too_many = theirs[0] > ours[0] or theirs[1] > ours[1]
            if theirs[0] < ours[0] or theirs[1] < ours[1] or (too_many and not retired):
                yield sign
                return
