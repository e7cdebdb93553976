"""Who was there, who sent apologies, and how many."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from archive.record import Attendance, Person, Span
from minutes.extract.en.cast import Cast
from minutes.extract.en.fields import Field, label_kind, reads_like_names
from minutes.extract.en.lists import people_in
from minutes.extract.en.names import Named, is_plural, is_role
from minutes.extract.en.numerals import TENS, UNITS
from minutes.extract.en.passages import Passage
from minutes.extract.en.rolls import listed_in_tables
from minutes.extract.en.sentences import Sentence, sentences
from minutes.extract.en.words import Words, grammar
from minutes.extract.lazy import lazy

_NONE = lazy(r"\W*(?:none|nil|n/?a|no (?:apologies|one|absences)|all present|not recorded)\b", re.IGNORECASE)
_OPENED = lazy(
    r"\b(?P<members>(?:members|directors|trustees|governors|councill?ors|commissioners|those|senators|delegates|officers|supervisors|representatives) (?:who were |in )?(?:present|attendance|attending)(?: at the meeting)? (?:were|was|included))\s*:?\s*"
    r"|\b(?P<absent>apologies (?:for (?:absence|lateness) )?(?:(?:were|was|had been|have been) )?(?:received |recorded |given |sent |noted |accepted |and )*(?:from|by)|regrets (?:were received )?from|absent (?:were|was))\s*:?\s*"
    r"|\b(?P<guests>(?:also )?in attendance (?:were|was)|also (?:present|attending) (?:were|was))\s*:?\s*"
    r"|\b(?P<present>(?:those |members )?present (?:were|was)|(?:was|were) attended by|the following (?:\w+ ){0,3}(?:were )?(?:present|in attendance|attending|in attendance at the meeting)|those attending were)\s*:?\s*",
    re.IGNORECASE,
)
_CLOSED = lazy(
    r"\b(?:were|was) (?P<not>not )?(?P<also>also )?(?:(?P<present>present|in attendance)|(?P<absent>absent|excused|unable to attend))\b(?! at the last)|\bsent (?:their |his |her )?(?P<apologies>apologies|regrets)\b|\b(?P<attended>attended|took part|participated)(?: the meeting| in the meeting)?(?: by \w+| via \w+| remotely| in person| online)?(?=\W*$)",
    re.IGNORECASE,
)
_BESIDE = lazy(
    r"(?P<verb>\b(?:presided|presiding|in the chair|called the meeting to order|opened the meeting)\b[^.;]{0,40})?\bwith (?P<who>[A-Z][^.;]{3,200}?) (?:also |being |both )?(?:present|in attendance|attending|participating)\b"
)  # Chairman Roe presided, with Commissioners Lund and Marsh present
_HINTS = ("present", "absent", "apolog", "attend", "regret", "excused")
_COUNTS = frozenset({*TENS, *UNITS})
_VOTES = lazy(r"\b(?:yes|aye|yea|nay|no)\b", re.IGNORECASE)  # of a roll call on a motion
_STOP = lazy(r"(?<=[a-z)]{2})\.\s+(?=[A-Z])")
_STYLED = lazy(r"(?P<role>[A-Z][A-Za-z &/'-]{2,40}?)\s?:\s(?P<who>[A-Z][^:.;]{3,80})$")
_PARTS = frozenset(
    {"speaker", "presenter", "lead", "facilitator", "owner", "guest", "applicant", "moderator", "member"}
)
_HEAD = 25  # passages of the head
_LONGEST = 4000  # characters of a passage that may list people
_IS_ONLY = lazy(r"(?:in attendance|attendance|officers|staff present|those|names)\b", re.IGNORECASE)
_NO_TITLES = grammar("no_titles")


@dataclass(slots=True)
class Roll:
    """The lists as they are found, with their places."""

    present: list[Named] = field(default_factory=list)
    guests: list[Named] = field(default_factory=list)
    absent: list[Named] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)  # the lists as written

    def of(self, kind: str) -> list[Named]:
        """The list for a kind of label."""
        return {"present": self.present, "guests": self.guests, "absent": self.absent}[kind]


def roll_of(found: Sequence[Field], passages: Sequence[Passage], cast: Cast) -> Roll:
    """Everybody that lists and sentences of attendance name; the cast grows by them."""
    roll = Roll()
    _meet_officers(passages, cast)
    tabled = list(listed_in_tables(passages, cast.words))
    only_guests = not any(one.kind == "present" for one in found) and not tabled
    for one in _lists(found):
        kind = "present" if only_guests and _IS_ONLY.match(one.label) else one.kind
        people = people_in(one.passage, one.start, one.end, cast.words, _title_of(one.label, cast.words))
        _enter(roll, kind, people, cast)
        if kind == "present" and people:
            roll.texts.append(one.passage.words(one.start, one.end))
    for kind, named in tabled:
        _enter(roll, kind, [named], cast)
    told_by = None if roll.present else set[int]()
    for kind, passage, start, end in _told(passages):
        if kind == "present" and told_by == set():
            told_by = {id(passage)}
        if kind != "present" or (told_by and id(passage) in told_by):
            told = people_in(passage, start, end, cast.words)
            _enter(roll, kind, [one for one in told if _is_person(one, cast)], cast)
    return roll


def _meet_officers(passages: Sequence[Passage], cast: Cast) -> None:
    """Gets to know those whom lines of the head name by office: Area Director: Jane Roe."""
    for passage in passages[:_HEAD]:
        styled = _STYLED.match(passage.text) if passage.kind != "heading" else None
        role = styled["role"] if styled else ""
        if styled is None or not _is_office(role, cast.words) or not reads_like_names(styled["who"]):
            continue
        for named in people_in(passage, *styled.span("who"), cast.words):
            cast.add(replace(named, role=named.role or role if " " in named.name else named.role))


def _is_office(label: str, words: Words) -> bool:
    """Whether a label names an office that nothing else in the grammar looks for."""
    return label.lower() not in _PARTS and is_role(label, words) and not label_kind(label, words)


def _is_person(named: Named, cast: Cast) -> bool:
    """Whether a name found in a sentence is a person's for sure: titled, of two words, or known."""
    counted = named.name.split("-")[0].lower() in _COUNTS  # thirty-four members
    shared = bool(named.role) and not counted
    return named.titled or shared or " " in named.name or bool(cast.candidates(named.name))


