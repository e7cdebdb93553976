"""What the archive itself costs: python tests/bench/archive.py MAKE_CORPUS [COUNT ...]

Fills archives of COUNT (100, 10,000) meetings made straight from the corpus maker's sentences, without reading or
extraction, then prints for each: CPU per record to file and to index, size of the index against the text, rebuild, and,
in processes of their own, cold searches (import, open, query, 20 passages), memory, get and change.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from types import ModuleType

from invented import NOWHERE, SCATTERED, corpus_maker, meetings, text_size

from archive.index import current
from archive.record import Meeting, to_json
from archive.store import Archive

WORDS = {
    "in half": "科研",
    "in few": "蜂箱",
    "in none": NOWHERE,
    "none of common signs": SCATTERED,
}
RUNS = 7

COLD = """
import sys, time
sys.path.insert(0, {root!r})
start = time.process_time(), time.perf_counter()
from pathlib import Path
from archive.store import Archive
archive = Archive.open(Path({folder!r}))
hits = archive.search({word!r}, limit=20)
took = time.process_time() - start[0], time.perf_counter() - start[1]
import json, os, resource
status = open("/proc/self/status").read() if os.path.exists("/proc/self/status") else ""  # ru_maxrss has the parent's
peak = int(status.split("VmHWM:")[1].split()[0]) if status else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
heavy = [name for name in ("tinydb", "filelock", "msgspec", "rapidfuzz", "rich") if name in sys.modules]
print(json.dumps([*took, peak / 1024, len(hits.items), heavy]))
"""


def filled(maker: ModuleType, count: int, folder: Path) -> tuple[Archive, dict[str, float]]:
    """An archive of `count` records and what it cost."""
    archive = Archive.open(folder, create=True)
    records = list(meetings(maker, count))
    start = time.process_time()
    with indexing() as seconds, archive.batch("import", "bench") as batch:
        for one in records:
            batch.add(one, to_json(one), ".json")
    filing = time.process_time() - start
    start = time.process_time()
    archive.rebuild_index()
    rebuilding = time.process_time() - start
    size = (folder / "index.sqlite").stat().st_size
    return archive, {
        "file, ms CPU a record": (filing - sum(seconds)) / count * 1000,
        "index, ms CPU a record": sum(seconds) / count * 1000,
        "rebuild, s CPU": rebuilding,
        "index, x the text": size / text_size(folder),
    }


@contextmanager
def indexing() -> Iterator[list[float]]:
    """Seconds of CPU that go into the index while records are filed."""
    catch_up, taken = current.catch_up, []

    def timed(*words: object) -> bool:
        start = time.process_time()
        done = catch_up(*words)  # type: ignore[arg-type]
        taken.append(time.process_time() - start)
        return done

    current.catch_up = timed  # type: ignore[assignment]
    yield taken
    current.catch_up = catch_up


def cold(folder: Path, word: str) -> list[float]:
    """Medians of CPU ms, wall ms, memory MB of a search in a process of its own; and how many it found."""
    script = COLD.format(root=str(Path(__file__).parents[2]), folder=str(folder), word=word)
    runs = []
    for _ in range(RUNS + 1):
        out = subprocess.run(
            [sys.executable, "-c", script], check=True, capture_output=True, text=True
        ).stdout
        cpu, wall, memory, found, heavy = json.loads(out)
        assert not heavy, heavy
        runs.append((cpu * 1000, wall * 1000, memory, found))
    return [median(run[part] for run in runs[1:]) for part in range(4)]


def warm(archive: Archive, count: int) -> dict[str, float]:
    """Median wall ms of one more record, get and change."""
    from msgspec.structs import replace

    maker = corpus_maker(sys.argv[1])
    extra = list(meetings(maker, count + 20))[-20:] if count <= 1000 else list(meetings(maker, 20))

    def timed(work: list[object]) -> float:
        took = []
        for one in work:
            start = time.perf_counter()
            one()  # type: ignore[operator]
            took.append(time.perf_counter() - start)
        return median(took) * 1000

    def add(one: Meeting) -> None:
        with archive.batch("import", "bench") as batch:
            batch.add(one, to_json(one) + b"x", ".json")

    def done(number: int) -> None:
        archive.change(number, lambda r: replace(r, place=f"{r.place}."), what="edit", who="bench")

    with indexing() as seconds:
        added = timed([lambda one=one: add(one) for one in extra])
    return {
        "add one, ms": added,
        "add one, ms CPU in the index": median(seconds) * 1000,
        "get, ms": timed([lambda n=n: archive.get(n) for n in range(1, 60)]),
        "change one, ms": timed([lambda n=n: done(n) for n in range(1, 20)]),
    }


def main() -> None:
    """Prints the figures."""
    maker = corpus_maker(sys.argv[1])
    counts = [int(count) for count in sys.argv[2:]] or [100, 10_000]
    with tempfile.TemporaryDirectory() as name:
        for count in counts:
            folder = Path(name, str(count))
            archive, figures = filled(maker, count, folder)
            figures |= warm(archive, count)
            print(f"\n{count} meetings")
            for what, figure in figures.items():
                print(f"  {what:<28}{figure:>9.2f}")
            for what, word in {**WORDS, "a name": maker.people()[7]}.items():
                cpu, wall, memory, found = cold(folder, word)
                print(
                    f"  search, {what:<20}{cpu:>9.1f} ms CPU{wall:>8.1f} ms{memory:>6.0f} MB{found:>5.0f} found"
                )
        print(f"\npeak of this process {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
