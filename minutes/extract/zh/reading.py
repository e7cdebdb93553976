"""What the stages of one meeting hand on to each other."""

import datetime as dt

from msgspec import Struct, field

from archive.record import Person
from minutes.extract.draft import Draft
from minutes.extract.zh.document import Document
from minutes.extract.zh.labels import Label
from minutes.extract.zh.lexicon import Lexicon
from minutes.extract.zh.mention import Mention, Mentions
from minutes.extract.zh.page import Page
from minutes.extract.zh.people import Entry
from minutes.extract.zh.sentences import Sentence
from minutes.report import Report


class Reading(Struct):
    """One meeting while it is read: each stage adds its part."""

    report: Report
    page: Page
    lexicon: Lexicon
    draft: Draft
    title: str | None = None
    labels: list[Label] = field(default_factory=list)
    mentions: Mentions = field(default_factory=Mentions)
    sentences: list[Sentence] = field(default_factory=list)
    day: dt.date | None = None
    chair: Entry | None = None

    @property
    def document(self) -> Document:
        """The text."""
        return self.page.document

    @property
    def flat(self) -> str:
        """The text as patterns read it."""
        return self.page.document.flat

    def label(self, key: str) -> Label | None:
        """The first label of this key that has a value."""
        return next((one for one in self.labels if one.key == key and one.end > one.start), None)

    def person(self, mention: Mention) -> Person:
        """Whom the record names at this mention: a person, or an office without a name."""
        if mention.entry:
            return mention.entry.person()
        return Person(name=None, role=self.document.name(mention.start, mention.end))
