"""What pages of MeetBot and raw logs say in their own way: who was there, who chaired, present+ and chair: lines."""

import re
from collections.abc import Sequence

from minutes.extract.en.dialogue import is_bot
from minutes.extract.en.fields import Field
from minutes.extract.en.names import Named
from minutes.extract.en.passages import Passage
from minutes.extract.lazy import lazy

_STARTED = lazy(r"^Meeting started by (?P<who>\S+) at ", re.IGNORECASE)
_CHAIR_IS = lazy(r"\bMeeting started .{5,60}\. The chair is (?P<who>[^\s.]+)")
_LINES_SAID = lazy(r"^(?P<who>\S{1,30}) \(\d+\)")
_PLUS = lazy(r"(?:^|> )(?P<what>present|regrets|chair|scribe)\s?\+\s*:?\s*(?P<who>[^+]*)$", re.IGNORECASE)
_NICK = lazy(r"^<(?P<nick>[^>\s]+)>")
_KINDS = {"present": "present", "regrets": "absent", "chair": "chair", "scribe": "recorder"}


def log_fields(passages: Sequence[Passage]) -> list[Field]:
    """Fields of chair, recorder, present and absent that only logs have."""
    found: list[Field] = []
    for passage in passages:
        if started := _STARTED.match(passage.text):
            found.append(Field("chair", "started by", passage, *started.span("who")))
        if chair := _CHAIR_IS.search(passage.text):
            found.append(Field("chair", "the chair is", passage, *chair.span("who")))
        if plus := _PLUS.search(passage.text):
            found.append(_plus(passage, plus))
    return found


def _plus(passage: Passage, plus: re.Match[str]) -> Field:
    """present+ Edna: those named, or who wrote the line."""
    kind = _KINDS[plus["what"].lower()]
    nick = _NICK.match(passage.text)
    start, end = plus.span("who") if plus["who"].strip() or not nick else nick.span("nick")
    return Field(kind, plus["what"], passage, start, end)


def present_in_log(passages: Sequence[Passage]) -> list[Named]:
    """The nicks of MeetBot's list of people present, robots left out."""
    found = []
    for passage in passages:
        said = _LINES_SAID.match(passage.text) if passage.section.kind == "people_lines" else None
        if said and not is_bot(said["who"]):
            found.append(Named(said["who"], span=passage.span(*said.span("who"))))
    return found
