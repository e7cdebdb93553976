"""What the title and the head of a report say: title, kind, number, organisation, topic."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from archive.record import Block
from archive.text import plain
from minutes.extract.view import HAN, run_of
from minutes.extract.zh.lexicon import Lexicon
from minutes.extract.zh.notes import say_zh
from minutes.extract.zh.reading import Reading
from minutes.extract.zh.titles import titles_of
from minutes.report import Report

Kind = Literal["news", "minutes", "record", "transcript"]
SITE_RUN = run_of("\u00b7 ")
WHO_RUN = run_of("\u00b7()")
SITE = re.compile(
    f"(?:\\s*(?:[_|\uff5c]|-(?!\\d)|(?<!\\d)-(?=\\d))+\\s*|\\s+[\u2014\u2013]\\s+)(?P<site>{SITE_RUN}{{2,24}})\\Z"
)
SITE_WORDS = re.compile(
    "网|站|频道|门户|首页|大学|学院|学校|中学|小学|医院|公司|集团|政府|局|厅|委|系|部|处|办|院|会|社|中心|报|新闻|要闻|动态|信息|公众号|平台"
)
PINYIN = re.compile(f"(?<={HAN})[(\uff08][a-z\u00e0-\u01dc\u00fc]{{1,6}}[)\uff09]")
ALIKE = 10
LEAD = 2000  # characters of a paragraph in which it says who held the meeting
MEETING_TITLE = re.compile("会|纪要|记录|纪录|公告|决议|座谈|调研|召开|举行|部署|学习|传达|纪实|讲话")
MERE_KIND = re.compile(
    "(?:会议|工作|例会|历次|往期)?(?:纪要|记录|纪录|公告|新闻|动态|简报|决议)|新闻(?:动态|中心|详情)|要闻|通知公告|会议(?:动态|资讯|信息)"
)
NUMBERED = re.compile("[一二三四五六七八九十\\d]{1,3}[、.]|\\([一二三四五六七八九十\\d]{1,3}\\)|议题|议程")
KINDS: tuple[tuple[str, Kind], ...] = (
    ("会议纪要|会谈纪要|纪要", "minutes"),
    ("会议记录|会议纪录|记录稿", "record"),
    ("决议公告|会议决议|决议", "minutes"),
    ("实录|速记|文字稿", "transcript"),
)
NUMBER = re.compile(
    "公告编号[:](?P<a>[\\d\u3007-]{4,12}号?)|(?P<b>[\u3014\\[(]20\\d\\d[\u3015\\])]\\d{1,4}号)|(?P<c>第[\\d一二三四五六七八九十百]{1,5}期)|(?P<d>第[\\d一二三四五六七八九十百]{1,5}次)(?=[^,。]{0,24}(?:会议|例会|联席会|常务会|办公会|全会|会))"
)
TOPIC = re.compile(
    "主题(?:为|是|定为)\u300a(?P<e>[^\u300a\u300b\n]{2,60})\u300b|主题(?:为|是|定为)[:\u201c\u300a]?(?P<a>[^,。;\u201d\u300b\n]{2,40})|以[\u201c\u300a](?P<b>[^\u201d\u300b\n]{2,40})[\u201d\u300b]为主题|"
    "专题(?:研究|学习|部署|讨论|听取)(?:了)?(?P<c>[^,。;\n]{2,40}?)(?:等)?(?:问题|事宜|工作|事项|,|。)|围绕[\u201c](?P<d>[^\u201d\n]{2,40})[\u201d]主题"
)
# A betting or advertising site's name put where the organisation's stood.
SPAM_NEAR = "[^,。;\n]{0,12}?(?:召开|举行|学习|传达|组织|举办|官网|官方|网站|20\\d\\d|19\\d\\d)"
SPAM = re.compile(
    "(?<!\\d)\\d{2,6}[^,。;\n]{0,10}?(?:官方网站|官网|网站|娱乐|体育|集团官)|(?:官方网站|官网|娱乐城|娱乐平台|棋牌|彩票|博彩|体育官网|线上娱乐|登录入口|注册送|威尼斯人|新葡京|澳门)(?=召开|举行|学习|传达|组织|举办|工作|领导|党委|各|教务|院办|校办|院长|书记|[^,。]{0,4}(?:处|办|部|院|系)|$)|"
    "[^,。;\n]{2,8}(?:官方网站|官网)(?=召开|举行|学习|传达|组织|举办|院办|教务|各)"
)
# One of these is in all that SPAM finds, and quickly found or not.
SPAM_WORD = re.compile("网站|官网|娱乐|体育|集团官|棋牌|彩票|博彩|登录入口|注册送|威尼斯人|新葡京|澳门")
HELD = re.compile(
    f"(?P<who>{WHO_RUN}{{2,30}}?)(?:隆重|顺利|成功|组织|如期|线上|专题)?(?:召开|举行|举办|开展|组织召开)"
)
NOT_WHO = re.compile(
    "会议?\\Z|工作|我|本|当天|上午|下午|日|近期|,|全[市县省区国]|[部署推进]会|在|于|期间|大会|了|的|各|近日|为|要求|通知|根据|精神"
)
WHO_REST = re.compile("在[^,。]{2,30}\\Z")


def find_title(report: Report, part: tuple[Block, ...]) -> tuple[str | None, Block | None]:
    """The report's own heading without the site's name, and the block it stands in, if any."""
    blocks = [block for block in part if block.kind == "heading" and block.text.strip()]
    if part is not report.blocks and part[:1] != report.blocks[:1] and blocks[:1] == list(part[:1]):
        return blocks[0].text.strip(), blocks[0]
    first = next((block for block in blocks if block.level == 1), None)
    outer = _cleaned(report.heading)
    inner = outer and _alike(outer, blocks[:6])
    if inner and (first is None or not MEETING_TITLE.search(plain(first.text))):
        return _cleaned(inner.text), inner
    if named := _behind_kind(first, blocks[:6]):
        return _cleaned(named.text), named
    if first is None or (outer and _better(outer, first.text, report)):
        block = next((one for one in report.blocks[:6] if outer and _same(one.text, outer)), None)
        return (block.text.strip() if block else outer, block) if outer else (_first_line(report), None)
    return _cleaned(first.text), first


def _behind_kind(first: Block | None, headings: list[Block]) -> Block | None:
    """The heading that follows a mere 會議紀錄 and says whose minutes these are."""
    kind = plain(first.text).strip() if first else ""
    if not MERE_KIND.fullmatch(kind):
        return None
    named = (one for one in headings if one is not first and len(one.text) > len(kind) + 3)
    return next(
        (
            one
            for one in named
            if MEETING_TITLE.search(plain(one.text)) and not NUMBERED.match(plain(one.text))
        ),
        None,
    )


def _alike(outer: str, headings: list[Block]) -> Block | None:
    """The heading of a meeting that the page's <title> only shortens (the company's name, its first half)."""
    tail = plain(outer)[-ALIKE:]
    found = (one for one in headings if len(tail) == ALIKE and plain(one.text).strip().endswith(tail))
    return next((one for one in found if len(one.text) > len(outer)), None)


def _better(outer: str, inner: str, report: Report) -> bool:
    """A page's <title> is better where the heading is a mere part of it, or names no meeting and it does."""
    if not report.source.media_type.endswith("html") and "related" not in report.source.media_type:
        return False
    longer = inner in outer and len(outer) > len(inner)
    return not MEETING_TITLE.search(plain(inner)) and (longer or bool(MEETING_TITLE.search(plain(outer))))


