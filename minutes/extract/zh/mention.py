"""A person mentioned at a place of the text, and all mentions in order."""

from bisect import bisect_left

from msgspec import Struct, field

from minutes.extract.zh.people import Entry, Register


class Mention(Struct, frozen=True):
    """A person at a place in the text: unit, title and name together."""

    start: int
    end: int
    entry: Entry | None  # None: an office without a name, or a surname nobody fits
    title: str = ""  # of an office or an unresolved surname, as the patterns read it
    family: str = ""
    name_start: int = 0  # where the name itself stands
    name_end: int = 0


class Mentions(Struct):
    """All mentions, in order, without overlap."""

    register: Register = field(default_factory=Register)
    found: list[Mention] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)

    def index(self) -> None:
        """Sorts what was found; to be called when all is."""
        self.found.sort(key=lambda one: (one.start, -one.end))
        self.starts = [one.start for one in self.found]

    def within(self, start: int, end: int) -> list[Mention]:
        """Those that begin in this stretch."""
        return self.found[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def at(self, place: int) -> Mention | None:
        """The one that begins exactly here."""
        number = bisect_left(self.starts, place)
        return self.found[number] if number < len(self.found) and self.starts[number] == place else None
