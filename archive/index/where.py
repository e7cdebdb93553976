"""A query's tree as SQL over the index."""

import datetime as dt
from typing import Final, NamedTuple

from archive.index.schema import ACTION, FIELD, LATE, PEOPLE, POINTS, TIER, TITLE, UNDATED
from archive.query.tree import Days, Every, Field, Has, Is, Not, Some, Tree, Undated, Words
from archive.text import spread

BODY_END: Final = 1 << TIER  # rowids of `words` below are whole texts
ROW: Final = BODY_END - 1  # bits of a rowid that are the row
TITLES: Final = TITLE << TIER
MEETING: Final = (  # of a rowid of `words` (w)
    f"CASE WHEN w.rowid >= {ACTION << TIER} AND w.rowid < {TITLES} THEN (w.rowid & {ROW}) >> {POINTS} ELSE w.rowid & {ROW} END"
)

FIELDS: Final = {  # of queries, with those of the table `facts`
    "speaker": ("speaker",),
    "chair": ("chair",),
    "recorder": ("recorder",),
    "present": ("present", "in_attendance"),
    "owner": ("owner", "owner_person"),
    "person": PEOPLE,
    "place": ("place",),
    "org": ("organisation",),
    "role": ("role",),
    "label": ("label",),
    "topic": ("topic",),
    "number": ("number",),
}
_STATES: Final = {
    "open": ("open", "in hand"),
    "hand": ("in hand",),
    "done": ("done",),
    "dropped": ("dropped",),
}
_HAS: Final = {
    "actions": "m.actions > 0",
    "notes": "m.notes > 0",
    "decisions": "m.decisions > 0",
    "pictures": "m.pictures > 0",
    "labels": "m.labels IS NOT NULL",
    "date": "m.day IS NOT NULL",
    "speakers": f"m.row IN (SELECT row FROM facts WHERE field = {FIELD['speaker']})",  # noqa: S608
}


class Sql(NamedTuple):
    """A condition and its values."""

    text: str
    values: tuple[object, ...] = ()


class Scope(NamedTuple):
    """What a condition is about."""

    today: int  # as `date.toordinal` counts
    tasks: bool = False  # about action points (a, of the meeting m), not meetings (m) alone


TRUE: Final = Sql("1")
FALSE: Final = Sql("0")


def sql_of(tree: Tree, scope: Scope) -> Sql:
    """The condition that `tree` is."""
    match tree:
        case Every(parts):
            return joined([sql_of(part, scope) for part in parts], " AND ")
        case Some(parts):
            return joined([sql_of(part, scope) for part in parts], " OR ")
        case Not(part):
            inside = sql_of(part, scope)
            return Sql(f"NOT coalesce({inside.text}, 0)", inside.values)
        case _:
            return _leaf(tree, scope)


def joined(parts: list[Sql], sign: str) -> Sql:
    """Several conditions as one."""
    if not parts:
        return TRUE
    return Sql(f"({sign.join(part.text for part in parts)})", tuple(v for part in parts for v in part.values))


def phrase(text: str) -> str:
    """Folded text as a phrase of FTS5; nothing in it is an operator."""
    spread_text = spread(text).replace('"', '""')
    return f'"{spread_text}"'


def _leaf(tree: Tree, scope: Scope) -> Sql:
    match tree:
        case Words(text):
            return _words(text, scope)
        case Field(name, text):
            return _owner(text) if scope.tasks and name == "owner" else _field(name, text)
        case Days(name, first, last):
            return _days(name, _ordinal(first), _ordinal(last), scope)
        case Undated(name):
            return Sql("m.day IS NULL") if name == "date" else _of_task(Sql("a.due IS NULL"), scope)
        case Is(state):
            return _is(state, scope)
        case Has(what):
            return _of_task(Sql("a.due IS NOT NULL"), scope) if what == "due" else Sql(_HAS[what])
        case _:
            raise AssertionError(tree)


def _words(text: str, scope: Scope) -> Sql:
    if scope.tasks:
        place = f"({ACTION << TIER} | (a.row << {POINTS}) | min(a.number, {(1 << POINTS) - 1}))"
        points = (
            f"SELECT rowid FROM words WHERE words MATCH ? AND rowid >= {ACTION << TIER} AND rowid < {TITLES}"  # noqa: S608
        )
        return Sql(f"{place} IN ({points})", (phrase(text),))
    whole = f"SELECT rowid FROM words WHERE words MATCH ? AND rowid < {BODY_END}"  # noqa: S608
    return Sql(f"m.row IN ({whole})", (phrase(text),))


