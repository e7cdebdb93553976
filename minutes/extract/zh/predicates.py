"""What a subject does: the verb of speech as written, where its words begin, and whether it conveys another's."""

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from minutes.extract.view import HAN
from minutes.extract.zh.lexicon import Lexicon

# 汇报会, 介绍人, 汇报时 and the like are nouns; 传达会议精神, 介绍人才引进, 部署后续工作 are not.
NOT_A_VERB = (
    "(?!会(?!议(?:精神|情况|内容|议程|要求|纪要|决定|有关|相关|主要|背景|目的|主题|流程|纪律|筹备)|商|展|员|计|务|费)|"
    "时(?!事|政|代|效|局|下|候)|中(?!国|央|心|考|小|层|医|药|华|期|标|职)|后(?!续|勤|期|备|段|半|进)|阶段(?!性)|环节|材料(?!科|工)|稿|人(?!工|才|员|民|事|力|口|均|物|大|社)|者|"
    "制度(?!建设|执行|落实|修订|文件|汇编)|机制(?!建设|改革|运行)|工作会|提纲|单位|要点|单(?!位|项|独|元|价|科)|表(?!彰|扬|态|决|演|达|明|现)|情况的|时间(?!安排)|地点|"
    "的(?:问题|情况|意见|建议|内容|同志|事项|方案|人)|室(?!内|外)|厅|员(?!工|额)|组(?!织|建|团)|台(?!账|风))"
)
NOUNY = re.compile("根据|按照?|依据|对照|结合|落实|参照")
# Acts that no words of theirs need follow: 主持会议并讲话, and the sentence goes on with others.
OCCASIONS = ("讲话", "发言", "致辞", "致词", "述职", "授课", "动员", "作报告")
THANKS = "表示(?:了)?(?:由衷|衷心|诚挚|热烈|崇高|最|真诚|深切|高度|充分|亲切)?的?(?:感谢|欢迎|祝贺|慰问|敬意|肯定|赞赏|歉意|问候|认可|赞同|支持|同意)"
OCCASION = re.compile(
    "(?:[最随]后|首先|还|也)?(?:在[^,;:\u3002]{1,24}?|(?:总结|讲话|发言|点评|汇报|致辞|小结|介绍|座谈|交流|调研|部署)(?:会)?)"
    "(?:中|上(?!半|周|个?月|季|年|一|次|述|报)|时(?!间|代|期|效|段)|后(?!勤|续)|期间|环节)(?!级|层|心|国|小|学|海|市)"
)


class Act(Struct, frozen=True):
    """A verb of speech: characters of the text, and its name for the record."""

    name: str
    start: int
    end: int
    heads: bool  # words follow it (指出,), not an object (介绍了进展)


