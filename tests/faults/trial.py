"""One trial: a story is played in a process of its own, something goes wrong, and what is left is looked at.

What is left is judged by reading the files, not by asking the program: after N acknowledged commands every record must be
as it was after N or after N + 1 of them, and what `import --json` has named must be there with its original.
"""

import hashlib
import json
import os
import select
import shutil
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, Self

import stories

Shelf = dict[int, str]  # by id: where the record lies and what it says
CONTROL = struct.Struct("@ll16s")  # struct control in faulty.c
MORE = 12  # the report that the next writer files


class Scene(NamedTuple):
    """A story that can be played again and again."""

    program: str
    story: str
    reports: Path
    before: Path  # the archive when the story begins
    states: list[Shelf]  # after 0, 1, 2 ... commands
    seconds: float  # the story takes, undisturbed


class Played(NamedTuple):
    """How a story ended."""

    done: int  # commands acknowledged
    named: dict[str, int]  # SHA-256 of what the import acknowledged
    code: int | None  # of the command that failed, None where none did
    said: str  # on stderr
    killed: bool
    seconds: float


def scene(program: str, story: str, place: Path) -> Scene:
    """Files the reports, then plays the story once undisturbed to learn how it goes."""
    os.environ["MINUTES_CONFIG"] = os.devnull
    reports, before = place / "reports", place / f"{program}-before" / "archive"
    play = stories.PROGRAMS[program]
    if not before.exists():
        stories.load()  # the next writer is this process
        stories.write_reports(reports, MORE)
        for step in stories.BEFORE:
            assert stories.quiet(play, before, reports, step) == 0
    archive = copied(before, place / f"{program}-{story}-reference" / "archive")
    states = [shelf_of(archive)]
    start = time.perf_counter()
    for step in stories.STORIES[story]:
        assert stories.quiet(play, archive, reports, step) == 0, step
        states.append(shelf_of(archive))
    return Scene(program, story, reports, before, states, time.perf_counter() - start)


def copied(source: Path, target: Path) -> Path:
    """A copy of an archive, in a folder of its own."""
    shutil.rmtree(target.parent, ignore_errors=True)
    shutil.copytree(source, target)
    return target


def shelf_of(archive: Path) -> Shelf:
    """All records, by reading the files; raises ValueError where one is broken."""
    if (archive / "db.json").exists():
        tables = json.loads((archive / "db.json").read_bytes())
        return {int(number): _words(values, "meetings") for number, values in tables["meetings"].items()}
    shelf: Shelf = {}
    for where in ("trash", "meetings"):  # a record being moved lies in both
        for path in sorted((archive / where).rglob("*.json")):
            if not path.name.startswith("."):
                shelf[int(path.stem)] = _words(json.loads(path.read_bytes()), where)
    return shelf


def _words(values: dict, where: str) -> str:
    """What a record says, without the moments at which it was said."""
    values = json.loads(json.dumps(values))
    values.get("source", {}).pop("imported_at", None)
    for change in values.get("corrections", []):
        change.pop("when")
    for action in values.get("action_points", []):
        for change in action["due_history"]:
            change.pop("when")
    return json.dumps([where, values], sort_keys=True, ensure_ascii=False)


def sha256_of(words: str) -> str:
    where_and_values = json.loads(words)[1]
    found = where_and_values.get("sha256") or where_and_values["source"]["sha256"]
    assert isinstance(found, str)
    return found


