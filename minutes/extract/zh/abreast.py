"""Labels that stand abreast in one line or cell: what may come before the first of them, what ends a value."""

import re
from collections.abc import Iterator

from archive.text import plain
from minutes.extract.view import View
from minutes.extract.zh.document import Document
from minutes.extract.zh.label_words import KEYS
from minutes.extract.zh.names import Names

_OTHER = "(?:会议)?(?:编号|文号|期号|期数|期次|类别|类型|密级|届次|形式|方式)|(?:审核|签发|审签|校对|拟稿)人?|项目名称|单位"
# 编号:XX-2024-21 时间:..., 第21期 时间:... at the beginning of the line.
BEFORE_FIRST = re.compile(f"(?:{_OTHER}):[^\u3002\n]{{1,40}}|\\(?第?\\d{{1,4}}[期次号]\\)?")
OTHER = re.compile(f"(?<=[^:])[ ;,]?(?:{_OTHER}):")
SIDE = re.compile(
    "([^:,;\u3002\\d]{2,16}(?:单位|方|公司|集团|部|处|院|局|所|站|中心|会|科|室|组|委|办|学校|医院|街道|社区|村|乡|镇)):[^\u3002]*\\Z"
)
UNIT_AND_NAMES = re.compile(
    r"\S{2,18}(?:单位|公司|集团|部|处|院|局|所|站|中心|会|科|室|组|委|办|大队|支队|学校|医院|街道|社区|村|乡|镇)[ \t\u3000]+[^\s,\uff0c\u3002:\uff1a]{2,4}(?:[ \t\u3000\u3001]+[^\s,\uff0c\u3002:\uff1a]{2,4})*"
)
LONGEST_SIDE = 160
OFFICE = re.compile("(?:[长任记席理监管授员师]|负责人|干事|助理)\\Z")
WORD = re.compile(r"(?<!\S)\S+(?!\S)")
LONGEST_BEFORE = 60
LONGEST_LABEL = 8


def is_led(text: str, place: int) -> bool:
    """Whether nothing but the minutes' number or kind stands before this place."""
    head = text[:place].rstrip(" ;,\t|/")
    return len(head) <= LONGEST_BEFORE and bool(BEFORE_FIRST.fullmatch(head))


def value_end(text: str, start: int, end: int) -> int:
    """Where a label that is none of ours cuts the value short: 地点:小会议室 编号:XX."""
    found = OTHER.search(text, start, end)
    return found.start() if found else end


def spaced(seen: View) -> Iterator[tuple[str, int, int]]:
    """Labels parted from their values and each other by spaces of the source: 时间 5月20日 地点 三楼会议室."""
    words = [one for one in WORD.finditer(plain(seen.source)) if len(one.group()) <= LONGEST_LABEL]
    found = [one for one in words if one.group() in KEYS]
    if not found or found[0].start():
        return
    places = {origin: place for place, origin in enumerate(seen.origin)}
    ends = [*(places[one.start()] for one in found[1:]), len(seen.text)]
    for one, end in zip(found, ends, strict=True):
        yield one.group(), places[one.end() - 1] + 1, end


def name_below(document: Document, start: int, end: int, names: Names) -> int | None:
    """The end of the name alone on the next line where a value ends in a title: 主持人:教务处处长 / 王静."""
    number = document.block_at(max(start, end - 1)) + 1
    if document.end_of(number - 1) != end or not OFFICE.search(document.text, start, end):
        return None
    below = document.views[number].text if number < len(document.views) else ""
    return document.end_of(number) if names.is_name(below.rstrip("\u3002")) else None


def is_side(document: Document, number: int) -> bool:
    """监理单位:金戈(总监) under 参会单位及人员:, a side of the table on a line of its own."""
    text = document.views[number].text if number < len(document.blocks) else ""
    if text and UNIT_AND_NAMES.fullmatch(document.blocks[number].text.strip()):
        return True
    side = SIDE.match(text)
    return bool(side) and side is not None and side[1] not in KEYS and len(text) <= LONGEST_SIDE
