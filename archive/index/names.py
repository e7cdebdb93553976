"""Questions to the index about people."""

import sqlite3
from collections.abc import Iterator
from typing import Any, Final

from archive.index.schema import FIELD, FIELDS, LATE, LATE_FIRST, PEOPLE
from archive.index.where import FIELDS as FIELD_PLACES
from archive.index.where import Scope, Sql, joined, sql_of, terms_like
from archive.query.names import FIELDS as NAMES
from archive.query.names import read_backwards
from archive.query.tree import Every, Field, Some, Tree, Words
from archive.text import fold

_PARTS: Final = ",".join(str(FIELD[name]) for name in PEOPLE)
_LIVE: Final = f"EXISTS (SELECT 1 FROM facts f JOIN meetings m ON m.row = f.row WHERE f.term = t.id AND f.field IN ({_PARTS}))"  # noqa: S608
_SIMILAR: Final = 60  # of 100, for a suggestion
_SOUND: Final = 20  # points less for what only sounds alike
_SPOKEN: Final = 4  # letters of a sound worth comparing
_OF_PEOPLE: Final = frozenset({"speaker", "chair", "owner", "person", "recorder", "present"})

Row = tuple[Any, ...]


def table(base: sqlite3.Connection, tree: Tree | None, scope: Scope, limit: int | None) -> list[Row]:
    """Name, role, meetings, chaired, spoke, owns, last day of the people that fit; those of most meetings first."""
    named, where = _parted(tree, scope)
    sql = (
        "SELECT t.id, t.text, count(DISTINCT f.row),"  # noqa: S608
        f" count(DISTINCT CASE WHEN f.field = {FIELD['chair']} THEN f.row END),"
        f" count(DISTINCT CASE WHEN f.field = {FIELD['speaker']} THEN f.row END), max(m.day)"
        " FROM facts f JOIN meetings m ON m.row = f.row JOIN terms t ON t.id = f.term"
        f" WHERE f.field IN ({_PARTS}) AND {named.text} AND {where.text}"
        " GROUP BY t.id ORDER BY 3 DESC, 6 DESC, t.text LIMIT ?"
    )
    rows = base.execute(sql, (*named.values, *where.values, -1 if limit is None else limit)).fetchall()
    return [
        (name, _role(base, term), meetings, chaired, spoke, _owns(base, term), last)
        for term, name, meetings, chaired, spoke, last in rows
    ]


def _parted(tree: Tree | None, scope: Scope) -> tuple[Sql, Sql]:
    """What the words ask of names, and the fields of meetings."""
    parts = () if tree is None else tree.parts if isinstance(tree, Every) else (tree,)
    words = [terms_like(part.text) for part in parts if isinstance(part, Words)]
    fields = [sql_of(part, scope) for part in parts if not isinstance(part, Words)]
    named = [Sql(f"t.id IN ({one.text})", one.values) for one in words]
    return joined(named, " AND "), joined(fields, " AND ")


def _role(base: sqlite3.Connection, term: int) -> str | None:
    """The role in the newest report that gives one."""
    sql = (
        "SELECT t.text FROM facts f JOIN terms t ON t.id = f.role JOIN meetings m ON m.row = f.row"  # noqa: S608
        f" WHERE f.field IN ({_PARTS}) AND f.term = ? ORDER BY f.row DESC LIMIT 1"
    )
    found = base.execute(sql, (term,)).fetchone()
    return found and str(found[0])


def _owns(base: sqlite3.Connection, term: int) -> int:
    sql = (
        f"SELECT count(*) FROM facts f JOIN meetings m ON m.row = f.row JOIN actions a ON a.row = m.row AND a.person = f.term"  # noqa: S608
        f" WHERE f.field = {FIELD['owner_person']} AND f.term = ?"
    )
    return int(base.execute(sql, (term,)).fetchone()[0])


def like(base: sqlite3.Connection, name: str) -> list[tuple[int, str]]:
    """Persons (term, full name) whose name is `name`, else sounds exactly so, else has it in it."""
    folded = fold(name.strip())
    if not folded:
        return []
    for condition in (
        Sql("t.folded = ?", (folded,)),
        Sql("instr(t.sounds, ?)", (f";{folded.replace(' ', '')};",)),
        Sql("instr(t.folded, ?)", (folded,)),
    ):
        sql = f"SELECT t.id, t.text FROM terms t WHERE {condition.text} AND {_LIVE} ORDER BY t.text"  # noqa: S608
        if found := base.execute(sql, condition.values).fetchall():
            return found
    return []


