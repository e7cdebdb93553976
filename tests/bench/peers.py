"""Side by side: python tests/bench/peers.py MAKE_CORPUS [COUNT] [--kept FOLDER] [--runs N]

The same COUNT (10,000) invented records in our archive, as text files for ripgrep and Recoll, as messages for notmuch
(XAPIAN_CJK_NGRAM=1) and in one TinyDB. Two-character words drawn from the texts are looked for with each: recall and
precision against plain substring search, then, in turn, the time and memory of whole processes for a common and a rare
word. Needs: apt-get install ripgrep recollcmd notmuch; what is missing is left out and named.
"""

import argparse
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from typing import NamedTuple

from invented import corpus_maker, filled
from measure import compare, environment, minutes

from archive.store import Archive
from archive.text import fold

COMMON, RARE = "科研", "蜂箱"
WORDS = 40  # for recall
TINYDB = """
import sys
from tinydb import TinyDB, where
db = TinyDB(sys.argv[1])
for found in db.search(where("text").test(lambda text: sys.argv[2] in text)):
    print(found["id"])
"""
BEST = "minutes search, the 20 best"  # its recall is twenty by intention
SLOW = ("TinyDB",)  # some seconds a search: fewer words, fewer runs


class Peer(NamedTuple):
    """A way to search: how it is asked, and the number of a record in a line it prints."""

    ask: Callable[[str], list[str]]
    program: str
    number: str = r"(\d{6})\.\w+"


def peers(kept: Path, archive: Path, count: int) -> dict[str, Peer]:
    """All of them, by name."""
    mail, recoll, tiny = kept / f"mail{count}", kept / f"recoll{count}", kept / f"tiny{count}.json"
    config = f"--config={mail}/config"
    ours = [*minutes(), "--archive", str(archive), "search"]
    return {
        BEST: Peer(lambda word: [*ours, word], sys.executable, r"^(\d+)  "),
        "minutes search --ids, all": Peer(lambda word: [*ours, word, "--ids"], sys.executable, r"^(\d+)$"),
        "ripgrep": Peer(lambda word: ["rg", "-lF", word, str(archive / "meetings")], "rg"),
        "recollq": Peer(lambda word: ["recollq", "-c", str(recoll), "-n", "0", "-b", f'"{word}"'], "recollq"),
        "notmuch": Peer(lambda word: ["notmuch", config, "search", "--output=files", f'"{word}"'], "notmuch"),
        "TinyDB": Peer(
            lambda word: [sys.executable, "-c", TINYDB, str(tiny), word], sys.executable, r"^(\d+)$"
        ),
    }


def texts_of(archive: Path) -> dict[int, str]:
    """The whole text of every record."""
    room = Archive.open(archive).room
    values = ((number, room.values(number)) for number in room.meetings.numbers())
    return {number: "\n".join(block["text"] for block in one["body"]) for number, one in values if one}


def fill_all(kept: Path, texts: dict[int, str], archive: Path) -> Iterator[str]:
    """Makes each peer's own store; tells how long that takes in CPU seconds."""
    yield took("minutes, index", [*minutes(), "--archive", str(archive), "index", "--rebuild"])
    count = len(texts)
    yield from _fill_recoll(kept / f"text{count}", kept / f"recoll{count}", texts)
    yield from _fill_notmuch(kept / f"mail{count}", texts)
    tiny = kept / f"tiny{count}.json"
    rows = {str(number): {"id": number, "text": text} for number, text in texts.items()}
    tiny.write_text(json.dumps({"_default": rows}), "utf-8")


def _fill_recoll(folder: Path, config: Path, texts: dict[int, str]) -> Iterator[str]:
    folder.mkdir(exist_ok=True)
    config.mkdir(exist_ok=True)
    for number, text in texts.items():
        (folder / f"{number:06}.txt").write_text(text, "utf-8")
    (config / "recoll.conf").write_text(f"topdirs = {folder}\ndefaultcharset = utf-8\n", "utf-8")
    if shutil.which("recollindex"):
        yield took("recollindex", ["recollindex", "-c", str(config), "-z"])


