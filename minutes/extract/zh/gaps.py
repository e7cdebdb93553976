"""What may stand between an addressee and the modal or the due date: 各系部[要在4月底前]..., one piece after another."""

import re

from minutes.extract.view import HAN
from minutes.extract.zh.words import words_of

PIECES = words_of(
    [
        "也",
        "还",
        "都",
        "均",
        "更",
        "尤其",
        "特别",
        "首先",
        "今后",
        "下一步",
        "当前",
        "近期",
        "务必",
        "一定",
        "必须",
        "要",
        "应",
        "须",
        "于",
        "在",
        "尽快",
        "抓紧",
        "主动",
        "切实",
        "认真",
        "迅速",
        "立即",
        "提前",
        "统一",
        "同步",
        "分别",
        "共同",
        "今年",
        "年内",
        "本周",
        "本月",
        "下周",
        "下月",
        "节前",
        "会后",
        "即日起",
        "最迟",
        "原则上",
        "不仅",
        "既",
        "一",
        "二",
        "三",
        "四",
        "五",
        "六",
        "仍",
        "再",
        "自",
        "把",
        "将",
        "同志",
        "们",
        "等",
        "同学",
        "随时",
        "各自",
    ]
)
# Words with an object of any kind behind them, and its longest length.
OPENERS = {
    20: re.compile("在|按|根据|对|结合|围绕"),
    16: re.compile("以|会同|收到|接到|从|就"),
    4: re.compile("每[周月季年天学]|(?:20\\d\\d年)?\\d{1,2}月|[一二三四五六七八九十]{1,3}月"),
}
MAY_BE_EMPTY = 4
# 值班人员(交接时)务必...
WHEN = re.compile(f"{HAN}{{2,8}}?(?:时|期间|过程中|之?[前后](?![列台排勤进续]))")


def is_gap(flat: str, start: int, limit: int) -> bool:
    """Whether such pieces fill this stretch, each place reached once: no way of parting them is tried twice."""
    reached = {start}
    for place in range(start, limit):
        if place in reached:
            reached.update(_ends(flat, place, limit))
    return limit in reached


def _ends(flat: str, place: int, limit: int) -> list[int]:
    """Where a piece that begins here may end."""
    ends = [place + size for size in PIECES.sizes if flat[place : place + size] in PIECES.words]
    for longest, opener in OPENERS.items():
        if found := opener.match(flat, place, limit):
            comma = flat.find(",", found.end(), limit)
            stop = min(limit if comma < 0 else comma, found.end() + longest)
            ends += range(found.end() + (longest != MAY_BE_EMPTY), stop + 1)
    if when := WHEN.match(flat, place, limit):
        ends.append(when.end())
    return ends
