"""The columns of a ledger of tasks (台账), whatever they are called."""

import re
from collections import Counter

from archive.record import Block, Cell
from archive.text import plain

COLUMNS = (
    (
        "task",
        (
            "工作内容|工作任务|任务名称|议定事项|工作事项|重点任务|主要任务|任务内容|具体任务|整改措施|工作措施|落实事项|督办事项|交办事项|任务|事项|内容|重点工作|工作要求|措施|"
            "待办事项|待办|行动项|行动计划|跟进事项|跟踪事项|待跟进事项|待解决事项|会议决议事项|决议事项|决定事项|议定内容|任务描述|事项描述|事项内容|工作分工|任务分工|具体工作|具体事项|"
            "整改事项|整改任务|问题(?:及|与|和)整改措施|改进措施|下一步工作|下一步措施|工作计划|工作项目|任务事项|督查事项|后续工作|主要工作|重点事项|任务清单|解决措施|处理措施|办理事项|分解任务"
        ),
    ),
    (
        "helper",
        "配合单位|配合部门|协办单位|协办部门|协同部门|参与单位|配合人|协助单位|责任配合|配合|协助|协办|协作单位|协同单位|配合科室|配合处室|配合人员|参与部门|参与人|协助人|会办单位",
    ),
    (
        "person",
        (
            "责任人|负责人|经办人|责任领导|承办人|办理人|牵头人|落实人|执行人|主办人|责任同志|牵头领导|分管领导|跟进人|负责人员|对接人|主责人|责任者|责任人员|负责|主责|"
            "第一责任人|直接责任人|执行者|[Oo]wner|OWNER"
        ),
    ),
    (
        "unit",
        (
            "责任单位|责任部门|牵头单位|牵头部门|承办单位|承办部门|主办单位|主办部门|办理单位|落实部门|负责部门|责任科室|牵头科室|责任处室|责任主体|牵头处室|主责部门|主责单位|主办处室|"
            "主办科室|执行部门|执行单位|责任班组|落实单位|负责单位|牵头|责任方|责任单位名称"
        ),
    ),
    (
        "due",
        (
            "完成时间|完成时限|时限|截止时间|截止日期|办理时限|时间要求|完成日期|限期|时间节点|计划完成|完成期限|整改时限|办结时限|办结时间|(?:计划|要求|预计|拟|应)完成(?:时间|日期|时限)|"
            "完成节点|整改期限|整改完成时间|DDL|ddl|[Dd]eadline|期限|截止|截止日|到期日|交付时间|提交时间|反馈时间|落实时限|办理期限|节点|完成日"
        ),
    ),
)
# A programme has the columns of a ledger and a place or a lecturer besides.
PROGRAMME = re.compile("地点|场地|场次|主讲人?|授课人?|主讲教师|课程|航班|车次|座位")
HEADER_ROWS = 3


def is_ledger(block: Block) -> bool:
    """Whether the table has a column of tasks and one of who does them or by when."""
    columns, first = header(block)
    heads = (cell for cell in block.cells if cell.row < first)
    if any(PROGRAMME.fullmatch(_words(block, cell)) for cell in heads):
        return False
    return "task" in columns and bool({"person", "unit", "due"} & columns.keys())


def header(block: Block) -> tuple[dict[str, int], int]:
    """Each column's meaning by its heading, and the first row below the headings."""
    found: dict[str, int] = {}
    last = -1
    many = Counter(cell.row for cell in block.cells)
    for cell in block.cells:
        if many[cell.row] == 1 and cell.colspan > 1:  # the table's own title over all columns
            continue
        words = _words(block, cell)
        key = next((key for key, pattern in COLUMNS if _heads(pattern, words)), None)
        if key and cell.row < HEADER_ROWS and key not in found:
            found[key] = cell.column
            last = max(last, cell.row + cell.rowspan - 1)
    return found, last + 1


def _words(block: Block, cell: Cell) -> str:
    return re.sub(r"[\s:]", "", plain(block.text[cell.start : cell.end]))


def _heads(pattern: str, words: str) -> bool:
    """责任单位及责任人 and 完成时限(2024年) are headings too."""
    return bool(re.fullmatch(f"(?:{pattern})(?:(?:及|和|/|、).{{1,8}})?(?:\\(.*\\))?", words))
