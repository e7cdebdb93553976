"""Decisions on names, for the whole archive: two names one person, another name, two persons of one name."""

from typing import TYPE_CHECKING, Final

from minutes.cli import ids as numbers
from minutes.cli import reply
from minutes.cli.usage import UsageMistake
from minutes.messages import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from minutes.cli.desk import Desk


class NotADecision(UsageMistake):
    """Words missing, or too many."""

    message = "The names are not all there."
    advice = "Write: people merge NAME INTO, people rename NAME NEW, or people split NAME NEW ID..."


class NamelessPerson(UsageMistake):
    """An empty name."""

    message = "A name is empty."
    advice = NotADecision.advice


class SamePerson(UsageMistake):
    """One name twice."""

    message = "{name} is the same name twice."
    advice = NotADecision.advice


def decide(desk: "Desk", deed: str, words: list[str]) -> None:
    """Does one of DEEDS with the names in `words`; raises NotADecision, NamelessPerson, SamePerson, NoSuchPerson."""
    fewest, most, do = DEEDS[deed]
    if not fewest <= len(words) <= most:
        raise NotADecision
    name, other, *_ = words = [word.strip() for word in words]
    if not name or not other:
        raise NamelessPerson
    if name == other:
        raise SamePerson(name=name)
    do(desk, words)


def _merge(desk: "Desk", words: list[str]) -> None:
    desk.open().merge_people(words[0], words[1], who=desk.who)
    reply.tell(say("{name} is from now on {other}.", name=words[0], other=words[1]))


def _rename(desk: "Desk", words: list[str]) -> None:
    desk.open().rename_person(words[0], words[1], who=desk.who)
    reply.tell(say("{name} is from now on {other}.", name=words[0], other=words[1]))


def _split(desk: "Desk", words: list[str]) -> None:
    records = numbers.records(words[2:])
    desk.open().split_person(words[0], words[1], records, who=desk.who)
    named = say(", ").join(map(str, records))
    reply.tell(say("In {ids}, {name} is {other}.", ids=named, name=words[0], other=words[1]))


DEEDS: "Final[dict[str, tuple[int, int, Callable[[Desk, list[str]], None]]]]" = {
    "merge": (2, 2, _merge),
    "rename": (2, 2, _rename),
    "split": (3, 1000, _split),
}
