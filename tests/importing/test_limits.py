"""Limits can be raised by option, and only in ways that make sense."""

from dataclasses import asdict
from pathlib import Path

import pytest

from minutes.cli import help_
from minutes.limits import NoAmount, NotAnAmount, UnknownLimit, raised
from minutes.readers.limits import LIMITS, MB
from minutes.reading import Reading, read_file
from minutes.workers import BOUNDS


def test_without_a_wish_the_limits_stay():
    assert raised([]) == (LIMITS, BOUNDS)


def test_sizes_come_with_units_times_in_seconds():
    limits, bounds = raised(["file_size=200MB", "part_size=1gb", "seconds=120", "text=9"])
    assert (limits.file_size, limits.part_size, limits.text) == (200 * MB, 1024 * MB, 9)
    assert bounds.seconds == 120
    assert bounds.memory == BOUNDS.memory


@pytest.mark.parametrize(
    ("wish", "error"),
    [
        ("file_size", NoAmount),
        ("file_size=", NoAmount),
        ("seconds=soon", NotAnAmount),
        ("seconds=0", NotAnAmount),
        ("text=-1", NotAnAmount),
        ("memory=1TB", NotAnAmount),
    ],
)
def test_an_amount_that_is_none_is_refused(wish, error):
    with pytest.raises(error):
        raised([wish])


def test_an_unknown_limit_is_refused_with_those_that_are_known():
    with pytest.raises(UnknownLimit, match="file_size"):
        raised(["colour=3"])


def test_a_raised_limit_lets_more_in(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("The board met on 4 March 2024. Anna Lind reported.\n" * 10, "utf-8")
    (tight, _), (wide, _) = raised(["file_size=20"]), raised(["file_size=1MB"])
    assert not isinstance(read_file(file, limits=tight), Reading)
    assert isinstance(read_file(file, limits=wide), Reading)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_help_lists_every_limit_as_it_is(language):
    page = (Path(help_.__file__).with_name("topics") / f"limits.{language}.txt").read_text("utf-8")
    told = dict(
        line.split()[:2]
        for line in page.splitlines()
        if line.startswith("  ") and not line.startswith("    ")
    )
    limits, bounds = raised([f"{name}={amount}" for name, amount in told.items()])
    assert (limits, bounds) == (LIMITS, BOUNDS)
    assert set(told) == {*asdict(LIMITS), *asdict(BOUNDS)}
