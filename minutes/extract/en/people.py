"""The speakers of a record: every statement under the full name of who made it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from archive.record import Person, Span, Speaker, Statement
from minutes.extract.en.cast import Cast
from minutes.extract.en.dialogue import Line, is_bot, named
from minutes.extract.en.fields import Field
from minutes.extract.en.names import Named, is_plural
from minutes.extract.en.passages import Passage
from minutes.extract.en.reading import Story
from minutes.extract.en.speech import Said
from minutes.extract.en.subject import Subject
from minutes.extract.en.words import Words as Lexicon
from minutes.extract.en.words import grammar, singular

Kind = Literal["person", "unit", "collective"]
Words = tuple[Passage, int, int]  # a passage and where in it
_LISTS = frozenset({"present", "absent", "guests"})
UNITS = grammar("units")
_CHAIRS = frozenset(
    {"chair", "chairman", "chairwoman", "chairperson", "the chair", "mayor", "president", "presiding officer"}
)


@dataclass(slots=True)
class Voice:
    """One speaker while statements are gathered."""

    name: str | None
    role: str | None
    organisation: str | None = None
    kind: Kind = "person"
    statements: list[Statement] = field(default_factory=list)
    doubtful: bool = False
    called: list[str] = field(default_factory=list)  # the titles that the text gives with the name


class Voices:
    """All speakers in the order of their first words."""

    def __init__(self, cast: Cast, chair: Person | None, shared: frozenset[str] = frozenset()) -> None:
        self.cast = cast
        self.shared = shared  # titles that a label gives to all of its list: Trustees present
        self.chair = chair
        self.voices: dict[tuple[str, str], Voice] = {}
        self._last: Voice | None = None
        self.unsure: list[tuple[str, Span]] = []  # names that could be two persons' and where

    def add_said(self, said: Said, moved: Words | None = None) -> None:
        """Files what running text says somebody said; `moved` are the words of the motion that it puts or seconds."""
        for one in said.who:
            if (
                one.kind == "person"
                and len(self.cast.candidates(one.name)) > 1
                and not self.cast.find(one.name, one.role)
            ):
                self.unsure.append((one.name, said.passage.span(said.first, said.end)))
            if voice := self._of(one):
                voice.called += [one.role] if one.role and one.kind == "person" else []
                passage, start, end = moved or (said.passage, said.start, said.end)
                if not passage.words(start, end):
                    start = said.first
                words = passage.words(start, end)
                voice.statements.append(Statement(act=said.act, text=words, span=passage.span(start, end)))
                self._last = voice

    def add_line(self, line: Line) -> None:
        """Files a turn of a transcript; its spans are left out where the scribe's corrections changed the words."""
        member = self.cast.add(named(line.who, self.cast))
        voice = self._voice("person", member.name, member.role, member.organisation)
        if not line.parts:
            return
        spans = tuple(passage.span(start, end) for passage, start, end in line.parts)
        one = spans[0] if len(spans) == 1 else None
        kept = () if line.edits or one else spans
        voice.statements.append(
            Statement(act="said", text=line.text, span=None if line.edits else one, spans=kept)
        )

    def add_credit(self, passage: Passage) -> None:
        """Files a line of a MeetBot page under the nick behind it."""
        if passage.credit and not is_bot(passage.credit):
            member = self.cast.find(passage.credit) or self.cast.add(Named(passage.credit))
            voice = self._voice("person", member.name, member.role, member.organisation)
            voice.statements.append(
                Statement(act="said", text=passage.words(0, len(passage.text)), span=passage.whole)
            )

    def _of(self, one: Subject) -> Voice | None:
        if one.kind == "pronoun":
            return self._last
        if one.kind == "collective":
            unit = one.name.lower().split()[-1] in UNITS
            return self._voice("unit" if unit else "collective", one.name, None)
        if one.kind == "office":
            return self._office(one.name)
        member = self.cast.find(one.name, one.role)
        if member is None and self.cast.candidates(one.name):
            return self._voice("person", one.name, one.role)
        member = member or self.cast.add(Named(one.name, one.role, titled=one.titled))
        return self._voice("person", member.name, member.role or one.role, member.organisation)

    def _office(self, role: str) -> Voice:
        """Who holds the office; the chair of the meeting for "the Chair"; else the office without a name."""
        holder = self.cast.holder(role)
        if holder is None and self.chair and role.lower() in _CHAIRS:
            return (
                self._voice("person", self.chair.name, self.chair.role or role)
                if self.chair.name
                else self._voice("person", None, role)
            )
        if holder:
            return self._voice("person", holder.name, holder.role, holder.organisation)
        return self._voice("person", None, role)

    def _voice(
        self, kind: Kind, name: str | None, role: str | None, organisation: str | None = None
    ) -> Voice:
        key = (kind, (name or role or "").lower())
        voice = self.voices.setdefault(key, Voice(name, role, organisation, kind))
        voice.role = voice.role or role
        return voice

    def _role(self, voice: Voice) -> str | None:
        """The role; one that only a label gives to all gives way to the title in the text, and needs that of somebody."""
        first, _, more = (voice.role or "").partition(", ")
        if voice.role is None or first.lower() not in self.shared:
            return voice.role
        if more:
            return more  # Commissioners present: Jane Roe, Chair
        shared = first.lower()
        own = [role for role in voice.called if role.lower() != shared]
        if own:
            return max((role for role in own if role.endswith(own[0])), key=len)
        addressed = any(role.lower() == shared for one in self.voices.values() for role in one.called)
        return voice.role if addressed else None

    def speakers(self) -> list[Speaker]:
        """The speakers as a record holds them."""
        return [
            Speaker(
                name=one.name,
                role=self._role(one),
                organisation=one.organisation,
                kind=one.kind,
                statements=tuple(one.statements),
            )
            for one in self.voices.values()
        ]


def shared_titles(found: Sequence[Field], words: Lexicon) -> frozenset[str]:
    """The titles that labels give to all of their lists: senator, of "Senators present"."""
    firsts = (one.label.split()[0] for one in found if one.kind in _LISTS and one.label.split())
    return frozenset(singular(first).lower() for first in firsts if is_plural(first, words))


def voices_of(
    story: Story,
    lines: Sequence[Line],
    passages: Sequence[Passage],
    cast: Cast,
    chair: Person | None,
    shared: frozenset[str] = frozenset(),
) -> Voices:
    """All that spoke, in the order of the report's text."""
    voices = Voices(cast, chair, shared)
    for one in story.said:
        voices.add_said(one, story.moved.get(id(one)))
    for line in lines:
        voices.add_line(line)
    for passage in passages:
        voices.add_credit(passage)
    return voices
