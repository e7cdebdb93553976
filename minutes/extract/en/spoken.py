"""Motions in transcripts: I move that we grant the permit; second; the motion carries."""

import re
from collections.abc import Iterator, Sequence

from minutes.extract.en.cast import Cast
from minutes.extract.en.dialogue import Line, named
from minutes.extract.en.motions import FAILED, Motion
from minutes.extract.en.speech import Said
from minutes.extract.en.subjects import Subject

_MOVES = re.compile(
    r"\bI(?:'d like to|'ll| would like to| will| hereby| so)? (?:move|make (?:a|the) motion)\b(?: (?=that|to|for|we|approval|adoption))?",
    re.IGNORECASE,
)
_SECONDS = re.compile(
    r"^\W*(?:I(?:'ll| will)? )?second(?:ed)?\b|\bI (?:will |'ll )?second (?:it|that|the)\b", re.IGNORECASE
)
_CARRIED = re.compile(
    r"\b(?:motion|it|resolution) (?:is )?(?:carries|carried|passes|passed|approved|adopted)\b|\bayes have it\b|\bso ordered\b|\bunanimous",
    re.IGNORECASE,
)
_REACH = 12  # turns in which a motion is settled


def spoken_motions(lines: Sequence[Line], cast: Cast) -> list[Motion]:
    """The motions that speakers of a transcript put and that carried."""
    return [
        motion
        for number, line in enumerate(lines)
        for motion in _put(line, cast)
        if _settled(motion, lines[number + 1 : number + 1 + _REACH], cast)
    ]


def _put(line: Line, cast: Cast) -> Iterator[Motion]:
    """The motions that a turn puts, with the words moved."""
    for passage, start, end in line.parts:
        moves = _MOVES.search(passage.text, start, end)
        stop = passage.text.find(". ", moves.end(), end) if moves else -1
        last = stop if stop > 0 else end
        if moves and last - moves.end() > _REACH:
            yield Motion(passage, moves.end(), last, _said(line, "move", cast))


def _settled(motion: Motion, after: Sequence[Line], cast: Cast) -> bool:
    """Reads the turns that follow for seconder and result; whether the motion carried."""
    for line in after:
        text = line.text
        if motion.seconder is None and _SECONDS.search(text):
            motion.seconder, motion.seconded = _said(line, "second", cast), True
        if _MOVES.search(text) or (FAILED.search(text) and "motion" in text.lower()):
            return False
        if _CARRIED.search(text):
            passage, start, end = line.parts[0]
            motion.results.append((passage, start, end))
            motion.passed = True
            return True
    return False


def _said(line: Line, act: str, cast: Cast) -> Said:
    passage, start, end = line.parts[0]
    who = named(line.who, cast)
    return Said(
        (Subject("person", who.name, who.role, 0, 0, titled=True),), act, passage, start, start, end, start
    )
