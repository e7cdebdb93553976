"""What can be wrong with a template, each in a sentence with page and text."""

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

    message = "{file} has a broken tag on page {page}, near: {near}."
    advice = "Every pair of braces must be closed, with a field or a loop between them."


class NotEnded(TemplateError):
    """A loop or condition without its end."""

    message = "{file} begins {{% {tag} %}} on page {page} and never ends it, near: {near}."
    advice = "Write {{% end{tag} %}} where it ends."


class NotBegun(TemplateError):
    """The end of a loop or condition that was not begun, or not last."""

    message = "{file} has {{% {tag} %}} on page {page} where nothing of the kind can end, near: {near}."
    advice = "Each for needs its endfor and each if its endif, the inner one first."


class UnknownField(TemplateError):
    """A field that a record has not."""

    message = "{file} asks for {name} on page {page}, which no record has, near: {near}."
    advice = "minutes templates new writes a template with all fields."


class NearField(UnknownField):
    """A field that a record has not, but one like it."""

    advice = "Did you mean {other}?"


class OutsideLoop(UnknownField):
    """A name that only a loop could give."""

    advice = "Is a loop missing? {{% for {name} in actions %}} ... {{% endfor %}}"


class UnknownFilter(TemplateError):
    """Something after a bar that is no filter."""

    message = "{file} uses {name} on page {page}, which is no filter of Jinja's, near: {near}."
    advice = "Fields can be written as they are, without a bar."


class NeedsLoop(TemplateError):
    """A list written as if it were one value."""

    message = "{file} writes {name} on page {page} as one value, but there may be many, near: {near}."
    advice = "Write a loop: {{% for one in {name} %}} ... {{% endfor %}}."


class Forbidden(TemplateError):
    """Something the sandbox does not allow."""

    message = "{file} asks on page {page} for something that templates may not do, near: {near}."
    advice = "Templates may only use the record's fields."


class TemplateTooSlow(TemplateError):
    """A loop without end."""

    message = "{file} was not filled within {seconds} seconds."
    advice = "Look for a loop within a loop."


class TemplateTooMuch(TemplateError):
    """A loop that writes without end."""

    message = "{file} was given up: filling it took too much memory."
    advice = "Look for a loop within a loop."
