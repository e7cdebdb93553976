"""The quality gate's tool: scores a corpus of labelled reports and keeps its floors.

    python tests/quality.py [CORPUS]               the table, and every difference with --errors
    python tests/quality.py [CORPUS] --raise       floors up to what is reached now
    python tests/quality.py [CORPUS] --lower WHY   floors to what is reached now, even down; WHY is kept beside them

CORPUS is reports (else) or reports-more: some hundred invented reports of other hands, who wrote and labelled them without seeing the grammar.
Floors stand in tests/floors-CORPUS.json with the digest of the corpus: other reports, other floors.
"""

import hashlib
import json
import sys
from pathlib import Path

from minutes.scoring.folder import score
from minutes.scoring.totals import table

HERE = Path(__file__).parent
CORPORA = ("reports", "reports-more")


class Corpus:
    """A folder of labelled reports, and the file with its floors."""

    def __init__(self, name: str) -> None:
        self.folder = HERE / name
        self.file = HERE / f"floors-{name}.json"

    def digest(self) -> str:
        """SHA-256 over names and bytes of the reports."""
        total = hashlib.sha256()
        for path in sorted(self.folder.iterdir()):
            total.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
        return total.hexdigest()

    def floors(self) -> dict[str, object]:
        """What the file of floors says."""
        return (
            json.loads(self.file.read_text("utf-8")) if self.file.exists() else {"floors": {}, "lowered": []}
        )

    def reached(self) -> dict[str, dict[str, float]]:
        """Every measure of every group today, rounded down to 0.001."""
        return {
            group: {name: int(value * 1000) / 1000 for name, value in found.items() if value is not None}
            for group, found in score(self.folder).groups.items()
        }

    def store(self, *, lower: bool, why: str = "") -> None:
        """Writes the floors; without `lower` none goes down."""
        old, now = self.floors(), self.reached()
        if not lower:
            now = {
                group: {
                    name: max(value, old["floors"].get(group, {}).get(name, 0))
                    for name, value in found.items()
                }
                for group, found in now.items()
            }
        lowered = [*old["lowered"], why] if lower else old["lowered"]
        whole = {"corpus": self.digest(), "floors": now, "lowered": lowered}
        text = json.dumps(whole, indent=1, sort_keys=True, ensure_ascii=False)
        self.file.write_text(text + "\n", "utf-8")


def main(arguments: list[str]) -> None:
    """See the head of this file."""
    corpus = Corpus(next((word for word in arguments if word in CORPORA), CORPORA[0]))
    if "--raise" in arguments:
        corpus.store(lower=False)
    elif "--lower" in arguments:
        corpus.store(lower=True, why=arguments[arguments.index("--lower") + 1])
    result = score(corpus.folder)
    print(table(result.groups))
    if "--errors" in arguments:
        for name, errors in result.errors.items():
            print(f"\n{name}", *errors, sep="\n  ")


if __name__ == "__main__":
    main(sys.argv[1:])
