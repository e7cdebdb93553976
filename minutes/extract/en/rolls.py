"""Tables of those present: a column of names, beside it initials, role, organisation, or a mark for present and absent."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutes.extract.en.lists import people_in
from minutes.extract.en.names import Named
from minutes.extract.en.passages import Passage
from minutes.extract.en.words import Words

_COLUMNS = {
    "name": re.compile(r"^(?:names?|members?|attendees?|participants?|delegates?|person|councillors?|directors?|trustees?|governors?|who|committee members?|board members?|full name)$"),
    "alias": re.compile(r"^(?:abbreviations?|initials?|abbr\.?|nick(?:name)?|handle|irc|github)$"),
    "role": re.compile(r"^(?:roles?|titles?|positions?|office|capacity|job title|designation|post|function)$"),
    "organisation": re.compile(r"^(?:organi[sz]ations?|affiliations?|company|representing|employer|institution|department|unit|school|area|team)$"),
    "mark": re.compile(r"^(?:present\??|attendance|attended|status|in attendance|present/absent|p/a|absent|apologies)$"),
}  # fmt: skip
_ABSENT = re.compile(r"^(?:a|n|no|absent|apolog\w*|regrets|excused|ex|away|x)\b", re.IGNORECASE)
_CHAIR = re.compile(r"(?:chair\w*|presiding)\b", re.IGNORECASE)
_GUEST = re.compile(
    r"\((?:observer|guest|visitor|in attendance|non-voting|by invitation)\w*\)", re.IGNORECASE
)
_BODY = frozenset({"present", "absent", "guests"})
Cells = dict[tuple[int, int], Passage]


def listed_in_tables(passages: Sequence[Passage], words: Words) -> Iterator[tuple[str, Named]]:
    """Each person of a table of attendance, as ("present", "absent" or "guests", who)."""
    tables: dict[int, Cells] = {}
    for passage in passages:
        if passage.cell is not None:
            tables.setdefault(passage.block, {}).setdefault(passage.cell, passage)
    for cells in tables.values():
        columns = _columns(cells)
        if "name" in columns and len(columns) > 1:
            yield from _rows(cells, columns, words)


def _columns(cells: Cells) -> dict[str, int]:
    """What each column of the first row holds."""
    found: dict[str, int] = {}
    for (row, column), passage in cells.items():
        if row == min(at for at, _ in cells):
            low = re.sub(r"\s*\([^()]*\)$", "", passage.text.lower()).strip(" :*")
            kind = next((kind for kind, pattern in _COLUMNS.items() if pattern.match(low)), "other")
            found.setdefault(kind, column)
    if "other" in found and not found.keys() & {"alias", "mark"} and not _below_list(cells):
        return {}
    return {kind: column for kind, column in found.items() if kind != "other"}


def _below_list(cells: Cells) -> bool:
    return any(one.section.kind in _BODY for one in cells.values())


def _rows(cells: Cells, columns: dict[str, int], words: Words) -> Iterator[tuple[str, Named]]:
    first = min(row for row, _ in cells)
    for row in sorted({row for row, _ in cells if row > first}):
        cell = cells.get((row, columns["name"]))
        people = people_in(cell, 0, len(cell.text), words) if cell else []
        for named in people[:1]:
            yield _kind(cells, columns, row), _completed(named, cells, columns, row)


def _completed(named: Named, cells: Cells, columns: dict[str, int], row: int) -> Named:
    """The person with what stands in the other columns."""
    values = {
        kind: cells[row, column].text.strip() for kind, column in columns.items() if (row, column) in cells
    }
    alias = values.get("alias", "").lstrip("@")
    unit, _, remark = values.get("organisation", "").partition(" (")
    return replace(
        named,
        role=named.role or values.get("role") or None,
        organisation=named.organisation or unit or None,
        chairing=named.chairing or bool(_CHAIR.match(remark)),
        aliases=(*named.aliases, alias) if alias else named.aliases,
    )


def _kind(cells: Cells, columns: dict[str, int], row: int) -> str:
    if "mark" not in columns:
        kind = next(iter(cells.values())).section.kind
        guest = any(at == row and _GUEST.search(one.text) for (at, _), one in cells.items())
        return "guests" if guest else kind if kind in _BODY else "present"
    mark = cells.get((row, columns["mark"]))
    head = cells[min(at for at, _ in cells), columns["mark"]].text.lower()
    if head.startswith(("absent", "apolog")):
        return "absent" if mark else "present"
    return "absent" if mark is None or _ABSENT.match(mark.text.strip()) else "present"
