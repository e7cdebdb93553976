"""Tables of those present: a column of names, beside it initials, role, organisation, or a mark for present and absent."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from minutes.extract.en.kinds import section_kind
from minutes.extract.en.lists import people_in
from minutes.extract.en.names import Named
from minutes.extract.en.passages import Passage
from minutes.extract.en.sentences import lines_of
from minutes.extract.en.words import Words
from minutes.extract.lazy import lazy

_COLUMNS = {
    "name": lazy(r"^(?:names?|members?|attendees?|participants?|delegates?|person|councillors?|directors?|trustees?|governors?|senators?|commissioners?|who|[a-z]+ members?|board members?|full name|(?:[a-z]+ )?(?:members?|directors|trustees|governors|councillors|attendees|participants|delegates|senators|commissioners) (?:present|attending|in attendance)|name of (?:member|director|trustee|governor|councillor))$"),
    "alias": lazy(r"^(?:abbreviations?|initials?|abbr\.?|nick(?:name)?|handle|irc|github)$"),
    "role": lazy(r"^(?:roles?|titles?|positions?|office|capacity|job title|designation|post|function|category)$"),
    "organisation": lazy(r"^(?:organi[sz]ations?|affiliations?|company|representing|employer|institution|department|unit|school|area|team|organi[sz]ation/role)$"),
    "away": lazy(r"^(?:absent|apolog(?:y|ies)|regrets|excused|not present|unexcused)$"),
    "mark": lazy(r"^(?:present\??|attendance|attended\??|status|in attendance|present/absent|p/a|present \(y/n\)|here)$"),
}  # fmt: skip
_MARK = lazy(
    r"(?:present|absent|apolog\w+(?: received| sent)?|regrets|excused|yes|no|y|n|p|a|e|x|v|ap|late|on leave|remote|virtual|zoom|online|in person|via \w+|proxy|attended|arrived|joined|came|[\u2713\u2714\u2717\u2718\u221a\u2715\u00d7*/-])\b.{0,12}|[\u2713\u2714\u2717\u2718\u221a\u2715\u00d7*/-]",
    re.IGNORECASE,
)
_ABSENT = lazy(
    r"(?:(?:a|ap|n|no|absent|apolog\w*|regrets|excused|e|ex|away|on leave|not)\b|[\u2717\u2718\u2715\u00d7-]$)",
    re.IGNORECASE,
)
_TICKED = lazy(r"[\u2713\u2714\u221a]|(?:y|yes|p|present)\b", re.IGNORECASE)
_CROSS = frozenset({"x", "\u00d7"})
_CHAIR = lazy(r"(?:chair\w*|presiding)\b", re.IGNORECASE)
_GUEST = lazy(r"\((?:observer|guest|visitor|in attendance|non-voting|by invitation)\w*\)", re.IGNORECASE)
_BODY = frozenset({"present", "absent", "guests"})
_ROWS = 2  # rows that show a column of marks without a heading
Cells = dict[tuple[int, int], Passage]


@dataclass(frozen=True, slots=True)
class _Table:
    """A table of attendance: its cells, what each column holds, and the first row of persons."""

    cells: Cells
    columns: dict[str, int]
    first: int

    def at(self, row: int, kind: str) -> str:
        """The text of a row in a column of that kind, "" where it is empty."""
        cell = self.cells.get((row, self.columns.get(kind, -1)))
        return cell.text.strip() if cell else ""

    def rows(self) -> list[int]:
        """The rows of persons."""
        return sorted({row for row, _ in self.cells if row >= self.first})


def listed_in_tables(passages: Sequence[Passage], words: Words) -> Iterator[tuple[str, Named]]:
    """Each person of a table of attendance, as ("present", "absent" or "guests", who)."""
    tables: dict[int, Cells] = {}
    for passage in passages:
        if passage.cell is not None:
            tables.setdefault(passage.block, {}).setdefault(passage.cell, passage)
    for cells in tables.values():
        yield from _sided(cells, words)
        for part in _abreast(cells):
            if table := _headed(part, words) or _marked(part, words):
                yield from _persons(table, words)


def _sided(cells: Cells, words: Words) -> Iterator[tuple[str, Named]]:
    """Lists side by side: Present - employers | Present - staff, below each its people."""
    top = min(at for at, _ in cells)
    kinds = {column: section_kind(one.text, words) for (row, column), one in cells.items() if row == top}
    marked = any(_is_marks(cells, column, top + 1) for column in kinds)
    if marked or len(kinds) < _ROWS or not _BODY.issuperset(kinds.values()):
        return
    for (row, column), one in cells.items():
        if row > top and column in kinds:
            yield from ((kinds[column], named) for named in _one_a_line(one, words))


def _one_a_line(cell: Passage, words: Words) -> Iterator[Named]:
    """The person of each line; what stands behind a comma is the office: J Roe, Packing (JR)."""
    for start, end in lines_of(cell):
        for named in people_in(cell, start, end, words)[:1]:
            office = re.match(r"[^,(]+, ([^,(]+?)\s*(?:\(|$)", cell.text[start:end])
            yield replace(named, role=named.role or (office[1] if office else None))


def _abreast(cells: Cells) -> list[Cells]:
    """The tables that stand side by side in one: Members | Present | Officers | Present."""
    top = min(at for at, _ in cells)
    heads = {column: one.text.lower().strip(" :*") for (row, column), one in cells.items() if row == top}
    marks = sorted(column for column, text in heads.items() if _COLUMNS["mark"].match(text))
    if len(marks) < _ROWS or marks[-1] != max(heads):
        return [cells]
    starts = [0, *(column + 1 for column in marks[:-1])]
    return [
        {at: one for at, one in cells.items() if start <= at[1] <= mark}
        for start, mark in zip(starts, marks, strict=True)
    ]


def _headed(cells: Cells, words: Words) -> _Table | None:
    """The table by the headings of its first row."""
    top = min(at for at, _ in cells)
    found: dict[str, int] = {}
    for (row, column), passage in cells.items():
        if row == top:
            low = re.sub(r"\s*\([^()]*\)$", "", passage.text.lower()).strip(" :*")
            kind = next((kind for kind, pattern in _COLUMNS.items() if pattern.match(low)), "other")
            found.setdefault(kind, column)
    if "mark" in found and not _is_marks(cells, found["mark"], top + 1):
        plain = not found.keys() & {"role", "alias", "organisation"}
        if plain or "name" in found or not _are_names(cells, found["mark"], top + 1, words):
            return None
        found["name"] = found.pop("mark")  # Present | Initials | Role
    if "other" in found and not found.keys() & {"alias", "mark", "away"} and not _below_list(cells):
        return None
    columns = {kind: column for kind, column in found.items() if kind != "other"}
    return _Table(cells, columns, top + 1) if "name" in columns and len(columns) > 1 else None


def _marked(cells: Cells, words: Words) -> _Table | None:
    """The table by a column that holds nothing but marks: Jane Roe | Present, with or without a heading."""
    top = min(at for at, _ in cells)
    for column in sorted({column for _, column in cells}):
        for first in (top, top + 1):
            marks = _column(cells, column, first)
            if len(marks) >= _ROWS and _is_marks(cells, column, first):
                name = _names(cells, column, first, words)
                return _Table(cells, {"name": name, "mark": column}, first) if name is not None else None
    return None


def _column(cells: Cells, column: int, first: int) -> list[str]:
    return [one.text.strip() for (row, at), one in cells.items() if at == column and row >= first]


def _is_marks(cells: Cells, column: int, first: int) -> bool:
    marks = _column(cells, column, first)
    return bool(marks) and all(_MARK.fullmatch(one) for one in marks)


def _names(cells: Cells, marks: int, first: int, words: Words) -> int | None:
    """The column that holds a person in most rows."""
    for column in sorted({column for _, column in cells} - {marks}):
        if _are_names(cells, column, first, words):
            return column
    return None


def _are_names(cells: Cells, column: int, first: int, words: Words) -> bool:
    """Whether most cells of a column name one person."""
    rows = [one for (row, at), one in cells.items() if at == column and row >= first]
    return sum(len(people_in(one, 0, len(one.text), words)) == 1 for one in rows) * 2 > len(rows)


def _below_list(cells: Cells) -> bool:
    return any(one.section.kind in _BODY for one in cells.values())


def _persons(table: _Table, words: Words) -> Iterator[tuple[str, Named]]:
    for row in table.rows():
        cell = table.cells.get((row, table.columns["name"]))
        people = people_in(cell, 0, len(cell.text), words) if cell else []
        for named in people[:1]:
            yield _kind(table, row), _completed(named, table, row)


def _completed(named: Named, table: _Table, row: int) -> Named:
    """The person with what stands in the other columns."""
    alias = table.at(row, "alias").lstrip("@")
    unit, _, remark = table.at(row, "organisation").partition(" (")
    role = table.at(row, "role")
    return replace(
        named,
        role=named.role or role or None,
        organisation=named.organisation or unit or None,
        chairing=named.chairing or bool(_CHAIR.match(remark) or _CHAIR.fullmatch(role)),
        aliases=(*named.aliases, alias) if alias else named.aliases,
    )


def _kind(table: _Table, row: int) -> str:
    if "mark" in table.columns:
        return "absent" if table.at(row, "away") or _is_away(table, table.at(row, "mark")) else "present"
    if "away" in table.columns:
        return "absent" if table.at(row, "away") else "present"
    kind = next(iter(table.cells.values())).section.kind
    guest = any(at == row and _GUEST.search(one.text) for (at, _), one in table.cells.items())
    return "guests" if guest else kind if kind in _BODY else "present"


def _is_away(table: _Table, mark: str) -> bool:
    """Whether the mark says absent: nothing, A, No, Apologies; a cross does where others are ticked."""
    if mark.lower() in _CROSS:
        return any(_TICKED.match(table.at(row, "mark")) for row in table.rows())
    return not mark or bool(_ABSENT.match(mark))
