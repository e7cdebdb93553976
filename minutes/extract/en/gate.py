"""Whether a text reports a meeting at all: a novel, a price list or an essay has no speakers and no action points."""

import re
from collections.abc import Sequence

from minutes.extract.en.passages import Passage
from minutes.extract.lazy import lazy

_CUES = (
    lazy(r"\b(?:called to order|call to order|call(?:ed|s)? (?:the |this |our |a )?(?:[\w'-]+ ){1,4}to order|opened the meeting|meeting (?:was )?opened|meeting started)\b", re.IGNORECASE),
    lazy(r"\b(?:adjourned|adjournment|meeting (?:closed|ended|concluded|finished)|closed the meeting|any other business|AOB)\b", re.IGNORECASE),
    lazy(r"^(?:[a-z'-]+ ){0,3}(?:present|in attendance|attending|absent|excused)\s?(?:[:(-]|$)|^(?:members |board members |councillors |also |governors )?(?:present|attendees|attendance|in attendance|participants|on the call|apologies|regrets|absent|roll call|present\+)\b", re.IGNORECASE),
    lazy(r"\b(?:[Mm]otion (?:carried|passed|failed|by|to|was|made|from|moved|approved|that)|[Ss]econded by|moved(?:,| and)? (?:was )?seconded|seconded by|moved (?:to|that) \w+[^.]{0,120}second|[A-Z][\w.'-]+ seconded\b|[Ss]econd(?:ed)?(?: by)?: ?[A-Z]|[Aa]ll in favou?r|MOTION\b|RESOLVED|RESOLUTION\s?:|PROPOSED\s?:|unanimously)\b"),
    lazy(r"\b(?:minutes of|minutes from|previous minutes|approval of (?:the )?(?:minutes|agenda)|matters arising|next (?:meeting|call)|regular meeting|special meeting|annual general meeting|the meeting was)\b", re.IGNORECASE),
    lazy(r"^(?:ACTIONS?\b|Action(?: items?| points?|s)?\s?(?:#?\d+)?\s?(?::|$)|AI\s?:|Next steps$|Decisions?\b\s?:?$|AGREED\s?:)"),
    lazy(r"^(?:chair(?:person|man|ed by)?|scribe|facilitator|minute[- ]taker|note[- ]?taker|minutes by|recorder|secretary|meeting chair)\s?:", re.IGNORECASE),
    lazy(r"\b(?:trustees|governors|directors|members|councillors|senators|commissioners|delegates|shareholders|residents|supporters|parents|volunteers)\b[^.]{0,60}\bmet (?:on|at|in)\b|\bmeeting (?:was|is) (?:chaired|held|attended|presided)\b", re.IGNORECASE),
    lazy(r"\b(?:meeting|council|committee|board|assembly|senate)\b[^.]{0,60}\b(?:was held|held|met|took place|convened|gathered)\b|\b(?:held|convened|chaired|attended|presided over) (?:a|an|its|the|their)\b[^.]{0,40}\bmeeting\b", re.IGNORECASE),
    lazy(r"\bchaired by (?:the )?[A-Z]|\b(?:in|took) the chair\b|\bpresided\b"),
    lazy(r"\bat (?:its|the|their|our|this|last|yesterday's|today's|a|an)\b[^.,;]{0,50}\b(?:meeting|session|forum|assembly|agm|town hall|away ?day|retreat|call)\b|\b(?:meeting|forum|assembly|session)s? of the (?:year|term|month|season|semester|quarter)\b", re.IGNORECASE),
    lazy(r"\b(?:told|informed|briefed|assured|reminded|thanked|updated|warned|addressed|asked) (?:the|all) (?:board|committee|council|meeting|forum|staff|members|trustees|governors|group|senate|panel|assembly|delegates|directors|room|team|audience|shareholders|commissioners|councillors|supervisors)\b"),
    lazy(r"\b(?:the|our) (?:board|committee|council|trustees|governors|forum|meeting|group|panel|senate|assembly|members|directors|commissioners|team|union|branch) (?:also |then |unanimously |finally |further )?(?:approved|agreed|decided|instructed|noted|heard|resolved|directed|voted|backed|endorsed|discussed|elected|adopted|considered|appointed)\b|\b(?:it was|we) (?:also |then )?(?:agreed|decided|resolved)\b|^(?:agreed|decided) to\b", re.IGNORECASE),
    lazy(r"^(?:-? ?\[[ xX]\] |TODO\b|to-?do\b|follow[- ]ups?\b|(?:who|attending|people|in the room|on zoom|on teams|online|remote|remotely|dialled in|here|ill|away|excused|sorry)\s?:)", re.IGNORECASE),
    lazy(r"\b(?:on zoom|on teams|in the room|dialled in|not here|attending)\s?: ?[A-Z]", re.IGNORECASE),
)  # fmt: skip
_TITLE = lazy(
    r"\b(?:minutes|meeting|agm|teleconference|telecon|call|stand-?up|sync|check-?in|kick-?off|huddle|catch-?up|retro|all[- ]hands|one-on-one|debrief|steering|working group|plenary|proceedings|retrospective|board|council|commission|committee|senate|hearing|transcript|workshop|session|assembly|forum)\b",
    re.IGNORECASE,
)
_SPOKEN = lazy(
    r"\b(?:transcript|session|forum|hearing|recording|recorded|interview panel|round ?table|webinar|assembly|seminar|discussion|talks|conference)\b",
    re.IGNORECASE,
)
_OPENER = lazy(
    r"(?:\[?\d\d?:\d\d(?::\d\d)?\]?\s+)?(?P<who>[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,3})(?: \([^()]{1,40}\))?\s?:\s"
)
_HEAD = 5
_MOST = 600
_ENOUGH = 2


def is_meeting(passages: Sequence[Passage], heading: str | None) -> bool:
    """Whether two different signs of a meeting stand in the text, or one below a title that names one."""
    title = (heading or "") + " " + " ".join(one.text for one in passages[:_HEAD] if len(one.text) <= 160)  # noqa: PLR2004
    needed = _ENOUGH - bool(_TITLE.search(title))
    seen: set[int] = set()
    for passage in passages[:_MOST]:
        for number, cue in enumerate(_CUES):
            if number not in seen and cue.search(passage.text[:2000]):
                seen.add(number)
        if len(seen) >= needed:
            return True
    return _is_log(passages) or (bool(_SPOKEN.search(title)) and _is_dialogue(passages))


def _is_dialogue(passages: Sequence[Passage]) -> bool:
    """Whether a third of the lines open with a speaker, and one speaks twice, as in a transcript."""
    openers = [found["who"] for one in passages[:_MOST] if (found := _OPENER.match(one.text))]
    return len(openers) > len(set(openers)) > 1 and len(openers) * 3 > len(passages[:_MOST])


def _is_log(passages: Sequence[Passage]) -> bool:
    """Whether half of the lines open with a nick, as in the log of a channel."""
    nicks = sum(
        bool(re.match(r"<[\w@+|-]{2,24}> |(?:\[?\d\d:\d\d(?::\d\d)?\]? )?<", one.text))
        for one in passages[:_MOST]
    )
    return nicks > 3 and nicks * 2 > len(passages[:_MOST])  # noqa: PLR2004
