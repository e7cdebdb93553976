"""Whose words are only conveyed: 传达了王校长在大会上的报告精神."""

import re
from dataclasses import dataclass
from functools import cache

from minutes.extract.zh.lexicon import Lexicon
from minutes.extract.zh.mention import Mention
from minutes.extract.zh.reading import Reading

WORDS = "(?:重要|总结|工作|大会|主旨|系列|署名|新年|书面)*(?:讲话|报告|指示|批示|精神|论述|回信|贺信|致辞|文章|发言|要求)"
REPORT_OF = re.compile(
    f"(?:同志|总书记|主席|总理)*(?:的|在[^,。;]{{1,40}}?(?:上|中|时|期间)?(?:所作|作|发表)?的?|关于[^,。;]{{0,60}}?的?|所作的?|作的|重要|对[^,。;]{{1,30}}?的?|以[^,。;]{{1,60}}?为题的?|题为[^,。;]{{1,60}}?的?|[^,。;]{{0,30}}?的|[^,。;]{{0,20}}?)?{WORDS}"
)
SPEAKS_FOR_ITSELF = re.compile(f"的{WORDS}")


@dataclass(frozen=True, slots=True)
class Relay:
    """Whose words are conveyed, and from where on."""

    mention: Mention
    start: int


def relay_in(reading: Reading, start: int, end: int) -> Relay | None:
    """The person whose report or speech this stretch conveys."""
    verb = _convey(reading.lexicon).search(reading.flat, start, end)
    for one in reading.mentions.within(start, end):
        if not (one.entry or one.family):
            continue
        behind = bool(verb) and verb is not None and verb.end() <= one.start
        if behind and REPORT_OF.match(reading.flat, one.end, end):
            return Relay(one, one.start)
        if one.start == start and SPEAKS_FOR_ITSELF.match(reading.flat, one.end, end):
            return Relay(one, one.start)
    return None


@cache
def _convey(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(f"(?:{lexicon.any('acts.convey')}|按照|根据|落实|围绕|对照|结合|领会)(?:了|好)?")
