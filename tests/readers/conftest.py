"""Fixtures: a file of any bytes, read; a page around a body, read."""

import sys
from pathlib import Path

import pytest

from minutes.readers import read

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture
def read_bytes(tmp_path):
    """Reads bytes as a file of the given name."""

    def read_them(data: bytes | str, name: str = "page.html"):
        path = tmp_path / name
        path.write_bytes(data.encode("utf-8") if isinstance(data, str) else data)
        return read(path)

    return read_them


@pytest.fixture
def read_body(read_bytes):
    """Reads a page with the title 例会 around a body; the blocks after the title as (kind, level, label, text)."""

    def read_it(body: str, head: str = ""):
        report = read_bytes(
            f"<html><head><meta charset=utf-8><title>例会</title>{head}</head><body><h1>例会</h1>{body}</body></html>"
        )
        return [(block.kind, block.level, block.label, block.text) for block in report.blocks[1:]]

    return read_it
