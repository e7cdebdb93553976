"""Short decisions: "No objection" below planning, "Approved the minutes", "The bill passed 18-4", "The bills were ordered paid"."""

import re

from minutes.extract.en.sentences import Sentence
from minutes.extract.lazy import lazy

_PLANNING = lazy(
    r"\bplanning\b|\bapplications?\b|\b\d{2,4}/\d{3,6}\b|/(?:FUL|OUT|HOU|FLL|LBC|TPO|HH|DPA)\b", re.IGNORECASE
)
_COMMENT = lazy(
    r"(?:^|[-:.,)] )(?P<what>(?:(?:the )?(?:parish |town |village |community )?council (?:had |has |have |raised? |made? |makes? |offers? )*)?"
    r"(?:no (?:objections?|comments?|observations?|concerns?)|objects?\b|objected\b|strongly objects?|objections?\b|supports?\b|supported\b|neutral|recommends? (?:approval|refusal|permission)|(?:approval|refusal|permission) recommended)"
    r"(?: (?:on|to|in|subject|were|was|raised|with|due|because|made|from)\b[^.;]{0,100})?)[\s.]*$",
    re.IGNORECASE,
)  # fmt: skip
_CLIPPED = lazy(
    r"^\W*(?:unanimously |formally )?(?:approved|adopted|accepted|ratified|authori[sz]ed|elected|voted|denied|granted|awarded|appointed|co-opted|resolved|endorsed)"
    r" (?=(?:unopposed|the|a|an|all|to|payment|purchase|minutes|agenda|budget|resolution|ordinance|contract|motion|bylaws?|by-laws|funding|[A-Z$\u00a3\u20ac\d])[ .\w])(?!the (?:following|above)\W*$)",
    re.IGNORECASE,
)
_PASSED = lazy(
    r"^\W*(?P<what>(?:the |this |both |all )?(?:[\w'.-]+ ){0,5}?(?:vote|bills?|ordinance|resolution|act|increase|budget|item|measure|referendum|proposition|article|policy|by-?law|legislation|slate|appropriation|consent agenda|agenda)(?: (?:no\.? ?)?[\w.-]*\d[\w.-]*)?,? (?:was |were )?(?:then |also |unanimously )?(?:passed|passes|carried|carries))\b(?! (?:in|last|by the (?:state|county|legislature)|down|on (?:to|the)|out|around))",
    re.IGNORECASE,
)
_FATE = lazy(
    r"^\W*(?P<what>(?:the |this |both |all |these )?(?:[\w'.,&/-]+ ){1,12}?(?:was|were) (?:then |also |unanimously |duly |subsequently )*"
    r"(?:ordered (?:to be )?(?:paid|stricken|closed|published)|filed for audit|continued to|laid on the table|taken off the table|awarded to|seconded and (?:carried|passed|approved)|moved and (?:carried|approved)))\b",
    re.IGNORECASE,
)
_FILED = lazy(
    r"^\W*(?P<what>(?:the |all )?(?:[\w'-]+ ){0,4}(?:reports?|statements?|minutes|audit|bills|accounts|financials|warrants?|invoices) (?:[\w'-]+ ){0,4}(?:was|were) (?:received and )?(?:filed|placed on file|allowed))\b",
    re.IGNORECASE,
)
_RULED = lazy(
    r"^\W*(?P<what>(?:the |this |his |her |their |both |all |these |an? )?(?:following )?(?:[\w'-]+ ){0,3}?(?:requests?|applications?|claims?|permission|variances?|petitions?|appeals?|permits?|waivers?|extensions?|licen[sc]es?|exemptions?|leave)(?: (?:of|for|to|by|from) [^.;,]{1,60})? (?:was|were) (?:\w+ly )?(?:granted|denied|allowed|upheld|rejected|refused))\b",
    re.IGNORECASE,
)
_WITH = lazy(
    r"(?P<what>(?:^|: )[^:;]{3,80}?,? (?:was |were )?(?:approved|accepted|adopted) (?:with(?:out)? (?:no |any |further )?(?:comments?|changes?|objections?|discussion|corrections?|amendments?|alterations?|additions?|revisions?|edits?|opposition|modifications?)|as (?:submitted|presented|distributed|amended|written|read|corrected|circulated|printed|posted)|by (?:general consent|consensus|acclamation|roll call(?: vote)?|voice vote)))\b",
    re.IGNORECASE,
)
_VOTED = lazy(
    r"^\W*vot(?:ed|e)\s?:?\s(?:unanimously,? |\d{1,3}-\d{1,3}(?:-\d{1,2})?,? )?(?P<what>(?:to|that) [a-z])",
    re.IGNORECASE,
)
_STANDS = lazy(
    r"\b(?P<what>(?:the )?(?:[\w'-]+ ){1,6}(?:stands?|stood) (?:approved|adopted|accepted|confirmed))\b",
    re.IGNORECASE,
)
_PAST = lazy(
    r"\b(?:last (?:year|month|meeting|week|night)|previously|already|had been|has been|have been|if|once|until|whether|that|which|who|earlier this|would|will|in (?:19|20)\d\d|because|when|not)\b",
    re.IGNORECASE,
)
_HEADLINE = lazy(r"\W*[A-Z][^:.;]{2,60}(?::| -) (?=[A-Z])")  # Old Business: The policy was tabled
_MOTION = lazy(r"^\W*(?:the |this |his |her |a )?(?:\w+ )?(?:motion|amendment)\b", re.IGNORECASE)


def verdict_in(sentence: Sentence) -> tuple[int, str] | None:
    """Where in the sentence a short decision starts, and the rule; None for what decides nothing."""
    if (headline := _HEADLINE.match(sentence.text)) and (found := _verdict(sentence, headline.end())):
        return found
    return _verdict(sentence, 0)


def _verdict(sentence: Sentence, start: int) -> tuple[int, str] | None:
    """The verdict in the sentence's words from `start` on: behind a headline, or all of them."""
    found = _of(sentence, sentence.text[start:])
    return (start + found[0], found[1]) if found else None


def _of(sentence: Sentence, text: str) -> tuple[int, str] | None:
    if (comment := _COMMENT.search(text)) and _is_planning(sentence):
        return comment.start("what"), "planning-comment"
    if _MOTION.match(text):
        return None
    if _CLIPPED.match(text) and not text.rstrip().endswith(":"):
        return len(text) - len(text.lstrip(" .,;:-")), "clipped"
    for pattern, rule in (
        (_VOTED, "voted"),
        (_PASSED, "passed"),
        (_FATE, "fate"),
        (_FILED, "fate"),
        (_RULED, "fate"),
        (_STANDS, "stands"),
        (_WITH, "approved-as"),
    ):
        if (
            (found := pattern.search(text))
            and not _PAST.search(found["what"])
            and not _PAST.match(text[found.end() :].lstrip())
        ):
            return found.start("what"), rule
    return None


def _is_planning(sentence: Sentence) -> bool:
    """Whether the sentence stands with an application: in its line, or below a heading on planning."""
    passage = sentence.passage
    return bool(
        _PLANNING.search(passage.text[: sentence.end])
        or re.search(r"\bplanning\b", passage.section.title, re.IGNORECASE)
    )
