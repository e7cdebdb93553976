"""The report the project began with, as page and as text, gives the same words (../shared/seed; skipped without it)."""

from pathlib import Path

import pytest

from minutes.readers import read

SEED = Path(__file__).parents[3] / "shared" / "seed"
pytestmark = pytest.mark.skipif(not SEED.is_dir(), reason="needs ../shared/seed")


def test_page_and_text_give_the_same_blocks():
    page, text = read(SEED / "report.html"), read(SEED / "report.txt")
    assert [(block.kind, block.text) for block in page.blocks] == [
        (block.kind, block.text) for block in text.blocks
    ]
    assert page.source.publisher == text.source.publisher


def test_the_page_has_eight_pictures_each_with_its_caption():
    page = read(SEED / "report.html")
    captions = [block for block in page.blocks if block.kind == "caption"]
    assert len(page.pictures) == len(captions) == 8
    assert [block.picture for block in captions] == [picture.sha256 for picture in page.pictures]
