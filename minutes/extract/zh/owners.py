"""Who must act: the addressee before the verb, the unit behind 由 and 请, and who helps."""

import re
from functools import cache

from msgspec import Struct

from minutes.extract.view import HAN
from minutes.extract.zh.gaps import is_gap
from minutes.extract.zh.lexicon import Lexicon
from minutes.extract.zh.mention import Mentions
from minutes.extract.zh.units import DOING, VERBAL, unit_words

LABELLED = re.compile(
    "(?:责任人|责任单位|责任部门|负责人|牵头单位|牵头部门|承办单位|承办部门|落实单位|落实部门|责任科室|责任领导|主责部门|责任主体)(?:为|是)?[:\u25a1] ?"
    "(?P<who>[^,;:\u3002\u25a1()\n]{2,30})"
)
NOBODY = re.compile(
    "我们|咱们|大家|我(?=要|也|还|们)|他们|你们|这|那|如果|为|谁|其|让|使|只有|既|不|又|把|将|对|用|通过|以|从|在"
)
BY = re.compile(
    "由(?P<who>[^,;:\u3002]{2,40}?)(?=共同牵头|牵头|负责|会同|根据|按照?|于|在|尽快|抓紧|具体|统筹|组织|承办|落实|主办|配合|联合|\\d|对|就|做好|制定|完成|拟定?|起草|研究|进行|开展|汇总|[,;])"
)
# 活动由张三牵头筹备: 由 within the clause.
LED = re.compile("(?<![自理缘])由(?P<who>[^,;:\u3002由]{2,24}?)(?=共同牵头|牵头|负责(?!人|同志)|承办|主办)")
# 由镇纪委约谈村干部: a verb parts who acts from whom it is done to.
ACTS = re.compile(
    "约谈|通报|督促|指导|协调|联系|通知|会同|约谈|督促|配合|征求|组织|监督|检查|考核|对接|协助|帮助|委托|商请|提请|报请|报|送|向"
)
PREFIX = re.compile(f"([^,;:\u3002 \n]{{2,14}})(?::| (?={HAN}))")
BY_ANY = re.compile("(?<![自理缘])由(?![^,;:\u3002]{0,20}(?:担任|兼任|出任|主持|产生|组成|构成|承载))")
NOBODY_IN = re.compile(
    "的|\\d[月日号年]|前完成|^完成|必须|务必|(?<!安)全部\\Z|[\u3001,]\\Z|^盯|^抓|前必|以前"
)
PARTED = re.compile(
    "[于在将把对就从要应须和与及每按尽做]|会同|约谈|督促|配合|征求|联合|牵头|负责|组织|协调|协助"
)
CARRIES = re.compile(
    "(?:共同|总|具体|全面)?(?:牵头(?!人|单位|部门|的|领导)|负责(?!人|同志|单位|部门|的|制(?!定)|任|态度|地|领导))"
)
HELP = re.compile("配合|协助|协办|会同")
HELPERS = re.compile(
    "(?P<who>[^,;:\u3002由请]{2,40}?)(?:等)?(?:积极|予以|共同|协助|做好)?(?:配合|协助|协办)(?!度|不)"
)
TOGETHER = re.compile("会同(?P<who>[^,;:\u3002]{2,30})")
OPEN = re.compile(
    "[ ,;:\u25a1\u201d\u201c]*(?:同时|此外|另外|最后|其中|会议(?:要求|明确|决定|议定|强调|研究决定)?,?|一是|二是|三是|责成|要求|号召|希望|下一步|接下来|今后|当前|近期|新学期|为此|\u201c[^\u201d]{1,8}\u201d[^,]{0,4}?前|[^,]{1,6}?期间)?"
)


class Owner(Struct, frozen=True):
    """An addressee: characters of the text, and the name where it is a person."""

    start: int
    end: int
    person: str | None = None  # as patterns read it
    certain: bool = True