def _same(text: str, other: str) -> bool:
    return PINYIN.sub("", text.strip()) == other


def _cleaned(heading: str | None) -> str | None:
    """The heading without site names at its end and pinyin left behind."""
    words = PINYIN.sub("", (heading or "").strip())
    while (found := SITE.search(words)) and SITE_WORDS.search(plain(found["site"])) and found.start() >= 4:  # noqa: PLR2004
        if MEETING_TITLE.search(plain(found["site"])) and not MEETING_TITLE.search(
            plain(words[: found.start()])
        ):
            break
        words = words[: found.start()].strip()
    return words or None


def _first_line(report: Report) -> str | None:
    """A short first line without a full stop stands for the missing heading."""
    first = next((block.text.strip() for block in report.blocks if block.text.strip()), "")
    return first if 4 <= len(first) <= 60 and not first.endswith(("。", ".", ":", "\uff1a")) else None  # noqa: PLR2004


def find_kind(title: str | None, document_start: str) -> Kind:
    """What sort of text it is, by its title; a report without a word for it is news."""
    for pattern, kind in KINDS:
        if title and re.search(pattern, plain(title)):
            return kind
    return "minutes" if re.search("现将[^。]{0,20}纪要如下", document_start) else "news"


def find_head(reading: Reading) -> None:
    """Puts kind, number, organisation and topic."""
    flat, text = reading.flat, reading.document.text
    reading.draft.put("kind", find_kind(reading.title, text[:600]), None, "title-word", "inferred")
    _number(reading)
    _topic(reading)
    if not _replaced(reading):
        _organisation(reading, flat)


