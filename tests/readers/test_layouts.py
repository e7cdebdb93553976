"""Pages of every layout we know of, invented: each beside the lines it must give (pages/NAME.html, NAME.txt)."""

from pathlib import Path

import pytest
from page_lines import shown

from minutes.readers import read

PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_gives_the_article_and_nothing_around_it(page):
    assert shown(read(page)) == page.with_suffix(".txt").read_text("utf-8")


def test_knows_at_least_twenty_layouts():
    assert len(PAGES) >= 20
