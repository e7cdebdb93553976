"""Decisions without a motion: RESOLVED, it was agreed that, the minutes were approved, items below "Decisions"."""

import re
from dataclasses import dataclass

from minutes.extract.en.passages import Passage
from minutes.extract.en.sentences import Sentence
from minutes.extract.en.verdicts import verdict_in
from minutes.extract.en.words import grammar
from minutes.extract.lazy import lazy

_LABEL = lazy(
    r"^(?:<[^<>\s]{1,24}>\s+)?\W*(?:it was )?(?:(?:tsc|wg|tc|pmc|group|board|team|general|rough) )?(?P<label>resolved|resolution|voted(?=:)|(?:recommended|recommendation)(?: to (?:the )?[A-Z][\w ]{2,50})?(?=:)|decisions?(?: (?:taken|made|reached))?|decided|agreed|agreement|consensus|approved|conclusions?|outcomes?|it is resolved)(?P<number>\s+(?:no\.?\s*)?\d[\d/.-]*)?(?:(?:\s?:|\s-|,|\s(?=that\b|to\b))\s*|\s(?=unanimously|to ))(?:unanimously\s)?(?:that\s|to(?=\s[a-z]))?\s?",
    re.IGNORECASE,
)
_AS_RECORD = lazy(
    r"^\W*(?:approved|agreed|accepted|confirmed|adopted|signed|taken|read and approved|carried|passed) (?:as (?:an? )?(?:true|correct|accurate|fair|read|presented|circulated|amended|written|submitted|printed|drafted|is|corrected|distributed)\b|(?:by|with|without|unanimously|on a|subject to|nem)\b(?! (?:email|post|the (?:chair|secretary|clerk)\b)))"
    r"|, (?:approved|accepted|adopted) (?:as|with|without|by|unanimously)\b[^.;:]{0,60}$|^\W*read and (?:approved|accepted)\b",
    re.IGNORECASE,
)
_HASHED = lazy(r"^(?:<[^<>\s]{1,24}>\s+)?#(?:agreed|accepted|decision|resolved)\s+", re.IGNORECASE)
_SHOUTED = lazy(
    r"\b(?:RESOLVED|AGREED|APPROVED|DECIDED)\b(?: \([^()]{3,50}\))?(?:\s?[:,]|\s(?=that|to|THAT|TO))\s*(?:that\s|THAT\s)?"
)
_VERBS = r"(?:approved|adopted|accepted|ratified|confirmed|endorsed|agreed|authori[sz]ed|elected|re-?elected|appointed|reappointed|re-appointed|carried|passed|resolved|decided|signed off|co-opted|declined|rejected)"
_PASSIVE = lazy(
    r"\b(?:was|were|is|are|be|been|stand|stands|stood) (?:then |duly |unanimously |formally |also |hereby |both |all |subsequently |therefore |taken as read,? (?:and )?|(?:put|moved|proposed)[^.;]{0,120} and (?:was |were )?|\w+ and |\w+, ){0,4}"
    + _VERBS
    + r"\b",
    re.IGNORECASE,
)
_BODY = (
    r"(?:the )?(?:full |whole )?(?:[A-Z][\w'-]* ){0,3}(?:board|council|committee|meeting|governors|trustees|directors|councillors|members|senate|commission|group|panel|branch|executive|assembly|governing body|team|everyone|"
    r"staff|working group|task force|shareholders|electors|officers|wg|all present|those present|both (?:sides|parties|boards|councils|groups|teams)|(?:two |three )?(?:sides|parties)|all members|everybody|attendees|participants|parents|residents|homeowners|owners|we|association|society|faculty|club|union|senators|all|parish council|delegates|session|vestry|presbytery|elders|deacons|consistory|pcc|selectmen|supervisors|commissioners|aldermen|caucus|congress|chapter|congregation|synod|plenary|tsc|cabinet|regents|department|councilmembers)(?: of (?:the )?[A-Z][a-z]+)?"
)
_ACTIVE = lazy(
    r"(?:^|[.;,]\s|\b(?:and|after|when|discussion|consideration|debate|review|vote|exchange|deliberation|questions|lunch|hands|ballot|majority|acclamation)\s|^After [^.;]{3,60} )"
    + _BODY
    + r" (?:has |have |then |also |unanimously |formally |therefore |duly |subsequently )*"
    r"(?:approved|adopted|accepted|ratified|confirmed|endorsed|authori[sz]ed|elected|re-elected|appointed|co-opted|resolved|decided|voted|agreed|declined|rejected|granted|chose|opted|awarded|waived|delegated|passed|settled on|signed off|backed|selected|renewed|extended|finali[sz]ed|cancelled|canceled|reaffirmed|amended|dissolved|established|formed|tabled|postponed|deferred|denied|upheld|overturned|allocated|released|earmarked|picked|set(?! (?:out|up|off|aside|about|a goal|goals))|(?:were|was) (?:content|happy|minded|pleased|willing|prepared|in favou?r)(?= (?:to|of)\b)"
    r"|approves|adopts|decides|resolves|elects|appoints|ratifies|(?<=unanimously )recommend(?:s|ed)|gave (?:its|their) (?:\w+ )?(?:approval|consent|backing|support|blessing|agreement|assent) (?:to|for)|gave the go-ahead (?:to|for))\b(?! with\b)",
    re.IGNORECASE,
)
_IT_WAS = lazy(
    r"\b(?:it was|it is|was it) (?:then |also |duly |unanimously |therefore |further |hereby |RESOLVED and |subsequently |generally |proposed, seconded and |proposed and |moved and |moved, seconded and )*(?:agreed|resolved|decided|determined|ordered|voted)\b(?:,? (?:by (?:consensus|all|everyone|a (?:large )?majority)|nem\.? con\.?|on a show of hands|by a show of hands),?| unanimously| without dissent)?(?:,? (?:up)?on (?:the |a )?(?:proposal|motion|proposition) (?:of|by|from) [^,;]{2,60}?(?:,|(?= to\b)|(?= that\b)))?,? (?=that|to|not|the|by|unanimously)",
    re.IGNORECASE,
)
_CONSENSUS = lazy(
    r"\b(?:there was (?:a )?(?:general |broad |unanimous )?(?:consensus|agreement)|consensus (?:was )?(?:reached|(?=to\b))|(?:general |broad |group |committee |board )?consensus (?:was|is)(?= (?:to|that)\b)|by consensus|^\W*by (?:general|common|unanimous) (?:agreement|consent|assent)|rough consensus|(?:it was )?the (?:general )?consensus(?: of (?:the )?\w+(?: \w+)?)?(?: (?:was|is)(?= (?:to|that)\b))?|unanimous consent|(?<![\w ] )(?:general |broad )agreement(?= (?:to|that|on)\b))\b,? ?(?:that |on |for |was )?",
    re.IGNORECASE,
)
_NOT = lazy(
    r"\b(?:last (?:year|month|meeting|week|spring|summer|autumn|fall|winter)|previously|already|had been|has been|have been|would be|will be|to be|could be|should be|may be|must be|can be|not yet|if (?:it |the )?\w* ?(?:was|were|is|are)|once|until|before being|earlier|"
    r"was not|were not|cannot|in (?:19|20)\d\d|whether|recently|subject of|needs? to be|(?:is|are|was|were) being)\b",
    re.IGNORECASE,
)
_AGREED_WITH = lazy(
    r"^\W*(?:apologies|regrets)\b|\bpassed (?:around|out|on|to|by|away)\b|\bagreed (?:with|on the need)\b|\bwere agreed as\b(?! a)",
    re.IGNORECASE,
)
_FATE = lazy(
    r"^\W*(?:the |this |all )?(?:motions?|amendment|resolution|vote|proposal)s? (?:\w+ )?(?:was|were|is|being)\b",
    re.IGNORECASE,
)
_BY_ALL = lazy(
    r"\b(?:was|were) (?:\w+ )?(?:granted|conferred|allowed|awarded|given|chosen|selected|declared elected|elected|appointed|returned) (?:by (?:unanimous|general|common|acclamation|consent|a show of hands|ballot)|unopposed|unanimously)"
    r"|\bthe following (?:[\w-]+ ){1,4}?(?:was|were|are) (?:duly |unanimously |hereby |declared )*(?:allowed|approved|authori[sz]ed|paid|elected|appointed|adopted|ratified|re-elected|nominated and elected)\b|\bstands? approved\b",
    re.IGNORECASE,
)
_CLAUSE = lazy(r"[,;.]")
_AGO = lazy(
    r"[^.;]{0,60}? (?:last (?:year|month|meeting|week|night)|earlier this|yesterday|back in|at (?:the|our|its) (?:last|previous)|in (?:19|20)\d\d|by (?:the )?(?:county(?! board)|state|voters|legislature|federal|governor|court|electorate|bank|insurers?|planning authority))\b"
)
_OF_LAST = lazy(
    r"\bminutes (?:of|from) (?:the |our )?(?:last|previous|prior)[^,;.]{0,60}?\bmeeting\b", re.IGNORECASE
)
_DECLARED = lazy(
    r"\bdeclared (?P<what>(?:the |[A-Z])[^.;]{3,90}? (?:approved|adopted|carried|elected|passed|accepted|duly elected))\b"
)
_HEADED = lazy(
    r"^\W*[A-Z][^:.;]{4,70}: (?i:unanimously )?(?i:passes|carries|approved|agreed|accepted|adopted|carried|passed|confirmed|ratified)\b(?! by email)",
)
_TRIGGERS = grammar("decision_words")
_BLANK = lazy(
    r"\W*(?:(?:none|n/?a|nil|not?)\W*$|no (?:consensus|agreement|decision|change of stage)\b|unanimously\W*$|(?:on |by |date:?)?[A-Z][a-z]+ \d{1,2}, \d{4}\W*$|\d{1,2} [A-Z][a-z]+ \d{4}\W*$|_{3,}|\.{4,}|\u2026{2,})",
    re.IGNORECASE,
)
_TITLE = lazy(r"^\W*\w+ [^:]*,|\breading\)\W*$")  # Resolution 24-31, accepting the work; ... (second reading)
_LETTERS = 4
_SUBJECT = 6  # characters before "was approved" at least
_NO_WORDS = 12  # characters a decision has at least


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision: `passage.text[start:end]`."""

    passage: Passage
    start: int
    end: int
    rule: str
    assigns: bool = False  # worded as "that X will": may be an assignment instead


def labelled(passage: Passage, start: int, end: int) -> Decided | None:
    """The decision behind RESOLVED:, AGREED:, Decision: ..."""
    label = _HASHED.match(passage.text[start:end]) or _LABEL.match(passage.text[start:end])
    if (
        label
        and start + label.end() < end - 3
        and not _is_blank(passage.text[start + label.end() : end])
        and not (
            label.groupdict().get("number")
            and _TITLE.search(label[0] + passage.text[start + label.end() : end])
        )
    ):
        return Decided(passage, start + label.end(), end, "decision-label", assigns=True)
    return None


def decided_in(sentence: Sentence) -> Decided | None:
    """The decision that the sentence tells, if it tells one of this meeting."""
    text, passage, start = sentence.text, sentence.passage, sentence.start
    end = start + len(text.rstrip())
    if not sentence.has(_TRIGGERS):
        return None
    if found := labelled(passage, start, end):
        return found
    if _AS_RECORD.match(text):
        return Decided(passage, start, end, "as-record")
    if (shouted := _SHOUTED.search(text)) and not _is_blank(text[shouted.end() :]):
        return Decided(passage, start + shouted.end(), end, "resolved", assigns=True)
    return _agreed(sentence, end) or _told(sentence, end) or _short(sentence, end)


def _short(sentence: Sentence, end: int) -> Decided | None:
    found = verdict_in(sentence)
    return Decided(sentence.passage, sentence.start + found[0], end, found[1]) if found else None


def _is_blank(text: str) -> bool:
    """Whether a label has nothing behind it but "none", a date, a line to sign on."""
    return bool(_BLANK.match(text)) or sum(char.isalpha() for char in text) < _LETTERS


def _agreed(sentence: Sentence, end: int) -> Decided | None:
    """It was agreed that ...; by consensus ..."""
    text, passage, start = sentence.text, sentence.passage, sentence.start
    if it_was := _IT_WAS.search(text):
        if _is_past(text[: it_was.start()]) or len(text) - it_was.end() < _NO_WORDS:
            return None
        return Decided(passage, start + it_was.end(), end, "it-was-agreed", assigns=True)
    if (declared := _DECLARED.search(text)) and not _is_past(text[: declared.start()]):
        return Decided(passage, start + declared.start("what"), end, "declared")
    if _HEADED.match(text) or (_BY_ALL.search(text) and not _is_past(text)):
        return Decided(passage, start, end, "headed")
    if consensus := _CONSENSUS.search(text):
        return Decided(
            passage,
            start + (consensus.end() if len(text) - consensus.end() > _NO_WORDS else 0),
            end,
            "consensus",
            assigns=True,
        )
    return None


def _told(sentence: Sentence, end: int) -> Decided | None:
    text, start = sentence.text, sentence.start
    if _AGREED_WITH.search(text) or text.rstrip().endswith("?"):
        return None
    if (active := _ACTIVE.search(text)) and not _is_past(text[: active.end()]):
        verb = re.split(r"\s", active[0].strip())[-1].lower()
        assigns = verb in {"agreed", "resolved", "decided"}
        return (
            Decided(sentence.passage, start + (active.end() if assigns else 0), end, "body-decided", assigns)
            if _has_object(text, active)
            else None
        )
    if (
        (passive := _PASSIVE.search(text))
        and not _is_past(text[: passive.end()])
        and not _is_old(text, passive)
    ):
        return (
            Decided(sentence.passage, start, end, "was-approved")
            if passive.start() >= _SUBJECT
            and (passive[0].endswith("carried") or not _relayed(text, passive.start()))
            else None
        )
    return None


def _is_past(text: str) -> bool:
    """Whether the words before a decision put it into another meeting, the future or a condition."""
    return bool(_NOT.search(_OF_LAST.sub("", text)))


def _is_old(text: str, passive: re.Match[str]) -> bool:
    """Whether the passive tells what a motion did, or what was decided some time ago."""
    return bool(_FATE.match(text) or _AGO.match(_CLAUSE.split(text[passive.end() :])[0]))


def _has_object(text: str, verb: re.Match[str]) -> bool:
    return len(text[verb.end() :].strip(" .")) > 3  # noqa: PLR2004


def _relayed(text: str, at: int) -> bool:
    """Whether the passive stands in what somebody said: "reported that the grant was approved"."""
    return bool(
        re.search(
            r"\b(?:that|which|who|where|when|because|whether|how|said|after|as|while)\b|\b(?:news|rumou?r)\b[^.;]{0,20}: ",
            text[:at],
            re.IGNORECASE,
        )
    )
