"""Who chaired."""

import re

from archive.record import Confidence, Person
from minutes.extract.zh.labels import listed
from minutes.extract.zh.mention import Mention
from minutes.extract.zh.names import names_of
from minutes.extract.zh.notes import say_zh
from minutes.extract.zh.reading import Reading
from minutes.extract.zh.titles import titles_of

CHAIRED = re.compile(
    "主持(?!人|词|\\(|(?:日常|全面|行政|党委|党务|学院|学校|医院|公司|县委|市委)?工作(?!会|推进|部署|座谈|例会|调度|布置|视频)|(?:仪式|节目|编写|修订|研发))"
)
# 副县长王静召集有关部门召开会议: only where nobody is said to chair.
CONVENED = re.compile(
    "(?:召集|组织)(?:(?:召开|开会)|[^,。;]{1,24}(?:召开|开会))|召集[^。;]{2,80}?(?:研究|会商|协商|座谈|协调)"
)
NO_MEETING = re.compile("节目|栏目|晚会|课题|项目由|研究由|工程由")
BY = re.compile("由([^,。;:]{1,40}?)(?:先后|分别|轮流|共同|同志|一同)?\\Z")


def find_chair(reading: Reading) -> None:
    """Puts the chair: a label's, else the subject of the first 主持."""
    if _from_label(reading):
        return
    for pattern in (CHAIRED, CONVENED):
        for found in pattern.finditer(reading.flat):
            if _from_sentence(reading, found.start(), by_unit=pattern is CHAIRED):
                return


def _from_label(reading: Reading) -> bool:
    found = [one for one in reading.labels if one.key == "chair" and one.end > one.start]
    label = min(found, key=lambda one: one.word.endswith("召集人"), default=None)
    if not label:
        return False
    names, titles = names_of(reading.lexicon), titles_of(reading.lexicon)
    people = listed(reading.document, label, names, titles)
    span = reading.document.span(label.start, label.end)
    if not people:
        words = reading.document.words(label.start, label.end).strip()
        reading.draft.put(
            "chair", Person(name=None, role=words) if words else None, span, "chair-label", "doubtful"
        )
        return bool(words)
    first = people[0]
    entry = reading.mentions.register.entries.get(first.name)
    reading.chair = entry
    person = entry.person() if entry else first.person()
    reading.draft.put("chair", person, span, "chair-label")
    return True


def _from_sentence(reading: Reading, place: int, *, by_unit: bool) -> bool:
    start = _clause_start(reading.flat, place)
    people = reading.mentions.within(start, place)
    head = reading.flat[start:place]
    if NO_MEETING.match(head):
        return False
    if by := BY.search(head):
        people = [one for one in people if one.start >= start + by.start()]
        if not people:
            return by_unit and _unit(reading, start + by.start(1), start + by.end(1))
    people = _last_list(reading, people)
    if people:
        return _persons(reading, people)
    return by_unit and _unit(reading, *_unit_head(reading, start, place))


def _clause_start(flat: str, place: int) -> int:
    """Where the clause begins; a list of people may hold commas, so only its own part counts."""
    return max(flat.rfind(mark, 0, place) for mark in ",;:。!?\n") + 1


def _last_list(reading: Reading, people: list[Mention]) -> list[Mention]:
    """The run of joined mentions that stands nearest to the verb."""
    run: list[Mention] = []
    for one in reversed(people):
        between = reading.flat[one.end : run[0].start] if run else ""
        if run and not re.fullmatch("\u3001|和|与|及|以及", between):
            break
        run.insert(0, one)
    return run


def _persons(reading: Reading, people: list[Mention]) -> bool:
    first = people[0]
    span = reading.document.span(first.start, first.end)
    certain: Confidence = "stated" if first.entry else "doubtful"
    if first.entry is None and not first.family:
        unit = titles_of(reading.lexicon).unit(reading.flat, first.start, first.end - len(first.title))
        person = _office(reading, first.start, first.end, unit)
    else:
        person = reading.person(first)
    reading.chair = first.entry
    reading.draft.put("chair", person, span, "chaired-by", certain)
    if len(people) > 1:
        names = "\u3001".join(_shown(reading, one) for one in people)
        reading.draft.note("second-chair", say_zh("second-chair", names=names), span)
    return True


def _shown(reading: Reading, mention: Mention) -> str:
    entry = mention.entry
    return entry.shown if entry else reading.document.name(mention.start, mention.end)


def _unit_head(reading: Reading, start: int, place: int) -> tuple[int, int]:
    """安全部 in 安全部主持会议."""
    head = reading.flat[start:place]
    skip = re.match("(?:会议|座谈会|会上|当天|\\d{1,2}月\\d{1,2}日)?(?:上午|下午)?", head)
    first = start + (skip.end() if skip else 0)
    inner = re.match("[^在就对于]*", reading.flat[first:place])
    return first, first + (inner.end() if inner else 0)


def _unit(reading: Reading, start: int, end: int) -> bool:
    """A unit or an office as chair; the person is not known."""
    words = reading.document.name(start, end) if end - start > 1 else ""
    found = titles_of(reading.lexicon).unit(reading.flat, start, end)
    if not words or not (found or titles_of(reading.lexicon).pattern.search(words)):
        return False
    person = _office(reading, start, end, found)
    reading.draft.put("chair", person, reading.document.span(start, end), "chaired-by-office", "stated")
    return True


def _office(reading: Reading, start: int, end: int, unit: tuple[int, int] | None) -> Person:
    organisation = reading.document.name(*unit) if unit else None
    rest = reading.document.name(unit[1] if unit else start, end)
    return Person(name=None, role=rest or None, organisation=organisation)
