"""Who a clause is about: people, a unit, a collective, a pronoun; what may stand before them."""

import re
from functools import cache
from typing import Literal

from msgspec import Struct

from minutes.extract.view import HAN, run_of
from minutes.extract.zh.lexicon import Lexicon
from minutes.extract.zh.mention import Mention, Mentions
from minutes.extract.zh.people import TOO_WEAK
from minutes.extract.zh.reading import Reading
from minutes.extract.zh.sentences import Clause, Sentence
from minutes.extract.zh.units import VERBAL, unit_words

Kind = Literal["person", "unit", "collective", "pronoun", "meeting"]

MARKER = re.compile(
    "(?:[\u25a1 \u201d\u2019\u300d\u300f)\u201c]|会议?上|会中|会后|会前|席间|座谈(?:会|中)?[上中]?|会议(?:开始|伊始|最后|期间|首先|第[一二三四五六七八]项(?:议程)?)|"
    "首先|随后|接着|紧接着|接下来|最后|其次|然后|同时|期间|此外|另外|其间|其中|与此同时|在此基础上|听取[^,。]{0,14}后|当[天日晚]|今[天日]|当天|"
    "(?:\\d{1,2}月\\d{1,2}日)?(?:上午|下午|晚上?)|活动[上中]|研讨[中时]|发言中|交流[中时]|讨论[中时]|谈[到及][^,。;]{1,16}时|就此|对此|为此|据此|由|而(?!且)|则|但|此时|这时|"
    "第[一二三四五六七八九十]{1,2}[,、]|[一二三四五六七八九十]{1,2}、|\\([一二三四五六七八九十\\d]{1,2}\\)|\\d{1,2}[.、]|在会上|大会上|会议由|一旁的|来自|会议请|还有|目前|据介绍|据悉)*+"
)
# 会上首先宣读了...: nobody is named, it was done at the meeting.
AT_MEETING = re.compile("[\u25a1 ]*(?P<where>会上|会议上|大会上|座谈会上)")
# 8月底前完成教师(交流轮岗): the words of a task before a kind of people.
TASK_AHEAD = re.compile(
    "[\\d一二三四五六七八九十]月|[\\d一二三四五六七八九十][日号天]|[月年]底|完成|加强|做好|提高|抓好|推进|落实"
)
EACH = re.compile("分别|先后|依次|相继|轮流|逐一|共同|都|均")
PRONOUN = re.compile("他们|她们|他|她")
JOINT = re.compile("(?:\u3001|和|与|及|以及)")
GROUP_TAIL = re.compile(
    f"(?:等{HAN}{{0,4}}(?:领导|专家|同志|代表|负责人|老师|委员|人员)|等(?:[一二三四五六七八九十\\d]{{0,3}}[名人位]|同志|人|领导|专家)?|一行|[二两三四五六七八九十\\d]{{1,2}}[人位](?:同志)?)++"
)
QUOTED_RUN = run_of("\u25a1\u201c\u201d")
UNIT_RUN = re.compile(run_of("\u201c\u201d\u25a1\u3001()-") + "{2,40}")
NO_UNIT = re.compile(
    "不时|常常|经常|多次|亲切|并|还|也|对|就|从|在|以|为|又|一[是要]|的|其|该会|本次|这|那|因|由"
)
PLURAL = re.compile(
    "与会|参会|各|全体|有关|相关|所有|多[名位]|几[名位]|其他|一些|不少|众多|部分|[一二三四五六七八九十\\d]+[名位]|代表|们"
)
HEADS = "主要负责人|主要负责同志|有关负责人|相关负责人|负责人|负责同志|相关同志|有关同志|的?代表们?|代表|同志们?|干事|领导"


class Subject(Struct, frozen=True):
    """A clause's subject and where its predicate begins."""

    kind: Kind
    start: int
    end: int
    people: tuple[Mention, ...] = ()

    @property
    def known(self) -> bool:
        """Whether somebody is named; 辅导员要... names nobody whom 她 could mean."""
        return any(one.entry or one.family for one in self.people)


def skip_markers(flat: str, start: int, end: int) -> int:
    """Past 会上, 随后, 最后 and the like."""
    found = MARKER.match(flat, start, end)
    return found.end() if found else start


def subject_at(flat: str, start: int, end: int, mentions: Mentions, lexicon: Lexicon) -> Subject | None:
    """The person or people, pronoun or collective that begins here; units are read with their predicate."""
    if people := _people(flat, start, end, mentions, lexicon):
        named = any(one.entry or one.family for one in people)
        if not named and TASK_AHEAD.search(flat, start, people[0].end):
            return None
        if not named and _is_group(flat, people[0]):
            return Subject("collective", people[0].start, people[0].end)
        return Subject("person", start, _group_end(flat, people[-1].end, end, lexicon), tuple(people))
    if found := PRONOUN.match(flat, start, end):
        plural = found.group().endswith("们")
        return Subject("collective" if plural else "pronoun", start, found.end())
    if found := _collective(lexicon).match(flat, start, end):
        return Subject(
            "meeting" if found.lastgroup in {"meeting", "heard"} else "collective", start, found.end()
        )
    return None


