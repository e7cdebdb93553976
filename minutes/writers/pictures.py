"""The pictures of a report, handed to a writer: by SHA-256, bounded, and those counted that cannot be shown."""

from collections.abc import Callable
from typing import Final

import msgspec

from minutes.writers.raster import size_of

MB: Final = 1024 * 1024
LARGEST: Final = 20 * MB  # bytes of one picture, as much as an import keeps
ALL: Final = 100 * MB  # bytes of the pictures of one document: more can be neither mailed nor opened
PIXELS: Final = 100_000_000  # of one picture; a few bytes can claim more, and Word unpacks them all


class Image(msgspec.Struct, frozen=True):
    """A picture that Word can show."""

    data: bytes
    suffix: str  # png, jpeg, gif, bmp, tiff
    width: int  # pixels
    height: int


class Pictures:
    """Gives pictures to the writer of one document."""

    def __init__(self, fetch: Callable[[str], bytes | None] | None = None) -> None:
        self._fetch = fetch
        self._room = ALL
        self._known: dict[str, Image | None] = {}
        self.left: set[str] = set()  # SHA-256 of those that are missing, too large or no format of Word's

    def get(self, sha256: str) -> Image | None:
        """The picture; None where it cannot be shown, which is counted, or where none are wanted."""
        if self._fetch is None:
            return None
        if sha256 not in self._known:
            self._known[sha256] = self._looked_at(self._fetch(sha256))
            if self._known[sha256] is None:
                self.left.add(sha256)
        return self._known[sha256]

    def _looked_at(self, data: bytes | None) -> Image | None:
        size = size_of(data) if data else None
        if not data or not size or len(data) > min(LARGEST, self._room) or size.width * size.height > PIXELS:
            return None
        self._room -= len(data)
        return Image(data, size.suffix, size.width, size.height)
