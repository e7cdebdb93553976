"""The columns of a ledger of tasks (台账), whatever they are called."""

import re

from archive.record import Block
from archive.text import plain

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


def is_ledger(block: Block) -> bool:
    """Whether the table has a column of tasks and one of who does them or by when."""
    columns, _ = header(block)
    return "task" in columns and bool({"person", "unit", "due"} & columns.keys())


def header(block: Block) -> tuple[dict[str, int], int]:
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
