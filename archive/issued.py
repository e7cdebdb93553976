"""Minutes as they were issued: the exported bytes of a final record, kept so that the same export gives them again.

issued/000/000012.json lists what was issued of meeting 12; the bytes lie in issued/000/000012/, named by their SHA-256.
What is kept belongs to the record as signed: opened again and altered, it is issued anew, and the old bytes stay.
"""

import hashlib
import json
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import msgspec

from archive.answers import Finding
from archive.files import Disk, remove
from archive.history import now
from archive.originals import sha256_of
from archive.record import Meeting
from archive.records import FOLLOW_UP, follows_up, values_of

FOLDER: Final = "issued"
LIST_DAMAGED: Final = "The list of what was issued of meeting {id} is damaged: {reason}."
ISSUE_MISSING: Final = "What was issued of meeting {id} on {when} ({file}) is missing."
ISSUE_ALTERED: Final = "What was issued of meeting {id} on {when} ({file}) was altered."
_UNSIGNED: Final = ("revision", "state", "labels")
_PER_FOLDER: Final = 1000


class Issue(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One output that was kept."""

    signed: str  # SHA-256 of the record as signed
    asked: str  # what the export was asked for: format, profile ...
    file: str  # name of the kept file, its SHA-256 and an ending
    when: str  # ISO 8601, UTC
    who: str


class Issued:
    """What was issued, of every meeting of one archive."""

    def __init__(self, folder: Path, disk: Disk) -> None:
        self.folder = folder / FOLDER
        self.disk = disk

    def find(self, meeting: Meeting, asked: str) -> bytes | None:
        """The bytes issued of this record, as signed, for the same request; None where there are none."""
        signed = _signed(meeting)
        for issue in self.of(_number(meeting)):
            if (issue.signed, issue.asked) == (signed, asked):
                path = self._file(_number(meeting), issue)
                return path.read_bytes() if path.is_file() else None
        return None

    def keep(self, meeting: Meeting, asked: str, data: bytes, suffix: str, who: str) -> Issue:
        """Keeps `data`, durably, as issued of this record for what was asked; the writer's lock must be held."""
        number = _number(meeting)
        file = sha256_of(data) + suffix
        issue = Issue(signed=_signed(meeting), asked=asked, file=file, when=now(), who=who)
        others = [one for one in self.of(number) if (one.signed, one.asked) != (issue.signed, asked)]
        self.disk.write(self._file(number, issue), data)
        self.disk.write(self._list(number), msgspec.json.encode([*others, issue]))
        return issue

    def of(self, number: int) -> Sequence[Issue]:
        """Everything issued of a meeting, the oldest first; raises msgspec.DecodeError for a damaged list."""
        path = self._list(number)
        return msgspec.json.decode(path.read_bytes(), type=list[Issue]) if path.is_file() else ()

    def remove(self, number: int) -> None:
        """Takes away what was issued of a meeting, for good."""
        path = self._list(number)
        shutil.rmtree(path.with_suffix(""), ignore_errors=True)
        if path.is_file():
            remove(path)

    def findings(self) -> Iterator[Finding]:
        """What is not as it should be."""
        for path in sorted(self.folder.glob("*/*.json")):
            name, number = f"{FOLDER}/{path.parent.name}/{path.name}", path.stem
            try:
                issues = self.of(int(number))
            except (msgspec.DecodeError, ValueError) as error:
                yield Finding("issues-damaged", name, LIST_DAMAGED, {"id": number, "reason": error}, True)
                continue
            yield from (found for one in issues if (found := self._looked_at(int(number), one)))

    def _looked_at(self, number: int, issue: Issue) -> Finding | None:
        path = self._file(number, issue)
        values = {"id": number, "when": issue.when[:10], "file": issue.file}
        if not path.is_file():
            return Finding("issue-missing", issue.file, ISSUE_MISSING, values, True)
        with path.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
        altered = Finding("issue-altered", issue.file, ISSUE_ALTERED, values, True)
        return None if digest == path.stem else altered

    def _list(self, number: int) -> Path:
        return self.folder / f"{number // _PER_FOLDER:03d}" / f"{number:06d}.json"

    def _file(self, number: int, issue: Issue) -> Path:
        return self._list(number).with_suffix("") / Path(issue.file).name


def _number(meeting: Meeting) -> int:
    assert meeting.id is not None  # only filed records are issued
    return meeting.id


def _signed(meeting: Meeting) -> str:
    """The digest of what the signature covers: not labels, nor how its action points fare afterwards."""
    values: dict[str, Any] = {
        name: value for name, value in values_of(meeting).items() if name not in _UNSIGNED
    }
    values["action_points"] = [
        {name: value for name, value in point.items() if name not in FOLLOW_UP}
        for point in values["action_points"]
    ]
    values["corrections"] = [one for one in values["corrections"] if not follows_up(one["path"])]
    return sha256_of(json.dumps(values, sort_keys=True, ensure_ascii=False).encode())
