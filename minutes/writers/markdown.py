"""Markdown (CommonMark, tables as GitHub has them) with YAML front matter: the skeleton of the W3C's minutes.

Exactly one first-level heading, no raw HTML, no link that could be followed: a report's words stay words.
"""

import base64
import json
import re
from collections.abc import Iterator
from typing import Final

from minutes import border
from minutes.carried import LABEL
from minutes.writers.paper import Figure, Grid, Line, Paper, Properties, Run
from minutes.writers.punctuation import restored
from minutes.writers.words import Words

_LEAD: Final = {
    "title": "# ",
    "chapter": "## ",
    "contents": "- ",
    "heading1": "## ",
    "heading2": "### ",
    "heading3": "#### ",
    "fact": "- ",
    "attendance": "- ",
    "bullet": "- ",
    "note": "   ",  # belongs to the item above
}
_TIGHT: Final = frozenset(("fact", "attendance", "bullet", "contents"))  # no empty line between two of them
_STRONG: Final = frozenset(("mark", "issuer", "alone"))
# what GitHub and other programs make a link of without being asked
_LINKS: Final = re.compile(
    r"(?i)(?<=[a-z0-9+.-])(?=://)|(?<=\bwww)(?=\.)|(?<=\bmailto)(?=:)|(?<=\bxmpp)(?=:)|(?=@)"
)
_FRONT: Final = re.compile(r"[<>&\[\]`\x7f-\x9f]")


def write_markdown(paper: Paper, record: bytes | None = None) -> str:
    """The paper as Markdown; `record`, its record in JSON, goes along unseen where given."""
    writer = _Writer(Words(paper.properties.language))
    pieces = [_front_matter(paper.properties), *writer.parts(paper), *([_carried(record)] if record else [])]
    return "\n".join(pieces)


def _front_matter(about: Properties) -> str:
    """YAML whose values are JSON strings (YAML 1.2 holds JSON), so that nothing in them can be misread."""
    values = {
        "title": about.title,
        "date": about.day,
        "lang": about.language,
        "creator": about.creator,
        "subject": about.subject,
        "description": about.description,
        "identifier": about.identifier,
        "keywords": list(about.keywords) or None,
        "type": about.category,
        "status": about.status.lower() if about.status else None,
    }
    lines = [f"{key}: {_yaml(value)}" for key, value in values.items() if value]
    return "\n".join(("---", *lines, "---", ""))


def _yaml(value: str | list[str]) -> str:
    clean = [border.one_line(one) for one in value] if isinstance(value, list) else border.one_line(value)
    written = json.dumps(clean, ensure_ascii=False)
    if isinstance(value, list):
        return "[" + _FRONT.sub(_as_escape, written[1:-1]) + "]"
    return _FRONT.sub(_as_escape, written)


def _as_escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def _carried(record: bytes) -> str:
    return f'[{LABEL}]: # "{base64.b64encode(record).decode()}"\n'


class _Writer:
    """Writes the parts one after another, knowing what came before."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.last: str | None = None
        self.number = 0

    def parts(self, paper: Paper) -> Iterator[str]:
        for part in paper.parts:
            if isinstance(part, Figure):  # no file to point to; its caption says what it shows
                continue
            if isinstance(part, Grid):
                yield self.grid(part)
            elif part.text.strip() or part.label:
                yield self.line(part)
        if self.last in _TIGHT:
            yield ""

    def line(self, line: Line) -> str:
        before = "\n" if self.last in _TIGHT and not (self.last == line.style or line.style in _TIGHT) else ""
        after = "" if line.style in _TIGHT else "\n"
        text = before + self.lead(line) + self.words_of(line) + after
        self.last = line.style
        return text

    def lead(self, line: Line) -> str:
        if line.style == "item" and line.number is not None:
            follows = self.last in ("item", "note") and line.number == self.number + 1
            self.number = line.number
            # a list begins with any number, but within it readers count by themselves
            return (
                f"{line.number}. " if follows or self.last not in ("item", "note") else f"{line.number}\\. "
            )
        numbered = line.number is not None and line.style.startswith("heading")
        return _LEAD.get(line.style, "") + (self.words.count(line.number or 0) if numbered else "")

    def words_of(self, line: Line) -> str:
        runs = [Run(self.words.colon(line.label).rstrip(), strong=True)] if line.label else []
        written = "".join(map(self.run, (*runs, *line.runs))).strip()
        if line.style == "caption":
            return f"*{written}*"
        return f"**{written}**" if line.style in _STRONG else written

    def run(self, run: Run) -> str:
        gap = " " if run.text[:1] == " " else ""
        text = gap + self.shown(run.text)
        # a closing ** after a punctuation mark counts only before white space (CommonMark 6.2)
        return f"**{text.strip()}** " if run.strong and text.strip() else text

    def shown(self, text: str) -> str:
        return shown(restored(text) if self.words.chinese else text)

    def grid(self, grid: Grid) -> str:
        rows = [[self.cell(words) for words in row] for row in (grid.header, *grid.rows)]
        rows.insert(1, ["---"] * len(grid.header))
        before = "\n" if self.last in _TIGHT else ""
        self.last = "grid"
        return before + "\n".join("| " + " | ".join(row) + " |" for row in rows) + "\n"

    def cell(self, words: str) -> str:
        return self.words.clauses([self.shown(line) for line in words.split("\n") if line.strip()])


def shown(text: str) -> str:
    """`text` as Markdown shows it verbatim, addresses not turned into links."""
    return _LINKS.sub(r"\\", border.markdown(text))
