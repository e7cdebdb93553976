"""The quality gate's tool: scores tests/reports and keeps the floors.

    python tests/quality.py                        the table, and every difference with --errors
    python tests/quality.py --raise                floors up to what is reached now
    python tests/quality.py --lower WHY            floors to what is reached now, even down; WHY is kept beside them

Floors stand in tests/floors.json with the digest of the corpus: other reports, other floors.
"""

import hashlib
import json
import sys
from pathlib import Path

from minutes.scoring.folder import score
from minutes.scoring.totals import table

REPORTS = Path(__file__).with_name("reports")
FLOORS = Path(__file__).with_name("floors.json")


def digest() -> str:
    """SHA-256 over names and bytes of the corpus."""
    total = hashlib.sha256()
    for path in sorted(REPORTS.iterdir()):
        total.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def floors() -> dict[str, object]:
    """What tests/floors.json says."""
    return json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {"floors": {}, "lowered": []}


def reached() -> dict[str, dict[str, float]]:
    """Every measure of every group today, rounded down to 0.001."""
    return {
        group: {name: int(value * 1000) / 1000 for name, value in found.items() if value is not None}
        for group, found in score(REPORTS).groups.items()
    }


def store(*, lower: bool, why: str = "") -> None:
    """Writes the floors; without `lower` none goes down."""
    old, now = floors(), reached()
    if not lower:
        now = {
            group: {
                name: max(value, old["floors"].get(group, {}).get(name, 0)) for name, value in found.items()
            }
            for group, found in now.items()
        }
    lowered = [*old["lowered"], why] if lower else old["lowered"]
    text = json.dumps(
        {"corpus": digest(), "floors": now, "lowered": lowered}, indent=1, sort_keys=True, ensure_ascii=False
    )
    FLOORS.write_text(text + "\n", "utf-8")


def main(arguments: list[str]) -> None:
    """See the head of this file."""
    if "--raise" in arguments:
        store(lower=False)
    elif "--lower" in arguments:
        store(lower=True, why=arguments[arguments.index("--lower") + 1])
    result = score(REPORTS)
    print(table(result.groups))
    if "--errors" in arguments:
        for name, errors in result.errors.items():
            print(f"\n{name}", *errors, sep="\n  ")


if __name__ == "__main__":
    main(sys.argv[1:])