def _field(name: str, text: str) -> Sql:
    if name == "id":
        return Sql("m.id = ?", (min(int(text), 1 << 62),))
    if name == "kind":
        return Sql("m.kind = ?", (text,))
    if name == "title":
        select = f"SELECT rowid & {ROW} FROM words WHERE words MATCH ? AND rowid >= {TITLES}"  # noqa: S608
        return Sql(f"m.row IN ({select})", (phrase(text),))
    fields = ",".join(str(FIELD[field]) for field in FIELDS[name])
    terms, values = terms_like(text)
    return Sql(f"m.row IN (SELECT row FROM facts WHERE field IN ({fields}) AND term IN ({terms}))", values)  # noqa: S608


def _owner(text: str) -> Sql:
    """Of an action point itself."""
    terms, values = terms_like(text)
    return Sql(f"(a.owner IN ({terms}) OR a.person IN ({terms}))", values * 2)


def terms_like(text: str) -> Sql:
    """The terms that have `text` in them, or are names that sound so."""
    plain = text.replace(" ", "").replace("'", "")
    if plain.isascii() and plain.isalpha():
        return Sql("SELECT id FROM terms WHERE instr(folded, ?) OR instr(sounds, ?)", (text, f";{plain};"))
    return Sql("SELECT id FROM terms WHERE instr(folded, ?)", (text,))


def _ordinal(day: dt.date | None) -> int | None:
    return None if day is None else day.toordinal()


def _days(name: str, first: int | None, last: int | None, scope: Scope) -> Sql:
    if name == "date":
        return _meeting_between(first, last)
    parts = [Sql("a.due IS NOT NULL")]
    if first:
        parts.append(Sql("a.due >= ?", (first,)))
    if last:
        parts.append(Sql("a.due <= ?", (last,)))
    return _of_task(joined(parts, " AND "), scope)


def _meeting_between(first: int | None, last: int | None) -> Sql:
    """A meeting of several days fits when one of them does."""
    parts = [Sql(f"m.row >= {UNDATED}")]
    if first:
        parts.append(Sql("coalesce(m.last, m.day) >= ?", (first,)))
    if last:
        parts.append(Sql("m.day <= ?", (last,)))
    return joined(parts, " AND ")


def _is(state: str, scope: Scope) -> Sql:
    if state in {"extracted", "reviewed", "final"}:
        return Sql("m.state = ?", (state,))
    if state == "overdue":
        return _of_task(Sql(LATE, (scope.today,)), scope)
    states = _STATES[state]
    return _of_task(Sql(f"a.state IN ({','.join('?' * len(states))})", states), scope)


def _of_task(condition: Sql, scope: Scope) -> Sql:
    """About the action point itself, or about any of the meeting's."""
    if scope.tasks:
        return condition
    return Sql(f"EXISTS (SELECT 1 FROM actions a WHERE a.row = m.row AND {condition.text})", condition.values)  # noqa: S608


class Split(NamedTuple):
    """A query parted into what FTS5 walks and what filters."""

    match: str | None  # what a text must have, as FTS5 puts it; None where no words must be there
    without: str | None  # what no text of the meeting may have; None without `match` too, then `rest` says it
    rest: Sql

    @property
    def exact(self) -> str:
        """What a whole text must have and not have. Of a part of it, a title, this is true more often."""
        return f"({self.match}) NOT ({self.without})" if self.without else str(self.match)


def split(tree: Tree, scope: Scope) -> Split:
    """Parts what a fitting text must have, or must not, from the other conditions."""
    parts = tree.parts if isinstance(tree, Every) else (tree,)
    texts = [part for part in parts if _is_text(part)]
    if not texts:
        return Split(None, None, sql_of(tree, scope))
    without = [part.part for part in parts if isinstance(part, Not) and _is_text(part.part)]
    rest = [
        part for part in parts if part not in texts and not (isinstance(part, Not) and part.part in without)
    ]
    return Split(
        " AND ".join(map(_match, texts)),
        " OR ".join(map(_match, without)) or None,
        joined([sql_of(part, scope) for part in rest], " AND "),
    )


def _is_text(tree: Tree) -> bool:
    if isinstance(tree, Every | Some):
        return all(_is_text(part) for part in tree.parts)
    return isinstance(tree, Words)


def _match(tree: Tree) -> str:
    match tree:
        case Every(parts):
            return f"({' AND '.join(_match(part) for part in parts)})"
        case Some(parts):
            return f"({' OR '.join(_match(part) for part in parts)})"
        case Words(text):
            return phrase(text)
        case _:
            raise AssertionError(tree)
