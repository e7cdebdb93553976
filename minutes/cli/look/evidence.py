"""Why each value stands in a record: the sentence it was read from, the rule, how sure it is."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from minutes.cli.look import words
from minutes.cli.look.piece import BLANK, Line, Piece, columns_of, hanging, of_document, shortened
from minutes.messages import say
from minutes.places import label

if TYPE_CHECKING:
    from archive.record import Correction, Evidence, Meeting, Span

ORDER: Final = ("doubtful", "inferred", "stated")
STYLES: Final = {"doubtful": "doubt", "inferred": "guess", "stated": "good"}
SENTENCE_END: Final = re.compile("[\u3002\uff01\uff1f\uff1b!?;\n]|[.](?=\\s)")
LONGEST: Final = 120  # characters of the sentence shown on either side of the words


class Reason(NamedTuple):
    """One value and one piece of evidence for it."""

    path: str
    value: Any
    evidence: "Evidence"


def reasons(meeting: "Meeting", path: str | None) -> list[Reason]:
    """The evidence at `path` and below it (None: all), the doubtful first, else in the record's order."""
    found = [
        Reason(place, value_at(meeting, place), one)
        for place, many in meeting.evidence.items()
        if path is None or f"{place}.".startswith(f"{path}.")
        for one in many
    ]
    fields = meeting.__struct_fields__
    return sorted(found, key=lambda one: (ORDER.index(one.evidence.confidence), _place(one.path, fields)))


def _place(path: str, fields: tuple[str, ...]) -> tuple[int, list[tuple[int, str]]]:
    """Where a path stands in a record: fields in their order, items by number."""
    first, *rest = path.split(".")
    known = fields.index(first) if first in fields else len(fields)
    return known, [(int(step), "") if step.isdigit() else (-1, step) for step in rest]


def value_at(meeting: Any, path: str) -> Any:
    """The value at a dotted path, list items counted from 0; None where there is nothing."""
    value = meeting
    for step in path.split("."):
        try:
            value = value[int(step)] if step.isdigit() else getattr(value, step, None)
        except (IndexError, TypeError):
            return None
    return value


def sentence(meeting: "Meeting", span: "Span") -> tuple[str, str, str]:
    """The words of `span`, with what stands before and after them in their sentence."""
    text = meeting.body[span.block].text
    ends = [end.end() for end in SENTENCE_END.finditer(text)]
    begin = max((end for end in ends if end <= span.start), default=0)
    stop = min((end for end in ends if end >= span.end), default=len(text))
    before = _tail(text[begin : span.start])
    return before, text[span.start : span.end], _start(text[span.end : stop])


def _tail(text: str) -> str:
    return text if len(text) <= LONGEST else "\u2026" + text[-LONGEST:]


def _start(text: str) -> str:
    return text if len(text) <= LONGEST else text[:LONGEST] + "\u2026"


def lines(meeting: "Meeting", found: list[Reason], columns: int) -> Iterator[Line]:
    """Each value beside its sentence."""
    confidences = {"stated": say("stated"), "inferred": say("inferred"), "doubtful": say("doubtful")}
    for path, value, evidence in found:
        sure = Piece(confidences[evidence.confidence], STYLES[evidence.confidence])
        name = (sure, Piece("  "), Piece(label(path), "label"), Piece("  "))
        room = columns - sum(columns_of(piece.text) for piece in name)
        yield (*name, Piece(shortened(of_document(shown(value)).text, max(room, 20)), "name"))
        if evidence.span:
            yield from hanging((Piece("    "),), _sentence(meeting, evidence.span), columns)
        yield from hanging((Piece("    "),), (of_document(_rule(evidence), "faint"),), columns)
        yield BLANK


def _sentence(meeting: "Meeting", span: "Span") -> Line:
    before, inside, after = sentence(meeting, span)
    pieces = ((before.lstrip(), ""), (inside, "hit"), (after.rstrip(), ""))
    return tuple(_spaced(text, style) for text, style in pieces)


def _spaced(text: str, style: str) -> Piece:
    """The text on one line with the spaces at its ends, which part it from its neighbours."""
    lead = " " if text[:1].isspace() else ""
    tail = " " if text[-1:].isspace() and text.strip() else ""
    return Piece(lead + of_document(text).text + tail, style)


def _rule(evidence: "Evidence") -> str:
    rule = say("rule {name}", name=evidence.rule)
    return f"{rule}{say(': ')}{evidence.reason}" if evidence.reason else rule


def corrections(changes: tuple["Correction", ...], columns: int) -> Iterator[Line]:
    """What people set: it wins over anything read."""
    for one in changes:
        text = say("set by {who} on {day}", who=one.who, day=one.when[:10])
        before, after = (value or "null" for value in (one.before, one.after))
        lead = (
            Piece(say("corrected"), "good"),
            Piece("  "),
            of_document(label(one.path), "label"),
            Piece("  "),
        )
        change = of_document(f"{before} \u2192 {after}", "name")
        yield from hanging((), (*lead, change, of_document(f"  {text}", "faint")), columns)
        yield BLANK


def shown(value: Any) -> str:
    """A value of a record in few words."""
    if value is None:
        return say("(nothing)")
    if isinstance(value, str | int | dt.date):
        return str(value)
    if isinstance(value, tuple):
        return words.listed(map(shown, value))
    for name in ("title", "text", "count"):
        if text := getattr(value, name, None):
            return str(text)
    return words.person(value) if hasattr(value, "organisation") else str(value)


def as_item(meeting: "Meeting", reason: Reason) -> dict[str, Any]:
    """The reason for programs."""
    evidence = reason.evidence
    return {
        "path": reason.path,
        "value": reason.value,
        "confidence": evidence.confidence,
        "rule": evidence.rule,
        "reason": evidence.reason,
        "sentence": "".join(sentence(meeting, evidence.span)).strip() if evidence.span else None,
        "span": evidence.span,
    }
