"""Patterns compiled when they are first tried: a report needs a third of the grammar's, and all of them take 0.1 s."""

import re
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split")


class _Lazy:
    """Stands for a pattern; its methods are the compiled pattern's own from the first call on."""

    __slots__ = ("flags", "pattern", *_METHODS)

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self.flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazy(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern, compiled when it is first tried; for constants of modules.

    A match names the compiled pattern (`match.re`), not this one: compare `match.re.pattern`.
    """
    return cast("re.Pattern[str]", _Lazy(pattern, flags))
