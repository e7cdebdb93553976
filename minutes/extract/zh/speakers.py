"""Speakers of the record, from utterances: one entry a person, statements in the order of the report."""

import re
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct, field

from archive.record import Person, Span, Speaker, Statement
from minutes.extract.zh.mention import Mention
from minutes.extract.zh.notes import say_zh
from minutes.extract.zh.people import TOO_WEAK, Entry, core_of
from minutes.extract.zh.reading import Reading
from minutes.extract.zh.utterance import Utterance

CHAIR = {"主席", "主持人"}
# 同时, and 最后, open what comes next.
LEFT_OVER = re.compile("(?:同时|此外|另外|最后|随后|首先|其次|接着|期间|会上|接下来|[,; ])+\\Z")


class Voice(Struct):
    """One speaker while statements are gathered."""

    name: str | None
    role: str | None
    organisation: str | None
    kind: Literal["person", "unit", "collective"]
    place: Span | None
    rule: str
    certain: Literal["stated", "inferred", "doubtful"]
    statements: list[Statement] = field(default_factory=list)

    def speaker(self) -> Speaker:
        """For the record."""
        return Speaker(
            name=self.name,
            role=self.role,
            organisation=self.organisation,
            kind=self.kind,
            statements=tuple(self.statements),
        )


def put_speakers(reading: Reading, said: list[Utterance]) -> None:
    """Puts the speakers and those who are only cited."""
    voices: dict[str, Voice] = {}
    for one in said:
        statement = _statement(reading, one)
        if statement is None:
            continue
        for key, voice in _voices(reading, one):
            voices.setdefault(key, voice).statements.append(statement)
    reading.draft.fields["speakers"] = tuple(voice.speaker() for voice in voices.values())
    for number, voice in enumerate(voices.values()):
        reading.draft.prove(f"speakers.{number}", voice.place, voice.rule, voice.certain)
    _cited(reading, said, {one.entry.name for part in said for one in part.people if one.entry})


def _voices(reading: Reading, one: Utterance) -> Iterator[tuple[str, Voice]]:
    place = reading.document.span(*one.label)
    if one.kind != "person":
        name = reading.document.name(*one.label)
        yield f"{one.kind} {name}", Voice(name, None, None, one.kind, place, one.rule, one.certain)
        return
    for mention in one.people:
        yield _voice(reading, mention, one)


def _voice(reading: Reading, mention: Mention, one: Utterance) -> tuple[str, Voice]:
    place = reading.document.span(mention.start, mention.end)
    if entry := mention.entry:
        certain = "inferred" if one.certain == "stated" and mention.family else one.certain
        return entry.name, Voice(
            entry.shown, entry.role, entry.organisation, "person", place, one.rule, certain
        )
    words = reading.document.name(mention.start, mention.end)
    if reading.chair and mention.title in CHAIR:
        chair = reading.chair
        return chair.name, Voice(
            chair.shown, chair.role, chair.organisation, "person", place, one.rule, "inferred"
        )
    if mention.family:
        _unresolved(reading, mention, words, place)
    return f"office {words}", Voice(
        None, words, None, "person", place, one.rule, "doubtful" if mention.family else "stated"
    )


def _unresolved(reading: Reading, mention: Mention, words: str, place: Span | None) -> None:
    same = reading.mentions.register.family.get(mention.family, [])
    if len(same) > 1:
        names = "\u3001".join(entry.shown for entry in same)
        message = say_zh("two-people-one-surname", family=mention.family, names=names, words=words)
        reading.draft.note("two-people-one-surname", message, place)
    else:
        reading.draft.note("unresolved-name", say_zh("unresolved-name", words=words), place)


def _statement(reading: Reading, one: Utterance) -> Statement | None:
    end = len(LEFT_OVER.sub("", reading.flat[one.start : one.end])) + one.start
    announced = one.also and one.start <= one.act.start and reading.flat[end - 1 : end] == ":"
    places = (
        one.also if announced else [(one.start, end), *one.also]
    )  # 强调: above a list is the act, not its words
    spans = tuple(span for place in places for span in reading.document.spans(*place))
    spans = spans or reading.document.spans(one.act.start, one.act.end)
    if not spans:
        return None
    text = "\n".join(reading.document.body[span.block].text[span.start : span.end] for span in spans)
    relayed = relayed_name(one)
    single = len(spans) == 1
    return Statement(
        act=_act(reading, one),
        text=text,
        relayed_from=relayed,
        span=spans[0] if single else None,
        spans=() if single else spans,
    )


def _act(reading: Reading, one: Utterance) -> str:
    """The verb in the source's own characters."""
    start = reading.flat.find(
        one.act.name, one.act.start, max(one.act.end, one.act.start + len(one.act.name))
    )
    return reading.document.name(start, start + len(one.act.name)) if start >= 0 else one.act.name


def relayed_name(one: Utterance) -> str | None:
    """Whose words an utterance conveys."""
    return one.relay.shown if one.relay else None


def _cited(reading: Reading, said: list[Utterance], speaking: set[str]) -> None:
    cited: dict[str, Person] = {}
    for one in said:
        entry: Entry | None = one.relay.mention.entry if one.relay else None
        if one.relay and entry and entry.name not in speaking and entry.name not in cited:
            place = reading.document.span(one.relay.mention.start, one.relay.mention.end)
            reading.draft.prove(f"cited.{len(cited)}", place, "conveyed-words")
            cited[entry.name] = entry.person()
    reading.draft.fields["cited"] = tuple(cited.values())


def note_titles(reading: Reading) -> None:
    """A person under a later title that none of the first ones holds (副校长, 副院长): one may be a slip."""
    for entry in reading.mentions.register.entries.values():
        first = (
            {core_of(part) for part in re.split("[\u3001兼]", entry.roles[0][0])} if entry.roles else set()
        )
        other = [
            role for role, _ in entry.roles[1:] if role not in TOO_WEAK and not _held_before(role, first)
        ]
        if first and other:
            roles = "\u3001".join((entry.roles[0][0], *other))
            place = reading.document.span(*entry.place)
            reading.draft.note("two-titles", say_zh("two-titles", name=entry.shown, roles=roles), place)


def _held_before(role: str, cores: set[str]) -> bool:
    return any(
        core_of(part).endswith(core) or core.endswith(core_of(part))
        for part in re.split("[\u3001兼]", role)
        for core in cores
    )


def note_pronouns(reading: Reading, said: list[Utterance]) -> None:
    """A person who is called both he and she."""
    called: dict[str, set[str]] = {}
    for one in said:
        for mention in one.people:
            if one.pronoun and mention.entry:
                called.setdefault(mention.entry.shown, set()).add(one.pronoun)
    for name, pronouns in called.items():
        if len(pronouns) > 1:
            reading.draft.note("pronoun-conflict", say_zh("pronoun-conflict", name=name))
