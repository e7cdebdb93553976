"""Motions in transcripts: I move that we grant the permit; second; the motion carries."""

import re
from collections.abc import Iterator, Sequence

from minutes.extract import calendar
from minutes.extract.en.cast import Cast
from minutes.extract.en.dialogue import Line, named
from minutes.extract.en.dues import Calendar, Due, due_in
from minutes.extract.en.motions import Motion
from minutes.extract.en.owners import Owner, owner_of
from minutes.extract.en.sentences import Sentence, sentences
from minutes.extract.en.speech import Said
from minutes.extract.en.subject import Subject
from minutes.extract.en.tasks import Task
from minutes.extract.en.voting import FAILED
from minutes.extract.en.words import grammar
from minutes.extract.lazy import lazy

_MOVES = lazy(
    r"\bI(?:'d like to|'ll| would like to| will| hereby| so)? (?:move|make (?:a|the) motion)\b(?: (?=that|to|for|we|approval|adoption))?",
    re.IGNORECASE,
)
_SECONDS = lazy(
    r"^\W*(?:I(?:'ll| will)? )?second(?:ed)?\b|\bI (?:will |'ll )?second (?:it|that|the)\b", re.IGNORECASE
)
_CARRIED = lazy(
    r"\b(?:motion|it|resolution) (?:is )?(?:carries|carried|passes|passed|approved|adopted)\b|\bayes have it\b|\bso ordered\b|\bunanimous",
    re.IGNORECASE,
)
_SO_MOVED = lazy(r"(?:I )?so moved?\b", re.IGNORECASE)
_ASKED = lazy(
    r"(?:Do I (?:have|hear)|Is there|May I have|Can I (?:have|get)|I need) (?:a|the) (?:motion|second)",
    re.IGNORECASE,
)
_HERE = lazy(r"(?:here|present|aye|yes|no|nay)[.!]?", re.IGNORECASE)
_SO = r"(?:(?:And|So|OK|Okay|Right|Yes|Yeah|Sure|Then|Fine|Well|Good|Great|Thanks|Thank you|No problem)[,.]? ){0,3}"
_WILL = lazy(
    _SO + r"(?P<own>(?:I|We)(?:'ll| will| shall| am going to|'m going to) (?:also |then )?(?P<verb>[a-z]+))",
    re.IGNORECASE,
)
_DEEDS = frozenset(
    {
        "write",
        "send",
        "prepare",
        "draft",
        "circulate",
        "email",
        "contact",
        "obtain",
        "arrange",
        "organise",
        "organize",
        "produce",
        "submit",
        "forward",
        "distribute",
        "liaise",
        "follow",
        "investigate",
    }
)
_ASK = lazy(
    _SO
    + r"(?P<asked>(?:please|can you|could you|would you|will you) (?:please )?(?:also )?(?P<verb>[a-z]+)[^?]*?), (?P<who>[A-Z][\w'-]+(?: [A-Z][\w'-]+)?)[.?!]*$"
)
_PLEASE = lazy(
    r"(?P<who>(?:(?:Mr|Mrs|Ms|Dr)\. )?[A-Z][\w'-]+(?: [A-Z][\w'-]+)?), (?:please|can you|could you|will you) (?:please )?(?:also )?(?P<verb>[a-z]+)"
)
_NOW = grammar("invited") | {
    "go",
    "begin",
    "proceed",
    "continue",
    "start",
    "take",
    "call",
    "have",
    "read",
    "let",
}
_REACH = 12  # turns in which a motion is settled


def spoken_motions(lines: Sequence[Line], cast: Cast) -> list[Motion]:
    """The motions that speakers of a transcript put and that carried."""
    return [
        motion
        for number, line in enumerate(lines)
        for motion in (*_put(line, cast), *_so_moved(lines[number - 1 : number], line, cast))
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


def _so_moved(before: Sequence[Line], line: Line, cast: Cast) -> Iterator[Motion]:
    """So moved: the words are those that the chair just put."""
    if before and before[0].parts and _SO_MOVED.match(line.text):
        passage, start, end = before[0].parts[-1]
        asked = _ASKED.search(passage.text, start, end)
        yield Motion(
            passage,
            start,
            asked.start() if asked and asked.start() > start else end,
            _said(line, "moved", cast),
        )


def answers_roll(line: Line) -> bool:
    """Whether the turn only answers the roll: Here. Present."""
    return bool(_HERE.fullmatch(line.text.strip()))


def spoken_tasks(lines: Sequence[Line], cast: Cast, when: Calendar) -> Iterator[Task]:
    """What speakers of a transcript take on by a day (We will send it by Monday) or ask of another (Ms. Crane, please check)."""
    for line in lines:
        for passage, start, end in line.parts:
            for sentence in sentences(passage.part(start, end)):
                yield from _taken_on(line, sentence, cast, when)


def _taken_on(line: Line, sentence: Sentence, cast: Cast, when: Calendar) -> Iterator[Task]:
    text = sentence.text
    last = len(text.rstrip(" ."))
    due = due_in(text, 0, last, when, loose=True) or _near(text, when)
    part = sentence.passage.part(sentence.start, sentence.end)
    own = _WILL.match(text)
    if own and (due or own["verb"].lower() in _DEEDS) and own["verb"] not in _NOW:
        who = named(line.who, cast).name
        yield Task(part, own.start("own"), last, "taken-on", Owner(who, who), due, inferred=True)
    elif (ask := _ASK.match(text)) and ask["verb"] not in _NOW and (owner := owner_of(ask["who"], cast)):
        yield Task(part, ask.start("asked"), ask.end("asked"), "asked", owner, due, raised_by=line.who)
    elif (
        (please := _PLEASE.match(text))
        and please["verb"] not in _NOW
        and (owner := owner_of(please["who"], cast))
    ):
        yield Task(part, please.end("who") + 2, last, "asked", owner, due, raised_by=line.who)


def _near(text: str, when: Calendar) -> Due | None:
    """Tomorrow inside a promise: I will ring you tomorrow with a date."""
    word = re.search(r"\btomorrow\b", text, re.IGNORECASE)
    day = when.day and word and calendar.after(when.day, 1)
    return Due(*word.span(), day) if word and day else None


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
