"""Labels of action points in a line: ACTION:, Action JR, #action, Owner:, Direction to staff:."""

import re

from minutes.extract.en.cast import Cast
from minutes.extract.en.passages import Passage
from minutes.extract.lazy import lazy

LABEL = lazy(
    r"(?:^|(?<=[\s\[(*>]))(?P<label>(?:A(?:CTION|ction)(?:[ _-]?(?:ITEMS?|POINTS?|[Ii]tems?|[Pp]oints?))?S?s?(?: REQUIRED| [Rr]equired| AGREED)?|TO-?DO|To[- ]?[Dd]o|TODO|To be done|AI|AP|A\.I\.|Next [Ss]teps?|Follow[- ]up|Task|action))"
    r"(?:\s?(?:#|No\.? ?)?\d+(?:[.-]\d+)*)?"
    r"(?:(?:\s+(?:for|on|by|to|-)|\s?[-(\[])?\s*(?P<who>[A-Z][\w.'-]*(?:(?:/|, ?| & | and | )[A-Z][\w.'-]*){0,4}|all|staff)[)\]]?)?"
    r"\s?(?::|\]|\s-)(?!\d)\s*"
)
SCRIBED = lazy(
    r"^\W*(?:ACTION|Action|action|TODO|AI)\s+(?P<who>[A-Z][\w.-]*(?: [A-Z][\w.-]*)?(?=\s+to\s+[a-z])|@[\w-]+(?=\s)|[a-z][\w-]{1,20}(?=:\s))"
)
AT_END = lazy(
    r"(?:^|(?<=[\s\[(*>]))(?:ACTION|Action)S?s?(?: by| for| on)? (?P<who>[A-Z][\w.'-]*(?:(?:/|, ?| & | and | )[A-Z][\w.'-]*){0,4})\W*$"
)
OWNED = lazy(
    r"(?<=[\s\[(*>])(?:Responsible(?: person| party| officer)?|Owner|Assigned to|Action by|Action owner|Assignee|Person responsible|Lead)\W{0,3}:\W{0,3}(?P<who>(?=\S))"
)
DIRECTION = lazy(
    r"^\W*(?:[Tt]he )?(?:(?:[Cc]onsensus|[Cc]ouncil|[Bb]oard|[Cc]ommittee) )?[Dd]irection(?: was)?(?: given)? to (?P<who>staff|[Tt]he [\w ]{3,30}|[A-Z][\w. ]{2,30})\s?:\s*"
)
_INITIALS = frozenset({"AP", "AI"})
_NUMBERED = lazy(r"\d+\.\d+\s")
_HINTS = (
    "action",
    "to-do",
    "to do",
    "todo",
    "next step",
    "follow",
    "task",
    "ai:",
    "ap:",
    "ai ",
    "ap ",
    "a.i.",
    "direction",
    "owner",
    "responsible",
    "assign",
    "lead:",
    "to be done",
)
HASHED = lazy(r"^(?:<[^<>\s]{1,24}>\s+)?#action\s+(?P<who>)(?=\S)", re.IGNORECASE)
_LEAD = 40  # characters in which "Council action:" stands
_ARROW = lazy(r"[-=]>|[\u2192\u27a1\u25ba\u21d2\u2794]")
_LEAD = 12  # characters of marks before a line's words
_BUSINESS = lazy(
    r"^\W*(?:(?:the )?(?:council|board|commission|committee|final) )?(?:ACTIONS?|Actions?)(?: [Tt]aken| TAKEN)?(?: by (?:the )?[A-Z][a-z]+)?\s?(?::|-)\W*"
    r"(?=(?:it was (?:duly )?(?:moved|voted|agreed|resolved)|(?:a |the )?motion|(?:[A-Z][\w.'-]+ ){1,4}(?:moved|made a motion|motioned)\b|moved\b|m/?s\b|m/?s/?[cpu]|(?:up)?on (?:a |the )?motion|by consensus"
    r"|(?:(?:the )?(?:city |town |village |county |parish )?(?:council|board|commission|committee|commissioners|trustees) )?(?:unanimously )?(?:approved|adopted|accepted|ratified|received|authori[sz]ed|voted|passed|carried|tabled|denied|postponed|continued|awarded|appointed|elected|granted|no action|consensus|direction|discussion only|information only)\b))",
    re.IGNORECASE,
)  # ACTION: It was moved by A ...: a city's word for what was decided
_OLD = lazy(r"(?:^|\s)action[- ]#?\d+\s?:?", re.IGNORECASE)


def is_arrow(passage: Passage) -> bool:
    """Whether an arrow opens the line: -> Ann: call the printer."""
    line = passage.source.rfind("\n", 0, passage.start) + 1
    return bool(_ARROW.search(passage.source[max(line, passage.start - _LEAD) : passage.start]))


def business_label(passage: Passage) -> int:
    """Where the words behind "ACTION:" begin if they tell a motion or its result and no task; 0 without such a label."""
    label = _BUSINESS.match(passage.text) if "ction" in passage.text[:_LEAD].lower() else None
    return label.end() if label else 0


def labels_in(passage: Passage, cast: Cast | None = None) -> list[re.Match[str]]:
    """The labels of actions in a passage: at its start, or in capitals or after a sentence inside it.

    AP and AI are no labels where `cast` has them as initials.
    """
    low = passage.text.lower()
    if not (
        any(hint in low for hint in _HINTS) or (low[:2] in {"ap", "ai"} and low[2:3].isdigit())
    ) or business_label(passage):
        return []
    first = SCRIBED.match(passage.text) or HASHED.match(passage.text) or DIRECTION.match(passage.text)
    found = [first] if first else []
    for match in LABEL.finditer(passage.text):
        before = passage.text[: match.start()].rstrip(" *[(>|")
        label = match["label"]
        if label in _INITIALS and cast and cast.is_alias(label):
            continue
        opens = not before or before[-1] in ".;:!?)\u2026"
        if (opens and (label != "AI" or not before)) or label.startswith(("ACTION", "Action:")):
            found.append(match)
    last = AT_END.search(passage.text) or (None if found else OWNED.search(passage.text))
    if last and not (found and found[-1].end() >= last.start()):
        found.append(last)
    return [one for one in found if not _is_reference(one, passage.text)]


def _is_reference(mark: re.Match[str], text: str) -> bool:
    """Whether the label refers to an old action (action-20: ...) or to an item of an agenda (Action: 4.1 Buses)."""
    old = _OLD.match(mark[0]) and mark[0].strip().lower().startswith("action-")
    return bool(old or _NUMBERED.match(text, mark.end()))
