"""kill -9 and a failing disk, at random and at every call: what is lost?

    python tests/faults/kill.py random [--trials 1000] [--program minutes|tinydb] [--story import ...]
    python tests/faults/kill.py every [--deed kill torn enospc full eio dead] [--story import ...] [--stride 1]

`random` kills the process group at a random moment of a story (import, edit, undo, rebuild, trash, all in turn);
`every` makes call number 1, 2, 3 ... of those that change the archive's folder (write, fsync, rename, unlink, mkdir ...) the
one at which the deed happens; faulty.c, built with `cc`, says what the deeds are. Linux. Prints a line of JSON a story.
Exit code 1 where `minutes` lost something.
"""

import argparse
import collections
import json
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import stories
import trial

MOST = 30  # trials for a kill: TinyDB's stories take a few milliseconds
DEEDS = ("kill", "torn", "enospc", "full", "eio", "dead")


class Tally:
    """What was found in the trials of one story."""

    def __init__(self, scene: trial.Scene, deed: str) -> None:
        self.scene, self.deed = scene, deed
        self.start = time.perf_counter()
        self.trials = self.failed = self.acknowledged = self.disturbed = 0
        self.wrong: collections.Counter[str] = collections.Counter()
        self.calls: list[int] = []  # at which it went wrong

    def add(self, played: trial.Played, wrong: list[str], number: int = 0) -> None:
        self.trials += 1
        self.failed += bool(wrong)
        self.calls += [number] if wrong and number else []
        self.acknowledged += played.done + len(played.named)
        self.disturbed += played.killed or played.code is not None
        self.wrong.update(wrong)

    def line(self) -> str:
        return json.dumps(
            {
                "program": self.scene.program,
                "story": self.scene.story,
                "deed": self.deed,
                "trials": self.trials,
                "disturbed": self.disturbed,
                "acknowledged": self.acknowledged,
                "trials with a violation": self.failed,
                "violations": dict(self.wrong),
                "at calls": self.calls[:20],
                "seconds": round(time.perf_counter() - self.start),
            },
            ensure_ascii=False,
        )


def at_random(scene: trial.Scene, players: trial.Players, trials: int, chance: random.Random) -> Tally:
    """SIGKILL at a uniformly random moment of the story."""
    tally = Tally(scene, "kill")
    span = scene.seconds
    while tally.disturbed < trials and tally.trials < MOST * trials:
        played = players.play(scene, kill_after=chance.uniform(0, span))
        if not played.killed:  # it ended before: now we know how long it takes
            span = played.seconds
        tally.add(played, trial.judged(scene, players.archive, played))
    return tally


def built(place: Path) -> Path | None:
    """faulty.so; None where there is no compiler."""
    compiler = shutil.which("cc")
    source, target = Path(__file__).with_name("faulty.c"), place / "faulty.so"
    if compiler is None or not sys.platform.startswith("linux"):
        return None
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", target, source, "-ldl"], check=True)
    return target


def at_every_call(
    scene: trial.Scene, players: trial.Players, deed: str, stride: int = 1, number: int = 1
) -> Tally:
    """The deed at each call in turn, until the story has no more of them."""
    tally = Tally(scene, deed)
    while True:
        played = players.play(scene, deed=deed, at=number)
        if players.calls() < number:
            return tally
        tally.add(played, trial.judged(scene, players.archive, played), number)
        number += stride


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("how", choices=["random", "every"])
    parser.add_argument("--trials", type=int, default=1000)
    parser.add_argument("--program", choices=[*stories.PROGRAMS], default="minutes")
    parser.add_argument("--story", nargs="+", choices=[*stories.STORIES], default=[*stories.RANDOM])
    parser.add_argument("--deed", nargs="+", choices=DEEDS, default=[*DEEDS])
    parser.add_argument("--stride", type=int, default=1)
    parser.add_argument("--first", type=int, default=1, help="begin at this call")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="faults-") as name:
        tallies = [*played(asked, Path(name))]
    return 1 if asked.program == "minutes" and any(one.failed for one in tallies) else 0


def played(asked: argparse.Namespace, place: Path) -> Iterator[Tally]:
    """What was asked for, each line printed as soon as it is known."""
    library = built(place) if asked.how == "every" else None
    assert library or asked.how == "random", "a C compiler on Linux is needed"
    with trial.Players(place, library) as players:
        for number, story in enumerate(asked.story):
            scene = trial.scene(asked.program, story, place)
            if library:
                tallies = (
                    at_every_call(scene, players, deed, asked.stride, asked.first) for deed in asked.deed
                )
            else:
                share = asked.trials // len(asked.story) + (number < asked.trials % len(asked.story))
                tallies = (
                    at_random(scene, players, share, random.Random(f"{asked.seed}/{story}")) for _ in "1"
                )
            for tally in tallies:
                print(tally.line(), flush=True)
                yield tally


if __name__ == "__main__":
    sys.exit(main())
