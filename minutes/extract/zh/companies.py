"""Names without titles, one after the other, before a verb of attending: 王静、周亮、赵强出席; and 会议由李明主持."""

import re
from collections.abc import Iterator

from minutes.extract.view import HAN
from minutes.extract.zh.names import Names

ATTENDING = re.compile(
    "(?:出席|参加|列席|参会|到会|与会|陪同|请假|缺席|就座|莅临|参与|分别|先后|依次|作了?|做了?|发言|汇报)(?!人|者|名单|单位)"
)
CHAIRED = re.compile("由(?P<who>[^,;:\u3002\u3001\n]{2,4}?)(?:同志|先生|女士)?(?:召集并|负责)?主持(?!人|词)")
TASKED = re.compile(
    f"(?:请|由|安排|委托|@)(?P<who>{HAN}{{2,3}}?)(?=同志|老师|负责|牵头|将|把|于|在|尽快|抓紧|具体|组织|协调|对接|跟进|起草|完成|准备|落实|统筹| ?\\d)"
)
GROUPS = frozenset("队科班组方家委厂店村镇乡街员长师工")
ADDRESSED = re.compile(
    f"(?:(?<=[,;:\u3002\u3001!?\\n \u25a1由请和与及以])|\\A)(?P<who>{HAN}{{2,4}}?)(?:同志|先生|女士|小姐)(?![们会的])"
)
JOINT = re.compile("\u3001|以及|和|与|及")
TRAILING = re.compile(
    "(?:[二两三四五六七八九十\\d]{1,2}[位名人]|教师|代表|同学|委员|同志|先生|女士|小姐|老师|等|因.*|共同|一起|应邀|全程|也|均|都|还)+\\Z"
)
OPENED = re.compile("[^,;:\u3002!?\n]*\\Z")
LEADING = re.compile("(?:会议?上|当天|今天|上午|下午|其中|校?领导|班子成员)+")
LONGEST = 80
LEAST = 2


def companies(flat: str, names: Names) -> Iterator[tuple[int, int]]:
    """The places of such names; a list counts where its first two words are names and nothing else."""
    done = 0
    for verb in ATTENDING.finditer(flat):
        found = OPENED.search(flat, max(done, verb.start() - LONGEST), verb.start())
        if found and JOINT.search(found.group()):
            yield from _listed(flat, found.start(), verb.start(), names)
        done = verb.end()
    for found in TASKED.finditer(flat):
        who = found["who"]
        if names.is_name(who) and who[0] not in names.wordlike and who[-1] not in GROUPS:
            yield found.span("who")
    for pattern in (CHAIRED, ADDRESSED):
        yield from (found.span("who") for found in pattern.finditer(flat) if names.is_name(found["who"]))


def _listed(flat: str, start: int, end: int, names: Names) -> list[tuple[int, int]]:
    if led := LEADING.match(flat, start, end):
        start = led.end()
    found: list[tuple[int, int]] = []
    for first, last in _items(flat, start, end):
        if not names.is_name(flat[first:last]):
            break
        found.append((first, last))
    return found if len(found) >= LEAST else []


def _items(flat: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for joint in (*JOINT.finditer(flat, start, end), None):
        stop = joint.start() if joint else end
        trailing = TRAILING.search(flat[start:stop])
        yield start, start + trailing.start() if trailing else stop
        start = joint.end() if joint else end