class Owners(Struct, frozen=True):
    """Finds addressees by the lexicon's units and groups of people."""

    tail: re.Pattern[str]
    every: re.Pattern[str]
    modal: re.Pattern[str]
    due: re.Pattern[str]

    def of_clause(
        self, flat: str, start: int, end: int, mentions: Mentions, *, loose: bool = False
    ) -> Owner | None:
        """The addressee of one clause; `loose` where a demand is certain (after 要求) and no modal is needed."""
        if by := BY.match(flat, _past(flat, start, end), end):
            return self._named(flat, *by.span("who"), mentions)
        if led := LED.search(flat, start, end):
            return self._named(flat, *led.span("who"), mentions)
        start = _past(flat, start, end)
        if (dated := self.due.match(flat, start, end)) and dated.group().endswith(("前", "内")):
            start = dated.end()  # 4月22日前各学院报送名单
        if flat[start : start + 1] == "请":
            return self.leading(flat, start + 1, end, mentions)
        if NOBODY.match(flat, start, end) or (VERBAL.match(flat, start, end) and mentions.at(start) is None):
            return None
        limit = self._limit(flat, start, end, mentions)
        owner = self._before(flat, start, limit, mentions) if limit is not None else None
        if owner or loose:
            return owner or self.leading(flat, start, end, mentions)
        return self._every(flat, start, limit, end, mentions) or self._doer(flat, start, end, mentions)

    def prefixed(self, flat: str, start: int, end: int, mentions: Mentions) -> Owner | None:
        """应龙:补充埋点方案: whoever stands before the colon of a task."""
        found = PREFIX.match(flat, start, end)
        if not found:
            return None
        person = next(
            (one for one in mentions.within(start, found.end(1)) if one.entry and one.end == found.end(1)),
            None,
        )
        if person and person.entry:
            return Owner(start, found.end(1), person.entry.name)
        ends = [one.end() for one in self.tail.finditer(flat, start, found.end(1))]
        return Owner(start, found.end(1)) if ends and ends[-1] == found.end(1) else None

    def labelled(self, flat: str, start: int, end: int, mentions: Mentions) -> Owner | None:
        """责任人:贺一帆; (责任单位:教务处) whose colon is masked with the bracket."""
        found = LABELLED.search(flat, start, end)
        if not found:
            at = flat.find("@", start, end)
            told = mentions.at(at + 1) if at >= 0 else None
            return Owner(told.start, told.end, told.entry.name) if told and told.entry else None
        first, last = found.span("who")
        person = next((one for one in mentions.within(first, last) if one.entry), None)
        return Owner(first, last, person.entry.name if person and person.entry else None)

    def by_whom(self, flat: str, start: int, end: int, mentions: Mentions) -> Owner | None:
        """合同由村委会起草: 由 within a clause."""
        found = BY_ANY.search(flat, start, end)
        return self.leading(flat, found.end(), end, mentions) if found else None

    def _doer(self, flat: str, start: int, end: int, mentions: Mentions) -> Owner | None:
        """生产部做好设备基础施工: a unit right before the verb of a task."""
        owner = self.leading(flat, start, end, mentions)
        if (
            owner is None
            or not DOING.match(flat, owner.end, end)
            or flat[owner.end : owner.end + 1] in "要是有了着的"
        ):
            return None
        return Owner(owner.start, owner.end, owner.person, certain=False)

    def _limit(self, flat: str, start: int, end: int, mentions: Mentions) -> int | None:
        """Where the modal, the due date or 负责 stands; not within a name (宋应星)."""
        named = [(one.name_start, one.name_end) for one in mentions.within(start, end)]
        places = [
            found.start()
            for pattern in (self.modal, self.due, CARRIES)
            for found in pattern.finditer(flat, start, end)
            if not any(low <= found.start() < high for low, high in named)
        ]
        return min(places) if places else None

    def _before(self, flat: str, start: int, limit: int, mentions: Mentions) -> Owner | None:
        person = next(
            (
                one
                for one in mentions.within(start, limit)
                if one.entry and one.name_end and is_gap(flat, one.end, limit)
            ),
            None,
        )
        if person and person.entry and person.start <= start + 2:
            return Owner(person.start, person.end, person.entry.name)
        ends = [_past_bracket(flat, found.end()) for found in self.tail.finditer(flat, start, limit)]
        fits = [end for end in ends if is_gap(flat, end, limit)]
        if by := BY_ANY.search(flat, start, fits[-1] if fits else limit):
            start = by.end()
        if not fits or NOBODY_IN.search(flat[start : fits[-1]].removesuffix("的")):
            return None
        return Owner(start, fits[-1]) if 2 <= fits[-1] - start <= 30 else None  # noqa: PLR2004

    def _every(self, flat: str, start: int, limit: int | None, end: int, mentions: Mentions) -> Owner | None:
        """各专题组提交的数据要...: whoever the clause begins with, where it begins with 各, 全体 or the like."""
        if not self.every.match(flat, start, limit or end):
            return None
        owner = self.leading(flat, start, limit or end, mentions)
        if owner is None or (limit is None and flat[owner.end : owner.end + 1] in "的是都也均,"):
            return None
        return Owner(owner.start, owner.end, owner.person, certain=False)

    def leading(self, flat: str, start: int, end: int, mentions: Mentions) -> Owner | None:
        """The unit or group that the clause begins with, as far as units and groups are joined."""
        person = mentions.at(start)
        if person and person.entry and person.name_end:
            return Owner(person.start, person.end, person.entry.name)
        found = self._run(flat, start, end)
        if found is None:
            return None
        while (joint := re.compile("\u3001|和|与|及|以及").match(flat, found, end)) and (
            more := self._run(flat, joint.end(), end)
        ):
            found = more
        return None if NOBODY_IN.search(flat[start:found].replace("的", "")) else Owner(start, found)

    def _run(self, flat: str, start: int, end: int) -> int | None:
        """The end of one unit's or group's name: the first tail that no other tail prolongs."""
        first = self.tail.search(flat, start, min(end, start + 18))
        if not first or re.search("[于在将把对就从由,;:]", flat[start : first.start()]):
            return None
        place = _past_bracket(flat, first.end())
        while tail := self._prolonging(flat, place, end):
            if PARTED.search(flat, place, tail.start()):
                break
            place = _past_bracket(flat, tail.end())
        return place

    def _prolonging(self, flat: str, place: int, end: int) -> re.Match[str] | None:
        """The next tail, two characters of a word before it at most."""
        starts = (place, place + 1, place + 2)
        found = (
            self.tail.match(flat, start, end)
            for start in starts
            if flat[place:start].isalpha() or start == place
        )
        return next((tail for tail in found if tail), None)

    def _named(self, flat: str, start: int, end: int, mentions: Mentions) -> Owner | None:
        people = [one for one in mentions.within(start, end) if one.entry]
        if len(people) > 1:
            return Owner(people[0].start, people[-1].end)
        if people and people[0].entry:
            return Owner(start, end, people[0].entry.name)
        if (first := self.leading(flat, start, end, mentions)) and ACTS.match(flat, first.end, end):
            return first
        found = [one.end() for one in self.tail.finditer(flat, start, end)]
        return Owner(start, end if not found else max(found[-1], start + 2)) if end - start <= 30 else None  # noqa: PLR2004


