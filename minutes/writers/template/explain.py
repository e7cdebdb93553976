"""Jinja's and docxtpl's errors as ours, with the page and the words of the template they are about."""

import re
from typing import TYPE_CHECKING, Any, Final

from archive.errors import ArchiveError
from minutes.border import one_line
from minutes.writers.template import errors
from minutes.writers.template.fields import ListWithoutLoopError, names
from minutes.writers.template.places import Source, line_of

if TYPE_CHECKING:
    from minutes.writers.template import Job

_QUOTED: Final = re.compile(r"'([^']+)'[^']*$")  # the last name that a message of Jinja's has
_OTHER_FILES: Final = re.compile(r"\{%[-+]?\s*(?:include|import|from|extends)\b")
_LIKE: Final = 0.7
_WRITES: Final = "Many object"  # of Jinja's message on a list of ours


def explained(error: Exception, job: "Job", source: Source) -> ArchiveError:
    """What is wrong, where, and what to do."""
    from jinja2 import TemplateSyntaxError, UndefinedError
    from jinja2.exceptions import SecurityError, TemplateAssertionError

    page, near = source.place(line_of(error))
    known: dict[str, Any] = {"file": job.name, "page": page, "near": near}
    reason = one_line(str(error))
    match error:
        case ListWithoutLoopError():
            return errors.NeedsLoop(**known, name=reason)
        case SecurityError() | OverflowError():
            return errors.Forbidden(**known)
        case UndefinedError():
            return _unknown(reason, known)
        case TemplateAssertionError():
            return errors.UnknownFilter(**known, name=_name(reason))
        case TemplateSyntaxError():
            return _broken(source, known)
    others = _OTHER_FILES.search("".join(source.lines))  # the sandbox has no files to give
    return (errors.Forbidden if others else errors.BrokenTag)(**known)


def _name(reason: str) -> str:
    found = _QUOTED.search(reason)
    return found[1] if found else "?"


def _unknown(reason: str, known: dict[str, Any]) -> ArchiveError:
    """A field that there is not: perhaps of a list that wants a loop, perhaps one that is spelt otherwise."""
    name = _name(reason)
    within = re.search(rf"(\w+)\.{re.escape(name)}\b", known["near"])
    if _WRITES in reason:
        return errors.NeedsLoop(**known, name=within[1] if within else name)
    if re.search(rf"\b{re.escape(name)}\.\w", known["near"]):
        return errors.OutsideLoop(**known, name=name)
    from difflib import get_close_matches

    if like := get_close_matches(name, names(), 1, cutoff=_LIKE):
        return errors.NearField(**known, name=name, other=like[0])
    return errors.UnknownField(**known, name=name)


def _broken(source: Source, known: dict[str, Any]) -> ArchiveError:
    """A tag that cannot be read; a loop or condition that is not paired is named."""
    block = source.unpaired()
    if block is None:
        return errors.BrokenTag(**known)
    page, near = source.place(block.line)
    kind = errors.NotBegun if block.word.startswith("end") else errors.NotEnded
    return kind(file=known["file"], page=page, near=near, tag=block.word)
