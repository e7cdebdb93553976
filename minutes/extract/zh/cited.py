"""Whose words are only conveyed: 传达了王校长在大会上的报告精神."""

import re
from functools import cache

from msgspec import Struct

from minutes.extract.zh.lexicon import Lexicon
from minutes.extract.zh.mention import Mention, Mentions
from minutes.extract.zh.people import TOO_WEAK
from minutes.extract.zh.reading import Reading

OFFICE = re.compile("(?:书记|[^部]长|主席|主任|总裁|总经理|主委|专员)\\Z")
PLURAL = re.compile("各|全体|有关|部分|[一二三四五六七八九十\\d]+[名位]|代表|们")
# 讲话对...作出部署: the speech conveyed before is the subject.
SPEECH_AS_SUBJECT = re.compile(
    "(?:该|这个|这一|其)?(?:重要)?(?:讲话|报告|批示)(?=对|从|深刻|全面|系统|强调|指出|要求|明确|回顾|总结|阐述|就|围绕|提出)"
)
WORDS = "(?:重要|总结|工作|大会|主旨|系列|署名|新年|书面)*(?:讲话|报告|指示|批示|精神|论述|回信|贺信|致辞|文章|发言|要求)"
REPORT_OF = re.compile(
    f"(?:同志|总书记|主席|总理)*(?:的|在[^,。;]{{1,40}}?(?:上|中|时|期间)?(?:所作|作|发表)?的?|关于[^,。;]{{0,60}}?的?|所作的?|作的|重要|对[^,。;]{{1,30}}?的?|以[^,。;]{{1,60}}?为题的?|题为[^,。;]{{1,60}}?的?|[^,。;]{{0,30}}?的|[^,。;]{{0,20}}?)?{WORDS}"
)
SPEAKS_FOR_ITSELF = re.compile(f"的{WORDS}")


class Relay(Struct, frozen=True):
    """Whose words are conveyed, and from where on."""

    mention: Mention
    start: int
    shown: str  # the full name, or the office as written


def is_office(flat: str, mention: Mention) -> bool:
    """校党委书记 without a name is one person; 各系主任 and 教师代表 are not."""
    words = flat[mention.start : mention.end]
    return mention.title not in TOO_WEAK and bool(OFFICE.search(words)) and not PLURAL.search(words)


def relay_in(reading: Reading, start: int, end: int) -> Relay | None:
    """The person whose report or speech this stretch conveys."""
    verb = _convey(reading.lexicon).search(reading.flat, start, end)
    for one in reading.mentions.within(start, end):
        if not (one.entry or one.family or is_office(reading.flat, one)):
            continue
        behind = bool(verb) and verb is not None and verb.end() <= one.start
        if behind and REPORT_OF.match(reading.flat, one.end, end):
            return Relay(one, one.start, _shown(reading, one))
        if one.start == start and SPEAKS_FOR_ITSELF.match(reading.flat, one.end, end):
            return Relay(one, one.start, _shown(reading, one))
    return None


def is_only_cited(mentions: Mentions, relay: Relay, people: tuple[Mention, ...]) -> bool:
    """甲传达了乙市长的讲话精神。乙市长要求,...: 乙 is first named as the one conveyed."""
    entry = relay.mention.entry
    if entry is None or len(people) != 1 or people[0].entry is not entry:
        return False
    first = next(one for one in mentions.found if one.entry is entry)
    return relay.mention.start <= first.start < people[0].start


def _shown(reading: Reading, mention: Mention) -> str:
    return mention.entry.shown if mention.entry else reading.document.name(mention.start, mention.end)


@cache
def _convey(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(f"(?:{lexicon.any('acts.convey')}|按照|根据|落实|围绕|对照|结合|领会)(?:了|好)?")
