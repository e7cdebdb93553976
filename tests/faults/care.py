"""The care of a big archive, measured: check, backup, restore, bag.

    python tests/faults/care.py [--records 10000]

Fills an archive with invented meetings (straight through `archive`, without reading reports), then runs `minutes check`,
`backup`, `restore`, `check` of what was restored and `bag`, each in a process of its own; compares records, originals and
history byte for byte, and has the bag validated by the Library of Congress's `bagit` where that is installed. Prints a line
of JSON with seconds (wall and CPU). Exit code 1 where anything differs.
"""

import argparse
import datetime as dt
import hashlib
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from archive.record import ActionPoint, Block, Meeting, Person, Source, Speaker, Statement  # noqa: E402
from archive.store import Archive  # noqa: E402

UNITS = ("后勤办公室", "财务科", "设备组", "教务科", "档案室", "图书馆")
TASKS = ("修好水泵", "报送清单", "清点设备", "更新台账", "整理库房", "检查消防")


def sentence(chance: random.Random) -> str:
    return f"第{chance.randint(1, 40)}课题组汇报了编号{chance.randrange(10**9)}的设备清点情况，认为{chance.choice(UNITS)}应当{chance.choice(TASKS)}。"


def meeting(number: int) -> Meeting:
    """An invented record of about 16 KB."""
    chance = random.Random(number)
    day = dt.date(2005, 1, 3) + dt.timedelta(chance.randrange(20 * 365))
    said = tuple(Statement(act="指出", text=sentence(chance)) for _ in range(chance.randint(2, 12)))
    return Meeting(
        title=f"研究所第{number}次设备清点会议",
        date=day,
        chair=Person(name="林若兰", role="党委书记"),
        speakers=(Speaker(name="林若兰", role="党委书记", statements=said),),
        action_points=tuple(
            ActionPoint(number=one, text=chance.choice(TASKS), owner=chance.choice(UNITS), due=day)
            for one in range(1, chance.randint(2, 6))
        ),
        body=tuple(
            Block(kind="paragraph", text=sentence(chance) + sentence(chance))
            for _ in range(chance.randint(20, 50))
        ),
        source=Source(file=f"{number}.html", sha256="", media_type="text/html", size=1),
    )


def fill(folder: Path, count: int) -> None:
    from msgspec.structs import replace

    archive = Archive.open(folder, create=True)
    with archive.batch("import", "care") as batch:
        for number in range(1, count + 1):
            one = meeting(number)
            original = "\n".join(block.text for block in one.body).encode()
            batch.stage(one, original, ".html", [(os.urandom(2000), ".png")] if number % 10 == 0 else [])
    for number in range(1, count + 1, max(1, count // 100)):
        archive.change(number, lambda m: replace(m, place="Hall"), what="edit", who="care")
    archive.delete([2, 3], who="care")


def timed(*words: str) -> dict[str, float]:
    """Runs a command; gives seconds. Raises CalledProcessError."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "minutes", *words],
        check=True,
        cwd=ROOT,
        env=environment | {"MINUTES_CONFIG": os.devnull},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {"wall": round(time.perf_counter() - start, 2), "cpu": round(cpu, 2)}


def contents(folder: Path) -> dict[str, str]:
    """Every file that does not follow from others, by its SHA-256."""
    left_out = ("index.sqlite", "index.sqlite-journal", "writer.lock")
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in left_out
    }


def validated(bag: Path) -> bool | None:
    """What bagit says; None where it is not installed."""
    try:
        import bagit
    except ImportError:
        return None
    return bool(bagit.Bag(str(bag)).is_valid())


def measured(place: Path, count: int) -> dict[str, Any]:
    archive, again, file, bag = (place / name for name in ("archive", "again", "safe.zip", "bag"))
    start = time.perf_counter()
    fill(archive, count)
    result: dict[str, Any] = {"records": count, "filled in": round(time.perf_counter() - start)}
    result["index"] = timed("--archive", str(archive), "index")
    result["check"] = timed("--archive", str(archive), "check")
    result["backup"] = timed("--archive", str(archive), "backup", str(file))
    result["restore"] = timed("--archive", str(again), "restore", str(file))
    result["check of the restored"] = timed("--archive", str(again), "check")
    result["bag"] = timed("--archive", str(archive), "bag", str(bag), "--organisation", "Archive")
    whole = contents(archive)
    result["files"] = len(whole)
    result["MB"] = round(sum(path.stat().st_size for path in archive.rglob("*") if path.is_file()) / 1e6)
    result["restored byte for byte"] = contents(again) == whole
    result["bagged byte for byte"] = contents(bag / "data") == whole
    result["bag valid (bagit)"] = validated(bag)
    return result


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--records", type=int, default=10_000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="care-") as name:
        result = measured(Path(name), asked.records)
    print(json.dumps(result, ensure_ascii=False))
    same = result["restored byte for byte"] and result["bagged byte for byte"]
    return 0 if same and result["bag valid (bagit)"] is not False else 1


if __name__ == "__main__":
    sys.exit(main())
