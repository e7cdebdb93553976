"""Fills a template; runs in a process of its own, because a template may loop for ever."""

import io
import zipfile
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from archive.errors import ArchiveError
from archive.record import from_json
from minutes.writers.repacked import repacked
from minutes.writers.template import errors
from minutes.writers.template.explain import explained
from minutes.writers.template.fields import fields
from minutes.writers.template.places import Source

if TYPE_CHECKING:
    from minutes.writers.template import Job

LARGEST: Final = 100 * 1024 * 1024  # bytes of all parts, inflated


def answer(job: "Job") -> bytes | ArchiveError:
    """The filled document, or what is wrong."""
    try:
        check_installed()
        _bounded(job)
        return _filled(job)
    except ArchiveError as error:
        return error


def check_installed() -> None:
    """Raises NoDocxtpl where the extra is not there, before anything else is looked at."""
    try:
        import_module("docxtpl")
        import_module("jinja2")
    except ImportError as error:
        raise errors.NoDocxtpl from error


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
    sources = _recorded(document)
    try:
        document.render(fields(from_json(job.record)), sandbox)
        document.save(made)
    except MemoryError as error:
        raise errors.TemplateTooMuch(file=job.name) from error
    except Exception as error:
        raise explained(error, job, sources[-1] if sources else Source("")) from error
    return repacked(made.getvalue())


def _recorded(document: Any) -> list[Source]:
    """The parts of the template, as Jinja gets them from now on."""
    sources: list[Source] = []
    render = document.render_xml_part

    def recording(xml: str, *given: Any, **named: Any) -> Any:
        sources.append(Source(xml))
        return render(xml, *given, **named)

    document.render_xml_part = recording
    return sources


def _opened(job: "Job") -> Any:
    from docxtpl import DocxTemplate

    try:
        document = DocxTemplate(io.BytesIO(job.template))
        document.init_docx()
    except Exception as error:
        raise errors.NotATemplate(file=job.name) from error
    return document