class Players:
    """Plays a story again and again, in processes forked from one that has all modules loaded; use as a context manager.

    With `library` (faulty.so) the disk can be made to fail.
    """

    def __init__(self, place: Path, library: Path | None = None) -> None:
        self.archive = place / "trial" / "archive"
        self.out, self.err, self.control = place / "out", place / "err", place / "control"
        self.control.write_bytes(bytes(CONTROL.size))
        failing = {
            "LD_PRELOAD": str(library),
            "FAULT_FOLDER": str(self.archive),
            "FAULT_CONTROL": str(self.control),
        }
        self.server = subprocess.Popen(
            [sys.executable, stories.__file__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | (failing if library else {}),
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        assert self.server.stdin
        assert self.server.stdout
        self.server.stdin.close()
        self.server.wait()
        self.server.stdout.close()

    def play(
        self,
        scene: Scene,
        *,
        kill_after: float | None = None,
        deed: str = "",
        at: int = 0,
        largest: int = 0,
        begin: Callable[[], object] = lambda: None,
    ) -> Played:
        """The story on a fresh copy of its archive; killed after some seconds, or with a deed at call `at`.

        No file may grow beyond `largest` bytes where that is not 0; `begin` is called when the copy is there.
        """
        copied(scene.before, self.archive)
        begin()
        for said in (self.out, self.err):
            said.write_bytes(b"")  # a player killed at once must not seem to say what the one before it said
        self.control.write_bytes(CONTROL.pack(0, at, deed.encode()))
        assert self.server.stdin
        assert self.server.stdout
        asked = (scene.program, scene.story, self.archive, scene.reports, self.out, self.err)
        self.server.stdin.write(json.dumps([*map(str, asked), largest]) + "\n")
        self.server.stdin.flush()
        player, start = int(self.server.stdout.readline()), time.perf_counter()
        code, seconds = self._end(player, start, kill_after)
        return _played(self.out.read_text("utf-8"), self.err.read_text("utf-8"), code, seconds)

    def _end(self, player: int, start: float, kill_after: float | None) -> tuple[int, float]:
        """The player's exit code, and how long it played."""
        assert self.server.stdout
        ended = select.select([self.server.stdout], [], [], kill_after)[0]
        seconds = time.perf_counter() - start
        if not ended:
            with suppress(ProcessLookupError):
                os.killpg(player, signal.SIGKILL)
        return int(self.server.stdout.readline()), seconds

    def calls(self) -> int:
        """How many calls changed the archive's folder, of those that the last deed is about."""
        count: int = CONTROL.unpack(self.control.read_bytes())[0]
        return count


def _played(out: str, said: str, code: int, seconds: float) -> Played:
    """What was acknowledged."""
    lines = [json.loads(line) for line in out.splitlines(keepends=True) if line.endswith("}\n")]
    steps = [line for line in lines if "step" in line]
    return Played(
        done=sum(line["code"] == 0 for line in steps),
        named={line["sha256"]: line["id"] for line in lines if line.get("outcome") == "filed"},
        code=next((line["code"] for line in steps if line["code"]), None),
        said=said,
        killed=code < 0,
        seconds=seconds,
    )


def judged(
    scene: Scene, archive: Path, played: Played, make_room: Callable[[], object] = lambda: None
) -> list[str]:
    """What is wrong with what is left, before and after the next writer; [] is as it must be.

    `make_room` is called before the next writer comes.
    """
    wrong = _told(played)
    try:
        first = shelf_of(archive)
        wrong += _lost(scene, first, played)
        if scene.program != "minutes":
            return wrong
        wrong += _originals(scene, archive, first, played) + _opens(archive, first)
        make_room()
        _next_writer(scene, archive)
        last = shelf_of(archive)
        wrong += _lost(scene, last, played) + _backwards(scene, first, last, played.done)
        wrong += _originals(scene, archive, last, played) + _clean(scene, archive, last)
    except Exception as error:  # noqa: BLE001 (the archive does not open: the worst that can be found)
        wrong.append(f"does not open: {type(error).__name__} {str(error)[:80]}")
    return sorted(set(wrong))


def _told(played: Played) -> list[str]:
    """Errors are sentences with a documented exit code."""
    wrong = []
    if played.code not in (None, 3, 5):
        wrong.append(f"exit code {played.code}")
    if "Traceback" in played.said or "went wrong inside" in played.said:
        wrong.append("traceback")
    return wrong


def _lost(scene: Scene, shelf: Shelf, played: Played) -> list[str]:
    before = scene.states[played.done]
    after = scene.states[min(played.done + 1, len(scene.states) - 1)]
    wrong = []
    next_one = hashlib.sha256(stories.report(MORE).encode()).hexdigest()
    for number in {*before, *after, *shelf}:
        found = shelf.get(number)
        if found and sha256_of(found) == next_one:
            continue
        if found in (before.get(number), after.get(number)):
            continue
        wrong.append("record lost" if found is None else "record neither old nor new")
    filed = {sha256_of(words): number for number, words in shelf.items()}
    kept = {sha256_of(words) for words in after.values()}
    if any(filed.get(sha256) != number for sha256, number in played.named.items() if sha256 in kept):
        wrong.append("acknowledged record lost")
    return wrong


def _backwards(scene: Scene, first: Shelf, last: Shelf, done: int) -> list[str]:
    """What a reader has seen does not go away again."""
    before = scene.states[done]
    gone = [
        number
        for number in first
        if first[number] != before.get(number) and last.get(number) != first[number]
    ]
    return ["what was to be seen went away"] if gone else []


def _originals(scene: Scene, archive: Path, shelf: Shelf, played: Played) -> list[str]:
    files = {path.stem: path for path in (archive / "originals").rglob("*") if path.is_file()}
    after = scene.states[min(played.done + 1, len(scene.states) - 1)]
    before = scene.states[played.done]
    erased = set(before) - set(after)  # the command that was interrupted erases it, the record last
    wanted = {sha256_of(words) for number, words in shelf.items() if number not in erased}
    for sha256 in wanted:
        data = files[sha256].read_bytes() if sha256 in files else b""
        if hashlib.sha256(data).hexdigest() != sha256:
            return ["acknowledged original lost" if sha256 in played.named else "original lost"]
    return []


def _opens(archive: Path, shelf: Shelf) -> list[str]:
    """A reader sees what is there; `check` finds no damage."""
    from archive.store import Archive

    reader = Archive.open(archive)
    wrong = [f"check: {one.kind}" for one in reader.check() if one.damage]
    listed = {entry.id for entry in reader.list().items}
    if listed != {number for number, words in shelf.items() if words.startswith('["meetings"')}:
        wrong.append("list differs from the records")
    return wrong


def _next_writer(scene: Scene, archive: Path) -> None:
    """Imports one more report; reads it in this process, which is three times as fast."""
    from minutes import importing

    importing.worth = lambda _: 0
    step = ["import", "--json", "--anyway", f"{MORE}.html"]
    if code := stories.quiet(stories.minutes_step, archive, scene.reports, step):
        raise RuntimeError(f"the next import fails: {code}")


def _clean(scene: Scene, archive: Path, shelf: Shelf) -> list[str]:
    """After the next writer there is nothing left to be said, and what was filed can be found."""
    from archive.store import Archive

    reader = Archive.open(archive)
    wrong = [f"after recovery: {one.kind}" for one in reader.check()]
    wrong += ["leftover" for path in archive.rglob("*") if path.name.endswith(".tmp")]
    found = {hit.id for hit in reader.search(stories.word(MORE)).items}
    if MORE not in {int(json.loads(shelf[number])[1]["source"]["file"].split(".")[0]) for number in found}:
        wrong.append("the next record is not found")
    return wrong + _purged(scene, archive, shelf)


def _purged(scene: Scene, archive: Path, shelf: Shelf) -> list[str]:
    """Of a record that is gone, no file says a word."""
    ever = {number for state in scene.states for number in state}
    gone = [stories.word(number).encode() for number in ever - set(shelf) if number < MORE]
    texts = [path.read_bytes() for path in archive.rglob("*") if path.is_file()] if gone else []
    return ["purged words left"] if any(words in text for words in gone for text in texts) else []
