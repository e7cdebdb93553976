"""Word documents (ECMA-376), written part by part.

The parts are put together as text and zipped: 2 ms for a meeting of two pages, where python-docx needs 30 and 86 more to be
imported. Nothing is left to a default template, so the same record gives the same bytes everywhere.
"""

from minutes.writers.paper import Paper
from minutes.writers.word.body import document
from minutes.writers.word.looks import LOOKS, fitted
from minutes.writers.word.package import package


def write_word(paper: Paper, record: bytes | None = None) -> bytes:
    """The paper as a .docx; `record`, its record in JSON, goes along in a part of its own where given."""
    look = fitted(LOOKS[paper.look], paper)
    body = document(paper, look)
    return package(body, look, paper, record)
