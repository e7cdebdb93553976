"""Format and size of a picture, from its first bytes: those that Word shows (PNG, JPEG, GIF, BMP, TIFF), and no others.

python-docx knows a JPEG by JFIF or Exif alone; cameras and chat programs write others, and those are pictures too.
"""

from collections.abc import Callable, Iterator
from typing import Final

import msgspec

_JPEG_FRAMES: Final = frozenset(
    (*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0))
)
_JPEG_BARE: Final = frozenset((0x01, *range(0xD0, 0xD9)))  # markers without a length
_JPEG_DATA: Final = 0xDA  # the picture itself: a frame stands before it
_JPEG_MARK: Final = 0xFF
_SHORT, _LONG = 3, 4  # types of TIFF fields
_WIDTH, _HEIGHT = 256, 257  # TIFF tags (6.0, section 3)
_FIELDS: Final = 500  # of a TIFF that are looked at
_OLD_BMP: Final = 12  # bytes of the header of OS/2


class Size(msgspec.Struct, frozen=True):
    """Ending of the file and pixels; nothing is known of what is in it."""

    suffix: str
    width: int
    height: int


def size_of(data: bytes) -> Size | None:
    """Format and size; None for what Word does not show, or for a picture without a size."""
    read = next((read for signature, read in _READERS if data.startswith(signature)), None)
    found = read(data) if read else None
    return found if found and found.width > 0 and found.height > 0 else None


def _png(data: bytes) -> Size | None:
    if data[12:16] != b"IHDR" or len(data) < 24:  # noqa: PLR2004 (signature, length, name, two numbers)
        return None
    return Size("png", int.from_bytes(data[16:20]), int.from_bytes(data[20:24]))


def _gif(data: bytes) -> Size:
    return Size("gif", int.from_bytes(data[6:8], "little"), int.from_bytes(data[8:10], "little"))


def _bmp(data: bytes) -> Size:
    wide = 2 if int.from_bytes(data[14:18], "little") == _OLD_BMP else 4
    width, height = (
        int.from_bytes(data[start : start + wide], "little", signed=wide > 2)  # noqa: PLR2004
        for start in (18, 18 + wide)
    )
    return Size("bmp", width, abs(height))  # a negative height counts from the top


def _jpeg(data: bytes) -> Size | None:
    for marker, start in _segments(data):
        if marker in _JPEG_FRAMES:
            return Size(
                "jpeg",
                int.from_bytes(data[start + 5 : start + 7]),
                int.from_bytes(data[start + 3 : start + 5]),
            )
    return None


def _segments(data: bytes) -> Iterator[tuple[int, int]]:
    """Marker and place of each segment before the picture itself; each is longer than nothing, so this ends."""
    place = 2
    while place + 4 <= len(data) and data[place] == _JPEG_MARK:
        marker = data[place + 1]
        if marker == _JPEG_DATA:
            return
        if marker == _JPEG_MARK or marker in _JPEG_BARE:
            place += 1 if marker == _JPEG_MARK else 2
            continue
        yield marker, place + 2
        place += 2 + max(2, int.from_bytes(data[place + 2 : place + 4]))


def _tiff(data: bytes) -> Size:
    order = "little" if data.startswith(b"II") else "big"

    def number(start: int, length: int) -> int:
        return int.from_bytes(data[start : start + length], order)  # type: ignore[arg-type]

    first = number(4, 4)
    fields = (first + 2 + 12 * place for place in range(min(number(first, 2), _FIELDS)))
    lengths = {_SHORT: 2, _LONG: 4}
    sizes = {
        number(start, 2): number(start + 8, lengths[number(start + 2, 2)])
        for start in fields
        if number(start + 2, 2) in lengths
    }
    return Size("tiff", sizes.get(_WIDTH, 0), sizes.get(_HEIGHT, 0))


_READERS: Final[tuple[tuple[bytes, Callable[[bytes], Size | None]], ...]] = (
    (b"\x89PNG\r\n\x1a\n", _png),
    (b"\xff\xd8\xff", _jpeg),
    (b"GIF8", _gif),
    (b"BM", _bmp),
    (b"II*\x00", _tiff),
    (b"MM\x00*", _tiff),
)
