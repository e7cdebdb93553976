"""Whom a whole list of demands addresses: 各责任单位一要..., 对施工单位提出如下要求:."""

import re

from minutes.extract.zh.numbers import number_of
from minutes.extract.zh.owners import Owner, Owners
from minutes.extract.zh.sentences import Sentence
from minutes.extract.zh.units import VERBAL

SHORTEST, LONGEST = 2, 20
LONGEST_LEAD = 40
ORDERED = re.compile("要求|部署|安排|布置|强调|指示|措施")
NUMBER = re.compile("([一二两三四五六七八九十]|\\d{1,2})(?:点|个方面|方面|项|条)")
ASKS = re.compile("要(?!求|点|素)|必须|务必|严禁|不得")
MARKED = re.compile("[一二三四五六七八九十]|\\(|\\d|第|首先|[\u2460-\u2473]")
TO_WHOM = re.compile(
    "(?:对|向|给)(?P<who>[^,;:\u3002\n对向给]{2,20}?)(?:分别|再次|重点|又|也|还|进一步)?"
    "(?:提出|提了|下达|布置|部署|交办|明确|作出|做出|作了|做了)(?:了)?[^,;\u3002\n]{0,12}(?:要求|任务|安排|部署|布置|工作|意见|指令|事项)"
)
# What stands before the addressee in his clause: 他要求各部门.
LED = re.compile(
    "要求|责成|强调|指出|寄语|勉励|叮嘱|提醒|告诫|号召|倡议|呼吁|建议|嘱咐|部署|希望|明确|请|同时|下一步|今后|接下来"
)
# 各部门要以此为契机, 各单位要按照要求,: how the members of the list are to be done.
OCCASION = re.compile(
    "[要须应](?:以[^,]{2,30}为|按照|根据|围绕|结合|对照|立足|针对|聚焦|着眼|紧扣|紧紧围绕|坚持[^,]{2,12}导向|切实做到|做到)"
)
OPENED = re.compile("[^,;:\u3002!?\n]*\\Z")
NO_UNIT = re.compile("[的是在了就对从有于]|如下|以下")


def addressee_of(flat: str, start: int, owners: Owners) -> Owner | None:
    """The unit or group named right before a list, or to whom its announcement says that it speaks."""
    low = flat.rfind("\n", 0, max(0, start - 1)) + 1
    return _before(flat, low, start, owners) or _announced(flat, low, start, owners)


def lead_in(flat: str, start: int) -> tuple[int, int] | None:
    """The clause right before a list that leads into it: 各部门要做好以下工作:, 各部门要以会议为契机,; None without one."""
    end = start
    while end and flat[end - 1] in " \n\u25a1":
        end -= 1
    if not end or flat[end - 1] not in ":,":
        return None
    low = flat.rfind("\n", 0, end - 1) + 1
    begin = max(low, *(flat.rfind(mark, low, end - 1) + 1 for mark in ",;:\u3002!?"))
    if flat[end - 1] == "," and not OCCASION.search(flat, begin, end):
        return None
    return (begin, end - 1) if 0 < end - 1 - begin <= LONGEST_LEAD else None


def _before(flat: str, low: int, start: int, owners: Owners) -> Owner | None:
    end = start
    while end > low and flat[end - 1] in ",: \n\u25a1":
        end -= 1
    found = OPENED.search(flat, max(low, end - 60), end)
    begin = found.start() if found else low
    begin = max((one.end() for one in LED.finditer(flat, begin, end)), default=begin)
    return _unit(flat, begin, end, owners)


def _announced(flat: str, low: int, start: int, owners: Owners) -> Owner | None:
    sentence = max(low, flat.rfind("\u3002", low, max(low, start - 1)) + 1, start - 120)
    found = next(iter(TO_WHOM.finditer(flat, sentence, start)), None)
    return _unit(flat, *found.span("who"), owners) if found else None


def _unit(flat: str, start: int, end: int, owners: Owners) -> Owner | None:
    if (
        not SHORTEST <= end - start <= LONGEST
        or VERBAL.match(flat, start, end)
        or NO_UNIT.search(flat, start, end)
    ):
        return None
    ends = [one.end() for one in owners.tail.finditer(flat, start, end)]
    return Owner(start, end, certain=False) if ends and ends[-1] == end else None


def announced_parts(flat: str, sentence: Sentence) -> list[tuple[int, int]]:
    """提出三点要求:要...;要...;要...: as many parts as are announced, or parts that all begin with 要."""
    colon = next((one for one in sentence.clauses if one.mark == ":"), None)
    if (
        colon is None
        or flat.find(";", colon.end, sentence.end) < 0
        or not ORDERED.search(flat, colon.start, colon.end)
    ):
        return []
    parts, start = [], colon.end + 1
    for one in sentence.clauses:
        if one.start > colon.end and one.mark in ";\u3002":
            parts.append((start, one.end))
            start = one.end + 1
    number = NUMBER.search(flat, colon.start, colon.end)
    asked = all(ASKS.match(flat, first, last) for first, last in parts)
    exact = number is not None and number_of(number[1]) == len(parts)
    return parts if len(parts) > 1 and (asked or exact) and not MARKED.match(flat, *parts[0]) else []
