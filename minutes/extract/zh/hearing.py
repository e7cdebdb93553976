"""Reports that a meeting heard: 会议听取了财务处处长孔文关于预算的汇报."""

import re

from minutes.extract.zh.mention import Mention
from minutes.extract.zh.predicates import Act
from minutes.extract.zh.reading import Reading
from minutes.extract.zh.subjects import JOINT

HEARD = re.compile("听取(?:并[^,。]{0,8}?)?(?:了)?|邀请(?:到|了)?|特邀|委托|聘请(?:了)?|请(?:到|来)了?")
# 学院邀请教授王静作专题辅导, 书记李明委托副书记王静传达精神.
INVITED = re.compile(
    "(?<![拟将要可])(?:邀请(?:到|了)?|特邀|委托|请(?:到|来)了?)(?![^,。]{0,8}(?:参加|出席|列席|指导\\Z))"
)
REPORT = re.compile(
    "(?:同志)?(?:就|关于|对|所?[作做]|代表|的|针对|受|为|给|以|围绕|结合|现场|线上|进行|到[^,。]{1,8}?[作做])[^,。;]{0,80}?"
    "(?P<noun>汇报|报告|介绍|说明|发言|通报|解读|述职|讲解|提案|辅导|讲座|授课|培训|宣讲|分享|讲话|讲授|交流|演讲|点评)|(?P<verb>汇报|通报|介绍|报告|传达|宣读|讲解|授课|讲授|解读|主讲|发言|分享|宣讲|作了)"
)


def heard_reports(reading: Reading, start: int, end: int) -> list[tuple[Mention, Act]]:
    """Those named in the object of 听取, each with the report as the act."""
    heard = HEARD.search(reading.flat, start, end)
    found = []
    for one in reading.mentions.within(heard.end(), end) if heard else ():
        act = report_of(reading.flat, _list_end(reading, one.end, end), end)
        if act and (one.entry or one.family):
            found.append((one, act))
    return found


def report_of(flat: str, start: int, end: int) -> Act | None:
    """The report behind a name: 关于预算的汇报."""
    found = REPORT.match(flat, start, end)
    return Act(found["noun"] or found["verb"], found.start(), found.end(), heads=False) if found else None


def _list_end(reading: Reading, place: int, end: int) -> int:
    """Behind the others of a list: 副校长连山、总会计师计然关于..."""
    while joint := JOINT.match(reading.flat, place, end):
        following = reading.mentions.at(joint.end())
        if following is None:
            break
        place = following.end
    return place
