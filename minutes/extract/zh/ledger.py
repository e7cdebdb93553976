"""Tables of tasks (台账): rows with what, who, with whom, by when, whatever the columns are called."""

import re
from collections.abc import Iterator

from msgspec import Struct

from archive.record import Block, Cell
from archive.text import plain
from minutes.extract.zh.document import Document

COLUMNS = (
    (
        "task",
        "工作内容|工作任务|任务名称|议定事项|工作事项|重点任务|主要任务|任务内容|具体任务|整改措施|工作措施|落实事项|督办事项|交办事项|任务|事项|内容|重点工作|工作要求|措施",
    ),
    ("helper", "配合单位|配合部门|协办单位|协办部门|协同部门|参与单位|配合人|协助单位|责任配合"),
    ("person", "责任人|负责人|经办人|责任领导|承办人|办理人|牵头人|落实人|执行人|主办人"),
    (
        "unit",
        "责任单位|责任部门|牵头单位|牵头部门|承办单位|承办部门|主办单位|主办部门|办理单位|落实部门|负责部门|责任科室|牵头科室",
    ),
    (
        "due",
        "完成时间|完成时限|时限|截止时间|截止日期|办理时限|时间要求|完成日期|限期|时间节点|计划完成|完成期限|整改时限",
    ),
)
HEADER_ROWS = 3


class Task(Struct, frozen=True):
    """A row of a ledger: characters of the document's text, None where the column is missing or empty."""

    task: tuple[int, int]
    person: tuple[int, int] | None
    unit: tuple[int, int] | None
    helper: tuple[int, int] | None
    due: tuple[int, int] | None


def find_tasks(document: Document) -> Iterator[Task]:
    """All rows of all ledgers."""
    for number, block in enumerate(document.blocks):
        if block.kind == "table":
            yield from _tasks(document, number, block)


def _tasks(document: Document, number: int, block: Block) -> Iterator[Task]:
    columns, first = _header(block)
    if "task" not in columns or not {"person", "unit", "due"} & columns.keys():
        return
    rows = sorted({cell.row for cell in block.cells if cell.row >= first})
    for row in rows:
        places = {key: _cell(document, number, block, row, column) for key, column in columns.items()}
        task = places.pop("task")
        if task and task[1] - task[0] > 1:
            yield Task(task, *(places.get(key) for key in ("person", "unit", "helper", "due")))


def _header(block: Block) -> tuple[dict[str, int], int]:
    """Each column's meaning by its heading, and the first row below the headings."""
    found: dict[str, int] = {}
    last = -1
    for cell in block.cells:
        words = re.sub(r"\s", "", plain(block.text[cell.start : cell.end]))
        key = next((key for key, pattern in COLUMNS if _heads(pattern, words)), None)
        if key and cell.row < HEADER_ROWS and key not in found:
            found[key] = cell.column
            last = max(last, cell.row + cell.rowspan - 1)
    return found, last + 1


def _heads(pattern: str, words: str) -> bool:
    """责任单位及责任人 and 完成时限(2024年) are headings too."""
    return bool(re.fullmatch(f"(?:{pattern})(?:(?:及|和|/|、).{{1,8}})?(?:\\(.*\\))?", words))


def _cell(document: Document, number: int, block: Block, row: int, column: int) -> tuple[int, int] | None:
    """The words of the cell at this place, a merged one included."""
    cell = next((one for one in block.cells if _covers(one, row, column)), None)
    if cell is None or cell.start == cell.end:
        return None
    return document.place_of(number, cell.start), document.place_of(number, cell.end)


def _covers(cell: Cell, row: int, column: int) -> bool:
    return cell.row <= row < cell.row + cell.rowspan and cell.column <= column < cell.column + cell.colspan
