"""A disk that is full: what is lost?

    python tests/faults/full_disk.py [--points 100] [--story import all] [--program minutes|tinydb]

First on a small tmpfs (root only) that is full at so many points between what the archive takes before the story and what
it needs for it; then with a limit on the size of a file (RLIMIT_FSIZE) at as many: the write that crosses it is partial. While
the disk is full the archive must open and be read; when there is room again it must go on. Prints a line of JSON a story.
"""

import argparse
import gc
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import stories
import trial
from kill import Tally

PAGE = 4096
AMPLE = 1 << 30


@contextmanager
def small_disk(folder: Path) -> Iterator[None]:
    """A tmpfs at `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={AMPLE}", "minutes-faults", folder], check=True)
    try:
        yield
    finally:
        gc.collect()
        subprocess.run(["umount", folder], check=True)


def resize(folder: Path, size: int) -> None:
    gc.collect()  # an index that one of our readers has open takes room, even when its file is gone
    size = max(size, used(folder) + PAGE)
    subprocess.run(["mount", "-o", f"remount,size={size}", folder], check=True)


def used(folder: Path) -> int:
    space = os.statvfs(folder)
    return (space.f_blocks - space.f_bfree) * space.f_frsize


def on_small_disk(scene: trial.Scene, players: trial.Players, points: int) -> Tally:
    """The story on a tmpfs that is full at one point after another."""
    tally = Tally(scene, "tmpfs")
    disk = players.archive.parent
    with small_disk(disk):
        players.play(scene, begin=lambda: resize(disk, AMPLE))
        after = used(disk)
        trial.copied(scene.before, players.archive)
        before = used(disk)
        index = players.archive / "index.sqlite"
        drafts = (index.stat().st_size if index.exists() else 0) + 8 * PAGE  # and journals come and go
        most = max(before, after) + drafts
        for point in range(points):
            size = before + 2 * PAGE + (most - before) * point // points // PAGE * PAGE
            played = players.play(scene, begin=lambda size=size: resize(disk, size))
            wrong = trial.judged(scene, players.archive, played, lambda: resize(disk, AMPLE))
            resize(disk, AMPLE)
            tally.add(played, wrong, point)
    return tally


def with_largest_file(scene: trial.Scene, players: trial.Players, points: int) -> Tally:
    """The story with a limit on the size of a file."""
    tally = Tally(scene, "RLIMIT_FSIZE")
    players.play(scene)
    sizes = [path.stat().st_size for path in players.archive.rglob("*") if path.is_file()]
    chance = random.Random(scene.story)
    for _ in range(points):
        limit = int(chance.choice(sizes) * chance.uniform(0.2, 1.1)) + 1
        played = players.play(scene, largest=limit)
        tally.add(played, trial.judged(scene, players.archive, played), limit)
    return tally


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--points", type=int, default=100)
    parser.add_argument("--story", nargs="+", choices=[*stories.STORIES], default=["import", "all"])
    parser.add_argument("--program", choices=[*stories.PROGRAMS], default="minutes")
    asked = parser.parse_args()
    failed = 0
    ways = [on_small_disk] if os.getuid() == 0 else []
    with tempfile.TemporaryDirectory(prefix="full-") as name, trial.Players(Path(name)) as players:
        for story in asked.story:
            scene = trial.scene(asked.program, story, Path(name))
            for way in [*ways, with_largest_file]:
                tally = way(scene, players, asked.points)
                failed += tally.failed
                print(tally.line(), flush=True)
    return 1 if asked.program == "minutes" and failed else 0


if __name__ == "__main__":
    sys.exit(main())