def _fill_notmuch(folder: Path, texts: dict[int, str]) -> Iterator[str]:
    (folder / "cur").mkdir(parents=True, exist_ok=True)
    for number, text in texts.items():
        message = EmailMessage(policy=SMTP)
        message["From"], message["Subject"] = "bench@example.org", f"{number}"
        message["Message-ID"] = f"<{number}@example.org>"
        message.set_content(text, cte="8bit")
        (folder / "cur" / f"{number:06}.eml").write_bytes(message.as_bytes())
    (folder / "config").write_text(
        f"[database]\npath={folder}\n[user]\nprimary_email=bench@example.org\n", "utf-8"
    )
    if shutil.which("notmuch"):
        shutil.rmtree(folder / ".notmuch", ignore_errors=True)
        yield took("notmuch new", ["notmuch", f"--config={folder}/config", "new", "--quiet"])


def took(name: str, command: list[str]) -> str:
    """Runs it; gives a line."""
    before = os.times()
    subprocess.run(command, check=True, capture_output=True, env=environment())
    after = os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return f"{name:<30}{cpu:>8.1f} s CPU"


def words_of(texts: dict[int, str]) -> list[str]:
    """Two-character words as they stand in the texts, across the boundaries of words too."""
    chance = random.Random(3)
    runs = [run for text in texts.values() for run in re.findall(r"[\u4e00-\u9fff]{2,}", text)]
    found: dict[str, None] = {}
    while len(found) < WORDS:
        run = chance.choice(runs)
        start = chance.randrange(len(run) - 1)
        found[run[start : start + 2]] = None
    return list(found)


def quality(peer: Peer, words: list[str], texts: dict[int, str]) -> tuple[str, str]:
    """Mean recall and precision."""
    folded = {number: fold(text) for number, text in texts.items()}
    recall, precision = 0.0, 0.0
    for word in words:
        truth = {number for number, text in folded.items() if fold(word) in text}
        run = subprocess.run(peer.ask(word), capture_output=True, text=True, env=environment(), check=False)
        found = {int(one) for line in run.stdout.splitlines() for one in re.findall(peer.number, line)}
        recall += len(found & truth) / len(truth)
        precision += len(found & truth) / len(found) if found else 1
    return f"{recall / len(words):.3f}", f"{precision / len(words):.3f}"


def main() -> None:
    """Prints the table, as the README has it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("maker")
    parser.add_argument("count", type=int, nargs="?", default=10_000)
    parser.add_argument("--kept", type=Path)
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    os.environ["XAPIAN_CJK_NGRAM"] = "1"
    with tempfile.TemporaryDirectory() as name:
        kept = options.kept or Path(name)
        archive = filled(corpus_maker(options.maker), options.count, kept / f"a{options.count}")
        texts = texts_of(archive)
        print(*fill_all(kept, texts, archive), sep="\n")
        print(*rows(peers(kept, archive, options.count), words_of(texts), texts, options.runs), sep="\n")


def rows(all_: dict[str, Peer], words: list[str], texts: dict[int, str], runs: int) -> Iterator[str]:
    """A line a peer."""
    there = {name: peer for name, peer in all_.items() if shutil.which(peer.program)}
    figures = {}
    for some in ([one for one in there if one not in SLOW], list(SLOW)):
        commands = {f"{name} {word}": there[name].ask(word) for name in some for word in (COMMON, RARE)}
        commands |= {"python -c pass": [sys.executable, "-c", "pass"]}
        figures |= compare(commands, runs if some != list(SLOW) else 3)
    yield f"\n| | `{COMMON}` | CPU | `{RARE}` | CPU | memory | recall | precision |\n|---|---|---|---|---|---|---|---|"
    for name, peer in there.items():
        common, rare = figures[f"{name} {COMMON}"], figures[f"{name} {RARE}"]
        found = quality(peer, words[: 5 if name in SLOW else None], texts) if name != BEST else ("", "")
        yield (
            f"| {name} | {common.wall * 1000:.0f} ms | {common.cpu * 1000:.0f} ms"
            f" | {rare.wall * 1000:.0f} ms | {rare.cpu * 1000:.0f} ms"
            f" | {max(common.memory, rare.memory):.0f} MB | {found[0]} | {found[1]} |"
        )
    yield f"\npython -c pass: {figures['python -c pass'].wall * 1000:.0f} ms"
    yield from (
        f"{name}: {peer.program} is not installed" for name, peer in all_.items() if name not in there
    )


if __name__ == "__main__":
    main()
