"""Invented records in archives, made from the corpus maker's sentences without reading or extraction."""

import importlib.util
import random
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from types import ModuleType

sys.path.insert(0, str(Path(__file__).parents[2]))

from archive.record import ActionPoint, Block, Meeting, Person, Source, Speaker, Statement, to_json
from archive.store import Archive

PLANTED = {"联席会": 2, "现场会": 100}  # in every second and every hundredth meeting
TWICE = "座谈会"  # in the first and the last meeting
NOWHERE = "薹蘖"
SCATTERED = "出席会议"  # four common characters that never stand in a row


def corpus_maker(path: str) -> ModuleType:
    """The module that invents reports."""
    spec = importlib.util.spec_from_file_location("make_corpus", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def meetings(maker: ModuleType, count: int) -> Iterator[Meeting]:
    """Invented records, as extraction would give them."""
    names = maker.people()
    for number in range(count):
        chance = random.Random(f"1/{number}")
        day = date(2005, 1, 3) + timedelta(chance.randrange(20 * 365))
        title, body, chair, speakers = maker.chinese(chance, number, day, names)
        said = [Statement(act="指出", text=text.split(maker.COMMA, 1)[1]) for text in body[1:-2]]
        yield Meeting(
            title=title,
            date=day,
            chair=Person(name=chair, role="院长"),
            speakers=tuple(
                Speaker(name=name, role="处长", statements=(one,))
                for name, one in zip(speakers[1:], said, strict=False)
            ),
            action_points=tuple(
                ActionPoint(number=place, text=text, owner="教务处")
                for place, text in enumerate(body[-2].split(maker.SEMI), 1)
            ),
            body=tuple(
                Block(kind="paragraph", text=text) for text in (title, *body, *_planted(number, count))
            ),
            source=Source(file=f"{number}.html", sha256="", media_type="text/html", size=1),
        )


def _planted(number: int, count: int) -> Iterator[str]:
    """A paragraph with words that are in known shares of all meetings."""
    words = [word for word, every in PLANTED.items() if number % every == 0]
    words += [TWICE] if number in {0, count - 1} else []
    if words:
        yield f"同日还举行了{'、'.join(words)}。"


def text_size(folder: Path) -> int:
    """Bytes of the texts of all records in an archive, UTF-8."""
    archive = Archive.open(folder)
    values = (archive.room.values(number) for number in archive.room.meetings.numbers())
    return sum(len(block["text"].encode()) for one in values if one for block in one["body"])


def filled(maker: ModuleType, count: int, folder: Path) -> Path:
    """The archive of `count` invented records at `folder`; one that is there already is taken as it is."""
    if (folder / "index.sqlite").exists():
        return folder
    archive = Archive.open(folder, create=True)
    with archive.batch("import", "bench") as batch:
        for one in meetings(maker, count):
            batch.stage(one, to_json(one), ".json")
    archive.count("id:1")  # the index is made
    return folder


if __name__ == "__main__":
    filled(corpus_maker(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
