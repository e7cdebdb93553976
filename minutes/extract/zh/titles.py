"""Titles in the text, and the unit written before a title or a name."""

import re
from functools import cache

from msgspec import Struct

from minutes.extract.view import HAN, run_of
from minutes.extract.zh.lexicon import Lexicon
from minutes.extract.zh.title_words import title_core, title_prefix
from minutes.extract.zh.units import unit_words

NOTE = (
    r"(?:\((?:主持|分管|负责|兼|正|副|挂职|常务|执行|代|主管|退休|离休|已故|[^()\n]{0,3}级)[^()\n]{0,14}\))?"
)
# A phrase of unit and title reaches back no further than this: 37 characters is the longest unit name seen.
REACH = 36
OUTSIDE_UNIT = re.compile(run_of("\u201c\u201d&\u25a1.-").replace("[^", "[", 1))
# What never belongs to a unit's name: the phrase begins behind the last of these.
CUT = re.compile(
    "来自|\\d+[名位]|由|了|的|分别|先后|依次|向|请(?!示)|是|对(?!外|口)|听取|邀请|(?<=[动议院校司会])特邀|接受|及|与(?!会)|和|以|为|就(?!业|读|诊)|在|其中|会上|会后|随后|首先|最后|接着|主持(?!人)|出席|"
    "会见|陪同|参加|同意|聘任|任命|委托|推荐|传达|学习(?!部|组|中心|委)|贯彻|宣读|介绍|下午|上午|中午|晚上|(?<=[\\d十])[日号](?=[^报])|代表(?=全体|各|广大|我)|同时|当天|近日|当选|时任|,|、|"
    "欢迎|感谢|祝贺|(?<![没])有(?!限|关|色|机)|表彰|采访|告诉|根据|按照|结合|围绕|期间|之后|听了|座谈|召开|举行|\u201d|等(?=[^级离])|中(?=[^心学小央共国医华科文青级层级药等外])|上(?=[^海级市])|经(?=[^理济营贸管开])"
)

# 住房和城乡建设局, 化学与材料学院: between fields of work 和 is part of the unit's name.
AND = frozenset("和与及")
# 九(3)班: the bracket is part of the name.
CLASS = re.compile("(?:[高初][一二三]|[一二三四五六七八九])年?级?\\([\\d一二三四五六七八九十]{1,2}\\)\\Z")


class Title(Struct, frozen=True):
    """A title in the flat text; `start` is where the unit before it begins."""

    start: int
    core: int  # where the title itself begins
    end: int


class Titles(Struct, frozen=True):
    """Finds titles and the units before them."""

    core: re.Pattern[str]
    prefix: re.Pattern[str]
    pattern: re.Pattern[str]
    unit_end: re.Pattern[str]
    act: re.Pattern[str]
    fields: frozenset[str]

    def find(self, flat: str) -> list[Title]:
        """All titles, in order."""
        found, place = [], 0
        while core := self.core.search(flat, place):
            start = self._with_prefix(flat, core.start(), place)
            start = self._overlapping(flat, core, start, place)
            whole = self.pattern.match(flat, start)
            place = whole.end() if whole else core.end()
            if whole:
                found.append(Title(self.phrase_start(flat, start), start, place))
        return found

    def _overlapping(self, flat: str, core: re.Match[str], start: int, low: int) -> int:
        """党总支书记 holds 支书 and 书记: the one that begins earlier with its prefix counts."""
        other = self.core.search(flat, core.start() + 1, core.end() + 2)
        if other and other.start() < core.end() < other.end():
            return min(start, self._with_prefix(flat, other.start(), low))
        return start

    def _with_prefix(self, flat: str, place: int, low: int) -> int:
        """Where the title begins with 副, 常务, 党委 and the like before its core."""
        before = self.prefix.search(flat, max(low, place - 16), place)
        return before.start() if before else place

    def phrase_start(self, flat: str, place: int) -> int:
        """Where the unit written before `place` begins; `place` where there is none."""
        low = max(0, place - REACH)
        start = max((found.end() for found in OUTSIDE_UNIT.finditer(flat, low, place)), default=low)
        if klass := CLASS.search(flat, low, start):
            return klass.start()
        for pattern in (CUT, self.act):
            for found in pattern.finditer(flat, start, place):
                if found.group() not in AND or flat[found.start() - 2 : found.start()] not in self.fields:
                    start = found.end()
        return start

    def unit(self, flat: str, start: int, end: int) -> tuple[int, int] | None:
        """The unit within a phrase: up to the last word that ends a unit's name."""
        ends = [found.end() for found in self.unit_end.finditer(flat, start, end)]
        return (start, ends[-1]) if ends else None


# The ends of a second title behind 兼: the whole list again would take as long to compile as the first.
SECOND = (
    "(?:书记|主任|主席|经理|教授|总监|委员|部长|处长|科长|局长|院长|校长|组长|会长|队长|所长|站长|秘书长|总裁|工程师|会计师|主编|馆长|台长|园长|班长|顾问|"
    "干事|教师|代表|董事长|董事|监事长|监事|理事长|理事|秘书|发言人|负责人|召集人|研究员|指挥长|总指挥|指挥|主管|医师|镇长|乡长|市长|县长|区长|厅长|司长|助理)"
)


@cache
def titles_of(lexicon: Lexicon) -> Titles:
    """The finder of titles for this lexicon."""
    core, suffix = title_core(lexicon), lexicon.any("titles.suffix")
    prefix = title_prefix(lexicon.words("titles.prefix"))
    one = f"(?:{prefix})*{core}(?:{suffix})?"
    return Titles(
        core=re.compile(core),
        prefix=re.compile(f"(?:{prefix})+\\Z"),
        pattern=re.compile(f"{one}(?:兼(?:任)?{HAN}{{0,14}}?{SECOND}){{0,3}}(?![远期效久足治短]|班子){NOTE}"),
        unit_end=re.compile(unit_words(lexicon)),
        act=re.compile(lexicon.any("acts.say")),
        fields=frozenset(lexicon.words("units.fields")),
    )
