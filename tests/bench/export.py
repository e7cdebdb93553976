"""What exports cost: python tests/bench/export.py REPORT [COUNT]

REPORT (a page or Word file) is filed COUNT (1,000) times in a throw-away archive. Measured: the CPU of one Word document after
start; `minutes export` of one meeting as a whole process against pandoc writing the same Markdown to Word, in turn; all meetings
in one volume of every profile, as a process of its own, with its peak memory.
"""

import shutil
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[2]))

from measure import compare, table
from msgspec.structs import replace

from archive.record import from_json
from archive.store import Archive
from minutes.reading import Reading, read_file
from minutes.writers import PROFILES, usual_profile, write

RUNS = 50


def filled(report: Path, count: int, folder: Path) -> Archive:
    """An archive that holds the report `count` times, on days that follow one another."""
    reading = read_file(report)
    assert isinstance(reading, Reading), reading
    first = from_json(reading.meetings[0])
    archive = Archive.open(folder, create=True)
    with archive.batch("import", "bench") as batch:
        for number in range(count):
            one = replace(first, title=f"{first.title} {number + 1}")
            batch.stage(one, reading.original, reading.suffix, reading.pictures)
    return archive


def documents(archive: Archive) -> None:
    """CPU of one document for each profile, everything loaded."""
    meeting = archive.get(1)
    for profile in PROFILES:
        taken = []
        for _ in range(RUNS):
            start = time.process_time()
            write(meeting, "docx", profile=profile)
            taken.append(time.process_time() - start)
        print(f"one docx, {profile:<8} {median(taken) * 1000:6.1f} ms CPU")


def processes(folder: Path, archive: Archive) -> None:
    """Whole processes in turn: the usual profile, and everything."""
    if not shutil.which("pandoc"):
        print("pandoc is not installed")
        return
    minutes = [sys.executable, "-m", "minutes", "--archive", str(archive.folder), "export", "1", "--force"]
    for profile in (usual_profile(archive.get(1)), "report"):
        text = folder / f"{profile}.md"
        text.write_bytes(write(archive.get(1), "md", profile=profile, with_record=False))
        commands = {
            f"pandoc {text.name}": ["pandoc", str(text), "-o", str(folder / "pandoc.docx")],
            f"minutes export 1 --profile {profile}": [
                *minutes,
                *("--profile", profile, "--output", str(folder / "minutes.docx")),
            ],
        }
        print(table(compare(commands, runs=21), next(iter(commands))))


def volumes(folder: Path, archive: Archive) -> None:
    """All meetings in one document."""
    minutes = [sys.executable, "-m", "minutes", "--archive", str(archive.folder), "export", "state:extracted"]
    commands = {
        f"volume, {profile}": [
            *minutes,
            *("--volume", "--profile", profile, "--force", "--output", str(folder / f"{profile}.docx")),
        ]
        for profile in ("jiyao", "report")
    }
    print(table(compare(commands, runs=1), next(iter(commands))))
    for file in sorted(folder.glob("*.docx")):
        print(f"{file.name:<20}{file.stat().st_size / 1024 / 1024:8.1f} MB")


def main() -> None:
    """All of it."""
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        archive = filled(Path(sys.argv[1]), count, folder / "archive")
        documents(archive)
        processes(folder, archive)
        volumes(folder, archive)


if __name__ == "__main__":
    main()
