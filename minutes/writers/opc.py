"""Packages that docxtpl and openpyxl have saved, packed anew so that equal content gives equal bytes."""

import io
import zipfile
from collections.abc import Mapping
from types import MappingProxyType

from minutes.writers.zipped import zipped


def repacked(package: bytes, instead: Mapping[str, bytes] = MappingProxyType({})) -> bytes:
    """The package with its parts as they are, without the clock; `instead` has parts for the place of those of the same name."""
    with zipfile.ZipFile(io.BytesIO(package)) as before:
        return zipped({name: instead.get(name) or before.read(name) for name in before.namelist()})