def _past_bracket(flat: str, place: int) -> int:
    """Behind 各乡(镇), 各部门(单位)."""
    found = re.compile(rf"\({HAN}{{1,4}}\)").match(flat, place)
    return found.end() if found else place


def _past(flat: str, start: int, end: int) -> int:
    found = OPEN.match(flat, start, end)
    return found.end() if found else start


def helpers(flat: str, start: int, end: int, owners: Owners, mentions: Mentions) -> list[tuple[int, int]]:
    """Who cooperates: the subject of 配合, the object of 会同."""
    if not HELP.search(flat, start, end):
        return []
    if found := HELPERS.search(flat, start, end):
        return _parts(flat, *found.span("who"))
    if together := TOGETHER.search(flat, start, end):
        inside = owners.leading(flat, together.start("who"), together.end("who"), mentions)
        return _parts(flat, inside.start, inside.end) if inside else []
    return []


def _parts(flat: str, start: int, end: int) -> list[tuple[int, int]]:
    parts, place = [], start
    for joint in re.compile("\u3001|和|与|及").finditer(flat, start, end):
        parts.append((place, joint.start()))
        place = joint.end()
    return [(first, last) for first, last in (*parts, (place, end)) if last - first > 1]


@cache
def owners_of(lexicon: Lexicon) -> Owners:
    """The finder of owners for this lexicon."""
    due = "(?:\\d{1,2}|[一二三四五六七八九十]{1,3})月[上中下]旬(?:之?前|完成)|(?:于|在)?(?:20\\d\\d年)?(?:\\d{1,2}|[一二三四五六七八九十]{1,3})月(?:\\d{1,2}[日号]|底|末)[^,;。]{0,4}?前|(?:本|下)周[一二三四五六日]?(?:之?前|以前|内|下班前|上报|完成)|[年月]底前|\\d{1,2}日前|[一二两三四五六七八九十\\d]+(?:个)?(?:工作日|天|日|周|月)内"
    noun = "".join(sorted(lexicon.characters("demands.unmodal")))
    modals = (
        f"(?<![{noun}])要(?!求|素|点|闻|么|不要|员|职|领|道|约|害)|必须|务必|应当|应该|"
        "(?<![回响相反适对供报感效呼顺照理本])应(?!对|急|用|邀|届|聘|付|有|该|到|出席|参|变|激|税|诉|战|验|征)|"
        "(?<![必无毋勿])须(?!知)|(?<![来舍恨使见顾免少容由巴怪怨碰动说误虎视懈急慢惹等])不得(?!已|而知|了)|严禁|禁止|(?<![急必所供军刚内无毋])需(?!求|要)|需要|不能|不准|力争|确保"
    )
    return Owners(
        tail=re.compile(unit_words(lexicon, "units.people", "units.whole")),
        every=re.compile(lexicon.any("units.every")),
        modal=re.compile(modals),
        due=re.compile(due),
    )
