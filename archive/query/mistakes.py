"""What can be wrong with a query: one sentence and the place."""

from typing import ClassVar

from archive.errors import ArchiveError


class QueryError(ArchiveError):
    """The query cannot be read; `pointer` shows where."""

    advice = "See: minutes help query."
    exit_code: ClassVar[int] = 2

    def __init__(self, query: str, at: int, **values: object) -> None:
        self.query = query
        self.at = at
        super().__init__(**values)

    @property
    def pointer(self) -> str:
        """The query (its part around the mistake) and below it a caret under the place."""
        import unicodedata

        start = max(0, self.at - 60)
        shown = "".join(char if char.isprintable() else " " for char in self.query[start : self.at + 20])
        width = sum(
            2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in shown[: self.at - start]
        )
        return f"{shown}\n{' ' * width}^"


class Empty(QueryError):
    """Nothing asked."""

    message = "The query is empty."


class TooLong(QueryError):
    """More than anybody types."""

    message = "The query has {count} characters; at most {most} are read."


class TooDeep(QueryError):
    """Brackets within brackets."""

    message = "The query has more than {most} brackets inside one another."


class ControlCharacter(QueryError):
    """A character that no text has."""

    message = "The query has a control character (U+{code})."


class Unclosed(QueryError):
    """A quote or bracket without its partner."""

    message = "The query has a {sign} that is not closed."


class NotOpened(QueryError):
    """A bracket closes nothing."""

    message = "The query has a {sign} that closes nothing."


class NothingThere(QueryError):
    """An operator, quote, bracket or field with nothing after or in it."""

    message = "Something is missing in the query after {sign}."


class UnknownField(QueryError):
    """A word before a colon that is no field."""

    message = 'The query has an unknown field "{name}".'
    advice = "Fields are {known}; put words with a colon in quotes."


class BadDate(QueryError):
    """Not a day, month, year or period."""

    message = '"{value}" is not a date.'
    advice = "Write 2023, 2023-09, 2023-09-05, 2023-09..2024-01, last-month or today."


class BackToFront(QueryError):
    """A period that ends before it begins."""

    message = 'The period "{value}" ends before it begins.'
    advice = "Write the earlier date first."


class NoTerms(QueryError):
    """Terms are asked for, but their days are not known."""

    message = 'What "{value}" means is not known: no term has begun that the settings name.'
    advice = "Set the first day of each term: minutes config terms.2023-2024-1 2023-09-04."


class UnknownValue(QueryError):
    """is: or has: with something else."""

    message = '"{name}:{value}" is not known.'
    advice = "Values of {name}: are {known}."


class NotANumber(QueryError):
    """id: without a number."""

    message = '"{value}" is not the number of a meeting.'
    advice = "Write id:12."
