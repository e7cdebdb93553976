"""A folder of reports with their labels beside them: NAME.html (or .docx ...) and NAME.gold.json."""

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from archive.errors import ArchiveError
from minutes.scoring.compare import Comparison, Counts, compare, labels_of
from minutes.scoring.totals import Measures, measures

LABELS = ".gold.json"


class NoLabels(ArchiveError):
    """The folder holds nothing to score."""

    message = "{folder} holds no labelled report."
    advice = "Put NAME.gold.json beside each report; the README says what it holds."
    exit_code = 1


class BadLabels(ArchiveError):
    """A label file that cannot be read."""

    message = "{file} does not hold labels: {reason}."
    advice = "The README says what a label file holds."
    exit_code = 3


@dataclass(frozen=True, slots=True)
class Score:
    """Measures by group (the name's first part, and "all"), and every difference by report."""

    groups: dict[str, Measures]
    errors: dict[str, list[str]]


def score(folder: Path) -> Score:
    """Reads, extracts and compares every labelled report of `folder`; raises `NoLabels`, `BadLabels`, `ReadError`."""
    labels = sorted(folder.glob(f"*{LABELS}"))
    if not labels:
        raise NoLabels(folder=folder)
    totals: dict[str, Counts] = {}
    errors: dict[str, list[str]] = {}
    for path in labels:
        name = path.name.removesuffix(LABELS)
        result = _compared(path, name)
        errors[name] = result.errors
        for group in (name.split("-", maxsplit=1)[0], "all"):
            totals.setdefault(group, Counter()).update(result.counts)
    groups = sorted(totals, key=lambda group: (group == "all", group))
    return Score({group: measures(totals[group]) for group in groups}, errors)


def _compared(labels: Path, name: str) -> Comparison:
    from minutes.extract import extract
    from minutes.readers import read

    try:
        gold = json.loads(labels.read_text("utf-8"))
        return compare(gold, labels_of(extract(read(_report_of(labels, name)))))
    except (ValueError, KeyError, TypeError) as wrong:
        raise BadLabels(file=labels.name, reason=wrong) from wrong


def _report_of(labels: Path, name: str) -> Path:
    others = [path for path in sorted(labels.parent.glob(f"{name}.*")) if path.suffix != ".json"]
    if not others:
        raise BadLabels(file=labels.name, reason="no report of that name beside it")
    return others[0]
