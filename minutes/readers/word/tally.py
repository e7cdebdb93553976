"""What the walk through a Word file meets beside its text, counted for the notes of the record."""

from dataclasses import dataclass, field

from minutes.readers.notes import Notebook

_NAMED: int = 5  # addresses named in a note
_LONG: int = 100_000  # characters of a paragraph worth a word


@dataclass(slots=True)
class Tally:
    """Counts, and lines that are source, not body."""

    inserted: int = 0
    deleted: int = 0
    comments: int = 0
    hidden: int = 0
    boxes: int = 0
    objects: int = 0
    symbols: int = 0
    dangling: int = 0
    outside: int = 0
    macros: bool = False
    strict: bool = False
    tables: int = 0  # how deep tables lie in tables
    longest: int = 0  # characters of the longest paragraph
    apart: int = 0  # footnotes and endnotes
    size: int = 0  # characters so far
    paragraphs: int = 0
    cells: int = 0
    contents: list[str] = field(default_factory=list)  # lines of the table of contents
    chunks: list[str] = field(default_factory=list)  # ids of pages wrapped in the document
    links: dict[str, None] = field(default_factory=dict)  # ids of hyperlinks, in order
    external: dict[str, None] = field(default_factory=dict)  # addresses the file would fetch when opened
    noted: dict[tuple[str, str], None] = field(
        default_factory=dict
    )  # footnotes and endnotes referred to, in order
    dropped: set[tuple[str, str]] = field(default_factory=set)  # ... in deleted text alone

    def tell(self, notebook: Notebook) -> None:
        """Writes the notes."""
        if self.inserted or self.deleted:
            notebook.add("unaccepted-changes", inserted=self.inserted, deleted=self.deleted)
        if self.external:
            targets = ", ".join(list(self.external)[:_NAMED])
            notebook.add("external-targets", count=len(self.external), targets=targets)
        for kind, count in (
            ("comments", self.comments),
            ("word-hidden-text", self.hidden),
            ("text-boxes", self.boxes),
            ("footnotes", self.apart),
            ("embedded-objects", self.objects),
            ("symbols", self.symbols),
            ("dangling-relationships", self.dangling),
            ("unsafe-names", self.outside),
            ("contents", len(self.contents)),
            ("nested-tables", self.tables if self.tables > 1 else 0),
            ("long-paragraph", self.longest if self.longest > _LONG else 0),
            ("macros", int(self.macros)),
            ("strict-format", int(self.strict)),
        ):
            if count:
                notebook.add(kind, count=count)
