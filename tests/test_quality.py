"""Extraction keeps its floors on the labelled reports; lowering one takes `python tests/quality.py --lower WHY`."""

import importlib.util
from pathlib import Path

import pytest

SPEC = importlib.util.spec_from_file_location("quality", Path(__file__).with_name("quality.py"))
quality = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(quality)


@pytest.fixture(scope="module")
def reached():
    return quality.reached()


def test_the_floors_belong_to_this_corpus():
    assert quality.floors()["corpus"] == quality.digest()


@pytest.mark.parametrize(
    ("group", "name"),
    [(group, name) for group, found in quality.floors()["floors"].items() for name in found],
)
def test_a_measure_does_not_fall_below_its_floor(reached, group, name):
    assert reached[group][name] >= quality.floors()["floors"][group][name]
