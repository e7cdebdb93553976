"""Pictures a report shows: their names, and the bytes of those that lie beside the page or inside it. Never from the net."""

import base64
import binascii
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import unquote, unquote_to_bytes, urlsplit

from minutes.readers.limits import Limits
from minutes.readers.normalise import printable_name
from minutes.readers.notes import Notebook
from minutes.report import Picture

# The address a script puts in later comes first: what stands in src until then is a grey dot.
_SOURCES: Final = ("data-src", "data-original", "src")
_LOOKED_AT: Final = 10  # times as many pictures are looked for as may be kept
_DOT: Final = 500  # characters of a data: address that only holds the place
_FILE: Final = re.compile(r"[^/\\?#]{1,200}\.(?:png|jpe?g|gif|webp|bmp|tiff?|svg)", re.IGNORECASE)
_STAMPED: Final = re.compile(
    r"(?:image|img|dsc|微信图片|图片|截图|mmexport|wps)[-_ ]?\d{6,}[-_\d]*", re.IGNORECASE
)
_DATA: Final = re.compile(r"data:(?P<type>[\w.+-]+/[\w.+-]+)?(?P<rest>(?:;[^,]{0,100})?),", re.IGNORECASE)
# Signatures of the formats that browsers show (PNG, JPEG, GIF, WebP, BMP, TIFF).
_TYPES: Final = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\x89PNG", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"BM", "image/bmp"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
)
_TINY: Final = 2  # pixels: spacers and counters


@dataclass(slots=True)
class Album:
    """Collects the pictures of one report."""

    limits: Limits
    notebook: Notebook
    folder: Path | None = None  # where the page lies
    inside: Mapping[str, bytes] = field(default_factory=dict)  # parts of an MHTML file by address
    names: dict[str, None] = field(default_factory=dict)  # in order, each once
    kept: dict[str, Picture] = field(default_factory=dict)  # by SHA-256
    _left: int = 0
    _seen: int = 0

    def keep(self, attributes: Mapping[str, str]) -> str | None:
        """Notes the names of a picture and keeps its bytes where they are at hand; gives their SHA-256."""
        self._seen += 1
        if _is_tiny(attributes) or self._seen > _LOOKED_AT * self.limits.pictures:
            return None
        sources = [str(attributes[name]) for name in _SOURCES if attributes.get(name)]
        name = self._name(sources[0] if sources else "", attributes)
        data = next((data for one in sources if (data := self._bytes(one, waiting=len(sources) > 1))), None)
        media_type = media_type_of(data) if data else None
        if not data or not media_type:
            return None
        return self._add(name, media_type, data)

    def _name(self, source: str, attributes: Mapping[str, str]) -> str:
        """Every file name the element gives: its address, and a title or alternative text that is one."""
        found: list[str] = []
        if not source.startswith("data:"):
            found.append(unquote(source.partition("?")[0].rpartition("/")[2]))
        texts = (str(attributes.get("title", "")), str(attributes.get("alt", "")))
        found += [text for text in texts if _FILE.fullmatch(text) or is_stamped(text)]
        found = [printable_name(name)[:200] for name in found if name]
        self.names.update(dict.fromkeys(found))
        return found[0] if found else "picture"

    def _bytes(self, source: str, *, waiting: bool) -> bytes | None:
        if source.startswith("data:"):
            return None if waiting and len(source) < _DOT else _from_data(source, self.limits.picture_size)
        if source in self.inside:
            return self.inside[source]
        return self._beside(source)

    def _beside(self, source: str) -> bytes | None:
        """A regular file in the page's folder or below it; links out of it are not followed."""
        if self.folder is None or not source:
            return None
        try:
            address = urlsplit(source)
            if address.scheme or address.netloc or not address.path or address.path.startswith(("/", "\\")):
                return None
            folder = self.folder.resolve()
            path = (folder / unquote(address.path)).resolve()
            if not path.is_relative_to(folder) or not path.is_file():
                return None
            return path.read_bytes() if path.stat().st_size <= self.limits.picture_size else None
        except (OSError, ValueError, RuntimeError):  # RuntimeError: links in a circle, before Python 3.13
            return None

    def _add(self, name: str, media_type: str, data: bytes) -> str | None:
        sha256 = hashlib.sha256(data).hexdigest()
        if sha256 in self.kept:
            return sha256
        size = sum(len(picture.data) for picture in self.kept.values()) + len(data)
        large = len(data) > self.limits.picture_size or size > self.limits.pictures_size
        if large or len(self.kept) >= self.limits.pictures:
            self._left += 1
            return None
        self.kept[sha256] = Picture(name=name, media_type=media_type, data=data, sha256=sha256)
        return sha256

    def finish(self) -> tuple[Picture, ...]:
        """The kept pictures; those left out for their size are noted."""
        if self._left:
            self.notebook.add("pictures-left", count=self._left)
        return tuple(self.kept.values())


def is_stamped(text: str) -> bool:
    """Whether `text` is a picture's name with a time in it, ending or not: image-20231218175202-2."""
    return bool(_STAMPED.fullmatch(text) or (_FILE.fullmatch(text) and " " not in text))


def media_type_of(data: bytes) -> str | None:
    """The media type of a picture by its first bytes; None for anything else."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    return next((media_type for signature, media_type in _TYPES if data.startswith(signature)), None)


def _is_tiny(attributes: Mapping[str, str]) -> bool:
    sizes = [str(attributes.get(name, "")) for name in ("width", "height")]
    return any(size.isdecimal() and len(size) <= 4 and int(size) <= _TINY for size in sizes)  # noqa: PLR2004


def _from_data(address: str, limit: int) -> bytes | None:
    """The bytes of a data: address (RFC 2397)."""
    found = _DATA.match(address)
    if not found or len(address) > 2 * limit:
        return None
    body = address[found.end() :]
    if ";base64" not in found["rest"].lower():
        return unquote_to_bytes(body)
    try:
        return base64.b64decode(unquote(body), validate=False)
    except (binascii.Error, ValueError):
        return None
