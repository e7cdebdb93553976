"""A record while it is being put together: every value arrives with its evidence, and gaps stay gaps."""

from typing import Any

import msgspec
from msgspec import Struct, field

from archive.record import Block, Confidence, Evidence, Meeting, Note, Span
from minutes.report import Report


class Draft(Struct):
    """Collects the fields of one meeting; `finish` makes the record."""

    report: Report
    blocks: tuple[Block, ...]
    language: str
    fields: dict[str, Any] = field(default_factory=dict)
    evidence: dict[str, list[Evidence]] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)

    def put(
        self,
        name: str,
        value: object,
        span: Span | None,
        rule: str,
        confidence: Confidence = "stated",
        reason: str | None = None,
    ) -> None:
        """Sets the field `name` unless an earlier, better rule has; the evidence is kept either way."""
        if value is None:
            return
        if self.fields.get(name) is None:
            self.fields[name] = value
        self.prove(name, span, rule, confidence, reason)

    def prove(
        self,
        path: str,
        span: Span | None,
        rule: str,
        confidence: Confidence = "stated",
        reason: str | None = None,
    ) -> None:
        """Adds evidence for `path` ("speakers.0.role", indexes from 0)."""
        found = Evidence(span=span, rule=rule, confidence=confidence, reason=reason)
        self.evidence.setdefault(path, []).append(found)

    def note(self, kind: str, message: str, span: Span | None = None) -> None:
        """Adds a note for a person to look at."""
        self.notes.append(Note(kind=kind, message=message, span=span))

    def finish(self) -> Meeting:
        """The record; raises `msgspec.ValidationError` where a field has the wrong type."""
        proofs = {path: tuple(found) for path, found in self.evidence.items()}
        meeting = Meeting(
            source=self.report.source,
            body=self.blocks,
            evidence=proofs,
            notes=(*self.report.notes, *self.notes),
        )
        return msgspec.structs.replace(meeting, language=self.language, **self.fields)
