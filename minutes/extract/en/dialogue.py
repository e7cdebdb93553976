"""Transcripts: "First Last: words", "ABC: words", "* Name, words", a name with its words nested below, "[name]", "<nick>"."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from minutes.extract.en.cast import Cast
from minutes.extract.en.fields import label_kind
from minutes.extract.en.marks import is_arrow, labels_in
from minutes.extract.en.names import Named, is_name, is_role, split_role
from minutes.extract.en.passages import Passage
from minutes.extract.lazy import lazy

_NICK = lazy(r"^<[@+ ]?(?P<who>[\w|`^\[\]{}\\-]{2,24})>\s*")
_BRACKET = lazy(r"^\[(?P<who>[A-Za-z][\w .'-]{1,30})\]:?\s+")
_COLON = lazy(
    r"^(?P<who>[^\s:<>\[\]()/][^:<>\[\]()/]{0,40}?)(?:\s?\((?P<inside>[^()]{1,40})\))?\s?:\s+(?=\S)"
)
_COMMA = lazy(r"^(?P<who>[A-Z][\w'-]*(?: [A-Z][\w'-]*){0,2})(?:,| -+| \u2013)\s+(?=\S)")
_STAMPED = lazy(
    r"^(?P<who>[A-Z][\w .'-]{1,40}?)\s+[\[(]?\d{1,2}:\d\d(?::\d\d)?(?: ?[AaPp]\.?[Mm]\.?)?[\])]?$"
)
_PRESENTER = lazy(r"\((?P<who>[A-Z][\w'-]+(?: [A-Z][\w'-]+){1,2})(?:, \d+ ?min[^()]*)?\)")  # of an item
_NOTHING = lazy(
    r"\W*(?:no (?:report|updates?|news)|none|nothing(?: to report)?|n/?a|did not meet|no change)\W*",
    re.IGNORECASE,
)
_APPOSED = lazy(r"[^,.]{1,60}, (?:\w+ly )?[a-z]+(?:ed|s)\b|(?:who|on behalf)\b")
_ALONE = lazy(r"^(?P<who>[A-Z][\w .'-]{1,40}?)\s?:$")
_DASHED = lazy(r"^(?P<who>[A-Z][\w'-]*(?: [A-Z][\w'-]*){0,2}) -+ (?=\S+ \S+ \S+)")
_MORE = lazy(r"^(?:\.\.\.|\u2026)\s*")
_ASIDE = lazy(
    r"^(?:#(?!info)\w+|PROPOSED|PROPOSAL|RESOLUTION|RESOLVED|ACTION|AGREED|TOPIC|Topic|Subtopic|Issue|ISSUE|present\+|present|regrets\+?|scribe|scribenick|chair|agenda|agenda\+|meeting|rrsagent|zakim|q\+|q-|q\?|ack|i/|s/|s\|)[\s,:+]",
    re.IGNORECASE,
)
_BOTS = lazy(
    r"^(?:zakim|rrsagent|trackbot|github-bot|github|.*bot|supybot|zodbot|ubottu|openstack|gitlab)$",
    re.IGNORECASE,
)
_EDIT = lazy(r"^s([/|])(?P<old>(?:(?!\1).){1,200})\1(?P<new>(?:(?!\1).){0,200})\1?(?P<all>g?)\s*$")
_SILENT = lazy(
    r"\W*(?:no (?:report|update|meeting)|nothing|none)\b", re.IGNORECASE
)  # Building (Gomez): No report.
_TRACKED = lazy(r"[A-Za-z]+-\d+")
_FEW = 2
_SHARE = 3
_MANY = 4  # turns that make a transcript


@dataclass(slots=True)
class Line:
    """A turn of a speaker: its passages' parts in order."""

    who: str
    parts: list[tuple[Passage, int, int]]
    edits: list[tuple[str, str]]
    opened: bool = False  # a name alone: its words are nested below
    stamped: bool = False  # a name and a time: all lines below are its words

    @property
    def text(self) -> str:
        """The words, with the scribe's corrections applied."""
        joint = " " if self.edits else "\n"
        text = joint.join(passage.words(start, end) for passage, start, end in self.parts)
        for old, new in self.edits:
            text = text.replace(old, new)
        return text


def is_bot(nick: str) -> bool:
    """Whether the nick is one of a log's robots."""
    return bool(_BOTS.match(nick))


