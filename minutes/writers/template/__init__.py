"""Own Word templates: an office's letterhead with fields (docxtpl), filled in a sandbox, in a process of its own, within time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from archive.errors import ArchiveError
from archive.record import Meeting, to_json
from minutes.workers import Bounds, TimeUp, WorkerDied, Workers
from minutes.writers.template.errors import TemplateTooMuch, TemplateTooSlow

BOUNDS: Final = Bounds(seconds=20.0)


@dataclass(frozen=True, slots=True)
class Job:
    """A template and a record to fill it with; the record travels as JSON."""

    name: str
    template: bytes
    record: bytes

    def __str__(self) -> str:
        """The template's name, for messages."""
        return self.name


def fill(name: str, template: bytes, meeting: Meeting, bounds: Bounds = BOUNDS) -> bytes:
    """The template filled with the record, a .docx; raises a TemplateError that says what is wrong with it."""
    found = _answer(Job(name, template, to_json(meeting)), bounds)
    if isinstance(found, ArchiveError):
        raise found
    assert isinstance(found, bytes)
    return found


def check(
    name: str, template: bytes, samples: Sequence[Meeting], bounds: Bounds = BOUNDS
) -> list[ArchiveError]:
    """What is wrong with the template, tried on each sample; [] where it can be used."""
    found: dict[str, ArchiveError] = {}
    for sample in samples:
        answer = _answer(Job(name, template, to_json(sample)), bounds)
        if isinstance(answer, ArchiveError):
            found[answer.sentence()] = answer
        if isinstance(answer, TemplateTooSlow | TemplateTooMuch):
            break
    return list(found.values())


def _answer(job: Job, bounds: Bounds) -> bytes | ArchiveError:
    from minutes.writers.template.render import answer

    with Workers(answer, 1, bounds) as workers:
        found: bytes | ArchiveError = next(workers.answers([job]))[0]
    if isinstance(found, TimeUp):
        return TemplateTooSlow(file=job.name, seconds=int(bounds.seconds))
    return TemplateTooMuch(file=job.name) if isinstance(found, WorkerDied) else found
