"""Where the reading of a report stands: what was found so far, and who is known by now."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from minutes.extract.en.agents import subjects_after
from minutes.extract.en.cast import Cast
from minutes.extract.en.decisions import Decided
from minutes.extract.en.dialogue import Line
from minutes.extract.en.dues import Calendar
from minutes.extract.en.motions import Motion
from minutes.extract.en.names import STARTERS, Named
from minutes.extract.en.passages import Passage
from minutes.extract.en.sentences import Sentence, Token, tokens
from minutes.extract.en.speech import Said
from minutes.extract.en.subject import Subject, role_inside
from minutes.extract.en.tasks import Task

_FAR = 12  # words of a role behind a name
_TITLE = 3  # words of a sentence among which a title opens it: Road Supervisor Karl Lind


@dataclass(slots=True)
class Story:
    """All that was found, in the order of the report."""

    said: list[Said] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    motions: list[Motion] = field(default_factory=list)
    decided: list[Decided] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    moved: dict[int, tuple[Passage, int, int]] = field(
        default_factory=dict
    )  # words of a motion, by the id of who moved or seconded it


@dataclass(slots=True)
class Reader:
    """Where the reading stands."""

    cast: Cast
    when: Calendar
    story: Story
    motion: Motion | None = None
    before: Sentence | None = None  # the last sentence before an open motion
    last: str | None = None  # who "he" and "she" are
    held: list[Task] = field(default_factory=list)  # tasks in the words of an open motion


def _may_open(token: Token, cast: Cast) -> bool:
    """Whether a sentence that starts with this word may start with somebody known or titled."""
    if not token.text[0].isupper() or token.low in STARTERS:
        return False
    known = cast.words
    return (
        token.low in known.openers
        or known.is_title(token.text)
        or known.is_honorific(token.text)
        or bool(cast.candidates(token.text))
    )


def meet(reader: Reader, sentence: Sentence) -> None:
    """Gets to know who opens the sentence, speaking or not: Road Agent Karl Lind was in; Gwen has not heard."""
    words = tokens(sentence)
    if not words or not any(_may_open(word, reader.cast) for word in words[:_TITLE]):
        return
    who = subjects_after(words, 0, reader.cast)
    if (
        len(who) != 1
        or who[0].kind != "person"
        or who[0].last >= len(words)
        or not (words[who[0].last].text.islower() or words[who[0].last].text == ",")
    ):
        return
    one = who[0]
    if words[one.last].text == ",":
        one = _with_apposition(words, one, reader.cast)
    if (
        (one.titled or words[one.last].text == ",")
        and " " in one.name
        and not reader.cast.candidates(one.name)
    ):
        reader.cast.add(Named(one.name, one.role, titled=True))
    if member := reader.cast.find(one.name, one.role):
        reader.last = member.name


def _with_apposition(words: Sequence[Token], one: Subject, cast: Cast) -> Subject:
    """The person with the role behind the name: Jane Roe, owner of the mill, ..."""
    end = next(
        (at for at in range(one.last + 1, min(len(words), one.last + _FAR)) if words[at].text == ","), None
    )
    role = role_inside(words, one.last + 1, end, cast) if end else None
    return replace(one, role=one.role or role)


def resolved(reader: Reader, said: Said) -> Said:
    """What "he" and "she" said under the name of who was last spoken of."""
    who = said.who[0]
    if who.kind != "pronoun" or not reader.last:
        return said
    return replace(said, who=(Subject("person", reader.last, None, who.first, who.last),))


def remember(reader: Reader, said: Said) -> None:
    """Keeps the cast up to date, so that "she" and the surname alone are understood."""
    for one in said.who:
        if one.kind == "person":
            member = reader.cast.find(one.name, one.role)
            if member is None and not reader.cast.candidates(one.name):
                member = reader.cast.add(Named(one.name, one.role, titled=one.titled))
            if member:
                reader.cast.grow(member, one.name)
            reader.last = member.name if member else one.name
            if member and one.role and not member.role:
                member.role = one.role
        elif one.kind == "office":
            holder = reader.cast.holder(one.name)
            reader.last = holder.name if holder else None
