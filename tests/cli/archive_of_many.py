"""An archive of many meetings with long titles, people, action points and words."""

import datetime as dt
from pathlib import Path

from archive.record import ActionPoint, Block, Meeting, Person, Source, Speaker, Statement
from archive.store import Archive

SAID = "要统筹推进科研机制和科研平台建设，完善制度，落实责任，梳理台账，加强保障，" * 3


def one(number: int) -> Meeting:
    """An invented record."""
    day = dt.date(2024, 1, 1) + dt.timedelta(number)
    return Meeting(
        title=f"云溪学院召开第{number}次科研平台建设与人才培养方案修订工作专题推进会暨联席会议",
        date=day,
        organisation="云溪学院",
        chair=Person(name="张三", role="院长"),
        speakers=(Speaker(name="李四", role="处长", statements=(Statement(act="指出", text=SAID),)),),
        action_points=(
            ActionPoint(
                number=1, text=f"科研处要于月底前{SAID}", owner="科研处", owner_person="张三", due=day
            ),
        ),
        body=(Block(kind="paragraph", text=f"会议由张三主持。李四指出，{SAID}科研处要于月底前{SAID}"),),
        source=Source(file=f"{number}.html", sha256="", media_type="text/html", size=1),
    )


def fill(folder: Path, count: int) -> Path:
    """An archive of `count` meetings in `folder`."""
    archive = Archive.open(folder, create=True)
    with archive.batch("import", "Lin") as batch:
        for number in range(count):
            batch.stage(one(number), b"%d" % number, ".html")
    return folder
