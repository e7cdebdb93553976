"""What a heading or label opens: those present, actions, decisions, by its wording alone."""

import re
from functools import lru_cache

from minutes.extract.en.words import Words
from minutes.extract.lazy import lazy

LABEL = lazy(
    r"(?:\(?\d{1,3}(?:[./]\d{1,3}){0,3}[.):]+|\d{1,3}(?:[./]\d{1,3}){1,3}|\(?[a-zA-Z][.)]|\(?[ivxIVX]{1,4}[.)]|[A-Z]\d{1,2}[.):]|\d{1,2}(?= [A-Z]))"
    r"[\s-]+"
)
_OLD = lazy(
    r"^(?:[\w']+ ){0,3}(?:actions?|action items?|action points?|tasks|to-?dos?|follow[- ]?ups?)(?: \w+)? (?:from|of|at|since) (?:the |our )?(?:last|previous|prior|earlier)\b"
    r"|^(?:review|status|update|progress|follow[- ]?up) (?:of|on|from) (?:the )?(?:\w+ ){0,2}(?:actions?|action items?|action points?|action log|tasks)\b"
    r"|^(?:last|previous|prior|old|past|closed|completed|outstanding|carried[- ]forward|existing) (?:\w+'?s? ){0,2}(?:actions?|action items?|action points?|tasks|to-?dos?)\b"
)
_ACTIONS = lazy(
    r"(?:(?:summary|list|table|schedule|register|log|recap) of )?(?:the )?(?:new |agreed |key |open |main |immediate |further |all )?(?:actions|action items|action points|tasks|to[- ]?dos|follow[- ]?ups|next steps|commitments)"
    r"(?: (?:and|/|&) (?:owners?|deadlines?|due dates?|decisions?|next steps?|responsibilities|follow[- ]?ups?|assignments|actions?|owners and deadlines))?"
    r"(?: (?:agreed|arising|required|from (?:this|today|the meeting)|for (?:next|the next|[a-z]+)|before|until|to be taken|taken away|assigned|summary|list|log|table|register|tracker|recap)(?: [a-z0-9]+){0,4})?$"
)
_AWAY = lazy(
    r"[^:]*?\b(?:not|un|could not|couldn't|cannot|can't)(?: \w+)? ?(?:able to |be )?(?:join|joining|attend|attending|make it|present|available|there|here|come|coming)(?: [a-z]+){0,3}$|(?:sends?|sent|with) (?:apologies|regrets)$|missing(?: [a-z]+){0,3}$"
)
_FOR = lazy(r"representing ")
_HERE = lazy(
    r"(?:people|those|who|who's|everyone|everybody|participants|attendees|members|delegates|colleagues|persons|present|in attendance|joining|joined|dialled in|dialed in|connected|attending)\b[^:]{0,25}?(?:\bon (?:the |this )?(?:call|line)|\bpresent|\battend(?:ing|ed|ance)|\bhere|\bin the room|\bonline|\bthere|\bjoin(?:ed|ing)|\bparticipating|\bon zoom|\bon teams|\bby phone|\bremotely|\bin person)$"
)
_LONGEST = 40  # characters of a label of people


@lru_cache(maxsize=4096)
def section_kind(title: str, words: Words) -> str:
    """What a heading or label of this wording opens, or ""."""
    label = LABEL.match(title)
    text = title[label.end() :] if label else title
    low = re.sub(r"\s*\([^()]*\)", "", text.lower()).strip(" :.*-#")
    kind = _kind(low, words)
    if kind or not (parts := _SIDES.split(low)[:_BOTH]) or len(parts) == 1:
        return kind
    attended = (attendance_kind(part.strip(), words) for part in parts)
    return next(filter(None, attended), "")


def _kind(low: str, words: Words) -> str:
    return (
        words.sections.get(low)
        or ("old" if _OLD.search(low) else "actions" if _ACTIONS.match(low) else "")
        or attendance_kind(low, words)
    )


_SIDES = lazy(r"\s[/|]\s|\s-\s(?=[a-z ]{3,30}$)")  # I Lathair / Present; Present - staff side
_BOTH = 2
_MEMBERS = lazy(
    r"^(?:the )?(?:(?:[a-z'-]+ ){0,3}(?:members?|councill?ors?|governors?|trustees?|directors?|commissioners?|senators?|supervisors?|officers?|delegates?|representatives?|aldermen|selectmen)|council|board|committee|those|roll call|names of those) "
)
_TAIL = lazy(
    r"(?: (?:in person|by zoom|remotely|online|virtually|via zoom|by phone|at the meeting|for absence|received|were received from|from|accepted|by|(?:from|for|representing) (?:the )?[a-z']+(?: [a-z']+)?))+$"
)


def attendance_kind(low: str, words: Words) -> str:
    """The kind "present", "absent" or "guests" for a label in lower case, else ""."""
    if not low or len(low) > _LONGEST:
        return ""
    low = _TAIL.sub("", low)
    if kind := words.attendance.get(low):
        return kind
    for kind, pattern in (("guests", _FOR), ("absent", _AWAY), ("present", _HERE)):
        if pattern.match(low):
            return kind
    bare = _MEMBERS.sub("", low)
    if bare == low:
        return ""
    return (
        "present"
        if bare in {"in attendance", "attending", "participating"}
        else words.attendance.get(bare, "")
    )