def _title_of(label: str, words: Words) -> str | None:
    """The title that a label gives to all of its list: Senators present; members and officers are no title."""
    first = label.split(maxsplit=1)[0] if label.split() else ""
    first = first.capitalize() if first.isupper() else first
    return first if is_plural(first, words) and first.lower() not in _NO_TITLES else None


def _lists(found: Sequence[Field]) -> Iterator[Field]:
    for labelled in found:
        in_table = labelled.passage.cell is not None and not labelled.first
        if in_table or _NONE.match(labelled.text) or len(_VOTES.findall(labelled.text)) > 1:
            continue
        one = _names_alone(labelled) if labelled.first else labelled
        if one.kind in {"present", "absent", "guests"}:
            yield one
        elif one.kind in {"chair", "recorder"} and one.passage.section.kind in {"present", "guests"}:
            yield replace(one, kind=one.passage.section.kind)  # Chair: Jane Roe, below "Present"


def _names_alone(one: Field) -> Field:
    """The list without the sentences that follow it on its line."""
    for stop in _STOP.finditer(one.passage.text, one.start, one.end):
        following = one.passage.text[stop.end() : one.end]
        if not reads_like_names(following.split(". ")[0]):
            return replace(one, end=stop.start() + 1)
    return one


def _enter(roll: Roll, kind: str, people: Sequence[Named], cast: Cast) -> None:
    """Puts people on a list and into the cast; nobody twice on one list."""
    known = {one.name for one in roll.of(kind)}
    for named in people:
        cast.add(named, kind)
        if named.name not in known:
            roll.of("absent" if named.absent else kind).append(named)
            known.add(named.name)


def _told(passages: Sequence[Passage]) -> Iterator[tuple[str, Passage, int, int]]:
    """Lists in sentences: "Apologies were received from A and B."; "A, B and C were present."."""
    for passage in passages:
        if passage.kind == "heading" or len(passage.text) > _LONGEST or not _hints(passage, _HINTS):
            continue
        for sentence in sentences(passage):
            yield from _told_in(sentence)


def _hints(passage: Passage, hints: Sequence[str]) -> bool:
    low = passage.text.lower()
    return any(hint in low for hint in hints)


def _told_in(sentence: Sentence) -> Iterator[tuple[str, Passage, int, int]]:
    passage = sentence.passage
    if beside := _BESIDE.search(passage.text, sentence.start, sentence.end):
        yield "present", passage, sentence.start, beside.start("verb") if beside["verb"] else sentence.start
        yield "present", passage, *beside.span("who")
        return
    opened = _OPENED.search(passage.text, sentence.start, sentence.end)
    if opened and opened.lastgroup:
        yield (
            "present" if opened.lastgroup == "members" else opened.lastgroup,
            passage,
            opened.end(),
            sentence.end,
        )
        return
    closed = _CLOSED.search(passage.text, sentence.start, sentence.end)
    if closed and passage.text[sentence.start : closed.start()].count(" ") < 60:  # noqa: PLR2004
        here = (closed["present"] and not closed["not"]) or closed["attended"]
        kind = ("guests" if closed["also"] else "present") if here else "absent"
        yield kind, passage, sentence.start, closed.start()


def attendance_of(roll: Roll, counted: tuple[int, str, Span] | None, cast: Cast) -> Attendance:
    """The record's part on attendance."""
    return Attendance(
        text="\n".join(roll.texts) or None,
        count=counted[0] if counted else None,
        count_is=counted[1] if counted else None,  # type: ignore[arg-type]  # one of the three by construction
        present=_people(roll.present, cast),
        in_attendance=_people(roll.guests, cast),
        absent=_people(roll.absent, cast),
    )


def _people(listed: Sequence[Named], cast: Cast) -> tuple[Person, ...]:
    """The persons of a list under their full names, each once."""
    found: dict[str, Person] = {}
    for named in listed:
        member = cast.find(named.name, named.role)
        person = member.person if member else named.person
        found.setdefault(person.name or "", person)
    return tuple(found.values())
