"""Packages that python-docx, docxtpl and openpyxl have saved, packed anew so that equal content gives equal bytes."""

import io
import zipfile
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)  # of the zip format; the clock never gets into the bytes
_UNIX: Final = 3  # named as the maker on every system


def repacked(
    package: bytes, *, deflate: bool = False, instead: Mapping[str, bytes] = MappingProxyType({})
) -> bytes:
    """The package with its parts as they are, without the clock, and stored.

    zlib and zlib-ng compress differently; a volume of hundreds of meetings is deflated all the same, or nobody could mail it.
    `instead` has parts to be put in the place of those of the same name.
    """
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as before, zipfile.ZipFile(made, "w") as after:
        for name in before.namelist():
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.create_system = _UNIX
            entry.compress_type = zipfile.ZIP_DEFLATED if deflate else zipfile.ZIP_STORED
            after.writestr(entry, instead.get(name) or before.read(name))
    return made.getvalue()
