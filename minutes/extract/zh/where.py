"""Where the meeting was held."""

import re
from collections.abc import Iterator
from functools import cache

from minutes.extract.view import run_of
from minutes.extract.zh.lexicon import Lexicon
from minutes.extract.zh.reading import Reading

# The room stands between 在 (于 after a date, 齐聚) and what was done there.
HELD = "(?:组织|主持|隆重|顺利|成功|线上|如期|正式)?(?:召开|召集|开幕|启幕|举行|举办|开展|开会|进行|参加|出席|(?:以|采[用取]|通过)[^,。]{0,12}(?:现场|视频|线上|通讯|通信)|同步|设)"
ROOM_RUN = run_of("\u201c\u201d()#.\u00b7-")
OPENING = f"(?:在|于(?=[^\\d])|齐聚|相聚|汇聚|集中在|走进|来到)(?P<place>{ROOM_RUN}{{2,40}}?)"
BEFORE_HELD = re.compile(f"{OPENING},?{HELD}")
# 5月21日,在产教融合中心二楼会议室,...
SET_OFF = re.compile(f"{OPENING}(?=,)")
NOT_PLACE = re.compile(
    "(?:工作|会议|大会|中|上|下|后|时|之际|期间|基础|方面|情况|精神|指导下|前提|过程|领导下|全[市县省区校院国])\\Z|方面|情况|过程|的|了|主会场|分会场"
)
ROOM = re.compile(r"[A-Za-z]?-?\d{2,4}[A-Za-z]?\Z|[A-Za-z]\d{2,4}")
# 9月12日下午,社区三楼议事厅里,...
BARE = re.compile(f"(?:[日号]|上午|下午|晚上?|当天|当晚),(?P<place>{run_of()}{{3,24}}?)(?:里|内)?,")
# 在区政府第二会议室听取...: a room needs no 召开 behind it.
IN_ROOM = re.compile(
    f"{OPENING}(?:(?<=会议室|报告厅|议事厅|会议厅|活动室|接待室|演播厅)|(?<=多功能厅|会议中心)|(?<=礼堂))"
)
PLANNED = re.compile("定于|将[于在]?|拟于|计划于|预计")
LEAD_BLOCKS = 5


def find_place(reading: Reading) -> None:
    """Puts the place: a label's, else the room of the first paragraphs."""
    if label := reading.label("place"):
        words = reading.document.words(label.start, label.end).strip(" ;\uff1b,\uff0c。.")
        end = label.start + len(reading.flat[label.start : label.end].rstrip(" ;,。."))
        reading.draft.put("place", words or None, reading.document.span(label.start, end), "place-label")
        return
    for place, rule in _rooms(reading):
        reading.draft.put("place", reading.document.name(*place), reading.document.span(*place), rule)
        return


def _rooms(reading: Reading) -> Iterator[tuple[tuple[int, int], str]]:
    """The rooms named in the first paragraphs, the surest form of each paragraph first."""
    forms = (
        (BEFORE_HELD, "place-before-held"),
        (SET_OFF, "room-in-lead"),
        (BARE, "room-in-lead"),
        (IN_ROOM, "room-in-lead"),
    )
    for number in reading.page.prose()[:LEAD_BLOCKS]:
        stretch = reading.document.starts[number], reading.document.end_of(number)
        for pattern, rule in forms:
            found = pattern.finditer(reading.flat, *stretch)
            yield from (
                (one.span("place"), rule)
                for one in found
                if _is_place(one["place"], reading.lexicon) and not _is_planned(reading.flat, one.start())
            )


def _is_planned(flat: str, place: int) -> bool:
    """启动仪式定于4月23日在中心广场举行 is another gathering, to come."""
    clause = max(flat.rfind(mark, 0, place) for mark in ",;\u3002\n") + 1
    return bool(PLANNED.search(flat, clause, place))


def _is_place(words: str, lexicon: Lexicon) -> bool:
    return bool(not NOT_PLACE.search(words) and (_tail(lexicon).search(words) or ROOM.search(words)))


@cache
def _tail(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(f"{lexicon.any('places.tail')}\\Z")
