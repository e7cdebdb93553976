"""An invented record for the tests of the command line."""

import datetime as dt
import hashlib
from pathlib import Path

from msgspec.structs import replace

from archive.record import (
    ActionPoint,
    AgendaItem,
    Attendance,
    Block,
    Decision,
    Evidence,
    Meeting,
    Note,
    Person,
    Progress,
    Source,
    Span,
    Speaker,
    Statement,
)
from archive.store import Archive

BODY = "11月4日，水产站召开秋季例会。会议由站长柳成荫主持。柳成荫指出，要抓好冬储。请后勤组月底前修好水泵。"


def span(words: str) -> Span:
    start = BODY.index(words)
    return Span(block=1, start=start, end=start + len(words))


def evidence(
    words: str | None, confidence: str, rule: str = "test-rule", reason: str | None = None
) -> tuple[Evidence]:
    return (Evidence(span=span(words) if words else None, rule=rule, confidence=confidence, reason=reason),)


def meeting(**changes: object) -> Meeting:
    values: dict[str, object] = {
        "id": 12,
        "title": "水产站召开秋季例会",
        "date": dt.date(2021, 11, 4),
        "start_time": "14:30",
        "place": "二楼会议室",
        "organisation": "水产站",
        "chair": Person(name="柳成荫", role="站长"),
        "attendance": Attendance(
            count=12, count_is="at least", present=(Person(name="关小渔", role="组长"),)
        ),
        "speakers": (
            Speaker(
                name="柳成荫",
                role="站长",
                statements=(Statement(act="指出", text="要抓好冬储。", span=span("要抓好冬储。")),),
            ),
        ),
        "action_points": (
            ActionPoint(number=1, text="要抓好冬储", raised_by="柳成荫"),
            ActionPoint(
                number=3,
                text="月底前修好水泵",
                owner="后勤组",
                due=dt.date(2021, 11, 30),
                due_text="月底前",
                progress=(Progress(date=dt.date(2021, 11, 10), text="已买配件"),),
            ),
        ),
        "decisions": (Decision(number=1, text="同意添置水泵", mover="关小渔", result="全票"),),
        "agenda": (AgendaItem(number="一、", title="冬储"),),
        "body": (
            Block(kind="heading", text="水产站召开秋季例会", level=1),
            Block(kind="paragraph", text=BODY),
        ),
        "evidence": {
            "date": evidence("11月4日", "inferred", reason="year from the publish line"),
            "chair": evidence("柳成荫主持", "stated"),
            "action_points.1.due": evidence("月底前", "doubtful"),
            "title": evidence(None, "stated"),
        },
        "source": Source(file="pump.html", sha256="ab" * 32, media_type="text/html", size=10),
        "notes": (Note(kind="year-inferred", message="年份由发布时间推断。"),),
        "revision": 1,
    }
    return Meeting(**{**values, **changes})


PAGE = f"<html><body><h1>水产站召开秋季例会</h1><p>{BODY}</p></body></html>".encode()


def spring() -> Meeting:
    text = "3月4日，水产站召开春季例会，研究鱼苗投放。巡查组提出，要检修增氧机。"
    return meeting(
        id=None,
        title="水产站召开春季例会",
        date=dt.date(2021, 3, 4),
        chair=Person(name="关小渔", role="组长"),
        speakers=(Speaker(name="洪大江", statements=(Statement(act="提出", text="要检修增氧机"),)),),
        action_points=(ActionPoint(number=1, text="检修增氧机", owner="巡查组"),),
        decisions=(),
        body=(Block(kind="heading", text="水产站召开春季例会", level=1), Block(kind="paragraph", text=text)),
        evidence={"date": evidence(None, "stated")},
        source=Source(file="spring.html", sha256="cd" * 32, media_type="text/html", size=10),
    )


def fill(folder: Path) -> Path:
    """An archive of two meetings in `folder`."""
    archive = Archive.open(folder, create=True)
    with archive.batch("import", "Lin") as batch:
        for number, one in enumerate((meeting(id=None), spring())):
            original = PAGE + b"<!-- %d -->" % number
            source = replace(one.source, sha256=hashlib.sha256(original).hexdigest(), size=len(original))
            batch.add(replace(one, source=source), original, ".html")
    return folder