def turns(passages: Sequence[Passage], cast: Cast) -> list[Line]:
    """All turns of the transcript; none where the report is no transcript."""
    for passage in passages:
        if passage.kind == "heading" and (presenter := _PRESENTER.search(passage.text)):
            cast.add(Named(presenter["who"]))
    known = _speakers(passages, cast)
    if not known:
        return []
    found: list[Line] = []
    for passage in passages:
        if (
            passage.kind == "heading"
            or passage.cell is not None
            or passage.section.kind in {"skip", "people_lines", "old", "actions"}
        ):
            continue
        found += _turn(passage, known, cast, found)
    return [line for line in found if line.parts]


def _turn(passage: Passage, known: set[str], cast: Cast, found: list[Line]) -> list[Line]:
    """What a passage adds: a new turn, or more of the last one."""
    if is_arrow(passage) or ((marks := labels_in(passage, cast)) and not marks[0].start()):
        return []  # ACTION ann: write the tests
    who, start = speaker_of(passage, known, cast)
    if who is None:
        _continue(passage, start, found)
        return []
    return [] if is_bot(who) else _new_turn(passage, who, start, found)


def _new_turn(passage: Passage, who: str, start: int, found: list[Line]) -> list[Line]:
    """The turn that a line with a speaker opens; a correction or "..." changes the last one instead."""
    text = passage.text[start:]
    if edit := _EDIT.match(text.strip()):
        _correct(edit, found)
        return []
    if _MORE.match(text) and found:
        _continue(passage, start, found)
        return []
    aside = (
        _NOTHING.fullmatch(text) or _ASIDE.match(text) or labels_in(passage.part(start, len(passage.text)))
    )
    opened = not text.strip(" :")
    return [
        Line(
            who,
            [] if aside or opened else [(passage, start, len(passage.text))],
            [],
            opened,
            bool(_STAMPED.match(passage.text) or (opened and _ALONE.match(passage.text))),
        )
    ]


def speaker_of(passage: Passage, known: set[str], cast: Cast) -> tuple[str | None, int]:
    """Who a line names as its speaker, and where the words begin."""
    start = 0
    nick = _NICK.match(passage.text)
    if nick:
        start = nick.end()
        inner = _COLON.match(passage.text[start:])
        if inner and _is_speaker(inner["who"], known, cast) and _may_speak(inner["who"], cast):
            return inner["who"], start + inner.end()
        return nick["who"].strip("_"), start
    for pattern in _patterns(passage):
        found = pattern.match(passage.text)
        who = _inner(found, cast) or found["who"].strip() if found else ""
        if found and pattern in {_DASHED, _COMMA} and _is_told(passage.text[found.end() :], cast):
            return None, 0
        if found and _is_speaker(who, known, cast):
            return who.lstrip("@"), found.end()
    if passage.kind == "item" and _is_speaker(passage.text.rstrip(": "), known, cast):
        return passage.text.rstrip(": "), len(passage.text)
    return None, 0


def _patterns(passage: Passage) -> tuple[re.Pattern[str], ...]:
    """The ways in which a line of this kind may open with its speaker."""
    return (_STAMPED, _BRACKET, _COLON, _ALONE, _COMMA if passage.kind == "item" else _DASHED)


def _is_speaker(who: str, known: set[str], cast: Cast) -> bool:
    return who in known or (len(who.split()) <= 3 and bool(cast.find(who)) and who.lower() in known)  # noqa: PLR2004


def _speakers(passages: Sequence[Passage], cast: Cast) -> set[str]:
    """The names that open lines: those of the cast, and names, initials or nicks that do so again and again."""
    counted: Counter[str] = Counter()
    certain: set[str] = set()
    for passage in passages:
        if (
            passage.kind == "heading"
            or passage.cell is not None
            or passage.section.kind
            in {"present", "absent", "guests", "skip", "agenda", "actions", "old", "next", "decisions"}
        ):
            continue
        for who, sure in _openers(passage, cast):
            counted[who] += 1
            if sure:
                certain.add(who)
    known = sum(counted[who] for who in certain | _repeated(counted, cast))
    if known >= _MANY or (known >= _FEW and _is_dialogue(passages, counted)):
        certain |= {who for who in counted if " " in who and _looks_like_name(who, cast)}
    if sum(counted[who] for who in certain) < _FEW and not any(who for who in certain if counted[who]):
        return _repeated(counted, cast)
    return certain | _repeated(counted, cast)


def _is_dialogue(passages: Sequence[Passage], counted: Counter[str]) -> bool:
    """Whether a third of the report's lines open with a speaker."""
    lines = sum(one.kind in {"paragraph", "item"} and one.section.kind == "" for one in passages)
    return counted.total() * _SHARE >= lines


