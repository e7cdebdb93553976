"""What can be wrong with a template, each in a sentence."""

from archive.errors import ArchiveError


class TemplateError(ArchiveError):
    """The template cannot be used."""

    exit_code = 3


class NoDocxtpl(TemplateError):
    """The extra is not installed."""

    message = "Templates need docxtpl, which is not installed here."
    advice = 'Install it with: pip install "minutes-archive[templates]".'
    exit_code = 1


class NotATemplate(TemplateError):
    """Not a Word file."""

    message = "{file} is not a Word document (.docx)."
    advice = "minutes templates new writes one to begin with."


class TemplateTooLarge(TemplateError):
    """More than any letterhead needs."""

    message = "{file} is too large for a template."
    advice = "It may have {megabytes} MB, pictures and all."


class BrokenTag(TemplateError):
    """A tag that is not closed, not known, or out of place."""

    message = "{file} has a broken tag near: {near} ({reason})."
    advice = 'Each "for" needs its "endfor", each "if" its "endif", and every pair of braces must be closed.'


class UnknownField(TemplateError):
    """A field that a record has not."""

    message = "{file} asks for a field that there is not: {reason}; near: {near}."
    advice = "minutes templates new writes a template with all fields."


class NeedsLoop(TemplateError):
    """A list written as if it were one value."""

    message = "{file} writes {name} as one value, but there may be many."
    advice = "Write a loop: {{% for one in {name} %}} ... {{% endfor %}}."


class Forbidden(TemplateError):
    """Something the sandbox does not allow."""

    message = "{file} asks for something that templates may not do: {reason}."
    advice = "Templates may only use the record's fields."


class TemplateTooSlow(TemplateError):
    """A loop without end."""

    message = "{file} was not filled within {seconds} seconds."
    advice = "Look for a loop within a loop."
