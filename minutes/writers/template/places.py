"""Where in a template something is: the paragraph that Jinja names, its words and its page."""

import re
from collections.abc import Iterator
from types import TracebackType
from typing import Final, NamedTuple

_TEMPLATE: Final = "<template>"  # the name that Jinja gives to what it has no file of
_PARAGRAPH: Final = re.compile(r"<w:p([ >])")
_TAGS: Final = re.compile(r"<[^>]+>")
_BLOCK: Final = re.compile(r"\{%[-+]?\s*(?P<word>\w+)")
_BREAK: Final = '<w:br w:type="page"/>'
_SHOWN_BREAK: Final = "<w:lastRenderedPageBreak/>"  # what Word knew of its pages when it saved the file
_BEGINS: Final = ("for", "if")
_LONGEST: Final = 80  # characters of the template shown


class Place(NamedTuple):
    """A paragraph."""

    page: int
    near: str


class Block(NamedTuple):
    """A loop or condition that is not paired: its word (for, endif), its line."""

    word: str
    line: int


class Source:
    """A part of the template as Jinja reads it: a paragraph a line."""

    def __init__(self, xml: str) -> None:
        self.lines = _PARAGRAPH.sub(r"\n<w:p\1", xml).splitlines()

    def place(self, line: int) -> Place:
        """The place of a line, counted from one; the nearest one with words where it has none."""
        order = [*range(line - 1, -1, -1), *range(line, len(self.lines))]
        words = ((at, _words(self.lines[at])) for at in order if at < len(self.lines))
        at, near = next(((at, one) for at, one in words if one), (0, "?"))
        return Place(self._page(at), near[:_LONGEST])

    def unpaired(self) -> Block | None:
        """The first end that ends nothing, else the last beginning that is not ended."""
        begun: list[Block] = []
        for block in self._blocks():
            if block.word in _BEGINS:
                begun.append(block)
            elif not begun or f"end{begun.pop().word}" != block.word:
                return block
        return begun[-1] if begun else None

    def _blocks(self) -> Iterator[Block]:
        paired = {*_BEGINS, *(f"end{word}" for word in _BEGINS)}
        for number, line in enumerate(self.lines, 1):
            words = (found["word"] for found in _BLOCK.finditer(line))
            yield from (Block(word, number) for word in words if word in paired)

    def _page(self, at: int) -> int:
        text = "".join(self.lines)
        sign = _SHOWN_BREAK if _SHOWN_BREAK in text else _BREAK
        return 1 + sum(line.count(sign) for line in self.lines[: at + 1])


def line_of(error: BaseException) -> int:
    """The line of the template that an error of Jinja's is about; 1 where it names none."""
    named = getattr(error, "lineno", None)
    if named:
        return int(named)
    lines = [
        at.tb_lineno for at in _frames(error.__traceback__) if at.tb_frame.f_code.co_filename == _TEMPLATE
    ]
    return lines[-1] if lines else 1


def _frames(at: TracebackType | None) -> Iterator[TracebackType]:
    while at:
        yield at
        at = at.tb_next


def _words(xml: str) -> str:
    return " ".join(_TAGS.sub("", xml).split())
