"""When something is due: 9月20日前, 月底前, 本周五前, 两周内."""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from functools import cache

from msgspec import Struct

from minutes.extract.zh.reckoning import (
    compact,
    day_of_month,
    end_of,
    end_of_range,
    on_day,
    republican,
    span_of,
    this_period,
    tomorrow,
    unknown,
    week,
    weekday,
    whole_month,
)

_N = "(?:\\d{1,2}|[一二三四五六七八九十]{1,3})"
_COUNT = "(?:\\d{1,3}|[一二三四五六七八九十]{1,3}|两)"
# 上午, 17:00, 下午五点半, (周一) between a day and 前.
_TIME = "(?:\\([^()]{1,6}\\))?(?:[上下中]午|早上|晚上?)?(?:\\d{1,2}(?:[:时点]\\d{0,2}分?|点半)|[一二三四五六七八九十]{1,3}[点时]半?)?整?"
_FRONT = "前(?!后)"
_LOOSE = "前(?!后|期|沿|台|往|排(?!查)|来|去|进(?!行)|景|提(?!交|供|报)|夕|端)"  # 9月20日开工前, but not 9月20日在前台
_BEFORE = f"(?:(?:之|以|底|下班)?{_FRONT}|前夕|之?内|截止|[^,;。]{{0,6}}?{_LOOSE})"
_YEAR = "(?:(?P<year>20\\d\\d|[二\u3007○零一三四五六七八九]{4}|民国\\d{2,3}|\\d{3})年)?"
_DONE = "完成|提交|报送|上报|到位|办结|上线|投用|交付|提供|反馈|公布|印发|开通|验收|缴交|截止"
_WEEKDAY = f"(?P<which>本|这|下下|下个?|)(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天末]){_TIME}"
# Behind these a date comes round again and again: it is none.
_EVERY = re.compile("[每各隔逐](?:[年月周]|个?季度?)?\\Z")

Reckon = Callable[[re.Match[str], dt.date], dt.date | None]
Rule = tuple[str, str, Reckon]
"""Characters of which one stands in every such date, the pattern (made when a text holds one of them), its meaning."""


class Due(Struct, frozen=True):
    """The words of a due date, and the day where it can be told."""

    start: int
    end: int
    day: dt.date | None


