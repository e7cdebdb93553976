"""What runs add to the paragraph they are in: text and its stand-ins, unless a field's code or hidden."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from lxml.etree import _Element

from minutes.messages import say
from minutes.readers import errors
from minutes.readers.limits import Limits
from minutes.readers.word.names import OFF, VAL, q
from minutes.readers.word.symbols import shown
from minutes.readers.word.tally import Tally

if TYPE_CHECKING:
    from minutes.readers.word.paragraph import Paragraph

Handler = Callable[[_Element], "bool | None"]  # True: what is in the element is passed over


class Runs:
    """The open paragraphs, one inside another where text boxes are, and what is written into the innermost."""

    def __init__(self, tally: Tally, file: str, limits: Limits) -> None:
        self.tally = tally
        self.file = file
        self.limits = limits
        self.paragraphs: list[Paragraph] = []
        self._fields: list[bool] = []  # for each field we are in: whether its result has begun
        self._muted = 0  # fields in whose codes we are
        self._hidden: _Element | None = None  # the run that is not shown

    def handlers(self) -> dict[str, Handler]:
        """Who takes which element."""
        return {
            "w:t": self._text,
            "m:t": self._text,
            "w:tab": lambda _: self._write(" "),
            "w:ptab": lambda _: self._write(" "),
            "w:br": lambda _: self._write("\n"),
            "w:cr": lambda _: self._write("\n"),
            "w:noBreakHyphen": lambda _: self._write("-"),
            "w:sym": self._symbol,
            "w:fldChar": self._field,
            "w:vanish": self._hide,
            "w:rt": lambda _: True,  # the reading above a word
        }

    def settle(self) -> None:
        """The end of a paragraph: a field that never shows a result must not swallow the rest.

        The end of a field begun in an earlier paragraph finds none and is passed over.
        """
        self._fields.clear()
        self._muted = 0
        self._hidden = None

    def _text(self, element: _Element) -> None:
        text = element.text
        if not text:
            return
        if self._hidden is not None and element.getparent() is self._hidden:
            self.tally.hidden += 1
            return
        self._write(text.replace("\n", " "))

    def _write(self, text: str) -> None:
        """Adds text to the paragraph we are in; outside of one there is none in a sound document."""
        if not self.paragraphs or self._muted:
            return
        self.paragraphs[-1].parts.append(text)
        self.tally.size += len(text)
        if self.tally.size > self.limits.text:
            raise errors.TooMuchText(file=self.file, what=say("characters"), limit=self.limits.text)

    def _symbol(self, element: _Element) -> None:
        text = shown(element.get(q("w:font")) or "", element.get(q("w:char")) or "")
        self.tally.symbols += text is None
        self._write(text or "")

    def _field(self, element: _Element) -> None:
        """What stands between the begin of a field and its separator is its code, not text."""
        kind = element.get(q("w:fldCharType"))
        if kind == "begin":
            self._fields.append(False)
            self._muted += 1
        elif kind == "separate" and self._fields and not self._fields[-1]:
            self._fields[-1] = True
            self._muted -= 1
        elif kind == "end" and self._fields and not self._fields.pop():
            self._muted -= 1

    def _hide(self, element: _Element) -> None:
        properties = element.getparent()
        run = None if properties is None else properties.getparent()
        if run is not None and run.tag == q("w:r") and element.get(VAL) not in OFF:
            self._hidden = run
