"""Direct speech in quotation marks, and whose it is."""

import re
from bisect import bisect_right

QUOTED = re.compile("\u201c([^\u201c\u201d\n]*)\u201d")
SPEECH = re.compile("[^\u25a1]{4}")  # terms in quotation marks are masked


class Quotations:
    """The quotations of a text; terms of a few characters are none."""

    def __init__(self, flat: str) -> None:
        self.places = [found.span() for found in QUOTED.finditer(flat) if SPEECH.search(found[1])]

    def holds(self, place: int) -> bool:
        """Whether this place is within a quotation: what is told there is no new speaker's."""
        index = bisect_right(self.places, (place,)) - 1
        return index >= 0 and self.places[index][0] < place < self.places[index][1]

    def first_within(self, start: int, end: int) -> tuple[int, int] | None:
        """The first quotation that lies between these places, its marks left out."""
        index = bisect_right(self.places, (start, -1))
        if index < len(self.places) and self.places[index][1] <= end:
            return self.places[index][0] + 1, self.places[index][1] - 1
        return None
