"""Many processes at once on one archive: is an update lost, is there an error that is not documented?

    python tests/faults/together.py [--processes 8] [--turns 1000]

Each process imports reports of its own, edits, closes and reopens, deletes, brings back, undoes its own batches, searches,
and writes labels and progress on two records that all share. It keeps a ledger of what it was told is done; at the end the
archive must agree with all ledgers, history must be without gaps, and `check` without findings. Prints a line of JSON.
"""

import argparse
import contextlib
import io
import json
import multiprocessing
import os
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

import stories

LOCKED = 5
SHARED = {"label": 1, "progress": 2}  # records that everybody writes to


class Worker:
    """One process and what it knows to be done."""

    def __init__(self, name: int, archive: Path, reports: Path) -> None:
        self.name, self.archive, self.reports = name, archive, reports
        self.chance = random.Random(name)
        self.own: dict[int, dict[str, Any]] = {}  # by id: what the record must say
        self.shared: dict[str, list[str]] = {"label": [], "progress": []}
        self.codes: Counter[str] = Counter()
        self.wrong: list[str] = []
        self.turn = 0

    def call(self, *words: str) -> str:
        """What a command prints; waits as long as others write."""
        from minutes.cli.main import run

        while True:
            out, err = io.StringIO(), io.StringIO()
            with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
                code = run(["--archive", str(self.archive), "--lang", "en", *words])
            self.codes[f"{words[0]} {code}" if code else words[0]] += 1
            if code == LOCKED and "is in use by" in err.getvalue():
                continue
            if code or "Traceback" in err.getvalue():
                self.wrong.append(f"{' '.join(words)} => {code} {err.getvalue()[:200]}")
            return out.getvalue()

    def play(self, turns: int) -> None:
        deeds = [self.file, self.edit, self.close, self.label, self.progress, self.bin, self.undo]
        looks = [self.search, self.search, self.show, self.list]
        for self.turn in range(turns):
            alive = [number for number, one in self.own.items() if not one["gone"]]
            deed = self.chance.choice(deeds + looks) if len(alive) > 1 else self.file
            deed(self.chance.choice(alive) if alive else 0)

    def file(self, _: int) -> None:
        number = (self.name + 1) * 100000 + self.turn
        path = self.reports / f"{number}.html"
        path.write_text(stories.report(number), "utf-8")
        line = json.loads(self.call("import", "--json", "--anyway", str(path)) or "{}")
        if line.get("outcome") != "filed":
            self.wrong.append(f"not filed: {line}")
            return
        self.own[line["id"]] = {
            "sha256": line["sha256"],
            "place": None,
            "state": "open",
            "gone": False,
            "word": stories.word(number),
        }

    def edit(self, number: int) -> None:
        self.own[number]["place"] = f"Room {self.name}-{self.turn}"
        self.call("edit", str(number), "--set", f"place={self.own[number]['place']}")

    def close(self, number: int) -> None:
        done = self.own[number]["state"] != "done"
        self.call("done" if done else "reopen", f"{number}.1")
        self.own[number]["state"] = "done" if done else "open"

    def label(self, _: int) -> None:
        self.shared["label"].append(f"{self.name}-{self.turn}")
        self.call("label", str(SHARED["label"]), f"+{self.shared['label'][-1]}")

    def progress(self, _: int) -> None:
        self.shared["progress"].append(f"{self.name}-{self.turn}")
        self.call("progress", f"{SHARED['progress']}.1", self.shared["progress"][-1])

    def bin(self, number: int) -> None:
        self.call("delete", str(number))
        self.own[number]["gone"] = True
        if self.chance.random() < 0.7:
            self.call("undelete", str(number))
            self.own[number]["gone"] = False

    def undo(self, number: int) -> None:
        before = self.own[number]["place"]
        self.edit(number)
        newest = json.loads(self.call("history", str(number), "--json", "-n", "1"))["items"][0]
        self.call("undo", newest["batch"])
        self.own[number]["place"] = before

    def search(self, number: int) -> None:
        found = self.call("search", self.own[number]["word"], "--ids").split()
        if found != [str(number)]:
            self.wrong.append(f"search for {self.own[number]['word']}: {found}, not {number}")

    def show(self, number: int) -> None:
        found = json.loads(self.call("show", str(number), "--json"))
        if found["place"] != self.own[number]["place"]:
            self.wrong.append(f"show {number}: {found['place']}, not {self.own[number]['place']}")

    def list(self, _: int) -> None:
        listed = set(self.call("list", "--ids").split())
        alive = {str(number) for number, one in self.own.items() if not one["gone"]}
        if not alive <= listed:
            self.wrong.append(f"list lacks {alive - listed}")


def work(worker: Worker, turns: int, answers: Any) -> None:
    worker.play(turns)
    answers.put((worker.name, worker.own, worker.shared, worker.codes, worker.wrong))


def played(place: Path, processes: int, turns: int) -> dict[str, Any]:
    """Plays it and compares; `wrong` must be empty."""
    os.environ["MINUTES_CONFIG"] = os.devnull
    archive, reports = place / "archive", place / "reports"
    stories.write_reports(reports, 2)
    first = ["import", "--json", "1.html", "2.html"]
    assert stories.quiet(stories.minutes_step, archive, reports, first) == 0
    stories.load()
    context = multiprocessing.get_context("fork" if sys.platform != "win32" else "spawn")
    answers = context.Queue()
    players = [
        context.Process(target=work, args=(Worker(name, archive, reports), turns, answers))
        for name in range(processes)
    ]
    start = time.perf_counter()
    for player in players:
        player.start()
    told = [answers.get(timeout=7200) for _ in players]
    for player in players:
        player.join()
    codes: Counter[str] = sum((one[3] for one in told), Counter())
    wrong = [words for one in told for words in one[4]] + compared(archive, told)
    return {
        "processes": processes,
        "turns each": turns,
        "commands": dict(sorted(codes.items())),
        "records": sum(len(one[1]) for one in told),
        "seconds": round(time.perf_counter() - start),
        "wrong": wrong,
    }


def compared(archive: Path, told: list[Any]) -> list[str]:
    """Where the archive and the ledgers differ."""
    from archive.store import Archive

    whole = Archive.open(archive)
    wrong = [f"check: {one.kind} {one.where}" for one in whole.check()]
    trash = {one.id: one for one in whole.trash()}
    for _, own, _, _, _ in told:
        for number, must in own.items():
            record = trash.get(number) if must["gone"] else whole.get(number)
            found = record and (record.source.sha256, record.place, record.action_points[0].state)
            if found != (must["sha256"], must["place"], must["state"]):
                wrong.append(f"record {number}: {found}, not {must}")
    labels = sorted(label for one in told for label in one[2]["label"])
    words = sorted(word for one in told for word in one[2]["progress"])
    steps = whole.get(SHARED["progress"]).action_points[0].progress
    if sorted(whole.get(SHARED["label"]).labels) != labels:
        wrong.append("labels lost or twice")
    if sorted(step.text for step in steps) != words:
        wrong.append("progress lost or twice")
    numbers = [line.number for line in whole.history()]
    if numbers != [*range(1, len(numbers) + 1)]:
        wrong.append("history has gaps")
    return wrong


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--processes", type=int, default=8)
    parser.add_argument("--turns", type=int, default=1000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="together-") as name:
        result = played(Path(name), asked.processes, asked.turns)
    print(json.dumps(result, ensure_ascii=False))
    return 1 if result["wrong"] else 0


if __name__ == "__main__":
    sys.exit(main())