def _number(reading: Reading) -> None:
    """第5期, 2024年5号, 第14次: in the title or the first lines."""
    end = reading.document.end_of(min(3, len(reading.document.blocks) - 1)) if reading.document.blocks else 0
    found = NUMBER.search(reading.document.text, 0, end)
    if found and found.lastgroup:
        place = found.span(found.lastgroup)
        reading.draft.put(
            "number", reading.document.words(*place), reading.document.span(*place), "number-in-head"
        )
    elif reading.title and (found := NUMBER.search(plain(reading.title))) and found.lastgroup:
        start, end = found.span(found.lastgroup)
        reading.draft.put("number", reading.title[start:end], None, "number-in-title")


def _topic(reading: Reading) -> None:
    label = reading.label("topic")
    if label and label.end - label.start <= 120:  # noqa: PLR2004
        words = reading.document.words(label.start, label.end).strip()
        reading.draft.put("topic", words, reading.document.span(label.start, label.end), "topic-label")
        return
    found = TOPIC.search(reading.document.text, 0, 3000)
    if found and found.lastgroup:
        place = found.span(found.lastgroup)
        reading.draft.put(
            "topic", reading.document.words(*place), reading.document.span(*place), "topic-phrase"
        )


def _replaced(reading: Reading) -> bool:
    """Whether the organisation's name was replaced by an advertiser's: then it is unknown, and noted."""
    title = plain(reading.title or "")
    if found := _spam_in(title, reading.lexicon):
        words, span = (reading.title or "")[found.start() : found.end()], None
    elif found := _spam_in(reading.document.text, reading.lexicon):
        words, span = reading.document.words(*found.span()), reading.document.span(*found.span())
    else:
        return False
    reading.draft.note("organisation-replaced", say_zh("organisation-replaced", words=words), span)
    return True


def _spam_in(text: str, lexicon: Lexicon) -> re.Match[str] | None:
    return (SPAM_WORD.search(text) and SPAM.search(text)) or _spam(lexicon).search(text)


@cache
def _spam(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(f"(?:\\d{{2,5}})?{lexicon.any('spam.words')}{SPAM_NEAR}")


def _organisation(reading: Reading, flat: str) -> None:
    """Who held the meeting: the subject of 召开 in the lead, else the start of the title."""
    for number in reading.page.prose()[:2]:
        start, end = reading.document.starts[number], reading.document.end_of(number)
        for place in _holders(reading, flat, start, min(end, start + LEAD)):
            span = reading.document.span(*place)
            reading.draft.put("organisation", reading.document.name(*place), span, "held-by")
            return
    if reading.title and (found := _in_title(reading)):
        reading.draft.put("organisation", found, None, "held-by-title", "inferred")


def _holders(reading: Reading, flat: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for found in HELD.finditer(flat, start, end):
        place = _trimmed(flat, *found.span("who"))
        if place and _is_unit(reading, flat[slice(*place)]):
            yield place


def _trimmed(flat: str, start: int, end: int) -> tuple[int, int] | None:
    """Without the room, the day and 会上 around the unit's name."""
    if room := WHO_REST.search(flat[start:end]):
        end = start + room.start()
    day = re.search("(?:[日号天]|上午|下午|晚上?|中午|近日|近期)(?=[^日]*\\Z)", flat[start:end])
    start += day.end() if day else 0
    return (start, end) if end - start >= 2 else None  # noqa: PLR2004


def _is_unit(reading: Reading, words: str) -> bool:
    unit = titles_of(reading.lexicon).unit(words, 0, len(words))
    return bool(unit and unit[1] == len(words) and not NOT_WHO.search(words))


def _in_title(reading: Reading) -> str | None:
    title = plain(reading.title or "")
    found = HELD.match(title) or re.match(
        f"(?P<who>{HAN}{{4,24}}?)(?:20\\d\\d年|第|党政联席会|{HAN}{{0,6}}会议纪要|会议记录)", title
    )
    if not found or not _is_unit(reading, found["who"]):
        return None
    return (reading.title or "")[found.start("who") : found.end("who")]
