"""Who was there: lists behind labels, and the sentences that end in 出席会议, 参加, 列席, 陪同."""

import re
from functools import cache
from typing import Literal

from archive.record import Attendance, Confidence, Person
from minutes.extract.zh.label_words import NOT_PEOPLE
from minutes.extract.zh.labels import Label, listed
from minutes.extract.zh.lexicon import Lexicon
from minutes.extract.zh.names import names_of
from minutes.extract.zh.notes import say_zh
from minutes.extract.zh.numbers import number_of
from minutes.extract.zh.reading import Reading
from minutes.extract.zh.sentences import Clause, Sentence
from minutes.extract.zh.subjects import skip_markers
from minutes.extract.zh.titles import titles_of

Count = tuple[int, Literal["exact", "at least", "about"], int, int]

OBJECT = "(?:了)?(?:本次|此次|这次|主会场|上述|有关|相关|座谈|调研|会议|活动|讨论|全程|学习|[^,。;]{0,24}?(?:会|会议|仪式|活动|座谈|培训|论坛|调研|讨论|幕式|班式|典礼|动式|研讨|学习|论证|评审|交流|启动式|课堂|指导))?"
INSTEAD = re.compile("委托|授权|代为|未能?|因[公事病故]|因.{1,8}(?:出差|请假)")
GATHERED = re.compile("围坐|齐聚|欢聚|相聚|汇聚|聚集|聚在一起|济济一堂|参训|参学|收听收看|收看|聆听|在座")
HEADED = re.compile(
    "(?:应邀|受邀|一同|一起|共同|陪同)?(?P<verb>出席|参加|列席|到会|与会|参会|陪同)(?:此次|本次|这次|今天|上述)?的?(?:会议|大会|座谈会?|活动|论坛|仪式|调研|培训|研讨会?|推进会|例会)?的?[^,;:\u3002\u3001有]{0,8}?(?:还|另)?(?:有|包括|分别是|分别为|主要有|为|是)[:]?"
)
WATCH = "列席"
MANY = re.compile("各|全体|有关|相关")
COUNT = re.compile(
    "(?P<near>近|约|超过?|逾|共计?|总计|合计|大约)?(?P<number>\\d{1,5}|[一二三四五六七八九十百两]{1,5})(?P<more>余|多|几)?(?P<unit>名|人|位)(?P<after>左右|以上)?"
)
GROUP = re.compile(
    "等|共|全体|人员|教职工|代表|师生|干部|职工|员工|同志|成员|参加|参会|出席|与会|到会|近|约|余|多"
)
QUORUM = re.compile(
    "应(?:到|出席|参会|参加表决|参加)[^\\d,\u3002]{0,12}(?P<due>\\d{1,5})[名人位]?[^,\u3002]{0,6},?[^\u3002\n]{0,20}?"
    "实(?:到|际出席|际到会|出席|参会|际参加表决|际参加|际参会|际表决|参加)[^\\d,\u3002]{0,12}(?P<there>\\d{1,5})"
)
PRESENT_COUNT = re.compile(
    "(?:出席|到会|参加|参会)[^,\u3002]{0,8}?(?:的)?(?:董事|代表|委员|监事|股东|会员|业主|党员|理事|职工|教师|家长|居民|村民)[^\\d,\u3002]{0,4}(?P<number>\\d{1,5})[名人位]|"
    "(?:实到|实际到会|实际参会|实出席|到会|参会|与会|出席|参加会议|出席会议)的?(?:总?人数|人员|会员|党员)?(?:共计?|合计|总计|为|:|\t)?[ \t]?(?P<people>\\d{1,5})(?:余|多)?[名人位](?!次|以下)|"
    "(?:实到|实际到会|实际参会|实出席|到会|参会|与会|出席)人数(?:共计?|合计|总计|为|:|\t)[ \t]?(?P<figure>\\d{1,5})(?=[\\s,;\u3002]|\\Z)"
)

# 家委会推荐5名家长参加: who is to go somewhere else.
SENT = re.compile(
    "推荐|选派|选拔|派出|派遣|选送|抽调|不少于|至少|每[次班校村单]|安排[^,]{0,8}\\d|组织[^,]{0,8}\\d"
)
BESIDE = re.compile("\\((?:共|计|共计)?(?P<number>\\d{1,4})[名人位]\\):?\\Z")
AT_END = re.compile("(?:等|共|共计|合计)(?P<number>\\d{1,4})[名人位][\u3002\\s]*\\Z")


