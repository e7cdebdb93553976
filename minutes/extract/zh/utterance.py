"""Something said by somebody at a place of the text."""

from typing import Literal

from msgspec import Struct, field

from minutes.extract.zh.cited import Relay
from minutes.extract.zh.mention import Mention
from minutes.extract.zh.predicates import Act
from minutes.extract.zh.sentences import Clause
from minutes.extract.zh.speech_words import JOINED
from minutes.extract.zh.subjects import Subject

KINDS: dict[str, Literal["person", "unit", "collective"]] = {
    "person": "person",
    "pronoun": "person",
    "unit": "unit",
}
"""What kind of speaker a subject is; all others are collectives."""


class Utterance(Struct):
    """Something said by somebody: `start` to `end` are the words, `act_start` the verb."""

    kind: Literal["person", "unit", "collective"]
    people: tuple[Mention, ...]
    label: tuple[int, int]  # where a unit or collective is written
    act: Act
    start: int
    end: int
    block: int
    sentence: int
    relay: Relay | None = None
    rule: str = "subject-verb"
    certain: Literal["stated", "inferred", "doubtful"] = "stated"
    pronoun: str | None = None
    also: list[tuple[int, int]] = field(default_factory=list)  # members of a list in the blocks that follow


class State(Struct):
    """What the reader of clauses remembers: who spoke last, in which block."""

    speaker: Subject | None = None  # the last subject that can go on speaking
    person: Subject | None = None  # the last person or people introduced
    block: int = -1
    current: Utterance | None = None
    turn: int = -1  # the block that is one person's turn in a transcript
    relayed: int = -1  # the sentence whose verbs are a conveyed report's


def stands_alone(flat: str, current: Utterance | None, act: Act, clause: Clause, start: int) -> bool:
    """强调要..., 指出,..., 介绍了...: a noun like 要求 in 按要求 has no such place; `current` are words of this sentence."""
    after = flat[act.end : act.end + 1]
    done = flat[act.end - 1] == "了" or after in {",", ":"}
    if current and current.act.heads and current.rule != "turn":
        orders = act.name == "要求" and act.start <= start + 2 and after not in {",", ":"}
        return done or orders or bool(JOINED.match(flat, clause.start))
    near = act.start - start <= 16 or flat[start : start + 1] in "对就从"  # noqa: PLR2004
    return near and (done or act.heads or after in "要各全" or act.end >= clause.end or "要求" in act.name)
