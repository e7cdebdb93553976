"""A zip without the clock, so that equal content gives equal bytes. The module zipfile loads for 8 ms, longer than a document takes.

Entries are stored: zlib and zlib-ng compress differently. What would be too large to be mailed is deflated all the same.
"""

import struct
import zlib
from collections.abc import Mapping
from typing import Final

_VERSION: Final = 20  # 2.0, the least that knows deflate (APPNOTE 4.4.3)
_UNIX: Final = 3  # named as the maker on every system
_UTF8: Final = 0x800  # names are UTF-8
_FIRST_DAY: Final = 0x21  # 1 January 1980
_STORED, _DEFLATED = 0, 8
_RAW: Final = -15  # deflate without a header
_MODE: Final = 0o600 << 16


def zipped(files: Mapping[str, bytes], *, deflate: bool = False) -> bytes:
    """The files by name, in their order; raises struct.error beyond 4 GB (which would need zip64)."""
    made, listed = bytearray(), bytearray()
    for name, content in files.items():
        place, written = len(made), name.encode()
        packed = _deflated(content) if deflate else content
        about = struct.pack(
            "<HHHHHLLLHH",
            _VERSION,
            _UTF8,
            _DEFLATED if deflate else _STORED,
            0,
            _FIRST_DAY,
            zlib.crc32(content),
            len(packed),
            len(content),
            len(written),
            0,
        )
        made += b"PK\3\4" + about + written
        made += packed
        listed += b"PK\1\2" + struct.pack("<BB", _VERSION, _UNIX) + about
        listed += struct.pack("<HHHLL", 0, 0, 0, _MODE, place) + written
    end = struct.pack("<HHHHLLH", 0, 0, len(files), len(files), len(listed), len(made), 0)
    made += listed
    made += b"PK\5\6" + end
    return bytes(made)


def _deflated(content: bytes) -> bytes:
    packer = zlib.compressobj(zlib.Z_DEFAULT_COMPRESSION, zlib.DEFLATED, _RAW)
    return packer.compress(content) + packer.flush()
