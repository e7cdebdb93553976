"""Speakers named beside what they gave: "Treasurer's report (Jane Roe)", "Presenters: A and B", "A - more buses" below "Public comment"."""

import re
from collections.abc import Iterator

from minutes.extract.en.cast import Cast
from minutes.extract.en.lists import people_in
from minutes.extract.en.names import Named, is_name, is_role
from minutes.extract.en.passages import Passage
from minutes.extract.en.sentences import Sentence, sentences
from minutes.extract.en.speech import Said
from minutes.extract.en.subject import Subject
from minutes.extract.en.witnesses import witnesses_in
from minutes.extract.lazy import lazy

_GIVEN = r"(?:[Rr]eports?|REPORT|[Uu]pdates?|[Pp]resentations?|[Bb]riefing|[Oo]verview|[Dd]emo(?:nstration)?|[Tt]alk|[Rr]emarks|[Ff]eedback|[Ii]ntroductions?|[Ww]elcome|[Aa]ddress|[Cc]omments|[Ss]tatement|[Ss]howcase|[Rr]eflections?|[Kk]eynote)"
_GAVE = lazy(
    rf"^(?:[A-Z\d][\w'/&.-]*(?: [\w'/&-]+){{0,5}} )?{_GIVEN}\s?(?:\((?:by |from |presented by )?(?P<inside>[A-Z][^()]{{2,70}})\)|(?:-+|,|:?\s?by|:?\s?from) (?P<behind>[A-Z][^.:;()-]{{2,50}}))(?P<stop>[.:;(-]|\s-|$)"
)
_LABEL = lazy(
    r"^(?:Presenters?|Presented by|Speakers?|Guest speakers?|Report(?:ed)? by|Reporting|Led by|Introduced by|Reporter)(?:\(s\))?\s?[:-]\s*(?P<who>[A-Z][^.:]{2,90})"
)
_ABOUT = lazy(r"^(?:Presentation|Talk|Report|Update|Demo)\s?:\s?[^.()]{3,80}\((?P<who>[A-Z][^()]{2,70})\)")
_TOPIC = lazy(
    r"^[A-Z][\w'&/., ]{2,50}? -+ (?P<known>[A-Z][\w'-]+(?: [A-Z][\w'-]+)?)\s?:\s(?=\S)"
)  # Fall Festival - Tasha: need more volunteers
_OFFICER = lazy(r"(?P<role>[A-Z][\w' /-]{2,40}?) -+ (?P<who>[A-Z][\w.'-]+(?: [\w.'-]+){1,3})\W*")
_REPORTS = lazy(r"\breports?\b(?! (?:of|on|to)\b)", re.IGNORECASE)
_FLOOR = lazy(
    r"\b(?:public (?:comments?|participation|forum|input|session|questions?|speaking)|citizens?' (?:comments?|forum)|citizen comments?|comments from the (?:public|floor|audience)|open (?:floor|forum)|audience|visitors' comments|privilege of the floor|delegations)\b",
    re.IGNORECASE,
)
_SPOKE = lazy(
    r"^(?:[A-Z][a-z]+ [a-z]+: )?(?P<who>(?:(?:Mr|Mrs|Ms|Miss|Dr)\.? )?[A-Z][\w'.-]+(?: [A-Z][\w'.-]*){0,2})(?:, \d+ [A-Z][\w ]{2,30}| \([^()]{2,40}\))?\s?(?:-+|:)\s(?=\w)"
)
_QUIET = frozenset(
    {"agenda", "next", "skip", "old", "present", "absent", "guests", "actions", "people_lines"}
)


def reported_in(passage: Passage, cast: Cast) -> list[Said]:
    """What the passage says was given by whom, beside what sentences tell."""
    if passage.section.kind in _QUIET or (passage.kind == "table" and not _LABEL.match(passage.text)):
        return []
    return [*_given(passage, cast), *_from_floor(passage, cast), *witnesses_in(passage, cast)]


def _given(passage: Passage, cast: Cast) -> Iterator[Said]:
    topic = _TOPIC.match(passage.text)
    if topic and cast.find(topic["known"]):
        yield from _said(passage, *topic.span("known"), cast, only_first=True)
        return
    officer = _OFFICER.fullmatch(passage.text)
    if (
        officer
        and _REPORTS.search(passage.section.title)
        and is_role(officer["role"], cast.words)
        and is_name(officer["who"].split(), cast.words)
    ):
        who = Subject("person", officer["who"], officer["role"], 0, 0, titled=True)  # Treasurer - Jane Roe
        yield Said((who,), "report", passage, 0, len(passage.text), len(passage.text), 0)
        return
    for pattern in (_GAVE, _LABEL, _ABOUT):
        if found := pattern.match(passage.text):
            group = next(name for name in ("inside", "behind", "who") if found.groupdict().get(name))
            yield from _said(passage, *found.span(group), cast, only_first=group != "who")
            return


def _said(passage: Passage, start: int, end: int, cast: Cast, *, only_first: bool) -> Iterator[Said]:
    """The persons of `text[start:end]` as speakers; a name alone must be known."""
    people = [one for one in people_in(passage, start, end, cast.words) if _is_person(one, cast)]
    for one in people[:1] if only_first and " and " not in passage.text[start:end] else people:
        who = Subject("person", one.name, one.role, 0, 0, titled=True)
        stop = len(passage.text)
        yield Said((who,), "report", passage, start, min(end + 1, stop), stop, 0)


def _is_person(one: Named, cast: Cast) -> bool:
    return one.titled or " " in one.name or bool(cast.candidates(one.name))


def _from_floor(passage: Passage, cast: Cast) -> Iterator[Said]:
    """Residents below "Public comment": Jane Roe - concerned about traffic."""
    if passage.kind == "heading" or not (
        _FLOOR.search(passage.section.title) or _FLOOR.match(passage.text[:40])
    ):
        return
    for sentence in sentences(passage):
        if spoke := _SPOKE.match(sentence.text):
            start, end = sentence.start + spoke.start("who"), sentence.start + spoke.end("who")
            yield from _speaking(passage, start, end, sentence, cast)


def _speaking(passage: Passage, start: int, end: int, sentence: Sentence, cast: Cast) -> Iterator[Said]:
    people = people_in(passage, start, end, cast.words)
    if people and _is_person(people[0], cast):
        who = Subject("person", people[0].name, people[0].role, 0, 0, titled=True)
        yield Said((who,), "said", passage, start, end + 2, sentence.end, start)
