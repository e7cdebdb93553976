"""Records in one line."""

import datetime as dt

from archive.record import ActionPoint, Block, Meeting, Person, Source, Speaker, Statement
from archive.store import Archive

TODAY = dt.date(2024, 3, 15)


def make(text: str = "学院召开会议。", **fields) -> Meeting:
    """A record; `said` are (name, text), `tasks` are texts, `chair` is a name."""
    said = fields.pop("said", ())
    tasks = fields.pop("tasks", ())
    chair = fields.pop("chair", None)
    day = fields.pop("date", None)
    return Meeting(
        body=tuple(Block(kind="paragraph", text=line) for line in text.split("\n")),
        source=Source(file=fields.pop("file", "report.html"), sha256="", media_type="text/html", size=1),
        date=dt.date.fromisoformat(day) if day else None,
        chair=Person(name=chair) if chair else None,
        speakers=fields.pop("speakers", ())
        or tuple(Speaker(name=name, statements=(Statement(act="指出", text=words),)) for name, words in said),
        action_points=tuple(
            task if isinstance(task, ActionPoint) else ActionPoint(number=number, text=task)
            for number, task in enumerate(tasks, 1)
        ),
        **fields,
    )


def file_all(archive: Archive, *meetings: Meeting, what: str = "import") -> list[Meeting]:
    """Files records in one batch, each with an original of its own."""
    with archive.batch(what, "Lin") as batch:
        start = batch.state.next
        stored = [
            batch.stage(one, f"original {start + place}".encode(), ".html")
            for place, one in enumerate(meetings)
        ]
        batch.commit()
    return stored
