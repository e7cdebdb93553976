"""What in the blocks is no prose of the meeting: captions, credits, data lines, repeated paragraphs, tables."""

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct, field

from minutes.extract.view import HAN, run_of
from minutes.extract.zh.document import Document, masked
from minutes.extract.zh.lexicon import Lexicon

CAPTION = re.compile(
    r"\(?图 ?(?:\d|[一二三四五六七八九十]{1,2}(?=[: \u3001]))|图为|\u25b2|\u25b3|\u25bc|[上下左右]图|图[:|\uff5c]"
)
SCENE = re.compile(
    "(?:现场|合影|全景|一角|讲话|发言|致辞|主持会议|汇报|部署|讲解|授课|宣读|交流|讨论|总结|学习|座谈|点评|表态|辅导|照片|会场)"
    "(?:图|中)?\\Z"
)
PHOTO = re.compile(r"[。 )](?:[^ 。,]{1,10} ?)?(?:摄|供图)\)?\Z|(?:摄|供图)\)?\Z")
CAPTION_LENGTH = 32
NUMBERED = re.compile(r"[一二三四五六七八九十\d]{1,3}[、.]|\([一二三四五六七八九十\d]{1,3}\)")
DATA = re.compile(
    "(?:发布时间|发布日期|发布人|发布者|更新时间|来源|信息来源|文章来源|浏览次数|浏览量|点击数|点击量|阅读次数|访问量|字号|当前位置|上一[篇条]|下一[篇条]|"
    "打印|分享|扫一扫|证券代码|版权所有|责任编辑|附件)[: ]"
)
DATA_LENGTH = 80
COPIES = re.compile("(?:发|分送|抄送|抄报|报送|主送|印发)[:]|特此公告|主持人\\(签字\\)|.{0,30}印发\\Z")
LEAD = re.compile("【?导读】?[:】]?")
NEWS_HEAD = re.compile(
    f"(?:{run_of()}{{0,12}}讯(?![息号员])|本报记者)(?:\\([^()\\n]{{1,60}}\\))?[: ]?|\\([^()\\n,。]{{0,24}}(?:部|办|处|室|社|中心|院|系|记者|通讯员|会|科|局)[^()\\n,。]{{0,3}} [^()\\n,。]{{2,16}}\\)"
)
CREDIT_LENGTH = 90
NOISE = re.compile(r"[!-~ ]{4,}\Z")
END_MARK = re.compile(r"END\Z|- ?END ?-\Z|\u2014+ ?END|[(\[【]完[)\]】]\Z", re.IGNORECASE)
LONG_ENOUGH = 24
VOTE = re.compile("表决|[同反弃](?:意|对|权)\\d|\\d票")


class Page(Struct):
    """The document with everything masked that is no prose, and what was masked."""

    document: Document
    kinds: tuple[str, ...]  # of each block: title, caption, credit, data, repeated, table, heading, prose
    captions: list[int] = field(default_factory=list)
    repeated: list[int] = field(default_factory=list)

    def prose(self) -> list[int]:
        """The numbers of the blocks that hold prose."""
        return [number for number, kind in enumerate(self.kinds) if kind == "prose"]


def read_page(document: Document, title: str | None, lexicon: Lexicon) -> Page:
    """Sorts the blocks and masks what no pattern for people and acts may read."""
    seen: set[str] = set()
    kinds = tuple(_kind(document, number, title, seen, lexicon) for number in range(len(document.blocks)))
    hidden = [
        (document.starts[number], document.end_of(number))
        for number, kind in enumerate(kinds)
        if kind != "prose"
    ]
    hidden += _credits(document, lexicon)
    page = Page(masked(document, hidden), kinds)
    page.captions = [number for number, kind in enumerate(kinds) if kind == "caption"]
    page.repeated = [number for number, kind in enumerate(kinds) if kind == "repeated"]
    return page


def _kind(document: Document, number: int, title: str | None, seen: set[str], lexicon: Lexicon) -> str:
    block, text = document.blocks[number], document.views[number].text
    if block.kind in {"table", "caption"}:
        return block.kind
    if title and text and block.text.strip() == title:
        return "title"
    if _is_repeated(text, seen):
        return "repeated"
    return _kind_of_line(text, lexicon) or ("heading" if block.kind == "heading" else "prose")


def _is_repeated(text: str, seen: set[str]) -> bool:
    """Whether a whole paragraph stood here before; votes are alike."""
    known = len(text) >= LONG_ENOUGH and text in seen and not VOTE.search(text)
    seen.add(text)
    return known


def _kind_of_line(text: str, lexicon: Lexicon) -> str | None:
    if is_caption(text):
        return "caption"
    if is_credit(text, lexicon):
        return "credit"
    return "data" if is_data(text) else None


def is_caption(text: str) -> bool:
    """Whether a line names a picture: 图2 ..., or a short line without a verb's end (会议现场)."""
    if len(text) > 2 * CAPTION_LENGTH:
        return False
    if CAPTION.match(text) or PHOTO.search(text):
        return True
    plain = (
        len(text) <= CAPTION_LENGTH
        and not re.search("[,;:\u3002]|了|分别", text)
        and not NUMBERED.match(text)
    )
    return plain and bool(SCENE.search(text))


def is_credit(text: str, lexicon: Lexicon) -> bool:
    """Whether a line names the writers: (文/A 图/B), 责任编辑:A."""
    return len(text) <= CREDIT_LENGTH and bool(_credit_line(lexicon).match(text))


def is_data(text: str) -> bool:
    """Whether a line is about the page: publish line, copies, noise."""
    if NOISE.match(text) or END_MARK.match(text):
        return True
    return len(text) <= DATA_LENGTH and bool(DATA.match(text) or COPIES.match(text))


def _credits(document: Document, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Credits inside prose: in brackets at a paragraph's end, the news head at its start."""
    for number, start in enumerate(document.starts):
        text = document.views[number].text
        if (head := NEWS_HEAD.match(text)) or (head := LEAD.match(text)):
            yield start, start + head.end()
        if tail := _credit_tail(lexicon).search(text, max(0, len(text) - CREDIT_LENGTH)):
            yield start + tail.start(), start + len(text)


@cache
def _credit_line(lexicon: Lexicon) -> re.Pattern[str]:
    word = lexicon.any("furniture.credit")
    return re.compile(
        f"[(\\[【]?(?:{word}[/\u4e28、]?){{1,3}} ?[:|/\u4e28\uff5c]|\\([^()]{{1,16}} (?:供稿|摄影|报道|文|图|整理并摄影|撰稿|整理|撰写)\\)\\Z|\\([^()。,]{{0,20}}(?:供稿|报道)\\)\\Z|{HAN}{{2,12}}供稿\\Z"
    )


@cache
def _credit_tail(lexicon: Lexicon) -> re.Pattern[str]:
    word = lexicon.any("furniture.credit")
    return re.compile(
        f"\\((?:特约)?(?:{word}[/、]?){{1,3}} ?[:|/ \u4e28\uff5c][^()]{{0,80}}\\)[。 ]*\\Z|\\([^()。]{{2,40}}(?:撰稿|整理|摄影|供稿|报道|摄|编辑|审核|供图|撰写|通讯员)\\)[。 ]*\\Z|(?<=[。!])\\({HAN}{{2,3}}(?:[ 、]{HAN}{{2,3}}){{0,3}}\\)\\Z"
    )
