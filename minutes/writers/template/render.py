"""Fills a template; runs in a process of its own, because a template may loop for ever."""

import io
import re
import zipfile
from typing import TYPE_CHECKING, Any, Final

from archive.errors import ArchiveError
from archive.record import from_json
from minutes.border import one_line
from minutes.writers.opc import repacked
from minutes.writers.template import errors
from minutes.writers.template.fields import ListWithoutLoopError, fields

if TYPE_CHECKING:
    from minutes.writers.template import Job

LARGEST: Final = 100 * 1024 * 1024  # bytes of all parts, inflated
_NAME: Final = re.compile(r"'([^']+)'[^']*$")
_TAGS: Final = re.compile(r"<[^>]+>")
_LONGEST: Final = 80  # characters of the template shown


def answer(job: "Job") -> bytes | ArchiveError:
    """The filled document, or what is wrong."""
    try:
        _bounded(job)
        return _filled(job)
    except ArchiveError as error:
        return error


def _bounded(job: "Job") -> None:
    """Raises NotATemplate or TemplateTooLarge."""
    try:
        with zipfile.ZipFile(io.BytesIO(job.template)) as package:
            size = sum(entry.file_size for entry in package.infolist())
            named = "word/document.xml" in package.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise errors.NotATemplate(file=job.name) from error
    if not named:
        raise errors.NotATemplate(file=job.name)
    if size > LARGEST:
        raise errors.TemplateTooLarge(file=job.name, megabytes=LARGEST // 1024 // 1024)


def _filled(job: "Job") -> bytes:
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    sandbox = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    document, made = _opened(job), io.BytesIO()
    try:
        document.render(fields(from_json(job.record)), sandbox)
        document.save(made)
    except MemoryError:
        raise
    except Exception as error:
        raise _explained(error, job, document) from error
    return repacked(made.getvalue())


def _opened(job: "Job") -> Any:
    try:
        from docxtpl import DocxTemplate
    except ImportError as error:
        raise errors.NoDocxtpl from error
    try:
        document = DocxTemplate(io.BytesIO(job.template))
        document.init_docx()
    except Exception as error:
        raise errors.NotATemplate(file=job.name) from error
    return document


def _explained(error: Exception, job: "Job", document: Any) -> ArchiveError:
    """Jinja's and docxtpl's errors as ours, with the words of the template they are about."""
    from jinja2 import TemplateSyntaxError, UndefinedError
    from jinja2.exceptions import SecurityError

    reason = one_line(str(error)) or type(error).__name__
    match error:
        case ListWithoutLoopError():
            return errors.NeedsLoop(file=job.name, name=reason)
        case SecurityError() | OverflowError():
            return errors.Forbidden(file=job.name, reason=reason)
        case UndefinedError():
            named = _NAME.search(reason)
            near = _around(named[1] if named else "", document)
            return errors.UnknownField(file=job.name, reason=reason, near=near)
        case TemplateSyntaxError():
            lines = [one_line(line) for line in getattr(error, "docx_context", ())]
            near = next((line for line in (*lines[3:], *reversed(lines[:3])) if line), "?")
            return errors.BrokenTag(file=job.name, near=near[:_LONGEST], reason=reason)
        case _:
            return errors.BrokenTag(file=job.name, near="?", reason=reason)


def _around(name: str, document: Any) -> str:
    """The paragraph of the template that names the field."""
    paragraphs = (_TAGS.sub("", one) for one in document.get_xml().split("</w:p>"))
    found = next((one_line(text) for text in paragraphs if name and name in text), "?")
    return found[:_LONGEST]