RULES: tuple[Rule, ...] = (
    ("月", f"{_YEAR}(?P<month>{_N})月(?P<day>{_N})[日号]{_TIME}{_BEFORE}", on_day),
    (
        "月",
        (
            f"(?:(?:于|在|截至|截止到?|不晚于|不迟于|最迟|到|至|力争|确保)(?P<led>)|){_YEAR}(?P<month>{_N})月(?P<day>{_N})[日号]{_TIME}"
            f"(?=(?(led)[^,;。]{{0,6}}(?:{_DONE})|(?:全部|全面)?(?:完成|提交|报送|上报|缴交|办结|截止))(?!的|了))"
        ),
        on_day,
    ),
    (
        "-./",
        f"(?<![\\d.])(?P<year>20\\d\\d)[-./](?P<month>\\d{{1,2}})[-./](?P<day>\\d{{1,2}})日?{_TIME}{_BEFORE}",
        on_day,
    ),
    (
        "前",
        f"(?<![\\d./-])(?P<year>)(?P<month>1[0-2]|0?[1-9])[./](?P<day>[0-3]?\\d)(?:日|号)?(?:之|以)?{_FRONT}",
        on_day,
    ),
    (
        "底末",
        f"{_YEAR}(?:(?P<month>{_N})月(?:份)?|(?P<whole>年|今年|本年度?|明年|次年|年度|本?月|当月|这个月|下个?月|次月))(?:底|末)(?:之?前|以前|完成|,|。|;|内)?",
        end_of,
    ),
    (
        "日号",
        f"(?:(?P<next>次月|下个?月)|本月|当月|这个月|(?<![\\d月年第十]))(?P<day>{_N})[日号](?!内|之内|以内){_TIME}{_BEFORE}",
        day_of_month,
    ),
    (
        "周星期礼拜",
        f"{_WEEKDAY}(?:(?:之|以)?前|下班|上报|提交|完成|报送|召开|交|内|[^,;。]{{0,5}}?{_LOOSE})",
        weekday,
    ),
    (
        "周星期",
        "(?P<which>本|这|下|下个)(?:周|星期)(?:内|之?内|底|末)?(?=前|内|完成|提交|上报|报送|,|。|;|召开|启动|\\Z)",
        week,
    ),
    (
        "内",
        f"(?P<count>半|{_COUNT})(?:个)?(?P<unit>工作日|(?:自然|日历)?[天日]|周|星期|礼拜|月|季度|年)(?:时间)?(?:之|以)?内",
        span_of,
    ),
    (
        "内",
        "(?:本|当|这个)月(?:份)?(?:之|以)?内|(?<![半\\d一二三两四五六七八九十几多])(?:年|今年|本年)(?:之|以)?内(?=完成|建成|启动|出台|$|,|。|;)",
        this_period,
    ),
    (
        "天日",
        f"(?P<word>今[天日]|明[天日]|后天|当[天日]){_TIME}(?:(?:之|以|下班)?{_FRONT}|内|{_DONE})",
        tomorrow,
    ),
    (
        "前内末底",
        "(?:本学期|学期|寒假|暑假|春节|国庆|五一|假期|开学|放假|期末|期中|下次会议|汛期|年度考核|季度|上半年|下半年|本季度|第[一二三四]季度|第\\d{1,2}周)[^,;。]{0,4}?(?:之?前|以前|内|末|底)(?!沿|景|往)",
        unknown,
    ),
    ("内", f"{_COUNT}(?:小时|分钟)(?:之|以)?内", unknown),  # mostly from some event on: 接报后2小时内
    ("旬", f"{_N}月[上中下]旬(?:之?前|以前|内|完成)?", unknown),
    ("立尽即长第及", "立即|尽快|尽早|即日起|长期坚持|第一时间|及时", unknown),
)
BROAD = (week, this_period)
# A due cell of a ledger holds the date alone, and so do the words behind these.
LABELLED = re.compile(
    "(?:完成时间|完成时限|完成期限|时限|截止时间|截止日期|办理时限|限期|时间节点|完成日期)(?:为|是)?[:\u25a1] ?|截止(?:时间|日期)(?:为|是|定为|到|至)"
)
_TO = "(?:至|到|-|~|\u2014|\u2013)+"
CELL: tuple[Rule, ...] = (
    (
        "月",
        f"{_YEAR}(?P<first>{_N})月{_N}[日号]?{_TO}(?:(?P<month>{_N})月)?(?P<day>{_N})[日号]?",
        end_of_range,
    ),
    ("月", f"{_YEAR}(?P<month>{_N})月(?P<day>{_N})[日号]?", on_day),
    ("-./", "(?<!\\d)(?P<year>20\\d\\d)[-/.](?P<month>\\d{1,2})[-/.](?P<day>\\d{1,2})", on_day),
    ("", "(?<!\\d)(?P<year>20\\d\\d)(?P<month>0[1-9]|1[0-2])(?P<day>[0-3]\\d)(?!\\d)", compact),
    ("-./", "(?<!\\d)(?P<year>1\\d\\d)[-/.](?P<month>\\d{1,2})[-/.](?P<day>\\d{1,2})", republican),
    ("-./", "(?<!\\d)(?P<year>20\\d\\d)[-/.](?P<month>0?[1-9]|1[0-2])(?![\\d/.-])", whole_month),
    ("./-", "(?<![\\d./-])(?P<year>)(?P<month>1[0-2]|0?[1-9])[./-](?P<day>[0-3]?\\d)(?!\\d)", on_day),
    ("月", f"{_YEAR}(?P<month>{_N})月(?:份)?(?P<whole>(?=[底末,。;]|\\Z|前|完成))", end_of),
    ("周星期礼拜", _WEEKDAY, weekday),
    (
        "小工天周星月年",
        f"(?P<count>半|{_COUNT})(?:个)?(?P<unit>小时|工作日|天|周|星期|月|年)(?=\\Z|[,;。])",
        span_of,
    ),
    ("天日", "(?P<word>今[天日]|明[天日]|后天|当[天日])", tomorrow),
    (
        "日号",
        f"(?<![\\d月年第])(?P<next>次月|下个?月)?(?:本月|当月)?(?P<day>{_N})[日号](?=\\Z|[,;。])",
        day_of_month,
    ),
    ("周星期", "(?P<which>本|这|下|下个)(?:周|星期)", week),
)


@cache
def compiled(source: str) -> re.Pattern[str]:
    """The pattern, made once: half of them are needed by one report in ten."""
    return re.compile(source)


def find_due(flat: str, start: int, end: int, meeting: dt.date | None, *, cell: bool = False) -> Due | None:
    """The first due date of this stretch; `day` is None where it names no day or the meeting's day is unknown."""
    if label := LABELLED.search(flat, start, end):
        start, cell = label.end(), True
    found = sorted(
        _all(flat, start, end, meeting, cell=cell), key=lambda one: (one[0], one[1].start, -one[1].end)
    )
    return _trimmed(flat, found[0][1]) if found else None


def _all(
    flat: str, start: int, end: int, meeting: dt.date | None, *, cell: bool
) -> Iterator[tuple[int, Due]]:
    """The first date by each rule, and how weak it is: 本周 gives way to a day, both to nothing but 尽快."""
    here = set(flat[start:end])
    for signs, source, reckon in (*CELL, *RULES) if cell else RULES:
        if signs and here.isdisjoint(signs):
            continue
        dates = compiled(source).finditer(flat, start, end)
        found = next((one for one in dates if not _recurs(flat, one, start)), None)
        if found:
            day = reckon(found, meeting) if meeting else None
            vague = reckon is unknown or (meeting is not None and day is None)
            yield 2 * vague + (reckon in BROAD), Due(*found.span(), day)


def _recurs(flat: str, found: re.Match[str], low: int) -> bool:
    """每周五前, 每月底前."""
    return bool(_EVERY.search(flat, max(low, found.start() - 3), found.start()))


def _trimmed(flat: str, due: Due) -> Due:
    """Without the punctuation or the verb that a rule needed to see."""
    found = re.search("(?:[,;。]|完成|提交|上报|报送|召开|交)\\Z", flat[due.start : due.end])
    return Due(due.start, due.start + found.start(), due.day) if found else due
