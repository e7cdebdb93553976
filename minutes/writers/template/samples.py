"""Invented records that templates are tried on: one full, one that gives nothing."""

import datetime as dt

from archive.record import (
    ActionPoint,
    AgendaItem,
    Attendance,
    Decision,
    Meeting,
    Note,
    Person,
    Source,
    Speaker,
    Statement,
)


def samples() -> list[Meeting]:
    """Both."""
    source = Source(file="sample.html", sha256="0" * 64, media_type="text/html", size=0)
    return [_full(source), Meeting(source=source)]


def _full(source: Source) -> Meeting:
    somebody = Person(name="柏舟", role="主任", organisation="教务处")
    said = (
        Statement(act="指出", text="要抓好落实", relayed_from="席若愚"),
        Statement(act="汇报", text="汇报了进展"),
    )
    return Meeting(
        id=1,
        title="实验教学工作会议",
        date=dt.date(2024, 3, 5),
        start_time="09:00",
        place="305会议室",
        organisation="青屿大学",
        topic="实验教学",
        number="第5期",
        chair=somebody,
        recorder=somebody,
        attendance=Attendance(
            text="全体人员参加",
            count=12,
            present=(somebody,) * 2,
            absent=(somebody,),
            in_attendance=(somebody,),
        ),
        speakers=(Speaker(name="柏舟", role="主任", statements=said),),
        action_points=(ActionPoint(number=1, text="报送名单", owner="教务处", due=dt.date(2024, 3, 29)),),
        decisions=(Decision(number=1, text="通过方案", mover="柏舟", seconder="冷泉", result="全票"),),
        agenda=(AgendaItem(number="一、", title="方案"),),
        notes=(Note(kind="sample", message="示例"),),
        source=source,
    )
