"""Attendance sheets: tables with a column of names, one row a unit or a person."""

import re
from collections.abc import Iterator

from msgspec import Struct

from archive.record import Block, Cell
from archive.text import plain
from minutes.extract.zh.columns import is_ledger
from minutes.extract.zh.document import Document
from minutes.extract.zh.label_words import KEYS, NOT_PEOPLE

Place = tuple[int, int]
PEOPLE = frozenset({"present", "in_attendance", "absent"})
NAMES = frozenset(
    {
        "姓名",
        "名单",
        "人员",
        "人员姓名",
        "代表姓名",
        "参会人姓名",
        "签名",
        "签字",
        "参会代表",
        "人员名单",
        "与会代表",
        "代表",
    }
)
ROLE = re.compile(
    "(?:现任|行政|党内|公司|单位及|部门及)?(?:职务|职位|岗位|职称|身份|角色|职别)(?:[/及和、](?:职务|职称|岗位|身份))?"
)
STATE = re.compile("(?:出席|到会|参会|签到|考勤|到场)(?:情况|状态|与否|栏)?|是否(?:出席|到会|参会)|备注")
UNIT = re.compile("(?:工作|参会|所在|参加|与会|出席)?(?:单位|部门|科室|机构|组织|公司|方)(?:名称)?|参会方")
# What says that a sheet of 姓名 and 职务 tells who came, and not who is proposed for a prize.
HINT = re.compile("出席|参会|参加|与会|到会|签到|列席|请假|缺席")
ABSENT = re.compile("缺席|请假|未到|未出席|未参会|缺勤|出差|病假|事假|否|\u00d7|[xX]\\Z")
WATCHING = re.compile("列席|旁听")
HEADER_ROWS = 2


class Listing(Struct, frozen=True):
    """A cell of names: its place, whom it lists (a key of labels), and where the role stands."""

    key: str
    word: str
    place: Place
    role: Place | None


def sheet_of(document: Document, number: int) -> Iterator[Listing]:
    """The cells of names of a table that is such a sheet; nothing for others."""
    block = document.blocks[number]
    for row in range(HEADER_ROWS):
        heads = {cell.column: _word(block, cell) for cell in block.cells if cell.row == row}
        column = next((place for place, word in heads.items() if word in NAMES), None)
        if column is None:
            column = next((place for place, word in heads.items() if _key(word)), None)
        if column is None or len(heads) < 2 or is_ledger(block):  # noqa: PLR2004
            continue
        key = _key(heads[column]) or _hinted(document, number, block, row, heads)
        if key and _is_sheet(block, row, column, heads):
            yield from _rows(document, number, row, column, heads, key)
            return


def _word(block: Block, cell: Cell) -> str:
    return re.sub(r"[\s:]|\([^)]*\)", "", plain(block.text[cell.start : cell.end]))


def _key(word: str) -> str | None:
    key = None if word in NOT_PEOPLE else KEYS.get(word)
    return key if key in PEOPLE else None


def _hinted(document: Document, number: int, block: Block, row: int, heads: dict[int, str]) -> str | None:
    """What the sheet's title, its other headings or the line before it say of it."""
    above = document.views[number - 1].text[-30:] if number else ""
    title = "".join(_word(block, cell) for cell in block.cells if cell.row < row)
    found = HINT.search(f"{''.join(heads.values())} {title} {above}")
    words = {"列席": "in_attendance", "请假": "absent", "缺席": "absent"}
    return words.get(found.group(), "present") if found else None


def _is_sheet(block: Block, row: int, column: int, heads: dict[int, str]) -> bool:
    """Every other heading names a unit, a role, a number or a signature, and rows of as many cells follow."""
    rows = {cell.row for cell in block.cells if cell.row > row and cell.column == column}
    others = [word for place, word in heads.items() if place != column]
    known = sum(
        bool(
            UNIT.fullmatch(word)
            or ROLE.fullmatch(word)
            or STATE.fullmatch(word)
            or word in NAMES | {"序号", "编号", "电话", "联系电话", "联系方式", "手机", "性别", ""}
        )
        for word in others
    )
    return bool(rows) and known * 2 >= len(others)


def _rows(
    document: Document, number: int, row: int, column: int, heads: dict[int, str], key: str
) -> Iterator[Listing]:
    block = document.blocks[number]
    role = next((place for place, word in heads.items() if place != column and ROLE.fullmatch(word)), None)
    state = next((place for place, word in heads.items() if place != column and STATE.fullmatch(word)), None)
    for cell in block.cells:
        if cell.row <= row or cell.column != column or cell.start == cell.end:
            continue
        beside = {one.column: one for one in block.cells if one.row == cell.row}
        said = plain(block.text[beside[state].start : beside[state].end]) if state in beside else ""
        listed = "absent" if ABSENT.search(said) else "in_attendance" if WATCHING.search(said) else key
        place = beside.get(role) if role is not None else None
        yield Listing(
            listed,
            heads[column],
            _place(document, number, cell),
            _place(document, number, place) if place and place.end > place.start else None,
        )


def _place(document: Document, number: int, cell: Cell) -> Place:
    return document.place_of(number, cell.start), document.place_of(number, cell.end)
