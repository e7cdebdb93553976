"""The tables of the index."""

import sqlite3
from typing import Final

from archive.text import EDGE, SPACE

VERSION: Final = 2

# The order of everything is `row`: the day of the meeting times 64 plus a counter, so that "newest first" is one walk
# along the primary key, without sorting. A row is never used twice: a meeting whose text changes gets a new one, and what
# the tables `words`, `facts` and `prints` hold of the old one finds no meeting any more (SQLite 3.40 cannot delete from an
# FTS5 table that does not keep the text, and keeping it would double the size).
#
# `words` has documents of a meeting by tier (rowid = tier << 40 | row): its title, each action point (row << 8 | number),
# all statements, and the whole text. Walked backwards it gives the best tier first and the newest first within it, and LIMIT stops it early.
# Every character is a token (archive.text.spread puts spaces between them); `ascii` lets all others through unchanged and
# does not fold, which we have done ourselves.
SLOTS: Final = 6  # bits of the counter
TIER: Final = 40  # bits below the tier
TIERS: Final = ("body", "statement", "action", "title")
STATEMENT, ACTION, TITLE = 1, 2, 3
POINTS: Final = 8  # bits of an action point's number; from 255 on they share one
UNDATED: Final = 1 << 25  # rows below are of meetings without a day (no report is from before 1436)

OPEN: Final = "('open', 'in hand')"  # states of action points that something is still to be done about
LATE: Final = f"(a.due < ? AND a.state IN {OPEN})"
LATE_FIRST: Final = f"late IS NOT 1, a.state NOT IN {OPEN}, a.due IS NULL, a.due, m.row DESC, a.number"
"""The order of every list of action points: the overdue, then the open, each by due date; `late` is what LATE gives."""

_SIGNS: Final = SPACE + EDGE + r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~""".replace("'", "''").replace('"', '""')

TABLES: Final = f"""
CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE meetings (
    row INTEGER PRIMARY KEY, id INTEGER UNIQUE, day INTEGER, last INTEGER, title TEXT, sha256 BLOB, sum INTEGER, kind TEXT, state TEXT,
    chair INTEGER, organisation INTEGER, actions INTEGER, open INTEGER, notes INTEGER, decisions INTEGER, pictures INTEGER,
    labels TEXT, digest INTEGER);
CREATE INDEX by_sha256 ON meetings (sum);
CREATE TABLE retired (row INTEGER PRIMARY KEY);
CREATE TABLE terms (id INTEGER PRIMARY KEY, text TEXT UNIQUE, folded TEXT, sounds TEXT);
CREATE TABLE facts (
    field INTEGER, term INTEGER, row INTEGER, role INTEGER, organisation INTEGER,
    PRIMARY KEY (field, term, row)) WITHOUT ROWID;
CREATE TABLE actions (
    row INTEGER, number INTEGER, state TEXT, due INTEGER, owner INTEGER, person INTEGER,
    PRIMARY KEY (row, number)) WITHOUT ROWID;
CREATE TABLE pairs (pair TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE prints (print INTEGER, day INTEGER, row INTEGER, PRIMARY KEY (print, day, row)) WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5 (
    text, content = '', columnsize = 0, detail = full, tokenize = "ascii tokenchars '{_SIGNS}'");
"""

FIELDS: Final = (
    "chair",
    "recorder",
    "speaker",
    "present",
    "in_attendance",
    "absent",
    "cited",
    "owner_person",
    "owner",
    "organisation",
    "place",
    "topic",
    "number",
    "label",
    "role",
)
FIELD: Final = {name: place for place, name in enumerate(FIELDS)}
PEOPLE: Final = FIELDS[:8]  # fields whose terms are names of persons


def create(base: sqlite3.Connection) -> None:
    """Makes the empty tables, within the caller's transaction."""
    for statement in TABLES.split(";\n"):
        if statement.strip():
            base.execute(statement)
    base.executemany(
        "INSERT INTO meta VALUES (?, ?)", [("version", VERSION), ("revision", 0), ("mark", ""), ("next", 1)]
    )


def action_place(row: int, number: int) -> int:
    """The rowid in `words` of an action point."""
    return ACTION << TIER | row << POINTS | min(number, (1 << POINTS) - 1)


def sum_of(sha256: str) -> int:
    """The beginning of a SHA-256 as SQLite's whole numbers hold it: enough to look it up by."""
    return int(sha256[:12] or "0", 16)
