"""Packages that docxtpl and openpyxl have saved, packed anew so that equal content gives equal bytes."""

import io
import zipfile
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from minutes.writers.zipped import zipped

Changes = Mapping[str, Callable[[bytes], bytes]]
_NONE: Final[Changes] = MappingProxyType({})


def repacked(package: bytes, changes: Changes = _NONE) -> bytes:
    """The package with its parts as they are, without the clock; `changes` alter parts by name."""
    with zipfile.ZipFile(io.BytesIO(package)) as before:
        parts = {name: before.read(name) for name in before.namelist()}
    return zipped({name: changes[name](part) if name in changes else part for name, part in parts.items()})
