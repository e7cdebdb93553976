"""Extraction keeps its floors on the labelled reports; lowering one takes `python tests/quality.py --lower WHY`."""

import importlib.util
from pathlib import Path

import pytest

SPEC = importlib.util.spec_from_file_location("quality", Path(__file__).with_name("quality.py"))
quality = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(quality)


CORPORA = {name: quality.Corpus(name) for name in quality.CORPORA}


@pytest.fixture(scope="module")
def reached():
    return {name: corpus.reached() for name, corpus in CORPORA.items()}


@pytest.mark.parametrize("name", CORPORA)
def test_the_floors_belong_to_this_corpus(name):
    assert CORPORA[name].floors()["corpus"] == CORPORA[name].digest()


@pytest.mark.parametrize(
    ("corpus", "group", "name"),
    [
        (corpus, group, name)
        for corpus in CORPORA
        for group, found in CORPORA[corpus].floors()["floors"].items()
        for name in found
    ],
)
def test_a_measure_does_not_fall_below_its_floor(reached, corpus, group, name):
    assert reached[corpus][group][name] >= CORPORA[corpus].floors()["floors"][group][name]