def find_attendance(reading: Reading) -> None:
    """Puts the attendance: labels, else sentences; the head count, and whether a quorum's figures agree."""
    present = _labelled(reading, "present")
    watching = _labelled(reading, "in_attendance")
    absent = _labelled(reading, "absent")
    text: str | None = None
    listed_as = [one for one in reading.labels if one.key == "present" and one.end > one.start]
    if listed_as:
        text = "\n".join(reading.document.words(one.start, one.end) for one in listed_as)
    told_present, told_watching, told = _from_sentences(reading)
    if not present and all(one.word in NOT_PEOPLE for one in listed_as):
        present = told_present
        text = told or text
    count = _quorum(reading) or _listed_count(reading) or _count(reading)
    attendance = Attendance(
        text=text,
        count=count[0] if count else None,
        count_is=count[1] if count else None,
        present=present,
        in_attendance=watching or told_watching,
        absent=absent,
    )
    if attendance != Attendance():
        reading.draft.put("attendance", attendance, None, "attendance")
    if count:
        certain: Confidence = "stated" if count[1] == "exact" else "inferred"
        reading.draft.prove("attendance.count", reading.document.span(*count[2:]), "head-count", certain)


def _labelled(reading: Reading, key: str) -> tuple[Person, ...]:
    people: list[Person] = []
    for label in reading.labels:
        if label.key == key:
            people += _people_of(reading, label)
            _prove(reading, label, key, len(people))
    return tuple(people)


def _prove(reading: Reading, label: Label, key: str, count: int) -> None:
    if count:
        span = reading.document.span(label.start, label.end)
        reading.draft.prove(f"attendance.{key}", span, f"{key.replace('_', '-')}-label")


def _people_of(reading: Reading, label: Label) -> list[Person]:
    names, titles = names_of(reading.lexicon), titles_of(reading.lexicon)
    entries = reading.mentions.register.entries
    found = listed(reading.document, label, names, titles)
    shown = [(one, entries.get(one.name)) for one in found]
    return [
        Person(
            name=entry.shown if entry else one.name,
            role=_shown_role(reading, one.role) or (entry.role if entry else None),
        )
        for one, entry in shown
    ]


def _shown_role(reading: Reading, role: str | None) -> str | None:
    """The role in the source's own characters (it was read in folded ones)."""
    place = reading.document.text.find(role) if role else -1
    return reading.document.name(place, place + len(role)) if role and place >= 0 else role


def _from_sentences(reading: Reading) -> tuple[tuple[Person, ...], tuple[Person, ...], str | None]:
    present: dict[str, Person] = {}
    watching: dict[str, Person] = {}
    text: str | None = None
    for sentence in reading.sentences:
        for start, end, verb in (*_attending(reading, sentence), *_headed(reading, sentence)):
            found = _named(reading, start, end)
            (watching if verb.startswith(WATCH) else present).update(found)
            if found or text is None:
                text = text or reading.document.words(sentence.start, sentence.end)
                reading.draft.prove("attendance.present", reading.document.span(start, end), "attending-verb")
    return tuple(present.values()), tuple(watching.values()), text


def _named(reading: Reading, start: int, end: int) -> dict[str, Person]:
    """Those named; 主任 and 教学秘书 in a list that begins with 各 are many, whoever holds one such office."""
    many = MANY.search(reading.flat, start, end)
    return {
        one.entry.name: one.entry.person()
        for one in reading.mentions.within(start, end)
        if one.entry and (one.name_end or not many or one.start < many.start())
    }


def _attending(reading: Reading, sentence: Sentence) -> list[tuple[int, int, str]]:
    """The stretches before each verb of attending: from the last other verb to this one."""
    found: list[tuple[int, int, str]] = []
    start = sentence.start
    pattern = _verb(reading.lexicon)
    verbs = [pattern.search(reading.flat, clause.start, clause.end) for clause in sentence.clauses]
    if not any(verbs):
        return found
    for clause, verb in zip(sentence.clauses, verbs, strict=True):
        if verb and _is_attending(reading, clause, verb):
            found.append((start, verb.start(), verb["verb"]))
            start = clause.end
        elif _other_verb(reading, clause):
            start = clause.end
    return found


def _headed(reading: Reading, sentence: Sentence) -> list[tuple[int, int, str]]:
    """参加会议的有副校长..., the list behind the verb."""
    found = HEADED.match(reading.flat, skip_markers(reading.flat, sentence.start, sentence.end), sentence.end)
    return [(found.end(), sentence.end, found["verb"])] if found else []


