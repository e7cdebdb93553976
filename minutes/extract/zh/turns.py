"""Turns of a record of who said what: 王静:..., 李明(教务处):..., 施工单位(向阳):..., a name alone above its words."""

import re

from minutes.extract.zh.lists import TASKS
from minutes.extract.zh.mention import Mention
from minutes.extract.zh.reading import Reading
from minutes.extract.zh.subjects import skip_markers

Turn = tuple[tuple[Mention, ...], int]
"""Who speaks, and where the words begin."""

REACH, HEADING_LENGTH = 30, 14
NUMBERED = re.compile("[一二三四五六七八九十]{1,3}\u3001|\\([一二三四五六七八九十]{1,3}\\)|散会")
BRACKETED = re.compile("[\u3001\u25a1和与及]")  # marks inside brackets are masked
UNIT = re.compile("[^,;:\u3002()\n\u25a1]{2,20}\\(")
# 主任李明(请假,由副主任王静代理): who stands in speaks.
PROXY = re.compile("\\([^()\n]*?由[^()\n]{2,24}代(?:理|为|表|替)?[^()\n]{0,4}\\)")
NOTE = re.compile("\\([^()\n]{1,20}\\)")


class Turns:
    """The turns of a meeting, paragraph by paragraph; a name alone on its line speaks what follows."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.open: tuple[Mention, ...] = ()
        self.last = -1

    def at(self, block: int) -> Turn | None:
        """The turn of this paragraph."""
        turn = turn_in(self.reading, block)
        if turn is None and self.open and self._goes_on(block):
            turn = self.open, self.reading.document.starts[block]
        alone = turn is not None and turn[1] >= self.reading.document.end_of(block)
        self.open = turn[0] if turn and (alone or turn[0] is self.open) else ()
        self.last = block
        return None if alone else turn

    def _goes_on(self, block: int) -> bool:
        """Whether nothing but prose without a number or a name of its own lies between."""
        named = self.reading.mentions.at(self.reading.document.starts[block])
        if named and named.entry:
            return False
        kinds = self.reading.page.kinds[self.last + 1 : block + 1]
        text = self.reading.document.views[block].text
        return all(kind == "prose" for kind in kinds) and not NUMBERED.match(text)


def turn_in(reading: Reading, block: int) -> Turn | None:
    """The turn that begins this paragraph."""
    begin, end = reading.document.starts[block], reading.document.end_of(block)
    start = skip_markers(reading.flat, begin, end)
    if start > begin and _among_tasks(reading, block):
        return None
    mention = reading.mentions.at(start)
    if mention and (mention.entry or mention.family):
        return _by_name(reading, mention)
    unit = UNIT.match(reading.flat, start, end)
    return _by_unit(reading, unit.end()) if unit else None


def _among_tasks(reading: Reading, block: int) -> bool:
    """Whether the heading above is 待办事项 or the like: 1.王静:补充方案 is a task there."""
    for number in range(block - 1, max(-1, block - REACH), -1):
        text = reading.document.views[number].text
        if len(text) <= HEADING_LENGTH and not text.endswith(("\u3002", ";")):
            return bool(TASKS.search(text))
    return False


def _by_name(reading: Reading, mention: Mention) -> Turn | None:
    place = mention.end
    proxy = PROXY.search(reading.flat, mention.name_end or mention.start, place) or PROXY.match(
        reading.flat, place
    )
    note = NOTE.match(reading.flat, place)
    if note:
        place = note.end()
    if reading.flat[place : place + 1] != ":":
        return None
    instead = proxy and [one for one in reading.mentions.within(*proxy.span()) if one.entry]
    return (tuple(instead[-1:]) if instead else (mention,)), place + 1


def _by_unit(reading: Reading, place: int) -> Turn | None:
    """The people in the bracket behind a unit, nothing else in it."""
    people: list[Mention] = []
    while (one := reading.mentions.at(place)) and one.entry:
        people.append(one)
        joint = BRACKETED.match(reading.flat, one.end)
        place = joint.end() if joint else one.end
    closed = people and reading.flat[place : place + 2] == "):"
    return (tuple(people), place + 2) if closed else None
