"""Word documents: styles, numbering and text as WordprocessingML (ECMA-376)."""

from minutes.writers.paper import Paper
from minutes.writers.pictures import Pictures
from minutes.writers.word.body import document
from minutes.writers.word.looks import LOOKS, fitted
from minutes.writers.word.package import package
from minutes.writers.words import TAIWAN


def write_word(paper: Paper, record: bytes | None = None, pictures: Pictures | None = None) -> bytes:
    """The paper as a .docx; `record`, its record in JSON, goes along in a part of its own where given."""
    look = fitted(LOOKS[paper.look], paper)
    if paper.properties.language == TAIWAN:
        from minutes.writers.word.taiwan import taiwanese

        look = taiwanese(look)
    return package(document(paper, look, pictures or Pictures()), look, paper, record)