def _is_attending(reading: Reading, clause: Clause, verb: re.Match[str]) -> bool:
    """Not 组织学生参加竞赛, not 谈了参加实践的收获: nothing but people may stand before the verb."""
    before = reading.flat[clause.start : verb.start()]
    if INSTEAD.search(before):
        return False
    for one in reversed(reading.mentions.within(clause.start, verb.start())):
        before = before[: one.start - clause.start] + before[one.end - clause.start :]
    return not _other(reading.lexicon).search(before)


def _other_verb(reading: Reading, clause: Clause) -> bool:
    """Whether the clause tells something: a list of people and groups does not."""
    words = reading.flat[clause.start : clause.end]
    return bool(_other(reading.lexicon).search(words) or "主持" in words or "召开" in words)


@cache
def _verb(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(
        f"(?:(?:应邀|共同|一同|全程|分别|一起|线上)?)(?P<verb>{lexicon.any('acts.attend')}){OBJECT}(?=[,。;]|并|\\Z|时|调研)"
    )


@cache
def _other(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(
        f"(?:{lexicon.any('acts.say')}|{lexicon.any('acts.tell')})(?!人|员|会|组|科|部|处|厅|中心|委|室|办)|组织[^部委科处,。]|谈了|带领|(?<![主重需])要(?!闻)|应当|必须|不得"
    )


def _count(reading: Reading) -> Count | None:
    for sentence in reading.sentences:
        for clause in sentence.clauses:
            if (found := _count_in(reading, clause)) is not None:
                return found
    return None


def _count_in(reading: Reading, clause: Clause) -> Count | None:
    """The head count of a clause that ends in attending; 教师3名 within a list is none."""
    verb = _verb(reading.lexicon).search(reading.flat, clause.start, clause.end)
    verb = verb or GATHERED.search(reading.flat, clause.start, clause.end)
    if not verb:
        return None
    counts = list(COUNT.finditer(reading.flat, clause.start, verb.end()))
    fits = [
        one for one in counts if GROUP.search(reading.flat[max(clause.start, one.start() - 12) : verb.end()])
    ]
    if SENT.search(reading.flat, clause.start, verb.end()):
        return None
    if not fits or reading.flat[fits[-1].start() - 1 : fits[-1].start()] in {"第", "前"}:
        return None
    last = fits[-1]
    number = number_of(last["number"])
    gap = reading.flat[last.end() : verb.start()]
    if number is None or number < 2 or len(gap) > 24 or "、" in gap:  # noqa: PLR2004
        return None
    return number, _exactness(last), *last.span()


def _exactness(found: re.Match[str]) -> Literal["exact", "at least", "about"]:
    near, after = found["near"] or "", found["after"] or ""
    if found["more"] or near.startswith(("超", "逾")) or after == "以上":
        return "at least"
    return "about" if near in {"近", "约", "大约"} or after == "左右" else "exact"


def _quorum(reading: Reading) -> Count | None:
    """应到董事9人,实到董事9人: who really came counts."""
    text = reading.document.text
    cells = [(block.start, block.end) for block in reading.labels if block.key == "present"]
    cells += _tables(reading)
    found = QUORUM.search(reading.flat) or _within(QUORUM, text, cells)
    if not found:
        single = PRESENT_COUNT.search(reading.flat) or _within(PRESENT_COUNT, text, cells)
        return (int(single[single.lastgroup or 0]), "exact", *single.span()) if single else None
    due, there = int(found["due"]), int(found["there"])
    if due != there:
        message = say_zh("quorum-mismatch", expected=due, actual=there)
        reading.draft.note("quorum", message, reading.document.span(*found.span()))
    return there, "exact", *found.span()


def _listed_count(reading: Reading) -> Count | None:
    """出席(12人):..., and 出席:甲、乙等12人: the figure beside or at the end of a list."""
    text = reading.document.text
    for one in reading.labels:
        if one.key == "present":
            line = text.rfind("\n", 0, one.start) + 1
            found = BESIDE.search(text, line, one.start) or AT_END.search(text, one.start, one.end)
            if found:
                return int(found["number"]), "exact", *found.span("number")
    return None


def _tables(reading: Reading) -> list[tuple[int, int]]:
    document = reading.document
    return [
        (document.starts[number], document.end_of(number))
        for number, block in enumerate(document.blocks)
        if block.kind == "table"
    ]


def _within(pattern: re.Pattern[str], text: str, places: list[tuple[int, int]]) -> re.Match[str] | None:
    return next((found for start, end in places if (found := pattern.search(text, start, end))), None)
