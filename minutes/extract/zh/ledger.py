"""Tables of tasks (台账): rows with what, who, with whom, by when, whatever the columns are called."""

from collections.abc import Iterator

from msgspec import Struct

from archive.record import Block, Cell
from minutes.extract.zh.columns import header, is_ledger
from minutes.extract.zh.document import Document


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
    if not is_ledger(block):
        return
    columns, first = header(block)
    rows = sorted({cell.row for cell in block.cells if cell.row >= first})
    for row in rows:
        if _is_note(block, row, columns):
            continue
        places = {key: _cell(document, number, block, row, column) for key, column in columns.items()}
        task = places.pop("task")
        if task and task[1] - task[0] > 1:
            yield Task(task, *(places.get(key) for key in ("person", "unit", "helper", "due")))


def _is_note(block: Block, row: int, columns: dict[str, int]) -> bool:
    """Whether one cell stands for the task and who does it: a line below the ledger (发送范围, 备注)."""
    others = [column for key, column in columns.items() if key != "task"]
    wide = (cell for cell in block.cells if cell.colspan > 1 and _covers(cell, row, columns["task"]))
    return any(_covers(cell, row, column) for cell in wide for column in others)


def _cell(document: Document, number: int, block: Block, row: int, column: int) -> tuple[int, int] | None:
    """The words of the cell at this place, a merged one included."""
    cell = next((one for one in block.cells if _covers(one, row, column)), None)
    if cell is None or cell.start == cell.end:
        return None
    return document.place_of(number, cell.start), document.place_of(number, cell.end)


def _covers(cell: Cell, row: int, column: int) -> bool:
    return cell.row <= row < cell.row + cell.rowspan and cell.column <= column < cell.column + cell.colspan