class Predicates(Struct, frozen=True):
    """Reads acts by the lexicon's verbs."""

    adverb: re.Pattern[str]
    adposition: re.Pattern[str]
    act: re.Pattern[str]
    attend: re.Pattern[str]
    second: re.Pattern[str]

    def acts(self, flat: str, start: int, end: int) -> list[Act]:
        """The acts of a predicate that begins at `start` (right behind the subject); empty where it is none."""
        place, first = self._first(flat, start, end)
        if first is None and self.adposition.match(flat, place, end):
            first = self._behind_preposition(flat, place, end)
        elif first is None and self.attend.match(flat, place, end):
            first = self._joined(flat, place, end)
        return [_act(first), *self._more(flat, first.end(), end)] if first else []

    def _behind_preposition(self, flat: str, place: int, end: int) -> re.Match[str] | None:
        """就...作了部署, 从三方面介绍了: a whole act with its noun or 了 counts first; behind 根据 a bare verb is a noun."""
        first: re.Match[str] | None = None
        for found in self._whole_verbs(flat, place + 1, end):
            if found.lastgroup in {"deed", "call"} or found.group().endswith(("了", "过")):
                return found
            first = first or found
        planned = flat.startswith("将", place)  # 各部门将意见反馈至办公室: to be done
        noun = first is None or planned or NOUNY.match(flat, place) or flat[first.start() - 1] == "的"
        return None if noun else first

    def _whole_verbs(self, flat: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """The acts of a stretch; verbs of one character would be found inside words."""
        for found in self.act.finditer(flat, start, end):
            if found.lastgroup in {"deed", "call"} or len(found.group().rstrip("了过")) > 1:
                yield found

    def _first(self, flat: str, start: int, end: int) -> tuple[int, re.Match[str] | None]:
        """The act behind 首先, 还, and behind 在总结发言中, which names an occasion; else where the search stopped."""
        found = OCCASION.match(flat, start, end)
        place = found.end() if found else start
        while (first := self.act.match(flat, place, end)) is None:
            adverb = self.adverb.match(flat, place, end)
            if adverb is None:
                return place, None
            place = adverb.end()
        return place, first

    def _joined(self, flat: str, place: int, end: int) -> re.Match[str] | None:
        """主持会议并讲话: the second verb counts."""
        second = self.second.search(flat, place, end)
        return self.act.match(flat, second.end(1), end) if second else None

    def _more(self, flat: str, place: int, end: int) -> list[Act]:
        found: list[Act] = []
        for one in self.second.finditer(flat, place, end):
            act = self.act.match(flat, one.end(1), end)
            if act:
                found.append(_act(act))
        return found


def _act(found: re.Match[str]) -> Act:
    behind = found.string[found.end() : found.end() + 1]
    if behind == "," and found.group().endswith(OCCASIONS):
        return Act(_named(found), found.start(), found.end(), heads=False)
    heads = (found.lastgroup == "say" and not found.group().endswith(("了", "过"))) or (
        found.lastgroup in {"call", "tell"} and behind in {",", ":"}
    )
    return Act(_named(found), found.start(), found.end(), heads)


def _named(found: re.Match[str]) -> str:
    """The act as written, without 了 and what stands between 作 and 部署."""
    words = found.group()
    if found.lastgroup == "deed":
        return found["noun"]
    return re.sub("了|过(?=\\Z)|,?\\Z", "", words)


@cache
def predicates_of(lexicon: Lexicon) -> Predicates:
    """The reader of predicates for this lexicon."""
    say, tell, deed, call = (lexicon.any(f"acts.{key}") for key in ("say", "tell", "deed", "call"))
    adverb = lexicon.any("acts.adverb")
    number = "[一二两三四五六七八九十几\\d]{1,2}"
    calls = f"提(?:出)?(?:了)?(?:{number}(?:点|个|项|方面|条|个方面)(?:的)?)?(?:具体|明确|殷切|严格|新|更高|几点|一些|相关|有关|进一步|整改|工作|许多|不少|宝贵|中肯|意见和|的){{0,3}}(?:意见建议|{call})"
    deeds = f"(?:(?<![工动合协创操运写劳])作|做|进行|给予|发表|致|予以|开展|分别作|提供)(?:了|出|出了)?[^,;:。]{{0,40}}?(?P<noun>{deed})"
    acts = f"(?P<call>{calls}|{THANKS})|(?P<deed>{deeds})(?!{HAN}{{0,2}}会)|(?P<tell>{tell})(?:了|过)?{NOT_A_VERB}|(?P<say>{say})(?:了|过)?{NOT_A_VERB}"
    verbs = f"{say}|{tell}|提|作|做|进行|给予|发表|致"
    return Predicates(
        adverb=re.compile(
            f"{adverb}|{HAN}{{2,5}}地(?!区|方|点|位|理|铁|址|域|震)|第[一二三四五]个|一是|\u25a1|[\u201d\u201c ]"
        ),
        adposition=re.compile(
            f"(?:{'|'.join(lexicon.words('acts.adposition'))})(?!了)".replace("..", ".{1,30}?")
        ),
        act=re.compile(acts),
        attend=re.compile(
            f"{lexicon.any('acts.attend')}|主持|到会|指导|督导|调研|检查|委托|深入|前往|带队|率|走进|来到|听取|参观|察看|慰问|为|回应"
        ),
        second=re.compile(
            f"((?:并且?|且|同时|还)(?:{adverb})*(?:在会上|在会议上|(?:就|对|从|围绕|结合|针对)[^,。;]{{1,24}}?)?(?={verbs}))"
        ),
    )


def predicate_start(flat: str, behind_subject: int, act: Act, low: int) -> int:
    """The words of an act with an object begin behind the subject: 从三方面介绍了..."""
    start = behind_subject if low <= behind_subject <= act.start else low
    while start < act.start and flat[start] in ",: ":
        start += 1
    return start