def _repeated(counted: Counter[str], cast: Cast) -> set[str]:
    """Names that open lines more than once; initials in capitals where three lines open with such."""
    initials = {who for who in counted if re.fullmatch(r"[A-Z]{2,4}", who)}
    many = sum(counted[who] for who in initials) > _FEW
    return {who for who, count in counted.items() if count >= _FEW and _looks_like_name(who, cast)} | (
        initials if many else set()
    )


def _openers(passage: Passage, cast: Cast) -> Iterator[tuple[str, bool]]:
    """Who might speak in this line, and whether the report knows them."""
    if nick := _NICK.match(passage.text):
        yield nick["who"], True
        rest = _COLON.match(passage.text[nick.end() :])
        if rest and _may_speak(rest["who"], cast) and len(rest["who"].split()) <= _FEW:
            yield rest["who"], True
        return
    for pattern in _patterns(passage):
        found = pattern.match(passage.text)
        if found and pattern in {_DASHED, _COMMA} and _is_told(passage.text[found.end() :], cast):
            return
        if found and ((who := _inner(found, cast)) or _may_speak(found["who"].strip(), cast)):
            who = who or found["who"].strip()
            yield who, _is_known(who, cast)
            return
    if passage.kind == "item" and len(passage.text) <= 40 and cast.find(passage.text.rstrip(": ")):  # noqa: PLR2004
        yield passage.text.rstrip(": "), True


def _is_told(rest: str, cast: Cast) -> bool:
    """Whether what stands behind "Jane Roe, " or "Jane Roe - " is her role or goes on to tell of her."""
    return is_role(rest, cast.words) or bool(_APPOSED.match(rest))


def _inner(found: re.Match[str], cast: Cast) -> str:
    """The name behind an office: President (Crane): ...; behind Q and A."""
    inside, who = found.groupdict().get("inside") or "", found["who"]
    named_inside = re.fullmatch(r"[A-Z][a-z][\w'-]+(?: [A-Z][\w'-]+)?", inside)
    silent = _SILENT.match(found.string, found.end())
    for_unit = named_inside and cast.candidates(inside) and not cast.candidates(who) and not silent
    return inside if named_inside and (len(who) == 1 or is_role(who, cast.words) or for_unit) else ""


def _is_known(who: str, cast: Cast) -> bool:
    """Whether the list of those present knows the opener: a name, initials, or title and surname (Dean Crane)."""
    who = who.lstrip("@")
    run = who.split()
    if len(run) > _MANY:
        return False
    _, name, titled = split_role(run, cast.words)
    return bool(cast.find(who) or (titled and is_name(name, cast.words) and cast.find(" ".join(name))))


def _may_speak(who: str, cast: Cast) -> bool:
    """Whether a word before a colon can be a speaker: no label, no action-20."""
    return not label_kind(who, cast.words) and not _TRACKED.fullmatch(who)


def _looks_like_name(who: str, cast: Cast) -> bool:
    role, name, titled = split_role(who.split(), cast.words)
    if label_kind(who, cast.words) or is_role(who, cast.words):
        return False
    return is_name(name, cast.words) and (titled or role is not None or len(name) > 1)


def _continue(passage: Passage, start: int, found: list[Line]) -> None:
    """Adds "... more" or a nested item to the last turn."""
    if not found:
        return
    more = _MORE.match(passage.text[start:])
    last = found[-1]
    nested = last.opened and (
        passage.kind == "item" and passage.level > 1 if not last.stamped else start == 0
    )
    if more or nested:
        found[-1].parts.append((passage, start + (more.end() if more else 0), len(passage.text)))


def _correct(edit: re.Match[str], found: list[Line]) -> None:
    """Applies s/old/new/ to the last turn that has the old words."""
    for line in reversed(found):
        if edit["old"] in line.text:
            line.edits.append((edit["old"], edit["new"]))
            return


def named(who: str, cast: Cast) -> Named:
    """Who is meant by the word that opens a line: CHAIR GAGE and MR. GAGE are Gage; a list may give the full name."""
    role, name, titled = split_role(who.split(), cast.words)
    if member := cast.find(who):
        own = _small(role) if role and titled and len(name) == 1 else None  # Treasurer Brandt: ...
        return Named(member.name, member.role or own)
    bare = " ".join(_small(word) for word in name) if titled else who
    return Named(bare, _small(role) if role else None, titled=titled)


def _small(word: str) -> str:
    return word.title() if word.isupper() and len(word) > _FEW else word