def appearances(base: sqlite3.Connection, term: int) -> list[Row]:
    """Meeting, title, day, part, role and organisation of a person, the newest first."""
    sql = (
        "SELECT m.id, m.title, m.day, f.field, (SELECT text FROM terms WHERE id = f.role),"  # noqa: S608
        " (SELECT text FROM terms WHERE id = f.organisation) FROM facts f JOIN meetings m ON m.row = f.row"
        f" WHERE f.field IN ({_PARTS}) AND f.term = ? ORDER BY f.row DESC, f.field"
    )
    rows = base.execute(sql, (term,))
    return [(*row[:3], FIELDS[row[3]], *row[4:]) for row in rows]


def tasks(base: sqlite3.Connection, term: int, scope: Scope) -> list[Row]:
    """Meeting, number and lateness of a person's action points."""
    sql = (
        f"SELECT m.id, a.number, {LATE} AS late"  # noqa: S608
        " FROM facts f JOIN meetings m ON m.row = f.row JOIN actions a ON a.row = m.row AND f.term IN (a.person, a.owner)"
        f" WHERE f.field IN ({FIELD['owner_person']}, {FIELD['owner']}) AND f.term = ? GROUP BY m.id, a.number"
        f" ORDER BY {LATE_FIRST}"
    )
    return base.execute(sql, (scope.today, term)).fetchall()


def spoken(base: sqlite3.Connection) -> list[tuple[str, str | None]]:
    """All persons' names with their sounds."""
    return base.execute(f"SELECT t.text, t.sounds FROM terms t WHERE {_LIVE}").fetchall()  # noqa: S608


def values_of(base: sqlite3.Connection, field: str, begun: str, limit: int) -> list[str]:
    """The texts in a field of queries that begin so, those of most meetings first; none for a field without texts."""
    places = FIELD_PLACES.get(read_backwards(NAMES).get(field, ""), ())
    numbers = ",".join(str(FIELD[place]) for place in places)
    sql = (
        f"SELECT t.text FROM terms t JOIN facts f ON f.term = t.id AND f.field IN ({numbers}) WHERE instr(t.folded, ?) = 1"  # noqa: S608
        " GROUP BY t.id ORDER BY count(*) DESC, t.text LIMIT ?"
    )
    if not begun:
        sql = sql.replace("instr(t.folded, ?) = 1", "?1 = ''")
    return [text for (text,) in base.execute(sql, (fold(begun), limit))]


def asked_for(base: sqlite3.Connection, tree: Tree) -> Iterator[tuple[str, list[tuple[str, str | None]]]]:
    """What a query takes for a name and the archive does not know, with the names it may be a slip of."""
    match tree:
        case Every(parts) | Some(parts):
            for part in parts:
                yield from asked_for(base, part)
        case Field(name, text) if name in _OF_PEOPLE and not _is_known(base, text):
            yield text, spoken(base)
        case Words(text) if near := _starting_alike(text):
            sql = f"SELECT t.text, t.sounds FROM terms t WHERE ({near.text}) AND {_LIVE}"  # noqa: S608
            yield text, base.execute(sql, near.values).fetchall()


def _is_known(base: sqlite3.Connection, text: str) -> bool:
    terms = terms_like(text)
    return base.execute(f"{terms.text} LIMIT 1", terms.values).fetchone() is not None


def _starting_alike(text: str) -> Sql | None:
    """Which names a word could be meant for: of Chinese ones those that share a character, of others the first letter."""
    if text.isascii():
        near = Sql("substr(t.folded, 1, 1) = ?1 OR instr(t.sounds, ';' || ?1)", (text[0],))
        return near if text.isalpha() and len(text) >= _SPOKEN else None
    if not text.isalpha() or not 1 < len(text) <= _SPOKEN:
        return None
    return joined([Sql("instr(t.folded, ?)", (char,)) for char in text], " OR ")


def closest(name: str, known: list[tuple[str, str | None]], limit: int) -> list[str]:
    """The known names most like `name`, in writing or in sound."""
    if not known:
        return []
    from rapidfuzz import fuzz

    from archive.pinyin import sounds_of

    folded = fold(name.strip())
    spelled = [sound for sound in (*sounds_of(folded), folded) if sound.isascii() and len(sound) >= _SPOKEN]

    def score(entry: tuple[str, str | None]) -> float:
        sounds = [sound for sound in (entry[1] or "").split(";") if len(sound) >= _SPOKEN]
        heard = [fuzz.ratio(ours, theirs) for ours in spelled for theirs in sounds]
        return max(fuzz.ratio(folded, fold(entry[0])), *(one - _SOUND for one in heard), 0)

    scored = sorted(((score(entry), entry[0]) for entry in known), key=lambda pair: (-pair[0], pair[1]))
    return [full for points, full in scored[:limit] if points >= _SIMILAR]
