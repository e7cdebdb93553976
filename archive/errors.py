"""The one family of errors a user may meet: each is a sentence with its next step and its exit code."""

from collections.abc import Callable
from functools import partial
from typing import Any, ClassVar


class ArchiveError(Exception):
    """Something the user can act on.

    `message` says what is wrong and where, `advice` what to do; both are English templates filled from `values`.
    They are also the keys of the message catalogues, so this wing needs none. Exit codes are DESIGN's:
    1 nothing found, 2 wrong usage, 3 an input failed, 4 archive damaged, 5 locked or not writable.
    """

    message: ClassVar[str] = ""
    advice: ClassVar[str] = ""
    exit_code: ClassVar[int] = 1

    def __init__(self, **values: object) -> None:
        self.values = values
        super().__init__(self.sentence())

    def __reduce__(self) -> tuple[Any, ...]:
        """So that an error can come back from another process; what is no number travels as its words."""
        values = {
            name: value if isinstance(value, int) else str(value) for name, value in self.values.items()
        }
        return partial(type(self), **values), ()

    def sentence(self, translate: Callable[[str], str] = str) -> str:
        """Message and advice as one line, in the language of `translate`."""
        parts = [translate(part).format_map(self.values) for part in (self.message, self.advice) if part]
        return " ".join(parts)
