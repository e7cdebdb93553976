"""Lists of persons who spoke: "The following persons addressed the Council: A, B and C.", "Speaking in favor: A", "Curriculum (Senator Hsu). ..."."""

import re
from collections.abc import Iterator

from minutes.extract.en.cast import Cast
from minutes.extract.en.lists import people_in
from minutes.extract.en.names import Named, is_name, split_role
from minutes.extract.en.passages import Passage
from minutes.extract.en.sentences import Sentence, sentences
from minutes.extract.en.speech import Said
from minutes.extract.en.subject import Subject
from minutes.extract.lazy import lazy

_WHO = r"(?:persons?|people|individuals?|residents?|citizens?|members?(?: of the (?:public|community|audience))?|speakers?|homeowners?|owners?|neighbou?rs?|parents?|students?|visitors?|guests?|public|audience|taxpayers?|parishioners?|tenants?|teachers?|attendees?|participants?|councill?ors?|senators?)"
_SPOKE = r"(?:addressed|spoke|commented|offered|provided|gave|made|testified|presented|shared|asked|expressed|raised|voiced|came forward|were heard|was heard|appeared|signed up|requested to speak|had (?:questions|comments)|took the floor|registered to speak)"
_GIVEN = r"(?:comments?|testimony|testimonies|remarks|input|concerns?|questions?|statements?|feedback|public comments?)"
_OPENED = lazy(
    rf"^\W*(?:the following|these|several|two|three|four|five|\d+) (?:\w+ ){{0,2}}?{_WHO} {_SPOKE}\b[^:.;]{{0,90}}?(?::|- (?=[A-Z])| (?=[A-Z][a-z]+ [A-Z][a-z]+,? (?:and|[A-Z])))\s*"
    rf"|^\W*(?:those |persons |people |residents )?(?:speaking|testifying|commenting|appearing|spoke|spoken)\b[^:.;]{{0,70}}?(?:\bwere\b|\bwas\b|:|-)\s*(?=[A-Z])"
    rf"|^\W*(?:{_GIVEN} |members )?(?:proponents?|opponents?|(?:public |floor |citizen |community )?(?:speakers?|comments?|commenters?))(?: [a-z]+){{0,4}}\s?:\s*(?=[A-Z])"
    rf"|\b(?:heard|received|took|accepted|entertained|fielded|answered|invited) (?:\w+ ){{0,3}}?{_GIVEN} from\s+(?=[A-Z])"
    rf"|\b{_GIVEN} (?:was|were) (?:\w+ ){{0,2}}?(?:received|heard|taken|accepted|offered|made|given|provided|raised|presented|submitted|put|asked) (?:from|by)\s+(?=[A-Z])",
    re.IGNORECASE,
)
_WRITTEN = lazy(
    r"\b(?:written|e-?mail(?:ed)?|letters?|correspondence|in writing|online form)\b", re.IGNORECASE
)
_REST = lazy(
    r"\s(?:regarding|about|concerning|on the|on behalf|in (?:favou?r|support|opposition)|who|that|over|against|expressing|asking|with|spoke|addressed|during|relating)\b.*"
)
_HOME = lazy(
    r"^\d|\b(?:street|st|road|rd|avenue|ave|lane|drive|court|way|place|lot|unit|apt|circle|boulevard|district|terrace|close)\b\.?$",
    re.IGNORECASE,
)
_COMMITTEE = lazy(
    r"^(?:Report of )?(?:the )?(?P<body>[A-Z][\w&'/-]*(?: (?:and |of |the |& )?[A-Z&][\w&'/-]*){0,5}(?: (?:committee|report|update|group))?)\s?\((?P<inside>[A-Z][^()]{2,40})\)\s?[.:-]\s*(?P<rest>\S.{8,})"
    r"|^(?P<unit>[A-Z][\w&'/-]*(?: (?:and |of |& )?[A-Z&][\w&'/-]*){0,4} (?:Committee|Commission|Subcommittee|Task Force|Working Group|Liaison|Club|Department))\s?-+\s?(?P<behind>[A-Z][^.:;()]{2,40})[:.]\s+(?P<more>\S.{8,})"
)  # fmt: skip
_DASHED = lazy(
    r"(?P<who>[A-Z][\w'.-]+(?: [A-Z][\w'.-]+){1,2})(?:, [^-:;]{3,40}?| \([^()]{2,40}\))? -+ (?P<verb>[a-z]+) "
)
_TURN = lazy(r"(?P<who>[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){1,4})\s?(?::| -+) (?=\S+ \S+)")
_NOTHING = lazy(
    r"\W*(?:no (?:report|update|meeting|news)|nothing|none|did not meet|n/?a|absent|not present)\b",
    re.IGNORECASE,
)
_REPORTS = lazy(
    r"\b(?:reports?|updates?|committees?|liaisons?|round ?table|round ?robin|announcements?|business|news)\b",
    re.IGNORECASE,
)


