"""Strings made to lead a regular expression astray, from the expression itself, and how its time grows with them.

    python tests/extract/attacks.py          every pattern of both grammars: those whose time grows faster than bounded

For each repeat of a pattern: what leads to it, then what it repeats (each alternative, and two in turn) many times,
then something that fits nothing. Prints one line for each pattern whose time grows without bound.
"""

import gc
import re
import sys
import time
from collections.abc import Iterator
from itertools import combinations, islice
from pathlib import Path
from re import _constants as op
from re import _parser as parser

sys.path.insert(0, str(Path(__file__).parents[2]))

MANY = 12  # a repeat of fewer is no danger
PUMPS = 24  # attacks tried on one pattern
COUNTS = (
    2,
    4,
    6,
    8,
    10,
    12,
    14,
    16,
    20,
    24,
    32,
    64,
    128,
)  # small steps: time without bound may double with each one
LONGEST = 1000  # characters
NOTICED = 0.002  # seconds; less is noise
ENOUGH = 0.02
WORST = 40.0  # times as long for twice the length: the square takes 4, the cube 8, without bound a thousand
ENDINGS = ("\x00", ",", "\u3002")  # what fits nothing, and what ends a stretch of anything but this
SAMPLES = {op.CATEGORY_DIGIT: "7", op.CATEGORY_SPACE: " ", op.CATEGORY_WORD: "a"}
OTHERS = "a7 ,\u5b66(\u3002:\u25a1-Z\u00e9\n"


def sample(items) -> str:
    """A string that fits these parts of a parsed pattern, as far as looking around allows."""
    return "".join(fitting(*item) for item in items)


def fitting(code, value) -> str:
    """A string that fits one part."""
    return FITTING[code](value) if code in FITTING else ""


def repeated(value) -> str:
    """A string that fits a repeat."""
    return sample(value[2]) * max(1, min(value[0], 3))


def one_of(items) -> str:
    """A character of a class."""
    if items[0][0] is op.NEGATE:
        return next((char for char in OTHERS if not any(holds(item, char) for item in items[1:])), "\u5b66")
    code, value = items[0]
    return (
        chr(value) if code is op.LITERAL else chr(value[0]) if code is op.RANGE else SAMPLES.get(value, "!")
    )


FITTING = {
    op.LITERAL: chr,
    op.NOT_LITERAL: lambda value: "b" if value == ord("a") else "a",
    op.ANY: lambda _: "\u5b66",
    op.IN: one_of,
    op.BRANCH: lambda value: sample(value[1][0]),
    op.SUBPATTERN: lambda value: sample(value[-1]),
    op.MAX_REPEAT: repeated,
    op.MIN_REPEAT: repeated,
    op.POSSESSIVE_REPEAT: repeated,
    op.ATOMIC_GROUP: sample,
}


def holds(item, char) -> bool:
    """Whether a part of a class holds this character."""
    code, value = item
    if code is op.LITERAL:
        return ord(char) == value
    if code is op.RANGE:
        return value[0] <= ord(char) <= value[1]
    classes = {op.CATEGORY_DIGIT: r"\d", op.CATEGORY_SPACE: r"\s", op.CATEGORY_WORD: r"\w",
               op.CATEGORY_NOT_WORD: r"\W", op.CATEGORY_NOT_SPACE: r"\S", op.CATEGORY_NOT_DIGIT: r"\D"}  # fmt: skip
    return bool(re.match(classes.get(value, "(?!)"), char))


def pumps(items, before: str = "") -> Iterator[tuple[str, str]]:
    """What leads to each repeat, and what it repeats."""
    for code, value in items:
        if code in {op.MAX_REPEAT, op.MIN_REPEAT}:
            if value[1] >= MANY:
                yield from ((before, body) for body in bodies(value[2]) if body)
            yield from pumps(value[2], before)
        elif code is op.BRANCH:
            for branch in value[1]:
                yield from pumps(branch, before)
        elif code is op.SUBPATTERN:
            yield from pumps(value[-1], before)
        elif code in {op.ASSERT, op.ASSERT_NOT}:
            yield from pumps(value[1], before)
        before += fitting(code, value)