def _people(flat: str, start: int, end: int, mentions: Mentions, lexicon: Lexicon) -> list[Mention]:
    first = _first(flat, start, end, mentions, lexicon)
    if first is None:
        return []
    people = [first]
    while joint := JOINT.match(flat, people[-1].end, end):
        following = _first(flat, joint.end(), end, mentions, lexicon)
        if following is None:
            break
        people.append(following)
    named = [one for one in people if one.entry or one.family]
    office = len(people) == 1 and not VERBAL.match(flat, people[0].start)
    return named or (people if office else [])


def with_listed(reading: Reading, sentence: Sentence, clause: Clause, subject: Subject) -> Subject:
    """镇长甲,人大主席乙,纪委书记丙分别作了安排: those of the clauses before speak too."""
    flat, mentions, lexicon = reading.flat, reading.mentions, reading.lexicon
    if subject.kind != "person" or not EACH.match(flat, subject.end, clause.end):
        return subject
    people = list(subject.people)
    for one in reversed([part for part in sentence.clauses if part.end < clause.end]):
        start = skip_markers(flat, one.start, one.end)
        here = _people(flat, start, one.end, mentions, lexicon)
        if not here or here[-1].end != one.end or not all(each.entry or each.family for each in here):
            break
        people[:0] = here
    return Subject("person", people[0].start, subject.end, tuple(people)) if len(people) > 1 else subject


def _group_end(flat: str, place: int, end: int, lexicon: Lexicon) -> int:
    """Behind 等校领导, and behind the units that share the predicate: 曾理、资产经营部都..."""
    if units := _and_units(lexicon).match(flat, place, end):
        place = units.end()
    tail = GROUP_TAIL.match(flat, place, end)
    return tail.end() if tail else place


@cache
def _and_units(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(f"(?:(?:\u3001|和|与|及|以及){HAN}{{1,14}}?{unit_words(lexicon)}(?:{HEADS})?)++")


def _is_group(flat: str, mention: Mention) -> bool:
    """各学院教学副院长, 五名教师, 教师代表 are many; 人事处处长 is one."""
    return mention.title in TOO_WEAK or bool(PLURAL.search(flat[mention.start : mention.end]))


def _first(flat: str, start: int, end: int, mentions: Mentions, lexicon: Lexicon) -> Mention | None:
    """The mention at the start, or one close behind with nothing but a unit's or a title's words between."""
    for one in mentions.within(start, min(end, start + 24)):
        between = flat[start : one.start]
        if not between or _ahead(lexicon).fullmatch(between):
            return one
        break
    return None


@cache
def _ahead(lexicon: Lexicon) -> re.Pattern[str]:
    """What of a unit may stand before a person's own title: 医务股, 二号(项目部经理)."""
    return re.compile(
        f"{QUOTED_RUN}{{0,14}}(?:{unit_words(lexicon)}|的)|第?[一二三四五六七八九十\\d]{{1,3}}号?"
    )


def units_at(flat: str, start: int, end: int, lexicon: Lexicon) -> list[int]:
    """The places where a unit that begins here may end, the longest first."""
    run = UNIT_RUN.match(flat, start, end)
    if not run or VERBAL.match(flat, start, end) or NO_UNIT.match(flat, start, end):
        return []
    ends = {found.end() for found in unit_tail(lexicon).finditer(flat, start, run.end())}
    return sorted(ends, reverse=True)


@cache
def unit_tail(lexicon: Lexicon) -> re.Pattern[str]:
    """The end of a unit's name, with 负责人 and the like."""
    return re.compile(f"{unit_words(lexicon)}(?:{HEADS})?|{HEADS}")


@cache
def _collective(lexicon: Lexicon) -> re.Pattern[str]:
    meeting, group = lexicon.any("collectives.meeting"), lexicon.any("collectives.group")
    return re.compile(
        f"(?P<group>(?:全体)?{group})|(?P<meeting>{meeting})(?!室|厅|由|主持|纪要|记录|开始|结束|在|于|期间|指导|地点|时间|现场|传达提纲)|(?P<heard>经(?:会议|大会|与会{HAN}{{2,4}})?(?:充分|认真|集体)?(?:研究|讨论|审议|表决|投票|商议)(?:后|决定)?)"
    )
