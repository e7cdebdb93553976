"""Reads a query: words and "phrases", field:value, -not, OR, brackets.

query = every ("OR" every)*;  every = part+;  part = "-" part | "(" query ")" | field ":" value | word | phrase
"""

import datetime as dt
import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from archive.query import conditions
from archive.query.mistakes import (
    ControlCharacter,
    Empty,
    NothingThere,
    NotOpened,
    TooDeep,
    TooLong,
    Unclosed,
)
from archive.query.tree import Every, Not, Query, Some, Tree, Words
from archive.text import fold

LONGEST: Final = 1000  # characters
DEEPEST: Final = 50  # brackets inside one another
_QUOTES: Final = {'"': '"\u201c\u201d\uff02', "\u201c": '"\u201d\uff02', "\u201d": '"\u201c\u201d\uff02',
                  "\uff02": '"\u201c\u201d\uff02', "\u300c": "\u300d", "\u300e": "\u300f"}  # fmt: skip
_OPEN, _CLOSE, _MINUS = "(\uff08", ")\uff09", "-\uff0d"
_WORD: Final = re.compile(r"""[^\s()\uff08\uff09"\u201c\u201d\uff02\u300c\u300e\u300d\u300f]+""")
_FIELD: Final = re.compile(r"""([^\W\d][\w-]*)[:\uff1a]""")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


class Token(NamedTuple):
    """A piece of the query."""

    kind: str  # word | phrase | field | open | close | minus | and | or
    text: str
    at: int


def parse(text: str, *, today: dt.date | None = None, terms: Mapping[str, dt.date] | None = None) -> Query:
    """The query in `text`; raises a QueryError that shows the place."""
    _check(text)
    reader = _Reader(text, today or dt.date.today(), terms or {})  # noqa: DTZ011  # the user's own day
    tree = reader.query(0)
    if reader.peek() is not None:
        token = reader.take()
        raise NotOpened(text, token.at, sign=token.text)
    return Query(text, tree)


def _check(text: str) -> None:
    if not text.strip():
        raise Empty(text, 0)
    if len(text) > LONGEST:
        raise TooLong(text, LONGEST, count=len(text), most=LONGEST)
    if (place := _no_text(text)) is not None:
        raise ControlCharacter(text, place, code=f"{ord(text[place]):04X}")


def _no_text(text: str) -> int | None:
    """Where a control character or half a character stands (a regular expression for the halves takes 1 ms to compile)."""
    if found := _CONTROL.search(text):
        return found.start()
    try:
        text.encode()
    except UnicodeEncodeError as error:
        return error.start
    return None


class _Reader:
    """Reads the tokens from left to right."""

    def __init__(self, text: str, today: dt.date, terms: Mapping[str, dt.date]) -> None:
        self.text = text
        self.today = today
        self.terms = terms
        self.tokens = tokens_of(text)
        self.place = 0

    def peek(self) -> Token | None:
        return self.tokens[self.place] if self.place < len(self.tokens) else None

    def take(self) -> Token:
        self.place += 1
        return self.tokens[self.place - 1]

    def query(self, depth: int) -> Tree:
        parts = [self.every(depth, None)]
        while (token := self.peek()) and token.kind == "or":
            self.take()
            parts.append(self.every(depth, token))
        return parts[0] if len(parts) == 1 else Some(tuple(parts))

    def every(self, depth: int, after: Token | None) -> Tree:
        """Conditions side by side; `after` is what they must follow."""
        parts: list[Tree] = []
        while (token := self.peek()) and token.kind not in {"or", "close"}:
            if token.kind == "and":
                self.between(token, parts)
            parts.append(self.part(depth))
        if not parts:
            raise self.missing(after or self.peek() or self.tokens[0])
        return parts[0] if len(parts) == 1 else Every(tuple(parts))

    def between(self, token: Token, before: list[Tree]) -> None:
        """Takes an AND, which needs a condition on either side."""
        self.take()
        after = self.peek()
        if not before or after is None or after.kind in {"and", "or", "close"}:
            raise self.missing(token)

    def part(self, depth: int) -> Tree:
        token = self.take()
        match token.kind:
            case "minus":
                self.expect(token)
                return Not(self.part(depth))
            case "open":
                return self.bracket(token, depth + 1)
            case "field":
                conditions.check(self.text, token)
                value = self.expect(token)
                self.take()
                return conditions.of(self.text, token, value, self.today, self.terms)
            case _:
                return Words(fold(token.text))

    def bracket(self, opening: Token, depth: int) -> Tree:
        if depth > DEEPEST:
            raise TooDeep(self.text, opening.at, most=DEEPEST)
        token = self.peek()
        if token and token.kind == "close":
            raise self.missing(opening)
        if token is None:
            raise Unclosed(self.text, opening.at, sign=opening.text)
        inside = self.query(depth)
        if self.peek() is None:
            raise Unclosed(self.text, opening.at, sign=opening.text)
        self.take()
        return inside

    def expect(self, token: Token) -> Token:
        """What must follow `token`: for a field a word or phrase that touches it."""
        following = self.peek()
        wanted = {"word", "phrase"} if token.kind == "field" else {"word", "phrase", "field", "open", "minus"}
        if following is None or following.kind not in wanted:
            raise self.missing(token)
        if token.text != "NOT" and not _touches(token, following.at):
            raise self.missing(token)
        return following

    def missing(self, token: Token) -> NothingThere | NotOpened:
        if token.kind == "close":
            return NotOpened(self.text, token.at, sign=token.text)
        return NothingThere(self.text, token.at, sign=token.text)


def tokens_of(text: str) -> list[Token]:
    """The pieces of a query; raises Unclosed, NothingThere."""
    tokens: list[Token] = []
    place = 0
    while place < len(text):
        if text[place].isspace():
            place += 1
            continue
        token, place = _next(text, place, tokens[-1] if tokens else None)
        tokens.append(token)
    return tokens


def _next(text: str, at: int, before: Token | None) -> tuple[Token, int]:
    char = text[at]
    if char in _QUOTES:
        return _phrase(text, at)
    if char in _OPEN + _CLOSE:
        return Token("open" if char in _OPEN else "close", char, at), at + 1
    is_value = before is not None and before.kind == "field" and before.at + len(before.text) == at
    if is_value:
        return _word(text, at)
    if char in _MINUS and (before is None or not _touches(before, at) or before.kind in {"minus", "open"}):
        return Token("minus", char, at), at + 1
    if field := _FIELD.match(text, at):
        return Token("field", field[0], at), field.end()
    return _operator(*_word(text, at))


def _touches(before: Token, at: int) -> bool:
    return before.at + len(before.text) == at


def _word(text: str, at: int) -> tuple[Token, int]:
    found = _WORD.match(text, at)
    if not found:  # a closing quote with nothing before it
        raise NotOpened(text, at, sign=text[at])
    return Token("word", found[0], at), found.end()


def _operator(token: Token, end: int) -> tuple[Token, int]:
    kind = {"OR": "or", "|": "or", "AND": "and", "&": "and", "NOT": "minus"}.get(token.text, "word")
    return token._replace(kind=kind), end


def _phrase(text: str, at: int) -> tuple[Token, int]:
    closing = _QUOTES[text[at]]
    end = next((place for place in range(at + 1, len(text)) if text[place] in closing), None)
    if end is None:
        raise Unclosed(text, at, sign=text[at])
    inside = text[at + 1 : end]
    if not inside.strip():
        raise NothingThere(text, at, sign=text[at])
    return Token("phrase", inside, at), end + 1