def bodies(items) -> list[str]:
    """What a repeat may repeat: each alternative, and two in turn."""
    single = alternatives(items)[:6]
    return [*single, *("".join(pair) for pair in combinations(single, 2))]


def alternatives(items) -> list[str]:
    """The strings of a part with a branch, one for each alternative."""
    if len(items) == 1 and items[0][0] is op.BRANCH:
        branches = sorted(items[0][1][1], key=repeats, reverse=True)
        return [sample(branch) for branch in branches]
    if len(items) == 1 and items[0][0] is op.SUBPATTERN:
        return alternatives(items[0][1][-1])
    return [sample(items)]


def repeats(items) -> bool:
    """Whether a part repeats something: the likeliest to run away."""
    return any(code in {op.MAX_REPEAT, op.MIN_REPEAT} and value[1] > 1 for code, value in items)


def attacks(pattern: re.Pattern[str]) -> list[tuple[str, str]]:
    """Beginnings and what follows them again and again, those that begin with a repeat's own words among them."""
    found = dict.fromkeys(pumps(parser.parse(pattern.pattern, pattern.flags)))
    return list(islice(found, PUMPS)) + [("", chars) for chars in ("\u5b66", "\u8981,", "a ", "1", "(")]


def seconds(pattern: re.Pattern[str], text: str) -> float:
    """How long the pattern searches this text, the better of two where it is long."""
    taken = 1.0
    while True:
        start = time.perf_counter()
        pattern.search(text)
        pattern.fullmatch(text)
        last, taken = taken, min(taken, time.perf_counter() - start)
        if taken < NOTICED or last < 1:
            return taken


def growth(pattern: re.Pattern[str], before: str, body: str) -> tuple[float, int]:
    """The worst ratio of times for twice as many repeats that is more than noise, and their number."""
    taken: dict[int, float] = {}
    worst = (0.0, 0)
    for count in COUNTS:
        if count > 2 and len(body) * count > LONGEST:
            break
        taken[count] = max(seconds(pattern, before + body * count + end) for end in ENDINGS)
        if taken[count] > NOTICED:
            half = max(taken.get(count // 2, 0), NOTICED / 10)
            worst = max(worst, (taken[count] / half, count))
        if taken[count] > ENOUGH:
            break
    return worst


def patterns() -> list[re.Pattern[str]]:
    """Every pattern the two grammars have compiled after reading something of everything."""
    load()
    others = {
        id(one)
        for name, module in list(sys.modules.items())
        if not name.startswith("minutes.extract")
        for one in vars(module).values()
    }
    made = (one for one in gc.get_objects() if isinstance(one, re.Pattern) and isinstance(one.pattern, str))
    return [one for one in made if id(one) not in others]


def load() -> None:
    """Imports every room and reads the labelled reports, so that patterns made when first needed exist."""
    import importlib
    import pkgutil

    import minutes.extract
    from minutes.extract import extract
    from minutes.extract.zh.dues import CELL, RULES, compiled
    from minutes.readers import read

    for module in pkgutil.walk_packages(minutes.extract.__path__, "minutes.extract."):
        importlib.import_module(module.name)
    for _, source, _ in (*RULES, *CELL):
        compiled(source)
    for path in sorted((Path(__file__).parents[1] / "reports-own").glob("*.html")):
        extract(read(path))


def main() -> None:
    """Prints the patterns that run away."""
    found = patterns()
    for pattern in found:
        for before, body in attacks(pattern):
            ratio, count = growth(pattern, before, body)
            if ratio > WORST:  # once more: a busy machine may have slept in between
                ratio, count = growth(pattern, before, body)
            if ratio > WORST:
                print(
                    f"{ratio:.0f} x at {before!a} + {body!a} * {count}: {pattern.pattern[:300]!a}", flush=True
                )
                break
    print(f"{len(found)} patterns", file=sys.stderr)


if __name__ == "__main__":
    main()