def witnesses_in(passage: Passage, cast: Cast) -> Iterator[Said]:
    """Everybody whom the passage lists as having spoken."""
    if passage.kind != "heading":
        for sentence in sentences(passage):
            yield from _listed(sentence, cast)
        yield from _reporter(passage, cast)
        yield from _titled(passage, cast)
        yield from _dashed(passage, cast)


def _listed(sentence: Sentence, cast: Cast) -> Iterator[Said]:
    """The persons of "Comments were received from A, 14 Elm Street, and B."."""
    opened = _OPENED.search(sentence.text) if _is_hinted(sentence.text) else None
    if opened is None or _WRITTEN.search(sentence.text[: opened.end()]):
        return
    text = _REST.sub("", sentence.text[opened.end() :])
    start = sentence.start + opened.end()
    people = people_in(sentence.passage, start, start + len(text), cast.words)
    if people and all(_is_person(one, cast) for one in people):
        for one in people:
            yield _said(one, sentence.passage, sentence.start, sentence.end)


def _is_hinted(text: str) -> bool:
    low = text.lower()
    return any(hint in low for hint in ("follow", "these", "speak", "spoke", "comment", "testi", "favo", "oppo", "against", "proponent", "support", "remarks", "input", "concern", "question", "statement", "feedback", "several", "address"))  # fmt: skip


def _is_person(one: Named, cast: Cast) -> bool:
    return one.titled or " " in one.name or bool(cast.candidates(one.name))


def _said(one: Named, passage: Passage, start: int, end: int, act: str = "spoke") -> Said:
    role = None if one.role and _HOME.search(one.role) else one.role
    who = Subject("person", one.name, role, 0, 0, titled=True)
    return Said((who,), act, passage, start, start, end, start)


def _titled(passage: Passage, cast: Cast) -> Iterator[Said]:
    """The turn of somebody with a title: "Treasurer Brandt: 11,240 remaining", "VP Castillo: Reminded senators ..."."""
    turn = _TURN.match(passage.text)
    if turn is None or _NOTHING.match(passage.text, turn.end()):
        return
    role, name, titled = split_role(turn["who"].split(), cast.words)
    if titled and role and is_name(name, cast.words) and (cast.candidates(name[-1]) or len(name) > 1):
        who = Subject("person", " ".join(name), role, 0, 0, titled=True)
        yield Said((who,), "said", passage, 0, turn.end(), len(passage.text), 0)


def _dashed(passage: Passage, cast: Cast) -> Iterator[Said]:
    """As in "Maria Reed - asked about the roots"."""
    told = _DASHED.match(passage.text)
    if told is None or told["verb"] not in cast.words.verbs or not is_name(told["who"].split(), cast.words):
        return
    who = Subject("person", told["who"], None, 0, 0, titled=True)
    yield Said((who,), told["verb"], passage, told.start("verb"), told.end(), len(passage.text), 0)


def _reporter(passage: Passage, cast: Cast) -> Iterator[Said]:
    """Who reports for a committee: "Curriculum Committee (Senator Hsu). The committee recommends ..."."""
    found = _COMMITTEE.match(passage.text)
    if found is None or _NOTHING.match(found["rest"] or found["more"]):
        return
    group = "inside" if found["inside"] else "behind"
    body = found["body"] or found["unit"]
    colon = passage.text[found.end(group) :].lstrip(" )").startswith(":")
    known = bool(cast.candidates(found[group].split()[-1]))
    if not ((colon and known) or _REPORTS.search(passage.section.title) or _REPORTS.search(body)):
        return
    people = people_in(passage, *found.span(group), cast.words)
    if len(people) == 1 and (people[0].titled or cast.candidates(people[0].name)):
        start = found.start("rest" if found["rest"] else "more")
        yield _said(people[0], passage, start, len(passage.text), "reported")
